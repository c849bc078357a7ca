"""The charts: readable sizes, nothing outside the drawing, the same bytes twice, any number of any names."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from framing.config import Config
from framing.report import charts, figures, folder, story, tables
from framing.report.charts import Chart
from framing.report.excerpts import ALL
from framing.report.figures import Figure
from framing.rules import registry
from framing.types import Annotation, Article, Attribution, Claim, Comparison, Finding, JsonDict, Member, Source, Span

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {
    "long": "The Harbour and District Evening Gazette with which is incorporated the Morning " * 3,
    "wide": "W" * 200,
    "capitals": "THE HARBOUR AND DISTRICT EVENING GAZETTE " * 5,
    "markup": '$x_1$ <b>&amp;</b> \\frac{1}{2} & "y" ]]>',
    "right to left": "صحيفة الميناء اليومية " * 9,
    "ideographs": "新聞日報" * 50,
}


@dataclass(frozen=True)
class Label:
    """A text of a drawing with the points from left to right that it covers."""

    text: str
    size: float
    left: float
    right: float


def labels(svg: str) -> Iterator[Label]:
    for element in ET.fromstring(svg).iter(f"{SVG}text"):
        style = dict(part.split(": ") for part in element.attrib["style"].split("; "))
        size = float(style["font-size"].removesuffix("px"))
        moved = re.search(r"translate\((-?[\d.]+)", element.get("transform", ""))
        x = float(element.get("x") or (moved[1] if moved else "nan"))
        font = FontProperties(family="DejaVu Sans", size=size, weight=style.get("font-weight", "normal"))
        # ideographs, which the bundled font lacks, are as wide as they are high
        text = re.sub(r"[\u4e00-\u9fff]", "W", element.text or "")
        width = text_to_path.get_text_width_height_descent(text, font, False)[0]
        left = x - {"start": 0, "middle": width / 2, "end": width}[style.get("text-anchor", "start")]
        yield Label(element.text or "", size, left, left + width)


def many(count: int, name: str) -> tuple[Comparison, tuple[Finding, ...]]:
    """A story of ``count`` pieces whose outlets, speakers and claims are called ``name``, with findings."""
    text = f"Ann says {'so ' * 40}. Piece."
    spoken = Span(9, text.index(" ."))
    said = tuple(
        Attribution(
            Source(0, 3, f"{name} {i}"),
            Span(4, 8),
            (Span(spoken.start + 6 * i, spoken.start + 6 * i + 5),),
            "indirect",
            "named",
        )
        for i in range(7)
    )
    annotations = tuple(
        Annotation(Article(f"a{i}", text, outlet=f"{name} {i}" if len(name) < 99 else name), attributions=said)
        for i in range(count)
    )
    given: Any = ("attributed", name, "named", "hedged", 0.9)
    claims = tuple(
        Claim(
            f"c{k}", f"{name} {k} {name}", tuple(Member(a.article.id, 0, 3, "Ann", *given) for a in annotations), count
        )
        for k in range(6)
    )
    findings = tuple(
        Finding(rule.code, rule.name, a.article.id, 0, 3, "Ann", 0.5, "note", "own", None, "x")
        for a in annotations
        for rule in registry.rules()
    )
    return Comparison(annotations, tuple((a.article.id,) for a in annotations), (), claims), findings


def recorded(comparison: Comparison, findings: tuple[Finding, ...] = ()) -> tuple[Figure, ...]:
    told = story.tell(comparison, findings)
    return (
        figures.coverage_figure(told, ALL),
        figures.voices_figure(told),
        figures.rates_figure(told),
        figures.findings_figure(told),
    )


def drawn(comparison: Comparison, findings: tuple[Finding, ...] = ()) -> tuple[Chart, ...]:
    return charts.draw(recorded(comparison, findings))


@pytest.fixture(scope="module")
def usual(comparison: Comparison, findings: tuple[Finding, ...]) -> tuple[Chart, ...]:
    return drawn(comparison, findings)


@pytest.fixture(scope="module", params=NAMES)
def named(request: pytest.FixtureRequest) -> tuple[Chart, ...]:
    """The charts of twelve pieces of one kind of name."""
    return drawn(*many(12, NAMES[request.param]))


def test_text_is_eleven_pixels_or_more(named: tuple[Chart, ...], usual: tuple[Chart, ...]) -> None:
    for chart in (*named, *usual):
        assert ET.fromstring(chart.svg).attrib["width"] == "450pt", "600 px, so that a point is 4/3 px"
        for label in labels(chart.svg):
            assert label.size * 4 / 3 >= 11, (chart.figure.name, label.text)


def test_text_stays_inside_the_drawing(named: tuple[Chart, ...], usual: tuple[Chart, ...]) -> None:
    for chart in (*named, *usual):
        _, _, width, _ = map(float, ET.fromstring(chart.svg).attrib["viewBox"].split())
        found = list(labels(chart.svg))
        assert found
        assert not [label for label in found if label.left < 0 or label.right > width], chart.figure.name


def test_a_name_does_not_run_into_the_words_beside_it(named: tuple[Chart, ...]) -> None:
    found = list(labels(named[1].svg))
    counts = [label for label in found if label.text.endswith("words are its own")]
    titles = [label for label in found if re.match(r"\d+   ", label.text)]
    assert len(counts) == len(titles) == 12
    assert max(title.right for title in titles) < min(count.left for count in counts)


def test_twelve_sources_are_drawn_of_more() -> None:
    for chart in drawn(*many(50, "The Bay")):
        said = [label.text for label in labels(chart.svg)]
        assert [text for text in said if re.search(r"\bThe Bay 11$", text)], chart.figure.name
        assert not [text for text in said if re.search(r"\bThe Bay 12$", text)], chart.figure.name
        assert chart.figure.caption.endswith("The first 12 of 50 sources are drawn.")


@pytest.mark.parametrize("name", NAMES)
def test_one_piece_of_any_name_is_drawn(name: str) -> None:
    for chart in drawn(*many(1, NAMES[name])):
        assert chart.png.startswith(b"\x89PNG")
        assert ET.fromstring(chart.svg).tag == f"{SVG}svg"


def test_bare_pieces_are_drawn() -> None:
    pieces = tuple(Annotation(Article(f"a{i}", "")) for i in range(2))
    made = drawn(Comparison(pieces, (), (), ()))
    said = [{label.text for label in labels(chart.svg)} for chart in made]
    assert "nobody is quoted or reported" in said[1]
    assert "no words of its own" in said[2]
    assert said[3] == {"No findings"}


def test_names_are_drawn_as_they_are() -> None:
    for chart in drawn(*many(1, "$x$ <b>")):
        assert [label for label in labels(chart.svg) if "$x$ <b>" in label.text], chart.figure.name
        assert "<b>" not in chart.svg
        assert "<b>" not in chart.inline


def test_two_drawings_are_the_same(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    for one, other in zip(drawn(comparison, findings), drawn(comparison, findings), strict=True):
        assert (one.svg, one.inline, one.png) == (other.svg, other.inline, other.png)


def test_a_drawing_says_what_it_shows(usual: tuple[Chart, ...]) -> None:
    for chart in usual:
        title, desc, *_ = ET.fromstring(chart.svg)
        assert (title.tag, title.text) == (f"{SVG}title", chart.figure.title)
        assert (desc.tag, desc.text) == (f"{SVG}desc", chart.figure.caption)
        assert 'role="img"' in chart.inline
        assert f'aria-label="{chart.figure.title}. ' in chart.inline


def test_drawings_in_a_page_share_no_id(usual: tuple[Chart, ...]) -> None:
    ids = [ident for chart in usual for ident in re.findall(r'\bid="([^"]+)"', chart.inline)]
    assert len(ids) == len(set(ids))
    for chart in usual:
        own = set(re.findall(r'\bid="([^"]+)"', chart.inline))
        assert set(re.findall(r'(?:href="|url\()#([^")]+)', chart.inline)) <= own
        assert "http" not in chart.inline


def test_the_data_beside_a_chart_are_those_it_is_drawn_from(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, usual: tuple[Chart, ...]
) -> None:
    files = folder.render(comparison, findings, run, Config())
    assert {name for name in files if name.startswith("charts/")} == {
        f"charts/{chart.figure.name}.{ending}" for chart in usual for ending in ("svg", "png", "csv")
    }
    for chart in usual:
        assert files[f"charts/{chart.figure.name}.svg"].decode() == chart.svg
        written = files[f"charts/{chart.figure.name}.csv"].decode()
        assert written == tables.render(chart.figure.header, chart.figure.rows)
        rows = list(csv.reader(io.StringIO(written, newline="")))
        assert tuple(rows[0]) == chart.figure.header
        assert len(rows) == len(chart.figure.rows) + 1 > 1


def test_all_sources_are_in_the_data_of_a_chart_that_draws_some() -> None:
    for figure in recorded(*many(14, "The Bay")):
        number = figure.header.index("number")
        assert {row[number] for row in figure.rows} == set(range(1, 15))


def test_counts_in_the_drawing_are_those_of_the_data(usual: tuple[Chart, ...]) -> None:
    voices = usual[1]
    said = [label.text for label in labels(voices.svg)]
    for number, _, speaker, _, quoted, reported, own in voices.figure.rows:
        if speaker == "own voice":
            total = sum(int(n or 0) for row in voices.figure.rows if row[0] == number for n in row[4:])
            assert f"{own} of {total} words are its own" in said
        else:
            assert speaker in said
            assert str(int(quoted or 0) + int(reported or 0)) in said
