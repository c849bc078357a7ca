"""What the pair scorer knows of two sentences of one story.

``Story`` holds the sentences of all articles with their words, vectors and token states; ``features(story, a, b)``
gives one row of ``FEATURES`` a pair. Everything is symmetric in the two sentences: directed measures enter as the
smaller and the larger of the two directions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.compare.lexical import Words, news_rarity, rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

FEATURES = (
    "cosine",
    "cosine_centred",
    "tfidf",
    "tfidf_no_names",
    "cover_least",
    "cover_most",
    "shared_weight",
    "shared_rarest",
    "shared_second",
    "news_weight",
    "news_cover_least",
    "news_cover_most",
    "both_weight",
    "both_cover_least",
    "both_cover_most",
    "unnamed_weight",
    "unnamed_cover",
    "unnamed_rarest",
    "shared_words",
    "bigrams",
    "longest_run",
    "longest_run_share",
    "quoted_run",
    "both_quote",
    "one_quotes",
    "names_jaccard",
    "names_shared",
    "numbers_shared",
    "numbers_differ",
    "late_least",
    "late_most",
    "late_plain",
    "late_centred_least",
    "late_centred_most",
    "cosine_rank_least",
    "cosine_rank_most",
    "tfidf_rank_least",
    "tfidf_rank_most",
    "cosine_margin_least",
    "cosine_margin_most",
    "tfidf_margin_least",
    "tfidf_margin_most",
    "late_margin_least",
    "late_margin_most",
    "place_gap",
    "place_first",
    "place_least",
    "length_least",
    "length_ratio",
    "neighbours_diagonal",
    "neighbours_cosine",
    "article_similarity",
    "story_sentences",
)


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """Sentences of all articles of one story, articles one after the other.

    ``article`` numbers each sentence's article, ``place`` its order in it (0-based); ``vectors`` (n, d) are unit
    length; ``states[i]`` (m, d) are token states with ``offsets[i]`` (m, 2) into ``texts[i]``.
    """

    texts: tuple[str, ...]
    words: tuple[Words, ...]
    article: Ints
    place: Ints
    vectors: Floats
    offsets: tuple[Ints, ...]
    states: tuple[Floats, ...]
    weight: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        texts: Sequence[str],
        article: Sequence[int],
        vectors: Floats,
        offsets: Sequence[Ints],
        states: Sequence[Floats],
    ) -> Story:
        """The story of ``texts``, whose articles are given by number in non-decreasing order."""
        import numpy as np

        from framing.compare.lexical import read

        words = tuple(read(text) for text in texts)
        numbers = np.asarray(article, dtype=np.int64)
        starts = np.concatenate([[0], np.flatnonzero(np.diff(numbers)) + 1]) if len(numbers) else np.zeros(0, int)
        place = np.arange(len(numbers)) - np.repeat(starts, np.diff(np.append(starts, len(numbers))))
        return cls(tuple(texts), words, numbers, place, vectors, tuple(offsets), tuple(states), rarity(words))

    def similar(self) -> Matrices:
        """All-pairs similarities of the sentences."""
        return matrices(self)


@dataclass(frozen=True, slots=True, eq=False)
class Matrices:
    """Dense similarities of all sentences of a story."""

    cosine: Floats
    centred: Floats
    tfidf: Floats
    tfidf_no_names: Floats
    cross: NDArray[np.bool_]


def _unit(rows: Floats) -> Floats:
    import numpy as np

    norms = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)


def _bags(story: Story, *, names: bool) -> Floats:
    """Rows of rarity-weighted words, unit length; words of one article only cannot match and only lengthen the row."""
    import numpy as np

    seen: dict[str, int] = {}
    shared: dict[str, int] = {}
    for number, words in zip(story.article.tolist(), story.words, strict=True):
        for word in words.content:
            if seen.setdefault(word, number) != number:
                shared.setdefault(word, len(shared))
    rows = np.zeros((len(story.words), len(shared) + 1), dtype=np.float32)
    for i, words in enumerate(story.words):
        rest = 0.0
        for word, count in words.content.items():
            if not names and word in words.names:
                continue
            value = story.weight[word] * (1 + np.log(count))
            column = shared.get(word)
            if column is None:
                rest += value * value
            else:
                rows[i, column] = value
        rows[i, -1] = np.sqrt(rest)
    rows = _unit(rows)
    rows[:, -1] = 0
    return rows


def matrices(story: Story) -> Matrices:
    """All-pairs similarities of the story's sentences, (n, n) each."""
    centred = _unit(story.vectors - story.vectors.mean(axis=0, keepdims=True))
    full, bare = _bags(story, names=True), _bags(story, names=False)
    cross = story.article[:, None] != story.article[None, :]
    return Matrices(story.vectors @ story.vectors.T, centred @ centred.T, full @ full.T, bare @ bare.T, cross)


