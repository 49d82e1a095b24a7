"""How findings are put into words."""

from sayso.domain.attribution import Factuality, Naming, Stance
from sayso.rendering.words import how_sure, name_of, shortened, through_whom, who
from tests.builders import Text, addressed, flood


def test_an_unnamed_source_says_so() -> None:
    assert who(flood().attributions[1]) == "the insider (unnamed)"


def test_the_outer_hops_stand_between() -> None:
    assert through_whom(flood().attributions[1]) == ("Harbour Institute",)


def test_a_stance_of_an_outer_hop_stands_with_its_name() -> None:
    text = Text("A claims that B says rain.")
    said = text.said("rain", text.hop("A", "claims", stance=Stance.CLAIMS), text.hop("B", "says"))
    assert through_whom(said) == ("A, claims",)


def test_hedges_are_quoted_after_stance_and_certainty() -> None:
    assert how_sure(flood().attributions[1]) == ("claims", "possible", "“possibly”")


def test_certainly_not() -> None:
    text = Text("He denies rain.")
    said = text.said("rain", text.hop("He", stance=Stance.DENIES), factuality=Factuality.CERTAINLY_NOT)
    assert how_sure(said) == ("denies", "certainly not")


def test_reportedly_has_nobody_behind_it() -> None:
    assert name_of(Text("reportedly").hop(None, "reportedly")) == "nobody named"


def test_a_pronoun_is_called_by_its_name() -> None:
    assert name_of(Text("he").hop("he", name="Ada Byron", naming=Naming.NAMED)) == "Ada Byron"


def test_whom_it_was_told() -> None:
    text = Text("She told the BBC that it rained.")
    assert who(text.said("it rained", addressed(text.hop("She"), text.span("the BBC")))) == "She (to the BBC)"


def test_a_carried_source_bears_a_mark() -> None:
    text = Text("She. “Rain.”")
    assert who(text.said("“Rain.”", text.hop("She", carried=True))) == "She ↩"


def test_a_long_content_is_cut_in_its_middle_between_words() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    made = shortened(words)
    assert len(made) <= 300
    head, tail = made.split(" … ")
    assert words.startswith(head + " ") and words.endswith(" " + tail)


def test_a_long_content_without_blanks_keeps_both_ends() -> None:
    assert shortened("x" * 1000).count("x") == 296


def test_300_characters_are_not_cut() -> None:
    assert shortened("x" * 300) == "x" * 300
