"""What is made of a comparison, and what is left alone because it is not clear-cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.classroom import exercises
from framing.classroom.sources import NOBODY
from framing.classroom.types import Exercise, Item, Worksheet
from framing.classroom.voices import CHECKABLE, JUDGEMENT, OWN, QUOTED, RETOLD
from framing.config import Config, parse
from framing.types import Comparison, Finding


@pytest.fixture
def sheet(comparison: Comparison, findings: tuple[Finding, ...]) -> Worksheet:
    return exercises.make(comparison, findings, Config())


def of_kind(sheet: Worksheet, kind: str) -> list[Exercise]:
    return [exercise for exercise in sheet.exercises if exercise.kind == kind]


def items(sheet: Worksheet, kind: str) -> list[Item]:
    return [item for exercise in of_kind(sheet, kind) for item in exercise.items]


def test_every_passage_is_the_exact_words_of_its_piece(sheet: Worksheet, comparison: Comparison) -> None:
    texts = {article.id: article.text for article in comparison.articles}
    passages = [p for e in sheet.exercises for i in e.items for p in (*i.passages, *i.evidence)]
    assert passages
    for passage in passages:
        words = texts[passage.article][passage.start : passage.end]
        assert words
        assert passage.shown == " ".join(words.split())


def test_every_answer_has_evidence_and_an_explanation(sheet: Worksheet) -> None:
    for exercise in sheet.exercises:
        for item in exercise.items:
            assert item.answer
            assert item.explanation
            assert item.evidence


def test_given_options_hold_every_answer(sheet: Worksheet) -> None:
    for exercise in sheet.exercises:
        for item in exercise.items if exercise.options else ():
            assert set(item.answer.split("; ")) <= set(exercise.options)


def test_voices_are_told_apart(sheet: Worksheet) -> None:
    for item in items(sheet, "whose-words"):
        text = item.passages[0].shown
        expected = QUOTED if '"' in text else RETOLD if " said " in text or " say " in text else OWN
        assert item.answer == expected
    assert {item.answer for item in items(sheet, "whose-words")} == {OWN, QUOTED, RETOLD}


def test_only_sure_own_voice_words_are_called_loaded(sheet: Worksheet) -> None:
    answers = {item.answer for item in items(sheet, "loaded-word")}
    assert answers == {"“ruthless”", "“scandalous betrayal”"}


def test_statements_are_matched_to_the_person_named_beside_them(sheet: Worksheet) -> None:
    matched = {item.passages[0].shown: item.answer for item in items(sheet, "who-says-so")}
    assert matched["three of the eight pillars had been hollowed out by the tide"] == "Tom Birch"
    assert matched["The closure will cost the town 3 million crowns."] == NOBODY


def test_a_source_appears_once_among_the_statements(sheet: Worksheet) -> None:
    for exercise in of_kind(sheet, "who-says-so"):
        named = [item.answer for item in exercise.items if item.answer != NOBODY]
        assert len(named) == len(set(named)) >= 3


def test_the_ladder_has_a_named_and_a_vague_end(sheet: Worksheet) -> None:
    ladder = {
        i.passages[0].shown[s:e]: i.answer for i in items(sheet, "how-good-a-source") for s, e in i.passages[0].marked
    }
    assert ladder["Experts"] == "nobody in particular"
    assert "a named person" in ladder.values()


def test_a_difference_names_all_that_differs_between_the_two(sheet: Worksheet) -> None:
    (item,) = items(sheet, "spot-the-difference")
    assert {passage.letter for passage in item.passages} == {"A", "B"}
    assert item.answer == "a number; who says it, or whether anybody does"


def test_missing_means_searched_for_and_absent(sheet: Worksheet) -> None:
    answers = {item.passages[0].shown: item.answer for item in items(sheet, "what-is-missing")}
    assert answers["The council closed the bridge by nine votes to six."] == "not reported"
    assert list(answers.values()).count("not reported") == 1
    assert {exercise.title for exercise in of_kind(sheet, "what-is-missing")} == {"What is missing from piece B?"}


def test_cannot_tell_is_never_asked(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    unsure = tuple(
        replace(claim, absent=tuple(replace(a, verdict="cannot_tell") for a in claim.absent))
        for claim in comparison.claims
    )
    sheet = exercises.make(replace(comparison, claims=unsure), findings, Config())
    assert not of_kind(sheet, "what-is-missing")
    assert "what-is-missing" in dict(sheet.left_out)


def test_a_near_miss_is_not_called_missing(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    def nearer(score: float) -> Comparison:
        claims = tuple(
            replace(
                c,
                absent=tuple(replace(a, nearest=replace(a.nearest, score=score)) if a.nearest else a for a in c.absent),
            )
            for c in comparison.claims
        )
        return replace(comparison, claims=claims)

    assert of_kind(exercises.make(nearer(0.09), findings, Config()), "what-is-missing")
    assert not of_kind(exercises.make(nearer(0.14), findings, Config()), "what-is-missing")


def test_the_order_question_gives_the_rank_in_both_pieces(sheet: Worksheet) -> None:
    answers = {item.answer for item in items(sheet, "what-comes-first")}
    assert answers >= {"A: 1, C: 3", "A: 2, C: 1", "A: 3, C: 2"}


def test_checked_or_judged_needs_two_of_each(sheet: Worksheet) -> None:
    counts = [item.answer for item in items(sheet, "fact-or-opinion")]
    assert counts.count(CHECKABLE) >= 2
    assert counts.count(JUDGEMENT) == 2


def test_same_in_same_out_and_the_seed_chooses(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    first = exercises.make(comparison, findings, Config())
    assert exercises.make(comparison, findings, Config()) == first
    others = [exercises.make(comparison, findings, parse({"exercise": {"seed": seed}})) for seed in range(6)]
    assert any(other.exercises != first.exercises for other in others)


def test_few_questions_are_the_most_worthwhile_ones(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    sheet = exercises.make(comparison, findings, parse({"exercise": {"questions": 2}}))
    assert [exercise.kind for exercise in sheet.exercises] == ["whose-words", "spot-the-difference"]


def test_easy_comes_before_hard(sheet: Worksheet) -> None:
    levels = [("easy", "medium", "hard").index(exercise.difficulty) for exercise in sheet.exercises]
    assert levels == sorted(levels)


def test_no_words_of_the_pieces_where_none_may_be_printed(
    comparison: Comparison, findings: tuple[Finding, ...]
) -> None:
    sheet = exercises.make(comparison, findings, parse({"report": {"excerpts": "none"}}))
    printed = repr(sheet)
    for article in comparison.articles:
        for line in article.text.split("\n\n"):
            assert line not in printed
    for word in ("ruthless", "scandalous", "hollowed"):
        assert word not in printed
    assert "word 2 of the sentence" in {item.answer for item in items(sheet, "loaded-word")}


def test_short_excerpts_are_cut_and_say_so(comparison: Comparison, findings: tuple[Finding, ...]) -> None:
    sheet = exercises.make(comparison, findings, parse({"report": {"excerpts": "sentences", "excerpt_words": 5}}))
    shown = [p.shown for e in sheet.exercises for i in e.items for p in i.passages]
    assert all(len(text.split()) <= 6 for text in shown)
    assert any(text.endswith(" …") for text in shown)


def test_one_piece_alone_gives_what_it_can(comparison: Comparison) -> None:
    alone = Comparison(comparison.annotations[:1], (("a1",),), (), ())
    sheet = exercises.make(alone, (), Config())
    assert {exercise.kind for exercise in sheet.exercises} <= {"whose-words", "who-says-so", "how-good-a-source"}
    assert "spot-the-difference" in dict(sheet.left_out)


def test_nothing_in_nothing_out() -> None:
    sheet = exercises.make(Comparison((), (), (), ()), (), Config())
    assert sheet.exercises == ()
    assert len(sheet.left_out) == len(exercises.MAKERS)
