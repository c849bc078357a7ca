"""How actors are portrayed in each source's own voice, as counts of mentions with the clearest of them to read.

Stance toward a mention runs from -1 to 1 (Hamborg and Donnay 2021, NewsMTSC). Only clear ones count here: at -0.5 or
less a mention is *against*, at 0.5 or more *for*, else neither; an actor merely named as saying something is neither.
Mentions in words that the source quotes or reports are counted apart: they are the speaker's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.report.story import Piece, Story
from framing.types import Actor, Mention, Place

#: Least strength of a stance that counts; narrower than the 1/3 of the JSON, where every leaning is told.
BOUND = 0.5
#: An actor is shown if two sources speak of it and one of them at least so often in its own voice.
OWN_MENTIONS = 3
#: Most actors shown, the most often mentioned first.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Portrayal:
    """One actor in one source: counts of own-voice mentions by stance, mentions in others' words, clearest places."""

    piece: Piece
    against: int
    neither: int
    favourable: int
    others: int
    worst: Place | None
    best: Place | None

    @property
    def own(self) -> int:
        return self.against + self.neither + self.favourable


@dataclass(frozen=True, slots=True)
class Portrayed:
    """An actor with one portrayal for each source, in the order of the sources."""

    name: str
    cells: tuple[Portrayal, ...]


def portrayals(story: Story) -> tuple[Portrayed, ...]:
    """The actors that several sources speak of, the most often mentioned first, ten at most."""
    found: dict[str, dict[str, list[Actor]]] = {}
    names: dict[str, str] = {}
    for piece in story.pieces:
        for actor in piece.annotation.actors:
            names.setdefault(_folded(actor.name), actor.name)
    fullest = {name: _fullest(name, names) for name in names}
    for piece in story.pieces:
        for actor in piece.annotation.actors:
            found.setdefault(fullest[_folded(actor.name)], {}).setdefault(piece.id, []).append(actor)
    rows = [Portrayed(names[key], tuple(_cell(p, by.get(p.id, ())) for p in story.pieces)) for key, by in found.items()]
    several = len(story.pieces) > 1
    kept = [
        row
        for row in rows
        if max(cell.own for cell in row.cells) >= OWN_MENTIONS
        and sum(cell.own + cell.others > 0 for cell in row.cells) >= (2 if several else 1)
    ]
    kept.sort(key=lambda row: (-sum(cell.own + cell.others for cell in row.cells), row.name))
    return tuple(kept[:SHOWN])


def _fullest(name: str, known: Iterable[str]) -> str:
    """The longest known name that ends with ``name``; ``name`` itself where it may be short for several."""
    longer = [other for other in known if other.endswith(f" {name}")]
    longest = max(longer, key=len, default=name)
    return longest if all(f" {longest}".endswith(f" {other}") for other in longer) else name


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _cell(piece: Piece, actors: Sequence[Actor]) -> Portrayal:
    mentions = [mention for actor in actors for mention in actor.mentions]
    own = sorted((m for m in mentions if m.voice == "own"), key=lambda m: (m.stance, m.start))
    sources = [a.source.span for a in piece.annotation.attributions if a.source is not None]
    spoken_of = [m for m in own if not any(source.overlaps(m.span) for source in sources)]
    against = [m for m in spoken_of if m.stance <= -BOUND]
    favourable = [m for m in spoken_of if m.stance >= BOUND]
    return Portrayal(
        piece,
        len(against),
        len(own) - len(against) - len(favourable),
        len(favourable),
        len(mentions) - len(own),
        _place(piece, against[:1]),
        _place(piece, favourable[-1:]),
    )


def _place(piece: Piece, mentions: Sequence[Mention]) -> Place | None:
    return Place(piece.id, mentions[0].start, mentions[0].end) if mentions else None
