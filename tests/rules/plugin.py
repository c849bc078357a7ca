"""A third party's rule, as a package would bring it."""

from __future__ import annotations

from collections.abc import Iterator

from framing.config import Config
from framing.rules.base import Rule
from framing.rules.marks import mark
from framing.types import Annotation, Finding, Span


def check(annotation: Annotation, config: Config) -> Iterator[Finding]:
    at = annotation.article.text.find("NOW")
    if at >= 0:
        yield mark(RULES[0], annotation, Span(at, at + 3), message="Loud.", score=1.0)


RULES = (Rule("X901", "shouting", "capitals", "note", check_article=check),)
