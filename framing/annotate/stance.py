"""Stance of a sentence toward one mention in it: from -1 (against) to 1 (for), a first and plain model.

A linear model over the frozen encoder's states (the mention, the words around it, the sentence) and counts of words
that speak well or ill. Labels: NewsMTSC (Hamborg & Donnay 2021). The value is the probability for minus the
probability against, bent so that the decision fixed on training folds falls at -1/3 and 1/3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from framing.annotate import polarity
from framing.annotate.actors import Stance
from framing.errors import ModelError
from framing.language.lexicon import lexicon
from framing.model import linear
from framing.types import Encoding, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEAD: Final = Path(linear.__file__).parent / "heads" / "stance.json"
SCHEMA: Final = "framing.heads.stance/1"
LABELS: Final = ("against", "neutral", "for")
WIDTH: Final = 384
FEATURES: Final = (
    ("the mention", WIDTH),
    ("the words around it", WIDTH),
    ("the words after it", WIDTH),
    ("the sentence", WIDTH),
    ("words that speak well or ill", 12),
)
_WINDOW = 8
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEGATIONS = lexicon("not never no don't doesn't didn't won't wasn't isn't can't cannot without hardly")


@dataclass(frozen=True, eq=False)
class Model:
    """The stored head: a three-way linear model and where its two decisions lie on ``p(for) - p(against)``."""

    head: linear.Linear
    against: float
    favour: float

    def value(self, row: NDArray[np.float32]) -> float:
        """The stance of one feature row, in [-1, 1]."""
        shares = self.head.distribution(row[None, :])[0]
        return bent(float(shares[2] - shares[0]), self.against, self.favour)


def bent(margin: float, against: float, favour: float) -> float:
    """``margin`` in [-1, 1] mapped piecewise linearly so that the two cuts fall on -1/3 and 1/3."""
    if margin <= against:
        value = -1.0 + (margin + 1.0) * (2 / 3) / max(against + 1.0, 1e-9)
    elif margin >= favour:
        value = 1.0 - (1.0 - margin) * (2 / 3) / max(1.0 - favour, 1e-9)
    else:
        value = -1 / 3 + (margin - against) * (2 / 3) / max(favour - against, 1e-9)
    return max(-1.0, min(1.0, value))


def load() -> Model:
    """The bundled head; raises ``ModelError`` where it is missing or damaged."""
    return _load(HEAD)


@lru_cache(maxsize=2)
def _load(path: Path) -> Model:
    data = linear.read(path, SCHEMA)
    head = linear.Linear.from_json(data["model"], str(path))
    try:
        against, favour = (float(cut) for cut in data["cuts"])
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{path}: the stance cuts are damaged ({error}); reinstall framing") from error
    if head.features != FEATURES or head.outputs != LABELS:
        raise ModelError(f"{path}: the stance head does not fit this version; reinstall framing")
    return Model(head, against, favour)


def of_article(text: str, sentences: Sequence[Sentence], encoding: Encoding) -> Stance | None:
    """A function for ``actors.find`` over the sentences of ``encoding``; ``None`` where another encoder was used."""
    if encoding.vectors.ndim != 2 or encoding.vectors.shape[1] != WIDTH:
        return None
    model = load()
    where = {text[s.start : s.end]: i for i, s in reversed(list(enumerate(sentences)))}

    def stance(sentence: str, start: int, end: int) -> float:
        index = where.get(sentence)
        if index is None:
            return 0.0
        offsets = encoding.offsets[index] - sentences[index].start
        return round(
            model.value(row(sentence, start, end, encoding.vectors[index], offsets, encoding.states[index])), 4
        )

    return stance


def row(
    text: str,
    start: int,
    end: int,
    vector: NDArray[np.float32],
    offsets: NDArray[np.int64],
    states: NDArray[np.float32],
) -> NDArray[np.float32]:
    """The feature row of the mention ``text[start:end]``; ``offsets`` (m, 2) into ``text``, ``states`` (m, 384)."""
    import numpy as np

    inside = (offsets[:, 0] < end) & (offsets[:, 1] > start)
    at = np.flatnonzero(inside)
    parts = [_mean(states, at)]
    first, last = (int(at[0]), int(at[-1])) if at.size else (0, 0)
    around = np.arange(max(0, first - _WINDOW), min(len(states), last + 1 + _WINDOW))
    parts.append(_mean(states, around[~inside[around]] if around.size else around))
    parts.append(_mean(states, np.arange(min(len(states), last + 1), min(len(states), last + 1 + _WINDOW))))
    parts += [vector, _lexical(text, start, end)]
    return np.concatenate(parts).astype(np.float32)


def _mean(states: NDArray[np.float32], at: NDArray[np.int64]) -> NDArray[np.float32]:
    import numpy as np

    if not at.size:
        return np.zeros(WIDTH, dtype=np.float32)
    return np.asarray(states[at].mean(axis=0), dtype=np.float32)


def _lexical(text: str, start: int, end: int) -> NDArray[np.float32]:
    """Counts of good and bad words before and after, far and near; negation, place, the nearest one, length."""
    import numpy as np

    words = [(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in _WORD.finditer(text)]
    before = [w for w in words if w[1] <= start]
    after = [w for w in words if w[0] >= end]
    counts = [*_counts(before), *_counts(after), *_counts(before[-5:]), *_counts(after[:5])]
    negated = float(any(w in _NEGATIONS for _, _, w in after[:5]))
    opens = float(not before)
    nearest = 0.0
    for rank, (_, _, word) in enumerate(
        sorted([*before[-8:], *after[:8]], key=lambda w: min(abs(w[0] - end), abs(start - w[1])))
    ):
        if word in polarity.POSITIVE or word in polarity.NEGATIVE:
            nearest = (1.0 if word in polarity.POSITIVE else -1.0) / (1 + rank / 4)
            break
    return np.array([*counts, negated, opens, nearest, float(min(len(words), 60)) / 60], dtype=np.float32)


def _counts(words: Sequence[tuple[int, int, str]]) -> tuple[float, float]:
    return (
        float(sum(w in polarity.POSITIVE for _, _, w in words)),
        float(sum(w in polarity.NEGATIVE for _, _, w in words)),
    )
