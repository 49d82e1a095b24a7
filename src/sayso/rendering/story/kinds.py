"""Groups of event types, each with a shape and a colour of its own, so that neither is needed to tell them apart."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from math import cos, pi, sin

from sayso.domain.event import Event
from sayso.rendering.drawing.ink import number, tag

SIZE = 6.0


class Kind(StrEnum):
    """A group of event types; its value is its class in a page's style sheet."""

    FORCE = "force"
    COERCION = "coercion"
    PROTEST = "protest"
    ARMY = "army"
    LAW = "law"
    OTHER = "other"


KINDS = {
    Kind.FORCE: "killing, injury, attack",
    Kind.COERCION: "raid, arrest, order, threat",
    Kind.PROTEST: "protest, strike, riot",
    Kind.ARMY: "call-up and troops",
    Kind.LAW: "charge, case, law, sanction",
    Kind.OTHER: "statement, meeting, release, other",
}
"""In words; the order of the key."""

_OF_PLOVER = {
    "ASSAULT": Kind.FORCE,
    "COERCE": Kind.COERCION,
    "THREATEN": Kind.COERCION,
    "PROTEST": Kind.PROTEST,
    "MOBILIZE": Kind.ARMY,
    "ACCUSE": Kind.LAW,
    "SANCTION": Kind.LAW,
}
_CORNERS = {
    Kind.PROTEST: (3, -90.0, 1.2),
    Kind.ARMY: (4, -90.0, 1.2),
    Kind.COERCION: (4, -45.0, 1.25),
    Kind.LAW: (6, 0.0, 1.05),
}
"""Corners, the first one's angle, and what makes the shapes look equally large."""


def kind_of(event: Event) -> Kind:
    """An event's group, by its PLOVER category."""
    return kind_of_category(event.plover)


def kind_of_category(plover: str) -> Kind:
    """The group of a PLOVER category."""
    return _OF_PLOVER.get(plover.partition("/")[0], Kind.OTHER)


def shape(kind: Kind, x: float, y: float, *, hollow: bool, size: float = SIZE) -> str:
    """A mark; hollow where nobody puts it as having happened."""
    style = f"kind {kind.value}{' hollow' if hollow else ''}"
    if kind is Kind.OTHER:
        return tag("circle", cx=x, cy=y, r=size * 0.92, class_=style)
    if kind is Kind.FORCE:
        return tag("path", d=_cross(x, y, size), class_=style)
    corners, turn, factor = _CORNERS[kind]
    points = (
        (x + size * factor * cos(pi * (turn / 180 + 2 * corner / corners)), y + size * factor * sin(pi * (turn / 180 + 2 * corner / corners)))
        for corner in range(corners)
    )  # fmt: skip
    return tag("path", d="M" + "L".join(f"{number(px)} {number(py)}" for px, py in points) + "Z", class_=style)


@cache
def draw_key(kind: Kind, *, hollow: bool = False) -> str:
    """A mark by itself, for the key beside the map."""
    return f'<svg class="keymark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{shape(kind, 8, 8.5, hollow=hollow)}</svg>'


def _cross(x: float, y: float, size: float) -> str:
    """A broad “x”."""
    arm, waist = size * 1.05, size * 0.42
    turns = ((waist, 0), (arm, arm - waist), (arm - waist, arm), (0, waist))
    corners = []
    for quarter in range(4):
        for px, py in turns[:3]:
            for _ in range(quarter):
                px, py = -py, px
            corners.append(f"{number(x + px)} {number(y + py)}")
    return "M" + "L".join(corners) + "Z"
