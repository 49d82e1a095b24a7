"""A file's name → a store."""

from __future__ import annotations

import os

from sayso.store.interface import Store

WAIT = 60.0
"""Seconds that a writer waits for another one to finish."""


def open_store(path: str | os.PathLike[str], *, create: bool = True, wait: float = WAIT) -> Store:
    """The store in a file, brought up to date; `create` makes one where there is none. Raises StoreError.

    Use it in one thread and one process; others open the same file for themselves.
    """
    from sayso.store.sqlite.store import SqliteStore

    return SqliteStore(path, create=create, wait=wait)
