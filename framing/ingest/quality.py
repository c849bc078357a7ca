"""Can a comparison rest on this text? Notes on what limits it; an error where it is no English article at all."""

from __future__ import annotations

import re
from collections import Counter

from framing.config import IngestConfig
from framing.errors import NotAnArticle
from framing.ingest.vocabulary import word_set
from framing.types import Note

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH = word_set(
    """
    the of and to in a is that for it as was with be by on not he i this are or his from at which but have an
    had they you were their one all we can her has there been if more when will would who so no said what up
    its about into than them only other new some could time these two may then do first any my now such like
    our over me even most made after also did many before must through back where much your well down should
    because each just those people how too state us she out over under him
    """
)
_FOREIGN: dict[str, frozenset[str]] = {
    "French": word_set(
    """
    le la les des et en un une du dans que qui est pour pas sur au par avec ce il elle sont aux mais ont cette
    été
    """
),
    "German": word_set(
    """
    der die das und ist von den mit zu des im für auf dem nicht ein eine sich auch als es an werden aus er hat
    nach bei wird
    """
),
    "Spanish": word_set(
    """
    el la los las de y en que un una por con para se del al no su es lo como más pero sus ha fue este
    """
),
    "Italian": word_set(
    """
    il la le di e che in un una per con non del della si è al dei i da sono ma alla nel più gli
    """
),
    "Portuguese": word_set(
    """
    o a os as de e em que um uma para com não do da no na se por mais dos como foi ao das
    """
),
    "Dutch": word_set(
    """
    de het een van en in is dat op te zijn met voor niet aan er om ook als bij door maar naar dan
    """
),
}  # fmt: skip
_STUB = re.compile(
    r"(?:subscribe|register|sign\s+in|log\s+in|create\s+(?:a\s+)?(?:free\s+)?account|become\s+a\s+(?:member"
    r"|subscriber))\s+(?:now\s+|today\s+|for\s+[\w\s]{1,30})?(?:to|and)\s+(?:continue|keep|read|unlock"
    r"|access|finish|view)"
    r"|(?:to|want\s+to)\s+(?:continue|keep)\s+reading[^.\n]{0,40}(?:subscri|sign|log\s+in|regist|account"
    r"|member)|(?:this|the)\s+(?:article|content|story|page)\s+is\s+(?:only\s+available\s+(?:to|for)"
    r"|(?:exclusively\s+)?for|reserved\s+for|available\s+(?:only\s+)?(?:to|for))\s+(?:our\s+|paid\s+"
    r"|premium\s+|registered\s+)*(?:subscribers|members|users)"
    r"|you(?:['’]ve|\s+have)\s+(?:reached|used|read)\s+(?:your|all)\b[^.\n]{0,40}\b(?:free|limit)"
    r"|already\s+a\s+(?:subscriber|member)\s*\?|remaining\s+content\s+is\s+(?:for|only)|unlock\s+(?:this"
    r"|the\s+full)\s+(?:article|story)|subscribers?[\s-]only\s+(?:article|content|story)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:\[\s*(?:…|\.\.\.|\+\d+\s*chars)\s*\]|\(\s*(?:…|more)\s*\)|…|(?<!\.)\.\.\.(?!\.)|\b(?:continue"
    r"|keep)\s+reading\b[^.\n]{0,80}|\bread\s+(?:more|the\s+(?:full|rest)(?:\s+(?:story|article))?"
    r"|on)\s+(?:at|on|in)\b[^\n]{0,80}"
    r"|\bread\s+(?:the\s+)?(?:full|entire|complete)\s+(?:story|article|piece|text)\b[^\n]{0,60}"
    r"|\[?read\s+more\]?|click\s+(?:here\s+)?to\s+(?:read|continue)[^\n]{0,60})\s*[»›→\"”’)\]]*\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_CODE = re.compile(
    r"[{};]\s*$|^\s*(?:def|class|function|public|private|package|var|let|const|#include|<\?php)\s+[\w<\"].*[({:;=>]"
    r"|^\s*(?:for|if|while|elif|with|try|else|except)\b.*:\s*$|^\s*[\w.]+\([^()]*\);?\s*$|^\s*return\b[^.]*$"
    r"|^\s*(?:import|from)\s+[\w.]+(?:\s+import\s+[\w, *]+)?;?\s*$|=>|::|[!=]=|\(\)[;:.]?|</?\w+>",
    re.MULTILINE,
)
_SAMPLE = 30_000


