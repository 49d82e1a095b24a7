"""Titles and offices of the persons whom both texts name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import DriftKind
from sayso.domain.document import Document
from sayso.languages.language import load_language
from sayso.languages.wording import load_wording
from sayso.languages.words import load_words
from sayso.tracing.drift.change import Change, passage, quote
from sayso.tracing.drift.view import View
from sayso.tracing.names import agree, body_key

BEFORE, AFTER = 90, 110
"""Code points before and after a name in which its bearer's title may stand."""
MOST_PLACES = 60
"""Places of a text at which a name is looked at; who somebody is, is told at the first ones."""
_ADDRESS = frozenset(
    "mr mr. mrs mrs. ms ms. miss mx sir dame dr dr. doctor prof prof. professor madam saint father brother sister mother".split()
)
_EARLY_PREFIX = re.compile(r"\b([Dd]eputy|[Ff]ormer|[Ee]x|[Aa]cting|[Ii]nterim|[Rr]etired)[ -](?:[\w’'-]+ ){1,2}$")
_OF_BODY = re.compile(r"\b(?:of|for|at|to)\s+(?:the\s+|an?\s+)?(?:[A-Z][\w’'-]*\s+)*$")
_SERVES = re.compile(r"\b(?:adviser|advisor|aide|assistant|secretary to)$")
_BREAK = re.compile(r"[.!?;:\n“”\"]\s|\n|[;“”\"]")
_WORD = re.compile(r"\w+")
_BODY = r"(?P<body>(?:the )?[^,;.()]{2,80}?)"


@dataclass(frozen=True, slots=True)
class Role:
    """A title with what changes its meaning ("deputy", "former") and the body that it is of, where the words tell."""

    title: str
    prefixes: frozenset[str]
    body: str | None
    start: int
    end: int


def compare_roles(upstream: View, downstream: View) -> Iterator[Change]:
    """Persons of the one whom the other gives an office that contradicts the first."""
    for surname in _persons(downstream):
        earlier = roles(upstream.statement.document, surname, upstream.code)
        for role in roles(downstream.statement.document, surname, downstream.code):
            if any(_compatible(role, other, downstream.code) for other in earlier):
                continue
            against = next((other for other in earlier if _contradict(role, other, downstream.code)), None)
            if against is None:
                continue
            source = passage(upstream.statement.document, against.start, against.end)
            to = passage(downstream.statement.document, role.start, role.end)
            why = f"{quote(source)} became {quote(to)}: another office."
            yield Change(DriftKind.ROLE_CHANGED, source, to, why, _key(against, role), _key(role, against))
            return


def _key(role: Role, other: Role) -> str:
    """An office as a copy is asked for it: with the body only where that is what changed."""
    body = role.body or "" if role.title == other.title else ""
    return " ".join((*sorted(role.prefixes), role.title, body)).strip()


def _persons(view: View) -> list[str]:
    """Surnames, as written, of the persons in a statement's chain or content."""
    found: dict[str, None] = {}
    for hop in view.statement.attribution.chain:
        if hop.name and hop.naming is Naming.NAMED and hop.kind is PartyKind.PERSON:
            found[hop.name.split()[-1]] = None
        if hop.source is not None and (apposed := re.search(r", ([A-Z][\w’-]+)$", hop.source.exact)):
            found[apposed.group(1)] = None
    text = view.statement.document.text
    for name in view.names:
        written = text[name.start : name.end].split()
        if written and len(name.key.split()) <= 3 and written[-1][:1].isupper():
            found[written[-1].removesuffix("'s").removesuffix("’s")] = None
    return list(found)


@lru_cache(maxsize=512)
def roles(document: Document, surname: str, code: str) -> tuple[Role, ...]:
    """The offices that a document gives to the bearer of a surname."""
    found: dict[tuple[str, frozenset[str], str | None], Role] = {}
    for match in islice(re.finditer(rf"\b{re.escape(surname)}\b", document.text), MOST_PLACES):
        for role in (
            *_before(document.text, match.start(), match.end(), code),
            *_after(document.text, match.end(), code),
        ):
            found.setdefault((role.title, role.prefixes, role.body), role)
    return tuple(found.values())


