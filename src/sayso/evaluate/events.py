"""How near events come to those that people marked in sentences: types, actors, recipients, reality, times and places.

An event is found where one of its type is found in its sentence; of several of one type those with the most alike parties
are paired. A party is right where both have the same head noun, or share half of their words or more. A party of an event that was not
found is missed, and one of an event that nobody marked is wrong. Reality is a share: of the events found, those
that are rightly put as having happened or not. Times (EDTF) and places are counted as parties are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sayso.domain.event import Event, Participant, Reality
from sayso.domain.reading import Reading
from sayso.errors import CorpusError
from sayso.evaluate.scores import PRF
from sayso.evaluate.table import align

EVENTS: Final = {
    f"events-{pack}-{part}": (pack, part)
    for pack in ("coerced-recruitment", "protest")
    for part in ("dev", "test", "unlike")
}
"""Names that floors know the sets of sentences by, each with its pack and its part; "unlike" are sentences for development without a pack's words."""
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_HEAD_END = re.compile(
    r"(?<!^)(?:,|\s(?:of|from|in|at|for|with|who|which|that|to|on|near|under|by|outside|along|among)\s|\s[—–(])"
)
_EMPTY: Final = frozenset("the a an his her its their this that these those some all".split())
HAPPENED: Final = (Reality.HAPPENED.value, Reality.HISTORICAL.value)
ENOUGH_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class EventScores:
    """What came out on one set of sentences."""

    corpus: str
    sentences: int
    types: PRF
    actors: PRF
    recipients: PRF
    times: PRF
    places: PRF
    reality: tuple[int, int]
    exact_reality: tuple[int, int]
    misled: int
    """Sentences' events that did not happen and are put as having happened."""
    by_type: Mapping[str, PRF] = field(default_factory=dict)

    def figures(self) -> dict[str, float]:
        """Every measure by the name that tables and floors know it by."""
        return {
            "type": self.types.f1,
            "actor": self.actors.f1,
            "recipient": self.recipients.f1,
            "happened or not": _share(self.reality),
            "reality": _share(self.exact_reality),
            "time": self.times.f1,
            "place": self.places.f1,
        }


