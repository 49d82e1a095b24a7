"""One document → its reading: everything that the rooms of this package find, joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from sayso.domain.document import Document
from sayso.domain.reading import Model, Reading
from sayso.extract.certainty import find_hedges, read_cue
from sayso.extract.chains import build
from sayso.extract.checks import check_text
from sayso.extract.layout import lay_out
from sayso.extract.mentions import FoundMention, find_mentions, with_parties
from sayso.extract.names import gather
from sayso.extract.nesting import Link, nest
from sayso.extract.own_voice import find_own_voice
from sayso.extract.parties import Parties
from sayso.languages.language import Language
from sayso.languages.lemmas import lemmatise_cue

Range = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
EMPTY = frozenset("a an the what which that this it who whom whose to of in on for and or but as".split())


class FoundAttribution(Protocol):
    """One cue with what hangs on it, as the model found it."""

    @property
    def cue(self) -> Range: ...
    @property
    def source(self) -> tuple[Range, ...]: ...
    @property
    def content(self) -> tuple[Range, ...]: ...
    @property
    def score(self) -> float: ...


class Found(Protocol):
    """What extract needs from a model: it is given, so that this package runs none itself."""

    @property
    def attributions(self) -> Sequence[FoundAttribution]: ...
    @property
    def mentions(self) -> Sequence[FoundMention]: ...
    @property
    def hedges(self) -> Sequence[Range]: ...


def extract(document: Document, found: Found, language: Language, model: Model, notes: tuple[str, ...] = ()) -> Reading:
    """The reading of `document`, of which a model has `found` the spans."""
    layout = lay_out(document)
    text = layout.text
    furniture = [(span.start, span.end) for span in document.furniture]
    links = [
        _link(item)
        for item in found.attributions
        if not _touches(furniture, item.cue) and _says_something(text, item.content)
    ]
    links.sort(key=lambda link: (link.start, -link.size))
    lemmas = [lemmatise_cue(text[slice(*link.cue)], language).lemma if link.cue else "" for link in links]
    links = nest(links, layout, lemmas)
    mentions = [
        mention
        for mention in find_mentions(text, found.mentions, language)
        if not _touches(furniture, (mention.span.start, mention.span.end))
    ]
    named = gather(text, mentions, language)
    speakers = Parties(layout, mentions, named, language).speakers(links)
    senses = [
        read_cue(text, link.cue, link.content, language, source=link.source is not None) if link.cue else None
        for link in links
    ]
    hedges = [hedge for hedge in find_hedges(text, found.hedges, language) if not _touches(furniture, hedge)]
    known = sorted(named.items(), key=lambda item: item[0])
    attributions = build(document.id, layout, links, senses, speakers, hedges, language, known)
    own = find_own_voice(document.id, layout, attributions, hedges, language)
    checks = check_text(layout, [*attributions, *own], links, speakers, language)
    everything = sorted([*attributions, *own], key=lambda a: (a.content[0].start, len(a.chain), a.content[0].end))
    return Reading(document, tuple(everything), with_parties(mentions, named, document.id), checks, model, notes)


def _link(item: FoundAttribution) -> Link:
    source = max(item.source, key=lambda span: span[1] - span[0]) if item.source else None
    return Link(item.cue, source, item.content, item.score)


def _says_something(text: str, content: Sequence[Range]) -> bool:
    """Whether a content has a word that could be said: a lone "what" or "a" is the end of another."""
    words = [word for start, end in content for word in _WORD.findall(text, start, end)]
    return any(word.lower() not in EMPTY for word in words)


def _touches(places: Sequence[Range], place: Range) -> bool:
    return any(start < place[1] and place[0] < end for start, end in places)
