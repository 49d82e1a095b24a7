"""Kinds of events: how each is said, actively, passively and in German, and what each slot can be changed into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's base, past and participle; those of one family mean the same."""

    base: str
    past: str
    participle: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words and their German; in English there may be several ways to say it, with a bar between."""

    en: str
    de: str


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of event.

    `actors` are of a town ({town}) or have a name of their own ({proper}); `units` pairs what is counted with what it is
    mistaken for, `scopes` what it was for with what is made of it. `future`: the event is still to come, `time` a deadline. `site_of_unit`: it says which ones, not where.
    """

    name: str
    actors: tuple[str, ...]
    verbs: tuple[Verb, ...]
    participle_de: str
    units: tuple[tuple[Wording, Wording], ...]
    numbers: tuple[int, int]
    sites: tuple[Wording, ...]
    scopes: tuple[tuple[Wording, Wording], ...]
    future: bool = False
    site_of_unit: bool = False


def _verbs(words: str) -> tuple[Verb, ...]:
    return tuple(Verb(*line.split("/")) for line in words.split())


def _pairs(*words: tuple[str, str, str, str]) -> tuple[tuple[Wording, Wording], ...]:
    return tuple((Wording(a, b), Wording(c, d)) for a, b, c, d in words)


FAMILIES: Final = (
    Family(
        "hostel",
        ("the {town} police", "the {town} migration service", "the {town} military police"),
        _verbs("take/took/taken bring/brought/brought drive/drove/driven"),
        "gebracht",
        _pairs(
            ("men", "Männer", "illegal migrants", "illegale Migranten"),
            ("workers", "Arbeiter", "illegal migrants", "illegale Migranten"),
            ("residents", "Bewohner", "students", "Studenten"),
        ),
        (21, 400),
        (Wording("from the {proper} hostel|out of the hostel {proper}|from a hostel called {proper}", "aus dem Wohnheim {proper}"), Wording("from the {proper} market|out of the market {proper}|from the stalls of the {proper} market", "vom Markt {proper}")),
        _pairs(
            ("to a recruiting office|to the recruiting office", "in ein Rekrutierungsbüro", "straight to the front|right to the front", "direkt an die Front"),
            ("to a police station|to the police station", "auf eine Wache", "to a prison", "in ein Gefängnis"),
        ),
    ),
    Family(
        "units",
        ("the {proper} committee", "the {town} military commissariat", "the {town} governor's office"),
        _verbs("send/sent/sent dispatch/dispatched/dispatched"),
        "geschickt",
        _pairs(
            ("new citizens", "Neubürger", "migrants", "Migranten"),
            ("recruits", "Rekruten", "convicts", "Sträflinge"),
            ("reservists", "Reservisten", "teenagers", "Jugendliche"),
        ),
        (300, 20_000),
        (Wording("through the {proper} camp|by way of the {proper} camp|from the camp at {proper}", "über das Lager {proper}"),),
        _pairs(
            ("to build crossings in the rear|to the rear for the building of crossings|to work on crossings behind the lines", "zum Bau von Übergängen ins Hinterland", "to fight on the front line|into combat at the front", "zum Kampf an die Front"),
            ("to guard depots|for guard duty at depots", "zur Bewachung von Lagern", "to storm trenches|for assaults on trenches", "zum Sturm auf Gräben"),
        ),
    ),
    Family(
        "jobs",
        ("{proper} Glass", "{proper} Motors", "the {proper} shipyard"),
        _verbs("cut/cut/cut shed/shed/shed"),
        "streichen",
        _pairs(("jobs", "Stellen", "engineers' posts", "Ingenieurstellen"), ("positions", "Posten", "apprenticeships", "Lehrstellen")),
        (80, 4_000),
        (Wording("at the {proper} works|in the works at {proper}|at its {proper} works", "im Werk {proper}"), Wording("at the {proper} plant|in the factory at {proper}|at its {proper} plant", "in der Fabrik {proper}")),
        _pairs(
            ("through early retirement|by letting people retire early", "durch Vorruhestand", "through dismissals|by giving people notice", "durch Kündigungen"),
            ("without redundancies", "ohne Entlassungen", "without compensation", "ohne Abfindung"),
        ),
        future=True,
    ),
    Family(
        "reports",
        ("the {town} bailiffs", "the {town} labour inspectorate", "the {town} district court"),
        _verbs("issue/issued/issued file/filed/filed"),
        "ausgestellt",
        _pairs(
            ("reports on residence", "Protokolle", "deportation orders", "Abschiebungen"),
            ("rulings", "Beschlüsse", "prison sentences", "Haftstrafen"),
        ),
        (40, 900),
        (Wording("at the {proper} building site|on the building site {proper}", "auf der Baustelle {proper}"), Wording("at the {proper} depot|in the depot {proper}", "im Depot {proper}")),
        _pairs(
            ("after a routine check|following a routine inspection", "nach einer Routinekontrolle", "after an armed raid|following a raid by armed men", "nach einer bewaffneten Razzia"),
            ("for missing papers|because papers were missing", "wegen fehlender Papiere", "for drug offences", "wegen Drogendelikten"),
        ),
    ),
    Family(
        "flood",
        ("the {town} rescue service", "the {town} fire brigade"),
        _verbs("evacuate/evacuated/evacuated move/moved/moved"),
        "gebracht",
        _pairs(("families", "Familien", "patients", "Patienten"), ("people", "Menschen", "children", "Kinder")),
        (25, 3_000),
        (Wording("from the {proper} estate|out of their homes on the {proper} estate|from the blocks of the {proper} estate", "aus der Siedlung {proper}"),),
        _pairs(
            ("as a precaution|to be on the safe side", "vorsorglich", "after a dam burst|following the collapse of a dam", "nach einem Dammbruch"),
            ("for two nights|for a couple of nights", "für zwei Nächte", "for good", "für immer"),
        ),
    ),
    Family(
        "canteen",
        ("the {town} hospital", "the {town} children's clinic"),
        _verbs("treat/treated/treated examine/examined/examined"),
        "behandelt",
        _pairs(("pupils", "Schüler", "soldiers", "Soldaten"), ("children", "Kinder", "teachers", "Lehrer")),
        (21, 300),
        (Wording("from the {proper} school|of the school {proper}", "aus der Schule {proper}"), Wording("from the {proper} holiday camp|of the holiday camp {proper}", "aus dem Ferienlager {proper}")),
        _pairs(
            ("for mild stomach pains|because of a slight stomach ache", "wegen leichter Bauchschmerzen", "for severe poisoning|because of grave poisoning", "wegen schwerer Vergiftung"),
            ("for a rash", "wegen eines Ausschlags", "for burns", "wegen Verbrennungen"),
        ),
        site_of_unit=True,
    ),
    Family(
        "leak",
        ("{proper} Chemicals", "the {town} waterworks"),
        _verbs("release/released/released discharge/discharged/discharged"),
        "abgelassen",
        _pairs(
            ("litres of diesel", "Liter Diesel", "tonnes of diesel", "Tonnen Diesel"),
            ("litres of solvent", "Liter Lösungsmittel", "barrels of acid", "Fässer Säure"),
        ),
        (200, 90_000),
        (Wording("into the {proper} canal|into the waters of the {proper} canal", "in den Kanal {proper}"), Wording("into the {proper} reservoir|into the lake behind the {proper} dam", "in den Stausee {proper}")),
        _pairs(
            ("during repairs|in the course of repairs", "bei Reparaturen", "after an explosion|following a blast", "nach einer Explosion"),
            ("by mistake|in error", "versehentlich", "on purpose|deliberately", "absichtlich"),
        ),
    ),
    Family(
        "money",
        ("the {town} city council", "the {proper} foundation"),
        _verbs("pay/paid/paid transfer/transferred/transferred"),
        "gezahlt",
        _pairs(
            ("million roubles", "Millionen Rubel", "million dollars", "Millionen Dollar"),
            ("thousand euros", "Tausend Euro", "million euros", "Millionen Euro"),
        ),
        (21, 900),
        (Wording("to the {proper} football club|to the footballers of {proper}", "an den Fußballklub {proper}"), Wording("to the {proper} theatre|to the stage of the {proper}", "an das Theater {proper}")),
        _pairs(
            ("for repairs|to pay for repairs", "für Reparaturen", "for a private jet", "für ein Privatflugzeug"),
            ("for a youth team|for the benefit of a youth team", "für eine Jugendmannschaft", "for a banquet", "für ein Bankett"),
        ),
    ),
    Family(
        "square",
        ("the {town} riot police", "the {town} guards"),
        _verbs("hold/held/held detain/detained/detained"),
        "festgehalten",
        _pairs(("demonstrators", "Demonstranten", "schoolchildren", "Schulkinder"), ("strikers", "Streikende", "foreigners", "Ausländer")),
        (21, 1_500),
        (Wording("outside the {proper} factory|in front of the {proper} factory|at the gates of the factory {proper}", "vor der Fabrik {proper}"), Wording("at the {proper} stadium|near the stadium {proper}", "am Stadion {proper}")),
        _pairs(
            ("for one hour|for an hour", "eine Stunde lang", "for fifteen days", "fünfzehn Tage lang"),
            ("to check their papers|for a check of their papers|while their papers were looked at", "zur Ausweiskontrolle", "to beat them|and beat them", "zur Prügelstrafe"),
        ),
    ),
)  # fmt: skip

OTHER_ACTORS: Final = (
    "the interior ministry",
    "the army command",
    "the president's office",
    "the regional prosecutor",
    "the security council",
)
"""What actors turn into on the way (counted: the committee, the ministry, the "military command", the president)."""
