"""Which attribution stands in which, and quotations that nobody's cue brings in."""

from __future__ import annotations

from sayso.domain.attribution import Naming, PartyKind
from tests.extract.builders import Found, FoundAttribution, names, place, read, read_found, said, saying, sources


def test_a_cue_in_a_content_stands_one_hop_further_in() -> None:
    text = "ISW said that the insider claimed that it rained."
    reading = read(
        text,
        said("ISW", "said", "that the insider claimed that it rained"),
        said("the insider", "claimed", "[that it rained]."),
        organisation=["ISW"],
    )
    inner, outer = saying(reading, "it rained"), saying(reading, "the insider claimed")
    assert sources(outer) == ["ISW"]
    assert sources(inner) == ["ISW", "the insider"]
    assert inner.content[0].exact == "that it rained"
    assert [hop.cue.lemma for hop in inner.chain if hop.cue] == ["say", "claim"]


def test_three_hops() -> None:
    text = "Tass said Orlov told reporters that a clerk warned that it rained."
    reading = read(
        text,
        said("Tass", "said", "Orlov told reporters that a clerk warned that it rained"),
        said("Orlov", "told", "that a clerk warned that it rained"),
        said("a clerk", "warned", "[that it rained]."),
        organisation=["Tass"],
        person=["Orlov"],
    )
    assert sources(saying(reading, "it rained")) == ["Tass", "Orlov", "a clerk"]


def test_two_attributions_side_by_side_do_not_nest() -> None:
    text = "Orlov said it rained, and Wu said it snowed."
    reading = read(text, said("Orlov", "Orlov [said]", "it rained"), said("Wu", "Wu [said]", "it snowed"), person=["Orlov", "Wu"])  # fmt: skip
    assert sources(saying(reading, "it rained")) == ["Orlov"]
    assert sources(saying(reading, "it snowed")) == ["Wu"]


def test_who_cites_stands_outside_of_whom_it_cites() -> None:
    text = "Tass, citing Orlov, said it rained."
    reading = read(
        text,
        said("Tass", "said", "it rained"),
        said("Orlov", "citing", "it rained"),
        organisation=["Tass"],
        person=["Orlov"],
    )
    chains = {len(a.chain): sources(a) for a in reading.attributions if a.chain}
    assert chains == {1: ["Tass"], 2: ["Tass", "Orlov"]}


def test_what_is_said_in_a_cited_report_came_through_whom_it_cites() -> None:
    text = "Tass, citing Orlov, said that Wu denied the rain."
    reading = read(
        text,
        said("Tass", "said", "that Wu denied the rain"),
        said("Orlov", "citing", "that Wu denied the rain"),
        said("Wu", "denied", "[the rain]."),
        organisation=["Tass"],
        person=["Orlov", "Wu"],
    )
    assert [sources(a) for a in reading.attributions if a.content[0].exact == "the rain"] == [["Tass", "Orlov", "Wu"]]


def test_a_paper_that_was_told_and_reported_stands_outside() -> None:
    text = "A clerk told the Herald, which reported that it rained."
    reading = read(
        text,
        said("A clerk", "told", "that it rained"),
        said("which", "reported", "that it rained"),
        organisation=["Herald"],
    )
    inner = max((a for a in reading.attributions), key=lambda a: len(a.chain))
    assert sources(inner) == ["which", "A clerk"]
    assert names(inner) == ["Herald", None]


def test_a_quotation_cut_in_two_is_one_attribution() -> None:
    text = "“It rained,” said Orlov, “and it snowed.”"
    reading = read(text, said("Orlov", "said", "“It rained,”", "“and it snowed.”"), person=["Orlov"])
    assert [[s.exact for s in a.content] for a in reading.attributions] == [["“It rained,”", "“and it snowed.”"]]


def test_a_quotation_that_goes_on_in_its_paragraph_joins() -> None:
    text = "“It rained all day,” Orlov said. “It snowed all night too.”"
    reading = read(text, said("Orlov", "said", "“It rained all day,”"), person=["Orlov"])
    (attribution,) = reading.attributions
    assert [s.exact for s in attribution.content] == ["“It rained all day,”", "“It snowed all night too.”"]
    assert not attribution.chain[0].carried


