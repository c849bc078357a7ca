"""The public pages of the rules, made from the docstrings of their modules."""

from __future__ import annotations

import re
from pathlib import Path

from framing.rules.base import HEADINGS, Rule
from framing.rules.registry import rules

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_GROUPS = {
    "W": "Wording",
    "S": "Sourcing",
    "B": "Balance",
    "C": "Comparison with other outlets",
}


def headings(rule: Rule) -> tuple[str, ...]:
    """The headings of the rule's page, in order."""
    return tuple(_HEADING.findall(rule.page))


def sections(rule: Rule) -> dict[str, str]:
    """The text under each heading of the rule's page; raises ``ValueError`` if the headings are not the fixed ones."""
    if headings(rule) != HEADINGS:
        raise ValueError(f"{rule.code}: the page's headings are {headings(rule)}, not {HEADINGS}")
    parts = _HEADING.split(rule.page)[1:]
    return {heading: text.strip() for heading, text in zip(parts[::2], parts[1::2], strict=True)}


def page(rule: Rule) -> str:
    """The rule's page as Markdown."""
    summary, _, body = rule.page.partition("\n")
    facts = [f"severity: {rule.severity}", f"reads: one {rule.scope}"]
    if rule.aliases:
        facts.append(f"also known as: {', '.join(rule.aliases)}")
    return f"# {rule.code} {rule.name}\n\n{summary}\n\n*{' · '.join(facts)}*\n\n{body.strip()}\n"


def index() -> str:
    """The list of all rules as Markdown, grouped by the letter of the code."""
    lines = ["# Rules", "", "Made from the rules' own docstrings by `framing.rules.pages.write`; do not edit by hand."]
    for letter in dict.fromkeys(rule.code[0] for rule in sorted(rules(), key=_order)):
        lines += [
            "",
            f"## {_GROUPS.get(letter, letter)}",
            "",
            "| code | name | in short | severity |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| [{rule.code}]({filename(rule)}) | {rule.name} | {rule.summary} | {rule.severity} |"
            for rule in rules()
            if rule.code.startswith(letter)
        ]
    return "\n".join(lines) + "\n"


def filename(rule: Rule) -> str:
    """The file name of the rule's page: ``W101.md``."""
    return f"{rule.code}.md"


def write(folder: Path) -> tuple[Path, ...]:
    """Write every rule's page and ``index.md`` into ``folder``; returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in (("index.md", index()), *((filename(rule), page(rule)) for rule in rules())):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return tuple(written)


def _order(rule: Rule) -> tuple[int, str]:
    letters = "".join(_GROUPS)
    position = letters.find(rule.code[0])
    return (position if position >= 0 else len(letters), rule.code)
