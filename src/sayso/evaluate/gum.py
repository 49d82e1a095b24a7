"""Attributions, nested ones included, and named mentions of GUM (Zeldes 2017) as gold documents.

`dep/*.conllu` gives text, syntax and entities (`Entity=` in MISC), `rst/*.rs4` the attribution relations with their
signals (eRST, Zeldes et al. 2024): satellite "ISW said", nucleus what it said. Both count the same syntactic words.
A caption's credit or an article's byline is an attribution there too; such a one has no cue here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate.gold import GoldAttribution, GoldDocument, GoldMention, Range
from sayso.evaluate.rst import Attribution, read_rs4

_LAYERS = frozenset({"attributions", "nested", "mentions"})
_KINDS = {"person": "person", "organization": "organisation", "place": "place", "time": "date"}
_ENTITY = re.compile(r"\(([^()-]+)-([a-z]+)[^()]*(\)?)|([^()]+)\)")
_LINKS = {"of", "the", "and", "for", "&", "-", "–", "de", "al", "van", "von"}
_WORDS = {"of", "the", "and", "for", "&"}  # no person's name has them inside
_TITLES = set(
    "president vice prime minister chancellor premier governor senator sen rep representative congressman mayor "
    "emeritus professor prof dr doctor mr mrs ms miss sir dame lord lady king queen prince princess emperor pope "
    "general gen colonel col major captain lieutenant sergeant admiral commander chief justice judge attorney "
    "secretary ambassador director chairman chair father sister reverend rev saint st bishop archbishop deputy".split()
)
_PEOPLE = re.compile(
    r"[A-Z]\w*(an|ish|ese|i)$|(French|Dutch|Greek|Swiss|Welsh|Czech|Thai|Jewish|Arab|Arabic|Slavic|Turkic)$"
)
_NO_PEOPLE = {"Victorian", "Elizabethan", "Gaussian", "Bayesian", "Shakespearean", "Euclidean", "Boolean"}
_WHEN = set("today yesterday tomorrow tonight last next ago this".split())
_UNITS = set("year month week day hour minute second decade night time moment".split())
_NOT_IN_NAME = {
    "case",
    "cc",
    "mark",
    "punct",
    "parataxis",
    "discourse",
    "cop",
    "nsubj",
    "advmod",
    "orphan",
    "aux",
    "dep",
}


@dataclass(slots=True)
class _Token:
    """One syntactic word: `head` is a token number of the document, -1 for a root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str
    entity: str
    span: Range = (0, 0)


def read_gum(folder: Path, part: str) -> Iterator[GoldDocument]:
    """Every document of a part ("train" or "dev"); `ValueError` names a file that can't be read."""
    trees = sorted((folder / "rst" / part).glob("*.rs4"))
    if not trees:
        raise ValueError(f"{folder / 'rst' / part}: no .rs4 file")
    for path in trees:
        words = folder / "dep" / part / f"{path.stem}.conllu"
        if not words.is_file():
            raise ValueError(f"{words}: missing, though {path.name} is there")
        text, tokens = _read_conllu(words)
        tree = read_rs4(path)
        unequal = sum(a.form != b for a, b in zip(tokens, tree.tokens, strict=False))
        if len(tokens) != len(tree.tokens) or unequal * 100 > len(tokens):  # a corrected typing error may differ
            raise ValueError(
                f"{path}: {len(tree.tokens)} tokens against {len(tokens)} in {words.name}, {unequal} unequal"
            )
        below = _Syntax(tokens)
        attributions = tuple(_attribution(text, tokens, below, a) for a in tree.attributions if a.nucleus)
        yield GoldDocument(path.stem, "gum", text, attributions, _mentions(words, tokens), layers=_LAYERS)


