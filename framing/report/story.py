"""What the pages say, as records: the story page and the source pages are drawn from these, in HTML and in Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from framing.compare.origins import organisation
from framing.report import coverage, words
from framing.report.coverage import Cell, Row
from framing.types import (
    Annotation,
    Article,
    Attribution,
    Claim,
    Comparison,
    Difference,
    DifferenceKind,
    Finding,
    Member,
)

#: The kinds of difference in the order in which they are shown, with their headings.
DIFFERENCES: dict[DifferenceKind, str] = {
    "contradiction": "Both cannot be true",
    "number": "Different figures",
    "attribution_lost": "Sourced in one piece, without a source in another",
    "attribution": "On another speaker’s word",
    "quote_altered": "The same quotation in other words",
    "hedge": "More certain in one piece than in another",
    "agent": "Who did it is named in one piece only",
    "wording": "Charged in one piece, plain in another",
}
#: The calibrated probability from which two sentences are taken to report the same claim.
DECISION = 0.5
#: Rule families by the first letter of the code.
FAMILIES = {"W": "Wording", "S": "Sourcing", "B": "Balance", "C": "Compared with the others"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding with its number on the source's page; ``anchor`` is its id there."""

    finding: Finding
    number: int

    @property
    def anchor(self) -> str:
        return f"f{self.number}"


@dataclass(frozen=True, slots=True)
class Missing:
    """A claim two or more independent origins report that a source does not; ``by`` names who reports it."""

    row: Row
    cell: Cell
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """Wording findings in the outlet's own voice per thousand of its own words, with a 95 % interval; others apart.

    The interval is Byar's approximation to the exact Poisson limits (Breslow and Day 1987, p. 69). ``per_thousand``,
    ``low`` and ``high`` are ``None`` where the piece has no words of its own.
    """

    own_words: int
    own: int
    others: int

    @property
    def per_thousand(self) -> float | None:
        return None if not self.own_words else 1000 * self.own / self.own_words

    @property
    def low(self) -> float | None:
        if not self.own_words:
            return None
        n = self.own
        return 0.0 if n == 0 else 1000 * n * (1 - 1 / (9 * n) - 1.96 / (3 * sqrt(n))) ** 3 / self.own_words

    @property
    def high(self) -> float | None:
        if not self.own_words:
            return None
        n = self.own + 1
        return 1000 * n * (1 - 1 / (9 * n) + 1.96 / (3 * sqrt(n))) ** 3 / self.own_words


