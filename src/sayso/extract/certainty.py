"""How sure: what a cue tells, which hedges weaken what, and FactBank's factuality for each hop and the content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.domain.attribution import Attitude, Factuality, Hedge, Stance
from sayso.domain.span import Span
from sayso.extract.ranges import Range
from sayso.languages.language import CueEntry, Language, load_language
from sayso.languages.lemmas import lemmatise_cue

_CLAUSE = re.compile(r"\W*(?:that|whether|if|how|why|what|when|where|who)\b", re.IGNORECASE)
_FOUND_OUT = {"is determined": "determine", "determined": "determine"}
"""Resolve where an infinitive follows ("was determined to stay"), findings where a clause does ("it was determined that")."""

_AGREED = frozenset({"agree", "concur", "rule", "rule that"})
"""Promises and orders, but findings where a clause follows ("nine of ten agreed that the bridge was unsafe")."""

_WITHHELD = frozenset({Stance.SAYS, Stance.CONFIRMS})
_CANNOT = re.compile(
    r"\b(?:would|wo|will|could|ca|can)(?:\s+not|n[’']t|not)\b(?!\s+be\b)|\bunable\b|\byet\s+to\b", re.IGNORECASE
)
"""Of "would not say" and "could not confirm": who is asked keeps it to himself."""

_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|cannot)|n[’']t)\s+(?:even\s+|yet\s+|really\s+|\w+ly\s+)?$(?<!only )", re.IGNORECASE
)
"""A negation that the model left in front of its cue: "do not" know, "did not" seem."""

_YET_TO = re.compile(r"\b(?:has|have|had|is|are|was|were) yet to\b", re.IGNORECASE)
"""Of "the port has yet to confirm this": it has not."""

_OPEN = re.compile(r"\W*(whether|if)\b", re.IGNORECASE)
_OPEN_AFTER_IF = frozenset({Stance.KNOWS, Stance.FINDS})

_INFINITIVE = re.compile(
    r"\W*(?:not )?to (?!(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|all|any|both|each|some|what|whom|charges|questions|at|about|around|more|nearly|almost|over|up|as)\b)[a-z]+",
    re.IGNORECASE,
)
_TELL_TO = re.compile(
    r"\W*(?:me|him|her|us|them|you|people|everyone|everybody)\s+(?:not\s+)?to\s+[“\"]?[a-z]+", re.IGNORECASE
)
""" "The letters tell him to burn": an order, and nothing that is said to be so."""

_HELD_TO_BE = re.compile(
    r"said|reported|alleged|rumou?red|claimed|believed|thought|understood|considered", re.IGNORECASE
)
"""Participles that with an infinitive and without a speaker are passives: "a pistol, said to be black"."""

_ASKED_FOR = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,5}?(?:requests?|appeals?|bids?|motions?|petitions?|applications?|pleas?|offers?|calls|demands?|bail|parole|entry|access|"
    r"visas?|permission|permits?|asylum)\b(?!\s+(?:that|was|were|is|are)\b)",
    re.IGNORECASE,
)
""" "The court denied his request", "the premier rejected calls for a vote": what was asked for is refused, and nothing is said to be untrue."""

_GRANTED = frozenset({"allow", "grant"})
"""Concede where a clause follows ("she allowed that it rained"), and else permit ("allowed schools to close", "granted a stay")."""

_KIND_OF = re.compile(r"(?:kind|sort) of", re.IGNORECASE)
_TURN_MARKS = (":", ".")
_ONE_QUESTION = re.compile(r"[^.!?\n]{2,400}\?[”\"’']?\s*")
""" "HALLE: Who ordered it?", "Q. Who?": a turn that is a question and nothing else asks."""

_IN_A_WAY = re.compile(r"in a (?:way|sense)", re.IGNORECASE)
_WHICH = re.compile(r"\s+(?:that|which|to|of)\b", re.IGNORECASE)
_KIND_BEFORE = re.compile(
    r"\b(?:this|that|these|those|the|what|which|any|every|each|no|some|same|other|another|right|wrong|new|different|his|her|their|our)\s+$",
    re.I,
)
""" "That kind of thing" weakens nothing; "it was kind of late" does."""
_PASSIVE_TO = re.compile(r"\s+to\b")
_BE_IN = re.compile(r"\b(?:(?:has|have) been|is|are|was|were|be|been)\s", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[^\S\n]*([^\W\d_]+(?:[-’'][^\W\d_]+)*)")
_NUMBER = re.compile(
    r"[^\S\n]*(?:an?[^\S\n])?[$€£₽]?(\d[\d,.]*\d|\d|[a-z]+(?:-[a-z]+)?)(?:[^\S\n](?:million|billion|thousand|hundred))?",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(r"[,;:.!?)”\"\n—]")
_DETERMINER = re.compile(r"[^\S\n]*(?:the|a|an|one|some|both|his|her|its|their)\b|[^\S\n]*[A-Z]")
_NO_HEDGE = frozenset({"to", "of", "the", "a", "an", "and", "than"})
_WORD_BEFORE = re.compile(r"\b[a-z]+ $", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ADVERB = re.compile(r"\w+ly$")

_WEAKER = {
    Factuality.CERTAIN: Factuality.PROBABLE,
    Factuality.PROBABLE: Factuality.POSSIBLE,
    Factuality.CERTAINLY_NOT: Factuality.PROBABLY_NOT,
    Factuality.PROBABLY_NOT: Factuality.POSSIBLY_NOT,
}
_DEGREE = {
    Factuality.CERTAIN: 2,
    Factuality.CERTAINLY_NOT: 2,
    Factuality.PROBABLE: 1,
    Factuality.PROBABLY_NOT: 1,
    Factuality.POSSIBLE: 0,
    Factuality.POSSIBLY_NOT: 0,
}
_NEGATED = {
    Factuality.CERTAIN: Factuality.UNKNOWN,
    Factuality.PROBABLE: Factuality.PROBABLY_NOT,
    Factuality.POSSIBLE: Factuality.PROBABLY_NOT,
    Factuality.CERTAINLY_NOT: Factuality.UNKNOWN,
}


_HEARD = frozenset(f"is {word}" for word in ("told", "informed", "assured", "warned", "notified", "reminded"))
"""Whoever was told is the one through whom it comes, unless "by" names who told."""
_BY = re.compile(r"\s*,?\s+by\b")
_SHOWED_SAYING = re.compile(r"(?:\S+\s+){2,}(?:saying|stating|writing|adding)", re.IGNORECASE)
""" "Showed their support saying": the words behind are said."""


@dataclass(frozen=True, slots=True)
class CueSense:
    """What a cue tells of the words that it brings."""

    lemma: str
    stance: Stance
    attitude: Attitude
    factuality: Factuality
    weak: bool
    factive: bool


def read_cue(
    text: str, cue: Range, content: Sequence[Range], language: Language, *, source: bool, person: bool = False
) -> CueSense:
    """A cue's sense; an infinitive as content makes a plan or an order of what would else be a statement.

    `source`: whether somebody is said to say it; `person`: whether that is somebody who can speak, and no sign or figure.
    """
    reading = lemmatise_cue(text[slice(*cue)], language)
    if not reading.negated and _YET_TO.search(text, max(0, cue[0] - 16), cue[1]):
        reading = replace(reading, negated=True)
    if not reading.negated and _NOT_BEFORE.search(text, max(0, cue[0] - 24), cue[0]):
        reading = replace(reading, negated=True)
    clause = content and _CLAUSE.match(text, *content[0])
    behind = next((span for span in content if span[0] >= cue[1]), None)
    infinitive = behind is not None and _INFINITIVE.match(text, *behind)
    if not source and infinitive and _HELD_TO_BE.fullmatch(text, *cue):
        reading = replace(lemmatise_cue(f"is {text[slice(*cue)]}", language), negated=reading.negated)
    if clause and reading.lemma == "clear":
        reading = replace(
            lemmatise_cue("make clear", language), negated=reading.negated
        )  # "I want it absolutely clear that C"
    if (found := _FOUND_OUT.get(reading.lemma)) and (
        clause or _has_found(reading.lemma, source=source, followed=behind is not None and not infinitive)
    ):
        reading = replace(lemmatise_cue(found, language), negated=reading.negated)
    if reading.entry is not None and reading.entry.stance is Stance.FINDS and _SHOWED_SAYING.fullmatch(text, *cue):
        reading = replace(lemmatise_cue("say", language), negated=reading.negated)
    if reading.negated and reading.lemma == "idea":
        reading = replace(lemmatise_cue("know", language), negated=True)  # "she had no idea that C"
    entry = reading.entry or CueEntry(reading.lemma, Stance.SAYS, Attitude.ASSERTION, Factuality.CERTAIN, False, False)
    if (
        source
        and entry.stance is Stance.RUMOURED
        and reading.lemma.startswith("is ")
        and (reading.lemma not in _HEARD or _BY.match(text, cue[1]))
    ):
        # "was accused by the mayor of": whoever is named says it.
        active = lemmatise_cue(reading.lemma.removeprefix("is "), language)
        entry = active.entry or entry
    attitude, factuality, stance, factive = entry.attitude, entry.factuality, entry.stance, entry.factive
    if clause and entry.lemma in _AGREED and clause.group().strip(' “"').lower() == "that":
        attitude, factuality, stance = Attitude.ASSERTION, Factuality.CERTAIN, Stance.SAYS
    if reading.lemma in _HEARD and infinitive and not _BY.match(text, cue[1]):
        # "Residents were told not to enter": an order, and no rumour.
        attitude, factuality, stance = Attitude.EVENTUALITY, Factuality.UNKNOWN, Stance.ORDERS
        entry = replace(entry, weak=False)
    if person and entry.lemma == "indicate":
        attitude, stance = Attitude.ASSERTION, Stance.SAYS
    if entry.lemma == "tell" and behind is not None and _TELL_TO.match(text, *behind):
        infinitive = _TELL_TO.match(text, *behind)
    if infinitive and source and attitude in {Attitude.ASSERTION, Attitude.BELIEF} and not entry.weak:
        attitude, factuality = Attitude.EVENTUALITY, Factuality.UNKNOWN
        if stance is Stance.SAYS:
            stance = Stance.ORDERS if entry.lemma == "tell" else Stance.INTENDS
    if entry.stance is Stance.DENIES and not clause and behind is not None and _ASKED_FOR.match(text, *behind):
        attitude, factuality, stance = Attitude.EVENTUALITY, Factuality.UNKNOWN, Stance.DECLINES
    if entry.lemma in _GRANTED and not clause and behind is not None:
        attitude, factuality, stance, factive = Attitude.EVENTUALITY, Factuality.UNKNOWN, Stance.ORDERS, False
    if reading.negated:
        factuality = _NEGATED.get(factuality, Factuality.UNKNOWN)
        if stance in _WITHHELD and _CANNOT.search(text, *cue):
            stance = Stance.DECLINES
    if text[slice(*cue)] in _TURN_MARKS and len(content) == 1 and _ONE_QUESTION.fullmatch(text, *content[0]):
        factuality, stance, factive = Factuality.UNKNOWN, Stance.ASKS, False
    if content and stance is not Stance.DOUBTS and _is_question(text, cue, content, stance):
        factuality, factive = Factuality.UNKNOWN, False
    return CueSense(reading.lemma, stance, attitude, factuality, entry.weak, factive and not reading.negated)


def _has_found(lemma: str, *, source: bool, followed: bool) -> bool:
    """Whether "determined" is a finding: "had determined the cause", "the cause was determined to be"; not "determined to stay".

    `followed`: whether something but an infinitive stands behind it.
    """
    return not source if lemma == "is determined" else followed


def _is_question(text: str, cue: Range, content: Sequence[Range], stance: Stance) -> bool:
    """Whether what is known, found or said is an open question: "it tries to find out whether C" tells nothing of C."""
    match = _OPEN.match(text, *content[0]) if content[0][0] >= cue[1] else None
    return match is not None and (match.group(1).lower() == "whether" or stance in _OPEN_AFTER_IF)


def cue_hedge(text: str, cue: Range) -> Hedge:
    """A weak cue as a hedge, with the "to" of "is understood to"."""
    start, end = cue
    passive = _BE_IN.search(text, start, end)
    to = _PASSIVE_TO.match(text, end)
    if passive and to:
        start, end = passive.start(), to.end()  # without an adverb before it ("meanwhile")
    return Hedge(Span.of(text, start, end))


def find_hedges(text: str, found: Sequence[Range], language: Language) -> list[Range]:
    """The model's hedges and the phrases of the language that can be nothing else, in order; the longest where they overlap."""
    sure, every_phrase = _hedge_phrases(language.code)
    ranges = []
    for start, end in found:
        if text[start:end].lower() in _NO_HEDGE or _is_a_kind(text, start, end):
            continue
        before = _WORD_BEFORE.search(text, max(0, start - 12), start)
        if before and (whole := every_phrase.match(text, before.start())) and whole.end() >= end:
            start = before.start()  # "least" of "at least"
        match = every_phrase.match(text, start)
        ranges.append((start, max(end, match.end()) if match else end))
    lowered = text.lower()
    for word in sure.keys() & _WORD.findall(lowered):
        for phrase, expression in sure[word]:
            if phrase in lowered:
                ranges.extend(m.span() for m in expression.finditer(text) if not _is_a_kind(text, *m.span()))
    merged: list[Range] = []
    for start, end in sorted(ranges, key=lambda span: (span[0], -span[1])):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return merged


