"""Bad input: a message that names the file and the reason, exit code 2, the rest goes on, nothing half-written."""

from __future__ import annotations

import io
import json
import os
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@lru_cache(maxsize=1)
def bad_files() -> dict[str, bytes]:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 300_000_000)
    return {
        "empty.txt": b"",
        "blank.md": b" \n\t\n",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        "nul.txt": b"The council\x00 voted\x00 on Tuesday.\x00" * 20,
        "broken.docx": b"PK\x03\x04 this is no archive",
        "bomb.docx": bomb.getvalue(),
        "broken.pdf": b"%PDF-1.7\nnot really",
        "sheet.xlsx": b"PK\x03\x04 sheet",
    }


@pytest.mark.parametrize("name", sorted(bad_files()))
@pytest.mark.parametrize("command", ["compare", "check", "annotate", "exercise"])
def test_unreadable_file(framing: Command, tmp_path: Path, command: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(bad_files()[name])
    out = ["--out", tmp_path / "out"] if command in ("compare", "exercise") else []
    done = framing(command, path, *out)
    assert done.code == 2
    assert done.out == ""
    assert name in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "out").exists()


def test_others_are_still_processed(framing: Command, pieces: tuple[Path, Path], tmp_path: Path) -> None:
    for name, data in bad_files().items():
        (pieces[0].parent / name).write_bytes(data)
    done = framing("compare", pieces[0].parent, "--format", "json")
    assert done.code == 0
    assert len(json.loads(done.out)["articles"]) == 2
    assert "empty.txt" in done.err
    assert "bomb.docx" in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(framing: Command, pieces: tuple[Path, Path]) -> None:
    pieces[0].chmod(0)
    done = framing("check", pieces[0])
    assert done.code == 2
    assert "one.md" in done.err


def test_missing_file_and_empty_folder(framing: Command, tmp_path: Path) -> None:
    assert "none.txt" in framing("check", tmp_path / "none.txt").err
    (tmp_path / "folder").mkdir()
    done = framing("compare", tmp_path / "folder")
    assert done.code == 2
    assert "folder" in done.err


def test_one_article_only(framing: Command, pieces: tuple[Path, Path]) -> None:
    done = framing("compare", pieces[0])
    assert done.code == 0
    assert "Only one article" in " ".join(done.out.split())


def test_the_same_file_twice(framing: Command, pieces: tuple[Path, Path]) -> None:
    document = json.loads(framing("compare", pieces[0], pieces[0], pieces[1], "--format", "json").out)
    assert len(document["articles"]) == 2
    assert any(note["code"] == "duplicate" for note in document["articles"][0]["notes"])


@pytest.mark.slow
def test_ten_megabytes_in_one_line(framing: Command, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The council voted on Tuesday to close the ferry line and nobody said why " * 140_000, "utf-8")
    done = framing("check", path, "--format", "json")
    assert done.code in (0, 1, 2)
    assert done.code == 2 or json.loads(done.out)["schema"] == "framing.check/1"
    assert done.code != 2 or "long.txt" in done.err


def test_two_stories_are_told_apart(framing: Command, tmp_path: Path) -> None:
    ferry = (
        "The council of Veld voted on Tuesday to close the island ferry. The mayor, Ana Brandt, opposed the closure. "
    )
    quake = "An earthquake of magnitude 6.1 struck the coast of Peru at dawn. Rescue teams searched collapsed houses. "
    folder = tmp_path / "mixed"
    folder.mkdir()
    for i in range(5):
        (folder / f"ferry{i}.txt").write_text(
            ferry + f"The line has {i + 3} boats and carries islanders to work.", "utf-8"
        )
        (folder / f"quake{i}.txt").write_text(
            quake + f"At least {i + 3} people died in the port town, officials said.", "utf-8"
        )
    done = framing("compare", folder, "--format", "json")
    assert done.code == 0
    document = json.loads(done.out)
    assert any(note["code"] == "several-stories" for note in document["notes"])
    where = {a["id"]: "ferry" in a["path"] for a in document["articles"]}
    assert all(len({where[m["article"]] for m in c["members"]}) == 1 for c in document["claims"])


def test_addresses_need_permission(framing: Command) -> None:
    done = framing("compare", "https://example.org/story")
    assert done.code == 2
    assert "--allow-network" in done.err


@pytest.mark.parametrize("line", ['{"id": 1}', "nonsense", '{"id": 1, "text": 5}', "[]"])
def test_malformed_rows(framing: Command, tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": 0, "text": "A sentence."}\n' + line + "\n", "utf-8")
    done = framing("annotate", "--lines", path)
    assert done.code == 2
    assert "rows.jsonl: line 2" in done.err


def test_usage_errors(framing: Command, pieces: tuple[Path, Path], tmp_path: Path) -> None:
    assert framing("compare").code == 2
    assert framing("check", pieces[0], "--format", "pdf").code == 2
    assert framing("annotate").code == 2
    assert framing("nonsense").code == 2
    own = tmp_path / "own.yaml"
    own.write_text("wordng: {}\n", "utf-8")
    done = framing("check", pieces[0], "--config", own)
    assert done.code == 2
    assert "did you mean `wording`" in done.err


def test_a_folder_that_is_no_report_is_kept(framing: Command, pieces: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("mine", "utf-8")
    done = framing("compare", *pieces, "--out", out)
    assert done.code == 2
    assert [p.name for p in out.iterdir()] == ["thesis.txt"]
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]
