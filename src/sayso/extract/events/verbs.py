"""A verb with what stands before it: auxiliaries, negations, "to"; and which verb it depends on."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.events.lexicon import Lexicon
from sayso.extract.events.sentence import VERBAL, Sentence, Tag

_PASSED = (Tag.ADV, Tag.NEG)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb at `at` with the words from `first` on that belong to it.

    `to`: where the "to" of an infinitive stands; `modal`, `future`: whether such a word stands before it; `bare`: a
    participle without an auxiliary ("men arrested in Kazan", and every past tense).
    """

    first: int
    at: int
    passive: bool
    negated: bool
    modal: bool
    future: bool
    to: int | None
    bare: bool
    ing: bool


def read_group(sentence: Sentence, at: int, lexicon: Lexicon) -> Group:
    """The group of the verb at `at`."""
    syntax = lexicon.syntax
    first = at
    negated = passive = modal = future = False
    seen_be = seen_aux = False
    to: int | None = None
    place = at - 1
    nearest = True
    while place >= 0:
        token = sentence.tokens[place]
        if token.tag in _PASSED:
            negated = negated or token.tag is Tag.NEG
            place -= 1
            continue
        if token.tag is Tag.AUX:
            seen_aux = True
            be = token.lower in syntax.be or token.lower in ("'re", "'m")
            seen_be = seen_be or be
            if nearest and (be or token.lower in syntax.get) and sentence.tokens[at].past:
                passive = True
            nearest = False
            negated = negated or token.negated
            first = place
            place -= 1
            continue
        if token.tag is Tag.MODAL:
            seen_aux = True
            future = future or token.lower in syntax.future
            modal = modal or token.lower in syntax.modals
            negated = negated or token.negated
            first = place
            place -= 1
            continue
        if token.tag is Tag.TO and to is None:
            to = first = place
        break
    verb = sentence.tokens[at]
    if not seen_aux and to is None:
        # "Nobody was detained and no one asked": adverbs before a bare verb are looked at as well
        first = at
        back = at - 1
        while back >= 0 and sentence.tokens[back].tag in _PASSED:
            first = back
            back -= 1
    asked = inverted(sentence, first, lexicon)
    if asked is not None and not seen_aux and verb.past:
        passive = passive or sentence.tokens[asked].lower in syntax.be
    return Group(first, at, passive, negated, modal, future, to, not seen_aux and to is None, verb.tag is Tag.ING)


def inverted(sentence: Sentence, before: int, lexicon: Lexicon) -> int | None:
    """Where the auxiliary of an inversion stands that opens the clause: "Did the police raid", "Were they to refuse", "Should he"."""
    for place in range(before - 1, max(-1, before - 9), -1):
        token = sentence.tokens[place]
        if token.tag in (Tag.AUX, Tag.MODAL) and (
            place == 0 or sentence.is_quote(place - 1) or token.text[0].isupper()
        ):
            return place
        if token.tag in (Tag.MARK, Tag.VERB, Tag.SUB):
            return None
    return None


def verb_before(sentence: Sentence, at: int) -> int | None:
    """The main verb that is the last one before `at` in the sentence; auxiliaries that stand alone count ("is ready to")."""
    for place in range(at - 1, -1, -1):
        if sentence.tokens[place].tag in VERBAL:
            return place
        if sentence.lower(place) in (";", ":"):
            return None
    return None


def verb_after(sentence: Sentence, at: int, reach: int) -> int | None:
    """The main verb of the first group after `at`, within so many words and the clause."""
    for place in range(at + 1, min(len(sentence), at + 1 + reach)):
        tag = sentence.tag(place)
        if tag in (Tag.VERB, Tag.ING):
            return place
        if tag is Tag.AUX or tag is Tag.MODAL:
            main = place
            while sentence.tag(main + 1) in (Tag.AUX, Tag.MODAL, Tag.ADV, Tag.NEG):
                main += 1
            return main + 1 if sentence.tag(main + 1) in (Tag.VERB, Tag.ING) else place
        if sentence.lower(place) in (";", ":", ".") or tag in (Tag.SUB,):
            return None
    return None
