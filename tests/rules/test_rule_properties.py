"""Whatever the text: no rule fails, evidence is the words themselves, and the same text gives the same findings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.config import Config
from framing.rules import registry
from framing.types import Article
from tests.rules import reading

WORDS = (
    "critics say|many|reportedly|rightly|of course|insisted|claimed|that|he|Amina Okafor|Pavel Lindqvist|accused|said"
    "|were shot|by|soldiers|essential to|security buffer|historic shift|according to|a senior official|“|”|\"|'|,|.|?"
    "|\n|\n\n|tax relief|regime|the|who|was accused|denied|😀|é|\u202e|U.S.|Mr.|lashed out at|have long sought"
).split("|")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["news", "opinion", "interview", "unattributed"]))
def test_evidence_is_the_words(text: str, genre: str) -> None:
    piece = Article("a1", text, genre=genre)  # type: ignore[arg-type]
    found = registry.check_annotation(reading.annotate(piece), Config())
    assert found == registry.check_annotation(reading.annotate(piece), Config())
    assert len({(f.rule, f.fingerprint) for f in found}) == len(found)
    for finding in found:
        assert finding.text == text[finding.start : finding.end]
        assert finding.text
        assert 0 <= finding.score <= 1
        if genre == "opinion":
            assert finding.severity == "note"
