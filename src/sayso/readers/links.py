"""The links of a text: those of a page, with where their words stand in the text, and bare addresses."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from sayso.domain.document import Link
from sayso.domain.span import Span
from sayso.readers.addresses import LONGEST_ADDRESS, absolute, page_key
from sayso.readers.alignment import Alignment
from sayso.readers.blocks import Anchor, solid_length
from sayso.readers.notes import OnNote, ignore
from sayso.readers.origins import LONGEST_CREDIT, is_label, leads_elsewhere, says_origin
from sayso.readers.pages import Tree

MOST_LINKS = 500
"""Links of one document that are kept; those to its origin first, the rest as they stand."""
MOST_BARE = 5_000
"""Addresses standing as such in one text that are looked at."""
LONGEST_WORDS = 500
"""A link of more characters is a whole card that can be clicked on, and no words in a text."""
ALONE = 0.8
"""A passage of which this share is links may be a menu, and is kept only where nothing around it says so."""
BEFORE, AFTER = 6, 10
"""Passages before and after an article's text in which "Source: …" is looked for, where extraction left it out."""

_FURNITURE_TAGS = frozenset(("nav", "aside", "figure", "button", "form", "menu"))
_FURNITURE = re.compile(
    r"(?:[a-z0-9]+[-_]{1,2})*(?:share|sharing|social|related|recommended|recommendations|tags|breadcrumbs?|newsletter|navigation|nav"
    r"|menu|comments?|disqus|readmore|read-more|also-read|see-also|promo|sponsored|byline|author|caption|credit)"
    r"(?:[-_]{1,2}(?:list|links?|box|buttons?|items?|posts?|articles?|stories|news|block|widget|wrapper|container|icons?|bar|media"
    r"|area|section|info|bio|name))*"
)
_MAIN = frozenset(("body", "main", "article"))
_FURNITURE_RELATIONS = frozenset(("tag", "author", "license", "home", "prev", "next", "category"))
_BARE = re.compile(
    r"(?<![\w@/.-])(?:https?://|www\.(?=\w)|t\.me/)[^\s<>\"“”«»‹›„{}|\\^`。，、；：）】」』…]+", re.IGNORECASE
)
_OPENERS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link on a page: its address, where its words stand among the page's visible characters (blanks not counted), and in
    which passage; whether the page calls it the origin, and whether it belongs to a menu or the like.
    """

    href: str
    start: int
    end: int
    passage: int
    origin: bool
    furniture: bool


def page_links(seen: Sequence[str], anchors: Sequence[Anchor], base: str | None) -> list[PageLink]:
    """The links in a page's passages, in order; `anchors` as `paragraphs` found them, `base` what they are relative to."""
    ends = list(accumulate(map(solid_length, seen)))
    by_passage: dict[int, list[tuple[Anchor, str]]] = {}
    for anchor in anchors:
        if not 0 < anchor.end - anchor.start <= LONGEST_WORDS:
            continue
        href = absolute(anchor.element.get("href") or "", base)
        passage = bisect_left(ends, anchor.start + 1)
        if href is not None and anchor.end <= ends[passage]:
            by_passage.setdefault(passage, []).append((anchor, href))
    around: dict[Tree, bool] = {}
    found: list[PageLink] = []
    for passage, inside in by_passage.items():
        found.extend(_in_passage(seen[passage], passage, ends[passage], inside, around))
    return found


def _in_passage(
    block: str, passage: int, end: int, inside: Sequence[tuple[Anchor, str]], around: dict[Tree, bool]
) -> Iterator[PageLink]:
    places = array("L", (index for index, char in enumerate(block) if not char.isspace()))
    before = end - len(places)
    spans = [(places[anchor.start - before], places[anchor.end - before - 1] + 1) for anchor, _ in inside]
    alone = sum(stop - start for start, stop in set(spans)) >= ALONE * len(block)
    lines = _lines_of(block)
    starts = [start for start, _ in lines]
    by_line: dict[int, list[tuple[int, int]]] = {}
    for start, stop in sorted(set(spans)):
        line_start = starts[bisect_left(starts, start + 1) - 1]
        by_line.setdefault(line_start, []).append((start - line_start, stop - line_start))
    for (anchor, href), (start, stop) in zip(inside, spans, strict=True):
        line_start, line = lines[bisect_left(starts, start + 1) - 1]
        origin = says_origin(line, start - line_start, min(stop - line_start, len(line)), by_line[line_start])
        furniture = leads_elsewhere(line) or not _FURNITURE_RELATIONS.isdisjoint(_tokens(anchor.element, "rel"))
        if origin or (alone and not furniture):
            in_furniture = _is_in_furniture(anchor.element, around)
            origin, furniture = origin and not in_furniture, in_furniture
        yield PageLink(href, anchor.start, anchor.end, passage, origin, furniture)


def _lines_of(block: str) -> list[tuple[int, str]]:
    lines = block.split("\n")
    return list(zip(accumulate((len(line) + 1 for line in lines), initial=0), lines, strict=False))


