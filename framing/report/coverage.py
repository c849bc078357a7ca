"""The coverage table as records: claims × sources, each cell saying whether and how that source reports that claim.

This is the one table that the page, the Markdown, the CSV files and the charts are drawn from. A cell says in words
what its shape shows; nothing in it is a judgement of the source as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from framing.compare.claims import SURE
from framing.types import Absence, Article, Claim, Comparison, Member, Nearest

State = Literal["own", "attributed", "quoted", "absent", "cannot_tell", "unmatched", "other_story"]
Group = Literal["shared", "disputed", "perhaps", "carried", "single"]

#: What each state is called, in the order of the legend.
STATES: dict[State, str] = {
    "own": "own voice",
    "attributed": "attributed",
    "quoted": "quoted",
    "absent": "absent",
    "cannot_tell": "cannot tell",
    "unmatched": "no match",
    "other_story": "other story",
}
#: What each state means, in one sentence each.
MEANINGS: dict[State, str] = {
    "own": "The piece states it itself, without saying who says so.",
    "attributed": "The piece reports it on somebody's word, in its own words.",
    "quoted": "The piece reports it in somebody's words, in quotation marks.",
    "absent": "Two or more independent origins report it; searched for here in the whole text and not found.",
    "cannot_tell": "Not found, but absence cannot be said: see the reason.",
    "unmatched": "No sentence here was matched. Absence is judged only where two or more independent origins report.",
    "other_story": "The piece is about another story, so the claim was not looked for.",
}


def meanings() -> dict[State, str]:
    """What each state means; beside *absent* stands how many claims that are there the search misses."""
    from framing.compare.absence import search_recall

    recall = search_recall()
    return MEANINGS | {"absent": f"{MEANINGS['absent']} {recall[0].upper()}{recall[1:]}."}


#: From this share of the body on, a claim that others place in the first half is called late ("buried").
LATE = 0.8
#: A claim placed before this share of the body counts as placed high.
HIGH = 0.5

_RUNGS = {"named": "named", "institution": "institution", "anonymous": "anonymous", "vague": "vague"}
_UNRESOLVED = {
    "named": "a named source, which one is not resolved",
    "institution": "an institution, which one is not resolved",
    "anonymous": "an anonymous source",
    "vague": "a vague source",
}
_DISPUTES = ("contradiction", "number")


@dataclass(frozen=True, slots=True)
class Cell:
    """How one source treats one claim. ``members`` are its sentences, the one that shows the state first."""

    article: str
    state: State
    members: tuple[Member, ...] = ()
    buried: bool = False
    same_copy: str | None = None
    nearest: Nearest | None = None
    reason: str = ""

    @property
    def lead(self) -> Member | None:
        """The sentence that shows the state; ``None`` where the source has none."""
        return self.members[0] if self.members else None

    @property
    def sourced(self) -> bool:
        """Whether somebody is named, by name or in other words, on whose word the source reports the claim."""
        return self.lead is not None and vouched(self.lead)

    @property
    def hedged(self) -> bool:
        return any(m.certainty == "hedged" for m in self.members[:1])

    @property
    def denied(self) -> bool:
        return any(m.certainty == "denied" for m in self.members[:1])

    @property
    def words(self) -> str:
        """The cell in words: state, source and rung, then what else is to be said of it."""
        lead = self.lead
        said = STATES[self.state]
        if lead is not None and lead.status != "own":
            said = f"{said}: {vouching(lead)}"
        return " · ".join([said, *self.remarks])

    @property
    def remarks(self) -> tuple[str, ...]:
        """Hedged, denied, late, same copy, also in own voice: each in words."""
        remarks = ["hedged"] * self.hedged + ["denied"] * self.denied + ["late in the piece"] * self.buried
        if self.lead is not None and self.lead.status != "own" and any(m.status == "own" for m in self.members):
            remarks.append("also in own voice")
        if self.same_copy is not None:
            remarks.append(f"same copy as {self.same_copy}")
        return tuple(remarks)


def vouched(member: Member) -> bool:
    """Whether the sentence gives the claim on somebody's word: that of a source that some words name or describe."""
    return member.status != "own" and (member.source is not None or member.rung != "vague")


def vouching(member: Member) -> str:
    """On whose word a sentence that is not own voice stands, in words: the source and its rung."""
    if not member.source and member.rung == "vague":
        return "no source named"
    if member.source:
        rung = _RUNGS.get(member.rung)
        return f"{member.source} ({rung})" if rung else member.source
    return _UNRESOLVED.get(member.rung, "the source is not named")


