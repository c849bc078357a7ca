"""How well pairs are put together into claims, and articles into stories.

``bcubed`` scores a grouping against a labelled one item by item (Bagga & Baldwin 1998): precision is the mean share of
an item's group that belongs with it, recall the mean share of what belongs with it that stands in its group.
``of_gold_pairs`` measures the grouping alone: it is given the labelled `must` pairs with certain scores, so that what
it loses is lost by grouping and not by scoring. Three in ten labelled triples are not transitive: connected sentences
are more than a claim and a recall of 1 against them would be chaining.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from framing.compare import claims, stories
from framing.train import data
from framing.train.evaluate_differences import annotated
from framing.types import Annotation, Pair, Place

if TYPE_CHECKING:
    from framing.model.encoder import Encoder
    from framing.model.reader import Reader

SETS = ("alignment_train", "alignment_dev")
MIXES = (2, 3, 5)
ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1 in 0..1 over ``items`` items."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def record(self) -> dict[str, float | int]:
        """The scores as JSON."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "items": self.items,
        }

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  (n = {self.items})"


def bcubed(system: Mapping[Hashable, Hashable], gold: Mapping[Hashable, Hashable]) -> Scores:
    """B-cubed scores of ``system`` against ``gold``, both item → label of its group.

    Items that only ``gold`` has count as groups of their own in ``system``; items without a gold label are left out.
    """
    found: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    right: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for item, label in gold.items():
        right[label].add(item)
        found[("group", system[item]) if item in system else ("alone", item)].add(item)
    precision = recall = 0.0
    for group in found.values():
        for item in group:
            common = len(group & right[gold[item]])
            precision += common / len(group)
            recall += common / len(right[gold[item]])
    total = len(gold)
    return Scores(precision / total, recall / total, total) if total else Scores(0.0, 0.0, 0)


def together(groups: Iterable[Sequence[Place]], gold: Iterable[frozenset[Place]]) -> Scores:
    """Scores of cross-article pairs: those that stand together in a claim against the labelled ones."""
    labelled = set(gold)
    found = {
        frozenset((a, b))
        for group in groups
        for i, a in enumerate(group)
        for b in group[i + 1 :]
        if a.article != b.article
    }
    common = len(found & labelled)
    precision = common / len(found) if found else 0.0
    return Scores(precision, common / len(labelled) if labelled else 0.0, len(labelled))


def of_gold_pairs(root: Path, name: str = "alignment_train") -> tuple[Scores, Scores]:
    """B-cubed of the claims against the connected `must` sentences, and of their pairs against the `must` pairs."""
    system: dict[Hashable, Hashable] = {}
    gold: dict[Hashable, Hashable] = {}
    groups: list[tuple[Place, ...]] = []
    labelled: list[frozenset[Place]] = []
    for story in data.load(name, root):
        places = {
            sentence["id"]: Place(f"{story['story']} {article['id']}", number, number + 1)
            for article in story["articles"]
            for number, sentence in enumerate(article["sentences"])
        }
        pairs = [Pair(places[p["a"]], places[p["b"]], 1.0) for p in story["pairs"] if p["grade"] == "must"]
        found = claims.group(pairs, 0.5)
        groups += found
        labelled += [frozenset((p.a, p.b)) for p in pairs]
        for number, group in enumerate(found):
            for place in group:
                system.setdefault(place, (story["story"], number))
        gold.update(_components(pairs))
    return bcubed(system, gold), together(groups, labelled)


