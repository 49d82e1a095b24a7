"""Mentions of a text: the model's, put right where the text's letters decide, and joined to their parties."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.domain.mention import Mention, MentionKind
from sayso.domain.span import Span
from sayso.extract.found import FoundMention
from sayso.extract.names import Party
from sayso.extract.ranges import Range, touches
from sayso.languages.language import Language

_ABBREVIATION = re.compile(
    r"\b(?!(?:TV|OK|US|AM|PM|UPD|FAQ|VIP|PR|IT|II|III|IV|VI|VII|ID|CEO|CFO|GDP|DNA|COVID)\b)[A-Z][A-Za-z]?[A-Z]{1,5}\b"
)
_FULL_NAME = re.compile(r"\b([A-Z][^\W\d_]+)(?: [A-Z][^\W\d_]+(?:-[^\W\d_]+)*)+")
_LINE = re.compile(r".+")
_CAPITAL = re.compile(r"[A-Z]")
_SMALL = re.compile(r"[a-z]")
_IN_CAPITALS = 0.7
"""Share of a line's letters from which capitals are how it is printed and not abbreviations."""
_SMALL_WORDS = re.compile(r" (?:(?:of|for|on|against)(?: the)? |the )?")
_CAN_END_A_BODY = frozenset({MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.GROUP})
_GIVEN = frozenset({MentionKind.PERSON, MentionKind.PLACE})
_DESCRIBED = re.compile(r"(?:[a-z]{4,}\s+){1,3}(?=[A-Z])")
"""Words before an organisation's name that tell what it is ("think tank Institute for …"); "al Jazeera" and "de Volkskrant" keep theirs."""
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}")
_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z]\.)+$")
"""Of "T.J. Osten" before "J. Osten"."""

_NICKNAME = re.compile(r" (?:“[^”\n]{2,20}”|\"[^\"\n]{2,20}\"|«[^»\n]{2,20}»|‘[^’\n]{2,20}’|\([^)\n]{2,20}\)) ")
_OUTLET_WORD = re.compile(
    r" (?:Live|News|Today|Online|TV|Radio|Times|Post|Herald|Gazette|Tribune|Courier|Telegraph|Daily|Weekly|Chronicle|Observer|Monitor|Insider|Info|24)\b"
)
"""Behind a town's name: an outlet's name ("Pribrezhny Live")."""

_PART_OF_PLACE = re.compile(
    r"\b(?:mayors?|governors?|residents|inhabitants|streets|outskirts|suburbs?|cent(?:re|er)|north|south|east|west|city|town|village|districts?|"
    r"port|province|region) of $",
    re.IGNORECASE,
)
"""Before one word that was taken for a body: "the south of Tver", "the mayor of Perm" tell that it is a place."""

_FLIGHT = re.compile(r" (?:Flight|flight)$")
_WORD_AND_GIVEN_NAME = re.compile(r"\b([a-z]+) ([^\W\d_a-z][\w’'-]+ )$")
_POSSESSIVE = re.compile(r"[’']s?$")
_REST_OF_NAME = re.compile(r"[’'][A-Z][a-z]+\b")
"""Of "Ida O" in Ida O'Lenz."""

_DETERMINED = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my|your|this|that|of|as|former|each|every|any|no)\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_VERB_BEHIND = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|said|says|told|denied|believes?|wants?|[a-z]+ed)\b"
)
_AT_A_PLACE = r"\b(?:in|at|near|from|to|outside|across|around|through|towards|leaving|visiting|into)\s+(?:the\s+)?"
"""Before a word that is a surname as well: here it is a place after all."""
_AT_A_PLACE_BEFORE = re.compile(_AT_A_PLACE + "$", re.IGNORECASE)

_WORD_BEGINS = re.compile(r"[^ ]+")
_WORDS_BEFORE = re.compile(r"(?:[\w’'-]+ ){1,3}$")
_OFFICE_OF = re.compile(r"\b(?:of|for) (?:the )?$")


