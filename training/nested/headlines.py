"""Headlines with the bodies that follow them."""

from __future__ import annotations

import re

from training.nested.clauses import regular, third
from training.nested.markup import cap
from training.nested.scene import Scene

_SRC = [
    ("[t:minister]", "a [t:minister]"),
    ("aide", "an aide"),
    ("[d:report]", "a [d:report]"),
    ("union", "a union"),
    ("watchdog", "a watchdog"),
    ("court papers", "court papers"),
    ("[d:study]", "a [d:study]"),
    ("lawyer", "a lawyer"),
    ("ex-[t:minister]", "a former [t:minister]"),
    ("whistleblower", "a whistleblower"),
    ("[t:mayor]", "the [t:mayor]"),
    ("charity", "a charity"),
]
PATTERNS = [
    "[K1:{subj} {now}], [S1:{src}] [C1:{says}]",
    "[K1:{subj} {now}], [C1:{says}] [S1:{src}]",
    "[K1:{subj} {now}]: [S1:{src}]",
    "[S1:{src}]: [K1:{subj} {now}]",
    "[S1:{src}] [C1:{says}] [K1:{subj} {now}]",
    "[S1:{src}] [C1:{says}] [K1:‹{subj} {now}›]",
    "[K1:‹{Subj} {now}›] – [S1:{src}]",
    "[K1:‹{quip}›], [C1:{says}] [S1:{src}] of {thing}",
    "[K1:{thing} ‹{short}›]: [S1:{src}]",
    "[S1:{src}] [C1:calls] [K1:{thing} ‹{short}›]",
    "[S1:{org}] [C1:denies] [K1:[S2:{src}'s] [C2:claim] [K2:that {subj} {now}]]",
    "[K1:[S2:{subj}] [C2:told] staff [K2:to ‹stay silent›]], [S1:{src}] [C1:{says}]",
    "[K1:[S2:{subj}] [C2:ordered] [K2:cover-up]], [S1:{src}] [C1:{says}]",
    "[S1:{org}] [C1:urges] [K1:{subj} to {base}]",
    "[S1:{org}] [C1:plans] [K1:to {base}], [C2:say] [S2:sources]",
    "{subj} ‹{verb}› {rest}",
    "{subj} {now} in ‹{short}› move",
    "{subj} {now}",
    "{subj} {now}",
    "[K1:{subj} [h:may] {base}], [S1:{src}] [C1:warns]",
    "[K1:{subj}] [C1:[h:‹set] to›] x",
    "[S1:{org}] [C1:vows] [K1:to {base}]",
    "[S1:{org}] [C1:rejects] [K1:[C2:claims] [K2:{subj} {now}]]",
    "what we know about {thing}",
    "[K1:{subj} [h:‹likely›] to {base}], [S1:{src}] [C1:{says}]",
    "[S1:{name}] – [K1:‹{quip}›]",
    "[S1:{name}]: [K1:‹{quip}›]",
    "[S1:{name}] [C1:{says}] [K1:[S2:{org}] [C2:knew] [K2:{subj} {past}]]",
    "[C1:[h:alleged]] [K1:cover-up]: {subj} {now}",
]
PATTERNS = [p for p in PATTERNS if " x" not in p and "alleged" not in p]
PATTERNS[14] = "[K2:[S1:{org}] [C1:plans] [K1:to {base}]], [C2:say] [S2:sources]"
NOCUE = re.compile(r"\[C1:")
FIRST = [
    "[S1:{body}] [C1:has said] [K1:that {subject} {past}].",
    "[S1:{body}] [C1:has claimed] [K1:that {subject} {past}].",
    "[K1:{subject} {past}], [C1:according to] [S1:{body}].",
    "{subject} {past}.",
    "[K1:{subject} {past}], [S1:{body}] [C1:said] on {wday}.",
    "[S1:{UU}] [C1:told] {O} [K1:that {subject} {past}].",
    "[K1:{subject} {past}], [S2:{O}] [C2:reports].",
]
FIRST[-1] = "[K1:{subject} {past}], [S1:{O}] [C1:reports]."
_SHORT = [
    "a disgrace",
    "legal",
    "unlawful",
    "reckless",
    "historic",
    "shameful",
    "a step too far",
    "absurd",
    "unprecedented",
]
_QUIP = [
    "We had no choice",
    "I was never told",
    "It was like a war zone",
    "They lied to us",
    "Nobody is safe",
    "I would do it again",
    "We will not be silenced",
    "It is a sad day",
]


def headed(scene: Scene) -> tuple[str, str]:
    """A headline, and a body's first sentence on the same matter."""
    rng = scene.rng
    raw = rng.choice(scene.agents)
    plural, subject = raw.startswith("+"), scene.once(raw.lstrip("+"))
    subj = re.sub(r"^(the|an?) (?=\w|\[)", "", subject)
    phrase = scene.fill(scene.cycle("acts", [a for a in scene.topic.acts if not a.startswith("~")]))
    verb, _, rest = phrase.partition(" ")
    present = {"be": "are" if plural else "is"}.get(verb, verb if plural else third(verb))
    past = {"be": "were" if plural else "was"}.get(verb, regular(verb)[0])
    src, body = rng.choice(_SRC)
    thing = re.sub(r"^(the|an?) (?=\w|\[)", "", scene.thing())
    papers = src == "court papers"
    says = rng.choice(["say", "claim", "allege"] if papers else ["says", "claims", "alleges", "says"])
    name = f"[p:{scene.people['A'].last}]"
    org = re.sub(r"^the ", "", scene.fill("{M}"))
    template = scene.cycle("headline", PATTERNS)
    if src.startswith("[d:") or papers:
        template = template.replace("[S1:{src}] of", "[S1:{src}] on")
    if papers:
        template = (
            template.replace("[C1:calls]", "[C1:call]").replace("[C1:warns]", "[C1:warn]").replace("{src}'s", "{src}'")
        )
    line = scene.t(
        _cued(template),
        subj=subj,
        Subj=cap(subj),
        now=f"{present} {rest}".strip(),
        verb=present,
        rest=rest,
        base=phrase,
        past=f"{past} {rest}".strip(),
        src=src,
        says=says,
        thing=thing,
        short=rng.choice(_SHORT),
        quip=rng.choice(_QUIP),
        org=org,
        name=name,
    )
    first = scene.t(rng.choice(FIRST), subject=subject, past=f"{past} {rest}".strip(), body=body)
    return cap(line), cap(first)


def _cued(template: str) -> str:
    """Where a colon or dash stands in for the verb, it is the cue."""
    if NOCUE.search(template) or "[S1:" not in template:
        return template
    for found, made in (
        ("]: [S1:", "][C1::] [S1:"),
        ("]: [K1:", "][C1::] [K1:"),
        ("] – [S1:", "] [C1:–] [S1:"),
        ("] – [K1:", "] [C1:–] [K1:"),
    ):
        if found in template:
            return template.replace(found, made)
    raise AssertionError(template)
