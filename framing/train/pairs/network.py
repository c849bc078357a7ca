"""The pair reader as a torch module, and the loss of a batch of pairs."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from framing.model.pair_reader import MARKS, OUTPUTS

WIDTH = 384
SHARES = (1.0, 0.5, *([0.25] * (len(OUTPUTS) - 2)))
"""How much each output counts in the loss."""


class PairReader(nn.Module):
    """A BERT body over two sentences; ``OUTPUTS`` are linear in its first state and the mean of its states."""

    def __init__(self, body: Any) -> None:
        super().__init__()
        self.body = body
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.dropout = nn.Dropout(0.1)
        self.outputs = nn.Linear(2 * WIDTH, len(OUTPUTS))
        nn.init.normal_(self.marks.weight, std=0.02)
        nn.init.constant_(self.outputs.bias, -1.0)

    def forward(self, ids: Tensor, kinds: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """(pairs, outputs) log-odds."""
        words = self.body.embeddings.word_embeddings(ids) + self.marks(marks)
        states = self.body(inputs_embeds=words, token_type_ids=kinds, attention_mask=mask).last_hidden_state.float()
        shares = mask.float() / mask.sum(dim=1, keepdim=True)
        pooled = torch.cat([states[:, 0], (states * shares[:, :, None]).sum(dim=1)], dim=1)
        found: Tensor = self.outputs(self.dropout(pooled))
        return found

    def loss(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Binary cross-entropy of the outputs that ``targets`` (pairs, outputs) tell; NaN where nothing is known."""
        known = ~targets.isnan()
        cost = functional.binary_cross_entropy_with_logits(logits, targets.nan_to_num(), reduction="none") * known
        shares = torch.tensor(SHARES)
        return (cost.sum(dim=0) * shares).sum() / len(targets)
