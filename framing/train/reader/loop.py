"""The training loop: seeded rounds over all tasks, checkpoints after every few minutes, resumed where it stopped."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from framing.train.export import packaged_body, packaged_model
from framing.train.reader import batches, documents, tasks
from framing.train.reader.documents import Document


@dataclass(frozen=True, slots=True)
class Plan:
    """How a training goes; equal plans on equal data give equal weights."""

    rounds: int = 3
    rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    seed: int = 7
    threads: int = 2
    start_from: str | None = None
    learn: str = "all"
    """``all``, or the name of one task (with ``start_from``) to teach that alone."""


def fit(
    plan: Plan,
    teach: Sequence[tasks.Task],
    found: dict[str, Sequence[Document]],
    out: Path,
    *,
    save_every: float = 240.0,
    say: Callable[[str], None] = print,
) -> Path:
    """Train on ``found`` by ``teach`` and leave ``reader.pt`` in ``out``; resumes from ``checkpoint.pt`` there."""
    import torch
    from tokenizers import Tokenizer

    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    out.mkdir(parents=True, exist_ok=True)
    model = build(Path(plan.start_from) if plan.start_from else None)
    tokenizer = Tokenizer.from_file(str(packaged_model() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    weight = {task.name: task.weight for task in teach}
    body = [p for n, p in model.named_parameters() if n.startswith("body.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("body.")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}], weight_decay=0.01
    )
    first = batches.rounds(found, teach, tokenizer, seed=plan.seed, number=0)
    steps = len(first) * plan.rounds
    warm = max(1, int(plan.warmup * steps))

    def pace(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    checkpoint = out / "checkpoint.pt"
    done = 0
    identity = json.dumps([asdict(plan), [asdict(t) for t in teach], {k: len(v) for k, v in found.items()}])
    if checkpoint.is_file():
        stored = torch.load(checkpoint, weights_only=False)
        if stored["identity"] == identity:
            model.load_state_dict(stored["model"])
            optimiser.load_state_dict(stored["optimiser"])
            schedule.load_state_dict(stored["schedule"])
            torch.set_rng_state(stored["chance"])
            done = stored["done"]
            say(f"resumed at step {done} of {steps}")
    started = saved = time.monotonic()
    pieces = 0
    model.train()
    step = 0
    sums: dict[str, list[float]] = defaultdict(list)
    for number in range(plan.rounds):
        here = first if number == 0 else batches.rounds(found, teach, tokenizer, seed=plan.seed, number=number)
        for batch in here:
            step += 1
            if step <= done or step > steps:
                continue
            loss, parts = model.loss(batch)
            (loss * weight[batch[0].task]).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            pieces += sum(len(e.ids) for e in batch)
            for name, value in parts.items():
                sums[f"{batch[0].task}.{name}"].append(value)
            if step % 100 == 0:
                seconds = time.monotonic() - started
                means = ", ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items()))
                say(f"step {step}/{steps}, {seconds:.0f} s, {pieces / seconds:.0f} pieces/s: {means}")
                sums.clear()
            if time.monotonic() - saved > save_every:
                _save(
                    checkpoint,
                    {
                        "identity": identity,
                        "model": model.state_dict(),
                        "optimiser": optimiser.state_dict(),
                        "schedule": schedule.state_dict(),
                        "chance": torch.get_rng_state(),
                        "done": step,
                    },
                )
                saved = time.monotonic()
    _save(out / "reader.pt", {"plan": asdict(plan), "model": model.state_dict()})
    checkpoint.unlink(missing_ok=True)
    return out / "reader.pt"


def build(start_from: Path | None) -> Any:
    """A reader with the packaged weights, or with those of a ``reader.pt``; word embeddings stay as published."""
    import torch

    from framing.train.reader.network import Reader

    body = packaged_body()
    for parameter in body.embeddings.parameters():
        parameter.requires_grad = False
    model = Reader(body)
    if start_from is not None:
        model.load_state_dict(torch.load(start_from, weights_only=False)["model"])
    return model


def _save(path: Path, value: Any) -> None:
    import torch

    part = path.with_suffix(".part")
    torch.save(value, part)
    part.replace(path)


def gather(
    root: Path, teach: Sequence[tasks.Task], keep: Callable[[Document], bool] | None = None
) -> dict[str, Sequence[Document]]:
    """The documents of each task that ``keep`` admits (all of them without it)."""
    return {task.name: tuple(d for d in documents.read(task, root) if keep is None or keep(d)) for task in teach}
