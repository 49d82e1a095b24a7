"""Whether a person is public or private, by the words that introduce the person; doubt is private.

Public is who holds an office or speaks for an organisation: "the mayor, Ana Rao", "Ana Rao, spokeswoman for the port",
"demographer Ana Rao of the Halden Institute". A word inside somebody else's description counts for nothing: "Ana Rao,
the mayor's driver", "the wife of the mayor, Ana Rao".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.party import Standing
from sayso.domain.span import Span
from sayso.extract.names import Party
from sayso.extract.ranges import Range, touches
from sayso.languages.language import Language

BEFORE, AFTER = 110, 130
"""Code points before and after a name in which the words that introduce its bearer stand."""

_TOKEN = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*\.?")
_BREAK = re.compile(r"[.!?;:](?=\s)|[\n“”\"—–()]")
_SHORT = re.compile(r"\b(?:Gen|Col|Lt|Maj|Mr|Mrs|Ms|Dr|Adm|Brig|Sgt|Capt|Sen|Gov|Rep|Prof|Rev|St|[A-Z])$")
_EXPLAINED = re.compile(r"\([A-ZА-Я][A-Za-zА-я]{1,6}\)")
_STOP = re.compile(
    r"[.!?;:,)](?=\s|$)|[\n“”\"—–(]|\s(?:who|whose|which|said|says|told|tells|and|has|had|was|is|were|will|would|when|after|before|since|testified|asked)\b"
)
_OPENING = re.compile(r"(?:,|\s\(|\s[—–-])\s*(?:aged )?(?:\d{1,3}(?:,|\)|\s[—–-])\s*)?")
_AGE = re.compile(r"^,? \(?(?:aged )?(\d{1,3})\b(?!,? (?:people|men|women|000|per cent|%))(?=[,)—. –-])")
_SEAT = re.compile(r"^\s?\((?:[DRI]|Dem|Rep|Lab|Con)\.?(?:-|, )[A-Z]|^\s?\([DRI]\)")
_LED = re.compile(r"\b(?:headed|chaired) by(?: (?:the|its))?\s*$")
_FOR = re.compile(r"^,? (?:who is |who was )?speaking (?:for|on behalf of) (?:the )?[A-Z]")
_OF_BODY = re.compile(r"^,? (?:of|from|at|with) (?:the )?(?=[A-Z])")
_SPLITS = frozenset("of for at in from with on to by about under".split())
_POINTS = frozenset("its their our".split())
_POSSESSIVE = re.compile(r"[’']s?$")
_BEFORE_A_ROLE = frozenset(
    "a an former ex acting deputy senior chief regional local current interim then longtime veteran first vice press campaign".split()
)
_RANKS = frozenset(
    "general gen colonel col lieutenant lt major maj admiral captain capt sergeant sgt private corporal lance senior junior mr mrs ms miss dr sir prof rev "
    "comrade brigadier brig staff warrant officer lord lady dame".split()
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's standing, why in a few words, and the words of the text that it rests on."""

    standing: Standing
    why: str
    rests_on: tuple[Span, ...] = ()
    introduced: bool = False
    """Whether the text says something of a person that speaks against an office: an age, kin, a trade."""


