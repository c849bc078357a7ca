"""YAML front matter: what a person wrote about a piece at the head of its file. It overrides every guess."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from framing.errors import InputError
from framing.ingest.dates import iso_date
from framing.ingest.pieces import Provenance
from framing.types import Genre, Note

KEYS = ("title", "outlet", "agency", "byline", "bylines", "author", "date", "published", "genre", "notes", "url")
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"^(?:[A-Za-z_][\w-]*:(?:[ \t].*)?|[ \t]+\S.*|- .*|#.*|)$")
_MOST = 8_192


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What one block says. ``end`` is the offset behind it."""

    provenance: Provenance
    notes: tuple[Note, ...]
    end: int
    url: str | None = None


def blocks(text: str) -> list[tuple[int, int]]:
    """Start and end of each front-matter block in ``text``; empty where the file does not begin with one."""
    lead = len(text) - len(text.lstrip("\n \t"))
    fences = list(_FENCE.finditer(text, lead))
    if not fences or fences[0].start() != lead:
        return []
    found: list[tuple[int, int]] = []
    position = 0
    while position + 1 < len(fences):
        start, stop = fences[position], fences[position + 1]
        inner = text[start.end() : stop.start()].strip("\n")
        if len(inner) <= _MOST and _is_mapping(inner, first=not found):
            found.append((start.start(), stop.end()))
            position += 2
        elif not found:
            return []
        else:
            position += 1
    return found


def _is_mapping(inner: str, *, first: bool) -> bool:
    lines = inner.split("\n")
    if not all(_KEY_LINE.match(line) for line in lines):
        return False
    keys = {line.split(":")[0].lower() for line in lines if re.match(r"[A-Za-z_][\w-]*:", line)}
    # Behind the first block only known keys count, so that "Note: …" between two rules stays text.
    return bool(keys & set(KEYS)) if not first else bool(keys)


def parse(text: str, start: int, end: int, name: str) -> FrontMatter:
    """The block ``text[start:end]``; raises ``InputError`` for YAML that cannot be read and for wrong values."""
    import yaml

    inner = text[start:end].strip().removeprefix("---").removesuffix("---")
    try:
        data: Any = yaml.safe_load(inner)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(name, f"front matter is not valid YAML ({' '.join(str(error).split())})") from error
    if not isinstance(data, dict):
        raise InputError(name, "front matter must hold `key: value` lines")
    values = {str(key).lower(): value for key, value in data.items() if value is not None}
    authors = [values[key] for key in ("bylines", "byline", "author") if key in values]
    dates = [values[key] for key in ("published", "date") if key in values]
    provenance = Provenance(
        title=_text(values, "title", name),
        outlet=_text(values, "outlet", name),
        agency=_text(values, "agency", name),
        bylines=_names(authors[0], name) if authors else (),
        published=_date(dates[0], name) if dates else None,
        genre=_genre(values.get("genre"), name),
    )
    return FrontMatter(provenance, _notes(values, name), end, url=_text(values, "url", name))


def _text(values: dict[str, Any], key: str, name: str) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if isinstance(value, (dict, list)):
        raise InputError(name, f"front matter: `{key}` must be one line of text, found a {type(value).__name__}")
    return " ".join(str(value).split()) or None


def _names(value: Any, name: str) -> tuple[str, ...]:
    if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, (dict, list)) for v in value)):
        raise InputError(name, "front matter: `byline` must be a name or a list of names")
    if isinstance(value, list):
        return tuple(" ".join(str(v).split()) for v in value if str(v).strip())
    line = re.sub(r"(?i)^by\s+", "", " ".join(str(value).split()))
    return tuple(part.strip() for part in re.split(r"\s*(?:,\s*and|,|;|&|\band\b)\s+", line) if part.strip())


def _date(value: Any, name: str) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    found = iso_date(str(value))
    if found is None:
        raise InputError(name, f"front matter: date {str(value)[:60]!r} is not a day; write it as YYYY-MM-DD")
    return found


def _genre(value: Any, name: str) -> Genre | None:
    if value is None:
        return None
    known: tuple[Genre, ...] = get_args(Genre)
    for genre in known:
        if str(value).strip().lower() == genre:
            return genre
    close = get_close_matches(str(value).lower(), known, n=1, cutoff=0.5)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    raise InputError(name, f"front matter: genre {str(value)[:40]!r} is none of {', '.join(known)}{hint}")


def _notes(values: dict[str, Any], name: str) -> tuple[Note, ...]:
    notes: list[Note] = []
    given = values.get("notes")
    if isinstance(given, dict):
        raise InputError(name, "front matter: `notes` must be text or a list of texts")
    if given is not None:
        lines = given if isinstance(given, list) else [given]
        notes += [Note("front-matter", " ".join(str(line).split())) for line in lines]
    for key in values:
        if key not in KEYS:
            close = get_close_matches(key, KEYS, n=1, cutoff=0.6)
            hint = f"; did you mean `{close[0]}`?" if close else ""
            notes.append(Note("unknown-key", f"front matter has the unknown key `{key[:40]}`{hint}"))
    return tuple(notes)
