"""Found attributions → links that know which link they stand in: the shape of every chain, without the names.

A link lies in another where its cue stands in the other's content. Quotations that no cue brings
in belong to whoever was speaking before, and are links of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.domain.quotation import Quotation
from sayso.extract.layout import Layout
from sayso.extract.ranges import Range, covers, shared

SAME_CONTENT = 0.7
"""Jaccard of code points above which two attributions have one content ("X, citing Y, said C")."""

SHORTEST_CARRIED = 4
"""Words of a quotation without a cue that is taken for somebody's speech and not for a phrase in quotation marks."""

DEEPEST = 8
LAST_SPANS = 8
"""Spans of a content that are looked at when more are added to it: a page of one quotation after another stays linear."""

MOSTLY = 0.5
"""Share of a quotation inside a content from which the rest is taken to belong to it."""

WIDEST_GAP = 4
"""Words between two spans of a content that are neither cue nor source, up to which the gap is the model's slip."""

APART = 60
"""Code points between the beginnings of two contents that may be one."""

_ENDS_SPEECH = re.compile(r"[.!?…][”\"’']$")
"""A quotation of fewer words is speech where it ends with a sentence's mark: "“We were lucky.”"."""

CITING = re.compile(
    r"(?:citing|quoting|referencing|referring to|with reference to|relying on|drawing on|on the authority of)\b", re.I
)
"""Cues that name from whom the main cue's party has it."""

TOLD = re.compile(r"(?:told|informed|warned|assured|promised|advised|asked)", re.I)
_PASSIVE_BEFORE = re.compile(r"\b(?:been|was|were|being)\b[^.,;:]*\b(?:and|or) $")
"""Between a source and a cue of telling: "two clients had been shown papers and told that C" were told."""

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


def nest(links: Sequence[Link], layout: Layout) -> list[Link]:
    """All links, carried quotations added after them, each knowing the link it stands in."""
    links = _with_insertions([_tidied(link, layout) for link in links], layout.text)
    links = [_cited_content(link, links, layout.text) for link in links]
    carried = _continue_quotations(links, _holders(links), layout)
    links = [*links, *carried]
    outers = [_tightest(index, links, holders) for index, holders in enumerate(_holders(links))]
    _stack(links, outers, layout.text)
    for index in range(len(links)):
        _break_circle(index, outers)
    placed = [
        link if link.outer == outer else replace(link, outer=outer) for link, outer in zip(links, outers, strict=True)
    ]
    return [_heard(link, links, layout.text) for link in placed]


def _heard(link: Link, links: Sequence[Link], text: str) -> Link:
    """ "She said two had been shown papers and told that C": a participle of telling does not make her the teller."""
    if link.outer is None or link.cue is None or link.source is None or not TOLD.fullmatch(text, *link.cue):
        return link
    if _PASSIVE_BEFORE.search(text, link.source[1], link.cue[0]):
        return replace(link, source=None)
    outer = links[link.outer]
    if outer.source == link.source and covers(outer.content, link.cue) and not covers(outer.content, link.source):
        return replace(link, source=None)
    return link


def _cited_content(link: Link, links: Sequence[Link], text: str) -> Link:
    """ "X, with reference to Y, reports C", "X reports C, citing Y": what Y said is C, and not "reports C" or "X reports C"."""
    if link.cue is None or not CITING.match(text, *link.cue):
        return link
    for other in links:
        if other.cue is None or other is link or not covers(link.content, other.cue):
            continue
        begins = (other.cue[0], *(other.source or ())[:1])
        if any(0 <= begin - link.start <= 1 for begin in begins) and other.content != link.content:
            return replace(link, content=other.content)
    return link


def _with_insertions(links: list[Link], text: str) -> list[Link]:
    """ "One source, its note adds, claimed that C": the note says all of it, and the source C."""
    order = sorted(range(len(links)), key=lambda i: links[i].start)
    for one, other in ((a, b) for a, b in zip(order, order[1:], strict=False) for a, b in ((a, b), (b, a))):
        said, inserted = links[one], links[other]
        if not (said.source and said.cue and inserted.source and inserted.cue) or said.content != inserted.content:
            continue
        if CITING.match(text, *inserted.cue):
            continue  # "One source, citing its note, claimed that C" is the other way round
        low, high = min(inserted.source[0], inserted.cue[0]), max(inserted.source[1], inserted.cue[1])
        if said.source[1] <= low and high <= said.cue[0]:
            whole = (said.source, (said.cue[0], said.content[0][1]), *said.content[1:])
            links[other] = replace(inserted, content=whole)
    return links


