"""What a rule is: a code, a name, a check, and a page."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from framing.config import Config
from framing.types import Annotation, Comparison, Finding, Severity

Scope = Literal["article", "comparison"]
ArticleCheck = Callable[[Annotation, Config], Iterator[Finding]]
ComparisonCheck = Callable[[Comparison, Config], Iterator[Finding]]

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")

#: The headings every rule's page has, in this order.
HEADINGS = (
    "What it marks",
    "Why it matters",
    "Examples",
    "Use instead",
    "How it is found",
    "Limits",
    "References",
)


@dataclass(frozen=True)
class Rule:
    """One rule.

    ``code`` never changes its meaning; ``aliases`` keep former names working. ``severity`` is that of a plain case in
    the outlet's own voice; a check may yield less (words of a speaker) but not more. Exactly one of ``check_article``
    and ``check_comparison`` is set. ``version`` rises when the same text may be judged otherwise; ``words`` are the
    word lists the check reads, so that the digest of the rules covers them.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    check_article: ArticleCheck | None = None
    check_comparison: ComparisonCheck | None = None
    aliases: tuple[str, ...] = ()
    version: int = 1
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.check_article is None) == (self.check_comparison is None):
            raise ValueError(f"{self.code}: a rule has one check, of an article or of a comparison")

    @property
    def scope(self) -> Scope:
        """Whether the rule reads one article or a whole comparison."""
        return "article" if self.check_article is not None else "comparison"

    @property
    def check(self) -> ArticleCheck | ComparisonCheck:
        """The check function, whichever the scope."""
        check = self.check_article or self.check_comparison
        assert check is not None
        return check

    @property
    def page(self) -> str:
        """The public page: the docstring of the module that defines the check."""
        return inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or "")
