"""What a model would have found, built by hand from words; and what must hold of every reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.domain.attribution import Attribution
from sayso.domain.mention import MentionKind
from sayso.domain.reading import Check, CheckKind, Model, Reading
from sayso.domain.span import Span
from sayso.extract.extraction import extract
from sayso.languages.language import load_language
from sayso.readers.plain import read_plain

Range = tuple[int, int]
ENGLISH = load_language("en")
MODEL = Model("by hand", "00")


@dataclass(frozen=True)
class Said:
    """One attribution as a model finds it, in words; brackets pick words out of their surroundings: "[said] that"."""

    cue: str
    source: str | None
    content: tuple[str, ...]
    score: float = 0.9


@dataclass(frozen=True)
class FoundAttribution:
    """A cue with its source and content."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float = 0.9


@dataclass(frozen=True)
class FoundMention:
    """A mention; `kind` is a `MentionKind` value."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Found:
    """Everything that a model found."""

    attributions: Sequence[FoundAttribution] = ()
    mentions: Sequence[FoundMention] = ()
    hedges: Sequence[Range] = ()


def said(source: str | None, cue: str, *content: str) -> Said:
    """`said("ISW", "said", "it rained")`."""
    return Said(cue, source, content)


def place(text: str, words: str) -> Range:
    """Where `words` first stand in `text`; of "ISW [said] it" the place of "said" in "ISW said it"."""
    before, opened, rest = words.partition("[")
    inner, _, after = rest.partition("]") if opened else (before, "", "")
    before = before if opened else ""
    start = text.index(before + inner + after) + len(before)
    return start, start + len(inner)


def find(
    text: str,
    *attributions: Said,
    hedges: Sequence[str] = (),
    **names: Sequence[str],
) -> Found:
    """What a model would find: `names` are mentions by kind, each everywhere that it stands."""
    found = [
        FoundAttribution(
            place(text, item.cue),
            (place(text, item.source),) if item.source else (),
            tuple(place(text, part) for part in item.content),
            item.score,
        )
        for item in attributions
    ]
    return Found(found, list(_mentions(text, names)), sorted(place(text, hedge) for hedge in hedges))


def _mentions(text: str, names: dict[str, Sequence[str]]) -> Iterator[FoundMention]:
    taken: set[int] = set()
    found = []
    for name, kind in sorted(((n, k) for k, ns in names.items() for n in ns), key=lambda item: -len(item[0])):
        at = text.find(name)
        while at >= 0:
            if not taken & set(range(at, at + len(name))):
                taken |= set(range(at, at + len(name)))
                found.append(FoundMention(at, at + len(name), MentionKind(kind).value))
            at = text.find(name, at + 1)
    yield from sorted(found, key=lambda mention: mention.start)


def read(text: str, *attributions: Said, hedges: Sequence[str] = (), **names: Sequence[str]) -> Reading:
    """The reading of `text` if a model had found these; every span of it is checked."""
    return read_found(text, find(text, *attributions, hedges=hedges, **names))


def read_found(text: str, found: Found) -> Reading:
    """The reading of `text` with what was found in it."""
    document = read_plain(
        text.encode("utf-8", "surrogatepass"), path="a.txt", language="en", furniture=ENGLISH.furniture
    )
    reading = extract(document, found, ENGLISH, MODEL)
    check_spans(reading)
    return reading


def saying(reading: Reading, words: str) -> Attribution:
    """The attribution with the least content that holds these words, the deepest chain first; not the outlet's own."""
    found = [a for a in reading.attributions if a.chain and any(words in span.exact for span in a.content)]
    assert found, f"nothing attributed holds {words!r}"
    return min(found, key=lambda a: (sum(len(span.exact) for span in a.content), -len(a.chain)))


def own(reading: Reading) -> list[str]:
    """The sentences in the outlet's own voice."""
    return [a.content[0].exact for a in reading.attributions if not a.chain]


def sources(attribution: Attribution) -> list[str | None]:
    """The chain as the words of its sources, outermost first."""
    return [hop.source.exact if hop.source else None for hop in attribution.chain]


def names(attribution: Attribution) -> list[str | None]:
    """The chain as the names of its parties, outermost first."""
    return [hop.name for hop in attribution.chain]


def hedges(attribution: Attribution) -> dict[str, str | None]:
    """Hedges and the words that they weaken."""
    return {h.span.exact: h.weakens.exact if h.weakens else None for h in attribution.hedges}


def checks(reading: Reading, kind: CheckKind) -> list[Check]:
    """The checks of one kind."""
    return [check for check in reading.checks if check.kind is kind]


def spans_of(reading: Reading) -> Iterator[Span]:
    """Every span that stands anywhere in a reading."""
    document = reading.document
    yield from ((document.headline,) if document.headline else ())
    yield from document.furniture
    for attribution in reading.attributions:
        yield from attribution.content
        for hop in attribution.chain:
            yield from (hop.source,) if hop.source else ()
            yield from (hop.described,) if hop.described else ()
            yield from (hop.cue.span,) if hop.cue else ()
            yield from (hop.addressee.span,) if hop.addressee else ()
        for hedge in (*attribution.hedges, *(h for hop in attribution.chain for h in hop.hedges)):
            yield hedge.span
            yield from (hedge.weakens,) if hedge.weakens else ()
    yield from (mention.span for mention in reading.mentions)
    for check in reading.checks:
        yield from (check.span, *check.evidence)


def check_spans(reading: Reading) -> None:
    """Every span carries the words at its place, and none is empty."""
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(reading.document.text), span
        assert span.exact == reading.document.text[span.start : span.end], span
