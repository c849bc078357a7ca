"""Who carries a piece, whose copy it is, who signed it: what titles and credit lines say."""

from __future__ import annotations

import re

from framing.ingest.pieces import Provenance
from framing.ingest.vocabulary import is_known_outlet, is_masthead, outlet_name, sounds_like_press

_COLUMNIST = re.compile(
    r"(?P<name>[A-Z][\w.'’\-]*(?:\s+(?:[A-Z][\w.'’\-]*|de|van|von|der|al|bin|el|la|le|du|di|da)){1,4})(?:,[^,.]{1,80},)?\s+"
    r"(?:is|was|writes|covers)\s+(?P<rest>[^\n]{1,300})"
)
_PAPER = re.compile(
    r"^(?:(?:an?|the)\s+)?(?P<paper>(?:[A-Z][\w.&'’\-]*\s+){1,5})(?:opinion\s+|editorial\s+|contributing\s+|senior\s+|staff\s+|political\s+|foreign\s+)*"
    r"(?:columnist|contributor|commentator|writer|editor|correspondent)"
)
_FOR_PAPER = re.compile(
    r"\b(?:columnist|contributor|commentator|writer|editor|columns?|correspondent)\b[^.]{0,60}?\b(?:for|at|of|with)\s+(?P<paper>(?:[Tt]he\s+)?[A-Z][\w.&'’\-]*(?:\s+(?:of\s+)?[A-Z][\w.&'’\-]*){0,4})"
)
_TITLE_TAIL = re.compile(r"\s+(?:[|»·•]|[-–—])\s+(?P<name>[^|»·•]{2,40})$")


def columnist(credit: str) -> Provenance:
    """The name and the paper in a line such as "Ann Weir is a Harbour Post Opinion columnist covering ports."."""
    match = _COLUMNIST.match(credit.strip("*_—–- \t()[]"))
    if match is None:
        return Provenance()
    paper = _PAPER.search(match["rest"]) or _FOR_PAPER.search(match["rest"])
    outlet = outlet_name(paper["paper"].strip().removeprefix("the ").rstrip(".")) if paper else None
    name = re.sub(r"^(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir|Dame)\.?\s+", "", " ".join(match["name"].split()))
    return Provenance(bylines=(name,) if " " in name else (), outlet=outlet)


def title_and_outlet(title: str, *, site: str | None = None) -> tuple[str, str | None]:
    """``title`` without markup and without the outlet behind a bar or dash ("… | BBC News"), and that outlet."""
    plain = re.sub(r"^#{1,6}\s+|\s+#+$", "", title.strip())
    plain = re.sub(r"^(\*\*|__|\*|_)(.+)\1$", r"\2", plain)
    plain = re.sub(r"^\[(.+)\]\(\S+\)$", r"\1", plain)
    plain = re.sub(r"^(?:\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}[.)])\s+(?=\S+\s)", "", plain)
    plain = re.sub(r"^(?:title|headline)\s*:\s+", "", plain, flags=re.IGNORECASE)
    plain = " ".join(plain.split())
    tail = _TITLE_TAIL.search(plain)
    if tail is not None:
        name = tail["name"].strip()
        same_site = site is not None and name.lower() == site.lower()
        # Behind a bar stands the paper, or (a habit of opinion pages) the writer: only what sounds like a paper counts.
        barred = "|" in tail[0] and is_masthead(name) and (sounds_like_press(name) or name.startswith("The "))
        if same_site or is_known_outlet(name) or barred:
            return plain[: tail.start()].strip(), outlet_name(name)
    return plain, None
