"""Slips of the model that rules put right before anything is built on them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.domain.attribution import Attitude, Factuality, Stance
from tests.extract.builders import own, read, said, saying, sources

TAIL = "the dam broke"


def source_of(text: str, source: str | None, cue: str = "said", **mentions: list[str]) -> str | None:
    """The source that is left of what the model found."""
    return sources(saying(read(text, said(source, cue, TAIL), **mentions), TAIL))[0]


@pytest.mark.parametrize(
    ("text", "source", "bodies", "whole"),
    [
        (f"Kurier and the Tayga Fund said {TAIL}.", "Kurier", ["Kurier", "Tayga Fund"], "Kurier and the Tayga Fund"),
        (f"It rained. Kurier and Tayga said {TAIL}.", "Tayga", ["Kurier", "Tayga"], "Kurier and Tayga"),
        (f"Orders came from Kurier and Tayga said {TAIL}.", "Tayga", ["Kurier", "Tayga"], "Tayga"),
        (f"Kurier and, later, Tayga said {TAIL}.", "Kurier", ["Kurier", "Tayga"], "Kurier"),
    ],
)
def test_a_source_is_all_who_are_its_subject(text: str, source: str, bodies: list[str], whole: str) -> None:
    assert source_of(text, source, organisation=bodies) == whole


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        (f"The Valley Fire Brigade (VFB) said {TAIL}.", "The Valley Fire Brigade (VFB", "said", "The Valley Fire Brigade (VFB)"),
        (f"The brigade (its head said {TAIL}) left.", "The brigade (its head", "said", "The brigade"),
        (f"V.F. intelligence showed {TAIL}.", "V", "showed", "V.F. intelligence"),
        (f"V.F.B. said {TAIL}.", "V", "said", "V.F.B."),
    ],
)  # fmt: skip
def test_a_source_does_not_break_off_inside_brackets_or_initials(text: str, source: str, cue: str, whole: str) -> None:
    assert source_of(text, source, cue) == whole


def test_nobody_is_the_it_of_a_passive() -> None:
    assert source_of(f"It was later determined that {TAIL}.", "It", "was later determined") is None
    assert source_of(f"The ministry wrote. It said {TAIL}.", "It", "[said] the") == "It"


def test_reports_said_is_one_saying() -> None:
    text = f"In the night {TAIL}, reports said."
    reading = read(text, said("reports", "said", TAIL), said(None, "reports", TAIL))
    assert [sources(a) for a in reading.attributions if a.chain] == [["reports"]]
    assert own(reading) == []


def test_what_was_determined_is_a_finding_and_who_was_determined_had_a_plan() -> None:
    found = saying(read(f"It was determined that {TAIL}.", said(None, "was determined", f"that {TAIL}")), TAIL)
    assert (found.chain[0].stance, found.factuality) == (Stance.FINDS, Factuality.CERTAIN)
    plan = saying(read("She was determined to stay.", said("She", "was determined", "to stay")), "to stay")
    assert plan.chain[0].stance is Stance.INTENDS


def test_who_is_unable_to_confirm_confirms_nothing() -> None:
    text = f"The brigade was unable to confirm that {TAIL}."
    assert (
        saying(read(text, said("The brigade", "was unable to confirm", f"that {TAIL}")), TAIL).factuality
        is Factuality.UNKNOWN
    )


def test_initials_are_one_name_with_their_full_stops() -> None:
    text = f"The V.F. said {TAIL}. A V.F.-backed group left."
    reading = read(text, said("The V.F", "said", TAIL), organisation=["V", "F"])
    assert {mention.span.exact for mention in reading.mentions} == {"V.F."}
    assert saying(reading, TAIL).chain[0].name == "V.F."


@pytest.mark.parametrize(
    ("cue", "content", "score", "kept"),
    [
        ("denied", "it", 0.97, True),
        ("denied", "it", 0.8, False),
        ("opposed", "it", 0.97, False),
        ("said", "a", 0.97, False),
    ],
)
def test_a_pronoun_can_be_all_that_is_said(cue: str, content: str, score: float, kept: bool) -> None:
    reading = read(
        f"The dam leaks. Osten {cue} {content}.", replace(said("Osten", cue, f"{cue} [{content}]."), score=score)
    )
    assert [a.content[0].exact for a in reading.attributions if a.chain] == [content] * kept


@pytest.mark.parametrize(
    ("half", "cue", "whole"), [("further", "said", "further said"), ("as", "reported", "reported")]
)
def test_half_of_a_cue_is_no_saying_of_its_own(half: str, cue: str, whole: str) -> None:
    text = f"Tayga {half} {cue} that {TAIL}."
    reading = read(
        text, said("Tayga", half, f"that {TAIL}"), said("Tayga", cue, f"that {TAIL}"), organisation=["Tayga"]
    )
    assert [a.chain[0].cue.span.exact for a in reading.attributions if a.chain and a.chain[0].cue] == [whole]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance", "attitude"),
    [
        ("Clerks had determined the cause.", "Clerks", "had determined", "the cause", Stance.FINDS, Attitude.FACT),
        ("Lenz was determined to be ill.", None, "was determined", "to be ill", Stance.FINDS, Attitude.FACT),
        ("A court ruled that it was legal.", "A court", "ruled", "that it was legal", Stance.SAYS, Attitude.ASSERTION),
        ("Lenz rejected calls for a boycott.", "Lenz", "rejected", "calls for a boycott", Stance.DECLINES, None),
        ("Lenz rejected the charge of fraud.", "Lenz", "rejected", "the charge of fraud", Stance.DENIES, None),
        ("Lenz has yet to confirm the date.", "Lenz", "has yet to confirm", "the date", Stance.DECLINES, None),
    ],
)
def test_how_a_cue_is_meant(
    text: str, source: str | None, cue: str, content: str, stance: Stance, attitude: Attitude | None
) -> None:
    found = saying(read(text, said(source, cue, content), person=["Lenz"]), content)
    assert found.chain[0].stance is stance
    assert attitude is None or found.attitude is attitude
    assert stance is not Stance.DECLINES or found.factuality is Factuality.UNKNOWN


@pytest.mark.parametrize("told", ['told "Radio Polje" that', "told the “Radio Polje” that"])
def test_an_outlet_in_quotation_marks_can_be_told_something(told: str) -> None:
    found = saying(read(f"Lenz {told} {TAIL}.", said("Lenz", "told", f"that {TAIL}"), person=["Lenz"]), TAIL)
    assert found.chain[0].addressee is not None
    assert found.chain[0].addressee.span.exact == "Radio Polje"
