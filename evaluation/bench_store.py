"""How a store grows: seconds, CPU, memory and file size while simulated attributions are added to it; nothing is read or encoded.

    python -m evaluation.bench_store            to 100,000 attributions (what make bench runs)
    python -m evaluation.bench_store --large    to 1,000,000
    python -m evaluation.bench_store --quick    to 30,000

The store is a file, written in batches as `sayso add` does. Making the documents (`evaluation/workload.py`) is not counted. At each
mark some documents are added one at a time, each as a command of its own would. Figures are printed beside their targets and never asserted.
Linux only: memory is read from /proc.

What else runs on a machine makes the same work take more CPU seconds, up to twice as many, and in an hour that comes and goes. So a loop of known
length is timed all along, and what growth is fitted to are seconds at the pace of the first mark.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from evaluation.workload import Workload
from sayso.pipeline.inputs import Gathered
from sayso.pipeline.keeping import add_each, add_gathered
from sayso.pipeline.tracing import Tracer
from sayso.store.interface import Store
from sayso.store.opening import open_store

MARKS = (1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
FIRST = 10_000
"""Attributions from which on growth is fitted."""
ONE_AT_A_TIME = 40
"""Documents that are added one at a time at each mark."""
GROWTH, SLOWER, MEMORY = 1.15, 3.0, 4000
PACED = 5
"""Documents after which the loop of known length is timed again: it takes some 5 ms, a fortieth of what they take."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A store of so many attributions: seconds and CPU seconds that it took, and what one more document takes, median and 90th per cent.

    `pace`: CPU seconds that the loop of known length took since the mark before.
    """

    attributions: int
    documents: int
    seconds: float
    cpu: float
    pace: float
    one: float
    one_cpu: float
    slow_one: float
    peak: float
    size: float


def fit_exponent(points: Sequence[tuple[float, float]]) -> float:
    """The power with which the second number of each point grows with the first: the slope of a line through their logarithms."""
    if len(points) < 2:
        raise ValueError(f"Growth is fitted to two points or more, and there are {len(points)}.")
    sizes, costs = ([math.log(point[place]) for point in points] for place in (0, 1))
    return statistics.linear_regression(sizes, costs).slope


def slowest(values: Sequence[float], share: float = 0.9) -> float:
    """The value under which such a share of all lies."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


def at_one_pace(marks: Sequence[Mark]) -> list[float]:
    """The CPU seconds up to each mark, had the machine always been as fast as up to the first one."""
    found: list[float] = []
    before = 0.0
    for mark in marks:
        found.append((found[-1] if found else 0.0) + (mark.cpu - before) * marks[0].pace / mark.pace)
        before = mark.cpu
    return found


def known_loop() -> float:
    """CPU seconds of always the same work on some thousand small objects."""
    began = time.process_time()
    counts: dict[str, int] = {}
    for number in range(12_000):
        word = f"w{number * 7919 % 6007}"
        counts[word] = counts.get(word, 0) + len(word)
    sorted(counts)
    return time.process_time() - began


class Clock:
    """Seconds and CPU seconds, without those that making the documents takes; and what the loop of known length took meanwhile."""

    def __init__(self) -> None:
        self.seconds = self.cpu = 0.0
        self.made = self.attributions = 0
        self._paces: list[float] = []

    def pace(self) -> float:
        """The loop's CPU seconds since this was last asked for, the median."""
        found = statistics.median(self._paces or [known_loop()])
        self._paces.clear()
        return found

    def without(self, documents: Iterator[Gathered]) -> Iterator[Gathered]:
        """The documents; the time until each is there does not count."""
        while True:
            seconds, cpu = time.perf_counter(), time.process_time()
            document = next(documents, None)
            if self.made % PACED == 0:
                self._paces.append(known_loop())
            self.seconds -= time.perf_counter() - seconds
            self.cpu -= time.process_time() - cpu
            if document is None:
                return
            self.made += 1
            self.attributions += len(document.reading.attributions)
            yield document

    def __enter__(self) -> Clock:
        self.seconds -= time.perf_counter()
        self.cpu -= time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter()
        self.cpu += time.process_time()


def _until(clock: Clock, documents: Iterator[Gathered], attributions: int) -> Iterator[Gathered]:
    while clock.attributions < attributions:
        yield next(documents)


