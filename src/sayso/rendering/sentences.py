"""A lineage in sentences: how many and who, how we know, what changed, why roots count as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Access, Claim, Collapse, Drift, DriftKind, Flag, Lineage, Occurrence, RelayKind, Root
from sayso.languages.language import is_read
from sayso.languages.untold import tells_who
from sayso.rendering.safe import safe_line
from sayso.rendering.words import LONGEST_CONTENT, shortened

SHORT = 48
"""Characters up to which words are set against each other; of longer ones the reason tells what changed."""
_DESCRIBED = 2  # roots that the headline says more of than a name
_NAMED = 3

_OFFICIALS = {
    PartyKind.PERSON: "an official",
    PartyKind.GROUP: "officials",
    PartyKind.ORGANISATION: "an official body",
    PartyKind.DOCUMENT: "an official document",
    PartyKind.PLACE_FOR_GOVERNMENT: "a government",
    PartyKind.UNKNOWN: "an official source",
}
_ACCESS = {
    Access.EYEWITNESS: "an eyewitness",
    Access.PARTY: "a party to the matter",
    Access.DOCUMENT: "a document",
    Access.MEDIA: "a newsroom",
}
_LOST = frozenset({DriftKind.HEDGE_LOST, DriftKind.ATTRIBUTION_LOST, DriftKind.NUMBER_BOUND_LOST})
_WORST = (
    DriftKind.POLARITY_FLIPPED,
    DriftKind.ACTOR_CHANGED,
    DriftKind.NUMBER_CHANGED,
    DriftKind.UNIT_CHANGED,
    DriftKind.SCOPE_CHANGED,
    DriftKind.SOURCE_RAISED,
    DriftKind.ATTRIBUTION_LOST,
    DriftKind.ROLE_CHANGED,
    DriftKind.PLACE_CHANGED,
    DriftKind.TIME_CHANGED,
    DriftKind.STANCE_HARDENED,
    DriftKind.HEDGE_LOST,
    DriftKind.NUMBER_BOUND_LOST,
    DriftKind.HEADLINE_EXCEEDS_TEXT,
    DriftKind.STANCE_SOFTENED,
    DriftKind.HEDGE_ADDED,
)


def counted(number: int, noun: str) -> str:
    """ "1 document", "2 documents"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def roots_counted(claim: Claim) -> str:
    """ "1 root", "1–2 roots", "no root found"."""
    if claim.roots_max == 0:
        return "no root found"
    if claim.roots_min == claim.roots_max:
        return counted(claim.roots_max, "root")
    return f"{claim.roots_min}–{claim.roots_max} roots"


def headline(lineage: Lineage, numbers: Mapping[str, int] | None = None) -> str:
    """The sentence that counts: "38 documents, 31 outlets, 1 root: Oleg Tarn, an official about their own agency."

    `numbers` gives the roots their order.
    """
    claim = lineage.claim
    counts = ", ".join((counted(claim.documents, "document"), counted(claim.outlets, "outlet"), roots_counted(claim)))
    roots = sorted(lineage.roots, key=lambda root: (numbers or {}).get(root.id, 0))
    if not roots:
        return f"{counts}."
    if len(roots) <= _DESCRIBED:
        names = "; ".join(root_words(root) for root in roots)
    else:
        shown = roots if len(roots) == _NAMED else roots[: _NAMED - 1]
        names = ", ".join(shortened(party_name(root.name), 80) for root in shown)
        if len(shown) < len(roots):
            names += f" and {len(roots) - len(shown):,} more"
    return f"{counts}: {names}."


def root_words(root: Root) -> str:
    """Who a root is: its name, what it is, and whether it speaks of itself."""
    return ", ".join(word for word in (shortened(party_name(root.name), 80), root_nature(root)) if word)


def root_nature(root: Root) -> str:
    """What a root is, without its name: "an official about their own agency, unnamed"; empty where nothing is known."""
    unnamed = "unnamed" if root.naming is Naming.UNNAMED else ""
    return ", ".join(word for word in (_noun(root), unnamed) if word)


def roots_alike(roots: Sequence[Root]) -> list[tuple[Root, int]]:
    """Roots that a list would call the same, as one, with how many they are: two presentations that may be one are both "internal presentation"."""
    found: dict[tuple[str, str, bool | None], list[Root]] = {}
    for root in roots:
        found.setdefault((party_name(root.name), root_nature(root), root.interested), []).append(root)
    return [(same[0], len(same)) for same in found.values()]


def party_name(name: str) -> str:
    """A node's name; of a bare pronoun that the text does not tell who it is, and "nobody named" where there is nothing."""
    words = safe_line(name)
    return f"{words} (not told who)" if words and not tells_who(name) else words or "nobody named"


def _noun(root: Root) -> str:
    if root.access is Access.OFFICIAL:
        noun = _OFFICIALS[root.kind]
    else:
        noun = _ACCESS.get(root.access, "")
        if root.access is Access.EYEWITNESS and root.kind is PartyKind.GROUP:
            noun = "eyewitnesses"
    if not root.interested:
        return noun
    if root.kind is PartyKind.PERSON and root.access is Access.OFFICIAL:
        about = "about their own agency"
    elif root.kind is PartyKind.DOCUMENT:
        about = "of the party that it is about"
    elif root.kind in (PartyKind.PERSON, PartyKind.GROUP):
        about = "about themselves"
    else:
        about = "about itself"
    return f"{noun} {about}".strip()


