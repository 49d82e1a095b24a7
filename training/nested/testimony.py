"""First-person accounts with what others said inside them."""

from __future__ import annotations

from training.nested.markup import cap
from training.nested.scene import Scene

_THEMES: list[dict[str, str]] = [
    {
        "kin": "son;brother;husband;nephew",
        "who": "the officer;the commander;a man in uniform;the recruiter",
        "fate": "be sent to {city};be moved to the front;get a phone back in a week;be paid {money} a month",
        "fact": "the contracts were for a year;nobody would be sent to fight;there was no more food;the bus was going to {city};the papers had been lost",
        "order": "Sign or go to prison;Put your phones on the table;You have [n:ten] minutes;Tell your mother you are in {city};Nobody leaves this room",
        "act": "sign a paper;hand over our passports;keep quiet;stand against the wall;get on the bus",
    },
    {
        "kin": "daughter;mother;neighbour;sister",
        "who": "the landlord;the agent;the man from the council;the bailiff",
        "fate": "be moved to {city};get a new flat;lose the deposit;pay {money} more",
        "fact": "the roof was safe;the building had been sold;the boiler would be fixed by {month};there was no mould;the lift had been checked",
        "order": "Pay or pack;You should have read the contract;Leave the keys on the table;It is only water",
        "act": "move out within a week;open a window;stop complaining;sign a new lease;pay in cash",
    },
    {
        "kin": "wife;father;grandmother;daughter",
        "who": "the doctor;the nurse;the consultant;the receptionist",
        "fate": "be home by {wday};be moved to another ward;need an operation;wait until {month}",
        "fact": "the scan was clear;it was only a virus;there were no beds;the results had been lost;the drug was safe",
        "order": "Go home and rest;Come back in a month;You are not a priority;Take [n:two] of these",
        "act": "go home;wait outside;sign a form;stop calling the ward;take the tablets",
    },
    {
        "kin": "cousin;brother;friend;uncle",
        "who": "the foreman;the boss;the manager;the owner",
        "fate": "be paid in {month};work {few} hours a day;be sent home;get a bonus",
        "fact": "the machine was safe;the firm had no money left;the inspectors had been paid;there would be no overtime;the chemicals were harmless",
        "order": "Work or leave;Do not talk to the inspectors;Nobody saw anything;Keep your mouth shut",
        "act": "work through the night;sign a blank page;hide from the inspectors;clean the tank;say nothing",
    },
    {
        "kin": "teammate;coach;agent;friend",
        "who": "the coach;the club doctor;the manager;the federation",
        "fate": "play on {wday};be sold in {month};be fit by {month};be dropped",
        "fact": "the injury was nothing;the injections were vitamins;the contract would be renewed;the test was clean",
        "order": "Play or you are out;Take the needle;Smile for the cameras;Forget what you saw",
        "act": "play through the pain;lie about the injury;delete the messages;take the blame",
    },
]
#: the topic that goes with each theme
TOPICS_OF = ["migration", "local", "health", "business", "sport"]
LINES = [
    "[S1:my {kin}] called me and [C1:said] [K1:that [S2:{who}] [C2:had told] everyone [K2:they would {fate}]]",
    "[S1:they] [C1:told] us: [K1:‹{order}›]",
    "[S1:{who}] [C1:said] [K1:‹{order}›]",
    "[S1:{who}] [C1:said] [K1:{fact}]",
    "[S1:my {kin}] [C1:told] me [K1:that {fact}]",
    "we [C1:were told] [K1:that {fact}]",
    "[S1:{who}] [C1:told] us [K1:that we would {fate}]",
    "[S1:he] [C1:kept saying] [K1:that {fact}]",
    "[S1:I] [C1:asked] [S9:{who}] [K1:when we would {fate}], and [S2:he] [C2:said]: [K2:‹{order}›]",
    "[S1:they] [C1:promised] [K1:that {fact}]",
    "then [S1:{who}] came in and [C1:shouted]: [K1:‹{order}!›]",
    "[S1:my {kin}] [C1:thought] [K1:it was a joke]",
    "[S1:I] [C1:knew] [K1:that something was wrong]",
    "[S1:they] [C1:ordered] [K1:us to {act}]",
    "[S1:{who}] [C1:asked] [K1:me to {act}]",
    "[S1:I] [C1:refused] [K1:to {act}]",
    "we [C1:were told] [K1:to {act}]",
    "[S1:somebody] [C1:said] [K1:[S2:{who}] [C2:had admitted] [K2:that {fact}]]",
    "[S1:they] [C1:said] [K1:‹{order}›] and [S2:[C2:x]]",
    "nobody [C9:x]",
    "[S1:{who}] [C1:claimed] [K1:[S2:my {kin}] [C2:had agreed] [K2:to {act}]]",
    "[S1:my {kin}] wrote to me from {city}. [S1b:x]",
    "when [S1:I] [C1:said] [K1:I would go to the police], they laughed",
    "[S1:everyone] [C1:said] [K1:that {fact}], but it was not true",
]
LINES = [x.replace("[S9:{who}]", "{who}") for x in LINES if ":x]" not in x]
BARE = [
    "It was dark and cold",
    "I was in the kitchen when they came",
    "There were {few} of us in the room",
    "My hands were shaking",
    "We had not slept for [n:two] days",
    "I still have the papers",
    "I have not seen them since {month}",
    "Nobody called an ambulance",
    "We waited for {few} hours",
    "I am not afraid any more",
    "I have worked there since [w:{year}]",
    "We lost everything",
    "I kept the messages",
    "The door was locked from outside",
    "That was the last time we spoke",
]
TAGS = [
    "[C1:said] [S1:{A}]",
    "[S1:{A}] [C1:said]",
    "[S1:{A}] [C1:told] {O}",
    "[S1:{A}] [C1:recalled]",
    "[S1:{A}] [C1:recalls]",
    "[S1:{A}, whose {kin} was there,] [C1:said]",
    "[S1:{he}] [C1:said]",
    "[C1:says] [S1:{A}]",
    "[S1:a relative] [C1:told] {O}",
    "[S1:one of the men] [C1:said]",
    "[S1:a woman who gave her name only as {first}] [C1:said]",
]
TAGS[5] = "[S1:{A}], whose {kin} was there, [C1:said]"


