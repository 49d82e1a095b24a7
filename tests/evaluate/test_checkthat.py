"""The files of CheckThat! task 2 as they are laid out in two years, with invented claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import CorpusError
from sayso.evaluate.checkthat import find_checkthat, has_part, read_claims, read_posts
from sayso.evaluate.retrieval import (
    average_precision,
    evaluate_ranking,
    reciprocal_rank,
    render_retrieval,
    retrieval_to_json,
    told_of,
)

CLAIMS = '\tvclaim\ttitle\n0\t"A ""fast"" ferry sank."\tDid a Ferry Sink?\n1\tThe pool closes.\tWill the Pool Close?\n'
POSTS = "\ttweet_content\n7\tferry gone\n8\tno pool\n9\tof nothing\n"
ANSWERS = "7\t0\t0\t1\n8\t0\t1\t1\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "checkthat2020"
    (folder / "dev").mkdir(parents=True)
    (folder / "verified_claims.docs.tsv").write_text(CLAIMS, encoding="utf-8")
    (folder / "dev" / "tweets.queries.tsv").write_text(POSTS, encoding="utf-8")
    (folder / "dev" / "tweet-vclaim-pairs.qrels").write_text(ANSWERS, encoding="utf-8")
    return tmp_path


def test_the_layout_of_2020_is_read(data: Path) -> None:
    folder = find_checkthat(data)
    assert find_checkthat(folder) == folder
    first, second = read_claims(folder)
    assert (first.id, first.text, first.title) == ("0", 'A "fast" ferry sank.', "Did a Ferry Sink?")
    assert second.id == "1"
    posts = read_posts(folder, "dev")
    assert posts.posts == {"7": "ferry gone", "8": "no pool", "9": "of nothing"}
    assert posts.gold == {"7": {"0"}, "8": {"1"}}
    assert has_part(folder, "dev")
    assert not has_part(folder, "train")


def test_a_folder_of_claims_as_json_is_read(data: Path) -> None:
    folder = data / "checkthat2020"
    (folder / "verified_claims.docs.tsv").unlink()
    (folder / "vclaims").mkdir()
    claim = {"vclaim_id": "v-1", "vclaim": "The pool closes.", "title": "Pool?", "date": "2021-01-01"}
    (folder / "vclaims" / "v-1.json").write_text(json.dumps(claim), encoding="utf-8")
    assert [claim.id for claim in read_claims(folder)] == ["v-1"]


def test_columns_are_found_by_their_names(data: Path) -> None:
    folder = data / "checkthat2020"
    table = "title\tvclaim\tvclaim_id\nPool?\tThe pool closes.\tv-1\n"
    (folder / "verified_claims.docs.tsv").write_text(table, encoding="utf-8")
    (claim,) = read_claims(folder)
    assert (claim.id, claim.text, claim.title) == ("v-1", "The pool closes.", "Pool?")


def test_what_is_missing_or_damaged_is_named(data: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no"):
        find_checkthat(tmp_path / "dev")
    folder = data / "checkthat2020"
    with pytest.raises(CorpusError, match=r"tweets\.queries\.tsv"):
        read_posts(folder, "test")
    (folder / "verified_claims.docs.tsv").write_text("\tvclaim\n0\t\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="claim 0 has no text"):
        read_claims(folder)


def test_training_pairs_become_wordings_of_their_claims(data: Path) -> None:
    folder = data / "checkthat2020"
    told = told_of(read_claims(folder), read_posts(folder, "dev"))
    assert [(item.claim, item.text) for item in told[2:]] == [("0", "ferry gone"), ("1", "no pool")]


def test_precision_falls_with_the_place_of_what_is_right() -> None:
    assert average_precision(["a", "b"], frozenset("b"), 5) == 0.5
    assert average_precision(["a", "b"], frozenset("b"), 1) == 0.0
    assert average_precision(["a", "b", "c"], frozenset("ac"), 5) == pytest.approx((1 + 2 / 3) / 2)
    assert reciprocal_rank(["a", "b"], frozenset("b")) == 0.5
    assert reciprocal_rank(["a"], frozenset("z")) == 0.0


def test_figures_are_over_all_posts_and_over_those_of_new_claims(data: Path) -> None:
    posts = read_posts(data / "checkthat2020", "dev")
    found = evaluate_ranking(posts, 2, lambda text: ["0", "1"], weights="hand-set", known=[frozenset("0")])
    assert (found.posts, found.unscored, found.new_posts) == (2, 1, 1)
    assert found.all["MAP@5"] == 0.75
    assert found.new["MAP@5"] == 0.5
    assert found.all["P@1"] == 0.5
    assert "0.7500" in render_retrieval(found)
    assert json.loads(retrieval_to_json(found))["measures"]["MRR"] == 0.75
    assert set(found.figures()) == {"MAP@1", "MAP@3", "MAP@5", "MRR"}
