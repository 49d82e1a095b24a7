"""Nobody is credited with what he was accused of, with what is said of him, or with what somebody beside him said."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import Factuality, Naming, PartyKind, Stance
from sayso.domain.reading import CheckKind
from tests.extract.builders import names, own, read, said, saying, sources

TAIL = "the dam broke"
PEOPLE = ["Pavel Orlov", "Ivo Brandt"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "left"),
    [
        ("Orlov was told that it rained.", "Orlov", "was told", "that it rained", "Orlov"),
        ("The deputy, Ivo Brandt, stands accused of taking bribes.", "Ivo Brandt", "stands accused of", "taking bribes", None),
        ("Ivo Brandt was appointed harbour master.", "Ivo Brandt", "appointed", "harbour master", None),
        ("An officer accused of taking bribes left.", "An officer", "accused of", "taking bribes", None),
        ("Orlov, later convicted of taking bribes, left.", "Orlov", "later convicted of", "taking bribes", None),
        ("Mayor charged with taking bribes", "Mayor", "charged with", "taking bribes", None),
        ("Orlov accused her of taking bribes.", "Orlov", "accused", "her of taking bribes", "Orlov"),
        ("Orlov told her that it rained.", "Orlov", "told", "that it rained", "Orlov"),
        ("Orlov was quoted as saying it rained.", "Orlov", "was quoted as saying", "it rained", "Orlov"),
        ("It was said by Orlov that it rained.", "Orlov", "was said", "that it rained", "Orlov"),
        ("Orlov was adamant that it rained.", "Orlov", "was adamant", "that it rained", "Orlov"),
    ],
)  # fmt: skip
def test_who_was_accused_or_appointed_did_not_say_it(
    text: str, source: str, cue: str, content: str, left: str | None
) -> None:
    reading = read(text, said(source, cue, content), person=["Orlov", *PEOPLE])
    assert sources(saying(reading, content)) == [left]


@pytest.mark.parametrize(
    ("text", "source", "left"),
    [
        ("The film shows alleged fraud.", "The film", None),
        ("A clerk proved Orlov's alleged fraud.", "Orlov's", None),
        ("Orlov alleged fraud.", "Orlov", "Orlov"),
        ("Orlov has long alleged fraud.", "Orlov", None),
        ("Orlov has publicly alleged fraud.", "Orlov", "Orlov"),
    ],
)
def test_alleged_fraud_is_alleged_by_nobody_who_stands_before_it(text: str, source: str, left: str | None) -> None:
    assert sources(saying(read(text, said(source, "alleged", "fraud"), person=["Orlov"]), "fraud")) == [left]


@pytest.mark.parametrize(
    ("text", "cue", "content", "kept"),
    [
        ("The club was denied a goal.", "was denied", "a goal", False),
        ("Six hundred men were dismissed from the army.", "were dismissed", "Six hundred men", False),
        ("The claim was denied at once.", "was denied", "The claim", True),
        ("It was denied that it rained.", "was denied", "that it rained", True),
        ("The claim was dismissed as nonsense.", "was dismissed", "The claim", True),
    ],
)
def test_who_is_denied_a_thing_denies_nothing(text: str, cue: str, content: str, kept: bool) -> None:
    reading = read(text, said(None, cue, content))
    assert any(a.chain for a in reading.attributions) is kept


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who"),
    [
        ("The head of the port, Ivo Brandt, said it rained.", "The head of the port", "said", "it rained", "Ivo Brandt"),
        ("The daily newspaper, The Tayga, said it rained.", "The daily", "said", "it rained", "Tayga"),
        ("According to the head of the port, Ivo Brandt, it rained.", "the head of the port", "According to", "Ivo Brandt, it rained", "Ivo Brandt"),
        ("Heads of the ports, Ivo Brandt said, met.", "Heads of the ports", "met", "Heads of the ports", None),
        ("The head of the port, Ivo Brandt wrote, said it rained.", "The head of the port", "said", "it rained", None),
    ],
)  # fmt: skip
def test_a_description_keeps_the_name_behind_it(
    text: str, source: str, cue: str, content: str, who: str | None
) -> None:
    reading = read(text, said(source, cue, content), person=PEOPLE, organisation=["Tayga"])
    assert [names(a) for a in reading.attributions if a.chain] == [[who]]
    if cue == "According to":
        assert saying(reading, "it rained").content[0].exact == "it rained"


def test_who_sent_the_mayor_a_letter_is_not_the_mayor() -> None:
    text = "A group of clerks who sent Ivo Brandt a letter urging him to stay left."
    reading = read(text, said("who sent Ivo Brandt", "a letter urging", "him to stay"), person=PEOPLE)
    assert names(saying(reading, "him to stay")) == [None]


def test_where_he_said_it_is_not_who_said_it() -> None:
    text = f"Orlov claimed in his grand jury testimony that {TAIL}."
    reading = read(
        text,
        said("Orlov", "claimed", f"that {TAIL}"),
        said("his grand jury", "testimony", f"that {TAIL}"),
        person=["Orlov"],
    )
    assert [sources(a) for a in reading.attributions if a.chain] == [["Orlov"]]


@pytest.mark.parametrize("word", ["others", "many", "some", "one", "another", "both"])
def test_others_are_none_of_those_who_spoke_before(word: str) -> None:
    text = f"The Port Union said it rained. In the night {word} said {TAIL}."
    reading = read(text, said("The Port Union", "said", "it rained"), said(word, f"{word} [said]", TAIL), organisation=["Port Union"])  # fmt: skip
    assert names(saying(reading, TAIL)) == [None]


def test_no_party_is_a_who() -> None:
    text = f"Pavel Orlov, the leader of the old Port Party, who said {TAIL}, left."
    reading = read(text, said("who", "said", TAIL), person=PEOPLE, organisation=["Port Party"])
    assert names(saying(reading, TAIL)) == ["Pavel Orlov"]
    text = f"Pavel Orlov (now of the Port Party) who said {TAIL} left."
    reading = read(text, said("who", "said", TAIL), person=PEOPLE, organisation=["Port Party"])
    assert names(saying(reading, TAIL)) == ["Pavel Orlov"]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("The Orlov administration", None, PartyKind.ORGANISATION),
        ("The Orlov campaign", None, PartyKind.ORGANISATION),
        ("Orlov himself", "Orlov", PartyKind.PERSON),
        ("Clubs such as Tayga", None, None),
        ("A board including Ivo Brandt", None, PartyKind.ORGANISATION),
        ("Nine of the ten engineers", None, PartyKind.PERSON),
        ("Officials responsible for Tayga", None, PartyKind.PERSON),
        ("Ferry officials and Tayga", "Ferry officials and Tayga", PartyKind.GROUP),
        ("Pavel Orlov along with Ivo Brandt", "Pavel Orlov and Ivo Brandt", PartyKind.GROUP),
        ("The Orlov administration and Tayga", "Orlov administration and Tayga", PartyKind.GROUP),
    ],
)
def test_a_name_in_a_description_is_not_whom_it_describes(
    source: str, name: str | None, kind: PartyKind | None
) -> None:
    people = PEOPLE if "Pavel" in source else ["Orlov", "Ivo Brandt"]
    hop = saying(read(f"{source} said {TAIL}.", said(source, "said", TAIL), person=people, organisation=["Tayga"]), TAIL).chain[0]  # fmt: skip
    assert hop.name == name
    assert kind is None or hop.kind is kind


def test_they_are_no_body_that_a_sentence_only_mentions() -> None:
    text = f"Two clerks of the Tayga Fund left. They said {TAIL}."
    reading = read(text, said("They", "said", TAIL), organisation=["Tayga Fund"])
    assert names(saying(reading, TAIL)) == [None]
    text = f"The Tayga Fund left. They said {TAIL}."
    assert names(saying(read(text, said("They", "said", TAIL), organisation=["Tayga Fund"]), TAIL)) == ["Tayga Fund"]


def test_the_hero_of_a_series_is_no_he() -> None:
    text = f"A court heard the publisher of the Pavel Orlov novels. He said {TAIL}."
    assert names(saying(read(text, said("He", "said", TAIL), person=PEOPLE), TAIL)) == [None]


def test_the_club_behind_according_to_is_another_party() -> None:
    text = f"According to Tayga, the club has learned that {TAIL}."
    reading = read(text, said("the club", "has learned", f"that {TAIL}"), organisation=["Tayga"])
    assert names(saying(reading, TAIL)) == [None]


def test_who_speaks_inside_a_quotation_does_not_go_on_speaking() -> None:
    text = "Orlov added, “It rained.\n\n“We do not want to stop, and the ship sails.\n\n“Two matches are left for everybody.\n\n“We won.”"
    reading = read(text, said("Orlov", "added", "“It rained."), said("We", "do not want", "to stop"), person=["Orlov"])
    for words in ("ship sails", "Two matches", "We won"):
        assert names(saying(reading, words)) == ["Orlov"]
    assert own(reading) == []


def test_what_somebody_is_names_no_body() -> None:
    for word in ("MP", "Medics"):
        hop = saying(read(f"{word} said {TAIL}.", said(word, "said", TAIL), organisation=[word]), TAIL).chain[0]
        assert (hop.name, hop.kind) == (None, PartyKind.PERSON)


def test_a_surname_is_a_person_wherever_it_stands() -> None:
    text = f"Pavel Orlov came. Orlov ate, and Orlov slept. Then Commodore Orlov spoke. Orlov added that {TAIL}."
    found = read(
        text, said("[Orlov] added", "Orlov [added]", f"that {TAIL}"), person=["Pavel Orlov", "Commodore Orlov", "Orlov"]
    )
    assert names(saying(found, TAIL)) == ["Pavel Orlov"]
    assert len({m.party for m in found.mentions}) == 1


@pytest.mark.parametrize(
    ("cue", "stance", "factuality"),
    [
        ("would not say", Stance.DECLINES, Factuality.UNKNOWN),
        ("could not confirm", Stance.DECLINES, Factuality.UNKNOWN),
        ("not only said", Stance.SAYS, Factuality.CERTAIN),
        ("agreed", Stance.SAYS, Factuality.CERTAIN),
        ("had no idea", Stance.KNOWS, Factuality.UNKNOWN),
        ("protested", Stance.ACCUSES, Factuality.CERTAIN),
        ("objected", Stance.ACCUSES, Factuality.CERTAIN),
    ],
)
def test_how_it_is_put(cue: str, stance: Stance, factuality: Factuality) -> None:
    found = saying(read(f"Clerks {cue} that {TAIL}.", said("Clerks", cue, f"that {TAIL}")), TAIL)
    assert (found.chain[0].stance, found.factuality) == (stance, factuality)


@pytest.mark.parametrize(
    ("cue", "opening", "stance"),
    [
        ("was not clear", "whether", Stance.KNOWS),
        ("was tried to determine", "if", Stance.FINDS),
        ("was tried to assess", "whether", Stance.BELIEVES),
    ],
)
def test_an_open_question_is_no_finding(cue: str, opening: str, stance: Stance) -> None:
    content = f"{opening} {TAIL}"
    found = saying(read(f"It {cue} {content}.", said(None, cue.removeprefix("was tried to "), content)), TAIL)
    assert (found.chain[0].stance, found.factuality) == (stance, Factuality.UNKNOWN)


def test_what_is_clear_is_not_denied() -> None:
    found = saying(read(f"It was clear that {TAIL}.", said(None, "was clear", f"that {TAIL}")), TAIL)
    assert (found.chain[0].stance, found.factuality) == (Stance.KNOWS, Factuality.CERTAIN)


def test_whoever_is_named_accuses() -> None:
    text = "Orlov was accused by the Tayga Fund of fraud."
    found = saying(read(text, said("the Tayga Fund", "was accused", "of fraud"), organisation=["Tayga Fund"]), "fraud")
    assert (names(found), found.chain[0].stance) == (["Tayga Fund"], Stance.ACCUSES)


def test_at_least_does_not_make_a_statement_doubtful() -> None:
    found = read("At least five bridges fell in the night.", hedges=["least"])
    assert [(a.factuality, [h.span.exact for h in a.hedges]) for a in found.attributions] == [
        (Factuality.CERTAIN, ["At least"])
    ]


def test_a_sentence_that_names_its_source_has_not_lost_it() -> None:
    first = "The Tayga Fund wrote that it rained."
    middle = "The Tayga Fund said so, and all through the long night the ferry went on crossing the cold river."
    last = "The Tayga Fund added that it snowed."
    reading = read(
        f"Rain falls\n\n{first} {middle} {last}",
        said("The Tayga Fund", "wrote", "that it rained"),
        said("The Tayga Fund", "The Tayga Fund [said]", "so"),
        said("The Tayga Fund", "added", "that it snowed"),
        organisation=["Tayga Fund"],
    )
    assert not [c for c in reading.checks if c.kind is CheckKind.LOST_ATTRIBUTION]


def test_a_government_is_not_without_a_name() -> None:
    for source, alarms in (("The Sulan government", 0), ("An official", 1)):
        text = f"Sula ends harbour blockade\n\n{source} said that Sula ends the harbour blockade."
        reading = read(text, said(source, "said", "that Sula ends the harbour blockade"), organisation=["Sula"])
        assert len([c for c in reading.checks if c.kind is CheckKind.HEADLINE_SURER]) == alarms
        assert all(hop.naming is Naming.UNNAMED for a in reading.attributions for hop in a.chain)


@pytest.mark.parametrize(
    ("text", "cue", "factuality"),
    [
        (f"Clerks do not know how {TAIL}.", "know", Factuality.UNKNOWN),
        (f"Clerks don’t really know how {TAIL}.", "know", Factuality.UNKNOWN),
        (f"Clerks did not think {TAIL}.", "think", Factuality.PROBABLY_NOT),
        (f"Clerks not only said {TAIL}.", "said", Factuality.CERTAIN),
        (f"Clerks knew how {TAIL}.", "knew", Factuality.CERTAIN),
    ],
)
def test_a_negation_before_the_cue_negates_it(text: str, cue: str, factuality: Factuality) -> None:
    assert saying(read(text, said("Clerks", cue, TAIL)), TAIL).factuality is factuality


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("The head of the port, Ivo Brandt said", "The head of the port"),
        ("The ambassador in Kenya, Ivo Brandt said", "The ambassador"),
        ("The commissioner of roads, Colonel Ivo Brandt, said", "The commissioner"),
    ],
)
def test_the_name_behind_a_title_and_its_place_belongs_to_the_source(before: str, source: str) -> None:
    reading = read(f"{before} {TAIL}.", said(source, "said", TAIL), person=PEOPLE, place=["Kenya"])
    assert names(saying(reading, TAIL)) == ["Ivo Brandt"]


def test_a_title_is_not_part_of_what_its_bearer_says() -> None:
    text = f"The commissioner of roads, Ivo Brandt said {TAIL}."
    reading = read(text, said("Ivo Brandt", "said", "The commissioner of roads", TAIL), person=PEOPLE)
    assert [span.exact for span in saying(reading, TAIL).content] == [TAIL]
    assert sources(saying(reading, TAIL)) == ["The commissioner of roads, Ivo Brandt"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("It was paid according to the city's wages policy.", "the city's wages policy", "according to", "It was paid", False),
        ("It was paid, according to the city's wages policy.", "the city's wages policy", "according to", "It was paid", True),
        ("According to the rules, it was paid.", "the rules", "According to", "it was paid", True),
        ("It was paid according to the mayor.", "the mayor", "according to", "It was paid", True),
        ("The port fell, says Orlov's written statement.", "Orlov's", "written", "The port fell", False),
        ("Orlov has written that it fell.", "Orlov", "has written", "that it fell", True),
        ("His health had declined severely.", "His health", "had declined", "severely", False),
        ("The firm stopped short of a figure.", "The firm", "of", "a figure", False),
    ],
)  # fmt: skip
def test_what_is_no_saying_is_left_out(text: str, source: str, cue: str, content: str, kept: bool) -> None:
    reading = read(text, said(source, cue, content), person=["Orlov"])
    assert any(attribution.chain for attribution in reading.attributions) is kept


def test_a_cue_begins_with_its_verb_and_not_inside_it() -> None:
    reading = read("Orlov hasn't said that it rained.", said("Orlov", "'t said", "that it rained"), person=["Orlov"])
    cue = saying(reading, "that it rained").chain[-1].cue
    assert cue is not None
    assert cue.span.exact == "hasn't said"