def _read_conllu(path: Path) -> tuple[str, list[_Token]]:
    text = ""
    tokens: list[_Token] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows or any(len(row) != 10 for row in rows):
            raise ValueError(f"{path}: a sentence without ten columns: {lines[0][:60]!r}")
        if tokens:
            text += "\n\n" if any(line.startswith("# newpar") for line in lines) else " "
        base, until, whole, space = len(tokens), 0, "", ""
        place, end, split = 0, 0, True
        for number, form, lemma, upos, xpos, features, head, relation, _, misc in rows:
            if "." in number:
                continue  # an elided word
            after = "" if "SpaceAfter=No" in misc.split("|") else " "
            if "-" in number:
                until, whole = int(number.partition("-")[2]), form
                text, start, space = text + space + whole, len(text + space), after
                parts = [
                    row[1] for row in rows if row[0].isdigit() and int(number.split("-")[0]) <= int(row[0]) <= until
                ]
                split = "".join(parts) == whole
                place, end = start, start + len(whole)
                continue
            if not (number.isdigit() and head.isdigit()):
                raise ValueError(f"{path}: unreadable row {number!r}, head {head!r}")
            if int(number) <= until:
                span = (place, place + len(form)) if split else (place, end)
                place += len(form) if split else 0
            else:
                span = (len(text + space), len(text + space + form))
                text, space = text + space + form, after
            entity = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
            above = base + int(head) - 1 if head != "0" else -1
            tokens.append(_Token(form, lemma, upos, xpos, features, above, relation, entity, span))
    return text, tokens


