"""Outlets, places and companies that the model takes for people; and people whom nothing of the kind uncovers. All is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.domain.reading import Reading
from sayso.privacy import Redaction
from tests.extract.builders import read


def of(outlet: str | None, text: str, **names: Sequence[str]) -> Reading:
    """A reading of a document that this outlet published."""
    reading = read(text, **names)
    document = replace(reading.document, id=f"doc_{outlet}", outlet=outlet)
    return replace(reading, document=document)


def shown(*readings: Reading) -> str:
    """The last text, redacted in an output that draws on all of them."""
    redaction = Redaction()
    redaction.learn(*readings)
    return redaction.redact(readings[-1]).document.text


ECHO = of("Quaymarsh Echo", "The slides leaked.")
IN_TOWN = of("Polje Post", "They met in Quaymarsh.", place=["Quaymarsh"])
BODY = of("Polje Post", "Corvald Glass is large.", organisation=["Corvald Glass"])


@pytest.mark.parametrize(
    ("others", "text", "names"),
    [
        ([ECHO], "The Quaymarsh Echo reported it.", {"person": ["Quaymarsh Echo"]}),
        ([ECHO], "The Quaymarsh Echo reported it.", {"person": ["Echo"]}),
        ([ECHO], "QUAYMARSH ECHO: they met.", {"person": ["ECHO"]}),
        ([of("Нови Брег", "x.")], "NOVI BREG writes of it.", {"person": ["BREG"]}),
        ([of("GlobalRelayo", "x.")], "GlobalRelayo wrote of it.", {"person": ["GlobalRelayo"]}),
        ([], "Corvald Ltd will cut jobs.", {"person": ["Corvald Ltd"]}),
        ([], "Corvald B.V. is recalling it. Corvald knows of nine.", {"person": ["Corvald B.V.", "Corvald"]}),
        ([BODY], "Corvald Glass will cut jobs.", {"person": ["Corvald Glass"]}),
        ([BODY], "Corvald cuts jobs\n\nCorvald Glass will cut jobs.", {"person": ["Corvald", "Corvald Glass"]}),
        ([BODY], "Corvald, which is based in Polje, will cut jobs.", {"person": ["Corvald"]}),
        ([IN_TOWN], "The mayor of Quaymarsh left.", {"person": ["Quaymarsh"]}),
        ([], "Jobs in Rotterdam: they may be cut in Rotterdam.", {"person": ["Rotterdam"]}),
    ],
)
def test_what_the_texts_use_as_an_outlet_a_place_or_a_company_is_no_person(
    others: list[Reading], text: str, names: dict[str, list[str]]
) -> None:
    assert shown(*others, of(None, text, **names)) == text


def test_an_outlet_stays_in_words_of_no_document() -> None:
    text = "Quaymarsh was beaten by the guards."
    redaction = Redaction()
    redaction.know_outlets(["Quaymarsh Echo"])
    redaction.learn(of(None, text, person=["Quaymarsh"]))
    assert redaction.text("Quaymarsh Echo: Quaymarsh beaten") == "Quaymarsh Echo: Person 1 beaten"


@pytest.mark.parametrize(
    ("others", "text", "name"),
    [
        ([of("Ivan Petrov", "x.")], "Ivan Petrov wrote of it.", "Ivan Petrov"),
        ([of("Ruvash", "x.")], "Ruvash said that he was beaten.", "Ruvash"),
        ([of("Ruvash", "x."), of("P", "Sirat Ruvash left.", person=["Sirat Ruvash"])], "Ruvash wept.", "Ruvash"),
        ([of("Ruvash Echo", "x.")], "Ruvash wept.", "Ruvash"),
        ([of("P", "Sirat Ruvash took part.", organisation=["Sirat Ruvash"])], "Sirat Ruvash wept.", "Sirat Ruvash"),
        ([of("P", "Philip Glass sang.", organisation=["Philip Glass"])], "Philip Glass left.", "Philip Glass"),
        ([BODY], "Mr Corvald left Corvald Glass.", "Corvald"),
        ([BODY], "Corvald, 52, founded Corvald Glass.", "Corvald"),
        ([BODY], "Corvald wept as he left Corvald Glass.", "Corvald"),
        ([IN_TOWN], "Quaymarsh was beaten by the guards.", "Quaymarsh"),
        ([IN_TOWN], "Mrs Quaymarsh was the mayor of Quaymarsh.", "Quaymarsh"),
        ([], "They put their trust in Rotterdam.", "Rotterdam"),
        ([], "Nobody lives in Rotterdam's house.", "Rotterdam"),
        ([], "By Rotterdam\n\nThey met in Polje.", "Rotterdam"),
    ],
)
def test_in_doubt_a_name_is_a_persons(others: list[Reading], text: str, name: str) -> None:
    assert name not in shown(*others, of(None, text, person=[name])).replace("Corvald Glass", "")
