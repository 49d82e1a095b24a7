"""What a judgement says, as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.rendering.moments import when
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import counted

if TYPE_CHECKING:
    from sayso.store.overviews import Fared

_SENTENCES = {
    JudgementKind.SAME: "{subject} and {object} make one claim.",
    JudgementKind.DIFFER: "{subject} and {object} make two claims.",
    JudgementKind.ONE_ROOT: "{subject} and {object} are one root.",
    JudgementKind.TWO_ROOTS: "{subject} and {object} are two roots.",
    JudgementKind.ONE_PARTY: "{subject} and {object} are one party.",
    JudgementKind.TWO_PARTIES: "{subject} and {object} are two parties.",
    JudgementKind.NOT_A_RELAY: "{object} did not take it from {subject}.",
    JudgementKind.CORRECT: "{field} of {subject} is {value}.",
    JudgementKind.REMOVE: "{subject} no longer counts.",
    JudgementKind.RATE: "{subject} has the letter {value}.",
    JudgementKind.VERDICT: "What {subject} says is {value}.",
}


def fared_words(fared: Fared) -> str:
    """ "3 of the 12 claims that it makes were judged: 2 confirmed, 1 refuted": a count with its base."""
    if not fared.judged:
        return (
            f"None of the {counted(fared.claims, 'claim')} that it makes was judged."
            if fared.claims > 1
            else "The claim that it makes was not judged."
        )
    words = [
        f"{number:,} {word}"
        for word, number in (("confirmed", fared.confirmed), ("refuted", fared.refuted), ("open", fared.open))
        if number
    ]
    of = f"{fared.judged:,} of the {counted(fared.claims, 'claim')} that it makes {'was' if fared.judged == 1 else 'were'} judged"
    return f"{of if fared.claims > 1 else 'The claim that it makes was judged'}: {', '.join(words)}."


def verdict_words(judgement: Judgement) -> str:
    """ "refuted by Ada, 2026-03-09 10:12: the register has no such order"."""
    why = f": {safe_line(judgement.why)}" if judgement.why else ""
    return f"{judgement.value} by {safe_line(judgement.analyst)}, {when(judgement.made)}{why}"


def decision_words(judgement: Judgement) -> str:
    """ "att_1 and att_2 make one claim."."""
    words = {name: safe_line(getattr(judgement, name) or "") for name in ("subject", "object", "field", "value")}
    if judgement.kind is JudgementKind.VERDICT and judgement.value == "open":
        return f"Whether it is so what {words['subject']} says is open."
    return _SENTENCES[judgement.kind].format(**words)
