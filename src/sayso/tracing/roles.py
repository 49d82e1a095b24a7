"""What a description of a party says: its post, its body, what it is called, and whether it is the body that speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.document import Document
from sayso.languages.language import Language, load_code, load_language
from sayso.tracing.bodies import body_in, body_key, names_body

SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons communique communiqué readout".split()
)
"""Nouns of those through whom a body speaks with its own voice."""
SPEAKING_PAIRS = frozenset(
    "press service,press office,press secretary,press release,press centre,press center,media office,governor's office".split(
        ","
    )
)
PAPERS = frozenset(
    "statement report bulletin briefing note update study paper post analysis assessment page account channel website release letter".split()
)
"""Papers that a body speaks through where the words say whose they are ("the ISW report"), and else are somebody's."""

WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
CAPITAL = r"[^\W\d_a-zа-яё][\w’'&.-]*"
RUN = re.compile(
    rf"{CAPITAL}(?:[ ](?:(?:of|for|the|and|de|al|in|on|do|da|dos|das|del|di|du|des|&)[ ]){{0,2}}{CAPITAL})*"
)
"""A run of capitalised words, with small ones between them."""
OF = re.compile(r"\s+(?:of|to|at|in|from|with|for|inside|within|on)\s+", re.IGNORECASE)
DETERMINER = re.compile(
    r"^(?:the|an?|its|their|his|her|our|one|another|this|that|some|two|three|several)\s+", re.IGNORECASE
)
OWNED = re.compile(r"[’']s$|(?<=s)[’']$")
_LESSER = frozenset("deputy acting former ex vice assistant aide adviser advisor".split())
_HEADS = frozenset(
    "head,chief,director,chairman,chairwoman,chairperson,chair,general director,director general,director-general,chief executive,ceo".split(
        ","
    )
)
"""Words for the one at the top of a body, between which texts choose."""
_IDLE = frozenset(
    "its his her their our my new then current longtime country's nation's region's city's republic's state".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """What a description without a proper name tells."""

    office: str | None = None
    body: str | None = None
    noun: str = ""
    voice: bool = False
    through: bool = False
    """Whether it speaks through somebody or a paper of its own."""


def language_of(document: Document) -> Language:
    """The data of the document's language, English where there is none."""
    return load_language(load_code(document.language) or "en")


def read_role(words: str, document: Document, language: Language) -> Role:
    """What a description says: post, body, and whether the body itself speaks."""
    words = DETERMINER.sub("", words).strip()
    office = _office(words, document, language)
    if office is not None:
        return Role(office, _office_body(office), office.split(" | ")[0], voice=False)
    first, *rest = OF.split(words, maxsplit=1)
    after = rest[0] if rest else ""
    tokens = WORD.findall(first)
    if not tokens:
        return Role()
    lower = [OWNED.sub("", token).lower() for token in tokens]
    speaking = next(
        (
            i
            for i, word in enumerate(lower)
            if word in SPEAKING or " ".join(lower[max(0, i - 1) : i + 1]) in SPEAKING_PAIRS
        ),
        None,
    )
    if speaking is None and lower[-1] in PAPERS:
        speaking = len(lower) - 1
    if speaking is not None:
        width = 1 if lower[speaking] in SPEAKING or lower[speaking] in PAPERS else 2
        before = " ".join(OWNED.sub("", token) for token in tokens[: speaking + 1 - width])
        named = before if before and (names_body(before) or before[0].isupper()) else _without_papers(after)
        if not names_body(named) and not RUN.search(named):
            named = ""  # "reports from the country"
        body = body_in(named, document) if named else None
        return Role(None, body, lower[speaking], voice=body is not None, through=True)
    noun = lower[-1]
    is_body = len(lower) > 1 and " ".join(lower[-2:]) in language.organisation_nouns  # "the coast guard" is no guard
    if (noun in language.person_nouns or noun in language.titles) and tokens[-1][0].islower() and not is_body:
        before = " ".join(OWNED.sub("", token) for token in tokens[:-1])
        named = before if names_body(before) else after if names_body(after) else ""
        return Role(None, body_in(named, document) if named else None, noun)
    whole = words if after and tokens[-1][0].isupper() or after and words[-1:].isupper() else first
    if names_body(whole) or noun in language.organisation_nouns:
        return Role(None, body_in(words if after and RUN.search(after) else whole, document), noun, voice=True)
    return Role(None, None, noun)


def _without_papers(words: str) -> str:
    """ "the committee's website" → "the committee"."""
    tokens = words.split()
    while len(tokens) > 1 and tokens[-1].lower() in PAPERS:
        tokens.pop()
    return OWNED.sub("", " ".join(tokens))


def _office(words: str, document: Document, language: Language) -> str | None:
    """The post that words name, with its body or place: "head | board investigative", "interior minister"."""
    tokens = list(WORD.finditer(words))
    lower = [OWNED.sub("", token.group().lower()) for token in tokens]
    for first in range(min(len(tokens), 7)):
        for last in range(min(len(tokens), first + 4), first, -1):
            phrase = " ".join(lower[first:last])
            if phrase not in language.offices:
                continue
            if any(word in _LESSER for word in lower[:first]) or (
                last < len(lower) and lower[last] in {"spokesman", "spokeswoman", "office", "aide"}
            ):
                return None
            after = re.match(r"\s+(?:of|for|at)\s+([^,;(]+)", words[tokens[last - 1].end() :])
            before = " ".join(
                OWNED.sub("", token.group()) for token in tokens[:first] if token.group().lower() not in _IDLE
            )
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


@lru_cache(maxsize=1024)
def _office_in(document: Document, surname: str) -> str | None:
    language = language_of(document)
    text = document.text
    for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
        before = re.split(
            r"[.!?\n;,:—]|\b(?:said|told|and|that|with|by|to|met|from)\b",
            text[max(0, match.start() - 80) : match.start()],
        )[-1]
        after = text[match.end() : match.end() + 80]
        aside = re.split(r"[,;:—.!?\n]", after[2:])[0] if after.startswith((", ", " (")) else ""
        for words in (before, aside):
            office = _office(words.strip(), document, language) if words.strip() else None
            if office is not None:
                return office
    return None


def is_of_a_body(name: str, document: Document) -> bool:
    """Whether a text says where it gives a name that the person works for a body ("Jan Orm, joint secretary at the foreign ministry")."""
    return any(role.body is not None for role in roles_behind(name, document))


@lru_cache(maxsize=1024)
def roles_behind(name: str, document: Document) -> tuple[Role, ...]:
    """What stands behind a name, between commas."""
    asides = re.finditer(rf"\b{re.escape(name)}, (?P<aside>[^,;:.\n]{{3,90}})", document.text)
    return tuple(read_role(match["aside"], document, language_of(document)) for match in asides)
