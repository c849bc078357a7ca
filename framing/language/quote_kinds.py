"""What a pair of quotation marks does: carries speech, names a work, or keeps a distance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from framing.language.lexicon import lexicon
from framing.language.words import strings
from framing.types import Quote, QuoteKind

MARKS_AND_SPACE = "\"“”„«»'‘’‚`´ \t\xa0"
"""Characters that a quotation may consist of without saying anything."""

SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s+[A-Z\"“‘(])")
"""A stop with a sentence's beginning behind it."""

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
# Words that report speech or judgement; sets are faster than one alternation of four hundred forms.
_CUES = lexicon(
    """
    said say says saying told tell tells telling call calls called calling describe describes described
    describing ask asks asked asking answer answers answered answering reply replies replied replying respond
    responds responded responding add adds added adding write writes wrote written writing tweet tweets tweeted
    tweeting post posts posted posting warn warns warned warning argue argues argued arguing claim claims
    claimed claiming denounce denounces denounced denouncing condemn condemns condemned condemning dismiss
    dismisses dismissed dismissing brand brands branded branding label labels labeled labelled labeling
    labelling accuse accuses accused accusing blast blasts blasted blasting slam slams slammed slamming praise
    praises praised praising hail hails hailed hailing insist insists insisted insisting declare declares
    declared declaring announce announces announced announcing states stated stating statement quote quotes
    quoted quoting cite cites cited citing vow vows vowed vowing pledge pledges pledged pledging promise
    promises promised promising demand demands demanded demanding urge urges urged urging suggest suggests
    suggested suggesting concede concedes conceded conceding admit admits admitted admitting acknowledge
    acknowledges acknowledged acknowledging deny denies denied denying joke jokes joked quip quips quipped
    remark remarks remarked comment comments commented commenting spoke speaking speak speaks deem deems deemed
    characterize characterizes characterized characterizing characterise characterises characterised
    characterising referred refers referring term terms termed dubbed dubbing express expresses expressed
    expressing mention mentions mentioned note notes noted noting testify testifies testified chant chants
    chanted chanting shout shouts shouted shouting explain explains explained explaining contend contends
    contended maintain maintains maintained assert asserts asserted stress stresses stressed emphasize
    emphasizes emphasized emphasise emphasises emphasised reiterate reiterates reiterated predict predicts
    predicted complain complains complained lament laments lamented boast boasts boasted mock mocks mocked
    criticize criticizes criticized criticise criticises criticised interview word words phrase thanked
    apologized apologised portray portrays portrayed liken likens likened compare compares compared decry
    decries decried report reports reported recall recalls recalled believe believes believed think thinks
    thought read reads concluded found want wants wanted blame blames blamed attack attacks attacked according
    alleged alleges allege cautioned cautions sees
    """
)
_LOWER_WORD = re.compile(r"[a-z]+")
_DIRECT_CUE_BEFORE = re.compile(
    r"\b(?:said|says|asked|answered|replied|added|shouted|chanted|responded|wrote|tweeted|declared|yelled|cried)[,:]?\s*$"
)
_DIRECT_CUE_AFTER = re.compile(
    r"^,?\s*(?:he|she|they|one|(?:[Tt]he )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})?,?\s*"
    r"\b(?:said|says|asked|answered|replied|added|shouted|wrote|tweeted|told|responded)\b"
)
_WORK = re.compile(
    r"\b(?:book|film|movie|show|series|song|album|novel|essay|article|column|program|programme|podcast|play|memoir|"
    r"documentary|episode|magazine|newspaper|report|titled|entitled|nicknamed|known as|codenamed|operation|"
    r"(?:ABC|NBC|CBS|CNN|Fox|Fox News|MSNBC|BBC|PBS|NPR|Fox News Channel|C-SPAN|HBO|Netflix)(?:['’]s)?)\W*$",
    re.IGNORECASE,
)
_SO_CALLED = re.compile(r"\bso[- ]called\s+$", re.IGNORECASE)
_BREAK = re.compile(r"[.!?…][\"'”’)]*\s+(?=[A-Z\"“‘'])|[;\n]")
_SMALL = lexicon(
    """
    a an the of and or to in on at by for from with as vs de la le el is not
    """
)
_MARKS = "\"'“”‘’„«»`‚´ \t,.;:"
_NEAR = 110  # characters of the sentence that are searched for a reporting word, each way
_LONGEST_TITLE = 9


