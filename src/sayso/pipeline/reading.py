"""Inputs → documents → readings, by as many processes as there are cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

from sayso.domain.document import Document
from sayso.domain.reading import Reading
from sayso.errors import InputError, SaysoError, UnreadableError
from sayso.extract.extraction import extract
from sayso.languages.language import Language, languages, load_language
from sayso.models.finding import find
from sayso.models.network import Network, load_network
from sayso.readers.fetch import fetch as fetch_page
from sayso.readers.files import find_files, read_document
from sayso.readers.language import detect_language

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


class Reader:
    """Reads documents; make one and keep it. `threads` None means one a core, `network` None the shipped weights."""

    def __init__(self, threads: int | None = None, network: Network | None = None) -> None:
        self._threads = threads
        self._network = network

    @property
    def network(self) -> Network:
        """The weights, loaded when first asked for. Raises ModelError."""
        return self._network or load_network(self._threads)

    def read_text(self, text: str, path: str | None = None) -> Reading:
        """The reading of a text as it stands. Raises InputError (empty, too large)."""
        return self.read(text.encode("utf-8", "surrogatepass"), path=path)

    def read(
        self, source: str | os.PathLike[str] | bytes | BinaryIO, *, path: str | None = None, url: str | None = None
    ) -> Reading:
        """The reading of a file, of bytes or of an open binary stream. Raises InputError."""
        notes: list[str] = []
        document = read_document(source, path=path, url=url, furniture=_furniture(), on_note=notes.append)
        return self.read_document(document, tuple(notes))

    def read_document(self, document: Document, notes: tuple[str, ...] = ()) -> Reading:
        """The reading of a document; one in a language that is not read yet has nothing but a note."""
        code = document.language or detect_language(document.text)
        document = replace(document, language=code)
        language = _language(code)
        if language is None:
            known = ", ".join(languages())
            note = f"The text is in a language that sayso does not read yet ({code}; it reads: {known}). The document is kept as it is."
            return Reading(document, (), (), (), None, (*notes, note))
        network = self.network
        return extract(document, find(document.text, network), language, network.model, notes)


def _language(code: str | None) -> Language | None:
    """The language's data; English where a text is too short to tell."""
    code = (code or "en").split("-")[0].lower()
    return load_language(code) if code in languages() else None


@cache
def _furniture() -> tuple[str, ...]:
    return tuple(line for code in languages() for line in load_language(code).furniture)


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
    fetch: bool = False,
    workers: int | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """One outcome an input, in order: files, folders, "-" and, with `fetch`, addresses.

    Many files are read by `workers` processes (None: one a core). What cannot be read comes as
    `Skipped`; nothing but a fault of sayso's own, or of its weights, raises.
    """
    workers = workers or len(os.sched_getaffinity(0))
    tasks = list(_tasks(inputs, fetch=fetch))
    files = sum(1 for task in tasks if isinstance(task, str))
    if workers == 1 or files < FEWEST_FOR_WORKERS:
        reader = Reader(workers)
        for task in tasks:
            yield task if isinstance(task, Skipped) else _read_one(reader, task, stdin)
        return
    yield from _read_parallel(tasks, workers, stdin)


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


def _read_one(reader: Reader, task: str, stdin: BinaryIO | None) -> Outcome:
    try:
        if task == STDIN:
            if stdin is None:
                raise UnreadableError("There is no standard input to read. Name a file.")
            return reader.read(stdin, path=STDIN)
        if _is_url(task):
            data, url = fetch_page(task)
            return reader.read(data, url=url)
        return reader.read(task)
    except InputError as error:
        return Skipped(task, str(error), error.code)
    except RecursionError:
        return Skipped(task, f"{task} is nested too deeply to be read.", "input")


_worker: Reader | None = None


def _start_worker() -> None:
    """A worker leaves Ctrl-C to the process that it works for, and computes on one core."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = Reader(threads=1)


def _work(paths: Sequence[str]) -> list[Outcome | SaysoError]:
    assert _worker is not None
    outcomes: list[Outcome | SaysoError] = []
    for path in paths:
        try:
            outcomes.append(_read_one(_worker, path, None))
        except SaysoError as error:
            outcomes.append(error)
    return outcomes


def _read_parallel(tasks: Sequence[str | Skipped], workers: int, stdin: BinaryIO | None) -> Iterator[Outcome]:
    # Started fresh and not forked: onnxruntime's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker)
    waiting: deque[Callable[[], list[Outcome | SaysoError]]] = deque()
    try:
        for group in _groups(tasks):
            waiting.append(_begin(pool, group, stdin))
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
    pool: ProcessPoolExecutor, group: list[str] | Skipped | str, stdin: BinaryIO | None
) -> Callable[[], list[Outcome | SaysoError]]:
    if isinstance(group, Skipped):
        return lambda: [group]
    if isinstance(group, str):
        return lambda: [_read_one(Reader(1), group, stdin)]
    future: Future[list[Outcome | SaysoError]] = pool.submit(_work, group)
    return future.result


def _finished(outcomes: Sequence[Outcome | SaysoError]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if isinstance(outcome, SaysoError):
            raise outcome
        yield outcome
