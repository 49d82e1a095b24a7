"""Marks made by rule where a corpus has none: hedges, dates, numbers, groups, titles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.evaluate.gold import GoldMention, Range

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}\b(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH},? \d{{4}}|{_DAY}s?\b(?: (?:morning|night|evening|afternoon))?"
    r"|(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter)|yesterday|tomorrow|today"
    rf"|(?:in|since|of|until|by) (?=(?:19|20)\d\d\b)|(?:19|20)\d\d\b|the (?:19|20)\d0s|(?:in|since|last) (?={_MONTH}\b)|(?<=[a-z] ){_MONTH}(?=[ ,.]))"
)
_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundreds?|thousands?|dozens?|millions?)"
)
_NUMBER = re.compile(rf"\b(?:\d[\d,.]*\d|\d)(?: (?:million|billion|thousand|hundred))?\b|\b{_COUNT}\b", re.I)
_GROUP = re.compile(
    r"\b(?:Russian|Ukrainian|American|British|English|French|German|Italian|Spanish|Chinese|Japanese|Korean|Indian|Pakistani|Afghan|Iraqi|Iranian|Syrian|"
    r"Turkish|Israeli|Palestinian|Egyptian|Saudi|Arab|Kurdish|Mexican|Cuban|Canadian|Australian|Irish|Scottish|Welsh|Dutch|Belgian|Swiss|Swedish|Norwegian|Danish|"
    r"Finnish|Polish|Czech|Hungarian|Greek|Portuguese|Brazilian|Argentine|Kazakh|Kyrgyz|Uzbek|Tajik|Turkmen|Chechen|Dagestani|Buryat|Yakut|Tatar|Bashkir|Tuvan|Georgian|"
    r"Armenian|Azerbaijani|Belarusian|Moldovan|Romanian|Bulgarian|Serbian|Croatian|Bosnian|Albanian|Lithuanian|Latvian|Estonian|African|Asian|European|Central Asian|"
    r"Nigerian|Kenyan|Somali|Sudanese|Libyan|Lebanese|Jordanian|Yemeni|Vietnamese|Thai|Filipino|Indonesian|Malaysian|Muslim|Christian|Jewish|Catholic|Hindu|Sunni|Shiite|Shia|"
    r"Republican|Democrat|Democratic|Latino|Hispanic|Jew|Turk|Kurd|Serb|Croat|Roma)s?\b"
)
_TITLE = re.compile(
    r"\b(?:(?:Prime |Vice |Deputy |Attorney |Lieutenant |Foreign |Interior |Defen[cs]e |Health |Finance )?(?:President|Minister|Secretary|Senator|Governor|Mayor|Judge|Justice|General|"
    r"Colonel|Captain|Sergeant|Professor|Doctor|Chancellor|Ambassador|Congressman|Congresswoman|Speaker|Chairman|King|Queen|Prince|Princess|Pope|Sheriff|Commissioner)"
    r"|Dr\.|Sen\.|Rep\.|Gov\.|Gen\.|Col\.|Capt\.|Lt\.|Sgt\.|Prof\.|Mr\.|Mrs\.|Ms\.)(?= [A-Z])"
)
_HEDGE = re.compile(
    r"\b(?:possibly|perhaps|maybe|probably|presumably|likely|apparently|seemingly|reportedly|allegedly|supposedly|purportedly|conceivably|potentially|"
    r"might|may(?! \d)(?=[ ,])|seems?(?= to\b| that\b| like\b)|seemed(?= to\b| that\b| like\b)|appears?(?= to\b| that\b)|appeared(?= to\b| that\b)"
    r"|(?:about|around|roughly|approximately|nearly|almost|some|at least|up to|more than|over|as many as|an estimated|fewer than|less than)"
    rf"(?= (?:a )?(?:\$?\d|{_COUNT}\b(?! of))))"
)


@dataclass(frozen=True, slots=True)
class Silver:
    mentions: tuple[GoldMention, ...]
    hedges: tuple[Range, ...]


def find_silver(text: str) -> Silver:
    """Marks of `text` by rule; mentions do not overlap, earlier rules win."""
    mentions: list[GoldMention] = []
    for pattern, kind in ((_DATE, "date"), (_GROUP, "group"), (_TITLE, "title"), (_NUMBER, "number")):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not text[start:end].strip() or text[start:end].endswith(" "):
                continue
            if not any(start < m.end and m.start < end for m in mentions):
                mentions.append(GoldMention(start, end, kind))
    return Silver(tuple(mentions), tuple(match.span() for match in _HEDGE.finditer(text)))
