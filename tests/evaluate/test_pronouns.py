"""Scores of pronouns, on invented texts laid out as GAP is and as this project's passages are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import CorpusError
from sayso.evaluate.pronouns import (
    MarkedText,
    evaluate_pronouns,
    open_pronouns,
    pronouns_to_json,
    read_passages,
    render_pronouns,
)
from sayso.extract.pronouns import Weighed
from sayso.extract.pronouns.signs import Pronoun

TEXT = "Ida Rao met Eva Lenz. She waved."
HEAD = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"


def weighed(start: int, *places: tuple[int, int], is_source: bool = False) -> Weighed:
    return Weighed(Pronoun(start, start + 3, "f", "subject", is_source=is_source), (), [], None, places, ())


def gap(folder: Path, line: str) -> Path:
    (folder / "gap").mkdir()
    (folder / "gap" / "gap-validation.tsv").write_text(HEAD + line, encoding="utf-8")
    return folder


def test_a_line_of_gap_is_two_names_and_a_pronoun(tmp_path: Path) -> None:
    folder = gap(tmp_path, f"v-1\t{TEXT}\tShe\t22\tIda Rao\t0\tTRUE\tEva Lenz\t12\tFALSE\thttp://example.org\n")
    (marked,) = open_pronouns("gap", folder)
    (gold,) = marked.pronouns
    assert [marked.text[slice(*place)] for place in (gold.place, *gold.is_it, *gold.is_not)] == [
        "She",
        "Ida Rao",
        "Eva Lenz",
    ]


@pytest.mark.parametrize(
    ("places", "f1", "right"),
    [
        ([(0, 7)], 1.0, 1.0),
        ([(12, 20)], 0.0, 0.0),
        ([], 0.0, 0.0),
        ([(22, 25)], 0.0, 0.0),  # the pronoun itself is no name
        ([(0, 7), (12, 20)], 2 / 3, 1.0),
    ],
)
def test_right_and_wrong_names(tmp_path: Path, places: list[tuple[int, int]], f1: float, right: float) -> None:
    folder = gap(tmp_path, f"v-1\t{TEXT}\tShe\t22\tIda Rao\t0\tTRUE\tEva Lenz\t12\tFALSE\thttp://example.org\n")
    scores = evaluate_pronouns(open_pronouns("gap", folder), lambda text: [weighed(22, *places, is_source=True)])
    figures = scores.figures()
    assert figures["F1"] == pytest.approx(f1)
    assert figures["F1 feminine"] == pytest.approx(f1)
    assert (figures["right"], figures["right, sources"]) == (right, right)


def test_a_pronoun_that_means_nobody_is_right_where_nobody_is_found(tmp_path: Path) -> None:
    (tmp_path / "pronouns").mkdir()
    (tmp_path / "pronouns" / "1.txt").write_text(
        "[Ida Rao|1] read [her|=1] “[She|=0] left”.\n---\n[Eva|1] said [she|=1] left.\n", "utf-8"
    )
    texts = list(open_pronouns("pronouns", tmp_path))
    assert [marked.text for marked in texts] == ["Ida Rao read her “She left”.", "Eva said she left."]

    def means(text: str) -> list[Weighed]:
        return [weighed(13, (0, 7)), weighed(18)] if text.startswith("Ida") else [weighed(9)]

    scores = evaluate_pronouns(iter(texts), means)
    assert (scores.right["right"], scores.wrong["right"], scores.counted("right, sources")) == (2, 1, 0)


@pytest.mark.parametrize("broken", ["[Ida|1 said [she|=1] left.", "Ida said she left."])
def test_broken_marks_are_said(tmp_path: Path, broken: str) -> None:
    (tmp_path / "1.txt").write_text(broken, encoding="utf-8")
    with pytest.raises(CorpusError, match="1-1: a mark is broken"):
        list(read_passages(tmp_path))


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for corpus in ("gap", "pronouns"):
        with pytest.raises(CorpusError, match="is not there; give the folder"):
            list(open_pronouns(corpus, tmp_path))
    with pytest.raises(CorpusError, match="a line is not as GAP's are"):
        list(open_pronouns("gap", gap(tmp_path, "v-1\tIda left.\n")))


def test_table_and_json(tmp_path: Path) -> None:
    scores = evaluate_pronouns(iter([MarkedText("a", TEXT, ())]), lambda text: [])
    assert "right, sources" in render_pronouns("pronouns", scores)
    assert json.loads(pronouns_to_json("gap", scores))["counted"] == {"right": 0, "right, sources": 0}


def test_the_passages_of_this_repository_are_whole() -> None:
    root = Path(__file__).parents[2]
    for folder, passages in ((root / "evaluation" / "pronouns", 120), (root / "training" / "written_pronouns", 360)):
        texts = list(read_passages(folder))
        assert len(texts) == passages
        for marked in texts:
            places = [gold.place for gold in marked.pronouns]
            assert places == sorted(places)
            for gold in marked.pronouns:
                assert marked.text[slice(*gold.place)].lower() in {
                    "he",
                    "she",
                    "him",
                    "her",
                    "his",
                    "hers",
                    "himself",
                    "herself",
                }