class Account:
    """One person's account of one matter."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        theme = (
            _THEMES[TOPICS_OF.index(scene.topic.name)] if scene.topic.name in TOPICS_OF else scene.rng.choice(_THEMES)
        )
        self.kin, self.who = scene.rng.choice(theme["kin"].split(";")), scene.rng.choice(theme["who"].split(";"))
        self.theme = theme

    def _given(self) -> dict[str, str]:
        some = {
            key: self.scene.cycle("theme" + key, self.theme[key].split(";")) for key in ("fate", "fact", "order", "act")
        }
        return {**some, "kin": self.kin, "who": self.who, "first": f"[p:{self.scene.people['D'].first}]"}

    def line(self) -> str:
        """A sentence of the account, without its stop."""
        if self.scene.chance(0.42):
            return self.scene.fill(self.scene.cycle("bare", BARE))
        return cap(self.scene.t(self.scene.cycle("lines", LINES), **self._given()))

    def lines(self, count: int) -> str:
        """Several sentences, the last without its stop."""
        made = ""
        for _ in range(count):
            text = self.line()
            made += ("" if not made else " " if made.endswith(("!›", "?›")) else ". ") + text
        return made

    def quotation(self, running: bool = False) -> str:
        """A paragraph of quotation with its cue; ``running`` leaves it open."""
        rng = self.scene.rng
        tag = self.scene.cycle("tags", TAGS)
        close = "" if running else "›"
        if rng.random() < 0.5:
            first, more = self.line(), self.lines(rng.randint(1, 3))
            given = {**self._given(), "first_": first, "more": more}
            return self.scene.t(f"[K1:‹{{first_}},›] {tag}. [K1:‹{{more}}.{close}]", **given)
        if tag.startswith("[C1:"):
            tag = "[S1:{A}] [C1:said]"
        return cap(
            self.scene.t(f"{tag}: [K1:‹{{more}}.{close}]", **{**self._given(), "more": self.lines(rng.randint(1, 3))})
        )

    def paragraphs(self) -> list[str]:
        """The account, over one to three paragraphs."""
        rng = self.scene.rng
        if rng.random() < 0.4:
            return [
                self.quotation(True),
                *[f"‹{self.lines(rng.randint(1, 2))}." for _ in range(rng.choice([0, 0, 1]))],
                f"‹{self.lines(rng.randint(1, 3))}.›",
            ]
        return [self.quotation() for _ in range(rng.choice([1, 1, 2]))]
