"""How a piece is worded: which sentences are loaded or subjective, which words carry it, and whose words they are.

The reader says of every word how likely each wording rule is; a linear model over its answers and named lexical
features decides which words are marked, adjacent marks become spans, and the rule that the reader finds likeliest names
each (W101 to W107; W108 has its own patterns). A second model decides whether a span is the writer's own wording, two
more give a sentence's ``loaded`` and ``subjective``, and one says where a sentence takes over a contested claim or one
side's premise (S201, S204). Labels: newspaper openings marked under this project's own guide and BABE (Spinde et al.
2021); BASIL (Fan et al. 2019) and the techniques of Da San Martino et al. 2019 teach the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from framing.annotate import lexicon, voice, wording_features
from framing.config import Config
from framing.errors import ModelError
from framing.model import linear
from framing.types import Attribution, Evidence, Name, Quote, Sentence, Span, WordingSpan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.annotate.wording_features import Word
    from framing.model.reader import Reading

HEAD = Path(linear.__file__).parent / "heads" / "wording.json"
SCHEMA = "framing.heads.wording/2"
RULES = ("W101", "W102", "W103", "W104", "W105", "W106", "W107")
PREMISES = ("S201", "S204")
SCORED_ROLES = frozenset({"body", "title"})
MODELS = ("word", "own", "loaded", "subjective", "premise")
_REASONS = 3
_DECISION = 0.5
_RULE_OF_LIST = {"stance_adverbs": "W106", "euphemisms": "W104"}
_BLANKS = frozenset({" ", "\u00a0"})
_JOINERS = _BLANKS | {", ", "-"}
_STRONG_PREMISE: Final = 8
_LEAST_CLAUSE: Final = 4
_BREAK: Final = re.compile(r"(?<=[,;:—–)])\s|\s(?=[—–(])|(?<=\w)[—–](?=\w)")
_EDGES: Final = " \t\r\n,;:.—–"
OWN_COLUMNS = (
    "read:own", "read:content", "quoted", "scare", "reported", "assumed", *(f"rule:{rule}" for rule in RULES),
)  # fmt: skip
PREMISE_COLUMNS = (
    *(f"sentence:{name}" for name in wording_features.READ_SENTENCES),
    "S201:highest", "S201:mean", "S204:highest", "S204:mean", "content:mean", "own:mean", "quoted", "informational",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordingResult:
    """Per sentence the probabilities that it is loaded and that it is subjective, and the marked spans in order.

    Sentences that make no claim (captions, bylines, …) have 0.0 and no spans.
    """

    loaded: tuple[float, ...]
    subjective: tuple[float, ...]
    spans: tuple[WordingSpan, ...]
    premises: tuple[WordingSpan, ...]
    voices: Heard


@dataclass(frozen=True, eq=False)
class Heard:
    """The model of whose words a span is, for one article (``types.Voices``)."""

    head: Head
    reading: Reading
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]

    def own(self, span: Span, rule: str) -> float:
        """The probability that words marked under ``rule`` are the writer's own."""
        found = WordingSpan(rule, span.start, span.end, 1.0)
        return self.head.score("own", own_row(found, self.reading, self.quotes, self.attributions))


@dataclass(frozen=True, eq=False)
class Head:
    """The stored models, each with the curve that makes its logits probabilities."""

    counts: wording_features.Counts
    models: dict[str, linear.Linear]
    curves: dict[str, linear.Calibration]

    def score(self, name: str, row: NDArray[np.float32]) -> float:
        """The calibrated probability that a model gives one row."""
        return float(self.curves[name](self.models[name].logits(row[None, :])[:, 0])[0])


@dataclass(frozen=True, eq=False)
class Marked:
    """A run of words of one sentence that the word model marks: first and last word, and the strongest of them."""

    first: int
    last: int
    peak: int


