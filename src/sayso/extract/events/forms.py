"""Forms of English verbs and nouns, made from their dictionary forms: what stands in a text is looked up, and not guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

BASE, PRESENT, PAST, ING = "base", "present", "past", "ing"
"""What a verb's form is; past participles are `PAST` as well, as most look the same."""
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset(
    "ban bar strip drag plan stop grab drop commit admit permit expel compel control refer transfer rebut kidnap beg "
    "occur club cut hit set put let get run win picket".split()
) - {"picket"}


def verb_forms(verb: str, irregular: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Each form of a verb, and what it is; `irregular` are known forms by dictionary form."""
    yield verb, BASE
    yield from ((form, PRESENT) for form in _with_s(verb))
    stem = verb
    if verb in _DOUBLED or (_is_doubled(verb)):
        stem = verb + verb[-1]
    own = [form for form in irregular.get(verb, ()) if not form.endswith(("ing", "s")) and form != verb]
    yield from ((form, PAST) for form in own)
    if verb in {"put", "set", "cut", "hit", "let", "hurt", "beat", "shut", "read"}:
        yield verb, PAST
    if not any(not form.endswith("ed") for form in own):
        yield (verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if _soft_y(verb) else stem + "ed"), PAST
    yield (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye")) else stem) + "ing", ING
    if verb.endswith("l") and stem == verb:
        yield verb + "led", PAST
        yield verb + "ling", ING


def noun_forms(noun: str) -> Iterator[str]:
    """A noun and its plural; of several words the last one is put in the plural, of "check of documents" the first."""
    yield noun
    head, of, rest = noun.partition(" of ")
    words = (head if of else noun).split(" ")
    for plural in _with_s(words[-1]):
        yield " ".join([*words[:-1], plural]) + (of + rest if of else "")


def _with_s(word: str) -> Iterator[str]:
    if word.endswith("s") and not word.endswith("ss"):
        return
    if word.endswith(("s", "x", "z", "ch", "sh")):
        yield word + "es"
    elif _soft_y(word):
        yield word[:-1] + "ies"
    else:
        yield word + "s"


def _soft_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def _is_doubled(verb: str) -> bool:
    """ "ban" → "banned": one syllable that ends in consonant, vowel, consonant."""
    return (
        2 < len(verb) < 5
        and verb[-1] not in "aeiouwxy"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    )
