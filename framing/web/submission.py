"""From a filled-in form to articles, with a reason for everything that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.config import Config
from framing.errors import InputError
from framing.ingest import read_bytes, read_text
from framing.types import Article

#: Most pieces in one comparison; a page may hold several articles, so there may be more articles than this.
MOST_PIECES = 8


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it, or pasted words (``pasted``)."""

    name: str
    data: bytes
    outlet: str | None = None
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent in: the articles found, and a line for each thing that was not read or was sent twice."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]


def read(uploads: Sequence[Upload], config: Config) -> Submission:
    """The articles in ``uploads``, numbered a1, a2, … over all of them."""
    articles: list[Article] = []
    problems: list[str] = []
    for upload in uploads:
        try:
            found = _articles(upload, config)
        except InputError as error:
            problems.append(str(error))
            continue
        for article in found:
            twin = next((a for a in articles if a.text == article.text and a.outlet == article.outlet), None)
            if twin is None:
                articles.append(replace(article, id=f"a{len(articles) + 1}"))
            else:
                problems.append(f"{upload.name}: is the same piece as {twin.path or twin.label}; it was used once")
    return Submission(tuple(articles), tuple(problems))


def _articles(upload: Upload, config: Config) -> tuple[Article, ...]:
    if len(upload.data) > config.ingest.max_bytes:
        raise InputError(upload.name, f"is larger than {config.ingest.max_bytes:,} bytes (setting ingest.max_bytes)")
    if upload.pasted:
        return read_text(upload.data.decode("utf-8"), upload.name, config, outlet=upload.outlet)
    return read_bytes(upload.data, upload.name, config, outlet=upload.outlet)
