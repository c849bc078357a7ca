"""A plugin that takes the code of a built-in rule."""

from __future__ import annotations

from rules.plugin import check

from framing.rules.base import Rule

RULES = (Rule("W101", "mine", "mine", "note", check_article=check),)