def chain_words(chain: Sequence[str]) -> str:
    """Who says it, outermost first: "Harbour Institute › the insider (unnamed)"; empty in the outlet's own voice."""
    return " › ".join(_hop_words(hop) for hop in chain)


def told_by(occurrence: Occurrence, language: str | None) -> str:
    """Who says it, or that it is the outlet's own voice; of a document in a language that is not read, that nobody knows."""
    if words := chain_words(occurrence.chain):
        return words
    return "in its own voice" if is_read(language) else f"not read ({language})"


def _hop_words(hop: str) -> str:
    words = shortened(safe_line(hop), 80)
    naming, colon, name = words.partition(": ")
    if colon and naming in set(Naming):
        return f"{name} ({naming})" if tells_who(name) else party_name(name)
    return words


def relay_words(kinds: Iterable[RelayKind]) -> str:
    """How we know: "names it, link"."""
    return ", ".join(kind.value.replace("-", " ") for kind in kinds)


def drift_kind(kind: DriftKind) -> str:
    """ "hedge lost"."""
    return kind.value.replace("-", " ")


def drift_words(drift: Drift) -> str:
    """What changed: "hedge lost: “possibly” → nothing"; the reason where the words are too long to set side by side."""
    change = drift_change(drift) or shortened(safe_line(drift.why), LONGEST_CONTENT)
    return f"{drift_kind(drift.kind)}: {change}" if change else drift_kind(drift.kind)


def drift_label(drift: Drift) -> str:
    """The same in as few words as there are: without the reason."""
    change = drift_change(drift)
    return f"{drift_kind(drift.kind)}: {change}" if change else drift_kind(drift.kind)


def drift_change(drift: Drift) -> str:
    """The words before and after; empty where they are too long, or where a headline is held against its own text."""
    return "" if drift.source is None else _change(drift.kind, drift.source.exact, drift.to.exact)


@lru_cache(maxsize=4096)
def _change(kind: DriftKind, before: str, after: str) -> str:
    """Kept: a page says each several times."""
    before, after = safe_line(before), safe_line(after)
    if kind in _LOST and _is_short(before) and not _share_a_word(before, after):
        return f"“{before}” → nothing"
    if kind is DriftKind.HEDGE_ADDED and _is_short(after) and not _share_a_word(before, after):
        return f"nothing → “{after}”"
    if before == after:
        return ""
    if not (_is_short(before) and _is_short(after)):
        before, after = _differing(before, after)
    return f"“{before}” → “{after}”" if _is_short(before) and _is_short(after) else ""


def _differing(before: str, after: str) -> tuple[str, str]:
    """Two wordings without the words that both begin and end with; an ellipsis stands for those."""
    one, other = before.split(), after.split()
    shortest = min(len(one), len(other))
    head = next((place for place in range(shortest) if one[place] != other[place]), shortest)
    rest = shortest - head
    tail = next((place for place in range(rest) if one[-1 - place] != other[-1 - place]), rest)
    ends = ("… " if head else "", " …" if tail else "")
    cut = [" ".join(words[head : len(words) - tail]) for words in (one, other)]
    if not all(cut):  # nothing but added or taken away: the reason says it better
        return before, after
    return f"{ends[0]}{cut[0]}{ends[1]}", f"{ends[0]}{cut[1]}{ends[1]}"


def _is_short(words: str) -> bool:
    return 0 < len(words) <= SHORT


def _share_a_word(before: str, after: str) -> bool:
    return not set(before.casefold().split()).isdisjoint(after.casefold().split())


def inherited_words(drift: Iterable[Drift]) -> str:
    """ "hedge lost, number bound lost": each kind once."""
    return ", ".join(dict.fromkeys(drift_kind(item.kind) for item in drift))


def worst_drift(lineage: Lineage) -> DriftKind | None:
    """The gravest change that a document introduced: what is said comes before who says it, and that before how surely."""
    return gravest(drift.kind for drift in lineage.drift if drift.introduced)


def gravest(kinds: Iterable[DriftKind]) -> DriftKind | None:
    """The gravest of some changes."""
    return min(kinds, key=_WORST.index, default=None)


def collapse_words(collapse: Collapse, names: Mapping[str, str]) -> str:
    """Which roots are counted as one; `names` are nodes' names by id. The reason is not in it."""
    sure = "certainly one" if collapse.certain else "probably one"
    joined = [f"“{names[id]}”" if id in names else "one more" for id in (collapse.kept, collapse.merged)]
    return f"{sure}: {' and '.join(joined)}"


def flag_words(flag: Flag, names: Mapping[str, str]) -> str:
    """ "cycle: The Quay → Port News"; the reason is not in it."""
    source, to = (names.get(id) or safe_line(id) for id in (flag.source, flag.to))
    return f"{flag.kind.value.replace('-', ' ').replace('than source', 'than its source')}: {source} → {to}"


def aside(why: str) -> str:
    """A reason behind what it is the reason of: " (it is dated a day before)"; empty where there is none."""
    said = safe_line(why).rstrip(".")
    return f" ({said})" if said else ""


def why_title(claim: Claim) -> str:
    """The question that the collapses answer: "Why 1?", "Why 1–2?"."""
    if claim.roots_min == claim.roots_max:
        return f"Why {claim.roots_max}?"
    return f"Why {claim.roots_min}–{claim.roots_max}?"