def peak_memory() -> float:
    """The most memory that this process has held, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1000
    return 0.0


def build(
    store: Store, path: Path, marks: Sequence[int], documents: Iterator[Gathered], ones: int = ONE_AT_A_TIME
) -> Iterator[Mark]:
    """Add documents, of which there is no end, until the store is so large, for each mark."""
    clock = Clock()
    for mark in marks:
        with clock:
            for _ in add_each(store, _until(clock, clock.without(documents), mark)):
                pass
        seconds, cpus = [], []
        for document in islice(clock.without(documents), ones):
            began, cpu = time.perf_counter(), time.process_time()
            add_gathered(store, [document])
            seconds.append(time.perf_counter() - began)
            cpus.append(time.process_time() - cpu)
        clock.seconds += sum(seconds)
        clock.cpu += sum(cpus)
        yield Mark(
            clock.attributions, clock.made, clock.seconds, clock.cpu, clock.pace(),
            statistics.median(seconds), statistics.median(cpus), slowest(cpus), peak_memory(), path.stat().st_size / 1e6,
        )  # fmt: skip


def row(name: str, figure: str, target: str = "") -> None:
    print(f"{name:<64}{figure:>12}  {target}".rstrip(), flush=True)


def summarise(marks: Sequence[Mark]) -> None:
    """The figures that there are targets for."""
    paced = zip(marks, at_one_pace(marks), strict=True)
    late = [(mark.attributions, cpu) for mark, cpu in paced if mark.attributions >= FIRST]
    print()
    if len(late) > 1:
        between = f"{late[0][0]:,} to {late[-1][0]:,}"
        row(f"building, {between}: CPU grows with exponent", f"{fit_exponent(late):.3f}", f"<= {GROWTH}")
        raw = [(mark.attributions, mark.cpu) for mark in marks if mark.attributions >= FIRST]
        row("the same, whatever else ran on the machine", f"{fit_exponent(raw):.3f}")
        elapsed = [(mark.attributions, mark.seconds) for mark in marks if mark.attributions >= FIRST]
        row("the same, seconds by the clock", f"{fit_exponent(elapsed):.3f}")
    first, last = marks[0], marks[-1]
    if last is not first:
        between = f"to {last.attributions:,} beside {first.attributions:,}"
        slower = last.one_cpu / first.one_cpu * first.pace / last.pace
        row(f"one document {between}: CPU, times", f"{slower:.2f}", f"<= {SLOWER:g}")
        row("the same, whatever else ran on the machine, times", f"{last.one_cpu / first.one_cpu:.2f}")
        row("the same, seconds by the clock, times", f"{last.one / first.one:.2f}", f"<= {SLOWER:g}")
    row("peak memory, MB", f"{last.peak:,.0f}", f"<= {MEMORY:,}")


def large_claims(store: Store) -> None:
    """What was put off while documents were added, and what it takes to work the largest out."""
    waiting = store.unsettled()
    sizes = {claim: len(store.members(claim)) for claim in waiting}
    row("claims", f"{store.counts().claims:,}")
    row("of these, put off until somebody asks (large, or too many at once)", f"{len(waiting):,}")
    if not sizes:
        return
    largest = max(sizes, key=lambda claim: sizes[claim])
    cpu = time.process_time()
    with store.batch():
        Tracer(store).settle_claim(largest)
    row(
        f"the largest, of {sizes[largest]:,} statements: CPU seconds to work it out", f"{time.process_time() - cpu:.1f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true", help="to 1,000,000 attributions")
    parser.add_argument("--quick", action="store_true", help="to 30,000 attributions")
    parser.add_argument("--store", type=Path, help="a file that is not there yet, and stays; else a temporary one")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    most = 1_000_000 if arguments.large else 30_000 if arguments.quick else 100_000
    with tempfile.TemporaryDirectory() as scratch:
        path = arguments.store or Path(scratch) / "sayso.db"
        if path.exists():
            parser.error(f"{path} is there already; name another file.")
        print(f"load {os.getloadavg()[0]:.1f}; one document: median of {ONE_AT_A_TIME}, each in a batch of its own\n")
        print(
            f"{'attributions':>12} {'documents':>10} {'seconds':>9} {'CPU s':>9} {'loop ms':>8} {'CPU ms each':>12} "
            f"{'one: s':>8} {'one: CPU s':>11} {'slow one':>9} {'memory MB':>10} {'file MB':>9}"
        )
        found: list[Mark] = []
        with open_store(path) as store:
            marks = [mark for mark in MARKS if mark <= most]
            for mark in build(store, path, marks, Workload(arguments.seed).documents()):
                found.append(mark)
                print(
                    f"{mark.attributions:>12,} {mark.documents:>10,} {mark.seconds:>9,.1f} {mark.cpu:>9,.1f} {1000 * mark.pace:>8.2f} "
                    f"{1000 * mark.cpu / mark.attributions:>12.2f} {mark.one:>8.3f} {mark.one_cpu:>11.3f} "
                    f"{mark.slow_one:>9.3f} {mark.peak:>10,.0f} {mark.size:>9,.0f}",
                    flush=True,
                )
            summarise(found)
            large_claims(store)
    return 0


if __name__ == "__main__":
    sys.exit(main())
