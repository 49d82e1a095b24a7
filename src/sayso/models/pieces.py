"""Text → word pieces with the features that the encoder reads beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.domain.paragraphs import find_paragraphs
from sayso.domain.quotation import Quotation

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

CLS, SEP = 101, 102
SHAPES = 5  # other, lower, Capitalised, CAPITALS, digits
QUOTED = 3  # outside, inside, inside a quotation inside a quotation
_STOPS = [ord(mark) for mark in ".!?…"]
FEATURES = SHAPES * QUOTED * 2  # × first word of a paragraph or not


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text, in order; all arrays have one entry a piece.

    `first` marks the first piece of each word (BERT's basic tokenisation: runs of letters and
    digits, single punctuation marks); `opens` the first piece of each paragraph; `stops` the last
    piece of each sentence, as far as punctuation tells.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    first: Bools
    opens: Bools
    stops: Bools

    def __len__(self) -> int:
        return len(self.ids)


def split_pieces(text: str, tokenizer: Tokenizer, quotations: tuple[Quotation, ...]) -> Pieces:
    """Tokenise `text`; offsets are code points into it as given."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    count = len(encoding)
    if not count:
        empty, no = np.zeros(0, np.int64), np.zeros(0, np.bool_)
        return Pieces(empty, empty, empty, empty, no, no, no)
    offsets = np.fromiter(chain.from_iterable(encoding.offsets), np.int64, 2 * count)
    starts, ends = offsets[::2].copy(), offsets[1::2].copy()
    words = np.array(encoding.word_ids, dtype=np.int64)
    first = np.ones(count, np.bool_)
    first[1:] = words[1:] != words[:-1]

    opens = np.zeros(count, np.bool_)
    opens[np.searchsorted(starts, [start for start, _ in find_paragraphs(text)]).clip(max=count - 1)] = True
    opens[0] = True

    quoted = np.zeros(len(text) + 1, np.int64)
    for quotation in quotations:
        quoted[quotation.start] += 1
        quoted[quotation.end] -= 1
    depth = np.minimum(np.cumsum(quoted)[starts], QUOTED - 1)

    word_starts = np.flatnonzero(first)
    word_ends = np.append(word_starts[1:], count) - 1
    by_word = np.array(
        [_shape(text[a:b]) for a, b in zip(starts[word_starts].tolist(), ends[word_ends].tolist(), strict=True)],
        dtype=np.int64,
    )
    shapes = by_word[np.cumsum(first) - 1]
    features = (shapes * QUOTED + depth) * 2 + (opens & first)

    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    stops = np.isin(letters[ends - 1], _STOPS)
    return Pieces(np.array(encoding.ids, np.int64), features, starts, ends, first, opens, stops)


@lru_cache(maxsize=1 << 16)
def _shape(word: str) -> int:
    if not word.isalpha():
        return 4 if any(char.isdigit() for char in word) else 0
    if word.islower():
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[0].isupper() else 0
