"""Where and when: a place or a time that took another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.domain.claim import DriftKind
from sayso.languages.quantities import PERCENT
from sayso.languages.times import agree_on_time, find_times
from sayso.tracing.drift.change import Change, passage, quote
from sayso.tracing.drift.view import View, mentions_name
from sayso.tracing.names import agree, body_key, place_key
from sayso.tracing.statement import Place

SHORTEST_STEM, LONGEST_ENDING = 4, 3
ANY_YEAR = 2024
"""Stands for the year where two dates tell none; it has a 29 February."""
AFTER_PLACE = 24
"""Code points after a place's name in which "region" and the like stand."""


def compare_places(upstream: View, downstream: View) -> Iterator[Change]:
    """A place of the one that the other lacks, where it has one that the first text names nowhere."""
    text = upstream.statement.document.text
    for now in _places(downstream):
        if _stands_in(now, upstream) or re.search(rf"\b{re.escape(now.key)}\b", upstream.lower):
            continue  # "on the building site Temp-28", "at the Temp-28 building site"
        new = not mentions_name(text, now.key)
        for was in sorted(_places(upstream), key=lambda place: _before(place, upstream) != _before(now, downstream)):
            if _is_located_in(was, downstream) or _width(now, downstream) != _width(was, upstream):
                continue
            if _preposition(was, upstream) != _preposition(now, downstream):
                continue
            if not new and _is_located(was, upstream, downstream.statement.document.text):
                continue  # both texts know both places
            source = passage(upstream.statement.document, was.start, was.end)
            to = passage(downstream.statement.document, now.start, now.end)
            why = f"{quote(source)} became {quote(to)}: another place."
            yield Change(DriftKind.PLACE_CHANGED, source, to, why, was.key, now.key)
            return


def compare_reach(upstream: View, downstream: View) -> Iterator[Change]:
    """A rate of one town told as a country's: an event in the town is one in the country, its rate is not the country's."""
    shares = [(item.value, item.high) for item in upstream.quantities if item.unit == PERCENT]
    same = any(item.unit == PERCENT and (item.value, item.high) in shares for item in downstream.quantities)
    if not same:
        return
    text = downstream.statement.document.text
    narrow = [
        place
        for place in _places(upstream)
        if _width(place, upstream) == "place" and _stands_after_locating(place, upstream)
    ]
    if not narrow or any(_is_located(place, upstream, text) for place in narrow):
        return
    if any(_width(place, downstream) != "country" for place in _places(downstream)):
        return
    for now in downstream.places:
        if _width(now, downstream) == "country":
            was = narrow[0]
            source = passage(upstream.statement.document, was.start, was.end)
            to = passage(downstream.statement.document, now.start, now.end)
            why = f"{quote(source)} became {quote(to)}: a rate of the one is no rate of the other."
            yield Change(DriftKind.PLACE_CHANGED, source, to, why, was.key, now.key)
            return


def _stands_after_locating(place: Place, view: View) -> bool:
    """Whether "in" or the like stands before a place, over its adjectives: "in the southeastern town of"."""
    words = view.statement.document.text[max(0, place.start - 60) : place.start].split()[-6:]
    for word in reversed(words):
        if word in view.lexicon.locating:
            return True
        if not re.fullmatch(r"[a-z-]+", word):
            return False
    return False


def compare_times(upstream: View, downstream: View) -> Iterator[Change]:
    """A time of the one that excludes every time of the other, and that the first text names nowhere."""
    ups, downs = upstream.times, downstream.times
    document = upstream.statement.document
    for now in downs:
        verdicts = [agree_on_time(was.key, now.key) for was in ups]
        if not verdicts or any(verdict is not False for verdict in verdicts):
            continue
        if any(_touch(was.key, now.key) or _one_night(was, upstream, now, downstream) for was in ups):
            continue
        free = [
            was
            for was in ups
            if all(agree_on_time(was.key, other.key) is False for other in downs)
            and _is_as_exact(was.key, now.key)
            and _written(was, upstream) != _written(now, downstream)  # a copy of next week that still says "overnight"
        ]
        if not free:
            continue
        elsewhere = find_times(document.text, 0, len(document.text), document.published, upstream.language)
        if any(len(place.key) <= len(now.key) and agree_on_time(place.key, now.key) for place in elsewhere):
            continue
        was = min(free, key=lambda item: item.start)
        source = passage(document, was.start, was.end)
        to = passage(downstream.statement.document, now.start, now.end)
        why = f"{quote(source)} became {quote(to)}: another time."
        yield Change(DriftKind.TIME_CHANGED, source, to, why, was.key, now.key)
        return


def _is_as_exact(one: str, other: str) -> bool:
    """Whether two times are both days, both months or both years: "on Sunday" and "since 2015" are times of two things."""
    day, other_day = (len(key.strip("?~").removeprefix("--").split("-")) for key in (one, other))
    with_year, with_other = (not key.startswith("--") for key in (one, other))
    return day == other_day or with_year != with_other or "/" in one + other or "~" in one + other


