"""Words that stand for somebody and do not tell who: "we", "who", "none of them"."""

from __future__ import annotations

import re
from functools import cache

from sayso.languages.language import load_language
from sayso.languages.syntax import load_syntax

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_JOINING = frozenset({"of", "ones", "else", "and", "or"})


def tells_who(words: str, code: str = "en") -> bool:
    """Whether a source is more than a pronoun and what stands before one.

    "My husband" and "one of the callers" tell something of who speaks. A word in capitals is a name and no pronoun: "WHO", "US".
    """
    found = [word.lower() for word in _WORD.findall(words) if len(word) == 1 or not word.isupper()]
    others = len(_WORD.findall(words)) - len(found)
    pronouns, joining = _closed(code)
    return others > 0 or not pronouns.intersection(found) or not set(found) <= pronouns | joining


@cache
def _closed(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The language's pronouns, and the few words that stand with them: determiners, "of"."""
    syntax = load_syntax(code)
    pronouns = frozenset(load_language(code).pronouns) | syntax.pronouns | syntax.relatives
    return pronouns, syntax.determiners | _JOINING