def _is_in_furniture(element: Tree, around: dict[Tree, bool]) -> bool:
    """Whether an element stands in a menu, a box of related articles, a caption or the comments. What is known of the
    elements around it is kept in `around`.
    """
    path = []
    verdict = False
    for outer in [element, *element.iterancestors()]:
        if outer in around:
            verdict = around[outer]
            break
        path.append(outer)
        if outer.tag in _MAIN:
            break
        if outer.tag in _FURNITURE_TAGS or (
            outer.tag == "footer" and not any(True for _ in outer.iterancestors("article"))
        ):
            verdict = True
            break
        names = _tokens(outer, "class") | _tokens(outer, "id") if outer is not element else set()
        if any(_FURNITURE.fullmatch(name) for name in names):
            verdict = True
            break
    around.update(dict.fromkeys(path, verdict))
    return verdict


def _tokens(element: Tree, attribute: str) -> set[str]:
    return set((element.get(attribute) or "")[:500].lower().split())


def document_links(
    found: Sequence[PageLink],
    seen: Sequence[str],
    text: str,
    start: int,
    *,
    own: Sequence[str] = (),
    sources: Sequence[str] = (),
    name: str = "the page",
    on_note: OnNote = ignore,
) -> tuple[Link, ...]:
    """A page's links that are in its text (which begins at `start`, below the headline), or that it calls its origin.

    `own`: the addresses of the page, to which it does not count as a link; `sources`: the origins that its metadata names.
    """
    alignment = Alignment(seen, text, start)
    first, last = alignment.passages()
    links = []
    for item in found:
        words = alignment.place(item.start, item.end)
        if words is None and first <= item.passage <= last and not item.furniture:
            words = alignment.place_by_context(item.start, item.end, item.passage)
        near = first - BEFORE <= item.passage <= last + AFTER and len(seen[item.passage]) <= LONGEST_CREDIT
        if (words is not None and not item.furniture) or (item.origin and near):
            links.append(Link(item.href, words, item.origin))
    taken = sorted((link.words for link in links if link.words is not None), key=lambda span: span.start)
    links += [link for link in bare_links(text, start) if link.words is not None and not _touches(link.words, taken)]
    links.sort(key=lambda link: (link.words is None, link.words.start if link.words is not None else 0))
    links += [Link(source, None, origin=True) for source in sources]
    return distinct(links, own=own, name=name, on_note=on_note)


def plain_links(
    text: str,
    lines: Sequence[Span],
    *,
    edges: Sequence[Span] = (),
    own: Sequence[str] = (),
    name: str = "the text",
    on_note: OnNote = ignore,
) -> tuple[Link, ...]:
    """The addresses in the `lines` of a text; those in a line of `edges` may be called its origin ("Source: …")."""
    links: list[Link] = []
    label: Span | None = None
    for line in lines:
        follows_label = label is not None and line in edges
        label = line if is_label(line.exact) else None
        for link in bare_links(text, line.start, line.end):
            says_so = line in edges and (link.origin or (follows_label and link.words == line))
            links.append(Link(link.href, link.words, says_so))
    return distinct(links, own=own, name=name, on_note=on_note)


def bare_links(text: str, start: int, end: int | None = None) -> Iterator[Link]:
    """The addresses that stand as such in `text[start:end]`, and whether their line calls them its origin."""
    for found in islice(_BARE.finditer(text, start, len(text) if end is None else end), MOST_BARE):
        if len(found.group()) > LONGEST_ADDRESS:
            continue
        words = _without_closing(found.group())
        href = absolute(words if re.match(r"https?://", words, re.IGNORECASE) else f"https://{words}")
        if href is not None:
            at, stop = found.start(), found.start() + len(words)
            line_start = max(text.rfind("\n", max(0, at - 2 * LONGEST_CREDIT), at) + 1, at - 2 * LONGEST_CREDIT, 0)
            line_end = text.find("\n", stop, stop + LONGEST_CREDIT)
            line = text[line_start : line_end if line_end >= 0 else stop + LONGEST_CREDIT]
            yield Link(href, Span.of(text, at, stop), says_origin(line, at - line_start, stop - line_start))


def distinct(
    links: Sequence[Link], *, own: Sequence[str] = (), name: str = "the text", on_note: OnNote = ignore
) -> tuple[Link, ...]:
    """Each address once, with the first place where it stands; it is an origin where it is called so anywhere."""
    merged: dict[str, Link] = {}
    mine = {page_key(address) for address in own}
    for link in links:
        if page_key(link.href) in mine:
            continue
        known = merged.get(link.href)
        if known is None:
            merged[link.href] = link
        else:
            merged[link.href] = Link(link.href, known.words or link.words, known.origin or link.origin)
    if len(merged) <= MOST_LINKS:
        return tuple(merged.values())
    on_note(f"{name} has {len(merged):,} links; {MOST_LINKS} of them were kept.")
    kept = sorted(merged.values(), key=lambda link: not link.origin)[:MOST_LINKS]
    chosen = {link.href for link in kept}
    return tuple(link for link in merged.values() if link.href in chosen)


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span overlaps one of those, which are in order."""
    index = bisect_left(taken, span.end, key=lambda other: other.start)
    return any(span.overlaps(other) for other in taken[max(0, index - 3) : index])


def _without_closing(words: str) -> str:
    """An address without the signs of the sentence around it: a full stop, a bracket that it did not open."""
    depth = dict.fromkeys(_OPENERS.values(), 0)
    for index, char in enumerate(words):
        if char in depth:
            depth[char] += 1
        elif char in _OPENERS:
            depth[_OPENERS[char]] -= 1
            if depth[_OPENERS[char]] < 0:
                words = words[:index]
                break
    return words.rstrip(".,:;!?'’‘*_~-")
