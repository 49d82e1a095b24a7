"""Index keys: statements of one claim share one, and a statement has few."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.tracing.keys import BANDS, find_keys, lookup_keys, rank_candidates, sharing_numbers
from sayso.tracing.statement import Place, Quantity, Statement
from tests.tracing.pairs import load_pairs, state

MOST_KEYS = 100
LEAST_FOUND = {"worked.toml": 0.9, "withheld.toml": 0.88}


def unit(*numbers: float) -> np.ndarray:
    """A vector of length 1."""
    vector = np.array(numbers, np.float32)
    return vector / np.linalg.norm(vector)


@pytest.mark.parametrize("name", list(LEAST_FOUND))
def test_most_statements_of_one_claim_share_a_key_without_vectors(name: str) -> None:
    same = [pair for pair in load_pairs(name) if pair.same]
    keys = [[{k for k in find_keys(side) if k[0] != "v"} for side in (pair.one, pair.other)] for pair in same]
    found = sum(bool(one & other) for one, other in keys) / len(same)
    assert found >= LEAST_FOUND[name]


def test_keys_are_pairs_and_never_a_common_word() -> None:
    statement = state(
        "{S Traders} {C said} {X officers of the Migration Control Service seized 236 men in Lugovsk}.",
        names="organisation: Migration Control Service; place: Lugovsk",
    )
    keys = find_keys(statement)
    assert "n#|lugovsk|236" in keys and "#|236" in keys and "nn|control migration service|lugovsk" in keys
    assert not {"lugovsk", "officer", "ww|officer|officer"} & set(keys)


def test_paraphrases_share_the_key_of_their_kinds() -> None:
    one = state("{S Traders} {C said} {X officers arrested plasterers in the bathhouse}.")
    other = state("{S Traders} {C said} {X plasterers were seized at the bathhouse}.")
    assert "ww|detain|plasterer" in set(find_keys(one)) & set(find_keys(other)) or "ww|plasterer|detain" in set(
        find_keys(one)
    ) & set(find_keys(other))


def test_near_vectors_share_a_band_and_far_ones_do_not() -> None:
    rng = np.random.RandomState(1)
    statement = replace(load_pairs("worked.toml")[0].one, words=(), names=(), places=(), quantities=())
    near = far = 0
    for _ in range(50):
        first, noise = (unit(*rng.standard_normal(384)) for _ in range(2))
        close = unit(*(0.85 * first + 0.5267 * noise))
        keys = set(find_keys(replace(statement, vector=first)))
        assert len(keys) == BANDS
        near += bool(keys & set(lookup_keys(replace(statement, vector=close))))
        far += bool(keys & set(lookup_keys(replace(statement, vector=noise))))
    assert near >= 30 and far <= 5


def test_the_planes_are_the_same_for_ever() -> None:
    statement = replace(load_pairs("worked.toml")[0].one, words=(), names=(), places=(), quantities=())
    vector = unit(*np.linspace(-1, 2, 384))
    assert find_keys(replace(statement, vector=vector))[:3] == ("v0|9df", "v1|351c", "v2|3824")


def test_looking_up_takes_in_the_keys_themselves() -> None:
    for pair in load_pairs("worked.toml")[:10]:
        assert set(find_keys(pair.one)) <= set(lookup_keys(pair.one))


@given(
    st.lists(st.text(min_size=1, max_size=300), max_size=300),
    st.lists(st.text(min_size=1, max_size=300), max_size=100),
    st.lists(st.floats(allow_nan=False, allow_infinity=False, min_value=0), max_size=100),
)
def test_keys_are_bounded_whatever_a_statement_holds(words: list[str], names: list[str], numbers: list[float]) -> None:
    statement: Statement = replace(
        load_pairs("worked.toml")[0].one,
        words=tuple(words),
        names=tuple(Place(name, 0, 1) for name in names),
        quantities=tuple(Quantity(number, number, None, None, 0, 1) for number in numbers),
    )
    keys = find_keys(statement)
    assert len(keys) <= MOST_KEYS and len(set(keys)) == len(keys) and all(len(key) <= 60 for key in keys)
    assert keys == find_keys(statement)


def test_candidates_are_ranked_by_how_few_share_their_keys() -> None:
    found = {"a": ["x", "y", "z", "w"], "b": ["y"], "c": ["w", "x"]}
    assert rank_candidates(found) == ["y", "w", "x", "z"]
    assert rank_candidates(found, 2) == ["y", "w"]


def test_who_shares_a_number_is_told_apart() -> None:
    found = {"v0|1f": ["a", "b"], "n#|orm|40": ["b", "c"], "nn|ada|#1": ["c", "d"], "#|236": ["e"], "x#|rm|4": ["f"]}
    assert sharing_numbers(found) == {"b", "c", "e", "f"}


def test_own_keys_that_are_known_are_not_made_again() -> None:
    statement = load_pairs("worked.toml")[0].one
    assert lookup_keys(statement, ["mine"])[0] == "mine"
    assert lookup_keys(statement, find_keys(statement)) == lookup_keys(statement)
