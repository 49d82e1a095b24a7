"""Who is quoted, for what and by whom: sources and outlets as lists."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.attribution import Naming
from sayso.domain.rate import Rate
from sayso.store.overviews import OutletLine, Quoted, SourceLine
from sayso.store.sqlite.connection import Connection

_CORRECTED = (
    "coalesce((SELECT value FROM corrections WHERE subject = document.id AND field = '{field}'), document.{field})"
)
_OUTLET = _CORRECTED.format(field="outlet")
_LATEST = "coalesce(datetime(at), at) DESC"


def sources(connection: Connection, words: str, *, first: int, most: int) -> tuple[Sequence[SourceLine], int]:
    """Sources with these letters in their name."""
    chosen = "FROM sources_counted WHERE (?1 = '' OR instr(casefold(source), casefold(?1)))"
    with connection.snapshot():
        count = connection.value(f"SELECT count(*) {chosen}", words)
        rows = connection.rows(
            f"SELECT source, attributions, documents, outlets, named {chosen} "
            "ORDER BY attributions DESC, source LIMIT ?2 OFFSET ?3",
            words, most, first,
        )  # fmt: skip
    return [SourceLine(*row) for row in rows], count


def quoted(connection: Connection, source: str, *, first: int, most: int) -> tuple[Sequence[Quoted], int]:
    """Statements of the source of exactly this name."""
    with connection.snapshot():
        count = connection.value("SELECT attributions FROM sources_counted WHERE source = ?", source) or 0
        # The page's rows are found by their dates alone, and only they are read.
        rows = connection.rows(
            "WITH righted AS MATERIALIZED (SELECT subject, value FROM corrections WHERE field = 'published'), "
            "page AS MATERIALIZED (SELECT attributions.number, coalesce(righted.value, document.published) AS at "
            "FROM attributions JOIN documents AS document ON document.number = attributions.document "
            "LEFT JOIN righted ON righted.subject = document.id WHERE source = ? AND document.state = 'current' "
            f"ORDER BY {_LATEST}, attributions.number LIMIT ? OFFSET ?) "
            f"SELECT attributions.id, document.id, {_OUTLET}, document.title, at, content, naming, outermost, claim.id "
            "FROM page JOIN attributions ON attributions.number = page.number "
            "JOIN documents AS document ON document.number = attributions.document "
            "LEFT JOIN traced_members AS member ON member.attribution = page.number "
            f"LEFT JOIN traced_claims AS claim ON claim.number = member.claim ORDER BY {_LATEST}, page.number",
            source, most, first,
        )  # fmt: skip
    found = []
    for id, document, outlet, title, published, content, naming, outermost, claim in rows:
        found.append(Quoted(id, document, outlet, title, published, content, Naming(naming), outermost, claim))
    return found, count


def outlets(connection: Connection, words: str, *, first: int, most: int) -> tuple[Sequence[OutletLine], int]:
    """Outlets with these letters in their name."""
    chosen = "WHERE (?1 = '' OR instr(casefold(outlet), casefold(?1))) GROUP BY outlet HAVING sum(documents) > 0"
    with connection.snapshot():
        count = connection.value(f"{_COUNTED} SELECT count(*) FROM (SELECT outlet FROM counted {chosen})", words)
        rows = connection.rows(
            f"{_COUNTED} SELECT outlet, sum(documents), sum(attributions), sum(steps), sum(kept_attribution), "
            f"sum(kept_hedges) FROM counted {chosen} ORDER BY 2 DESC, outlet LIMIT ?2 OFFSET ?3",
            words, most, first,
        )  # fmt: skip
    return [
        OutletLine(name, documents, attributions, Rate(kept, steps), Rate(hedged, steps))
        for name, documents, attributions, steps, kept, hedged in rows
    ], count


_FACTS = "attributions, steps, kept_attribution, kept_hedges"
# Of the few documents whose outlet was put right, their own counts go from one outlet to the other.
_COUNTED = f"""
WITH righted AS (
  SELECT document.number, corrections.value AS after FROM corrections
  CROSS JOIN documents AS document ON document.id = corrections.subject AND document.state = 'current'
  WHERE corrections.field = 'outlet'
),
counted AS (
  SELECT outlet, documents, {_FACTS} FROM outlets_counted
  UNION ALL
  SELECT after, 1, {_FACTS} FROM righted JOIN document_counts AS own ON own.document = righted.number
  UNION ALL
  SELECT outlet, -1, {", ".join("-" + fact for fact in _FACTS.split(", "))}
  FROM righted JOIN document_counts AS own ON own.document = righted.number WHERE outlet IS NOT NULL
)
"""
