"""The seed pieces, read by the engine, give a worksheet with every kind of question that can be relied on."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.classroom import exercises
from framing.config import Config
from framing.ingest import read_paths
from framing.pipeline import Engine


@pytest.mark.slow
def test_the_seeds_make_a_full_worksheet(root: Path) -> None:
    config = Config()
    articles = read_paths(sorted((root / "seeds").glob("0*.md")), config).articles
    compared = Engine(config).compare(articles)
    sheet = exercises.make(compared.comparison, compared.findings, config)
    assert len(sheet.exercises) == config.exercise.questions
    assert {"whose-words", "loaded-word", "who-says-so", "spot-the-difference", "what-is-missing"} <= {
        exercise.kind for exercise in sheet.exercises
    }
    texts = {article.id: article.text for article in articles}
    for exercise in sheet.exercises:
        for item in exercise.items:
            for passage in (*item.passages, *item.evidence):
                words = texts[passage.article][passage.start : passage.end]
                assert passage.shown == " ".join(words.split())
