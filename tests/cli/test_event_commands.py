"""`sayso events`, run as a person would. The texts are invented."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.serialise.events import ACLED_COLUMNS
from tests.models.english import needs_weights

pytestmark = needs_weights

LANTERN = "Lantern: a morning in January\n\nPolice detained at least 40 plasterers at a hostel in Varnholt on Monday, lawyer Ilse Brandt told the Lantern.\n"
ECHO = "A morning in January\n\nPolice detained 40 plasterers at a hostel in Varnholt on Monday, the Lantern reported, citing lawyer Ilse Brandt.\n"
DENIAL = "Denial\n\nThe interior ministry denied that police had searched the mosque in Varnholt.\n"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    for name, text in (("Lantern", LANTERN), ("Echo", ECHO), ("Denial", DENIAL)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        arguments = ["add", str(path), "--outlet", name, "--published", "2026-01-15", "--quiet"]
        assert main([*arguments, "--store", str(folder / "a.db"), "--url", f"https://{name.lower()}.example/1"]) == 0
    return folder / "a.db"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(["events", *arguments])
    out = capsys.readouterr()
    return status, out.out, out.err


def test_events_of_one_claim_are_one_and_differing_numbers_stand_side_by_side(filled, capsys):
    status, out, _ = run(capsys, "--store", str(filled), "--type", "detention", "--format", "json")
    assert status == 0
    (found,) = json.loads(out)
    assert found["schema"] == "sayso.events/1"
    assert found["date"]["edtf"] == "2026-01-12"
    assert [account["outlet"] for account in found["accounts"]] == ["Lantern", "Echo"]
    assert "number" in found["conflicts"]
    values = {value["value"]: value["says"] for value in found["values"]["number"]}
    assert set(values) == {"at least 40 plasterers", "40 plasterers"}
    assert values["40 plasterers"][0].startswith("Echo › ")
    assert found["roots_max"] == 1


def test_what_is_denied_is_listed_only_when_asked_for(filled, capsys):
    _, out, _ = run(capsys, "--store", str(filled), "--type", "raid", "--format", "json")
    assert json.loads(out) == []
    _, out, _ = run(capsys, "--store", str(filled), "--type", "raid", "--format", "json", "--all")
    (found,) = json.loads(out)
    assert (found["reality"], found["happened"]) == ("negated", False)
    assert found["chain"]


def test_filters_by_day_and_place(filled, capsys):
    def counted(*options: str) -> int:
        return len(
            json.loads(run(capsys, "--store", str(filled), "--type", "detention", "--format", "json", *options)[1])
        )

    assert counted("--since", "2026-01-12", "--until", "2026-01-12") == 1
    assert counted("--since", "2026-01-13") == 0
    assert counted("--place", "varn") == 1
    assert counted("--place", "Kazan") == 0


def test_csv_has_acleds_columns(filled, capsys):
    _, out, _ = run(capsys, "--store", str(filled), "--type", "detention", "--format", "csv")
    (row,) = csv.DictReader(StringIO(out))
    assert tuple(row) == ACLED_COLUMNS
    assert (row["event_date"], row["time_precision"], row["year"]) == ("2026-01-12", "1", "2026")
    assert (row["event_type"], row["sub_event_type"]) == ("Strategic developments", "Arrests")
    assert row["source"] == "Lantern; Echo"
    assert "reality=happened" in row["tags"]


def test_geojson_has_a_null_geometry_where_nobody_knows_where(filled, capsys):
    _, out, _ = run(capsys, "--store", str(filled), "--type", "detention", "--format", "geojson")
    (feature,) = json.loads(out)["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["place"]["name"] == "Varnholt"


def test_events_of_a_file_need_no_store(filled, capsys):
    status, out, _ = run(capsys, str(filled.parent / "Lantern.txt"), "--published", "2026-01-15")
    assert status == 0
    assert "2026-01-12  detention  Police → at least 40 plasterers" in " ".join(out.split("\n"))


def test_an_unknown_type_is_said_with_those_there_are(filled, capsys):
    status, _, err = run(capsys, "--store", str(filled), "--type", "flood")
    assert status == 2
    assert "no event type 'flood'" in err and "detention" in err


def claims(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    assert main(["claims", "--json", *arguments]) == 0
    return [item["text"] for item in json.loads(capsys.readouterr().out)]


def test_claims_are_listed_by_type_of_event(filled, capsys):
    store = ("--store", str(filled))
    every = claims(capsys, *store)
    (detained,) = claims(capsys, *store, "--event", "detention")
    (searched,) = claims(capsys, *store, "--event", "raid")
    assert "plasterers" in detained
    assert "mosque" in searched
    assert {detained, searched} <= set(every)
    assert claims(capsys, *store, "--event", "deportation") == []
    assert main(["claims", *store, "--event", "picnic"]) == 2
    assert "picnic" in capsys.readouterr().err


def test_claims_are_listed_by_place_with_all_that_lies_in_it(capsys, tmp_path):
    store = ("--store", str(tmp_path / "places.db"))
    for name, text in (
        ("Quay", "Hostel raided\n\nPolice raided a hostel in Kazan on 2 March 2026, the Volga Aid Group said.\n"),
        ("Pier", "Protest\n\nAbout 300 people protested in Almaty on 7 March 2026, residents said.\n"),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        assert main(["add", str(path), "--outlet", name, "--published", "2026-03-09", "--quiet", *store]) == 0
    for place in ("Kazan", "tatarstan", "Russia"):
        (found,) = claims(capsys, *store, "--place", place)
        assert "Kazan" in found
    (found,) = claims(capsys, *store, "--place", "Kazakhstan")
    assert "Almaty" in found
    assert claims(capsys, *store, "--place", "Kazakhstan", "--event", "raid") == []
    assert len(claims(capsys, *store, "--place", "Kazan", "--event", "raid")) == 1
    assert claims(capsys, *store, "--place", "oman") == []
    capsys.readouterr()
    assert main(["claims", *store, "--place", "Kazan"]) == 0
    assert "Kazan" in capsys.readouterr().out
