"""Why a mention was taken to mean that place, in words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.place import PlaceCandidate
from sayso.extract.places.variants import is_site
from sayso.extract.places.weighing import Weight

_ENOUGH = 0.3
"""Support that is worth telling: a third of one other name."""


def reasons_for(weight: Weight, beside: str | None) -> tuple[str, ...]:
    """What speaks for a candidate."""
    found = []
    if weight.beside:
        found.append(f"{beside} stands beside it")
    if weight.near > _ENOUGH:
        found.append("other places of the text lie near it")
    if weight.in_area > _ENOUGH:
        found.append("other places of the text lie in the same area")
    if weight.in_country > _ENOUGH:
        found.append("other places of the text lie in the same country")
    if weight.largest:
        found.append("the largest of that name")
    return tuple(found)


def reason_of(candidates: Sequence[PlaceCandidate], words: str, bearers: int, whole: bool) -> str:
    """One sentence for the choice."""
    begin = "" if whole else f"Only “{words}” in it is known. "
    if bearers == 1:
        return f"{begin}One place is known by the name “{words}”."
    why = ", ".join(candidates[0].reasons) or "nothing else speaks for any of them"
    return f"{begin}{bearers} places are known by the name “{words}”: {why}."


def unknown(words: str) -> str:
    """One sentence for a mention that nothing is known of."""
    if is_site(words):
        return f"“{' '.join(words.split())}” is a building or another site; the gazetteer has none."
    return f"No place is known by the name “{' '.join(words.split())}”."
