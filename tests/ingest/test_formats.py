"""Each format gives the same piece: title, paragraphs, and nothing of the page round them."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from framing.config import Config
from framing.errors import InputError, NotAnArticle, UnsupportedInput
from framing.ingest import read_bytes, read_paths
from framing.types import Article

FILES = Path(__file__).parent / "files"


def paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(region.kind, region.span.of(article.text)) for region in article.regions]


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "pdf", "docx"])
def test_committed_files_give_one_piece(suffix: str, config: Config, making: ModuleType) -> None:
    (article,) = read_paths([FILES / f"ferry.{suffix}"], config).articles
    assert article.title == making.TITLE
    assert making.BRIDGE in " ".join(article.text.split())
    assert article.bylines == ("Ann Hall",)
    assert (article.source_offset is None) == (suffix in {"html", "pdf", "docx"})
    assert "Home" not in article.text


def test_pdf_drops_running_heads_and_page_numbers(config: Config, making: ModuleType) -> None:
    story = [making.FERRY, making.BRIDGE, making.SCHOOL]
    (article,) = read_bytes(making.pdf(story * 5, running="Harbour Post, 12 August"), "a.pdf", config)
    assert paragraphs(article) == [making.TITLE, *story * 5]


def test_pdf_in_two_columns_is_read_column_by_column(config: Config, making: ModuleType) -> None:
    story = [making.FERRY, making.BRIDGE, making.SCHOOL]
    (article,) = read_bytes(making.pdf(story * 2, columns=2), "a.pdf", config)
    assert " ".join(article.text.split()) == " ".join([making.TITLE, *story * 2])


def test_pdf_joins_broken_words(config: Config, making: ModuleType) -> None:
    lines = [
        "The harbour council approved a new ferry line after months of argu-",
        "ment, said its chair, Ann Weir. The well-known line will run four times",
        "a day and will cost nine million crowns.",
    ]
    (article,) = read_bytes(making.lined_pdf(lines), "a.pdf", config)
    assert "months of argument, said" in article.text
    assert "well-known" in article.text


def test_pdf_named_as_text_is_read_as_pdf(config: Config, making: ModuleType) -> None:
    (article,) = read_bytes(making.pdf([making.FERRY]), "story.txt", config)
    assert article.text.endswith(making.FERRY)


def test_word_styles(config: Config, making: ModuleType) -> None:
    blocks = [
        ("Title", making.TITLE), ("", "By Ann Hall"), ("", "12 August 2025"), ("", making.FERRY),
        ("Heading 2", "What comes next"), ("", making.BRIDGE),
    ]  # fmt: skip
    (article,) = read_bytes(making.word(blocks), "a.docx", config)
    assert (article.title, article.bylines, article.published) == (making.TITLE, ("Ann Hall",), "2025-08-12")
    assert ("subhead", "What comes next") in kinds(article)


def test_word_with_two_titles_is_two_pieces(config: Config, making: ModuleType) -> None:
    blocks = [("Title", making.TITLE), ("", making.FERRY), ("Title", "Bridges closed"), ("", making.BRIDGE)]
    titles = [article.title for article in read_bytes(making.word(blocks), "a.docx", config)]
    assert titles == [making.TITLE, "Bridges closed"]


def test_html_takes_provenance_from_linked_data(config: Config, making: ModuleType) -> None:
    linked = (
        '<script type="application/ld+json">{"@type": "OpinionNewsArticle", "headline": "' + making.TITLE + '", '
        '"datePublished": "2025-08-12T10:00:00Z", "author": [{"name": "Ann Hall"}], '
        '"publisher": {"name": "Harbour Post"}, '
        '"isAccessibleForFree": false}</script>'
    )
    page = making.html(
        f"<article><h1>{making.TITLE}</h1><p>{making.FERRY}</p><p>{making.BRIDGE}</p></article>", head=linked
    )
    (article,) = read_bytes(page, "a.html", config)
    assert (article.title, article.outlet, article.bylines) == (making.TITLE, "Harbour Post", ("Ann Hall",))
    assert (article.published, article.genre) == ("2025-08-12", "opinion")
    assert "paywall-stub" in {note.code for note in article.notes}


def test_html_with_several_articles(config: Config, making: ModuleType) -> None:
    parts = [("Ferry approved", "Harbour Post", making.FERRY), ("Bridges closed", "Inland Herald", making.BRIDGE),
             ("Teachers for the north", "Island Times", making.SCHOOL)]  # fmt: skip
    body = "".join(f"<article><h2>{t}</h2><span class='source'>{o}</span><p>{b}</p></article>" for t, o, b in parts)
    articles = read_bytes(making.html(body), "a.html", config)
    assert [(a.title, a.outlet) for a in articles] == [(t, o) for t, o, _ in parts]
    assert [a.id for a in articles] == ["a1", "a2", "a3"]


def test_html_keeps_captions_and_drops_scripts(config: Config, making: ModuleType) -> None:
    body = (
        f"<main><h1>{making.TITLE}</h1><script>alert('x')</script><p>{making.FERRY} "
        f"&lt;script&gt;kept&lt;/script&gt;</p>"
        f"<figure><img src='x'><figcaption>The quay at night</figcaption></figure><p>{making.BRIDGE}</p></main>"
    )
    (article,) = read_bytes(making.html(body), "a.html", config)
    assert "alert" not in article.text
    assert "<script>kept</script>" in article.text
    assert ("caption", "The quay at night") in kinds(article)


def test_html_address_tells_the_genre(config: Config, making: ModuleType) -> None:
    head = '<link rel="canonical" href="https://harbourpost.example/opinion/2025/ferry">'
    page = making.html(f"<main><h1>{making.TITLE}</h1><p>{making.FERRY}</p><p>{making.BRIDGE}</p></main>", head=head)
    assert read_bytes(page, "a.html", config)[0].genre == "opinion"


def test_html_of_navigation_only_is_no_article(config: Config, making: ModuleType) -> None:
    with pytest.raises(NotAnArticle, match=r"^nav\.html: holds no"):
        read_bytes(making.html("<ul><li>World</li></ul>"), "nav.html", config)


@pytest.mark.parametrize(("module", "name"), [("pypdf", "a.pdf"), ("docx", "a.docx"), ("trafilatura", "a.html")])
def test_a_missing_reader_names_the_extra(
    module: str, name: str, config: Config, making: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {
        "a.pdf": making.pdf([making.FERRY]),
        "a.docx": making.word([("", making.FERRY)]),
        "a.html": making.html(f"<p>{making.FERRY}</p>"),
    }[name]
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnsupportedInput, match=r'pip install "framing\[ingest\]"'):
        read_bytes(data, name, config)


def test_pdf_pages_are_bounded(making: ModuleType) -> None:
    config = Config.model_validate({"ingest": {"max_pages": 1}})
    (article,) = read_bytes(making.pdf([making.FERRY, making.BRIDGE] * 8), "a.pdf", config)
    assert "truncated" in {note.code for note in article.notes}


def test_encrypted_word_and_other_zip_files_are_refused(config: Config) -> None:
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    with pytest.raises(InputError, match="is a zip archive, not a Word document"):
        read_bytes(stream.getvalue(), "a.docx", config)
