"""HTML to pieces: trafilatura finds the text, the markup tells the provenance; several articles give several pieces."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import Any

from framing.config import Config
from framing.errors import NotAnArticle
from framing.ingest import markup
from framing.ingest.decoding import decode
from framing.ingest.extras import importable
from framing.ingest.paragraphs import Block, set_piece
from framing.ingest.pieces import Piece, Provenance
from framing.types import Note, RegionKind

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w\-]+)""", re.IGNORECASE)
_MIN_WORDS = 25
_ROLES: dict[str, RegionKind] = {"head": "subhead", "graphic": "caption", "figcaption": "caption"}
_OWN_BLOCKS = ("p", "h2", "h3", "h4", "h5", "li", "blockquote", "figcaption", "td", "dt", "dd", "pre")
_SKIPPED = frozenset(
    ("script", "style", "nav", "footer", "aside", "form", "button", "noscript", "template", "svg", "iframe", "head")
)


def pieces(
    data: bytes, name: str, config: Config, *, url: str | None = None
) -> tuple[Sequence[Piece], tuple[Note, ...]]:
    """The pieces of a web page, in the order of the page.

    Raises ``UnsupportedInput`` without trafilatura, ``NotAnArticle`` where the page holds no text.
    """
    importable("trafilatura", name, "reading HTML")
    html, notes = _decoded(data, name)
    tree = _parse(html, name)
    page, free = markup.page_provenance(tree, html, url)
    if not free:
        notes = (*notes, Note("paywall-stub", "the page says that its text is not free to read; it may be incomplete"))
    labels = markup.labels(tree, url)
    parts = _article_nodes(tree)
    found: list[Piece] = []
    if len(parts) > 1:
        page_outlet = Provenance(outlet=page.outlet)
        for number, node in enumerate(parts, 1):
            blocks = list(_own_blocks(node))
            note = Note("several-articles", f"article {number} of {len(parts)} in its file")
            known = markup.node_provenance(node).over(page_outlet)
            piece = set_piece(blocks, known, config.ingest, notes=(note,), labels=(*markup.labels(node), *labels))
            if piece is not None:
                found.append(piece)
    else:
        blocks = _extracted(html, tree, url)
        piece = set_piece(blocks, page, config.ingest, labels=labels)
        if piece is not None:
            found.append(piece)
    if not found:
        raise NotAnArticle(name, "holds no article text (a page of navigation, or one that scripts fill in)")
    return found, notes


def _decoded(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    declared = _CHARSET.search(data[:4_096])
    if declared is not None:
        try:
            return data.decode(declared[1].decode("ascii")).replace("\x00", ""), ()
        except (LookupError, UnicodeDecodeError):
            pass  # the page's claim is wrong: decode as any other text, with its note
    return decode(data, name)


def _parse(html: str, name: str) -> Any:
    lxml_html = importable("lxml.html", name, "reading HTML")
    etree = importable("lxml.etree", name, "reading HTML")
    parser = lxml_html.HTMLParser(huge_tree=False, remove_comments=True, encoding="utf-8")
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", html)
    try:
        tree = lxml_html.document_fromstring(cleaned.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotAnArticle(name, f"is not HTML that can be parsed ({error})") from error
    return tree


def _article_nodes(tree: Any) -> list[Any]:
    """The ``article`` elements that are pieces: not nested, each with a heading and enough words; else none."""
    nodes = [node for node in tree.xpath("//article[not(ancestor::article)]") if _words(node) >= _MIN_WORDS]
    titled = [node for node in nodes if node.xpath(".//h1 | .//h2 | .//h3 | .//header")]
    if len(titled) < 2:
        return []
    longest = max(_words(node) for node in titled)
    # One article above a row of teasers is one article.
    full = [node for node in titled if _words(node) >= max(_MIN_WORDS, 0.12 * longest)]
    return full if len(full) > 1 else []


def _words(node: Any) -> int:
    return sum(len(block.text.split()) for block in _own_blocks(node) if block.role is None)


def _own_blocks(node: Any) -> Iterator[Block]:
    """Paragraphs, headings, list items and captions under ``node`` in order, navigation and scripts left out."""
    for child in node:
        tag = child.tag if isinstance(child.tag, str) else ""
        if (
            not tag
            or tag in _SKIPPED
            or child.get("hidden") is not None
            or child.get("role") in {"navigation", "complementary"}
        ):
            continue
        if tag == "h1" or tag == "time" or markup.BYLINE_CLASS.search(child.get("class") or ""):
            continue
        if tag in _OWN_BLOCKS and not child.xpath(".//p | .//li"):
            words = " ".join(child.text_content().split())
            if words:
                role: RegionKind | None = (
                    "subhead" if tag in {"h2", "h3", "h4", "h5"} else "caption" if tag == "figcaption" else None
                )
                yield Block(words, role)
        else:
            yield from _own_blocks(child)


def _extracted(html: str, tree: Any, url: str | None) -> list[Block]:
    """The blocks trafilatura finds; where it finds too little (short pieces), those of the page's own paragraphs."""
    import trafilatura

    document = trafilatura.bare_extraction(
        html,
        url=url,
        include_comments=False,
        include_tables=True,
        include_links=False,
        favor_recall=True,
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    found = list(_extracted_blocks(body)) if body is not None else []
    root = next(iter(tree.xpath("//article | //main")), tree)
    own = [block for block in _own_blocks(copy.copy(root)) if block.text]
    count = sum(len(block.text.split()) for block in found if block.role is None)
    if count >= _MIN_WORDS:
        known = " ".join(block.text for block in found)
        return found + [block for block in own if block.role == "caption" and block.text not in known]
    return found if count >= sum(len(b.text.split()) for b in own if b.role is None) else own


def _extracted_blocks(body: Any) -> Iterator[Block]:
    for element in body:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in {"list", "table", "row", "quote"} and len(element):
            yield from _extracted_blocks(element)
            continue
        words = " ".join("".join(element.itertext()).split())
        if words:
            yield Block(words, _ROLES.get(tag))
