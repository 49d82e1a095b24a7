"""What a perfect reader finds in simulated documents, and vectors for it: tracing without the model, and its speed.

Attributions of one claim have vectors whose cosine is 0.8 on average, two claims of one kind of event 0.4, others 0:
near what a sentence encoder gives for paraphrases and for texts on one subject.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sayso.domain.attribution import (
    Attitude,
    Attribution,
    Cue,
    Factuality,
    Hedge,
    Hop,
    Mode,
    Naming,
    PartyKind,
    Stance,
    attribution_id,
)
from sayso.domain.document import Document
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.reading import Model, Reading
from sayso.domain.span import Span
from sayso.domain.vector import Vector
from sayso.evaluate.story import StoryDocument

from .marking import Mark
from .rates import RATES, Rates
from .stories import Simulated, simulate_story
from .world import slug

WIDTH = 384
MODEL = Model("simulated", "0" * 64)
_CLAIM, _FAMILY, _OWN = 0.63, 0.63, 0.45
_MENTIONS = {
    "actor": MentionKind.ORGANISATION,
    "place": MentionKind.PLACE,
    "number": MentionKind.NUMBER,
    "time": MentionKind.DATE,
}


@dataclass(frozen=True, slots=True)
class SimulatedReading:
    """What a store is given for one document."""

    data: bytes
    reading: Reading
    vectors: Mapping[str, Vector]


def simulate_readings(
    attributions: int, seed: int = 1, *, width: int = WIDTH, rates: Rates = RATES
) -> Iterator[SimulatedReading]:
    """Documents of one story after another until there are at least so many attributions; memory stays that of a story."""
    done = number = 0
    while done < attributions:
        story = simulate_story(seed, number, rates, read=False)
        for item in read_perfectly(story, width=width):
            yield item
            done += len(item.reading.attributions)
            if done >= attributions:
                return
        number += 1


def read_perfectly(simulated: Simulated, *, width: int = WIDTH) -> Iterator[SimulatedReading]:
    """Each document of a story with the reading that its marks give; in German nothing is found."""
    for item in simulated.story.documents:
        if item.document.language != "en":
            yield SimulatedReading(item.data, Reading(item.document, (), (), (), None), {})
            continue
        yield _read(simulated.story.name, item, simulated.marks[item.file], width)


def _read(story: str, item: StoryDocument, marks: tuple[Mark, ...], width: int) -> SimulatedReading:
    document = item.document
    found: list[Attribution] = []
    vectors: dict[str, Vector] = {}
    for statement in (each for each in marks if each.label == "t"):
        inside = [each for each in marks if statement.start <= each.start and each.end <= statement.end]
        for attribution, claim in _attributions(document, inside):
            found.append(attribution)
            words = attribution.content[0].exact
            kind = words.split()[-1] if claim == "-" else story
            vectors[attribution.id] = _vector(
                f"{story}/{claim}/{words if claim == '-' else ''}", kind, attribution.id, width
            )
    mentions = {
        Mention(_span(document, each), _MENTIONS[each.label], None, None) for each in marks if each.label in _MENTIONS
    }
    for each in marks:
        if each.label.startswith("s|"):
            _, _, naming, kind, name = each.label.split("|")
            if naming == Naming.NAMED:
                mentioned = MentionKind.PERSON if kind == PartyKind.PERSON else MentionKind.ORGANISATION
                mentions.add(Mention(_name_only(document, each, name), mentioned, f"act_{slug(name)}", name))
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.span, mention.kind)))
    return SimulatedReading(item.data, Reading(document, tuple(found), ordered, (), MODEL), vectors)


def _attributions(document: Document, inside: list[Mark]) -> Iterator[tuple[Attribution, str]]:
    """The attribution of a statement, and where it has two hops the outer one's."""
    hops = [_hop(document, inside, depth) for depth in range(2)]
    chain = tuple(hop for hop in hops if hop is not None)
    said = next(each for each in inside if each.label.startswith("k|"))
    _, claim, mode = said.label.split("|")
    outer = next((each for each in inside if each.label == "o|0"), None)
    if outer is not None:
        yield _attribution(document, outer, Mode.INDIRECT, chain[:1], []), f"{claim} as said by {chain[1].name}"
    weak = [
        each for each in inside if each.label in {"hedge", "not"} and said.start <= each.start and each.end <= said.end
    ]
    shown = Mode.HEADLINE if mode == "headline" else Mode(mode) if chain else Mode.OWN_VOICE
    yield _attribution(document, said, shown, chain, weak), claim


def _attribution(document: Document, said: Mark, mode: Mode, chain: tuple[Hop, ...], weak: list[Mark]) -> Attribution:
    content = _span(document, said)
    hedges = tuple(Hedge(_span(document, each)) for each in weak if each.label == "hedge")
    negated = any(each.label == "not" for each in weak)
    return Attribution(
        id=attribution_id(
            document.id,
            (content, *(hop.source for hop in chain), *(hop.cue.span if hop.cue else None for hop in chain)),
        ),
        content=(content,),
        mode=mode,
        attitude=Attitude.ASSERTION,
        chain=chain,
        hedges=hedges,
        factuality=_factuality(hedges, negated=negated),
        score=0.9,
    )


def _factuality(hedges: tuple[Hedge, ...], *, negated: bool) -> Factuality:
    if not hedges:
        return Factuality.CERTAINLY_NOT if negated else Factuality.CERTAIN
    if hedges[0].span.exact in {"may", "possibly"}:
        return Factuality.POSSIBLY_NOT if negated else Factuality.POSSIBLE
    return Factuality.PROBABLY_NOT if negated else Factuality.PROBABLE


def _hop(document: Document, inside: list[Mark], depth: int) -> Hop | None:
    source = next((each for each in inside if each.label.startswith(f"s|{depth}|")), None)
    if source is None:
        return None
    _, _, naming, kind, name = source.label.split("|")
    cue = next((each for each in inside if each.label.startswith(f"c|{depth}|")), None)
    span = _span(document, source)
    if span.exact.endswith(","):
        span = Span.of(document.text, span.start, span.end - 1)
    return Hop(
        source=span,
        party=f"act_{slug(name)}",
        name=name if naming == Naming.NAMED else None,
        kind=PartyKind(kind),
        naming=Naming(naming),
        cue=None if cue is None else Cue(_span(document, cue), _span(document, cue).exact.lower()),
        stance=Stance.SAYS if cue is None else Stance(cue.label.split("|")[2]),
        factuality=Factuality.CERTAIN,
    )


def _name_only(document: Document, source: Mark, name: str) -> Span:
    """The name in a source's words, or what stands for it ("Sablin")."""
    at = document.text.find(name, source.start, source.end)
    return _span(document, source) if at < 0 else Span.of(document.text, at, at + len(name))


def _span(document: Document, found: Mark) -> Span:
    return Span.of(document.text, found.start, found.end)


def _vector(claim: str, kind: str, own: str, width: int) -> Vector:
    mixed = _CLAIM * _direction(claim, width) + _FAMILY * _direction(kind, width) + _OWN * _draw(own, width)
    unit: Vector = (mixed / np.linalg.norm(mixed)).astype(np.float32)
    return unit


@lru_cache(maxsize=4096)
def _direction(key: str, width: int) -> Vector:
    return _draw(key, width)


def _draw(key: str, width: int) -> Vector:
    """A unit vector that only its key decides."""
    seed = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big")
    drawn = np.random.Generator(np.random.PCG64(seed)).standard_normal(width, dtype=np.float32)
    unit: Vector = drawn / np.linalg.norm(drawn)
    return unit
