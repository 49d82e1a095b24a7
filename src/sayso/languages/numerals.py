"""Numerals in a text, in words and in digits → values. What they count is the business of `quantities`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.languages.counting import Counting
from sayso.languages.language import Language

_TOKEN = re.compile(
    r"(?P<digits>\d+(?:[.,:/’']\d+|[ \u00a0\u202f\u2009]\d{3}(?!\d))*)"
    r"|(?P<word>[^\W\d_](?:\.[^\W\d_])+\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<mark>[^\w\s]|_)"
)
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BLANKS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009’']\d{3})+(?:[.,]\d+)?")
_STOPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+\.\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_FRACTION = re.compile(r"([1-9])/([2-9]|10)")
_BLANK = re.compile(r"[ \u00a0\u202f\u2009]")
LARGEST_UNIT, LARGEST_TEN = 19, 90
LARGEST = 1e18
"""No text counts further; more is a row of words that mean something else."""


class Token(NamedTuple):  # every word of a text is one, and a tuple is made in a third of the time
    """A word, a number in digits, or a mark; `joined` where no blank stands before it; `lower` with a straight apostrophe."""

    kind: str
    text: str
    start: int
    end: int
    joined: bool
    lower: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from token `first` up to (not with) `after`; `kind`: "count", "share" (a fraction), "vague".

    `plain` is the number before a scale that a range may share ("3 to 4 million"), and `scale` that scale.
    """

    value: float
    high: float
    kind: str
    first: int
    after: int
    scale: float = 1.0


