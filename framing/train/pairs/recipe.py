"""How the shipped pair reader is made: a chain of trainings, each from the weights of the one before.

``elsewhere`` teaches pairs of events, contradictions and short stories; ``own-1`` and ``own-2`` this project's labelled
stories and invented contrasts; ``third-N`` the long stories without the N-th third of their events, to fit and measure
what comes after; ``shipped`` all long stories. What is exported is the mean of a chain's last two weights, which ranks
better than either (Wortsman et al. 2022). Our stories of round 3 teach only the judge of
differences. ``make`` does what is not yet done.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from framing.compare import alignment
from framing.compare.differences.judging import PATH as JUDGE
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.model import reader as readers
from framing.model.pair_reader import FOLDER, PairReader
from framing.train import alignment as first_stage
from framing.train import data, evaluate_absence, evaluate_claims, evaluate_differences, evaluate_told
from framing.train.pairs import decision, examples, exporting, judging, loop
from framing.train.stories import stories

EVENTS, CONTRADICTIONS = 6000, 3500
UNTAUGHT = 3
"""The round of our stories that teaches the pair reader nothing, and so can teach the judge."""
SAMPLE = 6
"""Absence is measured on every so many of the training stories, since each is compared four times."""
NEAR, FAR, EASY = -3.0, -6.0, 0.1
"""Unlabelled pairs are taught from log-odds ``NEAR`` of the first stage; above ``FAR`` this share of them is."""


@dataclass(frozen=True, slots=True)
class Link:
    """One training of the chain."""

    name: str
    after: str | None
    plan: loop.Plan


CHAIN = (
    Link("elsewhere", None, loop.Plan(rounds=2)),
    Link("own-1", "elsewhere", loop.Plan(rounds=1)),
    Link("own-2", "own-1", loop.Plan(rounds=1)),
    *(Link(f"third-{k}", "own-2", loop.Plan(rounds=2, rate=1e-4)) for k in range(decision.THIRDS)),
    Link("shipped", "own-2", loop.Plan(rounds=2, rate=1e-4)),
)


def make(root: Path, folder: Path, *, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Trains what ``folder`` lacks, exports it, fits the last steps; returns the figures over folds and keeps them."""
    pairs = _Pairs(root)
    for link in CHAIN:
        out = folder / f"pairs-{link.name}"
        if not (out / "pairs.pt").is_file():
            say(f"pairs: {link.name}")
            start = str(folder / f"pairs-{link.after}" / "pairs.pt") if link.after else None
            loop.fit(replace(link.plan, start_from=start), pairs.of(link.name), out, say=say)
        if link.name.startswith(("third", "shipped")):
            averaged = exporting.average([out / "pairs.pt", folder / f"pairs-{link.after}" / "pairs.pt"], out)
            exporting.export(averaged, FOLDER if link.name == "shipped" else out)
    return fit(root, [folder / f"pairs-third-{k}" for k in range(decision.THIRDS)], say=say)


def fit(root: Path, thirds: Sequence[Path], *, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Fits the decision and the judge on the exported readers ``thirds``; writes both and the record of figures."""
    threads = EncoderConfig().threads
    held = decision.held(root, [PairReader(folder, threads=threads) for folder in thirds])
    reader = readers.load(threads)
    figures = {"pairs": decision.fit(held, alignment.DECISION)}
    own = [row for row in stories(data.load("allsides_articles_lead", root)) if row["round"] == UNTAUGHT]
    more = decision.unseen([row for row in own if any(pair["grade"] == "must" for pair in row["pairs"])])
    figures["judge"] = judging.fit(judging.pairs(held, reader), judging.pairs(more, reader), JUDGE)
    alignment.decision.cache_clear()
    by_story = {story.record["story"]: story for story in held}

    def scored(record: data.Row) -> list[tuple[str, str, float]]:
        story = by_story[record["story"]]
        ids = [s["id"] for article in record["articles"] for s in article["sentences"]]
        values = alignment.decision().probability(story.scored.rows)
        return [(ids[i], ids[j], float(p)) for i, j, p in zip(story.scored.a, story.scored.b, values, strict=True)]

    say(json.dumps(figures, default=float))
    grouped, together = evaluate_claims.of_scored_pairs([s.record for s in held], scored)
    figures["claims_bcubed"], figures["pairs_together"] = grouped.record(), together.record()
    figures["absence"] = evaluate_absence.measure(
        [s.record for s in held][::SAMPLE],
        reader,
        encoders.load(EncoderConfig()),
        lambda record: alignment.scorer(by_story[record["story"]].stages),
    )
    encoder = encoders.load(EncoderConfig())
    pairs = [p for s in held for p in evaluate_differences.judge(s.record, reader, encoder, s.stages.reader)]
    counts = evaluate_differences.measure(pairs)
    figures["differences"] = {kind: counts[kind].record() for kind in evaluate_differences.KINDS.values()}
    told = evaluate_told.measure(
        [s.record for s in held],
        reader,
        encoders.load(EncoderConfig()),
        lambda record: alignment.scorer(by_story[record["story"]].stages),
    )
    figures["told"], figures["rows"] = told["differences"], told["rows"]
    (FOLDER / "figures.json").write_text(json.dumps(figures, indent=1, default=float) + "\n", encoding="utf-8")
    say(json.dumps(figures["absence"]))
    return figures


class _Pairs:
    """The pairs of each training."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._encoder = encoders.load(EncoderConfig(model="bundled", threads=2, batch_size=32))

    def of(self, name: str) -> list[examples.Example]:
        """What the training ``name`` is taught."""
        chance = random.Random(name)
        if name == "elsewhere":
            others = examples.contradictions(self._root)
            chance.shuffle(others)
            found = self._stories(data.load("alignment_short_train", self._root), chance, FAR)
            return found + examples.events(self._root, EVENTS) + others[:CONTRADICTIONS]
        if name.startswith("own"):
            return self._stories(self._own(int(name[-1])), chance, NEAR) + examples.invented()
        long = data.load("alignment_train", self._root)
        if name == "shipped":
            return self._stories(long, chance, NEAR - 1)
        part = decision.thirds(long)
        return self._stories([r for r in long if part[r["event"]] != int(name[-1])], chance, NEAR - 1)

    def _own(self, number: int) -> list[data.Row]:
        rows = data.load("allsides_articles_lead", self._root)
        return [row for row in stories(rows) if row["round"] == number]

    def _stories(self, records: Iterable[data.Row], chance: random.Random, near: float) -> list[examples.Example]:
        found = []
        for record in records:
            story, _ = first_stage.labelled_story(record, self._encoder)
            rows, a, b = first_stage.proposed(story)
            likely = alignment.first_stage().raw(rows)
            worth = [
                pair
                for pair, value in zip(zip(a.tolist(), b.tolist(), strict=True), likely, strict=True)
                if value > near or (value > FAR and chance.random() < EASY)
            ]
            found += examples.of_story(record, worth)
        return found
