"""What other processes do to a store in the tests."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.store.interface import Store
from sayso.store.opening import open_store
from tests.store.builders import add, article

A_BATCH = 3


def add_batch(store: Store, name: str, turn: int) -> list[str]:
    """Add a few documents in one batch, with keys and claims; gives their ids."""
    ids = []
    with store.batch():
        for number in range(A_BATCH):
            reading = article(f"gate {number} of {name} was shut in hour {turn}", title=f"{name} {turn} {number}")
            add(store, reading)
            attribution = reading.attributions[0].id
            store.put_keys(attribution, ["gate", f"name:{name}", f"turn:{turn}"])
            store.assign(attribution, f"clm_{name}")
            ids.append(reading.document.id)
    return ids


def add_many(path: str, name: str, turns: int) -> None:
    """Add batches, and be done."""
    with open_store(path) as store:
        for turn in range(turns):
            add_batch(store, name, turn)


def add_until_killed(path: str, name: str, report: str) -> None:
    """Add batches for ever; write down each one that was kept, once it was."""
    kept = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with open_store(path) as store:
        for turn in range(1 << 30):
            ids = add_batch(store, name, turn)
            os.write(kept, ("\n".join(ids) + "\n").encode())


def reported(report: Path) -> set[str]:
    """The ids that were written down as kept."""
    return set(report.read_text().split()) if report.exists() else set()
