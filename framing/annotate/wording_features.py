"""What the wording classifier sees of a word and of a sentence: the reader's answers and named lexical features.

Proper names are masked: a name is never marked, and no lexical feature reads its letters, so that who acts does not
change what is marked. Everything here is a pure function of text, reading and spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.annotate import lexicon
from framing.language import words as tokenizer
from framing.types import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.model.reader import Reading

SUFFIXES = ("ly", "ous", "ful", "less", "able", "ible", "ing", "ed", "est", "ist", "ism", "ive", "al", "ish", "ic", "s")
FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us", "ours", "mine", "ourselves", "myself"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself"})
NEGATIONS = frozenset({"not", "no", "never", "nothing", "nobody", "none", "neither", "nor", "cannot"})
MODALS = frozenset({"must", "should", "ought", "need", "needs", "shouldn't", "mustn't"})
CONTRASTS = frozenset({"but", "yet", "however", "instead", "though", "despite", "still", "rather"})

WORDING_RULES = tuple(f"findings.W10{n}" for n in range(1, 9))
READ_WORDS = (
    *WORDING_RULES,
    "findings.own_wording", "findings.own", "findings.S201", "findings.S204", "babe.words",
    "basil.lexical", "basil.informational", "ptc.any", "ptc.Loaded_Language", "ptc.Name_Calling,Labeling",
    "ptc.Exaggeration,Minimisation", "attribution.content", "attribution.cue",
)  # fmt: skip
"""The reader's token outputs that the word model sees; the wording rules come first."""
READ_SENTENCES = (
    "findings.own_wording", "findings.premise", "babe.loaded", "babe.opinion", "babe.factual", "basil.lexical",
    "basil.informational", "ukraine.subjective", "ukraine.hidden", "subj", "weasel", "cw", "biased",
)  # fmt: skip
"""The reader's sentence outputs that the models see."""
STRONGEST = 3
FLOOR = -8.0

_LISTS = tuple(lexicon.CATEGORIES)
_MASK = "name"
_YEARS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: its span, its letters in lower case (``name`` for names), and what keeps it unmarked."""

    start: int
    end: int
    form: str
    name: bool
    term: bool
    function: bool
    quoted: bool
    capital: bool

    @property
    def candidate(self) -> bool:
        """Whether a wording mark may start or end on this word."""
        return not (self.name or self.term or self.function)


def words(text: str, span: Span, names: Sequence[Span], quotes: Sequence[Span]) -> tuple[Word, ...]:
    """The words of ``text[span]`` with offsets into ``text``; ``names`` and ``quotes`` are spans of the same text."""
    sentence = text[span.start : span.end]
    found = [Span(span.start + s.start, span.start + s.end) for s in tokenizer.tokens(sentence)]
    surfaces = [s.of(text) for s in found]
    capitals = [surface[0].isupper() for surface in surfaces]
    titled = _title_cased(surfaces)
    named = [
        any(s.overlaps(n) for n in names) or (i > 0 and capitals[i] and not titled and not _starts(text, s, span))
        for i, s in enumerate(found)
    ]
    forms = [_form(surface) for surface in surfaces]
    masked = [_MASK if name else form for name, form in zip(named, forms, strict=True)]
    terms = lexicon.domain_terms(forms)
    return tuple(
        Word(
            start=s.start,
            end=s.end,
            form=masked[i],
            name=named[i],
            term=terms[i],
            function=lexicon.is_function_word(masked[i]) or bool(_YEARS.match(masked[i])),
            quoted=any(s.overlaps(q) for q in quotes),
            capital=capitals[i],
        )
        for i, s in enumerate(found)
    )


def _form(surface: str) -> str:
    return surface.lower().replace("’", "'").replace("‐", "-").replace("‑", "-")


def _starts(text: str, word: Span, sentence: Span) -> bool:
    """Whether a capital is owed to the place: after a colon, a stop or an opening quotation mark."""
    before = text[max(sentence.start, word.start - 3) : word.start].rstrip()
    return before.endswith((":", ".", "!", "?", "…", '"', "“", "‘", "(", "—", "–"))


def _title_cased(surfaces: Sequence[str]) -> bool:
    """Whether most content words are capitalised, as in a headline: a capital then says nothing."""
    content = [s for s in surfaces[1:] if len(s) > 3 and s[0].isalpha()]
    return len(content) >= 3 and sum(s[0].isupper() for s in content) >= 0.7 * len(content)


WORD_COLUMNS: tuple[str, ...] = (
    *(f"in:{name}" for name in _LISTS),
    *(f"beside:{name}" for name in _LISTS),
    *(f"suffix:{suffix}" for suffix in SUFFIXES),
    "phrase",
    "lists",
    "hyphen",
    "capital",
    "shouted",
    "quoted",
    "length",
    "first",
    "last",
    "before:function",
    "after:function",
    "before:name",
    "after:name",
    "after:exclamation",
    "before:intensifier",
    "rarity",
    "outside",
)
"""The lexical features of a word, in order. ``rarity`` and ``outside`` come from counts learnt in training."""

SENTENCE_COLUMNS: tuple[str, ...] = (
    *(f"share:{name}" for name in _LISTS),
    "words",
    "exclamation",
    "question",
    "first-person",
    "second-person",
    "negation",
    "obligation",
    "contrast",
    "numbers",
    "names",
    "quoted",
    "comparative",
    "adverbs",
    "outside:mean",
    "outside:highest",
)
"""The lexical features of a sentence, in order."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What training learnt of single words: how common each is, and how far editors' other data marks it."""

    rarity: dict[str, float]
    outside: dict[str, float]

    def rarity_of(self, form: str) -> float:
        """0 for the commonest words to 1 for words never seen."""
        return self.rarity.get(form, 1.0)

    def outside_of(self, form: str) -> float:
        """Log-odds over the average of being marked in other labelled data; 0 for words not seen often enough."""
        return self.outside.get(form, 0.0)


