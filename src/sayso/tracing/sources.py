"""Who a hop's words mean, so that hops of different documents can be told to be one party.

A text's own words say more than the name that a reading gives: "the ministry's spokeswoman Irina Vold" is a person, and the
ministry speaks; "the interior minister" is an office; "the Vesna newspaper" bears a name; "an official" bears none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.domain.attribution import Hop, Naming, PartyKind
from sayso.domain.document import Document
from sayso.languages.language import Language
from sayso.tracing.bodies import body_key, names_body
from sayso.tracing.names import name_key
from sayso.tracing.outlet_names import bare_name, is_media_name
from sayso.tracing.roles import (
    CAPITAL,
    DETERMINER,
    OF,
    OWNED,
    RUN,
    WORD,
    Role,
    language_of,
    office_of,
    read_role,
    roles_behind,
)
from sayso.tracing.sounds import KINDS, MEDIA_WORDS

_SOME_MEDIUM = re.compile(
    r"(?:(?i:an?|one|another|some|several|many|two|three|other|local|state|regional|national|foreign|independent|opposition) )(?:(?!of|on|in|at|from|by|for|with|to|the)[\w.-]+ ){0,4}?(?P<noun>[a-z]+)"
)

LONGEST_SOURCE = 300  # code points

_BREAK = re.compile(
    r"[,;:(—–]|\s-\s|\b(?:who|which|that|whose|whom|quoted|cited|interviewed|speaking|close|familiar|briefed|seen|obtained|published|reviewed|"
    r"released|carried|called|living|near|about|involved)\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\b(?:quoted|cited|seen|obtained|reviewed|published|carried|interviewed|reported) by (?P<name>.+)$"
    r"|\b(?:that|which) (?P<seer>.+?) (?:has|have|had|saw|obtained|reviewed)\b.*$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    rf", (?P<name>{CAPITAL}(?: {CAPITAL}){{0,3}})(?=, (?:who|said|told|wrote|added|and)|,? (?:said|told|wrote|added)\b|, [a-z])"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A party as one document speaks of it.

    `person`: key of a proper name; `body`: key of the body that it is, speaks for or belongs to; `office`: a post
    ("interior minister", "mayor | harl"); `noun`: what it is called ("official"). `voice`: whether it is the body that speaks.
    """

    words: str
    name: str | None
    kind: PartyKind
    naming: Naming
    person: str | None = None
    body: str | None = None
    office: str | None = None
    noun: str = ""
    voice: bool = False
    start: int = 0
    end: int = 0

    @property
    def shown(self) -> str:
        """Its name, or the text's own words for it."""
        return self.name or DETERMINER.sub("", self.words) or "nobody named"

    @property
    def is_known(self) -> bool:
        """Whether another document can mean the same: by name, by office, or as a body."""
        return self.person is not None or self.office is not None or (self.body is not None and self.voice)


NOBODY = Source("", None, PartyKind.UNKNOWN, Naming.NONE)


MEDIA_AT_LARGE = frozenset("media outlets newspapers channels press reports rumours rumors bloggers".split())
"""What texts call those whom they have something from where they do not care to say from whom ("local media report")."""
_TITLED = re.compile(
    rf"(?:[Tt]he )?(?P<title>(?:(?:[a-z-]+|{CAPITAL}) ){{1,9}})(?P<name>{CAPITAL}(?: (?:van|de|von|der|da|di|al|bin))? {CAPITAL})"
)
_RUN_INSIDE = re.compile(rf"\s{CAPITAL}")
_FULL_NAME = re.compile(rf"{CAPITAL}(?: {CAPITAL}){{1,2}}")
_SURNAME = r"[^\W\d_a-zа-яё][\w’'-]*[^\W_]"
ANYBODY = frozenset("source official insider person people representative authorities".split())
"""What texts call somebody of whom they tell nothing else."""


def may_be_one(one: Source, other: Source, *, strict: bool = False) -> bool:
    """Whether two parties of whom one at least bears no name may be one: neither body nor number nor calling stands against it.

    `strict`: "relatives" and "a source" are two, and so are "two people" and "an official".
    """
    if strict and _are_several(one) != _are_several(other):
        return False
    if (
        one.body is not None
        and other.body is not None
        and one.body != other.body
        and not _are_kin(one.body, other.body)
    ):
        return False
    if other.is_known:
        if one.body is not None and other.body is None:
            return False
        return noun_of(one) in ANYBODY or noun_of(one) == noun_of(other) != ""
    if (one.naming is Naming.COLLECTIVE) != (other.naming is Naming.COLLECTIVE):
        return False
    nouns = {noun_of(one), noun_of(other)}
    if len(nouns) == 1 or "" in nouns:
        return True
    return nouns <= ANYBODY if strict else bool(nouns & ANYBODY)