def _holders(links: Sequence[Link]) -> list[list[int]]:
    """For each link, those whose content its cue (of a carried one, its content) lies in. One sweep over the text."""
    spans = sorted((start, end, index) for index, link in enumerate(links) for start, end in link.content)
    holders: list[list[int]] = [[] for _ in links]
    active: list[tuple[int, int, int]] = []
    at = 0
    for index in sorted(range(len(links)), key=lambda i: (links[i].cue or links[i].content[0])[0]):
        start, end = links[index].cue or links[index].content[0]
        while at < len(spans) and spans[at][0] <= start:
            active.append(spans[at])
            at += 1
        active = [span for span in active if span[1] > start]
        holders[index] = [other for _, high, other in active if end <= high and other != index]
    return holders


def _tidied(link: Link, layout: Layout) -> Link:
    """Content spans as a careful reader would mark them: within their paragraph, whole quotations, without stray gaps."""
    spans = _in_own_paragraph(link, layout)
    spans = [_whole_quotation(link, span, layout) for span in spans]
    content = tuple(_closed_gaps(link, spans, layout))
    return link if content == link.content else replace(link, content=content)


def _in_own_paragraph(link: Link, layout: Layout) -> list[Range]:
    """What is said in the cue's paragraph, where there is any; a quotation in another is an attribution of its own."""
    here = layout.paragraph_at(_anchor(link))
    content = [part for span in link.content for part in _run_on(_below_headline(span, here, layout), here, layout)]
    homes = [layout.paragraph_at(start) for start, _ in content]
    first = here if here in homes else homes[0]
    kept = []
    for start, end in content:
        if layout.in_headline(start) != layout.in_headline(_anchor(link)):
            continue
        paragraph = layout.paragraph_at(start)
        limit = layout.paragraphs[paragraph][1] if paragraph >= 0 else end
        quoted = any(start - q.start <= 2 for q in layout.quotations_over(start, start + 1) if not q.depth)
        if paragraph == first or not quoted or layout.runs_on(paragraph, here):
            kept.append((start, min(end, limit) if paragraph == first else end))
    return kept or [content[0]]


def _run_on(span: Range, paragraph: int, layout: Layout) -> list[Range]:
    """A span by its paragraphs, where a quotation that opens in one before the cue's runs on into it: "“A.\n\nB,” said Osten."."""
    start, end = span
    first = layout.paragraph_at(start)
    if not 0 <= first < paragraph == layout.paragraph_at(end - 1) or not layout.runs_on(first, paragraph):
        return [span]
    places = layout.paragraphs[first : paragraph + 1]
    return [(max(start, low), min(end, high)) for low, high in places]


def _below_headline(span: Range, paragraph: int, layout: Layout) -> Range:
    """A span that begins in the headline and reaches into the cue's paragraph, without the headline."""
    start, end = span
    low = layout.paragraphs[paragraph][0] if paragraph >= 0 else start
    return (low, end) if layout.in_headline(start) and not layout.in_headline(low) and low < end else span


def _whole_quotation(link: Link, span: Range, layout: Layout) -> Range:
    """A span widened over the marks that belong to it, and over the rest of a quotation that it begins or mostly holds."""
    start, end = span
    for quotation in layout.quotations_over(start - 2, end + 1):
        if link.cue and quotation.start <= link.cue[0] < quotation.end:
            continue
        inside = min(end, quotation.end) - max(start, quotation.start)
        if inside >= MOSTLY * (quotation.end - quotation.start) and start - quotation.start <= 2:
            start, end = min(start, quotation.start), max(end, quotation.end)
        if 0 < quotation.end - end <= 3 and not _words(layout.text, end, quotation.end) and start <= quotation.start:
            end = quotation.end
    return start, end


def _closed_gaps(link: Link, spans: Sequence[Range], layout: Layout) -> list[Range]:
    """Spans joined where what lies between is short and neither the cue nor the source."""
    joined: list[Range] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            continue
        if joined:
            low = joined[-1][1]
            apart = any(part and part[0] < start and low < part[1] for part in (link.cue, link.source))
            same = layout.paragraph_at(low) == layout.paragraph_at(start)
            if not apart and same and len(layout.text[low:start].split()) <= WIDEST_GAP:
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].strip("“”\"'‘’.,;:!?…»)«").split())


