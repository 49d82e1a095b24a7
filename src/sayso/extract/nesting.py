"""Found attributions → links that know which link they stand in: the shape of every chain, without the names.

A link lies in another where its cue stands in the other's content. Quotations that no cue brings
in belong to whoever was speaking before, and are links of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.domain.quotation import Quotation
from sayso.extract.layout import Layout

Range = tuple[int, int]

SAME_CONTENT = 0.7
"""Jaccard of code points above which two attributions have one content ("X, citing Y, said C")."""

SHORTEST_CARRIED = 4
"""Words of a quotation without a cue that is taken for somebody's speech and not for a phrase in quotation marks."""

DEEPEST = 8
CITING = frozenset({"cite", "quote", "refer", "with reference to", "reference", "invoke"})
RELATIVE = frozenset({"which", "who", "that"})


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution before its parties are known; `outer` is the index of the link whose content it stands in.

    `speaker` is, for a carried quotation (`cue` None), the index of the link whose source goes on speaking.
    """

    cue: Range | None
    source: Range | None
    content: tuple[Range, ...]
    score: float
    outer: int | None = None
    speaker: int | None = None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]

    @property
    def size(self) -> int:
        """Code points of content."""
        return sum(end - start for start, end in self.content)


def covers(content: Sequence[Range], place: Range) -> bool:
    """Whether `place` lies in one of the spans."""
    return any(start <= place[0] and place[1] <= end for start, end in content)


def shared(left: Sequence[Range], right: Sequence[Range]) -> int:
    """Code points that lie in both."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def nest(links: Sequence[Link], layout: Layout, lemmas: Sequence[str]) -> list[Link]:
    """All links, carried quotations added, each knowing the link it stands in; in order of their contents."""
    links = [_with_marks(link, layout) for link in links]
    links, carried = _continue_quotations(links, layout)
    order = [*range(len(links))]
    lemma_of = dict(zip(order, lemmas, strict=True))
    links = [*links, *carried]
    outers: list[int | None] = [_container(index, links) for index in range(len(links))]
    for index in range(len(links)):
        if outers[index] is None or links[index].cue is not None:
            _stack(index, links, outers, lemma_of, layout.text)
    for index in range(len(links)):
        _break_circle(index, outers)
    return [replace(link, outer=outer) for link, outer in zip(links, outers, strict=True)]


def _with_marks(link: Link, layout: Layout) -> Link:
    """Content spans widened over the quotation marks that belong to them."""
    spans = []
    for start, end in link.content:
        for quotation in layout.quotations_over(start - 2, end + 1):
            if 0 < start - quotation.start <= 2 and quotation.end >= end - 3:
                start = quotation.start
            elif start <= quotation.start < end < quotation.end and not _words(layout.text, end, quotation.end):
                end = quotation.end
            if (
                start == quotation.start
                and 0 < quotation.end - end <= 3
                and not _words(layout.text, end, quotation.end)
            ):
                end = quotation.end
        spans.append((start, end))
    return replace(link, content=tuple(spans))


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].strip("“”\"'‘’.,;:!?…»)«").split())


def _continue_quotations(links: list[Link], layout: Layout) -> tuple[list[Link], list[Link]]:
    """Quotations that no content covers: the rest of an attribution in its own paragraph, or a carried one."""
    carried: list[Link] = []
    outermost = sorted(
        (i for i, link in enumerate(links) if not any(link.cue and covers(o.content, link.cue) for o in links)),
        key=lambda i: links[i].start,
    )
    for paragraph, quotation in _open_quotations(layout):
        if layout.in_headline(quotation.start):
            continue
        place = (quotation.start, quotation.end)
        # Cues inside the quotation belong to what is said in it.
        around = [i for i in outermost if not (links[i].cue and covers([place], links[i].cue or place))]
        if any(shared(links[i].content, [place]) * 3 > quotation.end - quotation.start for i in around):
            continue
        before = [i for i in around if links[i].start < quotation.start]
        here = [i for i in before if layout.paragraph_at(_anchor(links[i])) == paragraph]
        earlier = [c for c in carried if c.start < quotation.start]
        if here and _adjacent(links[here[-1]], quotation, layout) and _direct(links[here[-1]], layout):
            last = links[here[-1]]
            links[here[-1]] = replace(last, content=(*last.content, place))
            continue
        if not _fills_sentence(quotation, layout):
            continue
        speaker = _speaker(quotation, paragraph, before, earlier, links, layout)
        if speaker is not None:
            carried.append(Link(None, None, (place,), links[speaker].score, speaker=speaker))
    return links, carried


