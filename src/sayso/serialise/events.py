"""Events as data: JSON records, CSV in ACLED's columns, GeoJSON.

What is written for others names parties through one function (`Shown`), so that whoever hides names of private persons has one place to do it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from io import StringIO
from typing import Any

from sayso.domain.event import Event, EventNumber, EventPlace, EventTime, GeoPrecision, Participant, TimePrecision
from sayso.domain.happening import FIELDS, Account, Happening
from sayso.serialise.cells import guarded
from sayso.serialise.record import Record, span_record

Shown = Callable[[Participant], str]
"""What a participant is called in what is written for others."""

SCHEMA = "sayso.events/1"
ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_DISORDER = {
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_TIME = {TimePrecision.DAY: 1, TimePrecision.WEEK: 2, TimePrecision.MONTH: 3, TimePrecision.YEAR: 3}
_GEO = {GeoPrecision.EXACT: 1, GeoPrecision.NEAR: 2, GeoPrecision.REGION: 3}
_DEADLY = frozenset({"death"})


def as_named(participant: Participant) -> str:
    """The participant's name, else its words."""
    return participant.name or participant.span.exact


def event_record(event: Event, shown: Shown = as_named) -> Record:
    """An event's record, its keys in the order of the format."""
    return {
        "event_id": event.id,
        "attribution": event.attribution,
        "chain": [hop.called for hop in event.chain],
        "hedges": [hedge.span.exact for hedge in event.hedges],
        "factuality": event.factuality.value,
        "pack": event.pack,
        "local_type": event.type,
        "type": event.plover,
        "mode": event.mode,
        "acled": None if event.acled is None else {"event_type": event.acled[0], "sub_event_type": event.acled[1]},
        "context": list(event.contexts),
        "cue": span_record(event.cue),
        "actors": [_participant(item, shown) for item in event.actors],
        "recipients": [_participant(item, shown) for item in event.recipients],
        "place": _place(event.place),
        "date": _date(event.time),
        "numbers": [_number(number) for number in event.numbers],
        "reality": event.reality.value,
        "happened": event.happened,
    }


def happening_record(happening: Happening, shown: Shown = as_named) -> Record:
    """A happening's record: its first account's event, every value of every field with who says it, and all accounts."""
    return {
        "schema": SCHEMA,
        **event_record(happening.first, shown),
        "happened": happening.happened,
        "claims": list(happening.claims),
        "roots_min": happening.roots_min,
        "roots_max": happening.roots_max,
        "values": {field: _values(happening, field, shown) for field in FIELDS},
        "conflicts": list(happening.conflicts),
        "accounts": [_account(account, shown) for account in happening.accounts],
    }


def events_csv(happenings: Iterable[Happening], shown: Shown = as_named) -> str:
    """One row a happening in ACLED's columns, with a header; a column that nothing is known of stays empty."""
    lines = StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(ACLED_COLUMNS)
    for happening in happenings:
        row = _acled(happening, shown)
        writer.writerow([guarded(row.get(column, "")) for column in ACLED_COLUMNS])
    return lines.getvalue()


def events_geojson(happenings: Iterable[Happening], shown: Shown = as_named) -> Record:
    """A FeatureCollection; a happening whose place has no coordinates has a null geometry (RFC 7946, 3.2)."""
    return {"type": "FeatureCollection", "features": [_feature(happening, shown) for happening in happenings]}


def _feature(happening: Happening, shown: Shown) -> Record:
    place = happening.first.place
    located = place is not None and place.latitude is not None and place.longitude is not None
    geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if located and place else None
    return {
        "type": "Feature",
        "id": happening.id,
        "geometry": geometry,
        "properties": happening_record(happening, shown),
    }


def _values(happening: Happening, field: str, shown: Shown) -> list[Record]:
    return [
        {
            "value": _shown_value(happening, field, value.accounts[0], value.words, shown),
            "says": [happening.accounts[place].teller for place in value.accounts],
        }
        for value in happening.values(field)
    ]


