"""The way that a claim took to one document, as that document tells it: outermost first, up to who is said to have said it.

A reading gives chains; here they are made whole: whom it was told stands between ("told the Quay"), "the ministry, quoted by Delta"
and "Radio Polje reports, citing a police source" are one way of two steps, credits of the whole text stand outermost, and
the document's own outlet is no step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.domain.attribution import Attribution, Hop, Naming, PartyKind, Stance
from sayso.domain.claim import Passage, RelayKind
from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.span import Span
from sayso.tracing.bodies import body_key, generic
from sayso.tracing.credits import Credit, find_credits, find_passing
from sayso.tracing.outlets import Outlets, bare_name
from sayso.tracing.sources import NOBODY, Source, describe_source, language_of, read_source, through
from sayso.tracing.statement import Statement

CITING = frozenset("cite quote refer reference invoke".split())
"""Cues whose subject is who passes on: "citing a police source" has one outside it."""
_QUOTED_BY = re.compile(r"(?P<inner>\b(?:an?|the|one|some|several)\s[^,.;:“”\"]{2,60}?),? (?:quoted|cited|interviewed) by (?:the )?$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\s*(?:This|That|It|The (?:news|report|information|statement|announcement|data|figures?))\b")
_SENTENCE_END = re.compile(r"[.!?…][”\"’»)]*\s+(?=[^\W\d_a-z]|[“\"«(])")
NO_CLAIM = frozenset({Stance.ASKS, Stance.DECLINES, Stance.INTENDS, Stance.HOPES})
"""Stances that say nothing of whether it is so: who asks why the police came has not said that they came."""
_US = re.compile(r"^(?:us|me)$|\b(?:our|this) (?:\w+ )?(?:paper|newspaper|newsroom|correspondent|reporter|site|channel|magazine|agency|station|studio|journalist)s?\b", re.I)
_SEEN = re.compile(r"who (?:has|have|had) (?:seen|read|reviewed|been shown) (?P<paper>(?:an?|the|some|several)(?: [\w-]+){1,4}?)(?= told| said| says| who|[,.;]|\s*$)")
PAPERS = frozenset("presentation slides draft file footage recording".split())
IMPERSONAL = frozenset("emerge transpire appear seem".split())
"""Cues of which "it" is nobody ("it has emerged")."""
_THE_PAPER = re.compile(r"[Tt]he (?:news)?(?:paper|agency|site|website|portal|outlet|channel|publication|broadcaster|magazine|daily|weekly|journal)")
NO_CLAIM_CUES = frozenset("discuss debate consider weigh".split())
REPORTERS = frozenset("correspondent reporter journalist editor newsroom".split())
_PEOPLE = r"(?P<noun>[Ss]ources?|[Ii]nsiders?|[Ii]nformants?|[Cc]orrespondents?|[Rr]eporters?|[Jj]ournalists?|[Ee]ditors?|[Nn]ewsroom)"
_OUTLETS_OWN = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal)(?: of)? )?(?:the )?(?P<name>[^\W\d_a-z][\w.&’' -]{{1,40}}?)(?:[’']s?)? (?:(?:own|unnamed|anonymous|police|security|law enforcement) )*{_PEOPLE}(?: .{{0,80}})?"
)
_OWN_OF = re.compile(rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal) )?(?:\w+ ){{0,2}}{_PEOPLE} (?:of|for|from|with|at) (?P<name>.{{2,60}})")
_OURS = re.compile(rf"our (?:\w+ ){{0,2}}{_PEOPLE}\b.{{0,60}}", re.IGNORECASE)
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-z][\w’'-]*\s$")
_CAPITAL_AFTER = re.compile(r"\s[^\W\d_a-z][\w’'-]*")
VAGUE = frozenset(
    "analyst expert observer critic commentator report official source media outlet activist authority researcher institute group agency insider "
    "study article ministry engineer minister police engineer reports people".split()
)
"""What a headline or a first sentence calls those whom the text names further on."""


@dataclass(frozen=True, slots=True)
class Step:
    """One party on the way, and the words that say so."""

    source: Source
    passage: Passage
    how: RelayKind = RelayKind.NAMES_IT
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Path:
    """Steps, outermost first; `content` is what is said. Nobody stands in it where the text says "reportedly".
    `told_here`: whether it was told to the document's own outlet."""

    steps: tuple[Step, ...]
    statement: str
    content: tuple[Span, ...]
    in_headline: bool = False
    told_here: bool = False


