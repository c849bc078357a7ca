"""A check as SARIF 2.1.0, which code hosts and editors read (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from pathlib import PurePath
from urllib.parse import quote

from framing.editor.result import Checked, Located, located
from framing.editor.suppressions import IN_BASELINE, Suppressed
from framing.rules import registry
from framing.rules.base import Rule
from framing.rules.pages import sections
from framing.types import JsonDict, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"

_LEVELS: dict[Severity, str] = {"note": "note", "warning": "warning", "error": "error"}
_FINGERPRINT = "framing/v1"


def record(checked: Checked) -> JsonDict:
    """The check as a SARIF log with one run; suppressed findings are results with a suppression."""
    shown: list[tuple[Located, Suppressed | None]] = [(row, None) for row in located(checked, checked.findings)]
    hidden = zip(located(checked, [row.finding for row in checked.suppressed]), checked.suppressed, strict=True)
    rows = [*shown, *hidden]
    order = {rule.code: index for index, rule in enumerate(registry.rules())}
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "framing",
                        "version": str(checked.run.get("version", "0")),
                        "rules": [_rule(rule) for rule in registry.rules()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(checked, row, order[row.finding.rule], why) for row, why in rows],
            }
        ],
    }


def render(checked: Checked) -> str:
    """The log as indented JSON text."""
    return json.dumps(record(checked), indent=2, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> JsonDict:
    parts = sections(rule)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.summary[0].upper()}{rule.summary[1:]}."},
        "fullDescription": {"text": " ".join(parts["What it marks"].split())},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(checked: Checked, row: Located, index: int, why: Suppressed | None) -> JsonDict:
    finding = row.finding
    location: JsonDict = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(checked.path)},
            "region": {
                "startLine": row.start.line,
                "startColumn": row.start.column,
                "endLine": row.end.line,
                "endColumn": row.end.column,
                "snippet": {"text": finding.text},
            },
        }
    }
    result: JsonDict = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {
            "voice": finding.voice,
            "speaker": finding.speaker,
            "score": round(float(finding.score), 4),
            "evidence": [evidence.sentence for evidence in finding.evidence],
            "suggestion": finding.suggestion,
        },
    }
    if why is not None:
        suppression: JsonDict = {"kind": "inSource" if why.reason != IN_BASELINE else "external"}
        if why.reason:
            suppression["justification"] = why.reason
        result["suppressions"] = [suppression]
    return result


def _uri(path: str | None) -> str:
    """The path as a relative URI reference, or as a ``file:`` URI where it is absolute."""
    if path is None:
        return "stdin"
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
