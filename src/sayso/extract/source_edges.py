"""Where a source ends, where another saying stands in it or before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.layout import Layout
from sayso.extract.nesting import Link
from sayso.extract.ranges import Range, covers
from sayso.languages.language import Language

_WHO = re.compile(r",?\s+who\s+(?:(?:also|later|then|further|\w+ly)\s+)*$")
_PRONOUN = re.compile(r"(?:I|We|He|She|They)(?=\s+(?:(?:had|have|has|also|later|then|always|never|\w+ly)\s+)*$)")
_LOWER = re.compile(r"[a-z]+(?=\s)")
_NOUNS = re.compile(r"[A-Z][\w’'-]*\s(?:[\w’'-]+\s){0,6}")
_NO_NOUN = frozenset(
    "according in on at by for from with of to as after before during since under about yesterday today tonight later earlier then now but and or so yet "
    "when while if because although though however meanwhile also he she it they we i you his there here that this".split()
)
_REST = re.compile(
    r"(\s(?:in|of|at|for|from|with|on|by|to|near|under)(?:\s[\w’'-]+){1,6}),\s+(?:(?:also|later|then|\w+ly)\s+)*"
)
_LEADS = re.compile(
    r"(?:short of|instead of|rather than|in spite of|because of|apart from|regardless of|despite|without|amid)\s+",
    re.IGNORECASE,
)
"""Before a participle's subject: of "short of the council asking them" the council asks."""

_OPEN_END = re.compile(r"\s(?:when|while|where|because|since|until|although|though|which|who|whom|whose)$")
_TO_ITS_CLAUSE_END = re.compile(r"\s[^,.;:!?“”\"\n]{1,120}(?=,\s+(?:(?:also|later|then|\w+ly)\s+)*$)")
_DONE = re.compile(r"\s(?:is|are|was|were|has been|have been|had been)\s(?:\w+ly\s)?[a-z]+(?:ed|en|wn|ght)\s")
_WHICH = re.compile(r"\b(?:who|which|that|whose|whom|where|what|[“\"])\b", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"(?<=[^\W\d_])\s(?:to|in an? (?:[\w-]+ )?interview (?:with|to))\s(?:the |a |local |state |his |her )*"
    r"(?:reporters?|journalists?|media|press|newspaper|agency|broadcaster|magazine|radio|television|crowd|audience|[A-Z][\w.]+(?: [A-Z][\w.]+){0,3})$"
)
_CLIPPED_IS = re.compile(r"(?:(?:every|some|any|no)(?:one|body)|s?he|it|who)([’']s)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:been|being|not|also|always|never|now|still|[a-z]+ing|got|had)\b", re.IGNORECASE)
_CLOSING = {"“": "”", "«": "»", "„": "“"}
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_WHOM = re.compile(
    r"\s+((?:the\s+|an?\s+)?[^\s,.;:()“”\"][^,;:()“”\"\n]{0,80}?)(?=[,;:]|\.\s|\.?$|\s+and\s|\s+that\s)", re.MULTILINE
)
_BEFORE = 40  # code points before a cue in which its pronoun stands


def with_source_edges(links: Sequence[Link], layout: Layout, language: Language) -> list[Link]:
    """`links` whose sources hold no other saying, and begin in the sentence of their cue where that has a pronoun for them."""
    ordered = sorted((link for link in links if link.cue is not None), key=lambda link: link.cue or (0, 0))
    cues = [link.cue[0] for link in ordered if link.cue is not None]
    changed = []
    for link in links:
        if link.source is None or link.cue is None:
            changed.append(link)
            continue
        link = _with_what_is_clipped(_told_by_whom_it_names(link, layout.text), layout.text)
        assert link.source is not None and link.cue is not None
        inside = ordered[bisect_left(cues, link.source[0]) : bisect_left(cues, link.source[1])]
        source = _its_own_words(link, layout.text)
        if source[1] <= link.cue[0]:
            source = _from_its_first_noun(source, layout, language)
        source = _to_its_comma(_own_pronoun(source, link.cue, layout), link, layout.text)
        for other in inside:
            if other is not link and source[1] == link.source[1]:
                source = _without(source, link.cue, other, layout)
        source = _with_its_marks(source, link.cue, layout.text)
        changed.append(link if source == link.source else replace(link, source=source))
    return changed


