"""Whom "he", "she" and "the 51-year-old" mean, where the reading left it open: the person that a sentence before is about.

"A man who worked in the purchasing department has an idea. In spring, he says, …": a text may speak for paragraphs of one who bears no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.quotation import find_quotations
from sayso.domain.span import Span
from sayso.languages.language import Language
from sayso.languages.syntax import load_syntax
from sayso.languages.telling import load_telling
from sayso.tracing.bodies import names_body
from sayso.tracing.outlet_names import is_media_name
from sayso.tracing.roles import CAPITAL, language_of

LOOK_BACK = 1500
"""Code points before a pronoun in which whom it means is looked for."""
LONGEST_SUBJECT = 160
_FEATURES = {"he": "m", "she": "f"}
_PLURAL = frozenset({"they", "they both", "both", "both of them"})
_SENTENCE = re.compile(r"[.!?…:][”\"’»)]*\s+(?=[“\"‘«(]?[^\W\d_a-z])")
_NAME = re.compile(
    rf"(?:(?:The|A|An|Her|His) )?(?:[a-z][\w-]* ){{0,4}}(?P<name>{CAPITAL}(?: (?:van|de|von|der|da|di|al|bin|del) )?(?: {CAPITAL}){{1,2}})"
    r"(?=, |\s+(?:is|was|has|had|sat|stood|came|lives?|lived|works?|worked|runs?|ran|says?|said|heads?|headed|spent|saw|knows?|keeps?|kept|does|did|[a-z]+ed)\b)"
)
_OPENING = re.compile(r"(?:An?|One|The|Another|Her|His|Their|Our|My|an?|one|the|another|our|my)\s")
_OPENING_MANY = re.compile(r"(?:Two|Three|Four|Five|Six|Several|Some|The|Both|Her|His|Their|two|three|several|the)\s")
_WORD = re.compile(r"[a-z][\w’'-]*")
MOST_WORDS = 6
"""Words of a description up to its noun."""
_MORE = re.compile(
    r",? (?:who|whose)\b[^.;:,“”\"]{0,90}|(?: (?:at|in|of|from|with|on|near)(?: (?:the|a|an|his|her|its))?(?: (?![a-z]+ed\b|came\b|is\b|was\b|has\b|had\b)[\w’'-]+){1,2})+"
)
_FOLLOWED = re.compile(
    r"\s*(?:[,.]|\b(?:who|whose|at|in|of|from|with|on|near|is|was|has|had|[a-z]+s|[a-z]+ed|came|told|sat|stood|ran|saw)\b|$)"
)
_FIRST = re.compile(r"[^\W\d_]+")
_MET = re.compile(
    rf"\b(?:[Ww]e|I) (?:{'|'.join(load_telling('en').meeting)})(?: [^.;:!?\n]{{0,70}}?)? (?:with|to) (?=an? )|\b(?:[Ww]e|I) met (?=an? )"
)
_ACCOUNT = re.compile(
    rf"(?:By|In|According to|Going by) (?P<whose>his|her|their) (?:own )?(?:{'|'.join(load_telling('en').accounts)})\b,?",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(r",? but (?:rather )?")
_BARE = re.compile(r"[Tt]he (?:\d{1,3}-year-old|man|woman)")


_LABEL = re.compile(r"(?P<label>[^\W\d_a-z][^\n:.!?“”\"]{1,60}):[ \u00a0]")
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]+)\)")
FEWEST_LABELS = 3
"""Paragraphs of a transcript that begin with who speaks."""


def find_label(document: Document, at: int) -> Span | None:
    """Who speaks in a paragraph of a transcript: "PRESENTER: …", "Minister for Health (Deputy Anna Berg): …"."""
    labels = _labels(document.text)
    return (
        next((span for start, end, span in labels if start <= at < end), None) if len(labels) >= FEWEST_LABELS else None
    )


@lru_cache(maxsize=256)
def _labels(text: str) -> Sequence[tuple[int, int, Span]]:
    found = []
    for start, end in find_paragraphs(text):
        match = _LABEL.match(text, start, end)
        if match is None:
            continue
        low, high = match.span("label")
        inside = _IN_BRACKETS.search(text, low, high)
        found.append((start, end, Span.of(text, *(inside.span("inside") if inside is not None else (low, high)))))
    often = Counter(span.exact for _, _, span in found)
    return [item for item in found if often[item[2].exact] > 1 or " " in item[2].exact]  # "CLAIM:", "RATING:"


def is_open(words: str) -> bool:
    """Whether words for a person leave open whom they mean."""
    return words.lower() in _FEATURES or words.lower() in _PLURAL or _BARE.fullmatch(words) is not None


def find_antecedent(document: Document, span: Span) -> tuple[Span, bool] | None:
    """The words for the person whom a pronoun means, and whether they are a name; None where no sentence before is about one."""
    language = language_of(document)
    gender = _FEATURES.get(
        span.exact.lower(), "f" if span.exact.endswith("woman") else "m" if span.exact.endswith("man") else None
    )
    number = "pl" if span.exact.lower() in _PLURAL else "sg"
    low = max(0, span.start - LOOK_BACK)
    starts = [start for start in _sentence_starts(document.text) if low <= start <= span.start]
    for start in reversed(starts):
        found = _subject(document.text, start, span.start, language, number)
        if found is not None and _may_be(found, gender, language):
            return found[0], found[1]
    return None


def find_other_than(document: Document, span: Span, name: str) -> Span | None:
    """Whom a pronoun means behind "it was not Jan but the man who …", where it would be Jan: the one who is set against him."""
    text = document.text
    low = max(0, span.start - LOOK_BACK)
    last = text.rfind(name, low, span.start)
    found = _NOT_BUT.match(text, last + len(name)) if last > 4 and text.endswith("not ", low, last) else None
    if found is None:
        return None
    described = _described(text, found.end(), found.end() + LONGEST_SUBJECT, language_of(document), "sg")
    return described[0] if described is not None else None


def find_introduced(document: Document, at: int) -> tuple[Span, bool] | None:
    """Who says what a place begins with, where the text puts him before it without a verb: "By her account …", "Our man in the port: …"."""
    text = document.text
    account = _ACCOUNT.match(text, at)
    if account is not None:
        pronoun = {"his": "he", "her": "she", "their": "they"}[account["whose"].lower()]
        return find_antecedent(document, Span(account.start("whose"), account.end("whose"), pronoun))
    found = _described(text, at, min(len(text), at + LONGEST_SUBJECT), language_of(document), "sg")
    return (found[0], False) if found is not None and text.startswith(": ", found[0].end) else None


def _may_be(found: tuple[Span, bool, str], gender: str | None, language: Language) -> bool:
    noun = language.person_nouns.get(found[2])
    return gender is None or noun is None or noun.gender in {None, gender}


@lru_cache(maxsize=256)
def _sentence_starts(text: str) -> Sequence[int]:
    """Where the sentences outside quotations begin."""
    quoted = [(one.start, one.end) for one in find_quotations(text)]
    found = []
    for start, end in find_paragraphs(text):
        places = [start, *(match.end() for match in _SENTENCE.finditer(text, start, end))]
        found += [place for place in places if not any(low <= place < high for low, high in quoted)]
    return found


def _subject(text: str, start: int, end: int, language: Language, number: str) -> tuple[Span, bool, str] | None:
    """The person whom a sentence begins with: words, whether they are a name, and the noun."""
    for place in _clause_starts(text, start, end):
        name = _NAME.match(text, place, min(end, place + LONGEST_SUBJECT))
        if name is not None and number == "sg" and not names_body(name["name"]) and not is_media_name(name["name"]):
            return Span.of(text, name.start("name"), name.end("name")), True, ""
        described = _described(text, place, min(end, place + LONGEST_SUBJECT), language, number)
        if described is not None:
            return described
    return None


def _clause_starts(text: str, start: int, end: int) -> Iterator[int]:
    """A sentence's beginning, and where it goes on after "On Monday," or "At the window,", and whom it says that the writer has met."""
    yield start
    met = _MET.search(text, start, end)
    if met is not None:
        yield met.end()
    comma = text.find(", ", start, min(end, start + 80))
    if comma >= 0 and _leads_in(text, start, comma):
        yield comma + 2


def _leads_in(text: str, start: int, comma: int) -> bool:
    """Whether the words before a comma only say when or where: they begin as such words do, or are the one of them."""
    first = _FIRST.match(text, start, comma)
    syntax = load_syntax("en")
    leading = syntax.prepositions | syntax.subordinators | syntax.adverbs
    return first is None or first.group().lower() in leading or " " not in text[start:comma]


def _described(text: str, start: int, end: int, language: Language, number: str) -> tuple[Span, bool, str] | None:
    """ "A man who worked in the purchasing department", "The woman who sat behind it", "one guest"."""
    opening = (_OPENING if number == "sg" else _OPENING_MANY).match(text, start, end)
    if opening is None:
        return None
    for word in islice(_WORD.finditer(text, opening.end(), end), MOST_WORDS):
        entry = language.person_nouns.get(word.group())
        if entry is None or entry.number != number or _FOLLOWED.match(text, word.end()) is None:
            continue
        more = _MORE.match(text, word.end(), end)
        return Span.of(text, start, more.end() if more is not None else word.end()), False, word.group()
    return None
