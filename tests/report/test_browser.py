"""The pages in a browser: links that open what hides their target, filters, printing, and no need of JavaScript."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

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


def opened(
    browser: Browser,
    path: Path,
    fragment: str = "",
    *,
    script: bool = True,
    width: int = 1280,
    theme: Literal["light", "dark"] = "light",
) -> Page:
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=False
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if request.url != page.url else None)
    page.goto(f"{path.as_uri()}{fragment}")
    assert [text for text in complaints if not text.startswith(path.as_uri())] == []
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


def test_claims_are_found_by_what_a_source_does_with_them(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html")
    page.get_by_role("combobox", name="Source").select_option(index=3)
    page.get_by_role("combobox", name="says it").select_option("absent")
    assert shown_rows(page) == ["c2"]
    page.get_by_role("combobox", name="Source").select_option(index=1)
    assert shown_rows(page) == ["c5"]
    page.get_by_role("combobox", name="says it").select_option("quoted")
    assert shown_rows(page) == ["c2"]
    page.get_by_role("combobox", name="says it").select_option("")
    page.get_by_role("combobox", name="Source").select_option("")
    page.get_by_label("Only with differences").check()
    assert shown_rows(page) == ["c1", "c2"]
    assert page.locator("#coverage [role=status]").first.inner_text() == "2 of 5 rows"


def shown_rows(page: Page) -> list[str]:
    return sorted(
        row.get_attribute("id") or ""
        for row in page.locator("#coverage tbody.claim:not(.off), #coverage .only tr[id]:not(.off)").all()
    )


def test_findings_are_filtered_by_rule_and_voice(browser: Browser, report: Path) -> None:
    page = opened(browser, source(report, "a2"))
    codes = page.locator("article a.code", has_text="W101")
    assert codes.locator("visible=true").count() == 2
    page.get_by_role("checkbox", name="attributed words").uncheck()
    assert codes.locator("visible=true").count() == 1
    page.get_by_role("checkbox", name="W101 loaded-language").uncheck()
    assert codes.locator("visible=true").count() == 0
    assert page.locator("#findings li[data-rule=S201]").is_visible()


def test_a_finding_leads_to_its_words_and_back(browser: Browser, report: Path) -> None:
    page = opened(browser, source(report, "a2"))
    page.locator("#findings a", has_text="a shameful display").click()
    assert page.evaluate("location.hash") == "#m3"
    page.locator("article a.code", has_text="W106").click()
    assert page.locator(":target strong").inner_text() == "stance-adverb"


def test_a_claim_is_followed_across_the_sources(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html", "#c1")
    page.locator("#c1 .side a").nth(1).click()
    assert "sources/" in page.url
    assert "the eastern pier on Tuesday" in page.locator(":target").inner_text()
    page.locator(":target .also a").click()
    assert page.url.endswith("index.html#c1")
    assert page.locator("#c1 blockquote").count() == 4
    assert page.locator("#c1 blockquote").first.is_visible()


def test_the_pieces_scroll_to_the_same_claim(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html", "#together")
    page.add_style_tag(content=".column{max-height:5rem!important}")
    first, second = page.locator(".column").nth(0), page.locator(".column").nth(1)
    assert second.evaluate("(column) => column.scrollTop") == 0
    first.locator("[data-claim=c2]").click()
    assert page.locator(".lk.on").all_inner_texts() == [
        '"Nineteen passengers were hurt, none of them badly," Brandt told reporters.',
        "At least 23 passengers were hurt.",
    ]
    assert second.evaluate("(column) => column.scrollTop") > 0
    assert page.locator("#together [role=status]").inner_text() == "Claim c2 in source 1, 2"
    page.locator("#together").get_by_role("checkbox", name="The Morning").uncheck()
    assert not second.is_visible()


def test_the_pieces_scroll_together(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html", "#together")
    page.add_style_tag(content=".column{max-height:5rem!important}")
    first, second = page.locator(".column").nth(0), page.locator(".column").nth(1)
    from playwright.sync_api import expect

    first.dispatch_event("wheel")
    first.evaluate(
        "(column) => { const claim = column.querySelector('[data-c~=c2]');"
        " column.scrollTop += claim.getBoundingClientRect().top - column.getBoundingClientRect().top - 45; }"
    )
    expect(page.locator(".lk.on")).to_have_count(2)
    assert second.evaluate("(column) => column.scrollTop") > 0


def test_everything_opens_by_its_address(browser: Browser, report: Path) -> None:
    page = opened(browser, report / "index.html", "#everything")
    assert page.locator("details:not([open])").count() == 0
    assert "Service was to resume on Friday" in printed(page)


@pytest.mark.parametrize("name", ["index", "source"])
def test_the_keyboard_reaches_what_the_mouse_does(browser: Browser, report: Path, name: str) -> None:
    page = opened(browser, report / "index.html" if name == "index" else source(report, "a2"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    summary = page.locator("#c1 summary" if name == "index" else "#findings summary").first
    summary.focus()
    outline = summary.evaluate("(s) => getComputedStyle(s).outlineStyle")
    page.keyboard.press("Enter")
    assert summary.evaluate("(s) => s.parentElement.open")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", outline


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index", "source"])
def test_axe_finds_no_violation(
    browser: Browser, report: Path, name: str, width: int, theme: Literal["light", "dark"]
) -> None:
    page = opened(browser, report / "index.html" if name == "index" else source(report, "a2"), width=width, theme=theme)
    for fragment in ("", "#everything"):
        page.evaluate("(hash) => { location.hash = hash; }", fragment)
        assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_sample(browser: Browser, root: Path, theme: Literal["light", "dark"]) -> None:
    for path in (root / "reports/seeds/index.html", *sorted((root / "reports/seeds/sources").glob("*.html"))):
        assert violations(opened(browser, path, "#everything", theme=theme)) == [], path.name


def violations(page: Page) -> list[tuple[str, Any]]:
    """What axe-core finds against WCAG and good practice: rule and the first place."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index", "source"])
