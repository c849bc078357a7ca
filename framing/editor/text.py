"""A check as plain text for the terminal and for editors that read ``path:line:column``."""

from __future__ import annotations

from collections import Counter
from unicodedata import category

from framing.editor.result import Checked, Located, located
from framing.types import Finding

_WORDS = 25
_REASONS = 3
_STDIN = "<stdin>"
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def render(checked: Checked) -> str:
    """One block a finding (place, rule, message; the words; why; what instead) and a summary line."""
    path = checked.path or _STDIN
    blocks = [_block(path, row) for row in located(checked, checked.findings)]
    blocks += _unused(checked, path)
    return "\n\n".join([*blocks, summary(checked)]) + "\n"


def summary(checked: Checked) -> str:
    """What was found in words: by severity, the outlet's own voice and its speakers' counted apart."""
    findings = checked.findings
    if not findings:
        said = "Nothing found."
    else:
        severities = Counter(finding.severity for finding in findings)
        graded = ", ".join(_count(severities[s], s) for s in ("error", "warning", "note") if severities[s])
        own = sum(finding.voice == "own" for finding in findings)
        spoken = len(findings) - own
        total = _count(len(findings), "finding")
        said = f"{total} ({graded}): {own} in the piece's own voice, {spoken} in speakers' words."
    if checked.suppressed:
        said += f" {len(checked.suppressed)} suppressed."
    if checked.unused:
        said += f" {_count(len(checked.unused), 'suppression')} unused."
    return said


def _block(path: str, row: Located) -> str:
    finding = row.finding
    place = f"{path}:{row.start.line}:{row.start.column}"
    lines = [
        f"{place}: {finding.severity} {finding.rule} {finding.name}: {finding.message}",
        f"    words: {shorten(finding.text)}",
        f"    voice: {voice(finding)}",
    ]
    lines += [f"    why: {evidence.sentence}" for evidence in finding.evidence[:_REASONS]]
    if finding.suggestion:
        lines.append(f"    instead: {finding.suggestion}")
    return "\n".join(_printable(line) for line in lines)


def voice(finding: Finding) -> str:
    """Whose words they are, in words."""
    if finding.voice == "own":
        return "the piece's own"
    who = finding.speaker or "speaker not identified"
    return f"quoted, {who}" if finding.voice == "quoted" else f"paraphrased, {who}"


def shorten(text: str) -> str:
    """The words on one line, cut after 25 with an ellipsis."""
    words = text.split()
    return " ".join(words) if len(words) <= _WORDS else " ".join(words[:_WORDS]) + " …"


def _unused(checked: Checked, path: str) -> list[str]:
    lines = checked.lines()
    rows = []
    for article, comment in checked.unused:
        place = lines[article].at(comment.span.start)
        rows.append(_printable(f"{path}:{place.line}:{place.column}: note unused-suppression: {comment.message}"))
    return rows


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _printable(line: str) -> str:
    """The line without control and direction characters: a draft must not be able to drive the terminal."""
    return "".join("�" if category(c) == "Cc" or c in _DIRECTIONS else c for c in line)
