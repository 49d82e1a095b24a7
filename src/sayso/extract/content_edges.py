"""Where a content begins and ends, where the text itself tells it and the model's labels do not.

Each rule is a habit of PolNeAR's annotators, counted on its train part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.bylines import off_a_byline
from sayso.extract.layout import Layout
from sayso.extract.nesting import Link

_STEP = re.compile(
    r"(?:However|Still|Nevertheless|Nonetheless|Even so|Moreover|Furthermore|Indeed|In addition|Meanwhile),\s+"
)
"""The outlet's own step on from the sentence before: left out 19 times and kept twice. "But" is kept in 30 of 85, and the model tells which."""

_DAY = re.compile(
    r"(?:[A-Z][a-z]+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}),?(?:\s+\d{4})?\.?"
)
_LONE = re.compile(r"(?:when|while|as|if|after|before|because|since|the|an?|and|but|or)", re.IGNORECASE)
_WHERE_TOLD = re.compile(r"(?:where|who|whom|whose)\s(?:[\w’'-]+\s){1,8}(?=that\s)")
_IN_A_PAPER = re.compile(
    r"(?:an?|the|his|her|its|their|our|my|your)\s(?:[\w’'-]+\s){0,2}(?:letter|statement|report|email|e-mail|note|paper|article|interview|"
    r"speech|post|message|memo|document|petition|filing|book|column|blog)\s(?=that\s)"
)

_TOPIC = re.compile(
    r",?\s+(?:on the (?:topic|subject|matter|question)s? of|in reference to|referring to|with reference to|with regards? to|regarding|concerning)\s[^“”\"\n]+"
)
_SECOND_CLAUSE = re.compile(r"(?:and|but|though|although|while|whereas|yet)\s")
_KIN_END = re.compile(
    r"\b(?:his|her|their|my|our)\s(?:[\w-]+\s){0,2}(?:brother|sister|son|daughter|wife|husband|mother|father|uncle|aunt|cousin|friend|partner|"
    r"colleague|lawyer|boss|neighbou?r|teammate|nephew|niece|grandson|granddaughter)$"
)
_LAST_NAME = re.compile(r",\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}(?=[.!?][\s”\"’]|[.!?]$)", re.MULTILINE)

_REFERENCES = re.compile(r"\s*\[\d{1,3}(?:\]?\s?[,–-]\s?\[?\d{1,3})*$")
"""The numbers of a paper's references, as far as a content that breaks off in them has them: " [12]–[15"."""

_BEHIND_COLON = re.compile(r"\s*:\s*\n\s*")
"""Between a cue and the paragraph that it brings in ("The governor added:")."""


def with_edges(links: Sequence[Link], layout: Layout) -> list[Link]:
    """`links` with contents that begin and end where the text tells."""
    steps = (
        off_a_byline,
        _without_strays,
        _without_step,
        _whole_block,
        _from_its_clause,
        _up_to_its_sentence,
        _without_topic,
        _without_the_other_half,
        _with_name,
        _without_references,
        _balanced,
    )
    edged = []
    for link in links:
        for step in steps:
            link = step(link, layout)
        edged.append(link)
    return edged


def _up_to_its_sentence(link: Link, layout: Layout) -> Link:
    """An indirect content that breaks off inside the next sentence ("I hope" we can. As long as it rains), to its own sentence's end."""
    start, end = link.content[-1]
    if link.cue is None or start < link.cue[1] or not layout.text[slice(*link.cue)][-1].isalnum():
        return link
    at = layout.sentence_at(start)
    low, high = layout.sentences[at]
    if not low <= link.cue[0] < high < end or layout.sentence_at(end - 1) == at:
        return link
    if any(start - 2 <= quotation.start < end for quotation in layout.quotations_over(start - 2, end)):
        return link
    stop = high - len(layout.text[start:high]) + len(layout.text[start:high].rstrip(".!?…”\"’' "))
    return replace(link, content=(*link.content[:-1], (start, stop))) if stop > start else link


def _without_topic(link: Link, layout: Layout) -> Link:
    """ "Osten said, “A,” on the topic of the dam": what it was about is the outlet's."""
    start, end = link.content[-1]
    match = None
    for quotation in layout.quotations_over(start, end):
        if quotation.start - start <= 1 and quotation.end < end:
            match = _TOPIC.match(layout.text, quotation.end, end)
            if match is not None and match.end() == end:
                return replace(link, content=(*link.content[:-1], (start, quotation.end)))
    return link


def _without_the_other_half(link: Link, layout: Layout) -> Link:
    """ "The town will be ruined, as Osten has claimed, and the council agreed": what he claimed ends before "as"."""
    if link.source is None or link.cue is None or len(link.content) != 2 or link.source[1] > link.cue[0]:
        return link
    (_, end), (start, _) = link.content
    inside = (
        end <= link.source[0] and link.cue[1] <= start and layout.text[end : link.source[0]].strip() in {", as", "as"}
    )
    if inside and _SECOND_CLAUSE.match(layout.text, start) and not layout.quotations_over(start, start + 1):
        return replace(link, content=link.content[:1])
    return link


