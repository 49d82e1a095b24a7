"""The parties that a statement's words passed through, made ready to be held against those of another text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.attribution import Attitude, Hop, Naming, PartyKind, Stance
from sayso.domain.document import Document
from sayso.languages.language import load_language
from sayso.languages.wording import Wording, load_wording
from sayso.languages.words import load_words
from sayso.tracing.drift.spans import orders
from sayso.tracing.names import agree, name_key
from sayso.tracing.outlet_names import core, outlet_name
from sayso.tracing.statement import Statement

ANYBODY, KNOWING, NAMED, BODY = 1, 2, 3, 4
"""How much weight a source has: anybody, somebody who ought to know, somebody or some outlet with a name, a body or its head."""

MUCH_IN_COMMON = 3
"""Words of two descriptions from which they mean the same: "a person who has seen an internal presentation"."""
_DEEDS = frozenset({Stance.ORDERS, Stance.INTENDS, Stance.DECLINES})
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_CAPITALISED = re.compile(r"(?<![\w.])[A-Z][\w’'-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w’'-]*)*")
_TAIL = re.compile(
    r",| (?:who|which|that|at|in|of|for|from|to|on|by|with|near|close|inside|within|speaking|citing|quoted|familiar|based|seen|obtained|"
    r"published|released|written|signed|run|led|cited|working|living|involved|named|called)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom words passed through.

    `nouns`: what its head is called, by kind ("lawyer"), `head` the last of them; `words`: all that is said of it, with what it belongs to; `names`: keys of
    names in its words. `vague`: a pronoun of which the text does not tell whom it means. `is_paper`: a letter, a report.
    `described`: its words without what follows the noun. `apposed`: names that say who it is, where the reading found none.
    """

    hop: Hop | None
    shown: str
    key: str | None
    names: tuple[str, ...]
    nouns: frozenset[str]
    head: str
    words: frozenset[str]
    weight: int
    speaks_for: bool
    vague: bool
    is_paper: bool = False
    apposed: tuple[str, ...] = ()
    described: str = ""


@lru_cache(maxsize=4096)  # every family asks, for every statement that one is held against
def parties(statement: Statement, code: str) -> tuple[Party, ...]:
    """The parties of a statement's chain, outermost first; hearsay ("reportedly") is none."""
    found: list[Party] = []
    for place, hop in enumerate(statement.attribution.chain):
        if hop.source is None or is_hearsay(hop, code) or _acts(hop, place, statement, code):
            continue
        party = _party(hop, statement.document, code)
        if not found or not same(found[-1], party):
            found.append(party)
    return tuple(found)


def is_hearsay(hop: Hop, code: str) -> bool:
    """Whether a hop tells of nobody in particular: "reportedly", "is said to"."""
    if hop.naming is Naming.NONE or hop.source is None:
        return True
    return hop.cue is not None and hop.cue.lemma in load_wording(code).hearsay and hop.cue.lemma.endswith("ly")


def _acts(hop: Hop, place: int, statement: Statement, code: str) -> bool:
    """Whether a hop is somebody who orders, plans or does what the content tells, and not somebody who tells it."""
    if hop is statement.attribution.chain[-1] and orders(statement):
        return True  # "told large firms to find workers"
    if place and hop.cue is not None and hop.cue.lemma not in load_language(code).cues:
        return True  # "a court convicted", his lawyer said
    if place and hop.cue is not None and (hop.cue.lemma.startswith("is ") or hop.cue.lemma in load_wording(code).deeds):
        return True  # "two of her clients were shown", "recruiters offer"
    return hop.stance in _DEEDS and (place > 0 or statement.attribution.attitude is Attitude.EVENTUALITY)


def outlet_party(document: Document) -> Party | None:
    """The outlet of a document as a party; None where it is not known."""
    if not document.outlet:
        return None
    key = name_key(outlet_name(document))
    words = frozenset(key.split())
    return Party(None, document.outlet, key, (key,), frozenset(), "", words, NAMED, speaks_for=False, vague=False)


def same(one: Party, other: Party) -> bool:
    """Whether two parties may be one. Where a text leaves open whom it means, they may."""
    if one.vague or other.vague:
        return True
    if _speaks_for(one, other) or _speaks_for(other, one):
        return True
    if one.key and other.key:
        if agree(one.key, other.key) or core(one.key) == core(other.key):
            return True
        # "the commander Hans Weil and the owner Petra Lund"
        return " and " in one.shown and any(agree(name, other.key) for name in one.names)
    if any(agree(name, key) for name in one.apposed for key in (*other.apposed, other.key) if key):
        return True
    if any(agree(name, one.key) for name in other.apposed if one.key):
        return True
    if one.nouns & other.nouns or len(one.words & other.words) >= MUCH_IN_COMMON:
        return True
    return bool(one.key is None and other.key is None and one.names and set(one.names) == set(other.names))


