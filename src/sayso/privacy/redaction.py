"""One output's redaction: who is private, the words that stand for each, and every value with its names replaced.

It works on values (readings, lineages, documents of a store, dataclasses, dicts and lists of them), so that every form of output
is made from what has no name in it. Spans are moved with the text: they point into the redacted text and carry its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from hashlib import sha256
from typing import Any, TypeVar, cast

from sayso.domain.claim import Lineage, Node, Passage, Root
from sayso.domain.document import Document
from sayso.domain.event import Event
from sayso.domain.joined_party import Appearance, JoinedParty
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.office import RegistryLine
from sayso.domain.party import KnownParty, Standing
from sayso.domain.reading import Model, Reading
from sayso.domain.span import Span
from sayso.privacy.contacts import contacts
from sayso.privacy.finding import Finder, Place
from sayso.privacy.identities import Identities, Identity
from sayso.privacy.people import Someone, private_people, public_names, public_people
from sayso.privacy.things import Things

T = TypeVar("T")

PERSON = "Person"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a text, and what stands in their place."""

    start: int
    end: int
    words: str


@dataclass(slots=True)
class _Context:
    """One document: who is private in it, and its text before and after."""

    document: Document
    people: list[Someone]
    finder: Finder
    edits: list[Edit] = field(default_factory=list)
    text: str | None = None
    ends: list[int] = field(default_factory=list)
    shifts: list[int] = field(default_factory=list)

    def hides(self, span: Span) -> bool:
        """Whether words of the text are replaced in part or whole."""
        return any(edit.start < span.end and span.start < edit.end for edit in self.edits)


