"""Finite clauses holding a chosen number of attribution hops."""

from __future__ import annotations

import re
from collections.abc import Callable

from training.nested import cues
from training.nested import lexicon as lex
from training.nested.clauses import Source, Stock, gerund, regular, third
from training.nested.markup import cap

_REPORTABLE = ["say/said"] * 14 + ["claim"] * 4 + ["report"] * 2 + ["think/thought", "believe", "warn", "add"]
_BARE = {
    "say",
    "claim",
    "think",
    "believe",
    "know",
    "hope",
    "fear",
    "add",
    "suspect",
    "admit",
    "insist",
    "feel",
    "reckon",
    "suggest",
    "guess",
}
_AUDIENCES = [
    "reporters",
    "the court",
    "the jury",
    "parliament",
    "colleagues",
    "friends",
    "investors",
    "staff",
    "the inquiry",
    "a rally in {city}",
    "{outlet}",
    "{outlet}",
    "{outlet}",
    "the BBC_",
    "state television",
    "his lawyer",
    "police",
    "fans",
    "the hearing",
    "local media",
    "a friend",
    "{person}",
]
_FATES = [
    "was dismissed as gossip",
    "has caused alarm",
    "proved wrong",
    "surprised nobody",
    "drew laughter",
    "spread quickly",
    "could not be verified",
    "has not been tested in court",
    "went unanswered",
    "angered many families",
    "moved markets",
    "made the front pages",
]
_PRESENT = set(
    """say claim think believe know hope fear insist argue warn suggest note deny doubt admit want plan expect report state maintain suspect
understand call describe accuse oppose support dispute write tell show find indicate reveal estimate predict stress ask wonder agree concede allege contend
urge deplore defend criticise condemn assume imagine reckon feel intend seek assess acknowledge confirm""".split()
)
_PROGRESSIVE = set(
    "say claim urge threaten plan call warn accuse seek ask insist investigate consider deny suggest offer".split()
)
#: raising passives that do not weaken what they report
_FIRM = {"known", "reported", "estimated", "expected"}
_STATIVE = {"believe", "think", "know", "hope", "fear", "want", "suspect", "understand", "doubt", "feel", "assume"}
_EXTRA_THAT = [
    "a friend",
    "my boss",
    "my brother",
    "the doctor",
    "the man next door",
    "our lawyer",
    "the guards",
    "the officer",
    "my mother",
    "the foreman",
]


def forms(spec: str) -> tuple[str, str, str, str]:
    """Base, past, participle and particle of a cue."""
    parts = spec.split("/")
    base, _, tail = parts[0].partition("_")
    past, participle = (
        regular(base)
        if len(parts) < 2
        else (parts[1].split("_")[0], (parts[2] if len(parts) > 2 else parts[1]).split("_")[0])
    )
    return base, past, participle, tail.replace("_", " ")


