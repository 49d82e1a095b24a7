"""Relays between media, polls, filings, and sources that will not speak."""

from __future__ import annotations

from training.nested.scene import Scene

RELAYS = [
    "[S2:[S1:{A}] [C1:told] {O} [K1:that {c}]], which",
    "[S1:{A}] [C1:told] {O}, which [S2:{O2}] then [C2:cited], [K2:[K1:that {c}]].",
    "[K2:[S1:{A}] [C1:told] {O} [K1:that {c}]], [d:remarks] that [S2:{O2}] then [C2:cited].",
    "[S1:{O}] [C1:reported], [C2:citing] [S2:{U}], [K1:[K2:that {c}]].",
    "[S1:{O}] [C1:wrote], [C2:citing] [S2:its own sources], [K1:[K2:that {c}]].",
    "[K2:[K1:{f}]], [S1:{O}] [C1:reported], [C2:citing] [S2:{U}].",
    "[K2:[K1:{f}]], [S1:{O}] [C1:said], [C2:quoting] [S2:{UU}].",
    "[K1:{f}], as [C1:first reported] by [S1:{O}].",
    "as [C1:first reported] by [S1:{O}], [K1:{f}].",
    "[K1:{f}], as [S1:{O}] [C1:reported] on {wday}.",
    "[K1:{f}], [C1:according to] [S1:a [d:report] in {O}] on {wday}.",
    "[K1:{f}], [C1:per] [S1:{O}].",
    "[S1:{O}] [C1:quoted] [K1:[S2:{U}] as [C2:saying] [K2:that {c}]].",
    "[S1:the paper] [C1:quoted] [K1:[S2:a police source] as [C2:saying] [K2:that {c}]].",
    "[S1:state media] [C1:quoted] [K1:[S2:{A}] as [C2:saying]: [K2:‹{say}.›]]",
    "[S2:{A}] [C1:was quoted by] [S1:{O}] as [C2:saying] [K1:[K2:that {c}]].",
    "in an [d:interview] with {O}, [S1:{A}] [C1:said] [K1:that {c}].",
    "in an [d:interview] with {O}, [S1:{A}] [C1:said]: [K1:‹{say}.›]",
    "asked by {O} about {np}, [S1:{A}] [C1:replied]: [K1:‹{say}.›]",
    "[S2:{A}], whose remarks [C1:were carried by] [S1:{O}], [C2:said] [K1:[K2:that {c}]].",
    "[S2:{A}], whose [d:interview] [C1:was published by] [S1:{O}], [C2:said] [K1:[K2:that {c}]].",
    "[S1:{O}], [S3:which] [C3:said] [K3:it had seen the [d:document]], [C1:reported] [K1:that [S2:the [d:document]] [C2:says] [K2:that {f}]].",
    "[S1:{O}], which has seen the [d:letter], [C1:reported] [K1:that [S2:it] [C2:warns] [K2:that {f}]].",
    "[S1:the channel] [C1:wrote], [C2:with reference to] [S2:[n:two] employees], [K1:[K2:that {c}]].",
    "[S1:the website] [C1:published] [K1:a [d:recording] in which [S2:a man] can be heard [C2:saying] [K2:that {c}]].",
    "[S1:the outlet] [C1:claimed], [C2:with reference to] [S2:{doc}], [K1:[K2:that {c}]].",
    "[S1:{O2}] [C1:cited] [S2:{O}] as [C2:reporting] [K1:[K2:that {c}]].",
    "[S1:{O2}] [C1:carried] [K1:[S2:{O}'s] [C2:report] [K2:that {c}]].",
    "[S1:{U}], [C2:quoted by] [S2:{O}], [C1:said] [K2:[K1:that {c}]].",
    "[S1:{O2}] [C1:later repeated] [K1:the [C2:claim] by [S2:{A}] [K2:that {c}]], without naming {O}.",
    "[S1:{O}] [C1:reported] [K1:that [S2:{A}] [C2:had told] {G} [K2:that [S3:{UU}] [C3:said] [K3:{c}]]].",
    "[S1:{U}] [C1:told] {O} on condition of anonymity [K1:that {c}].",
    "[S1:{UU}] [C1:told] {O} [K1:that [S2:{A}] [C2:had ordered] [K2:{G} to {act}]].",
    "the [d:report] by {O2} [C1:was based on] [S1:a [d:post] by {A}].",
]
RELAYS = [r for r in RELAYS if not r.endswith("which") and "based on" not in r]
QUIET = [
    "{O} could not independently verify the claim.",
    "{O} has approached {M} for comment.",
    "{M} did not respond to a request for comment.",
    "{A} has not commented.",
    "{A} did not reply to messages.",
    "it was not possible to verify the footage.",
    "{M} has not yet commented on the [d:report].",
    "calls to {M} went unanswered.",
    "{O} has contacted {A}.",
    "the names have been changed.",
    "{A} could not be reached.",
    "neither side has published figures.",
]
SHY = [
    "[S1:{A}] [C1:declined] [K1:to say whether {c}].",
    "[S1:{A}] [C1:would not confirm] [K1:that {c}].",
    "[S1:{M}] [C1:refused] [K1:to comment].",
    "[S1:{M}] [C1:declined] [K1:to comment].",
    "[S1:{A}] [C1:refused] [K1:to comment] on {np}.",
    "[S1:{A}] [C1:would not say] [K1:whether {c}].",
    "[S1:[S2:{M}]] [C1:confirmed] [K1:the incident] and [C2:said] [K2:that {c}].",
    "[S1:[S2:{A}]] [C1:confirmed] [K1:{np}] but [C2:denied] [K2:that {c}].",
    "[S1:{M}] [C1:confirmed] [K1:the [d:report]].",
    "[S1:{M}] [C1:could not confirm] [K1:whether {c}].",
    "[S1:a [t:spokesman] for {M}] [C1:declined] [K1:to discuss {np}].",
    "[S1:{A}] [C1:neither confirmed nor denied] [K1:that {c}].",
    "[S1:[S2:{A}]] [C1:declined] [K1:to comment], but [C2:said] [K2:that {c}].",
    "asked about {np}, [S1:{A}] [C1:refused] [K1:to be drawn].",
    "[S1:{U}] [C1:would only say] [K1:that {c}].",
    "[S1:{M}] [C1:denied] [K1:the [d:report]].",
]
POLLS = [
    "[S1:{pct} of respondents] [C1:said] [K1:that they {did}].",
    "[S1:some {pct} of {those}] [C1:said] [K1:they {did}].",
    "[S1:{pct} of {those}] [C1:believe] [K1:that {f}].",
    "[S1:{pct}] [C1:thought] [K1:that {c}], while [S2:{pct}] [C2:disagreed].",
    "[S1:only {pct} of {those}] [C1:supported] [K1:{np}].",
    "[S1:[n:one] in [n:four] respondents] [C1:admitted] [K1:that they {did}].",
    "[S1:the [d:poll], conducted by {M} among [n:1,200] people], [C1:found] [K1:that [S2:{pct} of {those}] [C2:opposed] [K2:{np}]].",
    "[S1:a [d:survey] of {num} {those}] [C1:found] [K1:that [S2:{pct}] [C2:feared] [K2:that {c}]].",
    "[S1:a majority of {those}] [C1:backed] [K1:{np}], [C2:according to] [S2:{doc}].",
    "[S1:nearly half of those polled] [C1:did not believe] [K1:that {c}].",
    "[S1:researchers at {M}] [C1:found] [K1:that {c}].",
    "[S1:a [d:study] published on {wday}] [C1:suggests] [K1:that {f}].",
    "[S1:the [d:study]] [C1:found no evidence] [K1:that {c}].",
    "[S1:the authors] [C1:estimate] [K1:that {c}].",
    "the [d:survey] was carried out in {month}, with a margin of error of [n:3] points.",
    "the [d:poll] was commissioned by {O}.",
    "[S1:another {pct}] [C1:said] [K1:they were undecided].",
    "[C1:according to] [S1:the [d:poll]], [K1:[S2:{pct} of {those}] [C2:want] [K2:{np} to end]].",
]
POLLS = [p.replace(", while [S2:{pct}] [C2:disagreed]", "") for p in POLLS]
POLLS[8] = "[K2:[S1:a majority of {those}] [C1:backed] [K1:{np}]], [C2:according to] [S2:{doc}]."
FILINGS = [
    "[C1:according to] [S1:the [d:indictment]], [K1:{f}].",
    "[K1:{f}], [S1:the [d:indictment]] [C1:alleges].",
    "[K1:{f}], [C1:according to] [S1:a [d:complaint] filed on {wday}].",
    "[S1:a [d:complaint] filed on {wday}] [C1:alleges] [K1:that [S2:{A}] [C2:told] {B} [K2:that {c}]].",
    "[S1:the [d:lawsuit]] [C1:claims] [K1:that [S2:{A}] [C2:knew] [K2:that {c}]].",
    "[S1:prosecutors] [C1:allege] [K1:that [S2:{A}] [C2:ordered] [K2:{G} to {act}]].",
    "[S1:the [d:filing]] [C1:quotes] [K1:[S2:{A}] as [C2:writing] in an [d:email]: [K2:‹{say}.›]]",
    "in the [d:affidavit], [S1:{B}] [C1:swore] [K1:that [S2:{A}] [C2:had promised] [K2:to {act}]].",
    "[S1:{A}] [C1:has denied] [K1:the charges].",
    "[S1:{A}] [C1:pleaded] [K1:not guilty].",
    "[S1:[d:documents] filed in court] [C1:show] [K1:that {c}].",
    "[S1:the [d:suit]] [C1:accuses] [K1:{A} of {ger}].",
    "[S1:[d:minutes] of the meeting] [C1:record] [K1:that [S2:{A}] [C2:warned] {B} [K2:that {c}]].",
    "[S1:lawyers for {A}] [C1:argued] [K1:that {c}].",
    "[S1:the judge] [C1:found] [K1:that {c}].",
    "[S1:{A}] is [C1:accused] [K1:of {ger}].",
    "a trial date has been set for {daymonth}.",
    "[S1:the defence] [C1:contends] [K1:that [S2:{B}] [C2:lied] when [K2:claiming that {c}]].",
    "the [d:complaint] was filed in {city}.",
    "{A} was arrested on {wday}.",
]
FILINGS = [f for f in FILINGS if "[C2:lied]" not in f]
FILINGS = [f.replace("[S1:{A}] is [C1:accused] [K1:of {ger}]", "{A} [C1:is accused] [K1:of {ger}]") for f in FILINGS]
_DID = [
    "would vote again",
    "had been lied to",
    "felt unsafe at night",
    "had lost trust in the authorities",
    "could not afford to heat their homes",
    "had no opinion",
    "would rather leave the country",
    "had never heard of the plan",
    "were worse off than a year ago",
]
_THOSE = [
    "voters",
    "respondents",
    "those surveyed",
    "[g:{national_}] adults",
    "people under [n:30]",
    "parents",
    "members",
    "employees",
    "doctors",
]


def relay(scene: Scene) -> str:
    """A sentence relaying what another outlet carried."""
    return scene.one("relays", RELAYS)


def quiet(scene: Scene) -> str:
    """A remark on silence that is no attribution."""
    return scene.one("quiet", QUIET)


def shy(scene: Scene) -> str:
    """A source that will not speak, or confirms."""
    return scene.one("shy", SHY)


def poll(scene: Scene) -> str:
    """A figure from a poll or study."""
    return scene.one("polls", POLLS, did=scene.cycle("did", _DID), those=scene.cycle("those", _THOSE))


def filing(scene: Scene) -> str:
    """A sentence on court papers."""
    return scene.one("filings", FILINGS)
