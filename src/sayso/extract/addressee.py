"""Whom it was told: "told the BBC", "said to reporters", "in an interview with Radio Polje"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.domain.attribution import Addressee
from sayso.domain.span import Span
from sayso.extract.certainty import CueSense
from sayso.extract.names import Party
from sayso.extract.nesting import Link
from sayso.extract.ranges import Range

TELLING = frozenset(
    "tell inform assure remind warn notify ask advise brief promise urge order convince persuade reassure caution".split()
)
LONGEST = 80  # code points
_TO = re.compile(r"\s+(?:to|in an? (?:[\w-]+ )?interview (?:with|to)|speaking to)(?=\s)")
_IN_MARKS = re.compile(r"\s+(?:the\s+)?[“\"«„]((?:The\s+)?[A-Z][^“”\"«»„\n]{0,40}[^\W_])[”\"»“]")
"""An outlet's name in quotation marks: told "Radio Polje"."""

_TOKEN = re.compile(r"\s*([^\W_]+(?:[-’'.&][^\W_]+)*|\S)")
_ENDS = frozenset(
    "that how why what whether if when where on in at to of by about over as for via from with during after before since this last he she it "
    "they we there who which not yesterday today earlier later again repeatedly and be have has had is was".split()
)


_PART_OF = frozenset(
    "members relatives representatives hundreds thousands dozens scores crowd group number majority handful audience house council chamber ministry "
    "minister secretary head editor governor mayor president".split()
)
"""Before "of", that what follows still tells who it is: "reassured members of the public"; not "informed residents of the danger"."""


def find_addressee(
    link: Link, sense: CueSense | None, text: str, known: Sequence[tuple[Range, Party]], document: str
) -> Addressee | None:
    """The words right after a verb of telling, or after "to" behind any other cue, up to where something else begins."""
    if link.cue is None or sense is None:
        return None
    end = link.cue[1]
    if link.source is not None and 0 < link.source[0] - end <= 1:
        end = link.source[1]  # "said Osten to the reporters"
    limit = min([start for start, _ in link.content if start >= end] or [end + LONGEST])
    if sense.lemma not in TELLING:
        spoken = _TO.match(text, end, min(limit, end + LONGEST))
        if spoken is None:
            return None
        end = spoken.end()
    if (quoted := _IN_MARKS.match(text, end, limit)) is not None:
        return _addressee(text, quoted.span(1), known, document)
    words: list[Range] = []
    for match in _TOKEN.finditer(text, end, min(limit, end + LONGEST)):
        word = match.group(1).lower()
        if word == "of" and words and text[slice(*words[-1])].lower() in _PART_OF:
            continue
        if word in _ENDS or not word[0].isalnum():
            break
        words.append(match.span(1))
    if not words or text[slice(*words[-1])].lower() in {"the", "a", "an", "his", "her", "their", "its"}:
        return None
    return _addressee(text, (words[0][0], words[-1][1]), known, document)


def _addressee(text: str, place: Range, known: Sequence[tuple[Range, Party]], document: str) -> Addressee:
    party = next((p for at, p in known if place[0] <= at[0] and at[1] <= place[1]), None)
    return Addressee(Span.of(text, *place), party.party_id(document) if party else None)
