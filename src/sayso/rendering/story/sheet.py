"""The map: land, a circle for how near the coordinates are, a mark a happening, the names of places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

from sayso.domain.event import EventPlace, GeoPrecision, Participant
from sayso.domain.happening import Happening
from sayso.domain.outline import Outline
from sayso.rendering.drawing.ink import number, tag, text, tooltip, words
from sayso.rendering.drawing.widths import text_width
from sayso.rendering.safe import safe_line
from sayso.rendering.story.kinds import SIZE, Kind, kind_of, shape
from sayso.rendering.story.land import Seen, Window, countries_in, lay_land, window_on
from sayso.rendering.story.spots import Spot, located, spots_of
from sayso.rendering.story.view import View, view_on

WIDE, NARROW = (1248.0, 560.0), (358.0, 400.0)
_RADIUS = {GeoPrecision.NEAR: 20.0, GeoPrecision.REGION: 38.0}
_SMALLER = 0.6  # times that on the narrow map
_MOST = 19  # marks of one spot
_TEXT = 13.0
_STEPS = (30, 15, 10, 5, 2, 1)  # degrees between the lines of the net
_LINES = 2  # of the net across the height, at least
_NAME_ROOM = 1.5  # times a country's name's width that the country must be wide

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a map's parts lead: a mark, the name of a place; and where the file of a window's land is."""

    mark: Callable[[Happening], str]
    place: Callable[[str], str]
    land: Callable[[Window], str]


def draw_maps(
    happenings: Sequence[Happening], outlines: tuple[Outline, ...], leads: Leads
) -> tuple[str, str] | tuple[()]:
    """The map as SVG, 1248 and 358 pixels wide; none where no happening has coordinates.

    The page brings the colours. Both take their land from one file. Without outlines there are only the net, marks and names.
    """
    spots = [(place.longitude or 0.0, place.latitude or 0.0) for item in happenings for place in located(item)]
    if not spots:
        return ()
    wide, narrow = view_on(spots, *WIDE), view_on(spots, *NARROW)
    window = window_on((wide, narrow)) if outlines else None
    marks = _Marks(leads)
    return (
        _Sheet(happenings, outlines, leads, wide, window, marks).svg(),
        _Sheet(happenings, outlines, leads, narrow, window, marks).svg(),
    )


class _Marks:
    """What a mark is, apart from where it stands: the same on both maps, so that it is written once."""

    def __init__(self, leads: Leads) -> None:
        self._leads = leads
        self._written: dict[tuple[str, bool], tuple[str, str]] = {}

    def of(self, happening: Happening, *, elsewhere: bool) -> tuple[str, str]:
        """A mark before its place and after it."""
        found = self._written.get((happening.id, elsewhere))
        if found is None:
            told = told_of(happening) + (". Accounts differ on the place" if elsewhere else "")
            found = self._written[happening.id, elsewhere] = (
                f'<a href="{words(self._leads.mark(happening))}" aria-label="{words(told)}" transform="translate(',
                f')">{tooltip([told])}{_shape_at_nought(kind_of(happening.first), hollow=not happening.happened)}</a>',
            )
        return found


@cache
def _shape_at_nought(kind: Kind, *, hollow: bool) -> str:
    return shape(kind, 0, 0, hollow=hollow)


