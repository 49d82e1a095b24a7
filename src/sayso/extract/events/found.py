"""A cue as it was found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.events.lexicon import Entry
from sayso.extract.events.phrases import Phrase
from sayso.extract.events.subjects import Subject
from sayso.extract.events.verbs import Group


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a sentence: its words from `first` to `after`, whose doing it is, and to whom.

    `group` and `subject` are a verb's; `governor` is the verb that a noun is the object of, or whose subject it is.
    """

    entry: Entry
    first: int
    after: int
    actor: Phrase | None
    recipient: Phrase | None
    group: Group | None = None
    subject: Subject | None = None
    governor: int | None = None
    is_subject: bool = False