_SEVERAL = re.compile(r"(?:the )?(?:two|three|four|five|six|several|some|many|both|\d+)\s", re.IGNORECASE)


def _are_several(source: Source) -> bool:
    """Whether the words count more than one: "two people familiar with it"."""
    return source.naming is Naming.COLLECTIVE or _SEVERAL.match(source.words) is not None


_ENFORCING = frozenset(
    "police law enforcement agencies agency security services service investigators prosecutors intelligence".split()
)


def _are_kin(one: str, other: str) -> bool:
    """ "A source in the police", "a source in law enforcement agencies"."""
    return set(one.split()) <= _ENFORCING and set(other.split()) <= _ENFORCING


_ALIKE = {
    "advisor": "aide", "adviser": "aide", "assistant": "aide", "staffer": "employee", "worker": "employee", "labourer": "employee",
    "familie": "relative", "kin": "relative", "local": "resident", "villager": "resident", "townspeople": "resident",
}  # fmt: skip
"""Words between which texts choose for one whom they do not name."""


def noun_of(source: Source) -> str:
    """What a party is called, in the singular."""
    if source.noun in ANYBODY:
        return source.noun
    noun = source.noun.removesuffix("s")
    return _ALIKE.get(noun, noun)


def read_source(hop: Hop, document: Document) -> Source:
    """The party of a hop, from the words in the text and what the reading knows of them."""
    if hop.source is None:
        return replace(NOBODY, kind=hop.kind)
    name = hop_name(hop) if hop.naming is Naming.NAMED else None
    return describe_source(hop.source.exact, hop.source.start, name, hop.kind, hop.naming, document)


def hop_name(hop: Hop) -> str | None:
    """A hop's name; a person's with the surname that stands after it, where the reader took the first one alone ("Helga" of "Helga Zuboyan")."""
    if hop.name is None or hop.source is None or hop.kind is not PartyKind.PERSON or " " in hop.name:
        return hop.name
    found = re.search(rf"(?<!\w){re.escape(hop.name)}(?: {_SURNAME}){{1,2}}(?!\w)", hop.source.exact)
    return found.group() if found is not None and not names_body(found.group()) else hop.name