def is_outlet(party: Party, outlet: Party | None) -> bool:
    """Whether a party is an outlet, or somebody of it: "the site Harl Live", "an analyst at the institute"."""
    if outlet is None or outlet.key is None:
        return False
    return any(agree(name, outlet.key) or core(name) == core(outlet.key) for name in party.names)


def _speaks_for(voice: Party, body: Party) -> bool:
    """Whether one is the other's spokesman or statement."""
    if not voice.speaks_for:
        return False
    if body.key and any(agree(body.key, name) for name in voice.names):
        return True
    rest = voice.words - voice.nouns
    return bool(body.nouns & rest) or bool(set(voice.names) & set(body.names))


def _party(hop: Hop, document: Document, code: str) -> Party:
    assert hop.source is not None
    wording, language, lexicon = load_wording(code), load_language(code), load_words(code)
    exact = hop.source.exact
    head = exact[: match.start()] if (match := _TAIL.search(exact)) and match.start() else exact
    forms = [match.group().lower().replace("’", "'") for match in _WORD.finditer(exact)]
    empty = language.definite | language.indefinite | {"of", "and", "or", "in", "at", "for", "from", "to"}
    lemmas = frozenset(lexicon.kind(lexicon.lemma(form)) for form in forms if form not in empty)
    head_lemmas = [lexicon.lemma(match.group()) for match in _WORD.finditer(head) if match.group().lower() not in empty]
    label = hop.name is not None and hop.name.isupper() and hop.name.lower() in language.person_nouns  # "GUEST:"
    key = name_key(hop.name) if hop.naming is Naming.NAMED and hop.name and not label else None
    names = tuple(
        name_key(match.group()) for match in _CAPITALISED.finditer(exact) if match.start() > 0 or " " in match.group()
    )
    nouns = _nouns(head_lemmas, key, lexicon.kind)
    pronoun = len(forms) == 1 and forms[0] in language.pronouns
    voices = wording.voices
    speaks_for = any(lemma in voices for lemma in head_lemmas) or any(
        phrase in exact.lower() for phrase in voices if " " in phrase
    )
    return Party(
        hop=hop,
        shown=exact if not pronoun or not hop.name else hop.name,
        key=key,
        names=(key, *names) if key else names,
        nouns=nouns,
        head=head_lemmas[-1] if head_lemmas else "",
        words=lemmas,
        weight=BODY if head.lower().endswith(wording.acting) else _weight(hop, head_lemmas, wording, code),
        speaks_for=speaks_for,
        vague=pronoun and hop.name is None,
        apposed=tuple(name_key(match.group()) for match in _CAPITALISED.finditer(exact) if _is_apposed(exact, match)),
        described=head,
        is_paper=any(lemma in language.document_nouns or lemma in wording.papers for lemma in head_lemmas[-1:]),
    )


def _is_apposed(exact: str, match: re.Match[str]) -> bool:
    """Whether a name says who the party is, and not where it belongs: "the adviser of the clinic, Priya Hartnenko"."""
    return " " in match.group() and (match.start() == 0 or exact[: match.start()].endswith(", "))


def _nouns(head_lemmas: Sequence[str], key: str | None, kind: object) -> frozenset[str]:
    """The last words of the head, without those of a name: "A Russian insider source" → insider, source."""
    own = set(key.split()) if key else set()
    kept = [lemma for lemma in head_lemmas if lemma not in own]
    assert callable(kind)
    return frozenset({kind(lemma) for lemma in kept[-2:]} | set(kept[-2:]))


@lru_cache(maxsize=8)
def _offices(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(load_language(code).offices)))})\b")


def _weight(hop: Hop, lemmas: Sequence[str], wording: Wording, code: str) -> int:
    language = load_language(code)
    standing = min((wording.standing[lemma] for lemma in lemmas if lemma in wording.standing), default=None)
    if hop.naming is Naming.NAMED:
        exact = hop.source.exact.lower() if hop.source else ""
        office = bool(_offices(code).search(exact))
        if hop.kind is PartyKind.PERSON:
            return BODY if office else NAMED
        if standing == ANYBODY:
            return NAMED
        media = bool(set(lemmas) & wording.media) or (hop.name or "") in language.media
        return NAMED if media or hop.kind is PartyKind.DOCUMENT else BODY
    if standing is not None:
        return standing
    if set(lemmas) & wording.media:
        return KNOWING
    if any(lemma in language.offices for lemma in lemmas):
        return BODY
    if hop.kind in {PartyKind.ORGANISATION, PartyKind.PLACE_FOR_GOVERNMENT}:
        return BODY
    return KNOWING
