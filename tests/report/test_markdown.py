"""The Markdown report: the story page's sections in its order, everything that articles bring as plain text."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from framing.config import Config
from framing.report import coverage, folder, markdown, measured, story
from framing.report.excerpts import Excerpts
from framing.report.markdown import voices
from framing.report.markdown.plain import Page
from framing.report.view import View
from framing.types import Actor, Attribution, Comparison, Finding, JsonDict, Mention, Note, Source
from tests.report.conftest import MORNING, finding, place

HOSTILE = '<img src=x onerror="alert(1)"> | **bold** [a](https://x.y) `code`\n# heading'
SAID = " ".join(HOSTILE.split())


def written(comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, **report: object) -> str:
    return markdown.render(story.tell(comparison, findings), run, Config.model_validate({"report": report}))


def shown(text: str) -> str:
    """The HTML a viewer makes of Markdown, raw HTML let through."""
    made: str = MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable("table").render(text)
    return made


def said(text: str) -> str:
    """What a reader sees of Markdown."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", shown(text))).replace("\u2060", "").split())


@pytest.fixture(scope="module")
def text(comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict) -> str:
    return written(comparison, findings, run)


@pytest.fixture(scope="module")
def hostile(comparison: Comparison) -> Comparison:
    """The story with a speaker, an actor that two pieces speak of, and a note that are markup."""
    mentions = tuple(Mention(i, i + 3, -0.9, "own") for i in (0, 4, 9))
    person = Actor(HOSTILE, (), mentions, -0.9)
    source = place(MORNING, "Experts")
    experts = Attribution(
        Source(source.start, source.end, f"Dr {HOSTILE}"),
        None,
        (place(MORNING, "the company ignored every warning"),),
        "indirect",
        "named",
    )
    first, second, *others = comparison.annotations
    changed = (
        replace(first, actors=(person, *first.actors), article=replace(first.article, bylines=(HOSTILE,))),
        replace(second, actors=(person,), attributions=(experts,)),
        *others,
    )
    return replace(comparison, annotations=changed, notes=(Note("x", HOSTILE),))


def test_sections_are_those_of_the_page_in_its_order(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict
) -> None:
    files = folder.render(comparison, findings, run, Config())
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", files["index.html"].decode())
    assert re.findall(r"^## (.*)$", files["report.md"].decode(), re.MULTILINE) == headings
    assert len(headings) == 7


def test_every_shared_claim_stands_with_all_its_sentences(text: str, comparison: Comparison) -> None:
    part = said(text[text.index("### The sentences side by side") : text.index("## Where they differ")])
    shared = [row for row in coverage.table(comparison) if row.group in ("shared", "disputed")]
    assert [row.claim.id for row in shared] == re.findall(r"\bc\d+\b", part.partition("### Only")[0])[: len(shared)]
    for row in shared:
        for member in row.claim.members:
            assert f"“{' '.join(member.text.split())}”" in part


def test_who_gives_no_source_is_said(text: str) -> None:
    claim = text[text.index("- **c2**") :].split("\n- **")[0].split("\n\n")[0]
    assert said(claim).endswith('No source given: 2 <b onclick="x()">The Morning</b>.')


def test_the_reliability_of_each_kind_stands_under_its_heading(text: str, comparison: Comparison) -> None:
    for kind, title in story.DIFFERENCES.items():
        found = any(difference.kind == kind for claim in comparison.claims for difference in claim.differences)
        assert (f"### {title}\n\n{measured.reliability(kind)}\n" in text) == found
        assert (title.lower() in text[text.index("None told here") :].partition("\n")[0]) == (not found)


def test_all_measures_are_told(text: str) -> None:
    told = said(text[text.index("### How often it errs") :])
    for measure in measured.measures():
        assert measure.sentence in told
    for kind in measured.told().values():
        assert kind.sentence in told


def test_standings_stand_as_on_the_page(text: str) -> None:
    table = text[text.index("### Of the 3 claims") :].split("\n\n")[1]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[2:-1]] for line in table.splitlines()[2:]]
    assert cells[0] == ["2", "0", "1", "1", "0", "0", "1", "0"]
    assert cells[1] == ["3", "2", "1", "0", "0", "1", "0", "0"]


def test_claims_in_own_voice_that_others_source_are_told(text: str) -> None:
    part = said(text[text.index("## Whose voice") : text.index("## Wording")])
    assert "c1 “The ferry Maren rammed the eastern pier on Tuesday in a shameful display.” — 1" in part
    assert "two officials (anonymous): The company may suspend the line" in part


def test_the_same_claim_stands_as_each_words_it(text: str) -> None:
    part = said(text[text.index("### The same claim, worded by each") :])
    assert "in a shameful display.” — W101 “a shameful display”, W106 “shameful”" in part
    assert "A ferry hit a pier on Tuesday.” — no wording finding" in part


def test_every_table_has_as_many_cells_in_each_row(hostile: Comparison, run: JsonDict) -> None:
    text = written(hostile, (), run)
    widths = [len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")]
    heads = [i for i, line in enumerate(filter(lambda x: x.startswith("|"), text.splitlines())) if "| --- |" in line]
    assert len(heads) > 5
    for start, end in zip(heads, [*(i - 1 for i in heads[1:]), len(widths)], strict=True):
        assert set(widths[start - 1 : end]) == {widths[start]}


def test_hostile_speakers_actors_and_notes_stay_words(hostile: Comparison, run: JsonDict) -> None:
    made = finding("a2", MORNING, "rammed", "W101", "loaded-language", voice="quoted", speaker=HOSTILE, message=HOSTILE)
    text = written(hostile, (made,), run)
    assert not set(re.findall(r"<(\w+)", shown(text))) & {"img", "a", "script", "b"}
    assert said(text).count(SAID) >= 5
    assert f"Dr {SAID}" in said(text[text.index("## Whose voice") : text.index("## Wording")])
    assert f"{SAID} " in said(text[text.index("### How actors are portrayed") :])
    assert f"quoted: {SAID}" in said(text)
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_hostile_sides_stay_words(hostile: Comparison, run: JsonDict) -> None:
    told, config = story.tell(hostile, ()), Config()
    excerpts = Excerpts(config.report)
    view = View(told, excerpts, 9, {"Ida Brandt": HOSTILE})
    text = "\n".join(voices.voices(Page(told, config, excerpts, view)))
    assert "<img" not in shown(text)
    assert said(text[text.index("### By side") :]).count(SAID) >= 2


@pytest.mark.parametrize("excerpts", ["sentences", "none"])
def test_withheld_words_are_said_to_be_withheld(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, excerpts: str
) -> None:
    text = said(written(comparison, findings, run, excerpts=excerpts))
    assert "c3: [words not shown]" in text
    assert ("two officials (anonymous): [words not shown]" in text) == (excerpts == "sentences")
    assert ("c1: [words not shown]" in text) == (excerpts == "none")


def test_claims_beyond_the_limit_are_counted(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict
) -> None:
    text = written(comparison, findings, run, max_claims=1)
    assert "Shown are 1 claims (report.max_claims); claims.csv has all 5." in text
    assert "- **c2**" not in text
