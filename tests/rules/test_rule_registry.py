"""The door by which rules enter: names, settings, order, fingerprints."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint

import pytest

from framing.config import Config, parse
from framing.errors import ConfigError
from framing.rules import builtin, fingerprints, registry
from framing.rules.base import Rule
from framing.types import Annotation, Article, Finding, Quote, Sentence, WordingSpan
from tests.rules import reading

TEXT = "The council rammed through the budget. “They rammed through it all,” Ms Okafor said."
CODES = (
    *(f"W10{n}" for n in range(1, 9)),
    *(f"S20{n}" for n in range(1, 6)),
    *(f"B30{n}" for n in range(1, 4)),
    *(f"C40{n}" for n in range(1, 10)),
    "C410",
)


def annotation(text: str = TEXT, shift: int = 0) -> Annotation:
    sentences = (Sentence(shift, shift + 38), Sentence(shift + 39, len(text)))
    quotes = (Quote(shift + 39, shift + 69, speaker="Ms Okafor"),)
    spans = tuple(WordingSpan("W101", shift + at, shift + at + 14, 0.9) for at in (12, 45))
    return Annotation(Article("a1", text), sentences=sentences, quotes=quotes, wording=spans)


def test_every_rule_of_the_design_is_there() -> None:
    assert {rule.code for rule in registry.rules()} == set(CODES)
    assert [rule.code for rule in registry.rules()] == sorted(CODES)


def test_a_rule_has_its_own_file() -> None:
    for rule in builtin.RULES:
        assert rule.check.__module__ == f"framing.rules.{rule.code.lower()}_{rule.name.replace('-', '_')}"


@pytest.mark.parametrize("name", ["W101", "w101", "loaded-language", "loaded-words", " LOADED-LANGUAGE "])
def test_find_by_code_name_and_alias(name: str) -> None:
    assert registry.find(name).code == "W101"


def test_unknown_rule_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match=r"no rule `loaded-langage`; did you mean W101 \(loaded-language\)"):
        registry.find("loaded-langage")


def test_voice_decides_severity() -> None:
    own, quoted = (f for f in registry.check_annotation(annotation(), Config()) if f.rule == "W101")
    assert (own.voice, own.severity, own.speaker) == ("own", "warning", None)
    assert (quoted.voice, quoted.severity, quoted.speaker) == ("quoted", "note", "Ms Okafor")


def test_opinion_is_judged_as_opinion() -> None:
    column = replace(annotation(), article=Article("a1", TEXT, genre="opinion"))
    own = registry.check_annotation(column, Config())[0]
    assert (own.voice, own.severity) == ("own", "note")


def test_disable_and_severity_by_any_name() -> None:
    assert not registry.check_annotation(annotation(), parse({"rules": {"disable": ["loaded-words"]}}))
    severe = parse({"rules": {"severity": {"loaded-language": "error"}}})
    assert [f.severity for f in registry.check_annotation(annotation(), severe)] == ["error", "note"]
    with pytest.raises(ConfigError, match="no rule `W999`"):
        registry.check_annotation(annotation(), parse({"rules": {"disable": ["W999"]}}))


def test_threshold_is_respected() -> None:
    assert not registry.check_annotation(annotation(), parse({"wording": {"threshold": 0.95}}))


def test_evidence_is_the_words_and_order_is_fixed() -> None:
    found = registry.check_annotation(annotation(), Config())
    assert [f.text for f in found] == ["rammed through", "rammed through"]
    assert [TEXT[f.start : f.end] for f in found] == [f.text for f in found]
    assert list(found) == sorted(found, key=lambda f: (f.article, f.start, f.rule))


def test_no_finding_twice() -> None:
    twice = replace(annotation(), wording=annotation().wording * 2)
    assert registry.check_annotation(twice, Config()) == registry.check_annotation(annotation(), Config())


def test_fingerprint_survives_edits_elsewhere() -> None:
    before = registry.check_annotation(annotation(), Config())
    moved = "A new first paragraph.\n\n"
    after = registry.check_annotation(annotation(moved + TEXT, shift=len(moved)), Config())
    assert len({f.fingerprint for f in before}) == 2
    assert before[1].fingerprint == after[1].fingerprint


def test_repeated_findings_have_their_own_fingerprints() -> None:
    text = "chaos. " * 40
    rows = [Finding("W101", "x", "a1", n, n + 5, "chaos", 1, "note", "own", None, "m") for n in range(70, 140, 7)]
    assert len({f.fingerprint for f in fingerprints.stamp(rows, {"a1": text})}) == len(rows)


def test_digest_covers_word_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    before = registry.digest()
    changed = tuple(replace(rule, words=(*rule.words, "new")) for rule in registry.rules())
    monkeypatch.setattr(registry, "rules", lambda: changed)
    assert registry.digest() != before


def test_third_parties_enter_by_the_same_door(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = EntryPoint("mine", "tests.rules.plugin", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [extra])
    registry.rules.cache_clear()
    try:
        assert registry.find("shouting").code == "X901"
        found = registry.check_annotation(reading.annotate(Article("a1", "NOW the vote is on.")), Config())
        assert [f.rule for f in found] == ["X901"]
    finally:
        registry.rules.cache_clear()


def test_a_plugin_may_not_take_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = EntryPoint("mine", "tests.rules.clashing", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [extra])
    registry.rules.cache_clear()
    try:
        with pytest.raises(ConfigError, match="W101"):
            registry.rules()
    finally:
        registry.rules.cache_clear()


def test_a_plugin_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = EntryPoint("mine", "no.such.module", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [extra])
    registry.rules.cache_clear()
    try:
        with pytest.raises(ConfigError, match=r"no\.such\.module"):
            registry.rules()
    finally:
        registry.rules.cache_clear()


def test_a_rule_has_one_check() -> None:
    with pytest.raises(ValueError, match="one check"):
        Rule("X1", "x", "x", "note")
