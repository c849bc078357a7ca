"""Sentences with exact offsets: they tile the text, and what lies between them is white space."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.language import abbreviations as abbr
from framing.types import Region, Sentence

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_QUOTES = "\"'“”‘’«»„"
_CLOSERS = "\"'”’»)]}"
# The pattern has no condition behind it, so it never backtracks over a long run of stops.
_STOP = re.compile(
    r"(?P<stop>\.(?:[ \xa0]\.)+|[.!?…。！？]+)(?P<close>[\"'”’»)\]}*]*)"
    r"|(?P<bullet>[•▪●‣◦■])"
)
_OPENING = re.compile(r"[\"'“‘«„(\[{¿¡*]{0,6}")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]{0,40}\w)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
LONGEST = 1500
"""No sentence of prose is longer, in characters; a longer stretch is cut at white space so that no step that looks
round within a sentence sees more."""
_LOOK = 64  # how far a decision looks back or ahead, in characters: no word that matters is longer


def split(text: str, regions: Sequence[Region] = ()) -> tuple[Sentence, ...]:
    """The sentences of ``text``, in order, not overlapping; all other characters are white space.

    A line break always ends a sentence and a paragraph (``paragraph`` counts the lines that are not blank), and so
    does a region's boundary a sentence; ``role`` is ``body`` or the kind of the region the sentence stands in.
    """
    found: list[Sentence] = []
    paragraph = -1
    pieces = _pieces(text, regions)
    last_line = -1
    for line, start, end, role in pieces:
        first = True
        for a, b in _sentences(text, start, end):
            if first and line != last_line:
                paragraph += 1
                last_line = line
            first = False
            found.append(Sentence(a, b, paragraph, role))
    return tuple(found)


def _pieces(text: str, regions: Sequence[Region]) -> Iterator[tuple[int, int, int, str]]:
    """Stretches (line number, start, end, role) that no sentence may cross."""
    ordered = sorted((r for r in regions if r.end > r.start), key=lambda r: (r.start, r.end))
    index = 0
    for number, match in enumerate(_LINE.finditer(text)):
        at, end = match.span()
        while at < end:
            while index < len(ordered) and ordered[index].end <= at:
                index += 1
            region = ordered[index] if index < len(ordered) else None
            if region is None or region.start >= end:
                yield number, at, end, "body"
                break
            if region.start > at:
                yield number, at, region.start, "body"
                at = region.start
            stop = min(end, region.end)
            yield number, at, stop, region.kind
            at = stop


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trimmed sentence spans inside one stretch."""
    begin = start
    pending: tuple[int, int] | None = None
    for cut in _bounded(text, start, [*_cuts(text, start, end), end]):
        a, b = _trim(text, begin, cut)
        begin = cut
        if a == b:
            continue
        if pending is None:
            pending = (a, b)
        elif not _has_word(text, a, b) or not _has_word(text, *pending):
            pending = (pending[0], b)  # a stray mark belongs to its neighbour
        else:
            yield pending
            pending = (a, b)
    if pending is not None:
        yield pending