def _told_by_whom_it_names(link: Link, text: str) -> Link:
    """ "According to Osten, A, and according to Lenz, B": whom each names stands right behind it, and not behind the other."""
    assert link.source is not None and link.cue is not None
    start, end = link.cue
    if not _ACCORDING.fullmatch(text, start, end) or text[end : link.source[0]].isspace():
        return link
    # "According to a clerk" may stand before its source's end, which the model found behind another "according to".
    between = text[end : link.source[0]] if link.source[0] > end else text[link.source[1] : start]
    if not _ACCORDING.search(between):
        return link
    match = _WHOM.match(text, end)
    return link if match is None else replace(link, source=match.span(1))


def _with_what_is_clipped(link: Link, text: str) -> Link:
    """ "Everyone's been saying": the ending is the verb's, and "Everyone" says it."""
    assert link.source is not None and link.cue is not None
    match = _CLIPPED_IS.fullmatch(text, *link.source)
    if match is None or text[link.source[1] : link.cue[0]] != " " or not _GOES_ON.match(text, link.cue[0]):
        return link
    return replace(link, source=(link.source[0], match.start(1)), cue=(match.start(1), link.cue[1]))


def _its_own_words(link: Link, text: str) -> Range:
    """A source without the preposition before it, what is done to it, and whom it told."""
    assert link.source is not None and link.cue is not None
    start, end = link.source
    if match := _LEADS.match(text, start, end):
        start = match.end()
    if link.cue[1] <= start:
        match = _TO_WHOM.search(text, start, end)
        names = match is not None and text[start : match.start()].split()[-1:]
        return (start, match.start()) if match and names and names[0][0].isupper() else (start, end)
    match = _DONE.search(text, start, end)
    if match and end <= link.cue[0] and not _WHICH.search(text, start, match.start()):
        end = match.start()  # "samples were tested in a laboratory, revealing that": the samples
    return start, end


def _with_its_marks(source: Range, cue: Range, text: str) -> Range:
    """A source with the mark that closes the one in it: the newspaper “Kurier"”"."""
    start, end = source
    closing = text[end : end + 1]
    opened = next((mark for mark, closed in _CLOSING.items() if closed == closing), None)
    if opened is None or cue[0] == end or text.count(opened, start, end) != text.count(closing, start, end) + 1:
        return source
    return start, end + 1


def _without(source: Range, cue: Range, other: Link, layout: Layout) -> Range:
    """A source without the saying that its last words are, or that its first words bring in.

    "“A,” said Osten, who added “B”": Osten. "Some who say this letter proves it": what proves it is the letter.
    """
    assert other.cue is not None
    text = layout.text
    if cue[1] <= source[0]:
        who = _WHO.search(text, source[0], other.cue[0])
        quoted = any(layout.quotations_over(low, low + 2) for low, _ in other.content if low >= other.cue[1])
        return (source[0], who.start()) if who and quoted else source
    start = next((low for low, _ in other.content if other.cue[1] <= low < source[1]), None)
    return (start, source[1]) if start is not None and covers(other.content, cue) else source


def _from_its_first_noun(source: Range, layout: Layout, language: Language) -> Range:
    """A lone noun for one person, with the nouns that it needs before it: "Kurow flood warning centre" spokesman Osten said."""
    text = layout.text
    noun = _LOWER.match(text, *source)
    known = language.person_nouns.get(noun.group()) if noun else None
    start, _ = layout.sentences[layout.sentence_at(source[0])]
    if known is None or known.number != "sg" or start == source[0]:
        return source
    words = text[start : source[0]].lower().split()
    if not _NOUNS.fullmatch(text, start, source[0]) or words[0] in language.weekdays or words[0] in language.months:
        return source
    if any(word in _NO_NOUN or word.endswith(("ly", "'s", "’s")) for word in words):
        return source
    return start, source[1]


def _to_its_comma(source: Range, link: Link, text: str) -> Range:
    """A description that breaks off before the comma that closes it: "Osten, who wrote it when she was" in the senate, said."""
    assert link.cue is not None
    if source[1] > link.cue[0] or "," not in text[slice(*source)]:
        return source
    match = _REST.fullmatch(text, source[1], link.cue[0])
    if match is None and _OPEN_END.search(text, *source):
        clause = _TO_ITS_CLAUSE_END.match(text, source[1], link.cue[0])
        return (source[0], clause.end()) if clause else source
    if match is None or any(low < match.end(1) and source[1] <= low for low, _ in link.content):
        return source
    return source[0], match.end(1)


def _own_pronoun(source: Range, cue: Range, layout: Layout) -> Range:
    """ "We were shocked. Good God! We had told them": it is the pronoun before its verb that told them."""
    sentence, _ = layout.sentences[layout.sentence_at(cue[0])]
    if source[1] > sentence or cue[0] - sentence > _BEFORE:
        return source
    match = _PRONOUN.match(layout.text, sentence, cue[0])
    return match.span() if match else source
