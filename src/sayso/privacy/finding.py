"""Where a text speaks of somebody by a name: in full, by one word of it, by initials, in another alphabet, in an address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from sayso.languages.language import load_language
from sayso.languages.words import load_words
from sayso.privacy.people import SMALL, Someone
from sayso.privacy.words import Word, is_latin, words_of

_GAP = re.compile(r"[ \u00a0\t\u2009\u202f]{1,3}|[ \t]*\n[ \t]*|[-\u2010\u2011\u2013_.+]\n?|\. ?|, |%20|/")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[#@]\w+|\b[\w-]+(?:\.[\w-]+)+/\S*|\S*[\w-]+\.(?:html?|txt|md|jpe?g|png|pdf|json|csv|svg)\b"
)
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2}){2,}")
_PATRONYMIC = re.compile(
    r"\s(?:[^\W\d_a-zа-я]\.?|[^\W\d_]{3,20}(?:vich|vych|vna|ich|ичом|вич|вича|вна|вны|івна|ович))\s"
)
"""What may stand between a given name and a surname of one person."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n“\"«(])[\s“\"«‘'(—–-]*$")
_PLACE_AFTER = re.compile(
    r"(?:[’']s)? (?:Street|Avenue|Road|Square|Lane|Boulevard|Prospekt|Bridge|Park|Embankment|Station|Airport|Hill|Bay|Island|Lake|District|"
    r"Oblast|Region|Republic)\b"
)
_ENDINGS = frozenset("a u om im em e i oi oiu ei ami am ah ov ym ogo omu uiu aia".split())
"""Case endings of a Russian or Ukrainian name, by sound."""
_WORDS_TOO = frozenset(
    "will hope grace may june april august mark rose bill grant chase faith joy rich frank guy miles dean art bob pat rob sue drew max "
    "summer dawn autumn ivy lily daisy holly iris violet ruby pearl amber jade crystal star sky melody harmony victor earl duke king prince "
    "young old brown black white green gray grey long short small little stone wood woods field fields hill hills lake rivers brook banks "
    "bell church house hall park street bridge mill mills miller baker cook smith taylor carter mason hunter fisher farmer shepherd gardener "
    "butler clerk page bishop pope abbot monk day week winter frost snow rain storm north south east west wolf fox bird swan drake lamb bull "
    "best good goodman noble strong bright sharp wise rich poor power major general sergeant singer dancer player walker driver cooper potter "
    "weaver porter judge law justice price cash penny pound gold silver steel love lord moon sun bush burns reed flowers berry cherry pepper "
    "sage rice bacon cotton glass ball bond chance trust gates post case cross sides call words reading lane case read speed wells pool".split()
)
"""Names that are words of the language; they are names where they bear a capital."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text that names somebody; `slug` in an address, where a name has no blanks."""

    start: int
    end: int
    person: int
    slug: bool = False


