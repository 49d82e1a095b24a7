"""Of whom, or of what, a share is: "31 percent of the customers" is no third of a nation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.claim import DriftKind
from sayso.languages.language import load_language
from sayso.languages.quantities import PERCENT, find_quantities
from sayso.tracing.drift.change import Change, passage, quote
from sayso.tracing.drift.view import View, Word, lemmas_of, words_in
from sayso.tracing.statement import Quantity

NEAR = 3.0
"""Points of a percent that two ways of putting one share may be apart: "31 percent", "nearly a third"."""
LONGEST = 14
"""Words of a base that are read."""
EVERYBODY = "everybody"
"""What a share of a whole people is of, by whatever word: a copy that finds another one has the same change."""
_RELATIVE = frozenset("who whom which that whose where".split())
_MANY = frozenset("people person population public nation country".split())
_WITHIN = frozenset("of in at on from with under over aged between for".split())


@dataclass(frozen=True, slots=True)
class Base:
    """What follows "of" after a share: the words before its head, its head, and all of its words."""

    share: Quantity
    before: tuple[Word, ...]
    head: Word
    words: tuple[Word, ...]


def compare_bases(upstream: View, downstream: View) -> Iterator[Change]:
    """A share of some become a share of more."""
    for was in find_bases(upstream):
        for now in find_bases(downstream):
            if not _is_one_share(was.share, now.share):
                continue
            key = _wider(was, now, upstream, downstream)
            if key is None:
                continue
            source = passage(upstream.statement.document, was.share.start, was.words[-1].end)
            to = passage(downstream.statement.document, now.share.start, now.words[-1].end)
            why = f"{quote(source)} became {quote(to)}: it is a share of more."
            yield Change(DriftKind.SCOPE_CHANGED, source, to, why, was.head.lemma, key)
            return


@lru_cache(maxsize=1024)
def find_bases(view: View) -> tuple[Base, ...]:
    """The shares of a content that say of what they are, and that of those who say it: "31 percent of the customers said"."""
    text = view.statement.document.text
    found = [base for share in view.quantities if (base := _base(share, view.words, view)) is not None]
    for hop in view.statement.attribution.chain:
        if hop.source is not None:
            words = words_in(text, hop.source.start, hop.source.end, view.code)
            shares = find_quantities(text, hop.source.start, hop.source.end)
            found += [base for share in shares if (base := _base(share, words, view)) is not None]
    return tuple(found)


def _base(share: Quantity, words: Sequence[Word], view: View) -> Base | None:
    after = [word for word in words if word.start >= share.end]
    if share.unit != PERCENT or not after or after[0].form != "of":
        return None
    taken = tuple(_phrase(after[1:], view))
    head = next((word for word in taken if _is_of_people(word, view)), None) or _head(taken)
    return None if head is None else Base(share, taken[: taken.index(head)], head, taken)


def _phrase(words: list[Word], view: View) -> Iterator[Word]:
    language = view.language
    for word in words[:LONGEST]:
        verb = word.form in language.be or word.form in language.auxiliaries or word.form in {"have", "has", "had"}
        if word.is_mark or word.form in _RELATIVE or verb:
            return
        yield word


def _is_of_people(word: Word, view: View) -> bool:
    """Whether a word is a noun for people, after which a verb may follow at once: "of the customers skip breakfast"."""
    nouns = view.language.person_nouns
    return word.lemma in _MANY or word.lemma in view.wording.samples or word.lemma in nouns or _is_people(word, view)


def _head(words: tuple[Word, ...]) -> Word | None:
    """The last word before the first preposition, and not a name's "of"."""
    head = None
    for word in words:
        if word.form in _WITHIN:
            break
        if word.kind or word.lemma in _MANY:
            head = word
    return head


def _is_one_share(one: Quantity, other: Quantity) -> bool:
    return abs(one.value - other.value) <= NEAR and abs(one.high - other.high) <= NEAR


def _wider(was: Base, now: Base, upstream: View, downstream: View) -> str | None:
    """What the later share is of, where that is more; None where it may be the same.

    A text that has the first one's word anywhere has not lost it.
    """
    told = lemmas_of(downstream.statement.document.text, downstream.code)
    if _is_whole(was, upstream):
        return None
    if was.head.lemma in told:
        return _unrestricted(was, now, upstream, downstream, told)
    if _is_whole(now, downstream):
        return EVERYBODY
    if was.head.lemma in upstream.wording.samples and now.head.lemma not in upstream.wording.samples:
        known = now.head.lemma in upstream.language.person_nouns or now.head.lemma.endswith(("er", "or"))
        return now.head.lemma if known else None
    return _unrestricted(was, now, upstream, downstream, told)


def _is_whole(base: Base, view: View) -> bool:
    """Whether a share is of a whole people: "of Poles", "of the population", "of Polish people"."""
    if base.head.lemma in _MANY:
        return not any(word.form in {"aged", "over", "under"} for word in base.words)
    return _is_people(base.head, view)


def _is_people(word: Word, view: View) -> bool:
    """A noun for all who are of a country: "Poles"."""
    peoples = _peoples(view.code)
    return word.is_name and word.form.endswith("s") and (word.form in peoples or word.form.removesuffix("s") in peoples)


@lru_cache(maxsize=8)
def _peoples(code: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load_language(code).demonyms)


def _unrestricted(was: Base, now: Base, upstream: View, downstream: View, told: frozenset[str]) -> str | None:
    """An adjective that made less of what is counted is gone, and none stands in its place."""
    if now.before and any(word.kind for word in now.before):
        return None
    if was.head.lemma in upstream.language.person_nouns or now.head.lemma in upstream.language.person_nouns:
        return None
    kinds = {downstream.lexicon.kind(lemma) for lemma in told}
    gone = [word for word in was.before if word.kind and _restricts(word, upstream) and word.kind not in kinds]
    later = {word.kind for word in now.words if word.kind}
    first = {word.kind for word in was.words if word.kind}
    return now.head.lemma if gone and later & first else None


def _restricts(word: Word, view: View) -> bool:
    """An adjective or a participle that says which; not a name, a number, or a word for all of it."""
    if word.is_name or word.lemma in view.wording.measures or word.lemma[:1].isdigit():
        return False
    return word.form.endswith(("ed", "ing")) or word.form in view.wording.restrictive
