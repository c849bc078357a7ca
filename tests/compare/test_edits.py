"""What carriers of one copy cut, added or changed."""

from __future__ import annotations

from framing.compare import edits, origins
from framing.config import Config
from framing.types import Edit
from tests.compare.building import annotation

COPY = (
    "Divers from the coast guard searched the wreck of the ferry for a third day and found the ship's recorder.",
    "Officials in the port of Olm opened the old customs hall to the families and promised them daily news.",
    "The ferry had carried fewer people than it was built for when a wave turned it over after midnight.",
    "A court in the capital has asked the owner of the line for the papers of the last two inspections.",
)
OWN = "Our reporter walked the quay with a retired pilot who remembered three other wrecks on the bank."


def found(*texts: str) -> tuple[Edit, ...]:
    made = [annotation(f"a{i}", text, outlet=f"Outlet {i}", agency="Kestrel") for i, text in enumerate(texts, 1)]
    return edits.find(origins.trace(made, Config()))


def test_a_cut_an_addition_and_a_change_are_told_with_their_places() -> None:
    whole = " ".join(COPY)
    carrier = " ".join([COPY[0].replace("third day", "fifth day"), OWN, COPY[1], COPY[2]])
    told = {edit.kind: edit for edit in found(whole, carrier)}
    assert set(told) == {"changed", "added", "cut"}
    assert all((edit.article, edit.against) == ("a2", "a1") for edit in told.values())
    changed, added, cut = told["changed"], told["added"], told["cut"]
    assert "“third” to “fifth”" in changed.message
    assert changed.here is not None
    assert changed.there is not None
    assert changed.here.span.of(carrier).startswith("Divers")
    assert changed.there.span.of(whole).startswith("Divers")
    assert added.here is not None
    assert added.there is None
    assert added.here.span.of(carrier) == OWN
    assert cut.here is None
    assert cut.there is not None
    assert cut.there.span.of(whole) == COPY[3]


def test_equal_copies_and_moved_sentences_are_no_edits() -> None:
    assert found(" ".join(COPY), " ".join(COPY)) == ()
    assert found(" ".join(COPY), " ".join(reversed(COPY))) == ()


def test_independent_texts_have_none() -> None:
    assert found(" ".join(COPY), " ".join([OWN, "Parliament argued until late about the price of new beacons."])) == ()
