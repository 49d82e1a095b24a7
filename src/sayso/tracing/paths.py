"""The way that a claim took to one document, as that document tells it: outermost first, up to who is said to have said it.

A reading gives chains; here they are made whole: whom it was told stands between ("told the Quay"), "the ministry, quoted by Delta"
and "Radio Polje reports, citing a police source" are one way of two steps, credits of the whole text stand outermost, and
the document's own outlet is no step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.domain.attribution import Attribution, Hop, Naming, PartyKind, Stance
from sayso.domain.claim import RelayKind
from sayso.domain.document import Document
from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.span import Span
from sayso.tracing.bodies import body_key, generic
from sayso.tracing.credits import Credit, find_credits, find_passing, is_in_dateline
from sayso.tracing.giving import SENTENCE_END, figures_given, giver_of
from sayso.tracing.outlets import Outlets
from sayso.tracing.papers import has_seen_one, own_paper, seen_paper
from sayso.tracing.roles import is_of_a_body, language_of
from sayso.tracing.silent import ACTS, according_to, asked_by, says_nothing
from sayso.tracing.sources import Source, hop_name
from sayso.tracing.statement import Statement
from sayso.tracing.steps import (
    Step,
    answer_step,
    label_step,
    name_step,
    outlet_of,
    passage,
    passing_steps,
    read_steps,
    widened,
)

_POINTS_BACK = re.compile(
    r"\s*(?:(?:This|That|It|The (?:news|report|story|information|statement|announcement|data|figures?|case))\b"
    r"|[^.!?\n]{2,80}\b(?:was|were) (?:the )?first to (?:report|publish|carry|write|tell))"
)
_AND_WHERE = re.compile(
    r"\W{0,3}\w[^.!?\n]{0,40}[,”\"] (?:(?:according to|as reported by|reported by|as quoted by|quoted by) )?(?:the )?"
)
"""What stands between who said it, with the cue, and who passes it on."""
_QUOTED = re.compile(r"\b(?:(?:quoted|cited) by|citing|quoting) (?:the )?(?:\w+ ){0,2}$")
_US = re.compile(
    r"^(?:us|me)$|\b(?:our|this) (?:\w+ )?(?:paper|newspaper|newsroom|correspondent|reporter|site|channel|magazine|agency|station|studio|journalist)s?\b",
    re.I,
)
VAGUE = frozenset(
    "analyst expert observer critic commentator report official source media outlet activist authority researcher institute group agency insider "
    "study article ministry engineer minister police engineer reports people".split()
)
"""What a headline or a first sentence calls those whom the text names further on."""


@dataclass(frozen=True, slots=True)
class Path:
    """Steps, outermost first; `content` is what is said. Nobody stands in it where the text says "reportedly".
    `told_here`: whether it was told to the document's own outlet."""

    steps: tuple[Step, ...]
    statement: str
    content: tuple[Span, ...]
    in_headline: bool = False
    told_here: bool = False


def read_paths(document: Document, statements: Sequence[Statement], outlets: Outlets) -> tuple[Path, ...]:
    """The ways that a document's statements of one claim tell of; empty where it speaks in its own voice and credits nobody."""
    own = outlets.key_of(document)
    people = _people(statements)
    paths = [_path(document, statement, outlets, people) for statement in statements]
    paths = _joined(document, paths, outlets)
    told = any(step.source.kind is PartyKind.PERSON for path in paths for step in path.steps)
    paths = [_with_paper(document, path, outlets, told=told) for path in paths]
    paths = [_with_passing(document, path, outlets) for path in paths]
    paths = _with_credits(document, paths, statements, outlets)
    return tuple(_without_vague(document, [_own_left_out(path, own, outlets) for path in paths]))


def _own_left_out(path: Path, own: str, outlets: Outlets) -> Path:
    """The way without the document's own outlet; whoever was named behind it was the outlet's own to hear."""
    steps = _without_self(path.steps, own, outlets)
    behind = len(steps) < len(path.steps) and bool(steps) and steps[0] is not path.steps[0]
    return replace(path, steps=steps, told_here=path.told_here or behind)