def lists_of(sentence: Sequence[Word]) -> tuple[frozenset[str], ...]:
    """For each word of a sentence the word lists (``lexicon.CATEGORIES``) that hold it or a phrase it is part of."""
    together = lexicon.phrases([w.form for w in sentence])
    single = (frozenset[str]() if w.name or w.term else lexicon.categories(w.form) for w in sentence)
    return tuple(alone | phrase for alone, phrase in zip(single, together, strict=True))


def word_features(sentence: Sequence[Word], text: str, counts: Counts) -> NDArray[np.float32]:
    """(words × ``WORD_COLUMNS``) for the words of one sentence."""
    import numpy as np

    n = len(sentence)
    out = np.zeros((n, len(WORD_COLUMNS)), dtype=np.float32)
    together = lexicon.phrases([w.form for w in sentence])
    lists = lists_of(sentence)

    for i, word in enumerate(sentence):
        beside = (lists[i - 1] if i else frozenset()) | (lists[i + 1] if i + 1 < n else frozenset())
        row = [float(name in lists[i]) for name in _LISTS]
        row += [float(name in beside) for name in _LISTS]
        row += [float(not word.name and word.form.endswith(suffix)) for suffix in SUFFIXES]
        row += [
            float(bool(together[i])),
            float(len(lists[i])),
            float("-" in word.form),
            float(word.capital),
            float(len(word.form) > 2 and not word.name and text[word.start : word.end].isupper()),
            float(word.quoted),
            0.0 if word.name else min(len(word.form), 16) / 16,
            float(i == 0),
            float(i == n - 1),
            float(i > 0 and sentence[i - 1].function),
            float(i + 1 < n and sentence[i + 1].function),
            float(i > 0 and sentence[i - 1].name),
            float(i + 1 < n and sentence[i + 1].name),
            float(text[word.end : word.end + 1] == "!"),
            float(i > 0 and "intensifiers" in lists[i - 1]),
            0.0 if word.name else counts.rarity_of(word.form),
            0.0 if word.name else counts.outside_of(word.form),
        ]
        out[i] = row
    return out


def sentence_features(sentence: Sequence[Word], text: str, counts: Counts) -> NDArray[np.float32]:
    """(``SENTENCE_COLUMNS``,) for one sentence, from its words; ``text`` is the sentence itself."""
    import numpy as np

    n = max(len(sentence), 1)
    content = [w for w in sentence if w.candidate]
    forms = [w.form for w in sentence]
    together = lexicon.phrases(forms)
    lists = [lexicon.categories(w.form) | t for w, t in zip(sentence, together, strict=True) if w.candidate]
    outside = [counts.outside_of(w.form) for w in content]
    row = [min(sum(name in found for found in lists), 3) / 3 for name in _LISTS]
    row += [
        min(n, 60) / 60,
        float("!" in text),
        float(text.rstrip("\"'”’)").endswith("?")),
        float(any(f in FIRST_PERSON for f in forms)),
        float(any(f in SECOND_PERSON for f in forms)),
        float(any(f in NEGATIONS or f.endswith("n't") for f in forms)),
        float(any(f in MODALS for f in forms)),
        float(any(f in CONTRASTS for f in forms)),
        min(sum(f[0].isdigit() for f in forms), 4) / 4,
        sum(w.name for w in sentence) / n,
        sum(w.quoted for w in sentence) / n,
        float(any(f in ("more", "most", "less", "least") or f.endswith("est") for f in forms)),
        min(sum(f.endswith("ly") and w.candidate for f, w in zip(forms, sentence, strict=True)), 3) / 3,
        sum(outside) / max(len(outside), 1),
        max([0.0, *outside]),
    ]
    return np.array(row, dtype=np.float32)


