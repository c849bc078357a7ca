"""Actors: grouping, voices and stance; the stance head on labelled data where that is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.annotate import actors, attribution, speakers, stance
from framing.language import names, quotations, sentences
from framing.types import Actor


def _find(text: str, toward: actors.Stance | None = None) -> dict[str, Actor]:
    parted = sentences.split(text)
    quotes, named = quotations.find(text), names.find(text, parted)
    found = attribution.find(text, parted, quotes, named)
    quotes = speakers.name_quotes(text, quotes, found)
    return {a.name: a for a in actors.find(text, parted, named, quotes, found, toward)}


def test_a_capital_and_a_seat_join_their_state() -> None:
    found = _find("Russia sent troops. Moscow denied it. The Kremlin said Russia was calm.")
    assert {"Moscow", "Kremlin"} <= set(found["Russia"].aliases)
    assert len(found["Russia"].mentions) == 4


def test_a_president_and_the_country_are_two_actors() -> None:
    found = _find("President Emmanuel Macron spoke for France. Macron left. France stayed.")
    assert len(found["Emmanuel Macron"].mentions) == 2
    assert len(found["France"].mentions) == 2


def test_short_names_are_aliases_of_the_long_one() -> None:
    found = _find("Maria Ortiz spoke. Later Ortiz left the hall with Brian Lee. Ortiz smiled.")
    assert found["Maria Ortiz"].aliases == ("Ortiz",)
    assert len(found["Maria Ortiz"].mentions) == 3


def test_mentions_carry_the_voice_they_stand_in() -> None:
    text = 'Anna Weber left. "Anna Weber is a liar," Brian Lee said. Brian Lee said Anna Weber had lied.'
    assert [m.voice for m in _find(text)["Anna Weber"].mentions] == ["own", "quoted", "attributed"]


def test_stance_averages_the_outlets_own_voice_only() -> None:
    text = 'Anna Weber won again. "Anna Weber is a liar," Brian Lee said.'
    found = _find(text, lambda sentence, start, end: -1.0 if "liar" in sentence else 0.5)
    assert [m.stance for m in found["Anna Weber"].mentions] == [0.5, -1.0]
    assert found["Anna Weber"].stance == 0.5


def test_the_stance_function_gets_the_mention_in_its_sentence() -> None:
    seen: list[str] = []

    def toward(sentence: str, start: int, end: int) -> float:
        seen.append(sentence[start:end])
        return 0.0

    _find("Maria Ortiz spoke. Later Maria Ortiz left.", toward)
    assert seen == ["Maria Ortiz", "Maria Ortiz"]


def test_mentions_are_exact_and_in_order() -> None:
    text = "Anna Weber met Brian Lee in Paris. Weber left; Lee stayed in Paris, France."
    for actor in _find(text).values():
        starts = [m.start for m in actor.mentions]
        assert starts == sorted(starts)
        assert all(0 <= m.start < m.end <= len(text) for m in actor.mentions)


def test_no_names_no_actors() -> None:
    assert _find("The bridge is closed.") == {}
    assert _find("") == {}


@pytest.mark.parametrize(("margin", "expected"), [(-1.0, -1.0), (-0.2, -1 / 3), (0.3, 1 / 3), (1.0, 1.0), (0.05, 0.0)])
def test_the_decisions_fall_on_a_third(margin: float, expected: float) -> None:
    assert stance.bent(margin, -0.2, 0.3) == pytest.approx(expected)


def test_bending_keeps_order_and_range() -> None:
    values = [stance.bent(m / 50, -0.15, 0.25) for m in range(-50, 51)]
    assert values == sorted(values)
    assert values[0] == -1.0
    assert values[-1] == 1.0


@pytest.mark.slow
def test_macro_f1_on_newsmtsc(shared: Path) -> None:
    from framing.train import stance as training

    assert training.evaluate(shared / "data")["macro_f1"] >= 0.68
