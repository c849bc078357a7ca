"""The ground that the charts are drawn on: palette, sizes, axes placed in inches, text fitted to its room."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from framing.report.story import shorten

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

INK, FAINT = "#1b1f24", "#6b7280"
OWN, ATTRIBUTED, QUOTED = "#0072b2", "#d55e00", "#009e73"
PAPER = "#fefefe"
#: Inches; 6.25 in are 450 pt, which a browser shows as 600 px.
WIDTH = 6.25
#: Points; one is 4/3 of a pixel where the chart is 600 px wide. ``SMALL`` is the least size in any chart.
SIZE, SMALL = 9.0, 8.5
#: Inches between the lines of a list.
LINE = 0.2
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "framing",
    "text.parse_math": False,
    "font.family": "DejaVu Sans",
    "font.size": SIZE,
    "text.color": INK,
    "axes.edgecolor": FAINT,
    "xtick.color": INK,
    "ytick.color": INK,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "hatch.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def blank(height: float) -> Canvas:
    """A canvas of the charts' width and ``height`` inches."""
    from matplotlib.figure import Figure as Canvas

    return Canvas(figsize=(WIDTH, height))


def source_list(canvas: Canvas, height: float, top: float, sources: Sequence[tuple[object, str]]) -> None:
    """The numbers and names of the sources, one a line, from ``top`` inches below the upper edge."""
    for i, (number, label) in enumerate(sources):
        name = f"{number}   {fitted(label, 75, WIDTH - 0.5)}"
        canvas.text(0.01, 1 - (top + 0.13 + LINE * i) / height, name, va="center")


def axes(canvas: Canvas, height: float, box: tuple[float, float, float, float], **options: Any) -> Axes:
    """Axes at ``box`` = left, top, width, height in inches from the upper left corner."""
    left, top, wide, tall = box
    return canvas.add_axes((left / WIDTH, 1 - (top + tall) / height, wide / WIDTH, tall / height), **options)


def bare(ax: Axes) -> None:
    """Takes ticks and the lower line off."""
    ax.set_xticks([])
    ax.tick_params(length=0)
    ax.spines["bottom"].set_visible(False)


def bar_legend(canvas: Canvas, height: float, entries: Sequence[tuple[str, str, str]]) -> None:
    """A legend in the upper left corner; each entry is a label, its colour and its hatch."""
    from matplotlib.patches import Patch

    handles = [
        Patch(facecolor=PAPER if hatch else colour, edgecolor=colour, hatch=hatch, label=label)
        for label, colour, hatch in entries
    ]
    canvas.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0.0, 1 - 0.02 / height),
        ncols=len(handles),
        frameon=False,
        fontsize=SMALL,
        borderpad=0.1,
    )


def wrapped(text: str, width: int, room: float) -> str:
    """``text`` on two lines at most, each of ``width`` characters and ``room`` inches at most."""
    lines = textwrap.wrap(" ".join(text.split()), width=width, max_lines=2, placeholder=" …")
    wide = width > 8 and any(inches(line) > room for line in lines)
    return wrapped(text, width - 2, room) if wide else "\n".join(lines)


def fitted(text: str, limit: int, room: float, weight: str = "normal") -> str:
    """``text`` on one line of ``limit`` characters and ``room`` inches at most."""
    while limit > 8 and inches(shorten(text, limit), weight) > room:
        limit -= 1
    return shorten(text, limit)


def inches(text: str, weight: str = "normal") -> float:
    """How wide ``text`` is set; characters that the bundled font lacks are about as wide as they are high."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", size=SIZE, weight=weight)
    points: float = text_to_path.get_text_width_height_descent(text, font, False)[0]
    return points / 72
