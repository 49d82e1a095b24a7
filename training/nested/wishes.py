"""Eventualities, beliefs and knowledge; and sentences that only look like attributions."""

from __future__ import annotations

from training.nested.markup import cap
from training.nested.scene import Scene

EVENTUALITIES = [
    "[S1:{M}] [C1:resorted] [K1:to {ger}].",
    "[S1:{A}] [C1:has looked] [K1:to {act}].",
    "[S1:{M}] [C1:tried] [K1:to {act}] but failed.",
    "[S1:{A}] [C1:agreed] [K1:to {act}].",
    "[S1:{M}] [C1:plans] [K1:to {act}].",
    "[S1:{M}] [C1:is considering] [K1:{ger}].",
    "[S1:{A}] [C1:proposed] [K1:{ger}].",
    "[S1:{A}] [C1:called] [K1:for {np} to be discussed in public].",
    "[S1:{A}] [C1:called] [K1:for an inquiry into {np}].",
    "[S1:{A}] [C1:backs] [K1:{np}], but [S2:{B}] [C2:opposes] [K2:it].",
    "[S1:{A}] [C1:wants] [K1:to {act}].",
    "[S1:{A}] [C1:hopes] [K1:to {act}] by {month}.",
    "[S1:{M}] [C1:opposes] [K1:{np}].",
    "[S1:{A}] [C1:supports] [K1:{ger}].",
    "[S1:{A}] [C1:wants] [K1:{G} to {act}].",
    "[S1:{M}'s] [C1:plan] [K1:to {act}] has met resistance.",
    "[S1:{A}'s] [C1:decision] [K1:to {act}] surprised the staff.",
    "the [C1:effort] by [S1:{M}] [K1:to {act}] came to nothing.",
    "there is a [C1:plan] [K1:to {act}].",
    "[S1:{A}] [C1:decided] [K1:against {ger}].",
    "[S1:{M}] [C1:has sought] [K1:to {act}] since {month}.",
    "[S1:{A}] [C1:refused] [K1:to {act}].",
    "[S1:{M}] [C1:attempted] [K1:to {act}] in {month}.",
    "[S1:{M}] [C1:has ordered] [K1:{G} to {act}].",
    "[S1:{A}] [C1:asked] [K1:{G} to {act}].",
    "[S1:{M}] [C1:intends] [K1:to {act}].",
    "[S1:{M}] [C1:is preparing] [K1:to {act}].",
    "[S1:{A}] [C1:aims] [K1:to {act}] within a year.",
    "[S1:{M}'s] [C1:attempt] [K1:to {act}] failed.",
    "[S1:{A}] [C1:threatened] [K1:to {act}].",
    "[S1:{A}] [C1:ruled out] [K1:{ger}].",
    "[S1:{M}] [C1:would like] [K1:to {act}].",
    "[S1:{A}] [C1:vowed] [K1:to {act}].",
    "[S1:his] [C1:wish] [K1:to {act}] was known to colleagues.",
    "under pressure from {G}, [S1:{M}] [C1:agreed] [K1:to {act}].",
    "[S1:{A}] [C1:insisted] [K1:on {ger}].",
    "[S1:{M}] [C1:has pledged] [K1:to {act}].",
]
BELIEFS = [
    "[S1:{A}] [C1:believes] [K1:that {f}].",
    "[S1:{A}] [C1:thinks] [K1:{f}].",
    "[S1:{UU}] [C1:fear] [K1:that {f}].",
    "[S1:{A}] [C1:doubts] [K1:that {f}].",
    "[S1:{A}] [C1:knows] [K1:that {f}].",
    "[S1:{UU}] [C1:learned] in {month} [K1:that {c}].",
    "[S1:{A}] [C1:found out] [K1:that {c}].",
    "[S1:{A}] [C1:realised] too late [K1:that {c}].",
    "[S1:{A}] [C1:is convinced] [K1:that {f}].",
    "[S1:{A}] [C1:is aware] [K1:that {f}].",
    "[S1:{A}] [C1:was adamant] [K1:that {c}].",
    "[S1:{A}] [C1:is confident] [K1:that {f}].",
    "[S1:{UU}] [C1:were worried] [K1:that {c}].",
    "[S1:{A}] [C1:was certain] [K1:that {c}].",
    "[S1:{UU}] [C1:are sceptical] [K1:that {f}].",
    "[S1:{A}] [C1:had assumed] [K1:that {c}].",
    "[S1:{M}] [C1:discovered] [K1:that {c}].",
    "[S1:{A}] [C1:was unaware] [K1:that {c}].",
    "[S1:{UU}] [C1:heard] [K1:that {c}].",
    "[S1:{A}] [C1:suspects] [K1:that {f}].",
    "[S1:{A}] [C1:was afraid] [K1:that {c}].",
    "[S1:{A}'s] [C1:belief] [K1:that {c}] is shared by few.",
    "[S1:{A}] [C1:says] [K1:[S2:{he}] [C2:is sure] [K2:that {f}]].",
    "[S1:{UU}] [C1:were surprised] [K1:that {c}].",
    "[S1:{A}] [C1:expects] [K1:that {G} will {act}].",
    "[S1:{A}] [C1:seems to think] [K1:that {f}].",
    "[S1:{A}] [C1:remembers] [K1:that {c}].",
    "[S1:{A}] [C1:was unsure] [K1:whether {c}].",
    "[S1:{A}] [C1:considers] [K1:{np} a mistake].",
    "[S1:{A}] [C1:welcomed] [K1:{np}].",
    "[S1:{A}] [C1:noticed] [K1:that {c}].",
    "[S1:{UU}] [C1:have concluded] [K1:that {f}].",
]
SAYINGS = [
    "[S1:{A}] [C1:said] [K1:that {c}].",
    "[S1:{he}] [C1:added] [K1:that {c}].",
    "[K1:‹{say},›] [S1:{A}] [C1:said].",
    "[K1:‹{say},›] [C1:said] [S1:{A}]. [K1:‹{say}.›]",
    "[S1:{A}] [C1:said] {day} [K1:that {c}].",
    "[K1:{f}], [S1:{A}] [C1:said].",
    "[S1:{UU}] [C1:said] [K1:{c}].",
    "[S1:{A}] [C1:told] {B} [K1:that {c}].",
    "[S1:{A}] [C1:claimed] [K1:that [S2:{UU}] [C2:had said] [K2:{c}]].",
    "[S1:{A}] [C1:said]: [K1:‹{say}. {say}.›]",
    "[K1:‹[S2:{UU}] [C2:told] us [K2:that {c}],›] [S1:{A}] [C1:recalled].",
    "[S1:{B}] [C1:disagreed], [C1:saying] [K1:that {c}].",
    "[S1:{B}] [C1:rejected] [K1:[S2:the [C2:suggestion] [K2:that {c}]]].",
]
SAYINGS[-1] = "[S1:{B}] [C1:rejected] [K1:the [C2:suggestion] [K2:that {c}]]."
SAYINGS[-2] = "{B} disagreed, [C1:saying] [K1:that {c}]."
SAYINGS = [s for s in SAYINGS if not s.startswith("{B}")] + ["[S1:{B}] disagreed, [C1:saying] [K1:that {c}]."]
LURES = [
    "{M} announced its results on {wday}.",
    "{A} read the [d:report] aloud.",
    "{A} asked a question.",
    "{A} told a story and sang.",
    "{M} reported a profit of {money}.",
    "{A} wrote [n:two] books.",
    "{A} wrote the [d:letter] by hand.",
    "{M} issued a [d:statement] on {wday}.",
    "{A} made a speech in {city}.",
    "{A} answered [n:four] questions.",
    "{A} spoke for {few} minutes.",
    "the meeting lasted {few} hours, and nobody took notes.",
    "{A} and {B} talked at length.",
    "{A} gave an [d:interview] to {O}.",
    "{M} published the [d:report] on {daymonth}.",
    "{A} called the office twice.",
    "{A} showed the visitors around.",
    "{A} met {B} in {city}.",
    "the [d:report] has {num} pages.",
    "{A} signed the [d:letter].",
    "{M} posted the [d:video] on {wday}.",
    "{A} noted the number of the car.",
    "{A} repeated the exercise.",
    "the [d:statement] was sent by fax.",
    "{A} addressed a crowd of {num}.",
    "{M} confirmed {B} as [t:deputy head].",
    "{A} took questions in {city}.",
    "{A} described the scene in detail.",
    "{A} thanked the staff.",
    "{M} claimed {money} on its insurance.",
    "{A} admitted [n:two] visitors.",
    "the answer came late.",
    "{A} knows {B} from school.",
    "{A} found the keys.",
    "{M} maintained the machines well.",
    "{A} observed a minute of silence.",
    "{A} delivered the [d:letter] to {B}.",
    "{M} charged a fee of {money}.",
    "{A} explained the rules to the children.",
    "{A} filed the papers on {wday}.",
    "{A} published a [d:memoir] in [w:{year}].",
]
SCARE = [
    "the so-called ‹{word}› begins on {wday}.",
    "the ‹{word}› project cost {money}.",
    "{A} starred in ‹{title}›.",
    "shops sell ‹{word}› mugs for {money}.",
    "the film ‹{title}› opens on {daymonth}.",
    "the slogan ‹{slogan}› was painted on the wall.",
    "officials use the word ‹{word}› for such cases.",
    "the operation, named ‹{title}›, began in {month}.",
]
_WORDS = ["filtration", "green lane", "golden visa", "ghost", "smart city", "dead souls", "clean hands", "grey zone"]
_TITLES = ["The Long Winter", "Northern Wind", "Red Harbour", "Iron Gate", "Nobody's Child", "Quiet Rivers"]


def eventuality(scene: Scene) -> str:
    """A plan, an attempt, a wish."""
    return scene.one("events_", EVENTUALITIES)


def belief(scene: Scene) -> str:
    """A belief or knowledge."""
    return scene.one("beliefs", BELIEFS)


def saying(scene: Scene) -> str:
    """A plain report of speech."""
    return scene.one("sayings", SAYINGS)


def lure(scene: Scene) -> str:
    """A verb of speech with no attribution, or quotation marks with none."""
    if scene.chance(0.15):
        return scene.one(
            "scare",
            SCARE,
            word=scene.rng.choice(_WORDS),
            title=scene.rng.choice(_TITLES),
            slogan=scene.rng.choice(["No pasaran", "Never again", "Water is life", "Hands off"]),
        )
    return scene.one("lures", LURES)


def silence(scene: Scene, count: int) -> str:
    """A paragraph in the outlet's own voice."""
    made = []
    for _ in range(count):
        if scene.dossier and scene.chance(0.5):
            made.append(cap(scene.fill(scene.cycle("own", scene.dossier.own))))
        else:
            made.append(lure(scene) if scene.chance(0.45) else cap(scene.base(False)) + ".")
    return " ".join(made)
