"""HTML to pieces: trafilatura finds the text, ld+json and meta tags the provenance; several articles give several pieces."""

from __future__ import annotations

import copy
import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from framing.config import Config
from framing.errors import NotAnArticle
from framing.ingest.dates import iso_date
from framing.ingest.decoding import decode
from framing.ingest.extras import importable
from framing.ingest.paragraphs import Block, set_piece
from framing.ingest.pieces import Piece, Provenance
from framing.ingest.provenance import title_and_outlet
from framing.ingest.vocabulary import word_set
from framing.types import Genre, Note, RegionKind

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w\-]+)""", re.IGNORECASE)
_ARTICLE_TYPES = word_set(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle
    backgroundnewsarticle askpublicnewsarticle satiricalarticle liveblogposting blogposting webpage report
    """
)
_GENRES: dict[str, Genre] = {
    "analysisnewsarticle": "analysis", "opinionnewsarticle": "opinion", "satiricalarticle": "satire", "liveblogposting": "live",
}  # fmt: skip
_MIN_WORDS = 25
_ROLES: dict[str, RegionKind] = {"head": "subhead", "graphic": "caption", "figcaption": "caption"}
_OWN_BLOCKS = ("p", "h2", "h3", "h4", "h5", "li", "blockquote", "figcaption", "td", "dt", "dd", "pre")
_SKIPPED = frozenset(
    ("script", "style", "nav", "footer", "aside", "form", "button", "noscript", "template", "svg", "iframe", "head")
)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])", re.IGNORECASE)


def pieces(
    data: bytes, name: str, config: Config, *, url: str | None = None
) -> tuple[Sequence[Piece], tuple[Note, ...]]:
    """The pieces of a web page, in the order of the page.

    Raises ``UnsupportedInput`` without trafilatura, ``NotAnArticle`` where the page holds no text.
    """
    importable("trafilatura", name, "reading HTML")
    html, notes = _decoded(data, name)
    tree = _parse(html, name)
    page, free = _page_provenance(tree, html, url)
    if not free:
        notes = (*notes, Note("paywall-stub", "the page says that its text is not free to read; it may be incomplete"))
    labels = _labels(tree, url)
    parts = _article_nodes(tree)
    found: list[Piece] = []
    if len(parts) > 1:
        page_outlet = Provenance(outlet=page.outlet)
        for number, node in enumerate(parts, 1):
            blocks = list(_own_blocks(node))
            note = Note("several-articles", f"article {number} of {len(parts)} in its file")
            known = _node_provenance(node).over(page_outlet)
            piece = set_piece(blocks, known, config.ingest, notes=(note,), labels=(*_labels(node, None), *labels))
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


def _page_provenance(tree: Any, html: str, url: str | None) -> tuple[Provenance, bool]:
    """What ld+json, meta tags and trafilatura tell of the page, and whether it says that it is free to read."""
    linked, free = _linked_data(tree)
    meta = Provenance(
        title=_meta(tree, "og:title", "twitter:title"),
        outlet=_meta(tree, "og:site_name", "application-name"),
        published=iso_date(_meta(tree, "article:published_time", "date", "pubdate", "dc.date") or ""),
        bylines=_people(_meta(tree, "author", "article:author", "byl")),
        genre=None,
    )
    extracted = _metadata(html, url)
    heading = _first_text(tree, "//h1")
    told = linked.over(Provenance(bylines=_byline_in(tree))).over(meta).over(Provenance(title=heading)).over(extracted)
    if told.title:
        title, outlet = title_and_outlet(told.title, site=told.outlet)
        told = replace(told, title=title, outlet=told.outlet or outlet)
    return told, free


def _metadata(html: str, url: str | None) -> Provenance:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.extract_metadata(html, default_url=url)
    if document is None:
        return Provenance()
    site = document.sitename
    return Provenance(
        title=document.title,
        # Without a name of its own trafilatura gives the host; that is where it was found, not who published it.
        outlet=site if site and "." not in site and not site.startswith("@") else None,
        bylines=_people(document.author),
        published=iso_date(document.date or ""),
    )


