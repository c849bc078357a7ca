"""The three jobs and the commands around them, end to end; every JSON against its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import Command


def schema(root: Path, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def validate(document: object, root: Path, name: str) -> None:
    found = schema(root, name)
    jsonschema.Draft202012Validator.check_schema(found)
    jsonschema.Draft202012Validator(found).validate(document)


def spans_hold(article: dict[str, Any]) -> None:
    text = article["text"]
    for finding in article["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]
    for attribution in article["attributions"]:
        for part in [attribution["source"], attribution["cue"], *attribution["content"]]:
            if part is not None:
                assert text[part["start"] : part["end"]] == part["text"]


def test_compare_json(framing: Command, pieces: tuple[Path, Path], root: Path) -> None:
    done = framing("compare", *pieces, "--format", "json")
    assert done.code == 0
    assert done.err == ""
    document = json.loads(done.out)
    validate(document, root, "comparison")
    assert [a["outlet"] for a in document["articles"]] == ["Harbour Post", "Northern Ledger"]
    for article in document["articles"]:
        spans_hold(article)
    shared = [c for c in document["claims"] if len({m["article"] for m in c["members"]}) == 2]
    assert shared
    kinds = {d["kind"] for c in shared for d in c["differences"]}
    assert "number" in kinds
    assert all(pair["score"] >= 0.5 for pair in document["pairs"])


def test_compare_is_deterministic(framing: Command, pieces: tuple[Path, Path]) -> None:
    first = framing("compare", *pieces, "--format", "json")
    assert framing("compare", *pieces, "--format", "json").out == first.out


def test_compare_report(framing: Command, pieces: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "report"
    done = framing("compare", *pieces, "--out", out)
    assert done.code == 0
    assert str(out / "index.html") in done.out
    names = {path.name for path in out.iterdir()}
    assert {"index.html", "report.md", "comparison.json", "claims.csv", "findings.csv", "run.json"} <= names
    assert len(list((out / "sources").glob("*.html"))) == 2
    assert {p.suffix for p in (out / "charts").iterdir()} >= {".svg", ".png"}
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_compare_markdown(framing: Command, pieces: tuple[Path, Path]) -> None:
    done = framing("compare", *pieces, "--format", "markdown")
    assert done.code == 0
    assert done.out.startswith("# ")


def test_check_finds_and_exits_one(framing: Command, pieces: tuple[Path, Path], root: Path) -> None:
    done = framing("check", pieces[0], "--format", "json")
    assert done.code == 1
    document = json.loads(done.out)
    validate(document, root, "check")
    own = [f["text"] for f in document["findings"] if f["voice"] == "own"]
    assert any("shameful" in text for text in own)
    assert not any("disgraceful" in text for text in own)
    assert any(f["rule"] == "S202" for f in document["findings"])


@pytest.mark.parametrize("format", ["text", "sarif", "github"])
def test_check_formats(framing: Command, pieces: tuple[Path, Path], format: str) -> None:
    done = framing("check", pieces[0], "--format", format)
    assert done.code == 1
    assert "shameful" in done.out


def test_check_fail_on(framing: Command, pieces: tuple[Path, Path]) -> None:
    assert framing("check", pieces[0], "--fail-on", "never").code == 0
    assert framing("check", pieces[0], "--fail-on", "error").code == 0
    assert framing("check", pieces[0], "--fail-on", "note").code == 1


def test_check_against_others(framing: Command, pieces: tuple[Path, Path], root: Path) -> None:
    alone = json.loads(framing("check", pieces[0], "--format", "json").out)
    beside = json.loads(framing("check", pieces[0], "--against", pieces[1], "--format", "json").out)
    validate(beside, root, "check")
    assert {f["rule"] for f in beside["findings"]} - {f["rule"] for f in alone["findings"]} >= {"C404"}


def test_check_standard_input(framing: Command) -> None:
    done = framing(
        "check", "-", stdin=b"The shameful and disgusting plan was passed by the council on Tuesday evening."
    )
    assert done.code == 1
    assert "shameful" in done.out


def test_check_baseline(framing: Command, pieces: tuple[Path, Path], tmp_path: Path) -> None:
    record = tmp_path / "baseline.json"
    assert framing("check", pieces[0], "--write-baseline", record).code == 1
    done = framing("check", pieces[0], "--baseline", record, "--format", "json")
    assert done.code == 0
    document = json.loads(done.out)
    assert document["findings"] == []
    assert document["suppressed"]


def test_exercise(framing: Command, pieces: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "sheet"
    done = framing("exercise", *pieces, "--out", out)
    assert done.code == 0
    names = {path.name for path in out.iterdir()}
    assert {"worksheet.html", "key.html", "worksheet.md", "key.md"} <= names
    assert all(name in done.out for name in ("worksheet.html", "key.html"))


def test_annotate(framing: Command, pieces: tuple[Path, Path], root: Path) -> None:
    done = framing("annotate", *pieces, "--format", "json")
    assert done.code == 0
    document = json.loads(done.out)
    validate(document, root, "annotation")
    for article in document["articles"]:
        spans_hold(article)


def test_annotate_single_sentence(framing: Command, root: Path) -> None:
    done = framing("annotate", "-", "--format", "json", stdin=b"The council voted on Tuesday.")
    assert done.code == 0
    validate(json.loads(done.out), root, "annotation")


def test_annotate_lines(framing: Command, tmp_path: Path, root: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    texts = ["The disgraceful plan was passed.", "", 'Lee called the plan "ruinous".']
    rows.write_text("".join(json.dumps({"id": f"r{i}", "text": t}) + "\n" for i, t in enumerate(texts)), "utf-8")
    done = framing("annotate", "--lines", rows, "--format", "jsonl")
    assert done.code == 0
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [r["id"] for r in records] == ["r0", "r1", "r2"]
    for record in records:
        validate(record, root, "annotate-lines")
    (marked,) = (texts[0][s["start"] : s["end"]] for s in records[0]["loaded_spans"])
    assert marked.startswith("disgraceful")
    assert records[2]["attributions"]


def test_align_lines(framing: Command, tmp_path: Path, root: Path) -> None:
    rows = [
        {"story": "s", "article": "a", "id": "a1", "text": "The council voted nine to two to close the ferry line."},
        {"story": "s", "article": "a", "id": "a2", "text": "The bakery won a prize for its bread."},
        {"story": "s", "article": "b", "id": "b1", "text": "By nine votes to two the council closed the ferry line."},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    done = framing("align", "--lines", path, "--format", "jsonl")
    assert done.code == 0
    records = [json.loads(line) for line in done.out.splitlines()]
    for record in records:
        validate(record, root, "align-lines")
    scores = {(r["a"], r["b"]): r["score"] for r in records}
    assert scores["a1", "b1"] >= 0.5
    assert scores.get(("a2", "b1"), 0) < 0.5


def test_rules_and_settings(framing: Command) -> None:
    listed = framing("rules", "list")
    assert len(listed.out.splitlines()) == 26
    assert framing("rules", "explain", "W101").out == framing("rules", "explain", "loaded-language").out
    unknown = framing("rules", "explain", "W999")
    assert (unknown.code, "W999" in unknown.err) == (2, True)
    assert "threshold:" in framing("config", "show").out


def test_corpus_resumes(framing: Command, pieces: tuple[Path, Path], tmp_path: Path) -> None:
    stories = tmp_path / "stories"
    for name in ("ferry", "bad"):
        (stories / name).mkdir(parents=True)
    for piece in pieces:
        (stories / "ferry" / piece.name).write_bytes(piece.read_bytes())
    (stories / "bad" / "empty.txt").write_bytes(b"")
    first = framing("corpus", stories, "--out", tmp_path / "out", "--shards", "2")
    assert first.code == 0
    assert "1 stories compared, 1 failed, 0 shards resumed" in first.out
    assert "bad" in first.err
    again = framing("corpus", stories, "--out", tmp_path / "out", "--shards", "2")
    assert "0 stories compared, 0 failed, 2 shards resumed" in again.out
    (stories / "ferry" / "one.md").write_text("The council voted on Tuesday to close the ferry line.", "utf-8")
    assert "1 shards resumed" in framing("corpus", stories, "--out", tmp_path / "out", "--shards", "2").out


def test_version_and_help(framing: Command) -> None:
    assert framing("--version").out.startswith("framing ")
    for command in ("compare", "check", "exercise", "annotate", "align", "evaluate", "train", "serve", "corpus"):
        assert framing(command, "--help").code == 0
