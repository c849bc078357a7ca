"""The report folder as a whole: complete, self-contained, the same twice, and never half-written."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from framing.config import Config
from framing.errors import FramingError
from framing.report import folder
from framing.types import Annotation, Article, Comparison, Finding, JsonDict

Render = Callable[..., dict[str, bytes]]


@pytest.fixture(scope="module")
def render(comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict) -> Render:
    made: dict[str, dict[str, bytes]] = {}

    def rendered(excerpts: str = "full", **settings: int) -> dict[str, bytes]:
        key = f"{excerpts} {settings}"
        if key not in made:
            config = Config.model_validate({"report": {"excerpts": excerpts, **settings}})
            made[key] = folder.render(comparison, findings, run, config)
        return made[key]

    return rendered


class Page(HTMLParser):
    """Ids, links, tags and text of a page, and whether its elements nest."""

    VOID = frozenset({"meta", "br", "use", "path", "rect", "circle", "input", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action", "xlink:href"):
                self.links.append(value or "")
            if name.startswith("on"):
                self.handlers.append(name)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.words += data


def pages(files: dict[str, bytes]) -> dict[str, Page]:
    return {name: Page(content.decode()) for name, content in files.items() if name.endswith(".html")}


def test_the_folder_holds_what_the_contract_names(render: Render) -> None:
    names = set(render())
    assert {"index.html", "report.md", "comparison.json", "claims.csv", "findings.csv", "run.json"} <= names
    assert {f"charts/{c}.{e}" for c in ("coverage", "voices", "findings") for e in ("svg", "png", "csv")} <= names
    assert len([name for name in names if name.startswith("sources/")]) == 4


def test_names_of_pages_come_from_no_path(render: Render) -> None:
    for name in render():
        assert re.fullmatch(r"(sources/|charts/)?[a-z0-9-]+\.[a-z]+", name), name


@pytest.mark.parametrize("excerpts", ["full", "sentences", "none"])
def test_every_link_resolves_and_every_id_is_unique(render: Render, excerpts: str) -> None:
    parsed = pages(files := render(excerpts))
    for name, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), name
        assert not page.open, f"{name}: {page.open} stay open"
        for link in page.links:
            path, _, fragment = link.partition("#")
            target = str((Path("/") / name).parent.joinpath(path).resolve().relative_to("/")) if path else name
            assert target in files, f"{name}: {link}"
            if fragment:
                assert unquote(fragment) in parsed[target].ids, f"{name}: {link}"


def test_a_claim_beyond_the_limit_is_not_linked_to(render: Render) -> None:
    files = render("full", max_claims=1)
    parsed = pages(files)
    assert "c2" not in parsed["index.html"].ids
    for page in parsed.values():
        assert not [link for link in page.links if link.endswith("#c2")]
    assert b"c2" in files["claims.csv"]


def test_pages_name_no_address_outside_themselves(render: Render) -> None:
    for name, content in render().items():
        if name.endswith(".html"):
            assert not re.search(rb"https?:|[\"'(]//|@import|url\((?!#)", content), name
            assert b"default-src 'none'" in content


def test_hostile_words_stay_words(render: Render) -> None:
    for name, page in pages(render()).items():
        assert page.tags.count("script") == 1, name
        assert not page.handlers, name
        assert "img" not in page.tags
        assert "b" not in page.tags or "onclick" not in page.handlers
    assert '<script>alert("a")</script>' in pages(render())["index.html"].words
    assert "<img src=x onerror=alert(1)>" in "".join(page.words for page in pages(render()).values())


def test_right_to_left_names_stand_apart(render: Render) -> None:
    assert "<bdi>صحيفة الميناء</bdi>" in render()["index.html"].decode()


def test_the_article_stands_whole_on_its_page(render: Render, comparison: Comparison) -> None:
    files = render()
    inputs = json.loads(files["run.json"])["inputs"]
    for entry, article in zip(inputs, comparison.articles, strict=True):
        text = Page(re.sub(r'<a class="code".*?</a>', "", files[entry["page"]].decode())).words
        for line in article.text.splitlines():
            assert line in text


def test_two_reports_of_the_same_are_the_same(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        folder.write(comparison, findings, run, tmp_path / name, Config())
    files = [p.relative_to(tmp_path / "one") for p in sorted((tmp_path / "one").rglob("*")) if p.is_file()]
    assert len(files) > 15
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes(), path


@pytest.mark.parametrize("excerpts", ["sentences", "none"])
def test_excerpts_withhold_the_articles(render: Render, excerpts: str) -> None:
    alone = "Service was to resume on Friday"
    seen = "struck the eastern pier at Varnholm"
    assert alone in render()["comparison.json"].decode()
    for name, content in render(excerpts).items():
        text = content.decode(errors="replace")
        assert alone not in text, name
        if excerpts == "none":
            assert seen not in re.sub(r"<[^>]+>", "", text), name
    assert (seen in pages(render(excerpts))["index.html"].words) == (excerpts == "sentences")


def test_csv_cells_run_no_formula(render: Render) -> None:
    for name, content in render().items():
        if name.endswith(".csv"):
            text = content.decode()
            assert "\r\n" in text
            for row in csv.reader(io.StringIO(text, newline="")):
                assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], name


def test_markdown_runs_nothing(render: Render) -> None:
    from markdown_it import MarkdownIt

    text = render()["report.md"].decode()
    made = MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable("table").render(text)
    page = Page(made)
    assert not {"script", "img", "a", "i"} & set(page.tags)
    assert not page.handlers
    assert '<script>alert("a")</script>' in page.words


def test_a_report_is_replaced_and_nothing_else_is(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, tmp_path: Path
) -> None:
    out = tmp_path / "deep" / "report"
    folder.write(comparison, findings, run, out, Config())
    (out / "claims.csv").write_text("old")
    folder.write(comparison, findings, run, out, Config())
    assert (out / "claims.csv").read_text() != "old"
    (out / "mine.txt").write_text("kept")
    with pytest.raises(FramingError, match=r"mine\.txt"):
        folder.write(comparison, findings, run, out, Config())
    assert (out / "mine.txt").read_text() == "kept"
    assert [path.name for path in out.parent.iterdir()] == ["report"]


def test_a_folder_of_something_else_and_a_file_are_refused(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.txt").write_text("kept")
    (tmp_path / "file").write_text("kept")
    for name in ("other", "file"):
        with pytest.raises(FramingError, match=name):
            folder.write(comparison, findings, run, tmp_path / name, Config())
    with pytest.raises(FramingError, match="cannot be written"):
        folder.write(comparison, findings, run, tmp_path / "file" / "report", Config())
    assert (tmp_path / "other" / "thesis.txt").read_text() == "kept"


def test_a_failure_leaves_the_old_report_and_no_rest(
    comparison: Comparison,
    findings: tuple[Finding, ...],
    run: JsonDict,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = folder.write(comparison, findings, run, tmp_path / "report", Config())
    before = (out / "index.html").read_bytes()

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FramingError, match="No space left"):
        folder.write(comparison, findings, run, out, Config())
    assert (out / "index.html").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize("count", [1, 2, 14])
def test_bare_and_many_pieces_make_a_report(run: JsonDict, count: int) -> None:
    annotations = tuple(Annotation(Article(f"a{i}", f"Piece {i}.", outlet=f"新聞 {i} $x$")) for i in range(count))
    origins = tuple((a.article.id,) for a in annotations)
    files = folder.render(Comparison(annotations, origins, (), ()), (), run, Config())
    assert len([name for name in files if name.startswith("sources/")]) == count
    assert ("The first 12 of 14 sources are drawn" in files["index.html"].decode()) == (count == 14)


def test_pieces_on_two_stories_are_told_apart(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict
) -> None:
    two = replace(comparison, stories=(("a1", "a2", "a3"), ("../../etc",)), claims=comparison.claims[2:4])
    page = Page(folder.render(two, findings, run, Config())["index.html"].decode())
    assert "tell 2 stories" in page.words
    assert "other story" in page.words
