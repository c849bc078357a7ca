"""The documents keep to their schemas, and the schemas to one another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from framing.config import Config
from framing.report import json as documents
from framing.report.excerpts import withhold
from framing.types import Comparison, Finding, JsonDict

NAMES = ("annotation", "comparison", "check", "annotate-lines", "align-lines")


@pytest.fixture(scope="session")
def schemas(root: Path) -> dict[str, Any]:
    return {name: json.loads((root / f"docs/schema/{name}.json").read_text(encoding="utf-8")) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(schemas: dict[str, Any], name: str) -> None:
    Draft202012Validator.check_schema(schemas[name])


def test_what_two_schemas_both_define_is_the_same(schemas: dict[str, Any]) -> None:
    seen: dict[str, Any] = {}
    for schema in schemas.values():
        for name, definition in schema["$defs"].items():
            assert seen.setdefault(name, definition) == definition, name


def test_annotation_keeps_to_its_schema(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, schemas: dict[str, Any]
) -> None:
    by_article = {"a2": [f for f in findings if f.article == "a2"]}
    document = documents.annotation_document(comparison.annotations, by_article, run)
    Draft202012Validator(schemas["annotation"]).validate(json.loads(json.dumps(document)))
    assert [len(article["findings"]) for article in document["articles"]] == [0, 6, 0, 0]


@pytest.mark.parametrize("excerpts", ["full", "sentences", "none"])
def test_comparison_keeps_to_its_schema(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict, schemas: dict[str, Any], excerpts: str
) -> None:
    document = documents.comparison_document(comparison, findings, run)
    document = withhold(document, Config.model_validate({"report": {"excerpts": excerpts}}).report)
    Draft202012Validator(schemas["comparison"]).validate(json.loads(json.dumps(document)))
    assert [f["rule"] for f in document["findings"]] == ["C408"]
    assert document["findings"][0]["article"] == "a2"


def test_every_text_beside_a_span_is_the_span(
    comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict
) -> None:
    document = documents.comparison_document(comparison, findings, run)
    texts = {article["id"]: article["text"] for article in document["articles"]}
    for claim in document["claims"]:
        for item in (*claim["members"], *(span for d in claim["differences"] for span in d["spans"])):
            assert texts[item["article"]][item["start"] : item["end"]] == item["text"]
    for article in document["articles"]:
        for attribution in article["attributions"]:
            for span in (attribution["source"], attribution["cue"], *attribution["content"]):
                assert span is None or article["text"][span["start"] : span["end"]] == span["text"]


def test_probabilities_have_four_decimals(comparison: Comparison, findings: tuple[Finding, ...], run: JsonDict) -> None:
    document = documents.comparison_document(comparison, findings, run)
    assert document["pairs"][0]["score"] == 0.9312
    assert document["articles"][0]["sentences"][0]["subjective"] == 0.1235
    assert document["claims"][0]["differences"][0]["score"] == 0.9123


@pytest.mark.parametrize(
    ("path", "value"),
    [(("articles", 0, "genre"), "leak"), (("run", "rules_sha256"), "short"), (("claims", 0, "members"), [])],
)
def test_schemas_refuse_what_the_contract_does_not_know(
    comparison: Comparison, run: JsonDict, schemas: dict[str, Any], path: tuple[Any, ...], value: object
) -> None:
    document = json.loads(json.dumps(documents.comparison_document(comparison, (), run)))
    at = document
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(schemas["comparison"]).validate(document)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        (
            "annotate-lines",
            {"id": 7, "loaded": 0.1, "subjective": 0.2, "loaded_spans": [], "attributions": [], "actors": []},
        ),
        ("align-lines", {"story": "s1", "a": "1", "b": "2", "score": 0.05}),
    ],
)
def test_rows_of_lines_keep_to_their_schema(schemas: dict[str, Any], name: str, row: JsonDict) -> None:
    validator = Draft202012Validator(schemas[name])
    validator.validate(row)
    row.pop("story", row.pop("loaded", None))
    assert not validator.is_valid({key: value for key, value in row.items() if key != "a"})
