"""What changed from one document to another, each with all its statements of one claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.attribution import Mode
from sayso.domain.claim import DriftKind, Passage
from sayso.languages.quantities import PERCENT
from sayso.languages.wording import load_wording
from sayso.languages.words import load_words
from sayso.tracing.drift.change import Change, passage, quote
from sayso.tracing.drift.comparing import compare
from sayso.tracing.drift.cuts import IN_QUOTATION
from sayso.tracing.drift.parties import ANYBODY, is_outlet, outlet_party, parties, same
from sayso.tracing.drift.stances import STEP, strength
from sayso.tracing.drift.view import TELLING, lemmas_of, look, mentions_name, overlap, share_telling_number
from sayso.tracing.names import agree
from sayso.tracing.statement import Statement

SAID_ELSEWHERE = 0.4
"""Share of shared words from which a document says elsewhere, with its source, what a sentence of its own says without."""
ALIKE = 0.3
"""Share of shared words from which two statements are compared although another is nearer."""
ASIDE = 0.5
"""Share of shared words from which a sentence that is not of the claim still tells what the first text does."""
WHOLLY = 0.9
"""Share from which it tells nothing else, so that a number that it lacks does not matter."""
WITH_SOURCE = 0.1
"""What a source is worth where two sentences upstream say the same: a text that names one names it."""
SAME_SOURCE = 0.25
"""What it is worth that both name one source."""
_CREDIT = frozenset({DriftKind.ATTRIBUTION_LOST, DriftKind.SOURCE_RAISED})
_STANCE = frozenset({DriftKind.STANCE_HARDENED, DriftKind.STANCE_SOFTENED})
WHOSE = _CREDIT | _STANCE
"""Kinds that are of a whole statement, and for which only the nearest one upstream counts."""
_HEDGES = frozenset({DriftKind.HEDGE_LOST, DriftKind.HEDGE_ADDED})
_NUMBERS = frozenset({DriftKind.NUMBER_BOUND_LOST, DriftKind.NUMBER_CHANGED, DriftKind.UNIT_CHANGED})
_FACETS = (
    frozenset({DriftKind.NUMBER_CHANGED}),
    frozenset({DriftKind.ACTOR_CHANGED}),
    frozenset({DriftKind.PLACE_CHANGED}),
    frozenset({DriftKind.TIME_CHANGED}),
)
ANOTHER_EVENT = 3
"""Of how many, who, where and when: where so many differ at once, the text tells of another event and nothing has changed on the way.

A number that counts something else is still the same number, and ties the two together.
"""
SENTENCE = 60
"""Code points between what one sentence says and the next one's beginning: the date, the day, "in its letter"."""
_FULL_STOP = re.compile(r"[.!?](?=[”\"’]?\s)")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A change, and the two statements between which it was found."""

    change: Change
    upstream: Statement
    downstream: Statement


def body(statements: Sequence[Statement]) -> list[Statement]:
    """A document's statements without its headlines, unless it has no others; of two cues for the same words the one that tells more."""
    told = [item for item in statements if item.attribution.mode is not Mode.HEADLINE] or list(statements)
    return [item for item in told if not any(_is_plainer(item, other) for other in told)]


def compare_documents(
    upstream: Sequence[Statement], downstream: Sequence[Statement], aside: Sequence[Statement] = ()
) -> tuple[Found, ...]:
    """The changes that hold for the document as a whole: what one sentence leaves out another may say.

    `upstream` are the statements of all documents that it relays: what one of them has already was taken from there. `aside` are the other statements of the document downstream, which may tell what one statement upstream tells in one.
    """
    ups = body(upstream)
    downs = _from_here(body(downstream), ups)
    found: dict[tuple[str, str, str], Found] = {}
    for two in (*downs, *_beside(ups, downs, aside)):
        for one, nearest in _compared(ups, two, only=two not in downs):
            for change in changes_between(one, two):
                if change.kind in WHOSE and (not nearest or two not in downs or _names_speaker_too(two, one, downs)):
                    continue
                if _is_elsewhere(change, one, two, ups, downs):
                    continue
                if change.kind is DriftKind.ATTRIBUTION_LOST and not two.attribution.chain:
                    change = _goes_on(change, one, two, [*downs, *aside])
                found.setdefault((change.kind, change.was, change.now), Found(change, one, two))
    kinds = {item.change.kind for item in found.values()}
    if sum(bool(kinds & facet) for facet in _FACETS) >= ANOTHER_EVENT:
        return ()
    return tuple(found.values())


def _from_here(downs: list[Statement], ups: Sequence[Statement]) -> list[Statement]:
    """The statements that may have been taken from these texts: of a round-up, not those of a source of which they know nothing.

    A text of which all sources are others may have raised them; it is held against these as it is.
    """
    kept = [item for item in downs if not _is_of_another(item, ups)]
    return kept or downs


