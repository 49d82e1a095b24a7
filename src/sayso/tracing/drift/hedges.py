"""Hedges that are gone, and hedges that were not there before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from sayso.domain.attribution import Factuality, Hedge
from sayso.domain.claim import DriftKind, Passage
from sayso.domain.span import Span
from sayso.languages.language import load_language
from sayso.languages.wording import load_wording
from sayso.tracing.drift.change import Change, content, quote, span_passage
from sayso.tracing.drift.spans import orders
from sayso.tracing.drift.stances import cue_is_weak, is_unsure
from sayso.tracing.drift.view import View, overlap, share_telling_number, since_mark

BESIDE = 1
"""Words between two hedges of one thing."""
MOST = 12
"""Hedges of a content that are looked at."""
SHOWN = 4
"""Words after a hedge that a reason shows."""
NEAR = 0.4
"""Share of shared words from which two statements speak of the same thing although the hedged word is another."""
AFTER_CUT = 20
"""Code points behind a content in which the end of "as far as he knew" may stand, which a reading may take for a cue."""
_POSSIBLE, _PROBABLE = 0, 1
_MONTH = re.compile(
    r"\bMay(?= \d|[,.;:)]|$)|(?<=\d )May\b|(?<=\b(?:in|by|of) )May\b|(?<=(?:since|until) )May\b|(?<=from )May\b"
)
_KNOWLEDGE = re.compile(
    r"\b(?:as|so) far as (?:he|she|they|i|we)(?: (?:knew|knows?|(?:was|were|is|am|are) aware|(?:could|can) (?:tell|see|judge)))?\b"
    r"|\bto (?:the best of )?(?:his|her|their|my|our) knowledge\b",
    re.IGNORECASE,
)
"""How a speaker says that he may not know: what a reading takes for words of the content, or ends the content at."""
_ANNOUNCED = re.compile(
    r"(?i:can|may) (?:now |today |exclusively )*(?:be (?:\w+ly )?(?:revealed|disclosed|reported)|reveal|disclose|report)\b"
)
"""How a paper trumpets: "it can be revealed"."""
_OPEN = re.compile(
    r"\b(?:not (?:yet )?(?:clear|known|certain)|unclear|unknown|uncertain|an open question|remains to be seen) (?:whether|if)\b"
)
"""How a text leaves open whether it is so."""
_MODAL = re.compile(r"(?<=[a-z,”\"’] )(may|might|could)\b(?= (?!not\b|n't)[a-z])")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that weaken the whole (or, where `of` is given, those words), and how much they leave. `of_speaker`: "as far as he knew"."""

    span: Span
    level: int
    of: Span | None
    of_speaker: bool = False


def compare_hedges(upstream: View, downstream: View) -> Iterator[Change]:
    was, now = doubts(upstream), doubts(downstream)
    yield from (
        Change(
            DriftKind.HEDGE_LOST,
            span_passage(upstream.statement, doubt.span),
            to,
            f"{quote(_with_words(doubt, upstream))} became {quote(to)}: the hedge is gone.",
            doubt.span.exact.lower(),
            "",
            _hedged(doubt, upstream),
        )
        for doubt, to in _gone(was, now, upstream, downstream)
    )
    yield from (
        Change(
            DriftKind.HEDGE_ADDED,
            source,
            span_passage(downstream.statement, doubt.span),
            f"{quote(source)} became {quote(_with_words(doubt, downstream))}: a hedge is added.",
            "",
            doubt.span.exact.lower(),
            _hedged(doubt, downstream),
        )
        for doubt, source in _gone(now, was, downstream, upstream)
    )


def _after(modal: Span, view: View) -> Span | None:
    """The first word that means something after a modal."""
    word = next((item for item in view.words if item.start >= modal.end and item.kind), None)
    return Span.of(view.statement.document.text, word.start, word.end) if word is not None else None


def _hedged(doubt: Doubt, view: View) -> frozenset[str]:
    """Kinds of the words that a hedge weakens, or else of the first that follow it."""
    if doubt.of is not None:
        inside = {word.kind for word in view.words if word.kind and doubt.of.start <= word.start < doubt.of.end}
        if inside:
            return frozenset(inside)
    return frozenset([word.kind for word in view.words if word.kind and word.start >= doubt.span.end][:2])


