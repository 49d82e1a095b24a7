"""A statement's content word by word, and how much two of them share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.domain.claim import Passage
from sayso.domain.span import Span
from sayso.languages.language import Language, load_code, load_language
from sayso.languages.times import find_times
from sayso.languages.wording import Wording, load_wording
from sayso.languages.words import Words, load_words
from sayso.tracing.drift.change import passage
from sayso.tracing.drift.feasts import find_feasts
from sayso.tracing.drift.spans import clipped, margins
from sayso.tracing.names import agree, body_key, name_key
from sayso.tracing.polarity import find_polarity
from sayso.tracing.statement import Place, Quantity, Statement

MOST_WORDS, MOST_NUMBERS = 400, 24
"""Of a content that is no sentence but a whole text, only so much is compared: work grows with its square."""
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")
_MARK = re.compile(r"\W")
TELLING = 100
"""A number above this is rare enough for two statements that share it to tell of one thing."""


class Word(NamedTuple):  # every word that is compared is one, and a tuple is made in a third of the time
    """A word or a mark of the content; `kind` stands for all that mean nearly the same, and is "" for what says nothing.

    `is_name`: it begins with a capital, or holds a figure.
    """

    start: int
    end: int
    form: str
    lemma: str
    kind: str
    is_name: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.lemma


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """`kinds`: what its words mean, verbs of telling and other empty words left out; `denied`: what its negation denies.

    `first` is where its words begin.
    """

    statement: Statement
    code: str
    words: tuple[Word, ...]
    kinds: frozenset[str]
    denied: frozenset[str]
    first: int

    @property
    def names(self) -> tuple[Place, ...]:
        """Names in its content."""
        return tuple(place for place in self.statement.names if place.start >= self.first)

    @property
    def places(self) -> tuple[Place, ...]:
        """Places in its content."""
        return tuple(place for place in self.statement.places if place.start >= self.first)

    @property
    def times(self) -> tuple[Place, ...]:
        """Times in its content, and in what a reading may have left out of it."""
        return _times(self)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers in its content."""
        return tuple(item for item in self.statement.quantities if item.start >= self.first)[:MOST_NUMBERS]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its content without words of the headline."""
        return clipped(self.statement)

    @property
    def language(self) -> Language:
        """What is known of its language."""
        return load_language(self.code)

    @property
    def lexicon(self) -> Words:
        """What its words mean."""
        return load_words(self.code)

    @property
    def wording(self) -> Wording:
        """How wordings of its language differ."""
        return load_wording(self.code)

    @property
    def countries(self) -> frozenset[str]:
        """Keys of the countries and peoples that the language has adjectives for."""
        return _countries(self.code)

    def holds(self, phrase: str) -> bool:
        """Whether the content holds a phrase."""
        return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", self.lower))

    @property
    def lower(self) -> str:
        """The content in lower case."""
        return " … ".join(span.exact for span in self.spans).lower().replace("’", "'")


@lru_cache(maxsize=4096)
def _times(view: View) -> tuple[Place, ...]:
    document, aside = view.statement.document, margins(view.statement)
    near = [
        place
        for start, end in aside
        for place in find_times(document.text, start, end, document.published, view.language)
    ]
    years = [
        Place(match["year"], match.start("year"), match.end())
        for start, end in (*((span.start, span.end) for span in view.spans), *aside)
        for match in _part_of_year(view.code).finditer(document.text, start, end)
    ]
    feasts = [
        place
        for start, end in (*((span.start, span.end) for span in view.spans), *aside)
        for place in find_feasts(document.text, start, end, document.published, view.code)
    ]
    return (*(place for place in view.statement.times if place.start >= view.first), *near, *years, *feasts)


@lru_cache(maxsize=8)
def _part_of_year(code: str) -> re.Pattern[str]:
    """ "By the end of 2026"."""
    parts = "|".join(sorted(load_wording(code).parts_of_years))
    return re.compile(rf"\b(?:{parts}) of (?P<year>(?:19|20)\d\d)\b(?!-)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _countries(code: str) -> frozenset[str]:
    lexicon = load_words(code)
    return frozenset(body_key(country, lexicon) for country in load_language(code).demonyms.values())


@lru_cache(maxsize=4096)  # a statement is compared with each that it relays and each that relays it; some 4 kB each
def look(statement: Statement) -> View | None:
    """A statement word by word; None in a language that is not read."""
    code = load_code(statement.document.language)
    if code is None:
        return None
    lexicon = load_words(code)
    words: list[Word] = []
    spans = clipped(statement)
    for span in spans:
        for match in _TOKEN.finditer(statement.document.text, span.start, span.end):
            if len(words) == MOST_WORDS:
                break
            words.append(_word(match, lexicon))
    kinds = frozenset(word.kind for word in words if word.kind)
    polarity = find_polarity(" … ".join(span.exact for span in spans), code)
    denied = frozenset(lexicon.kind(lemma) for lemma in polarity.denied[:1] if lemma in {word.lemma for word in words})
    return View(statement, code, tuple(words), kinds, denied, spans[0].start)


def _word(match: re.Match[str], lexicon: Words) -> Word:
    form = match.group().lower().replace("’", "'")
    if _MARK.fullmatch(form):
        return Word(match.start(), match.end(), form, "", "")
    lemma = lexicon.lemma(form)
    if lemma.endswith("men") and len(lemma) > 5:
        lemma = lemma[:-3] + "man"
    empty = form in lexicon.stop or lemma in lexicon.stop or lemma[:1].isdigit()
    named = match.group()[0].isupper() or any(letter.isdigit() for letter in form)
    return Word(match.start(), match.end(), form, lemma, "" if empty else lexicon.kind(lemma), named)


def words_in(text: str, start: int, end: int, code: str) -> tuple[Word, ...]:
    """The words of a stretch of a text that is no content: a source's."""
    lexicon = load_words(code)
    return tuple(_word(match, lexicon) for match in _TOKEN.finditer(text, start, end))