def _bounded(text: str, start: int, cuts: Sequence[int]) -> Iterator[int]:
    """``cuts`` with further ones where two lie more than ``LONGEST`` characters apart."""
    for cut in cuts:
        while cut - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            start = space if space > start else start + LONGEST
            yield start
        yield cut
        start = cut


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _has_word(text: str, start: int, end: int) -> bool:
    # A mark without a word is short in practice; a long run of marks is taken as it stands.
    return end - start > _LOOK or any(text[i].isalnum() for i in range(start, end))


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets after which a sentence ends."""
    first = start
    while first < end and text[first].isspace():
        first += 1
    for match in _STOP.finditer(text, first, end):
        if match["bullet"]:
            at = match.start()
            if at > first and text[at - 1].isspace() and at + 1 < end and text[at + 1].isspace():
                yield at
        elif _ends(text, match, first, end):
            yield match.end()


def _ends(text: str, match: re.Match[str], first: int, end: int) -> bool:
    stop, close = match["stop"], match["close"]
    after = match.end()
    if after >= end:
        return True
    if not text[after].isspace():
        return _ends_without_space(text, match, end)
    at = after
    while at < end and text[at].isspace():
        at += 1
    if at >= end:
        return True
    if text[at] in "—–" or text.startswith("--", at):
        return False
    if text[at] in "”»" or (text[at] in ")]" and not close):
        return False  # a closing mark that stands apart still belongs to this sentence
    opening = _OPENING.match(text, at, end)
    head = opening.end() if opening else at
    word = _WORD.match(text, head, end)
    following = word.group() if word else ""
    character = text[head] if head < end else ""
    opened = head > at
    if character.islower() and not _lower_name(text, head, following):
        return False
    before = text[max(first, match.start() - _LOOK) : match.start()]
    previous = _last_word(before)
    if stop == ".":
        return _full_stop_ends(text, before, previous, following, character, opened, close, first, match, head)
    if stop != "." and close.strip(")]}") and _speech_tail(text, head, end):
        return False
    if stop == "!" and previous.lower() in abbr.BANG_NAMES and not close:
        return opened or following.lower() in abbr.STARTERS
    if ("." in stop and len(stop) > 1 and "!" not in stop and "?" not in stop) or "…" in stop:
        return _ellipsis_ends(text, match, following, character, opened, close)
    return True


def _lower_name(text: str, head: int, following: str) -> bool:
    """Whether a lower-case beginning is that of a name: ``iPhone``, ``eBay``, ``al-Qaida``."""
    return (any(c.isupper() for c in following[1:4]) and not following[1:2].isspace()) or (
        following.startswith(("al-", "el-")) and following[3:4].isupper()
    )


def _last_word(before: str) -> str:
    at = len(before)
    while at and (before[at - 1].isalnum() or before[at - 1] in ".'’-&"):
        at -= 1
    return before[at:].lstrip(".'’-0123456789") or before[at:].lstrip(".'’-")


def _full_stop_ends(
    text: str,
    before: str,
    previous: str,
    following: str,
    character: str,
    opened: bool,
    close: str,
    first: int,
    match: re.Match[str],
    head: int,
) -> bool:
    lower = previous.lower()
    next_lower = following.lower().rstrip(".")
    figure = character.isdigit() or character in ("$", "€", "£")
    quoted = bool(close.strip(")]}"))
    if close in ("'", "’") and _DOTTED.fullmatch(previous):
        quoted = False  # the U.S.' allies
    if not previous:
        return True
    if previous.isdigit() and match.start() - len(previous) == first and len(previous) <= 3:
        return False  # the number of a list item
    if lower in abbr.TIMES:
        return quoted or (not figure and next_lower not in abbr.AFTER_TIME)
    if quoted:
        return True
    if lower in abbr.BEFORE_FIGURE and figure:
        return False
    bracketed = opened and text[head - 1] in "(["
    starts = next_lower in abbr.STARTERS or (opened and not bracketed and character.isupper())
    if lower in abbr.BEFORE_NAME and (previous[0].isupper() or lower not in ("det", "sec", "dep", "al", "op")):
        if lower in ("st", "al", "ft", "mt", "rep", "sen", "op"):
            return next_lower in abbr.STARTERS and next_lower not in ("mr", "mrs", "ms")
        return False
    if lower in abbr.EITHER and (previous[0].isupper() or lower in ("etc", "ph.d", "m.d", "d.c", "cos")):
        return starts
    if _DOTTED.fullmatch(previous):
        if starts:
            return True
        return lower in ("u.s", "u.k", "u.n", "e.u") and _new_subject(text, before, previous, following, head)
    if len(previous) == 1 and previous.isupper():
        return next_lower in abbr.STARTERS or (previous == "I" and not following[:2].endswith("."))
    return True


def _new_subject(text: str, before: str, previous: str, following: str, head: int) -> bool:
    """Whether after `… in the U.S.` a subject and its verb begin a new sentence."""
    lead = before[: len(before) - len(previous)].rstrip().rsplit(None, 2)
    inside = len(lead) >= 2 and lead[-1] == "the" and lead[-2].lower() in ("in", "to", "from", "across", "outside")
    if not inside or following.lower() in abbr.US_HEADS:
        return False
    rest = text[head + len(following) : head + len(following) + _LOOK].split(None, 1)
    return bool(rest) and rest[0].lower().strip(",.") in abbr.FOLLOWING_VERBS


def _ellipsis_ends(text: str, match: re.Match[str], following: str, character: str, opened: bool, close: str) -> bool:
    if close or opened:
        return True
    if following in ("I", "I'm", "I've", "I’m", "I’ve", "I'll", "I’ll"):
        return match.group("stop").count(".") == 4
    spaced = match.start() > 0 and text[match.start() - 1].isspace()
    return not spaced or following.lower() in abbr.STARTERS


def _speech_tail(text: str, head: int, end: int) -> bool:
    """Whether a reporting clause follows a quoted question: ``"Where?" Maria Ortiz asked``."""
    words = text[head : min(end, head + _LOOK)].split()
    for index, word in enumerate(words[:5]):
        if word.lower().rstrip(".,;") in abbr.SPEECH_VERBS:
            return index > 0
        if word.lower() in ("he", "she", "they", "it", "we", "i", "but", "and", "then"):
            return False
        if not word[0].isupper() and word.lower() not in ("the", "de", "van", "von", "der", "bin", "al"):
            return False
        if word[-1] in ".,:;?!" and word.rstrip(".").lower() not in abbr.BEFORE_NAME:
            return False
    return False


def _ends_without_space(text: str, match: re.Match[str], end: int) -> bool:
    """A stop that runs into the next sentence, as scraped copy has it: ``…the war.The talks…``."""
    after = match.end()
    at = after
    if text[at] in "“‘" and at + 1 < end:
        at += 1
    if not (text[at].isupper() and at + 1 < end and (text[at + 1].islower() or text[at + 1].isspace())):
        return False
    if match["stop"] not in (".", "!", "?"):
        return False
    start = match.start()
    before = text[max(0, start - _LOOK) : start]
    token = before.rsplit(None, 1)[-1] if before.split() else ""
    if any(mark in token for mark in "/@#_") or token.startswith("www") or "." in token:
        return False
    word = _last_word(before)
    if match["close"]:
        return bool(match["close"].strip(")]}")) and text[after] not in _QUOTES
    return word.isalpha() and (word.islower() if len(word) == 2 else len(word) > 2 and word[1:].islower())