def _shown_value(happening: Happening, field: str, place: int, words: str, shown: Shown) -> str:
    """A party's words as they may be shown; of a time its EDTF."""
    event = happening.accounts[place].event
    if field in ("actor", "recipient"):
        parties = event.actors if field == "actor" else event.recipients
        return next((shown(party) for party in parties if as_named(party) == words), words)
    if field == "time" and event.time is not None and event.time.edtf is not None:
        return event.time.edtf
    return words


def _account(account: Account, shown: Shown) -> Record:
    return {
        "document": account.document,
        "outlet": account.outlet,
        "published": account.published,
        "claim": account.claim,
        "event": event_record(account.event, shown),
    }


def _participant(participant: Participant, shown: Shown) -> Record:
    return {
        **span_record(participant.span),
        "party": participant.party,
        "name": shown(participant) if participant.name else None,
    }


def _place(place: EventPlace | None) -> Record | None:
    if place is None:
        return None
    return {
        "raw": place.span.exact,
        "start": place.span.start,
        "end": place.span.end,
        "name": place.name,
        "id": place.id,
        "country": place.country,
        "lat": place.latitude,
        "lon": place.longitude,
        "geo_precision": None if place.precision is None else _GEO[place.precision],
    }


def _date(time: EventTime | None) -> Record | None:
    if time is None:
        return None
    return {
        "raw": time.span.exact,
        "start": time.span.start,
        "end": time.span.end,
        "edtf": time.edtf,
        "time_precision": None if time.precision is None else _TIME[time.precision],
    }


def _number(number: EventNumber) -> Record:
    return {
        **span_record(number.span),
        "what": number.what,
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "bound": number.bound,
    }


def _acled(happening: Happening, shown: Shown) -> dict[str, Any]:
    event = happening.first
    time = happening.time
    edtf = time.edtf if time else None
    day = (edtf or "").partition("/")[0]
    place = event.place
    kind, sub = event.acled or ("", "")
    outlets = dict.fromkeys(account.outlet or account.document for account in happening.accounts)
    return {
        "event_id_cnty": event.id,
        "event_date": day if len(day) == 10 else "",
        "year": day[:4] if day[:4].isdigit() else "",
        "time_precision": _TIME[time.precision] if time and time.precision else "",
        "disorder_type": _DISORDER.get(kind, "Political violence") if kind else "",
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": "; ".join(map(shown, event.actors)),
        "actor2": "; ".join(map(shown, event.recipients)),
        "civilian_targeting": "Civilian targeting" if kind == "Violence against civilians" else "",
        "country": (place.country or "") if place else "",
        "location": place.name if place else "",
        "latitude": "" if place is None or place.latitude is None else place.latitude,
        "longitude": "" if place is None or place.longitude is None else place.longitude,
        "geo_precision": "" if place is None or place.precision is None else _GEO[place.precision],
        "source": "; ".join(outlets),
        "notes": _notes(happening),
        "fatalities": _fatalities(event),
        "tags": _tags(happening, shown),
        "timestamp": min((account.published for account in happening.accounts if account.published), default=""),
    }


def _notes(happening: Happening) -> str:
    return "; ".join(dict.fromkeys(f"{account.teller}: {account.event.cue.exact}" for account in happening.accounts))


def _fatalities(event: Event) -> object:
    if event.type not in _DEADLY or not event.happened:
        return ""
    low = next((number.low for number in event.numbers if number.low is not None), None)
    return "" if low is None else int(low)


def _tags(happening: Happening, shown: Shown) -> str:
    event = happening.first
    code = f"{event.plover}/{event.mode}" if event.mode else event.plover
    tags = [
        f"local_type={event.type}",
        f"PLOVER:{code}",
        f"reality={event.reality.value}",
        f"factuality={event.factuality.value}",
    ]
    if happening.roots_max is not None:
        tags.append(f"roots={happening.roots_min}-{happening.roots_max}")
    for field in happening.conflicts:
        told = (
            f"{_shown_value(happening, field, value.accounts[0], value.words, shown)} ({', '.join(happening.accounts[i].teller for i in value.accounts)})"
            for value in happening.values(field)
        )
        tags.append(f"{field}: {' | '.join(told)}")
    return "; ".join(tags)
