"""Comments in the draft and baseline files."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.editor import suppressions
from framing.errors import ConfigError
from framing.types import Finding


def at(text: str, words: str, rule: str = "W101", fingerprint: str = "f") -> Finding:
    start = text.index(words)
    end = start + len(words)
    return Finding(rule, "x", "a1", start, end, words, 1.0, "warning", "own", None, "m", fingerprint=fingerprint)


def test_a_comment_speaks_for_its_line() -> None:
    text = "chaos here <!-- framing: ignore W101 -- their word -->\nchaos there? uproar"
    split = suppressions.split([at(text, "chaos here"), at(text, "uproar")], text)
    assert [f.text for f in split.kept] == ["uproar"]
    assert [(s.finding.text, s.reason) for s in split.suppressed] == [("chaos here", "their word")]
    assert not split.unused


def test_a_comment_alone_speaks_for_the_next_line_with_text() -> None:
    text = "<!-- framing: ignore W101 -->\n<!-- framing: ignore W102 -->\n\nchaos of thugs\nuproar"
    split = suppressions.split([at(text, "chaos"), at(text, "thugs", "W102"), at(text, "uproar")], text)
    assert [f.text for f in split.kept] == ["uproar"]
    assert [s.reason for s in split.suppressed] == [None, None]


def test_ignore_file_speaks_for_all() -> None:
    text = "<!-- framing: ignore-file W101 -- a pamphlet -->\nchaos\n\nuproar"
    split = suppressions.split([at(text, "chaos"), at(text, "uproar")], text)
    assert not split.kept


@pytest.mark.parametrize("names", ["W101,W102", "loaded-language, name-calling", "w101 W102", "W101,\nW102"])
def test_several_rules_by_any_name(names: str) -> None:
    text = f"chaos of thugs <!-- framing: ignore {names} -- both theirs -->"
    split = suppressions.split([at(text, "chaos"), at(text, "thugs", "W102")], text)
    assert not split.kept
    assert not split.unused


def test_other_rules_and_other_lines_stay() -> None:
    text = "chaos <!-- framing: ignore W102 -->\nthugs"
    split = suppressions.split([at(text, "chaos"), at(text, "thugs", "W102")], text)
    assert [f.text for f in split.kept] == ["chaos", "thugs"]
    assert [u.message for u in split.unused] == ["The comment ignores W102, and W102 finds nothing there."]


def test_unknown_rules_and_empty_comments_are_told() -> None:
    text = "chaos <!-- framing: ignore W999 --> <!-- framing: ignore -->"
    messages = [u.message for u in suppressions.split([], text).unused]
    assert messages == [
        "The comment names `W999`, which is no rule.",
        "The comment names no rule, so it ignores nothing.",
    ]


def test_the_words_of_a_comment_are_not_judged() -> None:
    text = "Calm. <!-- framing: ignore W102 -- thugs is what they call themselves -->"
    assert not suppressions.split([at(text, "thugs", "W101")], text).kept


def test_baseline_round_trip(tmp_path: Path) -> None:
    text = "chaos and uproar"
    old, new = at(text, "chaos", fingerprint="one"), at(text, "uproar", fingerprint="two")
    path = tmp_path / "baseline.json"
    path.write_text(suppressions.baseline([old, old]), encoding="utf-8")
    split = suppressions.split([old, new], text, baseline=suppressions.read_baseline(path))
    assert split.kept == (new,)
    assert split.suppressed[0].reason == suppressions.IN_BASELINE
    assert "chaos" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["", "{}", '{"schema": "framing.baseline/1", "findings": [{}]}', "[]"])
def test_a_bad_baseline_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"b\.json"):
        suppressions.read_baseline(path)
    with pytest.raises(ConfigError, match=r"missing\.json: cannot be read"):
        suppressions.read_baseline(tmp_path / "missing.json")
