"""Several processes write to one store, and some are killed."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import sys
import time
from contextlib import closing
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from sayso.store.interface import Store
from sayso.store.opening import open_store
from tests.store.builders import page
from tests.store.writing import A_BATCH, add_many, add_until_killed, reported

KILLS = 100
KILLS_A_STORE = 10  # then a fresh one: a store's making is interrupted too, and each check stays short

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no forkserver there")


@pytest.fixture(scope="module")
def context() -> BaseContext:
    """Starts processes from one that has the store loaded already, so that a hundred of them take seconds."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sayso.store.sqlite.store", "tests.store.writing"])
    return context


def test_two_that_add_at_once_both_finish(context: BaseContext, path: Path) -> None:
    names, turns = ("north", "south", "east"), 15
    writers = [context.Process(target=add_many, args=(str(path), name, turns)) for name in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    with open_store(path) as store:
        held = _check(store, path)
        assert len(held) == len(names) * turns * A_BATCH
        for name in names:
            assert len(store.members(f"clm_{name}")) == turns * A_BATCH
            assert len(store.with_keys([f"name:{name}"], most=1000)[f"name:{name}"]) == turns * A_BATCH
        assert len(store.with_keys(["gate"], most=1000)["gate"]) == len(held)


def _check(store: Store, path: Path) -> set[str]:
    """The documents held; each is whole, with all that was written with it."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    held = set()
    for place, kept in enumerate(store.documents(state=None), start=1):
        id = kept.document.id
        reading = store.reading(id)
        assert kept.number == place
        assert reading.document == kept.document
        assert store.data(id) == page(kept.document.text)
        assert len(reading.attributions) == 2
        assert store.claim_of(reading.attributions[0].id) is not None
        held.add(id)
    return held


def test_who_is_killed_leaves_whole_documents_only(context: BaseContext, tmp_path: Path) -> None:
    chance = random.Random(3)
    kept = 0
    for number in range(KILLS // KILLS_A_STORE):
        path, report = tmp_path / f"{number}.db", tmp_path / f"{number}.txt"
        for turn in range(KILLS_A_STORE):
            writer = context.Process(target=add_until_killed, args=(str(path), f"{number}-{turn}", str(report)))
            writer.start()
            before = reported(report)
            # Every other one is killed while it opens the store or makes its first batch, the rest while they go on.
            while turn % 2 and writer.is_alive() and reported(report) == before:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.06))
            writer.kill()
            writer.join()
            assert writer.exitcode == -9
            with open_store(path) as store:
                held = _check(store, path)
            # A batch may be kept and its writer killed before it could say so; never the other way round.
            assert reported(report) <= held
            assert len(held) % A_BATCH == 0
        kept += len(held)
    assert kept >= KILLS // 2 * A_BATCH
