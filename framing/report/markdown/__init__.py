"""The report as Markdown, for editors' tools: the content of the story page without its charts."""

from __future__ import annotations

from framing.config import Config
from framing.report.excerpts import Excerpts
from framing.report.markdown import claims, voices
from framing.report.markdown.plain import Page, escape
from framing.report.sides import sides
from framing.report.story import Story
from framing.report.view import View
from framing.types import JsonDict

__all__ = ["escape", "render"]


def render(story: Story, run: JsonDict, config: Config) -> str:
    """``report.md``: the same content in the same order as the story page."""
    excerpts = Excerpts(config.report)
    view = View(story, excerpts, config.report.max_claims, sides(story.comparison.annotations))
    page = Page(story, config, excerpts, view)
    parts = (
        claims.glance(page),
        claims.coverage(page),
        claims.differ(page),
        claims.missing(page),
        voices.voices(page),
        voices.wording(page),
        voices.made(page, run),
    )
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"
