"""How often comparison is right on the invented pairs, and how many of them share a key: `python -m tests.tracing.figures`."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace

from sayso.tracing.comparison import compare
from sayso.tracing.keys import find_keys, lookup_keys
from sayso.tracing.measuring import Taking
from tests.tracing.pairs import Pair, load_pairs

FILES = ("worked.toml", "withheld.toml")


def figures(name: str, *, vectors: bool) -> str:
    """One line: pairs, precision, recall, accuracy, and how many that are the same share a key."""
    pairs = load_pairs(name)
    told = [(pair.same, is_same(pair, vectors=vectors)) for pair in pairs]
    right = sum(truth and said for truth, said in told)
    precision, recall = right / sum(said for _, said in told), right / sum(truth for truth, _ in told)
    accuracy = sum(truth == said for truth, said in told) / len(told)
    same = [pair for pair in pairs if pair.same]
    reached = sum(any(key[0] != "v" for key in {*find_keys(pair.one)} & {*lookup_keys(pair.other)}) for pair in same)
    return (
        f"{name:14} {'with' if vectors else 'without':7} vectors: {len(pairs)} pairs, precision {precision:.3f}, recall {recall:.3f}, "
        f"accuracy {accuracy:.3f}; {reached} of {len(same)} that are the same share a key of words, names or numbers"
    )


def errors(name: str) -> Counter[str]:
    """Kinds of pairs that are taken wrongly, with vectors."""
    return Counter(pair.kind for pair in load_pairs(name) if pair.same != is_same(pair, vectors=True))


def is_same(pair: Pair, *, vectors: bool) -> bool:
    """What comparison says."""
    one, other = (side if vectors else replace(side, vector=None) for side in (pair.one, pair.other))
    return compare(one, other, taking=[Taking(pair.taking)] if pair.taking else []).same


if __name__ == "__main__":
    for file in FILES:
        for vectors in (True, False):
            sys.stdout.write(figures(file, vectors=vectors) + "\n")
        wrong = ", ".join(f"{kind} {count}" for kind, count in errors(file).most_common())
        sys.stdout.write(f"{'':14} wrong with vectors: {wrong}\n")