def test_a_quotation_after_other_words_does_not_join() -> None:
    text = "“It rained all day,” Orlov said. Then Wu came in. “It snowed all night too.”"
    reading = read(text, said("Orlov", "said", "“It rained all day,”"), person=["Orlov", "Wu"])
    assert [s.exact for s in saying(reading, "It rained").content] == ["“It rained all day,”"]


def test_a_quotation_open_at_a_paragraphs_end_is_carried_on() -> None:
    text = "Orlov said: “It rained all day.\n\n“It snowed all night too.”"
    reading = read(text, said("Orlov", "said", "“It rained all day."), person=["Orlov"])
    (hop,) = saying(reading, "It snowed").chain
    assert hop.carried and hop.cue is None
    assert hop.source is not None and hop.source.start == text.index("Orlov")
    assert (hop.name, hop.naming) == ("Orlov", Naming.NAMED)


def test_a_quotation_is_carried_on_from_a_closed_paragraph_too() -> None:
    text = "The ISW report said: “Orlov met the board on Monday.”\n\n“Orlov defended the raids and left.”\n\nIt rained on the town."
    reading = read(text, said("The ISW report", "said", "“Orlov met the board on Monday.”"), organisation=["ISW"], person=["Orlov"])  # fmt: skip
    carried = saying(reading, "Orlov defended")
    assert carried.chain[0].carried and carried.chain[0].name == "ISW"


def test_a_carried_quotation_is_a_hop_for_what_is_said_in_it() -> None:
    text = "The ISW report said: “Orlov met the board.”\n\n“Orlov left the board and claimed that it rained.”"
    reading = read(
        text,
        said("The ISW report", "said", "“Orlov met the board.”"),
        said("“[Orlov] left", "claimed", "that it rained"),
        organisation=["ISW"],
        person=["Orlov"],
    )
    inner = saying(reading, "that it rained")
    assert names(inner) == ["ISW", "Orlov"]
    assert [hop.carried for hop in inner.chain] == [True, False]


def test_three_carried_paragraphs_keep_their_speaker() -> None:
    text = "Orlov said: “It rained all day.\n\n“It snowed all night.\n\n“It froze in the morning.”"
    reading = read(text, said("Orlov", "said", "“It rained all day."), person=["Orlov"])
    assert names(saying(reading, "It froze in")) == ["Orlov"]


def test_a_carried_quotation_in_a_carried_run_goes_to_the_last_speaker() -> None:
    text = "Orlov said: “It rained all day.”\n\nWu said: “It snowed all night.”\n\n“It froze in the morning.”"
    reading = read(
        text,
        said("Orlov", "Orlov [said]", "“It rained all day.”"),
        said("Wu", "Wu [said]", "“It snowed all night.”"),
        person=["Orlov", "Wu"],
    )
    assert names(saying(reading, "It froze in")) == ["Wu"]


def test_a_phrase_in_quotation_marks_is_nobodys_speech() -> None:
    text = "Orlov said it rained.\n\nThe town calls it “a very big flood” in its papers."
    reading = read(text, said("Orlov", "said", "it rained"), person=["Orlov"])
    assert [sources(a) for a in reading.attributions if "flood" in a.content[0].exact] == [[]]


def test_a_quotation_far_below_is_somebodys_but_nobody_known() -> None:
    text = (
        "Orlov said: “It rained all day.”\n\nThe town slept on.\n\nThe river fell back.\n\n“It froze in the morning.”"
    )
    reading = read(text, said("Orlov", "said", "“It rained all day.”"), person=["Orlov"])
    (hop,) = saying(reading, "It froze").chain
    assert (hop.source, hop.party, hop.naming, hop.carried) == (None, None, Naming.NONE, False)


def test_a_headline_quotation_is_not_carried() -> None:
    text = "“It froze in the morning”\n\nOrlov said it rained."
    reading = read(text, said("Orlov", "said", "it rained"), person=["Orlov"])
    assert [sources(a) for a in reading.attributions if "froze" in a.content[0].exact] == [[]]


