"""Pieces → windows."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.models.distance import distance_buckets
from sayso.models.labels import DISTANCES
from sayso.models.pieces import Pieces
from sayso.models.windows import MOST_PIECES, split_windows


def pieces(first: list[bool], opens: list[bool], stops: list[bool]) -> Pieces:
    none = np.zeros(len(first), np.int64)
    return Pieces(none, none, none, none, *(np.array(flags, np.bool_) for flags in (first, opens, stops)))


def plain(count: int, opens: tuple[int, ...] = (0,), stops: tuple[int, ...] = ()) -> Pieces:
    return pieces([True] * count, [i in opens for i in range(count)], [i in stops for i in range(count)])


flags = st.tuples(st.booleans(), st.booleans(), st.booleans())


@given(st.lists(flags, max_size=300), st.integers(1, 40))
def test_windows_cover_all_and_are_never_too_long(rows: list[tuple[bool, bool, bool]], most: int) -> None:
    rows = [(first or not i, opens or not i, stops) for i, (first, opens, stops) in enumerate(rows)]
    split = pieces(*([row[i] for row in rows] for i in range(3)))  # type: ignore[arg-type]
    windows = split_windows(split, most)
    assert [at for start, end in windows for at in range(start, end)] == list(range(len(rows)))
    assert all(0 < end - start <= most for start, end in windows)


def test_no_pieces_no_windows() -> None:
    assert split_windows(plain(0)) == []


def test_what_fits_is_one_window() -> None:
    assert split_windows(plain(MOST_PIECES)) == [(0, 254)]
    assert MOST_PIECES == 254


def test_paragraphs_stay_whole_where_they_fit() -> None:
    assert split_windows(plain(25, opens=(0, 8, 16)), 10) == [(0, 8), (8, 16), (16, 25)]
    assert split_windows(plain(25, opens=(0, 8, 16)), 17) == [(0, 16), (16, 25)]


def test_a_long_paragraph_is_cut_after_its_last_sentence_that_fits() -> None:
    assert split_windows(plain(15, stops=(2, 6, 8, 12)), 10) == [(0, 9), (9, 15)]


def test_a_stop_in_the_first_half_is_no_place_to_cut() -> None:
    assert split_windows(plain(15, stops=(2,)), 10) == [(0, 10), (10, 15)]


def test_words_are_not_cut() -> None:
    first = [i not in (9, 10, 11) for i in range(15)]
    assert split_windows(pieces(first, [True] + [False] * 14, [False] * 15), 10) == [(0, 8), (8, 15)]


@given(st.integers(0, 253), st.integers(1, 254))
def test_distance_buckets_rise_with_the_place_on_either_side(cue: int, length: int) -> None:
    buckets = distance_buckets(cue, length)
    assert len(buckets) == length
    assert ((buckets >= 0) & (buckets < DISTANCES)).all()
    before, after = buckets[:cue], buckets[cue:]
    assert (np.diff(before) <= 0).all() and (np.diff(after) >= 0).all()
    assert not set(before.tolist()) & set(after.tolist())


def test_distances_are_exact_up_to_eight() -> None:
    buckets = distance_buckets(20, 41)
    assert len(set(buckets[12:29].tolist())) == 17
    assert buckets[0] != buckets[12] and buckets[40] != buckets[28]


def test_windows_of_the_most_pieces_have_distances_of_their_own_at_both_ends() -> None:
    assert distance_buckets(0, 254)[253] < DISTANCES
    assert distance_buckets(253, 254)[0] < DISTANCES // 2