def describe_source(
    words: str, start: int, name: str | None, kind: PartyKind, naming: Naming, document: Document
) -> Source:
    """The party that some words of a document mean; `name` is what the reading calls it."""
    language = language_of(document)
    end = start + len(words)
    words = " ".join(words[:LONGEST_SOURCE].split())
    own, _, aside = _split(words)
    if name is not None and name not in own and name in words and kind is not PartyKind.PERSON:
        name = None  # "a report that Radio Polje has seen"
    if name is not None and kind is PartyKind.GROUP and name not in words and words.lower() not in language.pronouns:
        name = None  # made up of pieces: "Service for Water and Anna Berg"
    found = Source(words, name, kind, naming, start=start, end=end)
    if words.lower() in language.pronouns:
        return _from_name(found, document, language)
    name = _whole(name, own)
    medium = described_medium(own)
    if medium is not None:
        many = Naming.COLLECTIVE if medium in MEDIA_AT_LARGE else Naming.UNNAMED
        return replace(found, name=None, kind=PartyKind.ORGANISATION, noun=medium, naming=many)
    name = _trusted(name, own, kind, language)
    if name is None and (titled := _titled_name(own, document, language)) is not None:
        name, kind = titled, PartyKind.PERSON
    person = _person(own, aside, name, kind, language) or _apposed(own, end, kind, naming, document, language)
    if person is not None:
        return _named_person(replace(found, name=person, person=name_key(person)), own, aside, document, language)
    media = _media_name(own, name)
    if media is not None:
        return replace(
            found, name=media, naming=Naming.NAMED, kind=PartyKind.ORGANISATION, body=body_key(media), voice=True
        )
    role = read_role(own, document, language)
    if role.noun in MEDIA_AT_LARGE and not _RUN_INSIDE.search(own):
        return replace(found, name=None, noun=role.noun, naming=Naming.COLLECTIVE)
    found = replace(found, office=role.office, body=role.body, noun=role.noun, voice=role.voice, name=None)
    if role.voice and role.body is not None:
        proper = name if kind is not PartyKind.PERSON else None
        run = _longest_run(own)
        # "Police in Harl" are not called Harl.
        whole = run is None or names_body(run) or is_media_name(run) or not names_body(own)
        shown = proper or (run if whole else DETERMINER.sub("", own))
        named = naming is Naming.NAMED or shown is not None or role.body != body_key(own)
        kind = PartyKind.ORGANISATION if kind in {PartyKind.PERSON, PartyKind.UNKNOWN} else kind
        # "The Committee" may be all that a reading calls the Open Door Committee.
        body = role.body if proper is None or role.through or " " not in proper else body_key(proper)
        return replace(found, name=shown, naming=Naming.NAMED if named else naming, kind=kind, body=body)
    people = language.person_nouns.keys() | language.collective_nouns
    if name is not None and role.noun not in people and not role.office:
        return replace(found, name=name, body=body_key(name), voice=True)
    run = _longest_run(own)
    if (
        run is not None
        and " " in run
        and role.office is None
        and role.body is None
        and role.noun not in language.person_nouns
        and role.noun not in language.collective_nouns
    ):
        return replace(found, name=run, naming=Naming.NAMED, body=body_key(run), voice=True)
    if role.office is None and role.body is None and _is_all_name(own, language):
        # The reader took no name in it: "Drozd", "Polje Insider".
        single = kind is not PartyKind.ORGANISATION and len(own.split()) < 3
        found = replace(found, name=own, naming=Naming.NAMED)
        return replace(found, person=name_key(own)) if single else replace(found, body=body_key(own), voice=True)
    return replace(found, naming=Naming.UNNAMED if naming is Naming.NAMED else naming)


def _whole(name: str | None, own: str) -> str | None:
    """ "Spade & Lode", of which the reader took "Lode" for the name."""
    if name is None or "&" not in own:
        return name
    return next((run for run in RUN.findall(own) if "&" in run and run.endswith(f"& {name}")), name)


def described_medium(words: str) -> str | None:
    """The noun of words that tell what an outlet is and not which: "a local Telegram channel", "one Perm paper", "a US think tank"."""
    found = _SOME_MEDIUM.fullmatch(words)
    noun = found["noun"].lower() if found is not None else ""
    return noun if noun in MEDIA_AT_LARGE or noun.removesuffix("s") in KINDS | MEDIA_WORDS | {"tank"} else None


def through(words: str) -> tuple[str, str] | None:
    """ "a statement seen by Delta" → the words for who said it, and the name of who passes it on."""
    found = _THROUGH.search(words)
    return (
        None if found is None else (words[: found.start()].strip(" ,"), (found["name"] or found["seer"]).strip(" ,.)"))
    )


def _split(words: str) -> tuple[str, str, str]:
    """The words up to where something else begins, what parts them, and the words between that and the next comma."""
    found = _BREAK.search(words)
    if found is None or not re.search(r"\w", words[: found.start()]):
        return words.strip(" “”\"'‘’("), "", ""
    aside = re.split(r"[,;:()—–]", words[found.end() :])[0].strip() if found.group() in ",(—–" else ""
    return words[: found.start()].strip(" “”\"'‘’("), found.group(), aside


def _from_name(found: Source, document: Document, language: Language) -> Source:
    """ "he": whatever the reading knows by name."""
    if found.name is None:
        return found
    if found.kind is PartyKind.PERSON and not is_media_name(found.name):
        office, role = office_of(found.name, document), _speaking_role(found.name, document)
        found = replace(found, person=name_key(found.name), office=office)
        return found if role is None or office else replace(found, noun=role.noun, body=role.body, voice=role.voice)
    return replace(found, body=body_key(found.name), voice=True)


def _speaking_role(name: str, document: Document) -> Role | None:
    """For which body a person speaks, as the text says where it gives the name ("Anna Berg, the spokeswoman of the port authority")."""
    return next((role for role in roles_behind(name, document) if role.voice), None)


