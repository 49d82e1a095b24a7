"""One saying that the model found twice, two that it found as one, and one that it was not sure of although the layout tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.domain.attribution import Attitude
from sayso.extract.found import FoundAttribution
from sayso.extract.nesting import Link
from sayso.extract.ranges import Range
from sayso.languages.language import Language
from sayso.languages.lemmas import lemmatise_cue

BESIDE_SCORE = 0.4
"""Score that is enough where a quotation, who said it and a verb of saying stand side by side ("“…,” Osten said")."""

HEARSAY_SCORE = 0.6
"""Of a clause that a rule alone makes hearsay."""

LONGEST_CLAUSE = 300
"""Code points on either side of "reportedly" in which its clause begins and ends."""

_HEARSAY = re.compile(r"(?<=\w )(reportedly|allegedly|supposedly|purportedly)(?= [a-z])")
_CLAUSE = re.compile(r"[.!?;:][”\"’)]*(?:\[\d+\])*(?:\s+|\Z)|\n+|,\s+|\s[—–-]\s")
_REPORTEDLY = re.compile(r"(?:reportedly|allegedly|supposedly|purportedly|apparently)\b", re.IGNORECASE)
_CLOSED_BY_COMMA = re.compile(r"(?:[,?!]|\.{3}|…)[”\"]\s*|[”\"],\s*")
_BETWEEN_CUES = re.compile(r"\s+(?:as\s+)?")
_QUOTED = re.compile(r"(?:(?:is|was|are|were|been|being)\s+)?quoted\b", re.IGNORECASE)
_AS = re.compile(r"(?:\s[\w’'-]+){0,6}\sas\s")


def stands_beside(text: str, item: FoundAttribution, language: Language) -> bool:
    """Whether a quotation that ends with a comma is followed by nothing but who says it and a verb of saying."""
    if item.score < BESIDE_SCORE or len(item.source) != 1:
        return False
    first, second = sorted((item.source[0], item.cue))
    if not text[first[1] : second[0]].isspace():
        return False
    before = max((end for _, end in item.content if end <= first[0]), default=0)
    said = max(0, before - 5)
    said += len(text[said:before].rstrip('”",?!.…'))
    if not before or not _CLOSED_BY_COMMA.fullmatch(text, said, first[0]):
        return False
    entry = lemmatise_cue(text[slice(*item.cue)], language).entry
    return entry is not None and entry.attitude is Attitude.ASSERTION


def part_adverb(text: str, link: Link, language: Language) -> list[Link]:
    """ "Is reportedly squeezing X": the adverb is the cue, and the verb belongs to what is said.

    A verb of saying is a saying of its own in it: "Osten reportedly told them that C" is a report of Osten's words.
    """
    assert link.cue is not None
    start, end = link.cue
    match = _REPORTEDLY.match(text, start, end)
    if match is None or link.source is not None or match.end() == end:
        return [link]
    verb = match.end() + 1
    content = [(verb, high) if low in range(end, end + 2) else (low, high) for low, high in link.content]
    if all(low != verb for low, _ in content):
        content.append((verb, end))
    whole = Link((start, match.end()), None, tuple(sorted(content)), link.score)
    speaker = [span for span in link.content if 0 <= start - span[1] <= 1]
    said = tuple(span for span in link.content if span[0] >= end)
    entry = lemmatise_cue(text[verb:end], language).entry
    if not (speaker and said and entry and entry.attitude is Attitude.ASSERTION):
        return [whole]
    return [whole, Link((verb, end), speaker[0], said, link.score)]


def with_hearsay(text: str, links: Sequence[Link]) -> list[Link]:
    """The links, and one for each "reportedly" that stands in none of them: its clause is what is said, by nobody who is named.

    Of 19 such words in 334 articles the model left out 4; "where they reportedly build crossings" behind another's words was one.
    """
    covered = sorted(span for link in links for span in (*link.content, *([link.cue] if link.cue else ())))
    found = list(links)
    for match in _HEARSAY.finditer(text):
        start, end = match.span(1)
        if any(low < end and start < high for low, high in covered):
            continue
        before = max(_CLAUSE.finditer(text, max(0, start - LONGEST_CLAUSE), start), key=lambda m: m.end(), default=None)
        low = before.end() if before else max(0, start - LONGEST_CLAUSE)
        behind = _CLAUSE.search(text, end, end + LONGEST_CLAUSE)
        high = behind.start() if behind else min(len(text), end + LONGEST_CLAUSE)
        if before is None and low:
            continue  # no beginning of a clause in sight
        parts = ((low, start - 1), (end + 1, high))
        found.append(Link((start, end), None, tuple(part for part in parts if part[0] < part[1]), HEARSAY_SCORE))
    return sorted(found, key=lambda link: (link.start, -link.size))


def without_twins(text: str, links: Sequence[Link]) -> list[Link]:
    """Links of which no two say one thing by one verb: "Osten further", "Osten said"; "was quoted", "saying"."""
    alike: dict[tuple[tuple[Range, ...], Range | None], list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        if link.cue is not None:
            alike[link.content, link.source].append(index)
    kept: list[Link | None] = list(links)
    for indices in alike.values():
        ordered = sorted(indices, key=lambda i: links[i].cue or (0, 0))
        for left, right in zip(ordered, ordered[1:], strict=False):
            first, second = kept[left], kept[right]
            if first is None or second is None or first.cue is None or second.cue is None:
                continue
            between = (first.cue[1], second.cue[0])
            if _BETWEEN_CUES.fullmatch(text, *between):
                kept[left] = None
                if text[slice(*first.cue)].lower() == "as":
                    continue  # of "as reported by Osten" the cue is "reported by"
                kept[right] = Link((first.cue[0], second.cue[1]), second.source, second.content, second.score)
            elif _QUOTED.fullmatch(text, *first.cue) and _AS.fullmatch(text, *between):
                kept[left] = None
    return [link for link in kept if link is not None]
