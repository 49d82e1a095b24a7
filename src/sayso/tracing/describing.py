"""A reading → statements: what each of its attributions says, in words, names, numbers and times that can be compared.

Not every attribution is one. An attribution whose content is mostly an inner one ("ISW said that the insider claimed that X") is left
to the inner one, which carries the whole chain; an order or a plan inside a statement is left to the statement; and words that say
too little to be found again ("it.") are left out. Each says why.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.domain.attribution import Attitude, Attribution, Factuality, Mode, attribution_id
from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.domain.vector import Vector
from sayso.languages.language import load_code, load_language
from sayso.languages.quantities import find_quantities
from sayso.languages.scales import find_bound, find_number_words, find_scale
from sayso.languages.times import find_times
from sayso.languages.words import Words, find_forms, load_words
from sayso.tracing.credits import is_dateline
from sayso.tracing.names import find_capitalised, find_names
from sayso.tracing.polarity import denies
from sayso.tracing.statement import Place, Quantity, Statement

OUTER_SHARE = 0.34
"""Share of an attribution's meaning words outside its inner ones up to which it is left to them."""
FEWEST_WORDS = 2
"""Meaning words, names and numbers, together, that a statement needs to be found again; a denial or a long one needs one."""
LONG_ENOUGH = 6
LONGEST_UNREAD = 2000
"""Code points of a sentence that are looked at in a text of a language that is not read."""
_MARKS = "“”„‟«»\"‘’' \n\t,;:.…—–-"
_SENTENCE_END = re.compile(r"(?<=[.!?…])[»”“\"’']?\s+(?=[^\Wa-zа-яёіїєґß-öø-ÿ_])")
_WORD_AFTER = re.compile(r"[ \u00a0\u202f]?([^\W\d_]+)")
_NAME_BEFORE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_a-z][\w’'-]+[ \u00a0])$")
_MODEL_NUMBER = re.compile(r"\d{1,3}(?![\d.,])")
LONGEST_NAME = 40
"""Code points before a number in which the name that it is part of begins."""
_THAT = re.compile(r"^(?:that|whether|how|of)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Undescribed:
    """An attribution that makes no statement, and why."""

    attribution: Attribution
    why: str


@dataclass(frozen=True, slots=True)
class Description:
    """The statements of a reading in the order of its attributions, and what makes none."""

    statements: tuple[Statement, ...]
    undescribed: tuple[Undescribed, ...]


def describe(reading: Reading, order: int, vectors: Mapping[str, Vector] | None = None) -> Description:
    """The statements of a reading; `vectors` by attribution id, `order` is the document's number in the store.

    A document in a language that is not read yet has a statement for each sentence with names and numbers.
    """
    document = reading.document
    code = load_code(document.language)
    if code is None or (not reading.attributions and reading.model is None):
        # A store may hold statements that an older sayso made of it: no others can be assigned to claims.
        known = {item.id for item in reading.attributions} if reading.model is None else set()
        found = describe_unread(document, order)
        return Description(tuple(item for item in found if item.id in known or not known), ())
    chosen, undescribed = choose(reading)
    vectors = vectors or {}
    return Description(
        tuple(_statement(item, reading, order, vectors.get(item.id), code) for item in chosen), undescribed
    )


def choose(reading: Reading) -> tuple[tuple[Attribution, ...], tuple[Undescribed, ...]]:
    """The attributions of a reading that make statements, and the others with the reason."""
    code = load_code(reading.document.language)
    if code is None:
        return (), ()
    words, within = load_words(code), _within(reading.attributions)
    planned = {
        item.id: outer
        for outer in reading.attributions
        if outer.attitude is not Attitude.EVENTUALITY
        for item in within[outer.id]
        if item.attitude is Attitude.EVENTUALITY
    }
    chosen: list[Attribution] = []
    undescribed: list[Undescribed] = []
    for attribution in reading.attributions:
        outer = planned.get(attribution.id)
        if outer is not None:
            why: str | None = f"the plan or order is part of what {_who(outer)} said ({outer.id})"
        else:
            why = _why_not(attribution, within[attribution.id], reading.document.text, words)
        if why is None:
            chosen.append(attribution)
        else:
            undescribed.append(Undescribed(attribution, why))
    return tuple(chosen), tuple(undescribed)


def text_to_encode(attribution: Attribution) -> str:
    """The words that a statement's vector is made of: its content without quotation marks and "that"."""
    text = " … ".join(span.exact.strip(_MARKS) for span in attribution.content)
    return _THAT.sub("", " ".join(text.split()))


def describe_unread(document: Document, order: int) -> tuple[Statement, ...]:
    """A statement for each sentence that has a number, or two names, of a text that no model has read.

    Its attribution is made up: the sentence in the outlet's own voice, of unknown factuality, with a score of 0.
    """
    statements = []
    for start, end in _sentences(document.text):
        names = find_capitalised(document.text, start, end)
        quantities = _numbers_unread(document, start, end)
        if len({name.key for name in names}) < 2 and not quantities:
            continue
        span = Span.of(document.text, start, end)
        attribution = Attribution(
            id=attribution_id(document.id, (span,)),
            content=(span,),
            mode=Mode.OWN_VOICE,
            attitude=Attitude.ASSERTION,
            chain=(),
            hedges=(),
            factuality=Factuality.UNKNOWN,
            score=0.0,
        )
        statements.append(
            Statement(attribution, document, order, (), names, (), (), quantities, negated=False, vector=None)
        )
    return tuple(statements)


def _numbers_unread(document: Document, start: int, end: int) -> tuple[Quantity, ...]:
    """The numbers of a sentence of a text that is not read, in digits and in words."""
    found = [_scaled(number, document.text) for number in find_quantities(document.text, start, end)]
    taken = [(number.start, number.end) for number in found]
    for number in find_number_words(document.text, start, end, document.language):
        if not any(low < number.end and number.start < high for low, high in taken):
            found.append(_scaled(number, document.text))
    return tuple(
        replace(number, bound=number.bound or find_bound(document.text, number.start, document.language))
        for number in sorted(found, key=lambda number: number.start)
    )


def _scaled(quantity: Quantity, text: str) -> Quantity:
    """A number of a text that is not read: times what the word after it says, and without a unit."""
    match = _WORD_AFTER.match(text, quantity.end)
    small = quantity.value == int(quantity.value) and quantity.value < 1000
    by = find_scale(match.group(1)) if match is not None and small else 1
    return replace(quantity, value=quantity.value * by, high=quantity.high * by, unit=None)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences by their marks alone, as in any language that writes with capitals; none is longer than `LONGEST_UNREAD`."""
    for start, end in find_paragraphs(text):
        at = start
        for match in _SENTENCE_END.finditer(text, start, end):
            yield at, min(match.start(), at + LONGEST_UNREAD)
            at = match.end()
        yield at, min(end, at + LONGEST_UNREAD)


def _statement(attribution: Attribution, reading: Reading, order: int, vector: Vector | None, code: str) -> Statement:
    document, language, words = reading.document, load_language(code), load_words(code)
    names: list[Place] = []
    places: list[Place] = []
    times: list[Place] = []
    quantities: list[Quantity] = []
    lemmas: list[str] = []
    for span in attribution.content:
        found, located = find_names(document.text, reading.mentions, span.start, span.end, language)
        dated = find_times(document.text, span.start, span.end, document.published, language)
        counted = [
            number
            for number in find_quantities(document.text, span.start, span.end)
            if not _names_a_model(number, document.text)
        ]
        lemmas += _lemmas(document.text, span.start, span.end, (*found, *located, *dated), words)
        names += found
        places += located
        times += dated
        quantities += counted
    return Statement(
        attribution=attribution,
        document=document,
        order=order,
        words=tuple(lemmas),
        names=tuple(names),
        places=tuple(places),
        times=tuple(times),
        quantities=tuple(quantities),
        negated=denies(attribution, code),
        vector=vector,
    )


def _names_a_model(number: Quantity, text: str) -> bool:
    """Whether a number is part of a name that the text has twice: "Kade 7 electric cargo bikes" are not seven bikes."""
    name = _NAME_BEFORE.search(text, max(0, number.start - LONGEST_NAME), number.start)
    digits = _MODEL_NUMBER.match(text, number.start, number.end)
    if name is None or digits is None:
        return False
    return len(re.findall(rf"\b{re.escape(name['word'] + digits.group())}\b", text)) > 1


def _lemmas(text: str, start: int, end: int, taken: Sequence[Place], words: Words) -> list[str]:
    """Lemmas of the words that mean something and stand in no name, place or time."""
    found = []
    spans = sorted((place.start, place.end) for place in taken)
    at = 0
    for match in find_forms(text[start:end]):
        first = start + match.start()
        while at < len(spans) and spans[at][1] <= first:
            at += 1
        if at < len(spans) and spans[at][0] <= first:
            continue
        lemma = _meaning(match.group(), words)
        if lemma is not None:
            found.append(lemma)
    return found


@lru_cache(maxsize=65536)  # a text's words come again in the next text
def _meaning(form: str, words: Words) -> str | None:
    """A form's lemma; None where it says nothing, or is a number."""
    lower = form.lower().replace("’", "'")
    if lower in words.stop or any(letter.isdigit() for letter in lower):
        return None
    lemma = words.lemma(form)
    numbers = load_language(words.code).number_words
    return None if len(lemma) < 2 or lemma in words.stop or lower in numbers else lemma


def _within(attributions: Sequence[Attribution]) -> dict[str, list[Attribution]]:
    """For each attribution the longer chains of its first speaker whose words lie within its own."""
    ordered = sorted(attributions, key=lambda item: item.content[0].start)
    starts = [item.content[0].start for item in ordered]
    within: dict[str, list[Attribution]] = {}
    for outer in ordered:
        first, last = outer.content[0].start, outer.content[-1].end
        within[outer.id] = [
            item
            for item in ordered[bisect_left(starts, first) : bisect_left(starts, last)]
            if len(item.chain) > len(outer.chain) >= 1
            and item.content[-1].end <= last
            and item.chain[0].source == outer.chain[0].source
        ]
    return within


def _why_not(attribution: Attribution, inner: Sequence[Attribution], text: str, words: Words) -> str | None:
    """Why an attribution makes no statement: too few words, or most of them stand in the `inner` ones."""
    forms = [(span, find_forms(span.exact)) for span in attribution.content]
    meaning = [
        match.start() + span.start
        for span, found in forms
        for match in found
        if _meaning(match.group(), words) is not None
    ]
    meaning += [number.start for span in attribution.content for number in find_quantities(text, span.start, span.end)]
    length = sum(len(found) for _, found in forms)
    if not attribution.chain and all(is_dateline(text, span.start, span.end) for span in attribution.content):
        return "it is the dateline, which says where the text is from"
    fewest = 1 if denies(attribution, words.code) or length >= LONG_ENOUGH else FEWEST_WORDS
    if len(meaning) < fewest:
        return "too little is said to be found again"
    said = [item for item in inner if item.attitude is not Attitude.EVENTUALITY]
    covered: set[int] = set()
    for item in said:
        spans = [*item.content]
        for hop in item.chain[len(attribution.chain) :]:
            spans += [span for span in (hop.source, hop.cue.span if hop.cue else None) if span is not None]
        covered.update(at for at in meaning if any(span.start <= at < span.end for span in spans))
    outside = sum(at not in covered for at in meaning)
    if said and outside <= OUTER_SHARE * len(meaning):
        return f"its content is mostly what {_who(said[0])} said ({said[0].id})"
    return None


def _who(attribution: Attribution) -> str:
    hop = attribution.chain[-1]
    return hop.called or "somebody unnamed"
