"""Who a hop's words mean, so that hops of different documents can be told to be one party.

A text's own words say more than the name that a reading gives: "the ministry's spokeswoman Irina Vold" is a person, and the
ministry speaks; "the interior minister" is an office; "the Vesna newspaper" bears a name; "an official" bears none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.domain.attribution import Hop, Naming, PartyKind
from sayso.domain.document import Document
from sayso.languages.language import Language, languages, load_language
from sayso.tracing.bodies import body_in, body_key, names_body
from sayso.tracing.names import name_key
from sayso.tracing.outlets import bare_name, is_media_name

SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons communique communiqué readout".split()
)
"""Nouns of those through whom a body speaks with its own voice."""
SPEAKING_PAIRS = frozenset("press service,press office,press secretary,press release,press centre,press center,media office,governor's office".split(","))
PAPERS = frozenset("statement report bulletin briefing note update study paper post analysis assessment page account channel website release letter".split())
"""Papers that a body speaks through where the words say whose they are ("the ISW report"), and else are somebody's."""
LONGEST_SOURCE = 300  # code points

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_CAPITAL = r"[^\W\d_a-zа-яё][\w’'&.-]*"
_RUN = re.compile(rf"{_CAPITAL}(?:[ ](?:(?:of|for|the|and|de|al|in|on)[ ]){{0,2}}{_CAPITAL})*")
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
_OF = re.compile(r"\s+(?:of|at|in|from|with|for|inside|within|on)\s+", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:the|an?|its|their|his|her|our|one|another|this|that|some|two|three|several)\s+", re.IGNORECASE)
_OWNED = re.compile(r"[’']s$|(?<=s)[’']$")
_APPOSED = re.compile(rf", (?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})(?=, (?:who|said|told|wrote|added|and)|,? (?:said|told|wrote|added)\b|, [a-z])")
_LESSER = frozenset("deputy acting former ex vice assistant aide adviser advisor".split())
_HEADS = frozenset("head,chief,director,chairman,chairwoman,chairperson,chair,general director,director general,director-general,chief executive,ceo".split(","))
"""Words for the one at the top of a body, between which texts choose."""
_IDLE = frozenset("its his her their our my new then current longtime country's nation's region's city's republic's state".split())


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
        return self.name or _DETERMINER.sub("", self.words) or "nobody named"

    @property
    def is_known(self) -> bool:
        """Whether another document can mean the same: by name, by office, or as a body."""
        return self.person is not None or self.office is not None or (self.body is not None and self.voice)


NOBODY = Source("", None, PartyKind.UNKNOWN, Naming.NONE)


ANYBODY = frozenset("source official insider person man woman people representative authorities employee officer".split())
"""What texts call somebody of whom they tell nothing else."""


def may_be_one(one: Source, other: Source) -> bool:
    """Whether two parties of whom one at least bears no name may be one: neither body nor number nor calling stands against it."""
    if one.body is not None and other.body is not None and one.body != other.body and not _are_kin(one.body, other.body):
        return False
    if other.is_known:
        if one.body is not None and other.body is None:
            return False
        return noun_of(one) in ANYBODY or noun_of(one) == noun_of(other) != ""
    if (one.naming is Naming.COLLECTIVE) != (other.naming is Naming.COLLECTIVE):
        return False
    nouns = {noun_of(one), noun_of(other)}
    return len(nouns) == 1 or bool(nouns & ANYBODY) or "" in nouns


_ENFORCING = frozenset("police law enforcement agencies agency security services service investigators prosecutors intelligence".split())


def _are_kin(one: str, other: str) -> bool:
    """ "A source in the police", "a source in law enforcement agencies"."""
    return set(one.split()) <= _ENFORCING and set(other.split()) <= _ENFORCING


def noun_of(source: Source) -> str:
    """What a party is called, in the singular."""
    return source.noun.removesuffix("s") if source.noun not in ANYBODY else source.noun


@dataclass(frozen=True, slots=True)
class Role:
    """What a description without a proper name tells."""

    office: str | None = None
    body: str | None = None
    noun: str = ""
    voice: bool = False


def language_of(document: Document) -> Language:
    """The data of the document's language, English where there is none."""
    code = (document.language or "en").split("-")[0].lower()
    return load_language(code if code in languages() else "en")


