"""Where the words of a page stand in the text that was made of it.

What extraction leaves is the page's passages, mostly whole and in order; blanks, and now and then other signs, differ.
So both sides are held against each other by their letters and digits alone.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from sayso.domain.span import Span

LIMIT_SEARCHED = 500_000_000
"""Characters that are searched for passages that were changed on the way; whole ones are looked up."""
SHORTEST_PART = 20
"""Letters of a part of a passage that is searched for."""
CONTEXT, SHORTEST_CONTEXT = 24, 15
"""Letters around a link by which it is found where its passage was changed, and how many there must be in all."""


class Alignment:
    """The passages of a page (`seen`) against `text[start:]`, whose paragraphs are parted by blank lines."""

    def __init__(self, seen: Sequence[str], text: str, start: int) -> None:
        self._text = text
        self._solid = "".join("".join(block.split()) for block in seen)
        self._page_places = _places(self._solid, 0)
        self._page = _letters(self._solid)
        keys = [_letters(block) for block in seen]
        self._starts = [0, *accumulate(map(len, keys))]
        self._places = _places(text, start)
        self._letters = _letters(text[start:])
        self._searched = 0
        self._runs: list[tuple[int, int, int]] = []
        self._align(keys, text[start:].split("\n\n"))
        self._runs.sort()
        self._taken = sorted((begin, begin + length) for _, begin, length in self._runs)

    def passages(self) -> tuple[int, int]:
        """The first and the last of the page's passages that are in the text; all of them where none was found again."""
        if not self._runs:
            return 0, len(self._starts) - 2
        last = max(begin + length for begin, _, length in self._runs) - 1
        return self._passage(self._runs[0][0]), self._passage(last)

    def place(self, start: int, end: int) -> Span | None:
        """Where the page's visible characters from `start` to `end` (blanks not counted) stand in the text."""
        first, last = self._between(start, end)
        index = bisect_right(self._runs, (first, len(self._letters), 0)) - 1
        if first == last or index < 0:
            return None
        begin, found, length = self._runs[index]
        return self._span(start, end, found + first - begin) if last <= begin + length else None

    def place_by_context(self, start: int, end: int, passage: int) -> Span | None:
        """The same, for a passage that was changed on the way: by the letters around, if they stand at one place only."""
        first, last = self._between(start, end)
        low, high = self._starts[passage], self._starts[passage + 1]
        for before, after in ((CONTEXT, CONTEXT), (CONTEXT, 0), (0, CONTEXT)):
            begin = max(low, first - before)
            words = self._page[begin : min(high, last + after)]
            if first == last or len(words) < SHORTEST_CONTEXT or not self._may_search(self._letters):
                continue
            found = self._letters.find(words)
            if found >= 0 and self._letters.find(words, found + 1) < 0 and not self._is_taken(found):
                return self._span(start, end, found + first - begin)
        return None

    def _align(self, keys: Sequence[str], body: Sequence[str]) -> None:
        where: dict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(keys):
            if key:
                where[key].append(index)
        blocks = [_letters(block) for block in body]
        offsets = [0, *accumulate(map(len, blocks))]
        chosen = _choose([where.get(key, ()) for key in blocks])
        after = 0
        for block, key, offset, passage in zip(body, blocks, offsets, chosen, strict=False):
            if passage is not None:
                self._runs.append((self._starts[passage], offset, len(key)))
            else:
                self._search(block, offset, after)
            after = max(after, sum(self._runs[-1][::2])) if self._runs else 0

    def _search(self, block: str, offset: int, after: int) -> None:
        """A paragraph that is no whole passage: as a part of one or as several, or else line by line."""
        whole = _letters(block)
        if self._find(whole, offset, after) or "\n" not in block:
            return
        for line in block.split("\n"):
            key = _letters(line)
            self._find(key, offset, after)
            offset += len(key)

    def _find(self, key: str, offset: int, after: int) -> bool:
        if len(key) < SHORTEST_PART or not self._may_search(self._page):
            return False
        found = self._page.find(key, after)
        if found < 0:
            found = self._page.find(key)
        if found >= 0:
            self._runs.append((found, offset, len(key)))
        return found >= 0

    def _is_taken(self, letter: int) -> bool:
        """Whether a letter of the text is one of a passage that was found again."""
        index = bisect_right(self._taken, (letter, len(self._text))) - 1
        return index >= 0 and letter < self._taken[index][1]

    def _may_search(self, text: str) -> bool:
        self._searched += len(text)
        return self._searched <= LIMIT_SEARCHED

    def _between(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._page_places, start), bisect_left(self._page_places, end)

    def _passage(self, letter: int) -> int:
        return bisect_right(self._starts, letter) - 1

    def _span(self, start: int, end: int, letter: int) -> Span:
        """The span of a link's letters from the text's `letter` on, with the signs that the link begins and ends with."""
        first, last = self._between(start, end)
        begin, stop = self._places[letter], self._places[letter + last - first - 1] + 1
        lead, tail = self._solid[start : self._page_places[first]], self._solid[self._page_places[last - 1] + 1 : end]
        begin = self._beside(lead[::-1], begin - 1, -1) + 1
        return Span.of(self._text, begin, self._beside(tail, stop, 1))

    def _beside(self, signs: str, at: int, step: int) -> int:
        """How far from `at` the `signs` stand in the text, blanks between them; `at` where they do not."""
        place = at
        for sign in signs:
            while 0 <= place < len(self._text) and self._text[place].isspace():
                place += step
            if not 0 <= place < len(self._text) or self._text[place] != sign:
                return at
            place += step
        return place


def _choose(candidates: Sequence[Sequence[int]]) -> list[int | None]:
    """One passage for each paragraph. Of several with the same words: the next after the one before; at the beginning of a
    text, the last before the one that follows.
    """
    following: list[int | None] = [None] * len(candidates)
    known: int | None = None
    for index in range(len(candidates) - 1, -1, -1):
        following[index] = known
        if len(candidates[index]) == 1:
            known = candidates[index][0]
    chosen: list[int | None] = []
    before: int | None = None
    for options, after in zip(candidates, following, strict=True):
        if not options:
            chosen.append(None)
            continue
        at = bisect_right(options, before) if before is not None else bisect_left(options, after or 0) - 1
        before = options[at] if 0 <= at < len(options) else options[0]
        chosen.append(before)
    return chosen


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _places(text: str, start: int) -> array[int]:
    return array("L", _numbers(text, start))


def _numbers(text: str, start: int) -> Iterable[int]:
    return (index for index in range(start, len(text)) if text[index].isalnum())
