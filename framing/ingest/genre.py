"""The genre of a piece from what it calls itself and, failing that, from how it is built."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.ingest.dates import WEEKDAY
from framing.ingest.pieces import Provenance
from framing.types import Genre

_LABELS: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("satire", re.compile(r"(?:satire|satirical|humou?r|parody)", re.IGNORECASE)),
    ("live", re.compile(r"(?:live(?:\s+(?:blog|updates?|coverage))?|liveblog|as\s+it\s+happened)", re.IGNORECASE)),
    ("interview", re.compile(r"(?:interviews?|q\s?(?:&|and)\s?a|transcript)", re.IGNORECASE)),
    ("analysis", re.compile(r"(?:(?:news\s+|big\s+)?analysis|explainer|explained|fact[ -]check)", re.IGNORECASE)),
    ("opinion", re.compile(
        r"(?:opinions?|op-?ed|editorials?|(?:the\s+)?editorial\s+board|columns?|columnists?|commentary"
        r"|comment(?:\s+is\s+free)?|commentisfree|"
        r"letters?(?:\s+to\s+the\s+editor)?|viewpoints?|perspectives?|our\s+view|leader|guest\s+essay"
        r"|voices)", re.IGNORECASE)),
)  # fmt: skip
_TITLE_LABEL = re.compile(r"^\W*([A-Za-z&\- ]{3,28}?)\s*(?:[:|»•]|[–—]|\s-)\s")
_TITLE_TAIL = re.compile(r"(?:[|–—]|\s-)\s*([A-Za-z&\- ]{3,28})\W*$")
_SEGMENT = re.compile(r"/([a-z\-]+)(?=/|$|\?)")
_QUOTED = re.compile(r"''[^\n]{1,2000}?''|[\"“][^\"”]{0,2000}[\"”]|‘[^’]{0,600}’(?!\w)|(?<!\w)'[^']{0,600}'(?!\w)")
_QUESTION_LINE = re.compile(r"^\s*[*_]*(?:Q(?:uestion)?\s*[:.]|[A-Z][\w .'’]{1,40}:)\s", re.MULTILINE)
_ANSWER_LINE = re.compile(r"^\s*[*_]*(?:A(?:nswer)?\s*[:.])\s", re.MULTILINE)
_UPDATE_LINE = re.compile((r"^\s*[*_]*(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?"
        r"|\d{1,2}\s*[ap]\.?m\.?)\b"), re.MULTILINE | re.IGNORECASE)  # fmt: skip
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|myself)\b")
_EXHORTS = re.compile(r"\b(?:[Ww]e\s+(?:must|should|need|cannot|can['’]t)|let\s+us|should\s+(?:be\s+ashamed"
        r"|stop|resign|think\s+again)|it\s+is\s+time\s+(?:to|for)|don['’]t\s+be\s+fooled"
        r"|make\s+no\s+mistake)\b")  # fmt: skip
_EVALUATIVE_HEADLINE = re.compile(
    r"\b(?:but|yet|why|how|what|who|where|whether|wins?|loses?|lost|won|winners?|losers?|gambles?|risks?|tests?"
    r"|faces?|struggles?|fails?|"
    r"falls\s+short|gains?|looms?|hopes?|fears?|leaves?|signals?|means?|puts?|emerges?|shifts?|exposes?"
    r"|reveals?|deepens?|weakens?|strengthens?|"
    r"at\s+a\s+cost|not\s+all|for\s+now|at\s+stake|takeaways?|lessons?|dilemma|limits?|crossroads|path|reality"
    r"|puzzle|shadow|trap|price)\b|\?",
    re.IGNORECASE,
)
_FRESH = re.compile(
    rf"\b(?:on\s+|last\s+|early\s+|late\s+)?(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    rf"|\b(?:today|yesterday|tonight|overnight)\b|\b(?:{WEEKDAY})\s+(?:morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\b(?:said|says|announced|told|according\s+to|confirmed|reported|ruled|voted|approved"
        r"|killed|arrested|died|injured|charged|sentenced)\b")  # fmt: skip
_ARGUES = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=[.!?][\"”’]\s)|(?<=\n))(?:But|Yet|Still|Indeed|In\s+the\s+end|Ultimately|For\s+one"
    r"|For\s+another|Nor|Of\s+course|Even\s+so|"
    r"That\s+said|In\s+truth|In\s+reality|Crucially|Tellingly|Although|Though|At\s+best|At\s+worst|Perhaps"
    r"|To\s+be\s+sure|More\s+broadly)\b"
    r"|\b(?:it['’]s|it\s+is|it\s+remains|remains)\s+(?:also\s+)?(?:unclear|uncertain|an\s+open\s+question"
    r"|to\s+be\s+seen|far\s+from\s+(?:clear|certain))"
    r"|\b(?:appears?|seems?)\s+to\s+have\b|\bat\s+least\s+(?:in\s+part|for\s+now|on\s+paper)\b|\bjudging\s+by\b"
    r"|\bin\s+effect\b|\bthe\s+(?:real|deeper|bigger|broader)\s+"
    r"|\bthe\s+(?:fact|question)\s+(?:that|is|remains)\b|\b(?:biggest|chief|main)\s+(?:wins?|gains?|loss(?:es)?"
    r"|risks?|problems?|challenges?|weakness(?:es)?)\b"
    r"|\b(?:spectacularly|remarkably|arguably|effectively|inevitably)\b|\bwhat\s+(?:is|was)\s+(?:clear|striking|new)\b"
)


def label_genre(labels: Sequence[str], url: str | None = None) -> Genre | None:
    """The genre that a section word, a label or the path of an address names, or ``None``."""
    words = [label.strip(" *_#:").lower() for label in labels]
    if url:
        path = re.sub(r"^[a-z]+://[^/]*", "", url.lower())
        words += [segment.replace("-", " ") for segment in _SEGMENT.findall(path) if len(segment) < 20]
    for word in words:
        for genre, pattern in _LABELS:
            if pattern.fullmatch(word):
                return genre
    return None


def title_genre(title: str | None) -> Genre | None:
    """The genre a title names before its colon or behind its bar ("Opinion: …", "… | Editorial")."""
    if not title:
        return None
    found = [m[1].strip() for m in (_TITLE_LABEL.match(title), _TITLE_TAIL.search(title)) if m]
    return label_genre(found)


def judge(
    title: str | None, body: str, told: Provenance, *, labels: Sequence[str], url: str | None, opinion_credit: bool,
    dateline: bool,
) -> Genre:  # fmt: skip
    """The genre of a piece: its own label first, then a columnist's credit, its build, its voice, its provenance."""
    named = title_genre(title) or label_genre(labels, url)
    if named is not None:
        return named
    if opinion_credit:
        return "opinion"
    built = _by_build(title, body)
    if built is not None:
        return built
    own = _QUOTED.sub(" ", body)
    if not dateline and _speaks_as_columnist(own):
        return "opinion"
    if (told.bylines or told.agency or told.outlet) and not dateline and _explains(title, body, own, told):
        return "analysis"
    return "news" if told.outlet or told.agency or told.bylines else "unattributed"