MANY_ARTICLES = 8
"""Stories of more articles than this are searched less densely, so that the work grows with their sentences."""
MOST_PARTNERS = 40
"""Most partners of one sentence that are proposed in such a story, over all other articles together."""


def candidates(story: Story, similar: Matrices, *, top: int = 4) -> tuple[Ints, Ints]:
    """Pairs worth scoring: across articles, alike by vector or words, or among the ``top`` of either sentence."""
    import numpy as np

    keep = (similar.centred > 0.30) | (similar.tfidf > 0.12)
    for number in np.unique(story.article):
        columns = np.flatnonzero(story.article == number)
        rows = np.flatnonzero(story.article != number)
        if not len(rows):
            continue
        count = min(top, len(columns))
        for matrix in (similar.centred, similar.tfidf):
            block = matrix[np.ix_(rows, columns)]
            best = np.argpartition(-block, count - 1, axis=1)[:, :count]
            keep[rows[:, None], columns[best]] = True
    keep = (keep | keep.T) & similar.cross
    if len(np.unique(story.article)) > MANY_ARTICLES:
        keep &= _best_partners(similar.centred + similar.tfidf, keep)
    a, b = np.nonzero(np.triu(keep, 1))
    return a.astype(np.int64), b.astype(np.int64)


def _best_partners(likeness: Floats, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of the pairs to ``keep`` are among the best ``MOST_PARTNERS`` of either sentence."""
    import numpy as np

    count = min(MOST_PARTNERS, len(likeness))
    ranked = np.where(keep, likeness, -np.inf)
    best = np.argpartition(-ranked, count - 1, axis=1)[:, :count]
    chosen = np.zeros_like(keep)
    chosen[np.arange(len(likeness))[:, None], best] = True
    return chosen | chosen.T


def features(story: Story, similar: Matrices, a: Ints, b: Ints) -> Floats:
    """One row of ``FEATURES`` for each pair (``a[i]``, ``b[i]``), float32 (len(a), len(FEATURES))."""
    import numpy as np

    columns: dict[str, Floats] = {
        "cosine": similar.cosine[a, b],
        "cosine_centred": similar.centred[a, b],
        "tfidf": similar.tfidf[a, b],
        "tfidf_no_names": similar.tfidf_no_names[a, b],
    }
    columns |= _lexical(story, a, b)
    late, late_columns = _late(story, a, b)
    columns |= late_columns
    columns |= _ranks(story, similar, a, b)
    columns |= _margins(story, late, a, b)
    columns |= _places(story, similar, a, b)
    return np.stack([np.asarray(columns[name], dtype=np.float32) for name in FEATURES], axis=1)


def _least_most(name: str, one: Floats, two: Floats) -> dict[str, Floats]:
    import numpy as np

    return {f"{name}_least": np.minimum(one, two), f"{name}_most": np.maximum(one, two)}


def _lexical(story: Story, a: Ints, b: Ints) -> dict[str, Floats]:
    import numpy as np

    names = (
        "cover_a cover_b shared_weight shared_rarest shared_second shared_words bigrams longest_run longest_run_share "
        "quoted_run both_quote one_quotes names_jaccard names_shared numbers_shared numbers_differ"
    ).split()
    table = np.zeros((len(a), len(names)), dtype=np.float32)
    totals = [sum(story.weight[w] for w in words.content) or 1.0 for words in story.words]
    pairs = [set(zip(w.order, w.order[1:], strict=False)) for w in story.words]
    for row, (i, j) in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
        one, two = story.words[i], story.words[j]
        shared = sorted((story.weight[w] for w in one.content.keys() & two.content.keys()), reverse=True)
        weight = sum(shared)
        run = _longest_run(one.order, two.order)
        quoted = _longest_run(one.quoted, two.quoted) if one.quoted and two.quoted else 0
        either = len(one.names | two.names)
        both = len(one.names & two.names)
        numbers = len(one.numbers & two.numbers)
        table[row] = (
            weight / totals[i],
            weight / totals[j],
            weight,
            shared[0] if shared else 0.0,
            shared[1] if len(shared) > 1 else 0.0,
            len(shared),
            len(pairs[i] & pairs[j]),
            run,
            run / max(1, min(len(one.order), len(two.order))),
            quoted,
            bool(one.quoted) and bool(two.quoted),
            bool(one.quoted) != bool(two.quoted),
            both / either if either else -1.0,
            both,
            numbers,
            bool(one.numbers and two.numbers and not numbers),
        )
    columns = {name: table[:, k] for k, name in enumerate(names)}
    columns |= _least_most("cover", columns.pop("cover_a"), columns.pop("cover_b"))
    return columns | _news_weights(story, a, b)


def _news_weights(story: Story, a: Ints, b: Ints) -> dict[str, Floats]:
    """Shared words by how rare they are in news at large, and by that times how rare they are in the story."""
    import numpy as np

    rare = [{w: news_rarity(w) for w in words.content} for words in story.words]
    both = [{w: value * story.weight[w] for w, value in row.items()} for row in rare]
    totals = [(sum(x.values()) or 1.0, sum(y.values()) or 1.0) for x, y in zip(rare, both, strict=True)]
    unnamed = [
        sum(value for w, value in row.items() if w not in words.names) or 1.0
        for row, words in zip(both, story.words, strict=True)
    ]
    table = np.zeros((len(a), 9), dtype=np.float32)
    for row, (i, j) in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
        one, two = story.words[i], story.words[j]
        shared = one.content.keys() & two.content.keys()
        news = sum(rare[i][w] for w in shared)
        weight = sum(both[i][w] for w in shared)
        plain = [both[i][w] for w in shared if w not in one.names and w not in two.names]
        covers = sorted((news / totals[i][0], news / totals[j][0]))
        shares = sorted((weight / totals[i][1], weight / totals[j][1]))
        least = min(sum(plain) / unnamed[i], sum(plain) / unnamed[j])
        table[row] = (news, *covers, weight, *shares, sum(plain), least, max(plain, default=0.0))
    names = (
        "news_weight news_cover_least news_cover_most both_weight both_cover_least both_cover_most "
        "unnamed_weight unnamed_cover unnamed_rarest"
    ).split()
    return {name: table[:, k] for k, name in enumerate(names)}


def _longest_run(one: Sequence[str], two: Sequence[str]) -> int:
    """Length of the longest run of words that stands in both."""
    best = 0
    previous: dict[int, int] = {}
    where: dict[str, list[int]] = {}
    for j, word in enumerate(two):
        where.setdefault(word, []).append(j)
    for word in one:
        current: dict[int, int] = {}
        for j in where.get(word, ()):
            length = previous.get(j - 1, 0) + 1
            current[j] = length
            best = max(best, length)
        previous = current
    return best


def _late(story: Story, a: Ints, b: Ints) -> tuple[Floats, dict[str, Floats]]:
    """Late interaction (Khattab & Zaharia 2020) over token states, tokens weighted by their word's rarity."""
    import numpy as np

    units = [_unit(np.asarray(s, dtype=np.float32)) for s in story.states]
    total = sum(len(s) for s in units)
    mean = sum((s.sum(axis=0) for s in units), np.zeros(units[0].shape[1], dtype=np.float32)) / max(1, total)
    centred = [_unit(s - mean) for s in units]
    weights = [_token_weights(story, i) for i in range(len(units))]
    table = np.zeros((len(a), 5), dtype=np.float32)
    for row, (i, j) in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
        if not len(units[i]) or not len(units[j]):
            continue
        plain = units[i] @ units[j].T
        bare = centred[i] @ centred[j].T
        one, two = plain.max(axis=1), plain.max(axis=0)
        table[row] = (
            one @ weights[i],
            two @ weights[j],
            (one.mean() + two.mean()) / 2,
            bare.max(axis=1) @ weights[i],
            bare.max(axis=0) @ weights[j],
        )
    columns = _least_most("late", table[:, 0], table[:, 1]) | {"late_plain": table[:, 2]}
    columns |= _least_most("late_centred", table[:, 3], table[:, 4])
    return np.asarray((table[:, 3] + table[:, 4]) / 2, dtype=np.float32), columns


def _token_weights(story: Story, i: int) -> Floats:
    """Weights of sentence ``i``'s tokens by the rarity of their word in the story; they sum to one."""
    import numpy as np

    from framing.compare.lexical import stem, word_spans

    text, offsets = story.texts[i], story.offsets[i]
    weights = np.full(len(offsets), 0.05, dtype=np.float32)
    spans = word_spans(text)
    at = 0
    for k, (start, end) in enumerate(offsets.tolist()):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] < end:
            weights[k] = max(0.05, story.weight.get(stem(text[spans[at][0] : spans[at][1]]), 0.05))
    return np.asarray(weights / max(float(weights.sum()), 1e-9), dtype=np.float32)


