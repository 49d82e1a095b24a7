"""Whom the registry of an invented country knows that a party can be."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.party import By, KnownParty, Standing
from sayso.extract.extraction import extract
from sayso.readers.plain import read_plain
from tests.extract.builders import ENGLISH, MODEL, Said, find, said
from tests.registry.offices import POLJE


def parties(text: str, *attributions: Said, day: str | None = "2024-06-01", **names: list[str]) -> list[KnownParty]:
    document = replace(read_plain(text.encode(), path="a.txt", language="en"), published=day)
    return list(extract(document, find(text, *attributions, **names), ENGLISH, MODEL, offices=POLJE).parties)


def test_a_name_in_any_spelling_with_its_office() -> None:
    found = parties("MHP Minister Wiktor Sablin of Polje left.", person=["Wiktor Sablin"])
    (known,) = [known for known in found if known.standing]
    assert known.resolved is not None
    assert (known.resolved.id, known.resolved.by, known.resolved.score) == ("viktor-sablin", By.NAME, 0.97)
    assert "Minister of Harbours of Polje" in known.resolved.why
    assert known.resolved.line is not None


def test_an_office_without_a_name_is_who_held_it_on_the_day() -> None:
    text = "The Poljan president said that it rained."
    link = said("The Poljan president", "said", "that it rained")
    for day, who in (("2020-01-01", "Ana Rao"), ("2024-06-01", "Pavel Orlov")):
        (known,) = [known for known in parties(text, link, day=day) if known.name is None]
        assert known.resolved is not None
        assert (known.resolved.name, known.resolved.by) == (who, By.OFFICE)
    assert not [known for known in parties(text, link, day=None) if known.candidates]


def test_a_bare_title_is_of_the_one_country_that_the_text_names() -> None:
    text = "Rain fell in Polje. The president said that it rained."
    link = said("The president", "said", "that it rained")
    (known,) = [known for known in parties(text, link) if known.name is None]
    assert [(item.name, item.by) for item in known.candidates] == [("Pavel Orlov", By.ROLE_NOUN)]
    both = parties(text.replace("Polje.", "Polje and Lugovia."), link)
    assert [len(known.candidates) for known in both if known.name is None] == [2]


def test_an_acronym_is_its_body() -> None:
    (known,) = [known for known in parties("In Polje the MHP left.", organisation=["MHP"]) if known.candidates]
    assert known.resolved is not None
    assert (known.resolved.id, known.resolved.by) == ("harbours", By.ACRONYM)


def test_a_surname_alone_keeps_all_its_bearers_and_stays_private() -> None:
    (known,) = [k for k in parties("In Polje and Lugovia Rao left.", person=["Rao"]) if k.standing]
    assert known.standing is Standing.PRIVATE
    assert known.resolved is None
    assert {item.name for item in known.candidates} == {"Ana Rao", "Lena Rao"}


def test_the_surname_of_a_head_of_state_in_office_is_known_to_all() -> None:
    (known,) = [k for k in parties("Orlov left Polje.", person=["Orlov"]) if k.standing]
    assert (known.standing, known.resolved and known.resolved.name) == (Standing.PUBLIC, "Pavel Orlov")


def test_a_namesake_whom_the_text_introduces_otherwise_is_private() -> None:
    (known,) = [k for k in parties("Ana Rao, 34, a cook, left Polje.", person=["Ana Rao"]) if k.standing]
    assert known.standing is Standing.PRIVATE
    assert [(item.id, item.score) for item in known.candidates] == [("ana-rao", 0.2)]


def test_who_is_not_known_is_kept_as_named() -> None:
    (known,) = parties("Mayor Joan Tyson left Tarn.", person=["Joan Tyson"])
    assert (known.name, known.candidates, known.resolved) == ("Joan Tyson", (), None)


def test_the_prime_minister_is_no_other_minister() -> None:
    text = "Harbour Minister Viktor Sablin left. The Poljan prime minister said that it rained."
    link = said("The Poljan prime minister", "said", "that it rained")
    document = read_plain(text.encode(), path="a.txt", language="en")
    reading = extract(document, find(text, link, person=["Viktor Sablin"]), ENGLISH, MODEL, offices=POLJE)
    assert [hop.name for attribution in reading.attributions for hop in attribution.chain] == [None]


def test_the_full_name_of_a_head_of_state_is_known_in_every_country_in_office_or_not() -> None:
    for day in (None, "2030-01-01"):
        (known,) = [k for k in parties("Ana Rao came too.", day=day, person=["Ana Rao"]) if k.standing]
        assert (known.standing, known.why) == (Standing.PUBLIC, "the registry has Ana Rao: President of Polje")
    (minister,) = [k for k in parties("Viktor Sablin came.", person=["Viktor Sablin"]) if k.standing]
    assert minister.standing is Standing.PRIVATE


def test_the_surname_of_a_head_of_state_counts_as_far_as_the_registry_knows() -> None:
    def standing(text: str, day: str | None) -> Standing | None:
        return next(k.standing for k in parties(text, day=day, person=["Orlov"]) if k.name == "Orlov")

    assert standing("Orlov left Polje.", None) is Standing.PUBLIC
    assert standing("Orlov left Polje.", "2026-06-01") is Standing.PUBLIC  # last seen in 2025
    assert standing("Orlov left Polje.", "2020-06-01") is Standing.PRIVATE  # not yet
    assert standing("Orlov left.", None) is Standing.PRIVATE


def test_a_word_of_politics_speaks_against_no_office_and_a_trade_does() -> None:
    (rival,) = [k for k in parties("His rival Ana Rao left Polje.", person=["Ana Rao"]) if k.standing]
    assert rival.standing is Standing.PUBLIC
    (cook,) = [k for k in parties("The cook Ana Rao left Polje.", person=["Ana Rao"]) if k.standing]
    assert cook.standing is Standing.PRIVATE


def test_a_surname_that_only_public_persons_of_the_text_bear_is_public() -> None:
    both = "Mayor Ana Rao met Senator Yan Rao. Rao left."
    found = {k.name: k for k in parties(both, person=["Ana Rao", "Yan Rao", "Rao"]) if k.standing}
    assert found["Rao"].standing is Standing.PUBLIC
    one = "Mayor Ana Rao met the cook Yan Rao. Rao left."
    found = {k.name: k for k in parties(one, person=["Ana Rao", "Yan Rao", "Rao"]) if k.standing}
    assert found["Rao"].standing is Standing.PRIVATE


def test_a_seat_and_a_title_are_nobodys_name() -> None:
    text = "Sen. Ida Marn (D-Mont) left. Senator came."
    found = {k.name: k.why for k in parties(text, person=["Ida Marn", "D-Mont", "Senator"]) if k.standing}
    assert found["D-Mont"] == found["Senator"] == "the name is a place's, a people's or a body's"