@lru_cache(maxsize=8)
def _titles(code: str) -> re.Pattern[str]:
    titles = sorted(_title_words(code), key=len, reverse=True)
    prefixes = "|".join(map(re.escape, sorted(load_wording(code).role_prefixes, key=len, reverse=True)))
    return re.compile(
        rf"\b(?P<prefix>(?:(?:{prefixes})[ -])*)(?P<title>{'|'.join(map(re.escape, titles))})(?!['’]s\b)(?=\W|$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _title_words(code: str) -> frozenset[str]:
    language, wording = load_language(code), load_wording(code)
    plain = {noun for noun, known in language.person_nouns.items() if known.number == "sg"}
    plain -= {noun for noun in plain if wording.standing.get(noun) == 1 or noun in wording.everybody}
    return frozenset((language.titles | plain) - _ADDRESS - wording.everybody)


@lru_cache(maxsize=8)
def _first_words(code: str) -> frozenset[str]:
    """The words with which titles begin, and what stands before them."""
    begins = (*_title_words(code), *load_wording(code).role_prefixes)
    return frozenset(_WORD.findall(begin.lower())[0] for begin in begins)


def _find_titles(words: str, code: str) -> Iterator[re.Match[str]]:
    """The titles in some words. Held against each of eight hundred only where one may begin, they are found in a tenth of the time."""
    firsts, titles = _first_words(code), _titles(code)
    free = 0
    for word in _WORD.finditer(words):
        if word.start() >= free and word.group().lower() in firsts:
            found = titles.match(words, word.start())
            if found is not None:
                yield found
                free = found.end()


def _before(text: str, start: int, end: int, code: str) -> Iterator[Role]:
    """ "Deputy Interior Minister Pavel Drozd", "MCS head Prokhov", "the head of the MCS, Viktor Sablin"."""
    low = max(0, start - BEFORE)
    window = text[low:start]
    for cut in _BREAK.finditer(window):
        low = max(low, max(0, start - BEFORE) + cut.end())
    window = text[low:start]
    given = re.search(r"(?:[A-Z][\w’'-]*\.?\s+){0,2}$", window)
    base = window[: given.start()] if given else window
    for words in dict.fromkeys((window, base)):
        found = [m for m in _find_titles(words, code) if not _OF_BODY.search(words, 0, m.start())]
        if not found:
            continue
        last = found[-1]
        gap = words[last.end() :]
        of = re.fullmatch(rf"\s*(?:of|at|for|in) {_BODY},\s*", gap)
        if of is not None:
            yield _role(last, _body(of["body"], code), low, end)
            return
        if re.fullmatch(r"\s*(?:[A-Z][\w’'.-]*\s*){0,2}|,\s+", gap):
            yield _role(last, _leading_body(words[: last.start()], code), low, end)
            return


def _after(text: str, end: int, code: str) -> Iterator[Role]:
    """ "Gennady Prokhov, the chairman of the Federal Inquiry Office," and "Prokhov, who heads the MCS,"."""
    window = text[end : end + AFTER]
    stop = re.search(r"[.!?;:](?:\s|$)|\n", window)
    window = window[: stop.start()] if stop else window
    opening = re.match(r"(?:’s|'s)?\s*(?:,|\(|—|–)\s*(?:an?|the|its|their|his|her)?\s*", window, re.IGNORECASE)
    if opening is None:
        return
    lead = window[opening.end() :]
    for match in _find_titles(lead, code):
        if not re.fullmatch(r"(?:[\w’'.-]+\s+){0,4}", lead[: match.start()]) or "," in lead[: match.start()]:
            return
        of = re.match(
            r"\s*(?:of|at|for|in) (?P<body>[^,;()]{2,80}?)(?=,|\)|—|–|$| (?:who|said|told|has|had|was|is|and)\b)",
            lead[match.end() :],
        )
        body = _body(of["body"], code) if of else _leading_body(lead[: match.start()], code)
        stop_at = match.end() + (of.end() if of else 0)
        start = end + opening.end()
        yield Role(_title(match), _prefixes(match), body, start + match.start(), start + stop_at)
        return
    heads = re.match(rf"who (?:{'|'.join(load_wording(code).heading)}) (?P<body>[^,;()]{{2,80}}?)(?=,|\)|$)", lead)
    if heads is not None:
        start = end + opening.end()
        yield Role("head", frozenset(), _body(heads["body"], code), start, start + heads.end())


def _role(match: re.Match[str], body: str | None, low: int, end: int) -> Role:
    """A role whose prefix may stand some words before its title: "deputy customs chief"."""
    early = _EARLY_PREFIX.search(match.string, 0, match.start())
    words = early.group(1) if early is not None else ""
    start = early.start() if early is not None else match.start()
    return Role(_title(match), _prefixes(match, words), body, low + start, end)


def _title(match: re.Match[str]) -> str:
    title = match["title"].lower()
    for prefix in ("first deputy ", "deputy ", "former ", "acting ", "ex-", "interim ", "vice ", "vice-"):
        title = title.removeprefix(prefix)
    return title


def _prefixes(match: re.Match[str], before: str = "") -> frozenset[str]:
    words = f"{before} {match['prefix']}{match['title']}".lower().replace("-", " ").split()
    if _SERVES.search(match["title"].lower()):
        words.append("aide")
    told = {
        "former": "former",
        "ex": "former",
        "late": "former",
        "deputy": "deputy",
        "vice": "deputy",
        "acting": "acting",
        "interim": "acting",
    }
    told |= {"outgoing": "former", "retired": "former", "assistant": "deputy"}
    told |= dict.fromkeys(("department", "section", "branch", "shift"), "part")
    told["aide"] = "aide"
    found = {told[word] for word in words if word in told}
    if "vice president" in match["title"].lower() or "vice-president" in match["title"].lower():
        found.add("deputy")
    return frozenset(found)


def _body(words: str, code: str) -> str | None:
    names = re.findall(r"[A-Z][\w’'-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w’'-]*)*", words)
    if names:
        return body_key(max(names, key=len), load_words(code))
    plain = re.match(r"(?:the|a|an|its|their) ([a-z][\w-]+)", words)
    return plain.group(1) if plain else None


def _leading_body(words: str, code: str) -> str | None:
    """The body right before a title: "MCS head", "Interior Ministry spokesman"."""
    owner = re.search(r"\b(?:the|a|an|its|their|[\w-]+['’]s)\s+(?:[\w-]+\s+)?([a-z][\w-]+)['’]s?\s+$", words)
    if owner is not None and owner.group(1) not in {"country", "state", "nation"}:
        return owner.group(1)
    found = re.search(r"((?:[A-Z][\w’'-]*\s+(?:(?:of|for|the|and)\s+)*)*[A-Z][\w’'-]*)(?:’s|'s)?\s+$", words)
    if found is None:
        return None
    key = body_key(found.group(1), load_words(code))
    if key.split()[0] in load_wording(code).role_prefixes:
        return None
    demonyms = {name.lower() for name in load_language(code).demonyms}
    return None if key in demonyms or key in {"the", "a"} else key


def _compatible(one: Role, two: Role, code: str) -> bool:
    return not _contradict(one, two, code) and _same_title(one, two, code)


def _same_title(one: Role, two: Role, code: str) -> bool:
    groups = load_wording(code).role_groups
    first, second = groups.get(one.title, one.title), groups.get(two.title, two.title)
    return first == second or first.endswith(f" {second}") or second.endswith(f" {first}")


def _contradict(one: Role, two: Role, code: str) -> bool:
    """Whether nobody can be both: two offices, two ranks, two posts in one body, a post in two, a former or a deputy holder."""
    language, wording = load_language(code), load_wording(code)
    if _same_title(one, two, code):
        if one.prefixes != two.prefixes:
            return True
        return bool(one.body and two.body) and not _bodies_agree(one.body or "", two.body or "")
    if "aide" in one.prefixes ^ two.prefixes and {one.title, two.title} & language.offices:
        return True  # "the mayor's adviser", "the mayor"
    if one.body and two.body and _bodies_agree(one.body, two.body):
        return True
    if one.title in wording.ranks and two.title in wording.ranks:
        return not (one.title.endswith("general") and two.title.endswith("general"))
    return one.title in language.offices and two.title in language.offices


def _bodies_agree(one: str, two: str) -> bool:
    return agree(one, two) or bool(
        set(one.split()) & set(two.split()) - {"of", "the", "for", "and", "federal", "service", "ministry", "office"}
    )
