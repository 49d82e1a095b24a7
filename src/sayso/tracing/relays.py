"""Who took a claim from whom: for each document the best single story that all its evidence tells.

What a document says itself outranks what its words resemble, unless what it says was copied along with them; what is explained by a
stronger step adds none of its own. Time tells which of two texts is the copy, and is no evidence by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.domain.attribution import Naming
from sayso.domain.claim import Flag, FlagKind, RelayKind
from sayso.domain.quotation import Quotation, find_quotations
from sayso.tracing.clues import Clues
from sayso.tracing.copying import Run
from sayso.tracing.graph import Evidence, Graph
from sayso.tracing.held import Held
from sayso.tracing.material import Candidate, Chosen, Material, any_passes, document_candidate
from sayso.tracing.parties import OUTLET
from sayso.tracing.resemblance import COPY, LONG_RUN, NEAR, REWRITE, Resemblance
from sayso.tracing.sayings import Sayings
from sayso.tracing.sources import Source, may_be_one
from sayso.tracing.witnesses import Witnesses

SHORTCUT = 2.5
"""How many times more a text shares with a relay than with the source that both name, where it took it from the relay."""
HEARD_BY_TWO = 0.2
"""Share of a text's own words below which it may have its speaker from himself, as the other text has him."""
QUOTED_RUN = 8
"""Words in a row of an interview by which another paper's quotation is known to be from it."""
_GUESSED = frozenset({RelayKind.SAME_TEXT, RelayKind.SHARED_ERROR, RelayKind.SAME_OWNER})
"""Kinds of evidence that do not tell by themselves who was first: a circle that they close is no contradiction in the texts."""


@dataclass(frozen=True, slots=True)
class Relays:
    """The graph, the sources that its party nodes were made of with their documents, what was flagged, and the doubtful rewrites.

    `weak`: documents in their own voice that credit nobody, with the text that theirs resembles too little to be certain.
    `misdated`: documents that bear an earlier date than the text that they copy, with that.
    """

    graph: Graph
    sources: Mapping[str, list[tuple[str, Source]]]
    flags: tuple[Flag, ...]
    weak: Mapping[str, str]
    misdated: Mapping[str, str]


def find_relays(material: Material) -> Relays:
    """The steps between documents and parties of one claim."""
    return _Finder(material).relays()


