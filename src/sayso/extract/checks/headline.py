"""A headline held against its own text: words that it quotes, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.domain.attribution import Attitude, Attribution, Factuality, Mode, Naming, PartyKind, Stance
from sayso.domain.reading import Check, CheckKind, Level
from sayso.domain.span import Span
from sayso.extract.layout import Layout
from sayso.languages.language import Language

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_PROPER = re.compile(r"(?:[Tt]he\s)[A-Z]")
_ENDING = re.compile(r"(?:ings?|ed|es|s|ers?)$")
SHARED_STEMS = 0.5
"""Share of the headline's content words that a passage must have to count as what the headline tells."""

_AHEAD = frozenset({Stance.PREDICTS, Stance.INTENDS, Stance.PROMISES, Stance.HOPES})
_TO_COME = re.compile(r"\w (?:to|set to|will|may|could|might) [a-z]")
_SURE = {Factuality.CERTAIN, Factuality.CERTAINLY_NOT}
_SMALL = frozenset(
    "a an the of in on at to for by with from and or but as is are was were be been has have had it its his her their this that says said will not no over after".split()
)


def check_headline_quotes(layout: Layout) -> list[Check]:
    """Words in quotation marks in the headline that stand nowhere in the text below it."""
    if layout.headline is None:
        return []
    quotations = layout.quotations_over(layout.headline.start, layout.headline.end)
    body = _normal(layout.text[layout.headline.end :]) if quotations else ""
    found = []
    for quotation in quotations:
        if quotation.depth or not quotation.closed:
            continue
        span = _inside_marks(layout.text, quotation.start, quotation.end)
        if not span.exact or f" {_normal(span.exact)} " in f" {body} ":
            continue
        near = _nearest(span, layout)
        if near is not None:
            says = f"The headline quotes “{span.exact}”; these words stand nowhere in the text. The nearest passage has other words."
        else:
            says = f"The headline quotes “{span.exact}”; these words stand nowhere in the text."
        found.append(Check(CheckKind.HEADLINE_QUOTE, Level.RED, span, says, (near,) if near else (span,)))
    return found


def check_headline_certainty(layout: Layout, attributions: Sequence[Attribution], language: Language) -> list[Check]:
    """A headline that states flatly what the text only has from somebody unnamed, or hedges."""
    headline = next((a for a in attributions if a.mode is Mode.HEADLINE and not a.chain), None)
    if layout.headline is None or headline is None or headline.hedges or headline.factuality not in _SURE:
        return []
    if layout.text[layout.headline.start : layout.headline.end].rstrip().endswith("?"):
        return []
    if any(a.chain for a in attributions if a.mode is Mode.HEADLINE and a.attitude is not Attitude.EVENTUALITY):
        return []
    stems = _stems(layout.headline.exact)
    best: tuple[float, Attribution, set[str]] | None = None
    sure = 0.0
    told: set[str] = set()
    for attribution in attributions:
        if attribution.mode is Mode.HEADLINE or attribution.attitude is Attitude.EVENTUALITY or not stems:
            continue
        said = _stems(" ".join(span.exact for span in attribution.content))
        for hop in attribution.chain[-1:]:
            said |= _stems(hop.source.exact) if hop.source else set()
        share = len(stems & said) / len(stems)
        if _is_doubtful(attribution, language):
            if best is None or share > best[0]:
                best = (share, attribution, stems & said)
        else:
            sure = max(sure, share)
            told |= said
    # Where the rest of the text states all that they share, the headline rests on that: only the cause of a blast is in doubt.
    if best is None or best[0] < SHARED_STEMS or sure >= best[0] or best[2] <= told:
        return []
    attribution = best[1]
    if attribution.chain and attribution.chain[-1].stance in _AHEAD and _TO_COME.search(layout.headline.exact):
        return []  # "Port to reopen soon" says no more than "is expected to reopen"
    weak = [hedge.span for hedge in attribution.hedges if not _is_of_a_number(hedge.span, language)]
    source = next((hop.source for hop in reversed(attribution.chain) if hop.source), None)
    evidence = (*attribution.content, *weak, *((source,) if source else ()))
    if weak:
        why = f"the text has it with “{'”, “'.join(dict.fromkeys(span.exact for span in weak))}”"
    else:
        why = (
            f"the text has it from “{source.exact}”, without a name" if source else "the text does not say who said it"
        )
    return [
        Check(
            CheckKind.HEADLINE_SURER,
            Level.AMBER,
            layout.headline,
            f"The headline states it as a fact; {why}.",
            evidence,
        )
    ]


def _is_of_a_number(hedge: Span, language: Language) -> bool:
    entry = language.hedges.get(hedge.exact.lower())
    return entry is not None and entry.weakens == "number"


def _is_doubtful(attribution: Attribution, language: Language) -> bool:
    if any(hop.cue is not None and _ALSO.search(hop.cue.span.exact) for hop in attribution.chain):
        return False  # "it is also feared" tells of more than what the headline does
    if attribution.factuality not in _SURE:
        return True
    if not attribution.chain or attribution.chain[-1].naming is Naming.NAMED:
        return False
    hop = attribution.chain[-1]
    if hop.kind is not PartyKind.ORGANISATION or hop.source is None:
        return True
    # "the Sulan government", "the Interior Ministry", "French police": the text tells which one it is.
    of_a_country = any(word in language.demonyms for word in hop.source.exact.split())
    return not of_a_country and not _PROPER.search(hop.source.exact)


def _inside_marks(text: str, start: int, end: int) -> Span:
    marks = "“”\"'‘’«»„‟ ,.;:!?"
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span.of(text, start, end)


def _normal(text: str) -> str:
    return " ".join(_WORD.findall(text.lower())).replace("’", "'")


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s")
    stem = _ENDING.sub("", word)
    return stem if len(stem) > 3 else word


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text) if len(word) > 2 and word.lower() not in _SMALL}


def _nearest(span: Span, layout: Layout) -> Span | None:
    """The sentence with all the quoted content words in other forms, if there is one."""
    stems = _stems(span.exact)
    for start, end in layout.sentences:
        if not layout.in_headline(start) and stems and stems <= _stems(layout.text[start:end]):
            return Span.of(layout.text, start, end)
    return None
