"""Several who speak as one: "Reuters and the BBC", "Ivan Petrov and his wife"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.domain.mention import Mention
from sayso.extract.ranges import Range

_WORD = r"[\w’'.-]+"
_NO_TITLE = r"(?!(?:of|from|in|at|for|with|to|by|on|near|about|under|who|which|that|whose|told|said)\b)"
_AND = re.compile(rf"\s*,?\s*(?:and|&)\s+(?:{_NO_TITLE}{_WORD}\s+){{0,4}}")
_HOME = re.compile(r",?\s+(?:of|from|in|at|for)\s+(?:the\s+)?")
_COMMA = re.compile(rf",\s+(?:the\s+)?(?:{_NO_TITLE}{_WORD}\s+){{0,3}}")
_COMMON_NOUN = re.compile(r"\s+and\s+(?:the|a|an|his|her|its|their|two|three|several|some|other)\s+[^,;()]+")
_CLOSED = re.compile(r"\s*(?:$|[,;()—–]|(?:of|from|in|at|for|with|who|which|that|both|all)\b)")
_BEFORE_FIRST = re.compile(rf"\s*(?:[Bb]oth\s+)?(?:{_NO_TITLE}{_WORD}\s+){{0,4}}")


def find_joint(text: str, source: Range, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names that a source joins by "and", two at least; one where a common noun is joined to it ("Petrov and his wife").

    `names` are the named mentions in the source, in order. Names that the source only points to ("an aide to Orlov and
    Petrov") and those inside one name ("the Ministry of Education and Science") are none.
    """
    if not names or not _BEFORE_FIRST.fullmatch(text, source[0], names[0].span.start):
        return ()
    joined, by_and = [names[0]], False
    end = names[0].span.end
    for name in names[1:]:
        gap = (end, name.span.start)
        if _HOME.fullmatch(text, *gap) and joined[-1].kind is not name.kind:
            end = name.span.end
            continue
        if _AND.fullmatch(text, *gap):
            by_and = True
        elif by_and or not _COMMA.fullmatch(text, *gap):
            break
        joined.append(name)
        end = name.span.end
    if by_and:
        return tuple(joined) if _CLOSED.match(text[end : source[1]]) else ()
    alone = _COMMON_NOUN.fullmatch(text, names[0].span.end, source[1])
    return (names[0],) if alone and len(names) == 1 else ()


def joint_name(names: Sequence[str], rest: str = "") -> str:
    """The names as one: "A and B", "A, B and C"; `rest` is what a common noun adds ("his wife")."""
    every = [*names, *([rest] if rest else [])]
    return " and ".join([", ".join(every[:-1]), every[-1]])
