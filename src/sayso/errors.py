"""Every exception that sayso raises on purpose.

    SaysoError
    ├── InputError            what was given cannot be read
    │   ├── UnreadableError   missing, not permitted, not a file, or could not be fetched
    │   ├── EmptyTextError    no text in it
    │   ├── NotTextError      binary, or in no encoding that sayso knows
    │   └── TooLargeError     more than the stated limit
    ├── ModelError            weights are missing or not the ones that were shipped
    ├── StoreError            a store cannot be opened, read or written, or what it holds is damaged
    ├── ListError             a place in a list is none, or another list's
    ├── UsageError            what was asked cannot be meant (the command ends with 2)
    ├── RegistryError         the registry's data, or a file that was to be imported into it, cannot be used
    ├── GazetteerError        the table of places is missing, damaged, or cannot be compiled
    ├── PackError             a domain pack is not there, or its data cannot be used
    ├── JudgementError        what was to be decided on is not there, or the decision makes no sense
    ├── DeskError             the desk cannot be opened as it was asked for
    └── CorpusError           a gold corpus is not where or what it should be

Each message says what was wrong, with the value, and what to do next. `code` is a word that stays
the same when the sentence is reworded.
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of the tree; its text is a whole sentence for a person."""

    code = "error"


class UsageError(SaysoError):
    """What was asked cannot be meant: the command ends with status 2."""

    code = "usage"


class InputError(SaysoError):
    """What was given cannot be read."""

    code = "input"


class UnreadableError(InputError):
    """Missing, not permitted, not a file, or could not be fetched."""

    code = "unreadable"


class EmptyTextError(InputError):
    """No text in it."""

    code = "empty"


class NotTextError(InputError):
    """Binary, or in no encoding that sayso knows."""

    code = "not-text"


class TooLargeError(InputError):
    """More than the stated limit."""

    code = "too-large"


class ModelError(SaysoError):
    """Weights are missing or not the ones that were shipped."""

    code = "model"


class StoreError(SaysoError):
    """A store cannot be opened, read or written, or what it holds is damaged."""

    code = "store"


class ListError(SaysoError):
    """A place in a list, from which a page was to go on, is none, or another list's."""

    code = "list"


class RegistryError(SaysoError):
    """The registry's data, or a file that was to be imported into it, cannot be used."""

    code = "registry"


class GazetteerError(SaysoError):
    """The table of places is missing, damaged, or cannot be compiled."""

    code = "gazetteer"


class PackError(SaysoError):
    """A domain pack is not there, or its data cannot be used."""

    code = "pack"


class JudgementError(SaysoError):
    """What was to be decided on is not there, or the decision makes no sense."""

    code = "judgement"


class CorpusError(SaysoError):
    """A gold corpus is not where or what it should be."""

    code = "corpus"


class DeskError(SaysoError):
    """The desk cannot be opened as it was asked for."""

    code = "desk"
