"""Documents: their bytes and texts, versions, tombstones; inputs that were turned away."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from sayso.domain.document import Document
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.errors import StoreError
from sayso.store.addresses import page_address
from sayso.store.cursors import Cursor, Page, page_of
from sayso.store.digests import compress, decode, decompress, digest, encode
from sayso.store.interface import Added, Kept, Noted, State, Turned
from sayso.store.records import document_record, read_document_record
from sayso.store.sqlite import claims, index, readings
from sayso.store.sqlite.connection import Connection, Row
from sayso.store.sqlite.numbers import document_number
from sayso.store.sqlite.search import index_words, match_expression
from sayso.store.sqlite.walking import Walk
from sayso.store.vectors import unpack

_KEPT = """
SELECT document.id, document.number, document.added, document.state, document.version, next.id, document.removed,
  document.why_removed, document.read_by, document.returned, document.record, document.text_sha256, CAST(texts.text AS BLOB)
FROM documents AS document
JOIN texts ON texts.sha256 = document.text_sha256
LEFT JOIN documents AS next ON next.number = document.superseded_by
"""

_WITH_READING = (
    _KEPT.replace("\nFROM", ", readings.record\nFROM", 1) + "JOIN readings ON readings.document = document.number"
)

_COLUMNS = (
    "title", "outlet", "author", "published", "modified", "language", "url", "path", "text_sha256", "read_by", "record",
)  # fmt: skip
"""Those that a reading fills."""


_ALIKE = """
SELECT id FROM documents
WHERE bytes_sha256 = ? AND state = 'current' AND (address IS NULL OR ? IS NULL) ORDER BY number LIMIT 1
"""
"""Goes over all documents, and is asked only where the very bytes are there already."""


def add(
    connection: Connection, data: bytes, reading: Reading, *, at: str, read_by: str, vectors: Mapping[str, Vector]
) -> Added:
    """Keep a document, its bytes and its reading."""
    document = reading.document
    bytes_sha256 = _checked(document, "bytes", digest(data), document.bytes_sha256)
    address = page_address(document.url) if document.url else None
    with connection.batch():
        known = connection.value("SELECT state FROM documents WHERE id = ?", document.id)
        if known is not None:
            return Added(document.id, new=False, state=State(known))
        before = _latest(connection, address)
        alike = None
        if connection.row("SELECT 1 FROM originals WHERE sha256 = ?", bytes_sha256) is None:
            connection.run("INSERT INTO originals VALUES (?, ?, ?)", bytes_sha256, len(data), compress(data))
        else:
            alike = connection.value(_ALIKE, bytes_sha256, address)
        columns = _columns(connection, document, read_by)
        number = connection.run(
            f"INSERT INTO documents ({', '.join(_COLUMNS)}, id, added, bytes_sha256, address, version) "
            f"VALUES ({', '.join('?' * len(_COLUMNS))}, ?, ?, ?, ?, "
            "(SELECT 1 + coalesce(max(version), 0) FROM documents WHERE address = ?))",
            *columns, document.id, at, bytes_sha256, address, address,
        )  # fmt: skip
        connection.run(f"{_INDEX} VALUES (NULL, ?, ?, ?, ?)", number, *_words(document))
        readings.put(connection, number, reading, vectors)
        supersedes = _supersede(connection, number, before)
    return Added(document.id, new=True, supersedes=supersedes, alike=alike)


def bring_back(connection: Connection, id: str, *, at: str) -> str | None:
    """Let a superseded version be the current one of its address again."""
    with connection.batch():
        number = document_number(connection, id)
        state, address = connection.row("SELECT state, address FROM documents WHERE number = ?", number) or (None, None)
        if state != State.SUPERSEDED:
            raise StoreError(f"{id} is {state}: only a version that was superseded can come back.")
        before = _latest(connection, address)
        connection.run("UPDATE documents SET superseded_by = NULL, returned = ? WHERE number = ?", at, number)
        return _supersede(connection, number, before)


def _latest(connection: Connection, address: str | None) -> list[Row]:
    """Number, id and state of the version that an address has now."""
    return connection.rows(
        "SELECT number, id, state FROM documents WHERE address = ? AND superseded_by IS NULL", address
    )


def _supersede(connection: Connection, number: int, before: Sequence[Row]) -> str | None:
    """Let a version stand in the place of another; the id of the one that counted until now."""
    supersedes = None
    for older, id, state in before:
        connection.run("UPDATE documents SET superseded_by = ? WHERE number = ?", number, older)
        if state == State.CURRENT:
            supersedes = id
            _leave(connection, older)
    return supersedes


def reread(connection: Connection, reading: Reading, *, read_by: str, vectors: Mapping[str, Vector]) -> None:
    """Put a new reading, of what may be another text out of the same bytes, in the place of a document's last one."""
    document = reading.document
    with connection.batch():
        number = document_number(connection, document.id)
        before = _kept(connection.row(f"{_KEPT} WHERE document.number = ?", number)).document
        bytes_sha256 = connection.value("SELECT bytes_sha256 FROM documents WHERE number = ?", number)
        _checked(document, "bytes", bytes_sha256, document.bytes_sha256)
        _leave(connection, number)
        readings.forget(connection, number)
        columns = _columns(connection, document, read_by)
        settings = ", ".join(f"{column} = ?" for column in _COLUMNS)
        connection.run(f"UPDATE documents SET {settings} WHERE number = ?", *columns, number)
        connection.run(f"{_INDEX} VALUES ('delete', ?, ?, ?, ?)", number, *_words(before))
        connection.run(f"{_INDEX} VALUES (NULL, ?, ?, ?, ?)", number, *_words(document))
        readings.put(connection, number, reading, vectors)


