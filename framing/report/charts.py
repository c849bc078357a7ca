"""The charts, drawn by matplotlib as SVG and PNG from the records of ``figures``.

Shapes and hatches carry the meaning, colour (Okabe and Ito's palette, safe for colour-blind readers) only repeats it.
Files are the same byte for byte for the same records: no dates, fixed ids. Text in the SVG is text, so that a browser
sets right-to-left names and a reader can select them. 600 px wide.
"""

from __future__ import annotations

import io
import re
import textwrap
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from framing.report.figures import CHART_SOURCES, CHART_SPEAKERS, Figure
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
_MARKERS = {"own": ("s", OWN), "attributed": ("D", ATTRIBUTED), "quoted": ("o", QUOTED)}
_STYLE: dict[Any, Any] = {
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

    painters = {"coverage": _coverage, "voices": _voices, "rates": _rates, "findings": _findings}
    with matplotlib.rc_context(_STYLE), warnings.catch_warnings():
        # a name in a script the bundled font lacks is drawn as boxes in the PNG and as text in the SVG
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font", category=UserWarning)
        return tuple(_chart(figure, painters[figure.name](figure)) for figure in figures)


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
    body = body.replace(INK, "currentColor").replace(PAPER, "none")
    body = re.sub(r"<title>.*?</title><desc>.*?</desc>", "", body, count=1, flags=re.DOTALL)
    label = escape(f"{figure.title}. {figure.caption}", quote=True)
    return re.sub(r"<svg\b", f'<svg role="img" aria-label="{label}"', body, count=1).strip()


def _canvas(height: float) -> Canvas:
    from matplotlib.figure import Figure as Canvas

    return Canvas(figsize=(WIDTH, height))


def _source_list(canvas: Canvas, height: float, top: float, sources: Sequence[tuple[object, str]]) -> None:
    """The numbers and names of the sources, one a line, from ``top`` inches below the upper edge."""
    for i, (number, label) in enumerate(sources):
        canvas.text(0.01, 1 - (top + 0.13 + LINE * i) / height, f"{number}   {shorten(label, 75)}", va="center")


def _axes(canvas: Canvas, height: float, box: tuple[float, float, float, float], **options: Any) -> Axes:
    """Axes at ``box`` = left, top, width, height in inches from the upper left corner."""
    left, top, wide, tall = box
    return canvas.add_axes((left / WIDTH, 1 - (top + tall) / height, wide / WIDTH, tall / height), **options)


def _coverage(figure: Figure) -> Canvas:
    claims = list(dict.fromkeys((str(row[0]), str(row[1])) for row in figure.rows))
    sources = list(dict.fromkeys((str(row[2]), str(row[3])) for row in figure.rows))[:CHART_SOURCES]
    step, head, legend = 0.4, LINE * len(sources) + 0.32, 0.6
    tall = max(1, len(claims)) * step
    height = head + tall + legend
    canvas = _canvas(height)
    _source_list(canvas, height, 0.0, sources)
    left = 3.3
    ax = _axes(canvas, height, (left, head, WIDTH - left - 0.1, tall))
    columns = {number: i for i, (number, _) in enumerate(sources)}
    lines = {claim: i for i, (claim, _) in enumerate(claims)}
    for claim, _, at, _, state, hedged, denied, late in figure.rows:
        if str(at) in columns:
            _cell(ax, columns[str(at)], lines[str(claim)], str(state), bool(hedged), bool(denied), bool(late))
    ax.set_xlim(-0.5, max(1, len(sources)) - 0.5)
    ax.set_ylim(max(1, len(claims)) - 0.5, -0.5)
    ax.set_xticks(range(len(sources)), [number for number, _ in sources])
    ax.xaxis.tick_top()
    ax.set_yticks(range(len(claims)), [_wrapped(text, 46) for _, text in claims])
    ax.tick_params(length=0)
    ax.set_frame_on(False)
    for line in range(len(claims) + 1):
        ax.axhline(line - 0.5, color=FAINT, linewidth=0.3, zorder=0)
    _coverage_legend(_axes(canvas, height, (0.05, head + tall + 0.05, WIDTH - 0.1, 0.5)))
    return canvas


def _cell(ax: Axes, x: float, y: float, state: str, hedged: bool, denied: bool, late: bool) -> None:
    if state in _MARKERS:
        shape, colour = _MARKERS[state]
        ax.plot(
            x, y, shape, markersize=8, color=colour, markerfacecolor=PAPER if hedged else colour, markeredgewidth=1.5
        )
        if denied:
            ax.plot([x - 0.28, x + 0.28], [y + 0.36, y - 0.36], color=INK, linewidth=1.5)
        if late:
            ax.plot(x + 0.3, y, "v", markersize=4, color=INK)
    elif state == "absent":
        ax.plot(x, y, "x", markersize=7, color=FAINT, markeredgewidth=1.5)
    elif state == "cannot_tell":
        ax.text(x, y, "?", ha="center", va="center", color=INK, fontsize=10)
    else:
        ax.plot(x, y, ".", markersize=3, color=FAINT)


def _coverage_legend(ax: Axes) -> None:
    ax.set_axis_off()
    ax.set_xlim(-0.5, 12)
    ax.set_ylim(1.6, -0.6)
    entries = (
        ("own", False, False, False, "own voice"),
        ("attributed", False, False, False, "attributed"),
        ("quoted", False, False, False, "quoted"),
        ("absent", False, False, False, "absent"),
        ("cannot_tell", False, False, False, "cannot tell"),
        ("own", True, False, False, "hollow: hedged"),
        ("own", False, True, False, "struck: denied"),
        ("own", False, False, True, "arrow: late in the piece"),
        ("unmatched", False, False, False, "no match"),
    )
    for i, (state, hedged, denied, late, words) in enumerate(entries):
        line, column = divmod(i, 5)
        x = column * 2.45 if line == 0 else (0, 2.75, 5.3, 9.55)[column]
        _cell(ax, x, line * 1.1, state, hedged, denied, late)
        ax.text(x + (0.75 if late else 0.45), line * 1.1, words, va="center", fontsize=SMALL)


def _voices(figure: Figure) -> Canvas:
    pieces = list(dict.fromkeys((row[0], str(row[1])) for row in figure.rows))[:CHART_SOURCES]
    panels = []
    for number, label in pieces:
        rows = [row for row in figure.rows if row[0] == number]
        own = sum(int(row[6] or 0) for row in rows)
        speakers = [
            (str(row[2]), int(row[4] or 0), int(row[5] or 0)) for row in rows if not row[6] and row[2] != "own voice"
        ]
        panels.append((f"{number}   {shorten(label, 60)}", own, speakers))
    most = max((q + r for _, _, speakers in panels for _, q, r in speakers), default=1)
    step, head, legend = 0.26, 0.44, 0.4
    height = legend + 0.35 + sum(head + step * max(1, min(len(s), CHART_SPEAKERS)) for _, _, s in panels)
    canvas = _canvas(height)
    _bar_legend(canvas, height, (("quoted", QUOTED, "xxx"), ("reported in the piece’s own words", ATTRIBUTED, "///")))
    top = legend
    for title, own, speakers in panels:
        shown = speakers[:CHART_SPEAKERS]
        tall = step * max(1, len(shown))
        ax = _axes(canvas, height, (2.1, top + head - 0.05, WIDTH - 2.35, tall))
        total = own + sum(q + r for _, q, r in speakers)
        canvas.text(0.01, 1 - (top + 0.2) / height, title, va="center", fontweight="bold")
        canvas.text(
            0.99, 1 - (top + 0.2) / height, f"{own} of {total} words are its own", va="center", ha="right", color=FAINT
        )
        _speaker_bars(ax, shown, most)
        top += head + tall
    return canvas


def _speaker_bars(ax: Axes, speakers: Sequence[tuple[str, int, int]], most: int) -> None:
    ax.set_xlim(0, most * 1.12)
    ax.set_ylim(max(1, len(speakers)) - 0.5, -0.5)
    if not speakers:
        ax.set_axis_off()
        ax.text(0, 0, "nobody is quoted or reported", va="center", color=FAINT)
        return
    lines = range(len(speakers))
    inside, outside = [q for _, q, _ in speakers], [r for _, _, r in speakers]
    ax.barh(lines, inside, height=0.62, color=PAPER, edgecolor=QUOTED, hatch="xxx")
    ax.barh(lines, outside, left=inside, height=0.62, color=PAPER, edgecolor=ATTRIBUTED, hatch="///")
    for i, (_, quoted, reported) in enumerate(speakers):
        ax.text(quoted + reported + most * 0.015, i, str(quoted + reported), va="center", fontsize=SMALL)
    ax.set_yticks(range(len(speakers)), [shorten(who, 27) for who, _, _ in speakers])
    _bare(ax)


def _rates(figure: Figure) -> Canvas:
    rows = figure.rows[:CHART_SOURCES]
    step, legend = 0.3, 0.45
    tall = step * max(1, len(rows))
    height = tall + legend + 0.1
    canvas = _canvas(height)
    ax = _axes(canvas, height, (2.3, 0.05, WIDTH - 2.5, tall))
    for line, (_, _, _, _, rate, low, high) in enumerate(rows):
        if rate is None or low is None or high is None:
            ax.text(0, line, "no words of its own", va="center", color=FAINT, fontsize=SMALL)
            continue
        ax.plot([float(low), float(high)], [line, line], color=OWN, linewidth=1.6, solid_capstyle="butt")
        ax.plot([float(low), float(high)], [line, line], "|", color=OWN, markersize=7, markeredgewidth=1.6)
        ax.plot(float(rate), line, "o", color=OWN, markersize=6)
    most = max((float(row[6]) for row in rows if row[6] is not None), default=1.0)
    ax.set_xlim(0, most * 1.04)
    ax.set_ylim(max(1, len(rows)) - 0.5, -0.5)
    ax.set_yticks(range(len(rows)), [f"{row[0]}  {shorten(str(row[1]), 30)}" for row in rows])
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel("per 1,000 own-voice words")
    ax.grid(axis="x", color=FAINT, linewidth=0.3)
    ax.set_axisbelow(True)
    ax.spines["left"].set_visible(False)
    return canvas


def _findings(figure: Figure) -> Canvas:
    pieces = list(dict.fromkeys((row[0], str(row[1])) for row in figure.rows))[:CHART_SOURCES]
    rules = list(dict.fromkeys((str(row[2]), str(row[3])) for row in figure.rows))
    if not rules:
        canvas = _canvas(0.6)
        canvas.text(0.5, 0.5, "No findings", ha="center", va="center", color=FAINT)
        return canvas
    counts = {(row[0], str(row[2])): tuple(int(n or 0) for n in row[4:]) for row in figure.rows}
    most = max(sum(voices) for voices in counts.values())
    bands = -(-len(pieces) // 5)
    across = -(-len(pieces) // bands)
    step, head, legend, left = 0.22, 0.32, 0.4 + LINE * len(pieces), 1.95
    tall = step * len(rules)
    height = legend + bands * (head + tall) + 0.1
    canvas = _canvas(height)
    _source_list(canvas, height, 0.35, pieces)
    entries = (("own voice", OWN, ""), ("attributed", ATTRIBUTED, "///"), ("quoted", QUOTED, "xxx"))
    _bar_legend(canvas, height, entries)
    wide = (WIDTH - left - 0.1) / across
    for i, (number, _) in enumerate(pieces):
        band, column = divmod(i, across)
        top = legend + band * (head + tall) + head
        ax = _axes(canvas, height, (left + column * wide + 0.06, top, wide - 0.12, tall))
        _rule_bars(ax, [counts[(number, rule)] for rule, _ in rules], most, entries)
        ax.set_title(str(number), fontsize=SMALL, loc="left")
        names = [f"{rule} {name}" for rule, name in rules] if column == 0 else []
        ax.set_yticks(range(len(rules)) if names else [], names)
    return canvas


def _rule_bars(ax: Axes, rows: Sequence[tuple[int, ...]], most: int, entries: Sequence[tuple[str, str, str]]) -> None:
    left = [0] * len(rows)
    for voice, (_, colour, hatch) in enumerate(entries):
        found = [(line, voices[voice]) for line, voices in enumerate(rows) if voices[voice]]
        ax.barh(
            [line for line, _ in found],
            [count for _, count in found],
            left=[left[line] for line, _ in found],
            height=0.66,
            color=PAPER if hatch else colour,
            edgecolor=colour,
            hatch=hatch,
        )
        for line, count in found:
            left[line] += count
    for line, total in enumerate(left):
        if total:
            ax.text(total + most * 0.03, line, str(total), va="center", fontsize=SMALL)
    ax.set_xlim(0, most * 1.3)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    _bare(ax)


def _bare(ax: Axes) -> None:
    ax.set_xticks([])
    ax.tick_params(length=0)
    ax.spines["bottom"].set_visible(False)


def _bar_legend(canvas: Canvas, height: float, entries: Sequence[tuple[str, str, str]]) -> None:
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


def _wrapped(text: str, width: int) -> str:
    """``text`` on two lines at most."""
    return "\n".join(textwrap.wrap(" ".join(text.split()), width=width, max_lines=2, placeholder=" …"))
