"""Several who speak as one: "Reuters and the BBC", "Ivan Petrov and his wife"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.domain.mention import Mention
from sayso.extract.ranges import Range

_WORD = r"[\w’'.-]+"
_NO_TITLE = r"(?!(?:of|from|in|at|for|with|to|by|on|near|about|under|who|which|that|whose|told|said)\b)"
_OF = r"(?:\s\([^()]{1,40}\))?"  # "Anna Rao (Radio Polje)"
_AND = re.compile(
    rf"{_OF}\s*,?\s*(?:and|&|along\s+with|together\s+with|as\s+well\s+as)\s+(?:{_NO_TITLE}{_WORD}\s+){{0,4}}"
)
_HOME = re.compile(r",?\s+(?:of|from|in|at|for)\s+(?:the\s+)?")
_COMMA = re.compile(rf"{_OF},\s+(?:the\s+)?(?:{_NO_TITLE}{_WORD}\s+){{0,3}}")
_COMMON_NOUN = re.compile(r"\s+and\s+(?:the|a|an|his|her|its|their|two|three|several|some|other)\s+(?![A-Z])[^,;()]+")
_BODY = r"(?:administration|government|campaign|ministry|army|team|family|office)"
_PLURAL_AND = re.compile(rf"(?:[\w’'-]+\s+){{0,4}}(?:[a-z]{{3,}}s|{_BODY})\s+and\s+(?:the\s+)?")
_BODY_AND = re.compile(rf"\s+{_BODY}\s+and\s+(?:the\s+)?")
"""Of "ferry officials and Tayga", and of "the Orlov administration and Tayga": who speaks with the name is no name."""

_ARTICLE = re.compile(r"^[Tt]he\s")
_CLOSED = re.compile(rf"{_OF}\s*(?:$|[,;()—–]|(?:of|from|in|at|for|with|who|which|that|both|all)\b)")
_BEFORE_FIRST = re.compile(rf"\s*(?:[Bb]oth\s+)?(?:{_NO_TITLE}{_WORD}\s+){{0,4}}")


def find_joint(text: str, source: Range, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names that a source joins by "and", two at least; one where a common noun is joined to it ("Petrov and his wife").

    `names` are the named mentions in the source, in order. Names that the source only points to ("an aide to Orlov and
    Petrov") and those inside one name ("the Ministry of Education and Science") are none.
    """
    if len(names) == 1 and _PLURAL_AND.fullmatch(text, source[0], names[0].span.start):
        return (names[0],) if not text[names[0].span.end : source[1]].strip() else ()
    if len(names) == 2 and _BODY_AND.fullmatch(text, names[0].span.end, names[1].span.start):
        return tuple(names) if not text[names[1].span.end : source[1]].strip() else ()
    if not names or not _BEFORE_FIRST.fullmatch(text, source[0], names[0].span.start):
        return ()
    joined, by_and = [names[0]], False
    end = names[0].span.end
    for name in names[1:]:
        gap = (end, name.span.start)
        if text[end : name.span.start] == " (" and text.startswith(")", name.span.end):
            end = name.span.end + 1  # the short form of the name before
            continue
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


def joint_name(text: str, start: int, end: int, names: Sequence[Mention], shown: Sequence[str]) -> str:
    """What a source that `find_joint` found `names` in is called: "A and B", "A, B and C", "Petrov and his wife".

    `shown` are the names as they are shown. Who speaks with a name and has none is called as the text has it.
    """
    whole = _ARTICLE.sub("", " ".join(text[start:end].split()))
    if len(names) == 2 and _BODY_AND.fullmatch(text, names[0].span.end, names[1].span.start):
        return whole
    rest = text[names[-1].span.end : end] if len(names) == 1 else ""
    rest = " ".join(rest.split()).removeprefix("and ").strip(" ,")
    every = [*shown, *([rest] if rest else [])]
    return whole if len(every) == 1 else " and ".join([", ".join(every[:-1]), every[-1]])
