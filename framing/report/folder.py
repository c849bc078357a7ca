"""The report folder: written beside its place under another name, then put there whole."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from framing.config import Config
from framing.errors import FramingError
from framing.report import charts, figures, html, markdown, tables
from framing.report import json as documents
from framing.report.excerpts import Excerpts, withhold
from framing.report.story import Story, tell
from framing.types import Comparison, Finding, JsonDict

#: The value of ``schema`` in ``run.json``, by which a folder is known to be a report.
RUN_SCHEMA = "framing.report/1"
_OURS = {"index.html", "report.md", "comparison.json", "claims.csv", "findings.csv", "run.json", "sources", "charts"}


def write(comparison: Comparison, findings: Sequence[Finding], run: JsonDict, out: Path, config: Config) -> Path:
    """The folder ``out`` with the whole report in it; the same input gives the same bytes.

    ``findings`` holds those of the articles and those of the comparison. A report that stands at ``out`` is replaced;
    an empty folder is filled. Raises ``FramingError`` if ``out`` is a file, a folder of something else, or cannot be
    written; nothing is left half-written then, and what stood there stays.
    """
    try:
        _refuse(out)
        files = render(comparison, findings, run, config)
        place = out.resolve()
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        try:
            _fill(fresh, files)
            fresh.chmod(0o755)
            _put(fresh, place)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise FramingError(f"{out}: the report cannot be written ({error.strerror or error})") from error
    return out


def render(comparison: Comparison, findings: Sequence[Finding], run: JsonDict, config: Config) -> dict[str, bytes]:
    """The files of the report by their path in the folder."""
    story = tell(comparison, findings)
    excerpts = Excerpts(config.report)
    drawn = charts.draw(
        (
            figures.coverage_figure(story, excerpts),
            figures.voices_figure(story),
            figures.rates_figure(story),
            figures.findings_figure(story),
        )
    )
    document = withhold(documents.comparison_document(comparison, findings, run), config.report)
    texts = {
        "report.md": markdown.render(story, run, config),
        "comparison.json": _json(document),
        "claims.csv": tables.render(tables.CLAIMS_HEADER, tables.claims_rows(comparison, excerpts)),
        "findings.csv": tables.render(tables.FINDINGS_HEADER, tables.findings_rows(findings, excerpts)),
        "run.json": _json(_run(story, run, config)),
    }
    texts |= html.pages(story, drawn, run, config)
    files: dict[str, bytes] = {}
    for chart in drawn:
        stem = f"charts/{chart.figure.name}"
        texts[f"{stem}.svg"] = chart.svg
        texts[f"{stem}.csv"] = tables.render(chart.figure.header, chart.figure.rows)
        files[f"{stem}.png"] = chart.png
    # a lone surrogate in an article's text has no UTF-8 form; it is replaced rather than lose the report
    return files | {name: text.encode("utf-8", errors="replace") for name, text in texts.items()}


def _run(story: Story, run: JsonDict, config: Config) -> JsonDict:
    """What ``run.json`` holds: the run, its inputs and its settings; no time, so that it is the same next time."""
    inputs = [
        {
            "id": piece.id,
            "path": piece.article.path,
            "sha256": piece.article.sha256,
            "label": piece.label,
            "page": f"sources/{piece.page}",
        }
        for piece in story.pieces
    ]
    settings = config.model_dump(mode="json")
    return {"schema": RUN_SCHEMA, "run": run, "inputs": inputs, "settings": settings, "command": html.rerun(story)}


def _json(document: JsonDict) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _refuse(out: Path) -> None:
    if out.is_symlink() and not out.exists():
        raise FramingError(f"{out}: is a link to nothing; name another folder")
    if out.exists() and not out.is_dir():
        raise FramingError(f"{out}: is a file; name a folder for the report")
    names = {path.name for path in out.iterdir()} if out.is_dir() else set()
    if names and not _is_report(out):
        raise FramingError(f"{out}: holds files that are not a report; name a new or empty folder")
    if foreign := sorted(names - _OURS):
        raise FramingError(
            f"{out}: is a report, but {foreign[0]} in it is not part of one; move it or name another folder"
        )


def _is_report(folder: Path) -> bool:
    try:
        found = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("schema") == RUN_SCHEMA


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def _put(fresh: Path, place: Path) -> None:
    """``fresh`` renamed to ``place``; a report that stands there goes only once the new one is in its place."""
    if not place.exists():
        fresh.rename(place)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{place.name}-old-", dir=place.parent)) / place.name
    try:
        place.rename(old)
        try:
            fresh.rename(place)
        except OSError:
            old.rename(place)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
