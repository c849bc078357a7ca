"""Which readers are trained, on what, in which order: a trunk, one a fold of BABE, one an outlet, two stages to ship.

Every run is a folder with ``reader.pt`` and the exported ``reader/``; a run that is there already is not made again,
and one that was interrupted goes on from its checkpoint. ``figures.json`` of a run holds what it was measured to do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from framing.errors import DataError
from framing.train.reader import documents, tasks
from framing.train.reader.documents import Document
from framing.train.reader.loop import Plan

TRUNK = Plan(rounds=3)
"""Taught everything but BABE, held-out folds and dev parts."""
BABE = Plan(rounds=3, rate=6e-5, head_rate=5e-4)
"""Goes on from ``trunk`` with a part of BABE alone."""
OUTLET = Plan(rounds=2, rate=6e-5, head_rate=5e-4)
"""The same with outlets left out."""
SECOND = Plan(rounds=1, rate=1.5e-4, head_rate=5e-4)
"""Goes on from ``trunk`` with everything but held-out folds and dev parts, in the shares of ``SECOND_SHARES``."""
SHIPPED = Plan(rounds=1, rate=1.2e-4, head_rate=5e-4)
"""Goes on from ``second`` in the shares of ``LAST_SHARES``, above all with this project's own labels."""
SECOND_SHARES = {
    "polnear": 1.4, "findings": 4.0, "babe": 3.0, "ptc": 1.4, "basil": 1.4, "factappeal": 5.0, "newsmtsc": 1.0,
    "ukraine": 1.0, "subj": 0.05, "weasel": 0.2, "cw": 0.1, "biased": 0.5,
}  # fmt: skip
LAST_SHARES = {
    "polnear": 0.5, "findings": 2.0, "openings": 2.5, "babe": 1.0, "ptc": 0.5, "basil": 0.7, "factappeal": 2.0,
    "newsmtsc": 0.5, "ukraine": 1.0, "subj": 0.05, "weasel": 0.2, "cw": 0.05, "biased": 0.5,
}  # fmt: skip
"""How often each task's documents are seen in the second stage and in the last one; a task not named, never."""
PERMISSIVE = Plan(rounds=1)
"""Taught the sets under permissive licences alone."""
OUTLETS = {
    "breitbart": ("Breitbart",),
    "alternet": ("Alternet",),
    "reuters": ("Reuters",),
    "federalist-usa-today": ("Federalist", "USA Today"),
    "msnbc-huffpost": ("MSNBC", "HuffPost"),
    "fox-others": ("Fox News", "Daily Beast", "Daily Stormer", "New York Times"),
}
"""BABE's outlets in the groups that are left out together."""


@dataclass(frozen=True)
class Run:
    """A reader to train: its folder's name, the plan, what it is taught, and which documents it may see."""

    name: str
    plan: Plan
    teach: tuple[tasks.Task, ...]
    keep: Callable[[Document], bool]
    start_from: str | None = None


def runs(*, permissive: bool = False) -> tuple[Run, ...]:
    """The runs in the order in which they are made; ``permissive`` gives the one of that name alone."""
    everything = tasks.TASKS
    if permissive:
        free = tuple(replace(t, rounds=t.rounds or 1.0) for t in everything if t.permissive)
        return (Run("permissive", PERMISSIVE, free, lambda d: not documents.held_out(d)),)
    babe = tuple(t for t in everything if t.name == "babe")
    rest = tuple(t for t in everything if t.name not in ("babe", "openings"))
    found = [Run("trunk", TRUNK, rest, lambda d: not documents.held_out(d))]
    for fold in range(documents.FOLDS):
        found.append(Run(f"babe-{fold}", BABE, babe, _not_fold(fold), "trunk"))
    found += [Run(f"outlet-{name}", OUTLET, babe, _not_outlet(name), "trunk") for name in OUTLETS]
    for name, plan, shares, start in (
        ("second", SECOND, SECOND_SHARES, "trunk"),
        ("shipped", SHIPPED, LAST_SHARES, "second"),
    ):
        teach = tuple(replace(t, rounds=shares[t.name]) for t in everything if t.name in shares)
        found.append(Run(name, plan, teach, lambda d: not documents.held_out(d), start))
    return tuple(found)


def outlet_group(outlet: str) -> str:
    """The group of ``OUTLETS`` that holds the outlet; the empty string for none."""
    return next((name for name, held in OUTLETS.items() if outlet in held), "")


def _not_fold(fold: int) -> Callable[[Document], bool]:
    return lambda document: document.fold != fold


def _not_outlet(group: str) -> Callable[[Document], bool]:
    return lambda document: outlet_group(document.outlet) != group


def make(root: Path, folder: Path, chosen: Sequence[Run], *, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Train, export and measure the ``chosen`` runs in ``folder``; returns where each is."""
    from framing.train.reader import exporting, loop

    done: dict[str, Any] = {}
    for run in chosen:
        out = folder / run.name
        trained = out / "reader.pt"
        if not trained.is_file():
            say(f"{run.name}: training")
            start = folder / run.start_from / "reader.pt" if run.start_from else None
            if start is not None and not start.is_file():
                raise DataError(f"{start}: is not there; train `{run.start_from}` first")
            plan = replace(run.plan, start_from=str(start) if start is not None else None)
            loop.fit(plan, run.teach, loop.gather(root, run.teach, run.keep), out, say=say)
        if not (out / "reader" / "manifest.json").is_file():
            exporting.export(trained, out / "reader")
        done[run.name] = str(out)
    return done


def measure(root: Path, folder: Path, name: str) -> dict[str, Any]:
    """The figures of an exported run on what it was not taught; also written to its ``figures.json``."""
    from framing.model.reader import Reader
    from framing.train.reader import measuring

    found = measuring.figures(Reader(folder / name / "reader", threads=2), root)
    (folder / name / "figures.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found
