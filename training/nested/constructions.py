"""Less common constructions, nested in one another: carriers, cut-in cues, modified sources, sentences that lure.

Clause templates may stand after "that"; sentence templates only at the top.  Slots: ``{s1}`` a source,
``{k}`` a clause that takes the remaining levels, ``{b}`` a clause without attribution.
"""

from __future__ import annotations

import random
import re

from training.nested import headlines, relays, wishes
from training.nested import lexicon as lex
from training.nested.clauses import regular
from training.nested.markup import cap
from training.nested.scene import Scene
from training.nested.topics import TOPICS

# ``§`` stands where an open appositive wants a closing comma
SOURCES = """a recruiter calling himself [p:{fm}]|a caller giving her name as [p:{ff}]|a man who gave his name as [p:{fm}]|a source inside [o:the Interior Ministry]
a source close to the [t:governor]'s office|an officer serving near {city}|a lawyer for the family who asked not to be named|a clerk who asked not to be identified
an employee who feared losing her job|a woman who answered the ministry's telephone|a driver waiting at the gate|the owner of a bakery in {city}
a guard at the depot|a cousin of the driver|the widow of a [g:{national_}] pilot|a former cook at the barracks
a nurse on the night shift|a [g:{national_}] diplomat posted in {city}|a person briefed on the [d:audit]|someone with knowledge of the contract
an account calling itself [o:Quiet Harbour]|a channel linked to the security services|a blogger writing under the name [p:{fm}]|the head of a village near {city}
the only councillor to vote against the plan|a man in uniform|a translator hired by the court|a passenger on the second bus
an adviser to the [t:president]|a porter at the hotel on {street} Street|the tabloid that broke the story|a monitoring group based in {city}
a friend from school|a pupil who was in the room|the pathologist who examined the body|the engineer in charge of the dam
a member of the parish council|a voice on the [d:recording]"""
DOCUMENTS = """an [d:indictment] read out in {city} on {wday}|a [d:verdict] handed down in {city}|a [d:complaint] lodged by a neighbour
the [t:mayor]'s [d:post] on Telegram|the [t:governor]'s [d:message] to residents|a [d:post] on the club's page|{doc}|the [d:verdict]
a [d:spreadsheet] leaked by a clerk|a [d:letter] found in the archive|a [d:note] pinned to the gate|an unsigned [d:memo] seen by {outlet}
a message signed by [n:nine] teachers|the last [d:report] of the inspectorate|a [d:statement] issued by {org}|[d:minutes] of the [w:March] meeting
its [d:note] of {daymonth}|the [d:affidavit] of a clerk|a [d:report] that took [n:two] years|the [d:diary] kept by the pilot"""
PLURALS = """residents of the hostel on {street} Street|[n:two] people familiar with the talks|[n:three] officials who spoke on condition of anonymity
parents of pupils at the school in {city}|[n:four] men released in {month}|lawyers acting for the family|soldiers from the same unit
workers at the plant in {city}|neighbours living across the yard|people close to the [t:governor]|relatives of the missing crew
[g:{national_}] officials briefed on the plan|several members of the committee|campaigners in {city}|doctors who treated the wounded
drivers queueing at the border|employees past and present|the makers of the film|villagers on both banks|prosecutors in {city}"""
APPOSED = """[p:{ff} {last}], who runs the shelter|the head of the village council, [p:{fm} {last}]|[p:{fm} {last}], a baker from {city}
[p:{ff} {last}], whose brother is in custody|the [t:chief accountant], [p:{ff} {last}]|[p:{fm} {last}], [n:{age}], who saw the fire
the [t:deputy mayor], a former wrestler|[p:{fm} {last}], a [t:spokesman] for {org}|the landlord, who lives in {city}|her brother [p:{fm}], a welder
the [t:abbot] of the monastery, [p:{fm} {last}]|[p:{ff} {last}], who asked not to be photographed|[o:{last} & Sons], which owns the mill
the court's [t:press secretary], [p:{ff} {last}]|a retired [t:colonel], [p:{fm} {last}]"""
PLAIN = """{A}|{B}|{D}|{M}|{O}|{UU}|{U}|the ministry|the company|the board|the bishop|the judge|the mother|his lawyer|the landlord
the inspector|the [t:mayor]|the clerk|police|the widow|the union|the foreman|the pilot|the channel|the surveyor|officials"""
STREETS = "Polevaya Mill Lenin Station Sadovaya Quay Tulip Harbour Canal Abay Market Nizami".split()
HEARERS = """him|her|them|reporters|the family|staff|the court|{outlet}|the inquiry|parishioners|investors|the committee|his deputies|relatives"""
SAYING = "said said said said claimed claimed insisted reported warned added wrote conceded argued maintained suggested alleged".split() + [
    "has said", "had said", "would later say", "has claimed", "now admitted", "later confirmed", "went on to say",
]  # fmt: skip
PRESS = ["reported", "wrote", "said", "claimed", "revealed", "has reported", "stated", "announced", "noted"]
ADVERBED = """has said openly|have_said privately|never said|said only|would say only|would only say|has repeatedly said|had always maintained|later insisted
never once admitted|did not say|had not said|could not say for certain|freely admitted|now says|always said|did not deny|will not admit
may have said|has yet to confirm|cannot confirm|would not accept|quietly conceded|still believes|no longer believes
has long argued|never claimed|does not believe|has never publicly said|openly boasted|might later claim|seemed to think|refused to believe"""
BROADCAST = """broadcast|published|posted|released|carried|aired|reprinted|obtained|shared|leaked|played|printed|uploaded|showed|ran"""
CARRIERS = """an [d:interview]|a [d:recording]|a [d:transcript]|a video|a [d:letter]|a voice message|a clip|an open [d:letter]|a [d:statement]
an [d:affidavit]|an audio [d:file]|a [d:diary]|a [d:leaflet]|footage"""
INWHICH = "says|explains|complains|admits|relates|claims|recalls|swears|can be heard saying|warns|insists|boasts"
CALLED = """'the interesting rows'|'a gift to the city'|'a technical pause'|'an act of cowardice'|'the black ledger'|'our little secret'|'a quiet year'
'a misunderstanding'|'preventive conversations'|'the wrong map'|'a family matter'|'cosmetic repairs'|'the price of order'"""
STAGED = (
    "staged|doctored|a provocation|childish|an insult|far too late|harmless|mediaeval|routine|unlawful|priceless|a trap"
)
IMPOSSIBLE = "impossible|a fake|unsinkable|illegal|too dangerous|their masterpiece|worthless|a scandal|safe"
PLACES = "in the bazaar|in the town|among the traders|in the corridors of the ministry|on the docks|in the barracks|online|at the market"
DRUNK = """admitted|to being drunk;confessed|to having been afraid;denied|having been paid;admitted|lying;boasted|of being the best shot in town
denied|being on medication;complained|of being threatened;owned up|to having guessed the figure;spoke|of feeling ill"""