@dataclass(frozen=True)
class Piece:
    """One source as the pages show it. ``label`` is unlike that of every other piece; ``page`` is its file's name."""

    annotation: Annotation
    number: int
    label: str
    page: str
    origin: int
    voices: words.Voices
    findings: tuple[Marked, ...]

    @property
    def article(self) -> Article:
        return self.annotation.article

    @property
    def id(self) -> str:
        return self.annotation.article.id

    @cached_property
    def rate(self) -> Rate:
        """The wording findings in own voice and otherwise."""
        wording = [m.finding.voice for m in self.findings if m.finding.rule.startswith("W")]
        own = wording.count("own")
        return Rate(self.voices.own, own, len(wording) - own)

    def family(self, letter: str, *, own: bool | None = None) -> tuple[Marked, ...]:
        """The findings of rules ``letter…``; of those only own-voice ones, or only others, where ``own`` is given."""
        return tuple(
            m
            for m in self.findings
            if m.finding.rule.startswith(letter) and (own is None or (m.finding.voice == "own") == own)
        )

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions in the order of the text."""
        return tuple(sorted(self.annotation.attributions, key=lambda a: min((c.start for c in a.content), default=0)))


@dataclass(frozen=True)
class Story:
    """Everything the report says, before any format: pieces, the coverage table, and what is read off it."""

    comparison: Comparison
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]

    def piece(self, article: str) -> Piece:
        """The piece with that article id; ``KeyError`` if there is none."""
        return self._by_id[article]

    @cached_property
    def _by_id(self) -> dict[str, Piece]:
        return {piece.id: piece for piece in self.pieces}

    @property
    def origins(self) -> int:
        """How many independent origins stand behind the pieces."""
        return len({piece.origin for piece in self.pieces})

    def group(self, name: str) -> tuple[Row, ...]:
        """The rows of a group (``shared``, ``disputed``, ``perhaps``, ``carried``, ``single``) in order."""
        return tuple(row for row in self.rows if row.group == name)

    def row(self, claim: str) -> Row:
        """The row of the claim with that id; ``KeyError`` if there is none."""
        for row in self.rows:
            if row.claim.id == claim:
                return row
        raise KeyError(claim)

    @cached_property
    def differences(self) -> tuple[tuple[DifferenceKind, str, tuple[tuple[Claim, Difference], ...]], ...]:
        """Kind, heading, and claims with their differences in the order of the rows; every kind, found or not."""
        found = [(row.claim, difference) for row in self.rows for difference in row.claim.differences]
        return tuple(
            (kind, title, tuple(item for item in found if item[1].kind == kind)) for kind, title in DIFFERENCES.items()
        )

    def column(self, piece: Piece) -> tuple[tuple[Row, Cell], ...]:
        """The column of ``piece`` in the table: each row with its cell."""
        return tuple((row, row.cells[piece.number - 1]) for row in self.rows)

    def missing(self, piece: Piece) -> tuple[Missing, ...]:
        """The claims said to be absent from ``piece``, in the order of the rows."""
        return tuple(
            Missing(row, cell, tuple(self.piece(other.article).label for other in row.reporting))
            for row, cell in self.column(piece)
            if cell.state == "absent"
        )

    def undecided(self, piece: Piece) -> tuple[tuple[str, int], ...]:
        """Why absence could not be said of ``piece``, each reason with the number of claims, most first.

        Weak matches are left out: that they may be no claim of several is said of the row, not of the piece.
        """
        sure = (cell for row, cell in self.column(piece) if row.group != "perhaps")
        reasons = Counter(_general(cell.reason) for cell in sure if cell.state == "cannot_tell")
        return tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))

    def claims_of(self, piece: Piece) -> tuple[tuple[Row, Cell], ...]:
        """The claims ``piece`` reports, in the order in which it reports them."""
        told = [(row, cell) for row, cell in self.column(piece) if cell.members]
        return tuple(sorted(told, key=lambda item: min(m.start for m in item[1].members)))

    def pairs_of(self, article: str) -> tuple[tuple[Member, Member, float], ...]:
        """Sentences of the article with those of others in one row with them, each with the score of the pair."""
        return self._pairs.get(article, ())

    @cached_property
    def _pairs(self) -> dict[str, tuple[tuple[Member, Member, float], ...]]:
        members: dict[tuple[str, int, int], dict[str, Member]] = {}
        for row in self.rows:
            for m in row.claim.members if row.group != "perhaps" else ():
                members.setdefault((m.article, m.start, m.end), {})[row.claim.id] = m
        found: dict[str, list[tuple[Member, Member, float]]] = {}
        for pair in self.comparison.pairs:
            a, b = (members.get((place.article, place.start, place.end), {}) for place in (pair.a, pair.b))
            claim = next((claim for claim in a if claim in b), None)
            if pair.score >= DECISION and claim is not None:
                found.setdefault(pair.a.article, []).append((a[claim], b[claim], pair.score))
                found.setdefault(pair.b.article, []).append((b[claim], a[claim], pair.score))
        return {article: tuple(pairs) for article, pairs in found.items()}


def tell(comparison: Comparison, findings: Sequence[Finding]) -> Story:
    """The story of ``comparison`` with all its findings, those of single articles and those of the comparison."""
    origin_of = _origins(comparison)
    labels = _labels(comparison.articles)
    pages = _pages(comparison.articles)
    pieces = tuple(
        Piece(
            annotation=annotation,
            number=number,
            label=labels[annotation.article.id],
            page=pages[annotation.article.id],
            origin=origin_of[annotation.article.id],
            voices=words.share(annotation),
            findings=_numbered(f for f in findings if f.article == annotation.article.id),
        )
        for number, annotation in enumerate(comparison.annotations, start=1)
    )
    return Story(comparison, pieces, coverage.table(comparison))


def shorten(text: str, limit: int) -> str:
    """``text`` on one line, cut at a word to ``limit`` characters at most."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def _origins(comparison: Comparison) -> dict[str, int]:
    """The number of each article's origin: one text, one agency's copy, one outlet's reporting have one number."""
    groups: list[set[str]] = [set(group) for group in comparison.origins]
    makers: dict[str, set[str]] = {}
    for article in comparison.articles:
        makers.setdefault(organisation(article), set()).add(article.id)
    numbers: dict[str, int] = {}
    for article in comparison.articles:
        if article.id not in numbers:
            together = {article.id}
            while more := {i for group in (*groups, *makers.values()) if group & together for i in group} - together:
                together |= more
            numbers |= dict.fromkeys(together, len(set(numbers.values())) + 1)
    return numbers


def _numbered(findings: Iterable[Finding]) -> tuple[Marked, ...]:
    ordered = sorted(findings, key=lambda f: (f.start, f.end, f.rule, f.message))
    return tuple(Marked(finding, number) for number, finding in enumerate(ordered, start=1))


def _labels(articles: Sequence[Article]) -> dict[str, str]:
    """A name for each article; where two would be called the same, the headline (or else the id) is added."""
    plain = {article.id: shorten(article.label, 70) for article in articles}
    counts = Counter(plain.values())
    longer = {
        a.id: f"{plain[a.id]}: {shorten(a.title, 40)}" if counts[plain[a.id]] > 1 and a.title else plain[a.id]
        for a in articles
    }
    counts = Counter(longer.values())
    return {a.id: f"{longer[a.id]} [{a.id}]" if counts[longer[a.id]] > 1 else longer[a.id] for a in articles}


def _pages(articles: Sequence[Article]) -> dict[str, str]:
    """A file name for each article: letters, digits and hyphens only, whatever the article calls itself."""
    names: dict[str, str] = {}
    for article in articles:
        label, ident = _slug(article.label, 40), _slug(article.id, 20)
        repeated = ident == label.rpartition("-")[2]
        stem = label if repeated else "-".join(part for part in (label, ident) if part)
        stem = stem or "source"
        name, count = stem, 1
        while f"{name}.html" in names.values():
            count += 1
            name = f"{stem}-{count}"
        names[article.id] = f"{name}.html"
    return names


def _slug(text: str, limit: int) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only)[:limit].strip("-")


def _general(reason: str) -> str:
    # what a reason quotes is about one claim; without it, equal reasons can be counted
    return re.sub(r"[:,]?\s*“[^”]*”", "", reason).strip() or "no reason recorded"
