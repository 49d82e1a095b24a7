"""Place names → places, offline: GeoNames as two packages carry it, compiled to one table, and what was added by hand."""

from sayso.gazetteer.gazetteer import Gazetteer
from sayso.gazetteer.opening import load_gazetteer
from sayso.gazetteer.outlines import load_outlines, outlines_digest

__all__ = ["Gazetteer", "load_gazetteer", "load_outlines", "outlines_digest"]
