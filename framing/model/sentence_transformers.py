"""Any sentence-transformers model in place of the bundled encoder (extra ``train``).

Downloads, caching and offline behaviour are that library's own; nothing is fetched unless a user names such a model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.errors import ModelError
from framing.model.encoder import Encoded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class SentenceTransformersEncoder:
    """A sentence-transformers model by name or folder, with the interface of the bundled encoder."""

    def __init__(self, name: str, *, threads: int, batch_size: int) -> None:
        try:
            import torch
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelError(
                f'encoder.model: sentence-transformers/{name} needs the extra `train`: pip install "framing[train]"'
            ) from error
        torch.set_num_threads(threads)
        try:
            self._model = SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            raise ModelError(f"encoder.model: sentence-transformers/{name} cannot be loaded ({error})") from error
        self._name = f"sentence-transformers/{name}"
        self._batch_size = batch_size

    @property
    def name(self) -> str:
        return self._name

    @property
    def sha256(self) -> None:
        return None

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Unit-length vectors, and token states with character offsets where the tokenizer gives them."""
        import numpy as np

        listed = list(texts)
        if not listed:
            size = int(self._model.get_embedding_dimension() or 0)
            return Encoded(vectors=np.zeros((0, size), dtype=np.float32), offsets=(), states=())
        vectors = self._model.encode(
            listed, batch_size=self._batch_size, normalize_embeddings=True, show_progress_bar=False
        )
        states = self._model.encode(
            listed, batch_size=self._batch_size, output_value="token_embeddings", show_progress_bar=False
        )
        offsets: list[NDArray[np.int64]] = []
        kept: list[NDArray[np.float32]] = []
        for text, state in zip(listed, states, strict=True):
            encoded = self._model.tokenizer(
                text, return_offsets_mapping=True, truncation=True, max_length=self._model.max_seq_length
            )
            span = np.array(encoded["offset_mapping"], dtype=np.int64).reshape(-1, 2)
            rows = np.asarray(state.cpu().numpy(), dtype=np.float32)[: len(span)]
            words = span[: len(rows), 1] > span[: len(rows), 0]
            offsets.append(span[: len(rows)][words])
            kept.append(rows[words])
        return Encoded(vectors=np.asarray(vectors, dtype=np.float32), offsets=tuple(offsets), states=tuple(kept))
