"""What an analyst put right in a reading: shown with what the machine had read, so that neither hides the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """One field that was put right. `was` are the words that the machine had read, None where it had none.

    `value` is as the analyst gave it; `judgement` is the id of the judgement that it comes from, `made` its UTC time (ISO 8601).
    """

    field: str
    was: str | None
    value: str
    analyst: str
    made: str
    why: str | None
    judgement: str
