"""The invented claims by which vectors are taught, and the loss that teaches them."""

from __future__ import annotations

import pytest

from training.marked import FOLDER as MARKED

torch = pytest.importorskip("torch")

from training.claims import FOLDER, NO_CLAIM, contrast, read_invented, read_passages  # noqa: E402


@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "held"])
def test_every_invented_claim_has_several_wordings_and_no_story_tells_two_claims_in_the_same_words(folder) -> None:
    stories = list(read_invented(folder))
    assert len({story.name for story in stories}) == len(stories) > 5
    for story in stories:
        wordings = [wording for claim in story.claims for wording in claim]
        assert len(story.claims) > 4 and min(map(len, story.claims)) > 2, story.name
        assert all(wording.strip() == wording != "" for wording in wordings), story.name


def test_the_loss_is_less_where_wordings_of_one_claim_are_nearer_to_each_other() -> None:
    vectors = torch.nn.functional.normalize(torch.tensor([[1.0, 0.1], [1.0, 0.0], [0.0, 1.0], [0.1, 1.0]]), dim=-1)
    together, apart = torch.tensor([0, 0, 1, 1]), torch.tensor([0, 1, 0, 1])
    assert contrast(vectors, together) < contrast(vectors, apart)


def test_what_belongs_to_no_claim_draws_nothing_and_is_pushed_away() -> None:
    vectors = torch.nn.functional.normalize(torch.tensor([[1.0, 0.1], [1.0, 0.0], [0.0, 1.0], [0.1, 1.0]]), dim=-1)
    alone = contrast(vectors[:2], torch.tensor([0, 0]))
    beside = contrast(vectors, torch.tensor([0, 0, NO_CLAIM, NO_CLAIM]))
    near = contrast(torch.cat((vectors[:2], vectors[:2])), torch.tensor([0, 0, NO_CLAIM, NO_CLAIM]))
    assert alone < beside < near


def test_a_marked_story_gives_its_passages_and_the_sentences_that_nobody_marked() -> None:
    (story,) = [story for story in read_passages(MARKED / "held") if story.name == "d-app"]
    wordings = {wording for claim in story.claims for wording in claim}
    assert len(story.claims) > 8 and len(story.others) > 20
    assert not any(wording in other for other in story.others for wording in wordings if len(wording) > 30)