def said(member: Member) -> str:
    """How one sentence reports the claim, in words: its own voice or whose, and whether hedged or denied."""
    whose = "" if member.status == "own" else f": {vouching(member)}"
    doubt = "" if member.certainty == "flat" else f" · {member.certainty}"
    return f"{STATES[member.status]}{whose}{doubt}"


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with one cell for each article of the comparison, in the articles' order."""

    claim: Claim
    group: Group
    cells: tuple[Cell, ...]

    @property
    def reporting(self) -> tuple[Cell, ...]:
        """The cells of the sources that report the claim."""
        return tuple(cell for cell in self.cells if cell.members)

    def cell(self, article: str) -> Cell:
        """The cell of the article with that id; ``KeyError`` if there is none."""
        for cell in self.cells:
            if cell.article == article:
                return cell
        raise KeyError(article)


def table(comparison: Comparison) -> tuple[Row, ...]:
    """All claims as rows: shared, disputed, weakly matched ones, those of one origin, those of one piece.

    A claim is disputed where its wordings contradict one another, give different figures, or are denied by one source
    and not by another. Within a group the surest first: more origins, then the better held together (in tenths), then
    more sources, then placed higher, then the claims' order.
    """
    articles = {article.id: article for article in comparison.articles}
    rows = [(_row(claim, comparison, articles), order) for order, claim in enumerate(comparison.claims)]
    rows.sort(key=lambda item: (GROUPS.index(item[0].group), *_rank(item[0]), item[1]))
    return tuple(row for row, _ in rows)


#: The groups in the order in which they are shown.
GROUPS: tuple[Group, ...] = ("shared", "disputed", "perhaps", "carried", "single")


def _rank(row: Row) -> tuple[int, int, int, float]:
    positions = [min(m.position for m in cell.members) for cell in row.reporting]
    held = -int(10 * row.claim.strength)
    return -row.claim.origins, held, -len(positions), sum(positions) / len(positions) if positions else 1.0


def _row(claim: Claim, comparison: Comparison, articles: dict[str, Article]) -> Row:
    members: dict[str, list[Member]] = {}
    for member in claim.members:
        members.setdefault(member.article, []).append(member)
    absences = {absence.article: absence for absence in claim.absent}
    highest = {article: min(m.position for m in found) for article, found in members.items()}
    cells = []
    for article in articles:
        if article in members:
            others = [position for other, position in highest.items() if other != article]
            late = highest[article] >= LATE and any(position < HIGH for position in others)
            copy = _same_copy(article, list(members), comparison, articles)
            cells.append(Cell(article, *_told(members[article]), buried=late, same_copy=copy))
        else:
            cells.append(_untold(article, absences.get(article), claim, comparison))
    return Row(claim, _group(claim), tuple(cells))


def _told(members: Sequence[Member]) -> tuple[State, tuple[Member, ...]]:
    """The state of a source with these sentences: a source given once for the claim is a source given."""
    in_order = sorted(members, key=lambda m: (m.start, m.end))
    lead = next((m for m in in_order if m.status != "own"), in_order[0])
    return lead.status, (lead, *(m for m in in_order if m is not lead))


def _untold(article: str, absence: Absence | None, claim: Claim, comparison: Comparison) -> Cell:
    if absence is not None:
        return Cell(article, absence.verdict, nearest=absence.nearest, reason=absence.reason)
    story = next((group for group in comparison.stories if article in group), None)
    if story is not None and not any(member.article in story for member in claim.members):
        return Cell(article, "other_story")
    return Cell(article, "unmatched")


def _same_copy(article: str, members: list[str], comparison: Comparison, articles: dict[str, Article]) -> str | None:
    origin = next((group for group in comparison.origins if article in group), (article,))
    first = next((other for other in articles if other in origin and other in members), article)
    return None if first == article else articles[first].label


def weak(claim: Claim) -> bool:
    """Whether the sentences of several pieces hold together too weakly to be surely one claim."""
    return 0 < claim.strength < SURE


def _group(claim: Claim) -> Group:
    if len({m.article for m in claim.members}) < 2:
        return "single"
    if claim.origins < 2:
        return "carried"
    if weak(claim):
        return "perhaps"
    denied = {m.certainty == "denied" for m in claim.members}
    disputed = len(denied) > 1 or any(difference.kind in _DISPUTES for difference in claim.differences)
    return "disputed" if disputed else "shared"