def _is_a_kind(text: str, start: int, end: int) -> bool:
    """Whether "kind of" or "in a way" tells which one is meant, and weakens nothing."""
    if _IN_A_WAY.fullmatch(text, start, end):
        return _WHICH.match(text, end) is not None
    return (
        _KIND_OF.fullmatch(text, start, end) is not None
        and _KIND_BEFORE.search(text, max(0, start - 12), start) is not None
    )


@cache
def _hedge_phrases(code: str) -> tuple[Mapping[str, Sequence[tuple[str, re.Pattern[str]]]], re.Pattern[str]]:
    """The phrases that can be nothing but hedges, by their first words, each with its expression, and an expression of all phrases.

    The first are of several words, or adverbs in -ly; the others ("about", "some", "may") need the model's judgement.
    """
    hedges = load_language(code).hedges
    every = sorted(hedges, key=len, reverse=True)
    sure = [p for p in every if hedges[p].weakens != "number" and (" " in p or _ADVERB.match(p))]
    by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for p in sure:
        by_word.setdefault(_WORD.findall(p)[0], []).append((p, re.compile(rf"\b{re.escape(p)}\b", re.IGNORECASE)))
    return by_word, re.compile(rf"(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)


def tie(text: str, hedge: Range, end: int, language: Language) -> Hedge:
    """A hedge with the words that it weakens: a number, one actor or phrase, the word that follows; None: the clause."""
    span = Span.of(text, *hedge)
    entry = language.hedges.get(span.exact.lower())
    if entry is not None and entry.weakens == "number":
        match = _NUMBER.match(text, hedge[1], end)
        if match and (match.group(1)[0].isdigit() or match.group(1).split("-")[0].lower() in language.number_words):
            start = hedge[1] + len(match.group()) - len(match.group().lstrip())
            return Hedge(span, Span.of(text, start, match.end()))
        return Hedge(span)
    before = text[max(0, hedge[0] - 3) : hedge[0]].rstrip()
    if before.endswith((",", "(", "—", "–")) and _DETERMINER.match(text, hedge[1], end):
        return Hedge(span, _up_to_mark(text, hedge[1], end))
    match = _NEXT_WORD.match(text, hedge[1], end)
    if match is None or _DETERMINER.match(text, hedge[1], end):
        return Hedge(span)
    if match.group(1).lower() == "to":
        return Hedge(span, _up_to_mark(text, hedge[1], end))
    return Hedge(span, Span.of(text, match.start(1), match.end(1)))


def _up_to_mark(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    match = _PHRASE_END.search(text, start, end)
    stop = match.start() if match else end
    return Span.of(text, start, stop) if stop > start else None


def weaken(factuality: Factuality, hedges: Sequence[Hedge], language: Language) -> Factuality:
    """`factuality` lowered to what the clause's hedges leave; those of a number or of one actor leave it as it is."""
    for hedge in hedges:
        entry = language.hedges.get(hedge.span.exact.lower())
        if entry is not None and entry.weakens == "number":
            continue
        if hedge.weakens is not None and _DETERMINER.match(hedge.weakens.exact):
            continue  # an actor set apart: "…, possibly the MVD, ordered it"
        left = entry.factuality if entry is not None else Factuality.PROBABLE
        while _DEGREE.get(factuality, -1) > _DEGREE.get(left, 0):
            factuality = _WEAKER[factuality]
    return factuality


def step_down(factuality: Factuality) -> Factuality:
    """One degree less sure: what a weak cue ("claimed") leaves for the reader."""
    return _WEAKER.get(factuality, factuality)
