"""A lineage for a terminal: the sentence that counts, the tree from each root to its last copy, and what was not followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from sayso.domain.claim import Lineage, Passage
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement
from sayso.languages.language import is_read
from sayso.rendering.decisions import verdict_words
from sayso.rendering.graph import Graph, Point, Sort, build_graph
from sayso.rendering.moments import when
from sayso.rendering.outline import Folding, Row, outlets_of, outline
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import (
    aside,
    collapse_words,
    counted,
    drift_change,
    drift_words,
    flag_words,
    headline,
    inherited_words,
    relay_words,
    root_words,
    told_by,
    why_title,
)
from sayso.rendering.words import certainty, correction_words, shortened

INTRODUCED = "◆"
INHERITED = "◇"
LONGEST_WORDING = 240
LONGEST_EVIDENCE = 120
_STEP = 3  # columns that a level is indented by
_POINTERS = 3  # pointers under one node that have a line each


@dataclass(frozen=True, slots=True)
class Hung:
    """Words that wrap beside the lines of the tree: `first` stands before their first line, `rest` before all others."""

    first: str
    rest: str
    words: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = max(options.max_width - Text(self.rest).cell_len, 8)
        for place, line in enumerate(self.words.wrap(console, room, overflow="fold")):
            line.rstrip()
            # Rendered here: a Text that is yielded would be wrapped a second time, which is half of all the work.
            yield from Text(self.rest if place else self.first, "dim").append_text(line).render(console, end="\n")


def tree(
    lineage: Lineage,
    documents: Mapping[str, Document],
    *,
    width: int,
    evidence: bool = False,
    verdict: Judgement | None = None,
) -> Iterator[RenderableType]:
    """What to print for one lineage, top to bottom; `documents` are those held, by id, `verdict` is an analyst's on the claim.

    `evidence` adds the words that each step rests on, every wording, the reasons for what changed, and a line for each copy.
    """
    graph = build_graph(lineage, documents)
    yield from _heading(lineage, graph)
    if verdict is not None:
        yield Text(f"Found {verdict_words(verdict)}", "bold yellow")
    deepest = max(2, width // (2 * _STEP))
    folding = Folding.NOTHING if evidence else Folding.COPIES
    more: list[bool] = []  # at each level, whether something follows below
    rows = _pointers_joined(outline(lineage, graph, folding, pointers=True))
    for row in rows:
        del more[row.depth :]
        more.append(not row.last)
        yield from _Printed(graph, row, more, deepest, evidence).lines()
    yield from _below(lineage, graph, evidence)
    yield Text()


def _heading(lineage: Lineage, graph: Graph) -> Iterator[Text]:
    claim = lineage.claim
    yield Text(headline(lineage, {id: point.number for id, point in graph.points.items()}), "bold")
    if text := shortened(safe_line(claim.text)):
        yield Text(f"“{text}”", "green")
    moments = [point.moment for point in graph.points.values() if point.moment is not None]
    facts = [safe_line(claim.id)]
    if moments:
        first, last = min(moments).words, max(moments).words
        facts.append(first if first == last else f"{first} – {last}")
    if any(moment.has_time for moment in moments):
        facts.append("times are UTC")
    yield Text(" · ".join(facts), "dim")


def _pointers_joined(rows: Iterator[Row]) -> Iterator[Row]:
    """Many pointers under one node become one row that shares them."""
    held: list[Row] = []
    for row in rows:
        if row.pointer and (not held or held[-1].above == row.above):
            held.append(row)
            continue
        yield from _joined(held)
        held = [row] if row.pointer else []
        if not row.pointer:
            yield row
    yield from _joined(held)


def _joined(pointers: list[Row]) -> list[Row]:
    if len(pointers) <= _POINTERS:
        return pointers
    last = pointers[-1]
    points = tuple(row.point for row in pointers)
    return [replace(last, shared=points)]


class _Printed:
    """The lines of one row."""

    def __init__(self, graph: Graph, row: Row, more: list[bool], deepest: int, evidence: bool) -> None:
        self._graph = graph
        self._row = row
        self._point = row.point
        self._evidence = evidence
        self._first, self._rest = self._prefixes(more, deepest)

    def lines(self) -> Iterator[RenderableType]:
        row, point = self._row, self._point
        if point.sort is Sort.ROOT and row.depth == 0:
            yield Text()
            yield self._hung(self._root(), first=True)
            return
        if row.depth == 0:
            yield Text()
        if row.pointer:
            yield self._hung(self._pointer(), first=True)
        elif row.shared:
            yield self._hung(self._shared(), first=True)
        else:
            yield self._hung(self._title(), first=True)
            yield from map(self._hung, self._wordings())
            if self._evidence:
                yield from map(self._hung, self._steps())
            yield from map(self._hung, self._drift(point))

    def _prefixes(self, more: list[bool], deepest: int) -> tuple[str, str]:
        """What stands before the row's first line, and before those that follow it."""
        depth = self._row.depth
        goes_on = not self._row.shared and not self._row.pointer and self._has_below()
        below = "│  " if goes_on else "   "
        if depth == 0:
            return "", below if self._point.sort is not Sort.ROOT else "        "
        bars = "".join("│  " if follows else "   " for follows in more[1 : min(depth, deepest)])
        if depth > deepest:  # too deep to indent further: the depth is told as a number
            return f"{bars}↳{depth} ", f"{bars}{below}"
        return f"{bars}{'├' if more[depth] else '└'}─ ", f"{bars}{'│  ' if more[depth] else '   '}{below}"

    def _has_below(self) -> bool:
        return self._point.id in self._graph.below or self._point.id in self._graph.pointers

    def _hung(self, words: Text, *, first: bool = False) -> Hung:
        return Hung(self._first if first else self._rest, self._rest, words)

    def _root(self) -> Text:
        root = self._point.root
        text = Text(f"root {self._point.number}  ", "bold")
        text.append(root_words(root) if root else self._point.name, "bold cyan not dim")
        if root:
            text.append(f" · {counted(len(set(root.documents)), 'document')}", "not bold dim")
            if self._evidence:
                text.append(f" · {safe_line(root.id)}", "not bold dim")
        return text

    def _title(self) -> Text:
        point = self._point
        text = Text(shortened(point.name, 80), "bold")
        if point.sort is Sort.DOCUMENT:
            text.append(f" · {when(point.published)}", "not bold")
        else:
            text.append(", not held", "not bold dim")
        if self._row.depth == 0:
            text.append(" · where this was taken from is not known", "not bold dim")
        return self._how(text)

    def _how(self, text: Text) -> Text:
        if self._row.kinds:
            text.append(f" · {relay_words(self._row.kinds)}", "not bold magenta")
        return text

    def _shared(self) -> Text:
        row = self._row
        dates = [point.moment.words for point in sorted(row.shared, key=_by_time) if point.moment is not None]
        noun = "copies" if row.copies else "documents"
        text = Text(f"{len(row.shared):,} {noun}", "bold")
        if dates:
            text.append(" · " + (dates[0] if dates[0] == dates[-1] else f"{dates[0]} – {dates[-1]}"), "not bold")
        if undated := len(row.shared) - len(dates):
            text.append(f" · {undated:,} without a date", "not bold")
        text = self._how(text)
        text.append("\n" + ", ".join(shortened(name, 80) for name in outlets_of(row.shared)), "not bold default")
        if kept := inherited_words(drift for point in row.shared for drift in point.inherited):
            text.append(f"\n{INHERITED} inherited: {kept}", "not bold dim default")
        return text

    def _pointer(self) -> Text:
        row = self._row
        if row.shared:
            names = ", ".join(shortened(name, 80) for name in outlets_of(row.shared))
            return Text(f"→ {names}: shown elsewhere too", "dim")
        text = Text(f"→ {shortened(row.point.name, 80)}", "dim")
        if row.point.sort is Sort.DOCUMENT:
            text.append(f" · {when(row.point.published)}")
        if row.kinds:
            text.append(f" · {relay_words(row.kinds)}")
        under = self._graph.shown_under.get(row.point.id)
        if under is not None:
            text.append(f": shown under {shortened(self._graph.points[under.source].name, 80)}")
        return text

    def _wordings(self) -> Iterator[Text]:
        """What the document says; only where it differs from what it was taken from, unless evidence is asked for."""
        point = self._point
        told = point.occurrence
        if told is None:
            return
        above = self._graph.points[self._row.step.source].occurrence if self._row.step else None
        if self._evidence:
            shown = tuple(dict.fromkeys((told, *point.occurrences)))
        elif above is not None and (safe_line(told.exact), told.chain) == (safe_line(above.exact), above.chain):
            return
        else:
            shown = (told,)
        for occurrence in shown:
            text = Text(told_by(occurrence, point.language), "cyan" if occurrence.chain else "dim")
            text.append(": ", "not dim default")
            text.append(f"“{shortened(safe_line(occurrence.exact), LONGEST_WORDING)}”", "not dim green")
            for correction in occurrence.corrections:
                text.append(aside(correction_words(correction)), "not bold not dim yellow")
            if occurrence.chain or is_read(point.language):
                text.append(f", {certainty(occurrence.factuality)}", "dim default")
            yield text

    def _steps(self) -> Iterator[Text]:
        for relay in self._row.step.relays if self._row.step else ():
            text = Text(f"{relay_words((relay.how,))} {relay.score:.2f}", "magenta")
            if relay.why:
                text.append(aside(relay.why), "not bold dim default")
            for passage in relay.evidence:
                text.append(f" {_quoted(passage)}", "dim default")
            yield text

    def _drift(self, point: Point) -> Iterator[Text]:
        for drift in dict.fromkeys(point.introduced):
            text = Text(f"{INTRODUCED} ", "bold yellow").append(drift_words(drift))
            if self._evidence and drift_change(drift):
                text.append(aside(drift.why), "not bold dim default")
            yield text
        if kept := inherited_words(point.inherited):
            yield Text(f"{INHERITED} inherited: {kept}", "dim")


def _below(lineage: Lineage, graph: Graph, evidence: bool) -> Iterator[RenderableType]:
    names = {id: shortened(point.name, 80) for id, point in graph.points.items()}
    if lineage.flags:
        yield Text()
        yield Text("Seen and not followed", "bold")
        for flag in lineage.flags:
            text = Text(flag_words(flag, names), "yellow")
            yield Hung("• ", "  ", text.append(aside(flag.why), "dim default"))
    if lineage.collapses:
        yield Text()
        yield Text(why_title(lineage.claim), "bold")
        for collapse in lineage.collapses:
            text = Text(collapse_words(collapse, names)).append(f": {safe_line(collapse.why)}" if collapse.why else "")
            for passage in collapse.evidence if evidence else ():
                text.append(f" {_quoted(passage)}", "dim")
            yield Hung("• ", "  ", text)


def _quoted(passage: Passage) -> str:
    return f"“{shortened(safe_line(passage.exact), LONGEST_EVIDENCE)}”"


def _by_time(point: Point) -> int:
    return point.moment.start if point.moment is not None else 0
