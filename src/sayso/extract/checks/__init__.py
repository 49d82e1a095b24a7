"""What a reader should not take on trust: each check is a rule that shows the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.domain.attribution import Attribution
from sayso.domain.reading import Check
from sayso.extract.checks.headline import check_headline_certainty, check_headline_quotes
from sayso.extract.checks.introduction import check_introductions
from sayso.extract.checks.lost_attribution import check_lost_attributions
from sayso.extract.checks.offices import Offices, Said
from sayso.extract.checks.role_in_text import check_roles_in_text
from sayso.extract.checks.role_registry import check_roles_against_registry
from sayso.extract.layout import Layout
from sayso.extract.nesting import Link
from sayso.extract.speaker import Speaker
from sayso.languages.language import Language


def check_text(
    layout: Layout,
    attributions: Sequence[Attribution],
    links: Sequence[Link],
    speakers: Sequence[Speaker],
    language: Language,
) -> tuple[Check, ...]:
    """All checks that need nothing but the text, in order of the words they speak of."""
    found = [
        *check_headline_quotes(layout),
        *check_headline_certainty(layout, attributions, language),
        *check_introductions(layout, links, speakers, language),
        *check_lost_attributions(layout, attributions),
    ]
    return tuple(sorted(found, key=_place))


def check_roles(said: Sequence[Said], offices: Offices, day: date | None) -> tuple[Check, ...]:
    """Offices that a text gives to persons, against each other and against the registry on the document's day."""
    found = [*check_roles_in_text(said, offices), *check_roles_against_registry(said, offices, day)]
    return tuple(sorted(found, key=_place))


def _place(check: Check) -> tuple[int, str]:
    return check.span.start, check.kind
