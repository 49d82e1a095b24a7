"""What people marked in a text: the values that every gold corpus is read into."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""Half-open code-point offsets into the gold document's text."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution as an annotator marked it; empty tuples where nothing was marked."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One name, title, date or number; `kind` is a `sayso.domain.mention.MentionKind` value."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with what people marked in it.

    `layers` says what was marked completely, so that the absence of a mark means something:
    ``attributions`` (outermost ones), ``nested`` (inner ones too), ``mentions``, ``hedges``.
    """

    name: str
    corpus: str
    text: str
    attributions: tuple[GoldAttribution, ...] = ()
    mentions: tuple[GoldMention, ...] = ()
    hedges: tuple[Range, ...] = ()
    layers: frozenset[str] = frozenset()
