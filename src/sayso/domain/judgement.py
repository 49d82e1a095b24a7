"""What an analyst decided, when and why; judgements outrank models and survive a rebuild."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class JudgementKind(StrEnum):
    """What was decided."""

    SAME = "same"
    """Attributions `subject` and `object` make one claim."""
    DIFFER = "differ"
    """They do not."""
    ONE_ROOT = "one-root"
    """The roots that `subject` and `object` name are one."""
    TWO_ROOTS = "two-roots"
    """They are two."""
    ONE_PARTY = "one-party"
    """The parties that `subject` and `object` are of are one, in all documents."""
    TWO_PARTIES = "two-parties"
    """They are two."""
    NOT_A_RELAY = "not-a-relay"
    """Document `object` did not take the claim from `subject`."""
    CORRECT = "correct"
    """In `subject` (an attribution or a document), `field` is `value`."""
    REMOVE = "remove"
    """Document `subject` no longer counts."""
    RATE = "rate"
    """`subject` ("source …", "outlet …") is as reliable as the Admiralty letter `value` says."""
    VERDICT = "verdict"
    """What an analyst found of the claim that attribution `subject` makes is `value`; `object` makes it in another document, or is None."""


class Verdict(StrEnum):
    """What an analyst found of a claim, from evidence: never from how many repeat it."""

    CONFIRMED = "confirmed"
    """It is so."""
    REFUTED = "refuted"
    """It is not so."""
    OPEN = "open"
    """It was looked into, and what there is does not settle it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `made` is a UTC time (ISO 8601); `undone` says when it was taken back, or is None."""

    id: str
    kind: JudgementKind
    subject: str
    object: str | None
    field: str | None
    value: str | None
    why: str | None
    analyst: str
    made: str
    undone: str | None = None


def judgement_id(
    kind: JudgementKind,
    subject: str,
    about: str | None,
    analyst: str,
    made: str,
    *,
    field: str | None = None,
    value: str | None = None,
) -> str:
    """`jdg_` and 16 hexadecimal digits of who decided what, and when."""
    words = "|".join((kind.value, subject, about or "", analyst, made, field or "", value or ""))
    return "jdg_" + sha256(words.encode()).hexdigest()[:16]
