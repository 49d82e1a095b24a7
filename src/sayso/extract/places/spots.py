"""Where a text names places: what the model found, and what only a gazetteer tells (inside names of bodies, adjectives)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.domain.mention import Mention, MentionKind
from sayso.domain.place import KnownPlace, NameKind, PlaceForm, PlaceKind
from sayso.extract.places.known import Places
from sayso.languages.language import Language

_CAPITALISED = re.compile(r"(?<![\w@#/.])(?:[A-Z]\.(?:[A-Z]\.)+|[A-Z][^\W\d_]*(?:['’][A-Z][^\W\d_]+)?)")
_JOINED = re.compile(r"[ -]|\. ")
_MOST_WORDS = 4
_LARGE_IN_A_NAME = 50_000
_LARGE_ALONE = 100_000
"""People of a town from which its name is taken for it inside another name, and where the model saw no name at all."""
_ARTICLES = {"The", "A", "An"}
_HELD = {PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.CONTINENT}
_TAKEN = {MentionKind.PERSON, MentionKind.PLACE, MentionKind.DATE}
_BEGINS = re.compile(r"(?:^|[.!?:\n“\"]\s*)$")


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention of a place, not yet resolved."""

    start: int
    end: int
    form: PlaceForm = PlaceForm.NAME


def find_spots(text: str, mentions: Sequence[Mention], places: Places, language: Language) -> list[Spot]:
    """Every place that the text names, in order; none overlaps another."""
    found = [Spot(m.span.start, m.span.end) for m in mentions if m.kind is MentionKind.PLACE]
    inside = bytearray(len(text))  # 1: taken; 2: in the name of something else
    for mention in mentions:
        mark = 1 if mention.kind in _TAKEN else 2
        inside[mention.span.start : mention.span.end] = bytes([mark]) * (mention.span.end - mention.span.start)
    runs = list(_runs(text, inside))
    names = list(dict.fromkeys(text[start:end] for start, end in runs))
    known = dict(zip(names, places.look_up(names), strict=True))
    end_of_last = 0
    for start, end in sorted(runs, key=lambda run: (run[0], -run[1])):
        if start < end_of_last:
            continue
        form = _form(text, start, end, known[text[start:end]], inside, language, places)
        if form is not None:
            found.append(Spot(start, end, form))
            end_of_last = end
    return sorted(found, key=lambda spot: spot.start)


def _is_short_form(words: str, best: KnownPlace, places: Places) -> bool:
    """Whether a common word only looks like an area's short form: "Act" (ACT), "Miss" (Miss.)."""
    short = best.kind is PlaceKind.AREA and len(words) <= 4 and words.isalpha() and words.istitle()
    return short and not places.name(best.number).startswith(words)


def _runs(text: str, inside: bytearray) -> Iterator[tuple[int, int]]:
    """Runs of up to four capitalised words that do not touch what is taken."""
    words = [match.span() for match in _CAPITALISED.finditer(text) if inside[match.start()] != 1]
    for first, (start, end) in enumerate(words):
        if text[start:end] in _ARTICLES:
            continue
        yield start, end
        for (_, before), (begin, end) in pairwise(words[first : first + _MOST_WORDS]):
            if not _JOINED.fullmatch(text, before, begin):
                break
            yield start, end


def _form(
    text: str,
    start: int,
    end: int,
    bearers: Sequence[KnownPlace],
    inside: bytearray,
    language: Language,
    places: Places,
) -> PlaceForm | None:
    """How these words name a place, where they do."""
    words = text[start:end]
    best = bearers[0] if bearers else None
    if (
        best is None
        or words in language.not_places
        or len(words) < 2
        or words in ("US", "ACT", "LA")
        and text.isupper()
    ):
        return None
    if best.known_as is NameKind.ADJECTIVE:
        return PlaceForm.ADJECTIVE
    held = [place for place in bearers if place.known_as is NameKind.NAME]
    if not held or words in language.first_names:
        return None
    if _is_short_form(words, best, places) and text[max(0, start - 2) : start].rstrip()[-1:] not in {",", "-", "("}:
        return None
    part = inside[start] == 2
    large = _LARGE_IN_A_NAME if part else _LARGE_ALONE
    if not any(place.kind in _HELD or place.population >= large for place in held):
        return None
    if part:
        return PlaceForm.PART
    if " " not in words and _BEGINS.search(text, max(0, start - 4), start) and not any(p.kind in _HELD for p in held):
        return None
    return PlaceForm.NAME