class Weaver:
    """Builds attributed clauses on one document's stock."""

    def __init__(self, stock: Stock) -> None:
        self.stock = stock
        self.rng = stock.rng

    # -- pieces ----------------------------------------------------------
    def verb(self, spec: str, src: Source, past: bool, mark: int, adverb: bool = True) -> tuple[str, bool]:
        """Marked finite cue, and whether its clause is backshifted."""
        base, simple, participle, tail = forms(spec)
        plural = src.plural or src.text in ("I", "we", "they", "you")
        options = (
            {"past": 62, "perf": 9, "pres": 17, "pluperf": 3, "prog": 2} if not past else {"past": 60, "pluperf": 36}
        )
        if base in (
            "know",
            "believe",
            "understand",
            "see",
            "think",
            "suspect",
            "hear",
            "notice",
            "realise",
            "realize",
            "hope",
            "fear",
            "want",
            "admit",
        ):
            options.pop("prog", None)
        if base not in _PROGRESSIVE:
            options.pop("prog", None)
        if base in _STATIVE:
            options.pop("perf", None)
        if base not in _PRESENT:
            options.pop("pres", None)
        tense = self.rng.choices(list(options), list(options.values()))[0]
        have, are = ("have", "are") if plural else ("has", "is")
        if src.text == "I":
            are = "am"
        word = {
            "past": simple,
            "perf": f"{have} {participle}",
            "pres": base if plural else third(base),
            "pluperf": f"had {participle}",
            "prog": f"{are} {gerund(base)}",
        }[tense]
        if adverb and src.text not in ("I", "we") and self.stock.chance(0.06):
            inner = self.rng.choice(lex_adverbs())
            word = word.replace(" ", f" {inner} ", 1) if " " in word else f"{inner} {word}"
        if tail:
            word += " " + tail
        return f"[C{mark}:{word}]", tense not in ("pres", "perf", "prog")

    def src(self, src: Source, *marks: int, closed: bool = True, wedge: bool = False) -> str:
        """Marked source, with the comma its appositive wants."""
        text = src.text
        for mark in marks:
            text = f"[S{mark}:{text}]"
        if src.comma:
            return text + ("," if closed else "")
        if (
            wedge
            and src.kind in ("person", "unnamed")
            and not src.plural
            and self.stock.chance(0.05)
            and "who" not in text
        ):
            return f"{text}, {self.stock.fill(self.rng.choice(lex.WEDGES))},"
        return text

    def pick(self, kinds: str = "poudr", quoted: bool = False) -> Source:
        """A source; in a quotation now and then the speaker or kin."""
        if quoted and self.stock.chance(0.3):
            word = self.rng.choice(["I", "we", "they", *_EXTRA_THAT])
            return Source(word, word in ("we", "they", "the guards"), word, "unnamed")
        return self.stock.source(kinds)

    def adjunct(self, share: float = 0.2) -> str:
        """An optional adjunct between cue and content, with its leading space."""
        return " " + self.stock.fill(self.rng.choice(lex.STATES)) if self.stock.chance(share) else ""

    def audience(self) -> str:
        """An addressee."""
        return self.stock.fill(self.rng.choice(_AUDIENCES).replace("the BBC_", "the [o:BBC]"))

    # -- clauses ---------------------------------------------------------
    def finite(self, depth: int, past: bool = True, quoted: bool = False) -> str:
        """A lower-case clause with ``depth`` hops."""
        if depth == 0:
            clause = self.stock.base(past)
            if self.stock.chance(0.06):
                clause = self.stock.base(past) + self.rng.choice([" and ", " but ", " while "]) + clause
            return clause
        table: list[tuple[Callable[[int, bool, bool], str], int]] = [
            (self.that, 46),
            (self.told, 9),
            (self.accord, 6),
            (self.noun, 6),
            (self.asked, 4),
        ]
        if depth == 1:
            table += [
                (self.infinitive, 8),
                (self.order, 8),
                (self.accuse, 7),
                (self.denial, 7),
                (self.raised, 5),
                (self.adverb, 4),
                (self.calls, 5),
                (self.gerund_cue, 4),
                (self.refusal, 3),
                (self.object_noun, 6),
                (self.partial, 5),
            ]
        else:
            table += [
                (self.citing, 10),
                (self.told_which, 6),
                (self.quoted_as, 6),
                (self.object_claim, 8),
                (self.order_say, 5),
                (self.accuse_claim, 4),
            ]
        table += [(self.it_is, 4), (self.passive_told, 3)]
        make = self.rng.choices([m for m, _ in table], [w for _, w in table])[0]
        return make(depth, past, quoted)

    def complement(self, depth: int, past: bool, mark: int, quoted: bool, bare: bool = False) -> str:
        """Marked ``that`` clause; sometimes with its complementiser dropped."""
        clause = self.finite(depth, past, quoted)
        drop = bare and self.stock.chance(0.4)
        return f"[K{mark}:{'' if drop else 'that '}{clause}]"

    def that(self, depth: int, past: bool, quoted: bool) -> str:
        """S says that C."""
        src, mark = self.pick(quoted=quoted), self.stock.new_id()
        pool = (
            cues.THAT_DOC
            if src.kind == "doc"
            else cues.THAT_ANY
            if src.kind == "org"
            else cues.THAT_ANY + cues.THAT_PERSON
        )
        spec = self.rng.choice(_REPORTABLE) if self.stock.chance(0.36) and src.kind != "doc" else self.rng.choice(pool)
        if spec in ("describe_how", "claim_repeatedly", "conclude") and src.kind == "doc":
            spec = "conclude"
        name = self.src(src, mark, wedge=True)
        cue, back = self.verb(spec, src, past, mark)
        adjunct = self.adjunct(0.16 if src.kind != "doc" and not quoted else 0)
        if self.stock.chance(0.03) and src.kind != "doc" and not past and src.text != "I":
            seem = "appear" if src.plural or src.text in ("we", "they") else "appears"
            cue, back, adjunct = (
                f"[C{mark}:[h:{seem}] to {self.rng.choice(['believe', 'think', 'accept', 'fear'])}]",
                False,
                "",
            )
        tail = self.complement(depth - 1, back or past, mark, quoted, bare=spec.split("/")[0] in _BARE and not adjunct)
        clause = f"{name} {cue}{adjunct} {tail}"
        if depth <= 2 and self.stock.chance(0.05):
            clause += f" and [K{mark}:that {self.finite(0, back or past)}]"
        elif depth <= 2 and self.stock.chance(0.05) and src.kind not in ("doc",):
            other = self.stock.new_id()
            clause = clause.replace(f"[S{mark}:{src.text}]", f"[S{mark}:[S{other}:{src.text}]]", 1)
            verb, shift = self.verb(
                self.rng.choice(["deny", "admit", "add", "insist", "stress", "acknowledge"]), src, past, other, False
            )
            clause += f", {self.rng.choice(['but', 'and'])} {verb} [K{other}:that {self.finite(0, shift or past)}]"
        return clause

    def told(self, depth: int, past: bool, quoted: bool) -> str:
        """S told Y that C."""
        src, mark = self.pick("pour", quoted), self.stock.new_id()
        hearer = (
            self.rng.choice(["me", "us", "my wife", "the neighbours"])
            if quoted and self.stock.chance(0.6) and src.text not in ("I", "we")
            else self.audience()
        )
        name = self.src(src, mark, wedge=True)
        cue, back = self.verb(self.rng.choice(["tell/told"] * 6 + cues.TELL), src, past, mark)
        return f"{name} {cue} {hearer}{self.adjunct(0.1)} {self.complement(depth - 1, back or past, mark, quoted, bare='told' in cue)}"

    def accord(self, depth: int, past: bool, quoted: bool) -> str:
        """according to S, C; or C cut by it."""
        src, mark = self.pick("poud"), self.stock.new_id()
        if depth == 1 and self.stock.chance(0.35):
            subject, plural, phrases = self.stock.subject()
            predicate = self.stock.predicate(self.rng.choice(phrases), plural, past)
            return f"[K{mark}:{subject}], [C{mark}:according to] {self.src(src, mark, closed=False)}, [K{mark}:{predicate}]"
        return f"[C{mark}:according to] {self.src(src, mark, closed=False)}, [K{mark}:{self.finite(depth - 1, past, quoted)}]"

    def noun(self, depth: int, past: bool, quoted: bool) -> str:
        """S's claim that C met some fate."""
        src, mark = self.pick("pou"), self.stock.new_id()
        return f"{self.claim(src, mark, depth, past, quoted)} {self.rng.choice(_FATES)}"

    def claim(self, src: Source, mark: int, depth: int, past: bool, quoted: bool) -> str:
        """``S's claim that C`` as a noun phrase."""
        noun = self.rng.choice(cues.NOUNS)
        clause = f"[K{mark}:that {self.finite(depth - 1, past, quoted)}]"
        bare = src.text if not src.comma else src.short[0]
        if self.stock.chance(0.3) or len(bare) > 45 or src.kind == "pronoun":
            if src.kind == "pronoun":
                return f"[S{mark}:{ {'he': 'his', 'she': 'her', 'it': 'its', 'they': 'their'}[src.text] }] [C{mark}:{noun}] {clause}"
            return f"{article(noun)} [C{mark}:{noun}] by [S{mark}:{bare}] {clause}"
        ending = "'" if src.plural and re.search(r"s\]?$", bare) else "'s"
        return f"[S{mark}:{bare}{ending}] [C{mark}:{noun}] {clause}"

    def asked(self, depth: int, past: bool, quoted: bool) -> str:
        """S asked whether C."""
        src, mark = self.pick("pur", quoted), self.stock.new_id()
        name = self.src(src, mark)
        cue, back = self.verb(self.rng.choice(cues.ASK), src, past, mark)
        word = (
            "whether"
            if re.search("doubt|question|invest|debat|discuss", cue) or depth > 1
            else self.rng.choice(["whether", "why", "how", "whether", "when"])
        )
        clause = self.finite(depth - 1, back or past, quoted)
        while depth == 1 and "unclear]" in clause:
            clause = self.finite(0, back or past, quoted)
        return f"{name} {cue} [K{mark}:{word} {clause}]"

    def infinitive(self, depth: int, past: bool, quoted: bool) -> str:
        """S vowed to do Y."""
        src, mark = self.pick("pour", quoted), self.stock.new_id()
        if self.stock.chance(0.7) and not quoted:
            text, plural = self.stock.agent()
            src = Source(text, plural)
        cue, _ = self.verb(self.rng.choice(cues.INF), src, past, mark)
        return f"{self.src(src, mark)} {cue} [K{mark}:to {self.stock.act()}]"

    def order(self, depth: int, past: bool, quoted: bool) -> str:
        """S ordered Y to do Z."""
        src, mark = self.pick("pour", quoted), self.stock.new_id()
        cue, _ = self.verb(self.rng.choice(cues.INF_OBJECT), src, past, mark)
        return f"{self.src(src, mark)} {cue} [K{mark}:{self.stock.agent()[0]} {'not ' if self.stock.chance(0.1) else ''}to {self.stock.act()}]"

    def order_say(self, depth: int, past: bool, quoted: bool) -> str:
        """S urged Y to say that C: two hops."""
        src, mark, inner = self.pick("pour", quoted), self.stock.new_id(), self.stock.new_id()
        cue, back = self.verb(self.rng.choice(cues.INF_OBJECT[:12]), src, past, mark)
        word = self.rng.choice(["say", "admit", "confirm", "deny", "claim", "announce", "declare"])
        return (
            f"{self.src(src, mark)} {cue} [K{mark}:[S{inner}:{self.stock.agent()[0]}] to [C{inner}:{word}] "
            f"[K{inner}:that {self.finite(depth - 2, back or past, quoted)}]]"
        )

    def accuse(self, depth: int, past: bool, quoted: bool) -> str:
        """S accused Y of doing Z, active or passive."""
        src, mark = self.pick("pour"), self.stock.new_id()
        spec = self.rng.choice(["accuse"] * 8 + list(cues.OF_GERUND))
        target, plural = self.stock.agent()
        prep = cues.OF_GERUND[spec]
        if self.stock.chance(0.35):
            was = (
                ("were" if plural else "was")
                if past
                else self.rng.choice(["have been" if plural else "has been", "were" if plural else "was"])
            )
            participle = regular(spec)[1]
            if self.stock.chance(0.4):
                return f"{target} [C{mark}:{was} {participle}] [K{mark}:{prep} {self.stock.act('ger')}]"
            name = (
                self.src(src, mark, closed=True)
                if src.kind != "pronoun"
                else f"[S{mark}:{ {'he': 'him', 'she': 'her', 'they': 'them', 'it': 'it'}[src.text] }]"
            )
            return f"{target} [C{mark}:{was} {participle}] by {name} [K{mark}:{prep} {self.stock.act('ger')}]"
        cue, _ = self.verb(spec, src, past, mark)
        return f"{self.src(src, mark)} {cue} [K{mark}:{target} {prep} {self.stock.act('ger')}]"

    def accuse_claim(self, depth: int, past: bool, quoted: bool) -> str:
        """S accused Y of claiming that C: two hops."""
        src, mark, inner = self.pick("pour"), self.stock.new_id(), self.stock.new_id()
        cue, back = self.verb("accuse", src, past, mark)
        word = self.rng.choice(
            ["claiming", "falsely claiming", "saying", "suggesting", "alleging", "insinuating", "pretending"]
        )
        return (
            f"{self.src(src, mark)} {cue} [K{mark}:[S{inner}:{self.stock.agent()[0]}] of [C{inner}:{word}] "
            f"[K{inner}:that {self.finite(depth - 2, back or past, quoted)}]]"
        )

    def denial(self, depth: int, past: bool, quoted: bool) -> str:
        """S denied that C, or denied doing Y."""
        src, mark = self.pick("pour", quoted), self.stock.new_id()
        cue, back = self.verb(self.rng.choice(["deny", "deny", "deny", "dispute", "reject", "doubt"]), src, past, mark)
        if "den" in cue and self.stock.chance(0.5):
            return f"{self.src(src, mark)} {cue} [K{mark}:{self.stock.act('ger')}]"
        lead = "the idea that" if "reject" in cue else "that"
        return f"{self.src(src, mark)} {cue} [K{mark}:{lead} {self.finite(0, back or past)}]"

    def refusal(self, depth: int, past: bool, quoted: bool) -> str:
        """S declined to comment."""
        src, mark = self.pick("pour"), self.stock.new_id()
        cue, _ = self.verb(self.rng.choice(["decline", "decline", "refuse"]), src, past, mark)
        return f"{self.src(src, mark)} {cue} [K{mark}:{self.rng.choice(cues.NONCOMMENT)}]"

    def raised(self, depth: int, past: bool, quoted: bool) -> str:
        """X is understood to have done Y: no source."""
        mark = self.stock.new_id()
        subject, plural, phrases = self.stock.subject()
        phrase = self.rng.choice([p for p in phrases if not p.startswith("~")])
        verb, _, rest = self.stock.fill(phrase).partition(" ")
        what = (
            f"to have {regular(verb)[1]} {rest}"
            if self.stock.chance(0.6)
            else f"to be {gerund(verb)} {rest}"
            if verb != "be"
            else f"to be {rest}"
        )
        be = ("were" if plural else "was") if past else ("are" if plural else "is")
        cue = f"{be} {self.rng.choice(cues.PASSIVE_RAISE)}"
        if cue.split()[1] not in _FIRM:
            cue = f"[h:{cue}]"
        return f"[K{mark}:{subject}] [C{mark}:{cue}] [K{mark}:{what.strip()}]"

    def it_is(self, depth: int, past: bool, quoted: bool) -> str:
        """it is believed that C: no source."""
        mark = self.stock.new_id()
        if self.stock.chance(0.2):
            noun = self.rng.choice(
                ["rumours", "rumors", "reports", "claims", "speculation", "whispers", "suggestions", "allegations"]
            )
            verb = self.rng.choice(["spread", "grew", "persisted", "went round the market"])
            return f"[C{mark}:{noun}] {verb} [K{mark}:that {self.finite(depth - 1, True, quoted)}]"
        be = "was" if past else self.rng.choice(["is", "has been", "was"])
        word = self.rng.choice(cues.PASSIVE_IT)
        if be == "has been" and word in ("known", "thought", "understood", "believed", "expected"):
            be = "is"
        cue = f"{be} {word}" if word in _FIRM else f"[h:{be} {word}]"
        return f"it [C{mark}:{cue}] [K{mark}:that {self.finite(depth - 1, past or be == 'was', quoted)}]"

    def adverb(self, depth: int, past: bool, quoted: bool) -> str:
        """X reportedly did Y: no source."""
        mark, word = self.stock.new_id(), self.rng.choice(lex_reported())
        subject, plural, phrases = self.stock.subject()
        verb, _, rest = self.stock.fill(self.rng.choice([p for p in phrases if not p.startswith("~")])).partition(" ")
        if verb == "be":
            return f"[K{mark}:{subject} {'were' if plural else 'was'}] [C{mark}:[h:{word}]] [K{mark}:{rest}]"
        aux, what = self.rng.choice([("", f"{regular(verb)[0]} {rest}"), (" had", f"{regular(verb)[1]} {rest}")])
        return f"[K{mark}:{subject}{aux}] [C{mark}:[h:{word}]] [K{mark}:{what.strip()}]"

    def calls(self, depth: int, past: bool, quoted: bool) -> str:
        """S called Y "P"."""
        src, mark = self.pick("pour"), self.stock.new_id()
        spec, joint = self.rng.choice(
            [
                ("call", " "),
                ("call", " "),
                ("describe", " as "),
                ("dismiss", " as "),
                ("condemn", " as "),
                ("label", " "),
                ("denounce", " as "),
            ]
        )
        cue, _ = self.verb(spec, src, past, mark, False)
        from training.nested.topics import PHRASES

        return f"{self.src(src, mark)} {cue} [K{mark}:{self.stock.thing()}{joint}‹{self.rng.choice(PHRASES)}›]"

    def partial(self, depth: int, past: bool, quoted: bool) -> str:
        """S said that X was "P"."""
        from training.nested.topics import PHRASES

        src, mark = self.pick(), self.stock.new_id()
        spec = (
            "say/said"
            if src.kind == "doc"
            else self.rng.choice(["say/said", "say/said", "add", "insist", "claim", "argue", "warn"])
        )
        cue, back = self.verb(spec, src, past, mark)
        return f"{self.src(src, mark)} {cue} [K{mark}:that {self.stock.thing()} {'was' if back or past else 'is'} ‹{self.rng.choice(PHRASES)}›]"

    def gerund_cue(self, depth: int, past: bool, quoted: bool) -> str:
        """S admitted doing Y; S boasted of doing Y."""
        src, mark = self.pick("pour"), self.stock.new_id()
        if self.stock.chance(0.5):
            cue, _ = self.verb(self.rng.choice(cues.GERUND), src, past, mark)
            return f"{self.src(src, mark)} {cue} [K{mark}:{self.stock.act('ger')}]"
        spec = self.rng.choice(list(cues.PREP_GERUND))
        cue, _ = self.verb(spec, src, past, mark)
        return f"{self.src(src, mark)} {cue} [K{mark}:{cues.PREP_GERUND[spec]} {self.stock.act('ger')}]"

    def object_noun(self, depth: int, past: bool, quoted: bool) -> str:
        """S condemned the bill; S advocated for it."""
        src, mark = self.pick("pour"), self.stock.new_id()
        spec = self.rng.choice(cues.NP_CUES)
        base, _, tail = spec.split("/")[0].partition("_")
        cue, _ = self.verb(base if tail else spec, src, past, mark)
        about = f"{tail} " if tail else ""
        return f"{self.src(src, mark)} {cue} [K{mark}:{about}{self.stock.thing()}]"

    def citing(self, depth: int, past: bool, quoted: bool) -> str:
        """S, citing Y, said that C: two hops with one content."""
        outer, inner = self.pick("ou"), self.pick("oud")
        one, two = self.stock.new_id(), self.stock.new_id()
        cue, back = self.verb(
            self.rng.choice(["say/said", "report", "say/said", "write/wrote/written", "claim", "state", "reveal"]),
            outer,
            past,
            one,
            False,
        )
        clause = f"[K{one}:[K{two}:that {self.finite(depth - 2, back or past, quoted)}]]"
        who = self.src(inner, two, closed=False)
        roll = self.rng.random()
        if roll < 0.5:
            return f"{self.src(outer, one, closed=False)}, [C{two}:citing] {who}, {cue} {clause}"
        if roll < 0.7:
            return f"{self.src(inner, two, closed=False)}, [C{one}:quoted by] {self.src(outer, one, closed=False)}, [C{two}:{self.rng.choice(['said', 'claimed', 'stated', 'reported'])}] {clause}"
        if roll < 0.88:
            words = self.finite(depth - 2, past, quoted)
            return f"[C{one}:according to] {self.src(outer, one, closed=False)}, [C{two}:citing] {who}, [K{one}:[K{two}:{words}]]"
        return f"[C{two}:citing] {who}, {self.src(outer, one)} {cue} {clause}"

    def told_which(self, depth: int, past: bool, quoted: bool) -> str:
        """X told Y, which reported that C: two hops with one content."""
        inner = self.pick("pur")
        one, two = self.stock.new_id(), self.stock.new_id()
        outlet = self.stock.fill("{outlet}")
        cue, _ = self.verb("tell/told", inner, past, two, False)
        verb = self.rng.choice(["reported", "reported", "said", "claimed", "wrote", "revealed"])
        return (
            f"{self.src(inner, two)} {cue} {outlet}, [S{one}:which] [C{one}:{verb}] "
            f"[K{one}:[K{two}:that {self.finite(depth - 2, True, quoted)}]]"
        )

    def quoted_as(self, depth: int, past: bool, quoted: bool) -> str:
        """Y quoted X as saying that C."""
        outer, inner = self.pick("o"), self.pick("pou")
        one, two = self.stock.new_id(), self.stock.new_id()
        words = f"[K{two}:that {self.finite(depth - 2, True, quoted)}]"
        if self.stock.chance(0.6):
            cue, _ = self.verb("quote", outer, past, one, False)
            return f"{self.src(outer, one)} {cue} [K{one}:{self.src(inner, two)} as [C{two}:saying] {words}]"
        was = "were" if inner.plural else "was"
        return f"{self.src(inner, two)} [C{one}:{was} quoted by] {self.src(outer, one)} as [C{two}:saying] [K{one}:{words}]"

    def object_claim(self, depth: int, past: bool, quoted: bool) -> str:
        """Y rejected S's claim that C: two hops."""
        outer, mark = self.pick("pour"), self.stock.new_id()
        cue, back = self.verb(
            self.rng.choice(
                [
                    "reject",
                    "dismiss",
                    "deny",
                    "repeat",
                    "question",
                    "report",
                    "dispute",
                    "mock",
                    "believe",
                    "confirm",
                    "cite",
                    "share",
                ]
            ),
            outer,
            past,
            mark,
        )
        name = self.src(outer, mark)
        inner, other = self.pick("pou"), self.stock.new_id()
        return f"{name} {cue} [K{mark}:{self.claim(inner, other, depth - 1, back or past, quoted)}]"

    def passive_told(self, depth: int, past: bool, quoted: bool) -> str:
        """Y was told (by S) that C; Y was quoted as saying that C."""
        mark = self.stock.new_id()
        if self.stock.chance(0.35):
            src = self.pick("pu")
            was = "were" if src.plural else "was"
            cue = self.rng.choice(
                ["quoted as saying", "quoted as saying", "reported as saying", "heard to say", "overheard saying"]
            )
            return f"{self.src(src, mark)} [C{mark}:{was} {cue}] [K{mark}:that {self.finite(depth - 1, True, quoted)}]"
        subject, plural = (
            self.stock.agent()
            if not quoted or self.stock.chance(0.4)
            else self.rng.choice([("we", True), ("I", False)])
        )
        was = self.rng.choice(
            [
                "were" if plural else "was",
                "had been" if past else "have been" if plural or subject == "I" else "has been",
            ]
        )
        cue = f"[C{mark}:{was} {self.rng.choice(['told', 'told', 'informed', 'warned', 'assured', 'led to believe'])}]"
        by = f" by {self.src(self.pick('pou'), mark)}" if self.stock.chance(0.4) and "believe" not in cue else ""
        return f"{subject} {cue}{by} [K{mark}:that {self.finite(depth - 1, True, quoted)}]"


def article(noun: str) -> str:
    """Indefinite or definite article for a claim noun."""
    return "the" if noun in ("insistence", "hope", "fear", "belief", "view") else ("an" if noun[0] in "aeiou" else "a")


def lex_adverbs() -> list[str]:
    """Adverbs that may stand inside a cue group."""
    return [a for a in cues.CUE_ADVERBS if a != "reportedly"]


def lex_reported() -> list[str]:
    """Adverbs that are sourceless cues."""
    return cues.ADVERBS + ["reportedly", "reportedly", "allegedly"]


def sentence_case(clause: str) -> str:
    """Capitalised clause."""
    return cap(clause)
