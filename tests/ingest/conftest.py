"""Fixtures of the reading tests."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from framing.config import Config


@pytest.fixture
def config() -> Config:
    """The settings as they are without a file."""
    return Config()


@pytest.fixture(scope="session")
def making() -> ModuleType:
    """The module beside this file that makes PDF, Word and HTML files."""
    spec = importlib.util.spec_from_file_location("ingest_making", Path(__file__).parent / "making.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
