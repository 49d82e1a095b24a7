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
from sayso.languages.language import load_language
from sayso.tracing.antecedents import find_antecedent, find_introduced, find_label, find_other_than, is_open
from sayso.tracing.bodies import body_key
from sayso.tracing.credits import Credit
from sayso.tracing.interviews import find_answerer
from sayso.tracing.outlet_names import bare_name
from sayso.tracing.outlets import Outlets
from sayso.tracing.pointing import of_its_kind, point
from sayso.tracing.roles import RUN, language_of
from sayso.tracing.sources import (
    NOBODY,
    Source,
    describe_source,
    read_source,
    through,
)
from sayso.tracing.voices import COMPANY

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
_REPORTERS = frozenset("correspondent reporter journalist editor newsroom team desk unit".split())
_PEOPLE = r"(?P<noun>[Ss]ources?|[Ii]nsiders?|[Ii]nformants?|[Cc]orrespondents?|[Rr]eporters?|[Jj]ournalists?|[Ee]ditors?|[Nn]ewsroom|(?:[\w-]+ )?(?:team|desk|unit))"
_OUTLETS_OWN = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal)(?: of)? )?(?:the )?(?P<name>[^\W\d_a-z][\w.&’' -]{{1,40}}?)(?:[’']s?)? (?:(?:own|unnamed|anonymous|police|security|law enforcement) )*{_PEOPLE}(?: .{{0,80}})?"
)
_OUTLETS_REPORTER = re.compile(
    r"(?:[Tt]he )?(?P<name>[^\W\d_a-z][\w.&’' -]{1,40}?)[’']s (?:own )?[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+"
)
_OWN_OF = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal) )?(?:\w+ ){{0,2}}{_PEOPLE} (?:of|for|from|with|at) (?P<name>.{{2,60}})"
)
_OURS = re.compile(rf"our (?:\w+ ){{0,2}}{_PEOPLE}\b.{{0,60}}", re.IGNORECASE)
_SPOKE = re.compile(
    r"[”\"],? (?:said|says|told|added|explained|recalled) (?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,2})\b"
)
_MERGED = re.compile(r"(?P<name>[^\W\d_a-z][\w’'&-]*(?: [\w’'&-]+){0,4}?),? (?P<who>(?:an?|one|the) [a-z].*)")
_REPORTING = frozenset("report write reveal note cite quote describe observe post broadcast".split())
_COMPANY = re.compile(r"(?:[Tt]he|[Ii]ts) (?P<noun>[a-z]+)")
_CALLED = re.compile(
    rf"\b(?:{'|'.join(sorted(COMPANY))}) (?P<name>{RUN.pattern})|(?P<other>{RUN.pattern}), (?:an?|the|which|one of) [^.,;]{{0,40}}?\b(?:{'|'.join(sorted(COMPANY))})\b"
)
_FIRST_PERSON = frozenset({"i", "we"})
_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w’'-]*[a-z](?: (?:van|de|von|der|da|di|al|bin))?(?: [^\W\d_a-z][\w’'-]*[a-z]){1,2}$"
)
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-z][\w’'-]*\s(?:(?:&|of|for|and|de|do|da|del) )?$")
_CAPITAL_AFTER = re.compile(r"\s(?:(?:&|of|for|and|de|do|da|del) )?[^\W\d_a-z][\w’'-]*")
LOOK_BACK = 2000
"""Code points in which who spoke last before a pronoun is looked for."""


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
    medium = of_its_kind(document, told, outlets) if told is not None else None
    if told is not None and medium is not None:
        yield from _pointed(document, told, medium)
    elif told is not None and outlets.is_outlet(told.exact):
        yield name_step(document, told.exact, told.start)
    pointed = list(_pointed(document, hop.source, point(document, hop.source, outlets)))
    if pointed:
        yield from pointed
        return
    if hop.source.exact.lower() == "it" and hop.cue is not None and hop.cue.lemma in _IMPERSONAL:
        yield Step(NOBODY, passage(document, hop.source.start, hop.cue.span.end))
        return
    hop = _resolved(document, _company_named(document, hop))
    assert hop.source is not None
    if hop.name is None and hop.source.exact.lower() in _FIRST_PERSON | {"it"}:
        return  # the outlet itself; a paper that the text speaks of
    span = widened(document, hop.source, outlets)
    hop = replace(hop, source=span, name=hop.name if span is hop.source else span.exact)
    reporter = _OUTLETS_REPORTER.fullmatch(span.exact)
    if (
        reporter is not None
        and hop.cue is not None
        and hop.cue.lemma in _REPORTING
        and outlets.is_outlet(reporter["name"])
    ):
        yield name_step(document, reporter["name"], span.start + reporter.start("name"))
        return
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
    merged = _MERGED.fullmatch(span.exact)
    if merged is not None and outlets.find(merged["name"]) is not None:
        # "In the programme Op de Korrel a mechanic confirmed": a reading may take both for one.
        yield name_step(document, merged["name"], span.start)
        words, at = merged["who"], span.start + merged.start("who")
        source = describe_source(words, at, None, PartyKind.PERSON, Naming.UNNAMED, document)
        yield Step(source, passage(document, at, at + len(words)))
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


def _pointed(document: Document, span: Span, name: tuple[str, int] | None) -> Iterator[Step]:
    """The outlet that words mean which do not name it."""
    if name is not None:
        yield replace(name_step(document, *name), passage=passage(document, span.start, span.end))


def _resolved(document: Document, hop: Hop) -> Hop:
    """ "She", whom the reading left open: who spoke last before in the paragraph, by name ("…,” said Saltanat Omurova. She said that …"),
    else the person whom a sentence before is about."""
    if hop.source is not None and hop.name is None and hop.source.exact.lower() in _FIRST_PERSON:
        label = find_label(document, hop.source.start)
        return hop if label is None else _labelled(hop, label)
    if hop.source is None or not is_open(hop.source.exact):
        return hop
    if hop.name is not None:
        other = find_other_than(document, hop.source, hop.name)
        return hop if other is None else replace(hop, source=other, name=None, naming=Naming.UNNAMED)
    start = document.text.rfind("\n", 0, hop.source.start) + 1
    spoke = list(_SPOKE.finditer(document.text, max(start, hop.source.start - LOOK_BACK), hop.source.start))
    if spoke:
        return replace(hop, name=spoke[-1]["name"], naming=Naming.NAMED, kind=PartyKind.PERSON)
    found = find_antecedent(document, hop.source)
    if found is None:
        return hop
    words, is_name = found
    if is_name:
        return replace(hop, name=words.exact, naming=Naming.NAMED, kind=PartyKind.PERSON)
    return replace(hop, source=words, naming=Naming.UNNAMED, kind=PartyKind.PERSON)


def _company_named(document: Document, hop: Hop) -> Hop:
    """ "The company", of which the text said before which it is: "Dock operator Lock & Lade", "Lock & Lade, the operator"."""
    if hop.source is None or hop.name is not None:
        return hop
    bare = _COMPANY.fullmatch(hop.source.exact)
    if bare is None or bare["noun"].lower() not in COMPANY:
        return hop
    named = list(_CALLED.finditer(document.text, max(0, hop.source.start - LOOK_BACK), hop.source.start))
    name = (named[-1]["name"] or named[-1]["other"]) if named else None
    if name is None:
        return hop
    return replace(
        hop, name=name, naming=Naming.NAMED, kind=PartyKind.ORGANISATION, source=replace(hop.source, exact=name)
    )


def _labelled(hop: Hop, label: Span) -> Hop:
    name = _name_in(label.exact)
    if name is None:
        return replace(hop, source=label, naming=Naming.UNNAMED, kind=PartyKind.PERSON)
    return replace(hop, source=label, name=name, naming=Naming.NAMED, kind=PartyKind.PERSON)


def _name_in(label: str) -> str | None:
    """The full name at the end of a label, without a title before it ("Deputy Anna Berg")."""
    found = _FULL_NAME.search(label)
    if found is None:
        return None
    words = found.group().split()
    while len(words) > 1 and words[0].lower() in load_language("en").titles:
        words.pop(0)
    return " ".join(words) if len(words) > 1 else None


def label_step(document: Document, at: int, outlets: Outlets) -> Step | None:
    """Who speaks in a paragraph of a transcript, but for who asks for the outlet."""
    label = find_label(document, at)
    if label is None or outlets.find(label.exact) == outlets.key_of(document):
        return None
    name = _name_in(label.exact)
    naming = Naming.NAMED if name is not None else Naming.UNNAMED
    source = describe_source(label.exact, label.start, name, PartyKind.PERSON, naming, document)
    return Step(source, passage(document, label.start, label.end))


def answer_step(document: Document, at: int) -> Step | None:
    """Who answers in an interview, for what stands there without a word of who says it; else who is put before it without a verb."""
    who, named = find_answerer(document, at), True
    if who is None:
        introduced = find_introduced(document, at)
        if introduced is None:
            return None
        who, named = introduced
    name = _name_in(who.exact) if named else None
    naming = Naming.NAMED if name is not None else Naming.UNNAMED
    source = describe_source(who.exact, who.start, name, PartyKind.PERSON, naming, document)
    return Step(source, passage(document, who.start, who.end))


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
    return found["name"], found["noun"].lower().split()[-1].removesuffix("s")


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
