"""The pair scorer: which sentences of different articles report the same claim."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from framing.annotate import annotate_many, encode
from framing.compare import alignment, lexical
from framing.compare.features import Story
from framing.compare.sentence_rows import Row, score_rows
from framing.config import Config
from framing.model import encoder, reader
from framing.types import Article

ONE = (
    "The council of Veld voted nine to two on Tuesday to close the ferry line to the islands in March.",
    'Mayor Ana Brandt called the decision "a sad day for the islands".',
    "The line carried 41,000 passengers last year.",
    "A petition against the closure has 3,200 signatures.",
)
TWO = (
    "Ferries to the islands will stop running in March after a 9-2 vote of Veld's council.",
    "Some 41,000 people used the service last year.",
    'The mayor, Ana Brandt, spoke of "a sad day for the islands".',
    "The harbour restaurant reopens in May under a new owner.",
)


@pytest.fixture(scope="module")
def bundled() -> encoder.Encoder:
    return encoder.load(Config().encoder)


def rows() -> list[Row]:
    return [Row("s", "a", f"a{i}", text) for i, text in enumerate(ONE)] + [
        Row("s", "b", f"b{i}", text) for i, text in enumerate(TWO)
    ]


def decided(records: list[dict[str, object]]) -> set[tuple[object, object]]:
    return {(r["a"], r["b"]) for r in records if float(str(r["score"])) >= 0.5}


def test_same_claims_are_aligned_and_others_not(bundled: encoder.Encoder) -> None:
    found = decided(list(score_rows(rows(), bundled)))
    assert {("a0", "b0"), ("a1", "b2"), ("a2", "b1")} <= found
    assert not {pair for pair in found if "a3" in pair or "b3" in pair}


def test_rows_may_come_in_any_order_and_ids_are_kept(bundled: encoder.Encoder) -> None:
    mixed = [Row(r.story, r.article, i, r.text) for i, r in enumerate(rows())]
    interleaved = [row for pair in zip(mixed[:4], mixed[4:], strict=True) for row in pair]
    assert list(score_rows(interleaved, bundled)) == list(score_rows(mixed, bundled))


def test_stories_do_not_mix(bundled: encoder.Encoder) -> None:
    other = [row._replace(story="t", id=f"t{row.id}") for row in rows()]
    both = list(score_rows(rows() + other, bundled))
    assert [r for r in both if r["story"] == "s"] == list(score_rows(rows(), bundled))
    assert all(str(r["a"]).startswith("t") == str(r["b"]).startswith("t") for r in both)


def test_one_article_or_none_gives_nothing(bundled: encoder.Encoder) -> None:
    assert list(score_rows(rows()[:4], bundled)) == []
    assert list(score_rows([], bundled)) == []


def test_scores_are_probabilities_of_at_least_five_in_a_hundred(bundled: encoder.Encoder) -> None:
    assert all(0.05 <= float(r["score"]) <= 1 for r in score_rows(rows(), bundled))


def test_articles_and_given_sentences_agree(bundled: encoder.Encoder) -> None:
    articles = [Article(id="a", text="\n\n".join(ONE)), Article(id="b", text="\n\n".join(TWO))]
    annotations = encode(annotate_many(articles, reader.load(Config().encoder.threads), Config()), bundled)
    texts = {article.id: article.text for article in articles}
    pairs = alignment.score_pairs(annotations, Config())
    found = {
        (texts[p.a.article][p.a.start : p.a.end], texts[p.b.article][p.b.start : p.b.end])
        for p in pairs
        if p.score >= 0.5
    }
    by_id = dict(zip([r.id for r in rows()], ONE + TWO, strict=True))
    assert found == {(by_id[a], by_id[b]) for a, b in decided(list(score_rows(rows(), bundled)))}
    assert all(p.evidence for p in pairs if p.score >= 0.5)
    assert list(pairs) == sorted(pairs, key=lambda p: -p.score)


def test_swapping_the_articles_changes_no_score(bundled: encoder.Encoder) -> None:
    def scores(order: list[Row]) -> dict[frozenset[object], float]:
        return {frozenset((r["a"], r["b"])): r["score"] for r in score_rows(order, bundled)}

    forward, backward = scores(rows()), scores(rows()[4:] + rows()[:4])
    assert forward.keys() == backward.keys()
    assert all(abs(forward[key] - backward[key]) < 0.02 for key in forward)


def test_features_are_finite_whatever_the_sentences(bundled: encoder.Encoder) -> None:
    texts = ["", "!!!", "12", "A", "“”", "The same words.", "The same words.", "🙂 שלום"]
    encoded = bundled.encode(texts)
    story = Story.of(texts, [0, 0, 0, 0, 1, 1, 2, 2], encoded.vectors, encoded.offsets, encoded.states)
    found = alignment.score_story(story)
    assert found.rows.shape[1] == len(alignment.COLUMNS)
    assert np.isfinite(found.rows).all()
    assert ((found.scores >= 0) & (found.scores <= 1)).all()


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("voted", "votes", True),
        ("ferries", "ferry", True),
        ("closing", "closed", True),
        ("mayor's", "mayors", True),
        ("Veld’s", "Veld", True),
        ("press", "pres", False),
        ("bus", "busy", False),
    ],
)
def test_stems(one: str, two: str, same: bool) -> None:
    assert (lexical.stem(one) == lexical.stem(two)) is same


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("nine to two", {9, 2}),
        ("41,000 people", {41_000}),
        ("2.5 million euros", {2_500_000}),
        ("twenty-three", {23}),
        ("one of them", set()),
        ("a 9-2 vote", {9}),
        ("12% more", {12}),
    ],
)
def test_numbers(text: str, numbers: set[float]) -> None:
    assert lexical.read(text).numbers == numbers


@pytest.mark.slow
def test_measured_on_labelled_stories(shared: Path) -> None:
    from framing.train import evaluate_alignment

    figures = evaluate_alignment.evaluate(shared / "data" / "alignment_dev.jsonl.gz")
    assert figures["f1"] >= 0.62
    assert figures["f1"] > figures["baselines"]["tfidf"]["best_f1"] > figures["baselines"]["cosine"]["best_f1"]
