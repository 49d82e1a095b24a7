"""Who is quoted, for what and by whom: sources and outlets as lists."""

from __future__ import annotations

import json

from sayso.domain.attribution import Naming
from sayso.domain.rate import Rate
from sayso.store.cursors import Cursor, Page, page_of
from sayso.store.overviews import OutletLine, Quoted, SourceLine, SourceTold
from sayso.store.sqlite.connection import Connection, Row
from sayso.store.sqlite.walking import Walk

CORRECTED = (
    "coalesce((SELECT value FROM corrections WHERE subject = document.id AND field = '{field}'), document.{field})"
)
_OUTLET = CORRECTED.format(field="outlet")
_MOST_QUOTED = Walk(("-attributions", "source"), (int, str), rising=True)
_LATEST = Walk(("at", "number"), (str, int))
_MOST_HELD = Walk(("-documents", "outlet"), (int, str), rising=True)


def sources(
    connection: Connection, words: str, *, named: bool | None, cursor: Cursor | None, most: int
) -> Page[SourceLine]:
    """Sources with these letters in their name."""
    chosen = "FROM sources_counted WHERE (?1 = '' OR instr(casefold(source), casefold(?1))) AND (?2 IS NULL OR (named > 0) = ?2)"
    beyond, place = _MOST_QUOTED.beyond(cursor)
    with connection.snapshot():
        total = connection.value(f"SELECT count(*) {chosen}", words, named)
        rows = connection.rows(
            f"SELECT source, attributions, documents, outlets, named {chosen} AND {beyond} "
            f"ORDER BY {_MOST_QUOTED.by(cursor)} LIMIT ?",
            words, named, *place, most + 1,
        )  # fmt: skip
        more: dict[str, int] = dict(connection.rows(_MOVED, json.dumps([row[0] for row in rows])))
    found = [
        (SourceLine(name, attributions, documents, outlets + more.get(name, 0), named), (-attributions, name))
        for name, attributions, documents, outlets, named in rows
    ]
    return page_of(found, total, most, cursor)


def source(connection: Connection, name: str, *, outlets: int) -> SourceTold | None:
    """The source of exactly this name."""
    with connection.snapshot():
        row = connection.row(
            "SELECT attributions, documents, outlets, named FROM sources_counted WHERE source = ?", name
        )
        if row is None:
            return None
        names = json.dumps([name])
        more: dict[str, int] = dict(connection.rows(_MOVED, names))
        by_outlet = connection.rows(_BY_OUTLET, names, name, outlets)
    attributions, documents, held, named = row
    line = SourceLine(name, attributions, documents, held + more.get(name, 0), named)
    return SourceTold(line, tuple((outlet, count) for outlet, count in by_outlet))


def namesakes(connection: Connection, name: str, *, most: int) -> list[SourceLine]:
    """Named sources that share the last word of a name, or a word at an end where one of them has no other."""
    words = name.split()
    if not words:
        return []
    rows = connection.rows(
        "WITH asked AS (SELECT lower(?) AS first, lower(?) AS last), "
        "named AS (SELECT *, lower(source) AS low FROM sources_counted WHERE named > 0 AND source <> ?) "
        "SELECT source, attributions, documents, outlets, named FROM named, asked WHERE low IN (first, last) "
        "OR substr(low, -length(last) - 1) = ' ' || last OR (first = last AND substr(low, 1, length(first) + 1) = first || ' ') "
        "ORDER BY attributions DESC, source LIMIT ?",
        words[0], words[-1], name, most,
    )  # fmt: skip
    return [SourceLine(*row) for row in rows]


def untold(connection: Connection) -> int:
    """Statements of which the text does not tell whose they are."""
    return int(connection.value("SELECT coalesce(sum(attributions), 0) FROM untold_counted"))


def quoted(connection: Connection, source: str, *, cursor: Cursor | None, most: int) -> Page[Quoted]:
    """Statements of the source of exactly this name."""
    beyond, place = _LATEST.beyond(cursor)
    with connection.snapshot():
        total = connection.value("SELECT attributions FROM sources_counted WHERE source = ?", source) or 0
        # The page's rows are found by their dates alone, and only they are read.
        rows = connection.rows(
            "WITH righted AS MATERIALIZED (SELECT subject, value FROM corrections WHERE field = 'published'), "
            "dated AS (SELECT attributions.number, coalesce(righted.value, document.published) AS published "
            "FROM attributions JOIN documents AS document ON document.number = attributions.document "
            "LEFT JOIN righted ON righted.subject = document.id WHERE source = ? AND document.state = 'current'), "
            "page AS MATERIALIZED (SELECT * FROM (SELECT *, coalesce(datetime(published), published, '') AS at FROM dated) "
            f"WHERE {beyond} ORDER BY {_LATEST.by(cursor)} LIMIT ?) "
            "SELECT at, page.number, attributions.id, document.id, "
            f"{_OUTLET}, document.title, page.published, content, naming, outermost, claim.id "
            "FROM page JOIN attributions ON attributions.number = page.number "
            "JOIN documents AS document ON document.number = attributions.document "
            "LEFT JOIN traced_members AS member ON member.attribution = page.number "
            "LEFT JOIN traced_claims AS claim ON claim.number = member.claim "
            f"ORDER BY {_LATEST.by(cursor).replace('number', 'page.number')}",
            source, *place, most + 1,
        )  # fmt: skip
    found = [(_quoted(row[2:]), row[:2]) for row in rows]
    return page_of(found, total, most, cursor)


