"""Parties of a store as a list for a person: who, what it is quoted for, why it is one, and what is left as a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.domain.joined_party import Appearance, Join, JoinedParty
from sayso.rendering.safe import safe_line

MOST_NAMES, MOST_OUTLETS = 5, 6


def party_list(parties: Iterable[JoinedParty], *, whole: bool = False) -> Iterator[RenderableType]:
    """Each party in a few lines; with `whole`, every document and every reason."""
    found = False
    for party in parties:
        found = True
        yield _heading(party)
        for line in _lines(party, whole):
            yield Padding(line, (0, 0, 0, 2))
    if not found:
        yield Text("No parties.", "dim")


def _heading(party: JoinedParty) -> Text:
    line = Text(safe_line(party.name), "bold")
    others = [name for name in party.names if name != party.name]
    if others:
        line.append(
            f"  also {', '.join(map(safe_line, others[:MOST_NAMES]))}{' …' if len(others) > MOST_NAMES else ''}"
        )
    standing = f", {party.standing.value}" if party.standing is not None else ""
    return line.append(f"  {party.kind.value}{standing}  {party.id}", "dim")


def _lines(party: JoinedParty, whole: bool) -> Iterator[Text]:
    yield Text(_quoted(party))
    if party.why is not None:
        yield Text(safe_line(party.why), "dim")
    if party.candidate is not None:
        known = party.candidate.line.words if party.candidate.line is not None else party.candidate.name
        yield Text(f"registry: {safe_line(known)}", "dim")
    if whole:
        yield from map(_appearance, party.appearances)
        yield from (Text(f"one: {_why(join)}  {join.one} {join.other}", "dim") for join in party.joins)
    elif party.joins:
        yield Text(_reasons(party.joins), "dim")
    for doubt in party.doubts:
        yield Text(f"? {safe_line(doubt.question)}", "yellow").append(f"  {doubt.other}", "dim")


def _quoted(party: JoinedParty) -> str:
    documents = len({item.document for item in party.appearances})
    where = f"in {documents} {'document' if documents == 1 else 'documents'}"
    if not party.quoted:
        return f"named {where}, never quoted"
    return f"quoted {_times(party)} {where}{_outlets(party)}"


def _times(party: JoinedParty | Appearance) -> str:
    named, said = sum(item.named for item in party.quoted), sum(item.said for item in party.quoted)
    passed = len(party.quoted) - said
    number = "once" if len(party.quoted) == 1 else f"{len(party.quoted)} times"
    return f"{number} ({named} by name{f', {passed} as who passes it on' if passed else ''})"


def _outlets(party: JoinedParty) -> str:
    if not party.outlets:
        return ""
    more = len(party.outlets) - MOST_OUTLETS
    return f" by {', '.join(map(safe_line, party.outlets[:MOST_OUTLETS]))}{f' and {more} more' if more > 0 else ''}"


def _appearance(item: Appearance) -> Text:
    line = Text(f"{(item.published or 'no date')[:10]}  ", "dim")
    line.append(f"{safe_line(item.outlet or item.document)}: {safe_line(', '.join(item.names) or item.words)}")
    why = f", {safe_line(item.why)}" if item.why else ""
    return line.append(f"  {f'quoted {_times(item)}' if item.quoted else 'not quoted'}{why}  {item.id}", "dim")


def _reasons(joins: tuple[Join, ...]) -> str:
    """The least sure reason in full, the others counted."""
    least = min(joins, key=lambda join: join.score)
    return f"one for {len(joins)} {'reason' if len(joins) == 1 else 'reasons, the least sure'}: {_why(least)}"


def _why(join: Join) -> str:
    return f"{safe_line(join.why)} ({join.by.value}, {join.score:.2f})"
