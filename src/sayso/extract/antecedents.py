"""What a relative pronoun follows: "a clerk at the port" of "a clerk at the port who said", or a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from sayso.domain.attribution import PartyKind
from sayso.extract.names import Party
from sayso.extract.noun_phrase import NounPhrase
from sayso.extract.ranges import Range
from sayso.languages.language import Language
from sayso.languages.lemmas import lemmatise_cue

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_LONGEST = 120  # code points
_MOST_WORDS = 8
"""Words between a head and its pronoun ("a clerk at the port of Polje who")."""

_MOST_BEFORE = 4
"""Words between a determiner and its head ("a former senior port clerk")."""

_NAMED_WITHIN = 120  # code points before a relative pronoun
_APPOSED = re.compile(r"(?:the|a|an|now|then|former)\s[^.;,()]{0,70}|\([^()]{0,80}\)")
"""What may stand between a person's name and "who", marks aside."""

_PREPOSITIONS = frozenset("of in at from for with on near behind inside outside against close to about by".split())
_NO_PART = frozenset("and or but that who which whose as than if when while because".split())


def find_antecedent(text: str, at: int, begins: int, language: Language) -> Range | None:
    """The noun phrase that ends before the relative pronoun at `at`; None where no noun of the language's lists is its head.

    `begins` is where the pronoun's sentence does. "Who" follows people and groups, "which" and "that" bodies and papers.
    """
    low = max(begins, at - _LONGEST)
    end = low + len(text[low:at].rstrip(" ,—–-"))
    word = _WORD.match(text, at)
    people = word is not None and word.group().lower() == "who"
    words = [match.span() for match in _WORD.finditer(text, low, end)]
    if not words or words[-1][1] != end:
        return None
    head = _head(text, words, language, people=people)
    if head is None:
        return None
    return _begin(text, words, head, language), end


def find_named(
    text: str, pronoun: NounPhrase, people: Sequence[tuple[int, Party]], unnamed: Sequence[Party]
) -> Party | None:
    """The party whose name, or whose words as a source, end right before a relative pronoun.

    `people` are all places at which a party is named, in order; `unnamed` the sources so far that have no name.
    """
    bodies = False
    at = bisect_left(people, pronoun.start, key=itemgetter(0)) - 1
    while at >= 0 and people[at][0] > pronoun.start - _NAMED_WITHIN:
        start, party = people[at]
        end = max(high for low, high in party.places if low == start)
        gap = text[end : pronoun.start].strip(" ,—–-")
        if pronoun.noun == "who" and party.kind is not PartyKind.PERSON and not gap:
            bodies = True  # "Anna Rao, the leader of the Port Party, who said": no party is a who
        elif not gap or (pronoun.noun == "who" and party.kind is PartyKind.PERSON and _APPOSED.fullmatch(gap)):
            return party
        at -= 1
    if bodies:
        return None
    for party in reversed(unnamed):
        low, high = party.places[-1]
        if high <= pronoun.start and not text[high : pronoun.start].strip(" ,—–-"):
            return party
    return None


def _head(text: str, words: list[Range], language: Language, *, people: bool) -> int | None:
    last = len(words) - 1
    if _can_be_head(text[slice(*words[last])], language, people=people, alone=True):
        return last
    for index in range(last, max(0, last - _MOST_WORDS), -1):
        start, end = words[index]
        if index < last and text[end : words[index + 1][0]] != " ":
            return None
        behind = text[start:end].lower() in _PREPOSITIONS and text[words[index - 1][1] : start] == " "
        if behind and _can_be_head(text[slice(*words[index - 1])], language, people=people, alone=False):
            return index - 1
    return None


def _can_be_head(word: str, language: Language, *, people: bool, alone: bool) -> bool:
    word = word.lower()
    singular = word.removesuffix("s")
    if people:
        known = word in language.person_nouns or word in language.collective_nouns or singular in language.titles
    else:
        known = word in language.document_nouns or singular in language.document_nouns
        known = known or (alone and (word in language.organisation_nouns or singular in language.organisation_nouns))
    return known and word not in language.pronouns


def _begin(text: str, words: list[Range], head: int, language: Language) -> int:
    """Where the phrase begins: at its determiner, else at the head or the people's name before it ("French officials")."""
    start = words[head][0]
    for index in range(head - 1, max(-1, head - 2 - _MOST_BEFORE), -1):
        word = text[slice(*words[index])]
        if text[words[index][1] : words[index + 1][0]] != " ":
            break
        lower = word.lower()
        if _is_determiner(lower, language):
            return words[index][0]
        if lower in _PREPOSITIONS | _NO_PART | language.be | language.auxiliaries or lower in language.pronouns:
            break
        leads = index > 0 and _is_determiner(text[slice(*words[index - 1])].lower(), language)
        if lemmatise_cue(word, language).entry is not None and not leads:
            break  # a verb: of "police told residents who" only the residents; "a leaked clip" is all of it
        if word in language.demonyms and words[index + 1][0] == start:
            start = words[index][0]
    return start


def _is_determiner(word: str, language: Language) -> bool:
    return word in language.definite or word in language.indefinite or word in language.number_words
