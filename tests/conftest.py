"""Fixtures every test may use: sockets are blocked, the shared data may be absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Block sockets in every test that does not ask for one by the mark ``network`` (loopback only)."""
    from pytest_socket import disable_socket, enable_socket, socket_allow_hosts

    if item.get_closest_marker("network"):
        enable_socket()
        socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)
    else:
        disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data and published pieces; the test is skipped where it is absent."""
    folder = Path(os.environ.get("FRAMING_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"labelled data not present at {folder}")
    return folder
