"""Reading: inputs to articles, each problem kept beside them so that one bad file never stops the others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from framing.config import Config
from framing.errors import InputError
from framing.ingest import assembling, formats
from framing.ingest.dates import iso_date
from framing.ingest.locating import Source, locate
from framing.ingest.pieces import Provenance
from framing.types import Article, Note


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles that were read, in order, and the problems of the inputs that were not."""

    articles: tuple[Article, ...]
    problems: tuple[InputError, ...]


def read_paths(
    inputs: Sequence[str | Path],
    config: Config,
    *,
    allow_network: bool = False,
    outlet: str | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
) -> ReadResult:
    """The articles behind ``inputs``: files, folders, globs, ``-`` (``stdin``), addresses with ``allow_network``.

    Ids run a1, a2, … over all inputs. The same text under the same outlet is kept once, with a note ``duplicate`` that
    names what was left out; under two outlets it is kept twice. ``outlet`` and ``published`` (a day, ISO or in words)
    override what the pieces say. Nothing is raised for a single input: what went wrong is in ``problems``.
    Raises ``InputError`` where ``published`` is not a day.
    """
    settled = _settled(outlet, published)
    articles: list[Article] = []
    problems: list[InputError] = []
    for source in locate(inputs):
        if isinstance(source, InputError):
            problems.append(source)
            continue
        try:
            articles += _read_source(source, config, settled, allow_network=allow_network, stdin=stdin)
        except InputError as problem:
            problems.append(problem)
    kept = _without_duplicates(articles)
    return ReadResult(
        tuple(replace(article, id=f"a{number}") for number, article in enumerate(kept, 1)), tuple(problems)
    )


def read_bytes(
    data: bytes, name: str, config: Config, *, outlet: str | None = None, published: str | None = None
) -> tuple[Article, ...]:
    """The articles in ``data``, whose format is told from its first bytes and the extension of ``name``.

    Raises ``InputError`` (``UnsupportedInput``, ``NotAnArticle``) naming ``name`` and the reason.
    """
    return _numbered(_read_data(data, name, config, _settled(outlet, published)))


def read_text(
    text: str, name: str, config: Config, *, outlet: str | None = None, published: str | None = None
) -> tuple[Article, ...]:
    """The articles in ``text``, taken as plain text or Markdown; raises ``InputError`` as ``read_bytes`` does."""
    data = text.encode("utf-8", errors="replace")  # a lone surrogate cannot be hashed or written; it becomes "?"
    pieces, notes = formats.plain_pieces(data, name, config)
    return _numbered(assembling.assemble(pieces, name, config, _settled(outlet, published), notes))


def _settled(outlet: str | None, published: str | None) -> Provenance:
    day = None
    if published is not None:
        day = iso_date(published)
        if day is None:
            raise InputError("--date", f"{published!r} is not a day; write it as YYYY-MM-DD")
    return Provenance(outlet=(outlet or "").strip() or None, published=day)


def _read_source(
    source: Source, config: Config, settled: Provenance, *, allow_network: bool, stdin: BinaryIO | None
) -> tuple[Article, ...]:
    if source.kind == "url":
        if not allow_network:
            raise InputError(source.name, "is an address, and nothing is fetched without --allow-network")
        from framing.ingest import web

        page = web.fetch(source.name, config)
        pieces, notes = formats.pieces(page.data, source.name, config, url=page.url)
        return assembling.assemble(pieces, source.name, config, settled, notes)
    data = _stdin_bytes(stdin, config) if source.kind == "stdin" else _file_bytes(source.name, config)
    return _read_data(data, source.name, config, settled)


def _read_data(data: bytes, name: str, config: Config, settled: Provenance) -> tuple[Article, ...]:
    pieces, notes = formats.pieces(data, name, config)
    return assembling.assemble(pieces, name, config, settled, notes)


def _file_bytes(name: str, config: Config) -> bytes:
    path = Path(name)
    limit = config.ingest.max_bytes
    try:
        if not path.is_file():
            raise InputError(name, "is not a regular file")
        if path.stat().st_size > limit:
            raise InputError(name, _too_large(limit))
        with path.open("rb") as stream:
            return _bounded(stream, name, limit)
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror or error})") from error


def _stdin_bytes(stdin: BinaryIO | None, config: Config) -> bytes:
    if stdin is None:
        import sys

        stdin = sys.stdin.buffer
    return _bounded(stdin, "-", config.ingest.max_bytes)


def _bounded(stream: BinaryIO, name: str, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(name, _too_large(limit))
    return data


def _too_large(limit: int) -> str:
    return f"is larger than {limit:,} bytes; raise `ingest.max_bytes` in config.yaml to read it"


def _numbered(articles: Sequence[Article]) -> tuple[Article, ...]:
    return tuple(replace(article, id=f"a{number}") for number, article in enumerate(articles, 1))


def _without_duplicates(articles: Sequence[Article]) -> list[Article]:
    """Each text once an outlet: the same words under two outlets are two carriers, and that matters to origins.

    A copy that names no outlet is taken for a copy of the one that does.
    """
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(hashlib.sha256(" ".join(article.text.split()).encode()).hexdigest(), []).append(article)
    dropped: set[int] = set()
    extra: dict[int, list[Note]] = {}
    for group in groups.values():
        keepers: dict[str | None, Article] = {}
        for article in sorted(group, key=lambda a: a.outlet is None):
            keeper = keepers.setdefault(article.outlet, article) if article.outlet or not keepers else None
            keeper = keeper or next(iter(keepers.values()))
            if keeper is article:
                continue
            again = " (again in the same file)" if article.path == keeper.path else ""
            note = Note("duplicate", f"the same text was given again and is read once: {article.path}{again}")
            dropped.add(id(article))
            notes = extra.setdefault(id(keeper), [])
            if note not in notes:
                notes.append(note)
    return [
        replace(article, notes=(*article.notes, *extra.get(id(article), ())))
        for article in articles
        if id(article) not in dropped
    ]
