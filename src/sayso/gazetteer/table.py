"""The compiled table: columns of numbers in one file, mapped into memory, so that opening it reads almost nothing.

    "sayso places 1\\n" · length of the header (4 bytes) · header (JSON: where each column lies) · columns

One column a fact of a place (a row each), names as UTF-8 one after the other, and the keys by which places are found:
sorted numbers, each with the row that it finds and how it is known by that name.
"""

from __future__ import annotations

import json
import os
import struct
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import GazetteerError

MAGIC = b"sayso places 1\n"
NONE = 0xFFFFFFFF
COLUMNS = (
    "latitude", "longitude", "population", "kind", "geoname", "country", "area", "district", "name_end", "names",
    "key", "key_row", "key_kind",
)  # fmt: skip
"""`*_end`: where a name stops in `names`; it begins where the one before stops. `country`, `area`, `district`: rows."""

Columns = Mapping[str, NDArray[Any]]


def write_table(path: Path, columns: Columns, fingerprint: str) -> None:
    """Write all columns beside `path` and put the file in its place at once, so that nobody opens half a table."""
    layout: dict[str, Any] = {"fingerprint": fingerprint, "columns": {}}
    at = 0
    for name in COLUMNS:
        column = columns[name]
        layout["columns"][name] = [column.dtype.str, len(column), at]
        at += -(-column.nbytes // 8) * 8
    header = json.dumps(layout).encode()
    header += b" " * (-(len(MAGIC) + 4 + len(header)) % 8)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(MAGIC + struct.pack("<I", len(header)) + header)
            for name in COLUMNS:
                data = columns[name].tobytes()
                file.write(data + b"\0" * (-len(data) % 8))
        Path(beside).chmod(0o644)  # mkstemp's file is its owner's alone, and others may run an installed sayso
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink()
        raise


def read_fingerprint(path: Path) -> str | None:
    """What the table was compiled from; None where there is no table of this format."""
    try:
        with path.open("rb") as file:
            return str(_header(file.read(1 << 16), path)[0]["fingerprint"])
    except (OSError, GazetteerError):
        return None


def open_table(path: Path) -> Columns:
    """The columns, mapped. Raises GazetteerError."""
    try:
        data = np.asarray(np.memmap(path, np.uint8, "r"))  # a memmap's own slices cost ten times a plain array's
        layout, start = _header(data[: 1 << 16].tobytes(), path)
        return {
            name: data[start + at : start + at + np.dtype(kind).itemsize * count].view(kind)
            for name, (kind, count, at) in layout["columns"].items()
        }
    except (OSError, ValueError, KeyError) as error:
        raise GazetteerError(f"The table of places {path} cannot be opened: {error}. Install sayso again.") from error


def _header(data: bytes, path: Path) -> tuple[Any, int]:
    if not data.startswith(MAGIC) or len(data) < len(MAGIC) + 4:
        raise GazetteerError(f"{path} is no table of places, or one of another version. Install sayso again.")
    (length,) = struct.unpack_from("<I", data, len(MAGIC))
    start = len(MAGIC) + 4
    try:
        return json.loads(data[start : start + length]), start + length
    except ValueError as error:
        raise GazetteerError(f"The head of {path} is damaged: {error}. Install sayso again.") from error
