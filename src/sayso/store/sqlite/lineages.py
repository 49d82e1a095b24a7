"""Lineages as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap

from sayso.domain.attribution import Factuality, Naming, PartyKind
from sayso.domain.claim import (
    Access,
    Claim,
    Collapse,
    Drift,
    DriftKind,
    Flag,
    FlagKind,
    Lineage,
    Node,
    Occurrence,
    Passage,
    Relay,
    RelayKind,
    Root,
)
from sayso.store.records import corrections_record, read_corrections_record
from sayso.store.sqlite.claims import LINEAGE_TABLES, claim_number, unsettle
from sayso.store.sqlite.connection import Connection, Row
from sayso.store.sqlite.names import put_claims
from sayso.store.sqlite.numbers import attribution_number, document_number


def put(connection: Connection, lineages: Iterable[Lineage]) -> None:
    """Keep each lineage in the place of its claim's last one. Of many together the rows of a table are written by one call: of claims of one or two
    statements, one after the other, that took a fifth of working them out."""
    with connection.together():
        writer = _Writer(connection)
        for id, lineage in {lineage.claim.id: lineage for lineage in lineages}.items():
            number = claim_number(connection, id)
            if not unsettle(connection, number):  # nothing was assigned to it
                number = claim_number(connection, id)
            writer.take(number, lineage)
        writer.write()


class _Writer:
    """Writes the rows of some claims' lineages; remembers the numbers of their documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken: dict[int, Lineage] = {}
        self._rows: dict[str, list[tuple[object, ...]]] = {}
        self._numbers: dict[str, int] = {}

    def take(self, claim: int, lineage: Lineage) -> None:
        """Take up the rows of one lineage."""
        self._taken[claim] = lineage
        self._add("traced_occurrences", claim, map(self._occurrence, lineage.attributions))
        self._add_unplaced("traced_nodes", claim, self._nodes(lineage))
        for root in lineage.roots:
            documents = ((root.id, place, self._document(id)) for place, id in enumerate(root.documents))
            self._add_unplaced("traced_root_documents", claim, documents)
        self._add("traced_relays", claim, map(_relay, lineage.relays))
        self._add_evidence("traced_relay_evidence", claim, [relay.evidence for relay in lineage.relays])
        self._add("traced_collapses", claim, map(_collapse, lineage.collapses))
        self._add_evidence("traced_collapse_evidence", claim, [collapse.evidence for collapse in lineage.collapses])
        self._add("traced_drift", claim, map(self._drift, lineage.drift))
        self._add("traced_flags", claim, map(_flag, lineage.flags))

    def write(self) -> None:
        """Write what was taken up: tables that others point to first, as they were filled."""
        for table in reversed(LINEAGE_TABLES):
            rows = self._rows.get(table)
            if rows:
                self._connection.run_many(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        self._connection.run_many(_SETTLED, starmap(_settled, self._taken.items()))
        self._connection.run_many(_STEPS, ((claim,) for claim, lineage in self._taken.items() if _has_steps(lineage)))
        put_claims(self._connection, self._taken)

    def _add(self, table: str, claim: int, rows: Iterable[tuple[object, ...]]) -> None:
        self._add_unplaced(table, claim, ((place, *row) for place, row in enumerate(rows)))

    def _add_unplaced(self, table: str, claim: int, rows: Iterable[tuple[object, ...]]) -> None:
        self._rows.setdefault(table, []).extend((claim, *row) for row in rows)

    def _add_evidence(self, table: str, claim: int, evidence: Sequence[tuple[Passage, ...]]) -> None:
        self._add_unplaced(
            table,
            claim,
            (
                (whole, place, *self._passage(passage))
                for whole, passages in enumerate(evidence)
                for place, passage in enumerate(passages)
            ),
        )

    def _document(self, id: str) -> int:
        if id not in self._numbers:
            self._numbers[id] = document_number(self._connection, id)
        return self._numbers[id]

    def _passage(self, passage: Passage | None) -> tuple[object, ...]:
        if passage is None:
            return None, None, None, None
        return self._document(passage.document), int(passage.start), int(passage.end), passage.exact

    def _occurrence(self, occurrence: Occurrence) -> tuple[object, ...]:
        return (
            attribution_number(self._connection, occurrence.id),
            self._document(occurrence.document),
            occurrence.outlet,
            occurrence.published,
            occurrence.exact,
            json.dumps(occurrence.chain, ensure_ascii=False),
            occurrence.factuality.value,
            corrections_record(occurrence.corrections) if occurrence.corrections else None,
        )

    def _nodes(self, lineage: Lineage) -> Iterator[tuple[object, ...]]:
        """Hops and roots; then what relays, collapses and flags join, where that is neither."""
        for place, hop in enumerate(lineage.hops):
            yield hop.id, "hop", place, None, hop.name, hop.kind.value, hop.naming.value, None, None
        for place, root in enumerate(lineage.roots):
            values = root.kind.value, root.naming.value, root.access.value, root.interested
            yield root.id, "root", place, None, root.name, *values
        known = {hop.id for hop in lineage.hops} | {root.id for root in lineage.roots}
        joined = [id for relay in lineage.relays for id in (relay.source, relay.to)]
        joined += [id for flag in lineage.flags for id in (flag.source, flag.to)]
        joined += [id for collapse in lineage.collapses for id in (collapse.kept, collapse.merged)]
        for id in dict.fromkeys(joined):
            if id not in known:
                sort = _sort(id)
                document = self._document(id) if sort == "document" else None
                yield id, sort, None, document, None, None, None, None, None

    def _drift(self, drift: Drift) -> tuple[object, ...]:
        return drift.kind.value, *self._passage(drift.source), *self._passage(drift.to), drift.introduced, drift.why


_SORTS = {"hop_": "hop", "root_": "root"}


def _sort(node: str) -> str:
    return next((sort for prefix, sort in _SORTS.items() if node.startswith(prefix)), "document")


# The claim is bound, not joined: SQLite hands only what is constant into a view that groups, and else works out all of it
# (100 ms for one claim of 49,369, where 0.02 do).
_PUBLISHED = """
SELECT published FROM traced_occurrences WHERE claim = ?1 AND published IS NOT NULL
ORDER BY coalesce(datetime(published), published)
"""
_NEWS_DAY = """
coalesce(
  (SELECT max(day) FROM root_days WHERE claim = ?1),
  (SELECT substr(min(document.added), 1, 10) FROM traced_occurrences AS occurrence
   JOIN documents AS document ON document.number = occurrence.document WHERE occurrence.claim = ?1)
)
"""
# In one piece: whatever is set by itself puts the claim into the four orders of the inbox anew.
_SETTLED = f"""
UPDATE traced_claims SET text = ?2, documents = ?3, outlets = ?4, roots_min = ?5, roots_max = ?6, drift = ?7,
  put_off = 0, stamp = random(),
  first_published = ({_PUBLISHED} LIMIT 1), last_published = ({_PUBLISHED} DESC LIMIT 1),
  news_day = {_NEWS_DAY}, new_roots = (SELECT count(*) FROM root_days WHERE claim = ?1 AND day = {_NEWS_DAY})
WHERE number = ?1
"""

_LOST = """
NOT EXISTS (
  SELECT 1 FROM traced_drift WHERE claim = ?1 AND document = target.document AND introduced AND kind = '{}'
)
"""
_STEPS = f"""
INSERT INTO traced_steps
SELECT DISTINCT ?1, target.document, {_LOST.format("attribution-lost")}, {_LOST.format("hedge-lost")}
FROM traced_relays AS relay
JOIN traced_nodes AS source ON source.claim = ?1 AND source.id = relay.source AND source.sort = 'document'
JOIN traced_nodes AS target ON target.claim = ?1 AND target.id = relay.target AND target.sort = 'document'
WHERE relay.claim = ?1
"""


def _settled(number: int, lineage: Lineage) -> tuple[object, ...]:
    claim = lineage.claim
    introduced = sum(drift.introduced for drift in lineage.drift)
    return number, claim.text, claim.documents, claim.outlets, claim.roots_min, claim.roots_max, introduced


def _has_steps(lineage: Lineage) -> bool:
    return any(_sort(relay.source) == _sort(relay.to) == "document" for relay in lineage.relays)


def _relay(relay: Relay) -> tuple[object, ...]:
    return relay.source, relay.to, relay.how.value, float(relay.score), relay.why


def _collapse(collapse: Collapse) -> tuple[object, ...]:
    return collapse.kept, collapse.merged, collapse.certain, collapse.why


def _flag(flag: Flag) -> tuple[object, ...]:
    return flag.kind.value, flag.source, flag.to, flag.why


def get(connection: Connection, claim: str) -> Lineage | None:
    """A claim's lineage; None where it is to be worked out."""
    with connection.snapshot():
        row = connection.row(
            "SELECT number, id, text, documents, outlets, roots_min, roots_max FROM traced_claims "
            "WHERE id = ? AND text IS NOT NULL",
            claim,
        )
        if row is None:
            return None
        number, *fields = row
        return _Reader(connection, number).read(Claim(*fields))


def stamp(connection: Connection, claim: str) -> int | None:
    """What `put` marked a claim's lineage with; None where it is to be worked out."""
    found: int | None = connection.value("SELECT stamp FROM traced_claims WHERE id = ? AND text IS NOT NULL", claim)
    return found


def claims_with(connection: Connection, node: str) -> Sequence[str]:
    """The ids of the claims in whose lineage a node stands."""
    rows = connection.rows(
        "SELECT claim.id FROM traced_nodes AS node JOIN traced_claims AS claim ON claim.number = node.claim "
        "WHERE node.id = ? ORDER BY claim.number",
        node,
    )
    return [id for (id,) in rows]


# Looked up: calling an enum of Python's took a tenth of reading a large lineage.
_RELAYS = {kind.value: kind for kind in RelayKind}
_DRIFTS = {kind.value: kind for kind in DriftKind}
_SURE = {factuality.value: factuality for factuality in Factuality}


class _Reader:
    """Reads one claim's rows."""

    def __init__(self, connection: Connection, claim: int) -> None:
        self._connection = connection
        self._claim = claim
        self._ids: dict[int, str] = {}

    def read(self, claim: Claim) -> Lineage:
        numbers = (f"SELECT {column} FROM {table} WHERE claim = ?1" for table, column in _DOCUMENTS)
        self._ids = dict(
            self._connection.rows(
                f"SELECT number, id FROM documents WHERE number IN ({' UNION '.join(numbers)})", self._claim
            )
        )
        relay_evidence = self._evidence("traced_relay_evidence", "relay")
        collapse_evidence = self._evidence("traced_collapse_evidence", "collapse")
        return Lineage(
            claim=claim,
            attributions=self._occurrences(),
            relays=tuple(
                Relay(source, to, _RELAYS[how], relay_evidence.get(place, ()), score, why)
                for place, source, to, how, score, why in self._rows(
                    "position, source, target, how, score, why", "traced_relays"
                )
            ),
            hops=tuple(
                Node(id, name, PartyKind(kind), Naming(naming))
                for id, name, kind, naming in self._rows("id, name, kind, naming", _placed("hop"))
            ),
            roots=self._roots(),
            collapses=tuple(
                Collapse(kept, merged, bool(certain), why, collapse_evidence.get(place, ()))
                for place, kept, merged, certain, why in self._rows(
                    "position, kept, merged, certain, why", "traced_collapses"
                )
            ),
            drift=self._drift(),
            flags=tuple(
                Flag(FlagKind(kind), source, to, why)
                for kind, source, to, why in self._rows("kind, source, target, why", "traced_flags")
            ),
        )

    def _rows(self, columns: str, table: str, order: str = "position") -> list[Row]:
        return self._connection.rows(f"SELECT {columns} FROM {table} WHERE claim = ? ORDER BY {order}", self._claim)

    def _occurrences(self) -> tuple[Occurrence, ...]:
        rows = self._rows(
            "(SELECT id FROM attributions WHERE number = attribution), document, outlet, published, "
            "exact, chain, factuality, corrections",
            "traced_occurrences",
        )
        return tuple(  # fmt: skip
            Occurrence(
                id,
                self._ids[document],
                outlet,
                published,
                exact,
                tuple(json.loads(chain)),
                _SURE[factuality],
                read_corrections_record(corrections) if corrections else (),
            )
            for id, document, outlet, published, exact, chain, factuality, corrections in rows
        )

    def _roots(self) -> tuple[Root, ...]:
        documents: dict[str, list[str]] = {}
        for root, document in self._rows("root, document", "traced_root_documents", "root, position"):
            documents.setdefault(root, []).append(self._ids[document])
        return tuple(
            Root(
                id,
                name,
                PartyKind(kind),
                Naming(naming),
                Access(access),
                None if interested is None else bool(interested),
                tuple(documents.get(id, ())),
            )
            for id, name, kind, naming, access, interested in self._rows(
                "id, name, kind, naming, access, interested", _placed("root")
            )
        )

    def _evidence(self, table: str, whole: str) -> dict[int, tuple[Passage, ...]]:
        found: dict[int, list[Passage]] = {}
        rows = self._rows(f"{whole}, document, start, stop, exact", table, f"{whole}, position")
        for place, document, start, stop, exact in rows:
            found.setdefault(place, []).append(Passage(self._ids[document], start, stop, exact))
        return {place: tuple(passages) for place, passages in found.items()}

    def _passage(self, document: int, start: int, stop: int, exact: str) -> Passage:
        return Passage(self._ids[document], start, stop, exact)

    def _drift(self) -> tuple[Drift, ...]:
        rows = self._rows(
            "kind, source_document, source_start, source_stop, source_exact, document, start, stop, exact, introduced, why",
            "traced_drift",
        )
        return tuple(
            Drift(
                _DRIFTS[kind],
                None if words[0] is None else self._passage(*words[:4]),
                self._passage(*words[4:]),
                bool(introduced),
                why,
            )
            for kind, *words, introduced, why in rows
        )


_DOCUMENTS = (
    ("traced_occurrences", "document"),
    ("traced_root_documents", "document"),
    ("traced_relay_evidence", "document"),
    ("traced_collapse_evidence", "document"),
    ("traced_drift", "document"),
    ("traced_drift", "source_document"),
)
"""Where a lineage's rows name documents: their ids are read once for all of them, a third of what reading a large claim cost."""


def _placed(sort: str) -> str:
    """The nodes of a sort that a lineage lists itself: put where a table's name stands, its WHERE goes on."""
    return f"(SELECT * FROM traced_nodes WHERE sort = '{sort}' AND position IS NOT NULL)"
