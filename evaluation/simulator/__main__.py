"""python -m evaluation.simulator: stories, or readings with vectors, into files.

python -m evaluation.simulator --stories 20 --seed 3 --out FOLDER     story folders, for `sayso evaluate stories --data`
python -m evaluation.simulator --readings 10000 --out FOLDER          readings.jsonl, ids.txt and vectors.npy
python -m evaluation.simulator --stories 1                            the documents of one story, to look at
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from sayso.domain.vector import Vector
from sayso.serialise import to_json, to_record

from . import simulate, simulate_readings
from .folder import write_story


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.simulator", description="Grow stories of which everything is known."
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--stories", type=int, metavar="N", help="so many stories")
    what.add_argument(
        "--readings", type=int, metavar="N", help="readings and vectors of so many attributions, without a model"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where to; without it stories are printed")
    options = parser.parse_args()
    if options.readings is not None:
        if options.out is None:
            parser.error("--readings needs --out FOLDER")
        _write_readings(options.readings, options.seed, options.out)
        return
    for story in simulate(options.stories, options.seed):
        if options.out is not None:
            write_story(story, options.out / story.name)
            continue
        for item in sorted(story.documents, key=lambda item: item.document.published or ""):
            print(f"=== {item.file}  {item.document.published}  {item.document.url}\n{item.document.text}")
        for claim in story.claims:
            print(f"### {claim.name}: {claim.roots.count if claim.roots else '?'} roots")
            for relay in claim.relays or ():
                print(
                    f"  {' | '.join(relay.sources)} -> {relay.to}  ({', '.join(sorted(relay.how))}{', optional' if relay.optional else ''})"
                )
            for drift in claim.drift or ():
                source = drift.source.exact if drift.source else "-"
                side = "introduced" if drift.introduced else "inherited"
                print(
                    f"  {drift.to.file}  {drift.kind} {side}{', optional' if drift.optional else ''}: {source} > {drift.to.exact}"
                )


def _write_readings(attributions: int, seed: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    ids: list[str] = []
    vectors: list[Vector] = []
    with (folder / "readings.jsonl").open("w", encoding="utf-8") as out:
        for item in simulate_readings(attributions, seed):
            out.write(to_json(to_record(item.reading)) + "\n")
            ids.extend(item.vectors)
            vectors.extend(item.vectors.values())
    (folder / "ids.txt").write_text("\n".join(ids) + "\n", encoding="utf-8")
    np.save(folder / "vectors.npy", np.stack(vectors))


if __name__ == "__main__":
    main()
