"""Which names in one text mean the same party: "Institute for the Study of War", "ISW"; "Pavel Orlov", "Orlov"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.mention import Mention, MentionKind
from sayso.extract.noun_phrase import NAMES
from sayso.languages.language import Gender, Language

_NAME_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "de", "la", "von", "van", "bin", "al", "a", "to"})
_BEGINS_CLAUSE = re.compile(r"according to (?:the )?$", re.IGNORECASE)
"""Before a name, this makes what follows its comma a clause: "According to Tayga, the club will appeal" calls Tayga no club."""

_OWNER = re.compile(r"[’']s?\s")
"""Behind a possessor the name's own description begins: in "the District Schools' Nelson Building" the building is no district."""

_GOVERNING = frozenset(
    "government administration state republic kingdom region province county district borough municipality prefecture governorate "
    "oblast krai council".split()
)
"""What a place is called when it speaks: a website or a campaign that stands beside a country's name is not the country."""

_PREPOSITIONS = frozenset("for at in from with on by to near about against under after before during since".split())
_ENDS_APPOSED = _PREPOSITIONS | frozenset("of when where while as is was are were has had".split())
_NOT_ITS_END = frozenset({"of", "for", "in", "on", "at"})
"""Before the end of a body's name, these make the end another name: "Harbour Board of South Polje" is not "South Polje"."""

_KIN_OF = re.compile(
    r"\b(?:sons?|daughters?|wife|husband|widow(?:er)?|brothers?|sisters?|mother|father|nephew|niece|uncle|aunt|cousin|grandson|"
    r"granddaughter|child|children) of (?:[\w’'.-]+ ){0,4}$"
)
"""Before a person's name: he is only told to say who another is ("the son of the former mayor Ivan Orlov")."""

_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_LEAD = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)

KINDS = {
    MentionKind.PERSON: PartyKind.PERSON,
    MentionKind.ORGANISATION: PartyKind.ORGANISATION,
    MentionKind.PLACE: PartyKind.PLACE_FOR_GOVERNMENT,
    MentionKind.DOCUMENT: PartyKind.DOCUMENT,
}


@dataclass
class Party:
    """Somebody or something that this text speaks of. Grows while a text is read and is not handed out.

    `nouns` are the common nouns that the text has used for it ("minister", "institute").
    """

    kind: PartyKind
    name: str | None
    at: int
    tokens: tuple[str, ...] = ()
    nouns: set[str] = field(default_factory=set)
    gender: Gender | None = None
    places: list[tuple[int, int]] = field(default_factory=list)
    private: bool = False
    plural: bool = False
    naming: Naming = Naming.NAMED

    def party_id(self, document: str) -> str:
        """`act_` and a hash: of the name, so that every document agrees; of document and place where there is no name.

        A private person's is of document and name: two documents may speak of two people of one name.
        """
        identity = " ".join(self.tokens) if self.name else f"{document}:{self.at}"
        if self.private and self.name:
            identity = f"{document}:{identity}"
        return party_id(f"{self.kind}|{identity}")


@lru_cache(maxsize=4096)  # a text's mentions are of a few dozen parties
def party_id(identity: str) -> str:
    """`act_` and 16 hexadecimal digits of what a party is told by."""
    return "act_" + sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=4096)
def name_tokens(words: str) -> tuple[str, ...]:
    """A name's words for comparison: lower case, without article and possessive ending."""
    found = [match.group().lower().replace("’", "'") for match in _NAME_WORD.finditer(_LEAD.sub("", words))]
    return tuple(token.removesuffix("'s").removesuffix(".") for token in found)


def clean_name(words: str) -> str:
    """A name as it is shown: without article, possessive ending and line breaks."""
    name = " ".join(_LEAD.sub("", words).split()).strip(" ,.;:“”\"'‘’")
    name = re.sub(r"[’']s?$", "", name)
    return name + "." if _INITIALS.fullmatch(name) else name


@lru_cache(maxsize=4096)
def acronyms(name: str) -> frozenset[str]:
    """Short forms that a name could have, in lower case: of its capitalised words, and of all its words."""
    words = _NAME_WORD.findall(name)
    if len(words) < 2:
        return frozenset()
    big = "".join(word[0] for word in words if word[0].isupper())
    all_of_them = "".join(word[0] for word in words)
    return frozenset(form.lower() for form in (big, all_of_them) if len(form) > 1)


