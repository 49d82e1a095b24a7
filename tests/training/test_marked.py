"""Invented stories whose passages are marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.marked import FOLDER, read_marked, read_marked_story, unmark


@pytest.mark.parametrize(("folder", "stories"), [(FOLDER, 28), (FOLDER / "held", 4)])
def test_every_claim_is_made_by_several_passages_of_a_dozen_documents(folder: Path, stories: int) -> None:
    found = list(read_marked(folder))
    assert len(found) == stories
    for story in found:
        assert len(story.documents) > 10 and len({item.file for item in story.documents}) == len(story.documents)
        assert len(story.claims) > 8 and story.claims[0].main, story.name
        assert all(len(claim.passages) > 1 for claim in story.claims), story.name


def test_a_passage_may_lie_in_another() -> None:
    text, passages = unmark("It [[1 leaked for days, and [[2 nobody was told]]]].", "a.txt")
    assert text == "It leaked for days, and nobody was told."
    assert [(claim, text[start:end]) for claim, start, end in passages] == [
        ("2", "nobody was told"),
        ("1", "leaked for days, and nobody was told"),
    ]


@pytest.mark.parametrize("marked", ["It [[1 leaked.", "It leaked]]."])
def test_a_mark_that_is_open_at_one_end_is_told_with_its_place(marked: str) -> None:
    with pytest.raises(ValueError, match=r"a\.txt: "):
        unmark(marked, "a.txt")


def test_a_claim_that_the_head_does_not_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "dam.txt"
    path.write_text("# dam\n# 1: It leaked.\n\n== a.txt | Echo | 2026-01-02\n[[2 It leaked]] for days.\n")
    with pytest.raises(ValueError, match=r"dam\.txt, a\.txt: claim 2"):
        read_marked_story(path)


def test_the_same_words_twice_are_two_passages(tmp_path: Path) -> None:
    path = tmp_path / "dam.txt"
    path.write_text(
        "# dam\n# 1: It leaked.\n\n== a.txt | Echo | 2026-01-02\n[[1 It leaked]].\n\nYes: [[1 It leaked]].\n"
    )
    (claim,) = read_marked_story(path).claims
    assert [passage.start for passage in claim.passages] == [0, 17]