def _written(place: Place, view: View) -> str:
    return " ".join(view.statement.document.text[place.start : place.end].lower().split())


def _touch(one: str, other: str) -> bool:
    """Whether a day and a month stand side by side: "stops on 30 September", "from October"."""
    if len(one) == len(other):
        return False
    one, other = (key.replace("--", f"{ANY_YEAR}-", 1) if key.startswith("--") else key for key in (one, other))
    day, month = (one, other) if len(one) > len(other) else (other, one)
    try:
        first = date.fromisoformat(day.rstrip("?~"))
    except ValueError:
        return False
    return any((first + timedelta(step)).isoformat().startswith(month) for step in (-1, 1))


def _one_night(was: Place, upstream: View, now: Place, downstream: View) -> bool:
    """Whether two days next to each other are one night's: "on Sunday night", "in the night to Monday"."""
    days = upstream.language.weekdays
    order = "monday tuesday wednesday thursday friday saturday sunday".split()
    if was.key not in days or now.key not in days or was.key not in order or now.key not in order:
        close = agree_on_time(was.key, now.key) is False and _gap_in_days(was.key, now.key) == 1
    else:
        close = (order.index(now.key) - order.index(was.key)) % 7 in (1, 6)
    return close and (_nightly(was, upstream) or _nightly(now, downstream))


def _gap_in_days(one: str, other: str) -> int | None:
    try:
        return abs((date.fromisoformat(one.rstrip("?~")) - date.fromisoformat(other.rstrip("?~"))).days)
    except ValueError:
        return None


def _nightly(place: Place, view: View) -> bool:
    text = view.statement.document.text
    return bool(
        re.search(r"\b(?:night|overnight|midnight|dawn)\b", text[max(0, place.start - 20) : place.end + 12].lower())
    )


def _places(view: View) -> list[Place]:
    """Places, and names that stand after a word that locates ("in Kalinov")."""
    named = [
        Place(place_key(name.key, view.lexicon), name.start, name.end)
        for name in view.names
        if " " not in name.key
        and name.key not in view.countries
        and _preposition(name, view) in {"in", "near", "at", "outside"}
    ]
    return [*view.places, *named]


def _stands_in(place: Place, view: View) -> bool:
    return any(agree(place.key, other.key) or is_slip(place.key, other.key) for other in (*view.places, *view.names))


def is_slip(one: str, other: str) -> bool:
    """Whether one name is part of the other, or the other with a slip ("Rassvet", "Rassvetka"): no other place."""
    less, more = sorted((one, other), key=len)
    if less in more.split():
        return True  # "Marnov", "the Marnov yard"
    if len(less) >= SHORTEST_STEM and one[0] == other[0] and sorted(one) == sorted(other):
        return True  # two letters have changed places
    return len(less) >= SHORTEST_STEM and more.startswith(less) and len(more) - len(less) <= LONGEST_ENDING


def _width(place: Place, view: View) -> str:
    """Whether a place is a country, a region by its own words, or neither: a town in a region is no other place."""
    if body_key(place.key, view.lexicon) in view.countries:
        return "country"
    text = view.statement.document.text
    after = re.match(r"[\w ]*", text[place.end : place.end + AFTER_PLACE])
    words = (after.group().lower().split() if after else [])[:1]
    inside = text[place.start : place.end].lower().split()
    if any(word in view.lexicon.geography - {"town", "city", "village", "settlement"} for word in (*words, *inside)):
        return "region"
    return "place"


def _is_located(place: Place, view: View, text: str) -> bool:
    """Whether another text says anywhere that something was in a place, by the name that it has here."""
    name = re.escape(view.statement.document.text[place.start : place.end])
    return bool(re.search(rf"\b(?:in|at|near|outside|around)\s+(?:the\s+)?(?:\w+\s+of\s+)?{name}\b", text))


def _is_located_in(place: Place, view: View) -> bool:
    """Whether a place still says where it was, and is not just part of a name ("the Lugovsk police")."""
    return any(
        (agree(place.key, other.key) or is_slip(place.key, other.key))
        and _preposition(other, view) in view.lexicon.locating
        for other in (*view.places, *view.names)
    )


def _preposition(place: Place, view: View) -> str:
    """The word before a place that says how it stands to what was done; "in", "at" and "near" are one."""
    last = _before(place, view)
    return {"at": "in", "near": "in", "outside": "in", "around": "in"}.get(last, last)


def _before(place: Place, view: View) -> str:
    words = view.statement.document.text[max(0, place.start - 30) : place.start].lower().split()
    while words and words[-1] in {"the", "town", "city", "village", "of", "district", *view.lexicon.geography}:
        words.pop()
    return words[-1] if words else ""
