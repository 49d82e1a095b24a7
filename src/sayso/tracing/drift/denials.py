"""Whether one affirms what the other denies."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.domain.attribution import Stance
from sayso.domain.claim import DriftKind, Passage
from sayso.tracing.drift.change import Change, content, quote, span_passage
from sayso.tracing.drift.hedges import is_negation
from sayso.tracing.drift.parties import parties, same
from sayso.tracing.drift.stances import is_denied
from sayso.tracing.drift.view import View, Word, overlap, since_mark
from sayso.tracing.polarity import find_polarity

NEAR = 0.5
"""Share of shared words from which opposite words are said of one thing."""
LEAST = 0.34
"""Share of shared words below which a "not" in one says nothing of the other."""
_IN_VAIN = ("in vain", "unsuccessfully", "failed to", "fail to", "fails to", "unable to", "to no avail")
NOT_BEFORE = 4
"""Words before a verb among which its "not" stands."""
NEARLY_ALL, FEWEST_ALIKE = 0.7, 3
"""Share of shared words, and shared words, from which a "not" more or less is of the same thing."""


def compare_polarity(upstream: View, downstream: View) -> Iterator[Change]:
    if upstream.code != downstream.code:
        return
    one, two = upstream.statement, downstream.statement
    turned = _turned(upstream, downstream)
    if is_denied(upstream) != is_denied(downstream):
        alike = (
            find_polarity(upstream.lower, upstream.code).negated
            == find_polarity(downstream.lower, downstream.code).negated
        )
        if alike and overlap(upstream, downstream) >= NEAR and not turned and _of_one_source(upstream, downstream):
            yield _flip(upstream, downstream, _denial_passage(upstream), _denial_passage(downstream))
        return
    if turned is not None:
        yield _flip(upstream, downstream, *turned)
        return
    if one.negated != two.negated and is_negation(upstream, downstream) and overlap(upstream, downstream) >= NEARLY_ALL:
        yield _flip(upstream, downstream, content(one), content(two))
        return
    if one.negated != two.negated and _is_denied_throughout(upstream, downstream):
        yield _flip(upstream, downstream, content(one), content(two))
        return
    opposite = _opposite(upstream, downstream)
    if opposite is not None:
        yield _flip(upstream, downstream, *opposite)


def _of_one_source(upstream: View, downstream: View) -> bool:
    """Whether the one whose words are denied here and not there may be one and the same, or is named in one only.

    A ministry that denies what a minister has said contradicts him: nothing of his has changed on the way.
    """
    ups, downs = parties(upstream.statement, upstream.code), parties(downstream.statement, downstream.code)
    if not ups:
        return not is_denied(downstream)
    return not downs or same(ups[-1], downs[-1])


def _flip(upstream: View, downstream: View, source: Passage, to: Passage) -> Change:
    why = f"{quote(source)} became {quote(to)}: one affirms what the other denies."
    return Change(
        DriftKind.POLARITY_FLIPPED, source, to, why, str(upstream.statement.negated), str(downstream.statement.negated)
    )


def _denial_passage(view: View) -> Passage:
    chain = view.statement.attribution.chain
    hop = next((item for item in chain if item.stance is Stance.DENIES), chain[-1] if chain else None)
    if hop is not None and hop.cue is not None:
        return span_passage(view.statement, hop.cue.span)
    return content(view.statement)


def _turned(upstream: View, downstream: View) -> tuple[Passage, Passage] | None:
    """What one denies with a negation of its own and the other has without one."""
    for one, other in ((upstream, downstream), (downstream, upstream)):
        for kind in sorted(one.denied - other.denied):
            plain = next((word for word in other.words if word.kind == kind), None)
            denied = next((word for word in one.words if word.kind == kind), None)
            if plain is None or denied is None:
                continue
            if not _denies_verb(denied, kind, one, other) and (
                one.statement.negated == other.statement.negated or _says_no(other)
            ):
                continue
            if overlap(one, other) < LEAST:
                continue
            if any(other.holds(words) for words in _IN_VAIN):
                continue  # "have tried in vain to find one" is "cannot find one"
            if other.holds("only") or _only_dates(one, other):
                continue
            places = (since_mark(denied, one), since_mark(plain, other))
            return places if one is upstream else (places[1], places[0])
    return None


def _says_no(view: View) -> bool:
    """Whether a verb says no without a negation: "the ferry stops", "there will be no ferry"."""
    ending = view.wording.ending
    return any(word.lemma in ending or word.form in ending for word in view.words)


def _denies_verb(denied: Word, kind: str, one: View, other: View) -> bool:
    """Whether a "not" stands right before a verb that the other text, for all its own negations, does not deny."""
    at = one.words.index(denied)
    before = {word.form for word in one.words[max(0, at - NOT_BEFORE) : at]}
    if not (before & {"not", "never"} or any(form.endswith("n't") for form in before)):
        return False
    if overlap(one, other) < NEAR or len(one.kinds & other.kinds) < FEWEST_ALIKE:
        return False
    everything = find_polarity(other.lower, other.code).denied
    return kind not in {other.lexicon.kind(lemma) for lemma in everything}


def _is_denied_throughout(upstream: View, downstream: View) -> bool:
    """Whether two statements are alike in all but a "not" before a verb that the other puts in another word."""
    one, other = (upstream, downstream) if upstream.denied else (downstream, upstream)
    if not one.denied or other.denied or other.holds("only") or one.holds("only") or _only_dates(one, other):
        return False
    return not _says_no(other) and overlap(one, other) >= NEARLY_ALL and len(one.kinds & other.kinds) >= FEWEST_ALIKE


def _only_dates(one: View, other: View) -> bool:
    """ "Nobody has inspected it since 2019" says what "it was last inspected in 2019" says."""
    return one.holds("since") and other.holds("last") or one.holds("until") or one.holds("before")


def _opposite(upstream: View, downstream: View) -> tuple[Passage, Passage] | None:
    """ "Rose" and "fell": words of which one denies the other, neither of them negated."""
    if upstream.denied or downstream.denied or overlap(upstream, downstream) < NEAR:
        return None
    opposites, lemmas = upstream.lexicon.opposites, upstream.wording.opposites
    ups, downs = upstream.kinds - downstream.kinds, downstream.kinds - upstream.kinds
    for word in upstream.words:
        if word.kind not in ups:
            continue
        for against in downstream.words:
            if against.kind not in downs:
                continue
            if (word.kind, against.kind) in upstream.wording.converses:
                continue
            if (word.kind, against.kind) in opposites or against.lemma in lemmas.get(word.lemma, ()):
                return since_mark(word, upstream), since_mark(against, downstream)
    return None