def _ranks(story: Story, similar: Matrices, a: Ints, b: Ints) -> dict[str, Floats]:
    """How many sentences of the other article are more alike, and how far the best of the others is behind."""
    import numpy as np

    columns: dict[str, Floats] = {}
    groups = {int(number): np.flatnonzero(story.article == number) for number in np.unique(story.article)}
    for name, matrix in (("cosine", similar.centred), ("tfidf", similar.tfidf)):
        rank = np.zeros((2, len(a)), dtype=np.float32)
        margin = np.zeros((2, len(a)), dtype=np.float32)
        for side, (one, two) in enumerate(((a, b), (b, a))):
            other = story.article[two]
            for number, members in groups.items():
                rows = np.flatnonzero(other == number)
                if not len(rows):
                    continue
                block = matrix[one[rows]][:, members]
                own = matrix[one[rows], two[rows]][:, None]
                rank[side, rows] = (block > own).sum(axis=1)
                block = np.where(members[None, :] == two[rows][:, None], -1.0, block)
                margin[side, rows] = own[:, 0] - block.max(axis=1)
        columns |= _least_most(f"{name}_rank", rank[0], rank[1])
        columns |= _least_most(f"{name}_margin", margin[0], margin[1])
    return columns


def _margins(story: Story, score: Floats, a: Ints, b: Ints) -> dict[str, Floats]:
    """Lead of a pair's late-interaction score over the best other candidate of the same sentence and article."""
    one = lead(score, a, story.article[b])
    two = lead(score, b, story.article[a])
    return _least_most("late_margin", one, two)


