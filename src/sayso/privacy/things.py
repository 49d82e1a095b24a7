"""Names that the model takes for a person's and the texts themselves use as an outlet's, a place's or a company's.

Doubt is private. A given name, a form of address, an age, kin, a byline, "who", or somebody who bears the word in a name
in full keeps a name private, whatever else is found; "he" or "she" right after a lone word does too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.domain.attribution import PartyKind
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.reading import Reading
from sayso.languages.language import load_language
from sayso.privacy.people import SMALL, Someone
from sayso.privacy.words import Word, words_of

Name = tuple[str, ...]

_LEGAL = re.compile(r"(?:^|\W)(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|AG|B\.V|N\.V|S\.A|S\.p\.A|OOO|ООО|Corp|Co)\.?$")
_TRADES = frozenset(
    "glass steel seafood foods motors airlines airways shipping lines logistics railways energy oil gas electric water media press radio "
    "tv television news bank insurance pharma chemicals mining metals textiles breweries telecom holdings group industries".split()
)
"""Last words of a company's or a station's name. Some are surnames: they count only with a body of the whole name."""
_ADDRESS = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir|Dame|Lord|Lady|Capt|Captain|Gran|Granny|Grandma|Uncle|Aunt|Auntie|Mum|Mother|Father|"
    r"Judge|Councillor|Cllr|son|daughter|husband|wife|brother|sister|named|called)\.? $|(?:^|\n)(?:By|BY|EXCLUSIVE by) $"
)
_WHO = re.compile(r"^,? (?:\(?\d{1,3}\b|whom?\b|aged\b|and (?:his|her)\b)")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|hers|his|himself|herself)\b", re.IGNORECASE)
_WHICH = re.compile(r"^, which\b")
_IN = re.compile(
    r"(?:^|\W)(\w*) ?\b(?:in|near|outside|across|throughout|(?:mayor|governor|residents|town|city|village|outskirts|suburb) of) $",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^[’']")
_TRUST = frozenset(
    "confidence faith trust trusts trusted interest interested belief believe believes believed change changes disappointed found see sees saw".split()
)
"""Before "in", words after which a person may stand."""
NEAR = 100
"""Code points after a lone word in which "he" or "she" speaks for a person."""


class Things:
    """What the texts of one output show to be no person; let it `learn` readings before it is asked of people in them."""

    def __init__(self) -> None:
        language = load_language("en")
        self._given = frozenset(word.plain for name in language.first_names for word in words_of(name))
        self._nouns = language.organisation_nouns
        self.staying: set[str] = set()
        """Outlets' names of several words, which stay whatever word of them is a person's too."""
        self._outlets: set[Name] = set()
        self._with: dict[str, set[Name]] = defaultdict(set)
        self._bodies: set[Name] = set()
        self._legal: set[Name] = set()
        self._begun: dict[str, set[Name]] = defaultdict(set)
        self._settled: set[Name] = set()
        self._bearers: dict[str, set[Name]] = defaultdict(set)
        self._authors: set[Name] = set()

    def learn(self, reading: Reading) -> None:
        """Know the outlets, bodies and places of one more text, and who bears which word in full."""
        document = reading.document
        if document.outlet:
            self.know_outlet(document.outlet)
        if document.author:
            self._authors.add(_name(document.author))
        for mention in reading.mentions:
            name = _name(mention.span.exact)
            if _LEGAL.search(mention.span.exact):
                self._legal.add(name)
                self._begun[name[0] if name else ""].add(name)
            if mention.kind is MentionKind.ORGANISATION and name:
                self._bodies.add(name)
                self._begun[name[0]].add(name)
            elif mention.kind is MentionKind.PLACE and name and _stands_in(document.text, mention):
                self._settled.add(name)
            elif mention.kind is MentionKind.PERSON:
                self._bear(name)
        for party in reading.parties:
            if party.kind is PartyKind.PERSON and party.name:
                self._bear(_name(party.name))

    def know_outlet(self, name: str) -> None:
        """Know an outlet whose texts the output need not draw on."""
        outlet = _name(name)
        if outlet in self._outlets:
            return
        self._outlets.add(outlet)
        if len(outlet) > 1 and not self._is_persons(outlet):
            self.staying.add(name)
        for word in outlet if len(outlet) > 1 else ():
            self._with[word].add(outlet)

    def _bear(self, name: Name) -> None:
        if len(name) > 1:
            for word in name:
                self._bearers[word].add(name)

    def among(self, people: Sequence[Someone], reading: Reading) -> set[str]:
        """The parties of a text who are no persons."""
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in reading.mentions:
            if mention.party is not None:
                mentions[mention.party].append(mention)
        words = [word for word in words_of(reading.document.text) if word.plain not in SMALL] if people else []
        speakers = {hop.party for attribution in reading.attributions for hop in attribution.chain}
        return {
            someone.party
            for someone in people
            if self._is_thing(someone, mentions[someone.party], reading, words, speaks=someone.party in speakers)
        }

    def _is_thing(
        self, someone: Someone, mentions: Sequence[Mention], reading: Reading, words: Sequence[Word], *, speaks: bool
    ) -> bool:
        name = _name(someone.name)
        text = reading.document.text
        if not name or not mentions:
            return False
        whole = list(_places(name, words))
        short = {_name(m.span.exact) for m in mentions} - {name, ()}
        alone = [
            (start, end)
            for part in short
            for start, end in _places(part, words)
            if not any(low <= start and end <= high for low, high in whole)
        ]
        if self._is_human(someone, name, text, [*whole, *alone]):
            return False
        if all(self._in_outlet(text, mention) for mention in mentions):
            return True
        if any(
            _PRONOUN.search(text[end : end + NEAR].partition("\n")[0]) and not _is_in(text, start, end)
            for start, end in (alone if len(name) > 1 else whole)
        ):
            return False
        if len(name) > 1:
            return name in self._outlets or self._is_company(someone.name, name, mentions, text)
        if name in self._outlets or self._is_short_for_company(name, mentions, reading, words):
            return True
        return not speaks and self._is_place(name, mentions, reading)

    def _is_human(self, someone: Someone, name: Name, text: str, places: Iterable[tuple[int, int]]) -> bool:
        """Whether anything speaks for a person, wherever the text has the name: the model need not have seen it there."""
        plain = [word.plain for word in words_of(someone.name)]
        if someone.told or name in self._authors or any(word in self._given for word in plain):
            return True
        for start, end in places:
            if _ADDRESS.search(text[max(0, start - 14) : start]) or _WHO.match(text[end : end + 16]):
                return True
        return any(
            other != name and not self._is_known(other) for word in name for other in self._bearers.get(word, ())
        )

    def _is_known(self, name: Name) -> bool:
        """Whether a name in full that the model took for a person's somewhere is an outlet's or a body's."""
        return name in self._outlets or name in self._legal or (name in self._bodies and name[-1] in _TRADE_SOUNDS)

    def _in_outlet(self, text: str, mention: Mention) -> bool:
        """Whether a mention is a part, or the whole, of an outlet's name of several words ("Echo" of "Ellmarsh Echo")."""
        first = next((word.sound for word in words_of(mention.span.exact) if word.sound in self._with), "")
        if not first:
            return False
        low, high = max(0, mention.span.start - 60), mention.span.end + 60
        words = list(words_of(text[low:high]))
        sounds = tuple(word.sound for word in words)
        start, end = mention.span.start - low, mention.span.end - low
        return any(
            words[at].start <= start and end <= words[at + len(outlet) - 1].end
            for outlet in self._with.get(first, ())
            if not self._is_persons(outlet)
            for at in range(len(sounds) - len(outlet) + 1)
            if sounds[at : at + len(outlet)] == outlet
        )

    def _is_persons(self, outlet: Name) -> bool:
        """An outlet that bears somebody's name."""
        return outlet in self._authors or any(word in self._given for word in outlet)

    def _is_company(self, exact: str, name: Name, mentions: Iterable[Mention], text: str) -> bool:
        if _LEGAL.search(exact.strip(" ,")):
            return True
        found = (
            name in self._bodies,
            name[-1] in _TRADE_SOUNDS,
            any(self._noun_before(text, m) for m in mentions),
            any(_WHICH.match(text[m.span.end : m.span.end + 8]) for m in mentions),
        )
        return sum(found) > 1

    def _noun_before(self, text: str, mention: Mention) -> bool:
        before = re.findall(r"(\w+) $", text[max(0, mention.span.start - 24) : mention.span.start])
        return bool(before) and before[0].lower() in self._nouns

    def _is_short_for_company(
        self, name: Name, mentions: Iterable[Mention], reading: Reading, words: Sequence[Word]
    ) -> bool:
        """The first word of a company that the text names in full; or two of the signs of a body."""
        text = reading.document.text
        full = [other for other in self._begun.get(name[0], ()) if len(other) > 1 and self._is_known(other)]
        if any(True for other in full for _ in _places(other, words)):
            return True
        found = (
            bool(full),
            any(m.kind is MentionKind.ORGANISATION and _name(m.span.exact) == name for m in reading.mentions),
            any(self._noun_before(text, m) for m in mentions),
            any(_WHICH.match(text[m.span.end : m.span.end + 8]) for m in mentions),
        )
        return sum(found) > 1

    def _is_place(self, name: Name, mentions: Iterable[Mention], reading: Reading) -> bool:
        """Whether another text of the output says "in X", and this one names a place so or says it of the mayor's town.

        What says "in X" itself is seen while the text is read (`extract.identifying`).
        """
        if name not in self._settled:
            return False
        return any((m.kind is MentionKind.PLACE and _name(m.span.exact) == name) for m in reading.mentions) or any(
            _stands_in(reading.document.text, m) for m in mentions
        )


def _stands_in(text: str, mention: Mention) -> bool:
    return _is_in(text, mention.span.start, mention.span.end)


def _is_in(text: str, start: int, end: int) -> bool:
    """Whether "in" stands before a name, and nothing is said to be the bearer's own."""
    before = _IN.search(text[max(0, start - 30) : start])
    return before is not None and before[1].lower() not in _TRUST and not _OWNED.match(text[end : end + 1])


def _places(name: Name, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a text has these words in a row."""
    for at in range(len(words) - len(name) + 1):
        if words[at].sound == name[0] and tuple(word.sound for word in words[at : at + len(name)]) == name:
            yield words[at].start, words[at + len(name) - 1].end


def _name(exact: str) -> Name:
    return tuple(word.sound for word in words_of(exact) if word.plain not in SMALL and word.plain != "s")


_TRADE_SOUNDS = frozenset(word.sound for trade in _TRADES for word in words_of(trade))
