"""One reading → its events: the sentences that hold a cue, each cue with its parties, place, time, numbers and reality."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.domain.attribution import Attribution, Factuality
from sayso.domain.event import Event, EventPlace, GeoPrecision, Participant, Reality, event_id
from sayso.domain.mention import Mention
from sayso.domain.named import Place
from sayso.domain.pack import Pack
from sayso.domain.place import PlaceForm, PlaceKind, Precision
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.extract.events.found import Found
from sayso.extract.events.lexicon import Lexicon, load_lexicon
from sayso.extract.events.merging import merge
from sayso.extract.events.nominal import NounCues
from sayso.extract.events.participants import Participants
from sayso.extract.events.reality import Realities
from sayso.extract.events.sentence import Sentence, Tag, read_sentence, words_of
from sayso.extract.events.subjects import Subjects
from sayso.extract.events.surroundings import find_numbers, find_place, find_time
from sayso.extract.events.verbal import VerbCues
from sayso.extract.layout import lay_out
from sayso.languages.times import find_times

Resolver = Callable[[EventPlace, Reading], EventPlace]
"""What coordinates come in by: a place's words → the place as a gazetteer has it."""
_PRECISION = {Precision.TOWN: GeoPrecision.EXACT, Precision.DISTRICT: GeoPrecision.NEAR}


def as_resolved(place: EventPlace, reading: Reading) -> EventPlace:
    """The place as the reading's own mentions of places have it; as it is where they do not know it."""
    for mention in reading.places:
        known = mention.chosen
        if known is not None and mention.span.start < place.span.end and place.span.start < mention.span.end:
            if mention.form is not PlaceForm.NAME:
                continue
            country = next((area.name for area in known.areas if area.kind is PlaceKind.COUNTRY), None)
            return replace(
                place,
                id=known.id,
                country=country,
                latitude=known.latitude,
                longitude=known.longitude,
                precision=_PRECISION.get(known.precision, GeoPrecision.REGION),
            )
    return place


def find_events(reading: Reading, packs: Sequence[Pack], resolver: Resolver = as_resolved) -> tuple[Event, ...]:
    """The events that a reading's contents and own-voice sentences tell of, in the order of the text."""
    document = reading.document
    code = (document.language or "en").split("-")[0].lower()
    spoken = tuple(pack for pack in packs if pack.language == code)
    if not spoken or not reading.attributions:
        return ()
    lexicon = load_lexicon(spoken, code)
    text = document.text
    found: list[Event] = []
    participants = Participants(reading.mentions)
    covering = _Covering(reading.attributions)
    layout = lay_out(document)
    sentences = [*layout.sentences]
    if layout.headline is not None:
        end = layout.headline.end
        sentences = [(layout.headline.start, end), *(place for place in sentences if place[0] >= end)]
    for start, end in sentences:
        if not covering.touch(start, end):
            continue
        words = words_of(text, start, end)
        if not any(entry.may_stand(words) for word in words & lexicon.firsts for entry in lexicon.entries[word]):
            continue
        found.extend(_of_sentence(reading, lexicon, start, end, covering, participants, resolver))
    return tuple(found)


def _of_sentence(
    reading: Reading, lexicon: Lexicon, start: int, end: int, covering: _Covering, participants: Participants, resolver: Resolver
) -> Iterator[Event]:  # fmt: skip
    document = reading.document
    text = document.text
    times = _with_years(text, start, end, find_times(text, start, end, document.published, lexicon.language))
    sentence = read_sentence(text, start, end, [(time.start, time.end) for time in times], lexicon)
    subjects = Subjects(sentence, lexicon)
    verbs, nouns = VerbCues(sentence, lexicon, subjects), NounCues(sentence, lexicon, subjects)
    realities = Realities(sentence, lexicon, subjects)
    places = [at for at, word in enumerate(sentence.lowers) if word in lexicon.firsts]
    cues = [found for at in places for found in _at(verbs, nouns, lexicon, sentence, at)]
    judged = []
    for cue in cues:
        place = sentence.tokens[cue.first].start
        attribution = covering.innermost(place)
        judged.append((cue, attribution, realities.of(cue, attribution)))
    for cue, attribution, reality in merge(sentence, judged):
        yield _event(reading, sentence, cue, attribution, reality, times, participants, resolver, cues)


_OF_YEAR = re.compile(r"\b(?:of|the|In|Since|By|Until) ((?:1[5-9]|20)\d\d)\b(?!-)")


def _with_years(text: str, start: int, end: int, times: Sequence[Place]) -> Sequence[Place]:
    """Times with the years that only name a happening: "the riots of 1981"."""
    years = [
        Place(match[1], *match.span(1))
        for match in _OF_YEAR.finditer(text, start, end)
        if all(match.end(1) <= time.start or time.end <= match.start(1) for time in times)
    ]
    return sorted([*times, *years], key=lambda time: time.start) if years else times


