"""Files written whole: under another name beside their place, then renamed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from framing.errors import FramingError


def write_whole(path: Path, text: str) -> None:
    """``text`` to ``path`` as UTF-8; what stood there stays if writing fails. Raises ``FramingError``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise FramingError(f"{path}: cannot be written ({error.strerror or error})") from error
