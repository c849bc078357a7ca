"""Actors: the persons, states and bodies an article speaks of, each mention with its voice and stance.

Names of one actor are grouped within the article; a capital or seat of government joins its state (``Moscow`` and
``the Kremlin`` with ``Russia``). A president and the country stay two actors. An actor's own stance averages the
mentions in the outlet's own voice only: what a quoted rival says of somebody is not the outlet's portrayal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from framing.annotate import voice
from framing.annotate.nearby import Places
from framing.language import names as naming
from framing.types import Actor, Attribution, Mention, Name, Quote, Sentence

#: ``stance(start, end)``: from -1 to 1 toward the mention at ``text[start:end]``.
Stance = Callable[[int, int], float]

_ROLES: Final[frozenset[str]] = frozenset(("body", "title", "subhead"))
_ARTICLES: Final[tuple[str, ...]] = ("the ", "The ")


def find(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    quotes: Sequence[Quote],
    attributions: Sequence[Attribution],
    stance: Stance | None = None,
) -> tuple[Actor, ...]:
    """The actors in order of number of mentions, then of first mention.

    Without ``stance`` every mention has stance 0. Names in captions, credits and the like are no mentions. Places that
    are neither a state nor stand for one are left out, and so are names of things.
    """
    states = frozenset(naming.metonyms.values()) | frozenset(naming.demonyms.values())
    places = Places(sentences)
    found: dict[str, list[tuple[Name, Sentence]]] = {}
    for name in sorted(names, key=lambda n: (n.start, n.end)):
        home = places.holding(name.start)
        if home is None or home.role not in _ROLES:
            continue
        actor = _actor(text, name, states)
        if actor is not None:
            found.setdefault(actor, []).append((name, home))
    actors = [_built(text, actor, group, quotes, attributions, stance) for actor, group in found.items()]
    return tuple(sorted(actors, key=lambda a: (-len(a.mentions), a.mentions[0].start)))


def _actor(text: str, name: Name, states: frozenset[str]) -> str | None:
    """The name under which a mention counts; ``None`` where it is no actor."""
    surface = _bare(text[name.start : name.end])
    if name.kind == "person":
        return name.canonical
    for form in (surface, _bare(name.canonical)):
        if form in naming.metonyms:
            return naming.metonyms[form]
        if f"the {form}" in naming.metonyms:
            return naming.metonyms[f"the {form}"]
        if form in states:
            return form
    return _bare(name.canonical) if name.kind == "organisation" else None


def _bare(form: str) -> str:
    for article in _ARTICLES:
        form = form.removeprefix(article)
    return form.removesuffix("'s").removesuffix("’s")


def _built(
    text: str,
    actor: str,
    group: Sequence[tuple[Name, Sentence]],
    quotes: Sequence[Quote],
    attributions: Sequence[Attribution],
    stance: Stance | None,
) -> Actor:
    mentions: list[Mention] = []
    aliases: dict[str, None] = {}
    for name, home in group:
        heard, _, _ = voice.at(name.span, quotes, attributions)
        value = 0.0
        if stance is not None:
            value = stance(name.start, min(name.end, home.end))
        mentions.append(Mention(name.start, name.end, value, heard))
        form = _bare(text[name.start : name.end])
        if form != actor:
            aliases[form] = None
    own = [m.stance for m in mentions if m.voice == "own"]
    return Actor(actor, tuple(sorted(aliases)), tuple(mentions), round(sum(own) / len(own), 4) if own else 0.0)
