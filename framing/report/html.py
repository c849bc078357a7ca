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

from framing.compare import content
from framing.config import Config
from framing.report import coverage, reading
from framing.report.charts import Chart
from framing.report.coverage import Row
from framing.report.excerpts import Excerpts
from framing.report.marks import Mark, Segment, segments
from framing.report.story import FAMILIES, Piece, Story, shorten
from framing.types import Difference, JsonDict, Member, Place, Span

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def story_page(story: Story, charts: Sequence[Chart], run: JsonDict, config: Config) -> str:
    """``index.html``: the comparison."""
    return _page("index.html.j2", story, run, config, charts={chart.figure.name: chart for chart in charts})


def source_page(story: Story, piece: Piece, run: JsonDict, config: Config) -> str:
    """``sources/NAME.html``: one piece with its marks, findings, attributions, claims and omissions."""
    paragraphs = reading.lay_out(story, piece) if config.report.excerpts == "full" else ()
    return _page("source.html.j2", story, run, config, piece=piece, paragraphs=paragraphs)


def _page(template: str, story: Story, run: JsonDict, config: Config, **more: Any) -> str:
    excerpts = Excerpts(config.report)
    script = (_TEMPLATES / "script.js").read_text(encoding="utf-8").strip()
    context = {
        "story": story,
        "run": run,
        "config": config,
        "excerpts": excerpts,
        "view": View(story, excerpts, config.report.max_claims),
        "style": (_TEMPLATES / "style.css").read_text(encoding="utf-8").strip(),
        "script": script,
        "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "states": coverage.STATES,
        "meanings": coverage.meanings(),
        "families": FAMILIES,
        "settings": config.model_dump(mode="json"),
        "rerun": rerun(story),
        **more,
    }
    return _environment().get_template(template).render(context).strip() + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shorten"] = shorten
    environment.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["number"] = lambda value: "–" if value is None else f"{value:,.1f}"
    return environment


def rerun(story: Story) -> str:
    """The command that makes the report again from the same files."""
    paths = dict.fromkeys(piece.article.path or "-" for piece in story.pieces)
    return " ".join(["framing", "compare", *(shlex.quote(path) for path in paths), "--out", "report"])


class View:
    """What the templates ask about places in articles."""

    def __init__(self, story: Story, excerpts: Excerpts, limit: int) -> None:
        self._story = story
        self._excerpts = excerpts
        self._lines: dict[str, reading.Anchors] = {}
        self._rows = story.rows[:limit]
        self._shown = frozenset(row.claim.id for row in self._rows)

    def rows(self, group: str) -> list[Row]:
        """The rows of a group that stand on the story page."""
        return [row for row in self._rows if row.group == group]

    def shown(self, claim: str) -> bool:
        """Whether the claim has its row on the story page (and so an anchor)."""
        return claim in self._shown

    def place(self, article: str, start: int, claim: str | None = None) -> str:
        """The address of a place within ``sources/``: its sentence, or its claim where no article is shown."""
        piece = self._story.piece(article)
        if self._excerpts.full:
            return f"{piece.page}#{self._anchors(piece).at(start)}"
        return f"{piece.page}#c-{claim}" if claim else piece.page

    def _anchors(self, piece: Piece) -> reading.Anchors:
        if piece.id not in self._lines:
            self._lines[piece.id] = reading.Anchors(piece.annotation)
        return self._lines[piece.id]

    def side_by_side(self, member: Member, others: Sequence[Member], differences: Sequence[Difference]) -> Words:
        """The member's sentence with the words it shares with the others, and the words that differ, marked."""
        shared = {
            stem for other in others if other.article != member.article for stem in content.content_stems(other.text)
        }
        marks = [
            Mark(word.start, word.end, "al")
            for word in content.content_words(member.text, member.start)
            if content.stem(word.lower) in shared
        ]
        marks += [
            Mark(place.start, place.end, "df")
            for difference in differences
            for place in difference.spans
            if place.article == member.article and place.span != member.span
        ]
        return self._words(self._story.piece(member.article).article.text, member.span, marks)

    def around(self, place: Place) -> Words:
        """The sentence a place stands in, the place marked; the whole place where it is longer than a sentence."""
        annotation = self._story.piece(place.article).annotation
        whole = place.span
        for sentence in annotation.sentences:
            if sentence.start < place.end and place.start < sentence.end:
                whole = Span(min(whole.start, sentence.start), max(whole.end, sentence.end))
        marks = [] if whole == place.span else [Mark(place.start, place.end, "df")]
        return self._words(annotation.article.text, whole, marks)

    def _words(self, text: str, span: Span, marks: list[Mark]) -> Words:
        shown = self._excerpts.span(text, span)
        if shown is None:
            return Words((), cut=True)
        return Words(segments(text, shown, marks), cut=shown != span)


class Words:
    """Words to show: segments, and whether some were withheld by the excerpt setting."""

    def __init__(self, pieces: tuple[Segment, ...], *, cut: bool) -> None:
        self.segments = pieces
        self.cut = cut
