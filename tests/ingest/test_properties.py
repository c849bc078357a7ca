"""Whatever the input: an article or an InputError, regions in order and apart, the text an exact slice of the file."""

from __future__ import annotations

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.config import Config
from framing.errors import InputError
from framing.ingest import read_bytes, read_text
from framing.ingest.decoding import decode
from framing.types import Article

CONFIG = Config()
PARTS = (
    "The council met on Tuesday.",
    "By Ann Hall",
    "By ANN HALL and TOM RASK The council met.",
    "NORDHAVN (AP) --",
    "Harbour Post",
    "2 hours ago",
    "- Harbour Post",
    "Ferry line approved",
    "---",
    "***",
    "# Ferry",
    "## What next",
    "Comments",
    "Related Articles",
    "© Thomson Reuters 2025.",
    "All rights reserved.",
    "Source: Harbour Post",
    "title: Ferry",
    "NO QUICK FIX The mayor said so.",
    "Read more at harbour.example",
    "Q: Why?",
    "A: Because it is so.",
    "“We shall see,",
    "\n",
    "\n\n",
    " ",
    "\t",
    "\u202e",
    "\N{SLIGHTLY SMILING FACE}",
    "Associated Press writer Jon Berg contributed to this report.",
    "Mia Stone is a Harbour Post columnist.",
    "(Photo: Jon Berg)",
)
PAGES = st.lists(st.sampled_from(PARTS) | st.text(max_size=40), max_size=30).flatmap(
    lambda parts: st.lists(st.sampled_from(["\n", "\n\n", " ", ""]), min_size=len(parts), max_size=len(parts)).map(
        lambda joins: "".join(part + join for part, join in zip(parts, joins, strict=True))
    )
)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def named(problem: InputError, name: str) -> None:
    assert str(problem).startswith(f"{name}: ")


def holds(article: Article, source: str) -> None:
    start = article.source_offset
    assert start is not None
    assert article.text.replace("\n", " ") == source[start : start + len(article.text)].replace("\n", " ")
    assert article.text == article.text.strip()
    before = 0
    for region in article.regions:
        words = region.span.of(article.text)
        assert before <= region.start < region.end <= len(article.text)
        assert words == words.strip()
        before = region.end


@SLOW
@given(PAGES)
def test_any_text(page: str) -> None:
    try:
        articles = read_text(page, "page.txt", CONFIG)
    except InputError as problem:
        named(problem, "page.txt")
        return
    source, _ = decode(page.encode("utf-8", errors="replace"), "page.txt")
    offsets = [article.source_offset or 0 for article in articles]
    assert offsets == sorted(offsets)
    for article in articles:
        holds(article, source)


@SLOW
@given(st.binary(max_size=300), st.sampled_from(["x.txt", "x.html", "x.pdf", "x.docx", "x.md", "x"]))
def test_any_bytes(data: bytes, name: str) -> None:
    try:
        assert read_bytes(data, name, CONFIG)
    except InputError as problem:
        named(problem, name)


@SLOW
@given(st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body><p>", b"<!doctype html>"]), st.binary(max_size=200))
def test_any_bytes_behind_a_magic_number(magic: bytes, data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert read_bytes(magic + data, "x", CONFIG)


@SLOW
@given(PAGES)
def test_reading_again_gives_the_same(page: str) -> None:
    try:
        first = read_text(page, "page.txt", CONFIG)
    except InputError:
        return
    assert read_text(page, "page.txt", CONFIG) == first
