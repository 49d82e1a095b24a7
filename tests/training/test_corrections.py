"""An analyst's corrections as marks to train on: written by the store, read by training, taught only where somebody looked."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from sayso.domain.attribution import Mode
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.errors import CorpusError
from sayso.evaluate.gold import GoldAttribution
from sayso.models.labels import ARGUMENT, CUE
from sayso.models.weights import ENGLISH
from sayso.pipeline.corrected import Corrections
from sayso.serialise import to_json
from sayso.serialise.gold import NO_CUE, NOT_IN_TEXT, PARTY, Gold, gold_record
from tests.extract.builders import said
from tests.joining.telling import told
from training.compare import Comparison, Text, changes, read_texts, report
from training.corpora import read_corrections
from training.targets import IGNORED, prepare

TEXT = (
    "Mayor Ida Marn left on Monday. The clerk said that it rained all day.\n\n"
    "The Halden Institute noted that the well was dry. He added that nobody came.\n"
)


@pytest.fixture
def reading() -> Reading:
    found = told(
        0,
        TEXT,
        said("The clerk", "said", "that it rained all day"),
        said("The Halden Institute", "noted", "that the well was dry"),
        said("He", "added", "that nobody came"),
        organisation=["Halden Institute"],
        person=["Ida Marn"],
    )
    own = Span.of(TEXT, 0, TEXT.index("Monday"))
    outlets = replace(found.attributions[0], id="att_own", content=(own,), chain=(), mode=Mode.OWN_VOICE)
    return replace(found, attributions=(*found.attributions, outlets))


def gold(reading: Reading, *made: tuple[str, str, str]) -> Gold:
    """What is taught where these attributions, by their content, were put right."""
    ids = {item.content[0].exact: item.id for item in reading.attributions}
    return gold_record(
        Corrections(
            Judgement(f"jdg_{n}", JudgementKind.CORRECT, ids[content], None, field, value, None, "Ada", f"2026-03-0{n}T09:00:00Z")
            for n, (content, field, value) in enumerate(made, 1)
        ).reading(reading)
    )  # fmt: skip


def words(record: dict, item: dict, role: str) -> list[str]:  # type: ignore[type-arg]
    return [record["text"][start:end] for start, end in item[role]]


def test_a_corrected_speaker_is_taught_and_its_paragraph_is_judged(reading: Reading) -> None:
    found = gold(reading, ("that it rained all day", "speaker", "Ida Marn"))
    assert found.record is not None and (found.taught, found.left_out) == (1, ())
    (mark,) = found.record["attributions"]  # nobody looked at the other paragraph
    assert mark["by"] == "analyst"
    assert [words(found.record, mark, role) for role in ("source", "cue", "content")] == [
        ["Ida Marn"], ["said"], ["that it rained all day"],
    ]  # fmt: skip
    assert [TEXT[start:end] for start, end in found.record["judged"]] == [TEXT.partition("\n")[0]]


def test_what_stands_beside_a_correction_is_taken_as_it_was_read(reading: Reading) -> None:
    found = gold(reading, ("that nobody came", "span", "135-146"))
    assert found.record is not None
    assert {(item["by"], *words(found.record, item, "cue")) for item in found.record["attributions"]} == {
        ("model", "noted"), ("analyst", "added"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "field", "value", "why"),
    [
        ("that nobody came", "party", "Ida Marn", PARTY),
        ("that nobody came", "speaker", "Oleg Brant", NOT_IN_TEXT),
        ("Mayor Ida Marn left on ", "speaker", "The clerk", NO_CUE),
    ],
)
def test_what_cannot_be_taught_is_left_out_with_its_reason(
    reading: Reading, content: str, field: str, value: str, why: str
) -> None:
    found = gold(reading, (content, field, value))
    assert found.record is None
    assert [reason for _, reason in found.left_out] == [why]


def write(path: Path, *found: Gold) -> Path:
    path.write_text("".join(f"{to_json(item.record)}\n" for item in found), encoding="utf-8")
    return path


def prepared(path: Path):  # type: ignore[no-untyped-def]
    tokenizer = Tokenizer.from_file(str(ENGLISH / "tokenizer.json"))
    return [prepare(document, tokenizer, left_open) for document, left_open in read_corrections(path)]


def test_only_what_somebody_looked_at_has_a_target(reading: Reading, tmp_path: Path) -> None:
    found = gold(
        reading, ("that it rained all day", "speaker", "Ida Marn"), ("that nobody came", "speaker", "Oleg Brant")
    )
    (item,) = prepared(write(tmp_path / "gold.jsonl", found))
    text, pieces = item.document.text, item.pieces
    first = {text[pieces.starts[at] : pieces.ends[at]]: int(item.cue[at]) for at in np.flatnonzero(pieces.first)[::-1]}
    assert first["said"] == CUE.index("B")
    assert first["rained"] == CUE.index("O")
    assert {first[word] for word in ("dry", "added", "nobody")} == {IGNORED}
    ((at, labels),) = item.rows
    assert text[pieces.starts[at] : pieces.ends[at]] == "said"
    sources = [text[pieces.starts[i] : pieces.ends[i]] for i in np.flatnonzero(labels == ARGUMENT.index("BS"))]
    assert sources == ["Ida"]


def test_a_cue_whose_speaker_is_not_known_is_not_taught_to_be_none(reading: Reading, tmp_path: Path) -> None:
    found = gold(
        reading, ("that the well was dry", "speaker", "Ida Marn"), ("that nobody came", "speaker", "Oleg Brant")
    )
    (item,) = prepared(write(tmp_path / "gold.jsonl", found))
    text, pieces = item.document.text, item.pieces
    of = {text[pieces.starts[at] : pieces.ends[at]]: int(item.cue[at]) for at in np.flatnonzero(pieces.first)}
    assert (of["added"], of["nobody"]) == (IGNORED, CUE.index("O"))


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(json.dumps({"schema": "sayso.reading/1"}) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: no sayso.gold/1"):
        list(read_corrections(path))


@pytest.mark.timeout(600)  # a whole network, on a machine that may be busy
def test_a_step_can_be_taken_on_them(reading: Reading, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed: pip install '.[train]'")
    from training.losses import loss, stack
    from training.network import Network
    from training.targets import cut
    from training.train import batches_of

    items = prepared(write(tmp_path / "gold.jsonl", gold(reading, ("that it rained all day", "speaker", "Ida Marn"))))
    torch.manual_seed(0)
    network = Network(dropout=0.0)
    (batch,) = map(stack, batches_of([example for item in items for example in cut(item, 254)]))
    before = loss(network, batch)
    before.backward()
    torch.optim.SGD(network.parameters(), lr=0.002).step()
    assert math.isfinite(before.item()) and loss(network, batch).item() < before.item()


def mark(text: str, *parts: str) -> GoldAttribution:
    return GoldAttribution(*(((text.index(part), text.index(part) + len(part)),) for part in parts))


def test_two_builds_are_compared_attribution_by_attribution() -> None:
    text = "The clerk said that it rained. He added that nobody came. She left."
    rained = mark(text, "The clerk", "said", "that it rained")
    came, wrong = mark(text, "He", "added", "that nobody came"), mark(text, "She", "added", "that nobody came")
    left = mark(text, "She", "left", "nobody")
    total = Comparison()
    found = list(changes(Text("a", text, (rained, came)), [rained, wrong], [came, left], total))
    assert [(change.kind, change.words.partition(" |")[0]) for change in found] == [
        ("lost", "The clerk"), ("found", "He"), ("dropped", "She"), ("invented", "She"),
    ]  # fmt: skip
    assert (total.gold, total.before, total.after, total.invented_before, total.invented_after) == (2, 1, 1, 1, 1)
    total.changes = [("a", change) for change in found]
    assert list(report(total))[1] == "  - no longer right: The clerk | said | that it rained"


def test_what_nobody_looked_at_is_not_compared() -> None:
    text = "The clerk said that it rained. He added that nobody came."
    rained, came = mark(text, "The clerk", "said", "that it rained"), mark(text, "He", "added", "that nobody came")
    judged = Text("a", text, (rained,), left_open=((30, len(text)),))
    assert list(changes(judged, [rained], [rained, came], Comparison())) == []
    unknown = list(changes(Text("a", text, None), [rained], [rained, came], Comparison()))
    assert [change.kind for change in unknown] == ["after"]


def test_folders_of_texts_are_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("It rained.\n", encoding="utf-8")
    assert [(text.name, text.gold) for text in read_texts(tmp_path)] == [("one", None)]
    for part in ("text", "attributions"):
        (tmp_path / "marked" / part).mkdir(parents=True)
    (tmp_path / "marked" / "text" / "a.txt").write_text("The clerk said that it rained.", encoding="utf-8")
    marks = "T1\tSource 0 9\tThe clerk\nT2\tCue 10 14\tsaid\nT3\tContent 15 29\tthat it rained\nE1\tCue:T2 Source:T1 Content:T3\n"
    (tmp_path / "marked" / "attributions" / "a.ann").write_text(marks, encoding="utf-8")
    (text,) = read_texts(tmp_path / "marked")
    assert text.outermost and text.gold == (mark(text.text, "The clerk", "said", "that it rained"),)
    with pytest.raises(CorpusError, match="no form that is known"):
        list(read_texts(tmp_path / "marked" / "attributions"))