def _open_quotations(layout: Layout) -> list[tuple[int, Quotation]]:
    return [
        (layout.paragraph_at(quotation.start), quotation)
        for quotation in layout.quotations
        if quotation.depth == 0 and _words(layout.text, quotation.start, quotation.end) >= SHORTEST_CARRIED
    ]


def _anchor(link: Link) -> int:
    return link.cue[0] if link.cue else link.start


def _direct(link: Link, layout: Layout) -> bool:
    return any(q.depth == 0 for start, end in link.content for q in layout.quotations_over(start, end))


def _adjacent(link: Link, quotation: Quotation, layout: Layout) -> bool:
    """Whether nothing but the cue's own words stands between an attribution and the quotation."""
    end = max(
        high
        for _, high in (*link.content, *((link.cue,) if link.cue else ()), *((link.source,) if link.source else ()))
    )
    return (
        end <= quotation.start
        and layout.sentence_at(end - 1) >= layout.sentence_at(quotation.start) - 1
        and not any(char.isalnum() for char in layout.text[end : quotation.start])
    )


def _fills_sentence(quotation: Quotation, layout: Layout) -> bool:
    """Whether the quotation is a whole sentence or more: it begins one and ends one."""
    start, _ = layout.sentences[layout.sentence_at(quotation.start)]
    _, end = layout.sentences[layout.sentence_at(quotation.end - 1)]
    return quotation.start - start <= 1 and end - quotation.end <= 1


def _speaker(
    quotation: Quotation, paragraph: int, before: list[int], earlier: list[Link], links: Sequence[Link], layout: Layout
) -> int | None:
    """The link whose source goes on speaking: that of the quotation right before, else of the paragraph before."""
    if earlier and layout.paragraph_at(earlier[-1].start) >= paragraph - 1:
        last_said = max((_anchor(links[i]) for i in before), default=-1)
        if earlier[-1].start > last_said:
            return earlier[-1].speaker
    near = [i for i in before if layout.paragraph_at(_anchor(links[i])) >= paragraph - 1 and links[i].source]
    direct = [i for i in near if _direct(links[i], layout)]
    return direct[-1] if direct else near[-1] if near else None


def _container(index: int, links: Sequence[Link]) -> int | None:
    """The tightest link whose content holds this one's cue and most of its content."""
    link = links[index]
    best: int | None = None
    for other, candidate in enumerate(links):
        if other == index or not covers(candidate.content, link.cue or link.content[0]):
            continue
        if link.cue and 2 * shared(candidate.content, link.content) < link.size:
            continue
        if candidate.cue and covers(link.content, candidate.cue) and _inner_of_two(link, candidate) is candidate:
            continue
        if best is None or candidate.size < links[best].size:
            best = other
    return best


def _inner_of_two(left: Link, right: Link) -> Link:
    """Of two links that each claim to hold the other, the one with less content."""
    return left if (left.size, -left.start) < (right.size, -right.start) else right


def _stack(index: int, links: Sequence[Link], outers: list[int | None], lemmas: dict[int, str], text: str) -> None:
    """Two attributions of one content: who cites stands outside of whom it cites."""
    link = links[index]
    for other, candidate in enumerate(links):
        if other == index or outers[other] is not None and outers[other] != outers[index]:
            continue
        both = shared(link.content, candidate.content)
        if both < SAME_CONTENT * (link.size + candidate.size - both):
            continue
        if _cites(index, other, links, lemmas, text) and outers[index] == outers[other]:
            outers[index] = other
            return


def _cites(inner: int, outer: int, links: Sequence[Link], lemmas: dict[int, str], text: str) -> bool:
    """Whether `outer` takes the content from `inner`."""
    left, right = links[inner], links[outer]
    if lemmas.get(inner) in CITING and lemmas.get(outer) not in CITING:
        return True
    if lemmas.get(outer) in {"quoted by", "cited by"} or (
        right.cue and text[right.cue[0] : right.cue[1]].lower().endswith((" by", "quoted by", "cited by"))
    ):
        return True
    source = text[slice(*right.source)].lower() if right.source else ""
    return source in RELATIVE and bool(left.cue and right.cue and left.cue[0] < right.cue[0])


def _break_circle(index: int, outers: list[int | None]) -> None:
    seen = {index}
    at = outers[index]
    for _ in range(DEEPEST):
        if at is None:
            return
        if at in seen:
            outers[index] = None
            return
        seen.add(at)
        at = outers[at]
    outers[index] = None
