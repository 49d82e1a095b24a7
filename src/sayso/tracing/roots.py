"""The nodes of a claim's graph that have nothing above them, and which of them are one.

Every document that leads straight to a party makes a root of its own at first. Those that certainly mean one party are joined: by name, by
office, as a body and those who speak for it, as the unnamed source of one report. Those that probably do are joined too where
`roots_min` is counted. Each joining says why, and an analyst's word outranks it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Collapse, Passage, Root
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.tracing.access import find_access, is_interested
from sayso.tracing.held import Held
from sayso.tracing.identities import root_id
from sayso.tracing.likeness import Beginning, probably_one, same_unnamed
from sayso.tracing.outlets import Outlets
from sayso.tracing.parties import OUTLET
from sayso.tracing.relays import Relays
from sayso.tracing.sources import Source

MOST_WHYS = 4  # passages a collapse shows


@dataclass(frozen=True, slots=True)
class Roots:
    """`of`: for each node without anything above it, and what it is above of, the root that it is."""

    roots: tuple[Root, ...]
    collapses: tuple[Collapse, ...]
    least: int
    of: Mapping[tuple[str, str], str]


def find_roots(
    claim: str, held: Sequence[Held], relays: Relays, outlets: Outlets, judgements: Iterable[Judgement] = ()
) -> Roots:
    """The roots of a claim's graph; those in `roots` are certainly different, `least` is their number if what probably is one is one."""
    return _Finder(claim, held, relays, outlets, judgements).roots()


