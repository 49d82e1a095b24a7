"""Folders of invented texts in PolNeAR's and in Citron's form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import CorpusError
from sayso.evaluate.folder import open_folder
from sayso.evaluate.gold import GoldAttribution

TEXT = "Ann said that Bo claimed it rained, and left.\n"
OUTER = GoldAttribution(((0, 3),), ((4, 8),), ((9, 34),))
INNER = GoldAttribution(((14, 16),), ((17, 24),), ((25, 34),))
MARKS = """\
T1\tSource 0 3\tAnn
T2\tCue 4 8\tsaid
T3\tContent 9 34\tthat Bo claimed it rained
T4\tAttribution 4 8\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
"""
BO = """\
T5\tSource 14 16\tBo
T6\tCue 17 24\tclaimed
T7\tContent 25 27;28 34\tit rained
E2\tSource:T5 Cue:T6 Content:T7
"""


def standoff(
    folder: Path, marks: str = MARKS, *, names: tuple[str, str] = ("text/a.txt", "attributions/a_b1.ann")
) -> Path:
    for name, words in zip(names, (TEXT, marks), strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def spans(*ranges: tuple[int, int]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "text": TEXT[start:end]} for start, end in ranges]


def quote(gold: GoldAttribution) -> dict[str, Any]:
    return {"sources": spans(*gold.source), "cue": spans(*gold.cue)[0], "contents": spans(*gold.content), "id": "q1"}


def citron(folder: Path, *quotes: dict[str, Any], name: str = "news/a.json") -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    found = {"text": TEXT, "quotes": list(quotes), "coreference_groups": None}
    (folder / name).write_text(json.dumps(found), encoding="utf-8")
    return folder


def marked(folder: Path) -> list[GoldAttribution]:
    return [item for document, _ in open_folder(folder).documents() for item in document.attributions]


@pytest.mark.parametrize("names", [("text/a.txt", "attributions/a_b1.ann"), ("a.txt", "a.ann")])
def test_polnears_form_and_brats_own_layout(tmp_path: Path, names: tuple[str, str]) -> None:
    corpus = open_folder(standoff(tmp_path / "ours", names=names))
    assert (corpus.name, corpus.about) == ("ours", "PolNeAR's form, outermost attributions")
    assert marked(tmp_path / "ours") == [OUTER]


def test_another_texts_marks_are_not_taken_for_its_own(tmp_path: Path) -> None:
    standoff(tmp_path, names=("text/a.txt", "attributions/ab.ann"))
    with pytest.raises(CorpusError, match=r"has no a\.ann"):
        open_folder(tmp_path)


def test_of_several_annotators_the_first_counts(tmp_path: Path) -> None:
    standoff(tmp_path, MARKS + BO, names=("text/a.txt", "attributions/a_z9.ann"))
    assert marked(standoff(tmp_path)) == [OUTER]


def test_citrons_form_in_any_depth_of_folders(tmp_path: Path) -> None:
    corpus = open_folder(citron(tmp_path, quote(OUTER)))
    assert corpus.about == "Citron's form, outermost attributions"
    assert [document.name for document, _ in corpus.documents()] == [str(Path("news/a"))]
    assert marked(tmp_path) == [OUTER]


@pytest.mark.parametrize("form", ["standoff", "citron"])
def test_gold_with_attributions_in_attributions_is_compared_at_every_depth(tmp_path: Path, form: str) -> None:
    folder = standoff(tmp_path, MARKS + BO) if form == "standoff" else citron(tmp_path, quote(OUTER), quote(INNER))
    corpus = open_folder(folder)
    assert corpus.every_depth
    ((_, chains),) = corpus.documents()
    assert sorted(len(item.chain) for item in chains) == [1, 2]


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        (MARKS.replace("Cue 4 8", "Cue 4 800"), "line 2: 4 800 is no range of the text, which has 46 characters"),
        (MARKS.replace("Cue 4 8", "Cue four"), "line 2: 'Cue four' is no label with offsets"),
        (MARKS.replace("Cue 4 8", "Cue 5 9"), "line 2: the mark says 'said', the text has 'aid ' there; offsets count"),
        (MARKS.replace("Content:T3", "Content:T9"), "line 5: Content:T9 points to no T line"),
        ("T1\tSource 0 3\tAnn\n", "no attribution is marked"),
    ],
)
def test_marks_that_do_not_fit_are_named_with_their_line(tmp_path: Path, marks: str, reason: str) -> None:
    with pytest.raises(CorpusError, match=reason):
        open_folder(standoff(tmp_path, marks))


def test_a_text_in_another_encoding_is_named(tmp_path: Path) -> None:
    standoff(tmp_path)
    (tmp_path / "text" / "a.txt").write_bytes("Zoë said it rained".encode("latin-1"))
    with pytest.raises(CorpusError, match=r"a\.txt is not in UTF-8"):
        open_folder(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"cue": {"start": 4, "end": 800}}, "quote 0, cue: .* is no range of the text"),
        (
            {"cue": {"start": 5, "end": 9, "text": "said"}},
            "quote 0, cue: the span says 'said', the text has 'aid ' there",
        ),
        ({"cue": "said"}, "quote 0, cue: 'said' is no range"),
        ({"sources": None}, "quote 0, sources: None is no list of spans"),
        ({"contents": [{"start": "9", "end": 34}]}, "quote 0, contents 0: .* is no range"),
    ],
)
def test_quotes_that_do_not_fit_are_named(tmp_path: Path, wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(CorpusError, match=reason):
        open_folder(citron(tmp_path, quote(OUTER) | wrong))


def test_every_file_of_a_folder_must_be_in_its_form(tmp_path: Path) -> None:
    citron(tmp_path, quote(OUTER))
    for words, reason in (('{"text": "x"}', "b.json is no document in Citron's form"), ("{", "b.json is no JSON")):
        (tmp_path / "news" / "b.json").write_text(words, encoding="utf-8")
        with pytest.raises(CorpusError, match=reason):
            open_folder(tmp_path)


def test_what_is_no_corpus_says_what_is_there_and_what_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds nothing: no form that is known"):
        open_folder(tmp_path)
    (tmp_path / "a.docx").write_bytes(b"x")
    with pytest.raises(CorpusError, match=r"holds a\.docx: .* or Citron's"):
        open_folder(tmp_path)
    with pytest.raises(CorpusError, match="is no folder"):
        open_folder(tmp_path / "a.docx")
    standoff(tmp_path / "dev")
    with pytest.raises(CorpusError, match="holds parts, and one is scored at a time: .*dev"):
        open_folder(tmp_path)
