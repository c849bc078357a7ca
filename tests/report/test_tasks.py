"""What readers come to find out, answered from the pages' HTML alone: no script, no JSON, no API.

Each task is written as a reader would go about it: find the heading, the table, the row, the words.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from framing.config import Config
from framing.report import folder
from framing.types import Comparison, Finding, JsonDict

Page = html.HtmlElement


@pytest.fixture(scope="module")
def invented(comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict) -> Callable[[str], Page]:
    """The pages of the invented story, whose answers were written down by hand."""
    files = folder.render(comparison, findings, run, Config())
    return lambda name: html.document_fromstring(files[name].decode())


@pytest.fixture(scope="module")
def sample(root: Path) -> Callable[[str], Page]:
    """The pages of the report that stands in the repository."""
    return lambda name: html.document_fromstring((root / "reports/seeds" / name).read_text(encoding="utf-8"))


def words(element: Page) -> str:
    return " ".join(element.text_content().split())


def number(heading: Page) -> str:
    """The number of the source that a heading names: ``2`` of ``2 The Mainichi (AP)``."""
    return words(heading).split()[0]


def without_source(page: Page, claim: str) -> list[str]:
    """Task 1: which sources give no source for the claim in which these words stand?"""
    (row,) = [body for body in page.cssselect("#coverage tbody.claim") if claim in words(body.cssselect("th")[0])]
    (table,) = row.xpath("ancestor::table")
    heads = table.cssselect("thead th")[1:]
    cells = row.cssselect("tr")[0].cssselect("td")
    return [number(head) for head, cell in zip(heads, cells, strict=True) if words(cell).startswith("own voice")]


def left_out(page: Page, source: str) -> list[str]:
    """Task 2: what does the source of this number leave out?"""
    (heading,) = [h for h in page.cssselect("#missing h3") if number(h) == source]
    following = heading.getnext()
    return [words(card.cssselect("p")[0]) for card in following.cssselect("li.card")]


def alone_in_own_voice(page: Page, kind: str) -> dict[str, list[str]]:
    """Task 3: what does the piece of this kind say in its own voice that others attribute, and to whom?"""
    (row,) = [
        r for r in page.cssselect("#glance .pieces tbody tr") if words(r.cssselect("[data-source=Kind]")[0]) == kind
    ]
    (heading,) = [h for h in page.cssselect("#voices h3") if number(h) == number(row.cssselect("th")[0])]
    found: dict[str, list[str]] = {}
    for element in heading.itersiblings():
        if element.tag == "h3":
            break
        for card in element.cssselect(".unsourced li"):
            statement, others = card.cssselect("p")
            found[words(statement)] = words(others).rstrip(".").split("; ")
    return found


def test_which_sources_give_no_source_for_a_claim(invented: Callable[[str], Page]) -> None:
    assert without_source(invented("index.html"), "struck the eastern pier") == ["2", "4"]
    assert without_source(invented("index.html"), "23 passengers") == ["2"]


def test_the_opened_row_says_the_same(invented: Callable[[str], Page]) -> None:
    (said,) = invented("index.html").cssselect("#c1 .vouched")
    assert words(said).startswith(
        'No source given: 2 <b onclick="x()">The Morning</b>, 4 Unattributed piece ../../etc. On'
    )
    assert "1 =cmd()|' /C calc'!A0 (Nordwire) (Ida Brandt (named))" in words(said)


def test_what_a_source_leaves_out(invented: Callable[[str], Page]) -> None:
    page = invented("index.html")
    assert left_out(page, "1") == ["c5 Nobody on board was to blame"]
    assert left_out(page, "2") == []
    assert left_out(page, "3") == ["c2 At least 23 passengers were hurt."]


def test_what_the_unattributed_piece_says_in_its_own_voice(invented: Callable[[str], Page]) -> None:
    found = alone_in_own_voice(invented("index.html"), "unattributed")
    ((statement, others),) = found.items()
    assert statement.startswith("c1 A ferry hit a pier on Tuesday.")
    assert [other.split(":")[0][0] for other in others] == ["1", "3"]
    assert all("attributed: Ida Brandt (named)" in other for other in others)


def test_the_tasks_on_the_sample(sample: Callable[[str], Page]) -> None:
    """The seeds are ours, so the answers are known: the fifth piece takes over what others have from named people."""
    page = sample("index.html")
    assert "5" in without_source(page, "Kharkiv and Sumy")
    assert not {"2", "3"} & set(without_source(page, "Kharkiv and Sumy"))
    found = alone_in_own_voice(page, "unattributed")
    (pullback,) = [others for statement, others in found.items() if "Sumy" in statement]
    assert {other.split()[0] for other in pullback} == {"2", "3"}
    (demand,) = [others for statement, others in found.items() if "Luhansk" in statement]
    assert {other.split()[0] for other in demand} >= {"1", "2"}
    assert any("thanked Washington" in claim for claim in left_out(page, "3"))


def test_a_source_page_answers_for_its_own_piece(sample: Callable[[str], Page]) -> None:
    index = sample("index.html")
    for link in index.cssselect("#glance .pieces tbody th a"):
        page = sample(str(link.get("href")))
        there = [words(card.cssselect("p")[0]).split()[0] for card in page.cssselect("#missing li.card")]
        assert there == [claim.split()[0] for claim in left_out(index, number(link))]
