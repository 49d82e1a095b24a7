"""Daily-assessment register: long sentences with sources inside, hedges and quoted notes."""

from __future__ import annotations

from training.nested.markup import cap
from training.nested.scene import Scene

OUTER = [
    "[S1:The [o:ISW] [d:report]] [C1:said]",
    "[S1:[o:ISW]] [C1:said]",
    "[S1:The think tank] [C1:wrote]",
    "[S1:The [d:assessment]] [C1:stated]",
    "[S1:The [d:update]] of {daymonth} [C1:read]",
    "[S1:Analysts at {M}] [C1:noted]",
    "[S1:The institute] [C1:reported]",
    "[S1:Its [d:report]] [C1:added]",
    "In a [d:note] published on {wday}, [S1:the [o:Institute for the Study of War]] [C1:said]",
]
NOTE = [
    "[S1:{A}] met with {G} to discuss {np} and [C1:insinuated] [K1:that {c}]",
    "[S1:{A}] met with {B} on {daymonth} and [C1:claimed] [K1:that {c}]",
    "{A} visited {city} to discuss {np}, and [S2:the [o:{abbr}]] [C2:later claimed] [K2:that {c}]",
    "[S1:[S2:{A}]] [C1:defended] [K1:{np}] and [C2:claimed] [K2:that {c}]",
    "[S1:[S2:{A}]] [C1:rejected] [K1:criticism of {np}] and [C2:insinuated] [K2:that {c}]",
    "[S1:{A}] [C1:has continually advocated] [K1:for {np}], in line with the [o:{abbr}]'s policy",
    "[S1:{A}] [C1:has repeatedly called] [K1:for {np}], in line with earlier decrees",
    "[S1:the insider source] [C1:claimed] [K1:that [S2:unspecified actors, [h:possibly] the [o:{abbr}] or {A}], [C2:ordered] [K2:state media to increase reporting about {np}], [h:likely] to {goal}]",
    "[S1:{U}] [C1:claimed] [K1:that [S2:unspecified officials, [h:likely] in the [o:{abbr}]], [C2:ordered] [K2:{G} to {act}]]",
    "[S1:the {full} ([o:{abbr}])] [C1:claimed] [K1:that {c}]",
    "[S1:the {full} ([o:{abbr}])] [C1:claimed] on {daymonth} [K1:that {c} and that {c}]",
    "[S1:a Kremlin-affiliated milblogger] [C1:amplified] [K1:footage [h:purportedly] showing that {c}]",
    "[S1:a [g:Russian] milblogger] [C1:claimed] [K1:that {c}], but [S2:another milblogger] [C2:denied] [K2:this]",
    "[S1:milbloggers] [C1:claimed] on {daymonth} [K1:that {c}]",
    "[S1:some milbloggers] [C1:complained] [K1:that {c}], and others fell silent",
    "[S1:[o:ISW]] [C1:has observed no evidence] [K1:that {c}]",
    "[S1:[o:ISW]] [C1:cannot independently confirm] [K1:the [C2:claim] by [S2:{U}] [K2:that {c}]]",
    "[S1:[o:ISW]] [C1:continues to assess] [K1:that {c}]",
    "[S1:[o:ISW]] [C1:previously assessed] [K1:that {G} would [h:likely] {act} in order to {goal}]",
    "[S1:[g:Ukrainian] military officials] [C1:reported] on {daymonth} [K1:that {c}]",
    "[S1:geolocated footage published on {daymonth}] [C1:indicates] [K1:that {c}]",
    "[S1:footage published on {daymonth}] [C1:shows] [K1:that {c}]",
    "[S1:satellite imagery collected on {daymonth}] [C1:indicates] [K1:that {c}]",
    "[S1:{A}] responded to questions about {np} by [C1:claiming] [K1:that {c}]",
    "[S1:{U}] [C1:stated] [K1:that [S2:{A}] [C2:ordered] [K2:{G} to {act}], [h:possibly] to {goal}]",
    "[S1:{A}] [C1:told] {G} [K1:that [S2:the [o:{abbr}]] [C2:plans] [K2:to {act}], [h:likely] to {goal}]",
    "[S1:{A}'s] [C1:statement] [K1:that {c}] is [h:likely] an effort to {goal}",
    "[S1:the [o:{abbr}]] [C1:is [h:likely] attempting] [K1:to {act}] to {goal}",
    "[S1:{O}] [C1:reported] [K1:that [S2:{U}] [C2:stated] [K2:that {c}]]",
    "[S1:{O}] [C1:reported] on {daymonth}, [C2:citing] [S2:{U}], [K1:[K2:that {c}]]",
    "[S1:[S2:{A}]] [C1:noted] [K1:that {c}], [C2:adding] [K2:that {c}]",
    "{G} [h:likely] {acted} to {goal}",
    "{A} appointed {B} to a post at the [o:{abbr}] on {daymonth}",
]


