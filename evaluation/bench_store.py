"""How a store grows: seconds, CPU, memory and file size while simulated attributions are added to it; nothing is read or encoded.

    python -m evaluation.bench_store            to 100,000 attributions
    python -m evaluation.bench_store --large    to 1,000,000
    python -m evaluation.bench_store --quick    to 30,000 (what make bench runs)

The store is a file, written in batches as `sayso add` does. Making the documents (`evaluation/workload.py`) is not counted. At each
mark some documents are added one at a time, each as a command of its own would. Figures are printed beside their targets and never asserted.
Linux only: memory is read from /proc.
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


@dataclass(frozen=True, slots=True)
class Mark:
    """A store of so many attributions: seconds and CPU seconds that it took, and what one more document takes, median and 90th per cent."""

    attributions: int
    documents: int
    seconds: float
    cpu: float
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


class Clock:
    """Seconds and CPU seconds, without those that making the documents takes."""

    def __init__(self) -> None:
        self.seconds = self.cpu = 0.0
        self.made = self.attributions = 0

    def without(self, documents: Iterator[Gathered]) -> Iterator[Gathered]:
        """The documents; the time until each is there does not count."""
        while True:
            seconds, cpu = time.perf_counter(), time.process_time()
            document = next(documents, None)
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
            clock.attributions, clock.made, clock.seconds, clock.cpu,
            statistics.median(seconds), statistics.median(cpus), slowest(cpus), peak_memory(), path.stat().st_size / 1e6,
        )  # fmt: skip


def row(name: str, figure: str, target: str = "") -> None:
    print(f"{name:<64}{figure:>12}  {target}".rstrip(), flush=True)


def summarise(marks: Sequence[Mark]) -> None:
    """The figures that there are targets for."""
    late = [(mark.attributions, mark.cpu) for mark in marks if mark.attributions >= FIRST]
    print()
    if len(late) > 1:
        between = f"{late[0][0]:,} to {late[-1][0]:,}"
        row(f"building, {between}: CPU grows with exponent", f"{fit_exponent(late):.3f}", f"<= {GROWTH}")
        elapsed = [(mark.attributions, mark.seconds) for mark in marks if mark.attributions >= FIRST]
        row("the same, seconds by the clock", f"{fit_exponent(elapsed):.3f}")
    first, last = marks[0], marks[-1]
    if last is not first:
        between = f"to {last.attributions:,} beside {first.attributions:,}"
        row(f"one document {between}: CPU, times", f"{last.one_cpu / first.one_cpu:.2f}", f"<= {SLOWER:g}")
        row("the same, seconds by the clock, times", f"{last.one / first.one:.2f}", f"<= {SLOWER:g}")
    row("peak memory, MB", f"{last.peak:,.0f}", f"<= {MEMORY:,}")


def large_claims(store: Store) -> None:
    """What was put off while documents were added, and what it takes to work the largest out."""
    waiting = store.unsettled()
    sizes = {claim: len(store.members(claim)) for claim in waiting}
    row("claims", f"{store.counts().claims:,}")
    row("of these, large ones whose lineage waits until it is asked for", f"{len(waiting):,}")
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
            f"{'attributions':>12} {'documents':>10} {'seconds':>9} {'CPU s':>9} {'CPU ms each':>12} "
            f"{'one: s':>8} {'one: CPU s':>11} {'slow one':>9} {'memory MB':>10} {'file MB':>9}"
        )
        found: list[Mark] = []
        with open_store(path) as store:
            marks = [mark for mark in MARKS if mark <= most]
            for mark in build(store, path, marks, Workload(arguments.seed).documents()):
                found.append(mark)
                print(
                    f"{mark.attributions:>12,} {mark.documents:>10,} {mark.seconds:>9,.1f} {mark.cpu:>9,.1f} "
                    f"{1000 * mark.cpu / mark.attributions:>12.2f} {mark.one:>8.3f} {mark.one_cpu:>11.3f} "
                    f"{mark.slow_one:>9.3f} {mark.peak:>10,.0f} {mark.size:>9,.0f}",
                    flush=True,
                )
            summarise(found)
            large_claims(store)
    return 0


if __name__ == "__main__":
    sys.exit(main())
