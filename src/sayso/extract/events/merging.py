"""Cues of one sentence that tell of one event: "staged a protest" is one, and so is "were detained and taken to the station"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.domain.attribution import Attribution
from sayso.domain.event import Reality
from sayso.extract.events.found import Found
from sayso.extract.events.phrases import Phrase
from sayso.extract.events.sentence import Sentence

Judged = tuple[Found, Attribution | None, Reality]
_SAME = frozenset("they them he him she her it who that which his their".split())


def merge(sentence: Sentence, judged: Sequence[Judged]) -> list[Judged]:
    """One event for cues of one type whose parties may be the same and whose reality is; in the order of the text."""
    kept: list[Judged] = []
    for item in judged:
        for place, earlier in enumerate(kept):
            joined = _joined(sentence, earlier, item)
            if joined is not None:
                kept[place] = joined
                break
        else:
            kept.append(item)
    return kept


def _joined(sentence: Sentence, one: Judged, other: Judged) -> Judged | None:
    first, second = one[0], other[0]
    if first.entry.type.id != second.entry.type.id or first.entry.pack != second.entry.pack:
        return None
    inside = first.group is not None and (
        second.governor == first.first or second.first in range(first.first, first.after)
    )
    if second.subject is not None and first.first in second.subject.governors:
        return second, other[1], other[2]  # "ordered the sick to be returned to the front"
    if one[2] is not other[2] and not inside:
        return None
    if (
        not (_agree(sentence, first.actor, second.actor) and _agree(sentence, first.recipient, second.recipient))
        and not inside
    ):
        return None
    parties = {
        name: getattr(first, name)
        if _says_more(sentence, getattr(first, name)) or getattr(second, name) is None
        else getattr(second, name)
        for name in ("actor", "recipient")
    }
    return replace(first, **parties), one[1] if one[1] is not None else other[1], one[2]


def _says_more(sentence: Sentence, phrase: Phrase | None) -> bool:
    return phrase is not None and sentence.lower(phrase.head) not in _SAME


def _agree(sentence: Sentence, one: Phrase | None, other: Phrase | None) -> bool:
    if one is None or other is None:
        return True
    first, second = sentence.lower(one.head), sentence.lower(other.head)
    return first == second or first in _SAME or second in _SAME
