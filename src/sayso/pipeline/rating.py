"""How reliable an analyst holds a source or an outlet to be: an Admiralty letter with its reason, recorded as a judgement.

The letter is a person's alone: nothing works one out, and no count hangs on it.
"""

from __future__ import annotations

from enum import StrEnum

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.errors import JudgementError
from sayso.pipeline.keeping import judge
from sayso.store.interface import Store

LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
FIELD = "reliability"


class Rated(StrEnum):
    """What has a letter."""

    SOURCE = "source"
    OUTLET = "outlet"


def rate(store: Store, what: Rated, name: str, letter: str, *, why: str | None, analyst: str) -> Judgement:
    """Record that a source or outlet, by the name that texts give it, has this letter. Raises JudgementError."""
    letter, why = letter.strip().upper(), (why or "").strip()
    if letter not in LETTERS:
        raise JudgementError(
            f"{letter!r} is no Admiralty letter. Give one from A (completely reliable) to F (cannot be judged)."
        )
    if not why:
        raise JudgementError(f"Say why {name} is {letter}: a letter without its reason cannot be checked by anybody.")
    known = store.quoted(name, most=1).total if what is Rated.SOURCE else _outlet_is_known(store, name)
    if not known:
        raise JudgementError(
            f"No document that counts has the {what.value} {name!r}. Give its name exactly as it is listed."
        )
    return judge(store, JudgementKind.RATE, _subject(what, name), field=FIELD, value=letter, why=why, analyst=analyst)


def rating(store: Store, what: Rated, name: str) -> Judgement | None:
    """The last letter that stands; None where nobody gave one."""
    found = [item for item in store.judgements(about=_subject(what, name)) if item.kind is JudgementKind.RATE]
    return found[-1] if found else None


def _subject(what: Rated, name: str) -> str:
    return f"{what.value} {name}"


def _outlet_is_known(store: Store, name: str) -> bool:
    return any(line.name == name for line in store.outlets(name, most=1000).items)
