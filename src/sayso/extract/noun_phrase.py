"""What a source's own words say of it: its head, its determiner, whether it names anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.domain.mention import Mention, MentionKind
from sayso.languages.language import Language

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*\.?")
_BOUNDARY = re.compile(
    r",|;|—|–| - |\bsuch as\b|\bincluding\b|\bresponsible\b|\balong with\b|(?<![\w-])(?:of|from|in|at|for|with|who|which|that|whose|where|close|familiar|briefed|on|to|by|near|about|under|among|involved|named|called|"
    r"working|living|speaking|seen|obtained|published|released|made|based|whom|within|inside|against|after|before|during|since)(?![\w-])",
    re.IGNORECASE,
)
_PREPOSITION_BEFORE = re.compile(
    r"\b(?:of|from|in|at|for|with|to|by|on|near|about|under|among|against|inside|within|between|like|than|such\s+as|including)\s+(?:the\s+|a\s+|an\s+)?(?:[\w’'.-]+\s+){0,2}$",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:and|or)\s+")
_PART_OF = re.compile(
    r"(?:(?:a|one)\s+)?([a-z]+|\d+)\s+of\s+(?=(?:the|these|those|his|her|its|their|our)\s)", re.IGNORECASE
)
"""Of "nine of the ten engineers": who they are comes behind."""

_SAID_BY = re.compile(
    r"(?:(?:the|these|those|some|such) )?(?:claims?|remarks?|comments?|allegations?|accusations?|assertions?|statements?) (?:made )?(?:by|from) ",
    re.IGNORECASE,
)
"""What somebody said, as a source: "according to claims by the prosecutor" is according to the prosecutor."""

_QUANTITY_OF = re.compile(
    r"(?:(?:a|an|the)\s+)?(?:(?:large|small|growing|great|vast|overwhelming|significant|whole)\s+)?"
    r"(?:number|majority|minority|handful|couple|dozens|scores|hundreds|thousands|lot|lots|range|series|plenty|variety)\s+of\s+",
    re.IGNORECASE,
)
"""Of "a number of port officials", "the majority of its members": it is the officials, and not a number, who say it."""

_PERCENT = re.compile(
    r"(?:(?:only|just|about|some|nearly|almost|over|around)\s+)?[\w.,-]+(?:\s+(?:and\s+)?[\w-]+)?\s*(?:per\s?cent|%)(?:\s+of\s+)?",
    re.IGNORECASE,
)
"""Of "forty percent of voters" and "only 12 percent": people."""

_PARTICIPLE = re.compile(r"[a-z]{2,}ed|(?:sent|written|held|taken|given|shown|broadcast|led|seen|found)", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(
    r"\b(?:where|who|whom|whose|which)\b(?!.*(?:,|\b(?:named|called|as|is|was))\s+(?:[\w.]+\s)?$)", re.DOTALL
)
"""Before a name, that it stands in a clause on the one who speaks: "a man who knew Orlov"; not "a man who calls himself"."""

_WHERE = re.compile(r"\b(?:in|at|near)\s(?:the\s)?$")
"""Before a name: where a paper was made, and not whose it is ("a poll conducted in Norland by the Kurier")."""

_OFFICE = re.compile(r"(?:[A-Z][\w-]+\s)+([A-Z][\w-]+)\sof\s((?:(?:the|and|[A-Z][\w-]+)\s)+)")
_OWNS_NEXT = re.compile(r"[’']s?\s")
PRIME_MINISTER = "PM"
_NUMERAL = re.compile(r"^\d[\d,.]*$")

_NO_HEAD = frozenset("today yesterday tonight later earlier also then now too and or both himself herself".split())
_PARTS = frozenset("most half all each none majority third quarter".split())

Determiner = Literal["definite", "indefinite", "numeral", "possessive", "none"]
Head = Literal["pronoun", "person", "organisation", "document", "place", "group", "collective", "unknown"]

NAMES = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A source as its own words describe it.

    `name` is the mention that the phrase is about, where it names anybody; `owner` one that it only
    points to ("ISW" in "the ISW report", "an ISW spokesman"). `noun` is the head noun in lower case.
    """

    start: int
    end: int
    head: Head
    noun: str
    determiner: Determiner
    plural: bool
    name: Mention | None = None
    owner: Mention | None = None
    modified: bool = False
    """Whether words after the head say which one is meant ("the officer who came")."""


