"""A headline held against its own text: whether it is surer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from sayso.domain.attribution import Attitude, Mode, Naming, PartyKind, Stance
from sayso.domain.claim import DriftKind
from sayso.languages.wording import load_wording
from sayso.tracing.drift.certainty import compare_certainty
from sayso.tracing.drift.change import Change, content, quote
from sayso.tracing.drift.denials import compare_polarity
from sayso.tracing.drift.hedges import doubts, holds_hedge
from sayso.tracing.drift.numbers import compare_numbers
from sayso.tracing.drift.parties import BODY, Party, parties
from sayso.tracing.drift.scope import compare_scope
from sayso.tracing.drift.stances import speaker_hop, strength
from sayso.tracing.drift.view import View, Word, look, mentions_name, overlap
from sayso.tracing.statement import Statement

FEWEST_SHARED = 0.45
"""Share of the headline's words that a passage must have to be what the headline tells."""
FEWEST_ASIDE = 3
"""Words that a headline which is not of a claim must share with what the claim says: a date and a name are not enough."""
NEARLY = 0.2
"""How much less of the headline another passage may have and still count beside the best."""
_CEILINGS = frozenset({"at-most", "less-than", "almost"})
_QUOTES = frozenset('“”"‘«»')


def compare_headline(
    headline: Statement, text: Sequence[Statement], of: Collection[Statement] | None = None
) -> Change | None:
    """What makes a headline surer than every passage that it may tell, or say more than any: no source, no hedge, no bound, a
    stronger verb, another number, a wider group, "a week". With `of` only where the nearest passage is one of these.
    """
    view = look(headline)
    if view is None or headline.text.rstrip().endswith("?") or headline.attribution.attitude is Attitude.EVENTUALITY:
        return None
    if _is_fragment(headline):
        return None
    if of is not None and not any(_may_tell(view, item) for item in of):
        return None
    told = _told(view, text)
    if not told:
        return None
    if of is not None and (told[0].statement not in of or not _may_tell(view, told[0].statement)):
        return None
    best = told[0]
    reasons: list[str] = []
    if all(_attributes(item, view) for item in told):
        party = parties(best.statement, best.code)[-1]
        reasons.append(f"the text has it from {quote(party.shown)}")
    changes = [list(_surer(item, view)) for item in told]
    for kind in (DriftKind.HEDGE_LOST, DriftKind.STANCE_HARDENED):
        found = [next((change for change in item if _is_of(kind, change, view)), None) for item in changes]
        if kind is DriftKind.STANCE_HARDENED and not _only_claims(best):
            continue  # "admits" over "said" is how headlines speak
        if kind is DriftKind.HEDGE_LOST and holds_hedge(_line(headline), view.code):
            continue
        if found[0] is not None and all(found):
            reasons.append(f"the text has {quote(found[0].source)}" if found[0].source else "the text is less sure")
    ceilings = [next((change for change in item if _is_ceiling(change)), None) for item in changes]
    if ceilings[0] is not None and ceilings[0].source is not None and all(ceilings):
        reasons.append(f"the text has {quote(ceilings[0].source)}")
    flips = [next(compare_polarity(item, view), None) for item in told]
    if flips[0] is not None and flips[0].source is not None and all(flips):
        reasons.append(f"the text has {quote(flips[0].source)}")
    reasons += [f"the text has {quote(words)}" for words in _more(view, told, changes)]
    short = [_stops_short(item, view) for item in told]
    if short[0] is not None and all(short):
        reasons.append(f"the text has {quote(short[0])}")
    rate = _rate(_line(headline), view)
    if rate is not None and _rate(headline.document.text[_end(headline) :], view) is None:
        reasons.append(f"the text has no {quote(rate)}")
    if not reasons:
        return None
    to = content(headline)
    why = f"The headline says {quote(to)}; {' and '.join(reasons)}."
    return Change(
        DriftKind.HEADLINE_EXCEEDS_TEXT, None, to, why, "; ".join(reasons), " ".join(to.exact.lower().split())
    )


def _more(headline: View, told: Sequence[View], changes: Sequence[Sequence[Change]]) -> Iterator[str]:
    """Words of the text of which the headline makes more: another number, a wider group."""
    known = {item.value for view in told for item in view.quantities}
    numbers = [[change for change in found if change.kind is DriftKind.NUMBER_CHANGED] for found in changes]
    if all(numbers) and numbers[0][0].source is not None and not known & {it.value for it in headline.quantities}:
        yield numbers[0][0].source.exact
    measures, everywhere = headline.wording.measures, headline.wording.everywhere
    for change in compare_scope(told[0], headline):
        wider = measures.get(change.now, 0) > measures.get(change.was, 0) or change.now in everywhere
        if wider and change.source is not None and not any(_has(view, change.now) for view in told):
            yield change.source.exact


def _is_of(kind: DriftKind, change: Change, headline: View) -> bool:
    """Whether a change is of a kind; a hedge that is gone must be of what the headline tells, and not of "may have been exposed"."""
    if change.kind is not kind:
        return False
    return kind is not DriftKind.HEDGE_LOST or not change.about or bool(change.about & headline.kinds)


