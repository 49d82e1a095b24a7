"""Whose words they are said to be: parties that are gone, and words credited to somebody of more weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.domain.attribution import Attitude, PartyKind
from sayso.domain.claim import DriftKind, Passage
from sayso.tracing.drift.change import Change, content, passage, quote
from sayso.tracing.drift.parties import KNOWING, Party, is_outlet, outlet_party, parties, same
from sayso.tracing.drift.spans import quoted
from sayso.tracing.drift.view import View, lemmas_of, mentions_name, overlap
from sayso.tracing.names import agree
from sayso.tracing.outlet_names import page_of
from sayso.tracing.statement import Statement

TELLING_REACH = 14
"""Words after a name within which a verb of telling must stand that is its own."""
SENTENCE = 220
"""Code points around a content in which the rest of its sentence is looked at."""
SAME_WORDS = 0.5
"""Share of shared words from which a party that the first text does not know has taken the place of its source, and does not say so itself."""
NEXT = 160
"""Code points before and behind a content: about a sentence."""
_SENTENCE_END = re.compile(r"[.!?](?:[”\"’]|\s|$)|\n")
_ANYBODY = frozenset({"", "source", "official", "man", "woman", "people", "person"})
"""Nouns by which a text may mean another source than the one it was told of."""
CUE_REACH = 80
"""Code points between a source and its cue up to which a passage takes in both."""


def compare_attribution(upstream: View, downstream: View) -> Iterator[Change]:
    """What of the chain upstream, and of the step from there, the text downstream has lost or raised."""
    up, down = parties(upstream.statement, upstream.code), parties(downstream.statement, downstream.code)
    outlet = outlet_party(upstream.statement.document)
    if not up:
        yield from _own_words(upstream, downstream, down, outlet)
        return
    speaker = up[-1]
    house = upstream.statement.document.outlet
    if speaker.is_paper and house is not None and house == downstream.statement.document.outlet:
        return  # what the paper has seen it may tell again
    if not down:
        if not (
            _is_named_in_content(speaker, downstream)
            or _stands_near(speaker, downstream)
            or _is_named_next(speaker, downstream)
        ):
            why = f"{quote(speaker.shown)} said it; here it is said without a source."
            yield _lost(upstream, downstream, speaker, content(downstream.statement), why)
        return
    said_by = down[-1]
    own = outlet_party(downstream.statement.document)
    if stays(speaker, down, downstream) or is_outlet(speaker, own):
        return
    if is_outlet(said_by, own):
        why = f"{quote(speaker.shown)} said it; here {quote(said_by.shown)} says it as its own."
        yield _lost(upstream, downstream, speaker, _hop_passage(downstream.statement, said_by), why)
        return
    if _stands_behind(said_by, speaker, upstream):
        return
    relayed = is_outlet(said_by, outlet) or _is_told_by_kind(said_by, speaker, downstream)
    passed_on = relayed or any(same(said_by, party) for party in up[:-1])
    anonymous = speaker.key is not None and said_by.key is None and said_by.weight <= speaker.weight
    to = _hop_passage(downstream.statement, said_by)
    if speaker.head in upstream.wording.records and said_by.key is not None and not passed_on:
        return  # a minister who tells what his register says
    if not passed_on and overlap(upstream, downstream) < SAME_WORDS and not _is_known_to(said_by, upstream):
        return  # another one says so too
    if passed_on or (speaker.key is not None and said_by.weight <= speaker.weight and not anonymous):
        why = f"{quote(speaker.shown)} is gone; here {quote(said_by.shown)} says it."
        yield _lost(upstream, downstream, speaker, to, why)
    if passed_on or said_by.weight > speaker.weight:
        why = f"{quote(speaker.shown)} said it; here the words are credited to {quote(said_by.shown)}."
        source = _hop_passage(upstream.statement, speaker)
        yield Change(DriftKind.SOURCE_RAISED, source, to, why, _key(speaker), _key(said_by))


def _is_known_to(said_by: Party, view: View) -> bool:
    """Whether a text speaks of a party anywhere, by its name or by what it is called: it may have been put in the place of another there."""
    text = view.statement.document.text
    if said_by.key is not None and any(mentions_name(text, name) for name in said_by.names):
        return True
    if said_by.key is not None and said_by.hop is not None and said_by.hop.kind is PartyKind.PERSON:
        return False
    lemmas = lemmas_of(text, view.code)
    return said_by.head in lemmas or said_by.weight <= KNOWING or bool(said_by.nouns & lemmas)


def _is_told_by_kind(said_by: Party, speaker: Party, view: View) -> bool:
    """Whether a source is an outlet without a name, "a newspaper", "a US think tank", and the one before it is none."""
    if said_by.key is not None or said_by.hop is None or speaker.is_paper:
        return False
    kinds = view.wording.media | view.wording.institutes
    return said_by.head in kinds and speaker.head not in kinds | view.language.organisation_nouns


def stays(party: Party, down: Sequence[Party], view: View) -> bool:
    """Whether a party is still there: named in the chain or beside it, or the one whom a description means."""
    if any(same(party, other) for other in down) or _stands_near(party, view) or _tells_inside(party, view):
        return True
    described = down[-1].key is None and party.key is not None
    return described and mentions_name(view.statement.document.text, party.key or "")


def _stands_behind(person: Party, speaker: Party, view: View) -> bool:
    """Whether a person whom the sentence upstream names is who told the body that it credits: "…, Lena Baum said, according to the Courier".

    A reading may take the inner of two sources into what is said; that the outer one is left out is no source lost.
    """
    if person.key is None or person.hop is None or person.hop.kind is not PartyKind.PERSON:
        return False
    if speaker.hop is None or speaker.hop.kind is PartyKind.PERSON or speaker.key is None:
        return False
    return mentions_name(" … ".join(span.exact for span in view.spans), person.key) or _stands_near(person, view)


def _stands_near(party: Party, view: View) -> bool:
    """Whether the sentence names the party outside what is said: a reading may miss one of two hops."""
    text, spans = view.statement.document.text, view.spans
    low, high = spans[0].start, spans[-1].end
    low = next((start for start, end in quoted(text) if start < low < end), low)  # the quotation goes on
    before = _SENTENCE_END.split(text[max(0, low - SENTENCE) : low])[-1]
    after = _SENTENCE_END.split(text[high : high + SENTENCE])[0]
    between = " ".join(text[one.end : two.start] for one, two in zip(spans, spans[1:], strict=False))
    named = (party.key, *party.apposed) if party.key else party.apposed
    for words in (before, between, after):
        if any(mentions_name(words, name) for name in named):
            return True
        if party.key is None and party.nouns and (_holds(words, party.shown) or _holds(words, party.described)):
            return True
        if party.key is None and party.head not in _ANYBODY and re.search(rf"\b{re.escape(party.head)}s?\b", words):
            return True  # "the slides say, according to the Echo"
    return False


def _is_named_next(party: Party, view: View) -> bool:
    """Whether the sentence before or behind names a person: whose words they are is plain to who reads both."""
    if party.key is None or party.hop is None or party.hop.kind is not PartyKind.PERSON:
        return False
    text, spans = view.statement.document.text, view.spans
    low, high = spans[0].start, spans[-1].end
    near = text[max(0, low - NEXT) : low] + text[high : high + NEXT]
    return mentions_name(near, party.key)


def _tells_inside(party: Party, view: View) -> bool:
    """Whether a reading took the source into the content: "… for stomach pains, Priya Hartnenko, the adviser, alleged"."""
    for name in view.names if party.key else ():
        if not agree(party.key or "", name.key):
            continue
        for word in [item for item in view.words if item.start >= name.end][:TELLING_REACH]:
            entry = view.language.cues.get(view.lexicon.lemma(word.form))
            if (
                entry is not None
                and entry.attitude is Attitude.ASSERTION
                and word.form.endswith("ed")
                or word.form == "said"
            ):
                return True
    return False


def _holds(words: str, shown: str) -> bool:
    """Whether all the words of a description stand in a row, its article aside."""
    bare = re.sub(r"^(?:an?|the|one|two|some|another)\s+", "", shown.strip().lower())
    return " " in bare and bare in " ".join(words.lower().split())


def _own_words(upstream: View, downstream: View, down: Sequence[Party], outlet: Party | None) -> Iterator[Change]:
    """An outlet's own statement, repeated by another as its own in a text that names the first nowhere."""
    document = downstream.statement.document
    if down or outlet is None or outlet.key is None or document.outlet == upstream.statement.document.outlet:
        return
    url = upstream.statement.document.url
    linked = url is not None and any(page_of(link.href) == page_of(url) for link in document.links)
    if linked or mentions_name(document.text, outlet.key):
        return
    why = f"{quote(outlet.shown)} stated it; here it is stated without any source."
    yield Change(
        DriftKind.ATTRIBUTION_LOST, content(upstream.statement), content(downstream.statement), why, outlet.key, ""
    )