def test_content_is_widened_over_its_quotation_marks() -> None:
    text = "“It rained,” said Orlov."
    reading = read(text, said("Orlov", "said", "It rained"), person=["Orlov"])
    assert reading.attributions[0].content[0].exact == "“It rained,”"


def test_circles_are_broken() -> None:
    text = "Orlov said Wu said it rained."
    first, second = place(text, "Orlov [said]"), place(text, "Wu [said]")
    both = place(text, "Orlov said Wu said it rained")
    found = Found([
        FoundAttribution(first, (place(text, "Orlov"),), (both,)),
        FoundAttribution(second, (place(text, "Wu"),), (both,)),
    ])  # fmt: skip
    reading = read_found(text, found)
    assert sorted(len(a.chain) for a in reading.attributions if a.chain) in ([1, 1], [1, 2])


def test_an_endless_chain_stops() -> None:
    text = "A said " * 30 + "it rained."
    found = []
    for i in range(30):
        at = 7 * i
        found.append(FoundAttribution((at + 2, at + 6), ((at, at + 1),), ((at + 7, len(text) - 1),)))
    reading = read_found(text, Found(found))
    assert max(len(a.chain) for a in reading.attributions) == 8


def test_a_cue_without_source_is_a_hop_of_nobody() -> None:
    text = "Orlov is reportedly leaving the town."
    reading = read(text, said(None, "reportedly", "Orlov is", "leaving the town"), person=["Orlov"])
    (hop,) = saying(reading, "leaving").chain
    assert (hop.source, hop.party, hop.naming, hop.kind) == (None, None, Naming.NONE, PartyKind.UNKNOWN)
    assert hop.cue is not None and hop.cue.lemma == "reportedly"


def test_a_content_that_begins_in_the_headline_keeps_to_the_text() -> None:
    text = "Well poisoned\n\nThe well may have been poisoned, the doctor said.\n"
    whole = (0, text.index(", the doctor"))
    found = Found([FoundAttribution(place(text, "said"), (place(text, "the doctor"),), (whole,))])
    assert saying(read_found(text, found), "may have been").content[0].exact == "The well may have been poisoned"


def test_a_quotation_that_runs_on_over_paragraphs_without_marks_is_no_voice_of_the_outlets() -> None:
    text = 'Orlov said: "We came at noon.\n\nNobody was there. We left again." It rained there.'
    reading = read(text, said("Orlov", "said", '"We came at noon.'), person=["Orlov"])
    carried = saying(reading, "Nobody was there")
    assert (sources(carried), carried.chain[0].carried) == (["Orlov"], True)
    assert [a.content[0].exact for a in reading.attributions if not a.chain] == ["It rained there."]


def test_a_quotation_that_runs_on_up_to_its_speaker_is_his() -> None:
    text = 'Fair closed\n\nWu left early that day. "We came at noon.\n\nNobody was there," said Orlov.'
    reading = read(text, said("Orlov", "said", text[text.index('"') : text.index(" said")]), person=["Orlov", "Wu"])
    found = saying(reading, "Nobody was there")
    assert [span.exact for span in found.content] == ['"We came at noon.', 'Nobody was there,"']


def test_who_is_cited_behind_a_whole_sentence_said_what_the_sentence_says_was_said() -> None:
    text = "Delta puts the losses at 134, with reference to Osten."
    outer = said("Delta", "puts", "the losses at 134")
    cited = said("Osten", "with reference to", "Delta puts the losses at 134")
    reading = read(text, outer, cited, organisation=["Delta"], person=["Osten"])
    assert names(saying(reading, "the losses at 134")) == ["Delta", "Osten"]


def test_who_had_been_shown_something_and_told_is_not_who_told() -> None:
    text = "Velda reported that two clients had been shown papers and told that the case was open."
    outer = said("Velda", "reported", "that two clients had been shown papers and told that the case was open")
    inner = said("two clients", "told", "that the case was open")
    reading = read(text, outer, inner, person=["Velda"])
    assert sources([a for a in reading.attributions if len(a.chain) == 2][0]) == ["Velda", None]
