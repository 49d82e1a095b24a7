"""The map and the time axis of happenings made by hand."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import numpy as np

from sayso.domain.attribution import Factuality
from sayso.domain.event import Event, EventPlace, EventTime, GeoPrecision, Reality
from sayso.domain.happening import Account, Happening
from sayso.domain.outline import Outline
from sayso.domain.span import Span
from sayso.rendering.story import Kind, Leads, Window, axis_of, draw_axis, draw_land, draw_maps, draw_strip, kind_of
from sayso.rendering.story.land import CELLS, GRIDS, window_on
from sayso.rendering.story.sheet import NARROW, WIDE
from sayso.rendering.story.view import view_on

SQUARE = Outline("Arden", (np.array([[0, 40], [40, 40], [40, 60], [0, 60], [0, 40]], np.float32),))
FAR = Outline("Farland", (np.array([[-100, -10], [-90, -10], [-90, 0], [-100, -10]], np.float32),))
TOWN = EventPlace(Span(0, 5, "Quaye"), "Quaye", "1", "Arden", 50.0, 20.0, GeoPrecision.EXACT)
REGION = EventPlace(Span(0, 5, "Wold"), "Wold", "2", "Arden", 52.0, 26.0, GeoPrecision.REGION)
NOWHERE = EventPlace(Span(0, 5, "Hall"), "the <b>Hall</b>")


def event(
    place: EventPlace | None = TOWN,
    time: str | None = "2026-03-02",
    reality: Reality = Reality.HAPPENED,
    plover: str = "COERCE",
    id: str = "evt_1",
) -> Event:
    when = None if time is None else EventTime(Span(0, 4, "then"), time, None)
    return Event(
        id,
        "att_1",
        (),
        (),
        Factuality.CERTAIN,
        "coerced-recruitment",
        "raid",
        plover,
        None,
        None,
        (),
        Span(3, 9, "raided"),
        (),
        (),
        place,
        when,
        (),
        reality,
    )


def happening(*events: Event, published: str = "2026-03-05") -> Happening:
    return Happening(
        tuple(Account(item, f"doc_{at}", f"Outlet {at}", published) for at, item in enumerate(events or (event(),)))
    )


LEADS = Leads(lambda item: f"/to/{item.id}?a=1&b=2", lambda name: f"/at/{name}", lambda window: f"/land/{window.west}")


def drawn(*found: Happening, narrow: bool = False) -> str:
    maps = draw_maps(found, (SQUARE, FAR), LEADS)
    assert len(maps) == 2
    svg = maps[narrow]
    ElementTree.fromstring(svg)
    return svg


def points_of(svg: str) -> np.ndarray:
    """All points of a land file, in steps of its grid."""
    path = ElementTree.fromstring(svg)[0].attrib.get("d", "")
    found = []
    for ring in filter(None, path.removeprefix("M").removesuffix("z").split("zM")):
        first, _, moves = ring.partition("l")
        at = np.array(first.split(), int)
        found.append(np.vstack([at, at + np.cumsum(np.array(moves.split(), int).reshape(-1, 2), axis=0)]))
    return np.vstack(found) if found else np.empty((0, 2), int)


def test_a_mark_leads_to_its_passage_and_is_named() -> None:
    for narrow in (False, True):
        svg = drawn(happening(), narrow=narrow)
        assert 'href="/to/evt_1?a=1&amp;b=2"' in svg
        assert 'aria-label="raid · Quaye · 2026-03-02"' in svg
        assert ">Quaye</text>" in svg
        assert "hollow" not in svg


def test_what_did_not_happen_is_hollow() -> None:
    svg = drawn(happening(event(reality=Reality.PLANNED)))
    assert "kind coercion hollow" in svg
    assert "not as having happened" in svg
    assert "hollow" not in drawn(happening(event(reality=Reality.NEGATED), event()))


def test_a_region_has_a_circle_and_a_town_has_none() -> None:
    assert 'class="about region"' in drawn(happening(event(REGION)))
    assert "about" not in drawn(happening())


def test_accounts_that_differ_on_the_place_stand_at_both() -> None:
    svg = drawn(happening(event(), event(REGION)))
    assert svg.count('href="/to/evt_1') == 2
    assert "Accounts differ on the place" in svg


def test_many_at_one_place_are_counted_and_those_beyond_are_not_drawn() -> None:
    svg = drawn(*(happening(event(id=f"evt_{at}")) for at in range(30)))
    assert "Quaye · 30" in svg
    assert svg.count('href="/to/') == 19


def test_without_coordinates_there_is_no_map() -> None:
    assert draw_maps([happening(event(NOWHERE)), happening(event(None))], (SQUARE,), LEADS) == ()


def test_both_maps_refer_to_one_file_of_land_and_hold_none() -> None:
    for narrow in (False, True):
        svg = drawn(happening(), narrow=narrow)
        assert svg.count("<path d=") == 1  # the mark
        assert svg.count("<use ") == 1
        assert 'href="/land/' in svg
        assert ">Arden</text>" in svg
        assert "Farland" not in svg
    assert len({drawn(happening(), narrow=narrow).partition('href="/land/')[2].partition('"')[0] for narrow in (False, True)}) == 1  # fmt: skip
    assert "<use" not in "".join(draw_maps([happening()], (), LEADS))


def test_the_land_lies_where_the_map_has_it() -> None:
    svg = drawn(happening())
    across, _, _, down, x, y = map(float, svg.partition("matrix(")[2].partition(")")[0].split())
    view = view_on([(20.0, 50.0)], *WIDE)
    grid = GRIDS[window_on((view, view_on([(20.0, 50.0)], *NARROW))).grid]
    place = view.place(0, 60)  # a corner of Arden
    assert abs(x - place[0]) < 0.01
    assert abs(y - 60 / grid * down - place[1]) < 0.1
    assert abs(x + 40 / grid * across - view.place(40, 60)[0]) < 0.1


def test_a_window_holds_its_views_and_its_land_stays_in_it() -> None:
    for spots in ([(20.0, 50.0)], [(2.0, 45.0), (38.0, 58.0)], [(-179.0, -50.0), (179.0, 80.0)], [(179.9, 70.0)]):
        views = [view_on(spots, *size) for size in (WIDE, NARROW)]
        window = window_on(views)
        assert window.sound
        for longitude, latitude in spots:
            assert window.west <= longitude <= window.east
            assert window.south <= latitude <= window.north
        points = points_of(draw_land((SQUARE, FAR), window)) * GRIDS[window.grid]
        assert np.all(points[:, 0] >= window.west)
        assert np.all(points[:, 0] <= window.east)
        assert np.all(-points[:, 1] >= window.south)
        assert np.all(-points[:, 1] <= window.north)
    assert len(points_of(draw_land((SQUARE, FAR), Window(3, -180, -90, 180, 90)))) == 9
    assert len(points_of(draw_land((FAR,), Window(0, 0, 40, 20, 60)))) == 0


def test_neighbours_keep_one_border_on_every_grid() -> None:
    edge = [(10.0, 40 + at * 0.013 + (at % 3) * 0.004) for at in range(300)]
    one = Outline("One", (np.array([*edge, (0, 50), edge[0]], np.float32),))
    other = Outline("Other", (np.array([*reversed(edge), (20, 50), edge[-1]], np.float32),))
    for grid, cell in enumerate(CELLS):
        window = Window(grid, -cell * 6, 0, cell * 12, 30 * 2)
        if window.sound:
            first, second = ({tuple(point) for point in points_of(draw_land((land,), window))} for land in (one, other))
            assert len(first ^ second) <= 4  # the far corners, and where the border's ends are


def test_a_window_that_no_view_asks_for_is_none() -> None:
    assert not Window(0, 1, 0, 3, 2).sound
    assert not Window(4, 0, 0, 30, 30).sound
    assert not Window(0, 10, 0, 8, 2).sound
    assert not Window(0, 178, 0, 182, 2).sound


def test_shapes_follow_the_group_of_types() -> None:
    assert {
        kind_of(event(plover=code))
        for code in ("ASSAULT/beat", "COERCE", "PROTEST/riot", "MOBILIZE", "SANCTION", "CONSULT", "NEW")
    } == set(Kind)


def test_the_axis_holds_reports_and_events_near_them() -> None:
    axis = axis_of([happening(event(time="2026-03-02")), happening(event(time="1999"))])
    assert axis is not None
    assert date(2026, 2, 1) < axis.first < date(2026, 3, 2)
    assert axis.last > date(2026, 3, 5)
    assert "Mar 2026" in draw_axis(axis)
    assert axis_of([happening(event(time=None), published="soon")]) is None


def test_a_strip_has_a_bar_for_each_time_and_a_mark_for_each_report() -> None:
    told = happening(event(time="2026-03-02"), event(time="2026-02-28/.."), event(time="1999"))
    axis = axis_of([told])
    assert axis is not None
    strip = draw_strip(told, axis, "/event", lambda account: f"/report/{account.document}")
    ElementTree.fromstring(strip)
    assert strip.count('href="/event"') == 3
    assert strip.count('class="report"') == 3
    assert "vague" in strip
    assert "◂" in strip
    assert "Event: 2026-03-02 or 2026-02-28/.. or 1999. Reported 2026-03-05." in strip


def test_an_axis_of_centuries_still_has_few_ticks() -> None:
    for first, last in (("1805", "2026"), ("2026-01", "2026-12"), ("2026-03-02", "2026-03-03"), ("2016", "2026")):
        axis = axis_of(
            [
                happening(event(time=first), published=f"{first}-01-01"[:10]),
                happening(event(time=last), published="2026-12-31"),
            ]
        )
        assert axis is not None
        assert 1 <= len(axis.ticks()) <= 7


def test_dates_at_the_ends_of_the_calendar_break_nothing() -> None:
    found = [
        happening(event(time="0001-01"), published="0001-01-01"),
        happening(event(time="9999"), published="9999-12-31"),
    ]
    for part in (found, found[:1], found[1:]):
        axis = axis_of(part)
        assert axis is not None
        draw_axis(axis)
        for item in part:
            draw_strip(item, axis, "/", lambda account: "/")
