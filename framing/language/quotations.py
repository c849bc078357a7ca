"""Stretches in quotation marks: who opened what, and where it closes, whatever marks the copy uses.

Paragraph by paragraph (a line is a paragraph), so that a mark forgotten in one cannot turn the next inside out. A mark
is read by its place (against white space and punctuation) before its shape, because published copy mixes both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from framing.language import posts
from framing.language.quote_kinds import MARKS_AND_SPACE, SENTENCE_END, kind_of, settle
from framing.types import Quote

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_RUN = re.compile(r"(?:[\"“”„«»'‘’‚`´]|&quot;)+")
_MARK = re.compile(r"``|''|&quot;|[\"“”„«»'‘’‚`´]")
_DOUBLE = frozenset(('"', "“", "”", "„", "«", "»", "``", "''", "&quot;"))
_ELIDED = re.compile(
    r"(?:\d\ds?|em|til|till|cause|n|tis|twas|twere|bout|round|cuz|coz|ere|kay|nough|nother|fraid|cept|gainst|ello)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[,.?!]\s+(?:(?:he|she|they|it|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})\s+"
    r"(?:said|says|told|added|asked|wrote|warned|argued)|(?:said|says|asked|added|wrote)\b)"
)
_ATTRIBUTE = re.compile(r"\"[^\"\n]{0,300}\"")
_REACH = 64  # marks that the search for the end of a single-quoted stretch looks at: keeps the reading linear
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark with what its place allows: ``side`` is ``open``, ``close``, ``either`` or ``inner``."""

    start: int
    end: int
    double: bool
    side: str
    shape: str
    sure: bool  # for a single mark that may close: no apostrophe reading is likely


