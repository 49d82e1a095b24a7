"""What a reader has to tell its caller beside the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

OnNote: TypeAlias = Callable[[str], None]
"""Receives one sentence a time: a guessed encoding, a file that is not what its name says."""


def ignore(_note: str) -> None:
    """Take a note and do nothing with it."""
