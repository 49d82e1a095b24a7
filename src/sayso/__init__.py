"""sayso — on whose say-so? Who says what in a text, through whom, and how sure; and where a claim comes from.

>>> import sayso
>>> reading = sayso.read("article.txt")  # or the text itself
>>> reading.attributions[0].chain[0].name
>>> sayso.add("sayso.db", "inbox/")  # an open store, or the name of its file
>>> sayso.trace("sayso.db", "the dam would hold").lineages[0].claim.roots_max
"""

from __future__ import annotations

import os
import re
from importlib import import_module
from typing import TYPE_CHECKING

from sayso.errors import SaysoError, UnreadableError
from sayso.version import VERSION

if TYPE_CHECKING:
    from sayso.domain.claim import Lineage
    from sayso.domain.judgement import Judgement
    from sayso.domain.reading import Reading
    from sayso.pipeline.verbs import (
        add,
        claims,
        correct,
        differ,
        documents,
        judgements,
        merge,
        rebuild,
        remove,
        same,
        show,
        split,
        trace,
        undo,
        unlink,
        verdict,
    )
    from sayso.store.interface import Store
    from sayso.store.opening import open_store

__version__ = VERSION

__all__ = [
    "Judgement",
    "Lineage",
    "Reading",
    "SaysoError",
    "Store",
    "__version__",
    "add",
    "claims",
    "correct",
    "differ",
    "documents",
    "judgements",
    "merge",
    "open_store",
    "read",
    "rebuild",
    "remove",
    "same",
    "show",
    "split",
    "trace",
    "undo",
    "unlink",
    "verdict",
]

_ROOMS = {
    "Judgement": "sayso.domain.judgement",
    "Lineage": "sayso.domain.claim",
    "Reading": "sayso.domain.reading",
    "Store": "sayso.store.interface",
    "open_store": "sayso.store.opening",
}
"""Where what is not a verb stands. Nothing is imported before it is asked for: `import sayso` takes no model and no database."""

FILE_NAME = re.compile(r"\S+\.(?:txt|md|html?|xhtml)", re.IGNORECASE)
LONGEST_NAME = 1024
"""Characters up to which a string without a line break may be the name of a file."""


def read(text_or_path: str | os.PathLike[str]) -> Reading:
    """The reading of one text, or of one file (plain text or HTML).

    A `str` is a file's name where such a file exists and it has no line break, and else the text itself.
    Raises InputError: unreadable, empty, not text, too large.
    """
    from sayso.pipeline import Reader

    if isinstance(text_or_path, str) and not _is_file(text_or_path):
        if FILE_NAME.fullmatch(text_or_path):
            raise UnreadableError(f"{text_or_path} looks like the name of a file, and there is no such file here.")
        return Reader().read_text(text_or_path)
    return Reader().read(os.fspath(text_or_path))


def _is_file(text: str) -> bool:
    if "\n" in text or len(text) > LONGEST_NAME:
        return False
    try:
        return os.path.isfile(text)
    except ValueError:
        return False


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module(_ROOMS.get(name, "sayso.pipeline.verbs")), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
