"""Portrayal of actors: counts by stance, own voice apart, one name for one person."""

from __future__ import annotations

from framing.report import portrayal, story
from framing.report.portrayal import Portrayed
from framing.types import Actor, Annotation, Article, Attribution, Comparison, Mention, Source, Span


def actor(name: str, *stances: float, others: int = 0) -> Actor:
    """An actor with own-voice mentions of these stances, ten characters apart, and further ones in others' words."""
    own = [Mention(10 * i, 10 * i + 3, stance, "own") for i, stance in enumerate(stances)]
    voices = ("quoted", "attributed")
    further = [Mention(500 + 10 * i, 503 + 10 * i, -1.0, voices[i % 2]) for i in range(others)]  # type: ignore[arg-type]
    return Actor(name, (), (*own, *further), 0.0)


def portrayed(*pieces: tuple[Actor, ...]) -> tuple[Portrayed, ...]:
    annotations = tuple(Annotation(Article(f"a{i}", "x" * 999), actors=actors) for i, actors in enumerate(pieces))
    return portrayal.portrayals(story.tell(Comparison(annotations, (), (), ()), ()))


def names(*pieces: tuple[str, ...]) -> list[str]:
    """The actors told of pieces that each mention these names three times, by name."""
    found = portrayed(*(tuple(actor(name, 0, 0, 0) for name in piece) for piece in pieces))
    return sorted(row.name for row in found)


def test_only_clear_stance_is_counted() -> None:
    stances = (-1.0, -0.5, -0.49, 0.0, 1 / 3, 0.49, 0.5, 1.0)
    (row,) = portrayed((actor("Ida Brandt", *stances),))
    cell = row.cells[0]
    assert (cell.against, cell.neither, cell.favourable, cell.own) == (2, 4, 2, 8)


def test_an_actor_named_as_a_source_is_neither() -> None:
    said = Attribution(Source(10, 13), Span(14, 18), (Span(20, 28),), "indirect", "named")
    annotation = Annotation(
        Article("a0", "x" * 999), actors=(actor("Ida Brandt", 0.9, 0.9, 0.9),), attributions=(said,)
    )
    (row,) = portrayal.portrayals(story.tell(Comparison((annotation,), (), (), ()), ()))
    assert (row.cells[0].neither, row.cells[0].favourable) == (1, 2)


def test_others_words_are_counted_apart() -> None:
    (row,) = portrayed((actor("Ida Brandt", 0.0, 0.0, 0.0, others=4),))
    cell = row.cells[0]
    assert (cell.against, cell.own, cell.others) == (0, 3, 4)
    assert cell.worst is None


def test_places_point_at_the_clearest_mention() -> None:
    (row,) = portrayed((actor("Ida Brandt", -0.4, -0.9, 0.5, 0.8, 0.6, others=1),))
    worst, best = row.cells[0].worst, row.cells[0].best
    assert worst is not None
    assert best is not None
    assert (worst.article, worst.start, worst.end) == ("a0", 10, 13)
    assert (best.start, best.end) == (30, 33)


def test_no_clear_mention_has_no_place() -> None:
    (row,) = portrayed((actor("Ida Brandt", -0.3, 0.0, 0.3),))
    assert (row.cells[0].worst, row.cells[0].best) == (None, None)


def test_an_actor_has_a_cell_for_every_source() -> None:
    (row,) = portrayed((actor("Maren", 0, 0, 0),), (), (actor("Maren", 0.9),))
    assert [(cell.piece.number, cell.own, cell.favourable) for cell in row.cells] == [(1, 3, 0), (2, 0, 0), (3, 1, 1)]


def test_few_mentions_are_not_shown() -> None:
    assert portrayed((actor("Maren", 0, 0),), (actor("Maren", 0, 0, others=9),)) == ()
    assert len(portrayed((actor("Maren", 0, 0, 0),), (actor("Maren", others=1),))) == 1


def test_an_actor_of_one_source_among_several_is_not_shown() -> None:
    assert portrayed((actor("Maren", 0, 0, 0),), (actor("Ida Brandt", 0, 0, 0),)) == ()
    assert len(portrayed((actor("Maren", 0, 0, 0),))) == 1


def test_the_most_often_mentioned_come_first_and_ten_at_most() -> None:
    actors = tuple(actor(f"Actor {chr(65 + i)}", *[0.0] * (3 + i)) for i in range(12))
    shown = portrayed(actors, actors)
    assert [row.name for row in shown] == [f"Actor {letter}" for letter in "LKJIHGFEDC"]


def test_a_last_name_is_the_only_person_who_bears_it() -> None:
    assert names(("Ida Brandt",), ("Brandt",)) == ["Ida Brandt"]
    assert names(("Brandt",), ("Ida Brandt",)) == ["Ida Brandt"]
    assert names(("Brandt",), ("Ida Brandt",), ("Mayor Ida Brandt",)) == ["Mayor Ida Brandt"]


def test_a_last_name_that_two_bear_is_neither() -> None:
    both = (actor("Ida Brandt", 0, 0, 0), actor("Willy Brandt", 0, 0, 0))
    for pieces in ((both, (*both, actor("Brandt", 0, 0, 0))), ((actor("Brandt", 0, 0, 0),), both, both)):
        rows = portrayed(*pieces)
        assert [row.name for row in rows] == ["Ida Brandt", "Willy Brandt"]
        assert max(cell.own for row in rows for cell in row.cells) == 3
        assert sum(cell.own for row in rows for cell in row.cells) == 12


def test_a_first_name_or_a_part_of_a_word_is_no_last_name() -> None:
    assert names(("Ida Brandt",), ("Ida",)) == []
    assert names(("Ida Brandt",), ("randt",)) == []


def test_case_and_accents_part_nobody() -> None:
    assert names(("José García",), ("JOSE GARCIA",)) == ["José García"]


def test_mentions_of_both_names_add_up() -> None:
    rows = portrayed((actor("Ida Brandt", 0, 0, 0), actor("Brandt", 0.9)), (actor("Brandt", -0.9, others=2),))
    assert [(cell.own, cell.others) for cell in rows[0].cells] == [(4, 0), (1, 2)]
