"""Papers that a text says somebody has seen. All texts are invented."""

from __future__ import annotations

import pytest

from sayso.tracing.outlets import Outlets
from sayso.tracing.papers import own_paper, seen_paper
from sayso.tracing.paths import read_paths
from tests.tracing.making import hop, page, statement


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("It was so, an email to which the Quay has had access shows.", "an email"),
        ("This emerges from a letter in the Quay's possession.", "a letter"),
        ("It was so, according to internal documents reviewed by this newspaper.", "internal documents"),
        ("The Quay has obtained the operator's incident log.", "the operator's incident log"),
        ("This appears from a register of the maker into which the Quay has had access.", "a register"),
        ("So says a list that has come into the possession of the Quay.", "a list"),
        ("In a note to the board, also seen by us, he warns.", "a note"),
        ("It is shown by receipts that the Quay has seen.", "receipts"),
        ("A letter that reached this newspaper last week says so.", "A letter"),
        ("It was so, by an invoice which the Quay holds a copy of.", "an invoice"),
        ("The Quay keeps a payroll list of the yard.", "a payroll list"),
        ("So says a ledger of which we have a copy.", "a ledger"),
    ],
)
def test_a_text_says_which_paper_its_outlet_has_seen(text: str, paper: str) -> None:
    document = page("The Quay", text)
    found = seen_paper(document, 0, len(document.text), Outlets([document]))
    assert found is not None
    (step,), here = found
    assert (step.source.words, here) == (paper, True)


def test_who_has_seen_it_elsewhere_stands_outside_it() -> None:
    document = page("The Quay", "It was so, an email seen by Radio Polje shows.")
    found = seen_paper(document, 0, len(document.text), Outlets([document]))
    assert found is not None and [step.source.shown for step in found[0]] == ["Radio Polje", "email"]


def test_what_a_text_tells_near_the_paper_is_from_it() -> None:
    near = page("The Quay", "Forty men were held in the yard. The Quay has seen the list.")
    step = own_paper(near, 0, Outlets([near]))
    assert step is not None and step.source.words == "the list"
    far = page(
        "The Quay",
        f"Forty men were held.{' It rained for hours.' * 80} The Quay has seen the list. {'It rained. ' * 90}At noon a bus came.",
    )
    assert own_paper(far, far.text.index("At noon"), Outlets([far])) is None
    plain = page("The Quay", "Forty men were held in the yard. The list was long.")
    assert own_paper(plain, 0, Outlets([plain])) is None


def test_a_paper_told_of_elsewhere_is_not_what_a_person_told() -> None:
    text = "A nurse said that nine men left. Nine men left by the gate. The Quay holds a list of the yard."
    document = page("The Quay", text)
    first = statement(document, 1, "nine men left", hop(document, "A nurse", cue="said"))
    second = statement(document, 1, "Nine men left by the gate")
    shown = [
        step.source.shown for path in read_paths(document, (first, second), Outlets([document])) for step in path.steps
    ]
    assert shown == ["nurse"]
    (alone,) = read_paths(document, (second,), Outlets([document]))
    assert [step.source.shown for step in alone.steps] == ["list"]
