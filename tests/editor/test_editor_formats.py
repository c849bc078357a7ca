"""One check in each format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from framing.editor import github, sarif
from framing.editor import json as json_format
from framing.editor import text as text_format
from framing.editor.result import Checked, FailOn, exit_code
from framing.types import Article, Finding, Severity

TEXT = """\
draft, v1.md:7:5: warning W102 name-calling: “cronies” is loaded: 50%.
    words: cronies
    voice: the piece's own
    why: a word of the list
    instead: Say it plainly.

draft, v1.md:7:36: note W101 loaded-language: “shame, shame” is loaded: 50%.
    words: shame, shame
    voice: quoted, speaker not identified
    why: a word of the list

draft, v1.md:9:1: note unused-suppression: The comment ignores W103, and W103 finds nothing there.

2 findings (1 warning, 1 note): 1 in the piece's own voice, 1 in speakers' words. 1 suppressed. 1 suppression unused.
"""

GITHUB = """\
::warning file=draft%2C v1.md,line=7,endLine=7,title=W102 name-calling,col=5,endColumn=12::\
“cronies” is loaded: 50%25. [the piece's own]%0ASay it plainly.
::notice file=draft%2C v1.md,line=7,endLine=7,title=W101 loaded-language,col=36,endColumn=48::\
“shame, shame” is loaded: 50%25. [quoted, speaker not identified]
::notice file=draft%2C v1.md,line=9,col=1,title=unused suppression::\
The comment ignores W103, and W103 finds nothing there.
2 findings (1 warning, 1 note): 1 in the piece's own voice, 1 in speakers' words. 1 suppressed. 1 suppression unused.
"""


def test_text(checked: Checked) -> None:
    assert text_format.render(checked) == TEXT


def test_text_of_a_clean_draft(draft: Article) -> None:
    assert text_format.render(Checked("draft.md", (draft,), ())) == "Nothing found.\n"


def test_text_cannot_drive_a_terminal(checked: Checked) -> None:
    evil = replace(checked.findings[0], text="\x1b[2Jgone\u202e", message="\x07bell")
    rendered = text_format.render(replace(checked, findings=(evil,)))
    assert "\x1b" not in rendered
    assert "\x07" not in rendered
    assert "\u202e" not in rendered


def test_github(checked: Checked) -> None:
    assert github.render(checked) == GITHUB


def test_json_follows_the_contract(checked: Checked) -> None:
    data = json.loads(json_format.render(checked))
    assert data["schema"] == "framing.check/1"
    assert data["path"] == "draft, v1.md"
    assert [f["rule"] for f in data["findings"]] == ["W102", "W101"]
    finding = data["findings"][0]
    article = checked.articles[0]
    assert article.text[finding["start"] : finding["end"]] == finding["text"]
    assert finding == {
        "article": "a1",
        "rule": "W102",
        "name": "name-calling",
        "start": finding["start"],
        "end": finding["end"],
        "text": "cronies",
        "score": 0.9123,
        "severity": "warning",
        "voice": "own",
        "speaker": None,
        "message": "“cronies” is loaded: 50%.",
        "evidence": [
            {
                "sentence": "a word of the list",
                "value": 0.9,
                "article": "a1",
                "start": finding["start"],
                "end": finding["end"],
            }
        ],
        "suggestion": "Say it plainly.",
        "fingerprint": f"W102-{finding['start']}",
    }
    assert data["suppressed"][0]["rule"] == "W101"
    assert data["suppressed"][0]["reason"] == "the council's own word"
    assert data["unused_suppressions"][0]["message"].startswith("The comment ignores W103")


def test_sarif(checked: Checked) -> None:
    log = json.loads(sarif.render(checked))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    shown, quoted, hidden = run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"note", "warning", "error"}
        assert result["partialFingerprints"]["framing/v1"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == "draft%2C%20v1.md"
    region = shown["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (7, 5, 12)
    assert "suppressions" not in quoted
    assert hidden["suppressions"] == [{"kind": "inSource", "justification": "the council's own word"}]


def test_sarif_fits_the_shape_of_the_standard(checked: Checked) -> None:
    """The parts of the SARIF 2.1.0 schema that this log uses, written as a schema of their own."""
    from jsonschema import Draft202012Validator

    text = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
    whole = {"type": "integer", "minimum": 1}
    region = {
        "type": "object",
        "required": ["startLine"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), whole),
            "snippet": text,
        },
    }
    rule = {
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "name": {"type": "string", "pattern": "^[A-Za-z0-9]+$"},
            "shortDescription": text,
            "fullDescription": text,
            "help": text,
            "defaultConfiguration": {"properties": {"level": {"enum": ["none", "note", "warning", "error"]}}},
        },
    }
    result = {
        "type": "object",
        "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
        "properties": {
            "message": text,
            "locations": {
                "items": {"properties": {"physicalLocation": {"properties": {"region": region}}}},
                "minItems": 1,
            },
            "suppressions": {"items": {"properties": {"kind": {"enum": ["inSource", "external"]}}}},
        },
    }
    run = {
        "required": ["tool", "results"],
        "properties": {
            "tool": {"properties": {"driver": {"required": ["name"], "properties": {"rules": {"items": rule}}}}},
            "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            "results": {"items": result},
        },
    }
    schema = {"required": ["version", "runs"], "properties": {"version": {"const": "2.1.0"}, "runs": {"items": run}}}
    assert not list(Draft202012Validator(schema).iter_errors(sarif.record(checked)))


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ([], "note", 0),
        (["note"], "warning", 0),
        (["note"], "note", 1),
        (["note", "warning"], "warning", 1),
        (["warning"], "error", 0),
        (["error"], "warning", 1),
        (["error"], "never", 0),
    ],
)
def test_exit_code(findings: tuple[Finding, ...], severities: list[Severity], fail_on: FailOn, code: int) -> None:
    graded = [replace(findings[0], severity=severity) for severity in severities]
    assert exit_code(graded, fail_on) == code


def test_findings_of_other_articles_are_no_findings_of_the_draft(checked: Checked, draft: Article) -> None:
    from framing.editor.result import assemble

    other = replace(checked.findings[0], article="a2")
    assert not assemble([draft], [other], {}).findings
