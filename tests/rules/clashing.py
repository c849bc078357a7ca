"""A plugin that takes the code of a built-in rule."""

from __future__ import annotations

from framing.rules.base import Rule
from tests.rules.plugin import check

RULES = (Rule("W101", "mine", "mine", "note", check_article=check),)
