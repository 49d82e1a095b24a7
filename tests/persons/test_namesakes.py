"""Names that may be one's by their letters: a hint with its reason, and never more."""

from __future__ import annotations

import pytest

from sayso.persons.namesakes import likeness


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Orlov", "Pavel Orlov", "its last word is “Orlov”"),
        ("Pavel Orlov", "Orlov", "the last word of this name"),
        ("Pavel Orlov", "Pavel", "the first word of this name"),
        ("Quay", "Quay Herald", "its first word is “Quay”"),
        ("Pavel Orlov", "P. Orlov", "the same last word, and a first word that agrees"),
        ("Pavel Ivanovich Orlov", "Pavel Orlov", "the same last word, and a first word that agrees"),
        ("Pavel Orlov", "Pavel Orlow", "the same name, written otherwise"),
        ("Pavel Orlov", "PAVEL ORLOV", "the same name, written otherwise"),
        ("Pavel Orlov", "Ivan Orlov", None),
        ("Pavel Orlov", "Pavel Lenz", None),
        ("Pavel Orlov", "Pavel Orlov", None),
        ("Pavel Orlov", "Orlova", None),
        ("42", "Pavel Orlov", None),
    ],
)
def test_why_a_name_may_be_another(one: str, other: str, why: str | None) -> None:
    assert likeness(one, other) == why
    assert (likeness(other, one) is None) is (why is None)
