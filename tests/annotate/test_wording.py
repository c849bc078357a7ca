"""The wording head: what it marks, what it leaves alone, and why it says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.annotate import lexicon, wording
from framing.annotate.annotating import annotate
from framing.config import Config, parse
from framing.errors import ModelError
from framing.model import reader as readers
from framing.train.swaps import swapped
from framing.types import Annotation, Article, Region

CONFIG = Config()


def read(text: str, config: Config = CONFIG, regions: tuple[Region, ...] = ()) -> Annotation:
    return annotate(Article(id="a1", text=text, regions=regions), readers.load(CONFIG.encoder.threads), config)


def marked(text: str) -> list[str]:
    return [span.span.of(text) for span in read(text).wording]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The senator slammed the draconian plan in a blistering speech.", "draconian"),
        ("The minister's disastrous and shameful scheme plunged the town into chaos.", "disastrous"),
        ("The regime's thugs ran amok while its cowardly apologists looked on.", "thugs"),
        ("It was an utterly absurd and pathetic performance by the hapless mayor.", "pathetic"),
    ],
)
def test_loaded_words_are_marked(text: str, word: str) -> None:
    assert any(word in found for found in marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "The council passed the budget by nine votes to six on Tuesday.",
        "The ministry said it would publish the figures in October.",
        "Extinction Rebellion said the Patriot Act and the Freedom Caucus would be on the agenda.",
        "The clerk pressed the panic button and the spot rate rose by two cents.",
        "Surgeons advised radical surgery, and the study covers the war on drugs.",
    ],
)
def test_plain_words_names_and_domain_terms_are_not_marked(text: str) -> None:
    assert marked(text) == []


def test_loaded_sentences_score_higher_than_plain_ones() -> None:
    plain, loaded = read(
        "The council approved the road plan on Monday.\nThe council's shameful road plan is a disgusting betrayal."
    ).sentences
    assert loaded.loaded > 0.5 > plain.loaded
    assert loaded.subjective > plain.subjective


def test_a_mark_never_crosses_a_quotation_mark() -> None:
    text = 'He called it "an absolute disgrace" shameful liars invented, and left.'
    quote_start, quote_end = text.index('"'), text.rindex('"')
    for span in read(text).wording:
        inside = quote_start < span.start and span.end <= quote_end
        assert inside or span.end <= quote_start or span.start >= quote_end


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Of course, the mayor knew about the leak.", "Of course"),
        ("The minister rightly refused to sign the paper.", "rightly"),
        ("The board conveniently lost the minutes of the meeting.", "conveniently"),
    ],
)
def test_stance_adverbs_are_marked_whole(text: str, phrase: str) -> None:
    assert ("W106", phrase) in {(span.rule, span.span.of(text)) for span in read(text).wording}


def test_captions_and_credits_are_not_scored() -> None:
    caption = "A disgusting, shameful and pathetic scene."
    text = f"{caption}\nThe council met on Monday."
    found = read(text, regions=(Region("caption", 0, len(caption)),))
    assert found.sentences[0].loaded == 0.0
    assert found.wording == ()


@pytest.mark.parametrize("text", ["", " \n", "...", "1,200 34", "!!!", "é" * 3, "Hm"])
def test_texts_without_anything_to_mark(text: str) -> None:
    assert read(text).wording == ()


def test_reasons_are_sentences_that_name_the_word() -> None:
    text = "The senator slammed the draconian plan in a blistering speech."
    for span in read(text).wording:
        assert 1 <= len(span.evidence) <= 3
        assert all(e.value is not None and e.value > 0 and e.start is not None for e in span.evidence)
    reasons = [e.sentence for span in read(text).wording for e in span.evidence]
    assert "‘blistering’ is in the list of adjectives that judge" in reasons


def test_a_higher_threshold_marks_a_part_of_what_a_lower_one_marks() -> None:
    text = "The senator slammed the draconian plan, an unprecedented and massive blunder by a hapless regime."
    low = read(text, parse({"wording": {"threshold": 0.3}})).wording
    high = read(text, parse({"wording": {"threshold": 0.8}})).wording
    assert high
    assert all(any(h.span.overlaps(s.span) for s in low) for h in high)
    assert all(span.score >= 0.8 for span in high)


TEMPLATES = (
    "Donald Trump slammed the draconian plan that Russia announced on Monday.",
    "The Democrats passed the budget after a long debate with the Republicans.",
    "Muslims in the town opened a new school next to the library.",
    "The Russian army shelled the town and killed four civilians, officials said.",
    "Obama's disastrous, shameful policy on Iran left the party in chaos.",
    "The Christian group thanked the Israeli ambassador for the visit.",
    "Biden met the Chinese delegation in London and signed the agreement.",
)


@pytest.mark.parametrize("template", TEMPLATES)
def test_swapping_who_is_spoken_of_leaves_the_marks(template: str) -> None:
    def words(text: str) -> list[int]:
        return [len(text[: span.start].split()) for span in read(text).wording if span.score >= 0.5]

    first = words(template)
    for step in range(1, 4):
        assert words(swapped(template, step)) == first


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    found = read(text)
    for span in found.wording:
        assert 0 <= span.start < span.end <= len(text)
        assert span.rule in wording.RULES
        assert any(s.start <= span.start and span.end <= s.end for s in found.sentences)
    assert all(0.0 <= s.loaded <= 1.0 and 0.0 <= s.subjective <= 1.0 for s in found.sentences)


def test_damaged_heads_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "wording.json"
    with pytest.raises(ModelError, match=r"wording\.json"):
        wording.load(path)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="not a head of the form"):
        wording.load(path)
    path.write_text(json.dumps({"schema": wording.SCHEMA}), encoding="utf-8")
    with pytest.raises(ModelError, match="lacks"):
        wording.load(path)


def test_inflections_and_phrases_are_found_in_the_lists() -> None:
    assert "emotive_verbs" in lexicon.categories("Slammed")
    assert "emotive_verbs" in lexicon.categories("decrying")
    assert "evaluative" in lexicon.categories("shamefully")
    assert lexicon.categories("table") == frozenset()
    assert all("figurative" in lists for lists in lexicon.phrases(["a", "witch", "hunt"])[1:])
    assert lexicon.domain_terms(["the", "panic", "button"]) == (False, True, True)
