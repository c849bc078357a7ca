"""Pairs put together into claims."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.compare import claims
from framing.train.evaluate_claims import bcubed
from framing.types import Member, Pair, Place


def place(name: str) -> Place:
    """``x3`` is sentence 3 of article x."""
    return Place(name[0], int(name[1:]) * 10, int(name[1:]) * 10 + 9)


def pairs(*scored: tuple[str, str, float]) -> list[Pair]:
    return [Pair(place(a), place(b), score) for a, b, score in scored]


def names(found: tuple[tuple[Place, ...], ...]) -> list[str]:
    return [" ".join(f"{p.article}{p.start // 10}" for p in group) for group in found]


def test_three_articles_with_one_claim() -> None:
    found = claims.group(pairs(("a1", "b1", 0.9), ("b1", "c1", 0.8), ("a1", "c1", 0.7)), 0.5)
    assert names(found) == ["a1 b1 c1"]


def test_a_sentence_that_says_two_things_does_not_chain_them() -> None:
    found = claims.group(pairs(("a1", "b1", 0.9), ("b1", "c1", 0.9), ("a1", "c1", 0.0)), 0.5)
    assert names(found) == ["a1 b1", "b1 c1"]


def test_a_lead_that_reports_two_claims_stands_in_both() -> None:
    found = claims.group(
        pairs(
            ("a1", "b1", 0.9),
            ("a2", "b2", 0.9),
            ("a1", "c1", 0.8),
            ("b1", "c1", 0.8),
            ("a2", "c1", 0.7),
            ("b2", "c1", 0.7),
        ),
        0.5,
    )
    assert names(found) == ["a1 b1 c1", "a2 b2 c1"]


def test_sentences_of_one_article_share_a_claim_only_with_the_same_partners() -> None:
    same = claims.group(pairs(("a1", "b1", 0.9), ("a2", "b1", 0.8)), 0.5)
    assert names(same) == ["a1 a2 b1"]
    apart = claims.group(pairs(("a1", "b1", 0.9), ("a2", "b1", 0.8), ("a1", "c1", 0.9), ("b1", "c1", 0.9)), 0.5)
    assert names(apart) == ["a1 b1 c1", "a2 b1"]


def test_pairs_below_the_threshold_make_no_claim() -> None:
    assert claims.group(pairs(("a1", "b1", 0.49)), 0.5) == ()
    assert claims.group([], 0.5) == ()


scored = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 4), st.sampled_from("def"), st.integers(0, 4), st.floats(0.05, 1)),
    max_size=30,
)


@given(scored, st.randoms(use_true_random=False))
def test_every_aligned_sentence_has_a_row_and_order_does_not_matter(
    rows: list[tuple[str, int, str, int, float]], random: object
) -> None:
    given_pairs = list({(a, i, b, j): Pair(place(f"{a}{i}"), place(f"{b}{j}"), s) for a, i, b, j, s in rows}.values())
    found = claims.group(given_pairs, 0.5)
    placed = {p for group in found for p in group}
    assert placed == {p for pair in given_pairs if pair.score >= 0.5 for p in (pair.a, pair.b)}
    assert all(len({p.article for p in group}) > 1 for group in found)
    random.shuffle(given_pairs)  # type: ignore[attr-defined]
    assert claims.group(given_pairs, 0.5) == found


def member(article: str, text: str, **changes: object) -> Member:
    values: dict[str, object] = {
        "article": article, "start": 0, "end": len(text), "text": text, "status": "own", "source": None,
        "rung": "none", "certainty": "flat", "position": 0.0,
    }  # fmt: skip
    return Member(**(values | changes))  # type: ignore[arg-type]


def test_the_wording_of_a_claim_is_the_plain_one_nearest_to_all() -> None:
    long = "After weeks of talks and much delay, the council of Olm on Monday closed the old market hall for repairs."
    short = "The council of Olm closed the old market hall."
    assert claims.wording([member("a", long), member("b", short)]) == short
    title = Place("b", 0, len(short))
    assert claims.wording([member("a", long), member("b", short)], [title]) == long
    hedged = member("b", short, certainty="hedged", status="attributed")
    assert claims.wording([member("a", "The council of Olm closed the market hall."), hedged]).endswith(
        "the market hall."
    )


def test_bcubed() -> None:
    gold = {"a": 1, "b": 1, "c": 2, "d": 2}
    perfect = bcubed(gold, gold)
    assert (perfect.precision, perfect.recall, perfect.f1) == (1, 1, 1)
    merged = bcubed(dict.fromkeys("abcd", 0), gold)
    assert (merged.precision, merged.recall) == (0.5, 1)
    alone = bcubed({}, gold)
    assert (alone.precision, alone.recall) == (1, 0.5)
    assert bcubed({}, {}).f1 == 0
