"""Which attributions make a claim, and which claims are to be worked out again.

A lineage is there only while it fits its claim's members: `unsettle` takes it away wherever they change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.domain.claim import Claim
from sayso.store.interface import Listed
from sayso.store.overviews import Wanted
from sayso.store.sqlite import names
from sayso.store.sqlite.choosing import conditions
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.numbers import attribution_and_document

LINEAGE_TABLES = (
    "traced_names",
    "traced_steps",
    "traced_flags",
    "traced_drift",
    "traced_collapse_evidence",
    "traced_collapses",
    "traced_relay_evidence",
    "traced_relays",
    "traced_root_documents",
    "traced_nodes",
    "traced_occurrences",
)
"""Those that point to others first."""


def claims_of(connection: Connection, attributions: Sequence[str]) -> dict[str, str]:
    """The id of the claim that each attribution belongs to; those in none are left out."""
    return dict(
        connection.rows_in(
            "SELECT attributions.id, claim.id FROM attributions "
            "JOIN traced_members AS member ON member.attribution = attributions.number "
            "JOIN traced_claims AS claim ON claim.number = member.claim WHERE attributions.id IN ({})",
            attributions,
        )
    )


def members(connection: Connection, claim: str, *, most: int | None = None) -> Sequence[str]:
    """The ids of a claim's attributions, or of its first ones, in the order of their documents."""
    rows = connection.rows(
        "SELECT attributions.id FROM traced_claims AS claim JOIN traced_members AS member "
        "ON member.claim = claim.number JOIN attributions ON attributions.number = member.attribution "
        "WHERE claim.id = ? ORDER BY member.document, member.attribution LIMIT ?",
        claim, -1 if most is None else most,
    )  # fmt: skip
    return [id for (id,) in rows]


