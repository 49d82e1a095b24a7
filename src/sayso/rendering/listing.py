"""Claims and documents as lists for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sayso.domain.claim import DriftKind
from sayso.domain.judgement import Judgement
from sayso.rendering.decisions import verdict_words
from sayso.rendering.moments import moment, when
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import counted, drift_kind, roots_counted
from sayso.rendering.words import shortened

if TYPE_CHECKING:
    from sayso.store.interface import Kept, Listed

NARROW = 72
"""Columns below which documents stand as lines, not in columns."""
NARROW_CLAIMS = 100
"""The same of claims, which have more columns."""
LONGEST_TITLE = 120
_AT_ONCE = 200
"""Rows laid out at a time, so that a list of any length starts at once; the columns' widths hang on no row."""


def claims_table(
    listed: Iterable[Listed],
    *,
    width: int,
    worst: Mapping[str, DriftKind | None] | None = None,
    verdicts: Mapping[str, Judgement] | None = None,
) -> Iterator[RenderableType]:
    """Claims with how many documents, outlets and roots they have, what changed, and when they were first and last seen.

    `worst` gives the gravest change by claim id (`sentences.worst_drift`); without it the changes are only counted.
    `verdicts` are analysts' by claim id.
    """
    worst, verdicts = worst or {}, verdicts or {}
    found = False
    rows = iter(listed)
    while items := list(islice(rows, _AT_ONCE)):
        if width < NARROW_CLAIMS:
            for item in items:
                yield from _claim_lines(item, worst.get(item.claim.id), verdicts.get(item.claim.id))
        else:
            table = _claims(headed=not found)
            for item in items:
                table.add_row(*_claim_cells(item, worst.get(item.claim.id), verdicts.get(item.claim.id)))
            yield table
        found = True
    if not found:
        yield Text("No claims.", "dim")


def documents_table(kept: Iterable[Kept], *, width: int) -> Iterator[RenderableType]:
    """Documents: id, date, outlet, title, and whether they count."""
    found = False
    rows = iter(kept)
    while items := list(islice(rows, _AT_ONCE)):
        if width < NARROW:
            for item in items:
                yield from _document_lines(item)
        else:
            table = _documents(headed=not found)
            for item in items:
                table.add_row(*_document_cells(item))
            yield table
        found = True
    if not found:
        yield Text("No documents.", "dim")


def state_words(kept: Kept) -> str:
    """Whether a document counts, and why not: "current", "superseded by doc_…", "removed 2026-03-04: a test page"."""
    if kept.removed is not None or kept.state.value == "removed":
        why = safe_line(kept.why_removed or "")
        day = f" {when(kept.removed)}" if kept.removed else ""
        return f"removed{day}: {why}" if why else f"removed{day}"
    if kept.superseded_by is not None:
        return f"superseded by {safe_line(kept.superseded_by)}"
    return kept.state.value


def _claims(*, headed: bool) -> Table:
    table = _table(headed=headed)
    table.add_column("Claim", ratio=1, overflow="fold")
    table.add_column("Documents", width=9, justify="right")
    table.add_column("Outlets", width=7, justify="right")
    table.add_column("Roots", width=7, justify="right")
    table.add_column("Changed on the way", width=21)
    table.add_column("First and last", width=16, overflow="fold")
    return table


def _claim_cells(listed: Listed, worst: DriftKind | None, verdict: Judgement | None) -> tuple[Text, ...]:
    claim = listed.claim
    words = Text(_quoted(claim.text))
    if verdict is not None:
        words.append(f"\n{_verdict(verdict)}", "bold yellow")
    roots = str(claim.roots_min) if claim.roots_min == claim.roots_max else f"{claim.roots_min}–{claim.roots_max}"
    return (
        words.append(f"\n{safe_line(claim.id)}", "dim"),
        Text(f"{claim.documents:,}"),
        Text(f"{claim.outlets:,}"),
        Text(roots, "bold"),
        Text(_changes(listed, worst) or "—", "yellow" if listed.drift else "dim"),
        Text("\n".join(_dates(listed)) or "date unknown"),
    )


def _claim_lines(listed: Listed, worst: DriftKind | None, verdict: Judgement | None) -> Iterator[Text]:
    claim = listed.claim
    yield Text(_quoted(claim.text))
    if verdict is not None:
        yield Text(_verdict(verdict), "bold yellow")
    text = Text(f"{counted(claim.documents, 'document')}, {counted(claim.outlets, 'outlet')}, ")
    text.append(roots_counted(claim), "bold")
    if changes := _changes(listed, worst):
        text.append(f" · changed on the way {changes}", "yellow")
    yield text.append(f" · {' – '.join(_dates(listed)) or 'date unknown'}").append(f" · {safe_line(claim.id)}", "dim")
    yield Text()


def _verdict(verdict: Judgement) -> str:
    return shortened(f"found {verdict_words(verdict)}", LONGEST_TITLE)


def _changes(listed: Listed, worst: DriftKind | None) -> str:
    if not listed.drift:
        return ""
    return f"{listed.drift:,}: {drift_kind(worst)}" if worst is not None else f"{listed.drift:,}"


def _dates(listed: Listed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(when(date) for date in (listed.first_published, listed.last_published) if date))


def _documents(*, headed: bool) -> Table:
    table = _table(headed=headed)
    table.add_column("Id", width=20, overflow="fold")
    table.add_column("Date", width=10, overflow="fold")
    table.add_column("Outlet", ratio=2, overflow="fold")
    table.add_column("Title", ratio=4, overflow="fold")
    table.add_column("State", width=10, overflow="fold")
    return table


def _document_cells(kept: Kept) -> tuple[Text, ...]:
    document = kept.document
    title = Text(_title(kept) or "—")
    if (why := state_words(kept)) != kept.state.value:
        title.append(f"\n{why}", "yellow")
    return (
        Text(safe_line(document.id), "dim"),
        Text(_day(document.published) or "—"),
        Text(shortened(safe_line(document.outlet or ""), LONGEST_TITLE) or "—", "cyan"),
        title,
        Text(kept.state.value, "dim" if why == "current" else "yellow"),
    )


def _document_lines(kept: Kept) -> Iterator[Text]:
    document = kept.document
    outlet = shortened(safe_line(document.outlet or ""), LONGEST_TITLE)
    facts = (_day(document.published) or "date unknown", outlet)
    text = Text(" · ".join(fact for fact in facts if fact))
    if title := _title(kept):
        text.append(f" · {title}", "bold")
    yield text.append(f" · {safe_line(document.id)}", "not bold dim")
    if (why := state_words(kept)) != "current":
        yield Text(f"  {why}", "yellow")


def _title(kept: Kept) -> str:
    document = kept.document
    return shortened(safe_line(document.title or document.url or document.path or ""), LONGEST_TITLE)


def _day(published: str | None) -> str:
    known = moment(published)
    return known.words[:10] if known is not None else when(published) if published else ""


def _quoted(words: str) -> str:
    return f"“{shortened(safe_line(words))}”"


def _table(*, headed: bool) -> Table:
    return Table(
        box=box.SIMPLE_HEAD, show_header=headed, show_edge=False, pad_edge=False, expand=True, header_style="bold"
    )
