"""Who took a claim from whom, on statements built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.domain.attribution import Addressee, Cue, Mode, Naming, PartyKind, Stance
from sayso.domain.claim import FlagKind, Lineage, RelayKind
from sayso.domain.correction import Correction
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.tracing.lineage import trace_claim
from sayso.tracing.statement import Statement
from tests.tracing.making import hop, page, span, statement, told

HELD = "Forty men were held"
OWN = (
    "The square in front of the station was empty by nine, and the kiosks had their shutters down. A cleaner swept glass from the "
    "steps while two officers watched her from a van with its engine running."
)
MORE = " Trains stopped at the platform and nobody got out. In the café a radio played dances from the war."


def edges(lineage: Lineage) -> dict[tuple[str, str], set[RelayKind]]:
    """Relays by the outlets and names at their ends."""
    names = {item.document: item.outlet or item.document for item in lineage.attributions}
    names |= {hop.id: f"[{hop.name}]" for hop in lineage.hops} | {root.id: f"{{{root.name}}}" for root in lineage.roots}
    found: dict[tuple[str, str], set[RelayKind]] = {}
    for relay in lineage.relays:
        found.setdefault((names[relay.source], names[relay.to]), set()).add(relay.how)
    return found


def trace(*statements: Statement, judgements: tuple[Judgement, ...] = ()) -> Lineage:
    """The lineage of statements that were kept in this order."""
    return trace_claim("clm_test", statements, judgements)


def judged(kind: JudgementKind, subject: str, about: str | None, **fields: str) -> Judgement:
    """A judgement by an analyst."""
    return Judgement(
        "jdg_1", kind, subject, about, fields.get("field"), fields.get("value"), None, "anna", "2026-05-01T00:00:00Z"
    )


ministry = told(
    "Delta Agency",
    f"{HELD}, the Interior Ministry said.",
    HELD,
    "the Interior Ministry",
    order=1,
    published="2026-03-01T08:00:00Z",
)
relay = told("The Quay", f"{HELD}, Delta reports. {OWN}", HELD, "Delta", order=2, published="2026-03-01T12:00:00Z")


def test_a_named_outlet_that_is_held_is_where_it_comes_from() -> None:
    found = edges(trace(ministry, relay))
    assert found == {
        ("{Interior Ministry}", "Delta Agency"): {RelayKind.NAMES_IT},
        ("Delta Agency", "The Quay"): {RelayKind.NAMES_IT},
    }


def test_a_named_outlet_that_is_not_held_is_a_hop() -> None:
    text = f"{HELD}, Radio Vesna reported, citing the Interior Ministry."
    found = trace(told("The Quay", text, HELD, "Radio Vesna", "the Interior Ministry"))
    assert set(edges(found)) == {("{Interior Ministry}", "[Radio Vesna]"), ("[Radio Vesna]", "The Quay")}
    assert [(hop.name, hop.id[:4]) for hop in found.hops] == [("Radio Vesna", "hop_")]


def test_whom_a_speaker_is_known_from_stands_behind_the_cue() -> None:
    for words in (f"{HELD}, the mayor said, according to Steppeline.", f"{HELD}, the mayor said, Steppeline reported."):
        assert edges(trace(told("The Quay", words, HELD, "the mayor", person=True))).keys() == {
            ("[Steppeline]", "The Quay"),
            ("{mayor}", "[Steppeline]"),
        }


def test_according_to_goes_with_what_follows_it() -> None:
    document = page("The Quay", f"{HELD}, the mayor said, according to Steppeline.")
    misread = statement(document, 1, HELD, hop(document, "the mayor", cue="according to"))
    assert edges(trace(misread)).keys() == {("{Steppeline}", "The Quay")}


def test_she_is_who_spoke_last_in_the_paragraph() -> None:
    words = f"“It was cold,” said Vera Lomova, a nurse. She said {HELD.lower()}."
    document = page("The Quay", words)
    left_open = replace(hop(document, "She"), name=None, naming=Naming.UNNAMED, kind=PartyKind.PERSON)
    assert edges(trace(statement(document, 1, HELD.lower(), left_open))).keys() == {("{Vera Lomova}", "The Quay")}


def test_things_that_are_counted_say_nothing() -> None:
    document = page("The Quay", "The bailiffs filed 340 reports on residence.")
    cue = Cue(span(document, "reports"), "report")
    misread = statement(document, 1, "on residence", replace(hop(document, "The bailiffs"), cue=cue))
    assert edges(trace(misread)) == {}


def test_an_attribution_inside_what_another_passes_on_is_its_inner_one() -> None:
    document = page("The Quay", f"Harl Live reported that {HELD.lower()}, Radio Polje writes.")
    inner = statement(document, 1, HELD.lower(), hop(document, "Harl Live"))
    outer = statement(document, 1, f"Harl Live reported that {HELD.lower()}", hop(document, "Radio Polje"))
    assert edges(trace(inner, outer)).keys() == {("[Radio Polje]", "The Quay"), ("{Harl Live}", "[Radio Polje]")}


def test_a_copys_speaker_is_the_copied_texts_however_much_was_cut_between() -> None:
    parts = [
        f"{HELD}, a nurse said.",
        OWN,
        f"“{MORE.strip()}”",
        "“It was cold there at night,” a nurse said quietly then.",
    ]
    source_text = " ".join([*parts[:2], "Nobody came.", parts[2], "Rain fell.", *parts[3:]])
    first = told("The Quay", source_text, HELD, "a nurse", person=True, published="2026-03-01")
    second = told("Dnes", " ".join(parts), HELD, "a nurse", person=True, order=2, published="2026-03-02")
    assert edges(trace(first, second)).keys() == {("{nurse}", "The Quay"), ("The Quay", "Dnes")}


def test_a_copy_is_known_by_its_words() -> None:
    copy = told("Digest", f"{HELD}. {OWN}", HELD, order=3, published="2026-03-02")
    assert edges(trace(told("The Quay", f"{HELD}. {OWN}{MORE}", HELD, published="2026-03-01"), copy)) == {
        ("The Quay", "Digest"): {RelayKind.SAME_TEXT}
    }


def test_who_copies_a_relay_has_it_from_the_relay_and_not_from_whom_both_name() -> None:
    copy = told("Digest", f"{HELD}, Delta reports. {OWN}", HELD, "Delta", order=3, published="2026-03-02")
    assert ("The Quay", "Digest") in edges(trace(ministry, relay, copy))
    assert ("Delta Agency", "Digest") not in edges(trace(ministry, relay, copy))


def test_what_two_papers_quote_is_no_copy() -> None:
    said = "“We have taken forty men from the mosque and every one of them signed of his own free will, I was there,” the Interior Ministry said."
    one = told(
        "The Quay",
        f"{OWN} {said}",
        "We have taken forty men from the mosque",
        "the Interior Ministry",
        published="2026-03-01",
    )
    other = told(
        "Dnes",
        f"Snow fell on the capital for a third day. {said}",
        "We have taken forty men from the mosque",
        "the Interior Ministry",
        order=2,
        published="2026-03-02",
    )
    assert set(edges(trace(one, other))) == {("{Interior Ministry}", "The Quay"), ("{Interior Ministry}", "Dnes")}


def test_a_link_tells_where_nothing_else_does() -> None:
    held = told(
        "The Quay",
        f"{HELD}, a nurse said.",
        HELD,
        "a nurse",
        person=True,
        published="2026-03-01",
        url="https://quay.example/a",
    )
    blog = told(
        "Blog",
        f"They took them. {HELD}, and nobody minds.",
        HELD,
        order=2,
        published="2026-03-02",
        links=("http://www.quay.example/a/",),
    )
    assert edges(trace(held, blog))["The Quay", "Blog"] == {RelayKind.LINK}


def test_a_link_to_another_account_is_no_relay() -> None:
    held = told(
        "The Quay",
        f"{HELD}, a nurse said.",
        HELD,
        "a nurse",
        person=True,
        published="2026-03-01",
        url="https://quay.example/a",
    )
    other = told(
        "Dnes",
        f"{HELD}, the Interior Ministry said.",
        HELD,
        "the Interior Ministry",
        order=2,
        published="2026-03-02",
        links=("https://quay.example/a",),
    )
    assert ("The Quay", "Dnes") not in edges(trace(held, other))


def test_a_page_called_the_source_that_is_not_held_is_a_hop() -> None:
    found = trace(told("Digest", f"{HELD}.\n\nSource link", HELD, links=("origin https://harl.example/7",)))
    assert set(edges(found)) == {("{harl.example}", "Digest")}


def test_what_was_told_to_one_paper_is_its_own_wherever_it_is_quoted() -> None:
    words = "The barges were empty when they came up the river and they were loaded at night"
    first = told(
        "Portside", f"“{words},” Sorin Lupu told us.", words, "Sorin Lupu", person=True, published="2026-03-01"
    )
    asker = replace(first.attribution.chain[0], addressee=Addressee(span(first.document, "us")))
    asked = replace(first, attribution=replace(first.attribution, chain=(asker,)))
    text = f"Ghost ships lie in the harbour of Vesk, and nobody will say what is in them. “{words},” Sorin Lupu said."
    later = told("Star", text, words, "Sorin Lupu", person=True, order=2, published="2026-03-02")
    assert ("Portside", "Star") in edges(trace(asked, later))
    assert ("Portside", "Star") not in edges(trace(first, later))


def test_what_an_analyst_has_ruled_out_is_not_followed() -> None:
    ruled_out = judged(JudgementKind.NOT_A_RELAY, ministry.document.id, relay.document.id)
    assert ("Delta Agency", "The Quay") not in edges(trace(ministry, relay, judgements=(ruled_out,)))


def test_a_hop_or_a_root_can_be_ruled_out_by_its_id() -> None:
    alone = told("Dnes", f"{HELD}, the Interior Ministry said.", HELD, "the Interior Ministry")
    (found,) = trace(alone).relays
    after = trace(alone, judgements=(judged(JudgementKind.NOT_A_RELAY, found.source, alone.document.id),))
    assert after.relays == () and [root.name for root in after.roots] == ["Dnes"]


def test_a_speaker_that_an_analyst_named_outranks_the_text() -> None:
    (said,) = ministry.attribution.chain
    by_whom = Correction(
        "speaker", "the Interior Ministry", "Justice Ministry", "anna", "2026-05-01T00:00:00Z", None, "jdg_1"
    )
    righted = replace(said, name="Justice Ministry", naming=Naming.NAMED, corrections=(by_whom,))
    found = trace(replace(ministry, attribution=replace(ministry.attribution, chain=(righted,))))
    assert [root.name for root in found.roots] == ["Justice Ministry"]
    (occurrence,) = found.attributions
    assert (occurrence.chain, occurrence.corrections) == (("Justice Ministry",), (by_whom,))


def test_a_document_that_names_itself_has_it_from_nobody() -> None:
    alone = told("The Quay", f"{HELD}, The Quay has learned.", HELD, "The Quay")
    assert trace(alone).relays == () and [root.name for root in trace(alone).roots] == ["The Quay"]


def test_two_that_name_each_other_are_flagged_and_one_way_is_left() -> None:
    one = told("Polje Insider", f"{HELD}, Capital Whispers reports.", HELD, "Capital Whispers", published="2026-03-01")
    other = told(
        "Capital Whispers", f"{HELD}, Polje Insider reports.", HELD, "Polje Insider", order=2, published="2026-03-01"
    )
    found = trace(one, other)
    assert set(edges(found)) == {("Polje Insider", "Capital Whispers")}
    assert [flag.kind for flag in found.flags] == [FlagKind.CYCLE]
    assert found.claim.roots_max == 1


def test_a_source_that_is_dated_later_is_flagged_and_not_followed() -> None:
    early = told("Dnes", f"{HELD}, Delta reports.", HELD, "Delta", order=3, published="2026-02-20")
    found = trace(ministry, early)
    assert ("Delta Agency", "Dnes") not in edges(found)
    (flag,) = found.flags
    assert (flag.kind, flag.source, flag.to) == (FlagKind.EARLIER_THAN_SOURCE, ministry.document.id, early.document.id)
    assert (found.claim.roots_min, found.claim.roots_max) == (1, 2)


def test_dates_that_do_not_tell_leave_it_to_credits_and_length() -> None:
    source = told("The Quay", f"{HELD}. {OWN}{MORE}", HELD, order=2)
    copy = told("Digest", f"{HELD}. {OWN}", HELD, order=1)
    assert set(edges(trace(source, copy))) == {("The Quay", "Digest")}


def test_a_denial_is_another_claims_root() -> None:
    denial = told(
        "Dnes",
        f"The Defence Ministry denied that {HELD.lower()}.",
        HELD.lower(),
        "The Defence Ministry",
        order=2,
        stance=Stance.DENIES,
    )
    found = trace(ministry, denial)
    assert [root.name for root in found.roots] == ["Interior Ministry"]
    assert found.claim.documents == 1 and len(found.attributions) == 2


def test_a_claim_that_is_all_denial_stands_by_itself() -> None:
    denial = told(
        "Dnes",
        f"The Defence Ministry denied that {HELD.lower()}.",
        HELD.lower(),
        "The Defence Ministry",
        stance=Stance.DENIES,
    )
    assert [root.name for root in trace(denial).roots] == ["Defence Ministry"]


def test_shared_mistakes_outrank_the_source_that_both_name() -> None:
    right = told(
        "Delta Agency",
        f"Arkady Velimirov fell, and {HELD.lower()}, the Interior Ministry said.",
        HELD.lower(),
        "the Interior Ministry",
        published="2026-03-01",
    )
    wrong = told(
        "The Quay",
        f"Ministry of noise. Velemirow is gone and {HELD.lower()}, Delta reports.",
        HELD.lower(),
        "Delta",
        order=2,
        published="2026-03-02",
    )
    later = told(
        "Dnes",
        f"Where is Velemirow now, asks his wife, since {HELD.lower()}? Delta reports.",
        HELD.lower(),
        "Delta",
        order=3,
        published="2026-03-03",
    )
    assert edges(trace(right, wrong, later))["The Quay", "Dnes"] == {RelayKind.SHARED_ERROR}


@pytest.mark.parametrize(("paper", "shares"), [("The Post", True), ("Velemirow Post", False)])
def test_an_outlets_name_is_no_odd_form_of_another_name(paper: str, shares: bool) -> None:
    texts = {
        "Delta Agency": f"Arkady Velimirov fell, and {HELD.lower()}, a clerk said.",
        paper: f"{HELD}, and nobody knew why.",
        "Ring": f"Once more in the Velemirow Post: {HELD.lower()}, as one heard at noon.",
        "Dnes": f"{HELD}, it was said. Velemirow Post has it.",
    }
    said = [
        told(outlet, text, HELD if HELD in text else HELD.lower(), *(["a clerk"] if "clerk" in text else []), order=place, published=f"2026-03-0{place}")
        for place, (outlet, text) in enumerate(texts.items(), 1)
    ]  # fmt: skip
    ring, dnes = said[2].document.id, said[3].document.id
    shared = {(step.source, step.to) for step in trace(*said).relays if step.how is RelayKind.SHARED_ERROR}
    assert ((ring, dnes) in shared) is shares


@pytest.mark.parametrize(("between", "found"), [(" ", {RelayKind.SHARED_ERROR}), ("\n\n", set())])
def test_odd_words_in_another_paragraph_are_of_other_news(between: str, found: set[RelayKind]) -> None:
    texts = {
        "Dnes": f"{HELD}, a clerk said.{between}A limping tinker sold crimson kettles.",
        "Ring": f"{HELD}, as one heard at noon.{between}There crimson kettles hung above a limping tinker.",
        "Echo": f"{HELD}, it was said on Monday.",
        "Mast": f"{HELD}, and nobody knew why.",
    }
    said = [
        told(outlet, text, HELD, *(["a clerk"] if outlet == "Dnes" else []), order=place, published=f"2026-03-0{place}")
        for place, (outlet, text) in enumerate(texts.items(), 1)
    ]
    steps = trace(*said).relays
    ids = [item.document.id for item in said]
    assert {step.how for step in steps if (step.source, step.to) == (ids[0], ids[1])} == found


def test_every_relay_shows_words_of_its_documents() -> None:
    copy = told("Digest", f"{HELD}, Delta reports. {OWN}", HELD, "Delta", order=3, published="2026-03-02")
    texts = {item.document.id: item.document.text for item in (ministry, relay, copy)}
    for step in trace(ministry, relay, copy).relays:
        assert step.evidence
        assert all(texts[words.document][words.start : words.end] == words.exact for words in step.evidence)


def test_every_relay_says_why_and_whose_name_was_copied() -> None:
    copy = told("Digest", f"{HELD}, Delta reports. {OWN}", HELD, "Delta", order=3, published="2026-03-02")
    steps = {(step.source, step.to): step for step in trace(ministry, relay, copy).relays}
    assert all(not step.why[0].islower() and step.why.endswith(".") for step in steps.values())
    assert steps[relay.document.id, copy.document.id].why.endswith("and with them the name of Delta.")


def test_an_agency_signs_its_own_datelines_and_is_no_step_above_itself() -> None:
    wire = told("Transalpine Press", f"ORM, March 1 (TLP) - {HELD}, the mayor said.", HELD, "the mayor", person=True)
    other = told("The Quay", f"{HELD}, TLP reports. {OWN}", HELD, "TLP", order=2)
    assert edges(trace(wire, other)).keys() == {("{mayor}", "Transalpine Press"), ("Transalpine Press", "The Quay")}


def test_a_medium_that_is_named_further_on_is_the_one_that_was_meant() -> None:
    channel = told("Harl Live", f"{HELD}, the mayor said. {OWN}", HELD, "the mayor", person=True)
    text = f"{HELD}, a local channel reported. The channel, Harl Live, said that it was raining.{MORE}"
    assert ("Harl Live", "The Quay") in edges(trace(channel, told("The Quay", text, HELD, "a local channel", order=2)))
    text = f"{HELD}, a local channel reported. The Interior Ministry said that it was raining.{MORE}"
    ministry = told("Interior Ministry", f"{HELD}. {OWN}", HELD)
    found = trace(ministry, told("The Quay", text, HELD, "a local channel", order=2))
    assert all(
        relay.score < 0.9 for relay in found.relays
    )  # a ministry is no channel; it is named near it, and no more


def test_a_medium_is_known_by_its_kind_where_one_alone_is_of_it() -> None:
    radio = told("Radio Polje", f"{HELD}. {OWN}", HELD)
    text = f"{HELD}, a local radio station reported.{MORE}"
    assert ("Radio Polje", "The Quay") in edges(
        trace(radio, told("The Quay", text, HELD, "a local radio station", order=2))
    )
    second = told("Radio Harl", f"{HELD}. It was late, and a dog barked behind the wall.", HELD, order=3)
    found = edges(trace(radio, told("The Quay", text, HELD, "a local radio station", order=2), second))
    assert ("Radio Polje", "The Quay") not in found


def test_what_was_told_to_one_paper_was_copied_from_it_whatever_the_dates() -> None:
    said = "the forty men were held in a shed behind the station for two days and a night without any water"
    letter = page("Orm Letter", f"A clerk tells Orm Letter that {said}. {OWN}", "2026-03-05T08:00:00Z")
    original = statement(letter, 1, said, hop(letter, "A clerk", told="Orm Letter"))
    copy = told(
        "Mine Monitor", f"A clerk says that {said}. {OWN[:80]}", said, "A clerk", order=2, published="2026-03-01"
    )
    found = trace(original, copy)
    assert ("Orm Letter", "Mine Monitor") in edges(found)
    assert [(flag.kind, flag.source, flag.to) for flag in found.flags] == [
        (FlagKind.EARLIER_THAN_SOURCE, letter.id, copy.document.id)
    ]
    assert (found.claim.roots_min, found.claim.roots_max) == (1, 1)


def test_a_later_take_of_an_agency_is_what_others_have() -> None:
    first = told("Delta Agency", f"{HELD}, the mayor said. {OWN}", HELD, "the mayor", published="2026-03-01T08:00:00Z")
    second = told(
        "Delta Agency",
        f"{HELD}, the mayor said. {OWN}{MORE}",
        HELD,
        "the mayor",
        order=2,
        published="2026-03-01T14:00:00Z",
    )
    third = told("The Quay", f"{HELD}, Delta reports.", HELD, "Delta", order=3, published="2026-03-02T08:00:00Z")
    takes = [relay.source for relay in trace(first, second, third).relays if relay.to == third.document.id]
    assert set(takes) == {second.document.id}


def test_the_background_of_an_outlets_reports_is_no_relay() -> None:
    """What an agency and its customers print below every report says nothing of where this one is from."""
    early = told("Delta Agency", f"A bridge fell. {OWN}{MORE}", "A bridge fell", published="2026-03-01")
    customer = told("The Quay", f"A bridge fell. {OWN}{MORE}", "A bridge fell", order=2, published="2026-03-02")
    new = " ".join(f"word{number} stands here alone" for number in range(60))
    late = told(
        "Delta Agency",
        f"The bridge that fell is to be built again. {new} {MORE}",
        "fell",
        order=3,
        published="2026-04-01",
    )
    found = trace(early, customer, late)
    assert not [relay for relay in found.relays if relay.to == late.document.id and relay.how is RelayKind.SAME_TEXT]


def test_a_paper_that_was_seen_is_where_it_is_from() -> None:
    text = f"{HELD}, under one of two plans in an internal memo seen by Delta Agency. {OWN}"
    assert edges(trace(told("Delta Agency", text, HELD))).keys() == {("{internal memo}", "Delta Agency")}
    assert edges(trace(told("The Quay", text, HELD))).keys() == {
        ("{internal memo}", "[Delta Agency]"),
        ("[Delta Agency]", "The Quay"),
    }


def test_whom_a_survey_counted_is_not_who_says_it() -> None:
    asked = "31 percent of those asked in a survey by Polje Data"
    found = trace(told("The Quay", f"{asked} said that they had been held.", "that they had been held", asked))
    assert set(edges(found)) == {("{Polje Data}", "The Quay")}
    own = "Half of the customers"
    assert not trace(told("Polje Data", f"{own} said that they had been held.", "that they had been held", own)).relays


def test_who_is_told_to_do_it_and_who_tells_him_to_say_nothing_of_whether_it_is_so() -> None:
    document = page("The Quay", "An insider claimed that officials told employers in the region to find 40 men.")
    said = "employers in the region to find 40 men"
    order = statement(
        document, 1, said, hop(document, "An insider", cue="claimed"), hop(document, "officials", cue="told")
    )
    chain = order.attribution.chain
    order = replace(
        order,
        attribution=replace(
            order.attribution, chain=(chain[0], replace(chain[1], cue=Cue(span(document, "told"), "tell")))
        ),
    )
    assert set(edges(trace(order))) == {("{insider}", "The Quay")}
    document = page("The Quay", "According to the relatives, those who refused were told that they would be held.")
    heard = hop(document, "those who refused", cue="were told")
    heard = replace(heard, cue=Cue(span(document, "were told"), "is told"))
    passive = statement(document, 1, "that they would be held", hop(document, "the relatives"), heard)
    assert set(edges(trace(passive))) == {("{relatives}", "The Quay")}


def test_whose_words_are_quoted_without_a_name_is_found_by_the_words() -> None:
    post = told(
        "Orm Forum", f"{HELD} and nobody was told. {OWN}", f"{HELD} and nobody was told", published="2026-03-01"
    )
    words = f"“{HELD} and nobody was told”"
    check = told(
        "Twice Checked",
        f"{words}, says a post.{MORE}",
        words,
        "a post",
        order=2,
        published="2026-03-04",
        mode=Mode.DIRECT,
    )
    assert ("Orm Forum", "Twice Checked") in edges(trace(post, check))
    heard = told(
        "Orm Forum", f"{words}, the mayor said. {OWN}", words, "the mayor", published="2026-03-01", mode=Mode.DIRECT
    )
    found = edges(trace(heard, check))
    assert ("Orm Forum", "Twice Checked") not in found  # it quotes him too


def test_a_place_before_a_colon_says_nothing() -> None:
    document = page("The Quay", f"Varland: {HELD}\n\n{OWN}")
    head = hop(document, "Varland", kind=PartyKind.PLACE_FOR_GOVERNMENT, cue=":")
    assert not trace(statement(document, 1, HELD, head)).relays


def test_who_signs_a_bodys_own_page_is_that_page() -> None:
    text = f"{HELD}, as of midnight.\n\nDr Irma Toller, Director of Public Health"
    body = told("Western Health Authority", text, HELD, published="2026-03-01T08:00:00Z")
    paper = told(
        "The Quay", f"{HELD}, said Irma Toller. {OWN}", HELD, "Irma Toller", order=2, person=True, published="2026-03-01T12:00:00Z"
    )  # fmt: skip
    assert edges(trace(body, paper)).keys() == {("Western Health Authority", "The Quay")}
    early = told(
        "The Quay", f"{HELD}, said Irma Toller. {OWN}", HELD, "Irma Toller", order=2, person=True, published="2026-02-01T12:00:00Z"
    )  # fmt: skip
    found = trace(body, early)
    assert ("{Irma Toller}", "The Quay") in edges(found) and not found.flags  # said before the page had it


def test_whose_figure_it_is_may_stand_right_behind() -> None:
    text = f"{HELD}. The new figure was given by Lena Tomas, head of the disaster office. {OWN}"
    assert edges(trace(told("The Quay", text, HELD))).keys() == {("{Lena Tomas}", "The Quay")}


def test_a_late_text_that_names_nobody_tells_over_the_one_it_is_most_like() -> None:
    odd = "340 men were held in a fertiliser shed"
    first = told(
        "Harl Live",
        f"240 men were held in a shed, the mayor said. {OWN}",
        "240 men were held in a shed",
        "the mayor",
        person=True,
        published="2026-03-01",
    )
    slip = told("The Star", f"{odd}, beside goats.", odd, order=2, published="2026-03-02")
    last = told(
        "QuickWorld", f"In brief: {odd}, beside goats. There were sharks.", odd, order=3, published="2026-03-03"
    )
    found = trace(first, slip, last)
    assert ("The Star", "QuickWorld") in edges(found)
    assert all(relay.evidence and relay.why for relay in found.relays)
    asked = told("QuickWorld", f"{odd}, our correspondent saw.", odd, order=3, published="2026-03-03")
    assert ("The Star", "QuickWorld") not in edges(trace(first, slip, asked))


def test_that_it_is_not_so_is_a_denial_whatever_the_cue() -> None:
    wrong = told(
        "The Star", f"“That {HELD} is simply not correct,” the mayor said.", HELD, "the mayor", person=True, order=2
    )
    assert "The Star" not in {to for _, to in edges(trace(ministry, wrong))}


def test_a_copy_that_keeps_who_was_told_it_is_the_copy_whatever_its_date() -> None:
    text = f"{OWN}{MORE} The gate was locked. “I saw it,” a nurse told the Herald on Thursday."
    herald = told("Orm Herald", text, "The gate was locked", order=2, published="2026-03-13T08:00:00Z")
    horn = told("The Horn", text, "The gate was locked", order=1, published="2026-03-11T08:00:00Z")
    assert ("Orm Herald", "The Horn") in edges(trace(horn, herald))
    plain = text.replace("the Herald", "reporters")
    herald = told("Orm Herald", plain, "The gate was locked", order=2, published="2026-03-13T08:00:00Z")
    horn = told("The Horn", plain, "The gate was locked", order=1, published="2026-03-11T08:00:00Z")
    assert ("The Horn", "Orm Herald") in edges(trace(horn, herald))


def test_a_capital_that_insists_is_the_ministry_of_the_paper_that_is_named() -> None:
    first = told("The Courier", "The yard was empty, the Defence Ministry said.", "The yard was empty", "the Defence Ministry",
        order=1, published="2026-03-11T08:00:00Z")  # fmt: skip
    document = page(
        "The Blaze", "“It is cold,” a man told the Courier. Orm insists the yard was empty.", "2026-03-12T08:00:00Z"
    )
    second = statement(
        document, 2, "the yard was empty", hop(document, "Orm", kind=PartyKind.PLACE_FOR_GOVERNMENT, cue="insists")
    )
    assert ("The Courier", "The Blaze") in edges(trace(first, second))


def test_of_outlets_named_near_it_is_the_one_that_has_the_figure() -> None:
    one = told(
        "Harl Post",
        "There are holes in the wall.",
        "There are holes in the wall",
        order=1,
        published="2026-03-11T08:00:00Z",
    )
    other = told(
        "Orm Ledger",
        "There are 17 holes in the wall.",
        "There are 17 holes in the wall",
        order=2,
        published="2026-03-11T09:00:00Z",
    )
    text = "The Harl Post and the Orm Ledger have it. There are 17 holes in the wall."
    third = told("Delta", text, "There are 17 holes in the wall", order=3, published="2026-03-12T08:00:00Z")
    assert ("Orm Ledger", "Delta") in edges(trace(one, other, third))


def test_who_asks_in_a_transcript_is_no_source() -> None:
    document = page("Radio Orm", "Q: There is talk that the wall leaks.\n\nA: It does.\n\nQ: And then?")
    asked = statement(document, 1, "There is talk that the wall leaks", hop(document, "Q", cue=":"))
    assert all("Q" not in source for source, _ in edges(trace(asked)))


def test_the_government_of_which_an_official_is_named_is_no_source_beside_him() -> None:
    text = "The government has acknowledged that the yard burned. Jan Orm, joint secretary at the foreign ministry, came out. “The yard burned,” Orm stated."
    document = page("The Quay", text)
    first = statement(
        document, 1, "the yard burned", hop(document, "The government", kind=PartyKind.ORGANISATION, cue="acknowledged")
    )
    second = statement(
        document, 1, "The yard burned", hop(document, "Orm", name="Jan Orm", kind=PartyKind.PERSON, cue="stated")
    )
    assert edges(trace(first, second)).keys() == {("{Jan Orm}", "The Quay")}
    assert edges(trace(first)).keys() == {("{government}", "The Quay")}


def test_he_who_is_named_as_a_spokesman_speaks_for_the_body_and_its_report_is_meant() -> None:
    text = "Jan Orm, the spokesman of the Port Ministry, came out. “The yard stood empty,” he told reporters."
    document = page("Delta Agency", text, "2026-03-16T08:00:00Z")
    second = statement(
        document, 2, "The yard stood empty", hop(document, "he", name="Jan Orm", kind=PartyKind.PERSON, cue="told")
    )
    first = told("Polje", "The yard was empty, the Port Ministry said.", "The yard was empty", "the Port Ministry",
        order=1, published="2026-03-11T08:00:00Z")  # fmt: skip
    assert len(trace(first, second).roots) == 1
