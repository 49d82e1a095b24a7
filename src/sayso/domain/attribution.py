"""Who says what, through whom, how sure: the values that a reading is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sayso.domain.correction import Correction
from sayso.domain.span import Span


class Mode(StrEnum):
    """How the content stands in the text."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN_VOICE = "own-voice"
    HEADLINE = "headline"


class Attitude(StrEnum):
    """PARC's types (Pareti 2012): somebody says it, thinks it, knows it, or wants and plans it."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    FACT = "fact"
    EVENTUALITY = "eventuality"


class Stance(StrEnum):
    """How a cue presents what is said."""

    SAYS = "says"
    CLAIMS = "claims"
    INSINUATES = "insinuates"
    DENIES = "denies"
    CONFIRMS = "confirms"
    POINTS_OUT = "points-out"
    ASKS = "asks"
    ADVOCATES = "advocates"
    ACCUSES = "accuses"
    ORDERS = "orders"
    PROMISES = "promises"
    WARNS = "warns"
    PREDICTS = "predicts"
    BELIEVES = "believes"
    DOUBTS = "doubts"
    HOPES = "hopes"
    FEARS = "fears"
    KNOWS = "knows"
    FINDS = "finds"
    INTENDS = "intends"
    DECLINES = "declines"
    REPORTS = "reports"
    RUMOURED = "rumoured"


class PartyKind(StrEnum):
    """What kind of party a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    PLACE_FOR_GOVERNMENT = "place-for-government"
    UNKNOWN = "unknown"


class Naming(StrEnum):
    """Whether the party bears a name anywhere in this text."""

    NAMED = "named"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    NONE = "none"


class Factuality(StrEnum):
    """FactBank (Saurí and Pustejovsky 2009): certain, probable, possible × yes, no; unknown."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNKNOWN = "Uu"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that signal saying, and the dictionary form of their verb or noun."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken, and the words that they weaken (None: the whole content)."""

    span: Span
    weakens: Span | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom it was told ("told the BBC")."""

    span: Span
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One party that the words passed through.

    `carried` is True where the source stands nowhere in the content's own sentence (a quotation that
    goes on in the next paragraph); `source` then points to where it was last named. `described` are the words by which the text
    tells who a pronoun without a name is ("a clerk at the port", later "she"). `corrections` are of speaker and party.
    """

    source: Span | None
    party: str | None
    name: str | None
    kind: PartyKind
    naming: Naming
    cue: Cue | None
    stance: Stance
    factuality: Factuality
    addressee: Addressee | None = None
    hedges: tuple[Hedge, ...] = ()
    carried: bool = False
    corrections: tuple[Correction, ...] = ()
    described: Span | None = None

    @property
    def called(self) -> str | None:
        """What a reader knows it by: its name, else the words that describe it, else the source's own; None where nobody is there."""
        words = self.described or self.source
        return self.name or (words.exact if words is not None else None)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One occurrence, in one document, of something said; `chain` is outermost first and empty in the outlet's own voice.

    `corrections` are of its span; those of speakers and parties stand in the hops.
    """

    id: str
    content: tuple[Span, ...]
    mode: Mode
    attitude: Attitude
    chain: tuple[Hop, ...]
    hedges: tuple[Hedge, ...]
    factuality: Factuality
    score: float
    corrections: tuple[Correction, ...] = ()


def attribution_id(document: str, spans: tuple[Span | None, ...]) -> str:
    """`att_` and 16 hexadecimal digits of what identifies an attribution: its document and its spans."""
    places = "|".join("-" if span is None else f"{span.start}:{span.end}" for span in spans)
    return "att_" + sha256(f"{document}|{places}".encode()).hexdigest()[:16]
