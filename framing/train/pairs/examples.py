"""The pairs that teach the pair reader, from the labelled stories and from sets of event pairs and contradictions.

Of a story every must and may pair is taught, and of the rest the pairs that the first stage finds worth scoring, so
that the negatives are those of the same story (the hard ones). Sets that may only measure are refused by ``data.load``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare.lexical import content_spans, rarity, read
from framing.model.pair_reader import DIFFERENCES, OUTPUTS, Sentence, sentence
from framing.train import data
from framing.train.export import packaged_model
from framing.train.stories import contrasts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framing.train.data import Row

NAN = float("nan")


@dataclass(frozen=True, slots=True)
class Example:
    """A pair and what is known of it: one target an output, NaN where nothing is."""

    one: Sentence
    two: Sentence
    targets: tuple[float, ...]
    group: str = ""


@lru_cache(maxsize=1)
def tokenizer() -> Any:
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(packaged_model() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def pieces(text: str, weight: Mapping[str, float] | None) -> Sentence:
    """``text`` as the pair reader sees it, in a story with ``weight`` (stems' rarity) or in none."""
    found = tokenizer().encode(text, add_special_tokens=False)
    return sentence(found.ids, found.offsets, content_spans(text), weight)


def targets(grade: str | None, differences: Sequence[str] = ()) -> tuple[float, ...]:
    """What a labelled pair teaches: ``grade`` is must, may or ``None`` for neither."""
    same = {"must": 1.0, "may": NAN, None: 0.0}[grade]
    found = [float(kind in differences) if grade else NAN for kind in DIFFERENCES]
    return (same, float(grade is not None), *found)


def of_story(record: Row, worth: Iterable[tuple[int, int]]) -> list[Example]:
    """All labelled pairs of a story and those of ``worth`` (sentence numbers through all articles) not labelled."""
    texts = [s["text"] for article in record["articles"] for s in article["sentences"]]
    numbers = {s["id"]: i for i, s in enumerate(s for article in record["articles"] for s in article["sentences"])}
    weight = rarity([read(text) for text in texts])
    found = [pieces(text, weight) for text in texts]
    labelled = {}
    for pair in record["pairs"]:
        key = tuple(sorted((numbers[pair["a"]], numbers[pair["b"]])))
        labelled[key] = targets(pair["grade"], pair["diff"])
    rows = labelled | {pair: targets(None) for pair in worth if pair not in labelled}
    return [Example(found[a], found[b], row, record["event"]) for (a, b), row in rows.items()]


def invented() -> list[Example]:
    """The project's own contrasts."""
    return [
        Example(pieces(row["a"], None), pieces(row["b"], None), targets("must" if row["same"] else None, row["diff"]))
        for row in contrasts()
    ]


def events(root: Path, most: int) -> list[Example]:
    """ECB+ pairs: one event with one participant in two documents, against another event of the story or topic."""
    rows = list(data.load("ecbplus_pairs_train", root))
    random.Random(3).shuffle(rows)
    found = []
    for row in rows[:most]:
        same = float(row["label"])
        found.append(Example(pieces(row["a"], None), pieces(row["b"], None), (same, same, *[NAN] * len(DIFFERENCES))))
    return found


def contradictions(root: Path) -> list[Example]:
    """Entailment, contradiction and neither: RTE-3 (three-way where labelled), Emergent, symmetric FEVER."""
    column = OUTPUTS.index("contradiction")
    found = []

    def add(a: str, b: str, same: float, contradicts: float) -> None:
        row = [NAN] * len(OUTPUTS)
        row[1], row[column] = same, contradicts
        found.append(Example(pieces(a, None), pieces(b, None), tuple(row)))

    for a, b, label in _entailment(root):
        if label == "entailment":
            add(a, b, 1.0, 0.0)
        elif label == "contradiction":
            add(a, b, 1.0, 1.0)
        else:
            add(a, b, NAN, 0.0)
    return found


def _entailment(root: Path) -> Iterable[tuple[str, str, str]]:
    for row in data.load("emergent_train", root):
        yield row["claim"], row["headline"], {"for": "entailment", "against": "contradiction"}.get(row["stance"], "")
    for part in ("rte1_dev", "rte1_test", "rte2_dev", "rte2_test", "rte3_dev", "rte3_test"):
        for row in data.load(f"rte_{part}", root):
            label = row["nli"] or ("entailment" if int(row["entail"]) else "")
            if label:
                yield row["a"], row["b"], label
    for part in ("dev", "test"):
        for row in data.load(f"fever_symmetric_{part}", root):
            yield row["a"], row["b"], row["nli"]
