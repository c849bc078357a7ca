"""What an article leaves out: searched for, judged only where it can be judged.

``absent`` is said of a claim in an article only where two or more independent origins report it, the whole article
could be read, the article is long enough to have had room, it did not appear a day before the others, and the search
found nothing near: no sentence that the pair scorer thinks a possible match, and no headline, caption, correction, pair
of neighbouring sentences or run of short lines, as tables and sidebars have them, that holds the claim's words. In all
other cases the verdict is ``cannot_tell`` with the reason in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from framing.compare import claims, content
from framing.compare.claims import Graph
from framing.compare.members import Body
from framing.compare.origins import Lineage
from framing.config import Config
from framing.model import pair_reader
from framing.types import Absence, Annotation, Member, Nearest, Place, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Notes after which nothing can be said about what an article leaves out.
INCOMPLETE = frozenset({"paywall-stub", "truncated", "not-an-article", "not-english"})
#: Share of a claim's content words that make a caption, a correction or two neighbouring sentences a possible match.
MENTIONED = 0.6
#: Fewest content words that must be shared for that.
MENTIONED_WORDS = 3
#: The same where they are that share of a caption's words, not of the claim's: captions say things in short.
MENTIONED_IN_SHORT = 4
#: Most words of more than two neighbours that are searched as one: the cells of a table, the lines of a sidebar.
WINDOW_WORDS = 24
#: Roles of sentences that tell nothing of the story.
_UNTELLING = frozenset({"byline", "dateline", "copyright"})


@dataclass(frozen=True)
class Searched:
    """An article made ready for the search."""

    annotation: Annotation
    body: Body

    @cached_property
    def incomplete(self) -> str | None:
        """Why the article cannot be judged as a whole, in words; ``None`` where it can."""
        for note in self.annotation.article.notes:
            if note.code in INCOMPLETE:
                return f"the text is not complete ({note.message.rstrip('.')})"
        return None

    @cached_property
    def published(self) -> date | None:
        return day(self.annotation.article.published)

    @cached_property
    def beside(self) -> tuple[tuple[str, Span, frozenset[str]], ...]:
        """The stretches beside the body (captions, corrections, subheads, …) with the stems of their words."""
        text = self.annotation.article.text
        kinds = ("caption", "subhead", "boilerplate", "credit")
        return tuple(
            (region.kind, region.span, content.content_stems(region.span.of(text)))
            for region in self.annotation.article.regions
            if region.kind in kinds
        )

    @cached_property
    def windows(self) -> tuple[tuple[Span, frozenset[str]], ...]:
        """Every two neighbouring sentences, or as many as are short together, with the stems of their words."""
        text = self.annotation.article.text
        spans = [s.span for s in self.annotation.sentences if s.role not in _UNTELLING]
        lengths = [len(span.of(text).split()) for span in spans]
        runs = [(i, _window_end(lengths, i)) for i in range(max(len(spans) - 1, min(1, len(spans))))]
        found = [Span(spans[first].start, spans[last].end) for first, last in runs]
        return tuple((span, content.content_stems(span.of(text))) for span in found)

    @cached_property
    def windows_with(self) -> dict[str, list[int]]:
        """For each stem the numbers of the windows that have it."""
        found: dict[str, list[int]] = {}
        for number, (_, stems) in enumerate(self.windows):
            for stem in stems:
                found.setdefault(stem, []).append(number)
        return found

    @cached_property
    def rows(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """The sentences that can carry a claim, by index, with their stems."""
        text, sentences = self.annotation.article.text, self.annotation.sentences
        return tuple((i, content.content_stems(sentences[i].span.of(text))) for i in self.annotation.claim_sentences)


def _window_end(lengths: Sequence[int], first: int) -> int:
    """The last sentence of the window that begins with ``first``, by the lengths of all in words."""
    last = min(first + 1, len(lengths) - 1)
    total = sum(lengths[first : last + 1])
    while last + 1 < len(lengths) and total + lengths[last + 1] <= WINDOW_WORDS:
        last += 1
        total += lengths[last]
    return last


def day(published: str | None) -> date | None:
    """The day of an ISO date or date and time, ``None`` where it is unknown or not ISO."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def find(
    members: Sequence[Member],
    origins: int,
    searched: Mapping[str, Searched],
    graph: Graph,
    lineage: Lineage,
    config: Config,
) -> tuple[Absence, ...]:
    """The absences of one claim: an entry for each searched article that has no member of it.

    None where fewer than ``config.absence.min_origins`` independent origins report the claim.
    """
    if origins < config.absence.min_origins:
        return ()
    present = {m.article for m in members}
    return tuple(
        _judge(members, article, searched, graph, lineage, config) for article in searched if article not in present
    )


def _judge(
    members: Sequence[Member],
    article: str,
    searched: Mapping[str, Searched],
    graph: Graph,
    lineage: Lineage,
    config: Config,
) -> Absence:
    here = searched[article]
    nearest = _nearest(members, article, searched, graph)
    doubt = _doubt(members, here, searched, nearest, config) or _weak(members, graph)
    if doubt is not None:
        return Absence(article, "cannot_tell", nearest, doubt)
    reason = f"searched for in the whole text and not found; {search_recall()}"
    return Absence(article, "absent", nearest, reason + _carried(members, article, searched, lineage))


