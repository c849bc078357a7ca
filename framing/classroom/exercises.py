"""From a comparison to a worksheet: which exercises the pieces allow, and which of them are printed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, zip_longest

from framing.classroom.coverage import spot_the_difference, what_is_missing
from framing.classroom.order import what_comes_first
from framing.classroom.passages import Desk, Piece, arrange
from framing.classroom.sources import how_good_a_source, who_says_so
from framing.classroom.types import Credit, Difficulty, Exercise, Kind, Worksheet
from framing.classroom.voices import fact_or_opinion, whose_words
from framing.classroom.wording import loaded_word
from framing.config import Config
from framing.types import Comparison, Finding

Maker = Callable[[Desk, random.Random], Iterator[Exercise]]

#: Every kind of exercise in order of worth (the first are kept when there is room for few), and what it needs.
MAKERS: tuple[tuple[Kind, Maker, str], ...] = (
    ("whose-words", whose_words, "a clear sentence of each kind: own words, a quotation, words retold"),
    ("spot-the-difference", spot_the_difference, "one claim told by two pieces with a sure difference"),
    ("loaded-word", loaded_word, "two sentences with a surely loaded word in the writer's own voice"),
    ("who-says-so", who_says_so, "three statements of different people named in the same sentence"),
    ("what-is-missing", what_is_missing, "a claim of two independent pieces that a third surely does not report"),
    ("fact-or-opinion", fact_or_opinion, "two sentences that can be checked and two that judge"),
    ("how-good-a-source", how_good_a_source, "sources of three kinds, or a named person and a vague one"),
    ("what-comes-first", what_comes_first, "three claims that two pieces report in another order"),
)
_TITLE = "One story, several tellings"
_MOST_OF_A_KIND = 2
_ORDER: tuple[Difficulty, ...] = ("easy", "medium", "hard")


def make(comparison: Comparison, findings: Sequence[Finding], config: Config) -> Worksheet:
    """The worksheet for a comparison.

    Holds at most ``config.exercise.questions`` exercises, easy ones first: one of each kind that the pieces allow,
    then second and third ones. Only clear-cut cases are used; a kind without one is named in ``left_out``. The same
    comparison, findings and settings give the same worksheet; ``config.exercise.seed`` chooses among the cases.
    """
    desk = arrange(comparison, findings, config)
    made: dict[Kind, list[Exercise]] = {}
    left_out: list[tuple[str, str]] = []
    for index, (kind, maker, needs) in enumerate(MAKERS):
        # A stream of its own for every kind: more cases of one kind must not reshuffle another.
        rng = random.Random(config.exercise.seed * 1_000 + index)
        made[kind] = list(islice(maker(desk, rng), _MOST_OF_A_KIND))
        if not made[kind]:
            left_out.append((kind, f"needs {needs}"))
    rounds = zip_longest(*(made[kind] for kind, _, _ in MAKERS))
    chosen = [exercise for row in rounds for exercise in row if exercise is not None][: config.exercise.questions]
    return Worksheet(
        title=_TITLE,
        credits=tuple(_credit(piece) for piece in desk.pieces),
        exercises=tuple(sorted(chosen, key=lambda exercise: _ORDER.index(exercise.difficulty))),
        left_out=tuple(left_out),
        seed=config.exercise.seed,
        config_sha256=config.digest,
    )


def _credit(piece: Piece) -> Credit:
    article = piece.annotation.article
    if article.outlet:
        publisher = f"{article.outlet}, carrying {article.agency}" if article.agency else article.outlet
    else:
        publisher = article.agency or "no publisher given"
    return Credit(
        letter=piece.letter,
        article=article.id,
        title=article.title or "untitled",
        publisher=publisher,
        bylines=article.bylines,
        published=article.published,
        genre=article.genre,
        sha256=article.sha256,
    )
