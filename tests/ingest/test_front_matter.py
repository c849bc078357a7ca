"""What a person wrote at the head of a file overrides every guess, and is no part of the text."""

from __future__ import annotations

import pytest

from framing.config import Config
from framing.errors import InputError
from framing.ingest import read_text

BODY = "NORDHAVN (AP) -- The council approved a ferry line on Tuesday, its chair said. It will run four times a day."


def test_every_key(config: Config) -> None:
    text = (
        "---\ntitle: Ferry line approved\noutlet: Harbour Post Opinion\nagency: Associated Press\nbyline: Ann "
        "Hall and Tom Rask\n"
        f"date: 2025-08-12\ngenre: analysis\nnotes: Written for a class.\n---\n\n{BODY}\n"
    )
    (article,) = read_text(text, "a.md", config)
    assert article.text == BODY
    assert text[article.source_offset :].startswith(BODY)
    assert (article.title, article.outlet, article.agency) == ("Ferry line approved", "Harbour Post", "AP")
    assert (article.bylines, article.published, article.genre) == (("Ann Hall", "Tom Rask"), "2025-08-12", "analysis")
    assert ("front-matter", "Written for a class.") in {(note.code, note.message) for note in article.notes}


def test_command_line_outranks_front_matter(config: Config) -> None:
    text = f"---\noutlet: Harbour Post\ndate: 12 August 2025\n---\n{BODY}"
    (article,) = read_text(text, "a.md", config, outlet="Inland Herald", published="August 13, 2025")
    assert (article.outlet, article.published) == ("Inland Herald", "2025-08-13")


def test_lists_of_names_and_title_in_the_text(config: Config) -> None:
    text = f"---\ntitle: Ferry approved\nbylines: [Ann Hall, Tom Rask]\n---\n# Ferry approved\n\n{BODY}"
    (article,) = read_text(text, "a.md", config)
    assert article.bylines == ("Ann Hall", "Tom Rask")
    assert article.text.startswith("# Ferry approved")
    assert [region.kind for region in article.regions] == ["boilerplate", "title", "dateline"]


def test_unknown_key_is_a_note_with_a_suggestion(config: Config) -> None:
    (article,) = read_text(f"---\noutlets: Harbour Post\n---\n{BODY}", "a.md", config)
    (note,) = [note for note in article.notes if note.code == "unknown-key"]
    assert note.message == "front matter has the unknown key `outlets`; did you mean `outlet`?"
    assert article.outlet is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("genre: opinon", "genre 'opinon' is none of .*did you mean 'opinion'"),
        ("date: soon", "date 'soon' is not a day"),
        ("date: 03/04/2025", "is not a day"),
        ("title: [a, b]", "`title` must be one line"),
        ("byline: {a: b}", "`byline` must be a name"),
        ("title: 'open", "not valid YAML"),
    ],
)
def test_wrong_values_are_errors(line: str, reason: str, config: Config) -> None:
    with pytest.raises(InputError, match=f"^a.md: .*{reason}"):
        read_text(f"---\n{line}\n---\n{BODY}", "a.md", config)


def test_several_blocks_are_several_pieces(config: Config) -> None:
    text = (
        f"---\ntitle: Ferry approved\noutlet: Harbour Post\n---\n{BODY}\n\n---\ntitle: Bridges closed\noutlet: "
        f"Inland Herald\n---\n"
        "Two bridges were closed on Monday, the ministry said.\n"
    )
    articles = read_text(text, "a.md", config)
    assert [(a.title, a.outlet) for a in articles] == [
        ("Ferry approved", "Harbour Post"),
        ("Bridges closed", "Inland Herald"),
    ]
    assert all(text[a.source_offset :].startswith(a.text) for a in articles)


def test_rules_without_keys_are_no_front_matter(config: Config) -> None:
    (article,) = read_text(f"---\n\n{BODY}\n\n---\n\nIt will cost nine million crowns.\n", "a.md", config)
    assert article.text.startswith("NORDHAVN")
    assert article.text.endswith("crowns.")
