"""The plain words in which a reading is put to a person."""

from __future__ import annotations

from sayso.domain.attribution import Attribution, Factuality, Hedge, Hop, Naming, Stance
from sayso.domain.correction import Correction
from sayso.rendering.moments import when
from sayso.rendering.safe import safe_line

LONGEST_CONTENT = 300

_HOW_SURE = {
    Factuality.CERTAIN: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.CERTAINLY_NOT: "certainly not",
    Factuality.PROBABLY_NOT: "probably not",
    Factuality.POSSIBLY_NOT: "possibly not",
    Factuality.CERTAIN_UNKNOWN: "known, not said which way",
    Factuality.UNKNOWN: "not said",
}
# These two only say that something was said.
_PLAIN_STANCES = frozenset({Stance.SAYS, Stance.REPORTS})
CARRIED = "↩"


def name_of(hop: Hop) -> str:
    """Who a hop is: its name, else the text's own words; "nobody named" where there is none."""
    if hop.naming is Naming.NONE or (hop.source is None and hop.name is None):
        return "nobody named"
    name = safe_line(hop.called or "")
    if hop.naming is not Naming.NAMED:
        name += f" ({hop.naming.value})"
    return name


def who(attribution: Attribution) -> str:
    """The innermost source, whom it was told, and a mark where the source stands in an earlier sentence."""
    hop = attribution.chain[-1]
    words = name_of(hop)
    if hop.addressee is not None:
        words += f" (to {safe_line(hop.addressee.span.exact)})"
    return f"{words} {CARRIED}" if hop.carried else words


def through_whom(attribution: Attribution) -> tuple[str, ...]:
    """The outer hops, outermost first, each with its stance where that matters."""
    return tuple(_with_stance(hop) for hop in attribution.chain[:-1])


def how_sure(attribution: Attribution) -> tuple[str, ...]:
    """Stance where it matters, certainty in words, and the hedges that it rests on, in quotes."""
    stance = stance_of(attribution.chain[-1]) if attribution.chain else None
    parts = [stance] if stance else []
    parts.append(certainty(attribution.factuality))
    parts.extend(f"“{safe_line(hedge.span.exact)}”" for hedge in all_hedges(attribution))
    return tuple(parts)


def certainty(factuality: Factuality) -> str:
    """How sure in words: "possible", "certainly not"."""
    return _HOW_SURE[factuality]


def stance_of(hop: Hop) -> str | None:
    """The stance in words; None for one that only says that something was said."""
    return None if hop.stance in _PLAIN_STANCES else hop.stance.value.replace("-", " ")


def all_hedges(attribution: Attribution) -> tuple[Hedge, ...]:
    """The hedges of the whole and of every hop, each once, in the order of the text."""
    hedges = {hedge.span: hedge for hop in attribution.chain for hedge in hop.hedges}
    hedges |= {hedge.span: hedge for hedge in attribution.hedges}
    return tuple(hedges[span] for span in sorted(hedges))


_FIELDS = {"published": "date"}


def corrections_of(attribution: Attribution) -> tuple[Correction, ...]:
    """What was put right in an attribution, in its hops and in its span."""
    return (*(item for hop in attribution.chain for item in hop.corrections), *attribution.corrections)


def correction_words(correction: Correction) -> str:
    """ "speaker put right by Ada, 2026-03-09 10:12; it was read as “the mayor”; why": whose word it is, and what the machine had read."""
    field = _FIELDS.get(correction.field, correction.field)
    was = "as nobody’s" if correction.was is None else f"as {quoted(shortened(safe_line(correction.was), 160))}"
    if correction.was is None and correction.field not in ("speaker", "party"):
        was = "as not known"
    parts = [f"{field} put right by {safe_line(correction.analyst)}, {when(correction.made)}", f"it was read {was}"]
    return "; ".join([*parts, safe_line(correction.why)] if correction.why else parts)


def what(attribution: Attribution) -> str:
    """The content on one line, shortened in its middle if it is very long."""
    return shortened(" … ".join(safe_line(span.exact) for span in attribution.content))


_DOUBLE_MARKS = frozenset('“”„«»"')
_MARKS = _DOUBLE_MARKS | frozenset("'‘’")


def brings_marks(words: str) -> bool:
    """Whether words stand in quotation marks of their own, or part of them does at either end."""
    first, last = words[:1], words[-1:]
    return first in _DOUBLE_MARKS or last in _DOUBLE_MARKS or (first in _MARKS and last in _MARKS)


def quoted(words: str) -> str:
    """Words in quotation marks, unless they bring some of their own."""
    return words if brings_marks(words) else f"“{words}”"


def shortened(text: str, longest: int = LONGEST_CONTENT) -> str:
    """`text` if it is not longer than `longest`, else its beginning and its end around " … ", cut between words."""
    if len(text) <= longest:
        return text
    half = (longest - 3) // 2
    head, tail = text[:half], text[-half:]
    # Only a cut near the middle is moved to a blank: a text without blanks must not vanish.
    if (blank := head.rfind(" ")) > half // 2:
        head = head[:blank]
    if 0 <= (blank := tail.find(" ")) < half // 2:
        tail = tail[blank + 1 :]
    return f"{head} … {tail}"


def _with_stance(hop: Hop) -> str:
    stance = stance_of(hop)
    name = f"{name_of(hop)} {CARRIED}" if hop.carried else name_of(hop)
    return f"{name}, {stance}" if stance else name
