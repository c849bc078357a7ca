"""A small story told by three invented pieces, annotated and compared by hand."""

from __future__ import annotations

from itertools import combinations

import pytest

from framing.types import (
    Absence,
    Annotation,
    Article,
    Attribution,
    Certainty,
    Claim,
    Comparison,
    Difference,
    DifferenceKind,
    Finding,
    Member,
    Nearest,
    Pair,
    Place,
    Quantity,
    Quote,
    Rung,
    Sentence,
    SentenceVoice,
    Source,
    Span,
    Voice,
    WordingSpan,
)

BRIDGE = (
    "The council voted nine to six on Tuesday to close the old harbour bridge.",
    "Mayor Ruth Adler said the closure would cost the town 2 million crowns.",
    '"We cannot keep a bridge open that its own inspectors fear," Ruth Adler said.',
    "Engineer Tom Birch said that three of the eight pillars had been hollowed out by the tide.",
    "Ferry owner Lena Marsh said her two boats could carry no more than 400 passengers a day.",
    "Experts say the bridge could have been saved with a modest repair in time.",
    "The bridge opened in 1931 and carries 6,200 cars on a working day.",
)
FERRY = (
    "The ruthless closure of a beloved bridge has begun, and nobody in the harbour was asked.",
    "The closure will cost the town 3 million crowns.",
    "It is a scandalous betrayal of every family on the eastern shore.",
    "The bridge carries 6,200 cars on a working day and has done so since 1931.",
    "Ferries will run from the north quay every 20 minutes.",
)
SHORE = (
    "Ferries start at the north quay on Monday and run every 20 minutes.",
    "Mayor Ruth Adler said the town would pay 2 million crowns for the closure.",
    "The harbour bridge carries 6,200 cars a day and opened in 1931.",
    "The council closed the bridge by nine votes to six.",
    '"I will lose my shop before the winter is over," baker Ivo Lindt said.',
)

VOICES: dict[str, tuple[SentenceVoice, ...]] = {
    "a1": ("own", "attributed", "quoted", "attributed", "attributed", "attributed", "own"),
    "a2": ("own",) * 5,
    "a3": ("own", "attributed", "own", "own", "quoted"),
}
TEXTS = {"a1": BRIDGE, "a2": FERRY, "a3": SHORE}


