"""Actors: grouping, voices and stance; the stance head on labelled data where that is at hand."""

from __future__ import annotations

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
    found = _find(text, lambda start, end: -1.0 if start > 20 else 0.5)
    assert [m.stance for m in found["Anna Weber"].mentions] == [0.5, -1.0]
    assert found["Anna Weber"].stance == 0.5


def test_the_stance_function_gets_the_mention() -> None:
    seen: list[str] = []

    text = "Maria Ortiz spoke. Later Maria Ortiz left."

    def toward(start: int, end: int) -> float:
        seen.append(text[start:end])
        return 0.0

    _find(text, toward)
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


@pytest.mark.parametrize(
    ("shares", "low", "high"),
    [
        ((0.8, 0.15, 0.05), -1.0, -1 / 3),
        ((0.45, 0.15, 0.4), -1.0, -1 / 3),
        ((0.1, 0.2, 0.7), 1 / 3, 1.0),
        ((0.4, 0.45, 0.15), -1 / 3, 0.0),
        ((0.0, 1.0, 0.0), 0.0, 0.0),
    ],
)
def test_the_likeliest_label_lies_beyond_or_within_a_third(
    shares: tuple[float, float, float], low: float, high: float
) -> None:
    assert low <= stance.value(*shares) <= high
