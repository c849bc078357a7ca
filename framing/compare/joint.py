"""What the other pairs of a story say of a pair: joint inference over the answers of the pair reader.

A pair is more likely one claim where it leads its rivals, where the sentences beside it are aligned too, and where a
sentence of a third article aligns with both of its sides; it is less likely one where that third sentence aligns with
one side alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.compare.features import Story, lead
from framing.model.pair_reader import OUTPUTS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

JOINT = (
    "first",
    *OUTPUTS,
    "lead_least",
    "lead_most",
    "same_lead_least",
    "same_lead_most",
    "others_least",
    "others_most",
    "partners_least",
    "partners_most",
    "bridge",
    "broken_bridge",
    "neighbours_aligned",
    "beside_aligned",
    "articles_aligned",
)
"""Columns of ``joint``: the first stage's log-odds, the pair reader's, and what the other pairs add."""
_BLOCK = 512


def joint(story: Story, a: Ints, b: Ints, first: Floats, answers: Floats) -> Floats:
    """One row of ``JOINT`` a pair, float32 (pairs, columns); ``first`` (pairs,) and ``answers`` (pairs, outputs)."""
    import numpy as np

    same = answers[:, 0]
    mixed = _sigmoid((same + first) / 2)
    near = np.zeros((len(story.texts), len(story.texts)), dtype=np.float32)
    near[a, b] = near[b, a] = mixed
    columns: list[Floats] = [first, *answers.T]
    for score in (mixed, _sigmoid(same)):
        columns += _ordered(lead(score, a, story.article[b]), lead(score, b, story.article[a]))
    columns += _partners(story, near, a, b, mixed)
    columns += _bridges(story, near, a, b)
    columns.append(_around(story, near, a, b, ((-1, -1), (-1, 1), (1, -1), (1, 1))))
    columns.append(_around(story, near, a, b, ((0, -1), (0, 1), (-1, 0), (1, 0))))
    columns.append(_article_strength(story, a, b, mixed))
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _sigmoid(values: NDArray[Any]) -> Floats:
    import numpy as np

    return np.asarray(1.0 / (1.0 + np.exp(-np.asarray(values, dtype=np.float32))), dtype=np.float32)


def _ordered(one: Floats, two: Floats) -> list[Floats]:
    import numpy as np

    return [np.minimum(one, two), np.maximum(one, two)]


def _partners(story: Story, near: Floats, a: Ints, b: Ints, mixed: Floats) -> list[Floats]:
    """How much else each side is aligned with: in the other article, and in all of them."""
    import numpy as np

    sums = np.stack([near[:, story.article == number].sum(axis=1) for number in range(int(story.article.max()) + 1)])
    rivals = _ordered(sums[story.article[b], a] - mixed, sums[story.article[a], b] - mixed)
    total = sums.sum(axis=0)
    return rivals + _ordered(total[a] - mixed, total[b] - mixed)


def _bridges(story: Story, near: Floats, a: Ints, b: Ints) -> list[Floats]:
    """The best sentence of a third article for both sides together, and the best for one side without the other."""
    import numpy as np

    whole, broken = (np.zeros(len(a), dtype=np.float32) for _ in range(2))
    for start in range(0, len(a), _BLOCK):
        one, two = a[start : start + _BLOCK], b[start : start + _BLOCK]
        third = (story.article[None, :] != story.article[one][:, None]) & (
            story.article[None, :] != story.article[two][:, None]
        )
        least = np.where(third, np.minimum(near[one], near[two]), 0.0)
        most = np.where(third, np.maximum(near[one], near[two]), 0.0)
        whole[start : start + _BLOCK] = least.max(axis=1)
        broken[start : start + _BLOCK] = (most - least).max(axis=1)
    return [whole, broken]


def _around(story: Story, near: Floats, a: Ints, b: Ints, steps: tuple[tuple[int, int], ...]) -> Floats:
    """The best aligned of the pairs that stand ``steps`` from each pair in the same two articles."""
    import numpy as np

    last = len(story.texts) - 1
    best = np.zeros(len(a), dtype=np.float32)
    for down, across in steps:
        i, j = np.clip(a + down, 0, last), np.clip(b + across, 0, last)
        inside = (i == a + down) & (j == b + across)
        inside &= (story.article[i] == story.article[a]) & (story.article[j] == story.article[b])
        best = np.maximum(best, np.where(inside, near[i, j], 0.0))
    return best


def _article_strength(story: Story, a: Ints, b: Ints, mixed: Floats) -> Floats:
    """How much of the two articles is aligned: the sum of their pairs over the root of their sizes' product."""
    import numpy as np

    count = int(story.article.max()) + 1
    key = story.article[a] * count + story.article[b]
    sums = np.bincount(key, weights=mixed, minlength=count * count)
    sizes = np.bincount(story.article, minlength=count)
    return np.asarray(sums[key] / np.sqrt(1.0 + sizes[story.article[a]] * sizes[story.article[b]]), dtype=np.float32)