def _named_person(found: Source, own: str, aside: str, document: Document, language: Language) -> Source:
    name = found.name or ""
    descriptions = [own.replace(name, " ").strip(" ,") if name in own else "", aside.replace(name, "").strip(" ,")]
    if name not in own:
        descriptions[0] = own
    role = Role()
    for words in descriptions:
        if re.search(r"\w", words):
            found_role = read_role(words, document, language)
            if found_role.body or not role.office:
                role = found_role
            if role.body:
                break
    return replace(
        found, naming=Naming.NAMED, kind=PartyKind.PERSON, noun=role.noun, body=role.body,
        office=role.office or office_of(name, document), voice=role.voice,
    )  # fmt: skip


def _titled_name(own: str, document: Document, language: Language) -> str | None:
    """ "Minister for Health Cathal Breen", of which a reading took no name."""
    found = _TITLED.fullmatch(own)
    if found is None or names_body(found["name"]) or is_media_name(own):
        return None
    words = [word.lower() for word in found["title"].split()]
    known = language.titles | language.offices | language.person_nouns.keys()
    return found["name"] if words[0] in known or words[-1] in known or " ".join(words) in known else None


def _person(own: str, aside: str, name: str | None, kind: PartyKind, language: Language) -> str | None:
    """The proper name of a person in the words, where the reading found one or a title says so."""
    if is_media_name(own) or (name is not None and is_media_name(name)):
        return None
    if name is not None and kind is PartyKind.PERSON:
        return name
    if aside and _calls_person(own, language) and RUN.fullmatch(aside) and not names_body(aside):
        return aside  # "the hostel's cook, Dilshod"
    if aside and _FULL_NAME.fullmatch(own) and not names_body(own) and _calls_person(aside, language):
        return own  # "Inna Zubford, the head of the union", whatever the reader took the name for
    return None


def _calls_person(words: str, language: Language) -> bool:
    """Whether words without a name say what a person is: "the hostel's cook", "the head of the union"."""
    tokens = WORD.findall(OF.split(DETERMINER.sub("", words))[0])
    if not tokens or not tokens[-1][0].islower():
        return False
    last = tokens[-1].lower()
    return last in language.person_nouns or last in language.titles or last in language.offices


def _trusted(name: str | None, own: str, kind: PartyKind, language: Language) -> str | None:
    """The reading's name, unless the words say themselves which body they mean and the name is none ("the rescue service": ORM)."""
    if name is None or kind is PartyKind.PERSON or not names_body(own):
        return name
    theirs, words = set(name_key(name).split()), set(name_key(own).split())
    if theirs & words:
        return name
    single = len(WORD.findall(DETERMINER.sub("", own))) == 1
    return (
        name if single and (names_body(name) or name.isupper()) and kind is not PartyKind.PLACE_FOR_GOVERNMENT else None
    )


def _apposed(own: str, end: int, kind: PartyKind, naming: Naming, document: Document, language: Language) -> str | None:
    """The name that follows a person without one: "their lawyer, Vera Lomova, told"."""
    if naming is not Naming.UNNAMED or kind not in {PartyKind.PERSON, PartyKind.UNKNOWN}:
        return None
    noun = (WORD.findall(OF.split(own)[0]) or [""])[-1].lower()
    if noun not in language.person_nouns and noun not in language.titles:
        return None
    found = _APPOSED.match(document.text, end)
    return found["name"] if found is not None and not names_body(found["name"]) else None


def _media_name(own: str, name: str | None) -> str | None:
    """The name of an outlet in words that say it is one: "the Vesna newspaper", "the site Harl Live", "the agency Delta"."""
    if not is_media_name(own):
        return name if name is not None and is_media_name(name) else None
    return bare_name(own)


def _longest_run(words: str) -> str | None:
    runs = [OWNED.sub("", run) for run in RUN.findall(DETERMINER.sub("", words))]
    return max(runs, key=len, default=None)


def _is_all_name(own: str, language: Language) -> bool:
    """Whether every word but the small ones is a capitalised one that is no common noun at a sentence's head."""
    tokens = WORD.findall(DETERMINER.sub("", own))
    if not tokens or not all(
        token[0].isupper() or token in {"of", "for", "the", "and", "de", "al"} for token in tokens
    ):
        return False
    lower = {token.lower() for token in tokens}
    common = (
        language.person_nouns.keys()
        | language.collective_nouns
        | language.document_nouns
        | language.titles
        | language.organisation_nouns
    )
    return not (len(tokens) == 1 and lower & common) and not any(token.isdigit() for token in tokens)