def _quoted(row: Row) -> Quoted:
    id, document, outlet, title, published, content, naming, outermost, claim = row
    return Quoted(id, document, outlet, title, published, content, Naming(naming), outermost, claim)


def outlets(connection: Connection, words: str, *, cursor: Cursor | None, most: int) -> Page[OutletLine]:
    """Outlets with these letters in their name."""
    chosen = (
        "(SELECT outlet, sum(documents) AS documents, sum(attributions), sum(steps), sum(kept_attribution), sum(kept_hedges) "
        "FROM counted WHERE (?1 = '' OR instr(casefold(outlet), casefold(?1))) GROUP BY outlet HAVING sum(documents) > 0)"
    )
    beyond, place = _MOST_HELD.beyond(cursor)
    with connection.snapshot():
        total = connection.value(f"{_COUNTED} SELECT count(*) FROM {chosen}", words)
        rows = connection.rows(
            f"{_COUNTED} SELECT * FROM {chosen} WHERE {beyond} ORDER BY {_MOST_HELD.by(cursor)} LIMIT ?",
            words, *place, most + 1,
        )  # fmt: skip
        untold: dict[str, int] = dict(connection.rows(_UNTOLD, json.dumps([row[0] for row in rows])))
    found = [
        (
            OutletLine(name, documents, attributions, Rate(kept, steps), Rate(hedged, steps), untold.get(name, 0)),
            (-documents, name),
        )
        for name, documents, attributions, steps, kept, hedged in rows
    ]
    return page_of(found, total, most, cursor)


# The few documents that count and whose outlet was put right.
_RIGHTED = """
righted AS (
  SELECT document.number, document.outlet AS before, corrections.value AS after FROM corrections
  CROSS JOIN documents AS document ON document.id = corrections.subject AND document.state = 'current'
  WHERE corrections.field = 'outlet'
)
"""
# By how many outlets more or fewer these sources are quoted, as outlets were put right: an outlet comes with the first of its documents in which the
# source speaks, and goes with the last.
_MOVED_DOCUMENTS = f"""
WITH {_RIGHTED},
told AS MATERIALIZED (
  SELECT DISTINCT attributions.source, righted.* FROM righted CROSS JOIN attributions ON attributions.document = righted.number
  WHERE attributions.source IN (SELECT value FROM json_each(?))
),
moved AS (
  SELECT source, outlet, sum(documents) AS documents FROM (
    SELECT source, before AS outlet, -1 AS documents FROM told WHERE before IS NOT NULL
    UNION ALL SELECT source, after, 1 FROM told
  ) GROUP BY source, outlet
)
"""
_MOVED = f"""
{_MOVED_DOCUMENTS}
SELECT moved.source, sum((coalesce(held.documents, 0) + moved.documents > 0) - (coalesce(held.documents, 0) > 0))
FROM moved LEFT JOIN source_outlets AS held ON held.source = moved.source AND held.outlet = moved.outlet
GROUP BY moved.source
"""
_BY_OUTLET = f"""
{_MOVED_DOCUMENTS}
SELECT outlet, sum(documents) FROM (
  SELECT outlet, documents FROM source_outlets WHERE source = ?2
  UNION ALL SELECT outlet, documents FROM moved
) WHERE outlet <> '' GROUP BY outlet HAVING sum(documents) > 0 ORDER BY sum(documents) DESC, outlet LIMIT ?3
"""
_UNTOLD = f"""
WITH {_RIGHTED},
told AS (
  SELECT outlet, attributions FROM untold_counted
  UNION ALL
  SELECT after, attributions FROM righted JOIN document_untold AS own ON own.document = righted.number
  UNION ALL
  SELECT before, -attributions FROM righted JOIN document_untold AS own ON own.document = righted.number
)
SELECT outlet, sum(attributions) FROM told WHERE outlet IN (SELECT value FROM json_each(?)) GROUP BY outlet
"""
_FACTS = "attributions, steps, kept_attribution, kept_hedges"
# Of the few documents whose outlet was put right, their own counts go from one outlet to the other.
_COUNTED = f"""
WITH {_RIGHTED},
counted AS (
  SELECT outlet, documents, {_FACTS} FROM outlets_counted
  UNION ALL
  SELECT after, 1, {_FACTS} FROM righted JOIN document_counts AS own ON own.document = righted.number
  UNION ALL
  SELECT outlet, -1, {", ".join("-" + fact for fact in _FACTS.split(", "))}
  FROM righted JOIN document_counts AS own ON own.document = righted.number WHERE outlet IS NOT NULL
)
"""
