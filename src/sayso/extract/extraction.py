"""One document → its reading: everything that the rooms of this package find, joined."""

from __future__ import annotations

from sayso.domain.attribution import PartyKind
from sayso.domain.document import Document, day_of
from sayso.domain.mention import Mention
from sayso.domain.reading import Model, Reading
from sayso.extract.candidates import find_candidates
from sayso.extract.certainty import find_hedges, read_cue
from sayso.extract.chains import build
from sayso.extract.checks import check_roles, check_text
from sayso.extract.checks.offices import Said, find_offices
from sayso.extract.content_edges import with_edges
from sayso.extract.coordination import part_coordinated
from sayso.extract.found import Found
from sayso.extract.identifying import Identities, Known, judge_people, known_parties
from sayso.extract.layout import Layout, lay_out
from sayso.extract.mentions import find_mentions, with_parties
from sayso.extract.names import gather
from sayso.extract.nesting import Link, nest
from sayso.extract.noun_speech import find_noun_speech
from sayso.extract.own_voice import find_own_voice
from sayso.extract.parties import Parties
from sayso.extract.places import Places, find_spots, home_of, resolve_places
from sayso.extract.pronouns import Weighed
from sayso.extract.ranges import touches
from sayso.extract.source_edges import with_source_edges
from sayso.extract.turns import find_interviewee, find_turns
from sayso.languages.language import Language
from sayso.languages.pronouns import PronounWeights


def extract(
    document: Document,
    found: Found,
    language: Language,
    model: Model,
    notes: tuple[str, ...] = (),
    offices: Known | None = None,
    places: Places | None = None,
) -> Reading:
    """The reading of `document`, of which a model has `found` the spans.

    With `offices` roles are checked as well, with `places` the places that it names are looked up.
    """
    layout, mentions, links = _outline(document, found, language)
    text = layout.text
    furniture = sorted((span.start, span.end) for span in document.furniture)
    named = gather(text, mentions, language)
    identities = Identities(text, offices, day_of(document.published))
    judged, by_name = judge_people(document, mentions, named, identities, language)
    speakers = Parties(layout, mentions, named, language, find_interviewee(layout, links, named)).speakers(links)
    senses = [
        read_cue(
            text,
            link.cue,
            link.content,
            language,
            source=link.source is not None,
            person=speaker.kind in {PartyKind.PERSON, PartyKind.GROUP},
        )
        if link.cue
        else None
        for link, speaker in zip(links, speakers, strict=True)
    ]
    hedges = [hedge for hedge in find_hedges(text, found.hedges, language) if not touches(furniture, hedge)]
    known = sorted(named.items(), key=lambda item: item[0])
    attributions = build(document.id, layout, links, senses, speakers, hedges, language, known)
    own = find_own_voice(document.id, layout, attributions, hedges, language)
    checks = check_text(layout, [*attributions, *own], links, speakers, language)
    resolved = with_parties(mentions, named, document.id)
    said: list[Said] = []
    if offices is not None:
        said = find_offices(layout, resolved, language, offices)
        roles = check_roles(said, offices, day_of(document.published))
        checks = tuple(sorted((*checks, *roles), key=lambda check: (check.span.start, check.kind)))
    everything = sorted([*attributions, *own], key=lambda a: (a.content[0].start, len(a.chain), a.content[0].end))
    parties = known_parties(named.values(), judged, by_name, said, everything, identities, document.id)
    named_places = (
        resolve_places(
            text, find_spots(text, mentions, places, language), places, home_of(document.url), language.not_places
        )
        if places is not None
        else ()
    )
    return Reading(document, tuple(everything), resolved, checks, model, notes, parties, named_places)


def weigh_pronouns(
    document: Document, found: Found, language: Language, weights: PronounWeights | None = None
) -> list[Weighed]:
    """Every "he" and "she" of a document and whom it is taken to mean; to measure that, and to learn `weights`."""
    layout, mentions, links = _outline(document, found, language)
    named = gather(layout.text, mentions, language)
    interviewee = find_interviewee(layout, links, named)
    return Parties(layout, mentions, named, language, interviewee, weights).weigh_pronouns(links)


def _outline(document: Document, found: Found, language: Language) -> tuple[Layout, list[Mention], list[Link]]:
    """Where things stand, who is named, and who says what, before anybody asks who is who."""
    layout = lay_out(document)
    furniture = sorted((span.start, span.end) for span in document.furniture)
    mentions = [
        mention
        for mention in find_mentions(layout.text, found.mentions, language)
        if not touches(furniture, (mention.span.start, mention.span.end))
    ]
    candidates = find_candidates(document, found.attributions, mentions, language)
    candidates = part_coordinated(with_source_edges(candidates, layout, language), layout.text, language)
    candidates = with_edges(candidates, layout)
    return layout, mentions, nest(find_noun_speech(layout, find_turns(layout, candidates)), layout)
