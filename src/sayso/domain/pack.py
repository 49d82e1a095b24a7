"""Domain packs: which happenings a desk looks for, and by which words they are known."""

from __future__ import annotations

from dataclasses import dataclass

SUBJECT, OBJECT, BEFORE, ITSELF, NOWHERE = "subject", "object", "before", "itself", "none"
"""Places beside the prepositions: of a verb its subject and object, of a noun the words right before it, or itself ("strikers"); none for no such party."""

PEOPLE, PARTIES = "people", "parties"
"""What a recipient can be asked to be: people; people or a body."""


@dataclass(frozen=True, slots=True)
class EventCue:
    """Words that tell of an event, and where its parties stand.

    Attributes:
        words: dictionary forms; of several words a verb's first is the one that is inflected ("take into custody").
        noun: whether they are nouns ("the detention of"), else verbs.
        actor, recipient: places to look at, the likeliest first: "subject", "object", "before", or a preposition.
        objects: heads of which a verb's object (of a passive, the subject) must be one; empty: any.
        parties: nouns of which one must stand in the recipient; empty: any.
        needs: phrases of which one must stand in the clause, behind a verb or around a noun; empty: none must.
        bars: phrases of which none may.
        who: what a recipient must be where there is one: "people", "parties" (people or a body), or "" for anything.
        alone: whether a verb may have no object ("nurses will strike", and not "struck the tower").
    """

    words: tuple[str, ...]
    noun: bool
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    objects: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    alone: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event: "the police hold somebody against their will".

    `plover` is PLOVER's category and `mode` its mode, None where PLOVER has none; `acled` are ACLED's event type and
    sub-event type, None where ACLED would not code it. `examples` are sentences that tell of one, `near_misses` some
    that seem to and do not.
    """

    id: str
    plover: str
    mode: str | None
    contexts: tuple[str, ...]
    acled: tuple[str, str] | None
    definition: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    cues: tuple[EventCue, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """The event types of one domain, with cues in one language (ISO 639-1)."""

    id: str
    title: str
    language: str
    types: tuple[EventType, ...]
    origin: str = "sayso"