class _Classes:
    """Which things are one, and which an analyst has said are not."""

    def __init__(self, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._parent: dict[int, int] = {}
        self._apart: dict[int, set[int]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def find(self, item: int) -> int:
        root = item
        while self._parent.get(root, root) != root:
            root = self._parent[root]
        while self._parent.get(item, item) != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, one: int, other: int) -> bool:
        """Make them one; False where they are already, or may not be."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second or second in self._apart[first]:
            return False
        self._parent[second] = first
        for barred in self._apart.pop(second, set()):
            self._apart[barred].discard(second)
            self._apart[barred].add(first)
            self._apart[first].add(barred)
        return True


class _Finder:
    def __init__(
        self, claim: str, held: Sequence[Held], relays: Relays, outlets: Outlets, judgements: Iterable[Judgement]
    ) -> None:
        self._claim, self._held, self._relays, self._outlets = claim, held, relays, outlets
        self._by_id = {item.id: item for item in held}
        self._below: dict[str, list[str]] = defaultdict(list)
        for source, to in relays.graph.steps():
            self._below[source].append(to)
        self._order = {item.id: (item.order, item.id) for item in held}
        self._beginnings = self._find_beginnings()
        self._ids = [self._identity(place) for place in range(len(self._beginnings))]
        self._judgements = [item for item in judgements if item.undone is None]

    def _find_beginnings(self) -> list[Beginning]:
        """Every way out of the graph, in order of the documents' numbers."""
        graph = self._relays.graph
        found: list[Beginning] = []
        for item in self._held:
            if not graph.sources(item.id):
                found.append(
                    Beginning(OUTLET + item.outlet, item.id, item.id, (self._outlet_source(item),), own_voice=True)
                )
            elif item.id in self._relays.weak and not any(node not in self._by_id for node in graph.sources(item.id)):
                found.append(
                    Beginning(OUTLET + item.outlet, item.id, item.id, (self._outlet_source(item),), own_voice=True, rewrites=self._relays.weak[item.id])
                )  # fmt: skip
        for node in list(self._below):
            if node in self._by_id or graph.sources(node):
                continue
            known = self._relays.sources.get(node, [])
            for to in self._below[node]:
                first = self._first_below(to)
                here = [source for document, source in known if document == first or to not in self._by_id]
                found.append(Beginning(node, to, first, tuple(here) or (known[0][1],)))
        return sorted(found, key=lambda one: (self._order[one.document], one.key, one.to))

    def _outlet_source(self, item: Held) -> Source:
        outlet = self._outlets.outlet(item.outlet)
        return Source(outlet.shown, outlet.shown, PartyKind.ORGANISATION, Naming.NAMED, body=item.outlet, voice=True)

    def _first_below(self, node: str) -> str:
        """The document with the lowest number that a node leads to."""
        if node in self._by_id:
            return node
        return min((item for item in self._all_below(node) if item in self._by_id), key=lambda item: self._order[item])

    def _all_below(self, node: str) -> dict[str, None]:
        found: dict[str, None] = {node: None}
        waiting = [node]
        for place in waiting:
            for to in self._below.get(place, ()):
                if to not in found:
                    found[to] = None
                    waiting.append(to)
        return found

    def _identity(self, place: int) -> tuple[str, str]:
        """A root's id by its party, and by its party and where it leads: the one who is met first bears the former."""
        one = self._beginnings[place]
        return root_id(self._claim, one.key), root_id(self._claim, one.key, one.to)

    def roots(self) -> Roots:
        beginnings = self._beginnings
        by_id: dict[str, list[int]] = defaultdict(list)
        for place, (general, own) in enumerate(self._ids):
            by_id[own].append(place)
            if not any(beginnings[other].key == beginnings[place].key for other in by_id[general]):
                by_id[general].append(place)
        apart = self._judged(JudgementKind.TWO_ROOTS, by_id)
        certain = _Classes((one, other) for one, other, _ in apart)
        names: dict[int, str] = {}
        collapses: list[Collapse] = []
        bears: dict[str, int] = {}
        for place in range(len(beginnings)):
            general, own = self._ids[place]
            names[place] = own if general in bears else general
            bears.setdefault(general, place)
        merges = [*self._judged(JudgementKind.ONE_ROOT, by_id), *self._certainly_one()]
        for one, other, why in merges:
            if certain.join(one, other):
                collapses.append(self._collapse(one, other, why, names, certain=True))
        kept = sorted({certain.find(place) for place in range(len(beginnings))})
        probable = _Classes((certain.find(one), certain.find(other)) for one, other, _ in apart)
        groups: dict[int, list[int]] = defaultdict(list)
        for place in range(len(beginnings)):
            groups[certain.find(place)].append(place)
        members = [(place, [beginnings[other] for other in groups[place]]) for place in kept]
        for one, other, why, evidence in probably_one(members, self._by_id, self._relays):
            if probable.join(one, other):
                collapses.append(
                    Collapse(names[min(one, other)], names[max(one, other)], False, why, evidence[:MOST_WHYS])
                )
        least = len({probable.find(place) for place in kept})
        roots = tuple(self._root(names[place], [beginnings[other] for other in groups[place]]) for place in kept)
        of = {
            (beginnings[place].key, beginnings[place].to): names[certain.find(place)]
            for place in range(len(beginnings))
        }
        return Roots(roots, tuple(collapses), least, of)

    def _judged(self, kind: JudgementKind, by_id: Mapping[str, list[int]]) -> list[tuple[int, int, str]]:
        """Pairs that an analyst has judged, the last word on each."""
        last: dict[frozenset[str], Judgement] = {}
        for item in self._judgements:
            if item.kind in {JudgementKind.ONE_ROOT, JudgementKind.TWO_ROOTS} and item.object is not None:
                last[frozenset((item.subject, item.object))] = item
        pairs = []
        for item in last.values():
            if item.kind is not kind:
                continue
            for one in by_id.get(item.subject, ()):
                for other in by_id.get(item.object or "", ()):
                    if one != other:
                        reason = f": {item.why}" if item.why else ""
                        pairs.append((one, other, f"{item.analyst} judged that they are one{reason}."))
        return pairs

    def _certainly_one(self) -> Iterable[tuple[int, int, str]]:
        first: dict[str, int] = {}
        unnamed: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._beginnings):
            if one.key in first:
                yield first[one.key], place, _why_named(self._beginnings[first[one.key]], one)
            first.setdefault(one.key, place)
            yield from self._of_misdated(place, one)
            if one.to not in self._by_id and not one.is_known:
                for other in unnamed[one.to]:
                    if same_unnamed(self._beginnings[other], one):
                        yield other, place, "Both are the unnamed source of one report that is not held."
                        break
                unnamed[one.to].append(place)

    def _of_misdated(self, place: int, one: Beginning) -> Iterable[tuple[int, int, str]]:
        """Whom a copy has that bears too early a date, and whom its text's source has."""
        copied = self._relays.misdated.get(one.document)
        if copied is None:
            return
        above = {copied, *self._relays.graph.above(copied)}
        for other, their in enumerate(self._beginnings):
            if (
                other != place
                and (their.to in above)
                and (one.own_voice or same_unnamed(their, one) or one.key == their.key)
            ):
                yield other, place, "The one text is a copy of the other, though it bears an earlier date."
                return

    def _collapse(self, one: int, other: int, why: str, names: Mapping[int, str], *, certain: bool) -> Collapse:
        first, second = sorted((one, other))
        evidence = tuple(dict.fromkeys((*self._words(first), *self._words(second))))[:MOST_WHYS]
        return Collapse(names[first], names[second], certain, why, evidence)

    def _words(self, place: int) -> tuple[Passage, ...]:
        """Where the documents say who it is."""
        one = self._beginnings[place]
        if one.own_voice:
            return ()
        found = self._relays.graph.evidence(one.key, one.to)
        return tuple(words for item in found for words in item.passages)[:2]

    def _root(self, identity: str, group: Sequence[Beginning]) -> Root:
        sources = [source for one in group for source in one.sources]
        speaks = any(":body:" in one.key for one in group)

        counts = Counter(source.shown for source in sources)

        def rank(source: Source) -> tuple[bool, bool, bool, int, int]:
            # A body bears its own name, and not that of whoever spoke for it.
            return (
                source.naming is Naming.NAMED,
                source.name is not None,
                (source.person is None) is speaks,
                counts[source.shown],
                len(source.shown),
            )

        best = max(sources, key=rank)
        documents: dict[str, None] = {}
        for one in group:
            documents.update(dict.fromkeys(node for node in self._all_below(one.to) if node in self._by_id))
        near = [self._by_id[one.document] for one in group]
        statements = [statement for item in near for statement in item.statements]
        own_voice = all(one.own_voice for one in group)
        return Root(
            id=identity,
            name=best.shown,
            kind=best.kind,
            naming=best.naming,
            access=find_access(sources, statements, own_voice=own_voice),
            interested=is_interested(sources, statements),
            documents=tuple(sorted(documents, key=lambda item: self._order[item])),
        )


def _why_named(one: Beginning, other: Beginning) -> str:
    first, second = one.sources[0], other.sources[0]
    if first.shown.lower() == second.shown.lower():
        return f"Both name {first.shown}."
    if first.voice and second.voice and (first.person or second.person or first.noun != second.noun):
        return f"“{first.words}” and “{second.words}” speak for one body."
    if first.office or second.office:
        return f"“{first.words}” and “{second.words}” are one person by name or office."
    return f"“{first.shown}” and “{second.shown}” are names of one party."
