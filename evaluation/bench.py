"""How fast, how large: throughput, peak memory, cold start, and what all of sayso costs beside its bare encoder.

    python -m evaluation.bench            1,000 invented articles of some 600 words
    python -m evaluation.bench --quick    100 of them
    python -m evaluation.bench --yardstick ../shared/lab/baseline.int8.onnx    words a second beside an older network's, too

Figures are printed beside their targets and never asserted. Linux only: memory is read from /proc.

The ratio is measured in a process of its own, pinned to one core: end to end (`Reader().read_text`) and bare encoder
(`session.run` on tensors that were made beforehand, in the batches that `Network.run` makes of the same texts) take, with
attributions alone (chains, parties and checks, without roles, places and events) between them,
turns five times, and the median of each is taken; then once more on all cores.

The yardstick (`evaluation/yardstick.py`) reads the same texts in the same process, in turn: network and decoder of the one, network and decoder of the other.

Cold starts find their modules compiled, as an installed package has them (pip compiles; a clone's first run does), even where
the environment keeps Python from writing them: bytecode lies in the scratch folder, and the runs before have filled it.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

DEMO = Path(__file__).resolve().parent.parent / "src" / "sayso" / "demo"
REPETITIONS = 5
SAMPLING = 0.05  # seconds between two looks at memory
TARGETS = {"yardstick": 2.5, "ratio": 0.75, "alone": 0.85, "cold start": 1.5, "memory": 500.0}


def invent(count: int, words: int = 600, seed: int = 1) -> list[str]:
    """`count` articles of about `words` words: a headline and paragraphs of the demo's texts, in other orders."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(DEMO.glob("*.txt"))]
    parts = [[part.strip() for part in text.split("\n\n") if part.strip()] for text in texts]
    headlines = [part[0] for part in parts if part]
    paragraphs = sorted({paragraph for part in parts for paragraph in part[1:]})
    if not paragraphs:
        raise SystemExit(f"{DEMO}: no .txt to make articles of.")
    chance = random.Random(seed)
    articles = []
    for _ in range(count):
        chosen, size, pool = [chance.choice(headlines)], 0, list[str]()
        while not pool or size + len(pool[-1].split()) / 2 < words:
            if pool:
                chosen.append(pool.pop())
                size += len(chosen[-1].split())
            else:
                pool = chance.sample(paragraphs, len(paragraphs))
        articles.append("\n\n".join(chosen) + "\n")
    return articles


def tree_of(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for here in found:
        try:
            for task in os.listdir(f"/proc/{here}/task"):
                found.extend(int(child) for child in Path(f"/proc/{here}/task/{task}/children").read_text().split())
        except OSError:
            continue  # it ended between two looks
    return found


def memory_of(pid: int) -> int:
    """Bytes of one process: PSS, so that pages shared by workers count once; RSS where PSS is not told."""
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            for line in Path(f"/proc/{pid}/{name}").read_text().splitlines():
                if line.startswith(key):
                    return int(line.split()[1]) * 1024
        except OSError:
            continue
    return 0


@dataclasses.dataclass
class Run:
    """One run of the command: seconds, exit status, what it printed, peak memory of its whole process tree."""

    seconds: float
    status: int
    digest: str
    lines: int
    peak: int
    error: str


def command(arguments: list[str], cores: set[int], output: Path) -> Run:
    """`sayso` with `arguments`, kept on `cores`; its bytecode beside `output`."""
    errors = output.with_suffix(".stderr")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(output.with_suffix(".bytecode"))
    peak = 0
    done = threading.Event()
    with output.open("wb") as out, errors.open("wb") as err:
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "sayso", *arguments],
            stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, preexec_fn=lambda: os.sched_setaffinity(0, cores),
        )  # fmt: skip

        def watch() -> None:
            nonlocal peak
            while not done.is_set():
                peak = max(peak, sum(memory_of(pid) for pid in tree_of(process.pid)))
                done.wait(SAMPLING)

        watcher = threading.Thread(target=watch)
        watcher.start()
        status = process.wait()
        seconds = time.perf_counter() - started
        done.set()
        watcher.join()
    digest, lines = sha256(), 0
    with output.open("rb") as printed:
        while block := printed.read(1 << 20):
            digest.update(block)
            lines += block.count(b"\n")
    tail = errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
    return Run(seconds, status, digest.hexdigest(), lines, peak, tail[0] if tail else "")


