"""The rules' public pages: fixed headings, something under each, and current."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.rules import pages, registry
from framing.rules.base import HEADINGS, Rule

RULES = [pytest.param(rule, id=rule.code) for rule in registry.rules()]


@pytest.mark.parametrize("rule", RULES)
def test_page_has_the_fixed_headings(rule: Rule) -> None:
    assert pages.headings(rule) == HEADINGS


@pytest.mark.parametrize("rule", RULES)
def test_every_section_says_something(rule: Rule) -> None:
    sections = pages.sections(rule)
    assert all(len(text.split()) >= 4 for text in sections.values())
    assert "Flagged:" in sections["Examples"]
    assert "Not flagged:" in sections["Examples"]
    assert sections["References"].startswith("- ")


def test_a_page_without_its_headings_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = registry.find("W101")
    monkeypatch.setattr(Rule, "page", property(lambda self: "Title\n\n## What it marks\nx\n"))
    with pytest.raises(ValueError, match="W101"):
        pages.sections(rule)


def test_docs_are_current(tmp_path: Path, root: Path) -> None:
    written = pages.write(tmp_path)
    docs = root / "docs" / "rules"
    assert {path.name for path in docs.glob("*.md")} == {path.name for path in written}
    for path in written:
        assert (docs / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), (
            f'{path.name} is stale: python -c "from framing.rules import pages; ..." writes it anew'
        )
