"""Which held outlet a name means."""

from __future__ import annotations

import pytest

from sayso.tracing.bodies import body_key
from sayso.tracing.outlet_names import bare_name, is_media_name, page_of, site_of
from sayso.tracing.outlets import Outlets
from tests.tracing.making import page

HELD = Outlets(
    [
        page("Marnov Institute for Conflict", "a", url="https://mic.example/1"),
        page("The Quay", "b", url="https://quay.example/x"),
        page("Delta Agency", "c"),
        page("Голос Харла", "d"),
        page("Harl Live", "e", url="https://t.me/harllive/7"),
        page("Harbour Courier", "f"),
        page("Telegraf", "g"),
        page(None, "h", url="https://www.villagenews.example/wells"),
        page("Health Ministry", "i"),
        page("Spade & Lode", "k"),
        page("Folha do Índigo", "l"),
        page("Morning Anvil", "m"),
        page("Ministry of Fisheries and Ports", "n"),
        page("Open Door", "o"),
    ]
)


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("the MIC", "marnov institute for conflict"),
        ("Marnov Institute", "marnov institute for conflict"),
        ("the Quay newspaper", "quay"),
        ("quay.example", "quay"),
        ("https://quay.example/x", "quay"),
        ("Delta", "delta"),
        ("the Delta news agency", "delta"),
        ("Golos Harla", "golos kharla"),
        ("@harllive", "harl live"),
        ("the site Harl Live", "harl live"),
        ("the Courier", "harbour courier"),
        ("Village News", "villagenews"),
        ("the Ministry of Health", "health ministry"),
        ("Spade & Lode", "spade lode"),
        ("Folha do Indigo", "folha do indigo"),
        ("the Anvil", "morning anvil"),
        ("the rights group Open Door", "open door"),
        ("Telegram", None),
        ("the forum", None),
        ("the ministry", None),
        ("Institute for Peace", None),
        ("", None),
    ],
)
def test_a_name_means_an_outlet(words: str, outlet: str | None) -> None:
    assert HELD.find(words) == outlet


def test_a_name_that_two_could_bear_means_neither() -> None:
    outlets = Outlets([page("Harbour Courier", "a"), page("Economic Courier", "b")])
    assert outlets.find("the Courier") is None
    assert outlets.find("the Harbour Courier") == "harbour courier"


def test_a_document_without_an_outlet_belongs_to_the_one_of_its_site() -> None:
    named, bare = page("The Quay", "a", url="https://quay.example/1"), page(None, "b", url="http://www.quay.example/2")
    outlets = Outlets([bare, named])
    assert outlets.key_of(named) == outlets.key_of(bare) == "quay"


def test_names_in_a_text_are_found_with_their_places() -> None:
    text = "As the Quay and t.me/harllive wrote on the quay, delta by delta."
    assert [(named.outlet, text[named.start : named.end]) for named in HELD.scan(text)] == [
        ("quay", "Quay"),
        ("harl live", "t.me/harllive"),
    ]


def test_a_name_is_found_whichever_small_sigma_its_last_letter_is() -> None:
    held = Outlets([page("ΤΑΧΥΔΡΟΜΟΣ", "Έβρεξε.")])
    for text in ("ΤΑΧΥΔΡΟΜΟΣ says so.", "ΤΑΧΥΔΡΟΜΟΣ's editor says so."):
        assert [text[named.start : named.end] for named in held.scan(text)] == ["ΤΑΧΥΔΡΟΜΟΣ"]


def test_names_in_other_letters_are_found_behind_a_word_that_says_what_they_are() -> None:
    text = "Об этом агентству «Телеграф» сообщил источник. Телеграф сломан."
    assert [named.outlet for named in HELD.scan_foreign(text)] == ["telegraf"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Telegram channel Line 02", "Line 02"),
        ("Local outlet Sosny Live", "Sosny Live"),
        ("The Delta news agency", "Delta"),
        ("The Quay", "Quay"),
    ],
)
def test_what_an_outlet_is_called_without_what_it_is(words: str, name: str) -> None:
    assert bare_name(words) == name


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Radio Polje", True),
        ("Weekly note", False),
        ("our paper", False),
        ("Migration Control Agency", False),
        ("Delta News Agency", True),
        ("lenta.example", True),
    ],
)
def test_some_names_say_that_they_are_outlets(words: str, is_one: bool) -> None:
    assert is_media_name(words) is is_one


def test_addresses_of_one_page_are_one() -> None:
    assert page_of("http://www.quay.example/a/?utm_source=x#top") == page_of("https://quay.example/a")
    assert page_of("https://quay.example/a?id=7") != page_of("https://quay.example/a")
    assert site_of("https://t.me/s/HarlLive/7") == "t.me/harllive"
    assert site_of("https://m.quay.example/a") == "quay.example"
    assert site_of("http://[broken") is None


def test_names_are_found_in_a_text_with_their_small_words_and_without_accents() -> None:
    text = "On Monday the letter Spade & Lode, like Folha do Indigo before it, wrote of a raid. The Anvil says so too."
    assert [named.outlet for named in HELD.scan(text)] == ["spade lode", "folha do indigo", "morning anvil"]


def test_a_body_is_the_outlet_of_whose_name_it_is_a_part() -> None:
    assert HELD.of_body(body_key("the fisheries ministry")) == "ministry of fisheries and ports"
    assert HELD.of_body(body_key("the ministry")) is None


def test_an_agency_signs_its_datelines_with_letters_of_its_name() -> None:
    wire = page("Transalpine Press", "a")
    outlets = Outlets([wire, page("Volost Press", "b")])
    assert outlets.find("TCP") is None
    for name in ("TQP", "VP", "March"):
        outlets.sign(wire, name)  # none of it is spelled by the name's letters from left to right
    outlets.sign(wire, "TLP")
    assert (outlets.find("TLP"), outlets.find("VP"), outlets.find("TQP")) == ("transalpine press", None, None)
    assert [named.outlet for named in outlets.scan("Forty men were held, the TLP agency reports.")] == [
        "transalpine press"
    ]


def test_a_text_explains_that_two_names_are_one() -> None:
    outlets = Outlets([page("Instytut Dobrych Rad", "a"), page("Ferry and Lock Guard", "b")])
    outlets.explain(
        "It is from the Institute of Good Counsel (Instytut Dobrych Rad), says the Ferry and Lock Guard (FLG) in Orm (Varland)."
    )
    assert outlets.find("Institute of Good Counsel") == "instytut dobrych rad"
    assert outlets.find("FLG") == "ferry and lock guard"
    assert outlets.find("Varland") is None


def test_a_name_in_another_case_is_found_in_a_text_that_is_not_read() -> None:
    outlets = Outlets([page("Instytut Dobrych Rad", "a"), page("Rada", "b")])
    text = "Wynika to z raportu Instytutu Dobrych Rad, o czym mówi się w radzie."
    assert [named.outlet for named in outlets.scan_inflected(text)] == ["instytut dobrych rad"]