CLAUSES = """
[S1:{s1}] [C1:{said}] [K1:that {k}]
[S1:{s1}] [C1:{said}] [K1:{k}]
[S1:{s1}] [C1:{press}] on {wday} [K1:that {k}]
[S1:{s1}] [C1:told] {hear} [K1:that {k}]
[S1:{s1}] [C1:{adv}] [K1:that {k}]
[S1:{s1}] [C1:{adv}] [K1:that {k}]
[S1:{p1}] [C1:were {prog}] {hear} [K1:that {k}]
[S1:{o1}] [C1:was {prog}] {hear} [K1:that {k}]
[S1:{o1}] [C1:was {prog}] {hear} [K1:that {k}]
[S1:{s1}] [C1:could not recall] [K1:{rec}]
[S1:{s1}] [C1:did not remember] [K1:{rec}]
[S1:{s1}] [C1:could not remember] [K1:whether {b}]
[S1:{s1}] [C1:{refused}] [K1:to say whether {b}]
[S1:{s1}] [C1:{refused}] [K1:to {ref}]
[S1:{s1}] [C1:{ordered}] [K1:{whom} {not}to {act}]
[S1:{s1}] [C1:{ordered}] [K1:{whom} {not}to {act}]
[S1:{o1}], [C2:{withref}] [S2:{s2}], [C1:{press}] [K1:[K2:that {k}]]
[S1:{O}], [C2:{withref}] [S2:{s2}], [C1:{press}] [K1:[K2:that {k}]]
[S1:{O}], which [C2:{cited}] [S2:{s2}], [C1:{press}] [K1:[K2:that {k}]]
[S1:{O}], in a [d:report] based on {src}, [C1:{press}] [K1:that {k}]
[C2:{withref}] [S2:{s2}], [S1:{O}] [C1:{press}] [K1:[K2:that {k}]]
[S1:{o1}] [C1:{bcast}] [K1:{carrier} in which [S2:{s2}] [C2:{inwhich}] [K2:that {k}]]
[S1:{O}] [C1:{bcast}] [K1:{carrier} in which [S2:{o2}] [C2:relates] [K2:how [S3:{s3}] [C3:{warned}] {hear3} [K3:that {k}]]]
[S1:{O2}] [C1:{bcast}] [K1:{carrier} showing that {b}]
[K1:[K2:{sub}]], [S1:{s1}] [C1:{said}] [K1:[S2:{o2}] [C2:had {promised}] {hear}], [K1:[K2:{wpred}]]
[K1:[S2:{o2}]], [S1:{s1}] [C1:{adds}], [K1:[C2:{said}] [K2:that {k}]]
[K1:{sub}], [S1:{s1}] [C1:{said}], [K1:{pred}]
[K1:{sub}], [C1:according to] [S1:{s1}], [K1:{pred}]
[S1:{s1}] [C1:{swore}] [K1:that [S2:{o2}] [C2:had informed] {hear} [K2:that {k}], and that [S3:{o3}] [C3:had agreed] [K3:to {act}]]
[S1:{s1}] [C1:{swore}] [K1:that [S2:{o2}] [C2:{said}] [K2:that {k}], and that {b2}]
[S1:{s1}] [C1:{said}] [K1:that {k}], while [S2:{o2}] [C2:denied] [K2:that {b2}]
[S1:{s1}] [C1:{said}] [K1:that {k}, and that {b2}]
it [C1:[h:{rumoured}]] {place} [K1:that {k}]
there is [C1:{talk}] {place} [K1:that {k}]
[C1:word has it] [K1:that {k}]
[K1:{sub}] [C1:[h:{is} {thought}]] [K1:to have {pp}]
[S1:{s1}] [C1:{said}] [K1:that {b} in what [S2:{o2}] [C2:{calledv}] [K2:‹{called}›]]
{sub} {pred} in what [S1:{s1}] [C1:{calledv}] [K1:‹{called}›]
{np}, which [S1:{s1}] [C1:described] [K1:as ‹{staged}›], {event}
{np} that [S1:{o1}] [C1:had called] [K1:{imp}] {event}
[S1:{o1}] [C1:{said}] [K1:that [S2:{o2}] [C2:{adm}] [K2:{drunk}] when {hs} {said_it}]
[S1:{s1}] [C1:{said}] [K1:that [S2:{o2}] [C2:{adm}] [K2:{drunk}] at the time]
[S1:{o1}] [C1:{adm}] [K1:{drunk}] when {b}
[C1:on the authority of] [S1:{s1}], [K1:{k}]
[S1:{q1}'s] [C1:{noun}] [K1:that {k}] [{fate}]
[S1:{s1}] [C1:{cited2}] [K1:[S2:{q2}'s] [C2:{noun}] [K2:that {k}]]
"""
SENTENCES = """
[K1:[K2:{k}]], [C2:according to] [S2:{s2}], as [C1:reported by] [S1:{O}].
[K1:[K2:{k}]], [C2:according to] [S2:{s2}], [C1:{citedby}] [S1:{O}].
[K1:[K2:{k}]], [C2:said] [S2:{s2}], [C1:{citedby}] [S1:{O}].
[K1:{k}], [S1:{s1}] [C1:told] {O}, which published the [d:interview] on {wday}.
[K1:{k}], [S1:{s1}] [C1:told] {O} in {month}.
[K1:[K2:{k}]], [S1:{O}] [C1:{press}], [C2:{withref}] [S2:{s2}].
[K1:{k}], [S1:{s1}] [C1:testified]; [S2:{p2}] [C2:say] [K2:that {b2}, and that {b}].
[K1:{k}], [S1:{s1}] [C1:{said}]; [S2:{s2}] [C2:{said}] [K2:that {b2}].
[S1:{s1}] [C1:{said}] [K1:{k}]; [S2:{s2}] [C2:{said}] [K2:that {b2}]; [S3:{o3}] [C3:{refused}] [K3:to comment].
[K1:{k}], [C1:according to] [S1:{inst}], [S2:which] [C2:{blamed}] [K2:{np}].
[K1:{k}], [C1:according to] [S1:{person1}], [S2:who] [C2:{blamed}] [K2:{np}].
[K1:{k}], [C1:according to] [S1:{O}], [S2:which] [C2:accused] [K2:{whom} of {ger}].
[K1:{k}], [C1:according to] [S1:{s1}], while [S2:{o2}] [C2:{said}] [K2:that {b2}].
[K1:‹[S2:{o2}] [C2:told] us [K2:{sub} {pred}], [S3:{o3}] [C3:told] {hear3} [K3:it was {safe}], and {b},›] [C1:{says}] [S1:{s1}].
[K1:‹[S2:They] [C2:told] me [K2:{b}], [S3:{o3}] [C3:told] them [K3:it was {safe}]. {say},›] [S1:{s1}] [C1:{said}].
[K1:‹{say}. [S2:My {kin}] [C2:told] me [K2:it was {safe}], [S3:the guards] [C3:told] my {kin} [K3:nothing had happened],›] [S1:{o1}] [C1:recalled]. [K1:‹{say2}.›]
[S1:{s1}] [C1:{advq}]: [K1:‹{say}.›]
[S1:{s1}] [C1:{bcast}] [K1:{carrier} in which [S2:{o2}] [C2:{inwhich}]: [K2:‹{say}.›]]
[K1:All {he_} has], [S1:{he_}] [C1:{sneered}], [K1:is {three}].
[K1:The trouble], [S1:{o1}] [C1:{sneered}], [K1:is that {b}].
[K1:[K2:‹{say},›]] [S1:{s1}] [C1:told] {hear}, [C2:{withref}] [S2:{s2}].
[S1:{o1}] [C1:accused] [K1:[S2:{o2}] of [C2:{clm}] [K2:that {k}]].
"""
NEGATIVES = """it ran out of fuel, according to schedule|the trains left on time, according to plan|the meanwhile closed plant employed {num} people
the committee is also reopening old cases|relatives can now see the perpetrator conscripted|the report card was sent home on {wday}
the speaker system failed during the concert|the claims department moved to {city}|he was told apart from his twin by a scar
the sound of the order book closing was barely heard|the interview room is on the second floor|the testimony of stone and brick survives in {city}
a letter box stands by the gate|the prices were set according to weight|pupils are seated according to age|the call centre in {city} closed in {month}
the telegram office is now a café|the statement of accounts runs to {num} pages|the since renamed square was empty|the newly promised bridge opened in {month}
the channel carries water to {num} farms|the published timetable has not changed|the said amount was paid in full|the film was shown in {city}
the post was filled in {month}|the transcript was bound in leather|a recording studio opened on {street} Street|the vote will be held again
the broadcast mast was painted red|no date has been set|the two sides meet again on {wday}|the reporter's car was found in {city}
the talking clock was switched off in {month}|the video shop closed|the so far unsold flats stand empty|the judge retired in {month}"""
LISTS = {
    "said": SAYING, "press": PRESS, "adv": ADVERBED.replace("have_said", "had said"), "bcast": BROADCAST, "carrier": CARRIERS, "inwhich": INWHICH,
    "withref": "with reference to|with reference to|relying on|drawing on|on the authority of|referring to|quoting|citing|pointing to",
    "cited": "cited|quoted|referred to|relied on", "citing": "citing|quoting|echoing", "citedby": "quoted by|cited by|as quoted by",
    "src": "the same footage|public registers|{num} pages of [d:documents]|months of research|satellite images|leaked [d:emails]",
    "blamed": "blamed|blamed|blames|has blamed|condemned|rejected|defended", "inst": "the board|the ministry|the union|{M}|{O}|the company|the council|the parish",
    "person1": "the bishop|the judge|{A}|{B}|the widow|the foreman|a guard at the depot|a nurse on the night shift|an engineer at the dam",
    "prog": "assuring|quietly telling|still telling|privately warning|openly telling|again reassuring|quietly assuring",
    "calledv": "called|called|had called|later called|has called|likes to call|once called", "said_it": "said it|signed it|wrote the [d:letter]|made the call|gave evidence",
    "advq": "has said openly|said only|would say only|later insisted|freely admitted|once said|always said|will say only|would only say",
    "rec": "the conversation|the meeting|any such order|the date|ever meeting {G}|signing the [d:contract]|who had been in the room|why the gate was open",
    "refused": "refused|declined|has refused|has declined|flatly refused|politely declined|had refused|again declined",
    "ref": "say how many had left|name the buyer|comment on {np}|discuss {np}|explain why {b}|give a date|reveal where the money went",
    "ordered": "ordered|ordered|advised|urged|asked|had cleared|instructed|told|begged|warned|has asked|encouraged|had ordered|forbade|called on|reminded",
    "whom": "him|her|citizens|worshippers|regional governors|staff|the pilot|{G}|{G}|residents|the guards|all units|his deputy|parents|drivers",
    "warned": "warned|told|had assured|informed|had warned|once told", "promised": "promised|told|assured|warned|informed",
    "adds": "adds|added|notes|goes on|continued|writes|conceded", "swore": "swore|testified|wrote|said|repeated|deposed",
    "rumoured": "is rumoured|was rumoured|is whispered|is widely believed|was widely believed|is generally thought|was long suspected",
    "talk": "talk|gossip|a rumour|speculation|a suspicion|a widespread belief|loud talk", "place": PLACES,
    "thought": "thought|believed|widely believed|understood|rumoured|presumed|widely thought|now thought", "called": CALLED.replace("'", ""),
    "staged": STAGED, "imp": IMPOSSIBLE, "noun": "claim|suggestion|warning|assurance|admission|boast|remark|insistence|theory|complaint",
    "fate": "was met with laughter|went unanswered|spread within hours|convinced few|has since been deleted|made headlines",
    "cited2": "repeated|dismissed|cited|quoted|shared|mocked|rejected|passed on|recorded", "safe": "safe|clean|finished|legal|under control|too late|nothing",
    "says": "says|said|recalled|says|told us|complained|insists", "kin": "mother|brother|lawyer|neighbour|boss|landlady",
    "sneered": "sneered|said|scoffed|wrote|joked|muttered|complained", "three": "{num} calls|a bad photocopy|a neighbour's word|an empty folder|[n:two] receipts",
    "clm": "claiming|pretending|falsely claiming|saying|insinuating", "he_": "he|she", "street": STREETS, "fm": lex.MALE, "ff": lex.FEMALE,
    "last": lex.SURNAMES, "not": "|||not |never ", "hear": HEARERS, "hear3": HEARERS,
}  # fmt: skip
#: cues a document can govern or follow
_WRITTEN = r"(?:according to|withref\}}|cited\}}|citing\}}|authority of)\] \[S\d:\{{{0}\}}|\{{{0}\}}(?:'s)?\]+,? \[C\d:\{{(?:said|adds|warned|noun)\}}"
#: ``¤`` stands after a plural source, whose verb follows
_AGREE = re.compile(r"¤(\]+ \[C\d+:)((?:now|still|always|again|later|flatly|no longer|quietly) )?(\w+)")
_PLURAL_FORM = {"has": "have", "was": "were", "is": "are", "does": "do", "goes": "go", "relates": "relate"} | {
    word: word[:-1]
    for word in "says believes explains complains admits claims recalls swears warns insists boasts adds notes writes".split()
}


