"""Sides: minimal pairs from YAML, groups by side, and the property that no word is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from framing.annotate import attribution, speakers
from framing.language import names, quotations, sentences
from framing.report.sides import NO_SIDE, by_side, sides
from framing.report.words import Share, Voices
from framing.types import Annotation, Article, Quote

CASES = Path(__file__).parent / "cases" / "sides.yaml"


def _annotated(number: int, text: str, heard: tuple[str, ...] = ()) -> Annotation:
    parted = sentences.split(text)
    quotes, named = quotations.find(text), names.find(text, parted)
    found = attribution.find(text, parted, quotes, named)
    said = tuple(Quote(0, 1, speaker=speaker) for speaker in heard)
    return Annotation(
        Article(str(number), text),
        sentences=parted,
        names=named,
        attributions=found,
        quotes=(*speakers.name_quotes(text, quotes, found), *said),
    )


def _cases() -> list[Any]:
    groups = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [pytest.param(c, id=f"{g}-{n}") for g, entries in groups.items() for n, c in enumerate(entries, 1)]


@pytest.mark.parametrize("case", _cases())
def test_minimal_pair(case: dict[str, Any]) -> None:
    heard = tuple(case.get("speakers", case["sides"]))
    pieces = [_annotated(0, case["text"], heard), *(_annotated(n, t) for n, t in enumerate(case.get("more", ()), 1))]
    given_sides = sides(pieces)
    assert {speaker: given_sides.get(speaker) for speaker in case["sides"]} == case["sides"]


def test_a_last_name_in_one_piece_is_the_person_of_another() -> None:
    first = _annotated(0, "Kenyan President Amos Keter left on Monday.")
    assert sides([first, _annotated(1, "The rain stopped.", ("Keter",))])["Keter"] == "Kenya"


def test_nothing_gives_nothing() -> None:
    assert sides([]) == {}
    assert sides([_annotated(0, "")]) == {}


def test_shares_by_side_with_no_side_last() -> None:
    speakers_ = (
        Share("a", "experts", "vague", 0, 90),
        Share("a", "Amos Keter", "named", 5, 2),
        Share("a", "NATO", "institution", 0, 6),
        Share("a", "Kenyan officials", "anonymous", 0, 4),
    )
    made = by_side(
        Voices("a", 200, 93, speakers_, ()), {"Amos Keter": "Kenya", "Kenyan officials": "Kenya", "NATO": "NATO"}
    )
    assert [(s.side, s.speakers, s.quoted, s.reported, s.total) for s in made] == [
        ("Kenya", ("Amos Keter", "Kenyan officials"), 5, 6, 11),
        ("NATO", ("NATO",), 0, 6, 6),
        (NO_SIDE, ("experts",), 0, 90, 90),
    ]


_NAMES = st.sampled_from(["Ann", "Bo", "Cy", "Di", "Ed"])


@given(
    st.dictionaries(_NAMES, st.tuples(st.integers(0, 99), st.integers(0, 99))),
    st.dictionaries(_NAMES, st.sampled_from(["Kenya", "NATO"])),
)
def test_totals_are_kept(counts: dict[str, tuple[int, int]], given_sides: dict[str, str]) -> None:
    shares = tuple(Share("a", who, None, q, r) for who, (q, r) in counts.items())
    made = by_side(Voices("a", 0, 0, shares, ()), given_sides)
    assert sum(s.quoted for s in made) == sum(q for q, _ in counts.values())
    assert sum(s.reported for s in made) == sum(r for _, r in counts.values())
    assert sorted(who for s in made for who in s.speakers) == sorted(counts)
    totals = [s.total for s in made if s.side != NO_SIDE]
    assert totals == sorted(totals, reverse=True)
    assert NO_SIDE not in [s.side for s in made[:-1]]


@given(st.text(alphabet=st.sampled_from(list("Kenya's U.S. and, of the (R) Doe envoy\n“”—")), max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(side for side in sides([_annotated(0, text, (text.strip() or "x",))]).values())
