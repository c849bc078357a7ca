"""Findings that the writer has answered: by a comment in the draft, or by a baseline file.

A comment reads

    <!-- framing: ignore W101 -- the council's own word -->
    <!-- framing: ignore W101, vague-source -- the reason -->
    <!-- framing: ignore-file S205 -- a profile has one voice -->

``ignore`` speaks for the line it stands on, or, alone on its line, for the next line that has text; ``ignore-file``
speaks for the whole draft. Rules are given by code, name or alias. Markdown and HTML renderers do not show such
comments, and plain text can hold them too. In formats that are converted (HTML, PDF, Word) comments are lost before
the text is read: use a baseline there.

A baseline is a JSON file of fingerprints: findings that were there when it was written are not shown again. A
fingerprint does not hold offsets, so it survives edits elsewhere in the draft.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from framing.errors import ConfigError
from framing.rules import registry
from framing.types import Finding, Span

SCHEMA = "framing.baseline/1"
IN_BASELINE = "in the baseline"

_COMMENT = re.compile(
    r"<!--\s*framing:\s*(?P<verb>ignore(?:-file)?)\b(?P<rules>[^>]*?)(?:\s--(?!>)\s*(?P<reason>.*?))?\s*-->", re.DOTALL
)
_SEPARATOR = re.compile(r"[\s,]+")


@dataclass(frozen=True)
class Suppression:
    """A comment in the draft: where it stands, the rules it names by code, its reason, and the text it speaks for."""

    span: Span
    codes: tuple[str, ...]
    unknown: tuple[str, ...]
    reason: str | None
    reach: Span

    def covers(self, finding: Finding) -> bool:
        """Whether the comment speaks for a finding of its text: one that starts within its reach."""
        return finding.rule in self.codes and self.reach.start <= finding.start < self.reach.end


@dataclass(frozen=True)
class Suppressed:
    """A finding that is not shown, and why."""

    finding: Finding
    reason: str | None


@dataclass(frozen=True)
class Unused:
    """A comment, or a rule in it, that answers nothing: ``message`` says so in words."""

    span: Span
    message: str


@dataclass(frozen=True)
class Split:
    """The findings that are shown, those that are not, and the comments that no longer answer anything."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[Unused, ...]


def find(text: str) -> tuple[Suppression, ...]:
    """The suppression comments of a draft, in order."""
    found = []
    for match in _COMMENT.finditer(text):
        codes, unknown = [], []
        for name in filter(None, _SEPARATOR.split(match["rules"])):
            try:
                codes.append(registry.find(name).code)
            except ConfigError:
                unknown.append(name)
        reach = Span(0, len(text)) if match["verb"] == "ignore-file" else _reach(text, Span(*match.span()))
        reason = " ".join(match["reason"].split()) if match["reason"] else None
        found.append(Suppression(Span(*match.span()), tuple(codes), tuple(unknown), reason or None, reach))
    return tuple(found)


def _reach(text: str, comment: Span) -> Span:
    """The line of the comment, or the next line with text where the comment stands alone on its own."""
    start = text.rfind("\n", 0, comment.start) + 1
    end = _line_end(text, comment.end)
    if text[start : comment.start].strip() or _COMMENT.sub("", text[comment.end : end]).strip():
        return Span(start, end)
    while end < len(text):
        start, end = end + 1, _line_end(text, end + 1)
        if _COMMENT.sub("", text[start:end]).strip():
            break
    return Span(start, end)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def split(findings: Iterable[Finding], text: str, *, baseline: Collection[str] = ()) -> Split:
    """The findings of one draft by what its comments and the baseline say of them.

    ``text`` is the article's text. Findings on the words of a comment itself are dropped: a reason is no news.
    """
    comments = find(text)
    used: set[tuple[Suppression, str]] = set()
    kept, suppressed = [], []
    for finding in findings:
        if any(comment.span.overlaps(finding.span) for comment in comments):
            continue
        answering = next((comment for comment in comments if comment.covers(finding)), None)
        if answering is not None:
            used.update((comment, finding.rule) for comment in comments if comment.covers(finding))
            suppressed.append(Suppressed(finding, answering.reason))
        elif finding.fingerprint in baseline:
            suppressed.append(Suppressed(finding, IN_BASELINE))
        else:
            kept.append(finding)
    return Split(tuple(kept), tuple(suppressed), tuple(_unused(comments, used)))


def _unused(comments: Iterable[Suppression], used: set[tuple[Suppression, str]]) -> Iterable[Unused]:
    for comment in comments:
        for name in comment.unknown:
            yield Unused(comment.span, f"The comment names `{name}`, which is no rule.")
        for code in comment.codes:
            if (comment, code) not in used:
                yield Unused(comment.span, f"The comment ignores {code}, and {code} finds nothing there.")
        if not comment.codes and not comment.unknown:
            yield Unused(comment.span, "The comment names no rule, so it ignores nothing.")


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints of a baseline file; raises ``ConfigError`` naming the file if it is not one."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        raise ConfigError(f"{path}: is not a baseline file (no valid JSON: {error})") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), list):
        raise ConfigError(f"{path}: is not a baseline file (expected schema {SCHEMA}); write one with --write-baseline")
    try:
        return frozenset(str(row["fingerprint"]) for row in data["findings"])
    except (TypeError, KeyError) as error:
        raise ConfigError(f"{path}: a finding without a fingerprint; write the baseline anew") from error


def baseline(findings: Iterable[Finding]) -> str:
    """A baseline file of these findings: fingerprint and rule only, none of the draft's words."""
    rows = sorted({(finding.fingerprint, finding.rule) for finding in findings})
    data = {"schema": SCHEMA, "findings": [{"fingerprint": mark, "rule": rule} for mark, rule in rows]}
    return json.dumps(data, indent=2) + "\n"
