"""Packs' cues, ready to be looked up by the words of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.pack import EventCue, EventType, Pack
from sayso.extract.events.forms import noun_forms, verb_forms
from sayso.languages.language import Language, load_language
from sayso.languages.syntax import Syntax, load_syntax
from sayso.languages.words import load_words

_ARTICLES = frozenset("the a an his her its their our my your".split())
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One word or phrase of one cue: `rest` are the words after the first; `form` what of the verb it is, "" for a noun.

    `objects` are the words that the cue asks for as an object; phrases of several words are in `long_objects`.
    """

    pack: str
    type: EventType
    cue: EventCue
    rest: Phrase
    form: str
    needs: tuple[Phrase, ...]
    bars: tuple[Phrase, ...]
    objects: frozenset[str]
    long_objects: tuple[frozenset[str], ...]

    def may_stand(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words can hold it; spares nine sentences of ten the closer look."""
        return (
            words.issuperset(self.rest)
            and (not self.needs or any(words.issuperset(need) for need in self.needs))
            and (not self.cue.objects or self._has_object(words))
        )

    def _has_object(self, words: frozenset[str]) -> bool:
        return (
            not words.isdisjoint(self.objects)
            or "that" in words
            or "having" in words
            or any(words >= each for each in self.long_objects)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All cues of some packs by the first word as it stands in a text; `verbs` are forms of verbs, the language's own too.

    `closed` are the words whose class is known without looking at others.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    firsts: frozenset[str]
    verbs: Mapping[str, tuple[tuple[str, str], ...]]
    closed: frozenset[str]
    language: Language
    syntax: Syntax


_LEXICONS: dict[tuple[object, ...], tuple[tuple[Pack, ...], Lexicon]] = {}
"""By the packs' identities, which the packs beside them keep: hashing 31 types takes longer than a document."""
MOST_LEXICONS = 8


def load_lexicon(packs: tuple[Pack, ...], code: str) -> Lexicon:
    """The lexicon of the packs in this language; the last ones are remembered."""
    key = (code, *map(id, packs))
    held = _LEXICONS.get(key)
    if held is None:
        if len(_LEXICONS) >= MOST_LEXICONS:
            _LEXICONS.clear()
        held = _LEXICONS[key] = (packs, _make(packs, code))
    return held[1]


def _make(packs: tuple[Pack, ...], code: str) -> Lexicon:
    language, syntax, irregular = load_language(code), load_syntax(code), _irregular(code)
    entries: dict[str, list[Entry]] = defaultdict(list)
    verbs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for pack in packs:
        for type in pack.types if pack.language == code else ():
            for cue in type.cues:
                needs, bars = tuple(map(phrase, cue.needs)), tuple(map(phrase, cue.bars))
                objects = frozenset(words for words in cue.objects if " " not in words)
                long_objects = tuple(frozenset(words.split()) for words in sorted(cue.objects - objects))
                for words in cue.words:
                    for first, rest, form in _forms(words, cue, irregular):
                        entries[first].append(Entry(pack.id, type, cue, rest, form, needs, bars, objects, long_objects))
                        if not cue.noun:
                            verbs[first].add((words.split(" ")[0], form))
    known = {lemma.split(" ")[0] for lemma in language.cues} - syntax.prepositions - {"is", "by"}
    for word in (
        syntax.planned,
        syntax.negating,
        syntax.support,
        syntax.object_control,
        syntax.hypothetical,
        syntax.feared,
    ):
        known |= {entry.split(" ")[0] for entry in word if not entry.endswith(("ing", "ed", "ful"))}
    known |= set(language.irregular.values()) - syntax.be
    for verb in known - syntax.be - syntax.have - syntax.do - syntax.modals - _NO_VERBS:
        if verb.isalpha():
            for form, kind in verb_forms(verb, irregular):
                verbs[form].add((verb, kind))
    return Lexicon(
        {first: tuple(found) for first, found in entries.items()},
        frozenset(entries),
        {form: tuple(sorted(found)) for form, found in verbs.items() if form not in syntax.adverbs},
        _closed(language, syntax),
        language,
        syntax,
    )


def _closed(language: Language, syntax: Syntax) -> frozenset[str]:
    return frozenset({"to", "that", "this", "these", "those", "no", "'m", "'re", "'ve"}).union(
        syntax.be, syntax.have, syntax.do, syntax.get, syntax.future, syntax.modals, syntax.negations, syntax.relatives,
        syntax.determiners, syntax.pronouns, syntax.conjunctions, syntax.subordinators, syntax.prepositions,
        syntax.adverbs, language.number_words,
    )  # fmt: skip


_NO_VERBS = frozenset(
    "due set possible possibility rumour rumor risk potential unlikely afraid anxious concern danger prospect ready about free "
    "proposal plea intention likely without out rear word news man source defense light willing able impossible unclear back down bid "
    "authority power powers right ability capacity opportunity".split()
)


def phrase(words: str) -> Phrase:
    """A phrase's words without articles and possessives, which a text may have or not."""
    found = tuple(word for word in words.lower().replace("’", "'").split() if word not in _ARTICLES)
    return found or tuple(words.lower().split())


def is_article(word: str) -> bool:
    """Whether a word is passed over where phrases are looked for."""
    return word in _ARTICLES


def _forms(words: str, cue: EventCue, irregular: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Phrase, str]]:
    first, *rest = words.lower().split()
    if cue.noun:
        for form in dict.fromkeys(noun_forms(words.lower())):
            head, *others = form.split()
            yield head, tuple(others), ""
        return
    if first == "be":
        for form in ("is", "are", "was", "were", "been", "be", "am", "being"):
            yield form, tuple(rest), "past"
        return
    for form, kind in dict.fromkeys(verb_forms(first, irregular)):
        yield form, tuple(rest), kind


@lru_cache(maxsize=4)
def _irregular(code: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form, lemma in _pairs(code):
        if not form.endswith(("ation", "ing")):  # nouns that the table puts to their verbs
            found[lemma].add(form)
    return {lemma: frozenset(forms) for lemma, forms in found.items()}


def _pairs(code: str) -> Iterable[tuple[str, str]]:
    words = load_words(code).irregular
    own = load_language(code).irregular
    yield from own.items()
    yield from ((form, lemma) for form, lemma in words.items() if form not in own)
