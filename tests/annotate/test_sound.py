"""Reports beside one another: whose a part is that two of them take, and names given in passing."""

from __future__ import annotations

from framing.annotate import asides, attribution, speakers
from framing.annotate.reporting import Report
from framing.language import names, quotations, sentences
from framing.types import Attribution, Span


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _report(text: str, source: str, cue: str, *content: str) -> Report:
    return Report(_at(text, source), _at(text, cue), tuple(_at(text, words) for words in content))


def _found(text: str, *reports: Report) -> dict[str, Attribution]:
    parted = sentences.split(text)
    found = attribution.find(text, parted, quotations.find(text), names.find(text, parted), reports)
    return {a.cue.of(text): a for a in found if a.cue is not None}


def _contents(text: str, found: dict[str, Attribution], cue: str) -> list[str]:
    return [c.of(text) for c in found[cue].content]


NOTED = (
    'The towns met, with Bern\'s Max Kern noting the will to talk about "sea lines, not old walls". '
    "Ana Ruiz warned that delay is costly."
)


def test_a_quotation_of_the_sentence_before_stays_with_the_one_who_noted_it() -> None:
    noted = _report(NOTED, "Max Kern", "noting", 'the will to talk about "sea lines, not old walls"')
    warned = _report(
        NOTED, "Ana Ruiz", "warned", 'the will to talk about "sea lines, not old walls', "that delay is costly"
    )
    found = _found(NOTED, noted, warned)
    assert _contents(NOTED, found, "warned") == ["that delay is costly"]
    quoted = speakers.name_quotes(NOTED, quotations.find(NOTED), list(found.values()))
    assert [q.speaker for q in quoted] == ["Max Kern"]


def test_a_sentence_before_that_no_cue_of_its_own_reports_stays_with_the_next() -> None:
    text = "The harbour will open in May. And the town will pay for it, Max Kern said."
    said = _report(text, "Max Kern", "said", "The harbour will open in May", "And the town will pay for it")
    assert len(_contents(text, _found(text, said), "said")) == 2


def test_a_part_after_another_cue_is_the_others() -> None:
    text = "Kern was widely hailed as the victor abroad while town media cast Ruiz as a prudent judge."
    hailed = _report(text, "town media", "was widely hailed as", "the victor abroad", "Ruiz as a prudent judge")
    cast = _report(text, "town media", "cast", "Ruiz as a prudent judge")
    found = _found(text, hailed, cast)
    assert found["was widely hailed as"].source is None
    assert _contents(text, found, "was widely hailed as") == ["the victor abroad"]
    assert found["cast"].source is not None


def _aside(text: str) -> list[tuple[str, str]]:
    found = asides.named_so(text, sentences.split(text), [])
    return [(r.source.of(text), r.content[0].of(text)) for r in found if r.source is not None]


def test_names_given_in_passing_are_their_givers() -> None:
    text = "Norland closed the strait, something Sudria has dismissed as a pretext for what it calls a shameless grab."
    assert _aside(text) == [("it", "a shameless grab"), ("Sudria", "a pretext")]
    assert _aside("Nobody knows what it costs, something Sudria has known for years.") == []


def test_a_linked_cue_is_not_told_twice() -> None:
    text = "Norland sees what it calls a grab."
    told = _report(text, "it", "calls", "a grab")
    assert asides.named_so(text, sentences.split(text), [told]) == []
