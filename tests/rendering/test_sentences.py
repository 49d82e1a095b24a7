"""The sentences about a lineage."""

from dataclasses import replace

import pytest

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Access, Drift, DriftKind, Passage
from sayso.rendering.sentences import (
    chain_words,
    collapse_words,
    drift_words,
    headline,
    inherited_words,
    party_name,
    root_words,
    roots_alike,
    why_title,
    worst_drift,
)
from tests.rendering.builders import Story, sluice


def _drift(kind: DriftKind, before: str | None, after: str, why: str = "The words differ.") -> Drift:
    source = None if before is None else Passage("doc_0", 0, len(before), before)
    return Drift(kind, source, Passage("doc_1", 0, len(after), after), True, why)


def test_the_headline_counts_and_names_the_root() -> None:
    story = Story().root("Oleg Tarn", access=Access.OFFICIAL, interested=True)
    story.document("The Quay", "2026-03-02", "Oleg Tarn").document(
        "The Quay again", None, "The Quay", outlet="The Quay"
    )
    assert headline(story.lineage()) == "2 documents, 1 outlet, 1 root: Oleg Tarn, an official about their own agency."


def test_an_interval_of_roots_is_said_as_one() -> None:
    words = headline(sluice().lineage(roots_min=1))
    assert words.startswith("8 documents, 8 outlets, 1–2 roots: ")
    assert why_title(sluice().lineage(roots_min=1).claim) == "Why 1–2?"


def test_of_many_roots_only_some_are_named() -> None:
    story = Story().root("A").root("B").root("C").root("D")
    assert headline(story.lineage()) == "0 documents, 0 outlets, 4 roots: A, B and 2 more."


def test_no_root_is_said() -> None:
    assert headline(Story().document("The Quay", None).lineage()) == "1 document, 1 outlet, no root found."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"access": Access.EYEWITNESS, "naming": Naming.UNNAMED}, "a clerk, an eyewitness, unnamed"),
        ({"access": Access.EYEWITNESS, "kind": PartyKind.GROUP}, "a clerk, eyewitnesses"),
        ({"access": Access.OFFICIAL, "kind": PartyKind.ORGANISATION, "interested": True}, "a clerk, an official body about itself"),
        ({"access": Access.PARTY, "interested": True}, "a clerk, a party to the matter about themselves"),
        ({"access": Access.UNKNOWN, "interested": False}, "a clerk"),
    ],
)  # fmt: skip
def test_a_root_says_what_it_is(fields: dict[str, object], words: str) -> None:
    (root,) = Story().root("a clerk", **fields).lineage().roots  # type: ignore[arg-type]
    assert root_words(root) == words


@pytest.mark.parametrize("kind", list(PartyKind))
@pytest.mark.parametrize("access", list(Access))
def test_every_kind_of_root_has_words(kind: PartyKind, access: Access) -> None:
    (root,) = Story().root("a clerk", kind=kind, access=access, interested=True).lineage().roots
    assert root_words(root).startswith("a clerk, ")


@pytest.mark.parametrize(
    ("drift", "words"),
    [
        (_drift(DriftKind.HEDGE_LOST, "possibly", "40 men were taken"), "hedge lost: “possibly” → nothing"),
        (_drift(DriftKind.HEDGE_LOST, "possibly 40", "40"), "hedge lost: “possibly 40” → “40”"),
        (_drift(DriftKind.HEDGE_ADDED, "x" * 90, "reportedly"), "hedge added: nothing → “reportedly”"),
        (_drift(DriftKind.NUMBER_CHANGED, "236 rulings", "236 people"), "number changed: “236 rulings” → “236 people”"),
        (
            _drift(
                DriftKind.ACTOR_CHANGED,
                "on Monday night the ministry took 40 men from the valley",
                "on Monday night the police took 40 men from the valley",
            ),
            "actor changed: “… ministry …” → “… police …”",
        ),
        (_drift(DriftKind.SCOPE_CHANGED, "a" * 90, "b" * 90), "scope changed: The words differ."),
        (_drift(DriftKind.HEADLINE_EXCEEDS_TEXT, None, "Soldiers!"), "headline exceeds text: The words differ."),
        (_drift(DriftKind.ACTOR_CHANGED, "same", "same", ""), "actor changed"),
    ],
)
def test_drift_sets_short_words_side_by_side_and_tells_the_reason_of_long_ones(drift: Drift, words: str) -> None:
    assert drift_words(drift) == words


def test_inherited_changes_are_said_by_kind_once() -> None:
    changes = [_drift(DriftKind.HEDGE_LOST, "a", "b"), _drift(DriftKind.HEDGE_LOST, "c", "d")]
    assert inherited_words(changes) == "hedge lost"


def test_the_gravest_change_is_one_of_what_is_said() -> None:
    assert worst_drift(sluice().lineage()) is DriftKind.ACTOR_CHANGED
    assert worst_drift(Story().lineage()) is None


def test_inherited_changes_are_not_the_gravest() -> None:
    lineage = sluice().lineage()
    inherited = tuple(replace(drift, introduced=False) for drift in lineage.drift)
    assert worst_drift(replace(lineage, drift=inherited)) is None


def test_every_kind_of_drift_has_a_rank() -> None:
    for kind in DriftKind:
        lineage = replace(Story().lineage(), drift=(_drift(kind, "a", "b"),))
        assert worst_drift(lineage) is kind


def test_a_chain_says_how_its_hops_are_named() -> None:
    assert chain_words(("Harbour Institute", "unnamed: a clerk")) == "Harbour Institute › a clerk (unnamed)"
    assert chain_words(("Note: a title",)) == "Note: a title"


def test_a_collapse_names_the_roots_that_are_known() -> None:
    story = sluice()
    names = {id: name for name, id in story.names.items()}
    certain, probable = (collapse_words(collapse, names) for collapse in story.lineage().collapses)
    assert certain == "certainly one: “a relative of a lock keeper” and one more"
    assert probable == "probably one: “a relative of a lock keeper” and “Oleg Tarn”"


@pytest.mark.parametrize(
    ("name", "words"),
    [("We", "We (not told who)"), ("", "nobody named"), ("WHO", "WHO"), ("a clerk", "a clerk")],
)
def test_a_bare_pronoun_is_not_shown_as_if_it_were_a_name(name: str, words: str) -> None:
    assert party_name(name) == words
    assert chain_words((f"unnamed: {name or 'a clerk'}",)) in {words, f"{name or 'a clerk'} (unnamed)"}


def test_roots_that_a_list_would_call_the_same_are_one_in_it() -> None:
    first, named = Story().root("a clerk", naming=Naming.UNNAMED).root("Oleg Tarn").lineage().roots
    second = replace(first, id="root_2")
    assert roots_alike((first, named, second)) == [(first, 2), (named, 1)]
    marked = replace(second, interested=True)
    assert roots_alike((first, marked)) == [(first, 1), (marked, 1)]