class Finder:
    """Finds `people` (by their places in the list) in texts; names in full that `stay` are passed over."""

    def __init__(self, people: Sequence[Someone], stay: Iterable[str] = ()) -> None:
        self._people = people
        self._plain: dict[str, list[int]] = defaultdict(list)
        self._sound: dict[str, list[int]] = defaultdict(list)
        self._families: dict[str, list[int]] = defaultdict(list)
        for number, someone in enumerate(people):
            for word in (*someone.given, *((someone.family,) if someone.family else ())):
                if len(word.plain) > 1:
                    self._plain[word.plain].append(number)
                    self._sound[word.sound].append(number)
            if someone.family:
                self._families[someone.family.sound].append(number)
        full = {someone.full for someone in people}
        self._stay: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in set(stay):
            sounds = tuple(word.sound for word in words_of(name))
            if len(sounds) > 1 and sounds not in full:
                self._stay[sounds[0]].append(sounds)

    def find(
        self, text: str, kept: Sequence[tuple[int, int]] = (), named: Sequence[tuple[int, int, int]] = ()
    ) -> list[Place]:
        """Every place at which somebody is named, in order and apart.

        `kept` are ranges in which a public person is named, `named` those of which the reading tells whom they name.
        """
        if not self._people:
            return []
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        if " " not in text and ("/" in text or "." in text):
            addresses = [(0, len(text))]
        words = list(words_of(text))
        found: list[Place] = list(self._escaped(text))
        at = 0
        while at < len(words):
            word = words[at]
            step = self._stays(words, at)
            if step:
                at += step
                continue
            slug = any(start <= word.start < end for start, end in addresses)
            place, used = self._at(text, words, at, slug, kept, named)
            if place is not None:
                found.append(place)
            at += used
        found.sort(key=lambda place: (place.start, -place.end))
        apart: list[Place] = []
        for place in found:
            last = apart[-1] if apart else None
            if (
                last is not None
                and last.person == place.person
                and _PATRONYMIC.fullmatch(text, last.end, max(last.end, place.start))
            ):
                apart[-1] = Place(last.start, place.end, last.person, last.slug)
            elif last is None or place.start >= last.end:
                apart.append(place)
        return apart

    def _stays(self, words: list[Word], at: int) -> int:
        for sounds in self._stay.get(words[at].sound, ()):
            if tuple(word.sound for word in words[at : at + len(sounds)]) == sounds:
                return len(sounds)
        return 0

    def _at(
        self,
        text: str,
        words: list[Word],
        at: int,
        slug: bool,
        kept: Sequence[tuple[int, int]],
        named: Sequence[tuple[int, int, int]],
    ) -> tuple[Place | None, int]:
        """The longest run of one person's names that begins at a word, and how many words it takes."""
        first = words[at]
        people = self._who(first, slug)
        initial = len(first.plain) == 1 and first.capital
        if initial:
            people = [number for number, someone in enumerate(self._people) if self._has_initial(someone, first)]
        best: tuple[int, int, int] | None = None
        for number in people:
            size, real = self._run(text, words, at, number, slug)
            if real and (best is None or (real, size) > best[:2]):
                best = (real, size, number)
        if best is None:
            return None, 1
        real, size, number = best
        start, end = first.start, words[at + size - 1].end
        told = next((who for low, high, who in named if low < end and start < high), None)
        if real == 1 and size == 1:
            if told is None and any(low < end and start < high for low, high in kept):
                return None, 1
            if not self._is_name(text, first, number, slug, told):
                return None, 1
            if told is not None and told in people:
                number = told
        return Place(start, end, number, slug), size

    def _who(self, word: Word, slug: bool) -> list[int]:
        """Whose name a word can be."""
        found = list(self._plain.get(word.plain, ()))
        if not found and len(word.plain) > 2 and (len(word.sound) > 3 or not is_latin(word.plain)):
            found = list(self._sound.get(word.sound, ()))
        if not found and len(word.plain) > 4:
            found = self._inflected(word)
        if not found and slug:
            found = [n for n, someone in enumerate(self._people) if _runs_together(someone, word.plain)]
        return list(dict.fromkeys(found))

    def _inflected(self, word: Word) -> list[int]:
        """ "Иванову" of Иванов; the family ("the Petrovs"), and a name's other gender ("Petrova")."""
        latin = is_latin(word.plain)
        for cut in range(1, 4):
            stem, ending = word.sound[:-cut], word.sound[-cut:]
            if len(stem) < 3:
                break
            if (ending in _ENDINGS and not latin) or (latin and ending in {"s", "a", "es"} and word.capital):
                found = self._families if latin else self._sound
                for base in (stem, stem + "i", stem + "a") if not latin else (stem,):
                    if base in found:
                        return list(found[base])
        return []

    def _run(self, text: str, words: list[Word], at: int, number: int, slug: bool) -> tuple[int, int]:
        """How many words from `at` name this person without a break, and how many of them are no initials."""
        someone = self._people[number]
        size = real = 0
        for index in range(at, min(len(words), at + 8)):
            word = words[index]
            if index > at and not _GAP.fullmatch(text[words[index - 1].end : word.start]):
                break
            if len(word.plain) == 1:
                second = index > at and len(words[index - 1].plain) == 1 and text[word.end : word.end + 1] == "."
                if not (word.capital or slug) or not (second or self._has_initial(someone, word)):
                    break
                size = index - at + 1
                continue
            if number not in self._who(word, slug) or (
                index > at and "," in text[words[index - 1].end : word.start] and not word.capital
            ):
                break
            real += 1
            size = index - at + 1
        while (
            size
            and len(words[at + size - 1].plain) == 1
            and words[at + size - 1].plain in {"s", "a", "i"}
            and not words[at + size - 1].capital
        ):
            size -= 1
        return size, real

    @staticmethod
    def _has_initial(someone: Someone, word: Word) -> bool:
        return any(given.sound[:1] == word.sound[:1] for given in someone.given)

    def _is_name(self, text: str, word: Word, number: int, slug: bool, told: int | None) -> bool:
        """Whether a lone word names the person: with doubt yes, unless it is a word of the language or a street."""
        someone = self._people[number]
        if told is not None:
            return True
        family = someone.family is not None and (
            word.plain == someone.family.plain or word.plain not in {g.plain for g in someone.given}
        )
        if not slug and _PLACE_AFTER.match(text, word.end):
            return False
        common = _is_word(word.plain)
        if slug:
            return not common or family
        if not word.capital:
            return not common and len(word.plain) > 3
        if not common:
            return True
        starts = _SENTENCE_START.search(text, max(0, word.start - 6), word.start) is not None
        return family or (word.plain in someone.also and not starts)

    def _escaped(self, text: str) -> Iterator[Place]:
        """Names in other alphabets inside an address ("%D0%9F…")."""
        for match in _ESCAPED.finditer(text):
            words = list(words_of(unquote(match.group())))
            who = next((people[0] for word in words if (people := self._who(word, True))), None)
            if who is not None:
                yield Place(match.start(), match.end(), who, True)


def _runs_together(someone: Someone, plain: str) -> bool:
    """ "ivanpetrov", "ipetrov", "petrov1980" in an address or a handle."""
    if someone.family is None or len(plain) < 5:
        return False
    family = someone.family.plain
    givens = [given.plain for given in someone.given]
    if len(family) > 4 and family in plain:
        return True
    return any(
        given + family in plain or family + given in plain or plain in (given[:1] + family, family + given[:1])
        for given in givens
    )


@cache
def _everyday() -> frozenset[str]:
    language, words = load_language("en"), load_words("en")
    known = {
        *words.rarities,
        *words.stop,
        *language.person_nouns,
        *language.organisation_nouns,
        *language.months,
        *language.weekdays,
    }
    return frozenset(known) | SMALL


def _is_word(plain: str) -> bool:
    return plain in _WORDS_TOO or plain in _everyday()
