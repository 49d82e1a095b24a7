"""Files, folders, addresses and standard input → one outcome each, by as many processes as there are cores."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sayso.domain.event import Event
from sayso.domain.pack import Pack
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.errors import InputError, SaysoError, UnreadableError, UsageError
from sayso.pipeline.reading import Reader
from sayso.pipeline.shipped import events_of
from sayso.readers.dates import iso_date
from sayso.readers.fetch import fetch as fetch_page
from sayso.readers.files import find_files, read_file, read_stream
from sayso.registry import load_registry

STDIN = "-"
FEWEST_FOR_WORKERS = 4
"""Files below which starting worker processes (0.6 s each) costs more than they save."""

FILES_A_TASK = 4
WAITING_TASKS = 3  # a worker: enough that none is idle, few enough that memory stays bounded


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was turned away: its name, the reason in a sentence, and the error's code word."""

    input: str
    reason: str
    code: str


Outcome = Reading | Skipped


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an input where it does not say so itself; `published` is ISO 8601."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None


NOTHING_KNOWN = Facts()
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


def told_facts(outlet: str | None = None, published: str | None = None, url: str | None = None) -> Facts:
    """What a person says of an input, once it is known to be a date and an address. Raises UsageError."""
    date = None if published is None else iso_date(published)
    if published is not None and date is None:
        raise UsageError(
            f"{published!r}, given as when it was published, is no date. Write 2026-01-31, or 2026-01-31T09:30:00+03:00."
        )
    if url is not None and not _ADDRESS.fullmatch(url.strip()):
        raise UsageError(f"{url!r}, given as where it stands, is no address. Write it like https://paper.example/page.")
    return Facts(outlet, date, url)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A reading with the bytes that it was made from, the vectors of its statements by attribution, and its events (None: not looked for yet)."""

    input: str
    data: bytes
    reading: Reading
    vectors: Mapping[str, Vector] = field(default_factory=dict)
    events: tuple[Event, ...] | None = None


def count_inputs(inputs: Sequence[str]) -> int:
    """How many outcomes `read_inputs` will give for these inputs."""
    skipped = 0

    def count(_path: Path, _why: str) -> None:
        nonlocal skipped
        skipped += 1

    plain = [item for item in inputs if item == STDIN or _is_url(item)]
    found = sum(1 for _ in find_files([item for item in inputs if item not in plain], on_skip=count))
    return len(plain) + found + skipped


def read_inputs(
    inputs: Sequence[str],
    *,
    facts: Facts | Mapping[str, Facts] = NOTHING_KNOWN,
    registry: Path | None = None,
    packs: tuple[Pack, ...] | None = None,
    fetch: bool = False,
    workers: int | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """One outcome an input, in order: files, folders, "-" and, with `fetch`, addresses.

    `facts` as in `gather_inputs`; `registry` is a folder of one's own offices, beside the shipped ones; `packs` as a `Reader` has them.

    Many files are read by `workers` processes (None: one a core). What cannot be read comes as
    `Skipped`; nothing but a fault of sayso's own, or of its weights, raises.
    """
    work = _Work(facts, registry=registry, packs=packs)
    for outcome in _outcomes(inputs, work, fetch=fetch, workers=workers, stdin=stdin):
        yield outcome if isinstance(outcome, Skipped) else outcome.reading


def gather_inputs(
    inputs: Sequence[str],
    *,
    facts: Facts | Mapping[str, Facts] = NOTHING_KNOWN,
    fetch: bool = False,
    workers: int | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Gathered | Skipped]:
    """As `read_inputs`, with all that a store keeps; `facts` hold for every input, or are by a file's name as found."""
    yield from _outcomes(inputs, _Work(facts, whole=True, packs=()), fetch=fetch, workers=workers, stdin=stdin)


