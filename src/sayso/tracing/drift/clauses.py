"""Who does what in a content: for each verb its actor, and whom or what it befell, as far as word order tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.tracing.drift.spans import orders
from sayso.tracing.drift.view import View, Word

LONGEST_PHRASE = 14
"""Words of the longest phrase that is taken for an actor."""
ORDER_REACH = 9
"""Words after a verb of ordering within which "to" stands before what is ordered."""
BY_REACH = 12
"""Words after a passive verb within which its "by" must stand."""
_CLAUSE = frozenset(
    "that who which whom whose because if when while as but after before since until although though whether where so than or".split()
)
_PREPOSITIONS = frozenset(
    "of in on at to for by from with into over under after before since until during per via against between among about "
    "through inside outside within without near as upon onto across along around behind beyond toward towards off out".split()
)
_RELATIVE = frozenset("who which".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: all its words, and those of its head (before "of", "in" and the like)."""

    words: tuple[Word, ...]
    head: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Doing:
    """A verb, by kind, with its actor and the one that it befell, where the words tell."""

    verb: Word
    actor: Phrase | None
    befell: Phrase | None


def find_doings(view: View) -> Iterator[Doing]:
    """The verbs of a content, in order; only forms that can be nothing else, and forms after an auxiliary.

    A verb right after "and" has the actor of the one before: "troops stormed a depot and marched off 40 workers".
    """
    last: Phrase | None = None
    for doing in _doings(view):
        at = view.words.index(doing.verb)
        joined = at > 0 and view.words[at - 1].form == "and" and doing.befell is None
        if joined and doing.actor is None:
            doing = replace(doing, actor=last)
        if doing.actor is not None and doing.befell is None:
            last = doing.actor
        yield doing


def find_orderer(view: View) -> Phrase | None:
    """Who orders it: "the office told large firms to find workers", "the council has ordered bosses to hand over workers"."""
    if orders(view.statement):
        source = view.statement.attribution.chain[-1].source
        assert source is not None
        taken: list[Word] = []
        for word in view.words:
            if word.start >= source.end or (word.is_mark and taken):
                break
            taken.append(word)
        return _phrase(view, tuple(taken))
    for at, word in enumerate(view.words):
        after = [item.form for item in view.words[at + 1 : at + 1 + ORDER_REACH]]
        if word.lemma in view.wording.ordering and _is_past(view, word) and "to" in after and after[0] != "to":
            before, passive, _ = _auxiliaries(view, at)
            return None if passive else _subject(view, before)
    return None


def _doings(view: View) -> Iterator[Doing]:
    for at, word in enumerate(view.words):
        if not word.kind:
            continue
        if at and view.words[at - 1].form == "to":
            continue  # who is to do it stands nowhere near
        before, passive, helped = _auxiliaries(view, at)
        past = _is_past(view, word)
        if not (past or helped):
            continue
        if passive and past:
            befell = _subject(view, before)
            yield Doing(word, _agent(view, at), befell)
        elif not passive or word.form.endswith("ing"):
            yield Doing(word, _subject(view, before), None)


def _is_past(view: View, word: Word) -> bool:
    if word.form.endswith("ed") and word.lemma != word.form:
        return True
    return view.lexicon.irregular.get(word.form, word.form) != word.form and not word.form.endswith(("s", "ing"))


def _auxiliaries(view: View, at: int) -> tuple[int, bool, bool]:
    """The index of the word before a verb's auxiliaries, whether one of them is a "be", and whether there is one."""
    language = view.language
    place, passive, helped = at - 1, False, False
    while place >= 0:
        form = view.words[place].form
        if form in language.auxiliaries or form in language.be or form.endswith("n't"):
            passive = passive or form in language.be
            helped = True
        elif not (
            form.endswith("ly") or form in language.negations or form in {"already", "also", "now", "then", "just"}
        ):
            break
        place -= 1
    return place, passive, helped


def _subject(view: View, last: int) -> Phrase | None:
    """The phrase that ends at word `last`, over an aside between commas."""
    words = view.words
    if last >= 0 and words[last].form in {",", ")", "—", "–"}:
        opening = next((i for i in range(last - 1, -1, -1) if words[i].form in {",", "(", "—", "–"}), None)
        if opening is None:
            return None
        last = opening - 1
    if last >= 0 and words[last].form in _RELATIVE:
        last -= 1
        if last >= 0 and words[last].form == ",":
            last -= 1
    first = last
    while first >= 0 and last - first < LONGEST_PHRASE and not _bounds(view, first):
        first -= 1
    taken = tuple(word for word in words[first + 1 : last + 1] if not word.is_mark)
    return _phrase(view, taken)


def _bounds(view: View, at: int) -> bool:
    """Whether a word cannot be part of a subject that ends after it."""
    word = view.words[at]
    if word.is_mark:
        return word.form not in "\"'“”‘’-()"
    if word.form in _CLAUSE or word.form in view.language.auxiliaries:
        return True
    if word.form == "and":
        earlier = view.words[max(0, at - 6) : at]
        return any(_is_past(view, item) or item.form in view.language.auxiliaries for item in earlier)
    return False


def _agent(view: View, at: int) -> Phrase | None:
    """The phrase after the "by" of a passive."""
    words = view.words
    for place in range(at + 1, min(at + BY_REACH, len(words))):
        word = words[place]
        if word.form == "by":
            return _forward(view, place + 1)
        if (word.is_mark and word.form not in "\"'“”‘’-") or word.form in _CLAUSE or _is_past(view, word):
            return None
    return None


def _forward(view: View, first: int) -> Phrase | None:
    words = view.words
    names = [(name.start, name.end) for name in (*view.names, *view.places)]
    last = first
    while last < len(words) and last - first < LONGEST_PHRASE:
        word = words[last]
        named = any(start <= word.start < end for start, end in names)
        if not named and (word.is_mark and word.form not in "\"'“”‘’-"):
            break
        ends = word.form in _CLAUSE or word.form in view.language.auxiliaries or word.form == "and"
        if not named and (ends or (word.form in _PREPOSITIONS and word.form != "of")):
            break
        last += 1
    return _phrase(view, tuple(word for word in words[first:last] if not word.is_mark))


def _phrase(view: View, words: tuple[Word, ...]) -> Phrase | None:
    names = [(name.start, name.end) for name in view.names]
    if not words:
        return None
    head: list[Word] = []
    for word in words:
        inside = any(start <= word.start < end for start, end in names)
        if head and word.form in _PREPOSITIONS and not inside:
            break
        head.append(word)
    return Phrase(words, tuple(head))
