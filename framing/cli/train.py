"""``framing train``: the parts that are fitted to labelled data, made again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from framing.cli import session

HEADS = Path(__file__).parent.parent / "model" / "heads"


def run(
    part: Annotated[
        Literal["encoder", "word_counts", "alignment", "wording", "stance"],
        typer.Argument(metavar="PART", help="encoder (export), word_counts, alignment, wording or stance."),
    ],
    data: Annotated[Path, typer.Argument(metavar="DATA", help="The folder of labelled sets.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="PATH", help="Write here instead of over the bundled part.")
    ] = None,
) -> None:
    """Fit a part again (extra `train`); the same data gives the same file."""
    session.emit_json(_train(part, data, out))


def _train(part: str, data: Path, out: Path | None) -> Any:
    if part == "encoder":
        from framing.model.encoder import WEIGHTS
        from framing.train import export

        return {"written": str(export.export(out or WEIGHTS))}
    if part == "word_counts":
        from framing.train import alignment

        return alignment.count_words(data, out or HEADS / "word_counts.json")
    target = out or HEADS / f"{part}.json"
    if part == "alignment":
        from framing.train import alignment

        return alignment.train(data, target)
    if part == "wording":
        from framing.train import wording

        return wording.train(data, target)
    from framing.train import stance

    return stance.train(data, target)
