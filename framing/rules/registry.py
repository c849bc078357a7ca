"""The door by which rules enter, and the two ways to run them.

Rules come from the entry point group ``framing.rules``: a module with ``RULES``, a tuple of ``Rule``. The built-in
ones (``framing.rules.builtin``) use the same door; they are also there when the package's metadata is not, as in a
checkout that was never installed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from framing.config import Config
from framing.errors import ConfigError
from framing.rules import fingerprints
from framing.rules.base import SEVERITIES, Rule
from framing.types import Annotation, Comparison, Finding, Severity

GROUP = "framing.rules"
BUILTIN = "framing.rules.builtin"


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code. Raises ``ConfigError`` if a plugin cannot be read or takes a code or name already in use."""
    found: dict[str, Rule] = {}
    taken: dict[str, str] = {}
    modules = {entry.value: entry for entry in entry_points(group=GROUP)}
    for value in [BUILTIN, *sorted(set(modules) - {BUILTIN})]:
        for rule in _load(value, modules.get(value)):
            for word in (rule.code, rule.name, *rule.aliases):
                holder = taken.setdefault(word.casefold(), rule.code)
                if holder != rule.code or rule.code in found:
                    raise ConfigError(f"{value}: rule {rule.code} uses `{word}`, which rule {holder} already has")
            found[rule.code] = rule
    return tuple(found[code] for code in sorted(found))


def _load(value: str, entry: EntryPoint | None) -> tuple[Rule, ...]:
    try:
        module = import_module(value) if entry is None else entry.load()
        loaded = tuple(module.RULES)
    except (ImportError, AttributeError) as error:
        raise ConfigError(f"{value}: rules of the entry point group {GROUP} cannot be read ({error})") from error
    return loaded


def find(name: str) -> Rule:
    """The rule with that code, name or alias, in any case; ``ConfigError`` with the nearest one if there is none."""
    wanted = name.strip().casefold()
    known = {word.casefold(): rule for rule in rules() for word in (rule.code, rule.name, *rule.aliases)}
    if wanted in known:
        return known[wanted]
    close = get_close_matches(wanted, known, n=1, cutoff=0.5)
    hint = f"; did you mean {known[close[0]].code} ({known[close[0]].name})?" if close else ""
    raise ConfigError(f"rules: there is no rule `{name}`{hint}")


def check_annotation(annotation: Annotation, config: Config) -> tuple[Finding, ...]:
    """What the article rules find, by article, place and rule; no finding twice, each with its fingerprint."""
    found: list[Finding] = []
    for rule, severity in _running(config):
        if rule.check_article is not None:
            found += _graded(rule.check_article(annotation, config), rule, severity)
    return _finish(found, {annotation.article.id: annotation.article.text})


def check_comparison(comparison: Comparison, config: Config) -> tuple[Finding, ...]:
    """What the comparison rules find, by article, place and rule; no finding twice, each with its fingerprint."""
    found: list[Finding] = []
    for rule, severity in _running(config):
        if rule.check_comparison is not None:
            found += _graded(rule.check_comparison(comparison, config), rule, severity)
    return _finish(found, {article.id: article.text for article in comparison.articles})


def digest() -> str:
    """sha256 over the rules' codes, versions, severities and word lists."""
    content = [[rule.code, rule.name, rule.version, rule.severity, sorted(rule.words)] for rule in rules()]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _running(config: Config) -> list[tuple[Rule, Severity]]:
    disabled = {find(name).code for name in config.rules.disable}
    severities = {find(name).code: severity for name, severity in config.rules.severity.items()}
    return [(rule, severities.get(rule.code, rule.severity)) for rule in rules() if rule.code not in disabled]


def _graded(findings: Iterable[Finding], rule: Rule, severity: Severity) -> Iterable[Finding]:
    """The findings at the severity the settings ask for; a finding the rule itself lowered stays at most so severe."""
    for finding in findings:
        if finding.severity == rule.severity:
            yield replace(finding, severity=severity)
        else:
            yield replace(finding, severity=min(finding.severity, severity, key=SEVERITIES.index))


def _finish(findings: Iterable[Finding], texts: dict[str, str]) -> tuple[Finding, ...]:
    unique = {(f.article, f.start, f.rule, f.end, f.message): f for f in findings}
    return fingerprints.stamp((unique[key] for key in sorted(unique)), texts)
