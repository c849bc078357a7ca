"""Swap the party, the person, the nation or the faith in a sentence: the labels stay."""

from __future__ import annotations

import pytest

from framing.config import Config
from framing.rules import registry
from framing.types import Article
from tests.rules import reading

SWAPS = {
    "party": ("Republicans", "Democrats"),
    "leader": ("Donald Trump", "Joe Biden"),
    "person": ("Pavel Lindqvist", "Amina Okafor"),
    "nation": ("Russia", "Ukraine"),
    "adjective": ("Israeli", "Iranian"),
    "faith": ("Muslim", "Christian"),
}
SENTENCES = (
    ("party", "The {} rightly walked out of the disastrous hearing, and critics say the bill goes too far."),
    ("party", "The {} passed a bill on Tuesday by nine votes to six."),
    ("leader", "{} lashed out at the board and claimed that the figures were fake."),
    ("leader", "{} signed the bill on Tuesday."),
    ("person", "{} insisted that the massive shortfall was no surprise."),
    ("nation", "The offer includes significant concessions by {}."),
    ("nation", "{} signed the treaty on Tuesday."),
    ("adjective", "The {} government closed two newspapers on Tuesday."),
    ("adjective", "The brutal {} regime crushed the protest."),
    ("faith", "A {} school opened on Tuesday near the old mill."),
)


def labels(text: str, name: str) -> set[tuple[str, str, str]]:
    """Each marked word with the letter of its rule and its voice; how marks are cut into spans may differ."""
    annotation = reading.annotate_fully(Article("a1", text))
    return {
        (finding.rule[0], word, finding.voice)
        for finding in registry.check_annotation(annotation, Config())
        for word in finding.text.replace(name, "").split()
    }


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_labels_stay(kind: str, sentence: str) -> None:
    one, other = SWAPS[kind]
    assert labels(sentence.format(one), one) == labels(sentence.format(other), other)
