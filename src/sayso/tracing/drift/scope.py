"""How much of a thing is meant: some or all, part or whole, one town or the country, and steps gone from a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.claim import DriftKind, Passage
from sayso.languages.wording import load_wording
from sayso.languages.words import Words, load_words
from sayso.tracing.drift.change import Change, passage, quote, span_passage
from sayso.tracing.drift.cuts import find_cut
from sayso.tracing.drift.parties import parties, same
from sayso.tracing.drift.view import View, Word, lemmas_of, overlap, share_telling_number

REACH = 5
"""Words after a measure in which the noun that it measures stands."""
WHOLE = 4
"""The measure of what takes in all."""
NEAR = 0.5
"""Share of shared words from which words that exclude each other are said of one thing."""
ALIKE = 0.7
"""Share of the other words that must be the same where one phrase is said to have taken another's place."""
_ENDS = frozenset("by in and or but who which that while when he she they it said says was were is are has had".split())
_DYING = frozenset({"die", "kill"})
_INSIDE = frozenset("on at near from".split())


def compare_scope(upstream: View, downstream: View) -> Iterator[Change]:
    """The first change of scope that is found: a cut in a quotation, a measure, everywhere, an opposite, a group made wider."""
    for find in (find_cut, _measures, _everywhere, _opposed, _wider_group, _replaced):
        change = find(upstream, downstream)
        if change is not None:
            yield change
            return


def _change(source: Passage, to: Passage, why: str, was: str, now: str) -> Change:
    return Change(DriftKind.SCOPE_CHANGED, source, to, f"{quote(source)} became {quote(to)}: {why}.", was, now)


@dataclass(frozen=True, slots=True)
class _Measure:
    """A measure, how much it takes in, and the kinds of the nouns after it; `of_them`: of those told of before ("some of them")."""

    phrase: str
    level: int
    start: int
    end: int
    of: tuple[str, ...]
    parts: bool
    until: int
    of_them: bool


def _measures(upstream: View, downstream: View) -> Change | None:
    ups, downs = _all_measures(upstream), _all_measures(downstream)
    for was in ups:
        for now in downs:
            of_them = was.of_them and now.of_them and WHOLE in (was.level, now.level)
            if not of_them and not set(was.of[:3]) & set(now.of[:3]):
                continue
            if was.level == now.level:
                break
            why = "more of it is meant" if now.level > was.level else "less of it is meant"
            return _change(_words(was, upstream), _words(now, downstream), why, was.phrase, now.phrase)
        else:
            whole = _became_whole(was, downstream) if was.parts and was.level < WHOLE else None
            if whole is not None:
                return _change(_words(was, upstream), whole, "the whole is meant, not a part", was.phrase, "")
    if any(was.level == WHOLE for was in ups):
        return None
    told = _sources(upstream, downstream)
    if told is not None:
        return told
    for now in downs:
        if now.level == WHOLE and not any(set(was.of) & set(now.of) for was in ups):
            plain = next((word for word in upstream.words if word.kind and word.kind in now.of[:1]), None)
            if plain is not None and not _counted(plain, upstream) and not _counted_after(now, downstream):
                source = _around_word(plain, upstream)
                return _change(source, _words(now, downstream), "all of it is meant", "", now.phrase)
    return None


def _sources(upstream: View, downstream: View) -> Change | None:
    """ "Some parents complained" become "every parent complained": measures of those who say it."""
    for was in parties(upstream.statement, upstream.code):
        for now in parties(downstream.statement, downstream.code):
            if was.hop is None or now.hop is None or was.hop.source is None or now.hop.source is None:
                continue
            first, second = _opening(was.hop.source.exact, upstream), _opening(now.hop.source.exact, upstream)
            if first and second and first[1] != second[1] and same(was, now):
                source = span_passage(upstream.statement, was.hop.source)
                to = span_passage(downstream.statement, now.hop.source)
                return _change(source, to, "it is told of more or fewer", first[0], second[0])
    return None


def _opening(words: str, view: View) -> tuple[str, int] | None:
    """The measure that a description begins with, and how much it takes in."""
    forms = words.lower().split()
    for length in (3, 2, 1):
        phrase = " ".join(forms[:length])
        if phrase in view.wording.measures:
            return phrase, view.wording.measures[phrase]
    return None


@lru_cache(maxsize=1024)
def _all_measures(view: View) -> tuple[_Measure, ...]:
    return tuple(_find_measures(view))