def read_noun_phrase(text: str, start: int, end: int, mentions: Sequence[Mention], language: Language) -> NounPhrase:
    """Analyse `text[start:end]`; `mentions` are those that lie in it, in order."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    if not words:
        return NounPhrase(start, end, "unknown", "", "none", plural=False)
    first = _lower(text, *words[0])
    if len(words) == 1 and first in language.pronouns:
        plural = language.pronouns[first].number == "pl"
        return NounPhrase(start, end, "pronoun", first, "none", plural)
    part = _PART_OF.match(text, start, end)
    if part and (first in language.number_words or first in language.indefinite or first in _PARTS):
        whole = read_noun_phrase(text, part.end(), end, [m for m in mentions if m.span.start >= part.end()], language)
        numeral = first in language.number_words or _NUMERAL.match(first) is not None
        return replace(
            whole,
            start=start,
            determiner="numeral" if numeral else "indefinite",
            plural=first != "one",
            name=None,
            owner=whole.name or whole.owner,
        )
    if (said := _SAID_BY.match(text, start, end)) and said.end() < end:
        return read_noun_phrase(text, said.end(), end, [m for m in mentions if m.span.start >= said.end()], language)
    if quantity := _QUANTITY_OF.match(text, start, end):
        behind = quantity.end()
        whole = read_noun_phrase(text, behind, end, [m for m in mentions if m.span.start >= behind], language)
        if whole.noun:
            owner = whole.name or whole.owner
            return replace(whole, start=start, determiner="indefinite", plural=True, name=None, owner=owner)
    if share := _PERCENT.match(text, start, end):
        behind = share.end()
        whole = read_noun_phrase(text, behind, end, [m for m in mentions if m.span.start >= behind], language)
        people: Head = whole.head if whole.head in {"person", "group", "collective"} else "collective"
        owner = whole.name or whole.owner
        return NounPhrase(start, end, people, whole.noun or "percent", "indefinite", plural=True, owner=owner)
    determiner = _determiner(first, text[slice(*words[0])], language)
    core_end = _core_end(text, start, end, words, mentions)
    core = [word for word in words if word[1] <= core_end] or words[:1]
    if core_end < end and len(core) > 1 and _is_participle(text, core, language):
        del core[-1]  # "papers used in the trial" are papers
        core_end = core[-1][1]
    noun = "minister" if text[slice(*core[-1])] == PRIME_MINISTER else _lower(text, *core[-1])
    modified = core_end < end
    head_mention = next((m for m in mentions if m.span.start <= core[-1][0] < m.span.end), None)
    person = _named_person(text, start, end, mentions, language)
    if person is not None and _is_of_a_person(text, person, core[-1], language):
        person = None
    if person is not None and person.span.start >= core_end and _number(noun, language)[1]:
        person = None  # "her parents, Bob and Mary Orlov" are not Bob
    if person is not None and (head_mention is person or _is_personal(noun, language) or head_mention is None):
        return NounPhrase(start, end, "person", noun, determiner, plural=False, name=person, modified=modified)
    if head_mention is not None and head_mention.kind in NAMES:
        heads: dict[MentionKind, Head] = {
            MentionKind.PERSON: "person",
            MentionKind.ORGANISATION: "organisation",
            MentionKind.PLACE: "place",
        }
        head = heads[head_mention.kind]
        # "the Colorado Democrat": a person noun inside what looks like a name.
        return NounPhrase(start, end, head, noun, determiner, plural=False, name=head_mention, modified=modified)
    owner = next((m for m in reversed(mentions) if m.kind in NAMES and m.span.end <= core[-1][0] + 1), None)
    if owner is None:
        owner = _owner_of_paper(text, mentions) if noun in language.document_nouns else None
    singular, plural = _number(noun, language)
    head = _head_kind(singular, noun, head_mention, plural=plural, language=language)
    apposed = next((m for m in mentions if m.kind in NAMES and _apposed(text, core_end, m)), None)
    if apposed is not None and head in {"person", "organisation"} and not plural:
        return NounPhrase(start, end, head, noun, determiner, plural=False, name=apposed, modified=modified)
    return NounPhrase(start, end, head, noun, determiner, plural, owner=owner, modified=modified)


def _is_participle(text: str, core: Sequence[tuple[int, int]], language: Language) -> bool:
    """Whether the last word of a core only tells what was done with the noun before it."""
    if not _PARTICIPLE.fullmatch(text, *core[-1]):
        return False
    before = _lower(text, *core[-2])
    nouns = (language.person_nouns, language.document_nouns, language.organisation_nouns, language.collective_nouns)
    return any(word in known for word in (before, before.removesuffix("s")) for known in nouns)


def _lower(text: str, start: int, end: int) -> str:
    word = text[start:end].lower().replace("’", "'")
    return word.removesuffix("'s").removesuffix("'")


def _determiner(first: str, raw: str, language: Language) -> Determiner:
    if first in language.definite:
        return "definite"
    if first in {"a", "an", "another", "one"}:
        return "indefinite"
    if first in language.number_words or _NUMERAL.match(first):
        return "numeral"
    if first in language.indefinite:
        return "indefinite"
    if first in language.pronouns or raw.endswith(("'s", "’s")):
        return "possessive"
    return "none"


def _core_end(text: str, start: int, end: int, words: list[tuple[int, int]], mentions: Sequence[Mention]) -> int:
    """Where the head noun ends: before the first comma, preposition or clause that is no part of a name."""
    for match in _BOUNDARY.finditer(text, words[0][1], end):
        if any(m.span.start < match.start() < m.span.end for m in mentions):
            continue
        # "Internal Affairs (MVD) Minister Orlov": what stands in brackets interrupts and does not end.
        if text.rfind("(", start, match.start()) > text.rfind(")", start, match.start()):
            continue
        if any(word[1] <= match.start() for word in words):
            return match.start()
    return end


def _named_person(text: str, start: int, end: int, mentions: Sequence[Mention], language: Language) -> Mention | None:
    """The first person named who is not only pointed to ("an aide to Orlov")."""
    pointed_to = (
        start  # where the last name ends that is only pointed to: "an aide to Orlov and Lenz" is an aide to both
    )
    for mention in mentions:
        if mention.kind is not MentionKind.PERSON:
            continue
        before = text[start : mention.span.start]
        if _CLAUSE_BEFORE.search(before):
            continue
        after = text[mention.span.end : mention.span.end + 2]
        seat = next(
            (
                m
                for m in mentions
                if m.span.end <= mention.span.start and text[m.span.end : mention.span.start].isspace()
            ),
            None,
        )
        if seat is not None and seat.kind in NAMES and _PREPOSITION_BEFORE.search(text[start : seat.span.start]):
            return mention  # "the prosecutor for Tver Ivo Brandt": what he is prosecutor for ends where his name begins
        if _is_office(before, language):
            return mention  # "State Warden of Harbours Ivo Brandt": the office ends where his name begins
        possessive = after in {"’s", "'s"} or after.startswith(("’ ", "' "))
        if _PREPOSITION_BEFORE.search(before) or (
            pointed_to > start and _AND.fullmatch(text, pointed_to, mention.span.start)
        ):
            pointed_to = mention.span.end
        elif not possessive:
            return mention
        elif not before.strip() and not text[mention.span.end : end].strip("’' \n").removeprefix("s").strip():
            return mention  # a possessor alone: "Orlov's"; in "Orlov's aunt" it is she who speaks
    return None


def _is_office(before: str, language: Language) -> bool:
    """Whether the words before a name are an office in capitals: "State Superintendent of Schools"; not "Friends of President"."""
    match = _OFFICE.fullmatch(before)
    if match is None:
        return False
    holder, rest = match.group(1).lower(), match.group(2).lower().split()
    known = language.person_nouns.get(holder)
    one = holder in language.titles or (known is not None and known.number != "pl")
    return one and not any(word in language.titles or word in language.person_nouns for word in rest)


def _is_of_a_person(text: str, person: Mention, noun: tuple[int, int], language: Language) -> bool:
    """ "The Orlov administration" is not Orlov; "Orlov himself" and "Orlov later" are."""
    word = text[slice(*noun)]
    if noun[0] <= person.span.end or not text[person.span.end : noun[0]].replace("-", " ").isspace():
        return False
    if not word.islower() or word.endswith("ly") or word in _NO_HEAD or _is_personal(word, language):
        return False
    return word not in language.pronouns and word not in language.weekdays and word not in language.definite


def _owner_of_paper(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """Whose a paper is: "the report by the Port Authority's Quay committee" is the committee's."""
    owner = None
    for mention in mentions:
        if mention.kind not in NAMES or _WHERE.search(text, max(0, mention.span.start - 10), mention.span.start):
            continue
        if owner is not None and not _OWNS_NEXT.fullmatch(text, owner.span.end, mention.span.start):
            break
        owner = mention
    return owner


