"""What sayso knows about a language: words and phrases as data, one folder of TOML files to a language.

In the files a list of words is one string with commas between the words: a tenth of the time that TOML arrays
take to parse, and easier to read and to compare.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, cast

from sayso.domain.attribution import Attitude, Factuality, Stance

Weakens = Literal["clause", "number", "phrase"]
Gender = Literal["m", "f", "n"]
Number = Literal["sg", "pl"]
Person = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What a cue tells about the words that it brings.

    Attributes:
        lemma: the dictionary form ("point out"); passives without a speaker begin with "is" ("is understood").
        stance: how the cue presents the content.
        attitude: whether it is said, thought, known, or wanted.
        factuality: how sure the source presents itself by this cue ("suspects": PS+).
        weak: the cue itself weakens ("claims") and is to be listed as a hedge with the claim.
        factive: by using it the writer vouches for the content ("points out").
    """

    lemma: str
    stance: Stance
    attitude: Attitude
    factuality: Factuality
    weak: bool
    factive: bool


@dataclass(frozen=True, slots=True)
class HedgeEntry:
    """A phrase that weakens, what it leaves of certainty, and how much it weakens: a clause, a number, a phrase."""

    phrase: str
    factuality: Factuality
    weakens: Weakens


@dataclass(frozen=True, slots=True)
class PronounFeatures:
    """Gender, number and person of a pronoun; None where the word does not tell ("they" has no gender)."""

    gender: Gender | None
    number: Number | None
    person: Person


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a person: its number, and its gender where the word itself tells ("spokeswoman")."""

    number: Number
    gender: Gender | None


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Everything known about one language. Lower case throughout, except where a field says otherwise.

    Attributes:
        code: ISO 639-1, "en".
        cues: dictionary form → what the cue tells ("say", "point out", "according to", "is understood").
        cue_starts: first word of every cue of several words → those cues, longest first, as tuples of words.
        irregular: inflected form → dictionary form ("told" → "tell").
        be: forms of "be", clipped ones too ("'s").
        auxiliaries: words that stand before a verb and add only tense, mood or voice.
        skipped: words inside a cue that say nothing about its kind ("also", "Tuesday").
        light: verbs passed over where another follows ("went on to say").
        negations: words that turn a cue round ("not", "never"); not "deny", whose cue entry says so.
        hedges: phrase as it stands in a text → what it weakens.
        number_words: "twelve" → 12; ordinals too.
        months: names and short forms.
        weekdays: names and short forms.
        pronouns: pronoun → features; possessives and reflexives too.
        points_to_nobody: those that point to nobody spoken of before ("somebody", "others").
        titles: offices, ranks and forms of address, before a name or for its bearer ("mr", "gen.", "minister").
        offices: those of `titles` that one person holds at a time in one body ("minister", "mayor").
        public_roles: offices and posts whose bearer is no private person ("mayor", "spokeswoman", "judge").
        speaking_roles: those whose bearer is none where an organisation is named with them ("economist", "manager").
        not_names: titles, adherents and other words with a capital that are no person's name where they stand alone ("Senator").
        telling_little: nouns for people that say nothing for or against an office ("rival", "nominee").
        person_nouns: nouns for people, singular and plural ("analyst", "analysts") → number and gender.
        collective_nouns: words for an open group ("residents", "critics", "some", "they").
        organisation_nouns: heads of names and descriptions of bodies ("ministry", "think tank").
        document_nouns: things that can be read and quoted ("letter", "survey", "indictment").
        places_for_government: capitals, seats and houses that stand for who governs there, as written ("Kremlin").
        demonyms: adjective or noun, as written ("Buryat", "Germans") → country or people, as written.
        not_places: words that some town is called and that mean something else unless a model says that they name a place.
        first_names: given name, as written → "m", "f", or None where it serves both.
        wire_agencies: news agencies, as written.
        media: newspapers, broadcasters, sites and platforms, as written; without `wire_agencies`.
        indefinite: determiners that bring in somebody new ("a", "another", "several").
        definite: determiners that point back ("the", "these").
        furniture: regular expressions for whole lines of a page that are no part of the article; to be used
            with `fullmatch` and `IGNORECASE` on one line without its surrounding blanks.
    """

    code: str
    cues: Mapping[str, CueEntry]
    cue_starts: Mapping[str, tuple[tuple[str, ...], ...]]
    irregular: Mapping[str, str]
    be: frozenset[str]
    auxiliaries: frozenset[str]
    skipped: frozenset[str]
    light: frozenset[str]
    negations: frozenset[str]
    hedges: Mapping[str, HedgeEntry]
    number_words: Mapping[str, int]
    months: frozenset[str]
    weekdays: frozenset[str]
    pronouns: Mapping[str, PronounFeatures]
    points_to_nobody: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    public_roles: frozenset[str]
    speaking_roles: frozenset[str]
    not_names: frozenset[str]
    telling_little: frozenset[str]
    person_nouns: Mapping[str, Noun]
    collective_nouns: frozenset[str]
    organisation_nouns: frozenset[str]
    document_nouns: frozenset[str]
    places_for_government: frozenset[str]
    demonyms: Mapping[str, str]
    not_places: frozenset[str]
    first_names: Mapping[str, Gender | None]
    wire_agencies: frozenset[str]
    media: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    furniture: tuple[str, ...]