def passage(document: Document, start: int, end: int) -> Passage:
    """Words of a document as evidence."""
    return Passage(document.id, start, end, document.text[start:end])


def read_paths(document: Document, statements: Sequence[Statement], outlets: Outlets) -> tuple[Path, ...]:
    """The ways that a document's statements of one claim tell of; empty where it speaks in its own voice and credits nobody."""
    own = outlets.key_of(document)
    paths = [_path(document, statement, outlets) for statement in statements]
    paths = [_with_passing(document, path, outlets) for path in _joined(paths, outlets)]
    paths = _with_credits(document, paths, statements, outlets)
    cleaned = [replace(path, steps=_without_self(path.steps, own, outlets)) for path in paths]
    return tuple(_without_vague(cleaned))


def _path(document: Document, statement: Statement, outlets: Outlets) -> Path:
    attribution = statement.attribution
    steps: list[Step] = []
    for hop in attribution.chain:
        if hop.source is None and steps:
            continue  # "he said that they reportedly build": a hedge of his
        if hop.stance in NO_CLAIM or (hop.cue is not None and hop.cue.lemma in NO_CLAIM_CUES) or (hop.source is not None and _is_ours(hop.source.exact)):
            continue
        for step in _steps(document, hop, attribution, outlets):
            if not any(_is_one(known, step) for known in steps):
                steps.append(step)
    told = [hop.addressee.span.exact for hop in attribution.chain if hop.addressee is not None]
    own = outlets.key_of(document)
    told_here = any(_US.search(words) is not None or outlets.find(words) == own for words in told)
    steps = _passing_first(steps, outlets)
    return Path(tuple(steps), statement.id, attribution.content, _in_headline(document, attribution), told_here)


def _passing_first(steps: list[Step], outlets: Outlets) -> list[Step]:
    """Outlets stand outside those who bear no name: "Bote reports, citing a person quoted by Meridian"."""
    known = [step for step in steps if _is_passing(step, outlets)]
    others = [step for step in steps if not _is_passing(step, outlets)]
    return [*known, *others] if others and not any(step.source.is_known for step in others) else steps


def _steps(document: Document, hop: Hop, attribution: Attribution, outlets: Outlets) -> Iterable[Step]:
    if hop.source is None:
        span = hop.cue.span if hop.cue is not None else attribution.content[0]
        yield Step(read_source(hop, document), passage(document, span.start, span.end))
        return
    if hop.addressee is not None and outlets.is_outlet(hop.addressee.span.exact):
        yield name_step(document, hop.addressee.span.exact, hop.addressee.span.start)
    back = _pointed_back(document, hop, outlets)
    if back is not None:
        yield back
        return
    if hop.source.exact.lower() == "it" and hop.cue is not None and hop.cue.lemma in IMPERSONAL:
        yield Step(NOBODY, passage(document, hop.source.start, hop.cue.span.end))
        return
    span = _widened(document, hop.source, outlets)
    hop = replace(hop, source=span, name=hop.name if span is hop.source else span.exact)
    owned = _owner(span.exact, outlets)
    if owned is not None:
        name, noun = owned
        yield name_step(document, name, span.start + span.exact.index(name))
        if noun not in REPORTERS:
            source = Source(span.exact, None, PartyKind.PERSON, Naming.UNNAMED, noun=noun, start=span.start, end=span.end)
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
        if words.split()[-1].lower() in language_of(document).document_nouns | PAPERS:
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
    named = [item for item in outlets.scan(document.text, max(0, hop.source.start - 2000), hop.source.start) if item.outlet != own]
    if not named:
        return None
    words = document.text[named[-1].start : named[-1].end]
    return replace(name_step(document, words, named[-1].start), passage=passage(document, hop.source.start, hop.source.end))


def _widened(document: Document, span: Span, outlets: Outlets) -> Span:
    """ "Harl", where the text goes on with "Live" and Harl Live is an outlet."""
    before = _CAPITAL_BEFORE.search(document.text, max(0, span.start - 40), span.start)
    after = _CAPITAL_AFTER.match(document.text, span.end, span.end + 40)
    for start, end in ((span.start, after.end() if after else span.end), (before.start() if before else span.start, span.end)):
        words = document.text[start:end]
        if (start, end) != (span.start, span.end) and outlets.find(words) is not None and outlets.find(span.exact) is None:
            return Span(start, end, words)
    return span