def test_no_page_is_wider_than_its_window(browser: Browser, report: Path, name: str, width: int) -> None:
    page = opened(browser, report / "index.html" if name == "index" else source(report, "a1"), width=width)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["index", "source"])
def test_everything_is_there_without_javascript(browser: Browser, report: Path, name: str) -> None:
    path = report / "index.html" if name == "index" else source(report, "a2")
    with_script = opened(browser, path, "#everything").locator("main").inner_text().split()
    page = opened(browser, path, script=False)
    assert not page.locator(".tools").locator("visible=true").count()
    while closed := page.locator("details:not([open]) > summary").locator("visible=true").all():
        closed[0].click()
    without = page.locator("main").inner_text().split()
    assert len(without) > 200
    for word in set(without):
        assert with_script.count(word) >= without.count(word), word
    for words in ("Reckless", "rammed", "23", "shameful"):
        assert words in without


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


@pytest.mark.parametrize("fragment", ["", "#everything"])
def test_the_documented_command_prints_to_pdf(root: Path, report: Path, tmp_path: Path, fragment: str) -> None:
    from pypdf import PdfReader

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    documented = "chromium --headless --no-pdf-header-footer --print-to-pdf="
    assert documented in (root / "docs/report.md").read_text(encoding="utf-8")
    out = tmp_path / "report.pdf"
    options = [
        *documented.split()[1:-1],
        f"--print-to-pdf={out}",
        "--no-sandbox",
        f"--user-data-dir={tmp_path}/profile",
    ]
    address = f"{(report / 'index.html').as_uri()}{fragment}"
    subprocess.run([chromium, *options, address], check=True, capture_output=True, timeout=120)
    words = " ".join("".join(page.extract_text() for page in PdfReader(out).pages).split())
    assert "How 4 pieces tell one story" in words
    assert ("Service was to resume on Friday" in words) == bool(fragment)


@pytest.mark.parametrize(("size", "width"), [("A4", 595), ("Letter", 612)])
def test_nothing_is_cut_off_on_paper(browser: Browser, root: Path, size: str, width: int) -> None:
    from pypdf import PdfReader

    page = opened(browser, root / "reports/seeds/index.html")
    reader = PdfReader(io.BytesIO(page.pdf(format=size)))
    assert int(reader.pages[0].mediabox.width) == width
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round((width / 72 - 2 * 16 / 25.4) * 96), "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = "[...document.querySelectorAll('main *')].filter((e) => e.getClientRects().length && !e.closest('svg, .vh')"
    assert page.evaluate(f"{wide} && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML)") == []


def printed(page: Page) -> str:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join("".join(page.extract_text() for page in pages).split())