@lru_cache(maxsize=1024)
def doubts(view: View) -> tuple[Doubt, ...]:
    """The hedges of a statement but for those of a number and those that are its cue's own."""
    attribution = view.statement.attribution
    hearsay = view.wording.hearsay
    cues = [hop.cue.span for hop in attribution.chain if hop.cue is not None and hop.cue.lemma not in hearsay]
    found: list[Doubt] = []
    hedges = [*attribution.hedges, *(hedge for hop in attribution.chain for hedge in hop.hedges)]
    hedges += [Hedge(hop.cue.span) for hop in attribution.chain if hop.cue is not None and hop.cue.lemma in hearsay]
    for hedge in hedges[: 2 * MOST]:
        span = hedge.span
        if any(cue.overlaps(span) for cue in cues) or _is_of_a_number(hedge, view):
            continue
        if _ANNOUNCED.match(view.statement.document.text, span.start):
            continue
        level = _level(span.exact, view.code)
        if level is not None and not any(span.overlaps(other.span) for other in found):
            found.append(Doubt(span, level, hedge.weakens))
    if orders(view.statement):
        source = attribution.chain[-1].source
        assert source is not None
        for match in _clause_hedges(view.code).finditer(source.exact.lower()):
            hedge_span = Span.of(view.statement.document.text, source.start + match.start(), source.start + match.end())
            level = _level(hedge_span.exact, view.code)
            if level is not None and not any(hedge_span.overlaps(other.span) for other in found):
                found.append(Doubt(hedge_span, level, None))
    for span in view.spans:
        for match in islice(_MODAL.finditer(view.statement.document.text, span.start, span.end), MOST):
            modal = Span.of(view.statement.document.text, match.start(1), match.end(1))
            if not any(modal.overlaps(other.span) for other in found):
                found.append(Doubt(modal, _POSSIBLE, _after(modal, view)))
        for match in islice(_OPEN.finditer(view.statement.document.text, span.start, span.end), MOST):
            open_span = Span.of(view.statement.document.text, *match.span())
            if not any(open_span.overlaps(other.span) for other in found):
                found.append(Doubt(open_span, _POSSIBLE, None))
        for match in islice(_KNOWLEDGE.finditer(view.statement.document.text, span.start, span.end + AFTER_CUT), MOST):
            found.append(Doubt(Span.of(view.statement.document.text, *match.span()), _PROBABLE, None, of_speaker=True))
    return tuple(sorted(found, key=lambda doubt: doubt.span.start))[:MOST]


def _is_of_a_number(hedge: Hedge, view: View) -> bool:
    quantities = view.quantities
    text = view.statement.document.text
    after = hedge.span.end + (text[hedge.span.end : hedge.span.end + 1] == " ")  # "maybe 310 dollars"
    if any(item.start <= after and hedge.span.start < item.end for item in quantities):
        return True
    entry = view.language.hedges.get(hedge.span.exact.lower())
    return entry is not None and entry.weakens == "number"


def _level(words: str, code: str) -> int | None:
    """What a hedge leaves: possible or probable; None where it only measures ("partly"), which is a matter of scope."""
    lower = words.lower().replace("’", "'")
    if lower in load_wording(code).measures:
        return None
    language = load_language(code)
    entry = language.hedges.get(lower)
    if entry is None:
        known = [language.hedges[phrase] for phrase in _phrases_in(lower, code)]
        entry = next((item for item in known if item.weakens == "clause"), None)
    if entry is None:
        return _PROBABLE
    if entry.weakens == "number":
        return None
    return _POSSIBLE if entry.factuality is Factuality.POSSIBLE else _PROBABLE


def holds_hedge(text: str, code: str) -> bool:
    """Whether a hedge of the language stands in a text."""
    return bool(_phrases_in(text.lower().replace("’", "'"), code))


@lru_cache(maxsize=4096)
def _phrases_in(text: str, code: str) -> tuple[str, ...]:
    """The hedges of the language that stand in a text, longest first."""
    return tuple(dict.fromkeys(match.group() for match in _clause_hedges(code).finditer(text)))


@lru_cache(maxsize=8)
def _clause_hedges(code: str) -> re.Pattern[str]:
    measures = load_wording(code).measures
    phrases = [p for p, entry in load_language(code).hedges.items() if entry.weakens != "number" and p not in measures]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})\b")


