"""The gazetteer that comes with sayso: compiled when sayso was built; in a plain checkout, when it is first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.gazetteer.gazetteer import Gazetteer
from sayso.gazetteer.overlay import fingerprint
from sayso.gazetteer.table import read_fingerprint

TABLE = Path(__file__).with_name("places.bin")
"""Third parties' data: compiled where sayso is built, never in the repository."""


@cache
def load_gazetteer() -> Gazetteer:
    """The table beside this file, compiled anew where it is missing or older than what was written by hand. Raises GazetteerError."""
    if read_fingerprint(TABLE) != fingerprint():
        from sayso.gazetteer.compiling import compile_table

        try:
            compile_table(TABLE)
        except OSError as error:
            raise GazetteerError(
                f"The table of places is missing or out of date, and {TABLE} cannot be written: {error}. Install sayso again."
            ) from error
    return Gazetteer(TABLE)