def split_tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, by offsets in the whole text."""
    tokens = []
    at = start
    last = -1
    while match := _TOKEN.search(text, at, end):
        stop = match.end()
        if match.lastgroup == "digits" and _BLANK.search(match.group()) and not _BLANKS.fullmatch(match.group()):
            stop = match.start() + _BLANK.search(match.group()).start()  # type: ignore[union-attr]
        words = text[match.start() : stop]
        lower = words.lower().replace("’", "'")
        tokens.append(Token(match.lastgroup or "mark", words, match.start(), stop, match.start() == last, lower))
        at = last = stop
    return tokens


def read_numeral(tokens: Sequence[Token], at: int, counting: Counting, language: Language) -> Numeral | None:
    """The numeral that begins at token `at`, or None."""
    if tokens[at].kind != "digits" and tokens[at].lower not in _starts(counting, language):
        return None
    for read in (_vague, _share, _several, _cardinal):
        numeral = read(tokens, at, counting, language)
        if numeral is not None:
            return numeral
    return None


def may_begin(tokens: Sequence[Token], counting: Counting, language: Language) -> list[bool]:
    """At which tokens `read_numeral` may find one."""
    starts = _starts(counting, language)
    return [token.kind == "digits" or token.lower in starts for token in tokens]


@lru_cache(maxsize=8)
def _starts(counting: Counting, language: Language) -> frozenset[str]:
    """The words with which a numeral can begin; nearly all words of a text are none."""
    several = {phrase.split(" ")[0] for phrase in counting.several}
    return frozenset({"a", "an", "one", "half", *several, *counting.vague, *language.number_words})


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    """Past a hyphen that joins two words ("two-thirds")."""
    joined = at + 1 < len(tokens) and tokens[at].text in "-‑" and tokens[at].joined and tokens[at + 1].joined
    return at + 1 if joined else at


def _vague(tokens: Sequence[Token], at: int, counting: Counting, language: Language) -> Numeral | None:
    """ "dozens", "tens of thousands"."""
    span = counting.vague.get(_lower(tokens, at))
    if span is None:
        return None
    more = counting.vague.get(_lower(tokens, at + 2)) if _lower(tokens, at + 1) == "of" else None
    if more is not None:
        scale = more[0] / 2
        return Numeral(span[0] * scale, (span[1] + 1) * scale - 1, "vague", at, at + 3)
    if _lower(tokens, at) == "tens":
        return None
    return Numeral(span[0], span[1], "vague", at, at + 1)


def _several(tokens: Sequence[Token], at: int, counting: Counting, language: Language) -> Numeral | None:
    """ "several hundred", "a few dozen"."""
    for words in (2, 1):
        phrase = " ".join(_lower(tokens, at + i) for i in range(words))
        scale = counting.scales.get(_lower(tokens, at + words))
        if phrase in counting.several and scale is not None and scale > 1:
            return Numeral(2 * scale, 9 * scale, "vague", at, at + words + 1)
    return None


def _share(tokens: Sequence[Token], at: int, counting: Counting, language: Language) -> Numeral | None:
    """ "a third", "two-thirds", "3/4", "half"; of "a third man" `quantities` makes nothing."""
    token = tokens[at]
    if token.kind == "digits" and (match := _FRACTION.fullmatch(token.text)):
        top, bottom = int(match.group(1)), int(match.group(2))
        return Numeral(top / bottom, top / bottom, "share", at, at + 1) if top < bottom else None
    if token.lower == "half":
        scale = counting.scales.get(_lower(tokens, at + 2)) if _lower(tokens, at + 1) in {"a", "an"} else None
        if scale is not None:
            return Numeral(scale / 2, scale / 2, "count", at, at + 3, scale)
        return Numeral(0.5, 0.5, "share", at, at + 1)
    top = 1 if token.lower in {"a", "one"} else language.number_words.get(token.lower, 0)
    if not 0 < top < 10 or token.lower in counting.ordinals:
        return None
    after = _past_hyphen(tokens, at + 1)
    below = counting.fractions.get(_lower(tokens, after))
    if below is None or (top > 1) != _lower(tokens, after).endswith(("s", "halves")) or top >= below:
        return None
    return Numeral(top / below, top / below, "share", at, after + 1)


def _cardinal(tokens: Sequence[Token], at: int, counting: Counting, language: Language) -> Numeral | None:
    token = tokens[at]
    if token.kind == "digits":
        value = _digits(tokens, at, counting)
        after = at + 1
    elif token.lower in {"a", "an"}:
        if _lower(tokens, at + 1) not in counting.scales or len(_lower(tokens, at + 1)) < 5:
            return None
        value, after = 1.0, at + 1
    else:
        value, after = _words(tokens, at, counting, language)
    if value is None:
        return None
    half, after = _and_a_half(tokens, after)
    value += half
    scale = 1.0
    while after < len(tokens):
        place = _past_hyphen(tokens, after)
        word = tokens[place].lower.rstrip(".") if place < len(tokens) else ""
        if word not in counting.scales or (len(word) < 3 and not (tokens[place].joined and token.kind == "digits")):
            break
        scale *= counting.scales[word]
        after = place + 1
    if token.lower in {"a", "an"} and scale == 1:
        return None
    half, after = _and_a_half(tokens, after)
    total = (value + half) * scale
    if scale > 1 and token.kind != "digits":
        total, after = _rest(tokens, after, total, scale, counting, language)
    if total > LARGEST:
        return None
    return Numeral(total, total, "count", at, after, scale)


def _and_a_half(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """ "two and a half million", "a million and a half"."""
    found = [_lower(tokens, at + i) for i in range(3)] == ["and", "a", "half"]
    return (0.5, at + 3) if found else (0.0, at)


def _rest(
    tokens: Sequence[Token], after: int, total: float, scale: float, counting: Counting, language: Language
) -> tuple[float, int]:
    """What follows a scale: "two hundred *and forty*", "one thousand *two hundred*"."""
    place = after + 1 if _lower(tokens, after) == "and" else after
    if place >= len(tokens) or tokens[place].kind != "word" or tokens[place].lower in counting.ordinals:
        return total, after
    value, end = _words(tokens, place, counting, language)
    if value is None or value >= scale:
        return total, after
    inner = counting.scales.get(_lower(tokens, end), 1.0)
    if inner > 1 and value * inner < scale:
        more, end = _rest(tokens, end + 1, value * inner, inner, counting, language)
        rest = total + more
        outer = counting.scales.get(_lower(tokens, end), 1.0)
        return (rest, end) if outer == 1 else (total, after)
    if inner == scale:
        return total, after  # "one million one million": two numbers
    if inner > 1:  # "two hundred and forty thousand": the scale is of all of it
        return _rest(tokens, end + 1, (total + value) * inner, inner, counting, language)
    return total + value, end


def _words(tokens: Sequence[Token], at: int, counting: Counting, language: Language) -> tuple[float | None, int]:
    """ "twelve", "twenty-three"; without scales."""
    word = _lower(tokens, at)
    value = language.number_words.get(word)
    known = value is not None and word not in counting.ordinals and word not in counting.collections
    if not known or value is None or word in counting.scales:
        return None, at
    after = at + 1
    if LARGEST_UNIT < value <= LARGEST_TEN:
        place = _past_hyphen(tokens, after)
        unit = language.number_words.get(_lower(tokens, place), 0)
        if 0 < unit < 10 and _lower(tokens, place) not in counting.ordinals:
            return float(value + unit), place + 1
    return float(value), after


def _digits(tokens: Sequence[Token], at: int, counting: Counting) -> float | None:
    """The value of a number in digits; None for times, dates and versions ("10:30", "02.01.2026", "1.2.3")."""
    text = tokens[at].text
    if text.isdigit():
        return float(text) if len(text) < 16 else None
    following = _lower(tokens, at + 1)
    scaled = following in counting.percent or following in counting.scales or following == "per"
    if _STOPS.fullmatch(text) and not (scaled and text.count(".") == 1):
        return float(text.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(text):
        return float(text.replace(",", ""))
    if _BLANKS.fullmatch(text):
        return float(re.sub(r"[ \u00a0\u202f\u2009’']", "", text).replace(",", "."))
    if _DECIMAL.fullmatch(text) or _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    return None
