"""Quoted stretches by their marks alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.quotation import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it rained” twice.", ["“it rained”"]),
        ('He said "it rained" twice.', ['"it rained"']),
        ("He said ‘it rained’ twice.", ["‘it rained’"]),
        ("He said 'it rained' twice.", ["'it rained'"]),
        ("He said ''it rained'' twice.", ["''it rained''"]),
        ("Er sagte „es regnet“ und ging.", ["„es regnet“"]),
        ("Il dit «il pleut» et part.", ["«il pleut»"]),
        ('"A," he said. "B."', ['"A,"', '"B."']),
        ('She said: "Rain."\n"Wind," he said.', ['"Rain."', '"Wind,"']),
        ("“They don’t know,” he said.", ["“They don’t know,”"]),
        ("”Det regnar”, sade han. ”Igen.”", ["”Det regnar”", "”Igen.”"]),
        ("”It rained,” he said.", ["”It rained,”"]),
    ],
)
def test_each_kind_of_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the boys' club, and they're late.",
        "It’s the boys’ club, and they’re late.",
        "We met 'round here in the '90s.",
        "The ’90s were the residents’ best years.",
        'A pipe 5" wide.',
        "A pipe 5” wide, and ”another.",
        "",
    ],
)
def test_apostrophes_and_lone_marks_quote_nothing_closed(text: str) -> None:
    assert not [q for q in find_quotations(text) if q.closed]


def test_apostrophes_alone_open_nothing() -> None:
    assert quoted("It's the boys' club in the '90s, 'round here.") == []


def test_a_quotation_inside_one_has_depth_one() -> None:
    text = "“He discussed ‘ethnic crime’ and left,” she said."
    outer, inner = find_quotations(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert text[inner.start : inner.end] == "‘ethnic crime’"
    assert outer.closed and inner.closed


def test_an_apostrophe_inside_does_not_close_a_single_quotation() -> None:
    assert quoted("He said ‘the boys don’t know’ and left.") == ["‘the boys don’t know’"]


def test_an_unclosed_stretch_ends_with_its_paragraph() -> None:
    text = "“First part.\n\n“Second part.”\n\nNo quotation."
    first, second = find_quotations(text)
    assert text[first.start : first.end] == "“First part." and not first.closed
    assert text[second.start : second.end] == "“Second part.”" and second.closed


def test_a_line_break_inside_a_wrapped_paragraph_does_not_end_a_quotation() -> None:
    text = "“They came on Sunday morning, and they told us that they\nwould come again on every Sunday after that one, all of\nthem.”"
    assert quoted(text) == [text]


def test_windows_line_ends_end_a_paragraph() -> None:
    first, second = find_quotations("“First.\r\n\r\n“Second.”")
    assert (first.closed, second.closed) == (False, True)


@pytest.mark.parametrize("mark", ["“", "”", '"', "'", "‘", "’", "“”", "'a ", "\n\n“", "«"])
def test_a_hundred_thousand_marks_take_no_longer_than_their_number(mark: str) -> None:
    find_quotations(mark * 100_000)


@given(st.text(alphabet="ab “”‘’'\"«».,\n", max_size=60))
@settings(deadline=None)
def test_stretches_are_in_order_and_nest(text: str) -> None:
    found = find_quotations(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(0 <= q.start < q.end <= len(text) and q.depth in {0, 1, 2} for q in found)
    assert all("\n\n" not in text[q.start : q.end] for q in found)
    for left, right in zip(found, found[1:], strict=False):
        assert right.start >= left.end or right.end <= left.end


def test_a_quotation_that_opens_once_and_closes_paragraphs_later_is_quoted_in_all_of_them() -> None:
    text = "She said: “We came.\n\nWe saw nothing.\n\nWe left.”\n\nThey stayed."
    assert quoted(text) == ["“We came.", "We saw nothing.", "We left.”"]
    assert [q.closed for q in find_quotations(text)] == [False, False, True]


def test_a_line_ends_a_paragraph_and_so_a_quotation_in_it() -> None:
    text = "“We came.\n“We saw,” she said.\nThey stayed."
    assert quoted(text) == ["“We came.", "“We saw,”"]
    assert {q.depth for q in find_quotations(text)} == {0}


def test_a_lone_closing_mark_far_below_closes_nothing() -> None:
    text = "“We came.\n\n" + "They stayed.\n\n" * 20 + "A stray mark” here."
    assert quoted(text) == ["“We came."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "We came.\n\nWe left." They stayed.', ['"We came.', 'We left."']),
        ('She said: "We came.\n\nWe left", and they stayed.', ['"We came.', 'We left"']),
        ('She said: "We came.\n\n"We left," she said.', ['"We came.', '"We left,"']),
        ('She said: "We came.\n\nHe called it "wise" then.', ['"We came.', '"wise"']),
        ('She said: "We came.\n\nThe pipe is 5" wide.', ['"We came.']),
        ('She said: "We came.\n\n' + "They stayed.\n\n" * 6 + 'They left" then.', ['"We came.']),
    ],
)
def test_a_straight_mark_closes_paragraphs_later_too(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