def at(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``; they must stand there once."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def _annotation(key: str, article: Article, **known: object) -> Annotation:
    sentences: list[Sentence] = []
    cursor = 0
    for index, (line, voice) in enumerate(zip(TEXTS[key], VOICES[key], strict=True)):
        start = article.text.index(line, cursor)
        cursor = start + len(line)
        strong = "ruthless" in line or "scandalous" in line
        score = 0.9 if strong else 0.1
        sentences.append(Sentence(start, cursor, index, "body", voice, loaded=score, subjective=score))
    return Annotation(article, tuple(sentences), **known)  # type: ignore[arg-type]


def _article(key: str, **known: object) -> Article:
    return Article(key, "\n\n".join(TEXTS[key]), sha256=key * 32, **known)  # type: ignore[arg-type]


def _said(text: str, who: str, name: str | None, cue: str, content: str, rung: Rung = "named") -> Attribution:
    line = next(line for line in text.split("\n\n") if who in line and content in line)
    base = text.index(line)
    cue_at = line.index(f" {cue} ") + 1 if f" {cue} " in line else line.index(cue)
    source = Source(base + line.index(who), base + line.index(who) + len(who), name)
    inside = Span(base + line.index(content), base + line.index(content) + len(content))
    kind = "direct" if content.startswith('"') else "indirect"
    return Attribution(source, Span(base + cue_at, base + cue_at + len(cue)), (inside,), kind, rung)  # type: ignore[arg-type]


def member(
    annotation: Annotation, index: int, position: float, status: Voice = "own", certainty: Certainty = "flat"
) -> Member:
    sentence = annotation.sentences[index]
    text = sentence.span.of(annotation.article.text)
    source, rung = ("Ruth Adler", "named") if status == "attributed" else (None, "none")
    return Member(
        annotation.article.id,
        sentence.start,
        sentence.end,
        text,
        status,
        source,
        rung,
        certainty,
        position,  # type: ignore[arg-type]
    )


def _difference(kind: DifferenceKind, one: Member, other: Member, score: float = 0.9) -> Difference:
    spans = (Place(one.article, one.start, one.end), Place(other.article, other.start, other.end))
    return Difference(kind, (one.article, other.article), spans, score, f"{kind} between the two")


@pytest.fixture
def comparison() -> Comparison:
    """Three pieces on the closing of a bridge: a report, an unsourced piece, a local report."""
    bridge = _article("a1", title="Council closes <b>bridge</b>", outlet="Harbour Mail", bylines=("Ann Oak",))
    ferry = _article("a2", title="A bridge is taken from us", genre="unattributed")
    shore = _article(
        "a3", title="Ferries from Monday", outlet="Shore News", agency="Coast Wire", published="2024-03-05"
    )
    one = _annotation(
        "a1",
        bridge,
        quotes=(
            Quote(
                *_bounds(bridge.text, '"We cannot keep a bridge open that its own inspectors fear,"'),
                speaker="Ruth Adler",
            ),
        ),
        attributions=(
            _said(
                bridge.text,
                "Mayor Ruth Adler",
                "Ruth Adler",
                "said",
                "the closure would cost the town 2 million crowns",
            ),
            _said(
                bridge.text,
                "Engineer Tom Birch",
                "Tom Birch",
                "said",
                "three of the eight pillars had been hollowed out by the tide",
            ),
            _said(
                bridge.text,
                "Ferry owner Lena Marsh",
                "Lena Marsh",
                "said",
                "her two boats could carry no more than 400 passengers a day",
            ),
            _said(
                bridge.text,
                "Experts",
                None,
                "say",
                "the bridge could have been saved with a modest repair in time",
                "vague",
            ),
        ),
        quantities=(
            Quantity(*_bounds(bridge.text, "6,200 cars"), 6200.0),
            Quantity(*_bounds(bridge.text, "nine"), 9.0),
        ),
    )
    two = _annotation(
        "a2",
        ferry,
        quantities=(Quantity(*_bounds(ferry.text, "6,200 cars"), 6200.0),),
        wording=(WordingSpan("W101", *_bounds(ferry.text, "ruthless"), 0.9),),
    )
    three = _annotation(
        "a3",
        shore,
        quotes=(Quote(*_bounds(shore.text, '"I will lose my shop before the winter is over,"'), speaker="Ivo Lindt"),),
        attributions=(
            _said(
                shore.text,
                "Mayor Ruth Adler",
                "Ruth Adler",
                "said",
                "the town would pay 2 million crowns for the closure",
            ),
        ),
        quantities=(Quantity(*_bounds(shore.text, "6,200 cars"), 6200.0),),
    )
    cost = (member(one, 1, 0.15, "attributed"), member(two, 1, 0.3), member(three, 1, 0.25, "attributed"))
    cars = (member(one, 6, 0.9), member(two, 3, 0.6), member(three, 2, 0.5))
    vote = (member(one, 0, 0.0), member(three, 3, 0.7))
    quays = (member(two, 4, 0.9), member(three, 0, 0.0))
    claims = (
        Claim(
            "c1",
            cost[0].text,
            cost,
            3,
            (_difference("number", cost[0], cost[1]), _difference("attribution_lost", cost[0], cost[1])),
        ),
        Claim("c2", cars[0].text, cars, 3),
        Claim("c3", vote[0].text, vote, 2, (), (Absence("a2", "absent", Nearest(0, 20, ferry.text[:20], 0.02)),)),
        Claim("c4", quays[1].text, quays, 2, (), (Absence("a1", "cannot_tell", None),)),
    )
    pairs = tuple(
        Pair(Place(m.article, m.start, m.end), Place(n.article, n.start, n.end), 0.95)
        for members in (cost, cars, vote, quays)
        for m, n in combinations(members, 2)
    )
    return Comparison((one, two, three), (("a1",), ("a2",), ("a3",)), pairs, claims)


def _bounds(text: str, words: str) -> tuple[int, int]:
    span = at(text, words)
    return span.start, span.end


@pytest.fixture
def findings() -> tuple[Finding, ...]:
    """Loaded words and an unsourced claim of the second piece; one quoted word that is nobody's fault."""
    text = "\n\n".join(FERRY)
    return (
        _finding("W101", text, "ruthless", "own", 0.95),
        _finding("W101", text, "scandalous betrayal", "own", 0.9),
        _finding("W101", text, "beloved", "own", 0.4),
        _finding("S201", text, FERRY[1], "own", 0.85),
        _finding("W101", text, "20 minutes", "quoted", 0.99),
    )


def _finding(rule: str, text: str, words: str, voice: Voice, score: float) -> Finding:
    span = at(text, words)
    return Finding(
        rule, rule.lower(), "a2", span.start, span.end, words, score, "warning", voice, None, f"{words} is loaded"
    )