def read_source(hop: Hop, document: Document) -> Source:
    """The party of a hop, from the words in the text and what the reading knows of them."""
    if hop.source is None:
        return replace(NOBODY, kind=hop.kind)
    name = hop.name if hop.naming is Naming.NAMED else None
    return describe_source(hop.source.exact, hop.source.start, name, hop.kind, hop.naming, document)


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
    found = Source(words, name, kind, naming, start=start, end=end)
    if words.lower() in language.pronouns:
        return _from_name(found, document, language)
    name = _trusted(name, own, kind, language)
    person = _person(own, aside, name, kind, language) or _apposed(own, end, kind, naming, document, language)
    if person is not None:
        return _named_person(replace(found, name=person, person=name_key(person)), own, aside, document, language)
    media = _media_name(own, name)
    if media is not None:
        return replace(found, name=media, naming=Naming.NAMED, kind=PartyKind.ORGANISATION, body=body_key(media), voice=True)
    role = read_role(own, document, language)
    found = replace(found, office=role.office, body=role.body, noun=role.noun, voice=role.voice, name=None)
    if role.voice and role.body is not None:
        proper = name if kind is not PartyKind.PERSON else None
        shown = proper or _longest_run(own)
        named = naming is Naming.NAMED or shown is not None or role.body != body_key(own)
        kind = PartyKind.ORGANISATION if kind in {PartyKind.PERSON, PartyKind.UNKNOWN} else kind
        speaks = role.noun in SPEAKING or role.noun in PAPERS or role.noun in {"service", "office"}
        # "The Committee" may be all that a reading calls the Open Door Committee.
        body = role.body if proper is None or speaks or " " not in proper else body_key(proper)
        return replace(found, name=shown, naming=Naming.NAMED if named else naming, kind=kind, body=body)
    if name is not None and role.noun not in language.person_nouns and not role.office:
        return replace(found, name=name, body=body_key(name), voice=True)
    run = _longest_run(own)
    if run is not None and " " in run and role.office is None and role.body is None and role.noun not in language.person_nouns:
        return replace(found, name=run, naming=Naming.NAMED, body=body_key(run), voice=True)
    if role.office is None and role.body is None and _is_all_name(own, language):
        # The reader took no name in it: "Drozd", "Polje Insider".
        single = kind is not PartyKind.ORGANISATION and len(own.split()) < 3
        key = {"person": name_key(own)} if single else {"body": body_key(own), "voice": True}
        return replace(found, name=own, naming=Naming.NAMED, **key)  # type: ignore[arg-type]
    return replace(found, naming=Naming.UNNAMED if naming is Naming.NAMED else naming)


def through(words: str) -> tuple[str, str] | None:
    """ "a statement seen by Delta" → the words for who said it, and the name of who passes it on."""
    found = _THROUGH.search(words)
    return None if found is None else (words[: found.start()].strip(" ,"), (found["name"] or found["seer"]).strip(" ,.)"))


def read_role(words: str, document: Document, language: Language) -> Role:
    """What a description says: post, body, and whether the body itself speaks."""
    words = _DETERMINER.sub("", words).strip()
    office = _office(words, document, language)
    if office is not None:
        return Role(office, _office_body(office), office.split(" | ")[0], voice=False)
    first, *rest = _OF.split(words, maxsplit=1)
    after = rest[0] if rest else ""
    tokens = _WORD.findall(first)
    if not tokens:
        return Role()
    lower = [_OWNED.sub("", token).lower() for token in tokens]
    speaking = next((i for i, word in enumerate(lower) if word in SPEAKING or " ".join(lower[max(0, i - 1) : i + 1]) in SPEAKING_PAIRS), None)
    if speaking is None and lower[-1] in PAPERS:
        speaking = len(lower) - 1
    if speaking is not None:
        width = 1 if lower[speaking] in SPEAKING or lower[speaking] in PAPERS else 2
        before = " ".join(_OWNED.sub("", token) for token in tokens[: speaking + 1 - width])
        named = before if before and (names_body(before) or before[0].isupper()) else _without_papers(after)
        body = body_in(named, document) if named else None
        return Role(None, body, lower[speaking], voice=body is not None)
    noun = lower[-1]
    if (noun in language.person_nouns or noun in language.titles) and tokens[-1][0].islower():
        before = " ".join(_OWNED.sub("", token) for token in tokens[:-1])
        named = before if names_body(before) else after if names_body(after) else ""
        return Role(None, body_in(named, document) if named else None, noun)
    whole = words if after and tokens[-1][0].isupper() or after and words[-1:].isupper() else first
    if names_body(whole) or noun in language.organisation_nouns:
        return Role(None, body_in(words if after and _RUN.search(after) else whole, document), noun, voice=True)
    return Role(None, None, noun)


def _without_papers(words: str) -> str:
    """ "the committee's website" → "the committee"."""
    tokens = words.split()
    while len(tokens) > 1 and tokens[-1].lower() in PAPERS:
        tokens.pop()
    return _OWNED.sub("", " ".join(tokens))


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
        return replace(found, person=name_key(found.name), office=office_of(found.name, document))
    return replace(found, body=body_key(found.name), voice=True)


def _named_person(found: Source, own: str, aside: str, document: Document, language: Language) -> Source:
    name = found.name or ""
    descriptions = [own.replace(name, " ").strip(" ,") if name in own else "", aside.replace(name, "").strip(" ,")]
    if name not in own:
        descriptions[0] = own
    role = Role()
    for words in descriptions:
        if re.search(r"\w", words):
            role = read_role(words, document, language)
            if role.office or role.body:
                break
    return replace(
        found, naming=Naming.NAMED, kind=PartyKind.PERSON, noun=role.noun, body=role.body,
        office=role.office or office_of(name, document), voice=role.voice,
    )  # fmt: skip


