"""Numbers of things in a text: value, bound and what is counted. Dates, years, ordinals and names are left out.

A share is given in percent, however it is put: "a third", "one in three" and "33 per cent" can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.domain.named import Quantity
from sayso.languages.counting import Counting, load_counting
from sayso.languages.language import Language, load_language
from sayso.languages.left_out import is_left_out
from sayso.languages.numerals import Numeral, may_begin, read_numeral, split_tokens

PERCENT, POINT = "percent", "percentage-point"
LONGEST_BOUND = 5
"""Words of the longest phrase that bounds a number."""
UNIT_REACH = 6
"""Words after a number within which the noun that it counts must stand."""
FEW = 12
AMOUNT_REACH = 14
"""Words before a number within which "the number of detainees" may stand."""
_MARKS = {"~": "about", "≈": "about", ">": "more-than", "<": "less-than", "≥": "at-least", "≤": "at-most"}
_QUOTES = frozenset("\"'“”‘’«»„")
_SIGNS = frozenset("£$€¥₽₴₹₸")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity, and the number of the token after it."""

    quantity: Quantity
    after: int


@lru_cache(maxsize=4096)  # a sentence is asked for whether it makes a statement, and then for what it says
def find_quantities(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """The quantities in `text[start:end]` in order. Number words, bounds and units are English; digits are read in any language."""
    return _Finder(text, start, end, load_counting("en"), load_language("en")).find()


class _Finder:
    def __init__(self, text: str, start: int, end: int, counting: Counting, language: Language) -> None:
        self._text = text
        self._tokens = split_tokens(text, start, end)
        self._counting = counting
        self._language = language

    def find(self) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        at = free = 0  # tokens before `free` are taken
        begins = may_begin(self._tokens, self._counting, self._language)
        while at < len(self._tokens):
            if not begins[at]:
                at += 1
                continue
            numeral = read_numeral(self._tokens, at, self._counting, self._language)
            if numeral is None:
                at += 1
                continue
            item = self._quantity(numeral, free)
            if item is not None:
                quantity = item.quantity
                if quantity.unit is None and found and self._is_of_them(item.after):
                    quantity = replace(quantity, unit=found[-1].unit)
                found.append(quantity)
                free = item.after
            at = max(numeral.after, item.after if item is not None else 0)
        return tuple(found)

    def _is_of_them(self, at: int) -> bool:
        """Whether "of them" follows: "14,000 men were caught, and 6,000 of them sent away"."""
        return self._word(at) == "of" and self._word(at + 1) in {"them", "whom", "these", "those"}

    def _word(self, at: int) -> str:
        return self._tokens[at].lower if 0 <= at < len(self._tokens) else ""

    def _quantity(self, numeral: Numeral, free: int) -> Found | None:
        tokens, counting = self._tokens, self._counting
        low, high, kind, after = numeral.value, numeral.high, numeral.kind, numeral.after
        first = numeral.first
        if kind == "share" and not self._is_share(numeral):
            return None
        if second := self._range_end(numeral):
            low = low * second.scale if numeral.scale == 1 and second.scale > 1 and low < second.value else low
            high, after = second.high, second.after
        if kind == "count" and (ratio := self._ratio(numeral)):
            low = high = 100 * numeral.value / ratio.value
            kind, after = "ratio", ratio.after
        unit: str | None = None
        unit_end = after
        if kind in {"share", "ratio"}:
            unit = PERCENT
            if kind == "share":
                low, high = 100 * low, 100 * high
        elif percent := self._percent(after):
            unit, unit_end = percent
        elif first > free and tokens[first - 1].text in _SIGNS:
            unit = counting.currencies[tokens[first - 1].text]
            first -= 1
            if self._word(first - 1) == "us" and tokens[first].joined:
                first -= 1
        between = self._word(first - 1) if first > free else ""
        if second and between in {"between", "from"}:
            first -= 1
        bound, first = self._bound_before(first, free)
        if bound is None and (near := self._bound_after(after)):
            bound, after = near
        if unit is None:
            unit, unit_end = self._unit(after, one=high == 1)
        last = max(after, unit_end)
        if bound is None and (far := self._bound_after(last)):
            bound, last = far
        if bound == "more-than" and self._word(first) == "over" and unit in counting.durations and high <= FEW:
            bound, first = None, first + 1  # "over three days" is the time that it took
        if unit is None:
            unit = self._amount(first)
        if is_left_out(tokens, numeral, after, unit, bound, counting, self._language):
            return None
        start, end = tokens[first].start, tokens[last - 1].end
        return Found(Quantity(low, high, bound, unit, start, end), last)

    def _is_share(self, numeral: Numeral) -> bool:
        """Whether a fraction is one: "a third of", "half were", "by a quarter", but not "a third man"."""
        before, after = self._word(numeral.first - 1), self._word(numeral.after)
        if before in self._counting.ordinals or before == "latter" or after == "-":
            return False
        if after in {"a", "an", "past", "hour", "term", "time"}:
            return False
        verb = after in self._language.be or after in {"have", "had", "has"}
        if self._word(numeral.first) == "half" and after in {"the", "their", "its", "his", "her", "our", "these"}:
            return True
        plain = numeral.after - numeral.first == 1 and self._tokens[numeral.first].kind == "digits"
        return plain or after == "of" or verb or before in self._counting.fraction_leads

    def _range_end(self, numeral: Numeral) -> Numeral | None:
        """The second number of "30 to 40", "30–40", "three or four", "between 30 and 40"."""
        if numeral.kind not in {"count", "share"}:
            return None
        at = numeral.after
        if at < len(self._tokens) and self._tokens[at].text == "%":
            at += 1
        word, before = self._word(at), self._word(numeral.first - 1)
        second = (
            read_numeral(self._tokens, at + 1, self._counting, self._language) if at + 1 < len(self._tokens) else None
        )
        if second is None or second.kind != numeral.kind:
            return None
        value = numeral.value * (second.scale if numeral.scale == 1 and numeral.value < second.value else 1)
        if word == "and":
            return second if before == "between" and value < second.value else None
        if word == "to" and before == "from" and self._tells_change(numeral.first - 1):
            return None
        joined = word in {"-", "–", "‑"}
        if not (joined or word in {"to", "or", "till", "through"}) or value >= second.value:
            return None
        if word == "to" and second.value > 20 * value and before != "from":
            return None  # "handed 2 to 200 men"
        return second

    def _tells_change(self, before: int) -> bool:
        return any(self._word(at) in self._counting.changes for at in range(max(0, before - 5), before))

    def _ratio(self, numeral: Numeral) -> Numeral | None:
        """The second number of "one in five", "nine out of ten"."""
        at = numeral.after
        out = self._word(at) == "out" and self._word(at + 1) == "of"
        if not out and not (self._word(at) == "in" and numeral.value == 1):
            return None
        start = at + (2 if out else 1)
        second = (
            read_numeral(self._tokens, start, self._counting, self._language) if start < len(self._tokens) else None
        )
        fits = second is not None and second.kind == "count" and numeral.value < second.value <= 1000
        return second if fits else None

    def _percent(self, at: int) -> tuple[str, int] | None:
        """The unit of "60 per cent" or "3 percentage points", and the token after it."""
        two = f"{self._word(at)} {self._word(at + 1)}"
        if two in self._counting.points:
            return POINT, at + 2
        if two in self._counting.percent:
            return PERCENT, at + 2
        return (PERCENT, at + 1) if self._word(at) in self._counting.percent else None

    def _bound_before(self, first: int, free: int) -> tuple[str | None, int]:
        """The bound of "no fewer than another 40", and its first token."""
        last = first
        if first > free and self._word(first - 1) in {"another", "further", "total"}:
            last = first - 1
        if first > free and self._tokens[first - 1].text in _MARKS:
            return _MARKS[self._tokens[first - 1].text], first - 1
        for length in range(min(LONGEST_BOUND, last - free), 0, -1):
            words = self._tokens[last - length : last]
            bound = self._counting.bounds.get(" ".join(token.lower for token in words))
            if bound is not None and not (length == 1 and words[0].lower == "over" and self._is_particle(last - 2)):
                return bound, last - length
        return None, first

    def _is_particle(self, at: int) -> bool:
        return self._word(at) in self._counting.particles

    def _bound_after(self, at: int) -> tuple[str, int] | None:
        """The bound of "or more", "at least", "+", and the token after it."""
        if at >= len(self._tokens):
            return None
        if self._tokens[at].text == "+" and self._tokens[at].joined:
            return "at-least", at + 1
        for length in (3, 2, 1):
            words = self._tokens[at : at + length]
            if len(words) < length:
                continue
            phrase = "".join(f"{'' if n == 0 or token.joined else ' '}{token.lower}" for n, token in enumerate(words))
            if phrase in {"minimum", "maximum"} and self._counting.is_plural(self._word(at + length)):
                continue
            if phrase in self._counting.bounds_after:
                return self._counting.bounds_after[phrase], at + length
        return None

    def _unit(self, at: int, *, one: bool) -> tuple[str | None, int]:
        """What is counted by a number that ends before token `at`, and the token after it."""
        tokens, counting = self._tokens, self._counting
        if at + 1 < len(tokens) and tokens[at].text in "-‑" and tokens[at].joined and tokens[at + 1].joined:
            word = counting.singular(self._word(at + 1))
            if word == "year" and self._word(at + 2) in "-‑" and self._word(at + 3).startswith("old"):
                return "year-old", at + 4
            return (word, at + 2) if tokens[at + 1].kind == "word" and word != "strong" else (None, at + 2)
        after = at
        while at < len(tokens) and (self._word(at) in counting.passed or tokens[at].text in _QUOTES):
            at += 1
        seen = 0
        last: int | None = None
        for place in range(at, min(at + UNIT_REACH, len(tokens))):
            token, word = tokens[place], tokens[place].lower.removesuffix("'s")
            if token.kind == "mark":
                hyphen = token.text in "-‑" and token.joined
                if hyphen or (token.text in _QUOTES and seen == 0):
                    continue
                break
            if token.kind == "digits" or word in counting.stops or word in self._language.number_words:
                break
            seen += 1
            if counting.is_plural(word) and not one:
                if last is not None and self._is_people(tokens[last].text):
                    last = None  # "14 Georgian lorries"
                if not self._runs_on(place, last):
                    last = place if last is None or self._may_follow(place, last) else last
                    break
                last = place
            elif one and self._is_noun(word):
                last = place
            elif last is not None:
                break
            elif self._is_people(token.text):
                last = place
        if last is None and one and 0 < seen <= 2 and self._ends_phrase(at + seen):
            last = at + seen - 1 if tokens[at + seen - 1].kind == "word" else None
        if last is None:
            return None, after
        return self._lemma(tokens[last].text), last + 1

    def _runs_on(self, place: int, last: int | None) -> bool:
        """Whether another plural may be the head: "wounded soldiers", "arms dealers"."""
        following = self._word(place + 1)
        counting = self._counting
        if following in counting.stops or following in counting.states or not counting.is_plural(following):
            return False
        return self._is_attributive(self._word(place)) or following in self._language.person_nouns

    def _may_follow(self, place: int, last: int) -> bool:
        return self._is_attributive(self._word(last)) or self._word(place) in self._language.person_nouns

    def _is_attributive(self, word: str) -> bool:
        return word in self._counting.states or word in self._counting.attributive

    def _is_noun(self, word: str) -> bool:
        language = self._language
        return (
            word in language.person_nouns
            or word in language.organisation_nouns
            or word in language.document_nouns
            or word in self._counting.durations
        )

    def _is_people(self, word: str) -> bool:
        """A people's name without a plural ending: "two Chinese"."""
        return word in self._language.demonyms

    def _ends_phrase(self, at: int) -> bool:
        return at >= len(self._tokens) or self._tokens[at].kind == "mark" or self._word(at) in self._counting.stops

    def _lemma(self, word: str) -> str:
        lower = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
        return self._counting.currencies.get(lower) or self._counting.singular(lower)

    def _amount(self, before: int) -> str | None:
        """What "the number of detainees has risen to" counts."""
        for at in range(before - 1, max(0, before - AMOUNT_REACH) - 1, -1):
            word = self._word(at)
            if word in {".", ";", "!", "?"}:
                return None
            if word in self._counting.amounts and self._word(at + 1) == "of":
                return self._unit(at + 2, one=False)[0]
        return None
