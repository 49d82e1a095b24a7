"""Whether a name can be a store's, told before SQLite says it in words of its own."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.errors import StoreError

MEMORY = ":memory:"
"""The name of a store that is kept in no file, and gone when it is closed."""

_MAGIC = b"SQLite format 3\0"


def check_file(name: str, *, create: bool, reading: bool = False) -> bool:
    """Whether `name` may be written to; with `reading`, one that may only be read is no error.

    Raises StoreError where it is no store and none can be made of it.
    """
    if name == MEMORY:
        return True
    path = Path(name)
    may_write = True
    try:
        folder = path.absolute().parent
        exists = _exists(path)
        if path.is_dir():
            raise StoreError(f"{name} is a folder. Name a file in it: {path / 'sayso.db'}")
        if not folder.is_dir():
            raise StoreError(f"{folder} is no folder, so that {name} cannot be made there. Make the folder first.")
        if not exists:
            if not create:
                raise StoreError(f"There is no store {name}. Add a document to begin one: sayso add FILE")
        elif not path.is_file():
            raise StoreError(f"{name} is no regular file. Name another with --store.")
        elif not (may_write := _may_write(path)) and not (reading and _may_read(path)):
            raise StoreError(f"{name} may not be written to by you. Change its permissions, or copy it.")
        elif _begins(path) not in {b"", _MAGIC}:
            raise StoreError(f"{name} is no store of sayso's, but some other file. Name another with --store.")
        # SQLite keeps its journal beside the file.
        if not _may_write(folder):
            if exists and reading:
                return False
            raise StoreError(
                f"{folder} may not be written to by you. Change its permissions, or copy {name} elsewhere."
            )
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StoreError(f"{name!r} cannot be opened: {why}. Check the name, and your permissions.") from error
    return may_write


def _exists(path: Path) -> bool:
    """Path.exists would take a name that no file can have for one that is not there."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    return True


def _may_write(path: Path) -> bool:
    """Asked for the user who runs this, where the system tells those apart."""
    return os.access(path, os.R_OK | os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _may_read(path: Path) -> bool:
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)


def _begins(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(len(_MAGIC))