def _linked_data(tree: Any) -> tuple[Provenance, bool]:
    told = Provenance()
    free = True
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads((script.text or "").strip() or "null")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = {str(kind).lower() for kind in _listed(item.get("@type"))}
            if str(item.get("isAccessibleForFree", "")).lower() == "false":
                free = False
            if not kinds & _ARTICLE_TYPES or not (item.get("headline") or item.get("articleBody")):
                continue
            genre = next((_GENRES[kind] for kind in sorted(kinds) if kind in _GENRES), None)
            told = told.over(
                Provenance(
                    title=_string(item.get("headline")),
                    outlet=_string(_named(item.get("publisher"))),
                    bylines=tuple(n for a in _listed(item.get("author")) for n in _people(_string(_named(a)))),
                    published=iso_date(_string(item.get("datePublished")) or ""),
                    genre=genre,
                )
            )
    return told, free


def _items(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data[:100]:
            yield from _items(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph", []), depth + 1)
        yield from _items(data.get("mainEntity", []), depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _named(value: Any) -> Any:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _string(value: Any) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for attribute in ("property", "name"):
            for value in tree.xpath(f"//meta[@{attribute}=$name]/@content", name=name):
                if value.strip():
                    return " ".join(value.split())
    return None


def _people(names: str | None) -> tuple[str, ...]:
    """Names of persons in a line such as "By Ann Weir and Tom Lund" or "Ann Weir; Tom Lund"; addresses are none."""
    if not names:
        return ()
    line = re.sub(r"^by\s+", "", " ".join(names.split()), flags=re.IGNORECASE)
    parts = [part.strip(" ,;|") for part in re.split(r"\s*(?:;|\||,|\band\b|&)\s*", line)]
    return tuple(dict.fromkeys(p for p in parts if 2 <= len(p.split()) <= 5 and "/" not in p and "@" not in p))


def _byline_in(node: Any) -> tuple[str, ...]:
    for element in node.xpath(
        ".//*[@rel='author' or @itemprop='author' or contains(@class,'byline') or contains(@class,'author')]"
    ):
        if (
            element.get("rel") != "author"
            and element.get("itemprop") != "author"
            and not _BYLINE_CLASS.search(element.get("class") or "")
        ):
            continue
        words = " ".join(element.text_content().split())
        if len(words) <= 120 and (people := _people(words)):
            return people
    return ()


def _first_text(node: Any, *paths: str) -> str | None:
    for path in paths:
        for element in node.xpath(path):
            words = " ".join(element.text_content().split())
            if words:
                return words
    return None


def _labels(node: Any, url: str | None) -> tuple[str, ...]:
    """Section words that speak about the genre, and the page's address."""
    found: list[str] = []
    for name in ("article:section", "section", "og:type", "parsely-section"):
        found += (
            [value for value in node.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")]
            if url is not None or node.getparent() is None
            else []
        )
    classes = ".//*[contains(@class,'kicker') or contains(@class,'section-label') or contains(@class,'eyebrow') or contains(@class,'label') or contains(@class,'category')]"
    found += [words for e in node.xpath(classes)[:5] if 0 < len(words := " ".join(e.text_content().split())) <= 40]
    address = url or next(
        iter(node.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")), None
    )
    if address:
        found.append(address)
    return tuple(found)


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


def _node_provenance(node: Any) -> Provenance:
    dates = node.xpath(".//time/@datetime") or [_first_text(node, ".//time") or ""]
    outlet = _first_text(
        node,
        ".//*[@itemprop='publisher']",
        ".//*[contains(@class,'source') or contains(@class,'outlet') or contains(@class,'publisher')]",
    )
    return Provenance(
        title=_first_text(node, ".//h1", ".//h2", ".//h3"),
        outlet=re.sub(r"(?i)^(?:source|via|from)\s*:?\s+", "", outlet) if outlet and len(outlet) <= 60 else None,
        bylines=_byline_in(node),
        published=iso_date(dates[0]),
    )


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
        if tag == "h1" or tag == "time" or _BYLINE_CLASS.search(child.get("class") or ""):
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
