"""The reader: an encoder fine-tuned to read articles, and its heads, run by ONNX and numpy without torch.

``load(settings)`` returns a ``Reader``; ``Reader.read(texts)`` takes texts with their sentences and returns a
``Reading`` of each: probabilities for every word piece and sentence, the links of attributions, and stance toward
mentions on demand. An article is read in windows of whole sentences with the sentence before as context, so every
answer knows its neighbours; one pass a sentence serves all heads (multi-task learning; Caruana 1997). Each window is
run alone: what is found in an article does not depend on what else is read with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import ModelError
from framing.model import windows
from framing.model.encoder import read_manifest, verified

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights" / "reader"
SCHEMA = "framing.reader/1"
ROLES = ("source", "cue", "content")
STANCES = ("against", "neutral", "for")
ANCHOR = "attribution.anchor"
_CLS, _SEP = 101, 102
_LEAST_ANCHOR = 0.15
_LEAST_PART = 0.02


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the spans of its sentences."""

    text: str
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """An attribution seen from its anchor: piece index, probability of being one, and each role's pieces.

    ``parts[r]`` maps piece indices of the article to the probability that they are source, cue or content (in the order
    of ``ROLES``) of this attribution; improbable pieces are left out.
    """

    anchor: int
    probability: float
    parts: tuple[dict[int, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the reader found in one text of n word pieces and m sentences.

    ``offsets`` (n, 2) characters of the text; ``bounds`` the pieces of each sentence; ``states`` (n, 384); ``tokens``
    and ``sentences`` hold probabilities by output name, (n,) and (m,).
    """

    offsets: NDArray[np.int64]
    bounds: tuple[tuple[int, int], ...]
    states: Floats
    tokens: dict[str, Floats]
    sentences: dict[str, Floats]
    links: tuple[Link, ...]
    heads: Heads

    def pieces(self, start: int, end: int) -> slice:
        """The pieces that overlap the characters from ``start`` to ``end``; empty where there are none."""
        import numpy as np

        first = int(np.searchsorted(self.offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], end, side="left"))
        return slice(first, max(first, last))

    def stance(self, start: int, end: int) -> Floats | None:
        """(3,) against, neutral, for: the stance of the sentence toward its mention ``start`` to ``end``."""
        import numpy as np

        mention = self.pieces(start, end)
        sentence = next(((a, b) for a, b in self.bounds if a <= mention.start < b), None)
        if sentence is None or mention.stop <= mention.start:
            return None
        return np.asarray(
            self.heads.stance(self.states[slice(*sentence)], mention.start - sentence[0], mention.stop - sentence[0])
        )


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """The stored heads, linear over states; see ``framing.train.reader.network`` for how they are trained."""

    token_names: tuple[str, ...]
    sentence_names: tuple[str, ...]
    arrays: dict[str, Floats]
    near: int
    far: int

    def token_probabilities(self, states: Floats) -> Floats:
        """(pieces, outputs)."""
        return _sigmoid(states @ self.arrays["tokens.weight"].T + self.arrays["tokens.bias"])

    def sentence_probabilities(self, states: Floats) -> Floats:
        """(outputs,) for the pieces of one sentence."""
        import numpy as np

        if not len(states):
            return np.zeros(len(self.sentence_names), dtype=np.float32)
        shares = _softmax(states @ self.arrays["attention.weight"].T + self.arrays["attention.bias"])
        values = states @ self.arrays["sentences.weight"].T
        return _sigmoid((shares * values).sum(axis=0) + self.arrays["sentences.bias"])

    def parts(self, states: Floats, anchors: Sequence[int]) -> Floats:
        """(anchors, roles, pieces): the probability that each piece is source, cue or content of each anchor."""
        import numpy as np

        count, roles = len(states), len(ROLES)
        one = states[list(anchors)] @ self.arrays["anchors.weight"].T + self.arrays["anchors.bias"]
        other = states @ self.arrays["parts.weight"].T + self.arrays["parts.bias"]
        width = one.shape[1] // roles
        one = one.reshape(len(anchors), roles, width)
        other = other.reshape(count, roles, width)
        scores = np.matmul(one.transpose(1, 0, 2), other.transpose(1, 2, 0)).transpose(1, 0, 2)
        scores = scores / np.float32(width**0.5)
        buckets = self._buckets(np.arange(count)[None, :] - np.asarray(anchors)[:, None])
        return _sigmoid(scores + self.arrays["distance"][:, buckets].transpose(1, 0, 2))

    def stance(self, states: Floats, first: int, last: int) -> Floats:
        """(3,) toward the mention of pieces ``first`` to ``last`` in the pieces of its sentence."""
        import numpy as np

        mention = states[first:last].mean(axis=0)
        query = self.arrays["target.weight"] @ mention + self.arrays["target.bias"]
        shares = _softmax((states @ query / np.float32(states.shape[1] ** 0.5))[:, None])[:, 0]
        both = np.concatenate([mention, shares @ states])
        return _softmax((self.arrays["stance.weight"] @ both + self.arrays["stance.bias"])[:, None])[:, 0]

    def _buckets(self, offsets: NDArray[np.int64]) -> NDArray[np.int64]:
        import numpy as np

        size = np.abs(offsets)
        logs = np.floor(np.log2(np.maximum(size, self.near + 1).astype(np.float32) / np.float32(self.near)) * 2)
        far = self.near + 1 + np.clip(logs.astype(np.int64), 0, self.far - 1)
        bucket = np.where(size <= self.near, size, far)
        return np.asarray(np.where(offsets < 0, -bucket, bucket) + self.near + self.far)


@dataclass(frozen=True, slots=True, eq=False)
class _Pieces:
    """The word pieces of a text: ids and how many a sentence keeps, their characters, and the windows."""

    coded: tuple[list[int], ...]
    starts: list[int]
    offsets: NDArray[np.int64]
    cuts: tuple[windows.Window, ...]

    @classmethod
    def of(cls, sentences: Sequence[tuple[Any, int]]) -> _Pieces:
        import numpy as np

        lengths = [min(len(coded.ids), windows.LIMIT - 2) for coded, _ in sentences]
        starts = [0, *accumulate(lengths)]
        offsets = np.zeros((starts[-1], 2), dtype=np.int64)
        for i, (coded, at) in enumerate(sentences):
            if lengths[i]:
                offsets[starts[i] : starts[i + 1]] = np.asarray(coded.offsets[: lengths[i]], dtype=np.int64) + at
        ids = tuple(list(coded.ids[:length]) for (coded, _), length in zip(sentences, lengths, strict=True))
        return cls(ids, starts, offsets, windows.cut(lengths))

    def ids(self, window: windows.Window) -> list[int]:
        """The ids that the graph reads for a window."""
        return [_CLS, *(i for k in range(window.first, window.last) for i in self.coded[k]), _SEP]


class Reader:
    """A reader stored as ``encoder.onnx``, ``heads.npz``, ``heads.json``, ``tokenizer.json`` and ``manifest.json``."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        manifest = read_manifest(folder)
        graph = verified(folder / "encoder.onnx", manifest)
        self.name = str(manifest["name"])
        self.sha256 = str(manifest["files"]["encoder.onnx"])
        self.heads = _heads(folder, manifest)

        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # Each window runs on one thread, several windows at a time: no thread waits for another within a window.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_buffer(verified(folder.parent / "tokenizer.json", manifest))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._pool = ThreadPoolExecutor(max_workers=threads)

    def read(self, texts: Sequence[Text]) -> tuple[Reading, ...]:
        """A reading of each text, in order; sentences longer than a window are cut."""
        flat = [text.text[start:end] for text in texts for start, end in text.sentences]
        coded = iter(self._tokenizer.encode_batch(flat, add_special_tokens=False) if flat else [])
        pieces = [_Pieces.of([(next(coded), start) for start, _ in text.sentences]) for text in texts]
        seen = self._pool.map(self._run, [one.ids(window) for one in pieces for window in one.cuts])
        return tuple(self._read(one, [next(seen) for _ in one.cuts]) for one in pieces)

    def _run(self, ids: list[int]) -> Floats:
        """The states of one window's pieces, without those of its special tokens."""
        import numpy as np

        row = np.asarray([ids], dtype=np.int64)
        states: Floats = self._session.run(None, {"input_ids": row, "attention_mask": np.ones_like(row)})[0][0, 1:-1]
        return states

    def _read(self, pieces: _Pieces, seen: Sequence[Floats]) -> Reading:
        import numpy as np

        starts = pieces.starts
        states = np.zeros((starts[-1], len(self.heads.arrays["tokens.weight"][0])), dtype=np.float32)
        links: dict[int, Link] = {}
        for window, found in zip(pieces.cuts, seen, strict=True):
            first, fresh = starts[window.first], starts[window.fresh]
            states[fresh : starts[window.last]] = found[fresh - first :]
            for link in self._links(found, first):
                known = links.get(link.anchor)
                links[link.anchor] = link if known is None else _joined(known, link, fresh)
        probabilities = self.heads.token_probabilities(states)
        bounds = tuple(pairwise(starts))
        graded = np.zeros((len(bounds), len(self.heads.sentence_names)), dtype=np.float32)
        for i, (a, b) in enumerate(bounds):
            graded[i] = self.heads.sentence_probabilities(states[a:b])
        return Reading(
            offsets=pieces.offsets,
            bounds=bounds,
            states=states,
            tokens={name: probabilities[:, i] for i, name in enumerate(self.heads.token_names)},
            sentences={name: graded[:, i] for i, name in enumerate(self.heads.sentence_names)},
            links=tuple(link for _, link in sorted(links.items())),
            heads=self.heads,
        )

    def _links(self, states: Floats, first: int) -> Iterator[Link]:
        """The links of a window's anchors; those of its context are seen again for what the window adds to them."""
        import numpy as np

        column = self.heads.token_names.index(ANCHOR)
        chances = _sigmoid(
            states @ self.heads.arrays["tokens.weight"][column] + self.heads.arrays["tokens.bias"][column]
        )
        peaks = _peaks(chances)
        if not peaks:
            return
        found = self.heads.parts(states, peaks)
        for i, peak in enumerate(peaks):
            parts = tuple(
                {int(p) + first: float(found[i, role, p]) for p in np.flatnonzero(found[i, role] >= _LEAST_PART)}
                for role in range(len(ROLES))
            )
            yield Link(peak + first, float(chances[peak]), parts)


def load(threads: int) -> Reader:
    """The bundled reader, loaded once a process; raises ``ModelError`` where its files are missing or damaged."""
    return _load(WEIGHTS, threads)


@lru_cache(maxsize=2)
def _load(folder: Path, threads: int) -> Reader:
    return Reader(folder, threads=threads)


def _heads(folder: Path, manifest: dict[str, Any]) -> Heads:
    import io

    import numpy as np

    described = json.loads(verified(folder / "heads.json", manifest))
    if described.get("schema") != SCHEMA:
        raise ModelError(f"{folder / 'heads.json'}: the heads do not fit this version; reinstall framing")
    with np.load(io.BytesIO(verified(folder / "heads.npz", manifest))) as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    return Heads(
        token_names=tuple(described["tokens"]),
        sentence_names=tuple(described["sentences"]),
        arrays=arrays,
        near=int(described["near"]),
        far=int(described["far"]),
    )


def _peaks(chances: Floats) -> list[int]:
    """Pieces likely enough to be anchors and likelier than their neighbours."""
    found = []
    for i, chance in enumerate(chances.tolist()):
        before = chances[i - 1] if i else 0.0
        after = chances[i + 1] if i + 1 < len(chances) else 0.0
        if chance >= _LEAST_ANCHOR and chance >= before and chance > after:
            found.append(i)
    return found


def _joined(known: Link, again: Link, border: int) -> Link:
    """A link that a later window saw again as context: pieces from ``border`` on come from there."""
    parts = tuple(
        {**first, **{p: v for p, v in second.items() if p >= border}}
        for first, second in zip(known.parts, again.parts, strict=True)
    )
    return Link(known.anchor, known.probability, parts)


def _sigmoid(values: Floats) -> Floats:
    import numpy as np

    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0))), dtype=np.float32)


def _softmax(values: Floats) -> Floats:
    import numpy as np

    powers = np.exp(values - values.max(axis=0, keepdims=True))
    return np.asarray(powers / powers.sum(axis=0, keepdims=True), dtype=np.float32)
