"""Where, when and how many: what stands nearest to an event's cue in its own clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sayso.domain.event import EventNumber, EventPlace, EventTime, Reality, TimePrecision
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.named import Place, Quantity
from sayso.domain.span import Span
from sayso.extract.events.found import Found
from sayso.extract.events.participants import Participants, places
from sayso.extract.events.sentence import Sentence, Tag
from sayso.languages.quantities import find_quantities
from sayso.languages.syntax import load_syntax

FARTHEST = 24
"""Words from its cue beyond which a time or a place belongs to something else."""
ANOTHER_VERB, ANOTHER_CLAUSE, A_COMMA, BEFORE_CUE = 6, 5, 3, 2
"""What a verb, a mark between clauses, a comma and a place before the cue weigh, in words."""
NEARER = 3
"""Words by which another event must be nearer to a time for it to be only that one's."""
_STARTING = frozenset({"since"})


def find_time(
    sentence: Sentence, found: Found, text: str, times: Sequence[Place], reality: Reality, published: str | None, cues: Sequence[Found]
) -> EventTime | None:  # fmt: skip
    """The time nearest to the cue; a weekday of what is planned is the next one."""
    best: tuple[int, Place] | None = None
    for time in times:
        at = next((i for i, token in enumerate(sentence.tokens) if token.end > time.start), None)
        if at is None or _lead(sentence, at) in ("until", "till", "before"):
            continue
        if any(
            other.entry.type.id != found.entry.type.id
            and abs(at - other.first) < abs(at - found.first)
            and _apart(sentence, other.first, at) <= _apart(sentence, found.first, at) - NEARER
            for other in cues
        ):
            continue
        weight = _apart(sentence, found.first, at) + (ANOTHER_VERB if _belongs_to_saying(sentence, at) else 0)
        if weight <= FARTHEST and (best is None or weight < best[0]):
            best = (weight, time)
    if best is None:
        return None
    time = best[1]
    at = next(i for i, token in enumerate(sentence.tokens) if token.end > time.start)
    edtf = _edtf(time.key, reality, published)
    if edtf is not None and sentence.lower(at - 1) in _STARTING and "/" not in edtf:
        edtf = f"{edtf}/.."
    return EventTime(Span.of(text, time.start, time.end), edtf, _precision(edtf))


def _lead(sentence: Sentence, at: int) -> str:
    """The preposition before a time."""
    at -= 1
    while sentence.tag(at) in (Tag.DET, Tag.TIME):
        at -= 1
    return sentence.lower(at)


def _apart(sentence: Sentence, cue: int, at: int) -> int:
    """How far two places are from each other, in words and in clauses."""
    low, high = sorted((cue, at))
    verbs = marks = commas = 0
    for place in range(low + 1, high):
        tag = sentence.tag(place)
        if tag is Tag.VERB:
            verbs += 1
        elif (
            tag is Tag.CONJ
            and sentence.tag(place + 1) in (Tag.VERB, Tag.AUX, Tag.MODAL, Tag.ADV)
            or tag in (Tag.REL, Tag.SUB)
            or sentence.lower(place) in (";", "—", ":")
            or sentence.is_quote(place)
        ):
            marks += 1
        elif sentence.lower(place) == ",":
            commas += 1
    return high - low + ANOTHER_VERB * verbs + ANOTHER_CLAUSE * marks + A_COMMA * commas


def _belongs_to_saying(sentence: Sentence, at: int) -> bool:
    place = at - 1
    while sentence.tag(place) in (Tag.PREP, Tag.DET, Tag.TIME):
        place -= 1
    return sentence.tag(place) is Tag.VERB and sentence.tokens[place].lemma in (
        "say",
        "tell",
        "report",
        "announce",
        "write",
        "add",
    )


def _edtf(key: str, reality: Reality, published: str | None) -> str | None:
    """A key of `find_times` as EDTF: a weekday's doubt is dropped, and of what is ahead it is the next one."""
    if not key[:1].isdigit():
        return None
    if not key.endswith("?"):
        return key.removesuffix("~")
    day = key.removesuffix("?")
    if reality in (Reality.PLANNED, Reality.ORDERED, Reality.FEARED) and published and day <= published[:10]:
        return str(date.fromisoformat(day) + timedelta(7))
    return day


def _precision(edtf: str | None) -> TimePrecision | None:
    if edtf is None:
        return None
    first, _, last = edtf.partition("/")
    if last and last != "..":
        days = _days(first, last)
        if days is not None:
            return (
                TimePrecision.DAY
                if days == 0
                else TimePrecision.WEEK
                if days <= 7
                else TimePrecision.MONTH
                if days <= 31
                else TimePrecision.YEAR
            )
        return TimePrecision.YEAR
    parts = first.count("-")
    if parts == 1 and first[5:].isdigit() and int(first[5:]) > 12:
        return TimePrecision.YEAR
    return (TimePrecision.YEAR, TimePrecision.MONTH, TimePrecision.DAY)[min(parts, 2)]