def _is_of_another(item: Statement, ups: Sequence[Statement]) -> bool:
    view = look(item)
    known = parties(item, view.code) if view is not None else ()
    if view is None or not known or known[-1].vague or known[-1].weight <= ANYBODY:
        return False  # "sources say": a text may call so whom another text names
    words = known[-1].head or known[-1].key
    for one in ups:
        first = look(one)
        if first is None or one.document.outlet is not None and is_outlet(known[-1], outlet_party(one.document)):
            return False
        if any(same(known[-1], party) for party in parties(one, first.code)):
            return False
        if not known[-1].head or words in lemmas_of(one.document.text, first.code):
            return False
        if known[-1].key is not None and mentions_name(one.document.text, known[-1].key):
            return False
    return True


def _names_speaker_too(two: Statement, one: Statement, downs: Sequence[Statement]) -> bool:
    """Whether a text credits the same words to the first text's outlet and, in another hop, to somebody else: "…, her office said, as the Herald reported"."""
    if not _credits_outlet(two, one):
        return False
    spans = two.attribution.content
    return any(
        item is not two
        and item.attribution.chain
        and not _credits_outlet(item, one)
        and any(span.overlaps(other) for span in spans for other in item.attribution.content)
        for item in downs
    )


def _goes_on(change: Change, one: Statement, two: Statement, others: Sequence[Statement]) -> Change:
    """A sentence right after one that is credited to the first text's outlet tells what that outlet said: it is not said without a source."""
    text, start = two.document.text, two.attribution.content[0].start
    for item in others:
        chain = item.attribution.chain
        if item is two or not chain or chain[0].source is None or not _credits_outlet(item, one):
            continue
        end = max(item.attribution.content[-1].end, *(hop.source.end for hop in chain if hop.source is not None))
        if (
            0 <= start - end <= SENTENCE
            and "\n" not in text[end:start]
            and len(_FULL_STOP.findall(text[end:start])) == 1
        ):
            to = passage(two.document, chain[0].source.start, chain[0].source.end)
            why = f"{quote(change.source) if change.source else 'Another'} said it; here the words are credited to {quote(to)}."
            return Change(DriftKind.SOURCE_RAISED, change.source, to, why, change.was, chain[0].name or to.exact)
    return change


def _is_elsewhere(
    change: Change, one: Statement, two: Statement, ups: Sequence[Statement], downs: Sequence[Statement]
) -> bool:
    """Whether either document has another sentence by which nothing changed."""
    if change.about == IN_QUOTATION:
        return False
    if any(item is not two and _kept_in(item, one, change) for item in downs):
        return True
    if change.kind in _CREDIT and not one.attribution.chain and any(item.attribution.chain for item in downs):
        return True  # it credits somebody, if not this outlet
    lost = change.kind is DriftKind.ATTRIBUTION_LOST and not two.attribution.chain
    if lost and any(item is not two and _credits(item, one) for item in downs):
        return True
    return change.kind not in WHOSE and any(item is not one and _had_in(item, two, change) for item in ups)


@lru_cache(maxsize=4096)  # an inherited change is looked for again in every copy
def changes_between(upstream: Statement, downstream: Statement) -> tuple[Change, ...]:
    """`compare`, remembered."""
    return compare(upstream, downstream)


def share(one: Statement, two: Statement) -> float:
    """How much two statements say in common."""
    first, second = look(one), look(two)
    if first is None or second is None:
        numbers = {item.value for item in one.quantities} & {item.value for item in two.quantities}
        return float(len(numbers))
    return overlap(first, second)


def _compared(ups: Sequence[Statement], two: Statement, *, only: bool) -> Iterator[tuple[Statement, bool]]:
    """The statements upstream that one is held against, and which of them is the nearest; with `only` no others."""
    scored = [(share(one, two) + _credit(one, two), -place) for place, one in enumerate(ups)]
    if not scored:
        return
    best = -max(scored)[1]
    if not ups[best].attribution.chain and _credits_outlet(two, ups[best]):
        # "The Lantern says" of what the Lantern has from a memo, two sentences further down
        told = [item for item in scored if ups[-item[1]].attribution.chain and item[0] > WITH_SOURCE]
        best = -max(told)[1] if told else best
    yield ups[best], True
    for place, one in enumerate(ups):
        if (
            place != best
            and not only
            and (share(one, two) >= ALIKE or share_telling_number(one.quantities, two.quantities))
        ):
            yield one, False


def _credits_outlet(item: Statement, one: Statement) -> bool:
    """Whether a statement is credited to the outlet of another."""
    view = look(item)
    known = parties(item, view.code) if view is not None else ()
    return bool(known) and is_outlet(known[-1], outlet_party(one.document))


def _credit(one: Statement, two: Statement) -> float:
    """What it adds to the nearness of two statements that one names a source, and that it is the other's."""
    first, second = look(one), look(two)
    if first is None or second is None or not one.attribution.chain:
        return 0.0
    ours, theirs = parties(one, first.code), parties(two, second.code)
    known = bool(ours) and bool(theirs) and same(ours[-1], theirs[-1]) and not (ours[-1].vague or theirs[-1].vague)
    return WITH_SOURCE + (SAME_SOURCE if known else 0.0)