class Standings:
    """Judges the persons of one text; `bodies` are where organisations are named, in order and apart."""

    def __init__(self, text: str, bodies: Sequence[Range], language: Language) -> None:
        self._text = text
        self._bodies = bodies
        self._language = language
        self._strong = language.public_roles
        self._weak = language.speaking_roles

    def of(self, party: Party) -> Judged:
        """The standing of one person, by all the places where the text names him or her."""
        against: Judged | None = None
        for start, end in party.places:
            found = self._before(start, end) or self._after(start, end)
            if found is None:
                continue
            if found.standing is Standing.PUBLIC:
                return found
            against = against or found
        return against or Judged(Standing.PRIVATE, "nothing in the text tells of an office or an organisation")

    def _before(self, start: int, end: int) -> Judged | None:
        text = self._text
        low = max(0, start - BEFORE)
        explained = {at for match in _EXPLAINED.finditer(text, low, start) for at in (match.start(), match.end() - 1)}
        for cut in _BREAK.finditer(text, low, start):
            if cut.group() == "." and _SHORT.search(text, max(0, cut.start() - 6), cut.start()):
                continue
            if cut.start() not in explained:
                low = cut.end()
        if led := _LED.search(text, low, start):
            return Judged(Standing.PUBLIC, "heads it", (Span.of(text, led.start(), end),))
        tokens = list(_TOKEN.finditer(text, low, start))
        if not tokens:
            return None
        between = text[tokens[-1].end() : start]
        if between.strip(" ,)\u00a0"):
            return None
        apposed = "," in between
        words = [_lower(token.group()) for token in tokens]
        while (
            len(words) > 1
            and not apposed
            and (words[-1] in _RANKS or tokens[len(words) - 1].group() in self._language.first_names)
            and words[-1] not in self._strong
        ):
            words.pop()
            if "," in text[tokens[len(words) - 1].end() : tokens[len(words)].start()]:
                apposed = True
        tokens = tokens[: len(words)]
        head = self._head_before(words, tokens, apposed=apposed)
        if head is None:
            return None
        first, last = head
        return self._judge(words, tokens, first, last, (tokens[first].start(), end))

    def _head_before(self, words: list[str], tokens: list[re.Match[str]], *, apposed: bool) -> tuple[int, int] | None:
        """Where the head noun of the phrase before a name stands: right before it, or before "of …" where a comma follows."""
        if found := self._role_ending(words, len(words)):
            return found
        if not apposed:
            return None
        floor = 0
        for index in range(len(tokens) - 1, 0, -1):
            if "," in self._text[tokens[index - 1].end() : tokens[index].start()]:
                floor = index
                break
        for index in range(len(words) - 1, floor, -1):
            if words[index] in _SPLITS and (found := self._role_ending(words, index)) and found[0] >= floor:
                return found
        return None

    def _role_ending(self, words: list[str], stop: int) -> tuple[int, int] | None:
        for size in (4, 3, 2, 1):
            if size <= stop and self._is_role(" ".join(words[stop - size : stop])):
                return stop - size, stop
        return None

    def _is_role(self, words: str) -> bool:
        return words in self._strong or words in self._weak or words in self._language.person_nouns

    def _judge(
        self, words: list[str], tokens: list[re.Match[str]], first: int, last: int, place: Range
    ) -> Judged | None:
        """A role at `first` to `last` of the words in a phrase: whether it is the person's own, and makes the person public."""
        role = " ".join(words[first:last])
        span = (Span.of(self._text, *place),)
        owner = self._belongs_to(words, first)
        if owner is not None:
            return Judged(Standing.PRIVATE, f"introduced as “{owner}”", span, introduced=True)
        if role in self._strong:
            return Judged(Standing.PUBLIC, f"introduced as “{role}”", span)
        if role in self._weak and self._has_body(words, tokens, first, last, place):
            return Judged(Standing.PUBLIC, f"introduced as “{role}” of an organisation", span)
        if role in self._weak:
            return None
        introduced = role not in self._language.telling_little
        return Judged(Standing.PRIVATE, f"introduced as “{role}”", span, introduced=introduced)

    def _belongs_to(self, words: list[str], first: int) -> str | None:
        """The noun that a role hangs on: "wife" of "the wife of the mayor"."""
        at = first - 1
        while at > 0 and first - at <= 4 and words[at] not in _SPLITS:
            at -= 1
        if at > 0 and words[at] in _SPLITS and first - at <= 4:
            noun = words[at - 1]
            if noun in self._language.person_nouns and noun not in self._strong:
                return noun
        return None

    def _has_body(self, words: list[str], tokens: list[re.Match[str]], first: int, last: int, place: Range) -> bool:
        """Whether an organisation stands with a role: before it, after "of", or pointed to by "its"."""
        if touches(self._bodies, place):
            return True
        if any(word in _POINTS for word in words[max(0, first - 4) : first]):
            return True
        nouns = self._language.organisation_nouns
        if first and words[first - 1] in nouns:
            return True
        if _OF_BODY.match(self._text[place[1] : place[1] + 24]) and touches(
            self._bodies, (place[1], min(len(self._text), place[1] + 60))
        ):
            return True
        return any(word in nouns for word in words[last : last + 8]) and last < len(words) and words[last] in _SPLITS

    def _after(self, start: int, end: int) -> Judged | None:
        text = self._text
        after = text[end : end + AFTER]
        if _SEAT.match(after):
            return Judged(Standing.PUBLIC, "holds a seat", (Span.of(text, start, min(len(text), end + after.index(")") + 1)) if ")" in after else Span.of(text, start, end),))  # fmt: skip
        if _FOR.match(after):
            return Judged(Standing.PUBLIC, "speaks for an organisation", (Span.of(text, start, end),))
        opening = _OPENING.match(text, end)
        found = self._apposed(start, opening.end()) if opening is not None else None
        if found is not None:
            return found
        if (age := _AGE.match(after)) and int(age[1]) < 120:
            place = Span.of(text, start, end + age.end())
            return Judged(Standing.PRIVATE, "named with an age and no office", (place,), introduced=True)
        return None

    def _apposed(self, start: int, low: int) -> Judged | None:
        text = self._text
        stop = _STOP.search(text, low, low + AFTER)
        while stop is not None and stop.group() == "." and _SHORT.search(text, max(0, stop.start() - 6), stop.start()):
            stop = _STOP.search(text, stop.end(), low + AFTER)
        high = stop.start() if stop is not None else min(len(text), low + AFTER)
        tokens = list(_TOKEN.finditer(text, low, high))
        words = [_lower(token.group()) for token in tokens]
        if not words or len(words) > 14:
            return None
        head = next((index for index, word in enumerate(words) if word in _SPLITS and index), len(words))
        found = self._role_ending(words, head)
        if found is None or not self._is_phrase(words[: found[0]], tokens):
            return None
        return self._judge(words, tokens, *found, (start, high))

    def _is_phrase(self, words: list[str], tokens: list[re.Match[str]]) -> bool:
        """Whether the words before a role belong to it: "the mayor", "Polje's mayor", and not "met the mayor"."""
        language = self._language
        if any(word in language.definite or word in language.indefinite for word in words[1:]):
            return False
        return not words or (
            words[0] in language.definite
            or words[0] in language.indefinite
            or words[0] in language.pronouns
            or words[0] in language.organisation_nouns
            or words[0] in _BEFORE_A_ROLE
            or tokens[0].group()[0].isupper()
        )


def _lower(word: str) -> str:
    return _POSSESSIVE.sub("", word.lower()).removesuffix(".")
