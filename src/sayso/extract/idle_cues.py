"""Cues that only look like somebody's saying: "the ruling disappointed many", "as far as Lenz is concerned", "it is impossible to say"."""

from __future__ import annotations

import re

from sayso.domain.mention import Mention, MentionKind
from sayso.extract.nesting import Link
from sayso.extract.ranges import Range
from sayso.languages.language import Language
from sayso.languages.lemmas import lemmatise_cue

_MOVED = re.compile(
    r"(?:(?:has|have|had|also|\w+ly)\s+)*(?:disappointed|angered|surprised|shocked|pleased|upset|alarmed|outraged|delighted|infuriated|saddened|"
    r"stunned|dismayed|embarrassed|frustrated|annoyed|disturbed|irritated|enraged|puzzled|frightened|horrified)",
    re.IGNORECASE,
)
"""Of "the ruling disappointed many": who feels it stands behind the verb, and the ruling says nothing."""

_BEHIND = re.compile(r"\s+(?:that|at|by|about|over|with|to|when|because)\b", re.IGNORECASE)
_AS_FAR_AS = re.compile(r"\b(?:as|so|in) far as $", re.IGNORECASE)
_CONCERNED = re.compile(r"(?:is|are|was|were) concerned|concerned", re.IGNORECASE)
_OF = re.compile(r".* of", re.IGNORECASE)
_WOULD_EXPLAIN = re.compile(r"(?:would|could|might|may|will|does|did|can|helps?(?:\s+to)?)\s+explain", re.IGNORECASE)
_TO_BLAME = re.compile(r"(?:(?:is|are|was|were|be|been|being|partly|also|\w+ly)\s+)+to blame(?:\s+for)?", re.IGNORECASE)
""" "Gas was to blame for the blast": somebody else may say so, the gas does not."""

_IDLE_WITH = tuple(
    (
        re.compile(rf"(?:(?:has|have|had|will|would|may|to|also|\w+ly)\s+)*(?:{verb})", re.IGNORECASE),
        re.compile(rf"\W*(?:[\w’'-]+\s+){{0,3}}?(?:{noun})\b(?!\s+that\b)", re.IGNORECASE),
    )
    for verb, noun in (
        ("show(?:s|ed|n|ing)?", "symptoms?|signs of (?:illness|infection|disease|wear|damage)|flu|injuries"),
        ("conced(?:e|es|ed|ing)", "race|election|defeat|goals?|penalt(?:y|ies)|match|game|seat|title"),
        (
            "creat(?:e|es|ed|ing)|caus(?:e|es|ed|ing)|spark(?:s|ed|ing)?|stir(?:s|red)?",
            "controversy|confusion|outrage|debate|uproar|fears?|concerns?",
        ),
        (
            "provid(?:e|es|ed|ing)|giv(?:e|es|ing)|gave|set(?:s|ting)?",
            "examples?|list|copy|copies|photographs?|details|services?|shelter",
        ),
        ("c[ao]me(?:s)? forward|coming forward", "to [a-z]+"),
    )
)
"""Verbs that say nothing with these nouns behind them: "showed flu-like symptoms", "conceded the race", "created controversy"."""

_GOT_A_LETTER = re.compile(r"(?:(?:has|have|had|also)\s+)*receiv(?:e|es|ed|ing)(?:\s+(?:an?|the))?$", re.IGNORECASE)
_LETTER = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}?(?:letters?|messages?|e-?mails?|notes?|cards?|parcels?)\b")
""" "She received a letter with the words “…”": the letter says it, and not she."""

_NAMED = re.compile(
    r"(?:is|are|was|were|been|being)\s+(?:\w+ly\s+|later\s+|also\s+)*(?:named|elected|crowned|appointed)", re.IGNORECASE
)
""" "He was later named captain": what he became, and nobody's words."""

_NAMED_AS = re.compile(r"\W*(?:as|by|in|after|for|the suspect|suspects?)\b", re.IGNORECASE)

_IT_IS = re.compile(
    r"\s*(?:(?:is|was|be|been|has|had|will|would|may|now|still|also|not|yet|\w+ly)\s+)*(?:im)?(?:possible|clear|likely|evident|obvious|"
    r"apparent|certain|true|known|hard|difficult|easy|unclear|unlikely|uncertain|unknown|untrue)\b",
    re.IGNORECASE,
)

_IT_EMERGED = re.compile(
    r"(?:(?:has|have|had|also|later|since|now|soon|only|\w+ly)\s+)*(?:emerge[sd]?|transpire[sd]?|turn(?:s|ed)\s+out|seem(?:s|ed)|appear(?:s|ed))",
    re.IGNORECASE,
)


def is_idle(text: str, link: Link, inside: list[Mention], language: Language) -> bool:
    """Whether nobody says anything by a link's cue; `inside` are the mentions in its source and content."""
    assert link.cue is not None
    cue = text[slice(*link.cue)]
    if cue.endswith("ly") and cue.isalpha() and lemmatise_cue(cue, language).entry is None:
        return True  # "criticised for verbally pandering"
    if _TO_BLAME.fullmatch(cue) and (link.source is None or link.source[1] <= link.cue[0]):
        return True
    if _GOT_A_LETTER.fullmatch(cue) and _LETTER.match(text, link.cue[1]):
        return True
    after = next((span for span in link.content if span[0] >= link.cue[1]), None)
    if after is not None and after[0] - link.cue[1] <= 1:
        if any(verb.fullmatch(cue) and noun.match(text, *after) for verb, noun in _IDLE_WITH):
            return True
        if link.source is None and _NAMED.fullmatch(cue) and not _NAMED_AS.match(text, *after):
            return True
    if link.source is None:
        return _OF.fullmatch(cue) is not None and _is_a_person(link.content, inside)
    behind = any(0 <= start - link.cue[1] <= 1 for start, _ in link.content)
    if _MOVED.fullmatch(cue) and link.source[1] <= link.cue[0] and behind and not _BEHIND.match(text, link.cue[1]):
        return True
    if _CONCERNED.fullmatch(cue) and _AS_FAR_AS.search(text, max(0, link.source[0] - 12), link.source[0]):
        return True
    if not _WOULD_EXPLAIN.fullmatch(cue) or not behind:
        return False
    named = [m for m in inside if link.source[0] <= m.span.start < link.source[1]]
    words = text[slice(*link.source)].lower().split()
    speaks = any(
        word in known for word in words for known in (language.person_nouns, language.pronouns, language.titles)
    )
    return not named and not speaks and bool(words) and words[-1] not in language.organisation_nouns


def _is_a_person(content: tuple[Range, ...], inside: list[Mention]) -> bool:
    """ "The allegations of Lenz": what is said is not Lenz; he says it."""
    return len(content) == 1 and any(
        m.kind is MentionKind.PERSON and (m.span.start, m.span.end) == content[0] for m in inside
    )


def is_nobodys_it(text: str, source: Range, cue: Range) -> bool:
    """Whether "it" only opens the sentence: "it is impossible to say", "…, it has emerged"."""
    if text[slice(*source)].lower() != "it" or source[1] > cue[0]:
        return False
    return _IT_IS.match(text, source[1]) is not None or _IT_EMERGED.fullmatch(text, *cue) is not None