def _beside(ups: Sequence[Statement], downs: Sequence[Statement], aside: Sequence[Statement]) -> Iterator[Statement]:
    for item in aside:
        first = look(item)
        if item in downs or first is None or item.attribution.mode is Mode.HEADLINE:
            continue
        for one in ups:
            second = look(one)
            if second is None or overlap(first, second) < ASIDE or len(first.kinds & second.kinds) < 3:
                continue
            if not _same_names(one, item):
                continue
            if _other_shares(one, item):
                continue
            told = share_telling_number(one.quantities, item.quantities) or not any(
                number.value > TELLING for number in one.quantities
            )
            if told or overlap(first, second) >= WHOLLY:
                yield item
                break


def _other_shares(one: Statement, other: Statement) -> bool:
    """Whether both tell a share, and not the same: what was decided later is not what was weighed."""
    ours, theirs = ({item.value for item in it.quantities if item.unit == PERCENT} for it in (one, other))
    return bool(ours) and bool(theirs) and not ours & theirs


def _same_names(one: Statement, other: Statement) -> bool:
    """Whether two sentences may be of one party or place: one names none, or both name one."""
    ours, theirs = ([place.key for place in (*item.names, *item.places)] for item in (one, other))
    return not ours or not theirs or any(agree(name, known) for name in ours for known in theirs)


def _is_plainer(item: Statement, other: Statement) -> bool:
    """Whether the same words stand under another cue that tells more: "according to claims by"."""
    if item is other or item.attribution.content != other.attribution.content:
        return False
    first, second = look(item), look(other)
    if first is None or second is None:
        return False
    ours, theirs = parties(item, first.code), parties(other, second.code)
    if not ours or not theirs or ours[-1].hop is None or theirs[-1].hop is None:
        return False
    plain = {20, None}
    return strength(ours[-1].hop, first.code) in plain and strength(theirs[-1].hop, second.code) not in plain


def _kept_in(other: Statement, one: Statement, change: Change) -> bool:
    """Whether another sentence of the document has it as the first text has."""
    view, near = look(other), share(one, other)
    kinds = _CREDIT if change.kind in _CREDIT else {change.kind}
    if view is None or any(item.kind in kinds and item.was == change.was for item in changes_between(one, other)):
        return False
    if change.kind in _STANCE:
        return near >= SAID_ELSEWHERE and _as_strong(one, other)
    if change.kind in WHOSE:
        return near >= SAID_ELSEWHERE and bool(parties(other, view.code))
    if change.kind in _HEDGES:
        return near >= SAID_ELSEWHERE and bool(change.about & view.kinds)
    return near >= ALIKE and _tells(other, change.source)


def _credits(item: Statement, one: Statement) -> bool:
    """Whether a sentence names the source of another text's: what stands beside it is read as that source's, too."""
    view, first = look(item), look(one)
    if view is None or first is None:
        return False
    ours, theirs = parties(item, view.code), parties(one, first.code)
    return bool(ours) and bool(theirs) and any(same(theirs[-1], party) and not party.vague for party in ours)


def _as_strong(one: Statement, other: Statement) -> bool:
    """Whether the same source's cue puts it as strongly in both."""
    speakers, levels = [], []
    for statement in (one, other):
        view = look(statement)
        known = parties(statement, view.code) if view is not None else ()
        hop = known[-1].hop if known else None
        if hop is None or view is None:
            return False
        speakers.append(known[-1])
        levels.append(strength(hop, view.code))
    if not same(speakers[0], speakers[1]):
        return False
    return levels[0] is not None and levels[1] is not None and abs(levels[0] - levels[1]) < STEP


def _had_in(other: Statement, two: Statement, change: Change) -> bool:
    """Whether another sentence of the first document has it as this one has."""
    view = look(other)
    if view is None or any(item.kind is change.kind and item.now == change.now for item in changes_between(other, two)):
        return False
    if change.kind in _HEDGES:
        return share(other, two) >= SAID_ELSEWHERE and bool(change.about & view.kinds)
    return share(other, two) >= ALIKE and _tells(other, change.to)


def _tells(statement: Statement, words: Passage | None) -> bool:
    """Whether a statement tells of what the words of a passage tell: the most of its words, or its number."""
    view = look(statement)
    if view is None or words is None:
        return False
    stop, lexicon = load_words(view.code).stop, load_words(view.code)
    forms = [match.group().lower() for match in _WORD.finditer(words.exact)]
    kinds = {
        lexicon.kind(lexicon.lemma(form))
        for form in forms
        if form not in stop and form not in load_wording(view.code).measures
    }
    text = view.lower
    known = [kind for kind in kinds if kind in view.kinds or kind in text]
    return bool(kinds) and 2 * len(known) >= len(kinds)
