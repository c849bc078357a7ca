"""Pages with several pieces, in the layouts that aggregators, clippings and class folders have."""

from __future__ import annotations

from types import ModuleType

import pytest

from framing.config import Config
from framing.ingest import read_text

FERRY, BRIDGE, SCHOOL = (
    "Ferry line approved by the council",
    "Bridges closed over cracks",
    "Fourth teacher for the north",
)

LAYOUTS = {
    "masthead, time, masthead": (
        "Harbour Post\n22 minutes ago\n- Harbour Post\n{ferry}\n{a}\n\n\nInland Herald\n2 hours ago\n- Inland Herald\n"
        "{bridge}\n{b}\n\n\nHarbour Post\n3 hours ago\n- Harbour Post\n{school}\n{c}\n"
    ),
    "masthead and time on one line": (
        "Harbour Post · 2 hours ago\n{ferry}\n{a}\nInland Herald · 3h\n{bridge}\n{b}\nHarbour Post · "
        "yesterday\n{school}\n{c}\n"
    ),
    "source and day under the title": (
        "{ferry}\nSource: Harbour Post\nAugust 12, 2025\n\n{a}\n\n{bridge}\nSource: Inland Herald\nAugust 13, "
        "2025\n\n{b}\n\n"
        "{school}\nSource: Harbour Post\nAugust 14, 2025\n\n{c}\n"
    ),
    "rules between": (
        "{ferry}\nHarbour Post\n\n{a}\n\n---\n\n{bridge}\nInland Herald | 13 August "
        "2025\n\n{b}\n\n-----\n\n{school}\nFrom: Harbour Post\n"
        "\n{c}\n"
    ),
    "markdown titles": (
        "# {ferry}\nSource: Harbour Post\n\n{a}\n\n# {bridge}\nSource: Inland Herald\n\n{b}\n\n# "
        "{school}\nSource: Harbour Post\n\n{c}\n"
    ),
    "numbered": (
        "Article 1\n{ferry} | Harbour Post\n\n{a}\n\nArticle 2\n{bridge} | Inland Herald\n\n{b}\n\nArticle "
        "3\n{school} | Harbour Post\n\n{c}\n"
    ),
    "navigation between": (
        "Home\nWorld\nSport\n\nHarbour Post\n1 hour ago\n{ferry}\n{a}\nHashtags\n#ferry\nTry Our AI "
        "Features\nComments\nNo comments yet...\n"
        "Related Articles\nThe quay at night\nWho is Ann Weir\n\n\nInland Herald\n2 hours "
        "ago\n{bridge}\n{b}\nShare\nFacebook\nTwitter\n"
        "Comments\n\nHarbour Post\n5 hours ago\n{school}\n{c}\nMost read\nThe quay at night\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts(layout: str, config: Config, making: ModuleType) -> None:
    page = layout.format(
        ferry=FERRY, bridge=BRIDGE, school=SCHOOL, a=making.FERRY, b=making.BRIDGE, c=making.SCHOOL
    )  # fmt: skip
    articles = read_text(page, "page.txt", config)
    assert [(a.title, a.outlet) for a in articles] == [
        (FERRY, "Harbour Post"),
        (BRIDGE, "Inland Herald"),
        (SCHOOL, "Harbour Post"),
    ]
    for article, body in zip(articles, (making.FERRY, making.BRIDGE, making.SCHOOL), strict=True):
        assert article.text.endswith(body)
        assert page[article.source_offset :].startswith(article.text)
        assert "several-articles" in {note.code for note in article.notes}
        assert not {"Home", "Comments", "Hashtags", "Share", "Related Articles"} & set(article.text.split("\n"))


def test_signed_pieces_one_below_the_other(config: Config, making: ModuleType) -> None:
    page = (
        f"{FERRY}\nBy Ann Hall\n\n{making.FERRY}\n\n{BRIDGE}\nBy Tom Rask, Reuters\n\nNORDHAVN (Reuters) - "
        f"{making.BRIDGE}\n\n"
        f"(Reporting by Tom Rask)\n\nOpinion: No more teachers\nBy Mia Stone\n\n{making.SCHOOL}\n"
    )
    articles = read_text(page, "page.txt", config)
    assert [(a.bylines, a.agency, a.genre) for a in articles] == [
        (("Ann Hall",), None, "news"),
        (("Tom Rask",), "Reuters", "news"),
        (("Mia Stone",), None, "opinion"),
    ]


@pytest.mark.parametrize(
    "middle",
    [
        "What the fishermen say",
        "WHAT NOW",
        "* * *",
        "___",
        "Related articles\nThe quay at night\nWho is Ann Weir\n",
        "Advertisement",
        "Read more: The quay at night",
        "Dec. 19",
        "10:40 a.m.",
        "## What comes next",
        "Photo: Jon Berg",
    ],
)
def test_one_piece_stays_one(middle: str, config: Config, making: ModuleType) -> None:
    page = (
        f"{FERRY}\nHarbour Post | 12 August 2025\n\n{making.FERRY}\n\n{middle}\n\n{making.BRIDGE}\n\n{making.SCHOOL}\n"
    )
    (article,) = read_text(page, "page.txt", config)
    assert article.title == FERRY
    assert article.text.endswith(making.SCHOOL)


def test_wrapped_lines_are_paragraphs(config: Config, making: ModuleType) -> None:
    import textwrap

    bodies = [textwrap.fill(body, 64) for body in (making.FERRY, making.BRIDGE, making.SCHOOL)]
    page = f"{FERRY}\n\n" + "\n\n".join(bodies)
    (article,) = read_text(page, "page.txt", config)
    assert article.text == "\n\n".join(part.replace("\n", " ") for part in page.split("\n\n"))
    assert [region.kind for region in article.regions] == ["title"]


def test_a_duplicate_on_the_page_is_kept_for_the_reader_to_drop(config: Config, making: ModuleType) -> None:
    block = f"Harbour Post\n2 hours ago\n- Harbour Post\n{FERRY}\n{making.FERRY}\n\n\n"
    articles = read_text(block * 2, "page.txt", config)
    assert [a.text for a in articles] == [articles[0].text] * len(articles)
