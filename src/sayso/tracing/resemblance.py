"""Which document a text was copied or rewritten from, by the words that they share.

Where dates do not tell which came first, the one that credits the other is the copy, then the one that has less of its own.
"""

from __future__ import annotations

import re

from sayso.domain.claim import RelayKind
from sayso.languages.telling import load_telling
from sayso.tracing.copying import Copies, Overlap, Run, aligned, common, covers, overlap
from sayso.tracing.graph import Evidence
from sayso.tracing.held import Held
from sayso.tracing.material import Material
from sayso.tracing.moments import is_before
from sayso.tracing.roles import CAPITAL
from sayso.tracing.steps import Step, passage

COPY = 0.4
"""Share of a text's own 5-grams that stands in another from which on the one is a copy; copies measured 0.6 to 0.98."""
REWRITE = 0.08
"""From here on it is a rewrite; those measured 0.1 to 0.3, two reports of one report 0.04."""
LONG_RUN = 12
"""Words in a row outside quotations that two writers do not hit upon by chance."""
FEWEST_OWN = 12
"""5-grams outside quotations below which their share tells nothing, and all of the text is looked at."""
WHOLE_COPY, ALL_OF_IT = 0.6, 0.9
FEWEST_IN_SHORT, FEWEST_IN_FLASH = 4, 15
"""5-grams that a post shares with another at least, and one that only says what somebody said."""
FEWEST_IN_REWRITE = 5
"""5-grams; "miners are trapped in a mine near Orm" are four, and two may write so."""
NEAR = 0.04
"""Difference of shares below which two texts are as likely to be the one that was copied."""
SURE = 0.98

_TOLD = re.compile(rf"\b(?P<cue>{'|'.join(load_telling('en').told)}) (?:[Tt]he )?{CAPITAL}(?: {CAPITAL}){{0,4}}")


