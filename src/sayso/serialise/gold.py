"""Corrected readings as marks to train on: the JSON lines that `training.corpora.read_corrections` reads.

An analyst who put one attribution right has looked at its paragraphs: what the machine found there besides is taken as it stands. What
is not in these paragraphs (`judged`) says nothing, neither by a mark nor by the lack of one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.domain.attribution import Attribution
from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.serialise.record import Record

SCHEMA = "sayso.gold/1"
PARTY = "whom words mean is told by rules, and not by the model"
NO_CUE = "it has no cue of its own, by which the model finds attributions"
NOT_IN_TEXT = "whom the analyst names stands nowhere in the text"


@dataclass(frozen=True, slots=True)
class Gold:
    """A text's marks, None where nothing of it can be taught; how many attributions are an analyst's, and what was left out, each with the reason."""

    record: Record | None
    taught: int
    left_out: tuple[tuple[str, str], ...]


def gold_record(reading: Reading) -> Gold:
    """The marks of a reading that analysts put right (`pipeline.corrected`)."""
    text = reading.document.text
    taught: list[Attribution] = []
    left_out: list[tuple[str, str]] = []
    for attribution in reading.attributions:
        fields = _corrected(attribution)
        if not fields:
            continue
        why = _why_not(attribution, fields, text)
        if why is None:
            taught.append(attribution)
        else:
            left_out.append((attribution.id, why))
    if not taught:
        return Gold(None, 0, tuple(left_out))
    judged = _paragraphs(text, [span for item in taught for span in _spans(item)])
    untold = {id for id, _ in left_out}
    marks = [
        _mark(item, "analyst" if item in taught else "model")
        for item in reading.attributions
        if item.id not in untold and item.chain and item.chain[-1].cue is not None and _is_within(_spans(item), judged)
    ]
    # A cue whose source is not known must not be taught to be none.
    open_cues = [
        [hop.cue.span.start, hop.cue.span.end]
        for item in reading.attributions
        if item.id in untold
        for hop in item.chain[-1:]
        if hop.cue is not None
    ]
    record = {
        "schema": SCHEMA,
        "name": reading.document.id,
        "corpus": "corrections",
        "text": text,
        "attributions": marks,
        "judged": [list(place) for place in judged],
        "open": open_cues,
    }
    return Gold(record, len(taught), tuple(left_out))


def _corrected(attribution: Attribution) -> frozenset[str]:
    """What was put right in an attribution and in its own hop."""
    of_hop = attribution.chain[-1].corrections if attribution.chain else ()
    return frozenset(item.field for item in (*of_hop, *attribution.corrections))


def _why_not(attribution: Attribution, fields: frozenset[str], text: str) -> str | None:
    if not fields & {"speaker", "span"}:
        return PARTY
    hop = attribution.chain[-1] if attribution.chain else None
    if hop is None or hop.cue is None:
        return NO_CUE
    said = next((item for item in hop.corrections if item.field == "speaker"), None)
    # Where the analyst's words stand nowhere, the source that was read is kept, and is wrong.
    if said is not None and (hop.source is None or not _means(said.value, hop.source)):
        return NOT_IN_TEXT
    return None


def _means(value: str, source: Span) -> bool:
    """Whether a corrected speaker is these words: given by their place, or as they are."""
    plain = " ".join(value.split()).casefold()
    return plain == f"{source.start}-{source.end}" or plain == " ".join(source.exact.split()).casefold()


def _spans(attribution: Attribution) -> list[Span]:
    """Cue and content: a source may stand far off."""
    hop = attribution.chain[-1] if attribution.chain else None
    return [*attribution.content, *([hop.cue.span] if hop is not None and hop.cue is not None else [])]


def _paragraphs(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    spans = list(spans)
    return [
        (start, end)
        for start, end in find_paragraphs(text)
        if any(start < span.end and span.start < end for span in spans)
    ]


def _is_within(spans: Iterable[Span], judged: Iterable[tuple[int, int]]) -> bool:
    places = list(judged)
    return all(any(start <= span.start and span.end <= end for start, end in places) for span in spans)


def _mark(attribution: Attribution, by: str) -> Record:
    hop = attribution.chain[-1]
    return {
        "id": attribution.id,
        "by": by,
        "source": [[hop.source.start, hop.source.end]] if hop.source is not None else [],
        "cue": [[hop.cue.span.start, hop.cue.span.end]] if hop.cue is not None else [],
        "content": [[span.start, span.end] for span in attribution.content],
    }
