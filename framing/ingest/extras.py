"""Optional readers: the import, or an error that names the extra to install."""

from __future__ import annotations

import importlib
from typing import Any

from framing.errors import UnsupportedInput


def importable(module: str, name: str, what: str) -> Any:
    """The module; raises ``UnsupportedInput`` for ``name`` naming the extra where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = {"docx": "python-docx"}.get(module.split(".")[0], module.split(".")[0])
        message = f'{what} needs {package}, which is not installed: pip install "framing[ingest]"'
        raise UnsupportedInput(name, message) from error
