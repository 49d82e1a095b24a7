"""What real news does to a claim: other words for all of it, so that who, what, of whom and where are held against each other."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.attribution import Mode
from sayso.domain.claim import DriftKind
from sayso.domain.span import Span
from sayso.tracing.drift import compare, find_drift
from sayso.tracing.drift.headline import compare_headline
from sayso.tracing.statement import Place, Statement
from tests.tracing.drift.built import described, titled, told


def kinds(up: Statement, down: Statement) -> set[DriftKind]:
    return {change.kind for change in compare(up, down)}


def located(statement: Statement, *names: str) -> Statement:
    """The statement with these words of its text taken for places."""
    text = statement.document.text
    return replace(
        statement, places=tuple(Place(name.lower(), text.index(name), text.index(name) + len(name)) for name in names)
    )


def walked(up: Statement, *downs: Statement) -> set[DriftKind]:
    return {item.kind for item in find_drift([(up.document.id, downs[0].document.id)], [up, *downs])}


def test_share_of_customers_is_no_share_of_a_people() -> None:
    up = told("a", "31 percent of the customers skip breakfast")
    down = told("b", "Nearly a third of Danes skip breakfast")
    assert DriftKind.SCOPE_CHANGED in kinds(up, down)


def test_share_of_the_pensioners_is_no_share_of_all() -> None:
    up = told("a", "40 percent of Danish pensioners own a boat")
    assert DriftKind.SCOPE_CHANGED in kinds(up, told("b", "40 percent of Danes own a boat"))
    assert DriftKind.SCOPE_CHANGED not in kinds(up, told("c", "Two fifths of pensioners in Denmark own a boat"))


def test_share_whose_base_stands_elsewhere_in_the_text_is_kept() -> None:
    up = told("a", "31 percent of the customers skip breakfast")
    down = told("b", "Nearly a third of Danes skip breakfast", after=" The chain had asked 412 customers.")
    assert DriftKind.SCOPE_CHANGED not in kinds(up, down)


def test_share_of_the_cooled_is_no_share_of_all() -> None:
    up = told("a", "12 percent of refrigerated lorries from Spain are opened")
    assert DriftKind.SCOPE_CHANGED in kinds(up, told("b", "12 percent of trucks from Spain are opened"))
    assert DriftKind.SCOPE_CHANGED not in kinds(up, told("c", "12 percent of chilled trucks from Spain are opened"))


def test_some_of_them_become_every_one_of_them() -> None:
    up = told("a", "Guards took about 40 men from the yard and offered some of them contracts")
    down = told("b", "Guards took about 40 men from the yard, every one of whom was made to sign up")
    assert DriftKind.SCOPE_CHANGED in kinds(up, down)


def test_rate_of_a_town_is_no_rate_of_a_country() -> None:
    up = located(told("a", "Burglaries have risen by 12 percent at a shop in the southern town of Odense"), "Odense")
    down = located(told("b", "Burglaries rose by 12 percent in Denmark"), "Denmark")
    assert DriftKind.PLACE_CHANGED in kinds(up, down)
    plain = located(told("c", "Burglaries have risen at a shop in the town of Odense"), "Odense")
    assert DriftKind.PLACE_CHANGED not in kinds(plain, located(told("d", "Burglaries rose in Denmark"), "Denmark"))


def test_resigned_and_dismissed() -> None:
    up = told("a", "The minister tendered her resignation on Monday")
    assert DriftKind.ACTOR_CHANGED in kinds(up, told("b", "The president sacked the minister on Monday"))
    assert DriftKind.ACTOR_CHANGED not in kinds(up, told("c", "The minister stepped down on Monday"))
    knows = told("d", "The president sacked the minister on Monday", after=" She had offered to resign.")
    assert DriftKind.ACTOR_CHANGED not in kinds(up, knows)


def test_another_minister() -> None:
    up = told("a", "The mining minister walked out of the meeting")
    assert DriftKind.ROLE_CHANGED in kinds(up, told("b", "The finance minister walked out of the meeting"))
    same = told("c", "The minister of mineral resources walked out of the meeting")
    assert DriftKind.ROLE_CHANGED not in kinds(up, same)
    knows = told("d", "The finance minister walked out of the meeting", after=" The mining minister stayed.")
    assert DriftKind.ROLE_CHANGED not in kinds(up, knows)


def test_who_took_as_many() -> None:
    up = told("a", "Men in uniform took about 40 workers from the depot")
    down = told("b", "Danish troops stormed the depot and marched off 40 workers")
    assert DriftKind.ACTOR_CHANGED in kinds(up, down)


def test_as_far_as_he_knew() -> None:
    up = told("a", "the pump had been off for weeks as far as he knew", by="a worker")
    down = told("b", "the pump had been off for weeks", by="a worker")
    assert DriftKind.HEDGE_LOST in kinds(up, down)
    kept = told("c", "the pump had been off for weeks to his knowledge", by="a worker")
    assert DriftKind.HEDGE_LOST not in kinds(up, kept)


def test_a_source_that_is_another_now_is_told_of_once() -> None:
    up = told("a", "the governor hid the flood", by="an insider", cue="claimed", outlet="Halden Institute")
    down = told("b", "the governor hid the flood", by="the Halden Institute", cue="claimed", name="Halden Institute")
    assert {item.kind for item in compare(up, down)} >= {DriftKind.SOURCE_RAISED}
    assert DriftKind.ATTRIBUTION_LOST not in walked(up, down)


def test_a_time_of_another_kind_is_of_something_else() -> None:
    up = told("a", "Nine men died in the plant on Sunday")
    down = told("b", "Fifteen men died in the plants since 2015")
    assert DriftKind.TIME_CHANGED not in kinds(up, down)


def test_offers_to_go_under_a_headline_that_has_him_gone() -> None:
    below = told("b", "the mining minister has offered to step down", headline="Mining minister quits")
    change = compare_headline(titled("b", "Mining minister quits", below), [below])
    assert change is not None and "offered to step" in change.why
    tame = told("c", "the mining minister has offered to step down", headline="Mining minister offers to quit")
    assert compare_headline(titled("c", "Mining minister offers to quit", tame), [tame]) is None


def test_a_register_is_not_raised_by_the_minister_who_tells_of_it() -> None:
    up = told("a", "6 percent left a parcel behind", by="the parcel register")
    down = told("b", "6 percent left a parcel behind", by="minister Lena Baum", name="Lena Baum")
    assert DriftKind.SOURCE_RAISED not in kinds(up, down)


def test_hand_over_is_no_bound() -> None:
    up = told("a", "the firms must hand over 1,500 workers")
    assert not up.quantities[0].bound


def test_an_order_is_nothing_that_is_said() -> None:
    up = ordered("a", "officials, possibly in the mayor's office,", "large firms in the town to find 50 workers")
    found = kinds(up, told("b", "The council has told large firms in the town to find 50 workers"))
    assert DriftKind.HEDGE_LOST in found
    assert DriftKind.ATTRIBUTION_LOST not in found


def ordered(document: str, by: str, content: str) -> Statement:
    """A statement that a reading took for what `by` told: "officials told large firms to find 50 workers"."""
    made = told(document, content, by=by, cue="told")
    text = f"{by} told {content}."
    whole = replace(made.document, text=text)
    start = len(by) + len(" told ")
    hop = made.attribution.chain[0]
    assert hop.cue is not None
    cue = replace(hop.cue, span=Span.of(text, len(by) + 1, len(by) + 5))
    chain = (replace(hop, source=Span.of(text, 0, len(by)), cue=cue),)
    span = Span.of(text, start, start + len(content))
    return described(whole, replace(made.attribution, content=(span,), chain=chain))


def test_the_next_sentence_of_what_an_outlet_reported_has_its_source() -> None:
    up = told("a", "the owner had refused to sign the lease", by="a clerk", outlet="Quay Letter")
    text = "The yard was sold, the Quay Letter reported. The owner had refused to sign the lease."
    first = told("b", "The yard was sold", by="the Quay Letter", cue="reported", name="Quay Letter")
    document = replace(first.document, text=text)
    begin = text.index("The owner")
    span = Span.of(text, begin, len(text) - 1)
    own = replace(first.attribution, id="att_own", content=(span,), chain=(), mode=Mode.OWN_VOICE)
    second = described(document, own)
    aside = replace(first, document=document)
    found = {item.kind for item in find_drift([("doc_a", "doc_b")], [up, second], [aside])}
    assert DriftKind.ATTRIBUTION_LOST not in found
    assert DriftKind.SOURCE_RAISED in found


def test_tried_in_vain_is_a_denial() -> None:
    up = told("a", "people over 65 in the town have tried in vain to find a dentist")
    assert DriftKind.POLARITY_FLIPPED not in kinds(up, told("b", "people over 65 in the town cannot find a dentist"))
    plain = told("c", "people over 65 in the town have tried to find a dentist and found a dentist")
    assert DriftKind.POLARITY_FLIPPED in kinds(plain, told("d", "people over 65 in the town cannot find a dentist"))


def test_a_headline_that_rounds_off_says_no_more() -> None:
    for bound, exceeds in (("at least", False), ("about", False), ("up to", True)):
        below = told("b", f"the yard had lost {bound} 400 drums by May", headline="Yard lost 400 drums")
        change = compare_headline(titled("b", "Yard lost 400 drums", below), [below])
        assert (change is not None) is exceeds


def test_a_headline_is_held_against_the_sentence_that_has_its_number() -> None:
    below = told("b", "the yard has lost 57 drums", headline="Yard has lost 57 drums")
    other = told("b", "the yard may have lost drums", by="a worker", headline="Yard has lost 57 drums")
    assert compare_headline(titled("b", "Yard has lost 57 drums", below), [below, other]) is None