@lru_cache(maxsize=1)
def search_recall() -> str:
    """How many claims that are there were called absent, in words, as measured when the pair reader was trained."""
    figures = pair_reader.recorded()["absence"]["still_there"]
    return f"of 100 claims that were there, {100 * figures['absent_of_judged']:.0f} were called absent in a test"


def _carried(members: Sequence[Member], article: str, searched: Mapping[str, Searched], lineage: Lineage) -> str:
    """What another carrier of the article's copy shows of the passage, in words; empty where no carrier has it.

    Where more of the carriers lack the passage than have it, those that have it may have added it.
    """
    copies = [other for other in searched if other in lineage.origin(article)]
    having = [other for other in copies if any(m.article == other for m in members)]
    if not having:
        return ""
    label = searched[having[0]].annotation.article.label
    cut = "this carrier cut it" if 2 * len(having) >= len(copies) else "it was cut here or added there"
    return f"; {label} carries the same copy with this passage, so {cut}"


def _doubt(
    members: Sequence[Member],
    here: Searched,
    searched: Mapping[str, Searched],
    nearest: Nearest | None,
    config: Config,
) -> str | None:
    """Why nothing can be said, in words; ``None`` where the claim may be called absent."""
    if here.incomplete is not None:
        return here.incomplete
    if len(here.body) <= config.absence.min_words:
        return f"the article is a brief of {len(here.body)} words: it had no room for everything"
    days = [searched[m.article].published for m in members]
    known = [d for d in days if d is not None]
    if here.published is not None and known and len(known) == len(days) and here.published < min(known):
        return f"the article appeared on {here.published}, before the others reported this on {min(known)}"
    if nearest is not None and nearest.score >= config.absence.max_nearest:
        return "a sentence comes near enough that it may report this in other words"
    return _mentioned(members, here)


def _weak(members: Sequence[Member], graph: Graph) -> str | None:
    """That the sentences may not report one claim, where they hold together too weakly."""
    strength = graph.strength([Place(m.article, m.start, m.end) for m in members])
    if 0 < strength < claims.SURE:
        return "the sentences that report it are matched too weakly to be surely one claim"
    return None


def _mentioned(members: Sequence[Member], here: Searched) -> str | None:
    for member in members:
        stems = content.content_stems(member.text)
        for kind, span, there in here.beside:
            if _held(stems, there):
                words = content.shorten(span.of(here.annotation.article.text))
                return f"words of it stand outside the body, in a {kind}: “{words}”"
        near = _window_near(stems, here)
        if near is not None:
            words = content.shorten(near.of(here.annotation.article.text))
            return f"the words of it stand spread over neighbouring sentences: “{words}”"
    return None


def _window_near(stems: frozenset[str], here: Searched) -> Span | None:
    """The window that holds most of the words of a claim with ``stems``, the shortest such; ``None`` if too few."""
    counts = Counter(number for stem in stems for number in here.windows_with.get(stem, ()))
    held = [
        (-common, len(here.windows[number][0]), here.windows[number][0])
        for number, common in counts.items()
        if common >= max(MENTIONED_WORDS, MENTIONED * len(stems))
    ]
    return min(held)[2] if held else None


def _held(stems: frozenset[str], there: frozenset[str]) -> bool:
    common = len(stems & there)
    if common >= MENTIONED * len(stems):
        return common >= MENTIONED_WORDS
    return common >= MENTIONED_IN_SHORT and common >= MENTIONED * len(there)


def _nearest(members: Sequence[Member], article: str, searched: Mapping[str, Searched], graph: Graph) -> Nearest | None:
    """The sentence of ``article`` that the scorer thinks nearest to any member, else the one the encoder does."""
    text = searched[article].annotation.article.text
    best: tuple[float, Place] | None = None
    for member in members:
        place = Place(member.article, member.start, member.end)
        for other, score in graph.scores.get(place, {}).items():
            if other.article == article and (best is None or (score, -other.start) > (best[0], -best[1].start)):
                best = (score, other)
    if best is not None:
        score, place = best
        return Nearest(place.start, place.end, place.span.of(text), round(score, 4))
    return _nearest_unscored(members, searched[article], searched)


def _nearest_unscored(members: Sequence[Member], here: Searched, searched: Mapping[str, Searched]) -> Nearest | None:
    """The most similar sentence where the scorer found no possible match at all: its score is below the floor, 0."""
    rows = here.annotation.claim_sentences
    if not rows:
        return None
    text = here.annotation.article.text
    if here.annotation.encoding is None:
        stems = frozenset().union(*(content.content_stems(m.text) for m in members))
        row = max(here.rows, key=lambda item: (len(stems & item[1]), -item[0]))[0]
    else:
        similar = _vectors(members, searched) @ here.annotation.encoding.vectors[list(rows)].T
        row = rows[int(similar.max(axis=0).argmax())]
    sentence = here.annotation.sentences[row]
    return Nearest(sentence.start, sentence.end, sentence.span.of(text), 0.0)


def _vectors(members: Sequence[Member], searched: Mapping[str, Searched]) -> NDArray[np.float32]:
    import numpy as np

    found = []
    for member in members:
        annotation = searched[member.article].annotation
        if annotation.encoding is not None:
            row = next((i for i, s in enumerate(annotation.sentences) if s.start == member.start), None)
            if row is not None:
                found.append(annotation.encoding.vectors[row])
    assert found, "members of an encoded story are encoded"
    return np.stack(found)