def lead(score: Floats, sentence: Ints, article: Ints) -> Floats:
    """For each pair its score less the best other score with the same ``sentence`` and other ``article``."""
    import numpy as np

    result = np.asarray(score, dtype=np.float32).copy()
    if not len(result):
        return result
    key = sentence * (int(article.max()) + 1) + article
    order = np.lexsort((-score, key))
    starts = np.concatenate([[True], key[order][1:] != key[order][:-1]])
    first = np.flatnonzero(starts)
    group = np.cumsum(starts) - 1
    best = score[order][first][group]
    second_at = first + 1
    has_second = np.append(first[1:], len(order)) - first > 1
    second = np.where(has_second, score[order][np.minimum(second_at, len(order) - 1)], 0.0)[group]
    result[order] = np.where(starts, score[order] - second, score[order] - best)
    return result


def _places(story: Story, similar: Matrices, a: Ints, b: Ints) -> dict[str, Floats]:
    import numpy as np

    counts = np.bincount(story.article)
    share = story.place / np.maximum(1, counts[story.article] - 1)
    lengths = np.array([len(w.order) for w in story.words], dtype=np.float32)
    n = len(story.texts)
    diagonal = np.zeros(len(a), dtype=np.float32)
    around = np.zeros(len(a), dtype=np.float32)
    for step in (-1, 1):
        i, j = np.clip(a + step, 0, n - 1), np.clip(b + step, 0, n - 1)
        inside = (story.article[i] == story.article[a]) & (story.article[j] == story.article[b])
        inside &= (i != a) & (j != b)
        diagonal = np.maximum(diagonal, np.where(inside, similar.tfidf[i, j], 0))
        around += np.where(inside, similar.centred[i, j], 0)
    pairs = story.article[a] * (int(story.article.max()) + 1) + story.article[b]
    alike = np.zeros(len(a), dtype=np.float32)
    for key in np.unique(pairs):
        rows = pairs == key
        first = int(np.flatnonzero(rows)[0])
        one = story.article == story.article[a[first]]
        two = story.article == story.article[b[first]]
        alike[rows] = similar.tfidf[np.ix_(one, two)].max(axis=1).mean()
    least = np.minimum(lengths[a], lengths[b])
    return {
        "place_gap": np.abs(share[a] - share[b]),
        "place_first": ((story.place[a] == 0) | (story.place[b] == 0)).astype(np.float32),
        "place_least": np.minimum(share[a], share[b]),
        "length_least": least,
        "length_ratio": least / np.maximum(1, np.maximum(lengths[a], lengths[b])),
        "neighbours_diagonal": diagonal,
        "neighbours_cosine": around,
        "article_similarity": alike,
        "story_sentences": np.full(len(a), float(n), dtype=np.float32),
    }