class _Sheet:
    def __init__(
        self, happenings: Sequence[Happening], outlines: tuple[Outline, ...], leads: Leads, view: View, window: Window | None, marks: _Marks
    ) -> None:  # fmt: skip
        self._happenings, self._outlines, self._leads, self._view = happenings, outlines, leads, view
        self._window, self._mark = window, marks
        self._taken: list[Box] = []
        factor = 1.0 if view.width >= WIDE[0] else _SMALLER
        self._radius = {precision: radius * factor for precision, radius in _RADIUS.items()}

    def svg(self) -> str:
        view = self._view
        window = self._window
        land = lay_land(window, view, words(self._leads.land(window))) if window is not None else ""
        spots = spots_of(self._happenings, view)
        for spot in spots:
            far = spot.reach(_MOST) + SIZE
            self._taken.append((spot.x - far, spot.y - far, spot.x + far, spot.y + far))
        circles = [part for spot in spots for part in self._circles(spot)]
        marks = [self._marks(spot) for spot in spots]
        labels = [part for spot in spots if (part := self._label(spot))]
        named = [part for country in countries_in(self._outlines, view) if (part := self._country(country))]
        size = f"{number(view.width)} {number(view.height)}"
        return "\n".join(
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{number(view.width)}" height="{number(view.height)}"'
                f' class="storymap" role="group" aria-label="{words(self._told(spots))}">',
                tag("rect", width=view.width, height=view.height, class_="sea"), land, *self._net(), *named, *circles, *labels, *marks, "</svg>",
            )
        )  # fmt: skip

    def _told(self, spots: Sequence[Spot]) -> str:
        names = [next(iter(spot.places)) for spot in spots]
        shown = ", ".join(map(safe_line, names[:6]))
        return f"Map: {shown}{f' and {len(names) - 6} more places' if len(names) > 6 else ''}"

    def _net(self) -> list[str]:
        """Lines of longitude and latitude at whole degrees."""
        view = self._view
        step = next((step for step in _STEPS if view.height / view.scale / step >= _LINES), _STEPS[-1])
        across, up = view.width / 2 / (view.scale * view.narrowing), view.height / 2 / view.scale
        written = []
        for degree in range(ceil((view.longitude - across) / step), floor((view.longitude + across) / step) + 1):
            x, _ = view.place(degree * step, 0)
            written.append(tag("line", x1=x, y1=0, x2=x, y2=view.height, class_="net"))
        for degree in range(ceil((view.latitude - up) / step), floor((view.latitude + up) / step) + 1):
            _, y = view.place(0, degree * step)
            written.append(tag("line", x1=0, y1=y, x2=view.width, y2=y, class_="net"))
        return written

    def _circles(self, spot: Spot) -> list[str]:
        """A circle where the place is larger than a town, at its own middle."""
        return [
            tag("circle", tooltip([f"{place.name}: the middle of {_large(place)}"]), cx=x, cy=y, r=radius + spot.reach(_MOST), class_=f"about {(place.precision or GeoPrecision.REGION).value}")
            for place in spot.places.values()
            if (radius := self._radius.get(place.precision or GeoPrecision.REGION)) is not None
            for x, y in [self._view.place(place.longitude or 0.0, place.latitude or 0.0)]
        ]  # fmt: skip

    def _marks(self, spot: Spot) -> str:
        written = []
        for x, y, happening, elsewhere in spot.marks(_MOST):
            before, after = self._mark.of(happening, elsewhere=elsewhere)
            written.append(f"{before}{number(x)} {number(y)}{after}")
        return "".join(written)

    def _label(self, spot: Spot) -> str:
        """The names of a spot's places and how much is told of there, on the first side with room; none where all is taken."""
        names = list(spot.places)
        said = safe_line(names[0]) + (f" and {len(names) - 1} more" if len(names) > 1 else "")
        said += f" · {len(spot.held)}" if len(spot.held) > 1 else ""
        width = text_width(said, _TEXT, bold=True)
        far = spot.reach(_MOST) + max(
            [SIZE + 5, *(self._radius.get(place.precision, 0) + 4 for place in spot.places.values() if place.precision)]
        )
        for x, y in (
            (spot.x + far, spot.y + 4), (spot.x - far - width, spot.y + 4),
            (spot.x - width / 2, spot.y + far + 10), (spot.x - width / 2, spot.y - far - 1),
        ):  # fmt: skip
            box = (x, y - _TEXT, x + width, y + 4)
            if self._free(box):
                self._taken.append(box)
                link = self._leads.place(names[0])
                return f'<a href="{words(link)}">{text(x, y, said, "place", size=_TEXT)}</a>'
        return ""

    def _country(self, country: Seen) -> str:
        """A country's name, as near to the middle of its part in view as is free; none where the part is hardly wider than its name."""
        width = text_width(country.name, _TEXT) * 1.12
        if width * _NAME_ROOM > country.width:
            return ""
        for x, y in country.inner():
            box = (x - width / 2, y - _TEXT, x + width / 2, y + 4)
            if self._free(box):
                self._taken.append(box)
                return text(x, y, country.name, "country", size=_TEXT - 1, anchor="middle")
        return ""

    def _free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self._view.width - 2 or bottom > self._view.height - 2:
            return False
        return all(left > other[2] or right < other[0] or top > other[3] or bottom < other[1] for other in self._taken)


def told_of(happening: Happening) -> str:
    """A happening in a line: what, who to whom, where, when, on whose word."""
    event = happening.first
    parts = [
        event.type.replace("-", " ")
        + ("" if happening.happened else f" ({event.reality.value}, not as having happened)")
    ]
    parties = " → ".join(_names(parties) for parties in (event.actors, event.recipients) if parties)
    if parties:
        parts.append(parties)
    if event.place is not None:
        parts.append(event.place.name)
    if event.time is not None:
        parts.append(event.time.edtf or event.time.span.exact)
    return safe_line(" · ".join(parts))


def _names(parties: Sequence[Participant]) -> str:
    return ", ".join(party.name or party.span.exact for party in parties)


def _large(place: EventPlace) -> str:
    return "a district" if place.precision is GeoPrecision.NEAR else "a region or a country"
