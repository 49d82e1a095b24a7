"""The parties that one hop's words mean, as steps on a claim's way: mostly one, sometimes who passes on and who said it.

"Sirena's source", "a statement seen by Delta", "the ministry told VARTASS", "an insider quoted by the institute" are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.domain.attribution import Attribution, Hop, Naming, PartyKind
from sayso.domain.claim import Passage, RelayKind
from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.tracing.bodies import body_key, names_body
from sayso.tracing.credits import Credit, find_passing
from sayso.tracing.outlets import Outlets, bare_name, is_media_name
from sayso.tracing.roles import RUN, language_of
from sayso.tracing.sounds import MEDIA_WORDS
from sayso.tracing.sources import (
    MEDIA_AT_LARGE,
    NOBODY,
    Source,
    describe_source,
    described_medium,
    read_source,
    through,
)

_QUOTED_BY = re.compile(
    r"(?P<inner>\b(?:an?|the|one|some|several)\s[^,.;:“”\"]{2,60}?),? (?:quoted|cited|interviewed) by (?:the )?$",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"who (?:has|have|had) (?:seen|read|reviewed|been shown) (?P<paper>(?:an?|the|some|several)(?: [\w-]+){1,4}?)(?= told| said| says| who|[,.;]|\s*$)"
)
_SEEN_PAPERS = frozenset("presentation slides draft file footage recording".split())
_IMPERSONAL = frozenset("emerge transpire appear seem".split())
"""Cues of which "it" is nobody ("it has emerged")."""
_THE_PAPER = re.compile(
    r"[Tt]he (?:[a-z]+ )?(?:news)?(?:paper|agency|site|website|portal|outlet|channel|publication|broadcaster|magazine|daily|weekly|journal|station|newsletter)"
)
_APPOSED = re.compile(rf"\b[Tt]he (?:\w+ )?(?P<noun>[a-z]+), (?P<name>{RUN.pattern}),")
_REPORTERS = frozenset("correspondent reporter journalist editor newsroom".split())
_PEOPLE = r"(?P<noun>[Ss]ources?|[Ii]nsiders?|[Ii]nformants?|[Cc]orrespondents?|[Rr]eporters?|[Jj]ournalists?|[Ee]ditors?|[Nn]ewsroom)"
_OUTLETS_OWN = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal)(?: of)? )?(?:the )?(?P<name>[^\W\d_a-z][\w.&’' -]{{1,40}}?)(?:[’']s?)? (?:(?:own|unnamed|anonymous|police|security|law enforcement) )*{_PEOPLE}(?: .{{0,80}})?"
)
_OWN_OF = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal) )?(?:\w+ ){{0,2}}{_PEOPLE} (?:of|for|from|with|at) (?P<name>.{{2,60}})"
)
_OURS = re.compile(rf"our (?:\w+ ){{0,2}}{_PEOPLE}\b.{{0,60}}", re.IGNORECASE)
_SPOKE = re.compile(
    r"[”\"],? (?:said|says|told|added|explained|recalled) (?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,2})\b"
)
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-z][\w’'-]*\s(?:(?:&|of|for|and|de|do|da|del) )?$")
_CAPITAL_AFTER = re.compile(r"\s(?:(?:&|of|for|and|de|do|da|del) )?[^\W\d_a-z][\w’'-]*")
LOOK_BACK = 2000
"""Code points in which the outlet that "the paper" points back to is looked for."""
LOOK_AHEAD = 900
"""Code points in which a text names the outlet that it first calls "a local channel": two or three paragraphs."""


@dataclass(frozen=True, slots=True)
class Step:
    """One party on the way, and the words that say so."""

    source: Source
    passage: Passage
    how: RelayKind = RelayKind.NAMES_IT
    sure: bool = True


def passage(document: Document, start: int, end: int) -> Passage:
    """Words of a document as evidence."""
    return Passage(document.id, start, end, document.text[start:end])


def read_steps(document: Document, hop: Hop, attribution: Attribution, outlets: Outlets) -> Iterator[Step]:
    """The steps of a hop, the outermost first."""
    if hop.source is None:
        span = hop.cue.span if hop.cue is not None else attribution.content[0]
        yield Step(read_source(hop, document), passage(document, span.start, span.end))
        return
    told = widened(document, hop.addressee.span, outlets) if hop.addressee is not None else None
    if told is not None and outlets.is_outlet(told.exact):
        yield name_step(document, told.exact, told.start)
    elif told is not None and described_medium(told.exact) is not None:
        medium = _of_its_kind(document, told, outlets)
        if medium is not None:
            yield medium
    pointed = _pointed_back(document, hop, outlets) or _pointed_ahead(document, hop, outlets)
    if pointed is not None:
        yield pointed
        return
    if hop.source.exact.lower() == "it" and hop.cue is not None and hop.cue.lemma in _IMPERSONAL:
        yield Step(NOBODY, passage(document, hop.source.start, hop.cue.span.end))
        return
    hop = _resolved(document, hop)
    assert hop.source is not None
    span = widened(document, hop.source, outlets)
    hop = replace(hop, source=span, name=hop.name if span is hop.source else span.exact)
    owned = _owner(span.exact, outlets)
    if owned is not None:
        name, noun = owned
        yield name_step(document, name, span.start + span.exact.index(name))
        if noun not in _REPORTERS:
            source = Source(
                span.exact, None, PartyKind.PERSON, Naming.UNNAMED, noun=noun, start=span.start, end=span.end
            )
            yield Step(source, passage(document, span.start, span.end))
        return
    said = through(span.exact)
    if said is not None and outlets.is_outlet(said[1]):
        words, name = said
        yield name_step(document, name, span.start + span.exact.index(name))
        source = describe_source(words, span.start, None, PartyKind.UNKNOWN, Naming.UNNAMED, document)
        yield Step(source, passage(document, span.start, span.start + len(words)))
        return
    end = hop.cue.span.end if hop.cue is not None and 0 <= hop.cue.span.start - span.end < 40 else span.end
    yield Step(read_source(hop, document), passage(document, span.start, end))
    seen = _SEEN.search(document.text, span.start, span.end + 80)
    if seen is not None and seen.start() <= span.end + 1:
        words, at = seen["paper"], seen.start("paper")
        if words.split()[-1].lower() in language_of(document).document_nouns | _SEEN_PAPERS:
            source = describe_source(words, at, None, PartyKind.DOCUMENT, Naming.UNNAMED, document)
            yield Step(replace(source, kind=PartyKind.DOCUMENT), passage(document, at, at + len(words)))
    quoted = _QUOTED_BY.search(document.text, max(0, span.start - 90), span.start)
    if quoted is not None:
        words = quoted["inner"]
        at = quoted.start("inner")
        source = describe_source(words, at, None, PartyKind.PERSON, Naming.UNNAMED, document)
        yield Step(source, passage(document, at, at + len(words)))


def _pointed_back(document: Document, hop: Hop, outlets: Outlets) -> Step | None:
    """ "The paper notes": the outlet that the text has named last before."""
    if hop.source is None or not _THE_PAPER.fullmatch(hop.source.exact):
        return None
    own = outlets.key_of(document)
    named = [
        item
        for item in outlets.scan(document.text, max(0, hop.source.start - LOOK_BACK), hop.source.start)
        if item.outlet != own
    ]
    if not named:
        return None
    words = document.text[named[-1].start : named[-1].end]
    return replace(
        name_step(document, words, named[-1].start), passage=passage(document, hop.source.start, hop.source.end)
    )


def _pointed_ahead(document: Document, hop: Hop, outlets: Outlets) -> Step | None:
    """ "A local channel reports": the outlet that the text names next ("The channel, Harl Live, said"), held or called so there."""
    medium = described_medium(hop.source.exact) if hop.source is not None else None
    if hop.source is None or medium is None or medium in MEDIA_AT_LARGE:
        return None
    text, own = document.text, outlets.key_of(document)
    low, high = hop.source.end, min(len(document.text), hop.source.end + LOOK_AHEAD)
    found = [
        (match.start("name"), match["name"]) for match in _APPOSED.finditer(text, low, high) if match["noun"] == medium
    ]
    found += [
        (credit.start, text[credit.start : credit.end])
        for credit in find_passing(text, low, high)
        if outlets.find(credit.name) not in {None, own} and (medium == "tank" or not _is_mere_body(credit.name))
    ]
    if not found:
        return _of_its_kind(document, hop.source, outlets)
    start, words = min(found)
    return replace(name_step(document, words, start), passage=passage(document, hop.source.start, hop.source.end))


def _is_mere_body(name: str) -> bool:
    return names_body(name) and not is_media_name(name)


def _of_its_kind(document: Document, span: Span, outlets: Outlets) -> Step | None:
    """The one outlet whose name says that it is what the words speak of: Radio Polje for "a local radio station"."""
    own = outlets.key_of(document)
    kinds = MEDIA_WORDS.intersection(span.exact.lower().split())
    named = [name for name in outlets.names if kinds.intersection(name.lower().split()) and outlets.find(name) != own]
    if len(named) != 1:
        return None
    return replace(name_step(document, named[0], span.start), passage=passage(document, span.start, span.end))


def _resolved(document: Document, hop: Hop) -> Hop:
    """ "She", whom the reading left open: who spoke last before in the paragraph, by name ("…,” said Saltanat Omurova. She said that …")."""
    if hop.source is None or hop.name is not None or hop.source.exact.lower() not in {"he", "she"}:
        return hop
    start = document.text.rfind("\n", 0, hop.source.start) + 1
    spoke = list(_SPOKE.finditer(document.text, max(start, hop.source.start - LOOK_BACK), hop.source.start))
    if not spoke:
        return hop
    return replace(hop, name=spoke[-1]["name"], naming=Naming.NAMED, kind=PartyKind.PERSON)


def widened(document: Document, span: Span, outlets: Outlets) -> Span:
    """ "Harl", where the text goes on with "Live" and Harl Live is an outlet."""
    before = _CAPITAL_BEFORE.search(document.text, max(0, span.start - 40), span.start)
    after = _CAPITAL_AFTER.match(document.text, span.end, span.end + 40)
    for start, end in (
        (span.start, after.end() if after else span.end),
        (before.start() if before else span.start, span.end),
    ):
        words = document.text[start:end]
        if (
            (start, end) != (span.start, span.end)
            and outlets.find(words) is not None
            and outlets.find(span.exact) is None
        ):
            return Span(start, end, words)
    return span


def is_ours(words: str) -> bool:
    """ "our correspondent": the outlet itself."""
    found = _OURS.fullmatch(" ".join(words.split()))
    return found is not None and found["noun"].lower().removesuffix("s") in _REPORTERS


def _owner(words: str, outlets: Outlets) -> tuple[str, str] | None:
    """The outlet and the noun of "Sirena's source", "sources of the channel Sirena", "a Delta correspondent"."""
    found = _OUTLETS_OWN.fullmatch(" ".join(words.split())) or _OWN_OF.fullmatch(" ".join(words.split()))
    if found is None or not outlets.is_outlet(found["name"]):
        return None
    return found["name"], found["noun"].lower().removesuffix("s")


def name_step(
    document: Document, name: str, start: int, how: RelayKind = RelayKind.NAMES_IT, *, sure: bool = True
) -> Step:
    """A step by an outlet that words of a document name."""
    shown = bare_name(name)
    source = Source(
        name,
        shown,
        PartyKind.ORGANISATION,
        Naming.NAMED,
        body=body_key(shown),
        voice=True,
        start=start,
        end=start + len(name),
    )
    return Step(source, passage(document, start, start + len(name)), how, sure)


def outlet_of(source: Source, outlets: Outlets) -> str | None:
    """The held outlet that a party is, if it is one."""
    if source.body is not None and source.voice:
        held = outlets.of_body(source.body)
        if held is not None:
            return held
    if source.naming is not Naming.NAMED:
        return None
    if source.person is not None:
        short = len(source.words.split()) <= 4 and source.office is None
        return outlets.find(source.name or "") or (outlets.find(source.words) if short else None)
    return (outlets.find(source.name) if source.name else None) or (
        outlets.find(source.words) if not source.noun or source.voice else None
    )


def passing_steps(document: Document, credit: Credit, *, alone: bool) -> tuple[Step, ...]:
    """An outlet named in passing, and whom it cites there if nobody else is known."""
    steps = [name_step(document, document.text[credit.start : credit.end], credit.start)]
    if credit.inner is not None and alone:
        start, end = credit.inner
        words = document.text[start:end]
        source = describe_source(words, start, None, PartyKind.UNKNOWN, Naming.UNNAMED, document)
        steps.append(Step(source, passage(document, start, end)))
    return tuple(steps)
