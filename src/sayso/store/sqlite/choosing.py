"""What is asked of a list of claims, as conditions in SQL; each looks something up in an index."""

from __future__ import annotations

import json

from sayso.domain.folding import fold
from sayso.store.overviews import Wanted
from sayso.store.sqlite.names import Sort
from sayso.store.sqlite.search import match_beginnings

_PUBLISHED = "coalesce(datetime({column}), {column})"

# The names are few, and so are those that were put right; an index leads from them to the claims.
_OUTLET = (
    "claim.number IN (SELECT occurrence.claim FROM traced_occurrences AS occurrence WHERE occurrence.outlet IN ("
    "SELECT name FROM (SELECT outlet AS name FROM outlets_counted "
    "UNION SELECT value FROM corrections WHERE field = 'outlet') WHERE instr(casefold(name), casefold(?))))"
)
_NAMED = (
    "claim.number IN (SELECT named.claim FROM names CROSS JOIN traced_names AS named ON named.name = names.number "
    "WHERE names.sort = '{sort}' AND {matches})"
)


def conditions(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    """The condition on `traced_claims AS claim`, with its values; only claims that have a lineage fit."""
    found: list[str] = ["claim.text IS NOT NULL"]
    values: list[object] = []

    def add(condition: str, *given: object) -> None:
        found.append(condition)
        values.extend(given)

    if wanted.ids is not None:
        add(
            "claim.number IN (SELECT number FROM traced_claims WHERE id IN (SELECT value FROM json_each(?)))",
            json.dumps(wanted.ids),
        )
    if wanted.min_documents > 1:
        add("claim.documents >= ?", wanted.min_documents)
    if wanted.since:
        # Times with a zone are compared in UTC; what is no whole date, as words.
        add(f"{_PUBLISHED.format(column='last_published')} >= coalesce(datetime(?), ?)", wanted.since, wanted.since)
    if wanted.until:  # the whole of that day
        add(f"{_PUBLISHED.format(column='first_published')} < ?", wanted.until + "~")
    if wanted.words and wanted.words.strip():
        expression = match_beginnings(wanted.words)
        # Signs alone stand in no claim.
        add(
            *(
                ("claim.number IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)", expression)
                if expression
                else ("0",)
            )
        )
    if wanted.outlet:
        add(_OUTLET, wanted.outlet)
    if wanted.source:
        add(*_named(Sort.PARTY, "instr(names.folded, ?)", fold(wanted.source)))
    if wanted.place:
        add(*_named(Sort.PLACE, PLACE, f" {fold(wanted.place)}"))
    if wanted.event:
        add(*_named(Sort.EVENT, "names.name = ?", wanted.event))
    if wanted.naming is not None:
        add(
            "EXISTS (SELECT 1 FROM traced_nodes AS root WHERE root.claim = claim.number AND root.sort = 'root' "
            "AND root.position IS NOT NULL AND root.naming = ?)",
            wanted.naming.value,
        )
    return " AND ".join(found), tuple(values)


PLACE = "instr(' ' || names.folded, ?)"
"""Whether a place's name has words that begin so: its value is a blank and the words."""


def _named(sort: Sort, matches: str, name: str) -> tuple[str, str]:
    if not name.strip():
        return "? IS NULL", name
    return _NAMED.format(sort=sort.value, matches=matches), name
