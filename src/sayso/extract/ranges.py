"""Half-open ranges of a text's code points, and how they lie to each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Range = tuple[int, int]


def covers(content: Sequence[Range], place: Range) -> bool:
    """Whether `place` lies in one of the spans."""
    return any(start <= place[0] and place[1] <= end for start, end in content)


def shared(left: Sequence[Range], right: Sequence[Range]) -> int:
    """Code points that lie in both."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def touches(places: Sequence[Range], place: Range) -> bool:
    """Whether `place` shares a character with one of `places`, which are in order and apart."""
    at = bisect_right(places, place[0], key=lambda span: span[1])
    return at < len(places) and places[at][0] < place[1]
