"""What stands in a clause: where a verb's own words end, the phrase that a preposition brings, words that must or must not be there."""

from __future__ import annotations

from sayso.extract.events.lexicon import Phrase as Words
from sayso.extract.events.lexicon import is_article
from sayso.extract.events.phrases import Phrase, phrase_from
from sayso.extract.events.sentence import VERBAL, Sentence, Tag

REACH = 18
"""Words behind a verb within which what it needs must stand."""
_NOBODYS_TIME = frozenset(
    "end start beginning midnight noon dawn nightfall dusk then now morning evening night day ten nine eight half".split()
)
_LAST = frozenset({"last", "total", "number", "cost"})
"""Verbs behind "to" that may be other words as well."""
_BODIES = frozenset("parliament police congress staff court people management government media press council".split())
"""Bodies that stand behind "to" without an article."""
_UNTIL = frozenset({"until", "till"})


class Clauses:
    """Looks things up in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    def preposition(self, word: str, at: int, end: int) -> Phrase | None:
        """The phrase that this preposition brings between two places."""
        sentence = self._sentence
        for place in range(at + 1, end):
            token = sentence.tokens[place]
            if word == "to" and (sentence.lower(place - 1) == "according" or sentence.lower(place + 1) in _LAST):
                continue  # "announced on Friday, according to Tayga", "announced to last a month"
            if token.lower == word and token.tag in (Tag.PREP, Tag.TO, Tag.CONJ, Tag.ADV):
                found = phrase_from(sentence, place + 1)
                if found is None or sentence.tag(place + 1) is Tag.TIME or sentence.lower(found.head) in _NOBODYS_TIME:
                    continue
                if word == "to" and self._may_be_verb(found):
                    continue
                return found
            attributive = token.tag is Tag.VERB and sentence.tag(place + 1) is Tag.WORD
            if token.tag in (Tag.REL, Tag.VERB) and not attributive or (token.tag is Tag.SUB and token.lower != "that"):
                return None
        return None

    def _may_be_verb(self, phrase: Phrase) -> bool:
        """Whether one bare word behind "to" can be a verb that no list holds: "inviting him to sit in the front row"."""
        sentence = self._sentence
        word = sentence.tokens[phrase.first]
        bare = phrase.after - phrase.first == 1 and word.tag is Tag.WORD and word.text.islower() and not word.owns
        return (
            bare
            and not word.lower.endswith("s")
            and word.lower not in _BODIES
            and sentence.tag(phrase.after) in (Tag.PREP, Tag.ADV, Tag.DET, Tag.PRON)
        )

    def end(self, at: int) -> int:
        """Where the verb's own words end: before another verb that is joined to it, another clause, a mark that parts clauses."""
        sentence = self._sentence
        for place in range(at + 1, min(len(sentence), at + 1 + REACH)):
            token = sentence.tokens[place]
            if token.lower in (";", ":", "—") or (sentence.is_quote(place) and place > at + 3):
                return place
            if token.tag is Tag.REL or (token.tag is Tag.SUB and token.lower not in _UNTIL and token.lower != "that"):
                return place
            if token.tag is Tag.CONJ or token.lower == ",":
                following = place + 1
                while sentence.tag(following) in (Tag.ADV, Tag.CONJ, Tag.NEG):
                    following += 1
                if sentence.tag(following) in VERBAL:
                    return place
        return min(len(sentence), at + 1 + REACH)

    def stands(self, phrase: Words, start: int, end: int) -> int | None:
        """Whether the phrase stands between two places, articles passed over; a truthy place."""
        sentence = self._sentence
        if not sentence.words.issuperset(phrase):
            return None
        for place in range(start, end):
            if sentence.lower(place) != phrase[0]:
                continue
            at = place + 1
            for word in phrase[1:]:
                while at < end and (is_article(sentence.lower(at)) or sentence.is_quote(at)):
                    at += 1
                if at >= end or sentence.lower(at) != word:
                    break
                at += 1
            else:
                return at
        return None

    def is_one_of(self, phrase: Phrase | None, words: frozenset[str]) -> bool:
        """Whether a phrase's head, or one joined to it, is one of the words."""
        if phrase is None:
            return False
        sentence = self._sentence
        head = sentence.lower(phrase.head)
        if head in words:
            return True
        two = f"{sentence.lower(phrase.head - 1)} {head}" if phrase.head > phrase.first else ""
        return two in words or any(
            sentence.lower(i) in words
            for i in range(phrase.head, phrase.after)
            if sentence.lower(i - 1) in ("and", "or")
        )

    def holds(self, phrase: Phrase | None, words: frozenset[str]) -> bool:
        """Whether one of the words stands in a phrase."""
        return phrase is not None and any(self._sentence.lower(i) in words for i in range(phrase.first, phrase.after))