def find(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of ``text`` in order, marks included; quotations inside quotations are part of them.

    ``closed`` is false where the closing mark is missing: the stretch then ends at the paragraph's end where the next
    paragraph reopens or this one is quoted from its start, else after the sentence, never beyond the paragraph.
    Posts signed ``— Name (@handle)`` count as quotations by that name though they carry no marks.
    ``kind`` tells speech from titles and scare quotes by form and reporting words near; other speakers stay ``None``.
    """
    found: list[Quote] = []
    lines = [match.span() for match in _LINE.finditer(text)]
    lines = [span for span in (_strip(text, *span) for span in lines) if span[0] < span[1]]
    marks = [_marks(text, start, end) for start, end in lines]
    left_open = False
    for index, (start, end) in enumerate(lines):
        reopens = index + 1 < len(lines) and _opens_with(marks[index + 1], lines[index + 1][0])
        spans = _Paragraph(text, start, end, marks[index], left_open, reopens).spans()
        left_open = bool(spans) and not spans[-1][2] and spans[-1][1] == end
        for a, b, closed in spans:
            if text[a:b].strip(MARKS_AND_SPACE):
                whole = closed and text[a] in MARKS_AND_SPACE
                kind = kind_of(text, a, b, start, end) if whole else "speech"
                found.append(Quote(a, b, kind, None, closed))
    return _with_posts(text, settle(text, found))


def _with_posts(text: str, found: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotations with embedded posts, which take the place of quotations inside them."""
    signed = posts.find(text)
    if not signed:
        return found
    kept = [q for q in found if not any(p.start < q.end and q.start < p.end for p in signed)]
    return tuple(sorted([*kept, *signed], key=lambda q: (q.start, q.end)))


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _opens_with(marks: list[_Mark], start: int) -> bool:
    return bool(marks) and marks[0].start == start and marks[0].side == "open"


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The marks of a paragraph that may open or close; apostrophes, feet and inches are left out."""
    found: list[_Mark] = []
    attribute = start
    for run in _RUN.finditer(text, start, end):
        if run.start() < attribute:
            continue
        if run.start() > start + 1 and text[run.start() - 1] == "=" and text[run.start() - 2].isalnum():
            value = _ATTRIBUTE.match(text, run.start(), end)
            if value is not None:
                attribute = value.end()  # id="12": mark-up that stayed in the text
                continue
        before = text[run.start() - 1] if run.start() > start else " "
        after = text[run.end()] if run.end() < end else " "
        pieces = list(_MARK.finditer(text, run.start(), run.end()))
        for index, piece in enumerate(pieces):
            mark = _classify(text, piece, before, after, last=index == len(pieces) - 1, alone=len(pieces) == 1)
            if mark is not None:
                found.append(mark)
    return found


def _classify(text: str, piece: re.Match[str], before: str, after: str, *, last: bool, alone: bool) -> _Mark | None:
    shape = piece.group()
    a, b = piece.span()
    double = shape in _DOUBLE
    opens = (before.isspace() or before in "([{—–-/¿¡") and not after.isspace() and after not in ".,;:!?)]}"
    closes = not before.isspace() and before not in "([{" and (after.isspace() or after in ".,;:!?)]}—–-/…*")
    if double:
        if alone and before.isdigit() and not closes and shape in ('"', "”"):
            return None  # 5"x7"
        if alone and shape in ('"', "”") and before.isdigit() and _FEET.search(text[max(0, a - 6) : a]):
            return None  # 6'2"
        if opens and closes:
            opens = closes = False  # dash"dash: the state decides
        side = "open" if opens else "close" if closes else "either"
        if side == "either":
            side = {"“": "open", "„": "open", "``": "open", "”": "close"}.get(shape, "either")
        return _Mark(a, b, True, side, shape, True)
    if before.isalnum() and after.isalnum() and alone:
        return None  # don't
    opening = opens or (before.isspace() and not after.isspace())
    if last and opening and _ELIDED.match(text, b) and (shape in "’`´" or not _ELIDED_IS_QUOTED.match(text, b)):
        return None  # '90s, 'em
    if opens and not closes:
        return _Mark(a, b, False, "open", shape, True) if shape != "´" and not (shape == "’" and alone) else None
    if closes:
        if alone and before in "nN" and text[max(0, a - 2)] in "'’‘":
            return None  # rock 'n' roll
        sure = not (before.isalnum() and (before in "sSzx" or text[max(0, a - 2) : a].lower() in ("in", " n", "ol")))
        sure = sure or not (after.isspace() or after in "-–—/")
        if before.isdigit() and alone and shape == "'" and after.isspace():
            sure = False  # 6' tall
        return _Mark(a, b, False, "close", shape, sure)
    if shape == "‘" and not after.isspace():
        return _Mark(a, b, False, "open", shape, True)
    return None


_ELIDED_IS_QUOTED = re.compile(r"(?:em|til|till|cause|round|kay|cept|ere)\b['’]", re.IGNORECASE)


class _Paragraph:
    """Reads the marks of one paragraph from left to right; every mark is looked at a bounded number of times."""

    def __init__(self, text: str, start: int, end: int, marks: list[_Mark], left_open: bool, reopens: bool) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = marks
        self.left_open, self.reopens = left_open, reopens
        self.doubles = [i for i, mark in enumerate(marks) if mark.double]

    def spans(self) -> list[tuple[int, int, bool]]:
        found: list[tuple[int, int, bool]] = []
        index = 0
        if self.left_open:
            index = self._carried(found)
        while index < len(self.marks):
            mark = self.marks[index]
            if mark.side == "close" and not (mark.double and mark.shape in ("“", "„")):
                index += 1
            elif mark.double:
                index = self._double(index, found)
            else:
                index = self._single(index, found)
        return found

    def _carried(self, found: list[tuple[int, int, bool]]) -> int:
        """A quotation left open above that this paragraph closes without reopening it."""
        for index, mark in enumerate(self.marks):
            if not mark.double:
                continue
            if mark.side != "close" or mark.end - self.start < 3:
                return 0
            found.append((self.start, mark.end, True))
            return index + 1
        return 0

    def _double(self, index: int, found: list[tuple[int, int, bool]]) -> int:
        opener = self.marks[index]
        singles = 0
        stand_in: int | None = None  # a single mark that closes what a double one opened
        at = index + 1
        nested = 0
        while at < len(self.marks):
            mark = self.marks[at]
            if not mark.double:
                if mark.side == "open":
                    singles += 1
                elif singles:
                    singles -= 1
                elif stand_in is None and self._stands_in(mark):
                    stand_in = at
            elif mark.side == "open" or (mark.side == "either" and mark.shape in ("“", "„", "«")):
                if stand_in is not None or not self._nests(at):
                    break
                nested += 1
            elif nested:
                nested -= 1
            else:
                found.append((opener.start, mark.end, True))
                return at + 1
            at += 1
        if stand_in is not None:
            found.append((opener.start, self.marks[stand_in].end, True))
            return stand_in + 1
        limit = self.marks[at].start if at < len(self.marks) else self.end
        found.append((opener.start, self._open_end(opener, limit), False))
        return at

    def _stands_in(self, mark: _Mark) -> bool:
        return mark.sure

    def _nests(self, at: int) -> bool:
        """Whether an opening mark inside a quotation is closed on its own: two closing marks follow it."""
        place = bisect_left(self.doubles, at)
        following = [self.marks[i].side for i in self.doubles[place + 1 : place + 3]]
        return following == ["close", "close"]

    def _single(self, index: int, found: list[tuple[int, int, bool]]) -> int:
        opener = self.marks[index]
        doubles = 0
        unsure: int | None = None
        singles = 0
        at = index + 1
        while at < min(len(self.marks), index + _REACH):
            mark = self.marks[at]
            if mark.double:
                if mark.side == "open" or (mark.side == "either" and not doubles):
                    doubles += 1
                elif doubles:
                    doubles -= 1
                elif opener.shape != "'" or self._speech_begins(opener):
                    found.append((opener.start, mark.end, True))  # opens with ' and closes with "
                    return at + 1
                else:
                    break
            elif doubles:
                pass  # an apostrophe or a quotation inside the inner one
            elif mark.side == "open":
                if unsure is not None or (opener.shape == "'" and not self._nests_single(at)):
                    break
                singles += 1
            elif mark.sure:
                if not singles:
                    found.append((opener.start, mark.end, True))
                    return at + 1
                singles -= 1
            elif unsure is None:
                unsure = at
            at += 1
        if unsure is not None:
            found.append((opener.start, self.marks[unsure].end, True))
            return unsure + 1
        if self._speech_begins(opener) and (opener.shape == "‘" or (opener.start == self.start and self.reopens)):
            limit = self.marks[at].start if at < len(self.marks) else self.end
            found.append((opener.start, self._open_end(opener, limit), False))
            return max(at, index + 1)
        return index + 1

    def _nests_single(self, at: int) -> bool:
        """Whether a straight single mark inside such a quotation opens one of its own: two closing marks follow."""
        following = [m.side for m in self.marks[at + 1 : at + _REACH] if not m.double][:2]
        return following == ["close", "close"]

    def _speech_begins(self, opener: _Mark) -> bool:
        """Whether what follows a single mark looks like speech: it begins with a capital at a place for it."""
        before = self.text[max(self.start, opener.start - 2) : opener.start].strip()
        return self.text[opener.end : opener.end + 1].isupper() and (not before or before[-1] in ",:.?!")

    def _open_end(self, opener: _Mark, limit: int) -> int:
        """Where a quotation without a closing mark ends."""
        whole = limit == self.end and (self.reopens or opener.start == self.start)
        tail = _TAIL.search(self.text, opener.end, limit)
        if tail is not None:
            return tail.start() + 1
        if not whole:
            stop = SENTENCE_END.search(self.text, opener.end, limit)
            if stop is not None:
                return stop.end()
        end = limit
        while end > opener.end and self.text[end - 1].isspace():
            end -= 1
        return end