def _people(statements: Sequence[Statement]) -> dict[str, str]:
    """The full names of those who speak in a document, by surname; without those that two could mean."""
    bearers: dict[str, set[str]] = {}
    for statement in statements:
        for hop in statement.attribution.chain:
            name = hop_name(hop)
            if hop.kind is PartyKind.PERSON and name is not None and " " in name:
                bearers.setdefault(name.split()[-1].lower(), set()).add(name)
    return {surname: next(iter(names)) for surname, names in bearers.items() if len(names) == 1}


def _with_full_name(hop: Hop, people: Mapping[str, str]) -> Hop:
    """ "Zuboyan said", where Helga Zuboyan speaks too: it is she, whatever the reader took the name for."""
    name = people.get((hop.name or "").lower()) if hop.naming is Naming.NAMED else None
    return hop if name is None else replace(hop, name=name, kind=PartyKind.PERSON)


def _path(document: Document, statement: Statement, outlets: Outlets, people: Mapping[str, str]) -> Path:
    attribution = statement.attribution
    steps: list[Step] = []
    for hop in (_with_full_name(hop, people) for hop in attribution.chain):
        if hop.source is not None and is_in_dateline(document.text, hop.source.start, hop.source.end):
            continue  # "HARL, May 6 (Meridian Wire) -": a place, and not who says it
        if hop.source is None and (steps or hop.stance is Stance.KNOWS):
            continue  # "he said that they reportedly build": a hedge of his
        if says_nothing(document, hop, attribution):
            continue
        if steps and hop.cue is not None and (hop.cue.lemma in ACTS or hop.cue.lemma in language_of(document).hedges):
            continue  # "an insider says that the office possibly ordered": the office has not said it
        told_by = according_to(document, hop) or asked_by(document, hop)
        for step in read_steps(document, hop, attribution, outlets) if told_by is None else told_by:
            if not any(_is_one(known, step) for known in steps):
                steps.append(step)
    told = [
        widened(document, hop.addressee.span, outlets).exact for hop in attribution.chain if hop.addressee is not None
    ]
    own = outlets.key_of(document)
    told_here = any(_US.search(words) is not None or outlets.find(words) == own for words in told)
    steps = [step for place, step in enumerate(steps) if not _is_idle(place, steps, outlets)]
    if not steps:
        spoken = label_step(document, attribution.content[0].start, outlets)
        answered = answer_step(document, attribution.content[0].start) if spoken is None else None
        told_here = told_here or answered is not None
        steps = [step for step in (spoken, answered) if step is not None]
    steps = _passing_first(document, steps, outlets)
    return Path(tuple(steps), statement.id, attribution.content, _in_headline(document, attribution), told_here)


def _is_idle(place: int, steps: Sequence[Step], outlets: Outlets) -> bool:
    """Whether a step says nothing beside the others: "he" whom nothing explains; a country inside its ministry's words."""
    source = steps[place].source
    if len(steps) > 1 and _is_unresolved(source):
        return True
    return source.kind is PartyKind.PLACE_FOR_GOVERNMENT and place > 0 and not _is_passing(steps[place - 1], outlets)


def _passing_first(document: Document, steps: list[Step], outlets: Outlets) -> list[Step]:
    """Outlets stand outside those who bear no name, and who is quoted inside: "Bote reports, citing a person, quoted by Meridian"."""

    known = [step for step in steps if _is_passing(step, outlets)]
    known.sort(key=lambda step: _is_quoted(document, step))
    others = [step for step in steps if not _is_passing(step, outlets)]
    return [*known, *others] if others and not any(step.source.is_known for step in others) else steps


def _is_quoted(document: Document, step: Step) -> bool:
    """Whether somebody is whom another cites: "citing a person"."""
    return _QUOTED.search(document.text, max(0, step.source.start - 40), step.source.start) is not None


