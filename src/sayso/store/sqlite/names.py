"""Names that claims are found by: each kept once, with the claims that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from sayso.domain.attribution import Naming
from sayso.domain.claim import Lineage
from sayso.domain.folding import fold
from sayso.domain.place import PlaceForm, PlaceMention
from sayso.domain.reading import Reading
from sayso.languages.untold import tells_who
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.search import index_words


class Sort(StrEnum):
    """What a name is of."""

    PLACE = "place"
    PARTY = "party"
    EVENT = "event"


def learn(connection: Connection, sort: Sort, names: Iterable[str]) -> None:
    """Keep names; those that are known stay."""
    connection.run_many(
        "INSERT INTO names (sort, name, folded) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(sort.value, name, fold(name)) for name in dict.fromkeys(names)],
    )


def put_places(connection: Connection, document: int, reading: Reading) -> None:
    """Keep the places that each attribution of a document names, with the areas that they lie in."""
    found = [
        (name, document, position)
        for position, attribution in enumerate(reading.attributions, 1)
        for mention in reading.places
        if mention.form is PlaceForm.NAME
        and any(span.start <= mention.span.start and mention.span.end <= span.end for span in attribution.content)
        for name in names_of(mention)
    ]
    if found:
        learn(connection, Sort.PLACE, (name for name, _, _ in found))
        connection.run_many(
            "INSERT OR IGNORE INTO attribution_places SELECT attributions.number, names.number FROM names, attributions "
            "WHERE names.sort = 'place' AND names.name = ? AND attributions.document = ? AND attributions.position = ?",
            dict.fromkeys(found),
        )


def forget_places(connection: Connection, document: int) -> None:
    """A document's attributions name no place."""
    connection.run(
        "DELETE FROM attribution_places WHERE attribution IN (SELECT number FROM attributions WHERE document = ?)",
        document,
    )


def names_of(mention: PlaceMention) -> tuple[str, ...]:
    """What a place is called and the areas above it; in the text's words, where the gazetteer does not know it."""
    known = mention.chosen
    if known is None:
        return (mention.span.exact,)
    return tuple(dict.fromkeys((known.name, *(area.name for area in known.areas))))


def put_claims(connection: Connection, lineages: Mapping[int, Lineage]) -> None:
    """Let claims, by their numbers, be found by their words, their parties, and the places and events of their attributions, which are kept."""
    connection.run_many(
        "INSERT INTO claim_words (rowid, text) VALUES (?, ?)",
        [(claim, index_words(lineage.claim.text)) for claim, lineage in lineages.items()],
    )
    parties = {claim: sorted(_parties(lineage)) for claim, lineage in lineages.items()}
    learn(connection, Sort.PARTY, (name for names in parties.values() for name in names))
    connection.run_many(
        "INSERT OR IGNORE INTO traced_names SELECT number, ? FROM names WHERE sort = 'party' AND name = ?",
        [(claim, name) for claim, names in parties.items() for name in names],
    )
    for told in (_PLACES, _EVENTS):
        members = "traced_members AS member"
        connection.run_many(
            f"INSERT OR IGNORE INTO traced_names {told.format(members)} WHERE member.claim = ?",
            [(claim,) for claim in lineages],
        )


def _parties(lineage: Lineage) -> set[str]:
    parties = {name for item in lineage.attributions for name in item.chain}
    parties |= {hop.name for hop in lineage.hops if hop.name} | {root.name for root in lineage.roots if root.name}
    return {name for name in parties if tells_party(name)}


def tells_party(name: str) -> bool:
    """Whether a hop's name in a chain ("unnamed: a clerk"), or a node's, tells who it is; "collective: we" does not."""
    naming, colon, words = name.partition(": ")
    return tells_who(words if colon and naming in set(Naming) else name)


def forget_words(connection: Connection, claim: int, text: str) -> None:
    """A claim is no longer found by the words of its text; its names go with its lineage."""
    connection.run(
        "INSERT INTO claim_words (claim_words, rowid, text) VALUES ('delete', ?, ?)", claim, index_words(text)
    )


def forget_all_words(connection: Connection) -> None:
    """No claim is found by its words any more."""
    connection.run("INSERT INTO claim_words (claim_words) VALUES ('delete-all')")


def put_document(connection: Connection, document: int) -> None:
    """Let claims that have a lineage already be found by the places and events of a document."""
    members = (
        "attributions CROSS JOIN traced_members AS member ON member.attribution = attributions.number "
        "CROSS JOIN traced_claims AS claim ON claim.number = member.claim AND claim.text IS NOT NULL"
    )
    for told in (_PLACES, _EVENTS):
        connection.run(
            f"INSERT OR IGNORE INTO traced_names {told.format(members)} WHERE attributions.document = ?", document
        )


# CROSS JOIN: from few rows to few. SQLite does not know which tables are small, and would begin with all names.
_PLACES = (
    "SELECT told.name, member.claim FROM {} "
    "CROSS JOIN attribution_places AS told ON told.attribution = member.attribution"
)
_EVENTS = (
    "SELECT names.number, member.claim FROM {} CROSS JOIN found_events AS told ON told.attribution = member.attribution "
    "CROSS JOIN names ON names.sort = 'event' AND names.name = told.type"
)
