"""What a process loads: no torch on the default path, no heavy library for help, no network at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("torch", "sentence_transformers", "transformers")
SCRIPT = """
import sys
sys.argv = ["framing", *{arguments!r}]
from framing.cli import main
code = 0
try:
    main()
except SystemExit as ended:
    code = ended.code or 0
loaded = [name for name in {names!r} if name in sys.modules]
sys.stderr.write("LOADED " + ",".join(loaded) + " CODE " + str(code))
"""


def loaded(arguments: list[str], names: tuple[str, ...]) -> str:
    script = SCRIPT.format(arguments=arguments, names=names)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stderr.split("LOADED ")[-1]


def test_help_loads_no_heavy_library() -> None:
    assert loaded(["--help"], (*HEAVY, "pandas", "matplotlib", "sklearn", "onnxruntime", "numpy")) == " CODE 0"


@pytest.mark.parametrize("command", ["check", "compare", "annotate"])
def test_no_torch_in_the_process(command: str, tmp_path: Path) -> None:
    piece = tmp_path / "piece.txt"
    piece.write_text("The council voted on Tuesday to close the ferry line to the islands in March.", encoding="utf-8")
    assert loaded([command, str(piece)], (*HEAVY, "sklearn", "pandas", "matplotlib")) == " CODE 0"


def test_no_torch_when_writing_a_report(tmp_path: Path) -> None:
    piece = tmp_path / "piece.txt"
    piece.write_text("The council voted on Tuesday to close the ferry line to the islands in March.", encoding="utf-8")
    assert loaded(["compare", str(piece), "--out", str(tmp_path / "out")], HEAVY) == " CODE 0"


def test_public_names_are_the_functions() -> None:
    import framing
    import framing.annotate.voice
    from framing import compare

    assert sorted(framing.__all__) == ["annotate", "check", "compare", "exercise", "read"]
    assert all(callable(getattr(framing, name)) for name in framing.__all__)
    assert compare is framing.compare


def test_sockets_are_blocked() -> None:
    import socket

    from pytest_socket import SocketBlockedError

    with pytest.raises((SocketBlockedError, UserWarning), match="socket"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
