"""How a language's sentences are put together, as far as events need it: closed classes, and words that say what is no fact."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """Word classes of a language, in lower case.

    Attributes:
        determiners, prepositions, pronouns, subjects, subordinators, relatives, conjunctions: closed classes; `subjects` are
            pronouns that can only be subjects, or mostly are.
        be, get, have, do, future, modals, negations: what a verb may have before it.
        particles, adverbs, no_adverbs: words that stand between a verb and its object; words in -ly that are none.
        object_control: verbs whose object does what the infinitive after it says.
        planned, ordered, feared, hypothetical, negating: lemmas that say of what they govern that it is no fact.
        ending: those of `negating` after which something did take place, for a while.
        support: verbs that with a noun for what was done tell who did it.
        questions: words with which a question begins.
        sites, locating: nouns for where something can be, and the words before them.
    """

    determiners: frozenset[str]
    prepositions: frozenset[str]
    subjects: frozenset[str]
    pronouns: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    be: frozenset[str]
    get: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    negations: frozenset[str]
    future: frozenset[str]
    modals: frozenset[str]
    particles: frozenset[str]
    adverbs: frozenset[str]
    no_adverbs: frozenset[str]
    object_control: frozenset[str]
    planned: frozenset[str]
    ordered: frozenset[str]
    feared: frozenset[str]
    hypothetical: frozenset[str]
    negating: frozenset[str]
    ending: frozenset[str]
    support: frozenset[str]
    questions: frozenset[str]
    sites: frozenset[str]
    locating: frozenset[str]


@cache
def load_syntax(code: str = "en") -> Syntax:
    """The syntax of the language with this ISO 639-1 code."""
    data = tomllib.loads((files("sayso.languages") / code / "syntax.toml").read_text(encoding="utf-8"))
    return Syntax(**{field.name: frozenset(_split(data[field.name])) for field in fields(Syntax)})


def _split(text: str) -> Iterator[str]:
    return (phrase for phrase in map(str.strip, text.replace("\n", " ").split(",")) if phrase)