def score(
    article_text: str,
    sentences: Sequence[Sentence],
    reading: Reading,
    quotes: Sequence[Quote],
    names: Sequence[Name],
    attributions: Sequence[Attribution],
    config: Config,
) -> WordingResult:
    """The wording of one article; ``reading`` is the reader's of ``article_text`` with these sentences.

    Spans are those that score ``config.wording.threshold`` or more; 0.5 is the decision that training fixed. Raises
    ``ModelError`` where the stored models are missing or damaged.
    """
    import numpy as np

    head = load()
    heard = Heard(head, reading, tuple(quotes), tuple(attributions))
    loaded = [0.0] * len(sentences)
    subjective = [0.0] * len(sentences)
    spans: list[WordingSpan] = []
    premises: list[WordingSpan] = []
    quoted = [quote.span for quote in quotes]
    named = [name.span for name in names]
    for i, sentence in enumerate(sentences):
        if sentence.role not in SCORED_ROLES:
            continue
        words = wording_features.words(article_text, sentence.span, _near(named, sentence), _near(quoted, sentence))
        if not any(word.candidate for word in words):
            continue
        text = sentence.span.of(article_text)
        table = wording_features.table(words, article_text, text, head.counts, reading, i)
        logits = head.models["word"].logits(table.words)[:, 0]
        logits[[not word.candidate for word in words]] = -np.inf
        row = wording_features.sentence_row(table, logits)
        loaded[i] = head.score("loaded", row)
        subjective[i] = head.score("subjective", row)
        lists = wording_features.lists_of(words)
        scores = _with_listed(head.curves["word"](logits), words, lists)
        for mark in marked(words, scores, article_text, config.wording.threshold):
            found = _span(mark, words, lists, scores, table.words, head, article_text)
            own = heard.own(found.span, found.rule)
            spans.append(WordingSpan(found.rule, found.start, found.end, found.score, found.evidence, round(own, 4)))
        premise = head.score("premise", premise_row(reading, i, words))
        if premise >= config.wording.threshold:
            premises.append(_premise(article_text, sentence, reading, i, premise))
    return WordingResult(tuple(loaded), tuple(subjective), tuple(spans), tuple(premises), heard)


def own_row(
    found: WordingSpan, reading: Reading, quotes: Sequence[Quote], attributions: Sequence[Attribution]
) -> NDArray[np.float32]:
    """(``OWN_COLUMNS``,): what tells whether a marked span is the writer's own wording."""
    import numpy as np

    pieces = reading.pieces(found.start, found.end)
    heard, _, assumed = voice.at(found.span, quotes, attributions)
    read = [
        float(wording_features.logit(reading.tokens[name][pieces]).mean()) if pieces.stop > pieces.start else 0.0
        for name in ("findings.own", "attribution.content")
    ]
    around = [q for q in quotes if q.span.overlaps(found.span)]
    row = [
        *read,
        float(any(q.kind == "speech" for q in around)),
        float(any(q.kind != "speech" for q in around)),
        float(heard == "attributed"),
        float(assumed),
        *(float(found.rule == rule) for rule in RULES),
    ]
    return np.array(row, dtype=np.float32)


def premise_row(reading: Reading, index: int, words: Sequence[Word]) -> NDArray[np.float32]:
    """(``PREMISE_COLUMNS``,): what tells whether a sentence takes over a contested claim or a premise."""
    import numpy as np

    pieces = slice(*reading.bounds[index])
    row = list(wording_features.read_sentence(reading, index))
    for rule in PREMISES:
        odds = np.sort(wording_features.logit(reading.tokens[f"findings.{rule}"][pieces]))[::-1]
        row += [float(odds[0]), float(odds[:_STRONG_PREMISE].mean())] if odds.size else [wording_features.FLOOR] * 2
    for name in ("attribution.content", "findings.own"):
        shares = reading.tokens[name][pieces]
        row.append(float(shares.mean()) if shares.size else 0.0)
    row.append(sum(word.quoted for word in words) / max(len(words), 1))
    informational = wording_features.logit(reading.tokens["basil.informational"][pieces])
    row.append(float(informational.max()) if informational.size else wording_features.FLOOR)
    return np.array(row, dtype=np.float32)


def _premise(text: str, sentence: Sentence, reading: Reading, index: int, score: float) -> WordingSpan:
    """The stretch of the sentence that the reader takes for the claim, under the likelier of the two rules."""
    first, last = reading.bounds[index]
    by_rule = {rule: reading.tokens[f"findings.{rule}"][first:last] for rule in PREMISES}
    rule = max(PREMISES, key=lambda r: (float(by_rule[r].max()), r))
    span = premise_span(text, sentence, reading, index)
    reason = {
        "S201": "It reads like sentences that careful editors marked as a contested claim told as fact.",
        "S204": "It reads like sentences that careful editors marked as one side's premise taken over.",
    }[rule]
    return WordingSpan(rule, span.start, span.end, round(score, 4), (Evidence(reason, round(score, 4)),))


def premise_span(text: str, sentence: Sentence, reading: Reading, index: int) -> Span:
    """The clauses that hold the words at least half as likely as the likeliest; ``_LEAST_CLAUSE`` words or more.

    Clauses and not runs of likely words: where a run ends depends on who is spoken of, where a clause ends does not.
    """
    import numpy as np

    first, last = reading.bounds[index]
    if first == last:
        return sentence.span
    chances = np.maximum(*(reading.tokens[f"findings.{rule}"][first:last] for rule in PREMISES))
    likely = np.flatnonzero(chances >= float(chances.max()) / 2)
    cuts = [sentence.start, *(m.end() for m in _BREAK.finditer(text, sentence.start, sentence.end)), sentence.end]
    places = [int(reading.offsets[first + int(i)][0]) for i in (likely[0], likely[-1])]
    low, high = (max(i for i, cut in enumerate(cuts[:-1]) if cut <= place) for place in places)
    high += 1
    while len(text[cuts[low] : cuts[high]].split()) < _LEAST_CLAUSE and (low > 0 or high + 1 < len(cuts)):
        low, high = (low, high + 1) if high + 1 < len(cuts) else (low - 1, high)
    start, end = cuts[low], cuts[high]
    while end - start > 1 and text[end - 1] in _EDGES:
        end -= 1
    while end - start > 1 and text[start] in _EDGES:
        start += 1
    return Span(start, end)


