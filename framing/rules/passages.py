"""Where a span stands: its sentence, its neighbours, whose voice it is in, and what kind of piece it is in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from framing.annotate import voice as voices
from framing.types import Annotation, Sentence, Span, Voice

#: Genres whose own voice argues openly: judged as argument, not as reporting.
ARGUING = frozenset({"opinion", "satire"})
#: Genres in which the piece's unsourced statements are not reporting claims (an interviewer's questions, a satire).
UNREPORTED = ARGUING | {"interview"}

_SPACE = re.compile(r"\s+")


def sentence_index(annotation: Annotation, offset: int) -> int | None:
    """The index of the sentence that holds the character at ``offset``; ``None`` between sentences."""
    starts = [sentence.start for sentence in annotation.sentences]
    index = bisect_right(starts, offset) - 1
    return index if index >= 0 and offset < annotation.sentences[index].end else None


def following(annotation: Annotation, index: int) -> Sentence | None:
    """The next body sentence after the sentence at ``index``; ``None`` at the end."""
    return next((s for s in annotation.sentences[index + 1 :] if s.role == "body"), None)


def claiming(annotation: Annotation, *, title: bool = True) -> Iterator[tuple[int, Sentence]]:
    """Index and sentence of the body, and of the headline where ``title``."""
    roles = {"body", "title"} if title else {"body"}
    return ((index, s) for index, s in enumerate(annotation.sentences) if s.role in roles)


def voice_of(annotation: Annotation, span: Span) -> tuple[Voice, str | None, bool]:
    """Whose words a span is in: the voice, the speaker where known, and whether that was carried over, not said."""
    return voices.at(span, annotation.quotes, annotation.attributions)


def is_own(annotation: Annotation, span: Span) -> bool:
    """Whether the words are the piece's own, by what the text says and not by assumption."""
    return voice_of(annotation, span)[0] == "own"


def is_attributed(annotation: Annotation, span: Span) -> bool:
    """Whether an attribution's source, cue or content touches the span."""
    for attribution in annotation.attributions:
        if any(part.overlaps(span) for part in attribution.content):
            return True
        if attribution.source is not None and attribution.source.span.overlaps(span):
            return True
        if attribution.cue is not None and attribution.cue.overlaps(span):
            return True
    return False


def in_name(annotation: Annotation, span: Span) -> bool:
    """Whether the span is part of a longer proper name (``Patriot Act``): a name is not the writer's wording."""
    return any(name.span.contains(span) and len(name.span) > len(span) for name in annotation.names)


def plain(text: str, *, words: int = 40) -> str:
    """The text on one line, cut after so many words with an ellipsis."""
    parts = _SPACE.sub(" ", text).strip().split(" ")
    return " ".join(parts) if len(parts) <= words else " ".join(parts[:words]) + " …"


def phrases(*lists: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words: case, line ends and the form of apostrophes set aside.

    A phrase may hold regular-expression syntax; a space stands for any run of white space.
    """
    joined = "|".join(sorted((phrase for one in lists for phrase in one), key=lambda p: (-len(p), p)))
    return re.compile(
        rf"(?<![\w-])(?:{joined.replace(' ', _GAP).replace(chr(39), '[’' + chr(39) + ']')})(?![\w-])", re.I
    )


_GAP = r"\s+"