class _Syntax:
    """The dependents of every token."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens]
        for number, token in enumerate(tokens):
            if token.head >= 0:
                self.children[token.head].append(number)

    def subtree(self, head: int) -> set[int]:
        """A token and all below it."""
        found, waiting = {head}, [head]
        while waiting:
            for child in self.children[waiting.pop()]:
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return found

    def tops(self, numbers: Collection[int]) -> list[int]:
        """The tokens of a set whose heads stand outside it, punctuation left out."""
        return [n for n in sorted(numbers) if self.tokens[n].head not in numbers and self.tokens[n].upos != "PUNCT"]


def _attribution(text: str, tokens: list[_Token], syntax: _Syntax, found: Attribution) -> GoldAttribution:
    signalled = [n for s in found.signals if s.subtype == "attribution_source" for n in s.tokens]
    cue = _cue(tokens, syntax, found, signalled)
    content = [_trim(text, tokens, run) for run in _runs(found.nucleus)]
    if len(content) == 1 and text[content[0][0] : content[0][1]].count('"') % 2 and text[content[0][1] - 1] == '"':
        content = [(content[0][0], content[0][1] - 1)]  # it closes a quotation that began before
    source = _source(tokens, syntax, found, signalled, cue)
    return GoldAttribution(
        tuple(_ranges(tokens, source)),
        tuple(_ranges(tokens, cue)),
        tuple(span for span in content if span[0] < span[1]),
    )


def _cue(tokens: list[_Token], syntax: _Syntax, found: Attribution, source: list[int]) -> set[int]:
    lexical = [s for s in found.signals if s.subtype in ("indicative_word", "indicative_phrase", "dm")]
    for signal in lexical:
        if len(signal.tokens) > 1 and tokens[signal.tokens[0]].form.lower() == "according":
            return set(signal.tokens)
    inside = [n for s in lexical for n in s.tokens if s.subtype != "dm" and n in found.core]
    contents = {tokens[n].head for n in syntax.tops(found.nucleus)}
    sources = {tokens[n].head for n in syntax.tops(source)}

    def weight(number: int) -> int:
        return 3 * (tokens[number].upos == "VERB") + 2 * (number in contents) + 2 * (number in sources)

    if inside:
        best = max(inside, key=lambda n: (weight(n), n))
        together = next((s for s in lexical if best in s.tokens and s.subtype == "indicative_phrase"), None)
        return _with_helpers(tokens, syntax, set(together.tokens) if together else {best})
    verbs = [
        n for n in found.core if tokens[n].upos == "VERB" and tokens[n].relation not in ("amod", "acl:relcl", "acl")
    ]
    tops = [
        n for n in syntax.tops(found.core) if n in verbs or any(tokens[c].relation == "cop" for c in syntax.children[n])
    ]
    chosen = tops or [n for n in verbs if n in contents or n in sources] or verbs
    if not chosen:
        return set()
    best = max(chosen, key=lambda n: (weight(n), -n))
    return _with_helpers(tokens, syntax, {best})


def _with_helpers(tokens: list[_Token], syntax: _Syntax, cue: set[int]) -> set[int]:
    """A cue with its auxiliaries, negation and particle where they touch it."""
    helpers = {
        c for n in cue for c in syntax.children[n]
        if tokens[c].relation.startswith(("aux", "compound:prt")) or tokens[c].lemma in ("not", "n't", "never")
        or tokens[c].relation == "cop" and tokens[n].upos == "ADJ"
    }  # fmt: skip
    grown = set(cue)
    while more := {h for h in helpers - grown if h + 1 in grown or h - 1 in grown}:
        grown |= more
    return grown


def _source(tokens: list[_Token], syntax: _Syntax, found: Attribution, signalled: list[int], cue: set[int]) -> set[int]:
    here = [n for n in signalled if n in found.core] or [n for n in signalled if n in found.satellite] or signalled
    tops = [n for n in syntax.tops(here) if not any(n in syntax.subtree(m) for m in syntax.tops(here) if m != n)]
    if not tops:
        return set(here)
    subjects = [n for n in tops if tokens[n].head in cue]
    head = subjects[-1] if subjects else tops[-1]
    while tokens[head].relation.startswith(("flat", "compound")) and tokens[tokens[head].head].upos in (
        "NOUN",
        "PROPN",
    ):
        head = tokens[head].head  # only part of a name is marked
    own = set(here) & syntax.subtree(head)
    if head in cue:  # an imperative: "Note that ..."
        return set()
    if tokens[head].upos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM") or tokens[head].xpos in (
        "WDT",
        "WP",
    ):
        return own or {head}
    possessor = {c for c in syntax.children[head] if tokens[c].relation == "case"}
    wide = syntax.subtree(head) - possessor
    for child in syntax.children[head]:
        below = syntax.subtree(child)
        if tokens[child].relation in _NOT_IN_NAME and child not in own or below & cue or below & found.nucleus:
            wide -= below - own
    run = next(r for r in _runs(wide | own) if head in r)
    while run and tokens[run[-1]].upos == "PUNCT" and tokens[run[-1]].form not in (")", "]"):
        run.pop()
    while run and tokens[run[0]].upos in ("PUNCT", "CCONJ"):
        run.pop(0)
    return set(run)


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _ranges(tokens: list[_Token], numbers: Iterable[int]) -> list[Range]:
    return [(tokens[run[0]].span[0], tokens[run[-1]].span[1]) for run in _runs(numbers)]


def _trim(text: str, tokens: list[_Token], run: list[int]) -> Range:
    """A content's range without the space, stop, comma or dash at its edges; quotation marks stay."""
    start, end = tokens[run[0]].span[0], tokens[run[-1]].span[1]
    while start < end and (text[start].isspace() or text[start] in ",;:.—–"):
        start += 1
    stop = "." if tokens[run[-1]].form == "." else ""  # and not the one of an abbreviation
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–" + stop):
        end -= 1
    return start, end


def _entities(path: Path, tokens: list[_Token]) -> list[tuple[str, int, int]]:
    """Type, first and last token of every entity."""
    found: list[tuple[str, int, int]] = []
    opened: dict[str, list[tuple[str, int]]] = {}
    for number, token in enumerate(tokens):
        for match in _ENTITY.finditer(token.entity):
            name, kind, single, closed = match.groups()
            if single:
                found.append((kind, number, number))
            elif closed is None:
                opened.setdefault(name, []).append((kind, number))
            elif opened.get(closed):
                kind, start = opened[closed].pop()
                found.append((kind, start, number))
            else:
                raise ValueError(f"{path}: entity {closed} closes at token {number} ({token.form}) but never opened")
    return found


