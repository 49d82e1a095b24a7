"""The roots of a claim, which of them are one, and what is known of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.domain.attribution import Mode, Naming, PartyKind
from sayso.domain.claim import Access, Lineage
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.tracing.lineage import trace_claim
from sayso.tracing.statement import Statement
from tests.tracing.making import hop, page, statement, told

HELD = "Forty men were held"


def trace(*statements: Statement, judgements: tuple[Judgement, ...] = ()) -> Lineage:
    return trace_claim("clm_test", statements, judgements)


def said(outlet: str, who: str, order: int = 1, *, person: bool = False, words: str = HELD) -> Statement:
    return told(
        outlet, f"{words}, {who} said.", words, who, order=order, person=person, published=f"2026-03-{order:02d}"
    )


def judged(kind: JudgementKind, one: str, other: str) -> Judgement:
    return Judgement("jdg_1", kind, one, other, None, None, "I asked them", "anna", "2026-05-01T00:00:00Z")


def interval(lineage: Lineage) -> tuple[int, int]:
    return lineage.claim.roots_min, lineage.claim.roots_max


def test_one_ministry_in_three_papers_is_one_root_and_every_merge_says_why() -> None:
    found = trace(
        said("The Quay", "the Interior Ministry"),
        said("Dnes", "the Interior Ministry", 2),
        said("Harl Live", "the Ministry of the Interior", 3),
    )
    assert interval(found) == (1, 1)
    (root,) = found.roots
    assert root.name == "Interior Ministry" and len(root.documents) == 3
    assert [collapse.certain for collapse in found.collapses] == [True, True]
    assert all(collapse.kept == root.id and collapse.why and collapse.evidence for collapse in found.collapses)


def test_as_many_roots_are_listed_as_are_certainly_different() -> None:
    found = trace(
        said("The Quay", "the Interior Ministry"),
        said("Dnes", "Open Door", 2),
        said("Harl Live", "a nurse", 3, person=True),
    )
    assert interval(found) == (3, 3) and len(found.roots) == 3


def test_officials_without_a_name_who_say_the_same_words_may_be_one() -> None:
    words = "Nobody will be allowed to hide behind a permit"
    one = said("The Quay", "an Interior Ministry official", person=True, words=words)
    other = said("Dnes", "an official", 2, person=True, words=words)
    found = trace(one, other)
    assert interval(found) == (1, 2)
    (collapse,) = found.collapses
    assert not collapse.certain and {collapse.kept, collapse.merged} == {root.id for root in found.roots}


def test_officials_of_two_bodies_are_two() -> None:
    words = "Nobody will be allowed to hide behind a permit"
    one = said("The Quay", "an Interior Ministry official", person=True, words=words)
    assert interval(trace(one, said("Dnes", "a Defence Ministry official", 2, person=True, words=words))) == (2, 2)


def test_the_unnamed_source_of_one_report_is_one() -> None:
    def cited(outlet: str, who: str, order: int) -> Statement:
        text = f"{HELD}, Radio Vesna reported, citing {who}."
        return told(outlet, text, HELD, "Radio Vesna", who, order=order, person=True)

    found = trace(cited("The Quay", "an insider", 1), cited("Dnes", "a source", 2))
    assert interval(found) == (1, 1)


def test_own_voice_after_others_adds_to_the_most_and_not_to_the_least() -> None:
    later = told("Dnes", f"It was dark. {HELD}. Nobody came.", HELD, order=2, published="2026-03-02")
    found = trace(said("The Quay", "the Interior Ministry"), later)
    assert interval(found) == (1, 2)


def test_an_analyst_can_split_and_join_roots() -> None:
    one, other = said("The Quay", "the Interior Ministry"), said("Dnes", "the Interior Ministry", 2)
    (collapse,) = trace(one, other).collapses
    split = trace(one, other, judgements=(judged(JudgementKind.TWO_ROOTS, collapse.kept, collapse.merged),))
    assert interval(split) == (2, 2) and {root.id for root in split.roots} == {collapse.kept, collapse.merged}

    nurse, widow = said("The Quay", "a nurse", person=True), said("Dnes", "a widow", 2, person=True)
    first, second = trace(nurse, widow).roots
    joined = trace(nurse, widow, judgements=(judged(JudgementKind.ONE_ROOT, first.id, second.id),))
    assert interval(joined) == (1, 1)
    assert joined.collapses[0].why == "anna judged that they are one: I asked them."


def test_a_judgement_that_was_undone_counts_for_nothing() -> None:
    one, other = said("The Quay", "the Interior Ministry"), said("Dnes", "the Interior Ministry", 2)
    (collapse,) = trace(one, other).collapses
    undone = replace(judged(JudgementKind.TWO_ROOTS, collapse.kept, collapse.merged), undone="2026-05-02T00:00:00Z")
    assert interval(trace(one, other, judgements=(undone,))) == (1, 1)


@pytest.mark.parametrize(
    ("who", "person", "access"),
    [
        ("the Interior Ministry", False, Access.OFFICIAL),
        ("Governor Oleg Sarin", True, Access.OFFICIAL),
        ("a worshipper", True, Access.EYEWITNESS),
        ("relatives", True, Access.PARTY),
        ("Radio Vesna", False, Access.MEDIA),
        ("an insider", True, Access.UNKNOWN),
    ],
)
def test_how_a_root_came_to_know(who: str, person: bool, access: Access) -> None:
    (root,) = trace(said("The Quay", who, person=person)).roots
    assert root.access is access


def test_who_speaks_of_the_own_body_is_interested() -> None:
    words = "The Interior Ministry has caught forty men"
    own = told("The Quay", f"{words}, the Interior Ministry said.", words, "the Interior Ministry")
    assert trace(own).roots[0].interested is True
    words = "We have caught forty men"
    boast = told("The Quay", f"“{words},” Anton Belov said.", words, "Anton Belov", person=True, mode=Mode.DIRECT)
    assert trace(boast).roots[0].interested is True
    assert trace(said("The Quay", "Open Door")).roots[0].interested is False
    assert trace(said("The Quay", "a source", person=True)).roots[0].interested is None


def test_an_outlets_own_voice_is_a_root() -> None:
    (root,) = trace(told("The Quay", f"It was dark. {HELD}.", HELD)).roots
    assert (root.name, root.naming, root.access) == ("The Quay", Naming.NAMED, Access.MEDIA)


def test_a_root_that_is_a_file_does_not_tell_whose_machine_it_lay_on() -> None:
    told_so = told("The Quay", f"It was dark. {HELD}.", HELD)
    for path, shown in (("/home/ana.rao/quay.txt", "quay.txt"), ("saved/quay.txt", "saved/quay.txt")):
        document = replace(told_so.document, outlet=None, path=path)
        (root,) = trace(replace(told_so, document=document)).roots
        assert root.name == shown


def test_a_surname_is_the_speaker_whom_the_text_names_in_full() -> None:
    document = page("The Quay", f"{HELD}, Helga Zuboyan said. The gates were shut, Zuboyan said.")
    full = statement(document, 1, HELD, hop(document, "Helga Zuboyan", kind=PartyKind.PERSON))
    short = statement(document, 1, "The gates were shut", hop(document, "Zuboyan", kind=PartyKind.ORGANISATION))
    assert [root.name for root in trace(full, short).roots] == ["Helga Zuboyan"]


def test_a_first_name_goes_on_to_the_surname() -> None:
    document = page("The Quay", f"{HELD}, the duty officer, Helga Zuboyan, said.")
    cut = hop(document, "the duty officer, Helga Zuboyan", name="Helga", kind=PartyKind.PERSON)
    assert [root.name for root in trace(statement(document, 1, HELD, cut)).roots] == ["Helga Zuboyan"]


def test_the_place_of_a_dateline_is_no_root() -> None:
    document = page("Delta", f"HARL, May 6 (Delta) - {HELD}, a cook said.")
    place = hop(document, "HARL", kind=PartyKind.PLACE_FOR_GOVERNMENT)
    assert [root.name for root in trace(statement(document, 1, HELD, place, hop(document, "a cook"))).roots] == ["cook"]


def test_who_does_it_in_anothers_words_has_not_said_it() -> None:
    document = page("The Quay", f"A cook told us that the office had ordered it. {HELD}.")
    office = hop(document, "the office", kind=PartyKind.ORGANISATION, cue="ordered")
    act = replace(office, cue=replace(office.cue, lemma="order")) if office.cue else office
    assert [root.name for root in trace(statement(document, 1, HELD, hop(document, "A cook"), act)).roots] == ["cook"]
