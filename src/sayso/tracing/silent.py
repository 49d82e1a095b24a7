"""Whether the party of a hop says what is put down as said at all.

Who asks, who is counted, who was told it or is to do it does not say that it is so; a reading lists them, and a claim's way leaves them out.
"""

from __future__ import annotations

import re

from sayso.domain.attribution import Attribution, Hop, Naming, PartyKind, Stance
from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.languages.telling import load_telling
from sayso.tracing.roles import RUN
from sayso.tracing.steps import Step, is_ours, name_step

NO_CLAIM = frozenset({Stance.ASKS, Stance.DECLINES, Stance.INTENDS, Stance.HOPES})
"""Stances that say nothing of whether it is so: who asks why the police came has not said that they came."""
NO_CLAIM_CUES = frozenset("discuss debate consider weigh".split())
ACTS = frozenset("offer instruct order command force make recruit invite".split())
"""Cues by which somebody does what an outer party tells of, and says nothing himself."""
_CLAUSE = re.compile(
    r"^(?:(?!\b(?:who|which|that|whose|whom|what)\b)[^,;“”\"])*\b(?:may|might|must|could|should|would|will) (?:not )?(?:have|be)\b",
    re.I,
)
"""Somebody does something in these words: "the bailiffs may have issued" is not who says it."""
_HEARD = frozenset("tell inform warn advise".split())
_TOLD = frozenset("told informed warned advised".split())
_PASSIVE = re.compile(r"\s(?:(?:who|which|that) )?(?:was|were|had been|has been|have been|being|is|are)(?: \w+)?\s")
_ASKED = frozenset("tell ask urge advise".split())
_TO_DO = re.compile(
    r"(?!that\b)(?:(?!(?:is|are|was|were|has|had|have|will|would|did|could|can|may|might) )[\w’'-]+ ){0,10}?to [a-z]+\b"
)
"""What somebody is to do: "large employers in the region to find men"."""
_SHARE = re.compile(
    r"(?:(?i:about|nearly|almost|some|over|under|around|only|just|more than|less than|fewer than|at least|up to) )*"
    r"(?:\d[\d.,]* ?(?:%|per ?cent)|(?i:one|two|three|four|five|six|seven|eight|nine)(?: out of| in) (?:\w+)|(?i:an?|one|two|three) (?:half|third|quarter|fifth|tenth)s?|(?i:half))(?: of)?\b"
)
"""A share of people: whom somebody has counted."""
_SURVEY = re.compile(
    rf"\b(?:survey|poll|study|sample)(?: of [\w, ]{{2,40}})? by (?:the )?(?:[a-z]+ ){{0,3}}(?P<name>{RUN.pattern})"
)
_GIVEN = frozenset("give put place set".split())
_FIGURE = re.compile(
    r"(?:the|a|its|their) (?:[\w-]+ ){0,3}(?:number|figure|toll|total|count|tally|estimate|share|cost)\b"
)
_NAME_AFTER = re.compile(rf" (?:the )?(?P<name>{RUN.pattern})(?=[.,;:!?”\"\n]|$)")
_NUMBER_BEFORE = re.compile(r"\d\s$")


def says_nothing(document: Document, hop: Hop, attribution: Attribution) -> bool:
    """Whether a hop is no step on the way of what is said, wherever it stands in its chain; "Varland: minister goes" tells where, and not who says so."""
    return (
        (hop.stance in NO_CLAIM and not _gives_a_figure(hop, attribution))
        or (hop.cue is not None and hop.cue.lemma in NO_CLAIM_CUES)
        or (hop.source is not None and (is_ours(hop.source.exact) or _CLAUSE.search(hop.source.exact) is not None))
        or (hop.kind is PartyKind.PLACE_FOR_GOVERNMENT and hop.cue is not None and hop.cue.span.exact == ":")
        or _is_asker(hop)
        or _is_counted(document, hop)
        or _was_told(document, hop)
        or _is_order(hop, attribution)
    )


def _is_asker(hop: Hop) -> bool:
    """ "Q: There is a report that you knew": who asks for the outlet, in a transcript."""
    return (
        hop.source is not None
        and hop.cue is not None
        and hop.cue.span.exact == ":"
        and hop.source.exact.lower() in load_telling("en").askers
    )


def _gives_a_figure(hop: Hop, attribution: Attribution) -> bool:
    """ "Dr Toller gave the number of cases as 212": a reading may take that for a plan."""
    return hop.cue is not None and hop.cue.lemma in _GIVEN and _FIGURE.match(attribution.content[0].exact) is not None


def according_to(document: Document, hop: Hop) -> list[Step] | None:
    """ "The mayor said, according to Steppeline": Steppeline, where the reader took the mayor for it. None where the source follows the cue."""
    if hop.cue is None or hop.source is None or hop.cue.lemma != "according to" or hop.source.end > hop.cue.span.start:
        return None
    name = _NAME_AFTER.match(document.text, hop.cue.span.end)
    return None if name is None else [name_step(document, name["name"], name.start("name"))]


def asked_by(document: Document, hop: Hop) -> list[Step] | None:
    """Who counted, where the reader took those for the source who were counted ("31 percent of those asked in a survey by Polje Data").

    None where a hop's source is no share of people.
    """
    span: Span | None = hop.source
    if span is None or _SHARE.match(span.exact) is None:
        return None
    found = _SURVEY.search(span.exact)
    return [] if found is None else [name_step(document, found["name"], span.start + found.start("name"))]


def _is_counted(document: Document, hop: Hop) -> bool:
    """ "The bailiffs filed 340 reports": so many papers, and nobody who reports."""
    if hop.cue is None or hop.naming is Naming.NAMED or hop.cue.span.exact.lower() != f"{hop.cue.lemma}s":
        return False
    return _NUMBER_BEFORE.search(document.text, max(0, hop.cue.span.start - 20), hop.cue.span.start) is not None


def _was_told(document: Document, hop: Hop) -> bool:
    """ "Those who refused were told that …": who hears it, and not who says it."""
    if hop.cue is None or hop.source is None:
        return False
    if (
        hop.cue.lemma.startswith("is ")
        and hop.cue.lemma.removeprefix("is ") in _TOLD
        and hop.cue.span.start > hop.source.start
    ):
        return True
    if hop.cue.lemma not in _HEARD:
        return False
    between = document.text[hop.source.end : hop.cue.span.start]
    return _PASSIVE.fullmatch(between) is not None


def _is_order(hop: Hop, attribution: Attribution) -> bool:
    """ "Officials told employers to find men": they ask for it, and do not say that it is so."""
    return hop.cue is not None and hop.cue.lemma in _ASKED and _TO_DO.match(attribution.content[0].exact) is not None
