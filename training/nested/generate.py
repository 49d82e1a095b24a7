"""Command line: write invented documents with nested attributions as JSON lines."""

from __future__ import annotations

import argparse
import collections
import json
import random
import sys
from typing import Any

from training.nested.constructions import Constructor
from training.nested.documents import Writer
from training.nested.markup import QUOTE_STYLES, STYLE_WEIGHTS, render
from training.nested.registers import Reporter

#: share of texts by the newer registers
REGISTER_SHARE = 0.4
#: share of texts of rarer constructions, taken before the registers
CONSTRUCTION_SHARE = 0.3
LAYERS = ["attributions", "nested", "mentions", "hedges"]


def documents(count: int, seed: int) -> Any:
    """Yield records and the chain depths that each was built with."""
    rng = random.Random(seed)
    for number in range(1, count + 1):
        inner = random.Random(rng.getrandbits(64))
        writer: Constructor | Reporter | Writer
        if rng.random() < CONSTRUCTION_SHARE:
            writer = Constructor(inner)
        else:
            writer = Reporter(inner) if rng.random() < REGISTER_SHARE else Writer(inner)
        marked = writer.document()
        style = rng.choices(QUOTE_STYLES, STYLE_WEIGHTS)[0]
        yield (
            {"name": f"nested-{number:06d}", "corpus": "nested", **render(marked, style), "layers": LAYERS},
            writer.depths,
        )


def bracketed(record: dict[str, Any]) -> str:
    """Text with its labels shown, for reading by eye."""
    marks: list[tuple[int, int, int, str]] = []
    text = record["text"]
    spans = [
        (s, e, f"{role[0].upper() if role != 'content' else 'K'}{i}")
        for i, a in enumerate(record["attributions"], 1)
        for role in a
        for s, e in a[role]
    ]
    spans += [(s, e, kind[:3]) for s, e, kind in record["mentions"]] + [(s, e, "hedge") for s, e in record["hedges"]]
    for start, end, label in spans:
        marks.append((start, 1, -end, f"[{label}:"))
        marks.append((end, 0, -start, "]"))
    out, last = [], 0
    for at, _, _, mark in sorted(marks):
        out.append(text[last:at] + mark)
        last = at
    return "".join(out) + text[last:]


def main() -> None:
    """Parse the command line and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="JSON lines file; without it, print labels bracketed")
    args = parser.parse_args()
    depths: collections.Counter[int] = collections.Counter()
    made = documents(args.count, args.seed)
    if not args.out:
        for record, _ in made:
            print(f"--- {record['name']}\n{bracketed(record)}\n")
        return
    with open(args.out, "w", encoding="utf-8") as out:
        for record, chain in made:
            depths.update(chain)
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    print(f"{args.count} documents; chains by depth {dict(sorted(depths.items()))}", file=sys.stderr)


if __name__ == "__main__":
    main()
