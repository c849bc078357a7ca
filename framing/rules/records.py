"""A finding as the JSON that ``framing`` prints: the one place where its keys are written."""

from __future__ import annotations

from framing.types import Evidence, Finding, JsonDict

_DIGITS = 4


def evidence_record(evidence: Evidence) -> JsonDict:
    """One reason as JSON: the sentence in words, its value, and where it stands (``null`` where nowhere)."""
    return {
        "sentence": evidence.sentence,
        "value": None if evidence.value is None else round(float(evidence.value), _DIGITS),
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
    }


def finding_record(finding: Finding, *, article: bool = False) -> JsonDict:
    """A finding as JSON; with its ``article`` where the record does not already stand under one."""
    record: JsonDict = {"article": finding.article} if article else {}
    return record | {
        "rule": finding.rule,
        "name": finding.name,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "score": round(float(finding.score), _DIGITS),
        "severity": finding.severity,
        "voice": finding.voice,
        "speaker": finding.speaker,
        "message": finding.message,
        "evidence": [evidence_record(evidence) for evidence in finding.evidence],
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
    }
