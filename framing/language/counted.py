"""The noun that a number counts."""

from __future__ import annotations

import re

from framing.language.lexicon import lexicon

_WORD = re.compile(r"[ ]?(?:-)?((?:[A-Z]\.){2,}|[^\W\d_][\w'’-]{0,30})")
_STOP = lexicon(
    """
    a an the this that these those of in on at by for from with to and or but nor as than into over under after
    before during since until within without about around between among against through per is are was were be
    been being has have had do does did will would can could should may might must not no who which what where
    when while if because although though he she it they we i you his her its their our my your there here so
    then also said says told including last next ago earlier later off out up down back away amid across near
    along according respectively today yesterday tomorrow tonight monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december each more
    less fewer only just even already still however both went came left made took voted died signed
    """
)
_IRREGULAR = {
    "people": "people", "persons": "people", "person": "people", "men": "men", "women": "women", "children": "children",
    "police": "police", "dead": "dead", "injured": "injured", "wounded": "injured", "hurt": "injured",
    "killed": "dead", "deaths": "dead", "fatalities": "dead", "troops": "troops", "aircraft": "aircraft",
    "percent": "percent", "staff": "staff", "personnel": "personnel", "cattle": "cattle", "missing": "missing",
    "feet": "feet", "died": "dead", "dies": "dead", "injuries": "injured", "casualties": "casualties",
}  # fmt: skip
_DEAD_AFTER = re.compile(
    r"(?:[ ][\w'’-]{1,20}){0,5}?[ ](?:(?:were|was|are|have been|had been|been|being|confirmed|reported|left|lay)[ ])?"
    r"(?:(?:also|reportedly|already|believed)[ ])?"
    r"(?P<what>killed|dead|died|slain|shot dead|injured|wounded|hurt|missing|arrested|detained|displaced)\b"
)
_DEAD_BEFORE = re.compile(
    r"\b(?P<what>kill(?:s|ed|ing)?|claim(?:s|ed|ing) the lives of|death toll (?:\w+ ){0,4}(?:to|at|of)"
    r"|injur(?:es|ed|ing)|wound(?:s|ed|ing)"
    r"|arrest(?:s|ed|ing)|detain(?:s|ed|ing)|displac(?:es|ed|ing)|hurt(?:ing)?|leav(?:es|ing) )"
    r"(?:[ ](?:at least|more than|about|some|nearly|around|up to|as many as"
    r"|over|almost|another|an estimated|the|approximately|roughly))?[ ]?$"
)
_PEOPLE = lexicon(
    """
    people person men women children civilians soldiers troops others residents victims students migrants
    officers policemen passengers protesters demonstrators workers fighters militants man woman child boys girls
    """
)
_FATES = {
    "kil": "dead", "dea": "dead", "die": "dead", "sla": "dead", "sho": "dead", "cla": "dead", "inj": "injured",
    "wou": "injured", "hur": "injured", "mis": "missing", "arr": "arrested", "det": "detained", "dis": "displaced",
}  # fmt: skip
# Participles that stand before the counted noun; any other one begins what happened to it.
_PARTICIPLES = lexicon(
    """
    remaining leading sitting outstanding existing opposing competing missing visiting working living surviving
    standing ruling voting fighting developing pending building training spring evening morning warring neighboring
    neighbouring participating qualifying incoming outgoing rising housing manufacturing nursing wedding meeting
    king ring string wing hearing polling testing shipping banking mining operating holding serving governing
    """
)
_CLAUSE = re.compile(r"[.;:!?\n,()\"“”—–]")


def counted_noun(text: str, start: int, end: int, unit: str) -> str | None:
    """The counted thing in lower case: the head noun behind the number, or people's fate (``dead``, ``injured``).

    ``people killed``, ``killed 12`` and ``12 deaths`` all give ``dead``. For percentages, shares and money it is the
    noun behind ``of`` (``25% of voters`` → ``voters``), else ``None``.
    """
    ahead = text[end : end + 90]
    if ahead.startswith("-") and unit != "count":
        return None
    if unit in ("percent", "share"):
        of = re.match(r"[ ]of[ ](?:all[ ]|the[ ]|its[ ]|their[ ]|those[ ]|a[ ]|his[ ]|her[ ])?", ahead)
        return _head(ahead[of.end() :], glued=True) if of else _head(ahead) if unit == "share" else None
    if unit not in ("count", "barrel"):
        return None
    head = _head(re.sub(r"^[ ]of[ ](?:the[ ]|its[ ]|their[ ])?", " ", ahead))
    if head in ("dead", "injured", "missing"):
        return head
    fate = _fate(text[max(0, start - 60) : start], ahead, head)
    return fate or head


def _fate(behind: str, ahead: str, head: str | None) -> str | None:
    if head is not None and head not in _PEOPLE:
        return None
    clause = _CLAUSE.split(ahead, maxsplit=1)[0]
    after = _DEAD_AFTER.match(clause)
    if after is not None and not re.search(
        r"\b(?:who|that|which|and|but|after|for|in|to)\b", clause[: after.start("what")]
    ):
        return _FATES[after["what"][:3]]
    before = _DEAD_BEFORE.search(behind)
    return _FATES.get(before["what"][:3]) if before is not None else None


def _head(ahead: str, *, glued: bool = False) -> str | None:
    """The head of the noun phrase that ``ahead`` begins with: the first plural, else the last word before a stop."""
    at = 0
    words: list[str] = []
    while len(words) < 6:
        match = _WORD.match(ahead, at)
        if match is None or (at == 0 and not glued and not ahead.startswith((" ", "-"))):
            break
        if at > 0 and not match.group().startswith(" "):
            break
        word = match[1].lower().replace("’", "'")
        if word in _STOP:
            break
        if word.endswith("ing") and word not in _PARTICIPLES:
            break
        if word in _IRREGULAR:
            return _IRREGULAR[word]
        words.append(word)
        at = match.end()
        if is_plural(word):
            return word
        if at < len(ahead) and ahead[at] != " ":
            break
    while words and words[-1].endswith(("ly", "'s")):
        words.pop()
    return words[-1] if words else None


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "'s", "gas", "news"))


def singular(noun: str) -> str:
    """A rough singular, good enough to compare two counted nouns."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if is_plural(noun) else noun
