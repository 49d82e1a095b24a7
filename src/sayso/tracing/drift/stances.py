"""How strongly a cue puts what it brings: "claims", "says", "confirms"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.domain.attribution import Factuality, Hop, Stance
from sayso.domain.claim import DriftKind
from sayso.languages.language import load_language
from sayso.languages.lemmas import lemmatise_cue
from sayso.languages.wording import load_wording
from sayso.languages.words import load_words
from sayso.tracing.drift.attribution import stays
from sayso.tracing.drift.change import Change, content, quote, span_passage
from sayso.tracing.drift.parties import is_hearsay, is_outlet, outlet_party, parties, same
from sayso.tracing.drift.view import View

STEP = 10
"""Difference on the ladder of stances that counts: "claims" and "says" are one step apart."""
_DENIED = {Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT}
_WEAK = {Factuality.POSSIBLE, Factuality.PROBABLE, Factuality.UNKNOWN}


def strength(hop: Hop, code: str) -> int | None:
    """How strongly a hop puts its words, 0 to 30; None where its cue does not stand on the ladder."""
    wording = load_wording(code)
    if hop.cue is None:
        return wording.stances[Stance.SAYS] if hop.carried else None
    if is_negated_cue(hop.cue.span.exact, code):
        return 0  # "could not confirm", "does not rule out"
    if _is_of_claims(hop, code):
        return wording.weak_claims  # "according to claims by"
    if hop.cue.lemma in wording.neutral:
        return None
    if hop.cue.lemma in wording.cues and hop.stance in wording.stances:
        return wording.cues[hop.cue.lemma]
    entry = load_language(code).cues.get(hop.cue.lemma)
    if hop.stance is Stance.CLAIMS and entry is not None and entry.weak:
        return wording.weak_claims
    return wording.stances.get(hop.stance)


def _is_of_claims(hop: Hop, code: str) -> bool:
    """Whether the words for the source begin with a noun for a mere claim: "according to claims by the prosecutor"."""
    cues, lexicon = load_language(code).cues, load_words(code)
    words = hop.source.exact.lower().split()[:3] if hop.source is not None else []
    entries = [cues.get(lexicon.lemma(word)) for word in words if word != "claim"]
    return any(entry is not None and entry.weak and entry.stance is Stance.CLAIMS for entry in entries)


def speaker_hop(view: View) -> Hop | None:
    known = parties(view.statement, view.code)
    return known[-1].hop if known else None


def hops(upstream: View, downstream: View) -> Iterator[tuple[Hop, Hop, bool]]:
    """Pairs of hops of one party, the innermost first; and, where its outlet or its body took the source's place, those two."""
    ups, downs = parties(upstream.statement, upstream.code), parties(downstream.statement, downstream.code)
    if not ups or not downs:
        return
    for place, up in enumerate(reversed(ups)):
        last = [downs[-1]] if place == 0 else []
        match = next((down for down in (*last, *reversed(downs[:-1])) if same(up, down)), None)
        if match is None and place == 0 and stays(up, downs[-1:], downstream):
            match = downs[-1]
        if match is not None and up.hop is not None and match.hop is not None:
            yield up.hop, match.hop, False
    raised = not stays(ups[-1], downs[-1:], downstream) and (
        is_outlet(downs[-1], outlet_party(upstream.statement.document))
        or (downs[-1].weight > ups[-1].weight and bool(downs[-1].nouns) and downs[-1].nouns <= ups[-1].words)
    )
    if raised and ups[-1].hop is not None and downs[-1].hop is not None:
        yield ups[-1].hop, downs[-1].hop, True


def compare_stance(upstream: View, downstream: View, up: Hop, down: Hop, raised: bool) -> Change | None:
    if up.cue is None or down.cue is None:
        return None
    was, now = strength(up, upstream.code), strength(down, downstream.code)
    if was is None or now is None or abs(now - was) < STEP or is_denied(upstream):
        return None
    before, after = span_passage(upstream.statement, up.cue.span), span_passage(downstream.statement, down.cue.span)
    if raised and now < was:
        return None
    first, second = _cue_key(up, upstream), _cue_key(down, downstream)
    if now > was:
        why = f"{quote(before)} became {quote(after)}, which vouches for more."
        return Change(DriftKind.STANCE_HARDENED, before, after, why, first, second)
    why = f"{quote(before)} became {quote(after)}, which vouches for less."
    return Change(DriftKind.STANCE_SOFTENED, before, after, why, first, second)


def compare_own_voice(upstream: View, downstream: View) -> Change | None:
    """ "The Lantern revealed that …", "the Lantern claims that …", of what the Lantern just says."""
    outlet = outlet_party(upstream.statement.document)
    down = parties(downstream.statement, downstream.code)
    if upstream.statement.attribution.chain or outlet is None or not down or down[-1].hop is None:
        return None
    hop = down[-1].hop
    if hop.cue is None or not is_outlet(down[-1], outlet) or is_denied(downstream):
        return None
    plain, now = upstream.wording.stances[Stance.SAYS], strength(hop, downstream.code)
    if now is None or abs(now - plain) < STEP:
        return None
    source, to = content(upstream.statement), span_passage(downstream.statement, hop.cue.span)
    kind = DriftKind.STANCE_HARDENED if now > plain else DriftKind.STANCE_SOFTENED
    more = "more" if now > plain else "less"
    why = f"{quote(source)} is said by {outlet.shown} itself; {quote(to)} vouches for {more}."
    return Change(kind, source, to, why, "", _cue_key(hop, downstream))


def _cue_key(hop: Hop, view: View) -> str:
    if hop.cue is None:
        return ""
    return f"not {hop.cue.lemma}" if is_negated_cue(hop.cue.span.exact, view.code) else hop.cue.lemma


def cue_is_weak(view: View) -> bool:
    hop = speaker_hop(view)
    if hop is None:
        return any(is_hearsay(item, view.code) for item in view.statement.attribution.chain)
    level = strength(hop, view.code)
    weak = hop.factuality in _WEAK or level == 0
    return weak and level is not None and level < load_wording(view.code).stances[Stance.CLAIMS]


def is_unsure(view: View) -> bool:
    """Whether the cue itself says that it may not be so ("believes", "expects"), and not only that somebody says it ("claims")."""
    hop = speaker_hop(view)
    return hop is None or hop.stance in {Stance.BELIEVES, Stance.PREDICTS, Stance.FEARS}


def is_negated_cue(cue: str, code: str) -> bool:
    return lemmatise_cue(cue, load_language(code)).negated


def is_denied(view: View) -> bool:
    """Whether somebody in the chain denies the words ("denied that …")."""
    return any(
        hop.factuality in _DENIED
        or (hop.stance is Stance.DENIES and hop.cue is not None and not is_negated_cue(hop.cue.span.exact, view.code))
        for hop in view.statement.attribution.chain
    )
