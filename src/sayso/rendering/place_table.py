"""Places of a text as a table: one row for each name that means one thing, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sayso.domain.place import PlaceCandidate, PlaceMention
from sayso.rendering.safe import safe_line

_SURE = 0.95
"""Share of belief from which the other places of a name are not shown."""
_OTHERS = 2


def place_table(places: Sequence[PlaceMention]) -> RenderableType:
    """The table; a line where the text names no place."""
    if not places:
        return Text("No place is named here.", "dim")
    rows: dict[tuple[str, str | None], list[PlaceMention]] = {}
    for place in places:
        chosen = place.chosen
        rows.setdefault((place.span.exact.casefold(), chosen.id if chosen else None), []).append(place)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, leading=1, header_style="bold")
    for name, ratio in (("Place", 3), ("Means", 4), ("Where", 3), ("Why", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for mentions in rows.values():
        table.add_row(*_cells(mentions))
    return table


def _cells(mentions: Sequence[PlaceMention]) -> tuple[Text, Text, Text, Text]:
    first = mentions[0]
    times = f" ×{len(mentions)}" if len(mentions) > 1 else ""
    words = Text(safe_line(first.span.exact), "cyan").append(times, "dim")
    chosen = first.chosen
    if chosen is None:
        return words, Text("unknown", "yellow"), Text("—"), Text(safe_line(first.reason))
    means = Text(_full_name(chosen))
    others = [c for c in first.candidates[1:] if chosen.score < _SURE][:_OTHERS]
    for other in others:
        means.append(f"\nor {_full_name(other)}", "dim")
    where = Text(f"{chosen.latitude:.2f}, {chosen.longitude:.2f}\n").append(chosen.precision.value, "dim")
    return words, means, where, Text(safe_line(first.reason))


def _full_name(place: PlaceCandidate) -> str:
    return ", ".join(safe_line(name) for name in (place.name, *(area.name for area in place.areas)))