def _person(own: str, aside: str, name: str | None, kind: PartyKind, language: Language) -> str | None:
    """The proper name of a person in the words, where the reading found one or a title says so."""
    if is_media_name(own) or (name is not None and is_media_name(name)):
        return None
    if name is not None and kind is PartyKind.PERSON:
        return name
    noun = (_WORD.findall(_OF.split(own)[0]) or [""])[-1].lower()
    if aside and noun in language.person_nouns and _RUN.fullmatch(aside) and not names_body(aside):
        return aside  # "the hostel's cook, Dilshod"
    return None


def _trusted(name: str | None, own: str, kind: PartyKind, language: Language) -> str | None:
    """The reading's name, unless the words say themselves which body they mean and the name is none ("the rescue service": ORM)."""
    if name is None or kind is PartyKind.PERSON or not names_body(own):
        return name
    theirs, words = set(name_key(name).split()), set(name_key(own).split())
    if theirs & words:
        return name
    single = len(_WORD.findall(_DETERMINER.sub("", own))) == 1
    return name if single and (names_body(name) or name.isupper()) and kind is not PartyKind.PLACE_FOR_GOVERNMENT else None


def _apposed(own: str, end: int, kind: PartyKind, naming: Naming, document: Document, language: Language) -> str | None:
    """The name that follows a person without one: "their lawyer, Vera Lomova, told"."""
    if naming is not Naming.UNNAMED or kind not in {PartyKind.PERSON, PartyKind.UNKNOWN}:
        return None
    noun = (_WORD.findall(_OF.split(own)[0]) or [""])[-1].lower()
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
    runs = [_OWNED.sub("", run) for run in _RUN.findall(_DETERMINER.sub("", words))]
    return max(runs, key=len, default=None)


def _is_all_name(own: str, language: Language) -> bool:
    """Whether every word but the small ones is a capitalised one that is no common noun at a sentence's head."""
    tokens = _WORD.findall(_DETERMINER.sub("", own))
    if not tokens or not all(token[0].isupper() or token in {"of", "for", "the", "and", "de", "al"} for token in tokens):
        return False
    lower = {token.lower() for token in tokens}
    common = language.person_nouns.keys() | language.collective_nouns | language.document_nouns | language.titles | language.organisation_nouns
    return not (len(tokens) == 1 and lower & common) and not any(token.isdigit() for token in tokens)


def _office(words: str, document: Document, language: Language) -> str | None:
    """The post that words name, with its body or place: "head | board investigative", "interior minister"."""
    tokens = list(_WORD.finditer(words))
    lower = [_OWNED.sub("", token.group().lower()) for token in tokens]
    for first in range(min(len(tokens), 7)):
        for last in range(min(len(tokens), first + 4), first, -1):
            phrase = " ".join(lower[first:last])
            if phrase not in language.offices:
                continue
            if any(word in _LESSER for word in lower[:first]) or (last < len(lower) and lower[last] in {"spokesman", "spokeswoman", "office", "aide"}):
                return None
            after = re.match(r"\s+(?:of|for|at)\s+([^,;(]+)", words[tokens[last - 1].end() :])
            before = " ".join(_OWNED.sub("", token.group()) for token in tokens[:first] if token.group().lower() not in _IDLE)
            of = body_in(after[1], document) if after else body_in(before, document) if before else ""
            phrase = "head" if phrase in _HEADS and of else phrase
            return f"{phrase} | {of}" if of else phrase
    return None


def _office_body(office: str) -> str | None:
    """The body that a post belongs to, where its name tells: "head | board investigative", "interior minister"."""
    post, _, of = office.partition(" | ")
    if of and names_body(of):
        return of
    kind, _, title = post.rpartition(" ")
    return body_key(f"{kind} ministry") if title == "minister" and kind and kind != "prime" else None


def office_of(name: str, document: Document) -> str | None:
    """The post that a text gives a person somewhere, before the name or after it."""
    return _office_in(document, name.split()[-1])


@lru_cache(maxsize=4096)
def _office_in(document: Document, surname: str) -> str | None:
    language = language_of(document)
    text = document.text
    for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
        before = re.split(r"[.!?\n;,:—]|\b(?:said|told|and|that|with|by|to|met|from)\b", text[max(0, match.start() - 80) : match.start()])[-1]
        after = text[match.end() : match.end() + 80]
        aside = re.split(r"[,;:—.!?\n]", after[2:])[0] if after.startswith((", ", " (")) else ""
        for words in (before, aside):
            office = _office(words.strip(), document, language) if words.strip() else None
            if office is not None:
                return office
    return None
