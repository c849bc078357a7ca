"""One painter a chart: each takes the records of a figure and gives a finished canvas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from framing.report.canvas import (
    ATTRIBUTED,
    FAINT,
    INK,
    LINE,
    OWN,
    PAPER,
    QUOTED,
    SMALL,
    WIDTH,
    axes,
    bar_legend,
    bare,
    blank,
    fitted,
    inches,
    source_list,
    wrapped,
)
from framing.report.figures import CHART_SOURCES, CHART_SPEAKERS, Figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

_MARKERS = {"own": ("s", OWN), "attributed": ("D", ATTRIBUTED), "quoted": ("o", QUOTED)}


def _coverage(figure: Figure) -> Canvas:
    claims = list(dict.fromkeys((str(row[0]), str(row[1])) for row in figure.rows))
    sources = list(dict.fromkeys((str(row[2]), str(row[3])) for row in figure.rows))[:CHART_SOURCES]
    step, head, legend = 0.4, LINE * len(sources) + 0.32, 0.6
    tall = max(1, len(claims)) * step
    height = head + tall + legend
    canvas = blank(height)
    source_list(canvas, height, 0.0, sources)
    left = 3.3
    ax = axes(canvas, height, (left, head, WIDTH - left - 0.1, tall))
    columns = {number: i for i, (number, _) in enumerate(sources)}
    lines = {claim: i for i, (claim, _) in enumerate(claims)}
    for claim, _, at, _, state, hedged, denied, late in figure.rows:
        if str(at) in columns:
            _cell(ax, columns[str(at)], lines[str(claim)], str(state), bool(hedged), bool(denied), bool(late))
    ax.set_xlim(-0.5, max(1, len(sources)) - 0.5)
    ax.set_ylim(max(1, len(claims)) - 0.5, -0.5)
    ax.set_xticks(range(len(sources)), [number for number, _ in sources])
    ax.xaxis.tick_top()
    ax.set_yticks(range(len(claims)), [wrapped(text, 46, left - 0.1) for _, text in claims])
    ax.tick_params(length=0)
    ax.set_frame_on(False)
    for line in range(len(claims) + 1):
        ax.axhline(line - 0.5, color=FAINT, linewidth=0.3, zorder=0)
    _coverage_legend(axes(canvas, height, (0.05, head + tall + 0.05, WIDTH - 0.1, 0.5)))
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
        panels.append((number, label, own, speakers))
    most = max((q + r for _, _, _, speakers in panels for _, q, r in speakers), default=1)
    step, head, legend = 0.26, 0.44, 0.4
    height = legend + 0.35 + sum(head + step * max(1, min(len(s), CHART_SPEAKERS)) for _, _, _, s in panels)
    canvas = blank(height)
    bar_legend(canvas, height, (("quoted", QUOTED, "xxx"), ("reported in the piece’s own words", ATTRIBUTED, "///")))
    top = legend
    for number, label, own, speakers in panels:
        shown = speakers[:CHART_SPEAKERS]
        tall = step * max(1, len(shown))
        ax = axes(canvas, height, (2.1, top + head - 0.05, WIDTH - 2.35, tall))
        total = own + sum(q + r for _, q, r in speakers)
        count = f"{own} of {total} words are its own"
        title = f"{number}   {fitted(label, 60, WIDTH - 0.6 - inches(count), 'bold')}"
        canvas.text(0.01, 1 - (top + 0.2) / height, title, va="center", fontweight="bold")
        canvas.text(0.99, 1 - (top + 0.2) / height, count, va="center", ha="right", color=FAINT)
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
    ax.set_yticks(range(len(speakers)), [fitted(who, 27, 2.0) for who, _, _ in speakers])
    bare(ax)


def _rates(figure: Figure) -> Canvas:
    rows = figure.rows[:CHART_SOURCES]
    step, legend = 0.3, 0.45
    tall = step * max(1, len(rows))
    height = tall + legend + 0.1
    canvas = blank(height)
    ax = axes(canvas, height, (2.3, 0.05, WIDTH - 2.5, tall))
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
    ax.set_yticks(range(len(rows)), [f"{row[0]}  {fitted(str(row[1]), 30, 1.9)}" for row in rows])
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
        canvas = blank(0.6)
        canvas.text(0.5, 0.5, "No findings", ha="center", va="center", color=FAINT)
        return canvas
    counts = {(row[0], str(row[2])): tuple(int(n or 0) for n in row[4:]) for row in figure.rows}
    most = max(sum(voices) for voices in counts.values())
    bands = -(-len(pieces) // 5)
    across = -(-len(pieces) // bands)
    step, head, legend, left = 0.22, 0.32, 0.4 + LINE * len(pieces), 1.95
    tall = step * len(rules)
    height = legend + bands * (head + tall) + 0.1
    canvas = blank(height)
    source_list(canvas, height, 0.35, pieces)
    entries = (("own voice", OWN, ""), ("attributed", ATTRIBUTED, "///"), ("quoted", QUOTED, "xxx"))
    bar_legend(canvas, height, entries)
    wide = (WIDTH - left - 0.1) / across
    for i, (number, _) in enumerate(pieces):
        band, column = divmod(i, across)
        top = legend + band * (head + tall) + head
        ax = axes(canvas, height, (left + column * wide + 0.06, top, wide - 0.12, tall))
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
    bare(ax)


PAINTERS: dict[str, Callable[[Figure], Canvas]] = {
    "coverage": _coverage,
    "voices": _voices,
    "rates": _rates,
    "findings": _findings,
}
"""Painters by the names of their figures."""