def _is_one(one: Step, other: Step) -> bool:
    if one.source.person is not None or other.source.person is not None:
        return one.source.person == other.source.person
    if one.passage.start == other.passage.start and one.passage.document:
        return True
    return (
        one.source.body is not None and one.source.body == other.source.body and one.source.voice == other.source.voice
    )


def _in_headline(document: Document, attribution: Attribution) -> bool:
    if document.headline is None:
        return False
    spans = [hop.source for hop in attribution.chain if hop.source is not None] or list(attribution.content)
    return all(document.headline.covers(span) for span in spans)


def _joined(document: Document, paths: Sequence[Path], outlets: Outlets) -> list[Path]:
    """Ways of the same words, of which one is the outlet that passes on and another who said it, made one; so are those of which one stands in what the other says."""
    left = list(paths)
    for inner in paths:
        if not inner.steps:
            continue
        alone = len(inner.steps) == 1 and not _is_passing(inner.steps[0], outlets)
        for outer in left:
            if outer is inner or not outer.steps or not all(_is_passing(step, outlets) for step in outer.steps):
                continue
            inside = alone or _is_quoted(document, inner.steps[0])
            if inner in left and (inside and _same_words(outer, inner) or _stands_in(inner, outer)):
                steps = (
                    *outer.steps,
                    *(step for step in inner.steps if not any(_is_one(one, step) for one in outer.steps)),
                )
                in_headline = inner.in_headline and outer.in_headline
                left[left.index(inner)] = replace(inner, steps=steps, in_headline=in_headline)
                left.remove(outer)
                break
    return left


def _stands_in(inner: Path, outer: Path) -> bool:
    """Whether the words for who said the one are part of what the other says."""
    start, end = inner.steps[0].passage.start, inner.steps[0].passage.end
    return any(span.start <= start < end <= span.end for span in outer.content)


def _is_passing(step: Step, outlets: Outlets) -> bool:
    return outlet_of(step.source, outlets) is not None or (
        step.source.name is not None and outlets.is_outlet(step.source.name)
    )


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
    for credit in (*find_passing(document.text, start, end), *figures_given(document.text, end)):
        held = outlets.find(credit.name)
        if any(low < credit.end and credit.start < high for low, high in taken):
            continue
        if held is None and not credit.sure and not _follows(document.text, path, credit):
            continue
        outer.append(credit)
    if not outer:
        return path
    return replace(path, steps=(*passing_steps(document, outer[0], alone=not path.steps), *path.steps))


def _with_paper(document: Document, path: Path, outlets: Outlets, *, told: bool) -> Path:
    """The way with the paper that its own sentence says somebody has seen; with one seen elsewhere, unless a person `told` it."""
    if any(step.source.kind is PartyKind.DOCUMENT for step in path.steps):
        return replace(path, told_here=path.told_here or has_seen_one(document, outlets))
    own = outlets.key_of(document)
    if any(step.source.naming is not Naming.NONE for step in _without_self(path.steps, own, outlets)):
        return path
    seen = seen_paper(document, *_sentence(document.text, path), outlets)
    if seen is not None:
        return replace(path, steps=seen[0], told_here=seen[1])
    giver = giver_of(document, path.content[-1].end)
    if giver is not None:
        return replace(path, steps=(giver,))
    if any(step.source.naming is Naming.NONE for step in path.steps):
        return path
    paper = None if told or outlets.is_own_page(document) else own_paper(document, path.content[0].start, outlets)
    return path if paper is None else replace(path, steps=(paper,), told_here=True)


def _follows(text: str, path: Path, credit: Credit) -> bool:
    """Whether somebody is named right after who said it: "the mayor said, according to Steppeline", "the mayor said, Steppeline reported"."""
    ends = [step.source.end for step in path.steps if 0 < step.source.end <= credit.start]
    return bool(ends) and _AND_WHERE.fullmatch(text, max(ends), credit.start) is not None


