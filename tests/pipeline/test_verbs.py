"""Each verb of the command line as one call from Python. The texts are invented."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.cli.main import COMMANDS

LANTERN = "Lantern: pool to close\n\nThe Varnholt pool may close in June, the town's treasurer Ilse Brandt told the Lantern.\n"
ECHO = "Pool to close\n\nThe Varnholt pool will close in June, the Lantern reported, citing treasurer Ilse Brandt.\n"
ABOUT_STORES = (
    "add", "documents", "show", "remove", "correct", "trace", "claims", "same", "differ", "unlink", "merge", "split", "verdict", "undo",
    "judgements", "rebuild",
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    for name, text in (("Lantern", LANTERN), ("Echo", ECHO)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        url = f"https://{name.lower()}.example/1"
        [outcome] = sayso.add(tmp_path / "a.db", path, outlet=name, published="1 March 2026", url=url)
        assert outcome.added.new
    return tmp_path / "a.db"


def test_a_claim_is_traced_by_one_call_with_the_name_of_a_file(file):
    [lineage, *_] = sayso.trace(str(file), "The Varnholt pool will close in June.").lineages
    assert (lineage.claim.documents, lineage.claim.roots_max) == (2, 1)
    traced = sayso.trace(file, "Herring is cheap this year.")
    assert traced.lineages == ()
    assert traced.nearest


def test_everything_is_decided_and_taken_back_by_one_call_each(file):
    with sayso.open_store(file) as store:
        before = sayso.claims(store, min_documents=2)
        one, other = (item.id for item in sayso.trace(store, before[0].claim.id).lineages[0].attributions[:2])
        sayso.differ(store, one, other, analyst="Mara", why="two pools")
        assert store.claim_of(one) != store.claim_of(other)
        assert [item.why for item in sayso.judgements(store)] == ["two pools"]
        sayso.undo(store, analyst="Mara")
        assert sayso.claims(store, min_documents=2) == before
        sayso.correct(store, "https://echo.example/1", "outlet", "The Echo", analyst="Mara")
        assert sayso.show(store, "https://echo.example/1").reading.document.outlet == "The Echo"
        sayso.remove(store, "https://echo.example/1", analyst="Mara", why="withdrawn")
        assert [item.document.outlet for item in sayso.documents(store)] == ["Lantern"]
        assert [item.document.outlet for item in sayso.documents(store, state="removed")] == ["The Echo"]
        left = [item.claim.id for item in sayso.claims(store)]
        assert sayso.rebuild(store) == 1
        assert [item.claim.id for item in sayso.claims(store)] == left


def test_what_cannot_be_meant_is_said_in_a_sentence(file):
    with pytest.raises(sayso.SaysoError, match="no date"):
        sayso.add(file, LANTERN, published="soon")
    with pytest.raises(sayso.SaysoError, match="documents, roots, drift"):
        sayso.claims(file, sort="size")
    with pytest.raises(sayso.SaysoError, match="no event type"):
        sayso.claims(file, event="picnic")
    with pytest.raises(sayso.SaysoError, match="no store"):
        sayso.trace(file.with_name("none.db"), "anything")
    assert not file.with_name("none.db").exists()


def test_every_command_that_works_on_a_store_is_a_verb():
    assert set(ABOUT_STORES) <= set(COMMANDS) & set(sayso.__all__)
    for name in ABOUT_STORES:
        assert next(iter(inspect.signature(getattr(sayso, name)).parameters)) == "store"
    assert all(hasattr(sayso, name) for name in sayso.__all__)
    assert set(sayso.__all__) <= set(dir(sayso))


def test_importing_it_loads_no_model_and_no_database():
    loaded = "import sayso, sys; print(sorted({'sqlite3', 'numpy', 'onnxruntime'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
