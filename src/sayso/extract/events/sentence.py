"""A sentence's words with what each of them is, as far as closed classes and forms tell: no tagger runs here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.extract.events.forms import ING, PAST
from sayso.extract.events.lexicon import Lexicon
from sayso.extract.ranges import Range

_TOKEN = re.compile(
    r"(?P<word>\d+/\d[\d/]*|\d{1,3}(?:,\d{3})+(?![\d,]*\d)|[^\W_](?:[^\W_]|[-.&](?=[^\W_])|['’](?=[^\W_])(?!(?:s|re|ve|ll|d|m)\b))*)"
    r"|(?P<clip>['’](?:re|ve|ll|d|m)\b)|(?P<has>['’]s?(?=\W|$))|(?P<mark>[^\w\s]|_)"
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|[-.&](?=[^\W_])|['’](?=[^\W_])(?!(?:s|re|ve|ll|d|m)\b))*")
_NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_CUT = {"can't": "can", "won't": "will", "shan't": "shall"}
_QUOTES = frozenset('"“”«»')


class Tag(StrEnum):
    """What a word is; `WORD` is every noun and adjective, and every verb is one of the last four."""

    DET = "det"
    PREP = "prep"
    PRON = "pron"
    CONJ = "conj"
    SUB = "sub"
    REL = "rel"
    TO = "to"
    ADV = "adv"
    NEG = "neg"
    NUM = "num"
    TIME = "time"
    MARK = "mark"
    WORD = "word"
    AUX = "aux"
    MODAL = "modal"
    VERB = "verb"
    ING = "ing"


VERBAL = frozenset({Tag.AUX, Tag.MODAL, Tag.VERB, Tag.ING})
NOMINAL = frozenset({Tag.DET, Tag.NUM, Tag.WORD, Tag.PRON})


@dataclass(slots=True)
class Token:
    """One word or mark. `owns`: a possessive ending follows it; `lemma` is a verb's dictionary form."""

    text: str
    lower: str
    start: int
    end: int
    tag: Tag = Tag.WORD
    owns: bool = False
    lemma: str = ""
    past: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """The words of one sentence, in order."""

    tokens: Sequence[Token]
    lowers: Sequence[str]
    words: frozenset[str]
    asks: bool

    def __len__(self) -> int:
        return len(self.tokens)

    def tag(self, at: int) -> Tag | None:
        """What the word at this place is; None outside of the sentence."""
        return self.tokens[at].tag if 0 <= at < len(self.tokens) else None

    def lower(self, at: int) -> str:
        """The word at this place in lower case; "" outside of the sentence."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def is_quote(self, at: int) -> bool:
        """Whether a quotation mark stands there."""
        return self.lower(at) in _QUOTES


def read_sentence(text: str, start: int, end: int, times: Iterable[Range], lexicon: Lexicon) -> Sentence:
    """The sentence `text[start:end]`; `times` are the places of its dates."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        words = match.group()
        if match.lastgroup == "has" and tokens and tokens[-1].end == match.start() and tokens[-1].text[-1].isalnum():
            if words[1:] or tokens[-1].lower.endswith("s"):
                tokens[-1].owns = True
                tokens[-1].end = match.end()
            continue
        lower = words.lower().replace("’", "'")
        if lower.endswith("n't"):
            token = Token(words, _CUT.get(lower, lower[:-3]), match.start(), match.end(), negated=True)
        elif lower == "cannot":
            token = Token(words, "can", match.start(), match.end(), negated=True)
        else:
            token = Token(words, lower, match.start(), match.end())
        if match.lastgroup == "mark":
            token.tag = Tag.MARK
        tokens.append(token)
    _close(tokens, lexicon)
    for low, high in times:
        for token in tokens:
            if low <= token.start and token.end <= high:
                token.tag = Tag.TIME
    _find_verbs(tokens, lexicon)
    stripped = text[start:end].rstrip("”\"’' ")
    lowers = [token.lower for token in tokens]
    return Sentence(tokens, lowers, frozenset(lowers), stripped.endswith("?"))