def _at(verbs: VerbCues, nouns: NounCues, lexicon: Lexicon, sentence: Sentence, at: int) -> Iterator[Found]:
    """The cues that begin at a word: the longest of a type."""
    if _is_in_a_name(sentence, at):
        return
    best: dict[tuple[str, str], Found] = {}
    for entry in lexicon.entries.get(sentence.lower(at), ()):
        key = (entry.pack, entry.type.id)
        fitter = nouns if entry.cue.noun else verbs
        found = fitter.fit(entry, at) if entry.may_stand(sentence.words) else None
        if found is None:
            continue
        held = best.get(key)
        if held is None or _worth(found) > _worth(held):
            best[key] = found
    yield from best.values()


_OPEN = frozenset({Tag.WORD, Tag.VERB, Tag.ING, Tag.ADV})
"""Words that a headline in capitals writes with one."""


def _is_in_a_name(sentence: Sentence, at: int) -> bool:
    """Whether a cue's word has its capital from a name: "the Death in Custody Reporting Act", "Chimney Sweep Guild"; not in a headline."""
    if not at or not sentence.tokens[at].text[:1].isupper() or sentence.tokens[at].text.isupper():
        return False
    if sentence.tag(at - 1) is Tag.MARK:
        return False
    return any(token.text.islower() and len(token.text) > 4 for token in sentence.tokens if token.tag in _OPEN)


def _worth(found: Found) -> tuple[int, int]:
    return (found.recipient is not None) + (found.actor is not None), len(found.entry.rest)


def _event(
    reading: Reading, sentence: Sentence, found: Found, attribution: Attribution | None, reality: Reality, times: Sequence[Place],
    participants: Participants, resolver: Resolver, cues: Sequence[Found],
) -> Event:  # fmt: skip
    document, type = reading.document, found.entry.type
    text = document.text
    cue = Span.of(text, sentence.tokens[found.first].start, sentence.tokens[found.after - 1].end)
    if not found.entry.cue.noun and found.after - found.first != len(found.entry.rest) + 1:
        cue = Span.of(text, sentence.tokens[found.first].start, sentence.tokens[found.first].end)
    place = find_place(sentence, found, text, reading.mentions, participants)
    if place is not None:
        place = resolver(place, reading)
    time = find_time(sentence, found, text, times, reality, document.published, cues)
    if reality is Reality.HAPPENED and _is_history(time.edtf if time else None, document.published):
        reality = Reality.HISTORICAL
    return Event(
        id=event_id(document.id, type.id, cue),
        attribution=attribution.id if attribution else None,
        chain=attribution.chain if attribution else (),
        hedges=attribution.hedges if attribution else (),
        factuality=attribution.factuality if attribution else Factuality.CERTAIN,
        pack=found.entry.pack,
        type=type.id,
        plover=type.plover,
        mode=type.mode,
        acled=type.acled,
        contexts=type.contexts,
        cue=cue,
        actors=participants.of(sentence, found.actor, text),
        recipients=participants.of(sentence, found.recipient, text),
        place=place,
        time=time,
        numbers=find_numbers(sentence, found, text),
        reality=reality,
    )


YEARS_TO_HISTORY = 30
"""Years before a document's date from which an event is history and no news."""


def _is_history(edtf: str | None, published: str | None) -> bool:
    year = (edtf or "")[:4]
    if not year.isdigit():
        return False
    base = (published or "")[:4]
    return int(year) <= (int(base) if base.isdigit() else 2020) - YEARS_TO_HISTORY


class _Covering:
    """Which attribution's content a place in the text lies in, the innermost first."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        spans = [(span.start, span.end, attribution) for attribution in attributions for span in attribution.content]
        self._spans = sorted(spans, key=lambda item: item[0])
        self._starts = [item[0] for item in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def touch(self, start: int, end: int) -> bool:
        """Whether any content, or what somebody says it with, lies in a range."""
        low = bisect_left(self._starts, start - self._longest)
        return any(item[0] < end and start < item[1] for item in self._spans[low : bisect_left(self._starts, end)])

    def innermost(self, at: int) -> Attribution | None:
        """The attribution of the longest chain whose content holds this place; the shortest content where several do."""
        low, high = bisect_left(self._starts, at - self._longest), bisect_left(self._starts, at + 1)
        holding = [item for item in self._spans[low:high] if item[0] <= at < item[1]]
        if not holding:
            return None
        return max(holding, key=lambda item: (len(item[2].chain), -(item[1] - item[0])))[2]


def with_events(reading: Reading, packs: Sequence[Pack], resolver: Resolver = as_resolved) -> Reading:
    """The reading with its events."""
    return replace(reading, events=find_events(reading, packs, resolver))


__all__ = ["Mention", "Participant", "Resolver", "find_events", "with_events"]
