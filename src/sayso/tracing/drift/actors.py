"""Who does it, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.domain.claim import DriftKind
from sayso.tracing.drift.change import Change, passage, quote
from sayso.tracing.drift.clauses import Doing, Phrase, find_doings, find_orderer
from sayso.tracing.drift.place_time import is_slip
from sayso.tracing.drift.spans import orders
from sayso.tracing.drift.view import View, lemmas_in_order, lemmas_of, mentions_name, overlap
from sayso.tracing.names import agree, name_key
from sayso.tracing.statement import Place, Quantity

_ANY = "anybody"
TOGETHER = 6
"""Words among which all words of a body's name must stand."""
OBJECT_REACH = 4
"""Words after a verb within which the number of those whom it befell begins: "marched off some 40 workers"."""
FEW = 12
"""A number up to this is everywhere: two verbs that befell as many need not be of one doing."""
_BETWEEN = frozenset("to from in at on for with by and that".split())
ALIKE = 0.6
"""Share of shared words from which two verbs that are no kin may tell of one doing."""


@dataclass(frozen=True, slots=True)
class _Actor:
    """Who does it, as its phrase tells: keys of names, head nouns, and the kinds of actors that the nouns can be."""

    phrase: Phrase
    names: tuple[str, ...]
    nouns: frozenset[str]
    kinds: frozenset[str]
    classes: frozenset[str]
    vague: bool


def compare_actors(upstream: View, downstream: View) -> Iterator[Change]:
    """Actors of the same doing that cannot be the same; then peoples of which one took the other's place."""
    seen: set[tuple[int, int]] = set()
    for up, down in _matched(list(find_doings(upstream)), list(find_doings(downstream)), upstream, downstream):
        for one, two in ((up.actor, down.actor), (up.befell, down.befell)):
            if one is None or two is None or (one.start, two.start) in seen:
                continue
            seen.add((one.start, two.start))
            befell = one is up.befell
            if _differ(_actor(one, upstream), _actor(two, downstream), upstream, downstream, befell=befell):
                yield _changed(one, two, upstream, downstream)
                return
    first, second = find_orderer(upstream), find_orderer(downstream)
    if first is not None and second is not None:
        was, now = _actor(first, upstream), _actor(second, downstream)
        ordered = downstream.statement.attribution.chain[-1] if orders(downstream.statement) else None
        if ordered is not None and ordered.name:
            now = replace(now, names=(name_key(ordered.name),))  # a source's name is none of the content's
        named = not was.names and was.classes and now.names and not now.vague
        if named and not any(mentions_name(upstream.statement.document.text, name) for name in now.names):
            yield _changed(first, second, upstream, downstream)
            return
    yield from _peoples(upstream, downstream)


def _matched(
    ups: Sequence[Doing], downs: Sequence[Doing], upstream: View, downstream: View
) -> Iterator[tuple[Doing, Doing]]:
    """Doings of one kind; where there are none, the first ones that have an actor, if all else is nearly the same."""
    found = False
    for up in ups:
        for down in downs:
            if up.verb.kind == down.verb.kind:
                found = True
                yield up, down
    for up in ups:
        for down in downs:
            if not found and _befell_as_many(up, down, upstream, downstream):
                found = True
                yield replace(up, befell=None), replace(down, befell=None)
    one, two = (next((item for item in doings if item.actor is not None), None) for doings in (ups, downs))
    if not found and one is not None and two is not None and overlap(upstream, downstream) >= ALIKE:
        yield replace(one, befell=None), replace(two, befell=None)


def _befell_as_many(up: Doing, down: Doing, upstream: View, downstream: View) -> bool:
    """Whether two verbs, each with an actor, befell as many: "men took 40 workers", "troops marched off 40 workers"."""
    if up.actor is None or down.actor is None or up.befell is not None or down.befell is not None:
        return False
    one, two = _number_after(up, upstream), _number_after(down, downstream)
    return one is not None and two is not None and one.value == two.value and one.value > FEW