def _lost(upstream: View, downstream: View, gone: Party, to: Passage, why: str) -> Change:
    return Change(DriftKind.ATTRIBUTION_LOST, _hop_passage(upstream.statement, gone), to, why, _key(gone), "")


def _key(party: Party) -> str:
    return party.key or " ".join(sorted(party.nouns))


def _hop_passage(statement: Statement, party: Party) -> Passage:
    """The source and its cue, where they stand together."""
    hop = party.hop
    if hop is None or hop.source is None:
        return content(statement)
    start, end = hop.source.start, hop.source.end
    if hop.cue is not None and not hop.carried:
        low, high = min(start, hop.cue.span.start), max(end, hop.cue.span.end)
        if high - low <= (end - start) + (hop.cue.span.end - hop.cue.span.start) + CUE_REACH:
            between = statement.document.text[low:high]
            if "\n" not in between and not any(low < span.start < high for span in statement.attribution.content):
                start, end = low, high
    return passage(statement.document, start, end)


def _is_named_in_content(party: Party, view: View) -> bool:
    """Whether a sentence of the outlet's own names the source itself: "In the institute's assessment …"."""
    statement = view.statement
    names = [place.key for place in (*statement.names, *statement.places)]
    if party.key and any(agree(party.key, name) for name in names):
        return True
    if any(agree(name, other) for name in party.names if " " in name for other in names):
        return True
    if party.key and party.head in view.language.organisation_nouns and re.search(rf"\bthe {party.head}\b", view.lower):
        return True  # "The institute has counted nine raids"
    if party.key is None and party.head not in _ANYBODY:
        return bool(re.search(rf"\b{re.escape(party.head)}s?\b", view.lower))
    return False
