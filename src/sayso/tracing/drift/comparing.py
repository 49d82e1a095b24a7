"""All that changed between a statement and the one that it was taken from."""

from __future__ import annotations

from sayso.tracing.drift.actors import compare_actors
from sayso.tracing.drift.attribution import compare_attribution
from sayso.tracing.drift.bases import compare_bases
from sayso.tracing.drift.certainty import compare_certainty
from sayso.tracing.drift.change import Change
from sayso.tracing.drift.deeds import compare_will
from sayso.tracing.drift.numbers import compare_numbers, compare_unread
from sayso.tracing.drift.place_time import compare_places, compare_reach, compare_times
from sayso.tracing.drift.portfolios import compare_portfolios
from sayso.tracing.drift.roles import compare_roles
from sayso.tracing.drift.scope import compare_scope
from sayso.tracing.drift.view import look
from sayso.tracing.statement import Statement

_FAMILIES = (
    compare_attribution,
    compare_certainty,
    compare_numbers,
    compare_actors,
    compare_will,
    compare_roles,
    compare_portfolios,
    compare_places,
    compare_reach,
    compare_times,
    compare_scope,
    compare_bases,
)


def compare(upstream: Statement, downstream: Statement) -> tuple[Change, ...]:
    """What changed from `upstream` to `downstream`, each kind with the words of both. Between two languages: numbers only."""
    one, two = look(upstream), look(downstream)
    if one is None or two is None or one.code != two.code:
        return tuple(compare_unread(upstream, downstream))
    found: dict[tuple[str, str, str], Change] = {}
    for family in _FAMILIES:
        for change in family(one, two):
            found.setdefault((change.kind, change.was, change.now), change)
    return tuple(found.values())
