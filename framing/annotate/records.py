"""Attributions and actors as the JSON of the contract; offsets into the text they were found in."""

from __future__ import annotations

from framing.types import Actor, Attribution, JsonDict, Span


def attribution_record(attribution: Attribution, text: str) -> JsonDict:
    """Source, cue and content of one attribution, each with its words of ``text``."""
    source, cue = attribution.source, attribution.cue
    return {
        "source": None if source is None else {**span_record(source.span, text), "name": source.name},
        "cue": None if cue is None else span_record(cue, text),
        "content": [span_record(span, text) for span in attribution.content],
        "kind": attribution.kind,
        "rung": attribution.rung,
        "assumed": attribution.assumed,
        "reason_given": attribution.reason_given,
    }


def actor_record(actor: Actor) -> JsonDict:
    """An actor, the names it goes by, and its mentions with the stance taken toward each."""
    return {
        "name": actor.name,
        "aliases": list(actor.aliases),
        "mentions": [
            {"start": m.start, "end": m.end, "stance": round(m.stance, 4), "voice": m.voice} for m in actor.mentions
        ],
        "stance": round(actor.stance, 4),
    }


def span_record(span: Span, text: str) -> JsonDict:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}