def _apposed(text: str, core_end: int, mention: Mention) -> bool:
    between = text[core_end : mention.span.start]
    marks = between.strip().removesuffix("The").removesuffix("the").strip()
    return mention.span.start >= core_end and marks in {",", "(", "—", "–", "-", ""}


def _is_personal(noun: str, language: Language) -> bool:
    return noun in language.person_nouns or noun in language.titles


def _number(noun: str, language: Language) -> tuple[str, bool]:
    """The singular form, and whether the noun is plural."""
    known = language.person_nouns.get(noun)
    if known is not None:
        return noun, known.number == "pl"
    if noun in language.organisation_nouns or noun in language.document_nouns:
        return noun, False
    for ending, put in (("ies", "y"), ("es", ""), ("s", "")):
        if noun.endswith(ending) and len(noun) > 3 and not noun.endswith(("ss", "us", "is")):
            base = noun.removesuffix(ending) + put
            if base in language.organisation_nouns or base in language.document_nouns or base in language.titles:
                return base, True
    return noun, noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3


def _head_kind(singular: str, noun: str, mention: Mention | None, *, plural: bool, language: Language) -> Head:
    if noun in language.person_nouns or singular in language.titles:
        return "person"
    if singular in language.organisation_nouns:
        return "organisation"
    if singular in language.document_nouns:
        return "document"
    if mention is not None and mention.kind is MentionKind.DOCUMENT:
        return "document"
    if noun in language.collective_nouns:
        return "collective"
    if mention is not None and mention.kind is MentionKind.GROUP:
        return "group"
    if mention is not None and mention.kind is MentionKind.TITLE:
        return "person"
    return "collective" if plural else "unknown"