class _Finder:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._resemblance = Resemblance(material)
        self._sayings = Sayings(material, self._resemblance)
        self._witnesses = Witnesses(material, self._resemblance)
        self._clues = Clues(material, self._witnesses)

    def relays(self) -> Relays:
        material = self._material
        for item in material.held:
            material.named[item.id] = self._sayings.candidates(item)
        for flag in material.flags.values():
            if self._resemblance.is_like(material.by_id[flag.to], material.by_id[flag.source]):
                material.misdated[flag.to] = flag.source
        for item in material.held:
            chosen = self._decide(item)
            for candidate in chosen.values():
                if not any(self._explains(item, by, candidate) for by in chosen.values() if by is not candidate):
                    self._add(candidate, item)
        graph = self._without_circles()
        _drop_shortcuts(graph, set(material.by_id))
        return Relays(graph, material.sources, tuple(material.flags.values()), material.weak, material.misdated)

    def _decide(self, item: Held) -> Chosen:
        original = self._clues.with_original(item)
        if original:
            return original
        chosen = dict(self._material.named[item.id])
        other = self._resemblance.copied_from(item)
        if other is not None and self._resemblance.is_misdated(item, other):
            self._flag_copy(item, other)
        if other is not None:
            chosen = self._translated(item, other, chosen) or self._with_copy(item, other, chosen)
        if not any_passes(chosen):
            chosen = self._with_interview(item, self._clues.with_own_interview(item, chosen))
        chosen = self._clues.with_links(item, chosen)
        chosen = self._clues.with_mistakes(item, chosen)
        if not any_passes(chosen):
            chosen = self._clues.with_mentions(item, chosen)
        if not any_passes(chosen):
            chosen = self._clues.with_wording(item, chosen)
        if not chosen:
            chosen = self._clues.with_own_earlier(item)
        if not any_passes(chosen):
            chosen = self._clues.with_retelling(item, chosen)
        return chosen or self._clues.with_owner(item)

    def _flag_copy(self, item: Held, other: Held) -> None:
        """Note that a copy bears the earlier date; whom it names with the copied words is dated later for the same reason."""
        material = self._material
        for pair in [pair for pair in material.flags if pair[1] == item.id and pair[0] != other.id]:
            if material.names(other, pair[0]):
                del material.flags[pair]
        theirs, its = other.document.published, item.document.published
        why = f"Its text is taken from a document that is dated later ({theirs}) than it is itself ({its})."
        material.flag(FlagKind.EARLIER_THAN_SOURCE, other.id, item.id, why)
        material.misdated[item.id] = other.id

    def _translated(self, item: Held, other: Held, named: Chosen) -> Chosen:
        """Whom a text in another language names, above a text that is like it: two translations of one page come out alike."""
        material = self._material
        if any_passes(named) or material.is_translated(item, other) or other.outlet in material.mentions(item):
            return {}
        found = self._clues.with_mentions(item, named)
        sources = (material.by_id.get(node) for node in found)
        return found if any(one is not None and material.is_translated(item, one) for one in sources) else {}

    def _with_copy(self, item: Held, other: Held, named: Chosen) -> Chosen:
        """The text that it was copied or rewritten from, set against what the document says itself."""
        same = self._resemblance.evidence(item, other)
        if other.id in named:
            named[other.id].evidence.append(same)
            return named
        kept: Chosen = {}
        for node, candidate in named.items():
            if candidate.passes and self._is_shortcut(item, other, candidate):
                same = replace(same, why=f"{same.why}, and with them the name of {candidate.source.shown}")
                continue
            kept[node] = candidate
            source = self._material.by_id.get(node)
            if source is not None and self._resemblance.is_like(item, source):
                candidate.evidence.append(self._resemblance.evidence(item, source))
        if any_passes(kept) and len(kept) == len(named):
            return kept
        own = {node: one for node, one in kept.items() if one.passes or self._witnesses.is_own(item, other, one)}
        close = self._resemblance.is_close(item, other)
        if not close and any(not one.passes for one in own.values()):
            return kept
        speakers = [one for one in kept.values() if one.source.naming is not Naming.NONE]
        if speakers and self._resemblance.share(item, other) < HEARD_BY_TWO:
            return kept  # two who heard one speaker write alike
        if not named and not close and self._resemblance.share(item, other) < COPY / 2:
            self._material.weak[item.id] = other.id
        return {other.id: document_candidate(other, same), **own}

    def _is_shortcut(self, item: Held, other: Held, candidate: Candidate) -> bool:
        """Whether a document has whom it names from the text that it copies: that names it too, and shares more."""
        node, share = candidate.node, self._resemblance.share(item, other)
        names_it = self._material.names(other, node)
        copied = all(self._resemblance.has(item, other, step) for step in candidate.steps)
        source = self._material.by_id.get(node)
        if source is not None:
            direct = self._resemblance.share(item, source)
            if direct >= share - NEAR or (candidate.whole and direct >= COPY):
                return False  # the second: "Forwarded from X", above X's text
            return (share >= COPY and (names_it or copied)) or (
                names_it and not candidate.whole and share >= max(2 * REWRITE, SHORTCUT * direct)
            )
        if candidate.whole and not copied:
            return False
        theirs = self._material.named[other.id].get(node)
        if names_it and (candidate.whole or (theirs is not None and theirs.whole)):
            return False  # both print the agency's text
        return share >= COPY / 2 and (names_it or copied)

    def _with_interview(self, item: Held, chosen: Chosen) -> Chosen:
        """What was told to one paper, word for word in another that does not say so."""
        if self._material.is_alone or any(path.told_here for path in item.paths):
            return chosen
        places = self._material.places
        quoted = find_quotations(item.document.text)
        for other in sorted(self._resemblance.near(item), key=lambda one: places[one.id]):
            runs = [run for run in self._resemblance.runs(item, other) if run.words >= _fewest(run, quoted)]
            if not runs or not self._resemblance.may_come_from(item, other):
                continue
            told = [span for path in other.paths if path.told_here and path.steps for span in path.content]
            if not told:
                return chosen  # who had it first was told it with others
            in_interview = any(
                span.start <= run.source_end and run.source_start <= span.end for run in runs for span in told
            )
            if in_interview and not any(self._witnesses.is_own(item, other, party) for party in chosen.values()):
                outlet = self._material.outlets.outlet(other.outlet).shown
                same = replace(
                    self._resemblance.evidence(item, other), why=f"it has word for word what was told to {outlet}"
                )
                return {other.id: document_candidate(other, same)}
        return chosen

    def _explains(self, item: Held, by: Candidate, candidate: Candidate) -> bool:
        """Whether one of the chosen leads back to another, so that the document need not have it from there too."""
        material = self._material
        held = material.by_id.get(candidate.node)
        if any(node == candidate.node for node, _ in by.tail) or (
            held is not None and OUTLET + held.outlet in by.inner
        ):
            return True
        if by.is_document:
            other = material.by_id[by.node]
            if material.names(other, candidate.node):
                # Who names two papers, each for itself, has read both, though one of them has it from the other.
                return not (candidate.is_document and candidate.node in material.named[item.id])
            return not candidate.passes and not self._witnesses.is_own(item, other, candidate)
        if candidate.passes or not by.passes:
            return False
        if material.graph.leads(by.node, candidate.node):
            return True
        source = candidate.source
        behind = [step.source for _, step in by.tail]
        behind += [their for node in material.graph.sources(by.node) for _, their in material.sources.get(node, ())]
        return not source.is_known and (
            source.naming is Naming.NONE or any(may_be_one(source, their) for their in behind)
        )

    def _add(self, candidate: Candidate, item: Held) -> None:
        material = self._material
        material.graph.add(candidate.node, item.id, candidate.evidence)
        if not candidate.is_document:
            material.sources.setdefault(candidate.node, []).extend((item.id, step.source) for step in candidate.steps)
        to = candidate.node
        for node, step in candidate.tail:
            if node in {to, item.id} or (node in material.by_id and to in material.by_id):
                break
            material.graph.add(node, to, [self._sayings.evidence(item, step, node)])
            if node not in material.by_id:
                material.sources.setdefault(node, []).append((item.id, step.source))
            to = node

    def _without_circles(self) -> Graph:
        """The steps again, the surest first, without those that would close a circle."""
        material, whole, graph = self._material, self._material.graph, Graph()
        steps = [(source, to, whole.evidence(source, to)) for source, to in whole.steps()]

        def rank(step: tuple[str, str, tuple[Evidence, ...]]) -> tuple[float, int, str]:
            source, to, evidence = step
            return -evidence[0].score, -material.places.get(to, -1), source

        for source, to, evidence in sorted(steps, key=rank):
            if source != to and not graph.leads(source, to):
                graph.add(source, to, evidence)
            elif evidence[0].how not in _GUESSED:
                why = f"It leads back to itself: here {evidence[0].why}, and elsewhere it is the other way round."
                material.flag(FlagKind.CYCLE, source, to, why)
        return graph


def _fewest(run: Run, quoted: Sequence[Quotation]) -> int:
    """Words that a run has at least from which on it is from an interview: fewer where they are quoted, as then they are the speaker's own."""
    return QUOTED_RUN if any(span.start < run.end and run.start < span.end for span in quoted) else LONG_RUN


def _drop_shortcuts(graph: Graph, documents: set[str]) -> None:
    """Between parties a step that a longer way explains is left out."""
    for source, to in graph.steps():
        if to in documents or source in documents:
            continue
        others = [other for other in graph.sources(to) if other != source]
        if any(graph.leads(other, source) for other in others):
            graph.remove(source, to)
