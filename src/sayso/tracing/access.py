"""How a root came to know what it says, and whether it speaks of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.domain.attribution import Mode, Naming, PartyKind
from sayso.domain.claim import Access
from sayso.tracing.bodies import names_body
from sayso.tracing.names import name_key
from sayso.tracing.outlet_names import is_media_name
from sayso.tracing.sources import Source
from sayso.tracing.statement import Statement

_OFFICIAL = frozenset(
    "ministry minister police policeman policemen officer officers prosecutor prosecutors government army navy court judge committee council cabinet "
    "parliament duma senate kremlin authorities authority administration department directorate inspectorate embassy ambassador consulate "
    "municipality mayor governor president premier commissioner commissariat commission official officials commander general colonel major "
    "lieutenant sheriff senator lawmaker mp congressman congresswoman deputy customs guard headquarters investigator investigators detective "
    "treasury brigade fireman firemen firefighters service board bureau prefect ombudsman ombudswoman chancellor envoy diplomat secretary state".split()
)
WITNESSES = frozenset(
    "witness witnesses eyewitness eyewitnesses resident residents neighbour neighbours neighbor neighbors worshipper worshippers villager villagers bystander "
    "bystanders onlooker onlookers passer-by passers-by passenger passengers survivor survivors local locals driver shopkeeper student students "
    "pupil teacher nurse doctor paramedic fisherman fishermen farmer gravedigger worker workers guest guests customer soldier gunner conscript "
    "refugee refugees protester protesters pensioner cleaner guard walker tenant tenants usher clerk voter voters hiker sailor sailors".split()
)
_PARTY = frozenset(
    "lawyer lawyers attorney relative relatives mother father wife husband widow widower son daughter brother sister family families parent parents "
    "detainee detainees prisoner prisoners inmate inmates victim victims suspect defendant accused plaintiff owner owners company firm plant factory "
    "employer manufacturer operator airline bank union strikers hospital school shareholder landlord organiser organisers contractor".split()
)
_MEDIA = frozenset(
    "journalist journalists reporter reporters correspondent correspondents editor editors blogger bloggers columnist broadcaster newspaper".split()
)
_PAPERS = frozenset(
    "letter document documents report indictment ruling order decree memo email survey study register record records filing contract leak".split()
)
_OWN_PEOPLE = {
    "police": "police officers officer policemen detectives",
    "army": "army troops soldiers servicemen forces units",
    "ministry": "ministry officers officials servicemen police",
    "prosecutors": "prosecutors prosecutor",
    "government": "government cabinet ministers",
    "company": "company plant firm",
    "plant": "plant works workers",
}  # fmt: skip
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|ours|my|i|me)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"\W*(?:that )?(?:he|she)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(
    r"\b(?:his|her|its|their) (?:own )?(?:officers|men|troops|soldiers|forces|units|staff|people|ministry|board|agency|service|company|party)\b",
    re.IGNORECASE,
)


def find_access(sources: Sequence[Source], statements: Iterable[Statement], *, own_voice: bool) -> Access:
    """What access a root has, from what the texts call it; UNKNOWN where they do not tell."""
    words: set[str] = set()
    for source in sources:
        words |= {source.noun, *source.noun.split()}
        if source.body is not None and (source.voice or source.noun in _OFFICIAL):
            words |= set(source.body.split())
        if source.office is not None:
            return Access.OFFICIAL
    if own_voice:
        names = " ".join(source.shown for source in sources)
        is_body = (
            names_body(names)
            and not is_media_name(names)
            and set(name_key(names).split()) & (_OFFICIAL - {"service", "board", "state"})
        )
        return Access.OFFICIAL if is_body else Access.MEDIA
    if any(source.kind is PartyKind.DOCUMENT for source in sources) or words & _PAPERS and not words & _OFFICIAL:
        return Access.DOCUMENT
    if any(source.name is not None and is_media_name(source.name) for source in sources) or words & _MEDIA:
        return Access.MEDIA
    if words & WITNESSES or _speaks_of_itself(sources, statements):
        return Access.EYEWITNESS
    if words & _OFFICIAL:
        return Access.OFFICIAL
    if any(source.kind is PartyKind.PLACE_FOR_GOVERNMENT and source.noun not in {"", "quay"} for source in sources):
        return Access.OFFICIAL
    return Access.PARTY if words & _PARTY else Access.UNKNOWN


def _speaks_of_itself(sources: Sequence[Source], statements: Iterable[Statement]) -> bool:
    """ "They made us lie on the carpet", by somebody without office or name."""
    if not all(
        source.kind is PartyKind.PERSON and source.naming is Naming.UNNAMED and source.body is None
        for source in sources
    ):
        return False
    return any(
        statement.attribution.mode is Mode.DIRECT and _FIRST_PERSON.search(statement.text) for statement in statements
    )


def is_interested(sources: Sequence[Source], statements: Iterable[Statement]) -> bool | None:
    """Whether a root speaks of itself or its own body; None where the texts do not tell who it is."""
    bodies = {source.body for source in sources if source.body}
    people = {source.person for source in sources if source.person}
    texts = [(statement, set(name_key(statement.text).split())) for statement in statements]
    for statement, content in texts:
        for body in bodies:
            words = set(body.split())
            proper = words - set(_OWN_PEOPLE)
            for noun in words & set(_OWN_PEOPLE):
                if content & set(_OWN_PEOPLE[noun].split()):
                    return True
            if proper and proper <= content or words & content & _OFFICIAL:
                return True
        if any(person.split()[-1] in content for person in people):
            return True
        mode = statement.attribution.mode
        if (people or bodies) and mode in {Mode.DIRECT, Mode.MIXED} and _FIRST_PERSON.search(statement.text):
            return True
        if (
            people
            and mode is Mode.INDIRECT
            and (_THIRD_PERSON.match(statement.text) or _POSSESSIVE.search(statement.text))
        ):
            return True
    return False if people or bodies else None