def _with_listed(
    scores: NDArray[np.float64], words: Sequence[Word], lists: Sequence[frozenset[str]]
) -> NDArray[np.float64]:
    """``scores`` with listed stance adverbs and euphemisms of several words at the decision at least.

    They mean the same in nearly every sentence, and labelled texts have few of them.
    """
    import numpy as np

    together = lexicon.phrases([word.form for word in words])
    listed = [
        word.candidate and ("stance_adverbs" in held or "euphemisms" in phrase)
        for word, held, phrase in zip(words, lists, together, strict=True)
    ]
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
    head: Head,
    text: str,
) -> WordingSpan:
    chosen = [i for i in range(mark.first, mark.last + 1) if words[i].candidate]
    rule = likeliest_rule(rows[chosen], quoted=any(words[i].quoted for i in chosen))
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
        evidence=_evidence(peak, head.models["word"].contributions(rows[mark.peak]), lists[mark.peak], text),
    )


def likeliest_rule(rows: NDArray[np.float32], *, quoted: bool) -> str:
    """The rule that the reader finds likeliest for marked words; scare quotes need quotation marks."""
    import numpy as np

    odds = rows[:, : len(RULES)].astype(np.float64)
    chances = (1 / (1 + np.exp(-odds))).mean(axis=0)
    if not quoted:
        chances[RULES.index("W105")] = 0.0
    return RULES[int(chances.argmax())]


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
    kind, _, detail = feature.partition(":")
    if kind in ("in", "lists", "phrase"):
        if not lists:
            return f"‘{surface}’ is in no list of loaded words"
        held = " and of ".join(lexicon.CATEGORIES[name] for name in lexicon.CATEGORIES if name in lists)
        return f"‘{surface}’ is in the list of {held}"
    if kind == "read":
        corpus = detail.partition(".")[0]
        return _READ.get(corpus, _READ["findings"]).format(surface)
    if kind == "beside" or feature == "before:intensifier":
        return "the words beside it are in lists of loaded words"
    if kind in ("share", "sentence") or feature in wording_features.SENTENCE_COLUMNS:
        return "the sentence around it reads like those that editors marked"
    if kind == "rarity":
        return f"‘{surface}’ is a rare word in news"
    return _REASON.get(kind, "its place and form in the sentence").format(surface)


_READ = {
    "findings": "‘{}’, used as it is here, resembles words that editors marked in news",
    "babe": "‘{}’, used as it is here, resembles words that media researchers marked as biased",
    "basil": "‘{}’, used as it is here, resembles words marked as lexical bias in news",
    "ptc": "‘{}’, used as it is here, resembles words marked as techniques of persuasion",
    "attribution": "whether somebody is reported as saying ‘{}’",
}
_REASON = {
    "outside": "editors often marked ‘{}’ in other news",
    "suffix": "the ending of ‘{}’ is common among marked words",
    "hyphen": "‘{}’ is written like a coinage",
}


def _near(spans: Sequence[Span], sentence: Sentence) -> list[Span]:
    return [span for span in spans if span.overlaps(sentence.span)]


@lru_cache(maxsize=1)
def load(path: Path = HEAD) -> Head:
    """The stored models; raises ``ModelError`` where they are missing, damaged or do not fit the features."""
    data = linear.read(path, SCHEMA)
    try:
        counts = wording_features.Counts(rarity=data["counts"]["rarity"], outside=data["counts"]["outside"])
        models = {name: linear.Linear.from_json(data[name]["model"], f"{path}: {name}") for name in MODELS}
        curves = {name: linear.Calibration.from_json(data[name]["curve"], f"{path}: {name}") for name in MODELS}
    except KeyError as error:
        raise ModelError(f"{path}: lacks {error}; reinstall framing") from error
    for name, groups in groups_of().items():
        if models[name].features != groups:
            raise ModelError(f"{path}: {name}: was trained on other features; train it again")
    return Head(counts, models, curves)


def groups_of() -> dict[str, tuple[tuple[str, int], ...]]:
    """Names and widths of the columns that each model reads."""
    sentence = wording_features.sentence_groups()
    return {
        "word": wording_features.word_groups(),
        "own": tuple((name, 1) for name in OWN_COLUMNS),
        "loaded": sentence,
        "subjective": sentence,
        "premise": tuple((name, 1) for name in PREMISE_COLUMNS),
    }
