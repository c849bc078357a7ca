"""How a piece is worded: which sentences are loaded or subjective, and which words carry it.

A linear model over the encoder's states and named lexical features marks words, adjacent marks become spans, and a
second linear model picks the rule (W101 loaded language, W102 name-calling, W103 exaggeration, W104 euphemism, W106
stance adverb). Whose words they are is decided elsewhere: quoted and paraphrased wording is marked like the writer's
own. Labels: BABE (Spinde et al. 2021) and newspaper openings marked under this project's own guide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.annotate import lexicon, wording_features
from framing.config import Config
from framing.errors import ModelError
from framing.model import linear
from framing.types import Encoding, Evidence, Name, Quote, Sentence, Span, WordingSpan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.annotate.wording_features import Word

HEAD = Path(linear.__file__).parent / "heads" / "wording.json"
SCHEMA = "framing.heads.wording/1"
RULES = ("W101", "W102", "W103", "W104", "W106")
SCORED_ROLES = frozenset({"body", "title"})
_REASONS = 3
_DECISION = 0.5
_RULE_OF_LIST = {"stance_adverbs": "W106", "euphemisms": "W104"}
_BLANKS = frozenset({" ", "\u00a0"})
_JOINERS = _BLANKS | {", ", "-"}


@dataclass(frozen=True, slots=True)
class WordingResult:
    """Per sentence the probabilities that it is loaded and that it is subjective, and the marked spans in order.

    Sentences that make no claim (captions, bylines, …) have 0.0 and no spans.
    """

    loaded: tuple[float, ...]
    subjective: tuple[float, ...]
    spans: tuple[WordingSpan, ...]


@dataclass(frozen=True, eq=False)
class Variant:
    """One set of models over one choice of features: with the encoder's states, or lexical alone."""

    word: linear.Linear
    rule: linear.Linear
    loaded: linear.Linear
    subjective: linear.Linear
    word_calibration: linear.Calibration
    loaded_calibration: linear.Calibration
    subjective_calibration: linear.Calibration


@dataclass(frozen=True, eq=False)
class Head:
    """The stored classifier."""

    counts: wording_features.Counts
    contextual: Variant
    lexical: Variant


@dataclass(frozen=True, eq=False)
class Marked:
    """A run of words of one sentence that the word model marks: first and last word, and the strongest of them."""

    first: int
    last: int
    peak: int


def score(
    article_text: str,
    sentences: Sequence[Sentence],
    encoding: Encoding,
    quotes: Sequence[Quote],
    names: Sequence[Name],
    config: Config,
) -> WordingResult:
    """The wording of one article; ``encoding`` holds one vector a sentence and offsets into ``article_text``.

    Spans are those that score ``config.wording.threshold`` or more; 0.5 is the decision that training fixed. With an
    encoder other than the bundled one the models over lexical features alone are used. Raises ``ModelError`` where the
    stored models are missing or damaged.
    """
    import numpy as np

    head = load()
    variant = head.contextual if config.encoder.model == "bundled" else head.lexical
    loaded = [0.0] * len(sentences)
    subjective = [0.0] * len(sentences)
    spans: list[WordingSpan] = []
    quoted = [quote.span for quote in quotes]
    named = [name.span for name in names]
    for i, sentence in enumerate(sentences):
        if sentence.role not in SCORED_ROLES:
            continue
        words = wording_features.words(article_text, sentence.span, _near(named, sentence), _near(quoted, sentence))
        if not any(word.candidate for word in words):
            continue
        text = sentence.span.of(article_text)
        table = wording_features.table(
            words,
            article_text,
            text,
            head.counts,
            vector=encoding.vectors[i],
            offsets=encoding.offsets[i],
            states=encoding.states[i],
            contextual=variant is head.contextual,
        )
        logits = variant.word.logits(table.words)[:, 0]
        logits[[not word.candidate for word in words]] = -np.inf
        row = wording_features.sentence_row(table, logits)[None, :]
        loaded[i] = float(variant.loaded_calibration(variant.loaded.logits(row)[:, 0])[0])
        subjective[i] = float(variant.subjective_calibration(variant.subjective.logits(row)[:, 0])[0])
        lists = wording_features.lists_of(words)
        scores = _with_stance_adverbs(variant.word_calibration(logits), words, lists)
        for mark in marked(words, scores, article_text, config.wording.threshold):
            spans.append(_span(mark, words, lists, scores, table.words, variant, article_text))
    return WordingResult(tuple(loaded), tuple(subjective), tuple(spans))


def _with_stance_adverbs(
    scores: NDArray[np.float64], words: Sequence[Word], lists: Sequence[frozenset[str]]
) -> NDArray[np.float64]:
    """``scores`` with listed stance adverbs at the decision at least: they mean the same in nearly every sentence."""
    import numpy as np

    listed = [word.candidate and "stance_adverbs" in held for word, held in zip(words, lists, strict=True)]
    return np.where(listed, np.maximum(scores, _DECISION), scores)


def marked(words: Sequence[Word], scores: NDArray[np.float64], text: str, threshold: float) -> Iterator[Marked]:
    """Runs of words at or above ``threshold``, joined over a blank, a comma or one grammatical word.

    A run never crosses a quotation mark, so that each has one voice.
    """
    run: list[int] = []
    for i, word in enumerate(words):
        if not word.candidate or scores[i] < threshold:
            continue
        if run and not _joined(words, run[-1], i, text):
            yield _run(run, scores)
            run = []
        run.append(i)
    if run:
        yield _run(run, scores)