def _sentence(text: str, path: Path) -> tuple[int, int]:
    """From the beginning of the content's sentence to its end, or to that of the next sentence if it points back."""
    low, high = path.content[0].start, path.content[-1].end
    for step in path.steps:
        low, high = min(low, step.passage.start), max(high, step.passage.end)
    for start, end in find_paragraphs(text):
        if start <= high - 1 < end:
            ends = [match.end() for match in SENTENCE_END.finditer(text, start, end)]
            low = max([place for place in [start, *ends] if place <= max(low, start)])
            after = [place for place in [*ends, end] if place >= high]
            stop = after[0] if after else end
            if len(after) > 1 and _POINTS_BACK.match(text, stop):
                stop = after[1]
            return low, stop
    return low, high


def _with_credits(
    document: Document, paths: Sequence[Path], statements: Sequence[Statement], outlets: Outlets
) -> list[Path]:
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
    return (
        1
        if re.match(r"\W*(?i:source|via|first|originally|this|re-?p|translated|original|h/t)", step.passage.exact)
        else 2
    )


def _key(step: Step, outlets: Outlets) -> str:
    return outlet_of(step.source, outlets) or step.source.body or step.source.words.lower()


def _without_self(steps: Iterable[Step], own: str, outlets: Outlets) -> tuple[Step, ...]:
    """ "told The Quay", in The Quay; "the Centre assesses", in the Centre's own note."""
    return tuple(
        step for step in steps if outlet_of(step.source, outlets) != own and not _is_called(step.source, own, outlets)
    )


def _is_called(source: Source, own: str, outlets: Outlets) -> bool:
    body = body_key(outlets.outlet(own).name)
    return (
        source.voice
        and source.person is None
        and source.body is not None
        and " " not in source.body
        and " " in body
        and source.body in body.split()
        and source.body in generic()
    )


def _without_vague(document: Document, paths: Sequence[Path]) -> list[Path]:
    """A headline's "report says" is what the text names below; so is "according to analysts" above the institute that they are of."""
    named = [path for path in paths if any(step.source.is_known for step in path.steps)]
    below = [path for path in paths if not path.in_headline]
    kept = []
    for path in paths:
        if not path.steps:
            continue
        if path.in_headline and below and (path not in named or any(item.steps for item in below)):
            continue
        if path.in_headline and below and path.steps[0].passage.exact.rstrip().endswith(":"):
            continue  # "Harl: 19 traders given army papers"
        if path not in named and named and len(path.steps) == 1 and _is_vague(path.steps[0].source):
            continue
        if (
            path not in named
            and len(path.steps) == 1
            and path.steps[0].source.noun in {"official", "officials"}
            and any(
                step.source.office is not None or step.source.person is not None
                for item in named
                for step in item.steps
            )
        ):
            continue  # "one of the country's senior officials has said", named in the next sentence
        if (
            len(path.steps) == 1
            and path.steps[0].source.body == "government"
            and any(_is_official(step.source, document) for item in named for step in item.steps)
        ):
            continue  # "the government has acknowledged it", by an official who is named below
        if len(below) > 1 and all(_is_unresolved(step.source) for step in path.steps):
            continue
        kept.append(path)
    return kept


def _is_official(source: Source, document: Document) -> bool:
    """Whether a person bears a name and belongs to a body."""
    if source.person is None or source.name is None:
        return False
    return source.body is not None or is_of_a_body(source.name, document)


def _is_vague(source: Source) -> bool:
    noun = source.noun.removesuffix("s")
    return (
        source.naming is Naming.NONE
        or (source.naming is Naming.COLLECTIVE and noun in VAGUE)
        or source.noun in {"report", "reports"}
    )


def _is_unresolved(source: Source) -> bool:
    """ "she", and nothing that tells who."""
    return not source.is_known and not source.noun and source.naming is not Naming.NONE
