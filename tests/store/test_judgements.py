"""Judgements: recorded, taken back, never changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.domain.judgement import Judgement, JudgementKind, judgement_id
from sayso.errors import JudgementError, StoreError
from sayso.store.interface import State, Store
from tests.store.builders import AT, add, article

LATER = "2026-03-09T00:00:00+00:00"


def judgement(kind: JudgementKind, subject: str, about: str | None = None, **fields: str) -> Judgement:
    """One of Marina's."""
    values: dict[str, str | None] = {"field": None, "value": None, "why": None, "analyst": "marina", "made": AT}
    values |= fields
    id = judgement_id(kind, subject, about, str(values["analyst"]), str(values["made"]))
    return Judgement(id, kind, subject, about, **values)  # type: ignore[arg-type]


SAME = judgement(JudgementKind.SAME, "att_1", "att_2", why="the same boast")
DIFFER = judgement(JudgementKind.DIFFER, "att_2", "att_3", analyst="boris", made=LATER)


def test_judgements_come_back_in_their_order(store: Store) -> None:
    for one in (SAME, DIFFER, SAME):
        store.judge(one)
    assert store.judgements() == [SAME, DIFFER]
    assert store.judgements(about="att_2") == [SAME, DIFFER]
    assert store.judgements(about="att_3") == [DIFFER]
    assert store.judgements(about="att_9") == []


def test_the_last_judgement_is_taken_back(store: Store) -> None:
    for one in (SAME, DIFFER):
        store.judge(one)
    undone = replace(DIFFER, undone=LATER)
    assert store.undo(at=LATER) == undone
    assert store.judgements() == [SAME]
    assert store.judgements(undone=True) == [SAME, undone]
    assert store.undo(at=LATER) == replace(SAME, undone=LATER)
    assert store.undo(at=LATER) is None


def test_a_judgement_is_taken_back_by_its_id_or_analyst(store: Store) -> None:
    for one in (SAME, DIFFER):
        store.judge(one)
    assert store.undo(at=LATER, analyst="marina") == replace(SAME, undone=LATER)
    assert store.undo(DIFFER.id, at=LATER) == replace(DIFFER, undone=LATER)
    with pytest.raises(JudgementError, match="taken back already"):
        store.undo(DIFFER.id, at=LATER)
    with pytest.raises(JudgementError, match="no judgement 'jdg_none'"):
        store.undo("jdg_none", at=LATER)


def test_two_judgements_of_one_id_are_not_lost(store: Store) -> None:
    outlet = judgement(JudgementKind.CORRECT, "doc_1", field="outlet", value="The Pier")
    store.judge(outlet)
    with pytest.raises(StoreError, match="has the id"):
        store.judge(replace(outlet, field="published", value="2026-03-01"))
    store.undo(at=AT)
    with pytest.raises(StoreError, match="was taken back"):
        store.judge(outlet)


def test_a_judgement_that_removes_does_so_and_undoing_it_restores(store: Store) -> None:
    reading = article()
    add(store, reading)
    removal = judgement(JudgementKind.REMOVE, reading.document.id, why="a private letter")
    store.judge(removal)
    (kept,) = store.documents(state=State.REMOVED)
    assert (kept.why_removed, kept.removed) == ("a private letter", AT)
    store.undo(at=LATER)
    assert [kept.state for kept in store.documents()] == [State.CURRENT]


def test_who_removes_and_then_records_it_does_it_once(store: Store) -> None:
    reading = article()
    add(store, reading)
    store.remove(reading.document.id, "a private letter", at=AT)
    store.judge(judgement(JudgementKind.REMOVE, reading.document.id, why="a private letter"))
    assert [kept.state for kept in store.documents(state=None)] == [State.REMOVED]


def test_what_two_have_removed_is_restored_when_both_take_it_back(store: Store) -> None:
    reading = article()
    add(store, reading)
    for analyst in ("marina", "boris"):
        store.judge(judgement(JudgementKind.REMOVE, reading.document.id, why="a letter", analyst=analyst))
    store.undo(at=LATER)
    assert list(store.documents()) == []
    store.undo(at=LATER)
    assert len(list(store.documents())) == 1


def test_a_removal_of_what_is_not_there_records_nothing(store: Store) -> None:
    with pytest.raises(StoreError, match="doc_none"):
        store.judge(judgement(JudgementKind.REMOVE, "doc_none", why="a letter"))
    assert store.judgements() == []


def test_judgements_outlive_what_is_derived(store: Store) -> None:
    store.judge(SAME)
    store.forget_derived()
    assert store.judgements() == [SAME]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM judgements",
        "UPDATE judgements SET why = 'other'",
        "UPDATE judgements SET why = 'other', undone = '2026'",
        "UPDATE judgements SET undone = NULL",
        "UPDATE judgements SET undone = '2031' WHERE undone IS NOT NULL",
        "INSERT OR REPLACE INTO judgements SELECT * FROM judgements",
    ],
)
def test_judgements_are_never_changed(store: Store, path: Path, statement: str) -> None:
    for one in (SAME, DIFFER):
        store.judge(one)
    store.undo(DIFFER.id, at=LATER)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="stay|never"):
        connection.execute(statement)
    assert store.judgements(undone=True) == [SAME, replace(DIFFER, undone=LATER)]
