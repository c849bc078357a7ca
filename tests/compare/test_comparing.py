"""The comparison as a whole."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from framing.compare import compare
from framing.config import Config
from framing.types import Annotation, Comparison
from tests.compare.building import annotation, word_scorer

TEXTS = (
    "The ferry Aurora sank near Olm on Sunday. Twelve people died when the ferry sank, Lind said. "
    "Divers found the ship's recorder.",
    "Nine people died when the ferry Aurora sank near Olm on Sunday. The ship's recorder was found by divers at noon.",
    "The ferry Aurora may have hit a rock near Olm. Families of the passengers waited in the old customs hall.",
)


def comparison(texts: tuple[str, ...] = TEXTS) -> Comparison:
    made = [annotation(f"a{i}", t, outlet=f"Outlet {i}", title=f"Ferry news {i}") for i, t in enumerate(texts, start=1)]
    return compare(made, Config(), scorer=word_scorer)


def codes(found: Comparison) -> list[str]:
    return [note.code for note in found.notes]


def test_every_span_is_exact_and_every_body_sentence_has_a_row() -> None:
    found = comparison()
    texts = {a.id: a.text for a in found.articles}
    for claim in found.claims:
        for member in claim.members:
            assert texts[member.article][member.start : member.end] == member.text
            assert 0 <= member.position <= 1
        for difference in claim.differences:
            assert all(place.span.of(texts[place.article]) for place in difference.spans)
    placed = {(m.article, m.start) for claim in found.claims for m in claim.members}
    for made in found.annotations:
        for sentence in made.sentences:
            if sentence.role == "body":
                assert (made.article.id, sentence.start) in placed


def test_shared_claims_come_first_with_ids_in_order() -> None:
    found = comparison()
    assert [c.id for c in found.claims] == [f"c{i}" for i in range(1, len(found.claims) + 1)]
    shared = [len({m.article for m in c.members}) > 1 for c in found.claims]
    assert shared == sorted(shared, reverse=True)
    assert any(shared)
    assert all(pair.score >= Config().alignment.threshold for pair in found.pairs)


def test_a_number_is_told_within_its_claim() -> None:
    kinds = {d.kind for c in comparison().claims for d in c.differences}
    assert "number" in kinds


def test_same_in_same_out() -> None:
    assert comparison() == comparison()


def test_one_article_is_valid_and_says_what_cannot_be_judged() -> None:
    found = comparison(TEXTS[:1])
    assert codes(found) == ["one-article"]
    assert found.pairs == ()
    assert found.stories == (("a1",),)
    assert all(len(c.members) == 1 and not c.absent and not c.differences for c in found.claims)
    assert len(found.claims) == 3


def test_no_article_and_an_empty_one() -> None:
    assert codes(compare([], Config(), scorer=word_scorer)) == ["no-article"]
    assert compare([annotation("a1", "")], Config(), scorer=word_scorer).claims == ()


def test_identical_files_are_one_origin_and_confirm_nothing() -> None:
    made = [annotation(f"a{i}", TEXTS[0], outlet=f"Outlet {i}") for i in (1, 2)]
    found = compare(made, Config(), scorer=word_scorer)
    assert found.origins == (("a1", "a2"),)
    assert "one-origin" in codes(found)
    assert {c.origins for c in found.claims} == {1}
    assert not any(c.differences for c in found.claims)


def test_two_stories_are_compared_apart() -> None:
    budget = "Parliament passed the treasury's budget on Tuesday after a dispute over pensions."
    made = [
        annotation("a1", TEXTS[0], outlet="North Post"),
        annotation("a2", budget, outlet="South Mail"),
        annotation("a3", TEXTS[1], outlet="East Sun"),
        annotation("a4", budget + " Pensions rise.", outlet="West Star"),
    ]
    found = compare(made, Config(), scorer=word_scorer)
    assert found.stories == (("a1", "a3"), ("a2", "a4"))
    assert "several-stories" in codes(found)
    for claim in found.claims:
        assert {m.article for m in claim.members} <= {"a1", "a3"} or {m.article for m in claim.members} <= {"a2", "a4"}


def test_ids_must_differ() -> None:
    with pytest.raises(ValueError, match="ids must differ"):
        compare([annotation("a1", TEXTS[0]), annotation("a1", TEXTS[1])], Config(), scorer=word_scorer)


def test_importing_compare_is_light() -> None:
    heavy = "{'numpy', 'torch', 'sklearn', 'pandas', 'onnxruntime', 'matplotlib'}"
    code = f"import sys, framing.compare; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _many(count: int, sentences: int) -> list[Annotation]:
    words = [f"word{i}" for i in range(997)]
    made = []
    for a in range(count):
        lines = []
        for s in range(sentences):
            at = [words[(a * 31 + s * 17 + k * (a + 3)) % len(words)] for k in range(12)]
            lines.append(f"Claim {s} about ferry {' '.join(at)}.")
        made.append(annotation(f"a{a}", " ".join(lines), outlet=f"Outlet {a}"))
    return made


@pytest.mark.slow
def test_a_hundred_articles_take_seconds() -> None:
    from framing.types import Pair, Place

    made = _many(100, 40)

    def rows(annotations: object, config: Config) -> tuple[Pair, ...]:
        del annotations, config
        places = [[Place(m.article.id, s.start, s.end) for s in m.sentences] for m in made]
        return tuple(
            Pair(places[a][s], places[b][s], 0.8 if (a + b + s) % 3 else 0.2)
            for a in range(100)
            for b in range(a + 1, min(100, a + 6))
            for s in range(40)
        )

    started = time.perf_counter()
    compare(made, Config(), scorer=rows)
    assert time.perf_counter() - started < 60
