"""A file's name → a store."""

from __future__ import annotations

import os

from sayso.store.interface import Store

WAIT = 60.0
"""Seconds that a writer waits for another one to finish."""


def open_store(
    path: str | os.PathLike[str],
    *,
    create: bool = True,
    wait: float = WAIT,
    handed_on: bool = False,
    reading: bool = False,
) -> Store:
    """The store in a file, brought up to date; `create` makes one where there is none. Raises StoreError.

    Use it in one thread and one process; others open the same file for themselves. With `handed_on` one thread may
    hand it on to the next, as long as no two use it at a time. With `reading`, one that may not be written to, on a read-only medium say, is opened
    as it is (`writable` is then False); without, it is refused.
    """
    from sayso.store.sqlite.store import SqliteStore

    return SqliteStore(path, create=create, wait=wait, handed_on=handed_on, reading=reading)
