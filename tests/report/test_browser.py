"""The pages in a browser: links that open what hides their target, filters, printing, and no need of JavaScript."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.config import Config
from framing.report import folder
from framing.types import Comparison, Finding, JsonDict

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    with api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def report(
    comparison: Comparison,
    findings: tuple[Finding, ...],
    run: JsonDict,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    return folder.write(comparison, findings, run, tmp_path_factory.mktemp("browser") / "report", Config())


def opened(browser: Browser, path: Path, fragment: str = "", *, script: bool = True, width: int = 1280) -> Page:
    page = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{path.as_uri()}{fragment}")
    assert complaints == []
    return page


def source(report: Path, ending: str) -> Path:
    return next((report / "sources").glob(f"*{ending}.html"))


def test_a_link_opens_what_hides_its_target(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html", "#c4")
    assert page.locator("#c4").is_visible()
    page = opened(browser, report / "index.html", "#c1")
    assert page.locator("#c1 blockquote").first.is_visible()


def test_claims_are_found_by_their_words(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html")
    page.get_by_label("Find in claims").fill("passengers were hurt")
    assert page.locator("#c2").is_visible()
    assert not page.locator("#c1").is_visible()
    page.get_by_role("button", name="Open all rows").click()
    assert page.locator("#c2 blockquote").first.is_visible()


def test_findings_are_filtered_by_rule_and_voice(browser: Browser, report: Path) -> None:
    page = opened(browser, source(report, "a2"))
    codes = page.locator("article a.code", has_text="W101")
    assert codes.locator("visible=true").count() == 2
    page.get_by_label("attributed", exact=True).uncheck()
    assert codes.locator("visible=true").count() == 1
    page.get_by_label("W101", exact=True).uncheck()
    assert codes.locator("visible=true").count() == 0
    assert page.locator("#findings li[data-rule=S201]").is_visible()


def test_a_finding_leads_to_its_words_and_back(browser: Browser, report: Path) -> None:
    page = opened(browser, source(report, "a2"))
    page.locator("#findings a", has_text="a shameful display").click()
    assert page.evaluate("location.hash") == "#m3"
    page.locator("article a.code", has_text="W106").click()
    assert page.locator(":target strong").inner_text() == "stance-adverb"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index", "source"])
def test_no_page_is_wider_than_its_window(browser: Browser, report: Path, name: str, width: int) -> None:
    page = opened(browser, report / "index.html" if name == "index" else source(report, "a1"), width=width)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_is_there_without_javascript(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html", script=False)
    assert not page.locator(".tools").is_visible()
    page.locator("#c1 summary").click()
    assert page.locator("#c1 blockquote").count() == 4
    assert page.locator("#c1 blockquote").first.is_visible()


def test_pages_print_what_is_open(browser: Browser, report: Path) -> None:
    for size in ("A4", "Letter"):
        assert opened(browser, source(report, "a1")).pdf(format=size).startswith(b"%PDF")
    page = opened(browser, report / "index.html")
    words = printed(page)
    assert "At least 23 passengers were hurt" in words
    assert "Service was to resume on Friday" not in words
    assert "Find in claims" not in words
    page.get_by_role("button", name="Open all rows").click()
    assert "Service was to resume on Friday" in printed(page)


def printed(page: Page) -> str:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join("".join(page.extract_text() for page in pages).split())
