"""The list of what was replaced, apart from the output: for its owner alone to read."""

from __future__ import annotations

import json
import os
from pathlib import Path

from sayso.errors import SaysoError
from sayso.privacy.redaction import PERSON, Redaction

SCHEMA = "sayso.replaced/1"


def replaced_record(redaction: Redaction) -> dict[str, object]:
    """Who and what was replaced by which words."""
    return {
        "schema": SCHEMA,
        "persons": [
            {
                "as": f"{PERSON} {identity.number}",
                "names": sorted({someone.name for someone in identity.people}),
                "why": sorted({someone.why for someone in identity.people if someone.why}),
                "joined": identity.reasons,
                "documents": sorted({someone.document for someone in identity.people}),
            }
            for identity in redaction.identities
        ],
        "contacts": [{"as": label, "was": was} for label, was in redaction.contacts.items()],
    }


def write_replaced(redaction: Redaction, path: Path) -> None:
    """Write the list to a file that only its owner can read; one that is there is replaced. Raises SaysoError."""
    words = json.dumps(replaced_record(redaction), ensure_ascii=False, indent=2) + "\n"
    part = path.with_name(f".{path.name}.part")
    try:
        if path.exists() and not path.is_file():
            raise SaysoError(f"{path} is no file: what was replaced is listed apart from the output. Name a file.")
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(words)
        part.replace(path)
    except OSError as error:
        raise SaysoError(f"{path} cannot be written: {error.strerror}. Name another file.") from error