def _find_measures(view: View) -> Iterator[_Measure]:
    wording, words = view.wording, view.words
    at = 0
    while at < len(words):
        found = None
        for length in (3, 2, 1):
            phrase = " ".join(word.form for word in words[at : at + length])
            if phrase in wording.measures and at + length <= len(words):
                found = (phrase, length)
                break
        before = words[at - 1].form if at else ""
        if found is None or (
            before in wording.not_after
            and found[0] in {"most", "all", "whole", "total", "every", "each"}
            and before != "of"
        ):
            at += 1
            continue
        phrase, length = found
        after = at + length
        of = tuple(word.kind for word in words[after : after + REACH] if word.kind)
        if not of:  # "some of them had begun to sell"
            of = tuple(word.kind for word in words[after : after + 2 * REACH] if word.kind)
        parts = phrase in wording.parts and after < len(words) and words[after].form == "of"
        verbal = phrase.endswith("ly") or phrase in {"always", "often", "sometimes", "at times"}
        if verbal:
            of = tuple(word.kind for word in (*words[max(0, at - 4) : at], *words[after : after + 4]) if word.kind)
        until = _noun_end(words[after : after + REACH], words[after - 1].end)
        yield _Measure(
            phrase,
            wording.measures[phrase],
            words[at].start,
            words[after - 1].end,
            of,
            parts,
            until,
            _of_them(words[after:]),
        )
        at = after


def _of_them(words: Sequence[Word]) -> bool:
    """Whether a measure is of those told of before: "some of them", "every one of whom", "every last one"."""
    forms = [word.form for word in words[:4]]
    one = forms[:1] == ["one"] or forms[:2] in (["last", "one"], ["single", "one"])
    rest = forms[forms.index("one") + 1 :] if one else forms
    return rest[:1] == ["of"] and bool({"them", "whom"} & set(rest[1:2])) or (one and rest[:1] != ["of"])


def _noun_end(words: Sequence[Word], end: int) -> int:
    """Where the noun phrase after a measure ends: with its first run of words that mean something."""
    begun = False
    for word in words:
        if word.kind:
            begun, end = True, word.end
        elif begun or word.is_mark:
            break
    return end


def _words(measure: _Measure, view: View) -> Passage:
    return passage(view.statement.document, measure.start, max(measure.until, measure.end))


def _became_whole(was: _Measure, view: View) -> Passage | None:
    """ "Part of the harbour" become "the harbour"."""
    for at, word in enumerate(view.words):
        if not word.kind or word.kind not in was.of[:1] or at == 0 or _counted(word, view):
            continue
        before = view.words[max(0, at - 3) : at]
        if any(item.form in {"of", "in", "at", "near"} for item in before[-2:]):
            continue
        if before and any(item.form in {"the", "its", "their", "his", "her"} for item in before):
            return passage(view.statement.document, before[-1].start, word.end)
    return None


def _counted(word: Word, view: View) -> bool:
    return any(item.start <= word.start < item.end for item in view.quantities)


def _counted_after(measure: _Measure, view: View) -> bool:
    return any(measure.end <= item.start < measure.until for item in view.quantities)


def _around_word(word: Word, view: View) -> Passage:
    before = [item for item in view.words if item.end <= word.start]
    start = before[-1].start if before and before[-1].form in {"the", "its", "their"} else word.start
    return passage(view.statement.document, start, word.end)


def _everywhere(upstream: View, downstream: View) -> Change | None:
    """Several towns, or one, become the whole country, or the other way round."""
    was, now = _wide(upstream), _wide(downstream)
    if (was is None) == (now is None):
        return None
    narrow = upstream if was is None else downstream
    places = narrow.places
    some = next((m for m in _all_measures(narrow) if m.level < 3 and set(m.of) & _place_nouns(narrow)), None)
    if some is not None:
        here = _words(some, narrow)
    elif places:
        here = passage(narrow.statement.document, places[0].start, places[0].end)
    else:
        return None
    if was is None and now is not None:
        return _change(here, now, "the place is wider", here.exact.lower(), now.exact.lower())
    assert was is not None
    return _change(was, here, "the place is narrower", was.exact.lower(), here.exact.lower())


def _place_nouns(view: View) -> set[str]:
    return {view.lexicon.kind(noun) for noun in (*view.lexicon.geography, "hostel", "market", "place", "site", "area")}


def _wide(view: View) -> Passage | None:
    document = view.statement.document
    for span in view.spans:
        match = _wide_pattern(view.code).search(document.text, span.start, span.end)
        if match is not None:
            return passage(document, *match.span())
    return None


@lru_cache(maxsize=8)
def _wide_pattern(code: str) -> re.Pattern[str]:
    wording = load_wording(code)
    fixed = "|".join(map(re.escape, sorted(wording.everywhere, key=len, reverse=True)))
    across = "|".join(map(re.escape, wording.across))
    return re.compile(rf"\b(?:(?i:{fixed})\b|(?i:{across}) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)")


def _opposed(upstream: View, downstream: View) -> Change | None:
    """ "Rear units" become "the front"."""
    opposed = upstream.wording.opposed
    ups, downs = {word.form for word in upstream.words}, {word.form for word in downstream.words}
    for word in upstream.words:
        against = opposed.get(word.form, frozenset()) - ups
        if word.form in downs or not against:
            continue
        for other in downstream.words:
            if other.kind in _DYING and other.kind in upstream.kinds:
                continue  # "17 died and dozens were missing", "17 dead"
            if other.form in against and not (opposed.get(other.form, frozenset()) - {word.form}) & downs:
                if not _may_stand_for(word, upstream, other, downstream):
                    continue
                return _change(
                    _phrase_at(word, upstream),
                    _phrase_at(other, downstream),
                    "it excludes the other",
                    word.form,
                    other.form,
                )
    return None


