"""On published articles (where the labelled data is present): direct quotations are found whole."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

from framing.language import names, quantities, quotations, sentences


def test_direct_quotations_are_found(shared: Path) -> None:
    seen: set[str] = set()
    total = found = 0
    with gzip.open(shared / "data" / "polnear_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc"] in seen:
                continue
            seen.add(row["doc"])
            text = row["text"]
            quotes = quotations.find(text)
            for start, end in (span for each in row["attributions"] for span in each["content"]):
                if end - start > 8 and text[start] in '"“' and text[end - 1] in '"”':
                    total += 1
                    covered = sum(max(0, min(end, q.end) - max(start, q.start)) for q in quotes if q.kind != "scare")
                    found += covered >= 0.9 * (end - start)
    assert total > 200
    assert found / total > 0.97


def test_ten_thousand_words_take_under_three_tenths_of_a_second_each(shared: Path) -> None:
    piece = (shared / "seeds").glob("*.txt")
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(piece))
    text = (text + "\n") * (60_000 // len(text) + 1)
    split = sentences.split(text)
    for find in (sentences.split, quotations.find, quantities.find, lambda t: names.find(t, split)):
        started = time.process_time()
        find(text)
        assert (time.process_time() - started) / (len(text.split()) / 10_000) < 0.3
