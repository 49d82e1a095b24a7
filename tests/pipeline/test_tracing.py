"""From texts in a folder to claims, judgements and back, with the shipped weights. The texts are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.domain.claim import DriftKind, Lineage
from sayso.domain.judgement import JudgementKind
from sayso.errors import JudgementError, StoreError
from sayso.pipeline.correcting import correct
from sayso.pipeline.deciding import differ, remove, same
from sayso.pipeline.inputs import Facts, Skipped
from sayso.pipeline.keeping import Taken, add_inputs, judge, undo
from sayso.pipeline.pointing import attribution_of
from sayso.pipeline.rebuilding import rebuild
from sayso.pipeline.tracing import trace
from sayso.store.interface import State, Store
from sayso.store.opening import open_store

TEXTS = {
    "lantern.txt": "Lantern: pool to close\n\nThe Varnholt pool will close in June, the town's treasurer Ilse Brandt told the Lantern on Monday. "
    "“We can no longer pay for the heating,” she said.\n",
    "echo.txt": "Pool in Varnholt to close\n\nThe Varnholt pool will close in June, the Lantern reported, citing the town's treasurer Ilse Brandt.\n",
    "mirror.txt": "Varnholt pool closes\n\nThe Varnholt pool will close in June, according to the Lantern.\n",
    "ferry.txt": "Ferry late again\n\nThe ferry to Ostrand was two hours late on Tuesday, the harbour master Jonas Vik said.\n",
}
OUTLETS = {"lantern.txt": "Lantern", "echo.txt": "Echo", "mirror.txt": "Mirror", "ferry.txt": "Harbour News"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "sayso.db") as opened:
        add(opened, folder, *TEXTS)
        yield opened


def add(store: Store, folder: Path, *names: str) -> list[Taken | Skipped]:
    facts = {
        str(folder / name): Facts(
            OUTLETS[name], f"2026-03-0{day}", f"https://{OUTLETS[name].split()[0].lower()}.example/{name}"
        )
        for day, name in enumerate(TEXTS, 1)
    }
    return list(add_inputs(store, [str(folder / name) for name in names], facts=facts, workers=1))


def pool(store: Store) -> Lineage:
    return trace(store, "The pool in Varnholt will close in June.").lineages[0]


def derived(store: Store) -> dict[str, tuple[str, ...]]:
    return {claim: tuple(sorted(store.members(claim))) for claim in store.claims()}


def test_a_sentence_is_traced_to_one_root(store: Store) -> None:
    lineage = pool(store)
    assert lineage.claim.documents == 3
    assert lineage.claim.outlets == 3
    assert lineage.claim.roots_max == 1
    assert "Ilse Brandt" in lineage.roots[0].name
    outlets = {occurrence.document: occurrence.outlet for occurrence in lineage.attributions}
    edges = {(outlets.get(relay.source), outlets.get(relay.to)) for relay in lineage.relays}
    assert {("Lantern", "Echo"), ("Lantern", "Mirror")} <= edges


def test_evidence_is_the_words_of_the_text(store: Store) -> None:
    texts = {kept.document.id: kept.document.text for kept in store.documents()}
    lineage = pool(store)
    assert lineage.relays
    for relay in lineage.relays:
        for passage in relay.evidence:
            assert texts[passage.document][passage.start : passage.end] == passage.exact


def test_what_nobody_said_gives_the_nearest_claims(store: Store) -> None:
    found = trace(store, "The ferry to Ostrand sank on Friday with all aboard.")
    assert not found.lineages
    assert all(0 <= near.score <= 1 for near in found.nearest)


def test_the_same_file_twice_adds_nothing(store: Store, folder: Path) -> None:
    before = derived(store)
    (again,) = add(store, folder, "echo.txt")
    assert isinstance(again, Taken)
    assert not again.added.new
    assert derived(store) == before


def test_a_changed_page_is_a_new_version_and_the_old_one_no_longer_counts(store: Store, tmp_path: Path) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(TEXTS["echo.txt"].replace("in June", "in August"), encoding="utf-8")
    facts = Facts("Echo", "2026-03-09", "https://echo.example/echo.txt")
    (taken,) = add_inputs(store, [str(changed)], facts=facts, workers=1)
    assert isinstance(taken, Taken)
    assert taken.added.supersedes is not None
    old = store.find(taken.added.supersedes)
    assert old is not None
    assert old.state is State.SUPERSEDED
    assert taken.added.supersedes not in {item.document for item in pool(store).attributions}


def _page(folder: Path, name: str, month: str) -> str:
    file = folder / name
    file.write_text(TEXTS["echo.txt"].replace("in June", month), encoding="utf-8")
    return str(file)


ECHO = Facts("Echo", "2026-03-09", "https://echo.example/echo.txt")


def test_a_page_that_goes_back_to_what_it_was_counts_as_it_is_again(store: Store, tmp_path: Path) -> None:
    before = derived(store)
    first = store.find("https://echo.example/echo.txt")
    assert first is not None
    (changed,) = add_inputs(store, [_page(tmp_path, "b.txt", "in August")], facts=ECHO, workers=1)
    assert isinstance(changed, Taken)
    assert derived(store) != before
    (back,) = add_inputs(store, [_page(tmp_path, "a.txt", "in June")], facts=ECHO, workers=1)
    assert isinstance(back, Taken)
    assert (back.added.returned, back.added.new) == (True, False)
    assert (back.added.id, back.added.supersedes) == (first.document.id, changed.added.id)
    assert derived(store) == before
    assert [(item.version, item.state) for item in store.versions(back.added.id)] == [
        (1, State.CURRENT), (2, State.SUPERSEDED),
    ]  # fmt: skip
    assert "back at this version" in next(iter(store.journal(most=1, latest_first=True))).detail


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_a_folder_with_both_versions_of_a_page_added_again_leaves_it_as_it_is(
    store: Store, tmp_path: Path, names: tuple[str, str]
) -> None:
    for name, month in zip(names, ("in June", "in August"), strict=True):
        list(add_inputs(store, [_page(tmp_path, name, month)], facts=ECHO, workers=1))
    entries = len(list(store.journal()))
    outcomes = list(add_inputs(store, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], facts=ECHO, workers=1))
    assert not any(isinstance(item, Taken) and item.added.returned for item in outcomes)
    assert len(list(store.journal())) == entries
    assert [item.state for item in store.versions(outcomes[0].added.id)] == [State.SUPERSEDED, State.CURRENT]  # type: ignore[union-attr]


def test_a_removed_document_no_longer_counts_until_that_is_undone(store: Store) -> None:
    before = derived(store)
    mirror = store.find("https://mirror.example/mirror.txt")
    assert mirror is not None
    made = judge(store, JudgementKind.REMOVE, mirror.document.id, why="a test page", analyst="ada")
    assert pool(store).claim.documents == 2
    assert undo(store, made.id).id == made.id
    assert derived(store) == before
    assert pool(store).claim.documents == 3


def test_judgements_outrank_the_model_survive_a_rebuild_and_can_be_undone(store: Store) -> None:
    ferry = trace(store, "https://harbour.example/ferry.txt").lineages[0].claim.id
    one, other = attribution_of(store, pool(store).claim.id), attribution_of(store, ferry)
    before = derived(store)
    made = judge(store, JudgementKind.SAME, one, other, why="a test", analyst="ada")
    assert store.claim_of(one) == store.claim_of(other)
    joined = derived(store)
    list(rebuild(store))
    assert derived(store) == joined
    undo(store, made.id)
    assert derived(store) == before
    judge(store, JudgementKind.DIFFER, *pair_of(store), analyst="ada")
    assert store.claim_of(pair_of(store)[0]) is not None
    apart = derived(store)
    list(rebuild(store))
    assert derived(store) == apart


def pair_of(store: Store) -> tuple[str, str]:
    """A statement of the Lantern's and one of the Mirror's on the pool."""
    lantern, mirror = (store.find(f"https://{name}.example/{name}.txt") for name in ("lantern", "mirror"))
    assert lantern is not None
    assert mirror is not None
    first = next(a.id for a in store.reading(lantern.document.id).attributions if store.claim_of(a.id))
    second = next(a.id for a in store.reading(mirror.document.id).attributions if store.claim_of(a.id))
    return first, second


def test_a_rebuild_gives_the_same_claims_and_lineages(store: Store) -> None:
    before, lineage = derived(store), pool(store)
    list(rebuild(store))
    assert derived(store) == before
    assert pool(store) == lineage


def test_an_outlet_that_is_put_right_counts(store: Store) -> None:
    mirror = store.find("https://mirror.example/mirror.txt")
    assert mirror is not None
    correct(store, mirror.document.id, "outlet", "Echo", analyst="ada")
    assert pool(store).claim.outlets == 2
    undo(store, analyst="ada")
    assert pool(store).claim.outlets == 3


@pytest.mark.parametrize(
    ("subject", "field", "value", "says"),
    [
        ("att_0", "span", "1-2", "no attribution"),
        ("doc_0", "outlet", "Echo", "no attribution or document"),
        ("https://echo.example/echo.txt", "speaker", "Ada", "no speaker"),
        ("https://echo.example/echo.txt", "published", "soon", "no date"),
        ("https://echo.example/echo.txt", "outlet", " ", "Give its value"),
    ],
)
def test_corrections_that_make_no_sense_are_refused(
    store: Store, subject: str, field: str, value: str, says: str
) -> None:
    with pytest.raises(JudgementError, match=says):
        correct(store, subject, field, value, analyst="ada")


def test_unknown_ids_are_refused_with_advice(store: Store) -> None:
    for what in ("clm_0", "att_0", "doc_0", "https://nowhere.example/"):
        with pytest.raises(StoreError, match="sayso"):
            trace(store, what)
    with pytest.raises(JudgementError, match="att_"):
        attribution_of(store, "nothing")
    with pytest.raises(JudgementError, match="judgement"):
        undo(store)


def test_ids_of_claims_that_were_joined_still_mean_what_they_said(store: Store) -> None:
    ferry = trace(store, "The ferry to Ostrand was two hours late on Tuesday.").lineages[0].claim.id
    one = pool(store).claim.id
    same(store, one, ferry, analyst="ada")
    assert trace(store, ferry).lineages[0].claim.id == trace(store, one).lineages[0].claim.id
    differ(store, one, ferry, analyst="ada")
    assert trace(store, ferry).lineages[0].claim.id == ferry


def test_what_no_longer_counts_is_not_called_unknown(store: Store, folder: Path) -> None:
    ferry = trace(store, "The ferry to Ostrand was two hours late on Tuesday.").lineages[0]
    document, statement = ferry.attributions[0].document, ferry.attributions[0].id
    remove(store, document, why="another Ostrand", analyst="ada")
    for what in (document, statement, ferry.claim.id):
        with pytest.raises(StoreError, match=r"removed \(another Ostrand\) and no longer counts"):
            trace(store, what)
    with pytest.raises(JudgementError, match="does not count"):
        differ(store, statement, pool(store).claim.id, analyst="ada")
    echo = store.find("https://echo.example/echo.txt")
    assert echo is not None
    changed = folder / "changed.txt"
    changed.write_text("The Varnholt pool will stay open, treasurer Ilse Brandt told the Lantern.\n", encoding="utf-8")
    facts = {str(changed): Facts("Echo", "2026-03-06", "https://echo.example/echo.txt")}
    list(add_inputs(store, [str(changed)], facts=facts, workers=1))
    with pytest.raises(StoreError, match="older version and no longer counts"):
        trace(store, echo.document.id)


def test_a_headline_is_held_against_its_text_when_documents_come_one_by_one(tmp_path: Path) -> None:
    below = "The ministry may have poisoned the wells in Arda, a person close to the inquiry said.\n"
    texts = {
        "surer.txt": f"Ministry poisoned the wells in Arda\n\n{below}",
        "same.txt": f"Ministry may have poisoned wells in Arda, insider says\n\n{below}",
        "softer.txt": "Ministry may have poisoned wells in Arda, mayor says\n\nThe ministry poisoned the wells in Arda, the mayor, Jonas Vik, said.\n",
    }
    with open_store(tmp_path / "sayso.db") as store:
        for name, text in texts.items():
            path = tmp_path / name
            path.write_text(text, encoding="utf-8")
            facts = {str(path): Facts(name, "2026-03-01", f"https://{name}.example/")}
            list(add_inputs(store, [str(path)], facts=facts, workers=1))
        named = {kept.document.id: kept.document.outlet for kept in store.documents()}
        found = {
            named[item.to.document]
            for claim in store.claims()
            for item in trace(store, claim).lineages[0].drift
            if item.kind is DriftKind.HEADLINE_EXCEEDS_TEXT
        }
    assert found == {"surer.txt"}


def test_what_nobody_says_gets_the_nearest_claims_with_reasons(store: Store) -> None:
    traced = trace(store, "Jonas Vik, the harbour master, was dismissed over a late ferry.")
    assert traced.lineages == ()
    assert traced.nearest[0].claim == trace(store, "https://harbour.example/ferry.txt").lineages[0].claim.id
    assert len({near.claim for near in traced.nearest}) == len(traced.nearest) <= 5
    assert traced.nearest[0].reasons