_INDEX = "INSERT INTO document_words (document_words, rowid, title, text, outlet)"


def _columns(connection: Connection, document: Document, read_by: str) -> tuple[object, ...]:
    """The values of `_COLUMNS`; the text that they point to is kept."""
    text = encode(document.text)
    text_sha256 = _checked(document, "text", digest(text), document.text_sha256)
    if connection.row("SELECT 1 FROM texts WHERE sha256 = ?", text_sha256) is None:
        # Bound as bytes: a text may hold what Python's UTF-8 refuses.
        connection.run("INSERT INTO texts VALUES (?, CAST(? AS TEXT))", text_sha256, text)
    return (
        document.title, document.outlet, document.author, document.published, document.modified, document.language,
        document.url, document.path, text_sha256, read_by, document_record(document),
    )  # fmt: skip


def _words(document: Document) -> tuple[str, str, str]:
    return index_words(document.title), index_words(document.text), index_words(document.outlet)


def _checked(document: Document, what: str, true: str, own: str) -> str:
    """The digest, held against the document's own where it has one."""
    if own and own != true:
        raise StoreError(
            f"The {what} of {document.id} should have the digest {own}, and the digest is {true}. Read it again."
        )
    return true


def remove(connection: Connection, id: str, why: str, *, at: str) -> None:
    """Leave a tombstone."""
    if not why.strip():
        raise StoreError(f"Say why {id} is removed: the reason stays with its tombstone.")
    with connection.batch():
        number = document_number(connection, id)
        already = connection.row("SELECT removed, why_removed FROM documents WHERE number = ?", number) or (None, None)
        if already[0] is not None:
            raise StoreError(f"{id} was removed already, on {already[0]}: {already[1]}")
        connection.run("UPDATE documents SET removed = ?, why_removed = ? WHERE number = ?", at, why, number)
        _leave(connection, number)


def restore(connection: Connection, id: str) -> None:
    """Take a tombstone away; a document that was never removed stays as it is."""
    with connection.batch():
        number = document_number(connection, id)
        connection.run("UPDATE documents SET removed = NULL, why_removed = NULL WHERE number = ?", number)


def is_removed(connection: Connection, id: str) -> bool:
    """Whether the document has a tombstone."""
    number = document_number(connection, id)
    return connection.value("SELECT removed FROM documents WHERE number = ?", number) is not None


def select(
    connection: Connection, *, state: State | None, search: str | None, most: int | None = None
) -> Iterator[Kept]:
    """One document at a time: between two, the caller may write."""
    limit = -1 if most is None else most
    if search is None:
        numbers = connection.rows(
            "SELECT number FROM documents WHERE ?1 IS NULL OR state = ?1 ORDER BY number LIMIT ?2", state, limit
        )  # fmt: skip
    else:
        expression = match_expression(search)
        if expression is None:
            raise StoreError(f"There is no word to search for in {search!r}. Give one.")
        # A word in the title counts four times, in the outlet twice as much as one in the text. Those that are not wanted are looked up once, by
        # an index: looking at each of 10,000 documents that have a common word took as long as ranking them.
        numbers = connection.rows(
            "SELECT rowid FROM document_words WHERE document_words MATCH ?2 "
            "AND rowid NOT IN (SELECT number FROM documents WHERE ?1 IS NOT NULL AND state IN "
            "(SELECT value FROM json_each(?4) WHERE value <> ?1)) "
            "ORDER BY bm25(document_words, 4.0, 1.0, 2.0), rowid LIMIT ?3",
            state, expression, limit, json.dumps(list(State)),
        )  # fmt: skip
    for (number,) in numbers:
        yield _kept(connection.row(f"{_KEPT} WHERE document.number = ?", number))