def _may_stand_for(word: Word, upstream: View, other: Word, downstream: View) -> bool:
    """Whether two words that exclude each other are said of one thing: the rest of the statements is alike, they share a large number, or both say where."""
    if overlap(upstream, downstream) >= NEAR:
        return True
    if share_telling_number(upstream.quantities, downstream.quantities):
        return True
    return {word.form, other.form} <= {"rear", "front", "frontline", "front-line"}


def _phrase_at(word: Word, view: View) -> Passage:
    """A word with the noun that it goes with."""
    at = view.words.index(word)
    first, last = word.start, word.end
    if at and view.words[at - 1].form in {"the", "a", "an"}:
        first = view.words[at - 1].start
    if at + 1 < len(view.words) and view.words[at + 1].kind:
        last = view.words[at + 1].end
    return passage(view.statement.document, first, last)


def _wider_group(upstream: View, downstream: View) -> Change | None:
    """ "Naturalised citizens" become "citizens": an adjective that made the group smaller is gone."""
    restrictive, lexicon = upstream.wording.restrictive, upstream.lexicon
    for at, word in enumerate(upstream.words[:-1]):
        noun = upstream.words[at + 1]
        if word.form not in restrictive or not noun.kind or _kept(word, downstream, lexicon):
            continue
        for place, other in enumerate(downstream.words):
            if other.kind != noun.kind or other.lemma != noun.lemma:
                continue
            before = downstream.words[place - 1] if place else None
            same = before is not None and at > 0 and upstream.words[at - 1].kind == before.kind  # "banned migrants"
            if before is not None and before.kind and not before.is_mark and not same:
                break  # another adjective stands there
            source = passage(upstream.statement.document, word.start, noun.end)
            return _change(source, _around_word(other, downstream), "the group is wider", word.lemma, "")
    return None


@dataclass(frozen=True, slots=True)
class _Circumstance:
    """A phrase that says why, how, or to where: "for missing papers"; `kinds` what its words mean."""

    sort: str
    start: int
    end: int
    kinds: frozenset[str]


def _replaced(upstream: View, downstream: View) -> Change | None:
    """ "For a check of papers" become "for assaults on trenches" in a statement that else says the same."""
    known, later = (_all_kinds(view.statement.document.text, view.code) for view in (upstream, downstream))
    ups = [item for item in _circumstances(upstream) if not item.kinds & later]
    downs = [item for item in _circumstances(downstream) if not item.kinds & known]
    for was in ups:
        for now in downs:
            if was.sort != now.sort:
                continue
            left, right = upstream.kinds - was.kinds, downstream.kinds - now.kinds
            if len(left & right) < max(2, ALIKE * min(len(left), len(right))):
                continue
            source = passage(upstream.statement.document, was.start, was.end)
            to = passage(downstream.statement.document, now.start, now.end)
            return _change(source, to, "something else is meant", source.exact.lower(), to.exact.lower())
    return None


@lru_cache(maxsize=256)
def _all_kinds(text: str, code: str) -> frozenset[str]:
    """What all the words of a text mean."""
    lexicon = load_words(code)
    return frozenset(lexicon.kind(lemma) for lemma in lemmas_of(text, code))


@lru_cache(maxsize=1024)
def _circumstances(view: View) -> tuple[_Circumstance, ...]:
    """The phrases of a content that say why, how or to where, but for those with names, places, times and numbers."""
    sorts, words = view.wording.circumstances, view.words
    named = [(place.start, place.end) for place in (*view.names, *view.places, *view.times)]
    named += [(item.start, item.end) for item in view.quantities]
    found = []
    for at, word in enumerate(words):
        sort = sorts.get(word.form)
        if sort is None:
            continue
        last = at + 1
        while last < len(words) and last - at <= REACH + 2:
            item = words[last]
            if item.is_mark or item.form in sorts or item.form in _ENDS or (item.form in _INSIDE and last > at + 3):
                break
            last += 1
        taken = words[at:last]
        kinds = frozenset(item.kind for item in taken[1:] if item.kind)
        inside = any(start < taken[-1].end and word.start < end for start, end in named)
        bare = sort == "where" and len(kinds) == 1 and at + 1 < len(words) and bool(words[at + 1].kind)
        if kinds and not inside and not bare:  # "to bring", "to drag"
            found.append(_Circumstance(sort, word.start, taken[-1].end, kinds))
    return tuple(found)


def _kept(word: Word, view: View, lexicon: Words) -> bool:
    """Whether the adjective, or a word of its family, stands anywhere in the text downstream."""
    stem = lexicon.lemma(word.form)[:7]
    return stem in view.statement.document.text.lower()