def of_scored_pairs(
    stories: Sequence[data.Row], score: Callable[[data.Row], Sequence[tuple[str, str, float]]], threshold: float = 0.5
) -> tuple[Scores, Scores]:
    """As ``of_gold_pairs`` for the program's own scores: sentence ids with the probability of each pair."""
    system: dict[Hashable, Hashable] = {}
    gold: dict[Hashable, Hashable] = {}
    groups: list[tuple[Place, ...]] = []
    labelled: list[frozenset[Place]] = []
    for story in stories:
        places = {
            sentence["id"]: Place(f"{story['story']} {article['id']}", number, number + 1)
            for article in story["articles"]
            for number, sentence in enumerate(article["sentences"])
        }
        found = claims.group([Pair(places[a], places[b], value) for a, b, value in score(story)], threshold)
        musts = [Pair(places[p["a"]], places[p["b"]], 1.0) for p in story["pairs"] if p["grade"] == "must"]
        groups += found
        labelled += [frozenset((p.a, p.b)) for p in musts]
        for number, group in enumerate(found):
            for place in group:
                system.setdefault(place, (story["story"], number))
        gold.update(_components(musts))
    return bcubed(system, gold), together(groups, labelled)


def _components(pairs: Sequence[Pair]) -> dict[Hashable, Place]:
    """For each place of ``pairs`` the first place that it is connected with."""
    label: dict[Hashable, Place] = {}
    for pair in pairs:
        one, other = label.setdefault(pair.a, pair.a), label.setdefault(pair.b, pair.b)
        for place in [p for p, first in label.items() if first == other]:
            label[place] = one
    return label


def story_accuracy(told: Mapping[str, Sequence[Annotation]], size: int, rounds: int, seed: int = 0) -> float:
    """Share of ``rounds`` random mixes of ``size`` stories that are taken apart without a fault.

    ``told`` holds each story's annotations; article ids must differ over all of them.
    """
    random = Random(seed)
    right = 0
    for _ in range(rounds):
        mix = random.sample(sorted(told), size)
        articles = [a for story in mix for a in told[story]]
        random.shuffle(articles)
        labelled = {frozenset(a.article.id for a in told[story]) for story in mix}
        right += {frozenset(group) for group in stories.group(articles)} == labelled
    return right / rounds if rounds else 0.0


def told(root: Path, name: str, reader: Reader, encoder: Encoder) -> dict[str, list[Annotation]]:
    """The annotations of each story of a labelled set; article ids carry the story's, so that none occurs twice."""
    found: dict[str, list[Annotation]] = {}
    for story in data.load(name, root):
        annotations = [one for one, _ in annotated(story["articles"], reader, encoder)]
        found[story["story"]] = [
            replace(a, article=replace(a.article, id=f"{story['story']} {a.article.id}")) for a in annotations
        ]
    return found


def evaluate(root: Path, names: Sequence[str] = SETS) -> dict[str, Any]:
    """Figures a set of ``names`` in the folder ``root`` (runs the encoder).

    ``claims_bcubed`` and ``pairs_together`` are those of ``of_gold_pairs``. ``kept_whole`` is the share of stories
    that stay one story when given alone, ``mixes_of_N`` the share of random mixes of N stories taken apart without a
    fault. Raises ``DataError`` where a set is missing or malformed.
    """
    from framing.config import EncoderConfig
    from framing.model import encoder as encoders
    from framing.model import reader as readers

    encoder = encoders.load(EncoderConfig())
    reader = readers.load(EncoderConfig().threads)
    figures: dict[str, Any] = {}
    for name in names:
        claims_scores, pair_scores = of_gold_pairs(root, name)
        annotations = told(root, name, reader, encoder)
        whole = sum(len(stories.group(articles)) == 1 for articles in annotations.values())
        figures[name] = {
            "stories": len(annotations),
            "claims_bcubed": claims_scores.record(),
            "pairs_together": pair_scores.record(),
            "kept_whole": round(whole / len(annotations), 4) if annotations else None,
            "mixes": ROUNDS,
            **{
                f"mixes_of_{size}": round(story_accuracy(annotations, size, ROUNDS), 4)
                for size in MIXES
                if size <= len(annotations)
            },
        }
    return figures


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores of the grouping for one labelled set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path, help="folder of the labelled sets")
    parser.add_argument("--name", default="alignment_train")
    options = parser.parse_args(arguments)
    claims_scores, pair_scores = of_gold_pairs(options.root, options.name)
    print(f"claims, B-cubed      {claims_scores}")
    print(f"pairs of one claim   {pair_scores}")


if __name__ == "__main__":
    main()
