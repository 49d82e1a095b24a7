"""Whether words deny what they speak of, and which of them are denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.attribution import Attribution, Factuality, Stance
from sayso.languages.language import load_language
from sayso.languages.words import Words, load_words

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;:.!?…()—–“”\"]")
_CLAUSE_ENDS = frozenset(",;:.!?…()—–")
_JOINING = frozenset({"and", "or", "nor", "but"})
ONE_DENIAL = 3
"""Negations that stand within so many words of each other are one: "did not fail to", "no … at all"."""
FOCUS = 3
"""Meaning words after a negation that it denies."""
_DENIED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})


@dataclass(frozen=True, slots=True)
class Polarity:
    """`negated`: whether the first main clause denies; `denied`: lemmas that some clause denies, in order."""

    negated: bool
    denied: tuple[str, ...]


def find_polarity(text: str, code: str) -> Polarity:
    """The polarity of a text in the language with this code."""
    return _polarity(text, code)


def denies(attribution: Attribution, code: str) -> bool:
    """Whether what is said denies what it speaks of: by its words or by its cue, not by both ("denied that nobody was held")."""
    text = " ".join(span.exact for span in attribution.content)
    return find_polarity(text, code).negated != is_denial(attribution)


def is_denial(attribution: Attribution) -> bool:
    """Whether the innermost hop denies the words ("denied that …", "rejected the claim that …")."""
    if not attribution.chain:
        return False
    hop = attribution.chain[-1]
    return hop.stance is Stance.DENIES or hop.factuality in _DENIED


@lru_cache(maxsize=16384)
def _polarity(text: str, code: str) -> Polarity:
    words, negations = load_words(code), load_language(code).negations
    tokens = [match.group().lower().replace("’", "'") for match in _TOKEN.finditer(text)]
    main = _main_clause(tokens, words)
    marks = [at for at in range(len(tokens)) if _negates(tokens, at, words, negations)]
    denied: list[str] = []
    negated = False
    for group in _groups(marks, tokens):
        if len(group) % 2:
            denied += _focus(tokens, group[-1], words)
            negated = negated or main[group[0]]
    return Polarity(negated, tuple(dict.fromkeys(denied)))


def _main_clause(tokens: Sequence[str], words: Words) -> list[bool]:
    """For each token whether it stands in the first main clause: outside what "who", "because" and the like begin."""
    inside = []
    subordinate, first = False, True
    for at, token in enumerate(tokens):
        if token in _CLAUSE_ENDS:
            # "The men, who had not signed, were beaten": a comma ends what a comma began.
            subordinate = False
            first = first and token not in ";:.!?…"
        elif token == "but" or (token == "and" and tokens[at + 1 : at + 2] == ["that"]):
            first = False
        elif token in words.subordinating and not (at == 0 and token == "while"):
            subordinate = True
        inside.append(first and not subordinate)
    return inside


def _negates(tokens: Sequence[str], at: int, words: Words, negations: frozenset[str]) -> bool:
    token = tokens[at]
    after = tokens[at + 1 : at + 3]
    if token in negations or token.endswith("n't") or token == "cannot":
        phrases = {" ".join(after[:1]), " ".join(after)}
        return not phrases & words.harmless
    lemma = words.lemma(token)
    if lemma in _denying(words) and any(
        " ".join((lemma, *tokens[at + 1 : at + count])) in words.denying for count in (1, 2, 3, 4)
    ):
        return True
    return bool(after) and after[0] == "to" and lemma in words.failing


@lru_cache(maxsize=8)
def _denying(words: Words) -> frozenset[str]:
    """The words with which what denies begins."""
    return frozenset(phrase.partition(" ")[0] for phrase in words.denying)


def _groups(marks: Sequence[int], tokens: Sequence[str]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at in marks:
        near = bool(groups) and at - groups[-1][-1] <= ONE_DENIAL
        between = set(tokens[groups[-1][-1] : at + 1]) if near else set()
        if near and not between & (_CLAUSE_ENDS | _JOINING):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _focus(tokens: Sequence[str], at: int, words: Words) -> list[str]:
    """The first meaning words after a negation, in its clause; those before it where it ends its clause."""
    focus: list[str] = []
    for token in tokens[at + 1 :]:
        if token in _CLAUSE_ENDS or len(focus) == FOCUS:
            break
        lemma = words.lemma(token)
        if token not in words.stop and lemma not in words.stop:
            focus.append(lemma)
    return focus
