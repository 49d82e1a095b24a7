"""What sayso knows of how texts say in what way they were told something: interviews, papers that reached them, translations."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Telling:
    """Words in lower case, phrases with single blanks.

    Attributes:
        speaking: verbs by which a page's opening says that its outlet speaks with somebody ("talks").
        interviews: what a text calls that ("interview").
        owning: what stands behind a hyphen where a text says whose an outlet is ("run").
        told: what stands before the name of the outlet that somebody speaks to ("told").
        askers: labels in a transcript of those who ask for the outlet ("q").
        reaching: by which a paper came to an outlet ("reached").
        having: by which an outlet has a paper ("holds").
        translated: by which a text says that it is a translation ("translated from").
        giving: verbs by which a sentence says that somebody gave the figures of the one before ("disclosed").
        figures: nouns for these ("toll").
        meeting: verbs by which a writer brings in somebody whom he has met ("spoke").
        accounts: what somebody gave him, behind a pronoun ("account").
        unearthing: verbs by which somebody has brought a paper to light ("dug out").
        handing: verbs by which an outlet was told something ("given").
        describing: verbs for what an outlet was the first to do ("described").
    """

    speaking: tuple[str, ...]
    interviews: tuple[str, ...]
    owning: tuple[str, ...]
    told: tuple[str, ...]
    askers: frozenset[str]
    reaching: tuple[str, ...]
    having: tuple[str, ...]
    translated: tuple[str, ...]
    giving: tuple[str, ...]
    figures: tuple[str, ...]
    meeting: tuple[str, ...]
    accounts: tuple[str, ...]
    unearthing: tuple[str, ...]
    handing: tuple[str, ...]
    describing: tuple[str, ...]


@cache
def load_telling(code: str) -> Telling:
    """The ways of telling of a language that there is data for."""
    data = tomllib.loads((files("sayso.languages") / code / "telling.toml").read_text(encoding="utf-8"))

    def words(topic: str) -> tuple[str, ...]:
        return tuple(word.strip() for word in data[topic].split(","))

    return Telling(
        speaking=words("speaking"),
        interviews=words("interviews"),
        owning=words("owning"),
        told=words("told"),
        askers=frozenset(words("askers")),
        reaching=words("reaching"),
        having=words("having"),
        translated=words("translated"),
        giving=words("giving"),
        figures=words("figures"),
        meeting=words("meeting"),
        accounts=words("accounts"),
        unearthing=words("unearthing"),
        handing=words("handing"),
        describing=words("describing"),
    )
