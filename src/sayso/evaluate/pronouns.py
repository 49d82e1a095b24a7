"""Whom "he" and "she" mean: GAP (Webster et al. 2018), and passages of this project in which every such pronoun is marked."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sayso.errors import CorpusError
from sayso.evaluate.scores import PRF
from sayso.evaluate.table import align
from sayso.extract.pronouns import Weighed
from sayso.extract.ranges import Range, shared
from sayso.languages.language import Gender, load_language

GAP: Final = "gap"
PASSAGES: Final = "pronouns"
PRONOUNS: Final = {
    GAP: "GAP validation part: which of two names a pronoun means, in Wikipedia's paragraphs",
    PASSAGES: "sayso's passages of invented news with every pronoun marked",
}
"""Names that `evaluate` knows, and what is behind them."""

ALL, SOURCES = "right", "right, sources"

Means = Callable[[str], Sequence[Weighed]]
"""Text → its pronouns, each with all places at which the text names or describes whom it means; none where that is nobody."""

_MARK = re.compile(r"\[([^\[\]|]*)\|(=?)(\d+)\]")
_BREAK = re.compile(r"^---[^\n]*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GoldPronoun:
    """A pronoun, and places in its text that are known to name its person, or not to."""

    place: Range
    is_it: tuple[Range, ...]
    is_not: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with pronouns of which it is known whom they mean."""

    name: str
    text: str
    pronouns: tuple[GoldPronoun, ...]


@dataclass
class PronounScores:
    """What is counted. `by_gender`: pairs of a pronoun and a name, as GAP counts them; `right`, `wrong`: pronouns, and those that are sources."""

    by_gender: dict[Gender, PRF] = field(default_factory=lambda: {"m": PRF(), "f": PRF()})
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """Shares from 0 to 1: F1 over pairs, of all and by gender, and pronouns that are read right, all and those that are sources."""
        return {
            "F1": (self.by_gender["m"] + self.by_gender["f"]).f1,
            "F1 masculine": self.by_gender["m"].f1,
            "F1 feminine": self.by_gender["f"].f1,
            **{kind: self.right[kind] / max(1, self.counted(kind)) for kind in (ALL, SOURCES)},
        }

    def counted(self, kind: str) -> int:
        """How many pronouns a share rests on."""
        return self.right[kind] + self.wrong[kind]


def evaluate_pronouns(texts: Iterator[MarkedText], means: Means) -> PronounScores:
    """Hold `means` against what is known of every pronoun of the texts."""
    scores, forms = PronounScores(), load_language("en").pronouns
    for marked in texts:
        found = {(item.pronoun.start, item.pronoun.end): item for item in means(marked.text)}
        for gold in marked.pronouns:
            item = found.get(gold.place)
            places = [place for place in item.places if place != gold.place] if item is not None else []
            gender = forms[marked.text[slice(*gold.place)].lower()].gender
            assert gender in scores.by_gender
            hits = sum(shared([place], places) > 0 for place in gold.is_it)
            wrong = sum(shared([place], places) > 0 for place in gold.is_not)
            scores.by_gender[gender] += PRF(hits + wrong, len(gold.is_it), hits)
            right = hits > 0 if gold.is_it else not places
            kinds = (ALL, SOURCES) if item is not None and item.pronoun.is_source else (ALL,)
            (scores.right if right else scores.wrong).update(kinds)
    return scores


def render_pronouns(corpus: str, scores: PronounScores) -> str:
    """The figures as a table."""
    rows = [["", "per cent", "pronouns"]]
    for name, value in scores.figures().items():
        rows.append([name, f"{100 * value:.1f}", str(scores.counted(name)) if name in {ALL, SOURCES} else ""])
    return f"{corpus}: {PRONOUNS[corpus]}\n\n{align(rows)}"


def pronouns_to_json(corpus: str, scores: PronounScores) -> str:
    """The figures as `sayso.evaluation/1` has them for other corpora: shares from 0 to 1, and what they rest on."""
    counted = {kind: scores.counted(kind) for kind in (ALL, SOURCES)}
    return json.dumps({"corpus": corpus, "figures": scores.figures(), "counted": counted}, indent=1)


def open_pronouns(corpus: str, data: Path) -> Iterator[MarkedText]:
    """The texts of a corpus; `data` holds `gap/` or `pronouns/`. Raises CorpusError where it is not there or damaged."""
    if corpus == GAP:
        return read_gap(data / GAP / "gap-validation.tsv")
    return read_passages(data / PASSAGES)


def read_gap(path: Path) -> Iterator[MarkedText]:
    """A file of GAP as published. Raises CorpusError."""
    if not path.is_file():
        raise CorpusError(f"{GAP}: {path} is not there; give the folder that holds {GAP}/ as published.")
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            try:
                at = int(row["Pronoun-offset"])
                names = [
                    ((start := int(row[f"{side}-offset"]), start + len(row[side])), row[f"{side}-coref"] == "TRUE")
                    for side in "AB"
                ]
                text, name, size = row["Text"], row["ID"], len(row["Pronoun"])
            except (KeyError, TypeError, ValueError) as error:
                raise CorpusError(f"{path}: a line is not as GAP's are ({error!r}).") from error
            gold = GoldPronoun(
                (at, at + size),
                tuple(place for place, is_it in names if is_it),
                tuple(place for place, is_it in names if not is_it),
            )
            yield MarkedText(name, text, (gold,))


def read_passages(folder: Path) -> Iterator[MarkedText]:
    """Passages in which `[Anna Rao|1]` marks a mention and `[she|=1]` a pronoun, parted by `---`. Raises CorpusError."""
    if not folder.is_dir():
        raise CorpusError(f"{PASSAGES}: {folder} is not there; give the folder that holds it.")
    for path in sorted(folder.glob("*.txt")):
        for number, block in enumerate(_BREAK.split(path.read_text(encoding="utf-8")), 1):
            if block.strip():
                yield _passage(f"{path.stem}-{number}", block.strip())


def _passage(name: str, marked: str) -> MarkedText:
    text, at = "", 0
    mentions: list[tuple[Range, str]] = []
    pronouns: list[tuple[Range, str]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        place = (len(text), len(text) + len(match[1]))
        text += match[1]
        at = match.end()
        (pronouns if match[2] else mentions).append((place, match[3]))
    text += marked[at:]
    if "|" in text or not pronouns:
        raise CorpusError(f"{name}: a mark is broken, or no pronoun is marked; a mark is [Anna Rao|1] or [she|=1].")
    return MarkedText(
        name,
        text,
        tuple(
            GoldPronoun(
                place,
                tuple(where for where, person in mentions if person == meant),
                tuple(where for where, person in mentions if person != meant),
            )
            for place, meant in pronouns
        ),
    )
