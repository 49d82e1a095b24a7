"""What changed between two statements, without a model: one example of every kind, and the words that show it."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import PartyKind
from sayso.domain.claim import DriftKind
from sayso.tracing.drift import Change, compare
from sayso.tracing.statement import Statement
from tests.tracing.drift.built import told


def changes(up: Statement, down: Statement) -> dict[DriftKind, Change]:
    return {change.kind: change for change in compare(up, down)}


def only(up: Statement, down: Statement) -> Change:
    (change,) = compare(up, down)
    for place, statement in ((change.source, up), (change.to, down)):
        assert place is not None
        assert place.document == statement.document.id
        assert statement.document.text[place.start : place.end] == place.exact
    return change


def test_the_same_words_show_nothing() -> None:
    words = "the ministry sent about 40 men from Lugovsk to the front on 14 January"
    assert compare(told("a", words, by="an insider"), told("b", words, by="an insider")) == ()


def test_a_source_that_is_gone() -> None:
    up = told("a", "soldiers took 40 men from the hostel", by="a resident")
    change = only(up, told("b", "soldiers took 40 men from the hostel"))
    assert change.kind is DriftKind.ATTRIBUTION_LOST
    assert change.source is not None and change.source.exact == "a resident said"
    assert change.to.exact == "soldiers took 40 men from the hostel"
    assert change.why == "“a resident” said it; here it is said without a source."


def test_an_outlets_own_words_repeated_by_another_without_its_name() -> None:
    up = told("a", "Courts made 236 rulings on expulsion in April", outlet="Justice Ministry")
    down = told("b", "Courts made 236 rulings on expulsion in April", outlet="The Quay")
    assert only(up, down).kind is DriftKind.ATTRIBUTION_LOST
    credited = told(
        "b", "Courts made 236 rulings on expulsion in April", outlet="The Quay", after=" (Justice Ministry)"
    )
    assert compare(up, credited) == ()


def test_an_insiders_words_credited_to_the_institute_that_reported_them() -> None:
    up = told("a", "the governor hid the flood for two days", by="an insider", outlet="Halden Institute")
    down = told(
        "b",
        "the governor hid the flood for two days",
        by="the Halden Institute",
        name="Halden Institute",
        kind=PartyKind.ORGANISATION,
    )
    found = changes(up, down)
    assert set(found) == {DriftKind.ATTRIBUTION_LOST, DriftKind.SOURCE_RAISED}
    assert found[DriftKind.SOURCE_RAISED].why == (
        "“an insider” said it; here the words are credited to “the Halden Institute”."
    )


def test_a_spokesman_speaks_for_his_ministry() -> None:
    up = told("a", "the raids on hostels go on until May", by="a spokesman for the Interior Ministry")
    down = told(
        "b",
        "the raids on hostels go on until May",
        by="the Interior Ministry",
        name="Interior Ministry",
        kind=PartyKind.ORGANISATION,
    )
    assert compare(up, down) == ()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("claimed", "disclosed", DriftKind.STANCE_HARDENED),
        ("insinuated", "said", DriftKind.STANCE_HARDENED),
        ("said", "confirmed", DriftKind.STANCE_HARDENED),
        ("could not confirm", "confirmed", DriftKind.STANCE_HARDENED),
        ("said", "claimed", DriftKind.STANCE_SOFTENED),
        ("revealed", "alleged", DriftKind.STANCE_SOFTENED),
    ],
)
def test_the_strength_of_a_cue(before: str, after: str, kind: DriftKind) -> None:
    words = "the contracts were signed under threat"
    up = told("a", words, by="Osipova", name="Osipova", cue=before)
    change = only(up, told("b", words, by="Osipova", name="Osipova", cue=after))
    assert (change.kind, change.was != change.now) == (kind, True)
    assert change.source is not None and (change.source.exact, change.to.exact) == (before, after)


@pytest.mark.parametrize(("before", "after"), [("said", "noted"), ("said", "insisted"), ("claimed", "alleged")])
def test_cues_that_say_the_same(before: str, after: str) -> None:
    words = "the contracts were signed under threat"
    up = told("a", words, by="Osipova", name="Osipova", cue=before)
    assert compare(up, told("b", words, by="Osipova", name="Osipova", cue=after)) == ()


def test_a_hedge_that_is_gone_and_one_that_is_added() -> None:
    hedged = told("a", "the raids will probably widen in February", by="an analyst", hedges=("probably",))
    plain = told("b", "the raids will widen in February", by="an analyst")
    lost, added = only(hedged, plain), only(plain, hedged)
    assert (lost.kind, lost.was) == (DriftKind.HEDGE_LOST, "probably")
    assert (added.kind, added.now) == (DriftKind.HEDGE_ADDED, "probably")
    assert lost.why == "“probably widen in February” became “the raids will widen in February”: the hedge is gone."


def test_a_hedge_that_moves_into_the_cue_is_kept() -> None:
    up = told("a", "the raids will probably widen in February", by="an analyst", hedges=("probably",))
    assert compare(up, told("b", "the raids will widen in February", by="an analyst", cue="believed")) == ()


def test_a_denial_and_an_assertion() -> None:
    plain = told("a", "they have already caught 20,000 citizens", by="Belov", name="Belov")
    denied = told("b", "they have not caught 20,000 citizens", by="Belov", name="Belov")
    assert only(plain, denied).kind is DriftKind.POLARITY_FLIPPED
    assert only(denied, plain).kind is DriftKind.POLARITY_FLIPPED


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("about 3,000 citizens were serving", "3,000 citizens were serving", {DriftKind.NUMBER_BOUND_LOST}),
        ("up to 40 men were held", "40 men were held", {DriftKind.NUMBER_BOUND_LOST}),
        ("30 to 40 men were held", "40 men were held", {DriftKind.NUMBER_BOUND_LOST}),
        ("40 men were held", "about 40 men were held", {DriftKind.HEDGE_ADDED}),
        ("236 rulings were drawn up", "263 rulings were drawn up", {DriftKind.NUMBER_CHANGED}),
        ("about 40 men were held", "more than 40 men were held", {DriftKind.NUMBER_CHANGED}),
        ("236 rulings came from the raids", "236 people came from the raids", {DriftKind.UNIT_CHANGED}),
        ("236 people were held at the market", "236 migrants were held at the market", {DriftKind.UNIT_CHANGED}),
        (
            "almost 110 children were examined",
            "110 teachers were examined",
            {DriftKind.UNIT_CHANGED, DriftKind.NUMBER_BOUND_LOST},
        ),
        (
            "236 rulings on expulsion were made in April",
            "2,360 people were listed for expulsion in April",
            {DriftKind.NUMBER_CHANGED, DriftKind.UNIT_CHANGED},
        ),
        ("10,243 men were called up", "about 10,000 men were called up", set()),
        ("160 men were held", "about 160 men were held", set()),  # a round number is no surer without "about"
        ("240 people stood on the lower deck", "they rammed 340 people aboard", {DriftKind.NUMBER_CHANGED}),
        ("160 men were held", "83 men more than the limit were held", set()),
        ("a third of drivers were stopped", "33 per cent of drivers were stopped", set()),
        ("12 people were killed in the blast", "the blast left 12 dead", set()),
        ("40 men were held at the yard", "40 people were held at the yard", set()),
        ("nine raids were made on hostels", "hostels were raided nine times", set()),
    ],
)
def test_numbers(before: str, after: str, kinds: set[DriftKind]) -> None:
    assert set(changes(told("a", before, by="police"), told("b", after, by="police"))) == kinds


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("volunteers carried the sandbags to the dam", "soldiers carried the sandbags to the dam", True),
        ("the hostel was searched by volunteers", "soldiers searched the hostel", True),
        ("the town police searched the hostel", "the security council searched the hostel", True),
        ("soldiers carried the sandbags to the dam", "troops carried the sandbags to the dam", False),
        ("police officers broke the door of the shop", "police broke the door of the shop", False),
        ("volunteers searched the hostel on Sunday", "the hostel was searched on Sunday", False),
    ],
)
def test_actors(before: str, after: str, changed: bool) -> None:
    found = changes(told("a", before, by="the mayor"), told("b", after, by="the mayor"))
    assert set(found) == ({DriftKind.ACTOR_CHANGED} if changed else set())


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("Deputy Interior Minister Pavel Drozd", "Interior Minister Pavel Drozd", True),
        ("former mayor Pavel Drozd", "mayor Pavel Drozd", True),
        ("Colonel Pavel Drozd", "General Pavel Drozd", True),
        ("Pavel Drozd, the chairman of the Inquiry Office", "MCS head Pavel Drozd", True),
        ("the adviser of the clinic, Pavel Drozd", "the director of the clinic, Pavel Drozd", True),
        ("Pavel Drozd, the chairman of the Inquiry Office", "the head of the Inquiry Office, Pavel Drozd", False),
        ("Interior Minister Pavel Drozd", "Pavel Drozd", False),
        ("the mayor's adviser Pavel Drozd", "Pavel Drozd, a lawyer", False),
        ("governor Pavel Drozd", "Pavel Drozd, who owns a yacht", False),
    ],
)
def test_roles(before: str, after: str, changed: bool) -> None:
    words = "the raids on the hostels would go on"
    up = told("a", words, by=before, name="Pavel Drozd")
    found = changes(up, told("b", words, by=after, name="Pavel Drozd"))
    assert set(found) == ({DriftKind.ROLE_CHANGED} if changed else set())


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("the ship sank on 14 January", "the ship sank on 24 January", True),
        ("the school was hit on Tuesday", "the school was hit on Thursday", True),
        ("the dam was inspected in 2019", "the dam was inspected in 2009", True),
        ("the ship sank on 14 January", "the ship sank on January 14", False),
        ("the ferry stops on 30 September", "the ferry stops in October", False),
        ("the market burned on Sunday night", "the market burned in the night to Monday", False),
        ("the ship sank on 14 January", "the ship sank", False),
    ],
)
def test_times(before: str, after: str, changed: bool) -> None:
    found = changes(told("a", before, by="the council"), told("b", after, by="the council"))
    assert set(found) == ({DriftKind.TIME_CHANGED} if changed else set())


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("some of the detainees were beaten", "all of the detainees were beaten", True),
        ("part of the harbour was closed", "the entire harbour was closed", True),
        ("part of the harbour was closed", "the harbour was closed", True),
        ("they would dig trenches in rear units", "they would fight at the front", True),
        ("hostels were searched in several towns", "hostels were searched across the country", True),
        ("naturalised citizens would be called up first", "citizens would be called up first", True),
        ("the men were sent to a police station after a check", "the men were sent to a prison after a check", True),
        ("all residents left the village", "every resident left the village", False),
        ("hostels were searched in several towns", "hostels in towns were searched", False),
    ],
)
def test_scope(before: str, after: str, changed: bool) -> None:
    found = changes(told("a", before, by="a lawyer"), told("b", after, by="a lawyer"))
    assert set(found) == ({DriftKind.SCOPE_CHANGED} if changed else set())


WHOLE = "“We caught 20,000 of these young citizens, put them on the register after checks, and sent them to the army”"


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        ("“We caught 20,000 of these young citizens and sent them to the army”", True),
        ("“We caught 20,000 of these young citizens … and sent them to the army”", False),
        ("“We caught 20,000 of these young citizens”", False),
        ("they caught 20,000 of these young citizens and sent them to the army", False),
    ],
)
def test_a_step_gone_from_a_quotation(after: str, changed: bool) -> None:
    up = told("a", WHOLE, by="Belov", name="Belov")
    found = changes(up, told("b", after, by="Belov", name="Belov"))
    assert set(found) == ({DriftKind.SCOPE_CHANGED} if changed else set())
    if changed:
        source = found[DriftKind.SCOPE_CHANGED].source
        assert source is not None and source.exact == "put them on the register after checks"


def test_between_two_languages_only_numbers_are_compared() -> None:
    up = told("a", "236 rulings were drawn up in the raids", by="police")
    down = told("b", "Составлено 263 протокола в Луговске", language="ru")
    assert set(changes(up, down)) == {DriftKind.NUMBER_CHANGED}


@pytest.mark.parametrize(
    "words",
    [
        "some of the men said that all ",
        "about 3,000 of them were sent to Lugovsk by the army on 14 January and ",
        "“we went and we came ” ",
        "may perhaps not ",
        "Mayor Pavel Drozd, deputy mayor, ",
    ],
)
def test_a_content_without_end_takes_no_longer(words: str) -> None:
    opening = "crane harbour ministry "
    up, down = (told(key, opening + words * count, by="a clerk") for key, count in (("a", 900), ("b", 899)))
    compare(up, down)


def test_a_ministry_that_denies_what_a_minister_said_changes_nothing_of_his() -> None:
    words = "about 6,000 citizens had been sent to rear units"
    up = told("a", words, by="Belov", name="Belov")
    ministry = told(
        "b", words, by="the Defence Ministry", cue="denied", name="Defence Ministry", kind=PartyKind.ORGANISATION
    )
    assert DriftKind.POLARITY_FLIPPED not in changes(up, ministry)
    assert DriftKind.POLARITY_FLIPPED in changes(up, told("b", words, by="Belov", cue="denied", name="Belov"))


def test_a_source_that_stands_beside_the_outlet_that_passed_it_on_is_kept() -> None:
    up = told(
        "a", "compulsory redundancies at the works will begin before the holidays", by="the slides", outlet="The Echo"
    )
    down = told(
        "b",
        "compulsory redundancies at the works will begin before the holidays",
        by="the slides say, according to the Echo",
        name="Echo",
    )
    assert compare(up, down) == ()


def test_what_an_outlet_has_learned_itself_names_nobody() -> None:
    up = told("a", "the conscripts were sent without coats", by="a mother", outlet="Garsk Radio")
    down = told(
        "b",
        "the conscripts were sent without coats",
        by="Orbis News",
        cue="learned",
        name="Orbis News",
        outlet="Orbis News",
    )
    assert DriftKind.ATTRIBUTION_LOST in changes(up, down)
    assert DriftKind.SOURCE_RAISED not in changes(up, down)


def test_an_official_who_claims_becomes_a_service_that_confirms() -> None:
    words = "twelve of the thirty lorries had carried weapons"
    up = told("a", words, by="an official of the customs service", cue="claimed")
    down = told("b", words, by="the customs service", cue="confirmed", kind=PartyKind.ORGANISATION)
    assert {DriftKind.SOURCE_RAISED, DriftKind.STANCE_HARDENED} <= changes(up, down).keys()


def test_the_month_of_may_is_no_hedge() -> None:
    up = told("a", "it would close its branch in Medvin in May", by="the bank")
    assert DriftKind.HEDGE_ADDED in changes(up, told("b", "it might close its branch in Medvin in May", by="the bank"))


def test_a_quotation_that_goes_on_still_has_its_speaker() -> None:
    up = told("a", "about 6,000 of them we have sent to rear units", by="Belov", name="Belov")
    down = told("b", "about 6,000 of them we have sent to rear units", before="Belov: “We caught them. And ", after="”")
    assert compare(up, down) == ()


def test_an_office_is_not_the_one_whose_it_is() -> None:
    up = told("a", "the governor's office ordered police to bring in 200 recruits", by="an insider")
    change = only(up, told("b", "the governor ordered police to bring in 200 recruits", by="an insider"))
    assert change.kind is DriftKind.ACTOR_CHANGED
    assert change.source is not None and change.source.exact == "the governor's office"


def test_a_slip_in_a_name_is_nobody_else() -> None:
    up = told("a", "the Orbita paid 250 million roubles for the theatre", by="Belov", name="Belov")
    assert (
        compare(up, told("b", "the Orbitaka paid 250 million roubles for the theatre", by="Belov", name="Belov")) == ()
    )


def test_a_person_whom_a_courier_quoted_is_who_said_it() -> None:
    up = told(
        "a",
        "440 reports were filed by the bailiffs, the duty officer, Lena Baum",
        by="according to the Courier",
        cue="",
        name="Courier",
        kind=PartyKind.ORGANISATION,
    )
    down = told("b", "440 reports were filed by the bailiffs", by="Lena Baum, the duty officer,", name="Lena Baum")
    assert not {DriftKind.ATTRIBUTION_LOST, DriftKind.SOURCE_RAISED} & changes(up, down).keys()


def test_an_outlet_whose_own_report_is_called_a_revelation() -> None:
    own = told("a", "the yard had lost 40 drums by May", outlet="The Lantern")
    plain = told(
        "b",
        "the yard had lost 40 drums by May",
        by="the Lantern",
        name="The Lantern",
        cue="said",
        kind=PartyKind.ORGANISATION,
    )
    harder = told(
        "c",
        "the yard had lost 40 drums by May",
        by="the Lantern",
        name="The Lantern",
        cue="confirmed",
        kind=PartyKind.ORGANISATION,
    )
    assert DriftKind.STANCE_HARDENED not in changes(own, plain)
    assert changes(own, harder)[DriftKind.STANCE_HARDENED].to.exact == "confirmed"


def test_another_source_that_says_so_too_has_raised_nobody() -> None:
    first = told("a", "40 men were held at the yard in May", by="a source", outlet="Harl Live")
    second = told(
        "b",
        "some 40 were kept behind bars in spring",
        by="the Health Board",
        name="Health Board",
        kind=PartyKind.ORGANISATION,
    )
    assert DriftKind.SOURCE_RAISED not in changes(first, second)
    raised = told(
        "b",
        "40 men were held at the yard in May",
        by="the Health Board",
        name="Health Board",
        kind=PartyKind.ORGANISATION,
    )
    assert DriftKind.SOURCE_RAISED in changes(first, raised)


def test_bounds_are_known_in_languages_that_are_not_read() -> None:
    before = told("a", "at least 31 fires were listed")
    after = told("b", "31 Brände wurden erfasst", language="de", mode=None)
    kept = told("c", "mindestens 31 Brände wurden erfasst", language="de", mode=None)
    assert set(changes(before, after)) == {DriftKind.NUMBER_BOUND_LOST}
    assert not changes(before, kept)
    assert not changes(before, told("d", "31 tűz volt", language="hu", mode=None))  # of its bounds nothing is known
