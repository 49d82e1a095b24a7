"""Whether two names may be one's, by the names alone: a hint to a reader, who sees why. It joins nobody."""

from __future__ import annotations

from sayso.persons.sameness import agree_in_full
from sayso.registry.spelling import sounds


def likeness(one: str, other: str) -> str | None:
    """Why somebody called `one` may be who is called `other`, said of `other`; None where the names tell nothing of the kind."""
    mine, theirs = sounds(one), sounds(other)
    if not mine or not theirs or one == other:
        return None
    if mine == theirs:
        return "the same name, written otherwise"
    if 1 in (len(mine), len(theirs)):
        whole, part = (theirs, mine) if len(theirs) > len(mine) else (mine, theirs)
        longer = len(theirs) > len(mine)
        if whole[-1] == part[0]:
            return f"its last word is “{one}”" if longer else "the last word of this name"
        if whole[0] == part[0]:
            return f"its first word is “{one}”" if longer else "the first word of this name"
        return None
    return "the same last word, and a first word that agrees" if agree_in_full(mine, theirs) else None
