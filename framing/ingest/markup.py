"""What the markup of a page tells about its pieces: ld+json, meta tags, bylines, section words."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from framing.ingest.dates import iso_date
from framing.ingest.pieces import Provenance
from framing.ingest.provenance import title_and_outlet
from framing.ingest.vocabulary import word_set
from framing.types import Genre

_ARTICLE_TYPES = word_set(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle
    backgroundnewsarticle askpublicnewsarticle satiricalarticle liveblogposting blogposting webpage report
    """
)
_GENRES: dict[str, Genre] = {
    "analysisnewsarticle": "analysis", "opinionnewsarticle": "opinion",
    "satiricalarticle": "satire", "liveblogposting": "live",
}  # fmt: skip
_SECTION_PATH = " | ".join(
    f".//*[contains(@class,'{word}')]" for word in ("kicker", "section-label", "eyebrow", "section-name", "category")
)
BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])", re.IGNORECASE)


def page_provenance(tree: Any, html: str, url: str | None) -> tuple[Provenance, bool]:
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
    document: Any = trafilatura.extract_metadata(html, default_url=url)
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
            and not BYLINE_CLASS.search(element.get("class") or "")
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


def labels(node: Any, url: str | None = None) -> tuple[str, ...]:
    """Section words over the piece in ``node`` that speak about its genre; for a whole page its address too."""
    found: list[str] = []
    roots = [node]
    if node.getparent() is None:
        for name in ("article:section", "section", "parsely-section"):
            found += node.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
        roots = node.xpath("//article | //main")[:1]
        stated = node.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
        found += [url] if url else stated[:1]
    for root in roots:
        for element in root.xpath(_SECTION_PATH)[:3]:
            words = " ".join(element.text_content().split())
            if 0 < len(words) <= 40:
                found.append(words)
    return tuple(str(label) for label in found)


def node_provenance(node: Any) -> Provenance:
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