def find_mentions(text: str, found: Sequence[FoundMention], language: Language) -> list[Mention]:
    """The model's mentions without possessive endings, and what it left out: given name and surname, abbreviations; in order."""
    mentions = []
    taken = bytearray(len(text))
    initials = [match.span() for match in _INITIALS.finditer(text)]
    for item in found:
        start, end = item.start, item.end
        match = _POSSESSIVE.search(text, start, end)
        if match and item.kind in {"person", "organisation", "place"}:
            end = match.start()
        if item.kind == "person" and (rest := _REST_OF_NAME.match(text, end)) and text[end - 1].isalnum():
            end = rest.end()
        while start < end and not (text[start].isalnum() or text[start] in "$€£₽#@"):
            start += 1
        while start < end and not (text[end - 1].isalnum() or text[end - 1] in ".%)"):
            end -= 1
        if item.kind in {"person", "organisation", "place"} and text[start:end].islower():
            continue
        if item.kind == "organisation" and (described := _DESCRIBED.match(text, start, end)):
            start = described.end()
        kind = MentionKind(item.kind)
        if kind is MentionKind.PLACE and (outlet := _OUTLET_WORD.match(text, end)):
            end, kind = outlet.end(), MentionKind.ORGANISATION
        elif (
            kind is MentionKind.ORGANISATION
            and " " not in text[start:end]
            and _PART_OF_PLACE.search(text, max(0, start - 24), start)
        ):
            kind = MentionKind.PLACE
        if kind is MentionKind.PERSON and (initials_before := _INITIALS_BEFORE.search(text, max(0, start - 8), start)):
            start = initials_before.start() if text[start + 1 : start + 2] == "." else start
        if kind is MentionKind.PERSON:
            start = _without_office(text, start, end, language)
        if kind is MentionKind.ORGANISATION:
            end = _without_paper(text, start, end, language)
            if match := _FLIGHT.search(text, start, end):
                end = match.start()
            if (given := _given_name_before(text, start, language)) < start:
                start, kind = given, MentionKind.PERSON
        if kind is MentionKind.ORGANISATION and _is_role(text, start, end, language):
            continue
        start, end = _whole_initials(initials, start, end)
        if start < end and not any(taken[start:end]):
            span = Span.of(text, start, end)
            if kind is MentionKind.ORGANISATION and span.exact in language.places_for_government:
                kind = MentionKind.PLACE
            mentions.append(Mention(span, kind))
            taken[start:end] = b"\1" * (end - start)
    for match in _FULL_NAME.finditer(text):
        start, end = match.span()
        if match.group(1) in language.first_names and not any(taken[start:end]):
            mentions.append(Mention(Span.of(text, start, end), MentionKind.PERSON))
            taken[start:end] = b"\1" * (end - start)
    unknown = [match.span() for match in _ABBREVIATION.finditer(text) if not _is_role(text, *match.span(), language)]
    unknown = [place for place in unknown if not any(taken[slice(*place)])]
    shouting = _lines_in_capitals(text) if unknown else []
    for place in unknown:
        if not touches(shouting, place):
            mentions.append(Mention(Span.of(text, *place), MentionKind.ORGANISATION))
    mentions.sort(key=lambda mention: mention.span.start)
    return _with_surnames(text, _whole_as_elsewhere(text, _joined(text, mentions, language)), language)


