"""How a name sounds: its consonants, the same in many spellings and in other letters, and where a text in other letters names an outlet."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.tracing.bodies import generic
from sayso.tracing.names import name_key

KINDS = frozenset(
    "agency newspaper paper weekly magazine site website portal channel outlet broadcaster blog wire telegram newsletter".split()
)
"""Words that say what an outlet is, and that a text may add to its name or leave out."""
MEDIA_WORDS = KINDS | frozenset(
    "daily station radio journal publication news press service television tv media online newsroom tabloid bureau network".split()
)
"""These too tell that a name is an outlet's."""

SHORTEST_SOUND = 4
FOREIGN_WORD = re.compile(r"[А-ЯЁІЇЄҐ][А-Яа-яёіїєґ’-]{4,}")
_FOREIGN_KIND = re.compile(
    r"(?i:агент|центр|институт|издан|газет|телеканал|канал|сайт|портал|журнал|радио|редакц|комитет|организаци|аген[тц]|вида[нв])\w*\s+(?:\w+\s+)?[«„“\"]?$"
)


def names_foreign(name: str, text: str) -> bool:
    """Whether a text in other letters names the outlet of this name: "агентству «Телеграф»" for Telegraf."""
    sound = telling_sound(name)
    return len(sound) >= SHORTEST_SOUND and any(
        sound_of(match.group()).startswith(sound) and is_named_at(text, match.start())
        for match in FOREIGN_WORD.finditer(text)
    )


def is_named_at(text: str, start: int) -> bool:
    """Whether a word in other letters stands where an outlet's name would: in quotation marks, or after "агентство"."""
    before = text[max(0, start - 40) : start]
    return before.rstrip(" ").endswith(("«", "„", "“", '"')) or bool(_FOREIGN_KIND.search(before))


@lru_cache(maxsize=4096)  # asked for of an outlet in each claim in which it has a document
def telling_sound(name: str) -> str:
    """The consonants of the word of an outlet's name that says most; "" where none does."""
    words = [word for word in fold(name_key(name)).split() if word not in MEDIA_WORDS and word not in generic()]
    return sound_of(max(words, key=len)) if words else ""


def sound_of(word: str) -> str:
    """A word's consonants in Latin letters, the same in many spellings: "Олдергроув", "Aldergrove" → "ldrgrv"."""
    return re.sub(r"[aeiouyj'\W]", "", fold(name_key(word)))


@lru_cache(maxsize=16384)
def fold(key: str) -> str:
    """Letters that transliterations choose between, made one: "kharla", "harla"; "marnowa", "marnova"."""
    for letters, letter in _FOLDS:
        key = key.replace(letters, letter)
    return key


_FOLDS = (
    ("kh", "h"),
    ("sch", "sh"),
    ("tz", "ts"),
    ("w", "v"),
    ("ph", "f"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("j", "i"),
    ("ck", "k"),
    ("ts", "c"),
)
