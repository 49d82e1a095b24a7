"""The journal's chain."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.journal import Deed, Entry, find_break, next_entry


def _three() -> list[Entry]:
    found: list[Entry] = []
    for about in ("doc_1", "doc_2", "doc_3"):
        before = found[-1] if found else None
        found.append(next_entry(before, at="2026-03-02T06:00:00Z", who="Ada", what=Deed.ADD, about=about))
    return found


def test_what_was_written_holds() -> None:
    assert find_break(_three()) is None
    assert find_break([]) is None


def test_a_changed_entry_is_found() -> None:
    one, two, three = _three()
    assert find_break([one, replace(two, who="Bea"), three]) == replace(two, who="Bea")


def test_an_entry_that_was_left_out_is_found() -> None:
    one, _, three = _three()
    assert find_break([one, three]) == three


def test_an_entry_that_was_slipped_in_is_found() -> None:
    one, two, three = _three()
    other = next_entry(one, at="2026-03-02T06:00:00Z", who="Eve", what=Deed.ADD, about="doc_9")
    assert find_break([one, other, two, three]) == two
