"""The printed sheets: whole, safe, without outside addresses, and apart from their answers."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from framing.classroom import exercises, printing
from framing.classroom.types import Worksheet
from framing.config import Config, parse
from framing.errors import FramingError
from framing.types import Comparison, Finding

EVIL = '<script>alert(1)</script> <img src=x onerror="y"> [a](javascript:b) `c` **d** | e'


@pytest.fixture
def sheet(comparison: Comparison, findings: tuple[Finding, ...]) -> Worksheet:
    return exercises.make(comparison, findings, Config())


def _evil(sheet: Worksheet) -> Worksheet:
    """The sheet with hostile words in every place that an article can reach."""
    made = []
    for exercise in sheet.exercises:
        changed = tuple(
            replace(
                item,
                passages=tuple(replace(p, shown=EVIL, marked=((0, 8),)) for p in item.passages),
                evidence=tuple(replace(p, shown=EVIL, marked=((0, 8),)) for p in item.evidence),
                answer=EVIL,
                explanation=EVIL,
            )
            for item in exercise.items
        )
        made.append(replace(exercise, items=changed, options=(EVIL,), title=EVIL))
    credit = replace(sheet.credits[0], title=EVIL, publisher=EVIL, bylines=(EVIL,))
    return replace(sheet, exercises=tuple(made), credits=(credit,))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action", "data")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


@pytest.mark.parametrize("name", ["worksheet.html", "key.html"])
def test_words_of_articles_are_escaped_on_the_page(sheet: Worksheet, name: str) -> None:
    page = printing.render(_evil(sheet))[name]
    seen = _Tags()
    seen.feed(page)
    assert not {"script", "img", "iframe", "link", "a"} & set(seen.tags)
    assert not seen.handlers
    assert not seen.addresses
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("name", ["worksheet.md", "key.md"])
def test_words_of_articles_are_escaped_in_markdown(sheet: Worksheet, name: str) -> None:
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark", {"html": True}).render(printing.render(_evil(sheet))[name])
    assert "<script" not in page
    assert "<img" not in page
    assert "<a " not in page
    assert "<code" not in page


def test_the_pages_name_no_address(sheet: Worksheet) -> None:
    for page in printing.render(sheet).values():
        assert re.search(r"https?://|url\(|@import", page) is None


def test_the_worksheet_does_not_give_the_answers(sheet: Worksheet) -> None:
    pages = printing.render(sheet)
    for exercise in sheet.exercises:
        for item in exercise.items:
            assert item.explanation not in pages["worksheet.html"]
    assert "Teaching note" not in pages["worksheet.html"]
    assert "characters" not in pages["worksheet.html"]


def test_there_is_room_for_a_name_and_for_writing(sheet: Worksheet) -> None:
    page = printing.render(sheet)["worksheet.html"]
    assert "<span>Name</span>" in page
    assert page.count('class="line"') == sum(item.lines for e in sheet.exercises for item in e.items)


def test_every_piece_is_credited_on_both_sheets(sheet: Worksheet) -> None:
    for page in printing.render(sheet).values():
        assert "Harbour Mail, by Ann Oak" in page
        assert "Shore News, carrying Coast Wire, 2024" in page.replace("\\", "")
        assert "no publisher given" in page


def test_write_gives_four_whole_files_and_nothing_else(sheet: Worksheet, tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    paths = printing.write(sheet, out)
    assert [path.name for path in paths] == ["worksheet.html", "key.html", "worksheet.md", "key.md"]
    assert sorted(out.iterdir()) == sorted(paths)
    before = {path: path.read_bytes() for path in paths}
    printing.write(sheet, out)
    assert {path: path.read_bytes() for path in paths} == before


def test_a_folder_that_cannot_be_made_is_named(sheet: Worksheet, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(FramingError, match="taken"):
        printing.write(sheet, tmp_path / "taken")


def test_a_sheet_without_text_tells_where_to_read(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    sheet = exercises.make(comparison, findings, parse({"report": {"excerpts": "none"}}))
    page = printing.render(sheet)["worksheet.html"]
    assert re.search(r"Read piece [ABC], paragraph \d, sentence 1\.", page)


def test_an_empty_sheet_says_so() -> None:
    empty = exercises.make(Comparison((), (), (), ()), (), Config())
    assert "no clear-cut question" in printing.render(empty)["worksheet.html"]