def _number_after(doing: Doing, view: View) -> Quantity | None:
    """The number that stands right after a verb, and what it counts."""
    at = view.words.index(doing.verb)
    near = view.words[at + 1 : at + 1 + OBJECT_REACH]
    if not near:
        return None
    found = [item for item in view.quantities if doing.verb.end < item.start <= near[-1].start]
    between = [word for word in near if found and word.start < found[0].start]
    if not found or any(word.is_mark or word.form in _BETWEEN for word in between):
        return None
    return found[0]


def _actor(phrase: Phrase, view: View) -> _Actor:
    wording, language = view.wording, view.language
    head_end = phrase.head[-1].end
    located = [place for place in view.places if place.start < head_end]  # not "policemen at the Orlin checkpoint"
    places = [
        place
        for place in (*view.names, *located)
        if phrase.start <= place.start < phrase.end or place.start <= phrase.start < place.end
    ]
    named = [(place.start, place.end) for place in places]
    plain = [w for w in phrase.head if w.lemma and not any(start <= w.start < end for start, end in named)]
    nouns = [word for word in plain if word.form not in view.lexicon.stop or word.lemma in wording.anybody][-2:]
    classes: set[str] = set()
    for word in plain:
        classes |= wording.classes.get(word.lemma, frozenset())
    if not classes and any(word.lemma in wording.anybody for word in nouns[-1:]):
        classes.add(_ANY)
    for place in places:
        if place.start < head_end:
            classes |= _classes_of_name(place, view)
    if classes and all(place.key in view.countries for place in places):
        places = []  # "Russian troops": a kind of troops, and not Russia
    vague = all(word.form in language.pronouns or word.form in {"both", "all", "some"} for word in phrase.head)
    return _Actor(
        phrase=phrase,
        names=tuple(place.key for place in places),
        nouns=frozenset(word.lemma for word in nouns[-1:]),
        kinds=frozenset(word.kind or word.lemma for word in nouns),
        classes=frozenset(classes),
        vague=vague,
    )


def _classes_of_name(place: Place, view: View) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for word in place.key.split():
        found |= view.wording.classes.get(word, frozenset())
    return found


def _differ(one: _Actor, two: _Actor, upstream: View, downstream: View, *, befell: bool) -> bool:
    if one.vague or two.vague:
        return False
    if any(agree(first, second) or is_slip(first, second) for first in one.names for second in two.names):
        return False
    if not befell and (_is_of(one, two, upstream) or (_is_of(two, one, downstream) and not _is_office(two, upstream))):
        return True
    if one.kinds & two.kinds:
        return False
    if _share_a_name(one, two, upstream):
        return False
    text = upstream.statement.document.text
    if one.names and two.names:
        return not _is_loose(one, upstream) and not _is_loose(two, downstream)
    if befell:
        return False
    if two.names:
        return _name_for_noun(one, two, upstream, downstream)
    if _is_new_body(two, upstream):
        return bool(one.names or one.classes or one.kinds & _bodies_of(upstream))
    if one.names:
        return False  # "the Interior Ministry" become "officers": less said, not something else
    if not one.classes or not two.classes or one.classes & two.classes:
        return False
    if two.nouns & lemmas_of(text, upstream.code):
        return False
    if _ANY in one.classes:
        return bool(two.classes & upstream.wording.bodies)
    return _ANY not in two.classes


def _is_of(one: _Actor, other: _Actor, view: View) -> bool:
    """Whether one only belongs to the other: "the governor's office", "the mayor's brother", and the governor, the mayor."""
    owners = [word.form for word in one.phrase.head if word.form.endswith(("'s", "s'"))]
    return (
        bool(one.nouns)
        and not one.nouns & other.nouns
        and any(view.lexicon.lemma(form.rstrip("s'")) in other.nouns for form in owners)
    )


def _is_office(actor: _Actor, view: View) -> bool:
    return bool(actor.nouns & (view.language.organisation_nouns | view.wording.voices))


def _share_a_name(one: _Actor, two: _Actor, view: View) -> bool:
    """ "Varnholt Glass", "the manufacturer Varnholt"."""
    generic = view.language.organisation_nouns | {"of", "the", "for", "and", "in", "a"}
    words = [{word for name in actor.names for word in name.split()} for actor in (one, two)]
    capitals = [{word.form for word in actor.phrase.head if word.is_name} for actor in (one, two)]
    return bool((words[0] & words[1]) - generic) or bool((capitals[0] & capitals[1]) - generic)


