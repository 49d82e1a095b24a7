"""Who is quoted, for what and by whom: sources and outlets as lists."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.attribution import Naming
from sayso.domain.rate import Rate
from sayso.store.overviews import OutletLine, Quoted, SourceLine
from sayso.store.sqlite.connection import Connection

_CURRENT = "FROM attributions JOIN documents AS document ON document.number = attributions.document AND document.state = 'current' "
_CORRECTED = (
    "coalesce((SELECT value FROM corrections WHERE subject = document.id AND field = '{field}'), document.{field})"
)
_OUTLET = _CORRECTED.format(field="outlet")
_PUBLISHED = _CORRECTED.format(field="published")


def sources(connection: Connection, words: str, *, first: int, most: int) -> tuple[Sequence[SourceLine], int]:
    """Sources with these letters in their name."""
    chosen = f"{_CURRENT} WHERE source IS NOT NULL AND (?1 = '' OR instr(casefold(source), casefold(?1)))"
    with connection.snapshot():
        count = connection.value(f"SELECT count(DISTINCT source) {chosen}", words)
        rows = connection.rows(
            "SELECT source, count(*), count(DISTINCT document.number), count(DISTINCT document.outlet), "
            f"sum(naming = 'named') {chosen} GROUP BY source ORDER BY 2 DESC, source LIMIT ?2 OFFSET ?3",
            words, most, first,
        )  # fmt: skip
    return [SourceLine(*row) for row in rows], count


def quoted(connection: Connection, source: str, *, first: int, most: int) -> tuple[Sequence[Quoted], int]:
    """Statements of the source of exactly this name."""
    with connection.snapshot():
        count = connection.value(f"SELECT count(*) {_CURRENT} WHERE source = ?", source)
        rows = connection.rows(
            f"SELECT attributions.id, document.id, {_OUTLET}, document.title, {_PUBLISHED} AS at, content, "
            "naming, outermost, claim.id FROM attributions "
            "JOIN documents AS document ON document.number = attributions.document AND document.state = 'current' "
            "LEFT JOIN traced_members AS member ON member.attribution = attributions.number "
            "LEFT JOIN traced_claims AS claim ON claim.number = member.claim WHERE source = ? "
            "ORDER BY coalesce(datetime(at), at) DESC, attributions.number LIMIT ? OFFSET ?",
            source, most, first,
        )  # fmt: skip
    found = []
    for id, document, outlet, title, published, content, naming, outermost, claim in rows:
        found.append(Quoted(id, document, outlet, title, published, content, Naming(naming), outermost, claim))
    return found, count


def outlets(connection: Connection, words: str, *, first: int, most: int) -> tuple[Sequence[OutletLine], int]:
    """Outlets with these letters in their name."""
    chosen = (
        f"FROM (SELECT number, {_OUTLET} AS name FROM documents AS document WHERE state = 'current') AS held "
        "WHERE name IS NOT NULL AND (?1 = '' OR instr(casefold(name), casefold(?1)))"
    )
    with connection.snapshot():
        count = connection.value(f"SELECT count(DISTINCT name) {chosen}", words)
        rows = connection.rows(
            "SELECT name, count(*), sum((SELECT count(*) FROM attributions WHERE attributions.document = held.number)) "
            f"{chosen} GROUP BY name ORDER BY 2 DESC, name LIMIT ?2 OFFSET ?3",
            words, most, first,
        )  # fmt: skip
        steps = _kept(connection, [row[0] for row in rows])
    return [
        OutletLine(name, documents, attributions, *steps.get(name, (Rate(0, 0), Rate(0, 0))))
        for name, documents, attributions in rows
    ], count


def _kept(connection: Connection, names: Sequence[str]) -> dict[str, tuple[Rate, Rate]]:
    """Of the claims that each outlet took from a document that is held, in how many it lost no attribution, and no hedge."""
    lost = (
        "EXISTS (SELECT 1 FROM traced_drift AS drift WHERE drift.claim = step.claim AND drift.document = step.document "
        "AND drift.introduced AND drift.kind = '{kind}')"
    )
    rows = connection.rows_in(
        f"SELECT name, count(*), sum(NOT {lost.format(kind='attribution-lost')}), sum(NOT {lost.format(kind='hedge-lost')}) "
        "FROM (SELECT DISTINCT relay.claim AS claim, document.number AS document, "
        f"{_OUTLET} AS name FROM documents AS document "
        "JOIN traced_nodes AS node ON node.document = document.number "
        "JOIN traced_relays AS relay ON relay.claim = node.claim AND relay.target = node.id AND relay.source LIKE 'doc\\_%' ESCAPE '\\' "
        "WHERE document.state = 'current') AS step WHERE name IN ({}) GROUP BY name",
        names,
    )
    return {name: (Rate(kept, of), Rate(hedged, of)) for name, of, kept, hedged in rows}