def note(scene: Scene) -> str:
    """One clause of an assessment, lower case, without its stop."""
    assert scene.dossier
    full, abbr = scene.rng.choice(scene.dossier.agencies)
    template = scene.cycle("notes", NOTE)
    if scene.dossier.adj not in ("Russian", "Moldovan"):
        for old, new in (
            ("a Kremlin-affiliated milblogger", "a commentator close to the government"),
            ("a [g:Russian] milblogger", "a military analyst"),
            ("another milblogger", "another analyst"),
            ("some milbloggers", "some bloggers"),
            ("[S1:milbloggers]", "[S1:pro-government channels]"),
            ("[g:Ukrainian] military officials", "[g:US] military officials"),
        ):
            template = template.replace(old, new)
    return scene.t(template, abbr=abbr, full=full)


def own(scene: Scene, count: int) -> str:
    """Sentences of the outlet's own."""
    assert scene.dossier
    rows = scene.dossier.own
    return " ".join(cap(scene.fill(scene.cycle("own", rows))) for _ in range(count))


def sentences(scene: Scene, count: int) -> str:
    """Several notes, each a sentence."""
    return " ".join(cap(note(scene)) + "." for _ in range(count))


def quoted_note(scene: Scene) -> str:
    """The outlet quotes the report in one paragraph."""
    rng = scene.rng
    body = ". ".join(cap(note(scene)) for _ in range(rng.choice([1, 1, 2])))
    opener = rng.choice(OUTER)
    if rng.random() < 0.25:
        return cap(
            scene.t(
                "[K1:‹{body},›] [S1:{who}] [C1:said].",
                body=body,
                who=rng.choice(["[o:ISW]", "the [d:report]", "the institute", "the [o:ISW] [d:report]"]),
            )
        )
    if rng.random() < 0.3:
        return cap(scene.t(f"{opener} [K1:that {{body}}].", body=note(scene)))
    return cap(scene.t(f"{opener}: [K1:‹{{body}}.›]", body=body))


def long_quote(scene: Scene) -> list[str]:
    """A quotation over three paragraphs; only the first has a cue outside it."""
    rng = scene.rng
    first = cap(scene.t(f"{rng.choice(OUTER)}: [K1:‹{{body}}.]", body=cap(note(scene))))
    return [
        first,
        *[f"‹{sentences(scene, rng.choice([1, 1, 2]))}" for _ in range(rng.choice([1, 1, 0]))],
        f"‹{sentences(scene, rng.choice([1, 2]))}›",
    ]


def document(scene: Scene) -> list[str]:
    """Paragraphs of an article on an assessment, or of the assessment itself."""
    rng, paras = scene.rng, []
    if rng.random() < 0.5:
        for _ in range(rng.choice([1, 2, 2])):
            paras.append(sentences(scene, rng.randint(2, 5)))
        if rng.random() < 0.5:
            paras.append(own(scene, rng.randint(1, 3)))
        return paras
    paras.append(
        cap(
            scene.t(
                "[S1:{who}] [C1:{cue}] [K1:that {c}].",
                who=rng.choice(["{U}", "{A}", "{UU}", "the [o:Institute for the Study of War] ([o:ISW])"]),
                cue=rng.choice(["said", "claimed"]),
            )
        )
    )
    if rng.random() < 0.6:
        paras.append(own(scene, rng.randint(1, 3)))
    paras += long_quote(scene) if rng.random() < 0.5 else [quoted_note(scene)]
    paras.append(own(scene, rng.randint(1, 3)))
    if rng.random() < 0.5:
        paras.append(quoted_note(scene))
    return paras
