"""Labelled texts split into sentences and run through the encoder once, kept on disk between trainings if asked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.language import names, quotations, sentences
from framing.types import Encoding, Name, Quote, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.model.encoder import Encoded, Encoder


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A labelled text as the product sees it: sentences, quotations, names and encoding, offsets into ``text``."""

    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    names: tuple[Name, ...]
    encoding: Encoding | None


def passages(
    texts: Sequence[str], encoder: Encoder | None, *, whole: bool, cache: Path | None = None
) -> tuple[Passage, ...]:
    """One passage a text; ``whole`` keeps each text as a single sentence, as sentence-level sets label it.

    Without an ``encoder`` the encoding is ``None``. ``cache`` is a folder that keeps encodings between runs.
    """
    import numpy as np

    split = [((Sentence(0, len(t)),) if t else ()) if whole else sentences.split(t) for t in texts]
    flat = [s.span.of(text) for text, found in zip(texts, split, strict=True) for s in found]
    encoded = None if encoder is None else _encoded(flat, encoder, cache)
    out, at = [], 0
    for text, found in zip(texts, split, strict=True):
        encoding = None
        if encoded is not None:
            ends = at + len(found)
            encoding = Encoding(
                vectors=encoded.vectors[at:ends],
                offsets=tuple(
                    np.asarray(o, dtype=np.int64) + s.start
                    for o, s in zip(encoded.offsets[at:ends], found, strict=True)
                ),
                states=encoded.states[at:ends],
            )
            at = ends
        out.append(Passage(text, found, quotations.find(text), names.find(text, found), encoding))
    return tuple(out)


def _encoded(texts: Sequence[str], encoder: Encoder, cache: Path | None) -> Encoded:
    import numpy as np

    from framing.model.encoder import Encoded

    if cache is None:
        return encoder.encode(texts)
    key = hashlib.sha256("\x00".join([encoder.name, encoder.sha256 or "", *texts]).encode()).hexdigest()[:24]
    path = cache / f"{key}.npz"
    if not path.is_file():
        fresh = encoder.encode(texts)
        cache.mkdir(parents=True, exist_ok=True)
        np.savez(
            path,
            vectors=fresh.vectors,
            lengths=np.array([len(o) for o in fresh.offsets]),
            offsets=_stacked([*fresh.offsets], 2, np.int64),
            states=_stacked([*fresh.states], fresh.vectors.shape[1], np.float32).astype(np.float16),
        )
    with np.load(path) as stored:
        ends = np.cumsum(stored["lengths"])[:-1]
        return Encoded(
            vectors=stored["vectors"],
            offsets=tuple(np.split(stored["offsets"], ends)),
            states=tuple(part.astype(np.float32) for part in np.split(stored["states"], ends)),
        )


def _stacked(parts: list[NDArray[np.float32]] | list[NDArray[np.int64]], width: int, kind: type) -> NDArray[np.generic]:
    import numpy as np

    return np.concatenate([np.zeros((0, width), dtype=kind), *parts])
