"""Links and speakers → attributions: each with its whole chain, how sure every hop is, and its mode."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.domain.attribution import (
    Addressee,
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
from sayso.domain.span import Span
from sayso.extract.addressee import find_addressee
from sayso.extract.certainty import CueSense, cue_hedge, step_down, tie, weaken
from sayso.extract.layout import Layout
from sayso.extract.names import Party
from sayso.extract.nesting import DEEPEST, Link
from sayso.extract.ranges import Range, covers
from sayso.extract.speaker import Speaker
from sayso.languages.language import Language


def build(
    document: str,
    layout: Layout,
    links: Sequence[Link],
    senses: Sequence[CueSense | None],
    speakers: Sequence[Speaker],
    hedges: Sequence[Range],
    language: Language,
    known: Sequence[tuple[Range, Party]],
) -> list[Attribution]:
    """One attribution a link, in order of their contents."""
    text = layout.text
    hedge_starts = [start for start, _ in hedges]
    addressees = [
        find_addressee(link, sense, layout.text, known, document) for link, sense in zip(links, senses, strict=True)
    ]
    beside = [_cue_hedges(link, hedges, layout) for link in links]
    inner: dict[int, list[int]] = {}
    for index, link in enumerate(links):
        if link.outer is not None:
            inner.setdefault(link.outer, []).append(index)
    outer_hops: dict[tuple[int, int], Hop] = {}  # a speaker who passes on five others is the same hop in each chain
    found = []
    for index, link in enumerate(links):
        path = _path(index, links)
        own = _own_hedges(index, links, inner, senses, _within(hedges, hedge_starts, link))
        ties = [tie(text, hedge, _end_of(link, hedge), language) for hedge in own]
        hops = []
        for at, following in zip(path, (*path[1:], None), strict=True):
            hop = outer_hops.get((at, following)) if following is not None else None
            if hop is None:
                sure = _factuality(at, following, senses, ties, language)
                hop = _hop(
                    links[at],
                    senses[at],
                    speakers[at],
                    addressees[at],
                    document,
                    text,
                    factuality=sure,
                    hedges=beside[at],
                )
                if following is not None:
                    outer_hops[at, following] = hop
            hops.append(hop)
        weak = [cue_hedge(text, cue) for at in path if (sense := senses[at]) and sense.weak and (cue := links[at].cue)]
        outer_hedges = [hedge for hop in hops for hedge in hop.hedges]
        factuality = weaken(hops[-1].factuality, outer_hedges, language)
        for at in path:
            sense = senses[at]
            # "reportedly" says how sure it is itself; "claimed" leaves its speaker sure and the reader less so.
            if sense is not None and sense.weak and sense.factuality is Factuality.CERTAIN:
                factuality = step_down(factuality)
        sense = senses[index]
        content = _spans(text, link.content)
        found.append(
            Attribution(
                id=attribution_id(document, (*content, _span(text, link.cue), _span(text, link.source))),
                content=content,
                mode=_mode(link, layout),
                attitude=sense.attitude if sense is not None else Attitude.ASSERTION,
                chain=tuple(hops),
                hedges=_in_order([*weak, *outer_hedges, *ties]),
                factuality=factuality,
                score=round(min(links[at].score for at in path), 4),
            )
        )
    return found


def _path(index: int, links: Sequence[Link]) -> list[int]:
    path = [index]
    while (outer := links[path[-1]].outer) is not None and len(path) < DEEPEST:
        path.append(outer)
    return path[::-1]


def _within(hedges: Sequence[Range], starts: Sequence[int], link: Link) -> Sequence[Range]:
    """The hedges that begin between the first and the last word of a link's content."""
    return hedges[bisect_left(starts, link.start) : bisect_left(starts, max(end for _, end in link.content))]


def _own_hedges(
    index: int,
    links: Sequence[Link],
    inner: dict[int, list[int]],
    senses: Sequence[CueSense | None],
    hedges: Sequence[Range],
) -> list[Range]:
    """Hedges in a link's content that no further speaker inside it owns; a plan or an order inside it is no speaker's words."""
    content = links[index].content
    taken: list[Range] = []
    cues: list[Range] = []
    for other in inner.get(index, ()):
        if links[other].cue:
            cues.append(links[other].cue or (0, 0))
        sense = senses[other]
        if sense is None or sense.attitude.value != "eventuality":
            taken.extend(links[other].content)
    return [
        hedge
        for hedge in hedges
        if covers(content, hedge)
        and not covers(taken, hedge)
        and not any(c[0] < hedge[1] and hedge[0] < c[1] for c in cues)
    ]


