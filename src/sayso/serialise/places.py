"""Places of a reading as data."""

from __future__ import annotations

from sayso.domain.place import Area, PlaceCandidate, PlaceMention
from sayso.domain.reading import Reading
from sayso.serialise.record import Record, span_record
from sayso.version import VERSION

SCHEMA = "sayso.places/1"


def places_record(reading: Reading) -> Record:
    """One text's places, as `sayso places --json` prints them."""
    document = reading.document
    return {
        "schema": SCHEMA,
        "document": document.id,
        "path": document.path,
        "url": document.url,
        "places": [place_record(place) for place in reading.places],
        "sayso": VERSION,
    }


def place_record(mention: PlaceMention) -> Record:
    """One mention: what it was taken to mean, and everything that it may mean; nulls where nothing is known."""
    chosen = mention.chosen
    return {
        **span_record(mention.span),
        "form": mention.form.value,
        "name": chosen.name if chosen else None,
        "geonameid": _geoname(chosen.id) if chosen else None,
        "lat": chosen.latitude if chosen else None,
        "lon": chosen.longitude if chosen else None,
        "geo_precision": chosen.precision.value if chosen else None,
        "areas": [_area(area) for area in chosen.areas] if chosen else [],
        "says": mention.reason,
        "candidates": [_candidate(candidate) for candidate in mention.candidates],
    }


def _candidate(candidate: PlaceCandidate) -> Record:
    return {
        "place": candidate.id,
        "name": candidate.name,
        "kind": candidate.kind.value,
        "lat": candidate.latitude,
        "lon": candidate.longitude,
        "areas": [_area(area) for area in candidate.areas],
        "score": candidate.score,
        "reasons": list(candidate.reasons),
    }


def _area(area: Area) -> Record:
    return {"place": area.id, "name": area.name, "kind": area.kind.value}


def _geoname(place: str) -> int | None:
    source, _, number = place.partition(":")
    return int(number) if source == "geonames" else None
