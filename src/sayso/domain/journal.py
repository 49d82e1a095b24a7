"""Who did what with a store, as a chain: each entry carries the digest of the one before."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

BEGINNING = "0" * 64
"""What stands in the place of a digest before the first entry."""


class Deed(StrEnum):
    """What was done."""

    ADD = "add"
    """Document `about` was taken in; `detail` is the digest of its bytes."""
    TURN_AWAY = "turn-away"
    """Input `about` was not; `detail` is the reason."""
    JUDGE = "judge"
    """Judgement `about` was recorded; `detail` is what it says, as JSON."""
    UNDO = "undo"
    """Judgement `about` was taken back."""
    EXPORT = "export"
    """`about` left the desk in the form `detail`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: at `at` (UTC) `who` did `what` with `about`; `before` is the digest of the last entry."""

    number: int
    at: str
    who: str
    what: Deed
    about: str
    detail: str
    before: str
    digest: str


@dataclass(frozen=True, slots=True)
class ReadOn:
    """On one day (UTC) `who` had so many documents taken in, and so many inputs turned away; the last of them at `at`."""

    day: str
    who: str
    added: int
    turned_away: int
    at: str


def next_entry(before: Entry | None, *, at: str, who: str, what: Deed, about: str, detail: str = "") -> Entry:
    """The entry that follows `before`, or the first."""
    number = 1 if before is None else before.number + 1
    last = BEGINNING if before is None else before.digest
    return Entry(number, at, who, what, about, detail, last, _digest(number, at, who, what, about, detail, last))


def find_break(entries: Iterable[Entry]) -> Entry | None:
    """The first entry at which the chain is broken; None where all of it holds."""
    number, last = 0, BEGINNING
    for entry in entries:
        own = _digest(entry.number, entry.at, entry.who, entry.what, entry.about, entry.detail, entry.before)
        if entry.number != number + 1 or entry.before != last or entry.digest != own:
            return entry
        number, last = entry.number, entry.digest
    return None


def _digest(number: int, at: str, who: str, what: Deed, about: str, detail: str, before: str) -> str:
    words = json.dumps([number, at, who, what.value, about, detail, before], separators=(",", ":"))
    return sha256(words.encode()).hexdigest()
