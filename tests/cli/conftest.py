"""Runs the command line in this process and gives back code, standard output and standard error."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from framing import cli

FERRY = """---
outlet: Harbour Post
date: 2025-03-04
---
Council closes the island ferry

The council of Veld voted nine to two on Tuesday to close the ferry line to the islands in March. It was a shameful
betrayal of the islanders.

Mayor Ana Brandt called the decision "a disgraceful day for the islands". The line carried 41,000 passengers last year.
A petition against the closure has 3,200 signatures, the islanders' association said. Experts say the islands will
empty.

The council said the ferry loses 2 million euros a year. It plans to use a bus over the new bridge, which opens in June.
"""

SECOND = """---
outlet: Northern Ledger
date: 2025-03-04
---
Ferries to the islands end in March

Ferries to the islands will stop running in March after a 9-2 vote of Veld's council on Tuesday.

The mayor, Ana Brandt, spoke of "a disgraceful day for the islands". Some 35,000 people used the service last year,
according to the council. It says the line loses 2 million euros a year.

The council plans a bus over the new bridge instead. The bridge is to open in June.
"""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def framing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """The command, run in an empty folder: ``framing("check", path, stdin=b"...")``."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Done:
        out, err = io.BytesIO(), io.StringIO()
        stream = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["framing", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", stream)
            patch.setattr(sys, "stderr", err)
            code: object = 0
            try:
                cli.main()
            except SystemExit as ended:
                code = ended.code
            stream.flush()
        return Done(code if isinstance(code, int) else 0, out.getvalue().decode("utf-8"), err.getvalue())

    return run


@pytest.fixture
def pieces(tmp_path: Path) -> tuple[Path, Path]:
    """Two pieces on one story."""
    folder = tmp_path / "pieces"
    folder.mkdir()
    (folder / "one.md").write_text(FERRY, encoding="utf-8")
    (folder / "two.md").write_text(SECOND, encoding="utf-8")
    return folder / "one.md", folder / "two.md"
