"""Rows of sentences or passages: one record a row, in order, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from framing.annotate import lines
from framing.config import Config
from framing.model import reader as readers

CONFIG = Config()
KEYS = {"id", "loaded", "subjective", "loaded_spans", "attributions", "actors"}


def test_every_row_gives_one_record_in_order() -> None:
    rows = [
        ("s1", "The senator slammed the draconian plan in a shameful, disgusting speech."),
        ("s2", ""),
        ("s3", "   "),
        ("s4", 'Maria Ortiz said the bridge would open in May. "It is ready," she said.'),
        ("s4", "The bridge opened in May."),
    ]
    found = list(lines.annotate_lines(rows, readers.load(CONFIG.encoder.threads), CONFIG))
    assert [record["id"] for record in found] == [row_id for row_id, _ in rows]
    assert all(set(record) == KEYS for record in found)
    assert found[0]["loaded"] > 0.5 > found[4]["loaded"]
    assert found[1] == {
        "id": "s2", "loaded": 0.0, "subjective": 0.0, "loaded_spans": [], "attributions": [], "actors": [],
    }  # fmt: skip
    for (_, text), record in zip(rows, found, strict=True):
        for span in record["loaded_spans"]:
            assert set(span) == {"start", "end", "score"}
            assert text[span["start"] : span["end"]].strip()
        for attribution in record["attributions"]:
            for part in [attribution["source"], attribution["cue"], *attribution["content"]]:
                assert part is None or text[part["start"] : part["end"]] == part["text"]


def test_a_row_alone_gives_what_it_gives_among_others() -> None:
    encoder = readers.load(CONFIG.encoder.threads)
    text = "Critics called the massive scheme a disgraceful betrayal."
    alone = lines.annotate_line("r", text, encoder, CONFIG)
    among = list(lines.annotate_lines([("a", "A plain row."), ("r", text), ("b", "Another " * 40)], encoder, CONFIG))[1]
    assert [(s["start"], s["end"]) for s in alone["loaded_spans"]] == [
        (s["start"], s["end"]) for s in among["loaded_spans"]
    ]
    assert alone["loaded"] == pytest.approx(among["loaded"], abs=1e-3)


def test_rows_are_read_as_they_are_needed() -> None:
    taken = 0

    def rows() -> Iterator[tuple[str, str]]:
        nonlocal taken
        for i in range(3 * lines.ROWS):
            taken += 1
            yield str(i), ""

    next(lines.annotate_lines(rows(), readers.load(CONFIG.encoder.threads), CONFIG))
    assert taken == lines.ROWS