def read_words(sentence: Sequence[Word], reading: Reading, index: int) -> NDArray[np.float32]:
    """(words × ``READ_WORDS`` and two more): what the reader says of each word of the sentence ``index``.

    Log-odds of a word's likeliest piece. The columns that follow are the likeliest of the wording rules, and the same
    of the words beside.
    """
    import numpy as np

    first, last = reading.bounds[index]
    out = np.full((len(sentence), len(READ_WORDS) + 2), FLOOR, dtype=np.float32)
    if not sentence or first == last:
        return out
    odds = logit(np.stack([reading.tokens[name][first:last] for name in READ_WORDS], axis=1))
    offsets = reading.offsets[first:last]
    starts = np.searchsorted(offsets[:, 1], [word.start for word in sentence], side="right").tolist()
    ends = np.searchsorted(offsets[:, 0], [word.end for word in sentence], side="left").tolist()
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if end > start:
            out[i, : len(READ_WORDS)] = odds[start] if end == start + 1 else odds[start:end].max(axis=0)
    best = out[:, : len(WORDING_RULES)].max(axis=1)
    beside = np.full(len(best) + 2, FLOOR, dtype=np.float32)
    beside[1:-1] = best
    out[:, -2] = best
    out[:, -1] = np.maximum(beside[:-2], beside[2:])
    return out


def read_sentence(reading: Reading, index: int) -> NDArray[np.float32]:
    """(``READ_SENTENCES``,): what the reader says of a sentence as a whole, as log-odds."""
    import numpy as np

    return logit(np.array([reading.sentences[name][index] for name in READ_SENTENCES], dtype=np.float32))


def logit(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log-odds, kept between ``FLOOR`` and its opposite."""
    import numpy as np

    inside = np.clip(probabilities.astype(np.float64), 1e-9, 1 - 1e-9)
    return np.clip(np.log(inside / (1 - inside)), FLOOR, -FLOOR).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Table:
    """The feature rows of one sentence: ``words`` (n × word columns) and what the sentence rows start from."""

    words: NDArray[np.float32]
    sentence: NDArray[np.float32]


def table(
    sentence: Sequence[Word], text: str, sentence_text: str, counts: Counts, reading: Reading, index: int
) -> Table:
    """All features of the sentence ``index`` of ``reading``."""
    import numpy as np

    lexical = word_features(sentence, text, counts)
    whole = np.concatenate([read_sentence(reading, index), sentence_features(sentence, sentence_text, counts)])
    spread = np.broadcast_to(whole, (len(sentence), len(whole)))
    return Table(np.hstack([read_words(sentence, reading, index), lexical, spread]), whole)


def sentence_row(found: Table, logits: NDArray[np.float64]) -> NDArray[np.float32]:
    """The row of the sentence models: the sentence's features, its strongest word logits and likeliest words.

    ``logits`` are the word model's, minus infinity for words that cannot be marked.
    """
    import numpy as np

    strongest = np.full(STRONGEST, FLOOR)
    ordered = np.sort(logits[np.isfinite(logits)])[::-1][:STRONGEST]
    strongest[: len(ordered)] = np.maximum(ordered, FLOOR)
    read = found.words[:, : len(READ_WORDS)].max(axis=0) if len(found.words) else np.full(len(READ_WORDS), FLOOR)
    return np.concatenate([found.sentence, strongest, read]).astype(np.float32)


def word_groups() -> tuple[tuple[str, int], ...]:
    """Names and widths of the columns of ``Table.words``."""
    named = (*(f"read:{n}" for n in READ_WORDS), "read:wording", "read:beside", *WORD_COLUMNS)
    return tuple((name, 1) for name in (*named, *(f"sentence:{n}" for n in READ_SENTENCES), *SENTENCE_COLUMNS))


def sentence_groups() -> tuple[tuple[str, int], ...]:
    """Names and widths of the columns of ``sentence_row``."""
    named = (*((f"sentence:{n}", 1) for n in READ_SENTENCES), *((name, 1) for name in SENTENCE_COLUMNS))
    return (*named, ("strongest words", STRONGEST), *((f"word:{n}", 1) for n in READ_WORDS))
