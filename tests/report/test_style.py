"""Contrast by WCAG 2.2, computed from the style sheet's palette, in both themes and in print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[2] / "framing/report/templates/style.css"
GROUNDS = ("paper", "raised", "note", "mark", "same")
TEXTS = ("ink", "soft", "link")
SHAPES = ("own", "attributed", "quoted", "w", "s", "b", "c", "soft")


def palettes() -> dict[str, dict[str, str]]:
    text = STYLE.read_text(encoding="utf-8")
    blocks = re.findall(r":root\{([^}]*)\}", text)
    light, dark, paper = (dict(re.findall(r"--(\w+):(#[0-9a-f]+)", block)) for block in blocks)
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_text_has_contrast_on_every_ground(theme: str) -> None:
    palette = palettes()[theme]
    for ground in GROUNDS:
        for text in TEXTS:
            assert contrast(palette[text], palette[ground]) >= 4.5, (theme, text, ground)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_shapes_and_underlines_have_contrast(theme: str) -> None:
    palette = palettes()[theme]
    for ground in ("paper", "raised", "note"):
        for shape in SHAPES:
            assert contrast(palette[shape], palette[ground]) >= 3, (theme, shape, ground)


def test_the_charts_colours_have_contrast_on_light_and_dark() -> None:
    from framing.report import canvas

    for theme in ("light", "dark"):
        for colour in (canvas.OWN, canvas.ATTRIBUTED, canvas.QUOTED, canvas.FAINT):
            assert contrast(colour, palettes()[theme]["paper"]) >= 3, (theme, colour)


def test_the_charts_words_have_contrast_in_files_and_follow_the_page_inside_it() -> None:
    from framing.report import canvas, charts
    from framing.report.figures import Figure

    for colour in (canvas.INK, canvas.FAINT):
        assert contrast(colour, canvas.PAPER) >= 4.5, colour
    row = (1, "The Bay", "own voice", None, 0, 0, 40)
    (chart,) = charts.draw([Figure("voices", "Words", "Words.", ("number",), (row,))])
    assert f"fill: {canvas.FAINT}" in chart.svg
    assert canvas.FAINT not in chart.inline
    assert canvas.INK not in chart.inline
    assert "fill: var(--soft)" in chart.inline
