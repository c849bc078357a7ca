"""The nouns: Article → Annotation → Comparison, and Finding.

All of them are frozen. Offsets are Python string indices into ``Article.text``, end exclusive, so
``article.text[span.start:span.end]`` is always the evidence itself. Unknown is ``None``, never a made-up value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Genre = Literal["news", "analysis", "opinion", "interview", "live", "satire", "unattributed"]
Voice = Literal["own", "quoted", "attributed"]
SentenceVoice = Literal["own", "quoted", "attributed", "mixed"]
Rung = Literal["named", "institution", "anonymous", "vague"]
AttributionKind = Literal["direct", "indirect", "mixed"]
QuoteKind = Literal["speech", "scare", "title"]
RegionKind = Literal["title", "byline", "dateline", "credit", "copyright", "caption", "subhead", "boilerplate"]
Certainty = Literal["flat", "hedged", "denied"]
Severity = Literal["note", "warning", "error"]
QuantityBound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
DifferenceKind = Literal[
    "attribution", "attribution_lost", "number", "hedge", "contradiction", "agent", "quote_altered", "wording"
]


#: Most characters of a title in the label of a piece that names nobody.
LABEL_TITLE = 30


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of ``Article.text``: ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader must know about an article before trusting what is said of it."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text that is not a claim of the body: headline, dateline, credit, caption, subhead, …"""

    kind: RegionKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One piece as it was read.

    ``text`` starts with the headline where the source has one (a ``title`` region covers it), then the body. For plain
    text and Markdown it is an exact slice of the decoded file (line ends as ``\\n``) that begins at character
    ``source_offset``; for converted formats (HTML, PDF, Word) ``source_offset`` is ``None``. Words that are no claims
    stay in the text and are covered by ``regions``, which are in order and do not overlap.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    genre: Genre = "news"
    path: str | None = None
    sha256: str = ""
    notes: tuple[Note, ...] = ()
    regions: tuple[Region, ...] = ()
    source_offset: int | None = None

    @property
    def label(self) -> str:
        """How reports name the piece: ``Outlet (agency)``, the first byline, the beginning of the title, or the id."""
        if self.outlet:
            return f"{self.outlet} ({self.agency})" if self.agency and self.agency != self.outlet else self.outlet
        if self.agency:
            return self.agency
        if self.bylines:
            return self.bylines[0]
        if self.title:
            return f"Unattributed: {shorten(self.title, LABEL_TITLE, placeholder='…')}"
        return f"Unattributed piece {self.id}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence. ``role`` is ``body`` or the kind of region it stands in; only ``body`` and ``title`` make claims."""

    start: int
    end: int
    paragraph: int = 0
    role: str = "body"
    voice: SentenceVoice = "own"
    loaded: float = 0.0
    subjective: float = 0.0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks, the marks included; ``closed`` is false where the closing mark is missing."""

    start: int
    end: int
    kind: QuoteKind = "speech"
    speaker: str | None = None
    closed: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    ``value`` is in base units (``2.5 million`` → 2500000; ``low``/``high`` for ranges), ``unit`` is a lower-case name
    (``percent``, ``percentage_point``, ``usd``, ``km2``, ``year``, ``date``, ``time``, ``count``, …), ``noun`` the
    counted thing in lower case (``dead``), ``bound`` how exact the writer makes it. Dates carry ISO text in ``iso``.
    """

    start: int
    end: int
    value: float | None
    unit: str = "count"
    noun: str | None = None
    bound: QuantityBound = "exact"
    low: float | None = None
    high: float | None = None
    iso: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name; ``canonical`` is the longest form of the same name in the article."""

    start: int
    end: int
    canonical: str
    kind: Literal["person", "organisation", "place", "other"] = "other"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source, and the name they resolve to (``None`` where it could not be resolved)."""

    start: int
    end: int
    name: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: source, cue and content (PolNeAR's three parts). ``assumed`` marks content carried over."""

    source: Source | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: AttributionKind
    rung: Rung
    assumed: bool = False
    reason_given: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an actor; ``stance`` from -1 to 1 is the sentence's, in ``voice``, toward that mention."""

    start: int
    end: int
    stance: float
    voice: Voice

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state or body that the article speaks of; ``stance`` averages own-voice mentions only (0 if none)."""

    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    stance: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a finding, in words; ``value`` is the feature's contribution or score, spans where it stands."""

    sentence: str
    value: float | None = None
    article: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class WordingSpan:
    """Words that a rule marks, with a calibrated score and the reasons.

    ``own`` is the probability that they are the writer's words rather than a speaker's; ``None`` where nobody asked.
    """

    rule: str
    start: int
    end: int
    score: float
    evidence: tuple[Evidence, ...] = ()
    own: float | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Encoding:
    """What the encoder saw: ``vectors`` (n sentences × d, unit length) and per sentence token spans and states.

    ``offsets[i]`` is an (m, 2) array of character offsets *into the article text*; ``states[i]`` is (m, d).
    """

    vectors: NDArray[np.float32]
    offsets: tuple[NDArray[np.int64], ...]
    states: tuple[NDArray[np.float32], ...]


class Voices(Protocol):
    """Whose wording a span is, beyond what quotation marks and attributions show."""

    def own(self, span: Span, rule: str) -> float:
        """The probability that words marked under ``rule`` are the writer's own."""
        ...


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that is known about one article alone; every span points into ``article.text``."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[Name, ...] = ()
    wording: tuple[WordingSpan, ...] = ()
    premises: tuple[WordingSpan, ...] = ()
    encoding: Encoding | None = field(default=None, compare=False, repr=False)
    voices: Voices | None = field(default=None, compare=False, repr=False)

    @property
    def claim_sentences(self) -> tuple[int, ...]:
        """Indices of the sentences that can carry a claim: the body's and the headline."""
        return tuple(i for i, s in enumerate(self.sentences) if s.role in ("body", "title"))


@dataclass(frozen=True, slots=True)
class Place:
    """A span in one article of a comparison."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans of different articles that report the same claim; ``score`` is calibrated, 0.5 is the decision.

    ``answers`` are the pair reader's log-odds of each kind of difference, by its label; empty without a pair reader.
    """

    a: Place
    b: Place
    score: float
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One article's wording of a claim; ``position`` runs from 0 (first body word) to 1 (last)."""

    article: str
    start: int
    end: int
    text: str
    status: Voice
    source: str | None
    rung: Rung | Literal["none"]
    certainty: Certainty
    position: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Difference:
    """A typed difference between two articles' wordings of one claim, with the words on both sides."""

    kind: DifferenceKind
    between: tuple[str, str]
    spans: tuple[Place, ...]
    score: float
    message: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The best match found in an article for a claim it seems not to report."""

    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Absence:
    """What the search for a claim in an article gave: ``absent`` or ``cannot_tell``; ``reason`` says why in words."""

    article: str
    verdict: Literal["absent", "cannot_tell"]
    nearest: Nearest | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """What the carrier ``article`` did with a sentence of the copy that ``against`` carries too.

    ``here`` is the sentence in the carrier (``None`` where it was cut), ``there`` that of the copy (``None`` where the
    carrier added one).
    """

    kind: Literal["cut", "added", "changed"]
    article: str
    against: str
    here: Place | None
    there: Place | None
    message: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of the story: a row of the coverage table.

    ``origins`` counts independent origins among the members; ``strength`` is the mean calibrated score of the pairs
    that hold them together, from 0 to 1 (0 where one article alone has the claim).
    """

    id: str
    text: str
    members: tuple[Member, ...]
    origins: int
    differences: tuple[Difference, ...] = ()
    absent: tuple[Absence, ...] = ()
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several articles on one story: the coverage table and all that hangs on it."""

    annotations: tuple[Annotation, ...]
    origins: tuple[tuple[str, ...], ...]
    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...]
    stories: tuple[tuple[str, ...], ...] = ()
    notes: tuple[Note, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(a.article for a in self.annotations)

    def annotation(self, article_id: str) -> Annotation:
        """The annotation of the article with that id; ``KeyError`` if there is none."""
        for annotation in self.annotations:
            if annotation.article.id == article_id:
                return annotation
        raise KeyError(article_id)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, where, in whose voice, and why."""

    rule: str
    name: str
    article: str
    start: int
    end: int
    text: str
    score: float
    severity: Severity
    voice: Voice
    speaker: str | None
    message: str
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    fingerprint: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


JsonDict = dict[str, Any]