def english_share(text: str) -> float:
    """Share of the words of ``text`` that are among the commonest of English; ordinary news has 0.35 to 0.55."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    return sum(word in _ENGLISH for word in words) / len(words) if words else 0.0


def refuse_form(text: str, name: str) -> None:
    """Raise ``NotAnArticle`` where ``text`` as a whole is JSON, a table of values or program code."""
    sample = text[:_SAMPLE]
    lines = [line for line in sample.split("\n") if line.strip()]
    if (stripped := sample.lstrip())[:1] in {"{", "["} and _is_json(stripped):
        raise NotAnArticle(name, "holds JSON data, not an article")
    if len(lines) >= 4 and _is_table(lines):
        raise NotAnArticle(name, "holds a table of values, not prose")
    if len(lines) >= 4 and sum(len(line) for line in lines if _CODE.search(line)) >= 0.45 * sum(map(len, lines)):
        raise NotAnArticle(name, "holds program code, not prose")


def refuse(body: str, name: str, config: IngestConfig) -> None:
    """Raise ``NotAnArticle`` where ``body`` is no English prose: numbers, lists of words, another language."""
    sample = body[:_SAMPLE]
    words = _WORD.findall(sample)
    if not words:
        raise NotAnArticle(name, "holds no words")
    letters = sum(character.isalpha() for character in sample)
    visible = sum(not character.isspace() for character in sample)
    if len(words) >= 20 and letters / visible < 0.55:
        raise NotAnArticle(name, "holds mostly numbers and signs, not prose")
    _refuse_foreign(sample, words, name)
    if len(words) >= 12 and english_share(sample) < 0.08 and not _SENTENCE_END.search(sample.strip()):
        raise NotAnArticle(name, "holds a list of words, not prose")
    lines = [line for line in sample.split("\n") if line.strip()]
    if len(lines) >= 12 and sorted(len(line.split()) for line in lines)[int(0.9 * len(lines))] <= 4:
        raise NotAnArticle(name, "holds a list of words or navigation, not prose")
    if len(words) < 5 and not re.search(r"[.!?…]", sample):
        raise NotAnArticle(name, "holds no sentence of an article")
    if len(words) < config.min_words:
        raise NotAnArticle(name, f"has {len(words)} words, fewer than the {config.min_words} of `ingest.min_words`")


def _refuse_foreign(sample: str, words: list[str], name: str) -> None:
    letters = [character for character in sample if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    if latin < 0.5 * len(letters):
        raise NotAnArticle(name, "is not in English (mostly another script); only English is analysed")
    if len(words) < 12:
        return
    counts = Counter(word.lower() for word in words)
    share = english_share(sample)
    for language, function_words in _FOREIGN.items():
        foreign = sum(counts[word] for word in function_words) / len(words)
        if foreign > 0.18 and foreign > 2 * share and share < 0.15:
            raise NotAnArticle(name, f"is not in English (it reads as {language}); only English is analysed")


def _is_json(text: str) -> bool:
    return re.match(r"[{\[]\s*(?:[{\[\"\d\-\]}]|true|false|null)", text) is not None and text.count('"') >= 2


def _is_table(lines: list[str]) -> bool:
    for mark in (",", "\t", ";", "|"):
        counts = Counter(line.count(mark) for line in lines)
        columns, same = counts.most_common(1)[0]
        sentences = sum(bool(re.search(r"[.!?][\"”’]?\s*$", line)) for line in lines)
        if columns >= 2 and same >= 0.8 * len(lines) and sentences < 0.3 * len(lines):
            return True
    return False


def notes(body: str, text: str, config: IngestConfig) -> tuple[Note, ...]:
    """What limits a piece: paywall, a cut end, another language in it, few words. ``body`` has no regions."""
    found: list[Note] = []
    count = len(body.split())
    stub = _STUB.search(text[-1_200:])
    if stub is not None and count < 400:
        found.append(
            Note("paywall-stub", f"ends at a paywall ({' '.join(stub[0].split())!r}); what follows was not read")
        )
    elif (cut := _is_cut(body, text)) is not None:
        found.append(Note("truncated", cut))
    if count < config.short_words:
        found.append(Note("brief", f"{count} words: too short for its silence to mean anything"))
    words = _WORD.findall(body[:_SAMPLE])
    if len(words) >= 40 and english_share(body) < 0.22:
        found.append(Note("not-english", "much of the text does not read as English; findings on it are unreliable"))
    return tuple(found)


def _is_cut(body: str, text: str) -> str | None:
    cut = _CUT.search(text[-300:]) or _CUT.search(body[-300:])
    if cut is not None:
        return f"ends with {' '.join(cut[0].split())[:60]!r}: the piece goes on elsewhere"
    last = body.rstrip()[-1:]
    if (
        len(body.split()) >= 25
        and (last.isalpha() or last in {",", "-", "–", "—"})
        and not _SENTENCE_END.search(body.rstrip())
    ):
        return "ends in the middle of a sentence"
    return None
