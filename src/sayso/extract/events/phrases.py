"""Noun phrases of a sentence: where one ends that begins here, and where one begins that ends here."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.events.sentence import NOMINAL, VERBAL, Sentence, Tag

_LEADS = frozenset("at up more fewer less about around over nearly some to than least under".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words from `first` up to (not with) `after`; `head` is the place of its head noun."""

    first: int
    after: int
    head: int


def phrase_from(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that begins at `at`, with what "of" brings and with "and" between two; None where none begins."""
    core = _core_from(sentence, at)
    if core is None:
        return None
    after, head = core.after, core.head
    while sentence.lower(after) == "of" and (more := _core_from(sentence, after + 1)):
        after = more.after
    while (
        sentence.lower(after) in ("and", "or")
        and sentence.tag(after + 1) not in VERBAL
        and (more := _core_from(sentence, after + 1))
    ):
        if sentence.tag(more.after) in VERBAL and sentence.tag(core.first - 1) in VERBAL:
            break  # "raided the hostel and officers detained"
        after = more.after
    return Phrase(core.first, after, head)


def _core_from(sentence: Sentence, at: int) -> Phrase | None:
    first = at
    if sentence.tag(at) is Tag.PRON:
        return Phrase(at, at + 1, at)
    if sentence.is_quote(at):
        first = at = at + 1
    lead = at
    while (
        sentence.tag(at) in (Tag.NUM, Tag.DET)
        or (sentence.tag(at) is Tag.ADV and sentence.tag(at + 1) in NOMINAL and at == lead)
        or _leads_number(sentence, at)
    ):
        at += 1
    head = None
    while at < len(sentence):
        tag = sentence.tag(at)
        if tag is Tag.WORD:
            head = at
        elif tag is Tag.DET or tag is Tag.NUM:
            if head is not None and not sentence.tokens[at - 1].owns and tag is Tag.DET:
                break
        elif tag is Tag.VERB and sentence.tokens[at].past and sentence.tag(at + 1) is Tag.WORD and head is None:
            pass  # "the injured men"
        elif (
            sentence.is_quote(at)
            and head is None
            or sentence.lower(at) in ("-", "’", "'")
            and sentence.tag(at + 1) is Tag.WORD
        ):
            pass
        else:
            break
        at += 1
    if head is None:
        if at > lead and sentence.tag(at - 1) in (Tag.NUM, Tag.DET):
            return Phrase(first, at, at - 1)  # "arrested eleven", "all"
        return None
    return Phrase(first, head + 1, head)


def _leads_number(sentence: Sentence, at: int) -> bool:
    """Whether a bound of a number stands here: "at least 20", "up to 30", "more than 300"."""
    word = sentence.lower(at)
    if word not in _LEADS:
        return False
    for place in range(at + 1, min(at + 4, len(sentence))):
        if word in ("at", "up") and place == at + 1 and sentence.lower(place) not in ("least", "most", "to"):
            return False
        if sentence.tag(place) is Tag.NUM:
            return True
        if sentence.lower(place) in ("a", "hundred", "hundreds", "dozen", "dozens"):
            return True
        if sentence.lower(place) not in ("least", "most", "to", "than", "all"):
            return False
    return False


def phrases_in(sentence: Sentence, first: int, after: int) -> list[tuple[Phrase, bool]]:
    """The base noun phrases between two places, in order, each with whether a preposition governs it."""
    found: list[tuple[Phrase, bool]] = []
    at = first
    governed = False
    while at < after:
        tag = sentence.tag(at)
        if tag in (Tag.PREP, Tag.TO) and not _leads_number(sentence, at):
            governed = True
            at += 1
            continue
        phrase = (
            _core_from(sentence, at)
            if tag in NOMINAL or sentence.is_quote(at) or tag is Tag.ADV or tag is Tag.PREP
            else None
        )
        if phrase is None or phrase.after > after:
            if phrase is not None:
                phrase = Phrase(phrase.first, after, min(phrase.head, after - 1)) if phrase.first < after else None
            if phrase is None:
                if tag is Tag.TIME or tag is Tag.MARK:
                    governed = False
                at += 1
                continue
        if found and sentence.lower(at - 1) in ("and", "or") and found[-1][0].after == at - 1:
            last, was = found.pop()
            phrase, governed = Phrase(last.first, phrase.after, last.head), was
        found.append((phrase, governed))
        governed = False
        at = max(phrase.after, at + 1)
    return found


def with_of(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The phrase with what "of" brings."""
    after = phrase.after
    while sentence.lower(after) == "of" and (more := _core_from(sentence, after + 1)):
        after = more.after
    return Phrase(phrase.first, after, phrase.head)
