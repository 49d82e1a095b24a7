"""Who is meant: names, descriptions, pronouns; and whether the text names them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.domain.attribution import Hop, Naming, PartyKind
from sayso.domain.reading import Reading
from tests.extract.builders import FoundMention, find, read, read_found, said, saying

TAIL = "the dam broke"


def last_hop(text: str, source: str, cue: str = "said", **mentions: list[str]) -> Hop:
    """The innermost hop of what is said to be a broken dam."""
    reading = read(text, said(source, cue, TAIL), **mentions)
    return saying(reading, TAIL).chain[-1]


def parties(reading: Reading, *words: str) -> list[str | None]:
    """The party of the mentions with these words."""
    return [next(m.party for m in reading.mentions if m.span.exact == word) for word in words]


@pytest.mark.parametrize(
    ("source", "naming", "kind"),
    [
        ("Pavel Orlov", Naming.NAMED, PartyKind.PERSON),
        ("Mr Orlov", Naming.NAMED, PartyKind.PERSON),
        ("Colonel Pavel Orlov", Naming.NAMED, PartyKind.PERSON),
        ("Pavel Orlov, a clerk at the port", Naming.NAMED, PartyKind.PERSON),
        ("A clerk, Pavel Orlov", Naming.NAMED, PartyKind.PERSON),
        ("ISW", Naming.NAMED, PartyKind.ORGANISATION),
        ("The ISW report", Naming.NAMED, PartyKind.ORGANISATION),
        ("The US-based think tank ISW", Naming.NAMED, PartyKind.ORGANISATION),
        ("The Minsk-based analyst Pavel Orlov", Naming.NAMED, PartyKind.PERSON),
        ("The commander-in-chief", Naming.UNNAMED, PartyKind.PERSON),
        ("A passer-by", Naming.UNNAMED, PartyKind.PERSON),
        ("An ISW spokesman", Naming.UNNAMED, PartyKind.PERSON),
        ("A spokesman for ISW", Naming.UNNAMED, PartyKind.PERSON),
        ("An aide to Pavel Orlov", Naming.UNNAMED, PartyKind.PERSON),
        ("A source", Naming.UNNAMED, PartyKind.PERSON),
        ("The insider source", Naming.UNNAMED, PartyKind.PERSON),
        ("Two officials", Naming.UNNAMED, PartyKind.PERSON),
        ("12 soldiers", Naming.UNNAMED, PartyKind.PERSON),
        ("A leaked letter", Naming.UNNAMED, PartyKind.DOCUMENT),
        ("The ministry", Naming.UNNAMED, PartyKind.ORGANISATION),
        ("Critics", Naming.COLLECTIVE, None),
        ("Residents of the town", Naming.COLLECTIVE, None),
        ("Some", Naming.COLLECTIVE, None),
        ("Many experts", Naming.COLLECTIVE, None),
        ("They", Naming.COLLECTIVE, PartyKind.GROUP),
        ("He", Naming.UNNAMED, PartyKind.PERSON),
    ],
)
def test_naming(source: str, naming: Naming, kind: PartyKind | None) -> None:
    hop = last_hop(f"{source} said {TAIL}.", source, person=["Pavel Orlov", "Orlov"], organisation=["ISW"])
    assert hop.naming is naming
    assert kind is None or hop.kind is kind


def test_a_government_by_its_seat() -> None:
    hop = last_hop(f"The Kremlin said {TAIL}.", "The Kremlin", place=["Kremlin"])
    assert (hop.kind, hop.naming, hop.name) == (PartyKind.PLACE_FOR_GOVERNMENT, Naming.NAMED, "Kremlin")


def test_initials_stand_for_the_name() -> None:
    text = f"The Institute for the Study of War met. ISW said {TAIL}. The ISW report came."
    reading = read(text, said("ISW", "said", TAIL), organisation=["Institute for the Study of War", "ISW"])
    assert saying(reading, TAIL).chain[0].name == "Institute for the Study of War"
    assert len(set(parties(reading, "Institute for the Study of War", "ISW"))) == 1


def test_other_initials_stand_for_nobody_else() -> None:
    text = f"The Institute for the Study of War met. IWM said {TAIL}."
    reading = read(text, said("IWM", "said", TAIL), organisation=["Institute for the Study of War", "IWM"])
    assert saying(reading, TAIL).chain[0].name == "IWM"


def test_a_surname_stands_for_the_name_even_before_it() -> None:
    text = f"Orlov left\n\nOrlov said {TAIL}. Pavel Orlov slept."
    reading = read(text, said("\n\n[Orlov]", "said", TAIL), person=["Orlov", "Pavel Orlov"])
    assert saying(reading, TAIL).chain[0].name == "Pavel Orlov"


def test_a_surname_with_two_bearers_stays_open() -> None:
    text = f"Pavel Orlov met Marina Orlov. Orlov said {TAIL}."
    reading = read(text, said("Marina Orlov. [Orlov]", "said", TAIL), person=["Pavel Orlov", "Marina Orlov", "Orlov"])
    hop = saying(reading, TAIL).chain[0]
    assert hop.party not in parties(reading, "Pavel Orlov", "Marina Orlov")
    assert hop.naming is Naming.NAMED


def test_a_form_of_address_tells_two_bearers_apart() -> None:
    text = f"Pavel Orlov met Marina Orlov. Ms Orlov said {TAIL}."
    hop = last_hop(text, "Ms Orlov", person=["Pavel Orlov", "Marina Orlov", "Orlov"])
    assert hop.name == "Marina Orlov"


def test_first_names_that_differ_are_two_people() -> None:
    reading = read("Pavel Orlov met Ivan Orlov in town.", person=["Pavel Orlov", "Ivan Orlov"])
    assert len(set(parties(reading, "Pavel Orlov", "Ivan Orlov"))) == 2


def test_a_person_and_a_body_of_one_name_are_two() -> None:
    reading = read("Morgan left Morgan Bank today.", person=["Morgan"], organisation=["Morgan Bank"])
    assert len(set(parties(reading, "Morgan", "Morgan Bank"))) == 2


@pytest.mark.parametrize("again", ["The former minister", "The minister", "the former minister"])
def test_a_description_finds_who_bore_it(again: str) -> None:
    text = f"Former minister Pavel Orlov met Ivan Wu, a farmer. On Monday {again} said {TAIL}."
    assert last_hop(text, f"Monday [{again}]", person=["Pavel Orlov", "Ivan Wu"]).name == "Pavel Orlov"


def test_a_description_of_another_finds_nobody() -> None:
    text = f"Former minister Pavel Orlov left. The doctor said {TAIL}."
    hop = last_hop(text, "The doctor", person=["Pavel Orlov"])
    assert (hop.name, hop.naming) == (None, Naming.UNNAMED)


def test_the_clerk_is_a_clerk_spoken_of_before() -> None:
    text = f"A clerk said it rained. The clerk said {TAIL}."
    reading = read(text, said("A clerk", "said", "it rained"), said("The clerk", "clerk [said] the", TAIL))
    first, second = saying(reading, "it rained").chain[0], saying(reading, TAIL).chain[0]
    assert first.party is not None and first.party == second.party
    assert second.naming is Naming.UNNAMED


def test_two_clerks_are_two() -> None:
    text = f"A clerk said it rained. Another clerk said {TAIL}."
    reading = read(text, said("A clerk", "said", "it rained"), said("Another clerk", "clerk [said] the", TAIL))
    assert saying(reading, "it rained").chain[0].party != saying(reading, TAIL).chain[0].party


def test_a_clerk_who_is_named_later_was_named_all_along() -> None:
    text = f"A clerk said {TAIL}. Marina Osipova, the clerk, said it rained."
    reading = read(
        text,
        said("A clerk", "said", TAIL),
        said("Marina Osipova, the clerk", "clerk, [said]", "it rained"),
        person=["Marina Osipova"],
    )
    first, second = saying(reading, TAIL).chain[0], saying(reading, "it rained").chain[0]
    assert (first.name, first.naming, first.party) == ("Marina Osipova", Naming.NAMED, second.party)


def test_a_clerk_is_not_somebody_elses_name() -> None:
    text = f"A clerk said {TAIL}. Marina Osipova, the mayor, said it rained."
    reading = read(
        text,
        said("A clerk", "said", TAIL),
        said("Marina Osipova, the mayor", "mayor, [said]", "it rained"),
        person=["Marina Osipova"],
    )
    assert saying(reading, TAIL).chain[0].naming is Naming.UNNAMED


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [("He", "Pavel Orlov"), ("She", "Marina Wu"), ("It", "Lindgren Institute"), ("They", "Lindgren Institute")],
)
def test_a_pronoun_is_the_last_speaker_that_it_fits(pronoun: str, expected: str) -> None:
    text = f"The Lindgren Institute said it rained. Pavel Orlov said it snowed. Marina Wu said it froze. {pronoun} added {TAIL}."
    reading = read(
        text,
        said("The Lindgren Institute", "Institute [said]", "it rained"),
        said("Pavel Orlov", "Orlov [said]", "it snowed"),
        said("Marina Wu", "Wu [said]", "it froze"),
        said(f"froze. [{pronoun}]", "added", TAIL),
        person=["Pavel Orlov", "Marina Wu"],
        organisation=["Lindgren Institute"],
    )
    assert saying(reading, TAIL).chain[0].name == expected


def test_she_is_not_the_only_man() -> None:
    text = f"Pavel Orlov said it rained. She added {TAIL}."
    reading = read(text, said("Pavel Orlov", "said", "it rained"), said("She", "added", TAIL), person=["Pavel Orlov"])
    hop = saying(reading, TAIL).chain[0]
    assert (hop.name, hop.party, hop.naming) == (None, None, Naming.UNNAMED)


def test_he_in_reported_speech_is_the_speaker() -> None:
    text = f"Ivan Wu left. Pavel Orlov said that he believed {TAIL}."
    reading = read(
        text,
        said("Pavel Orlov", "said", f"that he believed {TAIL}"),
        said("he", "believed", TAIL),
        person=["Pavel Orlov", "Ivan Wu"],
    )
    assert [hop.name for hop in saying(reading, TAIL).chain] == ["Pavel Orlov", "Pavel Orlov"]


def test_he_in_a_quotation_is_not_the_speaker() -> None:
    text = f"Ivan Wu left on Monday. “He claimed {TAIL},” Pavel Orlov said."
    reading = read(
        text,
        said("Pavel Orlov", "said", f"“He claimed {TAIL},”"),
        said("He", "claimed", TAIL),
        person=["Pavel Orlov", "Ivan Wu"],
    )
    assert [hop.name for hop in saying(reading, TAIL).chain] == ["Pavel Orlov", "Ivan Wu"]


def test_he_in_a_quotation_is_not_the_speaker_who_is_named_after_it() -> None:
    text = f"Pavel Orlov came on Monday. “He claimed {TAIL},” Pavel Orlov said."
    reading = read(
        text,
        said("” [Pavel Orlov]", "said", f"“He claimed {TAIL},”"),
        said("He", "claimed", TAIL),
        person=["Pavel Orlov"],
    )
    assert [hop.name for hop in saying(reading, TAIL).chain] == ["Pavel Orlov", None]


def test_i_in_a_quotation_after_the_cue_is_the_speaker() -> None:
    text = f"Pavel Orlov said: “I believe {TAIL}.”"
    reading = read(
        text, said("Pavel Orlov", "said", f"“I believe {TAIL}.”"), said("I", "believe", TAIL), person=["Pavel Orlov"]
    )
    assert [hop.name for hop in saying(reading, TAIL).chain] == ["Pavel Orlov", "Pavel Orlov"]


def test_we_of_a_body_is_the_body() -> None:
    text = f"ISW said: “We believe {TAIL}.”"
    reading = read(
        text, said("ISW", "said", f"“We believe {TAIL}.”"), said("We", "believe", TAIL), organisation=["ISW"]
    )
    assert [hop.name for hop in saying(reading, TAIL).chain] == ["ISW", "ISW"]


def test_i_in_a_quotation_is_the_speaker() -> None:
    text = f"“I believe {TAIL},” Pavel Orlov said."
    reading = read(
        text, said("Pavel Orlov", "said", f"“I believe {TAIL},”"), said("I", "believe", TAIL), person=["Pavel Orlov"]
    )
    assert [hop.name for hop in saying(reading, TAIL).chain] == ["Pavel Orlov", "Pavel Orlov"]


@pytest.mark.parametrize(("before", "name"), [("Pavel Orlov, who", "Pavel Orlov"), ("ISW, which", "ISW")])
def test_a_relative_pronoun_is_whom_it_follows(before: str, name: str) -> None:
    text = f"{before} said {TAIL}, left."
    assert last_hop(text, before.split()[-1], person=["Pavel Orlov"], organisation=["ISW"]).name == name


def test_nobody_known_is_nobody_guessed() -> None:
    hop = last_hop(f"It said {TAIL}.", "It")
    assert (hop.party, hop.name) == (None, None)


def test_a_private_person_has_an_age_and_no_office() -> None:
    reading = read("Pavel Orlov, 34, met mayor Ivan Wu, 61, there.", person=["Pavel Orlov", "Ivan Wu"])
    assert {m.name: m.private for m in reading.mentions if m.name} == {"Pavel Orlov": True, "Ivan Wu": False}


def test_parties_are_equal_across_documents_by_name() -> None:
    one = read("Mayor Pavel Orlov left the town.", person=["Pavel Orlov"])
    two = read("The town saw its mayor, Pavel Orlov, leave.", person=["Pavel Orlov"])
    assert parties(one, "Pavel Orlov") == parties(two, "Pavel Orlov")


def test_two_documents_may_speak_of_two_private_people_of_one_name() -> None:
    one = read("Pavel Orlov left the town.", person=["Pavel Orlov"])
    two = read("The town saw Pavel Orlov leave.", person=["Pavel Orlov"])
    assert parties(one, "Pavel Orlov") != parties(two, "Pavel Orlov")


def test_unnamed_parties_of_two_documents_differ() -> None:
    one, two = (read(f"A clerk said {TAIL}{end}", said("A clerk", "said", TAIL)) for end in ".!")
    assert saying(one, TAIL).chain[0].party != saying(two, TAIL).chain[0].party


@pytest.mark.parametrize("possessive", ["Orlov's", "Orlov’s"])
def test_a_possessive_ending_is_no_part_of_a_name(possessive: str) -> None:
    text = f"{possessive} claim that {TAIL} was false."
    reading = read(text, said(possessive, "claim", f"that {TAIL}"), person=[possessive])
    assert saying(reading, TAIL).chain[0].name == "Orlov"
    assert [m.span.exact for m in reading.mentions] == ["Orlov"]


def test_capitals_that_the_model_left_out_are_a_body() -> None:
    assert [m.span.exact for m in read("The MVD met in the US today.").mentions] == ["MVD"]


def test_a_line_in_capitals_is_no_list_of_bodies() -> None:
    assert read("FLOOD HITS TOWN AGAIN TODAY").mentions == ()


def test_an_organisation_without_the_words_that_tell_what_it_is() -> None:
    text = "The think tank Institute for River Studies reports that it rained."
    whole = "think tank Institute for River Studies"
    reading = read(text, said(f"The {whole}", "reports", "that it rained"), organisation=[whole])
    assert [m.span.exact for m in reading.mentions] == ["Institute for River Studies"]


@pytest.mark.parametrize(
    ("source", "people", "bodies", "name"),
    [
        ("Pavel Orlov and Marina Lenz", ["Pavel Orlov", "Marina Lenz"], [], "Pavel Orlov and Marina Lenz"),
        ("Colonel Pavel Orlov, Marina Lenz and the clerk Ivo Brandt", ["Pavel Orlov", "Marina Lenz", "Ivo Brandt"], [],
         "Pavel Orlov, Marina Lenz and Ivo Brandt"),
        ("Both the ISW and the Tayga Fund", [], ["ISW", "Tayga Fund"], "ISW and Tayga Fund"),
        ("Pavel Orlov of ISW and Marina Lenz of the Tayga Fund", ["Pavel Orlov", "Marina Lenz"], ["ISW", "Tayga Fund"],
         "Pavel Orlov and Marina Lenz"),
        ("Pavel Orlov and his wife", ["Pavel Orlov"], [], "Pavel Orlov and his wife"),
    ],
)  # fmt: skip
def test_those_who_speak_as_one_are_a_party_of_their_own(
    source: str, people: list[str], bodies: list[str], name: str
) -> None:
    hop = last_hop(f"{source} said {TAIL}.", source, person=people, organisation=bodies)
    assert (hop.name, hop.naming) == (name, Naming.NAMED)


@pytest.mark.parametrize(
    ("source", "people", "bodies", "name"),
    [
        ("An aide to Pavel Orlov and Marina Lenz", ["Pavel Orlov", "Marina Lenz"], [], None),
        ("ISW and Tayga Fund officials", [], ["ISW", "Tayga Fund"], None),
        ("Marina Lenz, head of Shelter and Care", ["Marina Lenz"], ["Shelter", "Care"], "Marina Lenz"),
        ("The Ministry of Roads and Bridges", [], ["Ministry of Roads and Bridges"], "Ministry of Roads and Bridges"),
        ("Marina Lenz, a friend of Orlov and Brandt", ["Marina Lenz", "Orlov", "Brandt"], [], "Marina Lenz"),
    ],
)
def test_names_that_a_source_points_to_do_not_speak(
    source: str, people: list[str], bodies: list[str], name: str | None
) -> None:
    assert last_hop(f"{source} said {TAIL}.", source, person=people, organisation=bodies).name == name


@pytest.mark.parametrize(
    ("source", "kind"), [("Orlov's aunt", PartyKind.PERSON), ("Orlov’s letter", PartyKind.DOCUMENT)]
)
def test_who_belongs_to_somebody_is_not_he(source: str, kind: PartyKind) -> None:
    hop = last_hop(f"Orlov fell. {source} said {TAIL}.", source, person=["Orlov"])
    assert (hop.name, hop.kind, hop.naming) == (None, kind, Naming.UNNAMED)


def test_the_spokesman_and_not_whose_spokesman_he_is() -> None:
    source = "Orlov's spokesman, Ivo Brandt"
    assert last_hop(f"{source}, said {TAIL}.", source, person=["Orlov", "Ivo Brandt"]).name == "Ivo Brandt"


def test_they_who_spoke_as_one_speak_again() -> None:
    text = f"Pavel Orlov and Marina Lenz said it rained. They said {TAIL}."
    reading = read(
        text, said("Pavel Orlov and Marina Lenz", "said", "it rained"), said("They", "[said] " + TAIL, TAIL),
        person=["Pavel Orlov", "Marina Lenz"],
    )  # fmt: skip
    assert saying(reading, TAIL).chain[-1].name == "Pavel Orlov and Marina Lenz"


def test_the_prosecutor_for_a_town_bears_the_name_behind_it() -> None:
    source = "The prosecutor for Tver Ivo Brandt"
    assert last_hop(f"{source} said {TAIL}.", source, person=["Ivo Brandt"], place=["Tver"]).name == "Ivo Brandt"
    source = "An aide to Tver mayor Ivo Brandt"
    assert last_hop(f"{source} said {TAIL}.", source, person=["Ivo Brandt"], place=["Tver"]).name is None


@pytest.mark.parametrize(("text", "name"), [("“River Courier”", "River Courier"), ("“a friend”", None)])
def test_a_name_in_quotation_marks_is_a_name(text: str, name: str | None) -> None:
    assert last_hop(f"{text} said {TAIL}.", text.strip("“”")).name == name


@pytest.mark.parametrize("pronoun", ["Nobody", "Somebody", "Others"])
def test_some_pronouns_are_nobody_spoken_of_before(pronoun: str) -> None:
    text = f"ISW said it rained. {pronoun} in the town knew. {pronoun} said {TAIL}."
    reading = read(text, said("ISW", "said", "it rained"), said(pronoun, f"[said] {TAIL}", TAIL), organisation=["ISW"])
    assert saying(reading, TAIL).chain[-1].name is None


def test_the_government_of_another_country_is_another() -> None:
    text = f"The Kenyan Government fell. A clerk said the Ghanaian government claimed {TAIL}."
    mentions = {"organisation": ["Kenyan Government"]}
    assert last_hop(text, "the Ghanaian government", "claimed", **mentions).name is None
    same = text.replace("Ghanaian", "Kenyan")
    assert last_hop(same, "the Kenyan government", "claimed", **mentions).name == "Kenyan Government"


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("In remarks to the press, Lund spoke to Mrs Rao. He said {}.", "Lund"),
        ("He met Lund on Monday. He said {}.", "Pavel Orlov"),
        ("The shots were those of a neighbour who is called Gustav Lund. He said {}.", "Gustav Lund"),
    ],
)
def test_he_is_whom_his_own_paragraph_names(paragraph: str, name: str) -> None:
    text = f"Pavel Orlov spoke of the weather.\n\n{paragraph.format(TAIL)}"
    found = said("Pavel Orlov", "spoke of", "the weather")
    people = ["Pavel Orlov", "Gustav Lund", "Lund", "Rao"]
    reading = read(text, found, said("[He] said", "said", TAIL), person=people)
    assert saying(reading, TAIL).chain[-1].name == name


def test_of_two_bearers_of_a_surname_the_one_in_this_paragraph_is_meant() -> None:
    text = f"Fedor Orlov left.\n\nPavel Orlov stayed. Orlov said {TAIL}."
    reading = read(text, said("[Orlov] said", "said", TAIL), person=["Fedor Orlov", "Pavel Orlov", "Orlov"])
    assert saying(reading, TAIL).chain[-1].name == "Pavel Orlov"


@pytest.mark.parametrize("marks", ["“”", '""', "()"])
def test_a_nickname_is_part_of_the_name(marks: str) -> None:
    name = f"Pavel {marks[0]}Duke{marks[1]} Orlov"
    hop = last_hop(f"{name} said {TAIL}.", name, person=["Pavel", "Orlov"])
    assert hop.name == name


def test_a_firm_is_not_its_study_and_not_its_flight() -> None:
    text = f"The Tver Institute said {TAIL}. The Tver Institute study and Port Air Flight 574 were late."
    reading = read(text, organisation=["Tver Institute study", "Tver Institute", "Port Air Flight"])
    assert {m.name for m in reading.mentions if m.party} == {"Tver Institute", "Port Air"}


def test_the_building_of_a_district_is_no_district() -> None:
    text = f"It fell on the Port District’s Brandt Building. The district said {TAIL}."
    assert last_hop(text, "The district", organisation=["Brandt Building"]).name is None


def test_a_surname_behind_an_office_and_a_given_name_is_no_body() -> None:
    hop = last_hop(f"The firm's director Gustiono Kustianto said {TAIL}.", "The firm's director Gustiono Kustianto",
                   organisation=["Kustianto"])  # fmt: skip
    assert (hop.name, hop.kind) == ("Gustiono Kustianto", PartyKind.PERSON)


def test_parents_are_not_the_first_of_their_names() -> None:
    source = "Her parents, Bob and Mary Orlov"
    assert last_hop(f"{source}, said {TAIL}.", source, person=["Bob", "Mary Orlov"]).name is None


def test_a_statement_is_the_words_of_whose_it_is() -> None:
    hop = last_hop(f"Orlov fell. Orlov’s statement said {TAIL}.", "Orlov’s statement", person=["Orlov"])
    assert (hop.name, hop.naming) == ("Orlov", Naming.NAMED)


def test_a_town_with_an_outlets_word_is_the_outlet() -> None:
    hop = last_hop(f"Kessel Live said {TAIL}.", "Kessel Live", place=["Kessel"])
    assert (hop.name, hop.kind) == ("Kessel Live", PartyKind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "source", "bodies", "name"),
    [
        ("The City Committee on Harbours met. The Committee said {}.", "met. [The Committee]",
         ["City Committee on Harbours", "Committee"], "City Committee on Harbours"),
        ("The Senate Committee on Harbours met. The Senate said {}.", "met. [The Senate]",
         ["Senate Committee on Harbours", "Senate"], "Senate"),
        ("The Harbour Board of South Polje met. South Polje said {}.", "met. [South Polje]",
         ["Harbour Board of South Polje", "South Polje"], "South Polje"),
        ("The Marlo M330 fell. Marlo said {}.", "fell. [Marlo]", ["Marlo M330", "Marlo"], "Marlo"),
        ("The GWL union said {}.", "The GWL union", ["GWL"], "GWL"),
        ("The GWL committee said {}.", "The GWL committee", ["GWL"], None),
    ],
)  # fmt: skip
def test_which_body_a_name_is(text: str, source: str, bodies: list[str], name: str | None) -> None:
    assert last_hop(text.format(TAIL), source, organisation=bodies).name == name


def test_a_body_whose_name_is_whole_elsewhere_is_whole_here() -> None:
    text = f"The Boatmen's Party met. A note of the Boatmen's Party said {TAIL}."
    found = find(text, organisation=["Boatmen's Party"])
    last = found.mentions[-1]
    cut = replace(last, start=last.end - len("Party"))
    reading = read_found(text, replace(found, mentions=[*found.mentions[:-1], cut]))
    assert [m.span.exact for m in reading.mentions] == ["Boatmen's Party"] * 2


@pytest.mark.parametrize("word", ["website", "campaign"])
def test_what_is_said_beside_a_countrys_name_is_not_the_country(word: str) -> None:
    text = f"It was read in Ruritania, months after the {word} fell. The {word} said {TAIL}."
    assert last_hop(text, f"The {word}", place=["Ruritania"]).name is None


def test_of_two_bearers_of_a_surname_he_is_meant_who_is_nobodys_father() -> None:
    text = f"Pavel Orlov, son of the former mayor Fedor Orlov, left.\n\nOrlov said {TAIL}."
    hop = last_hop(text, "\n\n[Orlov]", person=["Pavel Orlov", "Fedor Orlov", "Orlov"])
    assert hop.name == "Pavel Orlov"


@pytest.mark.parametrize(
    ("before", "mention", "after", "name"),
    [
        ("Master of the ", "Harbour Anna Rao", "", "Anna Rao"),
        ("The aunt of ", "Maria Anna Rao", "", "Maria Anna Rao"),
        ("", "Anna O", "'Rao", "Anna O'Rao"),
    ],
)
def test_where_a_persons_name_begins_and_ends(before: str, mention: str, after: str, name: str) -> None:
    reading = read(f"{before}{mention}{after} left.", person=[mention])
    assert [m.name for m in reading.mentions if m.party] == [name]


def test_a_surname_that_the_model_left_out_once_is_the_persons() -> None:
    text = f"Ida Lenz left. On Friday Lenz said {TAIL}."
    hop = last_hop(text, "Friday [Lenz]", person=["Ida Lenz"])
    assert (hop.name, hop.naming) == ("Ida Lenz", Naming.NAMED)


def test_he_outside_a_quotation_is_nobody_who_is_only_named_in_one() -> None:
    text = f"Pavel Orlov said, “It was Ivan Wu. Wu said nothing.” He said {TAIL}."
    quoted = "“It was Ivan Wu. Wu said nothing.”"
    reading = read(
        text, said("Pavel Orlov", "said", quoted), said(". [Wu] said", "Wu [said]", "nothing"),
        said("He", "He [said]", TAIL), person=["Pavel Orlov", "Ivan Wu", "Wu"],
    )  # fmt: skip
    assert saying(reading, TAIL).chain[-1].name == "Pavel Orlov"


@pytest.mark.parametrize("pronoun", ["it", "they"])
def test_it_in_a_spokesmans_words_is_the_body_that_he_speaks_for(pronoun: str) -> None:
    text = f"A Harbour Office spokesman said {pronoun} knew that {TAIL}."
    reading = read(
        text, said("A Harbour Office spokesman", "said", f"{pronoun} knew that {TAIL}"),
        said(f"said [{pronoun}]", "knew", f"that {TAIL}"), organisation=["Harbour Office"],
    )  # fmt: skip
    assert saying(reading, TAIL).chain[-1].name == "Harbour Office"


def test_he_is_whose_sentence_it_was_and_not_whose_cabinet() -> None:
    text = f"Pavel Orlov won when voters left the government of Ivan Wu. He said {TAIL}."
    assert last_hop(text, "He", person=["Pavel Orlov", "Ivan Wu"]).name == "Pavel Orlov"


def test_authorities_are_no_it() -> None:
    text = f"Authorities said it rained. It said {TAIL}."
    reading = read(text, said("Authorities", "said", "it rained"), said("It", "It [said]", TAIL))
    assert saying(reading, TAIL).chain[-1].party is None


@pytest.mark.parametrize(
    ("source", "kind", "naming"),
    [
        ("A number of port officials", PartyKind.PERSON, Naming.COLLECTIVE),
        ("The majority of its members", PartyKind.PERSON, Naming.COLLECTIVE),
        ("Letters used in the trial", PartyKind.DOCUMENT, Naming.COLLECTIVE),
        ("A man who knew Orlov", PartyKind.PERSON, Naming.UNNAMED),
        ("The station where Orlov works", PartyKind.ORGANISATION, Naming.UNNAMED),
    ],
)
def test_what_a_description_is_of(source: str, kind: PartyKind, naming: Naming) -> None:
    hop = last_hop(f"{source} said {TAIL}.", source, person=["Orlov"])
    assert (hop.name, hop.kind, hop.naming) == (None, kind, naming)


def test_a_man_who_is_called_by_a_name_is_named() -> None:
    source = "A man who is called Orlov"
    assert last_hop(f"{source} said {TAIL}.", source, person=["Orlov"]).name == "Orlov"


def test_those_with_their_stations_in_brackets_speak_as_one() -> None:
    source = "Anna Rao (Radio Polje), Ivan Wu (Tayga) and Ida Lenz (ISW)"
    hop = last_hop(f"{source} said {TAIL}.", source, person=["Anna Rao", "Ivan Wu", "Ida Lenz"], organisation=["ISW"])
    assert hop.name == "Anna Rao, Ivan Wu and Ida Lenz"


def test_a_body_joined_to_a_name_is_not_the_name_alone() -> None:
    hop = last_hop(f"The Orlov administration and the ISW said {TAIL}.", "The Orlov administration and the ISW",
                   organisation=["ISW"])  # fmt: skip
    assert hop.name == "Orlov administration and the ISW"


def test_the_report_of_a_bodys_committee_is_the_committees() -> None:
    source = "The report by the Port Authority's Quay committee"
    hop = last_hop(f"{source} said {TAIL}.", source, organisation=["Port Authority", "Quay committee"])
    assert hop.name == "Quay committee"


@pytest.mark.parametrize(("source", "name"), [("The PM", "Anna Rao"), ("The minister", "Ivan Wu")])
def test_pm_is_the_prime_minister_and_no_other(source: str, name: str) -> None:
    spoke = "Prime Minister Anna Rao spoke of the harbour and of the weather in the islands."
    text = f"{spoke} The foreign minister Ivan Wu left. {source} said {TAIL}."
    hop = last_hop(text, f"left. [{source}]", person=["Anna Rao", "Ivan Wu"])
    assert (hop.name, hop.kind) == (name, PartyKind.PERSON)


def test_a_pm_whom_nobody_names_is_a_person() -> None:
    hop = last_hop(f"British PM said {TAIL}.", "British PM")
    assert (hop.kind, hop.naming) == (PartyKind.PERSON, Naming.UNNAMED)


def test_shares_of_people_are_people() -> None:
    hop = last_hop(f"Forty percent of voters said {TAIL}.", "Forty percent of voters")
    assert (hop.naming, hop.kind) == (Naming.COLLECTIVE, PartyKind.PERSON)
    assert last_hop(f"Only 12 percent said {TAIL}.", "Only 12 percent").naming is Naming.COLLECTIVE


def test_the_initial_of_a_surname_is_the_surname() -> None:
    text = f"Ida Lenz and Ivo Brandt came. Ida L. said {TAIL}."
    assert last_hop(text, "Ida L", person=["Ida Lenz", "Ivo Brandt", "Ida L"]).name == "Ida Lenz"


def test_a_surname_that_is_no_town_in_the_text_is_the_persons() -> None:
    text = f"Lech Osten came. Osten left. He came from Kurow. The old Osten said {TAIL}."
    found = find(text, said("The old Osten", "said", TAIL), person=["Lech Osten"], place=["Kurow"])
    at = [i for i in range(len(text)) if text.startswith("Osten", i)][1:]
    kinds = ("person", "place")
    mentions = [FoundMention(i, i + 5, kind) for i, kind in zip(at, kinds, strict=True)]
    reading = read_found(text, replace(found, mentions=sorted([*found.mentions, *mentions], key=lambda m: m.start)))
    assert saying(reading, TAIL).chain[-1].name == "Lech Osten"


def test_an_office_in_capitals_ends_where_the_name_begins() -> None:
    text = f"State Superintendent of Schools Ida Lenz said {TAIL}."
    assert last_hop(text, "State Superintendent of Schools Ida Lenz", person=["Ida Lenz"]).name == "Ida Lenz"
    text = f"Friends of President Ida Lenz said {TAIL}."
    assert last_hop(text, "Friends of President Ida Lenz", person=["Ida Lenz"]).name is None


def test_a_body_may_bear_a_persons_noun() -> None:
    text = f"A clerk of the National Party came. He knew that National said {TAIL}."
    assert last_hop(text, "National said"[:8], organisation=["National Party", "National"]).name == "National Party"


def test_a_country_s_poll_is_somebody_elses() -> None:
    text = f"It was a poll made in Norland by the Kurier. This Norland poll found {TAIL}."
    assert last_hop(text, "This Norland poll", "found", place=["Norland"], organisation=["Kurier"]).name is None
    text = f"A poll made in Norland by the Kurier found {TAIL}."
    hop = last_hop(text, "A poll made in Norland by the Kurier", "found", place=["Norland"], organisation=["Kurier"])
    assert hop.name == "Kurier"


def test_any_leader_of_a_party_is_nobody_of_before() -> None:
    text = f"Ivo Brandt, the leader of the port, came. The leader of a party said {TAIL}."
    assert last_hop(text, "The leader of a party", person=["Ivo Brandt"]).name is None


def test_he_is_who_spoke_and_not_whose_words_were_passed_on() -> None:
    text = f"On 12 May the judge of the court in Kurow, Ivo Brandt, agreed with Jan Lenz's argument that it rained. He said {TAIL}."
    reading = read(
        text,
        said("Ivo Brandt", "agreed with", "Jan Lenz's argument that it rained"),
        said("Jan Lenz's", "argument", "that it rained"),
        said("He", "said", TAIL),
        person=["Ivo Brandt", "Jan Lenz"],
    )
    assert saying(reading, TAIL).chain[-1].name == "Ivo Brandt"


def test_he_is_who_told_it_and_who_was_asked() -> None:
    text = f"Jan Osten told the lawyer, Ivo Lenz, that it rained. He said {TAIL}."
    told = said("Jan Osten", "told", "that it rained")
    names = ["Jan Osten", "Ivo Lenz"]
    assert saying(read(text, told, said("He", "said", TAIL), person=names), TAIL).chain[-1].name == "Jan Osten"
    text = f"Jan Osten asked the lawyer, Ivo Lenz, whether it rained. He said {TAIL}."
    asked = said("Jan Osten", "asked", "whether it rained")
    assert saying(read(text, asked, said("He", "said", TAIL), person=names), TAIL).chain[-1].name == "Ivo Lenz"


def test_an_addressee_is_whole() -> None:
    text = f"Jan Osten reassured members of the public that {TAIL}."
    found = saying(read(text, said("Jan Osten", "reassured", f"that {TAIL}")), TAIL).chain[-1].addressee
    assert found is not None and found.span.exact == "members of the public"


def test_he_is_the_subject_of_his_own_sentence() -> None:
    text = f"Malik Rahn said that it rained. The rapper Kenyo Wess caused an uproar when he said {TAIL}."
    reading = read(
        text,
        said("Malik Rahn", "said", "that it rained"),
        said("[he] said", "[said] the", TAIL),
        person=["Malik Rahn", "Kenyo Wess"],
    )
    assert saying(reading, TAIL).chain[-1].name == "Kenyo Wess"


def test_initials_are_all_of_the_name() -> None:
    text = f"T.J. Osten said {TAIL}."
    assert last_hop(text, "T.J. Osten", person=["J. Osten"]).name == "T.J. Osten"


@pytest.mark.parametrize(
    ("before", "kind"), [("south of", "place"), ("mayor of", "place"), ("chairman of", "organisation")]
)
def test_a_word_that_a_part_or_an_office_shows_to_be_a_place(before: str, kind: str) -> None:
    reading = read(f"Two cafes in the {before} Tayga closed.", organisation=["Tayga"])
    assert [m.kind.value for m in reading.mentions] == [kind]
