"""The charts, drawn by matplotlib as SVG and PNG from the records of ``figures``.

Shapes and hatches carry the meaning, colour (Okabe and Ito's palette, safe for colour-blind readers) only repeats it.
Files are the same byte for byte for the same records: no dates, fixed ids. Text in the SVG is text, so that a browser
sets right-to-left names and a reader can select them. 600 px wide.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from framing.report.canvas import FAINT, INK, PAPER, STYLE
from framing.report.figures import Figure
from framing.report.painters import PAINTERS

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart: ``svg`` stands alone as a file, ``inline`` goes into a page and follows its text colour."""

    figure: Figure
    svg: str
    inline: str
    png: bytes


def draw(figures: Sequence[Figure]) -> tuple[Chart, ...]:
    """The charts of the figures, in their order."""
    import matplotlib

    with matplotlib.rc_context(STYLE), warnings.catch_warnings():
        # a name in a script the bundled font lacks is drawn as boxes in the PNG and as text in the SVG
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font", category=UserWarning)
        return tuple(_chart(figure, PAINTERS[figure.name](figure)) for figure in figures)


def _chart(figure: Figure, canvas: Canvas) -> Chart:
    out = io.StringIO()
    canvas.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    png = io.BytesIO()
    canvas.savefig(png, format="png", dpi=192, metadata={"Software": None})
    title = f"<title>{escape(figure.title)}</title><desc>{escape(figure.caption)}</desc>"
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", out.getvalue(), flags=re.DOTALL)
    svg = re.sub(r"<!DOCTYPE[^>]*>\s*", "", svg)
    svg = re.sub(r"(<svg\b[^>]*>)", lambda m: m.group(1) + title, svg, count=1)
    return Chart(figure, svg, _inline(svg, figure), png.getvalue())


def _inline(svg: str, figure: Figure) -> str:
    """The drawing for a page: no declaration, no namespace addresses, ids of its own, ink in the page's colour."""
    body = re.sub(r"^.*?<svg\b", "<svg", svg, count=1, flags=re.DOTALL)
    body = re.sub(r"\sxmlns(:\w+)?=\"[^\"]*\"", "", body).replace("xlink:href", "href")
    body = re.sub(r"\bid=\"", f'id="{figure.name}-', body)
    body = re.sub(r"href=\"#", f'href="#{figure.name}-', body)
    body = re.sub(r"url\(#", f"url(#{figure.name}-", body)
    body = body.replace(INK, "currentColor").replace(FAINT, "var(--soft)").replace(PAPER, "none")
    body = re.sub(r"<title>.*?</title><desc>.*?</desc>", "", body, count=1, flags=re.DOTALL)
    label = escape(f"{figure.title}. {figure.caption}", quote=True)
    return re.sub(r"<svg\b", f'<svg role="img" aria-label="{label}"', body, count=1).strip()
