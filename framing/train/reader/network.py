"""The reader as a torch module: MiniLM's encoder and its heads, and the loss of a batch.

Every head is linear over token states (attribution roles are bilinear with a bias for distance; sentence questions and
stance pool the states by learned attention), so that the shipped program runs them in numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from framing.train.reader import tasks

if TYPE_CHECKING:
    from framing.train.reader.batches import Example

WIDTH = 384
ROLE_WIDTH = 96
NEAR = 32
"""Distances up to this are told apart one by one on either side; farther ones by the logarithm."""
FAR = 6
BUCKETS = 2 * (NEAR + FAR) + 1
DROPOUT = 0.1


def distance_bucket(offset: Tensor) -> Tensor:
    """The bucket of a signed distance in word pieces."""
    size = offset.abs()
    far = NEAR + 1 + (size.clamp(min=NEAR + 1).float() / NEAR).log2().mul(2).floor().long().clamp(0, FAR - 1)
    bucket = torch.where(size <= NEAR, size, far)
    return torch.where(offset < 0, -bucket, bucket) + NEAR + FAR


class Reader(nn.Module):
    """``body`` is a transformer of width 384; the heads are what the shipped program reads from its states."""

    def __init__(self, body: Any) -> None:
        super().__init__()
        self.body = body
        self.dropout = nn.Dropout(DROPOUT)
        self.tokens = nn.Linear(WIDTH, len(tasks.TOKENS))
        self.attention = nn.Linear(WIDTH, len(tasks.SENTENCES))
        self.sentences = nn.Linear(WIDTH, len(tasks.SENTENCES))
        self.anchors = nn.Linear(WIDTH, len(tasks.ROLES) * ROLE_WIDTH)
        self.parts = nn.Linear(WIDTH, len(tasks.ROLES) * ROLE_WIDTH)
        self.distance = nn.Parameter(torch.zeros(len(tasks.ROLES), BUCKETS))
        self.target = nn.Linear(WIDTH, WIDTH)
        self.stance = nn.Linear(2 * WIDTH, len(tasks.STANCES))
        nn.init.constant_(self.tokens.bias, -3.0)
        nn.init.constant_(self.distance, -2.0)

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(batch, pieces, 384)."""
        found: Tensor = self.body(
            input_ids=ids, attention_mask=mask, token_type_ids=torch.zeros_like(ids)
        ).last_hidden_state
        kept: Tensor = self.dropout(found.float())
        return kept

    def sentence_logits(self, states: Tensor) -> Tensor:
        """(outputs,) for the (pieces, 384) of one sentence: each question attends to the pieces that answer it."""
        shares = self.attention(states).softmax(dim=0)
        logits: Tensor = ((shares.T @ states) * self.sentences.weight).sum(dim=1) + self.sentences.bias
        return logits

    def role_logits(self, states: Tensor, anchors: Tensor) -> Tensor:
        """(anchors, roles, pieces): whether each piece is the source, cue or content of each anchor."""
        count = len(states)
        one = self.anchors(states[anchors]).view(len(anchors), len(tasks.ROLES), ROLE_WIDTH)
        other = self.parts(states).view(count, len(tasks.ROLES), ROLE_WIDTH)
        scores = torch.einsum("ard,trd->art", one, other) / ROLE_WIDTH**0.5
        buckets = distance_bucket(torch.arange(count)[None, :] - anchors[:, None])
        logits: Tensor = scores + self.distance[:, buckets].permute(1, 0, 2)
        return logits

    def stance_logits(self, states: Tensor, first: int, last: int) -> Tensor:
        """(3,) for the mention of pieces ``first`` to ``last`` in the (pieces, 384) of its sentence."""
        mention = states[first:last].mean(dim=0)
        shares = (states @ self.target(mention) / WIDTH**0.5).softmax(dim=0)
        logits: Tensor = self.stance(torch.cat([mention, shares @ states]))
        return logits

    def loss(self, batch: Sequence[Example]) -> tuple[Tensor, dict[str, float]]:
        """The summed loss of a batch, and each part of it for the log."""
        width = max(len(e.ids) for e in batch)
        ids = torch.zeros(len(batch), width, dtype=torch.long)
        mask = torch.zeros(len(batch), width, dtype=torch.long)
        labels = torch.full((len(batch), width, len(tasks.TOKENS)), float("nan"))
        for row, example in enumerate(batch):
            ids[row, : len(example.ids)] = torch.tensor(example.ids)
            mask[row, : len(example.ids)] = 1
            labels[row, : len(example.ids)] = torch.from_numpy(example.labels)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.states(ids, mask)
        parts: dict[str, Tensor] = {}
        asked = ~labels.isnan()
        if bool(asked.any()):
            columns = asked.flatten(0, 1).any(dim=0).nonzero()[:, 0]
            logits = functional.linear(states, self.tokens.weight[columns], self.tokens.bias[columns])
            chosen, truth = asked[..., columns], labels[..., columns].nan_to_num()
            cost = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none") * chosen
            per_output = cost.sum(dim=(0, 1)) / chosen.sum(dim=(0, 1)).clamp(min=1)
            parts["tokens"] = per_output.sum() * 2.0
        sentences = [
            (states[row, a:b], torch.from_numpy(example.grades[i]))
            for row, example in enumerate(batch)
            for i, (a, b) in enumerate(example.bounds)
            if b > a and not bool((example.grades[i] != example.grades[i]).all())
        ]
        if sentences:
            logits = torch.stack([self.sentence_logits(s) for s, _ in sentences])
            truth = torch.stack([t for _, t in sentences])
            given = ~truth.isnan()
            cost = functional.binary_cross_entropy_with_logits(logits, truth.nan_to_num(), reduction="none") * given
            parts["sentences"] = (cost.sum(dim=0) / given.sum(dim=0).clamp(min=1)).sum()
        links = [(row, example) for row, example in enumerate(batch) if example.links]
        if links:
            parts["roles"] = torch.stack([self._role_loss(states[row], example) for row, example in links]).mean() * 8.0
        mentions = [
            (self.stance_logits(states[row, 1 : len(example.ids) - 1], first - 1, last - 1), stance)
            for row, example in enumerate(batch)
            for first, last, stance in example.mentions
        ]
        if mentions:
            parts["stance"] = functional.cross_entropy(
                torch.stack([m for m, _ in mentions]), torch.tensor([s for _, s in mentions])
            )
        total = torch.stack(list(parts.values())).sum()
        return total, {name: float(value.detach()) for name, value in parts.items()}

    def _role_loss(self, states: Tensor, example: Example) -> Tensor:
        assert example.links is not None
        length = len(example.ids)
        anchors = torch.tensor([anchor for anchor, _ in example.links])
        truth = torch.zeros(len(anchors), len(tasks.ROLES), length)
        for i, (_, parts) in enumerate(example.links):
            for role, pieces in enumerate(parts):
                truth[i, role, pieces] = 1.0
        logits = self.role_logits(states[:length], anchors)
        return functional.binary_cross_entropy_with_logits(logits, truth)
