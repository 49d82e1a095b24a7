"""The commands that work on a store, run as a person would. The texts are invented."""

from __future__ import annotations

import json
import os
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.store.opening import open_store

LANTERN = "Lantern: pool to close\n\nThe Varnholt pool will close in June, the town's treasurer Ilse Brandt told the Lantern.\n"
ECHO = "Pool to close\n\nThe Varnholt pool will close in June, the Lantern reported, citing treasurer Ilse Brandt.\n"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    for name, text in (("Lantern", LANTERN), ("Echo", ECHO)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        url = f"https://{name.lower()}.example/1"
        arguments = ["add", str(path), "--outlet", name, "--published", "2026-03-01", "--url", url]
        assert main([*arguments, "--store", str(folder / "a.db"), "--quiet"]) == 0
    return folder / "a.db"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(list(arguments))
    out = capsys.readouterr()
    return status, out.out, out.err


def test_add_says_what_is_new_and_what_is_known(filled, capsys):
    path = str(filled.parent / "Echo.txt")
    options = ("--outlet", "Echo", "--published", "2026-03-01", "--url", "https://echo.example/1")
    status, out, err = run(capsys, "add", path, *options, "--store", str(filled))
    assert status == 0
    assert " known " in out
    assert "0 added, 1 known already." in err


def test_documents_show_and_trace(filled, capsys):
    store = ("--store", str(filled))
    status, out, _ = run(capsys, "documents", "--json", *store)
    documents = json.loads(out)
    assert status == 0
    assert [item["outlet"] for item in documents] == ["Lantern", "Echo"]
    status, out, _ = run(capsys, "show", documents[1]["id"], "--text", *store)
    assert status == 0
    assert "citing treasurer Ilse Brandt" in " ".join(out.split())
    status, out, _ = run(capsys, "trace", "https://echo.example/1", "--json", *store)
    lineages = json.loads(out)
    assert status == 0
    assert all(item["schema"] == "sayso.lineage/1" for item in lineages)
    assert max(item["claim"]["documents"] for item in lineages) == 2


def test_the_raw_bytes_come_out_as_they_went_in(filled, capfdbinary):
    capfdbinary.readouterr()
    assert main(["show", "https://echo.example/1", "--raw", "--store", str(filled)]) == 0
    assert capfdbinary.readouterr().out == ECHO.encode()


def test_trace_writes_a_drawing(filled, capsys, tmp_path):
    drawing = tmp_path / "pool.svg"
    status, out, _ = run(
        capsys, "trace", "The Varnholt pool will close in June.", "--svg", str(drawing), "--store", str(filled)
    )
    assert status == 0
    assert "2 documents, 2 outlets, 1 root" in out
    assert drawing.read_text(encoding="utf-8").startswith("<svg")
    status, _, err = run(
        capsys, "trace", "The Varnholt pool will close in June.", "--svg", str(tmp_path), "--store", str(filled)
    )
    assert status == 1
    assert "cannot be written" in err


def test_what_is_not_there_ends_with_one_and_says_so(filled, capsys, tmp_path):
    status, out, err = run(
        capsys, "trace", "Nobody has ever seen the whale of Ostrand.", "--json", "--store", str(filled)
    )
    assert (status, out) == (1, "[]\n")
    assert "nothing in the store says" in err
    status, _, err = run(capsys, "claims", "--store", str(tmp_path / "none.db"))
    assert status == 1
    assert "There is no store at" in err
    status, _, err = run(capsys, "show", "doc_0", "--store", str(filled))
    assert status == 1
    assert "'sayso documents' lists" in err


def test_remove_needs_a_reason_and_is_undone(filled, capsys):
    store = ("--store", str(filled), "--analyst", "ada")
    status, _, err = run(capsys, "remove", "https://echo.example/1", "--why", " ", *store)
    assert status == 1
    assert "keeps the reason" in err
    status, out, _ = run(capsys, "remove", "https://echo.example/1", "--why", "a test", *store)
    assert status == 0
    judgement = out.split()[0]
    status, out, _ = run(capsys, "judgements", "--store", str(filled))
    assert judgement in out
    assert "ada" in out
    status, _, err = run(capsys, "remove", "https://echo.example/1", "--why", "again", *store)
    assert status == 1
    assert "was removed already" in err
    assert run(capsys, "undo", judgement, *store)[0] == 0
    assert run(capsys, "undo", judgement, *store)[0] == 1


def test_one_address_for_several_files_is_refused(filled, capsys):
    folder = str(filled.parent)
    status, _, err = run(capsys, "add", folder, "--url", "https://a.example/", "--store", str(filled))
    assert status == 1
    assert "--url is the address of one document" in err


def test_a_date_that_is_none_is_refused(filled, capsys):
    path = str(filled.parent / "Echo.txt")
    status, _, err = run(capsys, "add", path, "--published", "last week", "--store", str(filled))
    assert status == 2
    assert "is no date" in err


@pytest.mark.parametrize("url", ["the town's page", "javascript:alert(1)", "https://", "https:///page"])
def test_an_address_that_is_none_is_refused(filled, capsys, url):
    path = str(filled.parent / "Echo.txt")
    status, _, err = run(capsys, "add", path, "--url", url, "--store", str(filled))
    assert status == 2
    assert "is no address" in err


def test_one_file_added_under_two_names_is_told_to_count_twice(capsys, tmp_path):
    path, store = tmp_path / "Echo.txt", ("--store", str(tmp_path / "b.db"))
    path.write_text(ECHO, encoding="utf-8")
    first = run(capsys, "add", str(path), *store)[1].split()[0]
    _, out, err = run(capsys, "add", str(path), "--outlet", "Echo", *store)
    assert f"{first} has the very same bytes, and both count" in err
    assert run(capsys, "remove", first, "--why", "added again with its outlet", *store)[0] == 0
    assert [item["id"] for item in json.loads(run(capsys, "documents", "--json", *store)[1])] == [out.split()[0]]
    _, _, err = run(capsys, "add", str(path), "--outlet", "Echo", "--url", "https://echo.example/2", *store)
    assert f"{out.split()[0]} has the very same bytes" in err
    _, _, err = run(capsys, "add", str(path), "--outlet", "Wire", "--url", "https://wire.example/2", *store)
    assert f"{out.split()[0]} has the very same bytes" in err  # the one without an address; two addresses are two pages


def test_what_was_taken_back_is_said_in_words(filled, capsys):
    store = ("--analyst", "Ada", "--store", str(filled))
    run(capsys, "correct", "https://echo.example/1", "outlet", "The Echo", *store)
    made = run(capsys, "correct", "https://echo.example/1", "date", "2026-03-02", *store)[1].split()[0]
    status, out, _ = run(capsys, "undo", *store)
    assert status == 0
    assert out.startswith(f"{made}  taken back (Ada): published of doc_") and "is 2026-03-02." in out
    assert "is The Echo." in run(capsys, "undo", *store)[1]


def test_a_date_on_which_nothing_can_have_been_published_is_refused(filled, capsys):
    status, _, err = run(capsys, "correct", "https://echo.example/1", "date", "9999-12-31", "--store", str(filled))
    assert status == 1
    assert "Nothing can have been published on 9999-12-31" in err


def test_what_a_drawing_replaces_can_be_listed(filled, capsys, tmp_path):
    drawing = ("--svg", str(tmp_path / "a.svg"), "--replaced", str(tmp_path / "a.json"), "--store", str(filled))
    status, out, err = run(capsys, "trace", "The Varnholt pool will close in June.", *drawing)
    assert status == 0
    assert "Ilse Brandt" in out  # on the own screen
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema"] == "sayso.replaced/1"
    assert "listed in" in err
    status, _, err = run(capsys, "trace", "The pool will close.", *drawing, "--with-names")
    assert (status, "Add --redact" in err) == (1, True)


def test_closed_standard_streams_are_no_fault(filled, tmp_path):
    text, store = shlex.quote(str(filled.parent / "Echo.txt")), shlex.quote(str(tmp_path / "c.db"))
    sayso = f"{shlex.quote(sys.executable)} -m sayso"
    for words in (
        f"{sayso} documents --store {shlex.quote(str(filled))} >&-",
        f"{sayso} add {text} --store {store} <&- >&- 2>&-",
    ):
        done = subprocess.run(["sh", "-c", words], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    with open_store(tmp_path / "c.db", create=False) as opened:  # nothing was printed into it
        assert opened.counts().documents == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_has_no_room_is_a_sentence(filled):
    for form in ("", "--json"):
        words = f"{shlex.quote(sys.executable)} -m sayso documents {form} --store {shlex.quote(str(filled))} >/dev/full"
        done = subprocess.run(["sh", "-c", words], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.startswith("sayso: The output cannot be written: No space left on device.")


def test_the_store_may_be_named_by_the_environment(filled, capsys, monkeypatch):
    monkeypatch.setenv("SAYSO_STORE", str(filled))
    status, out, _ = run(capsys, "claims", "--min-documents", "2", "--json")
    assert status == 0
    assert json.loads(out)[0]["documents"] == 2


def test_a_step_is_unlinked_and_the_judgement_undone(filled, capsys):
    store = ("--store", str(filled))

    def steps() -> int:
        _, out, _ = run(capsys, "trace", "The Varnholt pool will close in June.", "--json", *store)
        (lineage,) = json.loads(out)
        return sum(relay["from"].startswith("doc_") for relay in lineage["relays"])

    assert steps() == 1
    pair = ("https://lantern.example/1", "https://echo.example/1")
    status, out, _ = run(capsys, "unlink", *pair, "--why", "another pool", "--analyst", "Ada", *store)
    assert status == 0
    assert "did not take it from" in out
    assert steps() == 0
    status, out, _ = run(capsys, "undo", out.split()[0], *store)
    assert (status, "did not take it from" in out) == (0, True)
    assert steps() == 1
    status, _, err = run(capsys, "merge", "root_0", "root_1", *store)
    assert status == 1
    assert "no root 'root_0'" in err


def test_a_verdict_stands_in_the_list_of_claims(filled, capsys, monkeypatch):
    store = ("--store", str(filled))
    listed = json.loads(run(capsys, "claims", "--json", *store)[1])
    claim = max(listed, key=lambda item: item["documents"])["id"]
    assert not any("verdict" in item for item in listed)
    status, out, _ = run(
        capsys, "verdict", claim, "refuted", "--why", "Ilse Brandt says no", "--analyst", "Ada", *store
    )
    assert status == 0
    made = out.split()[0]
    try:
        found = {item["id"]: item.get("verdict") for item in json.loads(run(capsys, "claims", "--json", *store)[1])}
        assert found.pop(claim)["verdict"] == "refuted"
        assert set(found.values()) <= {None}
        for columns in ("140", "60"):
            monkeypatch.setenv("COLUMNS", columns)
            words = " ".join(run(capsys, "claims", *store)[1].split())
            assert words.count("found refuted by Ada") == 1
    finally:
        assert run(capsys, "undo", made, *store)[0] == 0


@pytest.mark.parametrize("since", ["yesterday", "2026-02-30", "2026-13", "٢٠٢٦"])
def test_what_is_no_date_is_told_and_no_empty_list(filled, capsys, since):
    status, _, err = run(capsys, "claims", "--since", since, "--store", str(filled))
    assert status == 2
    assert "is no date" in err


def test_claims_since_a_month_or_a_year(filled, capsys):
    def counted(since: str) -> int:
        return len(json.loads(run(capsys, "claims", "--json", "--since", since, "--store", str(filled))[1]))

    assert counted("2026") == counted("2026-03") == counted("2026-03-01") > 0
    assert counted("2027") == counted("2026-04") == 0


def test_an_unknown_event_type_is_wrong_usage_and_the_known_ones_are_named(filled, capsys):
    status, out, err = run(capsys, "claims", "--event", "flood", "--store", str(filled))
    assert (status, out) == (2, "")
    assert "no event type 'flood'" in err and "detention" in err


@pytest.mark.parametrize(
    "option", [("--since", "2026"), ("--outlet", "x"), ("--source", "x"), ("--place", "x"), ("--event", "detention"), ("--min-documents", "2"), ("--sort", "drift")]
)  # fmt: skip
def test_what_chooses_among_claims_is_refused_beside_a_review_of_one(filled, capsys, option):
    status, out, err = run(capsys, "claims", "--claimreview", "clm_0000000000000000", *option, "--store", str(filled))
    assert (status, out) == (2, "")
    assert option[0] in err and "Leave out" in err


def test_a_verdict_is_written_as_claim_review(filled, capsys):
    store = ("--store", str(filled))
    claim = max(json.loads(run(capsys, "claims", "--json", *store)[1]), key=lambda item: item["documents"])["id"]
    status, _, err = run(capsys, "claims", "--claimreview", claim, *store)
    assert status == 1
    assert "Nobody has recorded a verdict" in err
    assert run(capsys, "claims", "--claimreview", "clm_0000000000000000", *store)[0] == 1
    assert run(capsys, "claims", "--with-names", *store)[0] == 2
    made = run(capsys, "verdict", claim, "open", "--why", "nobody answers", "--analyst", "Ada", *store)[1].split()[0]
    try:
        options = ("--review-url", "https://checks.example/pool", "--analyst", "Ada")
        status, out, err = run(capsys, "claims", "--claimreview", claim, *options, *store)
        found = json.loads(out)
        assert status == 0
        assert (found["@type"], found["url"]) == ("ClaimReview", "https://checks.example/pool")
        assert found["reviewRating"] == {"@type": "Rating", "alternateName": "Open"}
        assert "private person" in err
        assert found["itemReviewed"][0]["appearance"][0]["publisher"]["name"] in ("Lantern", "Echo")
        status, named, err = run(capsys, "claims", "--claimreview", claim, "--with-names", *store)
        assert status == 0
        assert "replaced" not in err
        assert json.loads(named)["url"].startswith("urn:sayso:jdg_")
        assert "claimreview, with private names" in run(capsys, "journal", *store)[1]
    finally:
        assert run(capsys, "undo", made, *store)[0] == 0


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are another matter there")
def test_a_store_on_a_read_only_medium_is_read_and_not_written(filled, capsys):
    reading = [
        ["documents"],
        ["show", "https://echo.example/1"],
        ["claims"],
        ["trace", "https://echo.example/1"],
        ["parties"],
        ["judgements"],
        ["journal"],
        ["events"],
    ]
    # Not in pytest's own folder, which nobody else may enter.
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "a.db"
        store.write_bytes(filled.read_bytes())
        expected = [run(capsys, *command, "--store", str(store)) for command in reading]
        with closing(sqlite3.connect(store, isolation_level=None)) as connection:
            # Closed, the journal is put into the file and gone.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.chmod(0o444)
        Path(folder).chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            for command, (status, out, _) in zip(reading, expected, strict=True):
                found = run(capsys, *command, "--store", str(store))
                assert found[:2] == (status, out), command
                assert "may not be written to, and is only read." in found[2]
            for command in (["undo"], ["rebuild"], ["add", str(store)], ["remove", "doc_1", "--why", "x"]):
                status, _, err = run(
                    capsys,
                    *command,
                    "--store",
                    str(store),
                    *([] if command[0] in {"rebuild", "add"} else ["--analyst", "ana"]),
                )
                assert status == 1, command
                assert "may not be written to by you" in err
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o755)


def test_what_was_turned_away_is_named_once(filled, tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    store = str(tmp_path / "b.db")
    main(["add", str(filled.parent / "Echo.txt"), str(empty), "--store", store])
    with open_store(store) as held:
        held.turn_away("a.pdf", "It has no text.", "kind", at="2026-03-01T00:00:00+00:00")
    status, out, _ = run(capsys, "documents", "--turned-away", "--store", store)
    assert status == 0
    first, second = out.splitlines()
    assert first.count("empty.txt") == 1
    assert second == "2026-03-01T00:00:00+00:00  a.pdf  It has no text."


@pytest.mark.parametrize("options", [["--bogus"], ["--min-documents", "-1"], ["--min-documents", "few"]])
def test_wrong_usage_of_a_command_names_its_own_help(capsys, options):
    status, _, err = run(capsys, "claims", *options)
    assert status == 2
    assert err.endswith("Try 'sayso claims --help'.\n")
