"""Names of authors: a byline on its own line, or run into the first sentence without a mark between."""

from __future__ import annotations

import re

from framing.ingest.dates import MONTHS
from framing.ingest.vocabulary import SENTENCE_OPENERS, agency_name, is_known_outlet, word_set

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’\-]*[\w])?\.?", re.UNICODE)
_PARTICLES = word_set(
    """
    al bin bint da de del della den der di dos du el ibn la le van von ter ten y
    """
)
_JOIN = re.compile(r"\s*(?:,\s+and\s+|,\s+|;\s+|\s+and\s+|\s+AND\s+|\s*&\s*|\s+with\s+)")
_INITIAL = re.compile(r"^[A-Z]\.$|^[A-Z]$|^(?:Jr|Sr)\.?$")
_NOT_NAMES = SENTENCE_OPENERS | frozenset(MONTHS) - {"april", "may", "june", "august"} | word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday christmas easter president senator minister prime
    breaking updated update published north south east west new
    """
)  # fmt: skip
_BY = re.compile(r"(?:By|BY|by|Written by|Words by|Story by|Report by|Text by|Author:|Posted by)\s+(?=\S)")
MAX_NAMES = 12


def read_byline(text: str, start: int, end: int, *, own_line: bool) -> tuple[tuple[str, ...], int] | None:
    """The names of the byline that begins at ``start``, and the offset behind them; ``None`` where there is none.

    On its own line the byline may carry more behind the names (a role, an outlet). Run into a sentence, the names end
    where the sentence begins: at a word that opens sentences, at a change from capitals, or after two words of a name.
    """
    match = _BY.match(text, start, end)
    if match is None:
        return None
    position = match.end()
    names: list[str] = []
    while len(names) < MAX_NAMES:
        found = _name(text, position, end, own_line=own_line)
        if found is None:
            break
        name, position = found
        names.append(name)
        join = _JOIN.match(text, position, end)
        if join is None:
            break
        following = _name(text, join.end(), end, own_line=own_line)
        if following is None or agency_name(following[0]) or is_known_outlet(following[0]):
            break
        position = join.end()
    if not names:
        return None
    return tuple(_cased(name) for name in names), position


def _name(text: str, start: int, end: int, *, own_line: bool) -> tuple[str, int] | None:
    tokens: list[re.Match[str]] = []
    position = start
    while len(tokens) < 6:
        match = _TOKEN.match(text, position, end)
        if match is None or not _may_belong(match[0], tokens):
            break
        tokens.append(match)
        space = re.compile(r"[ \t]+").match(text, match.end(), end)
        if space is None or text[match.end() - 1] in ",;":
            break
        position = space.end()
    while tokens and tokens[-1][0].lower() in _PARTICLES:
        tokens.pop()
    if not own_line:
        tokens = _before_sentence(tokens, text, end)
    if len(tokens) < 2 or tokens[0][0].endswith(("'s", "’s")) or tokens[-1][0].endswith(("'s", "’s")):
        return None
    stop = tokens[-1].end()
    name = text[tokens[0].start() : stop]
    if name.endswith(".") and not _INITIAL.match(tokens[-1][0]):
        name, stop = name[:-1], stop - 1
    return " ".join(name.split()), stop


def _may_belong(token: str, before: list[re.Match[str]]) -> bool:
    if token.lower() in _PARTICLES:
        return bool(before) or token[0].isupper()
    if not token[0].isupper() or (token.rstrip(".").lower() in _NOT_NAMES and not _INITIAL.match(token)):
        return False
    if before and before[-1][0].endswith(".") and not _INITIAL.match(before[-1][0]):
        return False
    # ANN HALL Council …: the capitals end where ordinary case begins, and the other way round.
    return not (len(before) >= 2 and before[0][0].isupper() != token.isupper() and not _INITIAL.match(token))


def _before_sentence(tokens: list[re.Match[str]], text: str, end: int) -> list[re.Match[str]]:
    """``tokens`` without those that begin the sentence the names run into; empty where no sentence begins there."""
    if len(tokens) < 2:
        return []
    rest = text[tokens[-1].end() : min(end, tokens[-1].end() + 40)]
    following = rest.lstrip()
    if not following or following[0] in ",;&" or following.startswith(("and ", "AND ")) or rest[:1] == "\n":
        return tokens if len(tokens) <= 4 or rest[:1] in {"", "\n"} else tokens[:2]
    if following[0].isupper() or following[0].isdigit() or following[0] in "\"'“‘([—–-|·•":
        return tokens if len(tokens) <= 4 else tokens[: _given_length(tokens)]
    length = _given_length(tokens)
    return tokens[:length] if len(tokens) > length else []


def _given_length(tokens: list[re.Match[str]]) -> int:
    """How many tokens the first person's name takes: two, with initials and particles between counted free."""
    full = 0
    for number, token in enumerate(tokens, 1):
        if token[0].lower() in _PARTICLES or _INITIAL.match(token[0]):
            continue
        full += 1
        if full == 2:
            return number
    return len(tokens)


def _cased(name: str) -> str:
    """``name`` in ordinary case where it was set in capitals: ANN O'HALL → Ann O'Hall."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if len(m[0]) == 1 else m[0].capitalize(), name).replace("’S ", "’s ")
