"""Sources that run over another saying, or begin a sentence too early."""

from __future__ import annotations

from tests.extract.builders import names, read, said, saying, sources


def test_a_speaker_ends_before_who_added_something() -> None:
    text = "“I would go on my own,” said Osten who added “the next fair will be my last.”"
    reading = read(
        text,
        said("Osten who added “the next fair will be my last", "said", "“I would go on my own,”"),
        said("who", "added", "“the next fair will be my last.”"),
        person=["Osten"],
    )
    assert sources(saying(reading, "on my own")) == ["Osten"]
    assert names(saying(reading, "next fair")) == ["Osten"]


def test_who_says_a_thing_does_not_do_what_the_thing_does() -> None:
    text = "There are some who say this letter proves that the dam broke."
    reading = read(
        text,
        said("who", "say", "this letter proves that the dam broke"),
        said("some who say this letter", "proves", "that the dam broke"),
    )
    assert sources(saying(reading, "the dam broke"))[-1] == "this letter"


def test_a_speaker_keeps_what_is_told_of_him() -> None:
    text = "A man who said he was a doctor told the Kurier that the dam broke."
    reading = read(
        text,
        said("A man who said he was a doctor", "told", "that the dam broke"),
        said("who", "said", "he was a doctor"),
    )
    assert sources(saying(reading, "the dam broke")) == ["A man who said he was a doctor"]


def test_the_pronoun_before_a_verb_is_its_subject() -> None:
    text = "“We froze. Good God! We had always told them the dam was weak,” Osten said."
    reading = read(
        text,
        said("Osten", "said", text[: text.index(" Osten")]),
        said("Good God", "had always told", "the dam was weak"),
        person=["Osten"],
    )
    assert sources(saying(reading, "the dam was weak")) == ["Osten", "We"]


def test_a_source_and_its_name_found_apart_are_one() -> None:
    text = "The head of the port, General Ivo Brandt, said that the dam broke."
    whole = said("The head of the port, General Ivo Brandt,", "said", "that the dam broke")
    assert sources(saying(read(text, whole, person=["Ivo Brandt"]), "the dam broke")) == [
        "The head of the port, General Ivo Brandt"
    ]


def test_a_description_goes_on_to_the_comma_that_closes_it() -> None:
    text = "Osten, a friend of the dam, which she drew when she was in the town council, said that it rained."
    cut = said("Osten, a friend of the dam, which she drew when she was", "said", "that it rained")
    assert sources(saying(read(text, cut, person=["Osten"]), "it rained")) == [text[: text.index(", said")]]
    text = "Osten in a long letter, said that it rained."
    assert sources(saying(read(text, said("Osten", "said", "that it rained")), "it rained")) == ["Osten"]


def test_a_lone_noun_takes_the_nouns_before_it() -> None:
    text = "Kurow flood warning centre spokesman Osten said that it rained."
    cut = said("spokesman Osten", "said", "that it rained")
    assert sources(saying(read(text, cut, person=["Osten"]), "it rained")) == [text[: text.index(" said")]]
    for opening in ("In Kurow", "On Friday", "Friday", "Later", "Yesterday, the", "Kurow’s call came after"):
        text = f"{opening} spokesman Osten said that it rained."
        assert sources(saying(read(text, cut, person=["Osten"]), "it rained")) == ["spokesman Osten"]
    text = "According to spokesman Osten it rained all day."
    late = said("spokesman Osten", "According to", "it rained all day")
    assert sources(saying(read(text, late, person=["Osten"]), "it rained")) == ["spokesman Osten"]


def test_each_according_to_has_whom_it_names() -> None:
    text = "The dam broke on Monday, according to Ida Osten, and was never sound, according to Gitta Halle."
    reading = read(
        text,
        said("Gitta Halle", "[according to] Ida", "The dam broke on Monday"),
        said("Gitta Halle", "[according to] Gitta", "was never sound"),
        person=["Ida Osten", "Gitta Halle"],
    )
    assert sources(saying(reading, "The dam broke")) == ["Ida Osten"]
    assert sources(saying(reading, "never sound")) == ["Gitta Halle"]


def test_a_source_has_the_mark_that_closes_it_and_not_whom_it_told() -> None:
    text = "It rained, the newspaper “Polje Post” reported. “We left,” said Osten to the reporters."
    reading = read(
        text,
        said("the newspaper “Polje Post", "reported", "It rained"),
        said("Osten to the reporters", "said", "“We left,”"),
        organisation=["Polje Post"],
        person=["Osten"],
    )
    assert sources(saying(reading, "It rained")) == ["the newspaper “Polje Post”"]
    left = saying(reading, "We left").chain[0]
    assert left.source is not None and left.source.exact == "Osten"
    assert left.addressee is not None and left.addressee.span.exact == "the reporters"


def test_a_source_is_who_speaks_and_not_what_was_done_to_it() -> None:
    text = "Samples were tested in a laboratory in Kurow revealing that the dam was weak."
    reading = read(text, said("Samples were tested in a laboratory in Kurow", "revealing", "that the dam was weak"))
    assert sources(saying(reading, "the dam was weak")) == ["Samples"]
    text = "Short of the council asking them to stay, the clerks will go."
    reading = read(text, said("Short of the council", "asking", "them to stay"))
    assert sources(saying(reading, "them to stay")) == ["the council"]


def test_a_clause_in_a_source_ends_at_its_comma() -> None:
    text = "Osten, a friend of a law that she drew up when she was a clerk, said that it rained."
    reading = read(text, said("Osten, a friend of a law that she drew up when", "said", "that it rained"))
    assert sources(saying(reading, "it rained")) == ["Osten, a friend of a law that she drew up when she was a clerk"]


def test_an_ending_is_the_verbs() -> None:
    text = "“Everyone's been saying it rained. I've been aware of it all,” Osten said."
    reading = read(
        text,
        said("Osten", "said", text[: text.index(" Osten")]),
        said("Everyone's", "been saying", "it rained"),
        said("I", "ve been aware of", "it all"),
        person=["Osten"],
    )
    assert sources(saying(reading, "it rained")) == ["Osten", "Everyone"]
    cue = saying(reading, "it all").chain[-1].cue
    assert cue is not None and cue.span.exact == "'ve been aware of"
