"""The labelled sets that training and measuring read: gzipped JSON lines, checked, with what their terms allow.

A row is a plain ``dict``; spans are ``start``, ``end`` (characters, end exclusive) of ``row["text"]``. The sets are not
part of the project: a folder of them is named on the command line. What may train shipped weights and what may only
measure is written down here, so that a change of use is a change of code that somebody reviews.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, Literal

from framing.errors import DataError

Use = Literal["train", "evaluate"]
Row = dict[str, Any]

TRAINABLE = frozenset(
    {
        "alignment_train", "alignment_dev", "alignment_short_train",
        "allsides_articles_lead",
        "babe", "mbic", "basil_sentences", "basil_articles", "biased_sents",
        "commitmentbank_items", "conll2010_weasel_all", "cw_hard",
        "ecbplus_docs", "ecbplus_pairs_train", "ecbplus_pairs_dev", "ecbplus_pairs_test",
        "emergent_train", "emergent_test",
        "factappeal_train", "factappeal_dev", "fever_symmetric_dev", "fever_symmetric_test",
        "findings_train", "findings_dev",
        "gvfc", "hyperpartisan19_train_byarticle", "narrative_frames",
        "neus_allsides_train", "neus_allsides_val", "neus_allsides_test", "neus_allsides_raw_page11",
        "newsmtsc_train", "newsmtsc_dev", "polnear_train", "polnear_dev", "ptc_train",
        "rte_rte1_dev", "rte_rte1_test", "rte_rte2_dev", "rte_rte2_test", "rte_rte3_dev", "rte_rte3_test",
        "semeval23_persuasion", "sts_news", "subj", "ukraine_bias",
    }
)  # fmt: skip
"""Sets whose terms let them train what is shipped."""

EVALUATE_ONLY = frozenset(
    {
        "frac_frames", "mrpc_train", "mrpc_test",
        "sick_train", "sick_trial", "sick_test",
        "spark_align_docs", "spark_align_alignments", "spark_align_pairs_dev", "spark_align_pairs_test",
        "subjectivity", "superpal_mn_dev", "superpal_mn_test",
    }
)  # fmt: skip
"""Sets whose terms bar commercial use or products built on them, wholly or for a part that cannot be told apart."""

REQUIRED: dict[str, tuple[str, ...]] = {
    "babe": ("id", "text", "label", "opinion", "spans", "outlet", "fold_article"),
    "basil_sentences": ("doc", "event", "text", "lex", "spans", "fold_event"),
    "findings_train": ("id", "text", "genre", "findings"),
    "findings_dev": ("id", "text", "genre", "findings"),
    "ptc_train": ("id", "text", "spans"),
    "sts_news": ("a", "b", "score", "subset"),
    "subj": ("text", "label"),
}
"""Keys that the code of this package reads; a row without them is refused by file and line."""


def load(name: str, root: Path, *, use: Use = "train") -> tuple[Row, ...]:
    """The rows of ``root/NAME.jsonl.gz``, in file order.

    ``use`` says what for: ``train`` is refused for sets that may only measure. Raises ``DataError`` naming the file
    (and line) for an unknown name, a forbidden use, a missing or damaged file, and malformed rows or spans.
    """
    path = root / f"{name}.jsonl.gz"
    if name not in TRAINABLE and name not in EVALUATE_ONLY:
        raise DataError(f"{path}: `{name}` is not a known set; add its name and its terms to framing/train/data.py")
    if use == "train" and name in EVALUATE_ONLY:
        raise DataError(f"{path}: its terms allow measuring only, it may not train; load it with use='evaluate'")
    rows: list[Row] = []
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    rows.append(_row(name, line, f"{path}: line {number}"))
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as gzipped JSON lines ({error})") from error
    if name == "sts_news":  # its MSRpar part overlaps a set that may not train
        rows = [row for row in rows if row["subset"] != "MSRpar"]
    return tuple(rows)


def read_alignment(path: Path) -> tuple[Row, ...]:
    """The stories of an alignment file, gzipped or not, for measuring; raises ``DataError`` naming the line."""
    open_lines = gzip.open if path.suffix == ".gz" else open
    rows: list[Row] = []
    try:
        with open_lines(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    row = _row("alignment", line, f"{path}: line {number}")
                    if any(key not in row for key in ("story", "articles", "pairs")):
                        raise DataError(f"{path}: line {number}: lacks story, articles or pairs")
                    rows.append(row)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as JSON lines ({error})") from error
    if not rows:
        raise DataError(f"{path}: holds no story")
    return tuple(rows)


def _row(name: str, line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"{where}: is not JSON ({error})") from error
    if not isinstance(row, dict):
        raise DataError(f"{where}: must be an object, found {type(row).__name__}")
    missing = [key for key in REQUIRED.get(name, ()) if key not in row]
    if missing:
        raise DataError(f"{where}: lacks {', '.join(missing)}")
    for finding in row.get("findings", ()):
        start, end = finding["start"], finding["end"]
        if row["text"][start:end] != finding["text"]:
            raise DataError(f"{where}: finding {start}–{end} does not cover {finding['text']!r}")
    return row