def _with_name(link: Link, layout: Layout) -> Link:
    """A content that breaks off before the name of whom it speaks, where that ends the sentence: "was found upon his brother", Ivo."""
    start, end = link.content[-1]
    if not _KIN_END.search(layout.text, start, end):
        return link
    match = _LAST_NAME.match(layout.text, end)
    return replace(link, content=(*link.content[:-1], (start, match.end()))) if match else link


def _without_strays(link: Link, layout: Layout) -> Link:
    """A content without what lies apart from it and says nothing: an article in another sentence, the day under the headline.

    In its own sentence such a word begins it ("When asked, “we left”, Osten said"; "a strategy to cut the fares"): six times of six in PolNeAR dev.
    """
    if len(link.content) < 2 or link.cue is None:
        return link
    text, kept = layout.text, list(link.content)
    home = layout.paragraph_at(link.cue[0])
    for span in link.content:
        if len(kept) > 1 and layout.paragraph_at(span[0]) != home and _DAY.fullmatch(text, *span):
            kept.remove(span)
    low, following = kept[0], kept[1] if len(kept) > 1 else kept[0]
    if low != following and _LONE.fullmatch(text, *low):
        sentence = layout.sentence_at(low[0])
        parts = [part for part in (link.cue, link.source) if part is not None]
        if any(low[1] <= part[0] < following[0] for part in parts):
            return link
        apart = layout.sentence_at(following[0]) != sentence or any(
            quotation.end < following[0] for quotation in layout.quotations_over(*low)
        )
        kept[:2] = [following] if apart else [(low[0], following[1])]
    return link if len(kept) == len(link.content) else replace(link, content=tuple(kept))


def _from_its_clause(link: Link, layout: Layout) -> Link:
    """What was said to a nurse "at the ward where she lay that C" is C; in "a concern in their letter that C" it is C too."""
    if link.cue is None or link.content[0][0] < link.cue[1]:
        return link
    start, end = link.content[0]
    before = layout.text[link.cue[0] : link.cue[1]].endswith((" in", " on"))
    match = (_IN_A_PAPER if before else _WHERE_TOLD).match(layout.text, start, end)
    if match is None or layout.quotations_over(start, match.end()):
        return link
    return replace(link, content=((match.end(), end), *link.content[1:]))


def _without_references(link: Link, layout: Layout) -> Link:
    """ "Studies suggest that it levels off [17], [18]": what they suggest ends before the numbers, which are the author's."""
    start, end = link.content[-1]
    closed = end - 1 if layout.text[end - 1] == "]" else end
    match = _REFERENCES.search(layout.text, start, closed)
    if match is None or match.start() <= start or not layout.text.startswith("]", closed):
        return link
    return replace(link, content=(*link.content[:-1], (start, match.start())))


def _balanced(link: Link, layout: Layout) -> Link:
    """A content up to the bracket that closes the one in it ("their guests (video" and its ")"), and from its currency's sign on."""
    first, _ = link.content[0]
    if first and layout.text[first - 1] in "$€£" and layout.text[first].isdigit():
        link = replace(link, content=((first - 1, link.content[0][1]), *link.content[1:]))
    start, end = link.content[-1]
    if layout.text[end - 1].isdigit() and layout.text.startswith("%", end):
        return replace(link, content=(*link.content[:-1], (start, end + 1)))
    words = layout.text[start:end]
    if words.count("(") != words.count(")") + 1 or not layout.text.startswith(")", end):
        return link
    return replace(link, content=(*link.content[:-1], (start, end + 1)))


def _without_step(link: Link, layout: Layout) -> Link:
    """ "However, debates matter, he noted": he noted that debates matter; "However" joins it to the sentence before."""
    start, end = link.content[0]
    if link.cue is None or start > link.cue[0] or start != layout.sentences[layout.sentence_at(start)][0]:
        return link
    match = _STEP.match(layout.text, start)
    if match is None or layout.quotations_over(start, start + 1):
        return link
    if match.end() < end:
        return replace(link, content=((match.end(), end), *link.content[1:]))
    return replace(link, content=link.content[1:]) if len(link.content) > 1 else link


def _whole_block(link: Link, layout: Layout) -> Link:
    """ "The governor added:" and a paragraph: all of it is what he added (31 of 33 times)."""
    start, _ = link.content[0]
    number = layout.paragraph_at(start)
    if link.cue is None or start < link.cue[1] or number <= 0:
        return link
    low, high = layout.paragraphs[number]
    before = max(link.cue[1], link.source[1] if link.source and link.source[1] <= low else 0)
    if start - low > 1 or not _BEHIND_COLON.fullmatch(layout.text, before, low):
        return link
    return replace(link, content=((low, high), *(span for span in link.content if span[0] >= high)))
