"""``framing evaluate``: the figures, printed by the program that has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from framing.cli import session

Task = Literal[
    "alignment", "wording", "attribution", "reader", "rules", "claims", "differences", "groups", "encoder", "all"
]


def run(
    task: Annotated[
        Task,
        typer.Argument(
            metavar="TASK",
            help="alignment, wording, attribution, reader, rules, claims, differences, groups, encoder, or all.",
        ),
    ],
    data: Annotated[Path, typer.Argument(metavar="DATA", help="The labelled file, or the folder that holds the sets.")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Also write the figures here.")] = None,
) -> None:
    """Measure a part of the program on labelled data and print the figures as JSON."""
    import json

    from framing.cli.writing import write_whole

    figures = measure(data) if task == "all" else TASKS[task](data)
    text = json.dumps({"task": task, "figures": figures}, indent=1, ensure_ascii=False, default=float) + "\n"
    if out is not None:
        write_whole(out, text)
    session.emit(text)


def measure(data: Path) -> dict[str, Any]:
    """The figures of every task, in order, on the sets in the folder ``data``; raises ``DataError`` if it is none."""
    from framing.errors import DataError

    if not data.is_dir():
        raise DataError(f"{data}: `all` needs the folder that holds the sets")
    return {task: evaluate(data) for task, evaluate in TASKS.items()}


def _file(data: Path, name: str) -> Path:
    """The set ``name`` where ``data`` is the folder of sets, else ``data`` itself."""
    return data / f"{name}.jsonl.gz" if data.is_dir() else data


def _folder(data: Path) -> Path:
    """The folder of sets where ``data`` is one of them."""
    return data if data.is_dir() else data.parent


def _alignment(data: Path) -> Any:
    from framing.train import evaluate_alignment

    return evaluate_alignment.evaluate(_file(data, "alignment_dev"))


def _wording(data: Path) -> Any:
    from framing.train import evaluate_wording

    return evaluate_wording.evaluate(_folder(data))


def _attribution(data: Path) -> Any:
    from framing.train import evaluate_attribution

    return evaluate_attribution.evaluate(_file(data, "polnear_dev"))


def _reader(data: Path) -> Any:
    from framing.train import evaluate_reader

    return evaluate_reader.evaluate(_folder(data))


def _rules(data: Path) -> Any:
    from framing.config import Config
    from framing.train import evaluate_rules

    return evaluate_rules.evaluate(_file(data, "findings_dev"), Config())


def _claims(data: Path) -> Any:
    from framing.train import evaluate_coverage

    return evaluate_coverage.evaluate(_folder(data))


def _differences(data: Path) -> Any:
    from framing.train import evaluate_differences

    return evaluate_differences.evaluate(_folder(data))


def _groups(data: Path) -> Any:
    from framing.train import evaluate_claims

    return evaluate_claims.evaluate(_folder(data))


def _encoder(data: Path) -> Any:
    from framing.train import encoder_parity

    return encoder_parity.evaluate(_folder(data))


TASKS: dict[str, Callable[[Path], Any]] = {
    "alignment": _alignment,
    "wording": _wording,
    "attribution": _attribution,
    "reader": _reader,
    "rules": _rules,
    "claims": _claims,
    "differences": _differences,
    "groups": _groups,
    "encoder": _encoder,
}