def gather_data(
    items: Iterable[tuple[str, bytes]], *, facts: Facts = NOTHING_KNOWN, reader: Reader | None = None
) -> Iterator[Gathered | Skipped]:
    """The same of bytes that came otherwise, each with its name."""
    reader = reader or Reader()
    for name, data in items:
        try:
            reading = reader.read(data, path=name, url=facts.url, outlet=facts.outlet, published=facts.published)
        except InputError as error:
            yield Skipped(name, str(error), error.code)
            continue
        except RecursionError:
            yield Skipped(name, f"{name} is nested too deeply to be read.", "input")
            continue
        reading, vectors = _described(reading, reader.threads)
        yield Gathered(name, data, reading, vectors)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is done with each input; `whole` keeps bytes and vectors, which cost time between processes."""

    facts: Facts | Mapping[str, Facts] = NOTHING_KNOWN
    whole: bool = False
    registry: Path | None = None
    packs: tuple[Pack, ...] | None = None

    def reader(self, threads: int) -> Reader:
        return Reader(threads, registry=load_registry(self.registry), packs=self.packs)

    def facts_of(self, task: str) -> Facts:
        return self.facts if isinstance(self.facts, Facts) else self.facts.get(task, NOTHING_KNOWN)


def _outcomes(
    inputs: Sequence[str], work: _Work, *, fetch: bool, workers: int | None, stdin: BinaryIO | None
) -> Iterator[Gathered | Skipped]:
    workers = workers or len(os.sched_getaffinity(0))
    tasks = list(_tasks(inputs, fetch=fetch))
    files = sum(1 for task in tasks if isinstance(task, str))
    if workers == 1 or files < FEWEST_FOR_WORKERS:
        reader = work.reader(workers)
        for task in tasks:
            yield task if isinstance(task, Skipped) else _read_one(reader, task, work, stdin)
        return
    yield from _read_parallel(tasks, work, workers, stdin)


def _tasks(inputs: Sequence[str], *, fetch: bool) -> Iterator[str | Skipped]:
    for item in inputs:
        if _is_url(item) and not fetch:
            yield Skipped(
                item, f"{item} is an address: add --fetch to let sayso open a connection to it.", "not-fetched"
            )
        elif item == STDIN or _is_url(item):
            yield item
        else:
            skipped: list[Skipped] = []

            def note(path: Path, why: str, into: list[Skipped] = skipped) -> None:
                into.append(Skipped(str(path), f"{path} {why}.", "kind"))

            for path in find_files([item], on_skip=note):
                yield from skipped
                skipped.clear()
                yield str(path)
            yield from skipped


def _is_url(item: str) -> bool:
    return item.lower().startswith(("http://", "https://"))


def _read_one(reader: Reader, task: str, work: _Work, stdin: BinaryIO | None) -> Gathered | Skipped:
    facts = work.facts_of(task)
    path: str | None = task
    url = facts.url
    try:
        if task == STDIN:
            if stdin is None:
                raise UnreadableError("There is no standard input to read. Name a file.")
            data = read_stream(stdin, name=STDIN)
        elif _is_url(task):
            data, url = fetch_page(task)
            path = None
        else:
            data = read_file(task)
        reading = reader.read(data, path=path, url=url, outlet=facts.outlet, published=facts.published)
    except InputError as error:
        return Skipped(task, str(error), error.code)
    except RecursionError:
        return Skipped(task, f"{task} is nested too deeply to be read.", "input")
    if not work.whole:
        return Gathered(task, b"", reading)
    reading, vectors = _described(reading, reader.threads)
    return Gathered(task, data, reading, vectors, events_of(reading))


def _described(reading: Reading, threads: int | None) -> tuple[Reading, Mapping[str, Vector]]:
    """A reading as a store keeps it, and the vectors of its statements."""
    from sayso.pipeline.describing import (  # a tenth of a second that reading alone does not need
        vectors_of,
        with_paragraphs,
    )

    reading = with_paragraphs(reading)
    return reading, vectors_of(reading, threads)


_worker: Reader | None = None
_work: _Work = _Work()


def _start_worker(work: _Work) -> None:
    """A worker leaves Ctrl-C to the process that it works for, and computes on one core."""
    global _worker, _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker, _work = work.reader(1), work


def _read_group(paths: Sequence[str]) -> list[Gathered | Skipped | SaysoError]:
    assert _worker is not None
    outcomes: list[Gathered | Skipped | SaysoError] = []
    for path in paths:
        try:
            outcomes.append(_read_one(_worker, path, _work, None))
        except SaysoError as error:
            outcomes.append(error)
    return outcomes


def _read_parallel(
    tasks: Sequence[str | Skipped], work: _Work, workers: int, stdin: BinaryIO | None
) -> Iterator[Gathered | Skipped]:
    # Started fresh and not forked: onnxruntime's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(work,))
    waiting: deque[Callable[[], list[Gathered | Skipped | SaysoError]]] = deque()
    try:
        for group in _groups(tasks):
            waiting.append(_begin(pool, group, work, stdin))
            while len(waiting) >= WAITING_TASKS * workers:
                yield from _finished(waiting.popleft()())
        while waiting:
            yield from _finished(waiting.popleft()())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _groups(tasks: Sequence[str | Skipped]) -> Iterator[list[str] | Skipped | str]:
    """Runs of files, for one worker each; what is no file stands alone."""
    group: list[str] = []
    for task in tasks:
        alone = isinstance(task, Skipped) or task == STDIN or _is_url(task)
        if group and (alone or len(group) == FILES_A_TASK):
            yield group
            group = []
        if alone:
            yield task
        else:
            group.append(str(task))
    if group:
        yield group


def _begin(
    pool: ProcessPoolExecutor, group: list[str] | Skipped | str, work: _Work, stdin: BinaryIO | None
) -> Callable[[], list[Gathered | Skipped | SaysoError]]:
    if isinstance(group, Skipped):
        return lambda: [group]
    if isinstance(group, str):
        return lambda: [_read_one(work.reader(1), group, work, stdin)]
    future: Future[list[Gathered | Skipped | SaysoError]] = pool.submit(_read_group, group)
    return future.result


def _finished(outcomes: Sequence[Gathered | Skipped | SaysoError]) -> Iterator[Gathered | Skipped]:
    for outcome in outcomes:
        if isinstance(outcome, SaysoError):
            raise outcome
        yield outcome
