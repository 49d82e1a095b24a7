"""Happenings of a story on a map and on a time axis, as SVG for a page that brings the colours."""

from sayso.rendering.story.axis import Axis, axis_of, draw_axis, draw_strip
from sayso.rendering.story.kinds import KINDS, Kind, draw_key, kind_of, kind_of_category
from sayso.rendering.story.land import FORM, Window, draw_land, prepare_land
from sayso.rendering.story.sheet import Leads, draw_maps

__all__ = [
    "FORM",
    "KINDS",
    "Axis",
    "Kind",
    "Leads",
    "Window",
    "axis_of",
    "draw_axis",
    "draw_key",
    "draw_land",
    "draw_maps",
    "draw_strip",
    "kind_of",
    "kind_of_category",
    "prepare_land",
]