def gather(text: str, mentions: Sequence[Mention], language: Language) -> dict[tuple[int, int], Party]:
    """A party for each named mention. Longer names are read first, so that "Orlov" finds "Pavel Orlov" wherever that stands."""
    parties: list[Party] = []
    by_token: dict[str, list[Party]] = {}
    found: dict[tuple[int, int], Party] = {}
    named = [m for m in mentions if m.kind in NAMES]
    for mention in sorted(named, key=lambda m: (-len(name_tokens(m.span.exact)), m.span.start)):
        tokens = name_tokens(mention.span.exact)
        if not tokens:
            continue
        known = {id(party): party for token in tokens for party in by_token.get(token, ())}
        party = _match(mention, tokens, list(known.values()), text, language)
        if party is None:
            party = Party(KINDS[mention.kind], clean_name(mention.span.exact), mention.span.start, tokens)
            parties.append(party)
            for token in {*tokens, *acronyms(party.name or "")}:
                by_token.setdefault(token, []).append(party)
        party.at = min(party.at, mention.span.start)
        party.places.append((mention.span.start, mention.span.end))
        found[mention.span.start, mention.span.end] = party
    for party in parties:
        party.places.sort()
        for start, end in party.places:
            _describe(party, text, start, end, language)
        if party.kind is PartyKind.PERSON and party.gender is None and party.tokens:
            party.gender = language.first_names.get(party.name.split()[0] if party.name else "")
    return found


def _match(
    mention: Mention, tokens: tuple[str, ...], parties: list[Party], text: str, language: Language
) -> Party | None:
    kind = KINDS[mention.kind]
    ranked = len(tokens) == 2 and tokens[0] in language.titles and tokens[0].capitalize() not in language.first_names
    if kind is PartyKind.PERSON and ranked and not any(p.tokens == tokens for p in parties):
        tokens = tokens[1:]  # the model's "Commodore Orlov" is the "Pavel Orlov" of before
    candidates = [party for party in parties if _same_name(tokens, mention.span.exact, kind, party)]
    if len(tokens) == 1 and tokens[0] in language.organisation_nouns:
        # "The Senate" is no "Senate Committee on Harbours".
        candidates = [party for party in candidates if _head(party.tokens) == tokens[0]]
    if not candidates:
        return _body_by_its_noun(mention, tokens, parties, text, language)
    exact = [party for party in candidates if party.tokens == tokens]
    if exact:
        return exact[0]
    if len(candidates) == 1:
        return candidates[0]
    before = [party for party in candidates if any(end <= mention.span.start for _, end in party.places)]
    form = text[max(0, mention.span.start - 5) : mention.span.start].strip().lower().removesuffix(".")
    gender: Gender | None = "m" if form.endswith("mr") else "f" if form.endswith(("mrs", "ms", "miss")) else None
    if gender is not None:
        fitting = [p for p in candidates if language.first_names.get((p.name or "").split()[0]) == gender]
        if len(fitting) == 1:
            return fitting[0]
    before = [party for party in before if not _is_only_kin(party, text, mention.span.start)] or before
    # Two bearers of one surname: the only one named before, or the only one in this paragraph; else it stays open.
    if len(before) > 1:
        begins = text.rfind("\n", 0, mention.span.start)
        before = [party for party in before if any(begins < at < mention.span.start for at, _ in party.places)]
    return before[0] if len(before) == 1 else None


def _body_by_its_noun(
    mention: Mention, tokens: tuple[str, ...], parties: list[Party], text: str, language: Language
) -> Party | None:
    """ "The Committee" is the "House Committee on Harbours" of before: of the bodies that are called so, the last one named."""
    if mention.kind is not MentionKind.ORGANISATION or len(tokens) != 1 or tokens[0] not in language.organisation_nouns:
        return None
    start = mention.span.start
    if text[max(0, start - 4) : start].lower() != "the ":
        return None
    named = [
        (max(at for _, at in party.places if at <= start), number, party)
        for number, party in enumerate(parties)
        if party.kind is PartyKind.ORGANISATION
        and len(party.tokens) > 1
        and _head(party.tokens) == tokens[0]
        and any(at <= start for _, at in party.places)
    ]
    return max(named)[2] if named else None


