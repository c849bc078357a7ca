"""The published pieces, where they are present: five articles with the right provenance, and no navigation in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.config import Config
from framing.ingest import read_paths
from framing.ingest.assembling import without
from framing.types import Article


@pytest.fixture
def pieces(shared: Path, config: Config) -> tuple[Article, ...]:
    files = sorted((shared / "seeds").glob("*.txt"))
    if not files:
        pytest.skip("published pieces not present")
    result = read_paths(files, config)
    assert result.problems == ()
    return result.articles


def test_provenance_and_genre(pieces: tuple[Article, ...]) -> None:
    assert [(a.outlet, a.agency, a.bylines, a.genre) for a in pieces] == [
        ("Bloomberg", None, ("Marc Champion",), "opinion"),
        ("The Mainichi", "AP", (), "news"),
        ("Japan Today", "Reuters", ("Andrew Osborn",), "analysis"),
        ("Japan Today", "AP", ("Samya Kullab", "John Leicester"), "news"),
        (None, None, (), "unattributed"),
    ]
    assert [a.title is None for a in pieces] == [False, False, False, False, True]


def test_slices_and_navigation(pieces: tuple[Article, ...]) -> None:
    for article in pieces:
        assert article.path is not None
        assert article.source_offset is not None
        source = Path(article.path).read_text(encoding="utf-8")
        assert source[article.source_offset :].startswith(article.text)
        body = without(article.text, article.regions)
        for word in (
            "Hashtags",
            "Comments",
            "Related Articles",
            "ago\n",
            "rights reserved",
            "contributed to this report",
        ):
            assert word not in body


def test_run_in_subheads_and_credits_are_marked(pieces: tuple[Article, ...]) -> None:
    kinds = [[region.kind for region in article.regions] for article in pieces]
    assert kinds[0] == ["title", "credit"]
    assert kinds[1] == ["title", "dateline", "subhead", "subhead", "subhead", "subhead"]
    assert kinds[2] == ["title", "byline", "subhead", "subhead", "copyright"]
    assert kinds[3] == ["title", "caption", "byline", "credit", "copyright", "copyright", "copyright"]
    assert kinds[4] == []
