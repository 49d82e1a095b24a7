"""The store's bench: its arithmetic, and the documents that it adds. Nothing here is timed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from evaluation.bench_store import Clock, Mark, at_one_pace, build, fit_exponent, slowest
from evaluation.workload import Workload
from sayso.domain.attribution import Mode
from sayso.pipeline.inputs import Gathered
from sayso.store.opening import open_store


def test_the_exponent_is_the_power_with_which_costs_grow() -> None:
    assert fit_exponent([(10, 3), (100, 30)]) == pytest.approx(1)
    assert fit_exponent([(10, 1), (100, 100)]) == pytest.approx(2)
    assert fit_exponent([(1, 7), (2, 7), (4, 7)]) == pytest.approx(0)
    assert fit_exponent([(n, n**1.15) for n in (10, 20, 50, 100)]) == pytest.approx(1.15)
    with pytest.raises(ValueError, match="two points"):
        fit_exponent([(10, 3)])


def test_the_slowest_are_those_above_a_share() -> None:
    assert slowest([5, 1, 4, 2, 3, 6, 8, 7, 10, 9]) == 9
    assert slowest([2.0]) == 2.0


def test_what_a_busy_machine_took_longer_for_is_taken_off() -> None:
    marks = [
        Mark(n, n, cpu, cpu, pace, 0, 0, 0, 0, 0) for n, cpu, pace in ((10, 3.0, 1.0), (20, 9.0, 2.0), (30, 12.0, 1.0))
    ]
    assert at_one_pace(marks) == [3.0, 6.0, 9.0]


def test_making_documents_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(
        "evaluation.bench_store.time", SimpleNamespace(perf_counter=lambda: now, process_time=lambda: now)
    )

    def documents() -> Iterator[Gathered]:
        nonlocal now
        for document in islice(Workload(1, width=8).documents(), 3):
            now += 5
            yield document

    monkeypatch.setattr("evaluation.bench_store.known_loop", lambda: 7.0)
    clock = Clock()
    with clock:
        for _ in clock.without(documents()):
            now += 1
    assert clock.pace() == 7.0
    assert (clock.made, clock.seconds, clock.cpu) == (3, 3, 3)


def test_a_mark_is_a_store_of_that_size(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with open_store(path) as store:
        first, second = build(store, path, [20, 60], Workload(1).documents(), ones=2)
        counts = store.counts()
        assert (second.attributions, second.documents) == (counts.attributions, counts.documents)
        assert 20 <= first.attributions < 60 <= second.attributions
        assert store.unsettled() == []


@pytest.fixture(scope="module")
def made() -> list[Gathered]:
    return list(islice(Workload(2).documents(), 400))


def test_one_seed_gives_one_run(made: list[Gathered]) -> None:
    again = list(islice(Workload(2).documents(), 20))
    assert [item.reading for item in again] == [item.reading for item in made[:20]]
    assert next(Workload(3).documents()).reading != made[0].reading


def test_readings_fit_their_texts(made: list[Gathered]) -> None:
    for item in made:
        text = item.reading.document.text
        assert item.data == text.encode()
        assert set(item.vectors) == {attribution.id for attribution in item.reading.attributions}
        for attribution in item.reading.attributions:
            hops = [span for hop in attribution.chain for span in (hop.source, hop.cue and hop.cue.span) if span]
            assert len(hops) == 2 * len(attribution.chain)
            for span in (*attribution.content, *hops):
                assert text[span.start : span.end] == span.exact
        for mention in item.reading.mentions:
            assert text[mention.span.start : mention.span.end] == mention.span.exact


def test_documents_tell_the_same_claims_and_copies_the_same_words(made: list[Gathered]) -> None:
    words = Counter(
        attribution.content[0].exact
        for item in made
        for attribution in item.reading.attributions
        if attribution.mode is not Mode.HEADLINE
    )
    assert 0.05 < sum(count > 1 for count in words.values()) / len(words) < 0.5
    assert {len(attribution.chain) for item in made for attribution in item.reading.attributions} == {0, 1, 2}
    first = [item.vectors[attribution.id] for item in made[:40] for attribution in item.reading.attributions[:2]]
    for one, other in zip(first[::2], first[1::2], strict=True):
        assert 0.6 < float(one @ other) <= 1.0001  # a headline and the sentence below
    assert np.median([float(a @ b) for a, b in combinations(first[::2], 2)]) < 0.2
