"""Sentences, paragraphs and documents from attributed clauses."""

from __future__ import annotations

import random
import re

from training.nested import cues
from training.nested import lexicon as lex
from training.nested.clauses import Source, Stock, third
from training.nested.markup import cap, plain
from training.nested.patterns import Weaver, forms
from training.nested.topics import DISTRACTORS, TAILS, TOPICS

_GENRE_TOPICS = {
    "assessment": ("war", "migration", "politics", "energy"),
    "court": ("court",),
    "sport": ("sport",),
    "tabloid": ("celebrity", "court", "local", "health"),
    "science": ("science", "health", "environment"),
    "telegram": ("war", "migration", "politics"),
    "uspolitics": ("uspolitics",),
}
_GENRES = {
    "wire": 22,
    "story": 24,
    "assessment": 14,
    "court": 8,
    "sport": 6,
    "tabloid": 8,
    "science": 5,
    "telegram": 6,
    "uspolitics": 7,
}
DEPTHS = {1: 30, 2: 40, 3: 22, 4: 8}


class Writer(Weaver):
    """Writes whole sentences, paragraphs and documents."""

    def __init__(self, rng: random.Random) -> None:
        self.genre = rng.choices(list(_GENRES), list(_GENRES.values()))[0]
        names = _GENRE_TOPICS.get(self.genre)
        topics = [t for t in TOPICS if not names or t.name in names]
        super().__init__(Stock(rng, rng.choice(topics)))
        self.depths: list[int] = []

    # -- sentences -------------------------------------------------------
    def sentence(self, depth: int) -> str:
        """One sentence (or a quotation of several) with ``depth`` hops."""
        self.stock.used = []
        quote_share = {"assessment": 0.07, "tabloid": 0.5, "court": 0.3, "sport": 0.45, "telegram": 0.15}.get(
            self.genre, 0.32
        )
        roll = self.rng.random()
        if roll < quote_share:
            return self.rng.choice(
                [self.quote_first, self.quote_first, self.quote_last, self.quote_cut, self.quote_cut, self.quote_tail]
            )(depth)
        if roll < quote_share + 0.07:
            return self.content_first(depth)
        if roll < quote_share + 0.11:
            return self.accord_last(depth)
        if roll < quote_share + 0.14:
            return self.letter(depth)
        if roll < quote_share + 0.19:
            return self.posted(depth)
        if roll < quote_share + 0.22:
            return self.pronoun_added(depth)
        clause = self.finite(depth, self.stock.chance(0.1))
        if self.stock.chance(0.14) and not re.match(r"(\[\w+:)*(it |according|citing)", clause):
            return f"{cap(self.stock.fill(self.rng.choice(lex.FRONTS)))}, {clause}."
        return cap(clause) + "."

    def quoted(self, depth: int) -> str:
        """Words of a quotation, capitalised, without the final stop."""
        if depth == 0:
            return self.stock.spoken()
        if self.stock.chance(0.12) and depth == 1:
            mark, who = (
                self.stock.new_id(),
                self.rng.choice(["my father", "the officer", "one of them", "the boss", "my neighbour"]),
            )
            cue = self.rng.choice(["said", "told me", "shouted", "kept saying"])
            heard = " me" if cue == "told me" else ""
            return f"{cap(f'[S{mark}:{who}]')} [C{mark}:{cue.replace(' me', '')}]{heard}, [K{mark}:‹{self.stock.spoken()}›]"
        words = cap(self.finite(depth, self.stock.chance(0.2), True))
        roll = self.rng.random()
        if roll < 0.2:
            return f"{self.stock.spoken()}. {words}"
        if roll < 0.3:
            return f"{words}. {self.stock.spoken()}"
        if roll < 0.36:
            return f"{words}, {self.rng.choice(TAILS)}"
        return words

    def tag(self, mark: int, inverted: bool, src: Source | None = None) -> tuple[str, Source]:
        """``S said`` or ``said S``."""
        source = src or self.pick("pppour")
        spec = self.rng.choice(
            ["say/said"] * 10
            + ["add"] * 2
            + (["say/said", "add", "insist", "warn", "state", "note"] if source.kind in ("org", "doc") else cues.QUOTE)
        )
        base = forms(spec)[0]
        if (
            inverted
            and source.kind != "pronoun"
            and base not in ("go", "snap", "fume", "beam")
            and source.kind != "doc"
        ):
            word = forms(spec)[1] if self.stock.chance(0.8) else (base if source.plural else third(base))
            return f"[C{mark}:{word}] {self.src(source, mark, closed=False)}", source
        word = (
            forms(spec)[1]
            if self.stock.chance(0.8)
            else (base if source.plural or source.text in ("they",) else third(base))
        )
        if base == "go":
            word = "went on"
        if self.stock.chance(0.12) and base == "say":
            pair = f"{self.src(source, mark)} [C{mark}:{'told'}] {self.audience()}"
        else:
            pair = f"{self.src(source, mark)} [C{mark}:{word}]"
        return pair + self.adjunct(0.12), source

    def quote_first(self, depth: int) -> str:
        """ "Q," S said."""
        mark = self.stock.new_id()
        if depth == 1 and self.stock.chance(0.14):
            source = self.pick("ppu")
            subject, plural = self.stock.agent()
            did = self.rng.choice(["did", "did", "would", "must"])
            ask = f"{self.rng.choice(['why', 'how', 'when', 'who says that'])} {did} {subject} {self.stock.act()}"
            ask = re.sub(r"^who says that \w+ (.*)$", lambda m: f"how could {m.group(1)}", ask)
            return f"[K{mark}:‹{cap(ask)}?›] {self.src(source, mark)} [C{mark}:{self.rng.choice(['asked', 'asked', 'wondered', 'demanded', 'asks' if not source.plural else 'ask'])}]{self.adjunct(0.2)}."
        words = self.quoted(depth - 1)
        tag, _ = self.tag(mark, self.stock.chance(0.45))
        return f"[K{mark}:‹{words},›] {tag}."

    def quote_last(self, depth: int) -> str:
        """S said: "Q." """
        mark = self.stock.new_id()
        tag, source = self.tag(mark, False)
        stop = self.rng.choice([":", ":", ","])
        return f"{cap(tag)}{stop} [K{mark}:‹{self.quoted(depth - 1)}.›]"

    def quote_cut(self, depth: int) -> str:
        """ "Q," S said. "Q." as one attribution."""
        mark = self.stock.new_id()
        first = depth - 1 if self.stock.chance(0.5) else 0
        one = self.quoted(first)
        tag, _ = self.tag(mark, self.stock.chance(0.45))
        two = self.quoted(depth - 1 - first)
        return f"[K{mark}:‹{one},›] {tag}. [K{mark}:‹{two}.›]"

    def quote_tail(self, depth: int) -> str:
        """ "A," S said, "and B." """
        mark = self.stock.new_id()
        one = self.quoted(depth - 1)
        tag, source = self.tag(mark, self.stock.chance(0.3))
        return f"[K{mark}:‹{one},›] {tag}, [K{mark}:‹{self.rng.choice(TAILS)}.›]"

    def content_first(self, depth: int) -> str:
        """C, S said."""
        mark = self.stock.new_id()
        words = self.finite(depth - 1, False) if depth < 3 else self.stock.base(False)
        if depth >= 3:
            words = self.that(depth - 1, False, False)
        tag, _ = self.tag(mark, self.stock.chance(0.5))
        return f"{cap(f'[K{mark}:{words}]')}, {tag}."

    def accord_last(self, depth: int) -> str:
        """C, according to S, and perhaps citing Y."""
        src, mark = self.pick("poud"), self.stock.new_id()
        if depth >= 2 and self.stock.chance(0.6):
            other, inner = self.stock.new_id(), self.pick("oud")
            words = self.finite(depth - 2, False)
            return (
                f"{cap(f'[K{mark}:[K{other}:{words}]]')}, [C{mark}:according to] {self.src(src, mark, closed=False)}, "
                f"[C{other}:citing] {self.src(inner, other, closed=False)}."
            )
        return f"{cap(f'[K{mark}:{self.finite(depth - 1, False)}]')}, [C{mark}:according to] {self.src(src, mark, closed=False)}."

    def letter(self, depth: int) -> str:
        """In a letter seen by the paper, S wrote that C."""
        src, mark = self.pick("pour"), self.stock.new_id()
        where = self.stock.fill(
            self.rng.choice(
                [
                    "in a [d:letter] seen by {outlet}",
                    "in an [d:email] obtained by {outlet}",
                    "in a [d:memo] dated {daymonth}",
                    "in a [d:post] that was later deleted",
                    "in a [d:diary] entry read to the court",
                ]
            )
        )
        cue, back = self.verb(
            self.rng.choice(["write/wrote/written", "say/said", "complain", "claim", "warn", "admit", "insist"]),
            src,
            False,
            mark,
        )
        return f"{cap(where)}, {self.src(src, mark)} {cue} {self.complement(depth - 1, back, mark, False)}."

    def posted(self, depth: int) -> str:
        """S wrote on Telegram that C; or with a quotation."""
        src, mark = self.pick("pour"), self.stock.new_id()
        where = self.rng.choice(
            [
                "on Telegram",
                "on Facebook",
                "on social media",
                "in a [d:blog post]",
                "in a [d:tweet]",
                "online",
                "on a public channel",
                "in a [d:thread]",
            ]
        )
        spec = self.rng.choice(["write/wrote/written", "post", "write/wrote/written", "claim", "say/said", "complain"])
        cue, back = self.verb(spec, src, False, mark)
        if self.stock.chance(0.35):
            return f"{cap(self.src(src, mark))} {cue} {where}: [K{mark}:‹{self.quoted(depth - 1)}.›]"
        return f"{cap(self.src(src, mark))} {cue} {where} {self.complement(depth - 1, back, mark, False)}."

    def pronoun_added(self, depth: int) -> str:
        """He added that C."""
        old = self.rng.choice(self.stock.cast[-2:]) if self.stock.cast else Source("he", False, "he", "person")
        src, mark = Source(old.pronoun, old.pronoun == "they", old.pronoun, "pronoun"), self.stock.new_id()
        cue, back = self.verb(
            self.rng.choice(
                ["add", "add", "continue", "go_on_to_say/went_on_to_say/gone_on_to_say", "say/said", "stress"]
            ).replace("continue", "add"),
            src,
            False,
            mark,
        )
        return f"{cap(self.src(src, mark))} {cue} {self.complement(depth - 1, back, mark, False)}."

    # -- paragraphs ------------------------------------------------------
    def depth(self) -> int:
        """A random chain length, kept for the counts."""
        made = self.rng.choices(list(DEPTHS), list(DEPTHS.values()))[0]
        self.depths.append(made)
        return made

    def plain_sentence(self) -> str:
        """A sentence with no attribution."""
        if self.stock.chance(0.55):
            return cap(self.stock.base(False)) + "."
        return cap(self.stock.fill(self.rng.choice(DISTRACTORS))) + "."

    def headline(self) -> str:
        """A short first paragraph without a full stop."""
        mark = self.stock.new_id()
        raw, plural = self.stock.agent()
        subject = re.sub(r"^(the|a) ", "", raw)
        phrase = self.stock.fill(self.rng.choice([a for a in self.stock.topic.acts if not a.startswith("~")]))
        verb, _, rest = phrase.partition(" ")
        now = f"{verb if plural else third(verb)} {rest}"
        src = self.rng.choice(
            [
                "aide",
                "police",
                "[t:minister]",
                "union",
                "court",
                "[d:report]",
                "witness",
                "insider",
                "[d:study]",
                "prosecutors",
                "widow",
                "sources",
                "ex-[t:mayor]",
                "officials",
                "watchdog",
                "[p:" + self.rng.choice(lex.SURNAMES) + "]",
                "[d:survey]",
                "rivals",
            ]
        )
        many = src in ("police", "prosecutors", "sources", "officials", "rivals")
        word = self.rng.choice(
            ["say", "claim", "say", "warn"]
            if many
            else ["says", "claims", "says", "warns", "finds" if "[d:" in src else "alleges"]
        )
        self.depths.append(1)
        roll = self.rng.random()
        if roll < 0.3:
            line = f"[K{mark}:{subject} {now}], [C{mark}:{word}] [S{mark}:{src}]"
        elif roll < 0.5:
            line = f"[K{mark}:{subject} ‹{verb if plural else third(verb)}› {rest}], [C{mark}:{word}] [S{mark}:{src}]"
        elif roll < 0.65:
            line = f"[S{mark}:{subject}] [C{mark}:{'deny' if plural else 'denies'}] [K{mark}:{self.stock.act('ger')}]"
        elif roll < 0.8:
            line = f"[S{mark}:{src}] [C{mark}:{word}] [K{mark}:{subject} {now}]"
        elif roll < 0.9:
            line = f"[S{mark}:{subject}] [C{mark}:{'vow' if plural else 'vows'}] [K{mark}:to {self.stock.act()}]"
        else:
            self.depths.pop()
            line = f"{subject} {now}"
        return cap(line)

    def paragraph(self, chains: int, plains: int) -> str:
        """Sentences shuffled into one paragraph."""
        order = [True] * chains + [False] * plains
        self.rng.shuffle(order)
        return " ".join(self.sentence(self.depth()) if chain else self.plain_sentence() for chain in order)

    def running_quote(self) -> list[str]:
        """A quotation that goes on for two or three paragraphs."""
        mark, depth = self.stock.new_id(), self.depth()
        tag, _ = self.tag(mark, False)
        first = f"{cap(tag)}: [K{mark}:‹{self.quoted(depth - 1)}. {self.stock.spoken()}.]"
        if self.stock.chance(0.4):
            tag, _ = self.tag(mark2 := self.stock.new_id(), self.stock.chance(0.5))
            self.stock.ids = mark2
            first = f"[K{mark2}:‹{self.quoted(depth - 1)},›] {tag}. [K{mark2}:‹{self.stock.spoken()}. {self.stock.spoken()}.]"
        middle = [f"‹{self.quoted(1)}. {self.stock.spoken()}."] if self.stock.chance(0.4) else []
        deep = self.rng.choice([0, 1, 1, 2])
        return [first, *middle, f"‹{self.stock.spoken()}. {self.quoted(deep)}.›"]

    def document(self) -> str:
        """A whole marked-up document."""
        rng = self.rng
        paras: list[str] = []
        if self.genre not in ("assessment", "telegram") and self.stock.chance(0.3):
            paras.append(self.headline())
        if self.genre == "assessment":
            paras += [self.paragraph(rng.randint(3, 5), rng.randint(0, 2)) for _ in range(rng.choice([1, 1, 2]))]
        elif self.genre == "tabloid":
            paras += [self.paragraph(1, rng.choice([0, 0, 1])) for _ in range(rng.randint(2, 4))]
        else:
            paras += [self.paragraph(rng.randint(1, 3), rng.choice([0, 0, 1, 1, 2])) for _ in range(rng.randint(1, 3))]
        if self.genre != "assessment" and self.stock.chance(0.16):
            paras += self.running_quote()
        if self.genre == "wire" and self.stock.chance(0.5):
            first = 1 if paras and not plain(paras[0]).endswith((".", "›", "?")) and len(paras) > 1 else 0
            city = rng.choice(lex.CITIES)
            agency = rng.choice(["[o:Reuters]", "[o:AP]", "[o:AFP]", "[o:Interfax]", "[o:Delta Wire]"])
            line = rng.choice(
                [
                    f"[l:{city.upper()}] ({agency}) - ",
                    f"[l:{city.upper()}] - ",
                    f"[l:{city.upper()}], " + self.stock.fill("{daymonth}") + f" ({agency}) — ",
                ]
            )
            paras[first] = line + paras[first]
        return "\n\n".join(paras)