def _is_ours(words: str) -> bool:
    """ "our correspondent": the outlet itself."""
    found = _OURS.fullmatch(" ".join(words.split()))
    return found is not None and found["noun"].lower().removesuffix("s") in REPORTERS


def _owner(words: str, outlets: Outlets) -> tuple[str, str] | None:
    """The outlet and the noun of "Sirena's source", "sources of the channel Sirena", "a Delta correspondent"."""
    found = _OUTLETS_OWN.fullmatch(" ".join(words.split())) or _OWN_OF.fullmatch(" ".join(words.split()))
    if found is None or not outlets.is_outlet(found["name"]):
        return None
    return found["name"], found["noun"].lower().removesuffix("s")


def name_step(document: Document, name: str, start: int, how: RelayKind = RelayKind.NAMES_IT, *, sure: bool = True) -> Step:
    """A step by an outlet that words of a document name."""
    shown = bare_name(name)
    source = Source(name, shown, PartyKind.ORGANISATION, Naming.NAMED, body=body_key(shown), voice=True, start=start, end=start + len(name))
    return Step(source, passage(document, start, start + len(name)), how, sure)


def _is_one(one: Step, other: Step) -> bool:
    if one.source.person is not None or other.source.person is not None:
        return one.source.person == other.source.person
    if one.passage.start == other.passage.start and one.passage.document:
        return True
    return one.source.body is not None and one.source.body == other.source.body and one.source.voice == other.source.voice


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
    return (outlets.find(source.name) if source.name else None) or (outlets.find(source.words) if not source.noun or source.voice else None)


def _in_headline(document: Document, attribution: Attribution) -> bool:
    if document.headline is None:
        return False
    spans = [hop.source for hop in attribution.chain if hop.source is not None] or list(attribution.content)
    return all(document.headline.covers(span) for span in spans)


def _joined(paths: Sequence[Path], outlets: Outlets) -> list[Path]:
    """Ways of the same words, of which one is the outlet that passes on and another who said it, made one."""
    left = list(paths)
    for inner in paths:
        if len(inner.steps) != 1 or _is_passing(inner.steps[0], outlets):
            continue
        for outer in left:
            if outer is inner or not outer.steps or not all(_is_passing(step, outlets) for step in outer.steps):
                continue
            if _same_words(outer, inner) and inner in left:
                left[left.index(inner)] = replace(inner, steps=(*outer.steps, *inner.steps))
                left.remove(outer)
                break
    return left


def _is_passing(step: Step, outlets: Outlets) -> bool:
    return outlet_of(step.source, outlets) is not None or (step.source.name is not None and outlets.is_outlet(step.source.name))


def _same_words(one: Path, other: Path) -> bool:
    first = {place for span in one.content for place in range(span.start, span.end)}
    second = {place for span in other.content for place in range(span.start, span.end)}
    return len(first & second) > 0.5 * min(len(first), len(second))


def _with_passing(document: Document, path: Path, outlets: Outlets) -> Path:
    """The way with an outlet that its own sentence, or the one after that points back, says it from."""
    if any(_is_passing(step, outlets) for step in path.steps):
        return path
    start, end = _sentence(document.text, path)
    taken = [(step.source.start, step.source.end) for step in path.steps if step.source.words]
    outer: list[Credit] = []
    for credit in find_passing(document.text, start, end):
        held = outlets.find(credit.name)
        if (held is None and not credit.sure) or any(low < credit.end and credit.start < high for low, high in taken):
            continue
        outer.append(credit)
    if not outer:
        return path
    return replace(path, steps=(*passing_steps(document, outer[0], alone=not path.steps), *path.steps))


def passing_steps(document: Document, credit: Credit, *, alone: bool) -> tuple[Step, ...]:
    """An outlet named in passing, and whom it cites there if nobody else is known."""
    steps = [name_step(document, document.text[credit.start : credit.end], credit.start)]
    if credit.inner is not None and alone:
        start, end = credit.inner
        words = document.text[start:end]
        source = describe_source(words, start, None, PartyKind.UNKNOWN, Naming.UNNAMED, document)
        steps.append(Step(source, passage(document, start, end)))
    return tuple(steps)


