"""What a document says itself about whom it has it from → the nodes of the graph that it means."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.attribution import Mode
from sayso.domain.claim import FlagKind, RelayKind
from sayso.domain.quotation import find_quotations
from sayso.tracing.graph import Evidence
from sayso.tracing.held import Held
from sayso.tracing.material import Candidate, Chosen, Material
from sayso.tracing.moments import is_before
from sayso.tracing.parties import OUTLET
from sayso.tracing.paths import Path
from sayso.tracing.resemblance import Resemblance
from sayso.tracing.statement import Statement
from sayso.tracing.steps import Step, passage

SCORES = {
    RelayKind.FORWARD: 0.97,
    RelayKind.WIRE_CREDIT: 0.95,
    RelayKind.NAMES_IT: 0.95,
    RelayKind.TRANSLATION: 0.9,
    RelayKind.LINK: 0.92,
}
SHORTEST_QUOTED = 4
"""Words of a quotation by which the text that it is from is known."""
QUOTED_SCORE = 0.85
MOST_QUOTED = 300
"""Documents, the first, in which a quotation is looked for: a post that many quote is an early one."""
_QUOTES = ' “”"«»„‘’,.'
_VERBS = {RelayKind.WIRE_CREDIT: "credits", RelayKind.FORWARD: "forwards", RelayKind.LINK: "links to"}


class Sayings:
    """Reads the ways that documents tell of as steps between nodes."""

    def __init__(self, material: Material, resemblance: Resemblance) -> None:
        self._material, self._resemblance = material, resemblance

    def candidates(self, item: Held) -> Chosen:
        """Whom a document names next to itself, by node, each with what stands behind it."""
        found: Chosen = {}
        for path in item.paths:
            candidate = self._quoted(item, path) or self._candidate(item, path)
            if candidate is None:
                continue
            known = found.setdefault(candidate.node, candidate)
            if known is not candidate:
                known.evidence += candidate.evidence
                known.steps += candidate.steps
                known.passes |= candidate.passes
                known.inner |= candidate.inner
                behind = {node for node, _ in known.tail}
                known.tail += [step for step in candidate.tail if step[0] not in behind]
        return found

    def _quoted(self, item: Held, path: Path) -> Candidate | None:
        """The document that says in its own voice what another one quotes word for word from somebody without a name ("“…”, says a brief")."""
        material = self._material
        if not path.steps or path.told_here or any(step.source.is_known for step in path.steps):
            return None
        said = next(one for one in item.statements if one.id == path.statement)
        words = said.attribution.content[0].exact.strip(_QUOTES)
        if said.attribution.mode is not Mode.DIRECT or len(words.split()) < SHORTEST_QUOTED:
            return None
        for other in material.held[:MOST_QUOTED]:
            if (
                other.outlet == item.outlet
                or not is_before(other.moment, item.moment)
                or material.is_barred(other.id, item)
            ):
                continue
            at = other.document.text.find(words)
            if at < 0 or not any(_says_itself(one, at, at + len(words)) for one in other.statements):
                continue
            step = path.steps[0]
            passages = (step.passage, passage(other.document, at, at + len(words)))
            why = f"it quotes {step.source.shown}, and the words stand there"
            return Candidate(
                other.id,
                [Evidence(RelayKind.NAMES_IT, passages, QUOTED_SCORE, why)],
                [step],
                is_document=True,
                passes=True,
            )
        return None

    def evidence(self, item: Held, step: Step, node: str) -> Evidence:
        """That a document names somebody, with its words."""
        how = step.how
        other = self._material.by_id.get(node)
        if other is not None and self._material.is_translated(item, other):
            how = RelayKind.TRANSLATION
        passages = (step.passage,) if step.passage.exact else ()
        return Evidence(how, passages, SCORES[how], f"it {_VERBS.get(step.how, 'names')} {step.source.shown}")

    def _candidate(self, item: Held, path: Path) -> Candidate | None:
        material = self._material
        nodes: list[tuple[str, Step]] = []
        passed_over = False
        behind: frozenset[str] = frozenset()
        for place, step in enumerate(path.steps):
            key = material.parties.key(step.source, nodes[-1][0] if nodes else item.id)
            outlet = key.removeprefix(OUTLET) if key.startswith(OUTLET) else ""
            if outlet == item.outlet:
                continue
            inner = path.steps[place + 1 :]
            speaks = step.source.person is not None and material.outlets.speaker(step.source.person) == outlet
            outermost = not nodes and not passed_over and not speaks
            picked = self._pick(outlet, item, inner, outermost=outermost) if outlet else None
            if speaks and picked is None:
                # What he said before his body's page had it he said himself.
                key = material.parties.key(step.source, nodes[-1][0] if nodes else item.id, of_outlets=False)
                outlet = ""
            if picked is not None:
                nodes.append((picked.id, step))
                behind = frozenset(material.parties.key(one.source, "") for one in inner)
                break
            if outlet and material.has_outlet(outlet) and inner:
                passed_over = True
                continue  # whoever it has it from is nearer to the truth than a page that bears a later date
            if key not in {node for node, _ in nodes}:
                nodes.append((key, step))
        while nodes and material.is_barred(nodes[0][0], item):
            nodes.pop(0)
        if not nodes:
            return None
        node, step = nodes[0]
        is_document = node in material.by_id
        passes = (
            is_document
            or len(nodes) > 1
            or node.startswith(OUTLET)
            or material.outlets.is_outlet(step.source.name or "")
        )
        return Candidate(node, [self.evidence(item, step, node)], [step], nodes[1:], behind, is_document, passes)

    def _pick(self, outlet: str, item: Held, inner: Sequence[Step], *, outermost: bool) -> Held | None:
        """The document of an outlet that another one means: to which it links, which has the same speaker or numbers, shares most, or was first."""
        material = self._material
        own = material.of_outlet(outlet, item)
        earlier = [other for other in own if not is_before(item.moment, other.moment)]
        if own and not earlier and outermost:
            name, theirs, its = (
                material.outlets.outlet(outlet).shown,
                own[0].document.published,
                item.document.published,
            )
            why = f"It names {name}, whose document here is dated later ({theirs}) than it is itself ({its})."
            material.flag(FlagKind.EARLIER_THAN_SOURCE, own[0].id, item.id, why)
        if len(earlier) < 2:
            return earlier[0] if earlier else None
        speakers = self._speakers(inner)
        takes = all(self._resemblance.is_like(other, earlier[0]) for other in earlier[1:])
        said = _words(item)

        def rank(other: Held) -> tuple[bool, bool, bool, int, int, float, int]:
            return (
                material.links_to(item, other),
                not material.is_translated(item, other),
                bool(speakers and speakers & self._speakers([step for path in other.paths for step in path.steps])),
                len(item.numbers & other.numbers),
                len(said & _words(other)),
                round(self._resemblance.overlap(item, other).own, 1),
                # A later take of an agency's report takes the place of the first; else who was first has it from nearest by.
                material.places[other.id] if takes else -material.places[other.id],
            )

        return max(earlier, key=rank)

    def _speakers(self, steps: Sequence[Step]) -> set[str]:
        return {self._material.parties.key(step.source, "") for step in steps if step.source.is_known}


def _says_itself(statement: Statement, start: int, end: int) -> bool:
    """Whether a document says some words in its own voice, outside quotation marks."""
    spans = statement.attribution.content
    if not any(span.start < end and start < span.end for span in spans):
        return False
    quoted = find_quotations(statement.document.text)
    return not any(quote.start < end and start < quote.end for quote in quoted)


def _words(item: Held) -> set[str]:
    """The words that mean something in what a document says of the claim."""
    return {word for statement in item.statements for word in statement.words}