def members_of(connection: Connection, several: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """The ids of several claims' attributions, each with its document's, in the order of their documents."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows = connection.rows_in(
        "SELECT claim.id, attributions.id, documents.id FROM traced_claims AS claim CROSS JOIN traced_members AS member "
        "ON member.claim = claim.number CROSS JOIN attributions ON attributions.number = member.attribution "
        "CROSS JOIN documents ON documents.number = member.document "
        "WHERE claim.id IN ({}) ORDER BY claim.number, member.document, member.attribution",
        several,
    )
    for claim, attribution, document in rows:
        found.setdefault(claim, []).append((attribution, document))
    return found


def sizes(connection: Connection, several: Sequence[str], *, most: int) -> dict[str, int]:
    """How many attributions each claim has, counted up to `most`."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM traced_members WHERE claim = traced_claims.number LIMIT {})"
    rows = connection.rows_in(
        f"SELECT id, ({counted.format(int(most))}) FROM traced_claims WHERE id IN ({{}})", several
    )
    return {claim: count for claim, count in rows if count}


def first_members(connection: Connection, claim: str) -> Sequence[str]:
    """The ids of a claim's attributions in the oldest of its documents."""
    rows = connection.rows(
        "SELECT attributions.id FROM traced_claims AS claim JOIN traced_members AS member "
        "ON member.claim = claim.number JOIN attributions ON attributions.number = member.attribution "
        "WHERE claim.id = ? AND member.document = (SELECT min(document) FROM traced_members WHERE claim = claim.number) "
        "ORDER BY member.attribution",
        claim,
    )
    return [id for (id,) in rows]


def assign(connection: Connection, attribution: str, claim: str | None) -> None:
    """Move an attribution to a claim, or out of its claim."""
    with connection.together():
        number, document = attribution_and_document(connection, attribution)
        before = connection.value("SELECT claim FROM traced_members WHERE attribution = ?", number)
        after, is_changed = (None, False) if claim is None else _claim_to_change(connection, claim)
        if before == after:
            return
        if before is not None:
            connection.run("DELETE FROM traced_members WHERE attribution = ?", number)
            _change(connection, before)
        if after is not None:
            connection.run("INSERT INTO traced_members VALUES (?, ?, ?)", number, after, document)
            if is_changed:
                _change(connection, after)


def _claim_to_change(connection: Connection, claim: str) -> tuple[int, bool]:
    """A claim's number, and whether it has a lineage to be taken away or was put off; it is made where there is none. Most are new, or waited already."""
    found = connection.row("SELECT number, text IS NOT NULL OR put_off FROM traced_claims WHERE id = ?", claim)
    if found is None:
        return connection.run("INSERT INTO traced_claims (id) VALUES (?)", claim), False
    return found[0], bool(found[1])


def _change(connection: Connection, claim: int) -> None:
    unsettle(connection, claim)
    connection.run("UPDATE traced_claims SET put_off = 0 WHERE number = ? AND put_off = 1", claim)


def claim_number(connection: Connection, claim: str) -> int:
    """A claim's number; it is made where there is none."""
    number = connection.value("SELECT number FROM traced_claims WHERE id = ?", claim)
    return int(number) if number is not None else connection.run("INSERT INTO traced_claims (id) VALUES (?)", claim)


def unsettle(connection: Connection, claim: int) -> bool:
    """Take a claim's lineage away; and the claim itself, where no member is left. Whether it is still there."""
    text, peopled = connection.row(
        "SELECT text, EXISTS (SELECT 1 FROM traced_members WHERE claim = number) FROM traced_claims WHERE number = ?",
        claim,
    ) or (None, False)
    if text is not None:
        names.forget_words(connection, claim, text)
        for table in LINEAGE_TABLES:
            connection.run(f"DELETE FROM {table} WHERE claim = ?", claim)
        connection.run(
            "UPDATE traced_claims SET text = NULL, documents = NULL, outlets = NULL, roots_min = NULL, "
            "roots_max = NULL, first_published = NULL, last_published = NULL, drift = NULL WHERE number = ?",
            claim,
        )
    if not peopled:
        connection.run("DELETE FROM traced_claims WHERE number = ?", claim)
    return bool(peopled)


def leave(connection: Connection, document: int) -> None:
    """Take a document's attributions out of their claims; a lineage in which it is but a node goes too."""
    touched = connection.rows(
        "SELECT member.claim FROM attributions JOIN traced_members AS member "
        "ON member.attribution = attributions.number WHERE attributions.document = ?1 "
        "UNION SELECT occurrence.claim FROM attributions JOIN traced_occurrences AS occurrence "
        "ON occurrence.attribution = attributions.number WHERE attributions.document = ?1 "
        "UNION SELECT claim FROM traced_nodes WHERE document = ?1",
        document,
    )
    connection.run(
        "DELETE FROM traced_members WHERE attribution IN (SELECT number FROM attributions WHERE document = ?)", document
    )
    for (claim,) in touched:
        unsettle(connection, claim)
        connection.run("UPDATE traced_claims SET put_off = 0 WHERE number = ?", claim)


def claims(connection: Connection) -> Iterator[str]:
    """The ids of all claims, in the order of their making."""
    for (id,) in connection.rows("SELECT id FROM traced_claims ORDER BY number"):
        yield id


def unsettled(connection: Connection, *, put_off: bool) -> Sequence[str]:
    """The ids of claims without a lineage."""
    condition = "text IS NULL" if put_off else "text IS NULL AND put_off = 0"
    return [id for (id,) in connection.rows(f"SELECT id FROM traced_claims WHERE {condition} ORDER BY number")]


def put_off(connection: Connection, claim: str) -> None:
    """Leave a claim without a lineage."""
    connection.run("UPDATE traced_claims SET put_off = 1 WHERE id = ?", claim)


def list_claims(connection: Connection, wanted: Wanted) -> Iterator[Listed]:
    """Claims that have a lineage, with what a list shows."""
    chosen, values = conditions(wanted)
    rows = connection.rows(
        "SELECT id, text, documents, outlets, roots_min, roots_max, first_published, last_published, drift "
        f"FROM traced_claims AS claim WHERE {chosen} ORDER BY number",
        *values,
    )
    for *claim, first, last, drift in rows:
        yield Listed(Claim(*claim), first, last, drift)


def forget(connection: Connection) -> None:
    """Forget all claims and lineages."""
    names.forget_all_words(connection)
    for table in (*LINEAGE_TABLES, "traced_members", "traced_claims"):
        connection.run(f"DELETE FROM {table}")
