"""The training loop of the pair reader: seeded rounds over pairs in batches of like length."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from framing.model.pair_reader import joined
from framing.train.export import packaged_body
from framing.train.pairs.examples import Example

BUDGET = 3072
"""Word pieces of a batch, padding counted."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a training goes; equal plans on equal pairs give equal weights."""

    rounds: int = 2
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    seed: int = 7
    threads: int = 2
    start_from: str | None = None


def fit(plan: Plan, examples: Sequence[Example], out: Path, *, say: Callable[[str], None] = print) -> Path:
    """Trains on ``examples`` and leaves ``pairs.pt`` in ``out``."""
    import torch

    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    out.mkdir(parents=True, exist_ok=True)
    model = build(Path(plan.start_from) if plan.start_from else None)
    body = [p for n, p in model.named_parameters() if n.startswith("body.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("body.")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}], weight_decay=0.01
    )
    rounds = [batches(examples, plan.seed + number) for number in range(plan.rounds)]
    steps = sum(len(found) for found in rounds)
    warm = max(1, int(plan.warmup * steps))

    def pace(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    model.train()
    started = time.monotonic()
    pieces = step = 0
    total = 0.0
    for found in rounds:
        for batch in found:
            step += 1
            ids, kinds, marks, mask, targets = tensors(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, kinds, marks, mask)
            loss = model.loss(logits.float(), targets)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            pieces += int(mask.sum())
            total += float(loss.detach())
            if step % 100 == 0 or step == steps:
                seconds = time.monotonic() - started
                say(f"step {step}/{steps}, {seconds:.0f} s, {pieces / seconds:.0f} pieces/s, loss {total / 100:.4f}")
                total = 0.0
    part = out / "pairs.part"
    torch.save({"plan": asdict(plan), "model": model.state_dict()}, part)
    part.replace(out / "pairs.pt")
    return out / "pairs.pt"


def batches(examples: Sequence[Example], seed: int) -> list[list[Example]]:
    """All ``examples`` once, in batches of like length, sentences of a pair in random order."""
    chance = random.Random(seed)
    mixed = [e if chance.random() < 0.5 else Example(e.two, e.one, e.targets, e.group) for e in examples]
    mixed.sort(key=lambda e: len(e.one.ids) + len(e.two.ids) + chance.uniform(-6, 6))
    found: list[list[Example]] = []
    batch: list[Example] = []
    longest = 0
    for example in mixed:
        longest = max(longest, len(example.one.ids) + len(example.two.ids) + 3)
        if batch and longest * (len(batch) + 1) > BUDGET:
            found.append(batch)
            batch, longest = [], len(example.one.ids) + len(example.two.ids) + 3
        batch.append(example)
    found.append(batch)
    chance.shuffle(found)
    return found


def tensors(batch: Sequence[Example]) -> tuple[Any, ...]:
    """Ids, kinds, marks, mask (pairs, pieces) and targets (pairs, outputs) of a batch."""
    import torch

    rows = [joined(e.one, e.two) for e in batch]
    width = max(len(ids) for ids, _, _ in rows)
    ids, kinds, marks, mask = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(4))
    for k, (one, two, three) in enumerate(rows):
        ids[k, : len(one)] = torch.tensor(one)
        kinds[k, : len(one)] = torch.tensor(two)
        marks[k, : len(one)] = torch.tensor(three)
        mask[k, : len(one)] = 1
    return ids, kinds, marks, mask, torch.tensor([e.targets for e in batch])


def build(start_from: Path | None) -> Any:
    """A pair reader with the packaged weights, or with those of a ``pairs.pt``; word embeddings stay as published."""
    import torch

    from framing.train.pairs.network import PairReader

    body = packaged_body()
    for parameter in body.embeddings.word_embeddings.parameters():
        parameter.requires_grad = False
    model = PairReader(body)
    if start_from is not None:
        model.load_state_dict(torch.load(start_from, weights_only=False)["model"])
    return model