class Recorder:
    """Stands in for a session, and keeps what it was asked."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.feeds: list[dict[str, Any]] = []

    def run(self, names: Any, feed: dict[str, Any]) -> Any:
        self.feeds.append(feed)
        return self.session.run(names, feed)


def turns(articles: list[str], yardstick: Path | None) -> dict[str, list[float]]:
    """Seconds for `articles`, end to end and by the bare encoder in turn, on the cores of this process."""
    from evaluation.yardstick import load_yardstick
    from sayso.domain.quotation import find_quotations
    from sayso.extract.extraction import extract
    from sayso.languages.language import load_language
    from sayso.models.finding import find
    from sayso.models.network import load_network
    from sayso.models.pieces import split_pieces
    from sayso.models.windows import split_windows
    from sayso.pipeline import Reader
    from sayso.readers.files import read_document
    from sayso.readers.language import detect_language

    network = load_network(len(os.sched_getaffinity(0)))
    recorder = Recorder(network.session)
    recording = dataclasses.replace(network, session=recorder)
    for text in articles:
        pieces = split_pieces(text, network.tokenizer, find_quotations(text))
        recording.run(pieces, split_windows(pieces))
    reader = Reader()
    reader.read_text(articles[0])
    language = load_language("en")
    other = load_yardstick(yardstick, network.tokenizer, len(os.sched_getaffinity(0))) if yardstick else None
    times: dict[str, list[float]] = {"end to end": [], "attributions": [], "encoder": [], "model": [], "yardstick": []}
    for _ in range(REPETITIONS):
        started = time.perf_counter()
        for text in articles:
            reader.read_text(text)
        times["end to end"].append(time.perf_counter() - started)
        started = time.perf_counter()
        for text in articles:
            document = read_document(text.encode(), furniture=language.furniture)
            detect_language(document.text)
            extract(document, find(document.text, network), language, network.model)
        times["attributions"].append(time.perf_counter() - started)
        started = time.perf_counter()
        for feed in recorder.feeds:
            network.session.run(None, feed)
        times["encoder"].append(time.perf_counter() - started)
        if other is not None:
            started = time.perf_counter()
            for text in articles:
                find(text, network)
            times["model"].append(time.perf_counter() - started)
            started = time.perf_counter()
            for text in articles:
                other.read(text)
            times["yardstick"].append(time.perf_counter() - started)
    return times


def in_own_process(folder: Path, count: int, cores: set[int], yardstick: Path | None) -> dict[str, list[float]]:
    """`turns` in a fresh process that sees only `cores`."""
    more = ["--yardstick", str(yardstick)] if yardstick else []
    done = subprocess.run(
        [sys.executable, "-m", "evaluation.bench", "--turns", str(folder), "--count", str(count), *more],
        stdout=subprocess.PIPE, check=True, preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )  # fmt: skip
    times: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return times


def row(name: str, figure: str, target: str = "") -> None:
    print(f"{name:<44}{figure:>16}  {target}".rstrip(), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="100 articles")
    parser.add_argument("--yardstick", type=Path, help="weights of an older network, to be read with beside sayso's")
    parser.add_argument("--turns", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.turns:
        paths = sorted(arguments.turns.glob("*.txt"))[: arguments.count]
        print(json.dumps(turns([path.read_text(encoding="utf-8") for path in paths], arguments.yardstick)))
        return 0

    articles = invent(100 if arguments.quick else 1000)
    sample = 10 if arguments.quick else 40
    words = sum(len(text.split()) for text in articles)
    every = os.sched_getaffinity(0)
    one = {min(every)}
    problems = 0
    print(f"{len(articles):,} articles, {words:,} words, {len(every)} cores, load {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory() as scratch:
        folder, output = Path(scratch) / "articles", Path(scratch) / "out.jsonl"
        folder.mkdir()
        for number, text in enumerate(articles):
            (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
        runs: dict[str, Run] = {}
        for name, more, cores in (("all cores", [], every), ("one core", ["--workers", "1"], one)):
            run = runs[name] = command(["read", str(folder), "--jsonl", *more], cores, output)
            problems += run.status != 0 or run.lines != len(articles)
            row(f"{name}: articles a second", f"{len(articles) / run.seconds:,.2f}")
            row(f"{name}: words a second", f"{words / run.seconds:,.0f}")
            row(f"{name}: wall, seconds", f"{run.seconds:,.1f}")
            memory = run.peak / 1e6
            row(f"{name}: peak memory, MB", f"{memory:,.0f}", f"<= {TARGETS['memory']:.0f}")
            row(f"{name}: exit status", str(run.status), run.error if run.status else "")
            row(f"{name}: lines printed", f"{run.lines:,}")
            row(f"{name}: output sha256", run.digest[:16])
        row("same output on one core and on all", "yes" if len({run.digest for run in runs.values()}) == 1 else "NO")

        print()
        starts = [command(["read", str(folder / "0000.txt")], every, output) for _ in range(REPETITIONS)]
        problems += any(start.status for start in starts)
        median = statistics.median(start.seconds for start in starts)
        row("cold start, one article, seconds (median)", f"{median:.2f}", f"<= {TARGETS['cold start']}")
        row("slowest of five", f"{max(start.seconds for start in starts):.2f}")

        read = sum(len(text.split()) for text in articles[:sample])
        for name, cores in (("one core", one), ("all cores", every)):
            if len(cores) == 1 and name == "all cores":
                continue
            print()
            times = in_own_process(folder, sample, cores, arguments.yardstick)
            ends, alone, bare = (statistics.median(times[key]) for key in ("end to end", "attributions", "encoder"))
            row(f"{name}, one process: end to end, words/s", f"{read / ends:,.0f}")
            row(f"{name}, one process: bare encoder, words/s", f"{read / bare:,.0f}")
            row(f"{name}, one process: ratio", f"{bare / ends:.3f}", f">= {TARGETS['ratio']}")
            row(f"{name}, one process: attributions alone", f"{bare / alone:.3f}", f">= {TARGETS['alone']}")
            if arguments.yardstick:
                model, other = (statistics.median(times[key]) for key in ("model", "yardstick"))
                row(f"{name}, one process: network and decoder, words/s", f"{read / model:,.0f}")
                row(f"{name}, one process: the yardstick's, words/s", f"{read / other:,.0f}")
                row(f"{name}, one process: times the yardstick", f"{other / model:.2f}", f">= {TARGETS['yardstick']}")
            row(f"{name}: command to bare encoder", f"{words / runs[name].seconds / (read / bare):.3f}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