def kind_of(text: str, start: int, end: int, first: int, last: int) -> QuoteKind:
    """``speech``, ``title`` or ``scare`` for the quotation ``text[start:end]`` of the paragraph ``text[first:last]``.

    A title is a name of a work, a show or a slogan: each main word a capital, no reporting clause next to it. Scare
    quotes hold one to three words that are no sentence, with no reporting word near in the sentence (the paper trail
    of a partial quotation). All the rest is speech.
    """
    if end - start > 200:
        return "speech"
    inside = text[start:end].strip(_MARKS)
    words = _WORD.findall(inside)
    if not words:
        return "scare"
    left = text[max(first, start - _NEAR) : start]
    right = text[end : min(last, end + _NEAR)]
    direct = bool(_DIRECT_CUE_BEFORE.search(left) or _DIRECT_CUE_AFTER.search(right))
    if not direct and _is_title(words, inside, left, right):
        return "title"
    raw = text[start:end].rstrip("\"'“”‘’»`´")
    whole = (
        len(words) > 1 and inside[0].isupper() and (not left.strip() or left.rstrip().endswith((".", "?", "!", ":")))
    )
    sentence = inside[-1] in "?!…" or (raw.endswith((".", "!", "?", ",")) and (direct or whole))
    if len(words) <= 3 and _SO_CALLED.search(left):
        return "scare"
    if len(words) <= 3 and not sentence and not direct and not _reports(_same_sentence(left, right)):
        return "scare"
    return "speech"


def _reports(words: str) -> bool:
    return not _CUES.isdisjoint(_LOWER_WORD.findall(words.lower().replace("so-called", "")))


def _same_sentence(left: str, right: str) -> str:
    breaks = list(_BREAK.finditer(left))
    if breaks:
        left = left[breaks[-1].end() :]
    after = _BREAK.search(right)
    if after is not None:
        right = right[: after.start()]
    return f"{left} | {right}"


def _is_title(words: list[str], inside: str, left: str, right: str) -> bool:
    if len(words) > _LONGEST_TITLE or inside[-1:] in "….":
        return False
    main = [word for index, word in enumerate(words) if word.lower() not in _SMALL or index in (0, len(words) - 1)]
    if not all(word[0].isupper() or word[0].isdigit() for word in main) or not any(w[0].isupper() for w in main):
        return False
    if _WORK.search(left):
        return True
    if left.rstrip().endswith(":"):
        return False
    if _headline(_WORD.findall(left) + _WORD.findall(right)):
        return False  # in a headline every word has its capital
    if len(words) == 1:
        begins = not left.strip() or left.rstrip()[-1:] in ".?!:"
        return not begins and not _reports(left[-40:])
    return True


def _headline(words: Iterable[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def settle(text: str, found: Sequence[Quote]) -> tuple[Quote, ...]:
    """Scare quotes that stand beside speech in one sentence, or echo words of it, are speech after all."""
    spoken: set[tuple[str, ...]] = set()
    for quote in found:
        if quote.kind == "speech":
            said = strings(text[quote.start : quote.end])
            spoken.update(said[i : i + n] for n in (1, 2, 3) for i in range(len(said) - n + 1))
    settled = list(found)
    for index, quote in enumerate(found):
        if quote.kind != "scare":
            continue
        before = index > 0 and found[index - 1].kind == "speech" and _one_sentence(text, found[index - 1], quote)
        after = index + 1 < len(found) and found[index + 1].kind == "speech"
        after = after and _one_sentence(text, quote, found[index + 1])
        said = strings(text[quote.start : quote.end])
        echo = said in spoken and (len(said) > 1 or _in_headline(text, quote))
        if before or after or echo:
            settled[index] = replace(quote, kind="speech")
    return tuple(settled)


def _in_headline(text: str, quote: Quote) -> bool:
    """Whether the line goes on without a full stop: headlines quote single words of the story's speech."""
    end = text.find("\n", quote.end, quote.end + 120)
    return end >= 0 and text[quote.start : end].rstrip()[-1] not in ".?!"


def _one_sentence(text: str, first: Quote, second: Quote) -> bool:
    if second.start - first.end > 120 or text[first.start : first.end].rstrip(MARKS_AND_SPACE)[-1:] in ".?!":
        return False
    between = text[first.end : second.start]
    return "\n" not in between and SENTENCE_END.search(between + "A") is None
