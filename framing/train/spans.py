"""How well marked spans meet an editor's marks, and the threshold at which they do so best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from framing.annotate.wording import marked
from framing.train.measures import f1_of
from framing.train.wording_examples import Example, Mark
from framing.types import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FLAT = 0.005


def figures(found: Mapping[int, Iterable[Span]], marks: Mapping[int, Iterable[Mark]]) -> dict[str, float]:
    """Precision, recall and F1 of own-voice spans by document.

    A span is right if it overlaps any own-voice mark; recall is over the sure ones.
    """
    spans = right = sure = met = 0
    for document in {*found, *marks}:
        own = [m for m in marks.get(document, ()) if m.own]
        here = list(found.get(document, ()))
        spans += len(here)
        right += sum(any(s.overlaps(m.span) for m in own) for s in here)
        sure += sum(m.sure for m in own)
        met += sum(m.sure and any(s.overlaps(m.span) for s in here) for m in own)
    precision = right / spans if spans else 0.0
    recall = met / sure if sure else 0.0
    f1 = f1_of(precision, recall)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "spans": spans,
        "sure_marks": sure,
    }


def best_threshold(
    examples: Sequence[Example], logits: Sequence[NDArray[np.float64]]
) -> tuple[float, dict[str, float]]:
    """The logit from which spans outside quotation marks meet own-voice marks best by F1, and the figures there.

    The curve is flat near its top: of the cuts within ``FLAT`` of the highest F1, the one that misses least is taken.
    """
    import numpy as np

    marks: dict[int, tuple[Mark, ...]] = {e.document: e.labels.marks for e in examples}
    measured: dict[float, dict[str, float]] = {}
    for cut in np.round(np.arange(-3.0, 1.0, 0.05), 2).tolist():
        found: dict[int, list[Span]] = defaultdict(list)
        for example, scores in zip(examples, logits, strict=True):
            for mark in marked(example.words, scores, example.text, cut):
                first, last = example.words[mark.first], example.words[mark.last]
                if not first.quoted:
                    found[example.document].append(Span(first.start, last.end))
        measured[cut] = figures(found, marks)
    top = max(one["f1"] for one in measured.values())
    chosen = min(cut for cut, one in measured.items() if one["f1"] >= top - FLAT)
    return chosen, measured[chosen]