def _mentions(path: Path, tokens: list[_Token]) -> tuple[GoldMention, ...]:
    entities = _entities(path, tokens)
    wanted: list[tuple[int, int, str]] = []
    for kind, first, last in entities:
        heads = [n for n in range(first, last + 1) if not first <= tokens[n].head <= last and tokens[n].upos != "PUNCT"]
        if kind not in _KINDS or not heads:
            continue
        head = heads[0]
        if kind == "time":
            if last - first < 6 and _dated(tokens[first : last + 1], tokens[head]):
                wanted.append((first, last, "date"))
            continue
        together = any(tokens[n].head == head and tokens[n].relation == "conj" for n in range(first, last + 1))
        if tokens[head].upos != "PROPN" or together and kind == "person":
            continue
        wanted.extend(_named(tokens, entities, _KINDS[kind], first, last, head))
    for number, token in enumerate(tokens):
        if (
            token.xpos == "JJ"
            and _PEOPLE.match(token.lemma)
            and token.form[:1].isupper()
            and token.lemma not in _NO_PEOPLE
        ):
            wanted.append((number, number, "group"))
    cardinal = [n for n, t in enumerate(tokens) if t.upos == "NUM" and "NumType=Card" in t.features]
    wanted.extend((run[0], run[-1], "number") for run in _runs(cardinal))
    taken: set[int] = set()
    kept: list[GoldMention] = []
    order = {"date": 1, "group": 2, "number": 3}
    for first, last, kind in sorted(wanted, key=lambda w: (order.get(w[2], 0), w[0] - w[1], w[0], w[2])):
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            kept.append(GoldMention(tokens[first].span[0], tokens[last].span[1], kind))
    return tuple(sorted(kept, key=lambda m: m.start))


def _dated(inside: list[_Token], head: _Token) -> bool:
    """Whether an expression of time says when, rather than for how long or "at the time"."""
    forms = {t.form.lower() for t in inside}
    if forms & _WHEN or any(t.upos == "PROPN" for t in inside) and head.upos != "PRON":
        return True
    return any(c.isdigit() for t in inside for c in t.form) and head.lemma not in _UNITS


def _named(
    tokens: list[_Token], entities: list[tuple[str, int, int]], kind: str, first: int, last: int, head: int
) -> Iterator[tuple[int, int, str]]:
    """The run of proper nouns around an entity's head, a person's titles split off."""

    def proper(n: int) -> bool:
        return first <= n <= last and (tokens[n].upos == "PROPN" or tokens[n].xpos in ("NNP", "NNPS"))

    start = end = head
    if kind == "person":  # "Ambassador to the United States Jane Roe": the country is no part of the name
        first = max(
            [first, *(b + 1 for k, a, b in entities if k in ("place", "organization") and first <= a and b < head)]
        )
    for step in (-1, 1):
        here = head
        while first <= here + step <= last:
            here += step
            if proper(here):
                start, end = min(start, here), max(end, here)
            elif tokens[here].form.lower() not in (_LINKS - _WORDS if kind == "person" else _LINKS):
                break
    if kind == "person":
        if start == end and tokens[head].xpos == "NNPS":
            yield start, end, "group"
            return
        name = start
        while name <= end and tokens[name].form.lower().rstrip(".") in _TITLES:
            name += 1
        title = start
        while title > 0 and tokens[title - 1].form.lower().rstrip(".") in _TITLES:
            if tokens[title - 1].upos not in ("NOUN", "PROPN") or tokens[title - 1].span[1] + 1 < tokens[title].span[0]:
                break
            title -= 1
        if title < name:
            yield title, name - 1, "title"
        start = name
    if start <= end:
        yield start, end, kind