def _days(first: str, last: str) -> int | None:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None


def find_place(
    sentence: Sentence, found: Found, text: str, mentions: Sequence[Mention], participants: Participants
) -> EventPlace | None:
    """The place named nearest to the cue, with a word before it that says where; else a site ("the market", "the recruiting office")."""
    syntax = load_syntax()
    named: tuple[int, Mention] | None = None
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    for mention in participants.within(start, end):
        if mention.kind not in (MentionKind.PLACE, MentionKind.ORGANISATION):
            continue
        at = next(i for i, token in enumerate(sentence.tokens) if token.end > mention.span.start)
        lead = at - 1
        while sentence.tag(lead) in (Tag.DET, Tag.WORD) and lead > at - 4:
            lead -= 1
        located = sentence.lower(lead) in syntax.locating
        if sentence.lower(at - 1) == "of" and sentence.tag(at - 2) is Tag.WORD:
            part = at - 2
            while sentence.tag(part) in (Tag.WORD, Tag.DET) and part > at - 5:
                part -= 1  # "in the south of Tver"
            located = located or sentence.lower(part) in ("in", "at", "near", "outside", "across")
        if mention.kind is MentionKind.ORGANISATION and not (
            located and lead == at - 1 and sentence.lower(lead) in ("in", "near")
        ):
            continue
        if not located and not (
            sentence.lower(at - 1) == "of"
            and sentence.lower(at - 2) in ("streets", "town", "city", "suburb", "village", "region", "port")
        ):
            continue
        weight = _apart(sentence, found.first, at) + (BEFORE_CUE if at < found.first else 0)
        if weight <= FARTHEST and (named is None or weight < named[0]):
            named = (weight, mention)
    if named is not None:
        return EventPlace(named[1].span, named[1].name or named[1].span.exact)
    return _site(sentence, found, text)


def _site(sentence: Sentence, found: Found, text: str) -> EventPlace | None:
    syntax = load_syntax()
    best: tuple[int, int, int] | None = None
    for at, token in enumerate(sentence.tokens):
        if token.tag is not Tag.WORD or token.lower not in syntax.sites or sentence.tag(at + 1) is Tag.WORD:
            continue
        first = at
        while sentence.tag(first - 1) is Tag.WORD or sentence.tokens[first - 1].owns if first else False:
            first -= 1
        lead = first - 1
        while sentence.tag(lead) in (Tag.DET, Tag.NUM):
            lead -= 1
        weight = _apart(sentence, found.first, at)
        taken_there = sentence.lower(lead) == "to" and bool(found.entry.needs) and found.group is not None
        front = sentence.lower(lead) == "of" and sentence.lower(lead - 1) == "front"
        ground = sentence.lower(lead) == "on" and token.lower in ("ground", "square", "bridge", "road")
        if (
            (sentence.lower(lead) in syntax.locating - {"to", "from"} or taken_there or front or ground)
            and weight <= FARTHEST
            and (best is None or weight < best[0])
        ):
            best = (weight, first, at)
    if best is None:
        return None
    span = Span.of(text, sentence.tokens[best[1]].start, sentence.tokens[best[2]].end)
    return EventPlace(span, span.exact)


def find_numbers(sentence: Sentence, found: Found, text: str) -> tuple[EventNumber, ...]:
    """The numbers in an event's parties, and in the phrase of a noun that tells of it ("nine raids"), each with its bounds."""
    ranges = [places(sentence, phrase) for phrase in (found.actor, found.recipient) if phrase is not None]
    if found.group is None:
        first = found.first
        while first > 0 and sentence.tag(first - 1) in (Tag.WORD, Tag.NUM, Tag.DET, Tag.ADV):
            first -= 1
        ranges.append((sentence.tokens[first].start, sentence.tokens[found.after - 1].end))
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    quantities = find_quantities(text, start, end)
    numbers: list[EventNumber] = []
    for quantity in quantities:
        inside = any(quantity.start < high and low < quantity.end for low, high in ranges)
        if inside and all(number.span.start != quantity.start for number in numbers):
            numbers.append(_number(text, quantity))
    return tuple(numbers)


def _number(text: str, quantity: Quantity) -> EventNumber:
    low: float | None = quantity.value
    high: float | None = quantity.high
    if quantity.bound in ("at-least", "more-than"):
        high = None
    elif quantity.bound in ("at-most", "less-than"):
        low = None
    return EventNumber(
        Span.of(text, quantity.start, quantity.end), quantity.unit, quantity.value, low, high, quantity.bound
    )
