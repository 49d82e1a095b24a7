"""A lineage as an SVG that needs nothing else: time from left to right, roots at the left, what changed marked on the lines."""

from sayso.rendering.drawing.sheet import Drawn, draw, draw_for_page

__all__ = ["Drawn", "draw", "draw_for_page"]