def _continue_quotations(links: list[Link], holders: list[list[int]], layout: Layout) -> list[Link]:
    """Quotations that no content covers: the rest of an attribution in its own paragraph, or a carried one.

    The first kind is added to its link in `links`; the second kind is returned.
    """
    carried: list[Link] = []
    # Who speaks inside a quotation ("“We want to win, and …”") is not who goes on speaking behind it.
    outermost = sorted(
        (i for i, over in enumerate(holders) if not over and not _is_quoted(links[i], layout)),
        key=lambda i: links[i].start,
    )
    starts = [links[i].start for i in outermost]
    for paragraph, quotation in _open_quotations(layout):
        place = (quotation.start, quotation.end)
        # A content may begin paragraphs before; a dozen links reach back further than any does.
        high = bisect_left(starts, quotation.end)
        around = [
            i
            for i in outermost[max(0, high - 12) : high]
            if not covers([place], links[i].cue or place) or _is_mark(links[i], layout)
        ]
        if any(shared(links[i].content[-LAST_SPANS:], [place]) * 3 > quotation.end - quotation.start for i in around):
            continue
        before = [i for i in around if links[i].start < quotation.start]
        last = before[-1] if before else None
        if last is not None and _adjacent(links[last], quotation, layout) and _direct(links[last], layout):
            links[last] = replace(links[last], content=(*links[last].content, place))
        elif _fills_sentence(quotation, layout):
            speaker = _speaker(quotation, paragraph, before, carried, links, layout)
            score = links[speaker].score if speaker is not None else 0.5
            carried.append(Link(None, None, (place,), score, speaker=speaker))
    return carried


def _open_quotations(layout: Layout) -> list[tuple[int, Quotation]]:
    return [
        (layout.paragraph_at(quotation.start), quotation)
        for quotation in layout.quotations
        if quotation.depth == 0
        and not layout.in_headline(quotation.start)
        and (
            _words(layout.text, quotation.start, quotation.end) >= SHORTEST_CARRIED
            or (_ENDS_SPEECH.search(layout.text, quotation.start, quotation.end) and _fills_sentence(quotation, layout))
        )
    ]


def _is_quoted(link: Link, layout: Layout) -> bool:
    """Whether a link's cue and source stand in one quotation."""
    if link.cue is None or _is_mark(link, layout):
        return False
    low, high = min(link.cue[0], (link.source or link.cue)[0]), max(link.cue[1], (link.source or link.cue)[1])
    return any(q.depth == 0 and q.start <= low and high <= q.end for q in layout.quotations_over(low, high))


def _is_mark(link: Link, layout: Layout) -> bool:
    """Whether a link's cue is the colon or dash of a turn, which may stand inside the marks that a transcript is quoted with."""
    return link.cue is not None and not layout.text[slice(*link.cue)].isalnum() and link.cue[1] - link.cue[0] <= 2


def _anchor(link: Link) -> int:
    return link.cue[0] if link.cue else link.start


def _direct(link: Link, layout: Layout) -> bool:
    spans = link.content[-LAST_SPANS:]
    return any(q.depth == 0 for start, end in spans for q in layout.quotations_over(start, end))


def _adjacent(link: Link, quotation: Quotation, layout: Layout) -> bool:
    """Whether nothing but marks stands between an attribution's words and the quotation, in one paragraph."""
    parts = [*link.content, *(part for part in (link.cue, link.source) if part is not None)]
    end = max(high for _, high in parts)
    if end > quotation.start or layout.paragraph_at(end - 1) != layout.paragraph_at(quotation.start):
        return False
    return not any(char.isalnum() for char in layout.text[end : quotation.start])


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


def _tightest(index: int, links: Sequence[Link], holders: Sequence[int]) -> int | None:
    """Of the links that hold this one's cue, the one with least content that holds most of its content too."""
    link = links[index]
    best: int | None = None
    for other in holders:
        candidate = links[other]
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


def _stack(links: Sequence[Link], outers: list[int | None], text: str) -> None:
    """Two attributions of one content: who cites stands outside of whom it cites, and what is said in it inside of both. Fills `outers`."""
    cited: dict[int, int] = {}
    order = sorted((i for i, link in enumerate(links) if link.cue), key=lambda i: links[i].start)
    for position, left in enumerate(order):
        for right in order[position + 1 :]:
            if links[right].start - links[left].start > APART:
                break
            both = shared(links[left].content, links[right].content)
            if outers[left] != outers[right] or both < SAME_CONTENT * (links[left].size + links[right].size - both):
                continue
            for inner, outer in ((left, right), (right, left)):
                if _cites(links[inner], links[outer], text):
                    outers[inner] = outer
                    cited.setdefault(outer, inner)
                    break
    for index, holder in enumerate(outers):
        through = cited.get(holder) if holder is not None else None
        # "X, citing Y, reports that Z said": Z's words came to X through Y.
        if (
            through is not None
            and through != index
            and covers(links[through].content, links[index].cue or links[index].content[0])
        ):
            outers[index] = through


def _cites(inner: Link, outer: Link, text: str) -> bool:
    """Whether `outer` takes the content from `inner`: "outer, citing inner"; "inner, quoted by outer"; "inner told X, which said"."""
    if inner.cue is None or outer.cue is None:
        return False
    if CITING.match(text, *inner.cue):
        return not CITING.match(text, *outer.cue)
    if text[slice(*outer.cue)].lower().endswith("ed by"):
        return True
    source = text[slice(*outer.source)].lower() if outer.source else ""
    return source in RELATIVE and inner.cue < outer.cue


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
