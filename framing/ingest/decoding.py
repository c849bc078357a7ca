"""Bytes to text: byte-order marks, UTF-8, then a guess that is noted; binary data is refused."""

from __future__ import annotations

import codecs
import re

from framing.errors import InputError
from framing.types import Note

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.001
_SAMPLE = 65_536


def decode(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text of ``data`` with line ends as ``\\n``, and notes on how it was read.

    A byte-order mark decides and is dropped; else UTF-8; else the encoding is guessed and the note ``encoding-guessed``
    says so. Raises ``InputError`` for empty and binary data.
    """
    if not data.strip():
        raise InputError(name, "is empty" if not data else "holds only white space")
    text, notes = _decoded(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    if "\x00" in text:
        raise InputError(name, "holds NUL bytes: it is binary data or damaged; save it as plain UTF-8 text")
    controls = len(_CONTROL.findall(text))
    if controls > max(2, _MOST_CONTROL * len(text)):
        raise InputError(name, "is binary data, not text")
    if not text.strip(" \n\t\ufeff\u200b"):
        raise InputError(name, "holds only white space")
    return text, notes


def _decoded(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise InputError(name, f"begins with a byte-order mark of {encoding} but is not {encoding}") from error
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if b"\x00" in data[:_SAMPLE]:
        raise InputError(name, "holds NUL bytes: it is binary data or damaged; save it as plain UTF-8 text")
    encoding = _guess(data)
    text = data.decode(encoding, errors="replace")
    return text, (Note("encoding-guessed", f"is not UTF-8; read as {encoding}, so some characters may be wrong"),)


def _guess(data: bytes) -> str:
    """The likeliest encoding: Windows-1252 where it gives ordinary Western text, else what charset-normalizer says."""
    sample = data[:_SAMPLE]
    high = [byte for byte in sample if byte >= 0x80]
    # English text in an old encoding has a few high bytes, nearly all of them Windows punctuation and accents.
    if len(high) <= 0.1 * len(sample):
        return "cp1252" if not any(byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} for byte in high) else "latin-1"
    try:
        from charset_normalizer import from_bytes
    except ImportError:  # it comes with the extra `ingest`; without it the Western guess stands
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"
