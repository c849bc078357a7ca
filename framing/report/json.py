"""The JSON documents ``framing.annotation/1`` and ``framing.comparison/1``; their schemas stand in ``docs/schema``.

Offsets count characters of ``article.text``, end exclusive; ``text`` beside a span repeats ``article.text[start:end]``;
unknown is ``None``; probabilities are rounded to four decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from framing.annotate.records import actor_record, attribution_record
from framing.report.words import body_words
from framing.rules.records import evidence_record, finding_record
from framing.types import (
    Absence,
    Annotation,
    Claim,
    Comparison,
    Difference,
    Edit,
    Finding,
    JsonDict,
    Member,
    Note,
    Pair,
    Place,
)

ANNOTATION_SCHEMA = "framing.annotation/1"
COMPARISON_SCHEMA = "framing.comparison/1"


def annotation_document(
    annotations: Sequence[Annotation], findings_by_article: Mapping[str, Sequence[Finding]], run: JsonDict
) -> JsonDict:
    """What ``framing annotate --format json`` prints; an article without an entry in the mapping has no findings."""
    return {
        "schema": ANNOTATION_SCHEMA,
        "run": run,
        "articles": [article_record(a, findings_by_article.get(a.article.id, ())) for a in annotations],
    }


def comparison_document(comparison: Comparison, findings: Sequence[Finding], run: JsonDict) -> JsonDict:
    """What ``framing compare --format json`` prints.

    ``findings`` holds those of single articles and those of the comparison together: comparison rules (codes ``C…``)
    stand in the document's own list, each with its ``article``; the others stand with their article.
    """
    texts = {article.id: article.text for article in comparison.articles}
    alone, across = split_findings(findings)
    by_article: dict[str, list[Finding]] = {}
    for finding in alone:
        by_article.setdefault(finding.article, []).append(finding)
    return {
        "schema": COMPARISON_SCHEMA,
        "run": run,
        "articles": [article_record(a, by_article.get(a.article.id, ())) for a in comparison.annotations],
        "origins": [list(group) for group in comparison.origins],
        "edits": [_edit(edit) for edit in comparison.edits],
        "stories": [list(group) for group in comparison.stories],
        "pairs": [_pair(pair) for pair in comparison.pairs],
        "claims": [_claim(claim, texts) for claim in comparison.claims],
        "findings": [finding_record(finding, article=True) for finding in across],
        "notes": _notes(comparison.notes),
    }


def split_findings(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that concern one article alone, and those that come from comparing (rules ``C…``), in order."""
    alone: list[Finding] = []
    across: list[Finding] = []
    for finding in findings:
        (across if finding.rule.startswith("C") else alone).append(finding)
    return tuple(alone), tuple(across)


def article_record(annotation: Annotation, findings: Sequence[Finding]) -> JsonDict:
    """One entry of ``articles``: the article, everything annotated in it, and the findings about it alone."""
    article = annotation.article
    text = article.text
    return {
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "label": article.label,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "bylines": list(article.bylines),
        "published": article.published,
        "genre": article.genre,
        "words": len(body_words(article)),
        "text": text,
        "source_offset": article.source_offset,
        "regions": [{"kind": r.kind, "start": r.start, "end": r.end} for r in article.regions],
        "sentences": [
            {
                "start": s.start,
                "end": s.end,
                "paragraph": s.paragraph,
                "role": s.role,
                "voice": s.voice,
                "loaded": _round(s.loaded),
                "subjective": _round(s.subjective),
            }
            for s in annotation.sentences
        ],
        "quotes": [
            {"start": q.start, "end": q.end, "kind": q.kind, "speaker": q.speaker, "closed": q.closed}
            for q in annotation.quotes
        ],
        "attributions": [attribution_record(a, text) for a in annotation.attributions],
        "actors": [actor_record(actor) for actor in annotation.actors],
        "quantities": [asdict(quantity) for quantity in annotation.quantities],
        "findings": [finding_record(finding) for finding in findings],
        "notes": _notes(article.notes),
    }


def _edit(edit: Edit) -> JsonDict:
    return {
        "kind": edit.kind,
        "article": edit.article,
        "against": edit.against,
        "here": _place(edit.here) if edit.here is not None else None,
        "there": _place(edit.there) if edit.there is not None else None,
        "message": edit.message,
    }


def _pair(pair: Pair) -> JsonDict:
    return {
        "a": _place(pair.a),
        "b": _place(pair.b),
        "score": _round(pair.score),
        "evidence": [evidence_record(evidence) for evidence in pair.evidence],
    }


def _claim(claim: Claim, texts: Mapping[str, str]) -> JsonDict:
    return {
        "id": claim.id,
        "text": claim.text,
        "members": [_member(member) for member in claim.members],
        "origins": claim.origins,
        "strength": _round(claim.strength),
        "differences": [_difference(difference, texts) for difference in claim.differences],
        "absent": [_absence(absence) for absence in claim.absent],
    }


def _member(member: Member) -> JsonDict:
    return {
        "article": member.article,
        "start": member.start,
        "end": member.end,
        "text": member.text,
        "status": member.status,
        "source": member.source,
        "rung": member.rung,
        "certainty": member.certainty,
        "position": _round(member.position),
    }


def _difference(difference: Difference, texts: Mapping[str, str]) -> JsonDict:
    return {
        "kind": difference.kind,
        "between": list(difference.between),
        "spans": [{**_place(place), "text": place.span.of(texts[place.article])} for place in difference.spans],
        "score": _round(difference.score),
        "message": difference.message,
    }


def _absence(absence: Absence) -> JsonDict:
    nearest = absence.nearest
    return {
        "article": absence.article,
        "verdict": absence.verdict,
        "nearest": None
        if nearest is None
        else {"start": nearest.start, "end": nearest.end, "text": nearest.text, "score": _round(nearest.score)},
        "reason": absence.reason,
    }


def _place(place: Place) -> JsonDict:
    return {"article": place.article, "start": place.start, "end": place.end}


def _notes(notes: Iterable[Note]) -> list[JsonDict]:
    return [{"code": note.code, "message": note.message} for note in notes]


def _round(value: float) -> float:
    # numpy floats are not JSON numbers of the standard library, and -0.0 would differ from 0.0 in the output
    return round(float(value), 4) + 0.0
