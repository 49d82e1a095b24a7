"""Mentions of places → what they mean: every place of a name is weighed by its people, by what stands beside it, and by the others.

A text's places lie together: its names are weighed at once, in a few rounds, each leaning on what the others then
seem to mean. One name means one place in a text, unless the text names another area beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.domain.place import KnownPlace, NameKind, PlaceCandidate, PlaceForm, PlaceKind, PlaceMention
from sayso.domain.span import Span
from sayso.extract.places.beside import areas_beside, is_among_counties
from sayso.extract.places.known import Places
from sayso.extract.places.reasons import reason_of, reasons_for, unknown
from sayso.extract.places.spots import Spot
from sayso.extract.places.variants import is_site, names_inside, variants
from sayso.extract.places.weighing import Named, weigh
from sayso.extract.places.weights import WEIGHTS, Weights

SHOWN = 5
"""Candidates that are kept of one mention; "Springfield" has 34."""
_LEAST = 0.001
"""Share of belief below which a candidate is not worth keeping."""
_LARGE = 50_000
"""People of a town from which a building's name is taken to say where it stands: "Sydney Entertainment Centre"."""
_HOLDS = {PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.DISTRICT}


@dataclass
class _Name:
    """All mentions of one name with the same area beside it."""

    words: str
    whole: bool
    places: Sequence[KnownPlace]
    beside: str | None = None
    holders: frozenset[int] = frozenset()
    among_counties: bool = False
    spots: list[Spot] = field(default_factory=list)


def resolve_places(
    text: str,
    spots: Iterable[Spot],
    places: Places,
    home: Sequence[str] = (),
    not_places: frozenset[str] = frozenset(),
    weights: Weights = WEIGHTS,
) -> tuple[PlaceMention, ...]:
    """Each spot with what it may mean, the likeliest first; one that nothing is known of stays, without candidates.

    `home`: names of the country or area that the outlet writes for, where that is known; `not_places`: words that name no
    place inside a longer name ("University").
    """
    spots = sorted(spots, key=lambda spot: (spot.start, spot.end))
    names, by_spot = _gather(text, spots, places, not_places)
    known_home = [found for found in places.look_up(home) if found] if home else []
    weighed = weigh(
        [
            Named(name.words.casefold(), name.places, name.holders, name.among_counties, len(name.spots), name.whole)
            for name in names
        ],
        known_home,
        weights,
    )
    found: list[PlaceMention] = []
    shown: dict[int, tuple[PlaceCandidate, ...]] = {}
    for spot in spots:
        span = Span.of(text, spot.start, spot.end)
        at = by_spot.get((spot.start, spot.end))
        if at is None:
            found.append(PlaceMention(span, spot.form, (), unknown(span.exact)))
            continue
        name = names[at]
        if at not in shown:
            best = sorted(zip(name.places, weighed[at], strict=True), key=lambda pair: -pair[1].share)[:SHOWN]
            shown[at] = tuple(
                PlaceCandidate(
                    places.id(place.number), places.name(place.number), place.kind, round(place.latitude, 5), round(place.longitude, 5),
                    places.areas(place), round(weight.share, 3), reasons_for(weight, name.beside),
                )
                for rank, (place, weight) in enumerate(best)
                if not rank or weight.share >= _LEAST
            )  # fmt: skip
        form = spot.form if name.whole else PlaceForm.PART
        if shown[at] and spot.form is PlaceForm.NAME and name.places[0].known_as is NameKind.ADJECTIVE:
            form = PlaceForm.ADJECTIVE
        found.append(
            PlaceMention(span, form, shown[at], reason_of(shown[at], name.words, len(name.places), name.whole))
        )
    return tuple(found)


def _gather(
    text: str, spots: Sequence[Spot], places: Places, not_places: frozenset[str]
) -> tuple[list[_Name], dict[tuple[int, int], int]]:
    """Names with all their bearers, and which spot has which; two look-ups for the whole text."""
    exacts = list(dict.fromkeys(text[spot.start : spot.end] for spot in spots))
    asked = {exact: variants(exact) for exact in exacts}
    beside = [areas_beside(text, spot.end) for spot in spots]
    wanted = list(
        dict.fromkeys([*(n for names in asked.values() for n in names), *(n for names in beside for n in names)])
    )
    known = dict(zip(wanted, places.look_up(wanted), strict=True))
    inside = {
        exact: [n for n in names_inside(exact) if n not in not_places]
        for exact in exacts
        if not any(known[n] for n in asked[exact])
    }
    more = list(dict.fromkeys(n for names in inside.values() for n in names if n not in known))
    known.update(zip(more, places.look_up(more), strict=True))
    inside = {
        exact: [n for n in within if not is_site(exact) or _is_large(known[n])] for exact, within in inside.items()
    }
    names: list[_Name] = []
    numbers: dict[tuple[str, str | None, bool], int] = {}
    by_spot: dict[tuple[int, int], int] = {}
    for spot, areas in zip(spots, beside, strict=True):
        exact = text[spot.start : spot.end]
        words = next((n for n in asked[exact] if known[n]), None)
        whole = words is not None
        if words is None:
            words = next((n for n in inside[exact] if known[n]), None)
        if words is None:
            continue
        area, holders = _holders(known[words], areas, known)
        counties = is_among_counties(text, spot.end)
        number = numbers.setdefault((words.casefold(), area, counties), len(names))
        if number == len(names):
            names.append(_Name(words, whole, known[words], area, holders, counties))
        names[number].spots.append(spot)
        by_spot[spot.start, spot.end] = number
    return names, by_spot


def _is_large(bearers: Sequence[KnownPlace]) -> bool:
    return any(place.kind in {PlaceKind.COUNTRY, PlaceKind.AREA} or place.population >= _LARGE for place in bearers)


def _holders(
    bearers: Sequence[KnownPlace], areas: Sequence[str], known: dict[str, Sequence[KnownPlace]]
) -> tuple[str | None, frozenset[int]]:
    """The area beside a name that holds one of its bearers, and the rows of all areas of that name."""
    above = {row for place in bearers for row in (place.country, place.area, place.district) if row != place.number}
    for area in areas:
        rows = frozenset(place.number for place in known[area] if place.kind in _HOLDS)
        if rows & above:
            return area, rows
    return None, frozenset()
