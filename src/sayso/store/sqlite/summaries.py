"""Claims as an inbox lists them: chosen, ordered and counted by SQL, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Access, Claim, DriftKind, Root
from sayso.domain.reading import CheckKind, Level
from sayso.store.cursors import Cursor, Page, page_of
from sayso.store.overviews import Order, Summary, Wanted
from sayso.store.sqlite.choosing import conditions
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.walking import Walk

_ORDERS = {
    Order.NEWS: Walk(("claim.news_day", "claim.new_roots", "claim.documents", "claim.number"), (str, int, int, int)),
    Order.ROOTS: Walk(("claim.roots_max", "claim.roots_min", "claim.documents", "claim.number"), (int, int, int, int)),
    Order.DOCUMENTS: Walk(("claim.documents", "claim.outlets", "claim.number"), (int, int, int)),
    Order.DRIFT: Walk(("claim.drift", "claim.documents", "claim.number"), (int, int, int)),
}


def summaries(
    connection: Connection, wanted: Wanted, *, order: Order, cursor: Cursor | None, most: int
) -> Page[Summary]:
    """A page of claims, and how many there are."""
    chosen, values = conditions(wanted)
    walk = _ORDERS[order]
    beyond, place = walk.beyond(cursor)
    with connection.snapshot():
        count = connection.value(f"SELECT count(*) FROM traced_claims AS claim WHERE {chosen}", *values)
        keys = connection.rows(
            f"SELECT {', '.join(walk.columns)} FROM traced_claims AS claim WHERE {chosen} AND {beyond} "
            f"ORDER BY {walk.by(cursor)} LIMIT ?",
            *values, *place, most + 1,
        )  # fmt: skip
        there = page_of([(key[-1], key) for key in keys], count, most, cursor)
        numbers = there.items
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
                tuple((kind, level) for kind, level, _ in checks[number] if level is Level.RED),
                sum(those for _, level, those in checks[number] if level is Level.AMBER),
            )
        )
    return Page(tuple(found), count, there.before, there.after)


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


def _checks(connection: Connection, claims: Sequence[int]) -> dict[int, list[tuple[CheckKind, Level, int]]]:
    """Those of all documents of a claim that are red or amber, each kind once with how many there are."""
    found: dict[int, list[tuple[CheckKind, Level, int]]] = defaultdict(list)
    for claim, kind, level, number in connection.rows_in(
        "SELECT told.claim, item.kind, item.level, count(*) FROM ("
        "SELECT DISTINCT claim, document FROM traced_occurrences WHERE claim IN ({})) AS told "
        "JOIN document_checks AS item ON item.document = told.document WHERE item.level IN ('red', 'amber') "
        "GROUP BY told.claim, item.kind, item.level ORDER BY told.claim, item.kind",
        claims,
    ):
        found[claim].append((CheckKind(kind), Level(level), number))
    return found
