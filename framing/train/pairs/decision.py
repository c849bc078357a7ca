"""The last step of alignment and the judge of differences, fitted on stories that the pair reader did not see.

For each third of the events of ``alignment_train`` there is a pair reader and a first stage that were taught without
it. Their answers about that third are what the last step and the judge are fitted on, so that neither sees scores
that were learned by heart. Thresholds and calibration come from a further division by event. ``alignment_dev`` plays
no part.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare import alignment
from framing.compare.features import Story
from framing.config import EncoderConfig
from framing.model import encoder as encoders
from framing.model import linear
from framing.model.pair_reader import PairReader
from framing.train import alignment as first_stage
from framing.train import data
from framing.train.measures import PairScores, expected_calibration_error

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

THIRDS = 3
FOLDS = 5
TAIL = 0.0005
STRENGTH = 0.1
"""C of the logistic regression."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A labelled story with what readers that never saw it say: ``grades`` as in ``first_stage.StoryPairs``."""

    record: data.Row
    story: Story
    marks: dict[tuple[int, int], int]
    scored: alignment.Scored
    grades: NDArray[np.int8]
    stages: alignment.Stages

    @property
    def musts(self) -> int:
        return sum(grade == 1 for grade in self.marks.values())


def thirds(records: Sequence[data.Row]) -> dict[str, int]:
    """The third that each event belongs to."""
    return {event: i % THIRDS for i, event in enumerate(sorted({record["event"] for record in records}))}


def held(root: Path, readers: Sequence[PairReader]) -> list[Held]:
    """The stories of ``alignment_train`` as read by the stages that were taught without their third."""
    import numpy as np

    encoder = encoders.load(EncoderConfig(model="bundled", threads=2, batch_size=32))
    records = data.load("alignment_train", root)
    part = thirds(records)
    short = first_stage.prepare(data.load("alignment_short_train", root), encoder)
    long = first_stage.prepare(records, encoder)
    found = []
    for third, reader in enumerate(readers):
        trees = first_stage.fit([s for s in long if part[s.event] != third] + short)
        stages = alignment.Stages(trees.decision_function, reader)
        for record in (r for r in records if part[r["event"]] == third):
            story, marks = first_stage.labelled_story(record, encoder)
            scored = alignment.read_story(story, stages)
            keys = zip(scored.a.tolist(), scored.b.tolist(), strict=True)
            grades = np.array([marks.get(pair, 0) for pair in keys], dtype=np.int8)
            found.append(Held(record, story, marks, scored, grades, stages))
    return found


def unseen(records: Sequence[data.Row]) -> list[Held]:
    """Stories that taught nothing, as read by the stages as shipped; only their must pairs are asked about."""
    import numpy as np

    encoder = encoders.load(EncoderConfig(model="bundled", threads=2, batch_size=32))
    stages = alignment.bundled()
    none = alignment.Scored(*(np.zeros(0, dtype=np.int64),) * 2, *(np.zeros(0),) * 3)  # type: ignore[arg-type]
    found = []
    for record in records:
        story, marks = first_stage.labelled_story(record, encoder)
        found.append(Held(record, story, marks, none, np.zeros(0, dtype=np.int8), stages))
    return found


def fit(stories: Sequence[Held], out: Path) -> dict[str, Any]:
    """Fits and calibrates the last step, writes it to ``out``, returns the figures over folds by event."""
    import numpy as np

    events = {event: i % FOLDS for i, event in enumerate(sorted({s.record["event"] for s in stories}))}
    logits: list[NDArray[np.float64]] = [np.zeros(0)] * len(stories)
    for fold in range(FOLDS):
        model = _fit([s for s in stories if events[s.record["event"]] != fold])
        for k, story in enumerate(stories):
            if events[story.record["event"]] == fold:
                logits[k] = model.logits(story.scored.rows)[:, 0]
    grades = np.concatenate([s.grades for s in stories])
    scores = PairScores(np.concatenate(logits), grades, sum(s.musts for s in stories))
    threshold = scores.best_threshold(within=first_stage.WITHIN)
    knots = first_stage.calibration(scores, threshold)
    calibrated = PairScores(np.interp(scores.values, *knots), grades, scores.musts)
    rows = np.concatenate([s.scored.rows for s in stories])
    stored = {
        "schema": alignment.SCHEMA,
        "low": [float(f"{x:.6g}") for x in np.quantile(rows, TAIL, axis=0)],
        "high": [float(f"{x:.6g}") for x in np.quantile(rows, 1 - TAIL, axis=0)],
        "model": _fit(stories).to_json(),
        "calibration": linear.Calibration(tuple(knots[0]), tuple(knots[1])).to_json(),
    }
    out.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    decided = grades != 2
    read = int((grades == 1).sum())
    return {
        "measure": "alignment_train by event, readers taught without the story's third, threshold on the same folds",
        "pairs_read": len(grades),
        "must_pairs": scores.musts,
        "must_pairs_read": read,
        **calibrated.at(0.5),
        "average_precision": calibrated.average_precision(),
        "recall_at_precision_0.90": calibrated.recall_at_precision(0.9),
        "expected_calibration_error": expected_calibration_error(
            calibrated.values[decided], calibrated.grades[decided] == 1
        ),
    }


def _fit(stories: Sequence[Held]) -> linear.Linear:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    rows = np.concatenate([s.scored.rows for s in stories]).astype(np.float64)
    grades = np.concatenate([s.grades for s in stories])
    decided = grades != 2
    mean, scale = rows[decided].mean(axis=0), rows[decided].std(axis=0) + 1e-6
    fitted = LogisticRegression(C=STRENGTH, max_iter=2000).fit((rows[decided] - mean) / scale, grades[decided] == 1)
    return linear.fitted(
        [(name, 1) for name in alignment.COLUMNS],
        ("same",),
        weights=fitted.coef_,
        bias=fitted.intercept_,
        mean=mean,
        scale=scale,
    )
