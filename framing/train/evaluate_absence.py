"""How far a verdict of absence can be trusted.

For two articles that report one claim (a labelled must pair) and a third one: where the third has partners of the claim
too, ``absent`` is wrong; where every partner, must and may, has been taken out of its text, ``absent`` is right.
Counted are the pairs that the program itself found (a row of its table holds both sentences), without those of which
nothing may be said (briefs, earlier articles, pieces that lost so much that they are taken for another story), and,
apart, all rows and all labelled pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare import compare
from framing.compare.comparing import Scorer
from framing.config import Config
from framing.train import data
from framing.train.evaluate_differences import annotated
from framing.types import Comparison, Place

if TYPE_CHECKING:
    from framing.model.encoder import Encoder
    from framing.model.reader import Reader

Key = tuple[str, str]
_UNJUDGED = ("is a brief", "appeared on", "not complete")
"""Reasons for which nothing may be said, whatever is in the text; no entry at all: it is taken for another story."""


def measure(
    stories: Sequence[data.Row], reader: Reader, encoder: Encoder, scorer: Callable[[data.Row], Scorer | None]
) -> dict[str, Any]:
    """Shares of ``absent`` after and without removal; ``scorer`` gives the scorer of a story, ``None`` the shipped."""
    there: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    for story in stories:
        made = _Made(story, reader, encoder, scorer(story))
        for third in (article["id"] for article in story["articles"]):
            claims = list(_claims(story, third))
            if not claims:
                continue
            there.update(made.verdict(made.whole, pair, third) for pair, _ in claims)
            taken = frozenset(sentence for _, partners in claims for sentence in partners)
            without = made.compared(taken)
            gone.update(made.verdict(without, pair, third) for pair, _ in claims)
    return {"removed": _shares(gone), "still_there": _shares(there)}


def _shares(counts: Counter[str]) -> dict[str, float | int]:
    rows = counts.total() - counts["no row"]
    judged = rows - counts["not to be judged"]
    return {
        "claims": counts.total(),
        "rows": rows,
        "not_to_be_judged": counts["not to be judged"],
        "absent": counts["absent"],
        "cannot_tell": counts["cannot_tell"],
        "present": counts["present"],
        "absent_of_judged": round(counts["absent"] / max(1, judged), 4),
        "absent_of_rows": round(counts["absent"] / max(1, rows), 4),
        "absent_of_all": round(counts["absent"] / max(1, counts.total()), 4),
    }


def _claims(story: data.Row, third: str) -> Iterator[tuple[Key, frozenset[str]]]:
    """Must pairs of the two other articles with their partners, must and may, in ``third``, if a must one is there."""
    belongs = {s["id"]: article["id"] for article in story["articles"] for s in article["sentences"]}
    partners: dict[str, dict[str, str]] = {}
    for pair in story["pairs"]:
        partners.setdefault(pair["a"], {})[pair["b"]] = pair["grade"]
        partners.setdefault(pair["b"], {})[pair["a"]] = pair["grade"]
    for pair in story["pairs"]:
        if pair["grade"] != "must" or third in (belongs[pair["a"]], belongs[pair["b"]]):
            continue
        near = [(s, g) for side in "ab" for s, g in partners[pair[side]].items() if belongs[s] == third]
        if any(grade == "must" for _, grade in near):
            yield (pair["a"], pair["b"]), frozenset(sentence for sentence, _ in near)


class _Made:
    """A story compared as it is and with sentences taken out."""

    def __init__(self, story: data.Row, reader: Reader, encoder: Encoder, scorer: Scorer | None) -> None:
        self._story, self._reader, self._encoder, self._scorer = story, reader, encoder, scorer
        self.whole = self.compared(frozenset())

    def compared(self, taken: frozenset[str]) -> tuple[Comparison, dict[str, Place]]:
        """The comparison without the sentences ``taken``, and the place of each that is left."""
        articles = [
            {**article, "sentences": [s for s in article["sentences"] if s["id"] not in taken]}
            for article in self._story["articles"]
        ]
        found = annotated(articles, self._reader, self._encoder)
        places = {
            key: Place(annotation.article.id, span.start, span.end)
            for annotation, spans in found
            for key, span in spans.items()
        }
        return compare([annotation for annotation, _ in found], Config(), scorer=self._scorer), places

    @staticmethod
    def verdict(made: tuple[Comparison, dict[str, Place]], pair: Key, third: str) -> str:
        """What the table says of the claim of ``pair`` in the article ``third``; ``no row`` if it lacks it."""
        comparison, places = made
        wanted = {places[key] for key in pair}
        for claim in comparison.claims:
            if wanted <= {Place(m.article, m.start, m.end) for m in claim.members}:
                if any(m.article == third for m in claim.members):
                    return "present"
                found = next((a for a in claim.absent if a.article == third), None)
                if found is None or any(reason in found.reason for reason in _UNJUDGED):
                    return "not to be judged"
                return found.verdict
        return "no row"


def evaluate(root: Path) -> dict[str, Any]:
    """The shares on ``alignment_dev``, by the program as shipped."""
    from framing.config import EncoderConfig
    from framing.model import encoder as encoders
    from framing.model import reader as readers

    stories = data.load("alignment_dev", root)
    return measure(stories, readers.load(EncoderConfig().threads), encoders.load(EncoderConfig()), lambda _: None)
