"""Articles of different stories are told apart; related coverage stays together."""

from __future__ import annotations

from framing.compare import stories
from tests.compare.building import annotation

FERRY = (
    "The ferry Aurora sank off Olm on Sunday night with 80 people aboard. Divers searched the wreck of the ferry.",
    "Divers searched for survivors of the ferry Aurora, which sank near the port of Olm on Sunday. Families wait.",
    "Families of the passengers of the Aurora asked why the ferry left Olm in a storm. The ferry sank on Sunday.",
)
BUDGET = (
    "Parliament passed the treasury's budget on Tuesday after a dispute over pensions. Pensions rise by two percent.",
    "The budget that parliament passed raises pensions by two percent, the treasury said. It had lasted weeks.",
    "Pensions were the last dispute before parliament passed the budget on Tuesday. The treasury gave way.",
)


def test_two_stories_are_split_in_order_of_appearance() -> None:
    mixed = [t for pair in zip(FERRY, BUDGET, strict=True) for t in pair]
    made = [annotation(f"a{i}", text) for i, text in enumerate(mixed, start=1)]
    assert stories.group(made) == (("a1", "a3", "a5"), ("a2", "a4", "a6"))


def test_one_story_stays_one() -> None:
    for texts in (FERRY, BUDGET):
        made = [annotation(f"a{i}", text) for i, text in enumerate(texts, start=1)]
        assert stories.group(made) == (("a1", "a2", "a3"),)


def test_one_article_and_none() -> None:
    assert stories.group([]) == ()
    assert stories.group([annotation("a1", FERRY[0])]) == (("a1",),)


def test_an_empty_article_is_in_a_story() -> None:
    made = [annotation("a1", FERRY[0]), annotation("a2", "")]
    assert sorted(i for story in stories.group(made) for i in story) == ["a1", "a2"]
