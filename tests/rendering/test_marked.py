"""The text marked with characters alone."""

import re

from sayso.domain.document import Removed
from sayso.rendering.marked import marked
from tests.builders import TEXT, Text, flood


def test_sources_cues_and_nested_contents_are_numbered() -> None:
    assert (
        "⟦The Harbour Institute⟧¹ ⟨reported⟩¹ ⟪¹that ⟦the insider⟧² ⟨claimed⟩² "
        "⟪²that the mayor, ⟮possibly⟯ in May, hid the flood²⟫¹⟫."
    ) in marked(flood())


def test_a_note_says_who_each_number_is() -> None:
    assert "² the insider (unnamed), through Harbour Institute: claims, possible, “possibly”\n" in marked(flood())


def test_the_text_is_whole_without_the_marks() -> None:
    assert re.sub("[⟦⟧⟨⟩⟪⟫⟮⟯⌊⌋⁰¹²³⁴⁵⁶⁷⁸⁹·]", "", marked(flood())).startswith(TEXT)


def test_furniture_is_marked() -> None:
    assert "⌊Leave a Reply⌋" in marked(flood())


def test_a_stretch_of_two_attributions_is_marked_once_with_both_numbers() -> None:
    text = Text("He said rain and wind.")
    he = text.hop("He", "said")
    assert marked(text.reading(text.said("rain", he), text.said("wind", he))).startswith("⟦He⟧¹·² ⟨said⟩¹·² ")


def test_a_text_without_findings_is_printed_as_it_is() -> None:
    assert marked(Text("Nothing").reading()) == "Nothing\n"


def test_marks_hold_back_escape_codes() -> None:
    text = Text("He said \x1b[2Jrain")
    reading = text.reading(text.said("\x1b[2Jrain", text.hop("He")), removed=(Removed("x", "y"),))
    assert "\x1b" not in marked(reading)