class Resemblance:
    """How much the documents of a claim share with each other; nothing is compared twice."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._copies = Copies([item.grams for item in material.held])
        self._near: dict[str, list[Held]] = {}
        self._overlaps: dict[tuple[str, str], Overlap] = {}
        self._runs: dict[tuple[str, str], tuple[Run, ...]] = {}
        self._common: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}

    def near(self, item: Held) -> list[Held]:
        """The documents that share most words with one, the most first, without those that are ruled out."""
        if item.id not in self._near:
            held = self._material.held
            found = [held[place] for place in self._copies.candidates(self._material.places[item.id])]
            self._near[item.id] = [other for other in found if not self._material.is_barred(other.id, item)]
        return self._near[item.id]

    def overlap(self, item: Held, other: Held) -> Overlap:
        """How much of a document stands in another."""
        key = (item.id, other.id)
        if key not in self._overlaps:
            self._overlaps[key] = overlap(item.grams, other.grams)
        return self._overlaps[key]

    def runs(self, item: Held, other: Held) -> tuple[Run, ...]:
        """The longest stretches that they share."""
        key = (item.id, other.id)
        if key not in self._runs:
            self._runs[key] = aligned(item.grams, other.grams)
        return self._runs[key]

    def common(self, item: Held, other: Held) -> tuple[tuple[int, int], ...]:
        """All stretches of a document that stand in another."""
        key = (item.id, other.id)
        if key not in self._common:
            self._common[key] = common(item.grams, other.grams)
        return self._common[key]

    def share(self, item: Held, other: Held) -> float:
        """How much of a text's own words stands in another; of one that has hardly any of its own, of all its words."""
        found = self.overlap(item, other)
        if found.own_count >= FEWEST_OWN:
            return found.own
        return found.whole if self._is_whole_copy(item, found) else 0.0

    def _is_whole_copy(self, item: Held, found: Overlap) -> bool:
        """Whether a text that is all post or all quotation is another's: who only quotes a speaker may have heard him too."""
        if item.credits:
            if found.own_count and found.own >= WHOLE_COPY and found.whole >= WHOLE_COPY:
                return found.shared >= 2 * FEWEST_IN_SHORT
            return found.whole >= ALL_OF_IT and found.shared >= FEWEST_IN_FLASH
        return found.whole >= WHOLE_COPY and found.shared >= FEWEST_IN_SHORT

    def is_like(self, item: Held, other: Held) -> bool:
        """Whether a text is at least a rewrite of another, or the other of it."""
        found = self.overlap(item, other)
        if found.own_count < FEWEST_OWN:
            return self._is_whole_copy(item, found)
        if item.outlet == other.outlet and found.own < COPY and not self._share_what_is_said(item, other):
            return False  # an outlet repeats its background under every report
        if found.longest >= LONG_RUN:
            return True
        return found.own >= REWRITE and found.own * found.own_count >= FEWEST_IN_REWRITE

    def _is_background(self, item: Held, other: Held) -> bool:
        """Whether what a text shares with another outlet's stands in an earlier text of its own outlet, as the background to another report."""
        if item.outlet == other.outlet:
            return False
        own = [
            house
            for house in self.near(item)
            if house.outlet == item.outlet
            and not is_before(item.moment, house.moment)
            and not self.is_like(item, house)
        ]
        return any(self.share(item, house) >= self.share(item, other) - NEAR for house in own)

    def _share_what_is_said(self, item: Held, other: Held) -> bool:
        spans = [span for statement in item.statements for span in statement.attribution.content]
        return any(span.start < high and low < span.end for span in spans for low, high in self.common(item, other))

    def is_close(self, item: Held, other: Held) -> bool:
        """Whether it is more than a rewrite in passing: a copy, or two long runs' worth of words."""
        return self.share(item, other) >= COPY or self.overlap(item, other).longest >= 2 * LONG_RUN

    def has(self, item: Held, other: Held, step: Step) -> bool:
        """Whether the words by which one document names somebody stand in the other too."""
        return covers(self.common(item, other), step.passage.start, step.passage.end)

    def copied_from(self, item: Held) -> Held | None:
        """The document whose text one has taken over, copy or rewrite: of those that it shares most with the one that it names, or the first."""
        material = self._material
        options = [
            (self.share(item, other), other)
            for other in self.near(item)
            if self.is_like(item, other) and self.may_come_from(item, other) and not self._is_background(item, other)
        ]
        best = max((share for share, _ in options), default=0.0)

        def rank(option: tuple[float, Held]) -> tuple[bool, int]:
            _, other = option
            return self._is_credited(item, other), -material.places[other.id]

        near = [
            option
            for option in options
            if option[0] >= best - (3 * NEAR if self._is_credited(item, option[1]) else NEAR)
        ]
        return max(near, key=rank)[1] if near else None

    def _is_credited(self, item: Held, other: Held) -> bool:
        """Whether a document names another one, links to it, or speaks of its outlet anywhere."""
        material = self._material
        if other.id in material.named[item.id] or material.links_to(item, other):
            return True
        return other.outlet != item.outlet and other.outlet in material.mentions(item)

    def may_come_from(self, item: Held, other: Held) -> bool:
        """Whether the other text may be the earlier one."""
        material = self._material
        if self.is_misdated(item, other):
            return True
        if is_before(item.moment, other.moment) or self.is_misdated(other, item):
            return False
        if other.id in material.misdated and other.id not in material.named[item.id]:
            return False
        if is_before(other.moment, item.moment) or other.id in material.named[item.id]:
            return True
        if item.id in material.named[other.id]:
            return False
        linked, linking = material.links_to(item, other), material.links_to(other, item)
        if linked != linking:
            return linked
        here, there = self.share(item, other), self.share(other, item)
        if abs(here - there) > NEAR:
            return here > there
        return (other.order, other.id) < (item.order, item.id)

    def is_misdated(self, copy: Held, source: Held) -> bool:
        """Whether a text bears an earlier date than the one that it was copied from: the other was told it, or its own date cannot be right."""
        if not is_before(copy.moment, source.moment) or not self.is_like(copy, source):
            return False
        if self._was_told(source, copy) and not self._was_told(copy, source):
            return True
        # Who names a report that came out later does not bear the day on which it was written.
        dated_early = any(flag.to == copy.id for flag in self._material.flags.values())
        return dated_early and self.share(copy, source) > self.share(source, copy) + NEAR

    def _was_told(self, item: Held, other: Held) -> bool:
        """Whether something that the other text has too was told to this document's own outlet."""
        common = self.common(item, other)
        said = [span for path in item.paths if path.told_here for span in path.content]
        if any(span.start < high and low < span.end for span in said for low, high in common):
            return True
        # Wherever it stands: a page is copied whole, and its other claims with "she told the Quay".
        outlets, text = self._material.outlets, item.document.text
        return any(
            outlets.find(match.group().removeprefix(match["cue"]).strip()) == item.outlet
            for low, high in common
            for match in _TOLD.finditer(text, low, high)
        )

    def evidence(self, item: Held, other: Held) -> Evidence:
        """The words that both have, by turns those of the source and of the copy."""
        share = self.share(item, other)
        passages = []
        for run in self.runs(item, other):
            passages.append(passage(other.document, run.source_start, run.source_end))
            passages.append(passage(item.document, run.start, run.end))
        score = min(SURE, 0.45 + share) if share < COPY else min(SURE, 0.75 + share / 4)
        why = f"{share:.0%} of its word 5-grams stand in the other"
        return Evidence(RelayKind.SAME_TEXT, tuple(passages), round(score, 2), why)
