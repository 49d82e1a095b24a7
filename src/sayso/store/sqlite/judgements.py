"""What analysts decided: rows are added, and taken back by a time; none is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.errors import JudgementError, StoreError
from sayso.store.sqlite import documents
from sayso.store.sqlite.connection import Connection, Row

_COLUMNS = "id, kind, subject, object, field, value, why, analyst, made, undone"


def judge(connection: Connection, judgement: Judgement) -> None:
    """Record a judgement; the very same again adds nothing."""
    with connection.batch():
        known = connection.row(f"SELECT {_COLUMNS} FROM judgements WHERE id = ?", judgement.id)
        if known is not None:
            if _judgement(known) == judgement:
                return
            raise StoreError(
                f"Another judgement has the id {judgement.id} already, or this one was taken back. "
                f"Make it at another time than {judgement.made}."
            )
        connection.run(
            f"INSERT INTO judgements ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            judgement.id, judgement.kind.value, judgement.subject, judgement.object, judgement.field, judgement.value,
            judgement.why, judgement.analyst, judgement.made, judgement.undone,
        )  # fmt: skip
        removes = judgement.kind == JudgementKind.REMOVE and judgement.undone is None
        if removes and not documents.is_removed(connection, judgement.subject):
            documents.remove(connection, judgement.subject, judgement.why or "", at=judgement.made)


def judgements(connection: Connection, *, about: str | None, undone: bool) -> Sequence[Judgement]:
    """Judgements in their order, with or without those taken back."""
    rows = connection.rows(
        f"SELECT {_COLUMNS} FROM judgements WHERE (?1 IS NULL OR subject = ?1 OR object = ?1) "
        "AND (?2 OR undone IS NULL) ORDER BY number",
        about, undone,
    )  # fmt: skip
    return [_judgement(row) for row in rows]


def by_id(connection: Connection, ids: Sequence[str]) -> dict[str, Judgement]:
    """Judgements by their ids."""
    rows = connection.rows_in(f"SELECT {_COLUMNS} FROM judgements WHERE id IN ({{}})", ids)
    return {row[0]: _judgement(row) for row in rows}


def undo(connection: Connection, id: str | None, *, at: str, analyst: str | None) -> Judgement | None:
    """Take one back, or the last that stands."""
    with connection.batch():
        if id is None:
            row = connection.row(
                f"SELECT {_COLUMNS} FROM judgements WHERE undone IS NULL AND (?1 IS NULL OR analyst = ?1) "
                "ORDER BY number DESC LIMIT 1",
                analyst,
            )
            if row is None:
                return None
        else:
            row = connection.row(f"SELECT {_COLUMNS} FROM judgements WHERE id = ?", id)
            if row is None:
                raise JudgementError(f"The store holds no judgement {id!r}.")
        judgement = _judgement(row)
        if judgement.undone is not None:
            raise JudgementError(f"The judgement {judgement.id} was taken back already, on {judgement.undone}.")
        connection.run("UPDATE judgements SET undone = ? WHERE id = ?", at, judgement.id)
        if judgement.kind == JudgementKind.REMOVE and not _still_removed(connection, judgement.subject):
            documents.restore(connection, judgement.subject)
        return replace(judgement, undone=at)


def _still_removed(connection: Connection, document: str) -> bool:
    """Whether somebody else has removed it, too."""
    others = "SELECT 1 FROM judgements WHERE subject = ? AND kind = ? AND undone IS NULL"
    return connection.row(others, document, JudgementKind.REMOVE.value) is not None


def _judgement(row: Row) -> Judgement:
    id, kind, *rest = row
    return Judgement(id, JudgementKind(kind), *rest)