def _by_build(title: str | None, body: str) -> Genre | None:
    asked, answered = len(_QUESTION_LINE.findall(body)), len(_ANSWER_LINE.findall(body))
    if answered >= 2 and asked >= answered:
        return "interview"
    updates = len(_UPDATE_LINE.findall(body))
    if updates >= 3 or (updates >= 2 and title is not None and re.search(r"(?i)\blive\b", title)):
        return "live"
    return None


def _speaks_as_columnist(own: str) -> bool:
    words = max(1, len(own.split()))
    marks = len(_FIRST_PERSON.findall(own)) + len(_EXHORTS.findall(own))
    return words >= 60 and marks >= 4 and marks / words >= 0.006


def _explains(title: str | None, body: str, own: str, told: Provenance) -> bool:
    """Whether a signed piece weighs an event rather than reports it.

    Three signs together: a headline that judges or asks, a first sentence without a day or a reporting verb, and a body
    that argues (contrast, doubt, weighing) at least twice outside quotations and once in 300 words.
    """
    if not title or not told.bylines or not _EVALUATIVE_HEADLINE.search(title):
        return False
    lede = re.split(r"(?<=[.!?])[\"”’]?\s", body.strip(), maxsplit=1)[0]
    if _FRESH.search(lede) or _REPORTS.search(_QUOTED.sub(" ", lede)):
        return False
    argues = len(_ARGUES.findall(own))
    return argues >= 2 and argues >= len(own.split()) / 300
