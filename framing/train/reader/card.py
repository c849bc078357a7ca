"""What the shipped reader's card records: what taught it, and what the runs that measured were found to do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from framing.train.reader import documents, recipe, tasks

LICENCES = {
    "polnear": "no licence stated",
    "findings": "made for this project",
    "openings": "made for this project",
    "babe": "AGPL-3.0",
    "ptc": "no licence stated",
    "basil": "no licence stated",
    "factappeal": "CC BY 4.0",
    "newsmtsc": "MIT",
    "ukraine": "no licence stated",
    "subj": "CC BY",
    "weasel": "no licence stated",
    "cw": "no licence stated",
    "biased": "no licence stated",
}


def write(root: Path, runs: Path, target: Path) -> Path:
    """``figures.json`` beside the shipped reader: sets with licences and counts, plans, and each run's figures."""
    path = target / "figures.json"
    record = {
        "reader_sha256": hashlib.sha256((target / "encoder.onnx").read_bytes()).hexdigest(),
        "taught": taught(root),
        "plans": {name: plan_of(getattr(recipe, name.upper())) for name in ("trunk", "babe", "second", "shipped")},
        **recorded(runs),
    }
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def taught(root: Path) -> dict[str, dict[str, Any]]:
    """Each task's sets, licence, number of documents and sentences, and how many documents measuring kept back."""
    out: dict[str, dict[str, Any]] = {}
    for task in tasks.TASKS:
        found = list(documents.read(task, root))
        out[task.name] = {
            "sets": list(task.sets),
            "licence": LICENCES[task.name],
            "documents": len(found),
            "sentences": sum(len(d.sentences) for d in found),
            "kept_back": sum(documents.held_out(d) for d in found),
        }
    return out


def plan_of(plan: Any) -> dict[str, Any]:
    """A plan's numbers."""
    from dataclasses import asdict

    return {key: value for key, value in asdict(plan).items() if key not in ("start_from", "threads", "learn")}


def recorded(runs: Path) -> dict[str, Any]:
    """The figures that runs left behind, by run."""
    found = {}
    for name in ("shipped", "permissive", "babe"):
        path = runs / name / "figures.json"
        if path.is_file():
            found[name] = json.loads(path.read_text(encoding="utf-8"))
    return found
