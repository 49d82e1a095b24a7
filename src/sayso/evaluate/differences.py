"""Where a reading and gold differ, one entry a difference, with its kind as far as sets of words tell it.

An attribution of the reading and one of gold are paired where they share words of a cue, else of a content; what is left over
is missed or extra. Of a pair, each role whose words are not the same is a difference. What makes an annotator's
mark doubtful, or an edge wrong, no rule can tell: that is for the reader of the list.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.evaluate.gold import GoldAttribution, GoldDocument, Range
from sayso.evaluate.scores import ROLES, PredictedAttribution, Tokens, Words, pair_up

Marked = GoldAttribution | PredictedAttribution

AROUND = 200
"""Code points of text shown before and behind what differs."""

_STOPS = frozenset(".!?…\n")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the reading has otherwise than gold.

    `role` is ``source``, ``cue``, ``content`` or, where a whole attribution is missed or extra, ``attribution``. `missing` and
    `extra` are the words of that role (of an attribution: of its content) that only gold or only the reading has.
    """

    document: GoldDocument
    role: str
    kind: str
    gold: GoldAttribution | None
    found: PredictedAttribution | None
    missing: tuple[Range, ...]
    extra: tuple[Range, ...]

    @property
    def place(self) -> Range:
        """From the first to the last code point of all that is marked."""
        spans = [span for item in (self.gold, self.found) if item for role in ROLES for span in getattr(item, role)]
        return min(start for start, _ in spans), max(end for _, end in spans)


def differences(
    document: GoldDocument, found: Sequence[PredictedAttribution], inner: Sequence[PredictedAttribution] = ()
) -> list[Difference]:
    """All differences between a reading of one text, of which `found` is compared, and gold, in the text's order.

    `inner`: attributions of the reading that are not compared because they stand inside others; what gold marks and they
    have is missed in another way than what nothing found.
    """
    words = Words(document.text)
    gold = document.attributions
    ours, theirs, within = (
        [tuple(words.of(getattr(item, role)) for role in ROLES) for item in items] for items in (found, gold, inner)
    )
    listed: list[Difference] = []

    def add(role: str, kind: str, i: int | None, j: int | None, mine: Tokens, marked: Tokens) -> None:
        pieces = words.ranges(marked - mine), words.ranges(mine - marked)
        mark, finding = None if j is None else gold[j], None if i is None else found[i]
        listed.append(Difference(document, role, kind, mark, finding, *pieces))

    pairs = pair_up(ours, theirs, _likeness)
    for i, j in pairs:
        for place, role in enumerate(ROLES):
            mine, marked = ours[i][place], theirs[j][place]
            if mine != marked:
                kind = _content_kind(mine, marked, words, document.text) if role == "content" else _kind(mine, marked)
                add(role, kind, i, j, mine, marked)
    for j in set(range(len(gold))) - {j for _, j in pairs}:
        elsewhere = any(other[1] & theirs[j][1] for other in within)
        kind = "missed, found inside another" if elsewhere else "missed"
        add("attribution", kind, None, j, frozenset(), theirs[j][2])
    for i in set(range(len(found))) - {i for i, _ in pairs}:
        inside = any(ours[i][1] and ours[i][1] <= marked[2] for marked in theirs)
        add("attribution", "extra, inside a content" if inside else "extra", i, None, ours[i][2], frozenset())
    return sorted(listed, key=lambda item: (item.place, item.role, item.kind))


def draw(found: Sequence[Difference], count: int, seed: int) -> list[Difference]:
    """`count` of them, or all there are, drawn at random and left in their order; a seed always draws the same."""
    chosen = random.Random(seed).sample(range(len(found)), min(count, len(found)))
    return [found[at] for at in sorted(chosen)]


def count_kinds(found: Iterable[Difference]) -> list[tuple[str, str, int]]:
    """Role, kind and how many, the most first within a role."""
    order = ("attribution", *ROLES)
    counts = Counter((item.role, item.kind) for item in found)
    return sorted(((*key, n) for key, n in counts.items()), key=lambda row: (order.index(row[0]), -row[2], row[1]))


def to_line(item: Difference) -> str:
    """One JSON object on one line, with the words that the ranges stand for and the text around them."""
    text = item.document.text
    start, end = item.place
    return json.dumps(
        {
            "document": item.document.name,
            "role": item.role,
            "kind": item.kind,
            "gold": _worded(item.gold, text),
            "found": _worded(item.found, text),
            "missing": [text[slice(*span)] for span in item.missing],
            "extra": [text[slice(*span)] for span in item.extra],
            "start": start,
            "end": end,
            "text": text[max(0, start - AROUND) : end + AROUND],
        },
        ensure_ascii=False,
    )


def _likeness(one: Sequence[Tokens], other: Sequence[Tokens]) -> float:
    """Words that two attributions share; those of their cues come first, then those of their contents."""
    shared = [len(a & b) for a, b in zip(one, other, strict=True)]
    if not (shared[1] or shared[2]):
        return 0.0
    return 1000.0 * bool(shared[1]) + sum(shared)


def _kind(mine: Tokens, marked: Tokens) -> str:
    """Of a source or a cue."""
    if not mine:
        return "none found"
    if not marked:
        return "none marked"
    if not mine & marked:
        return "another one"
    if mine < marked:
        return "shorter"
    return "longer" if marked < mine else "shifted"


def _content_kind(mine: Tokens, marked: Tokens, words: Words, text: str) -> str:
    """Of a content: at which end, and whether it is a sentence or less; "several" where it is more than one of them."""
    if not mine & marked:
        return "another one" if mine and marked else "none found" if marked else "none marked"
    common = mine & marked
    first, last = min(common), max(common)
    kinds = {
        f"{name} {_where(run, first, last, words, text)}"
        for name, odd in (("shorter", marked - mine), ("longer", mine - marked))
        for run in _runs(odd)
    }
    return kinds.pop() if len(kinds) == 1 else "several"


def _where(run: range, first: int, last: int, words: Words, text: str) -> str:
    """Where a run of words stands: before, behind or between what both have, and how far it reaches."""
    if first < run[0] < last:
        return "between"
    between = (words.end(run[-1]), words.start(first)) if run[0] < first else (words.end(last), words.start(run[0]))
    side = "before" if run[0] < first else "behind"
    ends_sentence = any(char in _STOPS for char in text[slice(*between)])
    apart = run[-1] + 1 != first and run[0] - 1 != last
    return f"{side}, {'a sentence' if ends_sentence else 'a part' if apart else 'words'}"


def _runs(tokens: Tokens) -> list[range]:
    order = sorted(tokens)
    edges = [at for at, (a, b) in enumerate(pairwise(order), 1) if b != a + 1]
    return [range(order[low], order[high - 1] + 1) for low, high in pairwise([0, *edges, len(order)]) if low < high]


def _worded(item: Marked | None, text: str) -> dict[str, list[str]] | None:
    return None if item is None else {role: [text[slice(*span)] for span in getattr(item, role)] for role in ROLES}
