"""Names of private persons taken out of readings: hostile spellings, words that are names, spans that move. All is invented."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.domain.claim import Passage
from sayso.domain.place import PlaceForm, PlaceMention
from sayso.domain.reading import Reading
from sayso.errors import SaysoError
from sayso.privacy import Redaction, write_replaced
from sayso.privacy.redaction import for_others
from sayso.serialise import to_record
from tests.extract.builders import check_spans, read, said

INTRO = "Ivan Petrov, 34, a welder, left. "


def test_the_place_of_a_home_is_left_out_with_its_coordinates() -> None:
    reading = read("Ivan Petrov, 34, a welder, lives at 4 Mill Lane.", person=["Ivan Petrov"], place=["Mill Lane"])
    mention = next(m for m in reading.mentions if m.span.exact == "Mill Lane")
    place = PlaceMention(mention.span, PlaceForm.NAME, (), "No place is known by the name “Mill Lane”.")
    shown = Redaction().redact(replace(reading, places=(place,)))
    assert shown.places == ()
    assert "Mill Lane" not in json.dumps(to_record(shown))


def test_the_folders_of_an_analysts_machine_stay_on_it() -> None:
    reading = read("Petrov said so.", person=["Petrov"])
    for path in ("/home/ana.rao/a.txt", "C:\\Users\\ana.rao\\a.txt", "../ana.rao/a.txt", "~/ana.rao/a.txt"):
        on_disk = replace(reading, document=replace(reading.document, path=path))
        assert Redaction().redact(on_disk).document.path == "a.txt"


def redacted(text: str, person: tuple[str, ...] = ("Ivan Petrov",), **names: list[str]) -> str:
    reading = Redaction().redact(read(text, person=list(person), **names))
    check_spans(reading)
    return reading.document.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Petrov said so.", "Person 1 said so."),
        ("Petrov's wife said so.", "Person 1's wife said so."),
        ("“Petrov’s,” he said.", "“Person 1’s,” he said."),
        ("PETROV ARRESTED", "PERSON 1 ARRESTED"),
        ("I. Petrov signed.", "Person 1 signed."),
        ("I.V. Petrov signed.", "Person 1 signed."),
        ("Ivan Sergeyevich Petrov signed.", "Person 1 signed."),
        ("Иван Сергеевич Петров ушёл.", "Person 1 ушёл."),
        ("Petrov, Ivan: 34", "Person 1: 34"),
        ("Petrov I. signed", "Person 1. signed"),
        ("Ivan said so.", "Person 1 said so."),
        ("Ivan\nPetrov said so.", "Person 1 said so."),
        ("Ivan\u00a0Petrov said so.", "Person 1 said so."),
        ("Pe\u00adtrov said so.", "Person 1 said so."),
        ("Pe\u200btr\u00f3v said so.", "Person 1 said so."),
        ("Pe\u0301trov said so.", "Person 1 said so."),
        ("Иван Петров ушёл.", "Person 1 ушёл."),
        ("Ивана Петрова видели.", "Person 1 видели."),
        ("С Петровым говорили.", "С Person 1 говорили."),
        ("Iwan Petrow left.", "Person 1 left."),
        ("The Petrovs left.", "The Person 1 left."),
        ("See https://a.example/news/ivan-petrov-released", "See https://a.example/news/person-1-released"),
        ("See https://a.example/p?u=ipetrov", "See https://a.example/p?u=person-1"),
        ("See https://a.example/%D0%9F%D0%B5%D1%82%D1%80%D0%BE%D0%B2", "See https://a.example/person-1"),
        ("#FreePetrov", "#person-1"),
        ("petrov_ivan.jpg", "person-1.jpg"),
    ],
)
def test_every_form_of_a_name_is_replaced(text: str, shown: str) -> None:
    assert redacted(INTRO + text) == "Person 1, 34, a welder, left. " + shown


@pytest.mark.parametrize("text", ["Ivanovo is a town.", "Petroleum is dear.", "They met on Petrov Street."])
def test_what_is_no_name_stays(text: str) -> None:
    assert redacted(INTRO + text).endswith(text)


def test_names_that_are_words() -> None:
    text = "Will Hope, 34, left. We hope so. Will he? “No,” said Hope. He said that Will hoped."
    shown = "Person 1, 34, left. We hope so. Will he? “No,” said Person 1. He said that Person 1 hoped."
    reading = read(text, person=["Will Hope"])
    assert Redaction().redact(reading).document.text in {shown, shown.replace("that Person 1", "that Will")}


def test_a_public_person_of_the_same_surname_stays() -> None:
    text = "Mayor Oleg Petrov met Ivan Petrov, 34. Oleg Petrov left. The mayor's name is Petrov."
    shown = redacted(text, ("Oleg Petrov", "Ivan Petrov"))
    assert shown.startswith("Mayor Oleg Petrov met Person 1, 34. Oleg Petrov left.")
    assert shown.endswith("The mayor's name is Person 1.")  # in doubt it is the private one


def test_people_are_numbered_in_order_of_appearance() -> None:
    text = "Ana Rao, 20, met Ivan Petrov, 34. Petrov told Rao."
    assert redacted(text, ("Ana Rao", "Ivan Petrov")) == "Person 1, 20, met Person 2, 34. Person 2 told Person 1."


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Write to ivan77@mail.example.", "[e-mail 1]"),
        ("Call +7 912 345-67-89.", "[phone 1]"),
        ("His handle is @vanya_p.", "[handle 1]"),
        ("He lives at 12 Mill Lane.", "[address 1]"),
        ("He lives at ul. Lenina 5, kv. 3.", "[address 1]"),
    ],
)
def test_contacts_are_masked(text: str, hidden: str) -> None:
    assert hidden in redacted(INTRO + text)


@pytest.mark.parametrize(
    "text", ["Write to press@harbour.example.", "On 2026-01-31 it rained.", "In 1999-2004 it rained 1,200 times."]
)
def test_an_offices_address_and_a_date_stay(text: str) -> None:
    assert redacted(INTRO + text).endswith(text)


def whole() -> Reading:
    text = INTRO + "“They took my phone,” Petrov said."
    link = said("” [Petrov] said", "said", "“They took my phone,”")
    reading = read(text, link, person=["Ivan Petrov", "Petrov"])
    return replace(reading, document=replace(reading.document, title="Petrov's phone", path="inbox/ivan-petrov.txt"))


def test_a_record_has_no_name_and_no_hash_of_one() -> None:
    before, after = to_record(whole()), to_record(Redaction().redact(whole()))
    words = json.dumps(after, ensure_ascii=False)
    assert "Petrov" not in words and "petrov" not in words
    assert before["document"]["text_sha256"] != after["document"]["text_sha256"]
    assert after["document"]["bytes_sha256"] == ""
    assert after["document"]["path"] == "inbox/person-1.txt"
    assert {item["party"] for item in after["mentions"] if item["kind"] == "person"} == {"act_person-1"}
    hop = next(hop for item in after["attributions"] for hop in item["chain"])
    assert (hop["name"], hop["source"]["exact"], hop["party"]) == ("Person 1", "Person 1", "act_person-1")


def test_a_reading_without_private_names_is_as_it_was() -> None:
    reading = read("Mayor Ana Rao left.", person=["Ana Rao"])
    assert Redaction().redact(reading) == reading


def test_a_passage_moves_with_its_text() -> None:
    reading = whole()
    start = reading.document.text.index("They took")
    redaction = Redaction()
    shown = redaction.redact(reading).document.text
    passage = redaction.redact(Passage(reading.document.id, start, start + 9, "They took"))
    assert shown[passage.start : passage.end] == passage.exact == "They took"


def test_messages_and_dicts_are_redacted_too() -> None:
    redaction = Redaction()
    redaction.learn(whole())
    assert redaction.text("inbox/ivan-petrov.txt is too large") == "inbox/person-1.txt is too large"
    assert redaction.redact({"Ivan Petrov": ["Petrov", 3]}) == {"Person 1": ["Person 1", 3]}


def test_what_is_written_for_others_keeps_names_only_if_told() -> None:
    assert for_others(["Ivan Petrov"], [whole()])[0] == ["Person 1"]
    assert for_others(["Ivan Petrov"], [whole()], with_names=True)[0] == ["Ivan Petrov"]


def test_one_name_in_two_documents_is_one_person_only_for_a_reason() -> None:
    other = read("Ivan Petrov, 35, a welder, spoke.", person=["Ivan Petrov"])
    third = read("Ivan Petrov, 71, a welder, spoke.", person=["Ivan Petrov"])
    texts = []
    redaction = Redaction()
    for number, reading in enumerate((whole(), other, third)):
        id = f"doc_{number}"
        texts.append(redaction.redact(replace(reading, document=replace(reading.document, id=id))).document.text)
    assert [text[:8] for text in texts] == ["Person 1", "Person 1", "Person 2"]


def test_the_list_of_what_was_replaced_is_for_its_owner_alone(tmp_path: Path) -> None:
    redaction = Redaction()
    redaction.redact(whole())
    place = tmp_path / "key.json"
    place.write_text("old")
    place.chmod(0o644)
    write_replaced(redaction, place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    record = json.loads(place.read_text(encoding="utf-8"))
    assert [(item["as"], item["names"]) for item in record["persons"]] == [("Person 1", ["Ivan Petrov"])]
    with pytest.raises(SaysoError, match="is no file"):
        write_replaced(redaction, tmp_path)


def test_whom_another_document_shows_to_be_public_is_public_in_all_of_one_output() -> None:
    office = read(
        "Mayor Ivan Petrov opened the Halden Institute.", person=["Ivan Petrov"], organisation=["Halden Institute"]
    )
    bare = read("Ivan Petrov left the Halden Institute.", person=["Ivan Petrov"], organisation=["Halden Institute"])
    welder = read(
        "Welder Ivan Petrov left the Halden Institute.", person=["Ivan Petrov"], organisation=["Halden Institute"]
    )
    alone = read("Ivan Petrov left.", person=["Ivan Petrov"])
    readings = [
        replace(reading, document=replace(reading.document, id=f"doc_{number}"))
        for number, reading in enumerate((bare, office, welder, alone))
    ]
    shown, redaction = for_others(readings, readings)
    assert [reading.document.text.split(" left")[0] for reading in shown if "left" in reading.document.text] == [
        "Ivan Petrov",
        "Welder Person 1",
        "Person 2",
    ]
    assert "Ivan Petrov" in shown[1].document.text
    assert len(redaction.identities) == 2
