"""What a check of a draft gives, before any format: the one thing all renderers read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from framing.editor import positions, suppressions
from framing.editor.positions import Lines, Position
from framing.editor.suppressions import Suppressed, Unused
from framing.rules.base import SEVERITIES
from framing.types import Article, Finding, JsonDict

FailOn = Literal["note", "warning", "error", "never"]

EXIT_CLEAN, EXIT_FOUND = 0, 1


@dataclass(frozen=True)
class Checked:
    """The findings of one draft file, which may hold several articles.

    ``unused`` pairs an article id with a comment of that article that answers nothing.
    """

    path: str | None
    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    unused: tuple[tuple[str, Unused], ...] = ()
    run: JsonDict = field(default_factory=dict)

    def lines(self) -> dict[str, Lines]:
        """Lines and columns of the draft, by article id."""
        return {article.id: positions.of_article(article) for article in self.articles}


@dataclass(frozen=True)
class Located:
    """A finding with its place in the file: ``start`` and ``end`` as line and column, the end exclusive."""

    finding: Finding
    start: Position
    end: Position


def assemble(
    articles: Sequence[Article],
    findings: Iterable[Finding],
    run: JsonDict,
    *,
    path: str | None = None,
    baseline: Collection[str] = (),
) -> Checked:
    """The check of a draft: its findings (those of other articles are dropped) after suppressions and baseline."""
    found = list(findings)
    kept: list[Finding] = []
    hidden: list[Suppressed] = []
    unused: list[tuple[str, Unused]] = []
    for article in articles:
        own = [finding for finding in found if finding.article == article.id]
        split = suppressions.split(own, article.text, baseline=baseline)
        kept += split.kept
        hidden += split.suppressed
        unused += [(article.id, comment) for comment in split.unused]
    return Checked(
        path=path if path is not None else (articles[0].path if articles else None),
        articles=tuple(articles),
        findings=tuple(kept),
        suppressed=tuple(hidden),
        unused=tuple(unused),
        run=run,
    )


def located(checked: Checked, findings: Iterable[Finding]) -> tuple[Located, ...]:
    """The findings with line and column, in the order given."""
    lines = checked.lines()
    return tuple(Located(f, lines[f.article].at(f.start), lines[f.article].at(f.end)) for f in findings)


def exit_code(findings: Iterable[Finding], fail_on: FailOn) -> int:
    """1 where a finding is at least as severe as ``fail_on``, else 0; always 0 for ``never``."""
    if fail_on == "never":
        return EXIT_CLEAN
    least = SEVERITIES.index(fail_on)
    return EXIT_FOUND if any(SEVERITIES.index(f.severity) >= least for f in findings) else EXIT_CLEAN
