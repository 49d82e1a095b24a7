"""Whether a phrase can stand for people, or for people and bodies: "released 40 men", and not "released a letter"."""

from __future__ import annotations

from sayso.domain.pack import PEOPLE
from sayso.extract.events.lexicon import Lexicon
from sayso.extract.events.phrases import Phrase
from sayso.extract.events.sentence import Sentence, Tag

_THINGS = frozenset("it itself this that which these something nothing everything anything what".split())
_PEOPLE = frozenset(
    "rest lot crew family families couple pair group groups trio half majority minority dozen dozens hundreds thousands scores many few "
    "number crowd diaspora youths brothers sisters bodies prisoner pows captives hostages population public household households "
    "delegation generation contingent batch remaining pupils infants minors siblings squad platoon battalion brigade unit units troop troops personnel".split()
)
_PARTIES = frozenset(
    "side sides team board panel partners counterpart counterparts delegation government council committee cabinet leadership parliament press "
    "media opposition clergy diaspora".split()
)
_ENDINGS = (
    "er",
    "or",
    "ist",
    "ee",
    "man",
    "men",
    "woman",
    "women",
    "ian",
    "person",
    "people",
    "folk",
    "hand",
    "mate",
    "kin",
)
_NO_PEOPLE = frozenset(
    "letter paper order power number offer water chapter newsletter poster computer folder register trailer banner filter matter river weather "
    "fever cover answer counter vapor error mirror factor sector labor flower tower layer cluster server folder figure tender transfer summer winter "
    "quarter center border danger disaster thriller bestseller laser rumor tumor humor committee "
    "coffee fee degree guarantee tree free plan bumper copper rubber silver timber tanker freighter steamer bomber".split()
)


def can_be(sentence: Sentence, phrase: Phrase, who: str, lexicon: Lexicon) -> bool:
    """Whether the phrase's head, or one joined to it, can be of this sort (`PEOPLE` or `PARTIES`)."""
    heads = [phrase.head]
    heads += [i + 1 for i in range(phrase.first, phrase.after - 1) if sentence.lower(i) in ("and", "or")]
    return any(_is(sentence, head, who, lexicon) for head in heads)


def _is(sentence: Sentence, head: int, who: str, lexicon: Lexicon) -> bool:
    token, language = sentence.tokens[head], lexicon.language
    word = token.lower
    if token.tag in (Tag.PRON, Tag.DET, Tag.NUM, Tag.REL):
        return word not in _THINGS
    if token.text[:1].isupper():
        return True  # a name, or a word that opens the sentence
    if word in language.person_nouns or word in language.collective_nouns or word in language.titles or word in _PEOPLE:
        return True
    if who != PEOPLE and (
        word in language.organisation_nouns or word in _PARTIES or word.removesuffix("s") in language.organisation_nouns
    ):
        return True
    singular = word.removesuffix("s")
    return singular not in _NO_PEOPLE and len(singular) > 3 and singular.endswith(_ENDINGS)
