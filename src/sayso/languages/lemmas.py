"""From cue words as they stand in a text ("was quoted as saying") to their dictionary form and what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.languages.language import CueEntry, Language, load_language

_WORD = re.compile(r"'(?:s|re|ve|d|ll|m)\b|[^\W\d_]+(?:['.-][^\W\d_]+)*-?|[:—–-]")
_CLIPPED = re.compile(r"(?<=\w)('(?:s|re|ve|d|ll|m))$")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_SILENT_E = re.compile(
    r"(?:[^aeiou][uv]|[aeiou][cvszu]|[^aeiouwy][aiou][tdklmnr]|[iu]at|[ln]c|[rd]g|ang|[bdgtpkc]l|rs|ns|rc)$"
)
_VOWELS = frozenset("aeiou")
_DASHES = frozenset((":", "—", "–", "-"))
_CONTRACTED = {"can't": "can", "won't": "will", "shan't": "shall", "cannot": "can"}

_KEPT = frozenset(("no", "nothing"))  # "no comment", "say nothing" are cues that end negated
_PREPOSITIONS = frozenset(
    "in by of from on about to at with under among over towards toward through before into for per via against out "
    "according get".split()
)


@dataclass(frozen=True, slots=True)
class CueReading:
    """Cue words read: dictionary form, entry (None: a word that the data does not hold), and whether negated.

    `negated` is True for "did not say" and "never claimed"; it is False for "denied", whose entry's factuality is CT-.
    """

    lemma: str
    entry: CueEntry | None
    negated: bool


def lemmatise_cue(words: str, language: Language | None = None) -> CueReading:
    """The dictionary form of a cue's head and its entry: "has been claiming" → claim, "refused to say" → refuse.

    Of several verbs the first counts ("was quoted as saying" → quote) unless it is light ("went on to say" → say).
    Cue words in several pieces may be joined with blanks. English (`load_language("en")`) where no language is given.
    """
    return _read(words, language or load_language("en"))


@lru_cache(maxsize=8192)  # a hundred cues make up most of what a newspaper prints
def _read(words: str, language: Language) -> CueReading:
    tokens, negated = _tokens(words, language)
    if " ".join(tokens) in language.cues:
        return CueReading(" ".join(tokens), language.cues[" ".join(tokens)], negated)
    readings = [tuple(_candidates(token, language)) for token in tokens]
    light: str | None = None
    minor: str | None = None
    position = 0
    while position < len(tokens):
        token = tokens[position]
        lemma, length = _phrase_at(position, readings, tokens, language)
        if not lemma and not _passed_over(token, language):
            lemma = next((form for form in readings[position] if form in language.cues), "")
            length = 1
        if lemma and lemma in language.light and position + length < len(tokens):
            light = light or lemma
        elif lemma and _minor(lemma, language):
            minor = minor or lemma
        elif lemma:
            return CueReading(lemma, language.cues[lemma], negated)
        position += max(length, 1)
    if found := light or minor:
        return CueReading(found, language.cues.get(found), negated)
    for token in tokens:  # passed over as an auxiliary or an adverb, yet all that there is
        lemma = next((form for form in _candidates(token, language) if form in language.cues), "")
        if lemma:
            return CueReading(lemma, language.cues[lemma], negated)
    content = [token for token in tokens if not _passed_over(token, language)] or tokens
    return CueReading(_by_rule(content[-1], language) if content else "", None, negated)


def _tokens(words: str, language: Language) -> tuple[list[str], bool]:
    """Words in lower case without negations and clipped endings, and whether one of them negates."""
    tokens: list[str] = []
    negated = False
    every = _WORD.findall(words.translate(_APOSTROPHES).lower())
    for found, following in zip(every, [*every[1:], ""], strict=False):
        word = str(found)
        if word == "not" and following == "only":
            continue  # "not only accused": he did
        if word.endswith("n't") or word == "cannot":
            negated = True
            tokens.append(_CONTRACTED.get(word, word.removesuffix("n't")))
            continue
        if word in language.negations:
            negated = True
            if word in _KEPT:
                tokens.append(word)
            continue
        clipped = _CLIPPED.search(word)
        if clipped:
            tokens.append(word[: clipped.start()])
            word = clipped.group(1)
        tokens.append(word)
    return tokens, negated


def _phrase_at(
    position: int, readings: Sequence[Sequence[str]], tokens: Sequence[str], language: Language
) -> tuple[str, int]:
    """The longest cue of several words that begins here, and how many of the tokens it takes; ("", 0) for none."""
    best, taken = "", 0
    firsts = ["is"] if tokens[position] in language.be else [tokens[position], *readings[position]]
    for first in firsts:
        for phrase in language.cue_starts.get(first, ()):
            end = _end_of(phrase, position, readings, tokens, language)
            by_somebody = first == "is" and end < len(tokens) and tokens[end] == "by"
            if end and not by_somebody and len(phrase) > len(best.split()):
                best, taken = " ".join(phrase), end - position
    return best, taken


def _end_of(
    phrase: Sequence[str], position: int, readings: Sequence[Sequence[str]], tokens: Sequence[str], language: Language
) -> int:
    """Where a phrase that begins at `position` ends; 0 where it does not stand there. Adverbs may stand inside."""
    place = position + 1
    for word in phrase[1:]:
        while place < len(tokens) and tokens[place] != word and _adverb(tokens[place], language):
            place += 1
        if place == len(tokens) or (tokens[place] != word and (phrase[0] == "is" or word not in readings[place])):
            return 0
        place += 1
    return place


def _minor(lemma: str, language: Language) -> bool:
    """A preposition or a punctuation mark: a cue only where nothing else is."""
    return lemma in _DASHES or lemma in _PREPOSITIONS


def _adverb(token: str, language: Language) -> bool:
    return token in language.skipped or (token.endswith("ly") and token not in language.cues)


def _passed_over(token: str, language: Language) -> bool:
    return token in language.auxiliaries or token in language.be or _adverb(token, language) or token.startswith("'")


def _candidates(token: str, language: Language) -> Iterator[str]:
    """Dictionary forms that this form may have, likeliest first; British spelling too."""
    for form in _stems(token, language):
        yield form
        if "iz" in form:
            yield form.replace("iz", "is")
        if "yz" in form:
            yield form.replace("yz", "ys")


def _stems(token: str, language: Language) -> Iterator[str]:
    if token in language.irregular:
        yield language.irregular[token]
    yield token
    if token.endswith("'s"):
        yield token[:-2]
    if token.endswith("ies"):
        yield token[:-3] + "y"
    if token.endswith(("shes", "ches", "xes", "sses", "zzes")):
        yield token[:-2]
    if token.endswith("s") and not token.endswith(("ss", "ous", "is")):
        yield token[:-1]
    if token.endswith("es"):
        yield token[:-2]
    if token.endswith("ied"):
        yield token[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = token.removesuffix(ending)
        if stem != token and len(stem) > 1:
            yield from _before(stem)


def _before(stem: str) -> Iterator[str]:
    """Dictionary forms of a verb whose "-ed" or "-ing" was taken off."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou"
    if doubled and stem[-1] not in "lsfz":
        yield stem[:-1]
    if _SILENT_E.search(stem):
        yield from (stem + "e", stem)
    else:
        yield from (stem, stem + "e")
    if doubled:
        yield stem[:-1]


def _by_rule(token: str, language: Language) -> str:
    """The likeliest dictionary form of a word that the data does not hold."""
    if token in language.irregular:
        return language.irregular[token]
    forms = [form for form in _stems(token, language) if form != token]
    return forms[0] if forms and any(letter in _VOWELS for letter in forms[0]) else token
