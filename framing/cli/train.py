"""``framing train``: the parts that are fitted to labelled data, made again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from framing.cli import session

HEADS = Path(__file__).parent.parent / "model" / "heads"


def run(
    part: Annotated[
        Literal["encoder", "reader", "word_counts", "alignment", "pairs", "wording"],
        typer.Argument(metavar="PART", help="encoder (export), reader, word_counts, alignment, pairs or wording."),
    ],
    data: Annotated[Path, typer.Argument(metavar="DATA", help="The folder of labelled sets.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="PATH", help="Write here instead of over the bundled part.")
    ] = None,
    runs: Annotated[
        Path,
        typer.Option("--runs", metavar="DIR", help="reader, pairs, wording: where trained weights are kept."),
    ] = Path("runs"),
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="RUN", help="reader: make this run alone (may be repeated)."),
    ] = None,
    licences: Annotated[
        Literal["all", "permissive"],
        typer.Option("--licences", help="reader: sets of any stated use, or those under permissive licences alone."),
    ] = "all",
) -> None:
    """Fit a part again (extra `train`); the same data gives the same file. An interrupted reader goes on."""
    if part == "reader":
        session.emit_json(_reader(data, out, runs, only, permissive=licences == "permissive"))
        return
    session.emit_json(_train(part, data, out, runs))


def _reader(data: Path, out: Path | None, runs: Path, only: list[str] | None, *, permissive: bool) -> Any:
    import shutil

    from framing.errors import DataError
    from framing.model.reader import WEIGHTS
    from framing.train.reader import card, recipe

    known = recipe.runs(permissive=permissive)
    unknown = sorted(set(only or ()) - {run.name for run in known})
    if unknown:
        raise DataError(f"--only {unknown[0]}: no such run; there are {', '.join(run.name for run in known)}")
    chosen = [run for run in known if not only or run.name in only]
    made = recipe.make(data, runs, chosen, say=session.complain)
    for name in ("shipped", "permissive"):
        if name in made:
            recipe.measure(data, runs, name)
    if "shipped" in made:
        target = out or WEIGHTS
        target.mkdir(parents=True, exist_ok=True)
        for file in (runs / "shipped" / "reader").iterdir():
            shutil.copyfile(file, target / file.name)
        made["written"] = str(target)
        made["card"] = str(card.write(data, runs, target))
    return made


def _train(part: str, data: Path, out: Path | None, runs: Path) -> Any:
    if part == "encoder":
        from framing.model.encoder import WEIGHTS
        from framing.train import export

        return {"written": str(export.export(out or WEIGHTS))}
    if part == "word_counts":
        from framing.train import alignment

        return alignment.count_words(data, out or HEADS / "word_counts.json")
    if part == "pairs":
        from framing.train.pairs import recipe

        return recipe.make(data, runs, say=session.complain)
    target = out or HEADS / f"{part}.json"
    if part == "alignment":
        from framing.train import alignment

        return alignment.train(data, target)
    from framing.model.reader import WEIGHTS
    from framing.train import wording
    from framing.train.reader import card

    figures = wording.train(data, target, wording.Readers(runs))
    if out is None:  # the card of the bundled reader holds these figures too
        card.write(data, runs, WEIGHTS)
    return figures
