"""Who is said to hold which office: "MVD Head Ana Rao", "the director of the FSB, Ana Rao", "Ana Rao, the mayor of Polje"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.mention import Mention, MentionKind
from sayso.domain.span import Span
from sayso.extract.layout import Layout
from sayso.languages.language import Language

LONGEST_PHRASE = 11
"""Words of the longest office that is read."""
BEFORE, AFTER = 110, 110
"""Code points before and after a name in which its bearer's office may stand."""

_TOKEN = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*(?:[’']s?(?=\s))?|[(),]")
_BREAK = re.compile(r"[.!?;:](?=\s)|[\n“”\"—–]| - ")
_STOP = re.compile(
    r"[.!?;:,)](?=\s|$)|[\n“”\"—–(]|\s(?:who|whose|which|said|says|told|and|has|had|was|is|were|will|would|also|met|when|after|before|since)\b"
)
_OPENING = re.compile(r"(?:,|\s\(|\s[—–-])\s*")
_POSSESSIVE = re.compile(r"[’']s?$")

FORMER = frozenset("former ex then-former erstwhile onetime ousted sacked fired dismissed previous late".split())
ACTING = frozenset("acting interim temporary caretaker".split())
THEN = frozenset(["then"])
LESSER = frozenset(
    "deputy vice assistant associate first second senior junior aide adviser advisor candidate nominee designate incoming outgoing future would-be "
    "aspiring potential possible self-proclaimed self-styled so-called shadow honorary regional local city district municipal provincial "
    "oblast region territory republic station department unit new next presumptive hopeful newly-appointed elect -elect exiled opposition retired "
    "rival alleged supposed fake dead".split()
)
"""Words before an office that make another one of it, or one that is not held now."""
RANKS = frozenset(
    "general gen colonel col army lieutenant lt major maj admiral marshal captain police justice mr mrs ms dr sir colonel-general comrade brigadier brig "
    "commander-general sgt sergeant".split()
)
_DETERMINERS = frozenset(
    "the its his her their our my country's nation's region's republic's current longtime long-time long-serving powerful".split()
)
_BEFORE_TITLE = _DETERMINERS | FORMER | ACTING | THEN
_SMALL = frozenset("of the for and on in at".split())
_FUNCTION_WORDS = frozenset(
    "the a an and or but as by with to from for of in on at that when while if after before since because although though than said says told "
    "however meanwhile also including only even both either neither nor against about under between like where who later earlier yesterday today now here there instead still again "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_NO_BEGINNING = _FUNCTION_WORDS - _DETERMINERS
_ACRONYM = re.compile(r"[A-ZА-Я][A-Za-zА-я]?[A-ZА-Я]{1,5}")


@dataclass(frozen=True, slots=True)
class Role:
    """One place at which a text gives somebody an office.

    `title` is the word for its holder, `words` the others of its phrase without small words, an acronym in brackets
    apart in `acronym`; `span` is the phrase with the name. `former`, `acting` and `then` are what stands before it.
    """

    person: Mention
    span: Span
    title: str
    words: tuple[str, ...]
    acronym: str | None = None
    former: bool = False
    acting: bool = False
    then: bool = False


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """Words that name an office: its title, the others without small words, and what stands before it ("former")."""

    title: str
    words: tuple[str, ...]
    acronym: str | None
    prefixes: frozenset[str]

    @property
    def former(self) -> bool:
        """Whether it is held no more."""
        return bool(self.prefixes & (FORMER | THEN))

    @property
    def acting(self) -> bool:
        """Whether somebody holds it in another's place."""
        return bool(self.prefixes & ACTING)


def read_office(words: str, titles: frozenset[str]) -> OfficePhrase | None:
    """A phrase without a name as an office ("the Russian interior minister"); None where it is none, or no whole one."""
    tokens = [token.group() for token in _TOKEN.finditer(words)]
    if not 0 < len(tokens) <= LONGEST_PHRASE:
        return None
    return _parse(tokens, titles, _longest(titles))


def read_roles(layout: Layout, mentions: Sequence[Mention], titles: frozenset[str], language: Language) -> list[Role]:
    """The offices of all persons that a text names, in order; `titles` are known besides the language's own offices."""
    known = _together(titles, language.offices)
    longest = _longest(known)
    found = []
    for mention in mentions:
        if mention.kind is not MentionKind.PERSON or mention.name is None:
            continue
        for role in (
            _before(layout.text, mention, known, longest),
            _after(layout.text, mention, known, longest),
        ):
            if role is not None:
                found.append(role)
    return found


@lru_cache(maxsize=4)
def _together(titles: frozenset[str], offices: frozenset[str]) -> frozenset[str]:
    return titles | offices


@lru_cache(maxsize=4)
def _longest(titles: frozenset[str]) -> int:
    """Words of the longest title."""
    return max((len(title.split()) for title in titles), default=1)


def _before(text: str, mention: Mention, titles: frozenset[str], longest: int) -> Role | None:
    start = max(0, mention.span.start - BEFORE)
    for cut in _BREAK.finditer(text, start, mention.span.start):
        if not _is_abbreviation(text, cut.start()):
            start = cut.end()
    tokens = list(_TOKEN.finditer(text, start, mention.span.start))
    if tokens and text[tokens[-1].end() : mention.span.start].strip(" .,"):
        return None
    apposed = bool(tokens) and tokens[-1].group() == ","
    if apposed:
        tokens.pop()
    while tokens and not apposed and _lower(tokens[-1].group()) in RANKS and not _is_title_end(tokens, titles):
        tokens.pop()
    for first in range(max(0, len(tokens) - LONGEST_PHRASE), len(tokens)):
        if _lower(tokens[first].group()) in _NO_BEGINNING:
            continue
        phrase = _parse([token.group() for token in tokens[first:]], titles, longest)
        if phrase is None or (apposed and not _of_phrase(tokens[first:])):
            continue
        left = tokens[first - 1] if first else None
        if left is not None and not _may_stand_before(left, text, first == 1):
            return None
        span = Span.of(text, tokens[first].start(), mention.span.end)
        return _role(mention, span, phrase)
    return None


def _after(text: str, mention: Mention, titles: frozenset[str], longest: int) -> Role | None:
    opening = _OPENING.match(text, mention.span.end)
    if opening is None:
        return None
    stop = _STOP.search(text, opening.end(), opening.end() + AFTER)
    while stop is not None and stop.group() == "." and _is_abbreviation(text, stop.start()):
        stop = _STOP.search(text, stop.end(), opening.end() + AFTER)
    if stop is None and len(text) > opening.end() + AFTER:
        return None
    end = stop.start() if stop is not None else len(text)
    if stop is not None and stop.group() == "(" and (close := text.find(")", end, end + 12)) > 0:
        rest = _STOP.match(text, close + 1)
        if rest is None:
            return None
        end = close + 1
    tokens = list(_TOKEN.finditer(text, opening.end(), end))
    words = [token.group() for token in tokens]
    if words and words[0].lower() in {"a", "an"} and len(words) > 1 and words[1].lower() in FORMER:
        del words[0]
    phrase = _parse(words, titles, longest) if len(words) <= LONGEST_PHRASE else None
    # "Rao, president" alone says nothing of what; and a list of titles is no apposition.
    return _role(mention, Span.of(text, mention.span.start, end), phrase) if phrase is not None else None


def _role(mention: Mention, span: Span, phrase: OfficePhrase) -> Role:
    return Role(
        mention, span, phrase.title, phrase.words, phrase.acronym,
        former=bool(phrase.prefixes & FORMER), acting=bool(phrase.prefixes & ACTING), then=bool(phrase.prefixes & THEN),
    )  # fmt: skip


def _parse(raw: Sequence[str], titles: frozenset[str], longest: int) -> OfficePhrase | None:
    """A whole noun phrase as an office; None where it is none, or one with a word before it that makes another one of it."""
    words = list(_split_prefixes(raw))
    acronym, words = _take_acronym(words)
    if any(word in {"(", ")", ","} for word in words):
        return None
    prefixes: set[str] = set()
    while words and (_lower(words[0]) in _BEFORE_TITLE):
        prefixes.add(_lower(words.pop(0)))
    if not words or any(_lower(word) in LESSER for word in words):
        return None
    lower = [_lower(word) for word in words]
    for size in range(min(longest, len(words)), 0, -1):
        # "Russian MVD head", "Internal Affairs Minister"
        if " ".join(lower[-size:]) in titles:
            body = words[:-size]
            if not any(_lower(word) in _SMALL for word in body[-1:]) and _is_name_like(body):
                return OfficePhrase(" ".join(lower[-size:]), _bare(body), acronym, frozenset(prefixes))
    for start in range(len(words)):
        for size in range(min(longest, len(words) - start), 0, -1):
            # "Russia's minister of internal affairs", "head of the MVD"
            if " ".join(lower[start : start + size]) not in titles:
                continue
            rest = words[start + size :]
            if not rest or rest[0].lower() not in {"of", "for", "at"} or not _is_name_like(words[:start]):
                continue
            if any(word.lower() in {"in", "on", "to", "with", "from", "by"} for word in rest):
                continue
            return OfficePhrase(
                " ".join(lower[start : start + size]), _bare([*words[:start], *rest]), acronym, frozenset(prefixes)
            )
    return None


def _split_prefixes(raw: Sequence[str]) -> Iterator[str]:
    """ "ex-minister" → "ex", "minister"; "then-Interior" → "then", "Interior"."""
    for word in raw:
        head, dash, tail = word.partition("-")
        if dash and head.lower() in {"ex", "then", "former"}:
            yield from (head, tail)
        else:
            yield word


def _take_acronym(words: list[str]) -> tuple[str | None, list[str]]:
    """An acronym in brackets explains the words before it and is no part of them."""
    for index in range(len(words) - 2):
        if words[index] == "(" and words[index + 2] == ")" and _ACRONYM.fullmatch(words[index + 1]):
            return words[index + 1], words[:index] + words[index + 3 :]
    return None, words


def _is_name_like(words: Sequence[str]) -> bool:
    """Names and adjectives of an office's body; verbs and sentences are not."""
    return all(word[:1].isupper() or word.lower() in _SMALL or _BODY_WORD.fullmatch(word.lower()) for word in words)


_BODY_WORD = re.compile(
    r"(?:interior|defen[cs]e|foreign|internal|affairs|security|state|federal|national|general|staff|investigative|committee|service|intelligence|military|"
    r"migration|human|rights|justice|emergenc(?:y|ies)|situations|ministry|agency|office|council|prison|prime|border|supreme|court|police|guard|army|"
    r"group|mercenary|company|occupied|presidential|administration|region|republic|city|harbour|board|armed|forces|country|ministers|cabinet)(?:[’']s?)?"
)


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(_POSSESSIVE.sub("", word) for word in words if word.lower() not in _SMALL)


def _lower(word: str) -> str:
    return _POSSESSIVE.sub("", word.lower()).removesuffix(".")


def _of_phrase(tokens: Sequence[re.Match[str]]) -> bool:
    """Before a comma only the long form counts: "the head of the MVD, Ana Rao", or one with its article ("the MVD head, Ana Rao")."""
    words = [token.group().lower() for token in tokens]
    return "of" in words or words[0] in {"the", "its"}


def _is_title_end(tokens: Sequence[re.Match[str]], titles: frozenset[str]) -> bool:
    """ "the Prosecutor General Ana Rao": here "General" is no rank."""
    words = [_lower(token.group()) for token in tokens]
    return any(" ".join(words[-size:]) in titles for size in (1, 2, 3) if size <= len(words))


def _may_stand_before(token: re.Match[str], text: str, is_first: bool) -> bool:
    """Whether the office is whole where it begins: "Dagestan's MVD head" is none of the country's."""
    word = token.group()
    lower = _lower(word)
    if lower in LESSER or word.endswith(("’s", "'s", "’", "'")):
        return False
    if word in {",", "(", ")"}:
        return True
    return word[0].islower() or (is_first and lower in _FUNCTION_WORDS)


def _is_abbreviation(text: str, at: int) -> bool:
    return text[at] == "." and bool(
        re.search(r"\b(?:Gen|Col|Lt|Maj|Mr|Mrs|Dr|Adm|Brig|U\.S|Sgt|Capt|Sen|Gov|[A-Z])$", text[max(0, at - 6) : at])
    )
