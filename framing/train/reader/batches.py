"""Documents as batches of windows with labels on word pieces; names are swapped and outlets masked on the way."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from framing.model import windows
from framing.train import swaps
from framing.train.reader import tasks
from framing.train.reader.documents import Document, Spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

PIECES = 3072
"""Word pieces of a batch, padding included."""
CLS, SEP, MASK = 101, 102, 103
SWAPPED = 0.5
"""Share of documents whose names are swapped in a round."""
_OUTLETS = re.compile(
    r"\b(?:Breitbart(?: News)?|Alternet|AlterNet|Reuters|(?:The )?Federalist|MSNBC|Fox News|Fox|USA Today|HuffPost"
    r"|(?:The )?Huffington Post|(?:The )?Daily Beast|(?:The )?Daily Stormer|(?:The )?New York Times|NYT"
    r"|(?:The )?Washington Post|CNN|NPR|Associated Press|AP|Bloomberg|(?:The )?Wall Street Journal|Politico|Vox"
    r"|(?:The )?Guardian|BBC|ABC News|CBS News|NBC News|National Review|(?:The )?Daily Caller|Newsmax|Townhall)\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One window: piece ids, labels (NaN where a question is not asked), sentence bounds and grades, links, mentions.

    ``links`` holds (anchor piece, three sets of pieces); ``mentions`` (first piece, last piece + 1, stance).
    """

    task: str
    ids: list[int]
    labels: Floats
    bounds: list[tuple[int, int]]
    grades: Floats
    links: list[tuple[int, tuple[list[int], ...]]] | None
    mentions: list[tuple[int, int, int]] = field(default_factory=list)


def examples(document: Document, tokenizer: Any, *, step: int = 0) -> Iterator[Example]:
    """The windows of a document, with names swapped by ``step`` places in their groups (0 leaves them)."""
    import numpy as np

    found = [_encoded(document.text[s:e], tokenizer, step, s) for s, e in document.sentences]
    columns = {name: i for i, name in enumerate(tasks.TOKENS)}
    for window in windows.cut([len(ids) for ids, _ in found]):
        ids: list[int] = [CLS]
        places: list[tuple[int, int]] = [(-1, -1)]
        bounds: list[tuple[int, int]] = []
        for i in range(window.first, window.last):
            piece_ids, offsets = found[i]
            kept = piece_ids[: windows.LIMIT - 2 - (len(ids) - 1)]
            bounds.append((len(ids), len(ids) + len(kept)))
            ids += kept
            places += offsets[: len(kept)]
        ids.append(SEP)
        places.append((-1, -1))
        spots = np.array(places, dtype=np.int64)
        labels = np.full((len(ids), len(tasks.TOKENS)), np.nan, dtype=np.float32)
        inner = spots[:, 0] >= 0
        for name, spans in document.tokens.items():
            column = columns[name]
            asked = _covered(spots, document.inside[name]) if name in document.inside else inner
            labels[asked, column] = 0.0
            labels[_covered(spots, spans) & asked, column] = 1.0
        links = None
        if document.attributions is not None:
            links = []
            labels[inner, :4] = 0.0
            for one in document.attributions:
                parts = tuple(_covered(spots, part) for part in (one.source, one.cue, one.content))
                for offset, part in enumerate(parts):
                    labels[part, offset + 1] = 1.0
                anchor = one.anchor
                if anchor is None:
                    continue
                at = np.flatnonzero((spots[:, 0] <= anchor) & (spots[:, 1] > anchor))
                if at.size:
                    labels[at[0], 0] = 1.0
                    links.append((int(at[0]), tuple(np.flatnonzero(part).tolist() for part in parts)))
        grades = np.full((len(bounds), len(tasks.SENTENCES)), np.nan, dtype=np.float32)
        for name, values in document.grades.items():
            for row, i in enumerate(range(window.first, window.last)):
                if values[i] is not None and i >= window.fresh:
                    grades[row, tasks.SENTENCES.index(name)] = values[i]
        mentions = []
        for start, end, stance in document.mentions:
            at = np.flatnonzero((spots[:, 0] < end) & (spots[:, 1] > start))
            if at.size:
                mentions.append((int(at[0]), int(at[-1]) + 1, stance))
        yield Example(document.task, ids, labels, bounds, grades, links, mentions)


def _encoded(sentence: str, tokenizer: Any, step: int, start: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Piece ids of a sentence and their characters in the document, through swapped names back to the original."""
    text, back = swaps.swapped_with_places(sentence, step) if step else (sentence, None)
    coded = tokenizer.encode(text, add_special_tokens=False)
    offsets = [(back(s), back(e)) if back is not None else (s, e) for s, e in coded.offsets]
    ids = list(coded.ids)
    for match in _OUTLETS.finditer(sentence):
        for i, (s, e) in enumerate(offsets):
            if s < match.end() and match.start() < e:
                ids[i] = MASK
    return ids, [(s + start, e + start) for s, e in offsets]


def _covered(spots: NDArray[np.int64], spans: Spans) -> NDArray[np.bool_]:
    import numpy as np

    covered = np.zeros(len(spots), dtype=bool)
    for start, end in spans:
        covered |= (spots[:, 0] < end) & (spots[:, 1] > start) & (spots[:, 0] >= 0)
    return covered


def rounds(
    documents: dict[str, Sequence[Document]], plan: Sequence[tasks.Task], tokenizer: Any, *, seed: int, number: int
) -> list[list[Example]]:
    """The batches of one round, shuffled: each of one task, of windows of similar length, every task in its share."""
    chance = random.Random(f"{seed}/{number}")
    batches: list[list[Example]] = []
    for task in plan:
        drawn = _drawn(documents[task.name], task.rounds, chance, number)
        found = [
            example
            for document in drawn
            for example in examples(
                document, tokenizer, step=chance.randrange(1, 11) if chance.random() < SWAPPED else 0
            )
        ]
        found.sort(key=lambda e: len(e.ids) + chance.random() * 8)
        batch: list[Example] = []
        for example in found:
            if batch and len(example.ids) * (len(batch) + 1) > PIECES:
                batches.append(batch)
                batch = []
            batch.append(example)
        if batch:
            batches.append(batch)
    chance.shuffle(batches)
    return batches


def _drawn(documents: Sequence[Document], share: float, chance: random.Random, number: int) -> list[Document]:
    whole, rest = divmod(share, 1.0)
    drawn = list(documents) * int(whole)
    count = round(rest * len(documents))
    if count:
        # Parts of a set follow one another from round to round, so that all of it is seen.
        order = sorted(documents, key=lambda d: (hash_of(d.id), d.id))
        at = (number * count) % len(order)
        drawn += (order + order)[at : at + count]
    chance.shuffle(drawn)
    return drawn


def hash_of(key: str) -> int:
    """A number that depends on the key alone."""
    import zlib

    return zlib.crc32(key.encode())
