"""Files, folders, globs and standard input; ids in order; the same text once an outlet."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import framing.ingest
from framing.config import Config
from framing.ingest import read_paths

PAGE = "---\noutlet: {outlet}\n---\n{text}"


def test_public_surface() -> None:
    assert sorted(framing.ingest.__all__) == ["ReadResult", "read_bytes", "read_paths", "read_text"]


def test_import_is_light() -> None:
    heavy = "trafilatura lxml pypdf docx httpx yaml numpy charset_normalizer"
    code = f"import sys, framing.ingest; print(sorted(set({heavy.split()!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"[]", "['yaml']"}


def test_folder_glob_file_and_stdin(tmp_path: Path, config: Config, making: ModuleType) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "b.txt").write_text(making.BRIDGE)
    (tmp_path / "inner" / "a.md").write_text(making.FERRY)
    (tmp_path / ".hidden.txt").write_text("The council met.")
    (tmp_path / "README.md").write_text("About this folder. It is not an article.")
    (tmp_path / "c.csv").write_text("a,b")
    folder = read_paths([tmp_path], config)
    assert [Path(article.path or "").name for article in folder.articles] == ["b.txt", "a.md"]
    assert folder.problems == ()
    globbed = read_paths([f"{tmp_path}/*/*.md", "-"], config, stdin=io.BytesIO(making.SCHOOL.encode()))
    assert [(article.id, article.path) for article in globbed.articles] == [
        ("a1", f"{tmp_path}/inner/a.md"),
        ("a2", "-"),
    ]
    (problem,) = read_paths([f"{tmp_path}/*.pdf"], config).problems
    assert problem.reason == "matches no file"


def test_sha256_is_of_the_text(tmp_path: Path, config: Config, making: ModuleType) -> None:
    (tmp_path / "a.txt").write_text(making.STORY)
    (article,) = read_paths([tmp_path / "a.txt"], config).articles
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
    assert article.path == str(tmp_path / "a.txt")


def test_the_same_file_twice_is_read_once(tmp_path: Path, config: Config, making: ModuleType) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(making.STORY)
    result = read_paths([tmp_path / "a.txt", tmp_path / "a.txt", tmp_path / "b.txt"], config)
    (article,) = result.articles
    messages = [note.message for note in article.notes if note.code == "duplicate"]
    assert len(messages) == 2
    assert messages[0].endswith("a.txt (again in the same file)")
    assert messages[1].endswith("b.txt")
    assert result.problems == ()


def test_one_text_under_two_outlets_is_two_carriers(tmp_path: Path, config: Config, making: ModuleType) -> None:
    for name, outlet in (("a.txt", "Harbour Post"), ("b.txt", "Inland Herald"), ("c.txt", "Harbour Post Opinion")):
        (tmp_path / name).write_text(PAGE.format(outlet=outlet, text=making.STORY))
    articles = read_paths([tmp_path], config).articles
    assert [article.outlet for article in articles] == ["Harbour Post", "Inland Herald"]
    assert [note.code for note in articles[0].notes].count("duplicate") == 1


def test_a_copy_without_an_outlet_is_a_copy_of_the_one_with(tmp_path: Path, config: Config, making: ModuleType) -> None:
    (tmp_path / "a.txt").write_text(making.STORY)
    (tmp_path / "b.txt").write_text(PAGE.format(outlet="Harbour Post", text=making.STORY))
    (article,) = read_paths([tmp_path], config).articles
    assert article.outlet == "Harbour Post"


def test_outlet_and_day_for_all(tmp_path: Path, config: Config, making: ModuleType) -> None:
    (tmp_path / "a.txt").write_text(making.STORY)
    (article,) = read_paths([tmp_path], config, outlet="Harbour Post", published="2025-08-12").articles
    assert (article.outlet, article.published, article.genre) == ("Harbour Post", "2025-08-12", "news")