def overlap(one: View, other: View) -> float:
    """Share of what the one that says less says (words that mean something, names, numbers) that the other says, too."""
    first, second = _said(one), _said(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


@lru_cache(maxsize=4096)
def _said(view: View) -> frozenset[str]:
    names = {part for place in (*view.names, *view.places) for part in place.key.split()[-1:]}
    return view.kinds | names | {f"{quantity.value:g}" for quantity in view.quantities}


def share_telling_number(one: Iterable[Quantity], two: Iterable[Quantity]) -> bool:
    """Whether two statements are of one large number: "4,000 may have caught it", "4,000 have fallen ill"."""
    return not {item.value for item in one if item.value > TELLING}.isdisjoint(item.value for item in two)


def mentions_name(text: str, key: str) -> bool:
    """Whether a text names a party or place: all words of the key, or what it is abbreviated to."""
    folded = folded_text(text)
    if f" {key} " in folded:
        return True
    words = key.split()
    short = "".join(word[0] for word in words)
    if len(words) > 1 and (
        f" {words[-1]} " in folded and len(words) == 2 or (len(short) > 2 and f" {short} " in folded)
    ):
        return True
    return len(words) == 1 and any(agree(key, word) for word in folded.split() if word[:1] == key[:1])


@lru_cache(maxsize=256)
def folded_text(text: str) -> str:
    """A text's words as a key spells them, with blanks around."""
    return f" {name_key(text)} "


@lru_cache(maxsize=256)
def lemmas_of(text: str, code: str) -> frozenset[str]:
    """Lemmas of all the words of a text."""
    return frozenset(lemmas_in_order(text, code))


@lru_cache(maxsize=256)
def lemmas_in_order(text: str, code: str) -> tuple[str, ...]:
    """Lemmas of the words of a text, in their order."""
    lexicon = load_words(code)
    return tuple(lexicon.lemma(match.group()) for match in _TOKEN.finditer(text) if match.group()[0].isalnum())


def since_mark(word: Word, view: View) -> Passage:
    """A word with those before it back to the last mark, as much as a reader needs to see how it stands there."""
    low = word.start
    for earlier in view.words:
        if earlier.start >= word.start:
            break
        low = earlier.end if earlier.is_mark else min(low, earlier.start)
    return passage(view.statement.document, low, word.end)


def agreeing_with(place: Place, others: Iterable[Place]) -> Place | None:
    """The first of the places or names that may be the same."""
    return next((other for other in others if agree(place.key, other.key)), None)