def _run(run: Sequence[int], scores: NDArray[np.float64]) -> Marked:
    return Marked(run[0], run[-1], max(run, key=lambda i: (scores[i], -i)))


def _joined(words: Sequence[Word], before: int, after: int, text: str) -> bool:
    if after - before > 2 or words[before].quoted != words[after].quoted:
        return False
    if after - before == 2 and not words[before + 1].function:
        return False
    gaps = {text[words[i].end : words[i + 1].start] for i in range(before, after)}
    return gaps <= (_BLANKS if after - before == 2 else _JOINERS)


def _span(
    mark: Marked,
    words: Sequence[Word],
    lists: Sequence[frozenset[str]],
    scores: NDArray[np.float64],
    rows: NDArray[np.float32],
    variant: Variant,
    text: str,
) -> WordingSpan:
    chosen = [i for i in range(mark.first, mark.last + 1) if words[i].candidate]
    shares = variant.rule.distribution(rows[chosen]).mean(axis=0)
    rule = variant.rule.outputs[int(shares.argmax())]
    for name, of_list in _RULE_OF_LIST.items():
        if name in lists[mark.peak]:
            rule = of_list
    first, last = _whole_phrase(mark, words)
    peak = words[mark.peak]
    return WordingSpan(
        rule=rule,
        start=words[first].start,
        end=words[last].end,
        score=round(float(scores[mark.peak]), 4),
        evidence=_evidence(peak, variant.word.contributions(rows[mark.peak]), lists[mark.peak], text),
    )


def _whole_phrase(mark: Marked, words: Sequence[Word]) -> tuple[int, int]:
    """First and last word of the mark with the rest of a listed phrase it ends in: ``of course``, not ``course``."""
    held = lexicon.phrases([word.form for word in words])
    first, last = mark.first, mark.last
    while (
        first > 0 and held[first] and held[first - 1] == held[first] and words[first - 1].quoted == words[first].quoted
    ):
        first -= 1
    while last + 1 < len(words) and held[last] and held[last + 1] == held[last]:
        if words[last + 1].quoted != words[last].quoted:
            break
        last += 1
    return first, last


def _evidence(word: Word, contributions: dict[str, float], lists: frozenset[str], text: str) -> tuple[Evidence, ...]:
    """The strongest reasons for marking ``word``, in words, each with what it adds to its log-odds."""
    reasons: dict[str, float] = {}
    surface = text[word.start : word.end]
    for feature, value in contributions.items():
        sentence = _reason(feature, surface, lists)
        reasons[sentence] = reasons.get(sentence, 0.0) + value
    strongest = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:_REASONS]
    return tuple(
        Evidence(sentence, value=round(value, 3), start=word.start, end=word.end)
        for sentence, value in strongest
        if value > 0
    )


def _reason(feature: str, surface: str, lists: frozenset[str]) -> str:
    """What a feature group says, so that groups which say the same are added up."""
    kind, _, _ = feature.partition(":")
    if kind in ("in", "lists", "phrase"):
        if not lists:
            return f"‘{surface}’ is in no list of loaded words"
        held = " and of ".join(lexicon.CATEGORIES[name] for name in lexicon.CATEGORIES if name in lists)
        return f"‘{surface}’ is in the list of {held}"
    if kind == "beside" or feature == "before:intensifier":
        return "the words beside it are in lists of loaded words"
    if kind == "share" or feature in wording_features.SENTENCE_COLUMNS:
        return "the sentence around it reads like those that editors marked"
    if kind == "rarity":
        return f"‘{surface}’ is a rare word in news"
    return _REASON.get(kind, "its place and form in the sentence").format(surface)


_REASON = {
    "outside": "editors often marked ‘{}’ in other news",
    "state": "the meaning of ‘{}’ in this sentence resembles words that editors marked",
    "suffix": "the ending of ‘{}’ is common among marked words",
    "hyphen": "‘{}’ is written like a coinage",
}


def _near(spans: Sequence[Span], sentence: Sentence) -> list[Span]:
    return [span for span in spans if span.overlaps(sentence.span)]


@lru_cache(maxsize=1)
def load(path: Path = HEAD) -> Head:
    """The stored classifier; raises ``ModelError`` where it is missing, damaged or does not fit the features."""
    data = linear.read(path, SCHEMA)
    try:
        counts = wording_features.Counts(rarity=data["counts"]["rarity"], outside=data["counts"]["outside"])
        variants = {name: _variant(data[name], f"{path}: {name}") for name in ("contextual", "lexical")}
    except KeyError as error:
        raise ModelError(f"{path}: lacks {error}; reinstall framing") from error
    for name, variant in variants.items():
        if variant.word.features != wording_features.word_groups(contextual=name == "contextual"):
            raise ModelError(f"{path}: {name}: was trained on other features; train it again")
    return Head(counts, variants["contextual"], variants["lexical"])


def _variant(data: dict[str, dict[str, object]], where: str) -> Variant:
    return Variant(
        word=linear.Linear.from_json(data["word"], where),
        rule=linear.Linear.from_json(data["rule"], where),
        loaded=linear.Linear.from_json(data["loaded"], where),
        subjective=linear.Linear.from_json(data["subjective"], where),
        word_calibration=linear.Calibration.from_json(data["word_calibration"], where),
        loaded_calibration=linear.Calibration.from_json(data["loaded_calibration"], where),
        subjective_calibration=linear.Calibration.from_json(data["subjective_calibration"], where),
    )
