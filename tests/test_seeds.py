"""The seed pieces: what each stands for is read from them, and their words are the project's own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from framing.config import Config
from framing.ingest import read_paths

NAMES = (
    "01-opinion-column.md",
    "02-security-guarantees.md",
    "03-analysis.md",
    "04-european-leaders.md",
    "05-unattributed.md",
)
#: Offices and names belong to nobody; everything else of six words or more in common would be a copy.
OFFICES = ("european commission president ursula von der leyen", "u s secretary of state marco rubio")
RUN = 6


def parts(path: Path) -> tuple[dict[str, object], str]:
    """Front matter and body."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_has_its_facts_on_top_and_a_readable_length(root: Path, name: str) -> None:
    front, body = parts(root / "seeds" / name)
    assert {"title", "published", "genre", "notes"} <= front.keys()
    assert str(front["notes"]).startswith("Written for this project. Stands for an")
    assert 350 <= len(words(body)) <= 550


@pytest.mark.parametrize(
    ("name", "genre", "outlet", "agency"),
    [
        (NAMES[0], "opinion", "Halyard Post", None),
        (NAMES[1], "news", "Harbour Ledger", "Meridian Press Agency"),
        (NAMES[2], "analysis", "Quayside Courier", "Northline Wire"),
        (NAMES[3], "news", "Quayside Courier", "Meridian Press Agency"),
        (NAMES[4], "unattributed", None, None),
    ],
)
def test_a_seed_is_read_as_what_it_stands_for(
    root: Path, name: str, genre: str, outlet: str | None, agency: str | None
) -> None:
    front, _ = parts(root / "seeds" / name)
    result = read_paths([root / "seeds" / name], Config())
    assert not result.problems
    (article,) = result.articles
    assert (article.genre, article.outlet, article.agency) == (genre, outlet, agency)
    assert article.title == front["title"]
    assert list(article.bylines) == front.get("bylines", [])


def test_the_readme_lists_every_seed(root: Path) -> None:
    page = (root / "seeds" / "README.md").read_text(encoding="utf-8")
    assert sorted(path.name for path in (root / "seeds").glob("0*.md")) == sorted(NAMES)
    for name in NAMES:
        assert name in page


def test_no_seed_copies_a_published_piece(root: Path, shared: Path) -> None:
    runs: set[tuple[str, ...]] = set()
    for path in sorted((shared / "seeds").glob("*.txt")):
        told = words(path.read_text(encoding="utf-8"))
        runs |= {tuple(told[i : i + RUN]) for i in range(len(told) - RUN + 1)}
    assert runs, "no published pieces to compare with"
    for name in NAMES:
        _, body = parts(root / "seeds" / name)
        # What public figures are quoted as saying stays as they said it.
        own = " ¶ ".join(re.split(r'"[^"]*"', body)).replace("¶", "zzz")
        told = words(own)
        for i in range(len(told) - RUN + 1):
            run = tuple(told[i : i + RUN])
            assert run not in runs or any(" ".join(run) in office for office in OFFICES), " ".join(run)


def test_quotations_of_the_seeds_are_the_public_ones(root: Path, shared: Path) -> None:
    published = " ".join(
        " ".join(words(path.read_text(encoding="utf-8"))) for path in sorted((shared / "seeds").glob("*.txt"))
    )
    for name in NAMES:
        _, body = parts(root / "seeds" / name)
        for quotation in re.findall(r'"([^"]*)"', body):
            assert " ".join(words(quotation)) in published, quotation


@pytest.mark.slow
def test_the_readme_shows_what_the_check_of_a_seed_prints(root: Path) -> None:
    page = (root / "README.md").read_text(encoding="utf-8")
    shown = [block for block in re.findall(r"```\n(.*?)```", page, re.DOTALL) if block.startswith("seeds/05")]
    assert shown
    program = "from framing.cli import main; main()"
    command = [sys.executable, "-c", program, "check", f"seeds/{NAMES[4]}", "--quiet"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    for line in "".join(shown).splitlines():
        assert line in done.stdout