def _sentence(text: str, path: Path) -> tuple[int, int]:
    """From the beginning of the content's sentence to its end, or to that of the next sentence if it points back."""
    low, high = path.content[0].start, path.content[-1].end
    for step in path.steps:
        low, high = min(low, step.passage.start), max(high, step.passage.end)
    for start, end in find_paragraphs(text):
        if start <= high - 1 < end:
            ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
            low = max([place for place in [start, *ends] if place <= max(low, start)])
            after = [place for place in [*ends, end] if place >= high]
            stop = after[0] if after else end
            if len(after) > 1 and _POINTS_BACK.match(text, stop):
                stop = after[1]
            return low, stop
    return low, high


def _with_credits(document: Document, paths: Sequence[Path], statements: Sequence[Statement], outlets: Outlets) -> list[Path]:
    """Credits of the whole text go outside everything else."""
    own = outlets.key_of(document)
    outer: list[Step] = []
    for credit in find_credits(document.text):
        held = outlets.find(credit.name)
        if held == own or (held is None and not credit.sure):
            continue
        step = name_step(document, credit.name, credit.start, credit.how)
        step = replace(step, passage=passage(document, credit.start, credit.end))
        outer.append(step)
    if not outer:
        return list(paths)
    outer.sort(key=_rank)
    outer = outer[:2]
    made = []
    for path in paths:
        keys = {_key(step, outlets) for step in path.steps}
        fresh = tuple(step for step in outer if _key(step, outlets) not in keys)
        credited = {_key(step, outlets): step for step in outer}
        steps = path.steps
        if steps and _key(steps[0], outlets) in credited:
            known = credited[_key(steps[0], outlets)]  # "told Delta", under Delta's dateline
            steps = (replace(steps[0], how=known.how, passage=known.passage), *steps[1:])
        made.append(replace(path, steps=(*fresh, *steps)))
    if not made:
        first = statements[0].attribution
        made.append(Path(tuple(outer), statements[0].id, first.content))
    return made


def _rank(step: Step) -> int:
    """What stands at the end ("Source: X") is nearer to this document than the dateline that came with the text."""
    if step.how is RelayKind.FORWARD:
        return 0
    return 1 if re.match(r"\W*(?i:source|via|first|originally|this|re-?p|translated|original|h/t)", step.passage.exact) else 2


def _key(step: Step, outlets: Outlets) -> str:
    return outlet_of(step.source, outlets) or step.source.body or step.source.words.lower()


def _without_self(steps: Iterable[Step], own: str, outlets: Outlets) -> tuple[Step, ...]:
    """ "told The Quay", in The Quay; "the Centre assesses", in the Centre's own note."""
    return tuple(step for step in steps if outlet_of(step.source, outlets) != own and not _is_called(step.source, own, outlets))


def _is_called(source: Source, own: str, outlets: Outlets) -> bool:
    body = body_key(outlets.outlet(own).name)
    return source.voice and source.person is None and source.body is not None and " " not in source.body and " " in body and source.body in body.split() and source.body in generic()


def _without_vague(paths: Sequence[Path]) -> list[Path]:
    """A headline's "report says" is what the text names below; so is "according to analysts" above the institute that they are of."""
    named = [path for path in paths if any(step.source.is_known for step in path.steps)]
    below = [path for path in paths if not path.in_headline]
    kept = []
    for path in paths:
        if not path.steps:
            continue
        if path.in_headline and below and not (path in named and not any(item in named for item in below)):
            continue
        if path not in named and named and len(path.steps) == 1 and _is_vague(path.steps[0].source):
            continue
        if path not in named and len(path.steps) == 1 and path.steps[0].source.noun in {"official", "officials"} and any(
            step.source.office is not None or step.source.person is not None for item in named for step in item.steps
        ):
            continue  # "one of the country's senior officials has said", named in the next sentence
        if len(below) > 1 and all(_is_unresolved(step.source) for step in path.steps):
            continue
        kept.append(path)
    return kept


def _is_vague(source: Source) -> bool:
    noun = source.noun.removesuffix("s")
    return source.naming is Naming.NONE or (source.naming is Naming.COLLECTIVE and noun in VAGUE) or source.noun in {"report", "reports"}


def _is_unresolved(source: Source) -> bool:
    """ "she", and nothing that tells who."""
    return not source.is_known and not source.noun and source.naming is not Naming.NONE