def find(connection: Connection, id_or_url: str) -> Kept | None:
    """By id or address."""
    with connection.snapshot():
        number = connection.value("SELECT number FROM documents WHERE id = ?", id_or_url) or connection.value(
            "SELECT number FROM documents WHERE address = ? ORDER BY state = 'current' DESC, version DESC LIMIT 1",
            page_address(id_or_url),
        )
        return None if number is None else _kept(connection.row(f"{_KEPT} WHERE document.number = ?", number))


def versions(connection: Connection, id: str) -> Sequence[Kept]:
    """All versions of an address."""
    with connection.snapshot():
        number = document_number(connection, id)
        same = "SELECT address FROM documents WHERE number = ?1"
        found = connection.rows(
            f"{_KEPT} WHERE document.number = ?1 OR document.address = ({same}) ORDER BY document.version", number
        )
        return [_kept(row) for row in found]


def reading(connection: Connection, id: str) -> Reading:
    """What was found in a document."""
    with connection.snapshot():
        number = document_number(connection, id)
        kept = _kept(connection.row(f"{_KEPT} WHERE document.number = ?", number))
        return readings.get(connection, number, kept.document)


def noted(connection: Connection, attributions: Sequence[str]) -> dict[str, Noted]:
    """Attributions with their documents; each document is read once."""
    with connection.snapshot():
        places: dict[int, list[tuple[str, int, str | None, bytes | None]]] = {}
        for number, *place in connection.rows_in(
            "SELECT document, id, position, statement, vector FROM attributions "
            "LEFT JOIN statements ON statements.attribution = attributions.number "
            "LEFT JOIN vectors ON vectors.attribution = attributions.number WHERE id IN ({})",
            attributions,
        ):
            places.setdefault(number, []).append(tuple(place))
        kept = {
            row[1]: (_kept(row[:-1]).document, row[-1])
            for row in connection.rows_in(f"{_WITH_READING} WHERE document.number IN ({{}})", list(places))
        }
    found: dict[str, Noted] = {}
    for number, those in places.items():
        document, record = kept[number]
        # Places count from 1 in the table.
        read = readings.some(record, document, [position - 1 for _, position, _, _ in those])
        for id, position, statement, packed in those:
            vector = None if packed is None else unpack(packed)
            found[id] = Noted(read[position - 1], document, number, statement, vector)
    return found


def data(connection: Connection, id: str) -> bytes:
    """A document's bytes."""
    document_number(connection, id)
    expected, packed = connection.row(
        "SELECT sha256, zlib FROM documents JOIN originals ON sha256 = bytes_sha256 WHERE id = ?", id
    ) or (None, b"")
    found = decompress(packed)
    if found is None or digest(found) != expected:
        raise StoreError(
            f"The bytes of document {id} are damaged: they do not have the digest {expected}. "
            "Restore the store from a copy."
        )
    return found


def turn_away(connection: Connection, input: str, reason: str, code: str, *, at: str) -> None:
    """Keep what was not added."""
    connection.run(
        "INSERT INTO turned_away (input, code, reason, at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (input, code, reason) DO UPDATE SET at = excluded.at",
        input, code, reason, at,
    )  # fmt: skip


def turned_away(connection: Connection) -> Sequence[Turned]:
    """What was not added, in the order in which it first came."""
    rows = connection.rows("SELECT input, reason, code, at FROM turned_away ORDER BY number")
    return [Turned(*row) for row in rows]


def turned_away_page(connection: Connection, *, cursor: Cursor | None, most: int) -> Page[Turned]:
    """A page of what was not added, the latest first."""
    walk = Walk(("number",), (int,))
    beyond, place = walk.beyond(cursor)
    with connection.snapshot():
        total = connection.value("SELECT count(*) FROM turned_away")
        rows = connection.rows(
            f"SELECT number, input, reason, code, at FROM turned_away WHERE {beyond} ORDER BY {walk.by(cursor)} LIMIT ?",
            *place, most + 1,
        )  # fmt: skip
    return page_of([(Turned(*row[1:]), row[:1]) for row in rows], total, most, cursor)


def _leave(connection: Connection, number: int) -> None:
    """A document that no longer counts leaves the claims and the index."""
    claims.leave(connection, number)
    index.leave(connection, number)


def _kept(row: Row | None) -> Kept:
    assert row is not None, "documents are never deleted"
    id, number, added, state, version, superseded_by, removed, why, read_by, returned, record, text_sha256, text = row
    if digest(text) != text_sha256:
        raise StoreError(
            f"The text of document {id} is damaged: it does not have the digest {text_sha256}. "
            "Restore the store from a copy."
        )
    try:
        document = read_document_record(record, decode(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            f"What is known of document {id} is damaged ({error}). Restore the store from a copy."
        ) from error
    return Kept(document, number, added, State(state), version, superseded_by, removed, why, read_by, returned)
