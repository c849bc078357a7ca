"""An invented story in four hostile pieces, compared by hand."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from framing.types import (
    Absence,
    Actor,
    Annotation,
    Article,
    Attribution,
    Claim,
    Comparison,
    Difference,
    Evidence,
    Finding,
    JsonDict,
    Member,
    Mention,
    Nearest,
    Note,
    Pair,
    Place,
    Quote,
    Region,
    Sentence,
    Source,
    Span,
)

HARBOUR = """Ferry strikes pier at Varnholm <script>alert("a")</script>
The ferry Maren struck the eastern pier at Varnholm on Tuesday, harbour master Ida Brandt said.
"Nineteen passengers were hurt, none of them badly," Brandt told reporters.
The company may suspend the line, according to two officials who asked not to be named.
Service was to resume on Friday.
"""
MORNING = """Reckless ferry smashes into pier
The ferry Maren rammed the eastern pier on Tuesday in a shameful display.
At least 23 passengers were hurt.
Brandt called the crossing "a gamble".
Experts say the company ignored every warning <img src=x onerror=alert(1)>.
"""
ARABIC = """العبارة
The ferry Maren struck the eastern pier at Varnholm on Tuesday, harbour master Ida Brandt said.
Service was to resume on Friday.
"""
BRIEF = """A ferry hit a pier on Tuesday.
"""


def place(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``, which must hold them once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def article(ident: str, text: str, **given: Any) -> Article:
    given.setdefault("regions", (Region("title", 0, text.index("\n")),) if text.count("\n") > 1 else ())
    return Article(id=ident, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **given)


def annotated(article: Article, voices: str, **given: Any) -> Annotation:
    """The article with a sentence a line; ``voices`` has a letter for each: own, quoted, attributed, mixed."""
    names = {"o": "own", "q": "quoted", "a": "attributed", "m": "mixed"}
    sentences, start = [], 0
    for number, (line, letter) in enumerate(zip(article.text.splitlines(), voices, strict=True)):
        role = "title" if article.regions and number == 0 else "body"
        sentences.append(Sentence(start, start + len(line), number, role, names[letter], 0.25, 0.1234567))  # type: ignore[arg-type]
        start += len(line) + 1
    return Annotation(article, tuple(sentences), **given)


def member(ident: str, text: str, words: str, status: str = "own", position: float = 0.0, **given: Any) -> Member:
    span = place(text, words)
    return Member(
        ident,
        span.start,
        span.end,
        words,
        status,  # type: ignore[arg-type]
        given.get("source"),
        given.get("rung", "none"),
        given.get("certainty", "flat"),
        position,
    )


def finding(ident: str, text: str, words: str, rule: str, name: str, **given: Any) -> Finding:
    span = place(text, words) if words else Span(0, 0)
    return Finding(
        rule=rule,
        name=name,
        article=ident,
        start=span.start,
        end=span.end,
        text=words,
        score=given.pop("score", 0.8),
        severity=given.pop("severity", "warning"),
        voice=given.pop("voice", "own"),
        speaker=given.pop("speaker", None),
        message=given.pop("message", f"“{words}” is marked"),
        **given,
    )


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    harbour = article("a1", HARBOUR, title=HARBOUR.splitlines()[0], outlet="=cmd()|' /C calc'!A0", agency="Nordwire")
    morning = article(
        "a2",
        MORNING,
        title="Reckless ferry smashes into pier",
        outlet='<b onclick="x()">The Morning</b>',
        path="../../etc/passwd",
    )
    arabic = article("a3", ARABIC, title="العبارة", outlet="صحيفة الميناء", agency="Nordwire", bylines=("ليلى حداد",))
    brief = article(
        "../../etc", BRIEF, genre="unattributed", notes=(Note("brief", "a brief of 7 words: it cannot omit"),)
    )
    brandt = place(HARBOUR, "Ida Brandt")
    annotations = (
        annotated(
            harbour,
            "oaqao",
            quotes=(
                Quote(*_pair(HARBOUR, '"Nineteen passengers were hurt, none of them badly,"'), speaker="Ida Brandt"),
            ),
            attributions=(
                Attribution(
                    Source(brandt.start, brandt.end, "Ida Brandt"),
                    Span(brandt.end + 1, brandt.end + 5),
                    (place(HARBOUR, "The ferry Maren struck the eastern pier at Varnholm on Tuesday"),),
                    "indirect",
                    "named",
                ),
                Attribution(
                    Source(*_pair(HARBOUR, "two officials"), None),
                    place(HARBOUR, "according to"),
                    (place(HARBOUR, "The company may suspend the line"),),
                    "indirect",
                    "anonymous",
                    reason_given=True,
                ),
            ),
            actors=(
                Actor("Maren", ("the ferry",), tuple(Mention(i, i + 3, 0.0, "own") for i in (0, 4, 9)), 0.0),
                Actor("Ida Brandt", ("Brandt",), tuple(Mention(i, i + 3, 0.5, "own") for i in (0, 4, 9)), 0.5),
            ),
        ),
        annotated(
            morning,
            "ooomo",
            quotes=(Quote(*_pair(MORNING, '"a gamble"'), kind="scare"),),
            attributions=(
                Attribution(
                    Source(*_pair(MORNING, "Experts"), None),
                    place(MORNING, "say"),
                    (place(MORNING, "the company ignored every warning"),),
                    "indirect",
                    "vague",
                ),
            ),
        ),
        annotated(arabic, "oao"),
        annotated(brief, "o"),
    )
    hit = "The ferry Maren struck the eastern pier at Varnholm on Tuesday, harbour master Ida Brandt said."
    hurt = '"Nineteen passengers were hurt, none of them badly," Brandt told reporters.'
    rammed = "The ferry Maren rammed the eastern pier on Tuesday in a shameful display."
    resume = "Service was to resume on Friday."
    near = place(MORNING, "At least 23 passengers were hurt.")
    claims = (
        Claim(
            "c1",
            hit,
            (
                member("a1", HARBOUR, hit, "attributed", 0.0, source="Ida Brandt", rung="named"),
                member("a2", MORNING, rammed),
                member("a3", ARABIC, hit, "attributed", 0.0, source="Ida Brandt", rung="named"),
                member("../../etc", BRIEF, "A ferry hit a pier on Tuesday.", certainty="hedged"),
            ),
            3,
            (
                Difference(
                    "attribution_lost",
                    ("a1", "a2"),
                    (_at("a1", HARBOUR, "harbour master Ida Brandt said"), _at("a2", MORNING, rammed)),
                    0.91234567,
                    "Ida Brandt says so in one piece, nobody in the other",
                ),
                Difference(
                    "wording",
                    ("a1", "a2"),
                    (_at("a1", HARBOUR, "struck"), _at("a2", MORNING, "rammed")),
                    0.7,
                    "“rammed” against “struck”",
                ),
            ),
        ),
        Claim(
            "c2",
            "At least 23 passengers were hurt.",
            (
                member("a1", HARBOUR, hurt, "quoted", 0.3, source="Ida Brandt", rung="named"),
                member("a2", MORNING, "At least 23 passengers were hurt.", position=0.9, certainty="denied"),
            ),
            2,
            (
                Difference(
                    "number",
                    ("a1", "a2"),
                    (_at("a1", HARBOUR, "Nineteen passengers"), _at("a2", MORNING, "At least 23 passengers")),
                    0.8,
                    "19 against at least 23",
                ),
            ),
            (
                Absence("a3", "absent", None, "searched for in the whole text and not found"),
                Absence(
                    "../../etc", "cannot_tell", Nearest(0, 30, BRIEF.strip(), 0.1), "the article is a brief of 7 words"
                ),
            ),
        ),
        Claim(
            "c3", resume, (member("a1", HARBOUR, resume, position=1.0), member("a3", ARABIC, resume, position=1.0)), 1
        ),
        Claim(
            "c4",
            "The company may suspend the line",
            (
                member(
                    "a1",
                    HARBOUR,
                    "The company may suspend the line, according to two officials who asked not to be named.",
                    "attributed",
                    0.7,
                    rung="anonymous",
                    certainty="hedged",
                ),
            ),
            1,
        ),
        Claim(
            "c5",
            "Nobody on board was to blame",
            (
                member(
                    "a2", MORNING, 'Brandt called the crossing "a gamble".', "attributed", source="Brandt", rung="named"
                ),
                member("a3", ARABIC, hit),
            ),
            2,
            (),
            (Absence("a1", "absent", Nearest(near.start, near.end, "invented", 0.02), "searched for and not found"),),
        ),
    )
    pair = Pair(_at("a1", HARBOUR, hit), _at("a2", MORNING, rammed), 0.9312345, (Evidence("both name the pier", 0.5),))
    return Comparison(annotations, (("a1", "a3"), ("a2",), ("../../etc",)), (pair,), claims)


@pytest.fixture(scope="session")
def findings() -> tuple[Finding, ...]:
    return (
        finding("a2", MORNING, "a shameful display", "W101", "loaded-language", suggestion="leave it out"),
        finding(
            "a2", MORNING, "shameful", "W106", "stance-adverb", evidence=(Evidence("it judges", 0.123456, "a2", 3, 9),)
        ),
        finding("a2", MORNING, "display.\nAt least", "S201", "unattributed-claim", severity="note"),
        finding(
            "a2", MORNING, "ignored every warning", "W101", "loaded-language", voice="attributed", speaker="@Experts"
        ),
        finding("a2", MORNING, "", "S205", "single-source", message="The story rests on one voice"),
        finding("a2", MORNING, "rammed", "C408", "wording-contrast", message="others write <i>struck</i>"),
        finding("a1", HARBOUR, "none of them badly", "W104", "euphemism", voice="quoted", speaker="Ida Brandt"),
    )


@pytest.fixture(scope="session")
def run() -> JsonDict:
    return {
        "version": "0.1.0",
        "model": {"name": "bundled", "sha256": "1" * 64},
        "rules_sha256": "2" * 64,
        "config_sha256": "3" * 64,
    }


def _pair(text: str, words: str) -> tuple[int, int]:
    span = place(text, words)
    return span.start, span.end


def _at(ident: str, text: str, words: str) -> Place:
    span = place(text, words)
    return Place(ident, span.start, span.end)