def _is_new_body(actor: _Actor, upstream: View) -> bool:
    """A body by kind, "the security council", of which the text upstream has no word."""
    language, wording = upstream.language, upstream.wording
    if actor.names or not actor.nouns & (language.organisation_nouns | language.offices):
        return False
    said = [word.lemma for word in actor.phrase.head if word.kind]
    if _stands_together(said, upstream.statement.document.text, upstream.code):
        return False
    return len(said) > 1 or not actor.nouns & wording.vague_bodies


def _stands_together(lemmas: Sequence[str], text: str, code: str) -> bool:
    """Whether a text has all of the words close by each other: "the ministry of the interior" is the interior ministry."""
    known = lemmas_of(text, code)
    if not all(lemma in known for lemma in lemmas):
        return False
    if len(lemmas) < 2:
        return True
    order = lemmas_in_order(text, code)
    wanted = set(lemmas)
    return any(wanted <= set(order[at : at + TOGETHER]) for at, lemma in enumerate(order) if lemma in wanted)


def _bodies_of(view: View) -> frozenset[str]:
    return frozenset(view.lexicon.kind(noun) for noun in view.language.organisation_nouns)


def _name_for_noun(one: _Actor, two: _Actor, upstream: View, downstream: View) -> bool:
    """ "Officials" become "the Migration Control Service", a body that the text upstream does not name."""
    if not one.classes or any(mentions_name(upstream.statement.document.text, name) for name in two.names):
        return False
    if one.nouns & upstream.language.titles and one.nouns & lemmas_of(
        downstream.statement.document.text, downstream.code
    ):
        return False  # "the mayor", "Lena Baum": the text calls her the mayor
    if _is_loose(two, downstream):
        return False
    return not (one.classes & two.classes) or one.classes == {"official"}


def _is_loose(actor: _Actor, view: View) -> bool:
    """Only a country, or a capital that stands for its government: too wide to contradict anybody."""
    countries = view.countries
    capitals = {key.removeprefix("the ").lower() for key in view.language.places_for_government}
    return all(name in countries or name in capitals for name in actor.names)


def _changed(one: Phrase, two: Phrase, upstream: View, downstream: View) -> Change:
    source = passage(upstream.statement.document, one.start, one.end)
    to = passage(downstream.statement.document, two.start, two.end)
    why = f"{quote(source)} became {quote(to)}: somebody else does it, or somebody else bears it."
    return Change(DriftKind.ACTOR_CHANGED, source, to, why, _key(one), _key(two))


def _key(phrase: Phrase) -> str:
    """Its head: after the "by" of a passive the rest of the sentence may follow."""
    return " ".join(word.lemma for word in phrase.head if word.kind)


def _peoples(upstream: View, downstream: View) -> Iterator[Change]:
    """ "Uzbek workers" become "Tajik workers", or, with a wider name, "Central Asian workers"."""
    countries = upstream.countries
    ups = [name for name in upstream.names if name.key in countries]
    downs = [name for name in downstream.names if name.key in countries]
    regions = upstream.wording.regions
    known = {name.key for name in (*upstream.names, *upstream.places)}
    later = {name.key for name in (*downstream.names, *downstream.places)}
    for now in downs:
        if now.key in known:
            continue
        for was in ups:
            if was.key in later:
                continue
            source = passage(upstream.statement.document, was.start, was.end)
            to = passage(downstream.statement.document, now.start, now.end)
            if now.key in regions.get(was.key, ()):
                why = f"{quote(source)} became {quote(to)}: a wider group."
                yield Change(DriftKind.SCOPE_CHANGED, source, to, why, was.key, now.key)
                return
            if was.key in regions.get(now.key, ()):
                why = f"{quote(source)} became {quote(to)}: a narrower group."
                yield Change(DriftKind.SCOPE_CHANGED, source, to, why, was.key, now.key)
                return
            if not mentions_name(upstream.statement.document.text, now.key):
                why = f"{quote(source)} became {quote(to)}: another people."
                yield Change(DriftKind.ACTOR_CHANGED, source, to, why, was.key, now.key)
                return
