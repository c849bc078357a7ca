"""The pair reader: two sentences read together by one small transformer, run as ONNX without torch.

It answers what a sentence vector cannot: whether two sentences report the same claim, and in what they differ. Words
enter with a mark for how rare they are in the story and whether the other sentence has them too, so that the names
which every sentence of the story shares say little (Nogueira & Cho 2019 for the architecture).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import ModelError
from framing.model.encoder import WEIGHTS, read_manifest, verified

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = WEIGHTS / "pairs"
SCHEMA = "framing.pairs/1"
DIFFERENCES = ("detail", "attribution", "attribution_lost", "number", "hedge", "contradiction", "agent", "loaded")
OUTPUTS = ("same", "related", *DIFFERENCES)
"""What the reader answers about a pair, in log-odds: that it is one claim, that it overlaps, and each difference."""
PIECES = 64
"""Word pieces of a sentence that are read; the rest is cut."""
MARKS = 9
_PLAIN, _UNKNOWN = 0, 7
_LEVELS = (0.5, 0.75)
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence for the pair reader: its word pieces, the stem each belongs to (``""``: none of content), rarity.

    ``rarity[k]`` is 0, 1 or 2: how rare the word of piece ``k`` is in its story; -1 where no story is known.
    """

    ids: tuple[int, ...]
    stems: tuple[str, ...]
    rarity: tuple[int, ...]


def sentence(
    ids: Sequence[int],
    offsets: Sequence[Sequence[int]],
    words: Sequence[tuple[int, int, str]],
    weight: Mapping[str, float] | None,
) -> Sentence:
    """The sentence with pieces ``ids`` at ``offsets``; ``words`` are (start, end, stem), ``""`` for function words.

    ``weight`` gives the rarity of stems in the story, ``None`` where there is no story.
    """
    most = max(weight.values(), default=1.0) if weight else 1.0
    stems, rarity = [], []
    at = 0
    for start, end in list(offsets)[:PIECES]:
        while at < len(words) and words[at][1] <= start:
            at += 1
        stem = words[at][2] if at < len(words) and words[at][0] < end else ""
        stems.append(stem)
        share = weight.get(stem, most) / most if weight is not None else -1.0
        rarity.append(-1 if weight is None else sum(share >= level for level in _LEVELS))
    return Sentence(tuple(ids[:PIECES]), tuple(stems), tuple(rarity))


def joined(one: Sentence, two: Sentence) -> tuple[list[int], list[int], list[int]]:
    """Ids, sentence numbers (0, 1) and marks of the pair as the transformer reads it."""
    ids = [CLS, *one.ids, SEP, *two.ids, SEP]
    kinds = [0] * (len(one.ids) + 2) + [1] * (len(two.ids) + 1)
    marks = [_PLAIN, *_marked(one, set(two.stems)), _PLAIN, *_marked(two, set(one.stems)), _PLAIN]
    return ids, kinds, marks


def _marked(here: Sentence, there: set[str]) -> list[int]:
    marks = []
    for stem, level in zip(here.stems, here.rarity, strict=True):
        if not stem:
            marks.append(_PLAIN)
        elif level < 0:
            marks.append(_UNKNOWN + (stem in there))
        else:
            marks.append(1 + level + 3 * (stem in there))
    return marks


class PairReader:
    """The bundled pair reader; one word-piece sequence a pair, each run alone, so no pair's answer hangs on another."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        manifest = read_manifest(folder)
        if manifest.get("schema") != SCHEMA or tuple(manifest.get("outputs", ())) != OUTPUTS:
            raise ModelError(f"{folder}: holds another pair reader than this version reads; reinstall framing")
        graph = verified(folder / "pairs.onnx", manifest)
        self.sha256 = str(manifest["files"]["pairs.onnx"])
        self.name = str(manifest["name"])

        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_buffer(verified(folder.parent / "tokenizer.json", manifest))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(PIECES)
        self._threads = threads

    def sentences(
        self,
        texts: Sequence[str],
        words: Sequence[Sequence[tuple[int, int, str]]],
        weight: Mapping[str, float] | None,
    ) -> tuple[Sentence, ...]:
        """``texts`` of one story made ready; ``words`` and ``weight`` as for ``sentence``."""
        found = self._tokenizer.encode_batch(list(texts), add_special_tokens=False) if texts else []
        return tuple(sentence(f.ids, f.offsets, w, weight) for f, w in zip(found, words, strict=True))

    def read(self, pairs: Sequence[tuple[Sentence, Sentence]]) -> NDArray[np.float32]:
        """(pairs, outputs) log-odds; of a pair the order of its sentences does not matter."""
        import numpy as np

        if not pairs:
            return np.zeros((0, len(OUTPUTS)), dtype=np.float32)
        with ThreadPoolExecutor(self._threads) as pool:
            found = list(pool.map(self._one, pairs))
        return np.concatenate(found)

    def _one(self, pair: tuple[Sentence, Sentence]) -> NDArray[np.float32]:
        import numpy as np

        one, two = sorted(pair, key=lambda s: s.ids)
        ids, kinds, marks = (np.array([row], dtype=np.int64) for row in joined(one, two))
        found: NDArray[np.float32] = self._session.run(None, {"ids": ids, "kinds": kinds, "marks": marks})[0]
        return found


@lru_cache(maxsize=1)
def recorded() -> dict[str, Any]:
    """The figures of the training, on stories that the readers measured had not seen; raises ``ModelError``."""
    path = FOLDER / "figures.json"
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: the record of the training cannot be read ({error})") from error
    return found


@lru_cache(maxsize=2)
def load(threads: int) -> PairReader:
    """The bundled pair reader, loaded once a process; raises ``ModelError`` where its files are missing or damaged."""
    return PairReader(FOLDER, threads=threads)
