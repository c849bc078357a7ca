"""Figures of the program on labelled data, and the tables that show them: ``make figures``.

``figures.py DATA`` measures every task of ``framing evaluate``, writes ``benchmarks/results/figures.json`` (machine,
versions, sha256 of the models, figures) and renders. ``--task NAME`` (may be repeated) measures those alone and keeps
the rest. ``--render-only`` measures nothing. Rendering fills the blocks ``<!-- NAME:start -->`` … ``<!-- NAME:end -->``
of README and docs (``tables.PAGES``) from the files in ``benchmarks/results/``, and writes what reports say of errors.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import measured
from tables import MODELS, PAGES, ROOT, Results, fill

RESULTS = ROOT / "benchmarks" / "results"
FIGURES = RESULTS / "figures.json"
SPEED = RESULTS / "speed.json"
PAIRING = ("encoder.onnx", "word_counts.json", "alignment.json", "pairs.onnx", "alignment_decision.json")
USES = {
    "alignment": PAIRING,
    "wording": ("reader.onnx", "reader heads.npz", "wording.json"),
    "attribution": ("reader.onnx", "reader heads.npz"),
    "reader": ("reader.onnx", "reader heads.npz"),
    "rules": ("reader.onnx", "reader heads.npz", "wording.json"),
    "claims": (*PAIRING, "differences.json", "reader.onnx", "reader heads.npz", "wording.json"),
    "differences": ("pairs.onnx", "differences.json", "reader.onnx", "reader heads.npz", "wording.json"),
    "groups": ("encoder.onnx",),
    "encoder": ("encoder.onnx",),
}
"""The stored models that a task's figures depend on."""


def model_record(name: str) -> dict[str, Any]:
    """sha256 and size of a stored model."""
    data = MODELS[name].read_bytes()
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def measure(data: Path, tasks: Sequence[str]) -> None:
    """Measures ``tasks`` and writes each one's figures over those of an earlier run as soon as it is done."""
    from importlib.metadata import version

    from bench import PACKAGES, machine

    from framing.cli.evaluate import TASKS

    earlier: Results = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {"tasks": {}}
    tasks_done: Results = earlier["tasks"]
    for name in tasks:
        start = time.perf_counter()
        figures = rounded(json.loads(json.dumps(TASKS[name](data), default=float)))
        seconds = round(time.perf_counter() - start)
        sys.stderr.write(f"{name}: {seconds} s\n")
        models = {part: model_record(part)["sha256"] for part in USES[name]}
        tasks_done[name] = {"models": models, "seconds": seconds, "figures": figures}
        results = {
            "machine": machine(),
            "versions": {name: version(name) for name in ("framing", *PACKAGES)},
            "models": {name: model_record(name) for name in MODELS},
            "tasks": {name: tasks_done[name] for name in USES if name in tasks_done},
        }
        RESULTS.mkdir(parents=True, exist_ok=True)
        FIGURES.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def rounded(value: Any) -> Any:
    """``value`` with floats at four digits."""
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures unless told not to, then renders the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", help="folder of the labelled sets")
    parser.add_argument("--task", action="append", choices=tuple(USES), help="measure this task alone")
    parser.add_argument("--render-only", action="store_true", help="render the pages from the stored results")
    options = parser.parse_args(arguments)
    if not options.render_only:
        if options.data is None:
            parser.error("DATA is needed unless --render-only")
        measure(options.data, options.task or tuple(USES))
    missing = [path for path in (FIGURES, SPEED) if not path.is_file()]
    if missing:
        sys.exit(f"{missing[0]}: not there yet; `make bench` writes speed.json and `make figures` writes figures.json")
    stored = [json.loads(path.read_text(encoding="utf-8")) for path in (FIGURES, SPEED)]
    left_out = [name for name in USES if name not in stored[0]["tasks"]]
    if left_out:
        sys.exit(f"{FIGURES}: lacks {', '.join(left_out)}; `make figures` measures every task")
    measured.MEASURED.write_text(measured.render(stored[0]), encoding="utf-8")
    for page in PAGES:
        page.write_text(fill(page.read_text(encoding="utf-8"), *stored), encoding="utf-8")


if __name__ == "__main__":
    main()
