"""A check as JSON, schema ``framing.check/1``."""

from __future__ import annotations

import json

from framing.editor.result import Checked
from framing.rules.records import finding_record
from framing.types import JsonDict

SCHEMA = "framing.check/1"


def record(checked: Checked) -> JsonDict:
    """The check as the contract has it; ``unused_suppressions`` are comments that answer nothing."""
    return {
        "schema": SCHEMA,
        "run": checked.run,
        "path": checked.path,
        "findings": [finding_record(finding, article=True) for finding in checked.findings],
        "suppressed": [
            finding_record(hidden.finding, article=True) | {"reason": hidden.reason} for hidden in checked.suppressed
        ],
        "unused_suppressions": [
            {"article": article, "start": unused.span.start, "end": unused.span.end, "message": unused.message}
            for article, unused in checked.unused
        ],
    }


def render(checked: Checked) -> str:
    """The record as indented JSON text."""
    return json.dumps(record(checked), indent=2, ensure_ascii=False) + "\n"