def read_sentences(place: Path) -> tuple[str, list[dict[str, Any]]]:
    """The date of publication that all sentences have, and the sentences with their events. Raises CorpusError."""
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
        return str(data["published"]), list(data["sentences"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{place} cannot be read as sentences with events: {error}.") from error


def evaluate_events(pack: str, part: str, data: Path, read: Callable[[str, str], Reading]) -> EventScores:
    """Read the sentences of `data/events/PACK-PART.json` with `read` (a text, its date) and score their events. Raises CorpusError."""
    published, sentences = read_sentences(data / "events" / f"{pack}-{part}.json")
    found = [read(item["text"], published).events for item in sentences]
    return score_events(f"{pack} {part}", sentences, [[e for e in events if e.pack == pack] for events in found])


def score_events(
    corpus: str, sentences: Sequence[Mapping[str, Any]], found: Sequence[Sequence[Event]], show: Callable[[str], object] | None = None
) -> EventScores:  # fmt: skip
    """Compare; `show` is told of each sentence that is not wholly right."""
    counts = {name: PRF() for name in ("types", "actors", "recipients", "times", "places")}
    by_type: dict[str, PRF] = {}
    reality = exact = misled = paired = 0
    for item, events in zip(sentences, found, strict=True):
        wrong = []
        pairs = _pairs(item["events"], events)
        for gold, event in pairs:
            name = gold["type"] if gold else event.type if event else ""
            one = PRF(int(event is not None), int(gold is not None), int(gold is not None and event is not None))
            counts["types"] += one
            by_type[name] = by_type.get(name, PRF()) + one
            if not one.right:
                wrong.append(f"{'missed' if gold else 'made up'}: {name}")
            for role, key in (("actors", "actor"), ("recipients", "recipient")):
                theirs = gold.get(key) if gold else None
                ours = getattr(event, role) if event else ()
                right = theirs is not None and any(same_party(theirs, party) for party in ours)
                counts[role] += PRF(int(bool(ours)), int(theirs is not None), int(right))
                if one.right and not right and (ours or theirs):
                    wrong.append(f"{name} {key}: {theirs!r} marked, {[party.span.exact for party in ours]} found")
            for role, key, mine in (
                ("times", "date", event.time.edtf if event and event.time else None),
                ("places", "place", event.place.span.exact if event and event.place else None),
            ):
                theirs = gold.get(key) if gold else None
                right = (
                    theirs is not None
                    and mine is not None
                    and (theirs == mine or key == "place" and _alike(theirs, mine))
                )
                counts[role] += PRF(int(mine is not None), int(theirs is not None), int(right))
                if one.right and not right and (mine or theirs):
                    wrong.append(f"{name} {key}: {theirs!r} marked, {mine!r} found")
            if gold and event:
                paired += 1
                exact += gold["reality"] == event.reality.value
                same = (gold["reality"] in HAPPENED) == event.happened
                reality += same
                misled += not same and event.happened
                if gold["reality"] != event.reality.value:
                    wrong.append(f"{name} reality: {gold['reality']} marked, {event.reality.value} found")
        if wrong and show is not None:
            show(item["text"] + "".join(f"\n    {line}" for line in wrong))
    return EventScores(
        corpus, len(sentences), counts["types"], counts["actors"], counts["recipients"], counts["times"], counts["places"],
        (reality, paired), (exact, paired), misled, dict(sorted(by_type.items())),
    )  # fmt: skip


def same_party(marked: str, party: Participant) -> bool:
    """Whether two phrases have one head noun, or share half of their words."""
    return _head(marked) == _head(party.span.exact) or _alike(marked, party.span.exact)


def _head(words: str) -> str:
    match = _HEAD_END.search(words)
    found = _words(words[: match.start()] if match else words)
    return found[-1] if found else ""


def _words(words: str) -> list[str]:
    found = [word.lower().replace("’", "'").removesuffix("'s").removesuffix("'") for word in _WORD.findall(words)]
    return [word for word in found if word not in _EMPTY] or found


def _alike(one: str, other: str) -> bool:
    first, second = set(_words(one)), set(_words(other))
    return len(first & second) >= ENOUGH_WORDS * len(first | second)


def _pairs(
    gold: Sequence[Mapping[str, Any]], events: Sequence[Event]
) -> list[tuple[Mapping[str, Any] | None, Event | None]]:
    worth = sorted(
        (
            (-_worth(theirs, ours), i, j)
            for i, theirs in enumerate(gold)
            for j, ours in enumerate(events)
            if theirs["type"] == ours.type
        )
    )
    mine: dict[int, int] = {}
    for _, i, j in worth:
        if i not in mine and j not in mine.values():
            mine[i] = j
    pairs: list[tuple[Mapping[str, Any] | None, Event | None]] = [
        (theirs, events[mine[i]] if i in mine else None) for i, theirs in enumerate(gold)
    ]
    return pairs + [(None, ours) for j, ours in enumerate(events) if j not in mine.values()]


def _worth(gold: Mapping[str, Any], event: Event) -> int:
    parties = (("actor", event.actors), ("recipient", event.recipients))
    alike = sum(any(same_party(gold[key], party) for party in found) for key, found in parties if gold.get(key))
    return alike + int(gold["reality"] == event.reality.value)


def _share(counts: tuple[int, int]) -> float:
    return counts[0] / counts[1] if counts[1] else 0.0


def render_events(scores: EventScores) -> str:
    """The table that `sayso evaluate events` prints; figures are in per cent."""
    rows = [[f"{scores.corpus}, {scores.sentences} sentences", "precision", "recall", "F1", "marked", "found"]]
    for name, prf in (
        ("event types", scores.types), ("actors", scores.actors), ("recipients", scores.recipients),
        ("times", scores.times), ("places", scores.places),
    ):  # fmt: skip
        rows.append(
            [name, *(f"{100 * x:.1f}" for x in (prf.precision, prf.recall, prf.f1)), str(prf.gold), str(prf.predicted)]
        )
    shares = [["of the events found", "right", "of", "per cent"]]
    for name, counts in (("happened or not", scores.reality), ("which of seven realities", scores.exact_reality)):
        shares.append([name, str(counts[0]), str(counts[1]), f"{100 * _share(counts):.1f}"])
    shares.append(["put as happened, and did not", str(scores.misled), str(scores.reality[1]), ""])
    types = [["type", "precision", "recall", "F1", "marked", "found"]]
    for name, prf in scores.by_type.items():
        types.append(
            [name, *(f"{100 * x:.1f}" for x in (prf.precision, prf.recall, prf.f1)), str(prf.gold), str(prf.predicted)]
        )
    return "\n\n".join(map(align, (rows, shares, types))) + "\n"


def events_to_json(scores: Sequence[EventScores]) -> str:
    """The figures as JSON."""
    return json.dumps(
        [
            {
                "schema": "sayso.evaluation/1",
                "corpus": f"events {item.corpus}",
                "sentences": item.sentences,
                **item.figures(),
            }
            for item in scores
        ],
        indent=1,
    )
