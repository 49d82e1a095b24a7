"""Under which words a mention is looked up: its own first, then without what stands before or after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_POSSESSIVE = re.compile(r"[’'](?:s)?$")
_BEFORE = re.compile(
    r"^(?:the |(?:city|town|township|village|county|borough|state|province|republic|region|district|island|kingdom|port|"
    r"municipality|parish|emirate|territory|commonwealth) of |greater |downtown |central |metro |metropolitan |midtown |uptown |"
    r"upper |lower |inner |outer |mid-?|upstate |rural |suburban |coastal |occupied |mainland |continental |"
    r"(?:north|south|east|west)(?:ern|ernmost)?[ -]|(?:north|south)[ -]?(?:east|west)(?:ern)?[ -]|far |old )+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[ -](?:city|town|township|village|county|counties|borough|state|province|republic|region|district|area|metro area|"
    r"municipality|governorate|prefecture|oblast|krai|okrug|raion|rayon|island|islands|proper|based|born|held|wide|"
    r"area code|peninsula|coast|downtown|suburbs?))+$",
    re.IGNORECASE,
)
_NATURE = re.compile(
    r"\b(?:river|creek|lake|mount|mountains?|hills?|street|st|road|rd|avenue|ave|drive|lane|boulevard|blvd|highway|"
    r"route|trail|bay|valley|park|pond|reservoir|canyon|ridge|forest|beach|island|interstate|way|close|court|crescent)\b\.?",
    re.IGNORECASE,
)
"""Streets and natural things are named after anything: "Lake Robinson" lies in no town of Robinson."""
_SITE = re.compile(
    r"\b(?:stadium|arena|theatre|theater|palace|cathedral|mosque|temple|castle|fortress|tower|hotel|hostel|mall|plaza|house|gardens?|gate|"
    r"restaurant|café|cafe|bar|club|ranch|velodrome|gym|casino|convent|abbey|chapel|basilica|monument|memorial)$",
    re.IGNORECASE,
)
"""Buildings that are named after anything: the Olympic Stadium stands in no town of Olympic. A hospital bears its town's name."""
_DIRECTIONS = re.compile(
    r"(?:the )?(?:mid|far )?-?(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?", re.IGNORECASE
)
"""A direction alone is no village of that name."""
_WORD = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*\.?")
_MOST_WORDS = 4


def variants(exact: str) -> list[str]:
    """Words to look up for a whole mention, the best first."""
    bare = _POSSESSIVE.sub("", exact)
    if _DIRECTIONS.fullmatch(bare):
        return []
    found = [exact, bare, _AFTER.sub("", bare), _BEFORE.sub("", bare), _AFTER.sub("", _BEFORE.sub("", bare))]
    return list(dict.fromkeys(name for name in found if name))


def is_site(exact: str) -> bool:
    """Whether a name is a building's or another site's: "the Olympic Stadium"."""
    return " " in exact and _SITE.search(exact) is not None


def names_inside(exact: str) -> Iterator[str]:
    """Capitalised words inside a longer name, longer runs first: "Kazan" in "Kazan Federal University"."""
    if _NATURE.search(exact):
        return
    words = list(_WORD.finditer(exact))
    for length in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        for first in range(len(words) - length + 1):
            run = exact[words[first].start() : words[first + length - 1].end()]
            if run[0].isupper() and len(run) > 2:
                yield _POSSESSIVE.sub("", run)
