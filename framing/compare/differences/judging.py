"""Whether a kind of difference holds between two sides: one logistic regression a kind.

The detectors tell where a difference may be, the pair reader (which has read both sentences together) how likely it is;
beside them stand what the annotations say: whose voice, which sources, how certain, which figures, how charged. The
models are fitted and their cuts fixed on ``alignment_train`` by story; each kind's measured precision and recall are in
the model card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.compare import content
from framing.compare.differences.sides import Side
from framing.compare.differences.sources import key, same
from framing.errors import ModelError
from framing.model import linear
from framing.model.pair_reader import DIFFERENCES
from framing.types import Difference, DifferenceKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PATH = Path(__file__).parent.parent.parent / "model" / "heads" / "differences.json"
SCHEMA = "framing.differences/1"
KINDS: tuple[DifferenceKind, ...] = (
    "attribution",
    "attribution_lost",
    "number",
    "hedge",
    "wording",
)
"""The kinds that are judged. For ``contradiction`` and ``agent`` the judge was never right often enough to be heard
(measured: one in nine, one in four), and ``quote_altered`` compares the words themselves: their detectors decide."""
DETECTED: tuple[DifferenceKind, ...] = (
    "attribution",
    "attribution_lost",
    "number",
    "hedge",
    "contradiction",
    "agent",
    "wording",
    "quote_altered",
)
_MEASURED = (
    "both_own",
    "one_own",
    "both_quoted",
    "one_quoted",
    "sources_one",
    "sources_two",
    "one_source_untold",
    "hedges_gap",
    "hedges_most",
    "certainty_differs",
    "denials_gap",
    "figures_agree",
    "figures_differ",
    "figures_gap",
    "charged_gap",
    "charged_most",
    "charge_score_gap",
    "loaded_gap",
    "loaded_most",
    "overlap",
    "length_ratio",
    "length_most",
    "quotes_gap",
)
COLUMNS = (
    *(f"reader_{kind}" for kind in DIFFERENCES),
    *(f"found_{kind}" for kind in DETECTED),
    *_MEASURED,
)


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """The fitted models; ``probability`` of a kind is bent so that 0.5 is the decision."""

    models: dict[DifferenceKind, linear.Linear]
    calibrations: dict[DifferenceKind, linear.Calibration]

    def probability(self, kind: DifferenceKind, row: NDArray[np.float32]) -> float:
        """How likely ``kind`` holds for a row of ``COLUMNS``."""
        logits = self.models[kind].logits(row[None, :])[:, 0]
        return float(self.calibrations[kind](logits)[0])


@lru_cache(maxsize=1)
def judge() -> Judge:
    """The judge as trained; raises ``ModelError`` where its file is missing, damaged or of another version."""
    stored = linear.read(PATH, SCHEMA)
    models: dict[DifferenceKind, linear.Linear] = {}
    calibrations: dict[DifferenceKind, linear.Calibration] = {}
    for kind in KINDS:
        part = stored["kinds"].get(kind)
        if part is None:
            raise ModelError(f"{PATH}: lacks the kind {kind}; reinstall framing")
        models[kind] = linear.Linear.from_json(part["model"], f"{PATH}: {kind}")
        if tuple(name for name, _ in models[kind].features) != COLUMNS:
            raise ModelError(f"{PATH}: was trained on other columns than this version computes; reinstall framing")
        calibrations[kind] = linear.Calibration.from_json(part["calibration"], f"{PATH}: {kind}")
    return Judge(models, calibrations)


def columns(
    a: Side, b: Side, found: Mapping[DifferenceKind, Difference], answers: Mapping[str, float]
) -> NDArray[np.float32]:
    """The row of ``COLUMNS`` for two sides, what the detectors ``found`` and the reader's ``answers``; symmetric."""
    import numpy as np

    row = [answers[kind] for kind in DIFFERENCES]
    row += [found[kind].score if kind in found else 0.0 for kind in DETECTED]
    measured = _voices(a, b) | _certainties(a, b) | _figures(a, b) | _charges(a, b) | _sizes(a, b)
    return np.array([*row, *(measured[name] for name in _MEASURED)], dtype=np.float32)


def _voices(a: Side, b: Side) -> dict[str, float]:
    statuses = [a.member.status, b.member.status]
    sources = [side.main[1].source if side.main[1] is not None else None for side in (a, b)]
    told = [s is not None and bool(key(side, s)) for side, s in zip((a, b), sources, strict=True)]
    one = told[0] and told[1] and sources[0] is not None and sources[1] is not None
    alike = bool(one and sources[0] and sources[1] and same(a, sources[0], b, sources[1]))
    return {
        "both_own": float(statuses == ["own", "own"]),
        "one_own": float((statuses[0] == "own") != (statuses[1] == "own")),
        "both_quoted": float(statuses == ["quoted", "quoted"]),
        "one_quoted": float((statuses[0] == "quoted") != (statuses[1] == "quoted")),
        "sources_one": float(alike),
        "sources_two": float(one and not alike),
        "one_source_untold": float(told[0] != told[1]),
        "quotes_gap": float(abs(len(a.quotes) - len(b.quotes))),
    }


def _certainties(a: Side, b: Side) -> dict[str, float]:
    from framing.annotate import certainty

    hedges = [len(a.hedges), len(b.hedges)]
    denials = [len(certainty.negations(side.text, side.span)) for side in (a, b)]
    return {
        "hedges_gap": float(abs(hedges[0] - hedges[1])),
        "hedges_most": float(max(hedges)),
        "certainty_differs": float(a.member.certainty != b.member.certainty),
        "denials_gap": float(abs(denials[0] - denials[1])),
    }


def _figures(a: Side, b: Side) -> dict[str, float]:
    from framing.language import quantities

    agree = sum(any(quantities.agree(q, r) for r in b.quantities) for q in a.quantities)
    differ = sum(quantities.comparable(q, r) and not quantities.agree(q, r) for q in a.quantities for r in b.quantities)
    return {
        "figures_agree": float(agree),
        "figures_differ": float(min(differ, 4)),
        "figures_gap": float(abs(len(a.quantities) - len(b.quantities))),
    }


def _charges(a: Side, b: Side) -> dict[str, float]:
    marks = [[w.score for w in s.charged] for s in (a, b)]
    counts = [len(found) for found in marks]
    scores = [max(found, default=0.0) for found in marks]
    loaded = [a.loaded, b.loaded]
    return {
        "charged_gap": float(abs(counts[0] - counts[1])),
        "charged_most": float(max(counts)),
        "charge_score_gap": abs(scores[0] - scores[1]),
        "loaded_gap": abs(loaded[0] - loaded[1]),
        "loaded_most": max(loaded),
    }


def _sizes(a: Side, b: Side) -> dict[str, float]:
    one, other = content.content_stems(a.member.text), content.content_stems(b.member.text)
    lengths = sorted((len(a.words), len(b.words)))
    return {
        "overlap": 2 * len(one & other) / max(1, len(one) + len(other)),
        "length_ratio": lengths[0] / max(1, lengths[1]),
        "length_most": float(lengths[1]),
    }
