"""sayso — on whose say-so? Who says what in a text, through whom, and how sure.

>>> import sayso
>>> reading = sayso.read("article.txt")  # or the text itself
>>> reading.attributions[0].chain[0].name
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from sayso.errors import SaysoError, UnreadableError
from sayso.version import VERSION

if TYPE_CHECKING:
    from sayso.domain.reading import Reading

__version__ = VERSION

__all__ = ["Reading", "SaysoError", "__version__", "read"]

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
    if name == "Reading":
        from sayso.domain.reading import Reading

        return Reading
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
