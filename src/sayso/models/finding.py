"""Text → everything that the model finds in it."""

from __future__ import annotations

from sayso.domain.quotation import find_quotations
from sayso.models.decode import Found, decode
from sayso.models.network import Network
from sayso.models.pieces import split_pieces
from sayso.models.windows import split_windows

WINDOWS_AT_ONCE = 16
"""Windows whose scores are held in memory together: 1.1 MB each."""


def find(text: str, network: Network) -> Found:
    """Run `network` over all of `text`; memory is bounded however long the text is, apart from what is found."""
    pieces = split_pieces(text, network.tokenizer, find_quotations(text))
    windows = split_windows(pieces)
    parts = [
        decode(pieces, part, network.run(pieces, part), network.pairs)
        for part in (windows[at : at + WINDOWS_AT_ONCE] for at in range(0, len(windows), WINDOWS_AT_ONCE))
    ]
    return Found(
        tuple(item for part in parts for item in part.attributions),
        tuple(item for part in parts for item in part.mentions),
        tuple(item for part in parts for item in part.hedges),
    )
