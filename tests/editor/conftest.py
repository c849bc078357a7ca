"""A checked draft of invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.editor.result import Checked, assemble
from framing.types import Article, Evidence, Finding, Severity, Voice

TEXT = (
    "Council passes budget\n\n"
    "The council rammed through the budget. <!-- framing: ignore W101 -- the council's own word -->\n"
    "The cronies cheered, 50% of them: “shame, shame,” one said.\n\n"
    "<!-- framing: ignore W103 -- no longer there -->\n"
    "The massive budget passed.\n"
)
FRONT = "---\ntitle: Council passes budget\n---\n"


def finding(words: str, rule: str, name: str, severity: Severity = "warning", voice: Voice = "own") -> Finding:
    start = TEXT.index(words)
    end = start + len(words)
    return Finding(
        rule=rule,
        name=name,
        article="a1",
        start=start,
        end=end,
        text=words,
        score=0.91234,
        severity=severity,
        voice=voice,
        speaker=None,
        message=f"“{words}” is loaded: 50%.",
        evidence=(Evidence("a word of the list", 0.9, "a1", start, end),),
        suggestion="Say it plainly." if voice == "own" else None,
        fingerprint=f"{rule}-{start}",
    )


@pytest.fixture
def findings() -> tuple[Finding, ...]:
    """Three findings: one that a comment answers, one in own voice, one in a speaker's words."""
    return (
        finding("rammed through", "W101", "loaded-language"),
        finding("cronies", "W102", "name-calling"),
        finding("shame, shame", "W101", "loaded-language", "note", "quoted"),
    )


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Article:
    """The draft as a file with front matter, so that the article begins on its fourth line."""
    monkeypatch.chdir(tmp_path)
    Path("draft, v1.md").write_text(FRONT + TEXT, encoding="utf-8")
    return Article("a1", TEXT, title="Council passes budget", path="draft, v1.md", source_offset=len(FRONT))


@pytest.fixture
def checked(draft: Article, findings: tuple[Finding, ...]) -> Checked:
    """The check of the draft."""
    return assemble([draft], findings, {"version": "0.1.0"})