def _cue_hedges(link: Link, hedges: Sequence[Range], layout: Layout) -> tuple[Hedge, ...]:
    """Hedges beside a cue that weaken the saying itself ("apparently told")."""
    if link.cue is None:
        return ()
    start, end = link.cue
    near = [h for h in hedges if (0 <= start - h[1] <= 2 or 0 <= h[0] - end <= 1) and not covers(link.content, h)]
    return tuple(Hedge(Span.of(layout.text, *h), Span.of(layout.text, start, end)) for h in near)


def _end_of(link: Link, hedge: Range) -> int:
    return next(end for start, end in link.content if start <= hedge[0] < end)


def _factuality(
    at: int, following: int | None, senses: Sequence[CueSense | None], ties: Sequence[Hedge], language: Language
) -> Factuality:
    """How sure a hop is of the innermost content: its own words if it says it, else only what its way of relaying tells."""
    sense = senses[at]
    if following is None:
        return weaken(sense.factuality if sense is not None else Factuality.CERTAIN, ties, language)
    inner = senses[following]
    if sense is not None and sense.stance is Stance.DENIES:
        return Factuality.CERTAINLY_NOT
    return Factuality.CERTAIN if inner is not None and inner.factive else Factuality.UNKNOWN


def _hop(
    link: Link,
    sense: CueSense | None,
    speaker: Speaker,
    addressee: Addressee | None,
    document: str,
    text: str,
    *,
    factuality: Factuality,
    hedges: tuple[Hedge, ...],
) -> Hop:
    party = speaker.party
    source = _span(text, link.source)
    carried = False
    if link.cue is None and speaker.phrase is not None:
        source = Span.of(text, speaker.phrase.start, speaker.phrase.end)
        carried = True
    return Hop(
        source=source,
        party=party.party_id(document) if party is not None else None,
        name=party.name if party is not None else None,
        kind=speaker.kind if source is not None else PartyKind.UNKNOWN,
        naming=speaker.naming if source is not None else Naming.NONE,
        cue=Cue(Span.of(text, *link.cue), sense.lemma) if link.cue is not None and sense is not None else None,
        stance=sense.stance if sense is not None else Stance.SAYS,
        factuality=factuality,
        addressee=addressee,
        hedges=hedges,
        carried=carried,
        described=_described(speaker, text),
    )


def _described(speaker: Speaker, text: str) -> Span | None:
    """The words that first tell who a pronoun is, where the text gives no name."""
    party, phrase = speaker.party, speaker.phrase
    if party is None or phrase is None or phrase.head != "pronoun" or party.name is not None or not party.places:
        return None
    return Span.of(text, *party.places[0])


def _mode(link: Link, layout: Layout) -> Mode:
    if layout.in_headline(link.cue[0] if link.cue else link.start):
        return Mode.HEADLINE
    quoted = 0
    for start, end in link.content:
        reach = start
        for quotation in layout.quotations_over(start, end):
            # A quotation that holds the cue as well is the outer speaker's.
            if not (link.cue and quotation.start <= link.cue[0] < quotation.end):
                quoted += max(0, min(end, quotation.end) - max(reach, quotation.start))
                reach = max(reach, min(end, quotation.end))
    if quoted >= 0.9 * link.size:
        return Mode.DIRECT
    return Mode.MIXED if quoted else Mode.INDIRECT


def _in_order(hedges: Sequence[Hedge]) -> tuple[Hedge, ...]:
    seen: dict[int, Hedge] = {}
    for hedge in sorted(hedges, key=lambda h: (h.span.start, -h.span.end)):
        if not any(start <= hedge.span.start and hedge.span.end <= kept.span.end for start, kept in seen.items()):
            seen[hedge.span.start] = hedge
    return tuple(seen.values())


def _span(text: str, place: Range | None) -> Span | None:
    return Span.of(text, *place) if place is not None else None


def _spans(text: str, places: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span.of(text, start, end) for start, end in places)