@cache
def load_language(code: str) -> Language:
    """The language with this ISO 639-1 code; ValueError where there is no data for it."""
    folder = files("sayso.languages") / code
    if not (code.isalpha() and folder.is_dir()):
        raise ValueError(f"There is no language data for {code!r}; there is for: {', '.join(languages())}.")

    def read(topic: str) -> dict[str, Any]:
        return tomllib.loads((folder / f"{topic}.toml").read_text(encoding="utf-8"))

    cues = _cues(read("cues")["group"])
    forms, grammar, people, groups = read("forms"), read("grammar"), read("people"), read("groups")
    places, names = read("places"), read("names")
    offices = _set(people["offices"])
    return Language(
        code=code,
        cues=MappingProxyType(cues),
        cue_starts=MappingProxyType(_starts(cues)),
        irregular=MappingProxyType(dict(_pairs(forms["irregular"]))),
        be=_set(forms["be"]),
        auxiliaries=_set(forms["auxiliaries"]),
        skipped=_set(forms["skipped"]),
        light=_set(forms["light"]),
        negations=_set(forms["negations"]),
        hedges=MappingProxyType(_hedges(read("hedges")["group"])),
        number_words=MappingProxyType({word: int(value) for word, value in _pairs(grammar["number_words"])}),
        months=_set(grammar["months"]),
        weekdays=_set(grammar["weekdays"]),
        pronouns=MappingProxyType(_pronouns(grammar["pronouns"])),
        points_to_nobody=_set(grammar["points_to_nobody"]),
        titles=offices | _set(people["titles"]),
        offices=offices,
        public_roles=(offices | _set(people["public"])) - _set(people["speaking"]),
        speaking_roles=_set(people["speaking"]),
        not_names=_set(people["not_names"]),
        telling_little=_set(people["telling_little"]),
        person_nouns=MappingProxyType(_nouns(people)),
        collective_nouns=_set(groups["collective"]),
        organisation_nouns=_set(groups["organisations"]),
        document_nouns=_set(groups["documents"]),
        places_for_government=_set(places["governments"]),
        demonyms=MappingProxyType(_demonyms(places["demonyms"])),
        not_places=_set(places["not_places"]),
        first_names=MappingProxyType(_first_names(names)),
        wire_agencies=_set(names["wire_agencies"]),
        media=_set(names["media"]),
        indefinite=_set(grammar["indefinite"]),
        definite=_set(grammar["definite"]),
        furniture=tuple(read("furniture")["lines"].split("\n")[:-1]),
    )


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that there is data for."""
    return tuple(
        sorted(folder.name for folder in files("sayso.languages").iterdir() if (folder / "cues.toml").is_file())
    )


def load_code(language: str | None) -> str | None:
    """The code of the language data that a document is read with, English where it does not say; None where there is none."""
    code = (language or "en").split("-")[0].lower()
    return code if code in languages() else None


def is_read(language: str | None) -> bool:
    """Whether there is data for a document's language ("en", "en-GB"); of one that could not be told it is English."""
    return load_code(language) is not None


def _split(text: str) -> Iterator[str]:
    """Words and phrases of a list with commas; a phrase may run over a line break."""
    return (phrase for phrase in map(str.strip, text.replace("\n", " ").split(",")) if phrase)


def _set(text: str) -> frozenset[str]:
    return frozenset(_split(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pair in _split(text):
        left, _, right = pair.rpartition(" ")
        yield left, right


def _cues(groups: list[dict[str, Any]]) -> dict[str, CueEntry]:
    cues: dict[str, CueEntry] = {}
    for group in groups:
        shared = (Stance(group["stance"]), Attitude(group["attitude"]), Factuality(group["factuality"]))
        weak, factive = group.get("weak", False), group.get("factive", False)
        cues |= {lemma: CueEntry(lemma, *shared, weak, factive) for lemma in _split(group["cues"])}
    return cues


def _starts(cues: Mapping[str, CueEntry]) -> dict[str, tuple[tuple[str, ...], ...]]:
    starts: dict[str, list[tuple[str, ...]]] = {}
    for words in (tuple(lemma.split(" ")) for lemma in cues if " " in lemma):
        starts.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in starts.items()}


def _hedges(groups: list[dict[str, Any]]) -> dict[str, HedgeEntry]:
    return {
        phrase: HedgeEntry(phrase, Factuality(group["factuality"]), cast(Weakens, group["weakens"]))
        for group in groups
        for phrase in _split(group["phrases"])
    }


def _pronouns(text: str) -> dict[str, PronounFeatures]:
    pronouns = {}
    for line in _split(text):
        word, gender, number, person = line.split(" ")
        pronouns[word] = PronounFeatures(
            cast(Gender, gender) if gender != "-" else None,
            cast(Number, number) if number != "-" else None,
            cast(Person, int(person)),
        )
    return pronouns


def _nouns(people: Mapping[str, Any]) -> dict[str, Noun]:
    genders: dict[str, Gender | None] = {"nouns": None, "nouns_m": "m", "nouns_f": "f"}
    nouns: dict[str, Noun] = {}
    for key, gender in genders.items():
        one, several = Noun("sg", gender), Noun("pl", gender)
        for entry in _split(people[key]):
            singular, _, plural = entry.partition("/")
            nouns[singular] = one
            nouns[plural or _plural(singular)] = several
    return nouns


def _plural(noun: str) -> str:
    """The regular English plural; the data spell out the others ("spokesman/spokesmen")."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _demonyms(text: str) -> dict[str, str]:
    """`country: word, word` on each line."""
    demonyms: dict[str, str] = {}
    for line in text.strip().split("\n"):
        country, _, words = line.partition(": ")
        demonyms |= dict.fromkeys(_split(words), country)
    return demonyms


def _first_names(names: Mapping[str, Any]) -> dict[str, Gender | None]:
    men, women, both = (frozenset(names[key].split()) for key in ("men", "women", "both"))
    first: dict[str, Gender | None] = dict.fromkeys(men, "m")
    first |= dict.fromkeys(women, "f")
    return first | dict.fromkeys(both | (men & women), None)