def _whole_as_elsewhere(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions where the last word of a body's name alone is the whole name that stands there and was found in another place."""
    bodies = {m.span.exact for m in mentions if m.kind is MentionKind.ORGANISATION and " " in m.span.exact}
    found: list[Mention] = []
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        taken = found[-1].span.end if found else 0
        before = _WORDS_BEFORE.search(text, max(taken, start - 60), start)
        if bodies and before and mention.kind is MentionKind.ORGANISATION and " " not in mention.span.exact:
            begins = [at.start() for at in _WORD_BEGINS.finditer(text, *before.span())]
            whole = next((begin for begin in begins if text[begin:end] in bodies), None)
            if whole is not None:
                found.append(Mention(Span.of(text, whole, end), MentionKind.ORGANISATION))
                continue
        found.append(mention)
    return found


def _whole_initials(initials: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """A mention that ends inside initials, to their last full stop: "U" and "S" are both "U.S."."""
    at = bisect_left(initials, end, key=lambda span: span[1])
    if at == len(initials) or not initials[at][0] < end or start >= end:
        return start, end
    return min(start, initials[at][0]), initials[at][1]


def _without_office(text: str, start: int, end: int, language: Language) -> int:
    """Where a person's name begins that was taken with the end of the office: "Master of the" Harbour Anna Rao."""
    words = text[start:end].split(" ", 2)
    if len(words) < 3 or words[0] in language.first_names or words[1] not in language.first_names:
        return start
    return start + len(words[0]) + 1 if _OFFICE_OF.search(text, max(0, start - 12), start) else start


def _given_name_before(text: str, start: int, language: Language) -> int:
    """Where a person's name begins whose surname alone was taken for a body: the firm's director Gustiono "Kustianto"."""
    match = _WORD_AND_GIVEN_NAME.search(text, max(0, start - 60), start)
    if match is None:
        return start
    known = language.person_nouns.get(match.group(1))
    titled = match.group(1) in language.titles or (known is not None and known.number != "pl")
    return match.start(2) if titled else start


def _without_paper(text: str, start: int, end: int, language: Language) -> int:
    """Where a body's name ends: "Tver Institute" in "the Tver Institute study"."""
    words = text[start:end].rsplit(maxsplit=1)
    if len(words) < 2 or words[-1] not in language.document_nouns:
        return end
    return _without_paper(text, start, start + len(words[0]), language)


def _is_role(text: str, start: int, end: int, language: Language) -> bool:
    """Whether what the model takes for a body is what somebody is: "MP", "Medics" at the beginning of a sentence.

    One person's noun with neither an article nor a name is a body's name ("National told them to go away").
    """
    words = text[start:end]
    word = words.lower()
    if " " in words or words.isupper():
        return " " not in words and word in language.titles
    known = language.person_nouns.get(word)
    if known is None or known.number == "pl" or word in language.titles:
        return known is not None
    return _DETERMINED.search(text, max(0, start - 40), start) is not None or not _VERB_BEHIND.match(text, end)


def _with_surnames(text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """Mentions where a surname alone is a person's: as in most places of the text, or as no other place speaks for a town or a body."""
    surnames = {
        m.span.exact.split()[-1] for m in mentions if m.kind is MentionKind.PERSON and len(m.span.exact.split()) > 1
    }
    alone = Counter((m.span.exact, m.kind) for m in mentions if m.span.exact in surnames)
    towns = {
        m.span.exact
        for m in mentions
        if m.kind is MentionKind.PLACE
        and m.span.exact in surnames
        and (m.span.exact in language.places_for_government or re.search(_AT_A_PLACE + re.escape(m.span.exact), text))
    }

    def is_person(mention: Mention) -> bool:
        word = mention.span.exact
        people, others = alone[word, MentionKind.PERSON], alone[word, mention.kind]
        if mention.kind is MentionKind.ORGANISATION:
            return people > others
        return mention.kind is MentionKind.PLACE and (people > 2 * others or (people > 0 and word not in towns))

    return [replace(m, kind=MentionKind.PERSON) if is_person(m) else m for m in mentions]


def _lines_in_capitals(text: str) -> list[tuple[int, int]]:
    """Lines that are printed in capitals, in order."""
    found = []
    for line in _LINE.finditer(text):
        big, small = len(_CAPITAL.findall(line.group())), len(_SMALL.findall(line.group()))
        if big + small > 12 and big > _IN_CAPITALS * (big + small):
            found.append(line.span())
    return found


def _joined(text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """Names that the model cut: of bodies at a small word ("Institute for the Study of War", "Ministry of Defence"), of persons at a given name."""
    joined: list[Mention] = []
    people = {m.span.exact for m in mentions if m.kind is MentionKind.PERSON}
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and f"{last.span.exact} {mention.span.exact}" in language.demonyms:
            joined[-1] = Mention(Span.of(text, last.span.start, mention.span.end), MentionKind.GROUP)
        elif last is not None and (
            _is_one_person(text, last, mention) or _is_given_name(text, last, mention, people, language)
        ):
            joined[-1] = Mention(Span.of(text, last.span.start, mention.span.end), MentionKind.PERSON)
        elif last is not None and _is_one_body(text, last, mention, language):
            span = Span.of(text, last.span.start, mention.span.end)
            joined[-1] = Mention(span, MentionKind.ORGANISATION)
        else:
            joined.append(mention)
    return joined


def _is_one_person(text: str, last: Mention, mention: Mention) -> bool:
    """Given name and surname with a nickname between them: James "Duke" Aiona."""
    if not last.kind is mention.kind is MentionKind.PERSON:
        return False
    return _NICKNAME.fullmatch(text, last.span.end, mention.span.start) is not None


def _is_given_name(text: str, last: Mention, mention: Mention, people: Set[str], language: Language) -> bool:
    """Whether a given name stands before a surname that was found alone: "Arkady", taken for a town, Velyaminov.

    Behind "in" it may be a town ("in Florence Rossi said"), unless the whole name is found elsewhere in the text.
    """
    name = last.span.exact
    if mention.kind is not MentionKind.PERSON or last.kind not in _GIVEN or name not in language.first_names:
        return False
    if text[last.span.end : mention.span.start] != " ":
        return False
    if last.kind is MentionKind.PERSON or f"{name} {mention.span.exact}" in people:
        return True
    return not _AT_A_PLACE_BEFORE.search(text, max(0, last.span.start - 16), last.span.start)


def _is_one_body(text: str, last: Mention, mention: Mention, language: Language) -> bool:
    between = text[last.span.end : mention.span.start]
    if (
        last.kind is not MentionKind.ORGANISATION
        or mention.kind not in _CAN_END_A_BODY
        or not _SMALL_WORDS.fullmatch(between)
    ):
        return False
    words = last.span.exact.split()
    if words[-1].lower() in {"for", "of", "the"}:
        return True
    return bool(between.strip()) and words[-1].lower() in language.organisation_nouns


def with_parties(mentions: Sequence[Mention], named: dict[Range, Party], document: str) -> tuple[Mention, ...]:
    """Mentions that say whom they mean."""
    joined = []
    for mention in mentions:
        party = named.get((mention.span.start, mention.span.end))
        if party is None:
            joined.append(mention)
        else:
            joined.append(Mention(mention.span, mention.kind, party.party_id(document), party.name, party.private))
    return tuple(joined)
