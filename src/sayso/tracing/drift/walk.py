"""Drift along a relay graph: each document is held against those that it relays, and what changed is carried down to its copies.

A change is introduced where it first appears. A document that took its words from one that had changed them inherits the
change; it ends where a later copy has the first wording again, or leaves the matter out.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.domain.attribution import Mode
from sayso.domain.claim import Drift, DriftKind
from sayso.languages.language import load_code
from sayso.tracing.drift.change import Change
from sayso.tracing.drift.documents import Found, body, compare_documents
from sayso.tracing.drift.headline import compare_headline
from sayso.tracing.statement import Statement

_ONE_OF_A_KIND = frozenset(
    {
        DriftKind.ATTRIBUTION_LOST,
        DriftKind.SOURCE_RAISED,
        DriftKind.HEDGE_LOST,
        DriftKind.HEDGE_ADDED,
        DriftKind.STANCE_HARDENED,
        DriftKind.STANCE_SOFTENED,
        DriftKind.POLARITY_FLIPPED,
        DriftKind.HEADLINE_EXCEEDS_TEXT,
    }
)
"""Kinds of which a document shows one: a new one takes the place of what was inherited."""
_FIGURES = re.compile(r"\d[\d,]*")
_ORDER = {kind: place for place, kind in enumerate(DriftKind)}


@dataclass(frozen=True, slots=True, eq=False)
class _Carried:
    """A change that a document shows; `origin` is the statement that had it otherwise, None for a headline."""

    change: Change
    origin: Statement | None
    introduced: bool


def find_drift(
    edges: Iterable[tuple[str, str]],
    statements: Iterable[Statement],
    aside: Iterable[Statement] = (),
    *,
    guessed: Collection[tuple[str, str]] = (),
) -> tuple[Drift, ...]:
    """The drift of one claim. `edges` go from what is relayed to what relays it, by node id; a node without statements is a hop
    of which no document is held. `aside`: other statements of the same documents, in which a number or a "not" may have changed.
    Documents come in the order in which the graph reaches them, kinds in their own. `guessed`: edges for which there is no more than that
    the one tells later what the other told; that an outlet is not named there is no attribution lost.
    """
    beside: dict[str, list[Statement]] = {}
    for statement in aside:
        beside.setdefault(statement.document.id, []).append(statement)
    by_document: dict[str, list[Statement]] = {}
    for statement in statements:
        by_document.setdefault(statement.document.id, []).append(statement)
    parents = _parents(edges)
    shown: dict[str, list[_Carried]] = {}
    order = _in_order(parents, by_document)
    read = {node: found for node, found in by_document.items() if load_code(found[0].document.language) is not None}
    for node in order:
        nearest = _nearest(node, parents, read) if node in read else []
        held = [item for item in nearest or _nearest(node, parents, by_document) if item in shown]
        above = [item for item in _above(node, parents) if item in read and item not in held]
        sure = [item for item in held if (item, node) not in guessed]
        shown[node] = _show(
            node, held, by_document, shown, beside.get(node, ()), [by_document[item] for item in above], sure=bool(sure)
        )
    _share_of_hops(order, parents, read, shown)
    return tuple(
        Drift(item.change.kind, item.change.source, item.change.to, item.introduced, item.change.why)
        for node in order
        for item in sorted(
            shown[node], key=lambda item: (_ORDER[item.change.kind], item.change.to.start, item.introduced)
        )
    )


def _parents(edges: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    parents: dict[str, list[str]] = {}
    for source, to in edges:
        if source != to and source not in parents.setdefault(to, []):
            parents[to].append(source)
    return parents


def _in_order(parents: Mapping[str, Sequence[str]], held: Mapping[str, Sequence[Statement]]) -> list[str]:
    """The documents, each after those that it relays; a cycle is entered at its first document."""
    order: list[str] = []
    state: dict[str, int] = {}
    for first in held:
        stack = [(first, iter(parents.get(first, ())))] if first not in state else []
        state.setdefault(first, 1)
        while stack:
            node, rest = stack[-1]
            following = next((item for item in rest if item not in state), None)
            if following is not None:
                state[following] = 1
                stack.append((following, iter(parents.get(following, ()))))
                continue
            stack.pop()
            if node in held:
                order.append(node)
    return order


def _nearest(node: str, parents: Mapping[str, Sequence[str]], held: Mapping[str, Sequence[Statement]]) -> list[str]:
    """The nearest documents upstream that are held, past hops of which none is.

    Asked of documents whose language is read first: one that is not read is passed through where it can be.
    """
    found: list[str] = []
    seen = {node}
    waiting = deque(parents.get(node, ()))
    while waiting:
        item = waiting.popleft()
        if item in seen:
            continue
        seen.add(item)
        if item in held:
            found.append(item)
        else:
            waiting.extend(parents.get(item, ()))
    return found


def _show(
    node: str,
    upstream: Sequence[str],
    statements: Mapping[str, Sequence[Statement]],
    shown: Mapping[str, Sequence[_Carried]],
    aside: Sequence[Statement],
    above: Sequence[Sequence[Statement]],
    *,
    sure: bool,
) -> list[_Carried]:
    here = statements[node]
    inherited = list(_inherited(here, [item for parent in upstream for item in shown[parent]], aside))
    fresh = list(_fresh(here, [statements[parent] for parent in upstream], aside)) if upstream else []
    known = {(item.change.kind, item.change.now, item.change.was) for item in inherited}
    fresh = [item for item in fresh if (item.change.kind, item.change.now, item.change.was) not in known]
    fresh = [item for item in fresh if not _was_so_before(item, above) and (sure or not _is_of_own_words(item))]
    if any(item.change.kind is DriftKind.ATTRIBUTION_LOST for item in inherited):
        fresh = [item for item in fresh if not _is_of_own_words(item)]
    replaced = {item.change.kind for item in fresh if item.change.kind in _ONE_OF_A_KIND}
    kept = [item for item in inherited if item.change.kind not in replaced]
    headline = _headline(here, [item for parent in upstream for item in shown[parent]], aside)
    return [*_told_once([*kept, *fresh]), *headline]


def _above(node: str, parents: Mapping[str, Sequence[str]]) -> list[str]:
    """All that a node leads back to."""
    found: dict[str, None] = {}
    waiting = list(parents.get(node, ()))
    for item in waiting:
        if item != node and item not in found:
            found[item] = None
            waiting.extend(parents.get(item, ()))
    return list(found)


def _was_so_before(item: _Carried, above: Sequence[Sequence[Statement]]) -> bool:
    """Whether a number stood so, without a bound, in a text further up: "17" in the first post, "at least 17" in the flash between."""
    if item.change.kind not in {DriftKind.NUMBER_BOUND_LOST, DriftKind.NUMBER_CHANGED}:
        return False
    words = item.change.to
    figures = _FIGURES.findall(words.exact)
    return bool(figures) and any(
        number.bound is None and f"{number.value:g}" == figures[-1].replace(",", "")
        for statements in above
        for statement in statements
        for number in statement.quantities
    )


def _told_once(items: Sequence[_Carried]) -> Iterator[_Carried]:
    """Of a source whose words are credited to another one: that they are, and not that it is gone as well."""
    raised = {item.change.was for item in items if item.change.kind is DriftKind.SOURCE_RAISED}
    for item in items:
        if item.change.kind is not DriftKind.ATTRIBUTION_LOST or item.change.was not in raised:
            yield item


def _is_of_own_words(item: _Carried) -> bool:
    """Whether what is lost is only the name of an outlet that had named nobody itself."""
    lost = item.change.kind is DriftKind.ATTRIBUTION_LOST
    return lost and item.origin is not None and not item.origin.attribution.chain


def _fresh(
    here: Sequence[Statement], upstream: Sequence[Sequence[Statement]], aside: Sequence[Statement]
) -> Iterator[_Carried]:
    """Changes against the documents relayed."""
    for found in compare_documents([item for statements in upstream for item in body(statements)], here, aside):
        yield _Carried(found.change, found.upstream, introduced=True)


def _inherited(
    here: Sequence[Statement], carried: Sequence[_Carried], aside: Sequence[Statement]
) -> Iterator[_Carried]:
    """Of what the documents upstream show, that which is shown here, too."""
    seen: set[tuple[str, str, str]] = set()
    shown: dict[Statement, tuple[Found, ...]] = {}
    for item in carried:
        key = (item.change.kind, item.change.was, item.change.now)
        if item.origin is None or key in seen:
            continue
        if item.origin not in shown:
            shown[item.origin] = compare_documents([item.origin], here, aside)
        match = next((found.change for found in shown[item.origin] if _is_still(found.change, item.change)), None)
        if match is not None:
            seen.add(key)
            yield _Carried(replace(match, source=item.change.source or match.source), item.origin, introduced=False)


def _is_still(change: Change, before: Change) -> bool:
    if change.kind in _ONE_OF_A_KIND:
        return change.kind is before.kind  # another cue as strong, another hedge
    if change.kind is not before.kind or change.now != before.now:
        return False
    return change.was == before.was or bool(change.now)  # the same statement may have it in two places


def _headline(here: Sequence[Statement], carried: Sequence[_Carried], aside: Sequence[Statement]) -> Iterator[_Carried]:
    """A headline of the claim held against the whole text; and one that is not of it, where what it tells is."""
    text = [item for item in (*here, *aside) if item.attribution.mode is not Mode.HEADLINE]
    for statement in (*here, *aside):
        if statement.attribution.mode is Mode.HEADLINE and text:
            change = compare_headline(statement, text, None if statement in here else here)
            if change is not None:
                kind = DriftKind.HEADLINE_EXCEEDS_TEXT
                taken = any(item.change.kind is kind and item.change.now == change.now for item in carried)
                yield _Carried(change, None, introduced=not taken)
                return


def _share_of_hops(
    order: Sequence[str],
    parents: Mapping[str, Sequence[str]],
    held: Mapping[str, Sequence[Statement]],
    shown: dict[str, list[_Carried]],
) -> None:
    """What two documents that relay one hop both show was in the hop already: shared errors prove descent."""
    relaying: dict[str, list[str]] = {}
    for node in order:
        for parent in parents.get(node, ()):
            if parent not in held:
                relaying.setdefault(parent, []).append(node)
    for copies in relaying.values():
        counts = Counter(
            (item.change.kind, item.change.was, item.change.now)
            for node in copies
            for item in shown[node]
            if item.introduced
        )
        for node in copies:
            shown[node] = [
                replace(item, introduced=False)
                if item.origin is not None and counts[item.change.kind, item.change.was, item.change.now] > 1
                else item
                for item in shown[node]
            ]