def _is_ceiling(change: Change) -> bool:
    """Whether a bound is gone that had left less: "up to 1,200". A headline that rounds off "at least 31" or "about 6,000" says no more."""
    bound = change.was.split("-")
    return change.kind is DriftKind.NUMBER_BOUND_LOST and ("-".join(bound[:2]) in _CEILINGS or bound[0] in _CEILINGS)


def _stops_short(item: View, headline: View) -> str | None:
    """ "Has offered to step down" under "minister quits": what the headline tells as done is only offered, planned, or tried."""
    short, modals = item.wording.short, item.language.auxiliaries
    done = {
        word.kind
        for at, word in enumerate(headline.words)
        if word.kind and not {it.form for it in headline.words[max(0, at - 2) : at]} & ({"to"} | modals)
    }
    if any(word.lemma in short for word in headline.words):
        return None
    for at, word in enumerate(item.words[:-2]):
        after = item.words[at + 1 : at + 3]
        if word.lemma in short and after[0].form == "to" and after[1].kind in done and _is_verb(after[1], headline):
            return item.statement.document.text[word.start : after[1].end]
    return None


def _is_verb(word: Word, headline: View) -> bool:
    """Whether the headline has a verb of that kind in the present or the past: "quits", "quit", and not "the exit"."""
    return any(
        other.kind == word.kind and (other.form.endswith(("s", "ed")) or other.form == other.lemma)
        for other in headline.words
    )


def _has(view: View, words: str) -> bool:
    return bool(words) and view.holds(words)


def _rate(words: str, view: View) -> str | None:
    """How often something is said to happen; "Insight Daily" is a name."""
    return next((match.group() for match in _rates(view.code).finditer(words) if match.group()[0].islower()), None)


@lru_cache(maxsize=8)
def _rates(code: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, sorted(load_wording(code).rates, key=len, reverse=True)))})\b", re.IGNORECASE
    )


def _end(headline: Statement) -> int:
    span = headline.document.headline
    return span.end if span is not None else headline.attribution.content[-1].end


def _line(headline: Statement) -> str:
    """The whole headline."""
    span = headline.document.headline
    return span.exact if span is not None else headline.text


def _is_fragment(headline: Statement) -> bool:
    """Whether it is less than half of the headline's line: the end of a name, an aside."""
    span = headline.document.headline
    said = sum(len(part.exact.split()) for part in headline.attribution.content)
    return span is not None and 2 * said < len(span.exact.split())


def _may_tell(view: View, statement: Statement) -> bool:
    """Whether a headline that is not of the claim shares enough words with a statement that is."""
    item = look(statement)
    return item is not None and len(view.kinds & item.kinds) >= FEWEST_ASIDE


def _told(view: View, text: Sequence[Statement]) -> list[View]:
    """The passages of the text that the headline may tell, the nearest first; where some have a number of its own, these alone."""
    scored = []
    for statement in text:
        item = look(statement)
        if item is None or statement.attribution.mode is Mode.HEADLINE or item.code != view.code:
            continue
        share = overlap(view, item)
        if share >= FEWEST_SHARED:
            scored.append((-share, statement.attribution.content[0].start, item))
    counted = [entry for entry in scored if _same_number(view, entry[2])]
    scored = counted or scored
    scored.sort(key=lambda entry: entry[:2])
    best = -scored[0][0] if scored else 0.0
    return [item for share, _, item in scored if -share >= best - NEARLY]


def _same_number(headline: View, item: View) -> bool:
    return bool({it.value for it in headline.quantities} & {it.value for it in item.quantities})


def _attributes(item: View, headline: View) -> bool:
    """Whether a passage has a source and the headline none: none in its chain, its words, nor quotation marks."""
    line = _line(headline.statement)
    if headline.statement.attribution.chain or any(mark in _QUOTES for mark in line):
        return False
    known = parties(item.statement, item.code)
    return bool(known) and _is_doubtful(known[-1], item) and not any(_is_named(party, line) for party in known)


def _is_doubtful(party: Party, item: View) -> bool:
    """Whether a headline may not put as a fact what this source says: one without a name, or one that only claims it.

    What a ministry says of its own doings stands in most headlines without it.
    """
    hop = party.hop
    if hop is None:
        return False
    if (
        hop.naming is not Naming.NAMED
        and not party.speaks_for
        and party.weight < BODY
        and hop.kind is not PartyKind.ORGANISATION
    ):
        return True
    level = strength(hop, item.code)
    return level is not None and level < item.wording.stances[Stance.CLAIMS]


def _only_claims(item: View) -> bool:
    hop = speaker_hop(item)
    level = strength(hop, item.code) if hop is not None else None
    return level is not None and level < item.wording.stances[Stance.CLAIMS]


def _is_named(party: Party, line: str) -> bool:
    if any(mentions_name(line, name) for name in party.names):
        return True
    lower = line.lower()
    if re.search(r"\b(?:sources?|insiders?|reports?|claims?|says?|alleged(?:ly)?|reportedly)\b", lower):
        return True
    return any(noun in lower for noun in party.nouns if len(noun) > 3)


def _surer(item: View, headline: View) -> list[Change]:
    found = list(compare_certainty(item, headline)) if doubts(item) or headline.statement.attribution.chain else []
    return [*found, *compare_numbers(item, headline)]