def _items(rows: str | list[str]) -> list[str]:
    return rows if isinstance(rows, list) else re.split(r"[|\n]", rows.strip("\n"))


class Constructor:
    """Writes one document of such constructions."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.scene = Scene(rng, rng.choice(TOPICS))
        self.depths: list[int] = []
        self.used: set[str] = set()
        self.lists = {key: _items(rows) for key, rows in LISTS.items()}

    def who(self, kind: str, written: bool) -> str:
        """A source not yet in the sentence: s any, o without an open appositive, p plural."""
        for _ in range(8):
            made = self._who(kind, written)
            if made not in self.used:
                break
        self.used.add(made)
        return made

    def _who(self, kind: str, written: bool) -> str:
        roll, scene = self.rng.random() + (kind == "q"), self.scene
        if kind == "p":
            return scene.cycle("plurals", _items(PLURALS)) + "¤"
        if kind == "s" and roll < 0.17:
            return scene.cycle("apposed", _items(APPOSED)) + "§"
        if written and kind != "q" and roll > 0.78:
            return scene.cycle("documents", _items(DOCUMENTS))
        if roll < 0.46:
            return scene.cycle("modified", _items(SOURCES))
        if kind == "s" and roll < 0.58:
            return scene.cycle("plurals", _items(PLURALS)) + "¤"
        many = ["{UU}", "police", "officials"]
        item = scene.cycle("plain-" + kind, [p for p in _items(PLAIN) if kind == "s" or p not in many])
        return item + "¤" if item in many else item

    def build(self, template: str, depth: int) -> str:
        """Fill a template; ``{k}`` takes what is left of the depth."""
        scene, rng = self.scene, self.rng
        left = depth - (2 if "[C2:" in template else 1) - (1 if "[C3:" in template else 0)
        given: dict[str, str] = {}
        subject, plural, phrases = scene.subject()
        phrase = rng.choice([p for p in phrases if not p.startswith("~")] or ["be closed"])
        verb, _, rest = scene.fill(phrase).partition(" ")
        raw = rng.choice(scene.topic.events)
        self.used |= {slot for slot in ("{O}", "{O2}") if slot in template}
        names = set(re.findall(r"\{(\w+)\}", template))
        for name in sorted(names):
            if name == "k":
                given[name] = self.clause(left, True) if left > 0 else self.base()
            elif name in ("b", "b2"):
                given[name] = self.base()
            elif re.fullmatch(r"[sopq]\d", name):
                given[name] = self.flat(self.who(name[0], bool(re.search(_WRITTEN.format(name), template))))
            elif name == "say2":
                given[name] = scene.spoken()
            elif name in self.lists:
                given[name] = self.flat(scene.cycle("list-" + name, self.lists[name]))
        adm, drunk = rng.choice([row.split("|") for row in re.split("[;\n]", DRUNK)])
        given |= {
            "sub": subject,
            "pred": scene.predicate(phrase, plural, True),
            "wpred": f"would {verb} {rest}".strip(),
            "pp": f"{regular(verb)[1]} {rest}".strip(),
            "is": rng.choice(["are" if plural else "is", "were" if plural else "was"]),
            "event": scene.predicate(scene.fill(raw), False, True),
            "adm": rng.choice(["", "", "had ", "later "]) + adm,
            "drunk": drunk,
            "hs": rng.choice(["he", "she"]),
        }
        if given.get("ordered") == "forbade" or given.get("ordered") == "had cleared":
            given["not"] = ""
        template = template.replace("[{fate}]", "{fate}")
        made = scene.t(template, **given)
        made = _AGREE.sub(lambda m: f"{m[1]}{m[2] or ''}{_PLURAL_FORM.get(m[3], m[3])}", made).replace("¤", "")
        made = re.sub(r"§(\]*)(?=[,.;:])", r"\1", made)
        made = re.sub(r"§(\]+)(?= )", r"\1,", made).replace("§", "")
        return re.sub(r"(?<=[a-z])(\]*) (the|it) was nothing(?=[\],.])", r"\1 \2 was nothing much", made)

    def base(self) -> str:
        """A clause without attribution."""
        while "unclear" in (made := self.scene.base(True)):
            pass
        return made

    def flat(self, words: str) -> str:
        """Fill the lists' slots inside a list's item."""
        while match := re.search(r"\{(fm|ff|last|street|age|b)\}", words):
            key = match.group(1)
            put = (
                str(self.rng.randint(19, 88))
                if key == "age"
                else self.base()
                if key == "b"
                else self.rng.choice(self.lists[key])
            )
            words = words[: match.start()] + put + words[match.end() :]
        return words

    def clause(self, depth: int, inner: bool = False) -> str:
        """A clause of one of the constructions."""
        rows = [row for row in CLAUSES.strip().split("\n") if depth == 1 or "{k}" in row]
        if inner:  # what is added by "while" or "and that" must not seem to hang on the outer cue
            rows = [row for row in rows if ", while" not in row and "and that" not in row]
        row = self.scene.cycle(f"clauses{depth > 1}{inner}", rows)
        while inner and (row.count("[C") > depth + 1 or "word has" in row):
            row = self.rng.choice(rows)
        return self.build(row, depth)

    def sentence(self) -> str:
        """A sentence, capitalised."""
        depth = self.rng.choices([1, 2, 3, 4], [34, 38, 21, 7])[0]
        self.depths.append(depth)
        self.used = set()
        if self.rng.random() < 0.36:
            return cap(self.build(self.scene.cycle("sentences", SENTENCES.strip().split("\n")), depth))
        clause = self.clause(depth)
        if self.rng.random() < 0.06 and clause.startswith("[S"):
            clause = f"{self.scene.fill(self.rng.choice(lex.FRONTS))}, {clause}"
        return cap(clause) + "."

    def negative(self) -> str:
        """A sentence that only looks like an attribution."""
        if self.rng.random() < 0.3:
            return cap(self.scene.base(True)) + "."
        return cap(self.scene.fill(self.flat(self.scene.cycle("negatives", _items(NEGATIVES))))) + "."

    def document(self) -> str:
        """A marked-up document."""
        rng, scene = self.rng, self.scene
        paras = list(headlines.headed(scene)) if rng.random() < 0.15 else []
        for _ in range(rng.choice([1, 2, 2, 3])):
            lines = [self.sentence() for _ in range(rng.choice([1, 1, 2, 2, 3]))]
            lines += [self.negative() for _ in range(rng.choice([0, 0, 1, 1, 2]))]
            if rng.random() < 0.2:
                lines.append(rng.choice([relays.quiet, wishes.lure, wishes.saying])(scene))
            rng.shuffle(lines)
            paras.append(" ".join(lines))
        text = scene.settle("\n\n".join(paras))
        text = re.sub(r"\b([Aa]) (?=\[g:[AEIO])", r"\1n ", text)
        return re.sub(r"s(\]*)'s\]", r"s\1']", re.sub(r"s(\]+)'s ", r"s\1' ", text))