def _head(tokens: tuple[str, ...]) -> str:
    """The noun that a body's name turns on: "committee" of House Committee on Harbours, "party" of Port Party."""
    stop = next((i for i, token in enumerate(tokens) if token in _SMALL and i), len(tokens))
    return tokens[stop - 1]


def _is_only_kin(party: Party, text: str, before: int) -> bool:
    places = [start for start, end in party.places if end <= before]
    return bool(places) and all(_KIN_OF.search(text, max(0, start - 70), start) for start in places)


def _same_name(tokens: tuple[str, ...], words: str, kind: PartyKind, party: Party) -> bool:
    if party.tokens == tokens:
        return party.kind is kind or PartyKind.PERSON not in (party.kind, kind)
    if PartyKind.PERSON in (party.kind, kind):
        if party.kind is not kind:
            return False
        if len(tokens) == 1:
            return tokens[0] in (party.tokens[-1], party.tokens[0])
        if tokens[-1] != party.tokens[-1]:
            # "Ida L." is the Ida Lenz of before.
            return tokens[:-1] == party.tokens[:-1] and len(tokens[-1]) == 1 and party.tokens[-1].startswith(tokens[-1])
        return (
            set(tokens) <= set(party.tokens)
            or tokens[0][0] == party.tokens[0][0]
            and 1 in (len(tokens[0]), len(party.tokens[0]))
        )
    if PartyKind.PLACE_FOR_GOVERNMENT in (party.kind, kind):
        return False
    if len(tokens) == 1 and words.isupper() and len(words) > 1:
        return tokens[0] in acronyms(party.name or "")
    core = tuple(token for token in tokens if token not in _SMALL)
    whole = tuple(token for token in party.tokens if token not in _SMALL)
    if bool(core) and len(words) > 3 and whole[: len(core)] == core:
        # "Airbus" is not the "Airbus A330", nor "Polje Radio" the "Polje Radio 2".
        return not any(token[-1].isdigit() for token in whole[len(core) :])
    if len(core) < 2 or whole[-len(core) :] != core:
        return False
    rest = party.tokens[: -len(tokens)] if party.tokens[-len(tokens) :] == tokens else ()
    return not rest or rest[-1] not in _NOT_ITS_END


def _describe(party: Party, text: str, start: int, end: int, language: Language) -> None:
    """Common nouns that stand right before a name or after it in apposition ("Orlov, a spokesman")."""
    before = text[max(0, start - 60) : start]
    before = before[max(before.rfind(mark) for mark in '.;:!?\n“”"') + 1 :]
    before = _OWNER.split(before)[-1]
    words = [word.lower() for word in _NAME_WORD.findall(before)][-5:]
    title: list[str] = []
    for word in reversed(words):
        if not _is_descriptive(word, party.kind, language):
            if title or word in language.definite or word in language.indefinite:
                break
            if party.kind is PartyKind.PERSON or word in _PREPOSITIONS:
                break
            continue
        title.append(word)
        party.nouns.add(word)
    if party.kind is PartyKind.PERSON and words:
        form = words[-1].removesuffix(".")
        if form in {"mr", "sir", "lord"}:
            party.gender = "m"
        elif form in {"mrs", "ms", "miss", "lady", "dame"}:
            party.gender = "f"
    party.nouns.update(t for t in party.tokens if t in language.organisation_nouns)
    after = text[end : end + 90].split("\n")[0]
    if after.startswith((", ", " (")) and not _BEGINS_CLAUSE.search(text, max(0, start - 20), start):
        apposed = re.split(r"[,.;)]|\b(?:who|whose|which|said|told|and)\b", after[2:])[0]
        nouns = [word.lower() for word in _NAME_WORD.findall(apposed)]
        stop = next((i for i, word in enumerate(nouns) if word in _ENDS_APPOSED), len(nouns))
        for word in nouns[:stop]:
            if _is_descriptive(word, party.kind, language):
                party.nouns.add(word)
                known = language.person_nouns.get(word)
                if party.kind is PartyKind.PERSON and known is not None and known.gender is not None:
                    party.gender = known.gender


def _is_descriptive(word: str, kind: PartyKind, language: Language) -> bool:
    if kind is PartyKind.PERSON:
        return word in language.person_nouns or word.removesuffix(".") in language.titles or word in language.titles
    if kind is PartyKind.PLACE_FOR_GOVERNMENT:
        return word in _GOVERNING
    return word in language.organisation_nouns or word in {"tank", "outlet", "newspaper"}
