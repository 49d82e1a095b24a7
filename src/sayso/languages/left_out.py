"""Numbers that count nothing: dates, years, times of day, names with a number, items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages.counting import Counting
from sayso.languages.language import Language
from sayso.languages.numerals import Numeral, Token

YEARS = range(1900, 2100)
LONGEST_MONTH = 31
LATEST_HOUR = 24
SMALL = 12
_HYPHENS = frozenset("-‑–")
_YEAR_LEADS = frozenset(
    "in since of the by from until till during before after for late early mid spring summer autumn winter fall and to "
    "through circa between back".split()
)
_SUFFIXES = frozenset("st nd rd th s am pm a.m a.m. p.m p.m. g d".split())
_SENTENCE = frozenset('.!?:;"“”«»‘’')


def is_left_out(
    tokens: Sequence[Token],
    numeral: Numeral,
    after: int,
    unit: str | None,
    bound: str | None,
    counting: Counting,
    language: Language,
) -> bool:
    """Whether a numeral is no number of things; `after` is the token after it, or after the range that it opens."""
    place = _Place(tokens, numeral, after, unit, bound, counting, language)
    if place.before == "one" or numeral.kind == "count" and place.word == "one" and place.one_counts_nothing():
        return True
    if numeral.kind in {"vague", "share", "ratio"}:
        return False
    return (
        place.is_part_of_a_code()
        or place.is_a_date()
        or place.is_a_year()
        or place.is_an_hour()
        or place.is_a_name()
        or place.is_a_time_ago()
        or place.points_back()
    )


class _Place:
    """A numeral among its neighbours."""

    def __init__(
        self,
        tokens: Sequence[Token],
        numeral: Numeral,
        after: int,
        unit: str | None,
        bound: str | None,
        counting: Counting,
        language: Language,
    ) -> None:
        self._tokens, self._numeral, self._after = tokens, numeral, after
        self._unit, self._bound, self._counting, self._language = unit, bound, counting, language
        self.word = tokens[numeral.first].lower
        self.before = self._lower(numeral.first - 1)
        self.following = self._lower(after)
        self._digits = tokens[numeral.first].kind == "digits"

    def _lower(self, at: int) -> str:
        return self._tokens[at].lower if 0 <= at < len(self._tokens) else ""

    def _text(self, at: int) -> str:
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def one_counts_nothing(self) -> bool:
        """ "no one", "one of", "one day", and "one" without a noun."""
        if self._numeral.after - self._numeral.first > 1:
            return False
        blocked = self.following in self._counting.no_one_after or self.before in self._counting.no_one_before
        return self._unit is None or (blocked and self._bound is None)

    def is_part_of_a_code(self) -> bool:
        """ "T-72", "22nd", "1990s", "2026-01-02", "#4", "5G"."""
        first, after = self._numeral.first, self._numeral.after
        if not self._digits:
            return False
        before = self._tokens[first - 1] if first else None
        if before is not None and self._tokens[first].joined:
            if before.kind == "word" or before.text in "#№@/+_":
                return True
            if before.text in _HYPHENS and before.joined and first > 1:
                return True
        if after < len(self._tokens) and self._tokens[after].joined:
            following = self._tokens[after]
            if following.kind == "word" and not self._is_suffix_of_units(following.lower):
                return True
            if following.text in "/_@":
                return True
            hyphen = following.text in _HYPHENS and after + 1 < len(self._tokens) and self._tokens[after + 1].joined
            if hyphen and self._tokens[after + 1].kind == "digits" and self._after == after:
                return True
            if hyphen and self._tokens[after + 1].kind == "digits":
                if self._joined_digits(self._after):
                    return True
                if self._unit is None and self._bound is None and self._numeral.value > YEARS.start // 10:
                    return True  # "986-8456" is a telephone number
        return before is not None and before.text in "#№"

    def _joined_digits(self, at: int) -> bool:
        """Whether "-02" follows: the range was the beginning of a date or of a telephone number."""
        if at + 1 >= len(self._tokens):
            return False
        hyphen, digits = self._tokens[at], self._tokens[at + 1]
        return hyphen.text in _HYPHENS and hyphen.joined and digits.joined and digits.kind == "digits"

    def _is_suffix_of_units(self, word: str) -> bool:
        if word in _SUFFIXES:
            return False
        return word in self._counting.scales or word in self._counting.uncounted or word in self._counting.percent

    def is_a_date(self) -> bool:
        """ "14 January", "January 14", "14–16 January"."""
        if self._numeral.value > LONGEST_MONTH or self._bound is not None:
            return False
        after = self._after + 1 if self.following == "of" else self._after
        before = self._numeral.first - (2 if self.before == "." else 1)
        return self._is_month(after) or self._is_month(before)

    def _is_month(self, at: int) -> bool:
        return self._text(at)[:1].isupper() and self._lower(at).rstrip(".") in self._language.months

    def is_a_year(self) -> bool:
        """ "in 2026", "the 2024 elections"; "2000 people" is a number."""
        token = self._tokens[self._numeral.first]
        if not (self._digits and len(token.text) == 4 and token.text.isdigit() and int(token.text) in YEARS):
            return False
        if self._numeral.after - self._numeral.first > 1 or self._bound is not None:
            return False
        if self._unit is None or self._is_month(self._numeral.first - 1) or self.following in _HYPHENS:
            return True
        of_people = self._unit in self._language.person_nouns or self._unit in self._counting.currencies.values()
        known = of_people or self._unit in {"percent", *self._counting.durations}
        return self.before in _YEAR_LEADS and not known

    def is_an_hour(self) -> bool:
        """ "at 9", "9 o'clock", "10 p.m."."""
        if self.following.rstrip(".") in {"a.m", "p.m", "am", "pm", "o'clock"}:
            return True
        return self.before == "at" and self._unit is None and self._digits and self._numeral.value <= LATEST_HOUR

    def is_a_name(self) -> bool:
        """ "Article 205", "Channel 4", "2." at the head of a line."""
        first = self._numeral.first
        at = first - 2 if self.before in {".", "№"} else first - 1
        label = self._text(at)
        labelled = self._bound is None and label.lower() in self._counting.labels
        if labelled and (self._unit is None or (label[:1].isupper() and self._digits)):
            return True
        if not self._digits or self._unit is not None or self._bound is not None:
            return False
        if first == 0 and self.following in {".", ")"} and self._after + 1 < len(self._tokens):
            return True
        begins = first < 2 or self._text(first - 2) in _SENTENCE
        before = self._text(first - 1)
        named = before[:1].isupper() and before.isalpha() and not begins
        day = before.lower() in self._language.weekdays
        verb = self.following in self._language.auxiliaries
        return named and not day and not verb and self._numeral.after - first == 1

    def is_a_time_ago(self) -> bool:
        """ "two years ago", "three days later"."""
        if self._unit not in self._counting.durations:
            return False
        return any(self._lower(at) in self._counting.since for at in range(self._after, self._after + 3))

    def points_back(self) -> bool:
        """ "the two said": a small number without a noun; "eleven of them" counts."""
        if self._unit is not None or self._bound is not None or self._digits or self.following == "of":
            return False
        return self._numeral.value <= SMALL and self.before in {"the", "these", "those", "in", "into", "or", "and", ""}
