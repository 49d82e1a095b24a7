"""Events as lists for a person: what, who to whom, where and when, on whose word; values that differ stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.domain.event import EventTime, Participant, Reality
from sayso.domain.happening import Account, Happening
from sayso.rendering.safe import safe_line

_LABELS = {
    "actor": "by whom",
    "recipient": "to whom",
    "place": "where",
    "time": "when",
    "number": "how many",
    "reality": "put as",
}


def events_table(happenings: Iterable[Happening]) -> Iterator[RenderableType]:
    """Each happening in a few lines: time, type, parties, place; whose word it is; what its accounts differ in."""
    found = False
    for happening in happenings:
        found = True
        yield _heading(happening)
        yield Padding(_word_of(happening), (0, 0, 0, 2))
        for field in happening.conflicts:
            yield Padding(_conflict(happening, field), (0, 0, 0, 2))
    if not found:
        yield Text("No events.", "dim")


def _heading(happening: Happening) -> Text:
    event = happening.first
    line = Text(f"{_when(happening.time)}  ", "dim")
    line.append(safe_line(event.type), "bold")
    if event.reality is not Reality.HAPPENED:
        line.append(f" ({event.reality.value})", "yellow")
    parties = " → ".join(_names(parties) for parties in (event.actors, event.recipients) if parties)
    if event.recipients and not event.actors:
        parties = f"→ {parties}"
    if parties:
        line.append(f"  {parties}")
    if event.place is not None:
        line.append(f"  · {safe_line(event.place.name)}")
    return line


def _when(time: EventTime | None) -> str:
    return safe_line(time.edtf or time.span.exact) if time is not None else "no date"


def _names(parties: Iterable[Participant]) -> str:
    return ", ".join(safe_line(party.name or party.span.exact) for party in parties)


def _word_of(happening: Happening) -> Text:
    first = happening.accounts[0]
    words = f"{_teller(first)}: “{safe_line(first.event.cue.exact)}”, {first.event.factuality.value}"
    if first.event.hedges:
        words += "  " + " ".join(f"“{safe_line(hedge.span.exact)}”" for hedge in first.event.hedges)
    more = len(happening.accounts) - 1
    if more:
        words += f"  · and {more} more"
    if happening.roots_max is not None:
        low, high = happening.roots_min, happening.roots_max
        words += f"  · roots {low}" if low == high else f"  · roots {low}–{high}"
    return Text(words, "dim")


def _teller(account: Account) -> str:
    return safe_line(account.teller) if account.event.chain else safe_line(f"{account.outlet or 'the outlet'} itself")


def _conflict(happening: Happening, field: str) -> Text:
    told = " | ".join(
        f"{safe_line(value.words)} ({len(value.accounts)}: {safe_line(happening.accounts[value.accounts[0]].outlet or happening.accounts[value.accounts[0]].document)})"
        for value in happening.values(field)
    )
    return Text(f"{_LABELS[field]}: {told}", "yellow")
