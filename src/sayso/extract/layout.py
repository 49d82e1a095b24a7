"""A document's paragraphs, sentences and quotations: where things stand, before anybody asks what they say."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.quotation import Quotation, find_quotations
from sayso.domain.span import Span
from sayso.extract.ranges import Range, touches

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|Jr|Sr|Inc|Corp|Ltd|Co|Bros|No|Nos|vs|etc|approx|dept|est|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|a\.m|p\.m|i\.e|e\.g|cf|al|Ph\.D|ca|(?<=\()c)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[^\W_a-z])")
TOO_LONG_TO_SPLIT = 20_000
"""Code points: a paragraph beyond this is no prose, and is one sentence."""


@dataclass(frozen=True)
class Layout:
    """Ranges of one document's text, each list in order; furniture is left out of all but `quotations`."""

    text: str
    headline: Span | None
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _outermost(self) -> list[int]:
        return [index for index, quotation in enumerate(self.quotations) if quotation.depth == 0]

    @cached_property
    def _outermost_starts(self) -> list[int]:
        return [self.quotations[index].start for index in self._outermost]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that holds `offset`, or of the last one before it; -1 before the first."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`, or of the last one before it; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def quotations_over(self, start: int, end: int) -> list[Quotation]:
        """Quotations that share a character with a range, in order; those inside others too."""
        if not self.quotations or not self.paragraphs:
            return []
        high = bisect_left(self._quotation_starts, end)
        # Outermost ones do not overlap, so only the last that begins before can reach in, with what it holds.
        last = bisect_right(self._outermost_starts, start) - 1
        low = self._outermost[last] if last >= 0 else 0
        return [quotation for quotation in self.quotations[low:high] if quotation.end > start]

    def runs_on(self, first: int, last: int) -> bool:
        """Whether a quotation that is open at the end of paragraph `first` goes on, without marks of its own, up to paragraph `last`."""
        if not 0 <= first < last < len(self.paragraphs):
            return False
        for number in range(first + 1, last + 1):
            start, end = self.paragraphs[number][0], self.paragraphs[number - 1][1]
            if not (self.text[start].isalnum() or self.text[start] in "([$"):
                return False
            if not any(
                not quotation.closed and not quotation.depth for quotation in self.quotations_over(end - 1, end)
            ):
                return False
            if not any(quotation.start == start for quotation in self.quotations_over(start, start + 1)):
                return False
        return True

    def in_headline(self, offset: int) -> bool:
        """Whether `offset` is in the headline."""
        return self.headline is not None and self.headline.start <= offset < self.headline.end


def lay_out(document: Document) -> Layout:
    """Split a document; linear in its length."""
    furniture = sorted((span.start, span.end) for span in document.furniture)
    return _lay_out(document.text, document.headline, tuple(furniture))


@lru_cache(maxsize=2)  # attributions and events both ask, one text at a time
def _lay_out(text: str, headline: Span | None, furniture: tuple[Range, ...]) -> Layout:
    paragraphs = []
    sentences = []
    for start, end in find_paragraphs(text):
        if touches(furniture, (start, end)):
            continue
        paragraphs.append((start, end))
        sentences.extend(_sentences(text, start, end))
    return Layout(text, headline, tuple(paragraphs), tuple(sentences), find_quotations(text))


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start > TOO_LONG_TO_SPLIT:
        return [(start, end)]
    found = []
    low = start
    for match in _STOP.finditer(text, start, end):
        high = match.end()
        if match.group()[0] == "." and _ABBREVIATION.search(text, max(low, match.start() - 8), match.start() + 1):
            continue
        found.append((low, high))
        low = high
        while low < end and text[low].isspace():
            low += 1
    if low < end:
        found.append((low, end))
    return found
