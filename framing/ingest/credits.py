"""Closing lines that are no claims: who contributed, who the columnist is, copyright, more-links."""

from __future__ import annotations

import re

from framing.types import RegionKind

_NAME = (
    r"(?:[A-Z][\w.'’\-]*|de|van|von|der|al|bin|el|la|le|du|di|da)(?:\s+(?:[A-Z][\w.'’\-]*|de|van|von|der|al"
    r"|bin|el|la|le|du|di|da)){0,4}"
)
_NAMES = rf"{_NAME}(?:,\s+{_NAME})*(?:,?\s+(?:and|&)\s+{_NAME})?"
_END = r"(?=\s|$)"

COPYRIGHT = re.compile(
    r"""(?:
      (?:(?:Copyright\s+(?:\(c\)\s*|©\s*)?|\(c\)\s*(?:Copyright\s*)?|©\s*(?:Copyright\s*)?)
         (?:(?:19|20)\d\d|[A-Z])[^\n]{0,80}?(?:\.(?=\s+[A-Z]|\s*$)|(?=\n)|$))
      |All\ rights\ reserved\.?
      |(?:This|The)\ (?:material|content|article|story|text|work)\ (?:may\ not|must\ not|is\ (?:protected
        |copyright))\b[^\n]{0,200}?(?:\.(?=\s|$)|$)
      |(?:Any\ )?(?:Reproduction|Redistribution|Republication|Unauthorized\ use)\b[^.\n]{0,160}\b(?:prohibited
        |permission|forbidden)\b[^.\n]{0,80}\.?
    )""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip

_ROLE = (
    r"(?:opinion\s+|editorial\s+|contributing\s+|guest\s+|senior\s+|staff\s+|regular\s+|syndicated\s+"
    r"|political\s+|foreign\s+"
    r"|chief\s+|associate\s+|assistant\s+|deputy\s+|former\s+|visiting\s+|[A-Z][\w&.'’\-]*\s+|freelance\s+"
    r"|international\s+)*"
)
COLUMNIST = re.compile(
    rf"""{_NAME}(?:,\s[^,.\n]{{1,80}},)?\s+(?:is|was|writes|covers|teaches|directs|served|serves|leads|heads|hosts)\s+
      (?:(?:an?|the|our)\s+)?(?:co-)?
      (?:{_ROLE}(?:columnist|contributor|commentator|opinion\s+(?:writer|editor)|editorial\s+writer
        |op-?ed\s+(?:writer|editor)|leader\s+writer)\b
        |(?:columns?|commentary|opinion)\s+(?:for|at|on)\b|(?:about|on)\s+[\w\s,]{{2,60}}\s+for\b)
      [^\n]{{0,300}}?(?:\.(?:\s|$)|$)""",
    re.VERBOSE,
)
_EXPERT = re.compile(
    rf"""{_NAME}\s+(?:is|was|teaches|directs|served|serves)\s+(?:(?:an?|the)\s+)?(?:co-)?
      (?:{_ROLE}(?:professor|fellow|scholar|lecturer|author|director|analyst|researcher|economist|historian
        |strategist|lawyer|attorney)\b)
      [^\n]{{0,300}}?\.?$""",
    re.VERBOSE,
)
STAFF = re.compile(
    rf"""(?:(?:An?\s+|The\s+)?(?:Associated\s+Press|AP|Reuters|AFP|[A-Z][\w.&'’]*(?:\s+[A-Z][\w.&'’]*){{0,3}})\s+
        (?:(?:video\s?)?(?:journalists?|writers?|reporters?|correspondents?|staff(?:\s+writers?)?|researchers?
          |photographers?|producers?|editors?|staffers?))\b
        [^\n]{{0,400}}?\bcontributed(?:\s+to\s+this\s+(?:report|story|article|piece)|\s+reporting
          |\s+research)?[^.\n]{{0,60}}\.
      |{_NAMES}(?:,?\s+(?:of|in|at|from)\s+[^.\n]{{1,120}}?)?\s+(?:also\s+)?contributed(?:\s+to\s+this\s+(?:report
        |story|article)|\s+reporting|\s+research)[^.\n]{{0,100}}\.
      |(?:Additional\s+)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]esearch|[Pp]roduced|[Cc]ompiled|[Tt]ranslated
        |[Ee]dited|[Ww]ritten)\s+
        by\s+{_NAMES}[^\n]{{0,400}}?(?:\.(?=\s|$)|$)
      |\((?:(?:Additional\s+)?[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Ww]ith\s+(?:inputs?|reporting
        |files))\s+(?:by|from)\s[^)\n]{{1,400}}\)
      |With\s+(?:the\s+)?(?:Agence\s+France-Presse|Associated\s+Press|Reuters|AFP|AP|PA(?:\s+Media)?|Bloomberg
        |agencies)\b[^\n.]{{0,60}}\.?$
      |[Ww]ith\s+(?:inputs?|reporting|files|additional\s+reporting|agency\s+inputs?)\s+(?:from
        |by)\s+[^.\n]{{1,120}}\.?
      |Our\s+Standards:\s+The\s+Thomson\s+Reuters\s+Trust\s+Principles\.?[^\n]{{0,40}}
      |(?:This|The)\s+(?:article|story|report|piece|column|essay|op-?ed)\s+(?:was\s+)?(?:first\s+
        |originally\s+)?(?:appeared|published|produced|reported|written|provided|distributed)\s+(?:first\s+
          |originally\s+)?(?:in|on|by|at|from)\s+[^\n]{{1,160}}?(?:\.(?=\s|$)|$)
      |(?:The\s+)?(?:views|opinions)\s+expressed\b[^\n]{{1,260}}?(?:\.(?=\s|$)|$)
      |This\s+(?:column|commentary|op-?ed|article)\s+(?:does\s+not\s+(?:necessarily\s+)?reflect
        |reflects\s+the\s+(?:personal\s+)?views)\b[^\n]{{0,260}}?(?:\.(?=\s|$)|$)
    )""",
    re.VERBOSE,
)  # fmt: skip
LICENCE_NOTE = re.compile(r"(?:The\s+Associated\s+Press|AP)['’]?s?\s+(?:receives|text|is\s+solely)\b[^\n]{1,400}$")
_MORE = re.compile(
    r"(?:Follow\s+AP['’]s\s+coverage|Find\s+(?:out\s+)?more\s+(?:of|on|about)|More\s+AP\s+(?:news|coverage"
    r"|stories)|___)[^\n]{0,200}$"
)
_LONGEST = 500


def closing_line(line: str) -> RegionKind | None:
    """The kind of a line that as a whole closes a piece, or ``None``."""
    line = line.strip("*_—–- \t()[]")
    if not line or len(line) > _LONGEST:
        return None
    if COPYRIGHT.match(line):
        return "copyright"
    for pattern in (STAFF, COLUMNIST, _EXPERT, LICENCE_NOTE):
        if pattern.match(line):
            return "credit"
    return "boilerplate" if _MORE.match(line) else None


def is_opinion_credit(line: str) -> bool:
    """Whether the closing line names a columnist, an outside expert as author, or disowns the views."""
    line = line.strip("*_—–- \t()[]")
    return any(p.match(line) for p in (COLUMNIST, _EXPERT)) or re.search(
        r"(?i)\b(?:views|opinions)\s+expressed\b|\bop-?ed\b|reflects?\s+the\s+(?:personal\s+)?views", line
    ) is not None  # fmt: skip