def words_of(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch of text in lower case, as `read_sentence` parts them."""
    return frozenset(" ".join(_WORD.findall(text, start, end)).lower().replace("’", "'").split())


def _close(tokens: Sequence[Token], lexicon: Lexicon) -> None:
    """Closed classes."""
    syntax = lexicon.syntax
    for at, token in enumerate(tokens):
        word = token.lower
        if word not in lexicon.closed and not word.endswith("ly") and not word[:1].isdigit():
            continue  # two words of three
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if token.tag is Tag.MARK:
            continue
        if _NUMBER.match(word):
            token.tag = (
                Tag.TIME if _YEAR.match(word) and at and tokens[at - 1].lower in ("of", "in", "since") else Tag.NUM
            )
        elif word in ("likely", "unlikely"):
            token.tag = Tag.WORD if following == "to" else Tag.ADV
        elif (
            word in syntax.be
            or word in syntax.have
            or word in syntax.do
            or word in ("'m", "'re", "'ve")
            or word in syntax.get
        ):
            token.tag = Tag.AUX
        elif (word in syntax.future or word in syntax.modals) and not (word == "may" and token.text == "May"):
            token.tag = Tag.MODAL
        elif word in syntax.negations or word == "no" and following == "longer":
            token.tag = Tag.NEG
        elif word == "to":
            token.tag = Tag.TO
        elif word in syntax.relatives and word != "that":
            token.tag = Tag.REL
        elif word == "that":
            token.tag = Tag.SUB
        elif word in syntax.determiners and not (
            word in {"this", "those", "these", "each", "all", "both"} and not following.isalnum()
        ):
            token.tag = Tag.DET
        elif word in syntax.pronouns:
            token.tag = Tag.PRON
        elif word in syntax.conjunctions and not (word == "yet" and following == "to"):
            token.tag = Tag.CONJ
        elif word in syntax.subordinators:
            token.tag = Tag.SUB
        elif word in syntax.prepositions:
            token.tag = Tag.PREP
        elif word in lexicon.language.number_words and word not in {"second", "minute"}:
            token.tag = Tag.NUM
        elif word in syntax.adverbs or (
            word.endswith("ly") and word not in syntax.no_adverbs and not token.text[0].isupper()
        ):
            token.tag = Tag.ADV
        if word in {"those", "these", "this"} and following in {"who", "which", "that"}:
            token.tag = Tag.PRON
        if word in {"those", "these"} and following in lexicon.verbs and following.endswith(("ed", "en")):
            token.tag = Tag.PRON


def _find_verbs(tokens: Sequence[Token], lexicon: Lexicon) -> None:
    for at, token in enumerate(tokens):
        if token.tag is Tag.TO:
            if not _infinitive(tokens, at, lexicon):
                token.tag = Tag.PREP
            continue
        if token.tag is not Tag.WORD or token.owns:
            continue
        readings = lexicon.verbs.get(token.lower)
        if (
            token.lower == "forces"
            and at
            and tokens[at - 1].lower in ("security", "armed", "special", "government", "police")
        ):
            continue
        if readings is None:
            _unknown_verb(tokens, at)
            continue
        form = _fitting(tokens, at, {kind for _, kind in readings})
        if form is None:
            continue
        token.tag = Tag.ING if form == ING else Tag.VERB
        token.past = form == PAST
        token.lemma = next(lemma for lemma, kind in readings if kind == form)


def _unknown_verb(tokens: Sequence[Token], at: int) -> None:
    """A word that no list holds, where its place or its ending says that it is a verb."""
    token, before = tokens[at], _before(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    tag = before.tag if before else None
    if token.lower.endswith("ed") and len(token.lower) > 4 and not token.text[0].isupper():
        attributive = (
            following is not None
            and following.tag in (Tag.WORD, Tag.AUX)
            and tag in (Tag.DET, Tag.PREP, Tag.NUM, Tag.TO, None, Tag.ADV, Tag.SUB, Tag.VERB)
        )
        if not attributive and not token.lower.startswith("un") and not (before and before.owns):
            token.tag, token.past, token.lemma = Tag.VERB, True, token.lower.removesuffix("ed")
    elif tag in (Tag.MODAL, Tag.TO):
        token.tag, token.lemma = Tag.VERB, token.lower
    elif token.lower.endswith("ing") and before is not None and before.tag is Tag.AUX and len(token.lower) > 5:
        token.tag, token.lemma = Tag.ING, token.lower.removesuffix("ing")


def _before(tokens: Sequence[Token], at: int) -> Token | None:
    """The word before, adverbs and negations passed over."""
    place = at - 1
    while place >= 0 and tokens[place].tag in (Tag.ADV, Tag.NEG):
        place -= 1
    return tokens[place] if place >= 0 else None


def _infinitive(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    place = at + 1
    while place < len(tokens) and tokens[place].tag in (Tag.ADV, Tag.NEG):
        place += 1
    if place >= len(tokens):
        return False
    token = tokens[place]
    if token.lower in ("be", "have", "do", "get"):
        return True
    if token.tag is not Tag.WORD or token.text[0].isupper():
        return False
    known = any(kind == "base" for _, kind in lexicon.verbs.get(token.lower, ()))
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if known:
        # "to strike action", "to police": after these a noun is likelier
        return not (
            token.lower in {"police", "state", "fire", "front"} and not (following and following.tag is Tag.DET)
        )
    return following is not None and following.tag in (Tag.DET, Tag.PRON) and not token.lower.endswith("s")


def _fitting(tokens: Sequence[Token], at: int, kinds: set[str]) -> str | None:
    """Which of a word's forms as a verb its surroundings allow; None where it is a noun or an adjective."""
    token, before = tokens[at], _before(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    after = following.tag if following else None
    tag = before.tag if before is not None else None
    nominal = tag in (Tag.DET, Tag.PREP, Tag.NUM) or (before is not None and before.owns)
    if PAST in kinds and tag is not Tag.MODAL and tag is not Tag.TO:
        if before is not None and before.tag is Tag.AUX:
            return PAST
        if nominal and (after in (Tag.WORD, Tag.AUX, Tag.MODAL, None) or tag is Tag.PREP):
            return None if not (tag is Tag.NUM and after not in (Tag.WORD, Tag.AUX)) else PAST
        if before is not None and before.tag is Tag.VERB and after is Tag.WORD:
            return None  # "to bring naturalised citizens onto the register"
        if "base" in kinds and token.lower == "read":
            return None
        if token.text[0].isupper() and at and tokens[at - 1].tag is not Tag.MARK:
            return None
        if token.text[0].isupper() and after is Tag.WORD:
            return None  # "Armed men"
        return PAST if not nominal or tag is not Tag.DET or after is Tag.PREP else None
    if ING in kinds:
        if following is not None and following.lower == "of":
            return None  # "the shooting of", "looting of"
        if nominal and tag is not Tag.PREP:
            return None
        if before is not None and before.tag in (Tag.AUX, Tag.PREP, Tag.VERB, Tag.MARK, Tag.CONJ, Tag.PRON, Tag.SUB):
            return ING
        if before is None:
            return ING if after in (Tag.DET, Tag.PRON, Tag.NUM, Tag.WORD) else None
        return ING if after in (Tag.DET, Tag.PRON, Tag.NUM, Tag.PREP, Tag.TO) and tag is not Tag.ADV else None
    if "base" in kinds:
        if tag in (Tag.MODAL, Tag.TO) or (before is not None and before.lower in ("do", "does", "did")):
            return "base"
        if (
            tag is Tag.CONJ
            and _joins_infinitives(tokens, at)
            and (after in (Tag.DET, Tag.PRON, Tag.NUM) or tokens[at - 1].tag is Tag.ADV)
        ):
            return "base"
        if (
            not nominal
            and before is not None
            and before.tag is Tag.WORD
            and _plural_subject(tokens, at)
            and after in (Tag.WORD, Tag.DET, Tag.TO, Tag.SUB)
        ):
            return "base" if token.lower in _COMMON else None
        return "base" if not nominal and _as_finite(before, following, plural=True) else None
    if "present" in kinds:
        return "present" if not nominal and _as_finite(before, following, plural=False) else None
    return None


def _joins_infinitives(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb before a conjunction has a "to" or a modal: "to detain and forcibly register"."""
    for place in range(at - 1, 0, -1):
        if tokens[place].tag is Tag.VERB:
            before = _before(tokens, place)
            return before is not None and before.tag in (Tag.TO, Tag.MODAL)
    return False


_COMMON = frozenset(
    "fear plan want say expect hope deny demand intend believe claim threaten refuse warn report insist".split()
)


def _plural_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause before has a plural that can be the subject across a preposition: "Migrants in the town fear"."""
    place = at - 1
    seen = False
    while place >= 0 and tokens[place].tag in (Tag.WORD, Tag.DET, Tag.PREP, Tag.NUM):
        if tokens[place].tag is Tag.PREP:
            seen = True
        elif seen and tokens[place].tag is Tag.WORD:
            return tokens[place].lower.endswith("s") or tokens[place].lower in _PLURALS
        place -= 1
    return False


_PLURALS = frozenset("people police men women children media deputies".split())


_ADJECTIVAL = ("al", "ous", "ful", "less", "ical", "ible")
_NOUNS_IN_AL = frozenset(
    "official general hospital tribunal marshal principal journal rival cardinal capital individual portal".split()
)


def _as_finite(before: Token | None, following: Token | None, *, plural: bool) -> bool:
    """Whether a present tense may stand there: after a subject, and before what a verb brings."""
    if before is None or before.tag not in (Tag.WORD, Tag.PRON, Tag.REL, Tag.TIME, Tag.MARK):
        return False
    if before.tag is Tag.MARK and before.lower not in (",", "”", '"', ")"):
        return False
    fits = following is None or following.tag in (
        Tag.DET,
        Tag.PRON,
        Tag.NUM,
        Tag.TO,
        Tag.SUB,
        Tag.AUX,
        Tag.MARK,
        Tag.ING,
        Tag.ADV,
        Tag.TIME,
    )
    if before.tag is Tag.PRON or before.tag is Tag.REL:
        return True
    if before.tag is Tag.MARK:
        return following is not None and following.tag in (Tag.DET, Tag.PRON, Tag.WORD) and before.lower != ","
    if plural:
        is_plural = before.lower.endswith("s") or before.lower in _PLURALS
        return is_plural and following is not None and (fits or following.tag in (Tag.WORD, Tag.PREP))
    if following is None or following.lower in (".", "!", "?", ";"):
        return False  # "draft notices."
    if before.lower.endswith(_ADJECTIVAL) and before.lower not in _NOUNS_IN_AL:
        return False  # "any criminal charges that"
    singular = not before.lower.endswith("s") or before.lower.endswith("ss") or before.text[0].isupper()
    return singular and following is not None and (fits and following.tag is not Tag.AUX or following.text[0].isupper())
