"""Whether words that describe somebody can mean a party of before: the same office, of the same country."""

from __future__ import annotations

from sayso.extract.names import Party
from sayso.extract.noun_phrase import PRIME_MINISTER, NounPhrase
from sayso.languages.language import Language


def is_of_one_country(text: str, party: Party, phrase: NounPhrase, language: Language) -> bool:
    """ "The Australian government" is not the "British Government" of before."""
    start, end = party.places[0]
    theirs = _countries(party.name or text[start:end], language)
    asked = _countries(text[phrase.start : phrase.end], language)
    return not theirs or not asked or not theirs.isdisjoint(asked)


def _countries(words: str, language: Language) -> set[str]:
    return {language.demonyms[word] for word in words.split() if word in language.demonyms}


def bears_office(text: str, party: Party, phrase: NounPhrase, language: Language) -> bool:
    """ "The prime minister" is nobody whom the text calls minister of something else."""
    words = " ".join(text[phrase.start : phrase.end].lower().split()[-2:])
    if text.endswith(PRIME_MINISTER, phrase.start, phrase.end):
        words = "prime minister"
    if words not in language.offices:
        return True
    return any(
        words in " ".join(text[max(0, low - 60) : min(high + 90, phrase.start)].lower().split())
        for low, high in party.places
        if low < phrase.start
    )
