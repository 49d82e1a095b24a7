"""Claims as an inbox lists them: chosen, ordered and counted by SQL, a page at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Access, Claim, DriftKind, Root
from sayso.domain.reading import CheckKind, Level
from sayso.store.overviews import Order, Summary, Wanted
from sayso.store.sqlite.connection import Connection

_ORDERS = {
    Order.NEWS: "news_day DESC, new_roots DESC, documents DESC, number",
    Order.ROOTS: "roots_max DESC, roots_min DESC, documents DESC, number",
    Order.DOCUMENTS: "documents DESC, outlets DESC, number",
    Order.DRIFT: "drift DESC, documents DESC, number",
}
_PUBLISHED = "coalesce(datetime({column}), {column})"


def summaries(
    connection: Connection, wanted: Wanted, *, order: Order, first: int, most: int
) -> tuple[Sequence[Summary], int]:
    """A page of claims, and how many there are."""
    conditions, values = _conditions(wanted)
    with connection.snapshot():
        chosen = f"FROM traced_claims AS claim WHERE {conditions}"
        if wanted.words or wanted.source:
            # Every wording has to be looked at: once, for the page and for the count.
            found_numbers = connection.rows(
                f"SELECT number, count(*) OVER () {chosen} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
                *values, most, first,
            )  # fmt: skip
            count = found_numbers[0][1] if found_numbers else 0
            if not found_numbers and first:
                count = connection.value(f"SELECT count(*) {chosen}", *values)
        else:
            count = connection.value(f"SELECT count(*) {chosen}", *values)
            found_numbers = connection.rows(
                f"SELECT number {chosen} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?", *values, most, first
            )
        numbers = [row[0] for row in found_numbers]
        told = {
            row[0]: row
            for row in connection.rows_in(
                "SELECT number, id, text, documents, outlets, roots_min, roots_max, first_published, last_published, "
                "news_day, new_roots FROM traced_claims WHERE number IN ({})",
                numbers,
            )
        }
        rows = [told[number] for number in numbers]
        roots, kinds, checks = (
            _roots(connection, numbers),
            _introduced(connection, numbers),
            _checks(connection, numbers),
        )
    found = []
    for number, *fields in rows:
        id, text, documents, outlets, roots_min, roots_max, *facts = fields
        claim = Claim(id, text, documents, outlets, roots_min, roots_max)
        first_published, last_published, news_day, new_roots = facts
        found.append(
            Summary(
                claim,
                first_published,
                last_published,
                news_day,
                new_roots,
                tuple(roots[number]),
                tuple(kinds[number]),
                tuple(checks[number]),
            )
        )
    return found, count


def _conditions(wanted: Wanted) -> tuple[str, list[object]]:
    conditions: list[str] = ["text IS NOT NULL"]
    values: list[object] = []

    def add(condition: str, *given: object) -> None:
        conditions.append(condition)
        values.extend(given)

    if wanted.ids is not None:
        add("claim.id IN (SELECT value FROM json_each(?))", json.dumps(wanted.ids))
    if wanted.min_documents > 1:
        add("documents >= ?", wanted.min_documents)
    if wanted.since:
        add(f"{_PUBLISHED.format(column='last_published')} >= ?", wanted.since)
    if wanted.until:  # the whole of that day
        add(f"{_PUBLISHED.format(column='first_published')} < ?", wanted.until + "~")
    for word in (wanted.words or "").split():
        add("instr(casefold(text), casefold(?))", word)
    if wanted.outlet:
        add(
            # The names are few, and so are those that were put right; an index leads from them to the claims.
            "claim.number IN (SELECT occurrence.claim FROM traced_occurrences AS occurrence WHERE occurrence.outlet IN ("
            "SELECT name FROM (SELECT outlet AS name FROM outlets_counted "
            "UNION SELECT value FROM corrections WHERE field = 'outlet') WHERE instr(casefold(name), casefold(?))))",
            wanted.outlet,
        )
    if wanted.source:
        add(
            "(EXISTS (SELECT 1 FROM traced_occurrences AS occurrence WHERE occurrence.claim = claim.number "
            "AND instr(casefold(occurrence.chain), casefold(?))) OR EXISTS (SELECT 1 FROM traced_nodes AS node "
            "WHERE node.claim = claim.number AND node.sort <> 'document' AND instr(casefold(node.name), casefold(?))))",
            wanted.source,
            wanted.source,
        )
    if wanted.naming is not None:
        add(
            "EXISTS (SELECT 1 FROM traced_nodes AS root WHERE root.claim = claim.number AND root.sort = 'root' "
            "AND root.position IS NOT NULL AND root.naming = ?)",
            wanted.naming.value,
        )
    return " AND ".join(conditions), values


def _roots(connection: Connection, claims: Sequence[int]) -> dict[int, list[Root]]:
    """The roots of these claims, without the documents that lead back to them."""
    found: dict[int, list[Root]] = defaultdict(list)
    for claim, id, name, kind, naming, access, interested in connection.rows_in(
        "SELECT claim, id, name, kind, naming, access, interested FROM traced_nodes "
        "WHERE sort = 'root' AND position IS NOT NULL AND claim IN ({}) ORDER BY claim, position",
        claims,
    ):
        told = None if interested is None else bool(interested)
        found[claim].append(Root(id, name, PartyKind(kind), Naming(naming), Access(access), told, ()))
    return found


def _introduced(connection: Connection, claims: Sequence[int]) -> dict[int, list[DriftKind]]:
    found: dict[int, list[DriftKind]] = defaultdict(list)
    for claim, kind in connection.rows_in(
        "SELECT DISTINCT claim, kind FROM traced_drift WHERE introduced AND claim IN ({}) ORDER BY claim, kind", claims
    ):
        found[claim].append(DriftKind(kind))
    return found


def _checks(connection: Connection, claims: Sequence[int]) -> dict[int, list[tuple[CheckKind, Level]]]:
    """Those of all documents of a claim that are red, each kind once; an amber one is seldom about this of a document's claims."""
    found: dict[int, list[tuple[CheckKind, Level]]] = defaultdict(list)
    for claim, kind, level in connection.rows_in(
        "SELECT DISTINCT occurrence.claim, item.kind, item.level FROM traced_occurrences AS occurrence "
        "JOIN document_checks AS item ON item.document = occurrence.document "
        "WHERE item.level = 'red' AND occurrence.claim IN ({}) ORDER BY occurrence.claim, item.kind",
        claims,
    ):
        found[claim].append((CheckKind(kind), Level(level)))
    return found
