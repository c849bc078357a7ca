"""The story page and the source pages as HTML: one self-contained file each, complete without JavaScript.

Everything an article brings is escaped by the templates; the pages name no address outside themselves, and their
content security policy lets no browser fetch one.
"""

from __future__ import annotations

import base64
import hashlib
import shlex
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.compare.absence import search_recall
from framing.config import Config
from framing.report import coverage, measured, overview, portrayal, reading, wordings
from framing.report.charts import Chart
from framing.report.excerpts import Excerpts
from framing.report.sides import sides
from framing.report.story import FAMILIES, Story, shorten
from framing.report.view import MANY, View
from framing.rules import registry
from framing.types import JsonDict

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def pages(story: Story, charts: Sequence[Chart], run: JsonDict, config: Config) -> dict[str, str]:
    """The pages by their path in the report: ``index.html``, the comparison, and ``sources/NAME.html``, one a piece."""
    common = _common(story, run, config)
    view: View = common["view"]
    story_page = common | {
        "charts": {chart.figure.name: chart for chart in charts},
        "differences": story.differences,
        "reliability": measured.reliability,
        "weak_rows": measured.weak_rows(),
        "worded": wordings.worded(story),
        "columns": view.columns(),
        "sides": view.sides(),
        "measures": measured.measures(),
        "measured_differences": tuple(measured.told().values()),
        "rules": _rules(config),
    }
    made = {"index.html": _page("index.html.j2", story_page)}
    for piece in story.pieces:
        paragraphs = reading.lay_out(story, piece) if config.report.excerpts == "full" else ()
        made[f"sources/{piece.page}"] = _page("source.html.j2", common | {"piece": piece, "paragraphs": paragraphs})
    return made


def _page(template: str, context: dict[str, Any]) -> str:
    return environment().get_template(template).render(context).strip() + "\n"


def _rules(config: Config) -> tuple[JsonDict, ...]:
    """The rules with a word on those that did not run."""
    off = {registry.find(name).code for name in config.rules.disable}
    return tuple(
        {"code": rule.code, "name": rule.name, "summary": rule.summary, "off": rule.code in off}
        for rule in registry.rules()
    )


def _common(story: Story, run: JsonDict, config: Config) -> dict[str, Any]:
    """What both kinds of page are given."""
    excerpts = Excerpts(config.report)
    script = (_TEMPLATES / "script.js").read_text(encoding="utf-8").strip()
    return {
        "story": story,
        "run": run,
        "config": config,
        "excerpts": excerpts,
        "many": MANY,
        "view": View(story, excerpts, config.report.max_claims, sides(story.comparison.annotations)),
        "standings": overview.standings(story),
        "portrayals": portrayal.portrayals(story),
        "absence_recall": measured.absence_recall(),
        "recall": _sentence(search_recall()),
        "style": (_TEMPLATES / "style.css").read_text(encoding="utf-8").strip(),
        "script": script,
        "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "states": coverage.STATES,
        "meanings": coverage.meanings(),
        "families": FAMILIES,
        "whose": coverage.vouching,
        "said": coverage.said,
        "settings": config.model_dump(mode="json"),
        "rerun": rerun(story),
    }


@cache
def environment() -> Environment:
    """The templates, every value escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["shorten"] = shorten
    made.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    made.filters["number"] = lambda value: "–" if value is None else f"{value:,.1f}"
    return made


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def rerun(story: Story) -> str:
    """The command that makes the report again from the same files."""
    paths = dict.fromkeys(piece.article.path or "-" for piece in story.pieces)
    return " ".join(["framing", "compare", *(shlex.quote(path) for path in paths), "--out", "report"])
