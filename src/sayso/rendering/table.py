"""A reading as tables for a person: who, through whom, what, how sure; the outlet's own words; the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.domain.attribution import Attribution, Mode
from sayso.domain.party import KnownParty
from sayso.domain.reading import Check, Level, Reading
from sayso.rendering.safe import safe_line
from sayso.rendering.words import CARRIED, how_sure, shortened, through_whom, what, who

NARROW = 64  # below this four columns leave no room for a sentence

_LEVEL_STYLES = {Level.RED: "bold red", Level.AMBER: "yellow", Level.GREEN: "green", Level.UNKNOWN: "dim"}
ALARMS = frozenset({Level.RED, Level.AMBER})
"""Levels that ask something of the reader; the others are listed by `sayso check` and in the JSON."""
MOST_PARTIES = 8
"""Parties that a table lists as known to the registry; the JSON has all."""
_COLUMNS = (("Who", 3), ("Through whom", 3), ("What", 7), ("How sure", 3))


def tables(reading: Reading, *, width: int, removed: bool = False) -> Iterator[RenderableType]:
    """What to print for one reading, top to bottom; `removed` adds what of the page was not text."""
    yield from _heading(reading)
    sourced = [attribution for attribution in reading.attributions if attribution.chain]
    own = [attribution for attribution in reading.attributions if not attribution.chain]
    if sourced:
        yield _stacked(sourced) if width < NARROW else _side_by_side(sourced)
        if any(hop.carried for attribution in sourced for hop in attribution.chain):
            yield Text(f"{CARRIED} named in an earlier sentence: the quotation goes on", "dim")
    else:
        yield Text("Nobody else's words are shown here.", "dim")
    if own:
        yield _titled("In the outlet's own voice", (_own(attribution) for attribution in own))
    known = [party for party in reading.parties if party.resolved is not None and party.resolved.line is not None]
    if known:
        yield _titled("Known to the registry of offices", map(_party, known[:MOST_PARTIES]))
    shown = [check for check in reading.checks if check.level in ALARMS]
    if shown:
        yield _titled("Checks", map(check_text, shown))
    if removed:
        yield removed_list(reading)
    yield Text()


def removed_list(reading: Reading) -> RenderableType:
    """What of the page was not text, each with its reason."""
    return _titled("Not part of the text", _removed(reading))


def title(reading: Reading) -> Text:
    """What a document is called: its title, else where it was read from."""
    document = reading.document
    return Text(safe_line(document.title or document.url or document.path or document.id), "bold")


def notes(reading: Reading) -> Iterator[Text]:
    """What the person should know about the whole reading."""
    return (Text(f"Note: {safe_line(note)}", "yellow") for note in reading.notes)


def _heading(reading: Reading) -> Iterator[RenderableType]:
    document = reading.document
    yield title(reading)
    place = document.url or document.path if document.title else None
    facts = (document.outlet, document.author, document.published, place)
    if known := " · ".join(safe_line(fact) for fact in facts if fact):
        yield Text(known, "dim")
    yield from notes(reading)
    yield Text()


def _side_by_side(attributions: Sequence[Attribution]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, leading=1, header_style="bold")
    for name, ratio in _COLUMNS:
        table.add_column(name, ratio=ratio, overflow="fold")
    for attribution in attributions:
        table.add_row(*_cells(attribution))
    return table


def _stacked(attributions: Sequence[Attribution]) -> Table:
    """One attribution under the other, for a narrow terminal."""
    table = Table(box=None, show_header=False, pad_edge=False, expand=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for attribution in attributions:
        for name, cell in zip(("who", "via", "what", "sure"), _cells(attribution), strict=True):
            if name != "via" or len(attribution.chain) > 1:
                table.add_row(name, cell)
        table.add_row("", "")
    return table


def _cells(attribution: Attribution) -> tuple[Text, Text, Text, Text]:
    sure = how_sure(attribution)
    return (
        Text(who(attribution), "cyan"),
        Text("\n› ".join(through_whom(attribution)) or "—"),
        Text(what(attribution)),
        Text("\n".join((", ".join(part for part in sure if part[0] != "“"), *(p for p in sure if p[0] == "“")))),
    )


def _own(attribution: Attribution) -> Text:
    text = Text("headline: " if attribution.mode is Mode.HEADLINE else "", "dim")
    return text.append(what(attribution), "not dim")


def check_text(check: Check) -> Text:
    """A check: its level, the words it speaks of, why, and what it rests on."""
    text = Text(check.level.value, _LEVEL_STYLES[check.level])
    text.append(f"  “{shortened(safe_line(check.span.exact))}”", "not bold default")
    text.append(f"\n{safe_line(check.says)}", "not bold default")
    for span in check.evidence:
        text.append(f"\n  “{shortened(safe_line(span.exact))}”", "not bold dim default")
    for line in check.registry:
        text.append(f"\n  {safe_line(line.words)}", "not bold dim default")
    return text


def _party(party: KnownParty) -> Text:
    """ "the interior minister: Ana Rao", why, and how sure that is."""
    found = party.resolved
    assert found is not None
    words = party.name or (party.rests_on[0].exact if party.rests_on else party.id)
    text = Text(f"{shortened(safe_line(words))}: ")
    text.append(safe_line(found.name), "cyan")
    return text.append(f"\n{safe_line(found.why)} ({found.by.value}, {found.score:.2f})", "dim")


def _removed(reading: Reading) -> Iterator[Text]:
    for item in reading.document.removed:
        text = Text(f"“{shortened(safe_line(item.exact))}”")
        yield text.append(f"  {safe_line(item.why)}", "dim")
    if not reading.document.removed:
        yield Text("nothing: every word is read as the article's", "dim")


def _titled(title: str, items: Iterator[Text]) -> RenderableType:
    rows = Table(box=None, show_header=False, pad_edge=False)
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for item in items:
        rows.add_row("•", item)
    return Padding(Group(Text(title, "bold"), rows), (1, 0, 0, 0))