def _gone(was: Sequence[Doubt], now: Sequence[Doubt], one: View, other: View) -> Iterator[tuple[Doubt, Passage]]:
    """The hedges that one statement has and the other lacks, with the words that stand there unhedged; at most one."""
    if any(doubt.of_speaker for doubt in now) and not any(doubt.of_speaker for doubt in was):
        now = [
            doubt for doubt in now if not doubt.of_speaker
        ]  # "reportedly" is another's doubt than "as far as he knew"
    if not was or (cue_is_weak(other) and (not cue_is_weak(one) or is_unsure(other))):
        return
    for doubt in was:
        apart = doubt.of is not None and _is_set_apart(doubt, one)
        if doubt.span.exact == "could" and other.holds("can"):
            continue  # "we can stop them", and he said that they could
        if not apart and (now or _said_with_hedge(other)):
            least = min((item.level for item in now), default=doubt.level)
            if least <= doubt.level and not (now and _is_doubled(doubt, was, one) and not _any_doubled(now, other)):
                continue
        if apart and any(item.level <= doubt.level for item in now):
            continue
        if apart and _said_with_hedge(other):
            continue
        found = _unhedged(doubt, one, other)
        if found is not None:
            yield doubt, found
            return


def _said_with_hedge(view: View) -> bool:
    """Whether a hedge stands in the content, or in the words for a source."""
    if any(word.lemma in view.wording.unsettled for word in view.words):
        return True  # "the 4 percent that had been weighed"
    sources = [hop.source.exact.lower() for hop in view.statement.attribution.chain if hop.source is not None]
    content = " … ".join(_MONTH.sub("", span.exact) for span in view.spans).lower().replace("’", "'")
    return any(_phrases_in(words, view.code) for words in (content, *sources))


def _is_doubled(doubt: Doubt, others: Sequence[Doubt], view: View) -> bool:
    """Whether a hedge stands right beside another: "may perhaps"."""
    between = [
        sum(not word.is_mark for word in view.words if low <= word.start < high)
        for other in others
        if other is not doubt
        for low, high in ((min(doubt.span.end, other.span.end), max(doubt.span.start, other.span.start)),)
    ]
    return any(count <= BESIDE for count in between)


def _any_doubled(found: Sequence[Doubt], view: View) -> bool:
    return any(_is_doubled(doubt, found, view) for doubt in found)


def _is_set_apart(doubt: Doubt, view: View) -> bool:
    """Whether a hedge is of one party and not of the clause: "officials, possibly the Interior Ministry, ordered"."""
    assert doubt.of is not None
    text = view.statement.document.text
    before = text[max(0, doubt.span.start - 2) : doubt.span.start].rstrip()
    return before.endswith((",", "(", "—", "–")) and bool(
        re.match(r"(?:an?|the|its|their|his|her)\b|[A-Z]", doubt.of.exact)
    )


def _unhedged(doubt: Doubt, one: View, other: View) -> Passage | None:
    """Where the other statement has the hedged words without the hedge; None where it leaves them out."""
    if doubt.of is None:
        about = _hedged(doubt, one)
        told = not about or bool(about & other.kinds) or overlap(one, other) >= NEAR
        return content(other.statement) if told else None
    hedged = {word.kind for word in one.words if word.kind and doubt.of.start <= word.start < doubt.of.end}
    for word in other.words:
        if word.kind in hedged:
            return since_mark(word, other)
    if doubt.of is not None and _is_set_apart(doubt, one):
        return None
    if hedged and not _is_in_first_clause(doubt, one):
        return None
    if hedged and overlap(one, other) < NEAR and not share_telling_number(one.quantities, other.quantities):
        return None
    return content(other.statement)


def _is_in_first_clause(doubt: Doubt, view: View) -> bool:
    """Whether no other verb comes before a hedge: "it is closed, and could fall" may be told without its end."""
    before = [word for word in view.words if word.end <= doubt.span.start]
    verbs = [
        word for word in before if word.form in view.language.be or word.form in {"has", "have", "had", "did", "will"}
    ]
    near = [word for word in verbs if doubt.span.start - word.end > 1]
    return not near


def _with_words(doubt: Doubt, view: View) -> str:
    end = doubt.of.end if doubt.of is not None and doubt.of.start >= doubt.span.end else doubt.span.end
    after = [word for word in view.words if word.start >= doubt.span.end][:SHOWN]
    for word in after:
        if word.is_mark:
            break
        end = max(end, word.end)
    return view.statement.document.text[doubt.span.start : end]


def is_negation(*views: View) -> bool:
    """Whether a hedge is made of a negation: "cannot be ruled out", become "have been ruled out"."""
    return any(
        word in view.language.negations
        for view in views
        for doubt in doubts(view)
        for word in doubt.span.exact.lower().split()
    )