class Redaction:
    """Make one for an output, let it `learn` the readings that the output draws on, and print what `redact` returns.

    Numbers are given in the order in which names are met. A reading that was not learnt is when it is redacted.
    """

    def __init__(self) -> None:
        self._contexts: dict[str, _Context] = {}
        self._identities = Identities()
        self._things = Things()
        self._of: dict[tuple[str, str], Identity] = {}
        self._shown: set[tuple[str, str]] = set()
        self._published: set[str] = set()
        self._contacts: dict[tuple[str, str], str] = {}
        self._everyone: _Context | None = None
        self._stay: set[str] = set()
        self._nodes: dict[str, str] = {}
        self._numbered: list[Identity] = []

    @property
    def identities(self) -> tuple[Identity, ...]:
        """Who was replaced, in the order of the numbers."""
        return tuple(self._numbered)

    @property
    def contacts(self) -> dict[str, str]:
        """What else was replaced: the words that stand for it → what stood there."""
        return {label: was for (_, was), label in self._contacts.items()}

    def learn(self, *readings: Reading) -> None:
        """Know who is private in documents. Give those of one output together: whom one of them shows to be public is public in all."""
        new = [reading for reading in readings if reading.document.id not in self._contexts]
        for reading in new:
            self.publish(reading)
        for reading in new:
            self._learn(reading)

    def publish(self, reading: Reading) -> None:
        """Know who is public in a document, and what is no person. Before the first `learn` where there are too many to give at once."""
        if reading.document.id not in self._published:
            self._published.add(reading.document.id)
            self._identities.publish(public_people(reading))
            self._things.learn(reading)

    def know_outlets(self, names: Iterable[str]) -> None:
        """Know outlets of the store, of which the output need not draw on any text. Before the first `learn`."""
        for name in names:
            self._things.know_outlet(name)

    def _learn(self, reading: Reading) -> None:
        people, stay = [], [*public_names(reading), *self._things.staying]
        private = private_people(reading)
        things = self._things.among(private, reading)
        for someone in private:
            if someone.party in things or self._identities.is_public(someone):
                stay.append(someone.name)
                self._shown.add((someone.document, someone.party))
            else:
                people.append(someone)
                self._of[someone.document, someone.party] = self._identities.join(someone)
        self._stay.update(stay)
        context = _Context(reading.document, people, Finder(people, stay))
        self._contexts[reading.document.id] = context
        self._everyone = None
        self._edit(context, reading)

    def redact(self, value: T) -> T:
        """The value with every name of a private person replaced, at any depth."""
        return cast("T", self._value(value, None))

    def text(self, words: str) -> str:
        """A text of no document: a message, the name of a file."""
        return self._words(words, None)

    # texts

    def _edit(self, context: _Context, reading: Reading) -> None:
        """What is replaced in a document's own text."""
        text = reading.document.text
        numbers = {someone.party: number for number, someone in enumerate(context.people)}
        public = {party.id for party in reading.parties if party.standing is Standing.PUBLIC}
        public.update(party for document, party in self._shown if document == reading.document.id)
        kept = [(m.span.start, m.span.end) for m in reading.mentions if m.party in public]
        named = [
            (m.span.start, m.span.end, numbers[m.party])
            for m in reading.mentions
            if m.party is not None and m.party in numbers
        ]
        bodies = [(m.span.start, m.span.end) for m in reading.mentions if m.kind is MentionKind.ORGANISATION]
        places = context.finder.find(text, kept, named)
        context.edits = self._edits(text, places, context.people, bodies)
        pieces: list[str] = []
        before = shift = 0
        for edit in context.edits:
            pieces += [text[before : edit.start], edit.words]
            before = edit.end
            shift += len(edit.words) - (edit.end - edit.start)
            context.ends.append(edit.end)
            context.shifts.append(shift)
        context.text = "".join([*pieces, text[before:]])

    def _edits(
        self, text: str, places: Sequence[Place], people: Sequence[Someone], bodies: list[tuple[int, int]]
    ) -> list[Edit]:
        hidden = list(contacts(text, [place.start for place in places], bodies))
        edits: list[Edit] = []
        for start, end, kind in sorted(hidden):
            if not edits or start >= edits[-1].end:
                edits.append(Edit(start, end, self._contact(kind, text[start:end])))
        covered = [(edit.start, edit.end) for edit in edits]
        for place in places:
            if any(start < place.end and place.start < end for start, end in covered):
                continue
            label = self._label(self._of[people[place.person].document, people[place.person].party])
            was = text[place.start : place.end]
            if place.slug:
                label = label.lower().replace(" ", "-")
            elif was.isupper() and sum(letter.isalpha() for letter in was) > 2:
                label = label.upper()
            edits.append(Edit(place.start, place.end, label))
        return sorted(edits, key=lambda edit: edit.start)

    def _label(self, identity: Identity) -> str:
        if not identity.number:
            self._numbered.append(identity)
            identity.number = len(self._numbered)
        return f"{PERSON} {identity.number}"

    def _contact(self, kind: str, was: str) -> str:
        known = self._contacts.get((kind, was))
        if known is None:
            number = sum(1 for other, _ in self._contacts if other == kind) + 1
            known = self._contacts[kind, was] = f"[{kind} {number}]"
        return known

    def _words(self, words: str, context: _Context | None) -> str:
        if not words:
            return words
        if words in self._nodes:
            return self._nodes[words]
        if words.startswith("act_"):
            return self._party(words, context)
        context = context or self._all()
        if words == context.document.text and context.text is not None:
            return context.text
        words = self._without_contacts(words)
        places = context.finder.find(words)
        pieces: list[str] = []
        before = 0
        for edit in self._edits(words, places, context.people, []):
            pieces += [words[before : edit.start], edit.words]
            before = edit.end
        return "".join([*pieces, words[before:]])

    def _without_contacts(self, words: str) -> str:
        """Words without what was masked in a text; a part of it alone ("Mill Lane") is masked too."""
        for (_, was), label in self._contacts.items():
            if len(words) > 3 and words in was:
                return label
            words = words.replace(was, label)
        return words

    def _all(self) -> _Context:
        """Everybody who is private in any document: what is of no document is replaced with doubt."""
        if self._everyone is None:
            people = [someone for context in self._contexts.values() for someone in context.people]
            self._everyone = _Context(Document("", ""), people, Finder(people, self._stay))
        return self._everyone

    def _party(self, id: str, context: _Context | None) -> str:
        """A private person's id is made of the name, and would tell it to whoever guesses."""
        documents = [context.document.id] if context is not None and context.document.id else list(self._contexts)
        for document in documents:
            if (identity := self._of.get((document, id))) is not None:
                return "act_" + self._label(identity).lower().replace(" ", "-")
        return id

    # values

    def _value(self, value: Any, context: _Context | None) -> Any:
        if (
            isinstance(value, Enum)
            or value is None
            or isinstance(value, bool | int | float | bytes | RegistryLine | Model)
        ):
            return value
        if isinstance(value, str):
            return self._words(value, context)
        if isinstance(value, Reading):
            self.learn(value)
            context = self._contexts[value.document.id]
            value = replace(value, places=tuple(p for p in value.places if not context.hides(p.span)))
        elif isinstance(value, Document):
            return self._document(value, self._contexts.get(value.id) or context)
        elif isinstance(value, Span):
            return self._span(value, context)
        elif isinstance(value, Passage):
            return self._passage(value)
        elif isinstance(value, Lineage):
            self._name_nodes(value)
        elif isinstance(value, JoinedParty):
            value = self._joined(value)
        elif isinstance(value, Event) and value.place is not None:
            if (known := self._of_document(value) or context) is not None and known.hides(value.place.span):
                value = replace(value, place=None)  # coordinates would tell where the home is
        elif isinstance(value, KnownParty) and self._is_private(value, context):
            value = replace(value, candidates=())
        elif isinstance(value, Mention):
            return replace(
                value,
                span=self._span(value.span, context),
                party=self._value(value.party, context),
                name=self._value(value.name, context),
            )
        if isinstance(value, tuple | list | frozenset | set):
            return type(value)(self._value(item, context) for item in value)
        if isinstance(value, dict):
            context = self._contexts.get(str(value.get("document"))) or context
            return {self._value(key, context): self._value(item, context) for key, item in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return self._fields(value, self._of_document(value) or context)
        return value

    def _is_private(self, party: KnownParty, context: _Context | None) -> bool:
        document = context.document.id if context is not None else ""
        return party.standing is Standing.PRIVATE and (document, party.id) not in self._shown

    def _joined(self, party: JoinedParty) -> JoinedParty:
        """Who is private in one of the documents has no name from the others either: it would tell who "Person 1" is."""
        if not any(
            item.standing is Standing.PRIVATE and (item.document, item.party) not in self._shown
            for item in party.appearances
        ):
            return party
        return replace(party, appearances=tuple(map(self._nameless, party.appearances)))

    def _nameless(self, item: Appearance) -> Appearance:
        names = tuple(dict.fromkeys(self._words(name, None) for name in item.names))
        words = self._words(item.words, None)
        label = names[0] if names else words
        party = item.party if names == item.names else f"act_{'-'.join(label.lower().split())}"
        return replace(item, names=names, words=words, party=party, candidate=None)

    def _of_document(self, value: Any) -> _Context | None:
        """The document that a value says it is of."""
        document = getattr(value, "document", None)
        id = document.id if isinstance(document, Document) else document
        return self._contexts.get(id) if isinstance(id, str) else None

    def _fields(self, value: Any, context: _Context | None) -> Any:
        changed = {}
        for item in fields(value):
            if item.init:
                was = getattr(value, item.name)
                now = self._value(was, context)
                if now is not was and now != was:
                    changed[item.name] = now
        return replace(value, **changed) if changed else value

    def _document(self, document: Document, context: _Context | None) -> Document:
        document = replace(document, path=document.shown_path)
        if context is None or context.text is None or context.document.id != document.id:
            return cast("Document", self._fields(document, None))
        changed = context.text != document.text
        shown = replace(document, text="")
        redacted = cast("Document", self._fields(shown, context))
        if not changed:
            return replace(redacted, text=document.text)
        digest = sha256(context.text.encode("utf-8", "surrogatepass")).hexdigest()
        return replace(redacted, text=context.text, text_sha256=digest, bytes_sha256="")

    def _span(self, span: Span, context: _Context | None) -> Span:
        if context is None or context.text is None or context.document.text[span.start : span.end] != span.exact:
            return Span(span.start, span.end, self._words(span.exact, context))
        start, end = self._moved(span.start, span.end, context)
        return Span.of(context.text, start, end)

    def _passage(self, passage: Passage) -> Passage:
        context = self._contexts.get(passage.document)
        span = self._span(Span(passage.start, passage.end, passage.exact), context)
        return Passage(passage.document, span.start, span.end, span.exact)

    def _moved(self, start: int, end: int, context: _Context) -> tuple[int, int]:
        """A range of the text as it was, in the redacted text; one that cuts a name takes all that stands for it."""
        return self._point(start, context, low=True), self._point(end, context, low=False)

    def _point(self, at: int, context: _Context, *, low: bool) -> int:
        index = bisect_right(context.ends, at)
        shift = context.shifts[index - 1] if index else 0
        if index < len(context.edits):
            edit = context.edits[index]
            if edit.start < at < edit.end:
                return edit.start + shift + (0 if low else len(edit.words))
        return at + shift

    def _name_nodes(self, lineage: Lineage) -> None:
        """Ids of hops and roots that are made of a private name get others."""
        nodes: list[Node | Root] = [*lineage.hops, *lineage.roots]
        for node in nodes:
            named = self._words(node.name, None)
            if named != node.name and node.id not in self._nodes:
                kind = node.id.partition("_")[0]
                base = f"{kind}_{'-'.join(named.lower().split())[:40]}"
                taken = set(self._nodes.values())
                number = 1
                while (new := base if number == 1 else f"{base}-{number}") in taken:
                    number += 1
                self._nodes[node.id] = new


def for_others(value: T, readings: Iterable[Reading], *, with_names: bool = False) -> tuple[T, Redaction]:
    """What is written for others: `value` without the names of the private persons of `readings`, unless `with_names`."""
    redaction = Redaction()
    if with_names:
        return value, redaction
    redaction.learn(*readings)
    return redaction.redact(value), redaction
