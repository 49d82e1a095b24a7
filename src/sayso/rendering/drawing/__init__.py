"""A lineage as an SVG that needs nothing else: time from left to right, roots at the left, what changed marked on the lines."""

from sayso.rendering.drawing.sheet import draw

__all__ = ["draw"]
