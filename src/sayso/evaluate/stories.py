"""Stories traced and scored; tracing is passed in, so that neither weights nor a store are needed here.

What is counted:

- **claims**: B³ (Bagga and Baldwin 1998) over the gold passages. Of every passage that was found: how much of what stands
  in its lineage is of its claim (precision), and how much of its claim stands in its lineage (recall). A passage that
  was not found has recall 0 and no precision. Passages in a language that is not read yet are left out.
- **relays**: an edge is right if both its ends are. An edge into a document that only denies the claim is left out.
- **roots**: whether the true number lies in [roots_min, roots_max], and how wide that is.
- **drift**: a kind in a document; `introduced` and `inherited` ask for that to be right as well.

Relays, roots and drift are taken from the lineage that holds most of the claim's passages; no lineage counts for two claims.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field

from sayso.domain.claim import Drift, DriftKind, FlagKind, Lineage, RelayKind
from sayso.errors import CorpusError
from sayso.evaluate.lining_up import Nodes, choose_lineages, find_passages
from sayso.evaluate.scores import PRF
from sayso.evaluate.story import GoldClaim, GoldDrift, GoldPassage, Story, StoryDocument

Trace = Callable[[Sequence[StoryDocument]], Sequence[Lineage]]
"""Adds the documents in this order to an empty store and gives the lineage of every claim."""


WAITING = 4
"""Stories a worker that are made before they are asked for."""


@dataclass(frozen=True, slots=True)
class BCubed:
    """Sums of the passages' precisions and recalls, and how many passages each sum is of."""

    precisions: float = 0.0
    found: int = 0
    recalls: float = 0.0
    gold: int = 0

    def __add__(self, other: BCubed) -> BCubed:
        return BCubed(
            self.precisions + other.precisions,
            self.found + other.found,
            self.recalls + other.recalls,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Mean over the passages that were found; 0 where none was."""
        return self.precisions / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Mean over all passages; 0 where there is none."""
        return self.recalls / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        together = self.precision + self.recall
        return 2 * self.precision * self.recall / together if together else 0.0


@dataclass(frozen=True, slots=True)
class RootScores:
    """Of `claims`, how many were `found` at all, how many intervals hold the truth (`right`), their widths summed."""

    claims: int = 0
    found: int = 0
    right: int = 0
    width: int = 0
    widest: int = 0

    def __add__(self, other: RootScores) -> RootScores:
        return RootScores(
            self.claims + other.claims,
            self.found + other.found,
            self.right + other.right,
            self.width + other.width,
            max(self.widest, other.widest),
        )

    @property
    def share(self) -> float:
        """Intervals that hold the truth, among all claims."""
        return self.right / self.claims if self.claims else 0.0

    @property
    def mean_width(self) -> float:
        """roots_max less roots_min, over the claims that were found."""
        return self.width / self.found if self.found else 0.0


@dataclass(frozen=True, slots=True)
class DriftScores:
    """By kind; and split by whether the document introduced the change. `pointed`: right ones that show the right words."""

    kinds: Mapping[DriftKind, PRF] = field(default_factory=dict)
    introduced: PRF = PRF()
    inherited: PRF = PRF()
    pointed: int = 0

    def __add__(self, other: DriftScores) -> DriftScores:
        kinds = [kind for kind in DriftKind if kind in self.kinds or kind in other.kinds]
        return DriftScores(
            {kind: self.kinds.get(kind, PRF()) + other.kinds.get(kind, PRF()) for kind in kinds},
            self.introduced + other.introduced,
            self.inherited + other.inherited,
            self.pointed + other.pointed,
        )

    @property
    def overall(self) -> PRF:
        """Every kind."""
        return sum(self.kinds.values(), PRF())


@dataclass(frozen=True, slots=True)
class StoryScores:
    """Counts of one story or, added up, of many; `how_right`: right relays of which the kind is right too."""

    stories: int = 0
    documents: int = 0
    claims: BCubed = BCubed()
    unread: int = 0
    relays: PRF = PRF()
    how_right: int = 0
    flags: PRF = PRF()
    main_roots: RootScores = RootScores()
    roots: RootScores = RootScores()
    drift: DriftScores = field(default_factory=DriftScores)

    def __add__(self, other: StoryScores) -> StoryScores:
        return StoryScores(
            self.stories + other.stories,
            self.documents + other.documents,
            self.claims + other.claims,
            self.unread + other.unread,
            self.relays + other.relays,
            self.how_right + other.how_right,
            self.flags + other.flags,
            self.main_roots + other.main_roots,
            self.roots + other.roots,
            self.drift + other.drift,
        )

    def figures(self) -> dict[str, float]:
        """Every figure between 0 and 1 by the name that floors know it by; what was not marked is left out."""
        found: dict[str, float] = {}
        if self.claims.gold:
            found |= {
                "claims precision": self.claims.precision,
                "claims recall": self.claims.recall,
                "claims": self.claims.f1,
            }
        for name, score in (("relays", self.relays), ("drift", self.drift.overall)):
            if score.gold:
                found |= {f"{name} precision": score.precision, f"{name} recall": score.recall, name: score.f1}
        for name, roots in (("main roots", self.main_roots), ("roots", self.roots)):
            if roots.claims:
                found[name] = roots.share
        for name, score in (("drift introduced", self.drift.introduced), ("drift inherited", self.drift.inherited)):
            if score.gold:
                found[name] = score.f1
        return found


@dataclass(frozen=True, slots=True)
class StoriesEvaluation:
    """What came out; `stories` holds each one's scores in order (by name, where many were simulated too)."""

    what: str
    stories: Mapping[str, StoryScores]

    @property
    def scores(self) -> StoryScores:
        """All stories added up."""
        return sum(self.stories.values(), StoryScores())


def evaluate_stories(what: str, stories: Iterable[Story], trace: Trace, *, workers: int = 1) -> StoriesEvaluation:
    """Trace every story by itself and score it. Raises CorpusError where two stories bear one name, or there is none.

    `workers` processes share the stories, for which `trace` has to be one that can be pickled; what comes out is the same.
    """
    found: dict[str, StoryScores] = {}
    for name, scores in _scored(stories, trace, workers):
        if name in found:
            raise CorpusError(f"Two stories are called {name!r}; rename one.")
        found[name] = scores
    if not found:
        raise CorpusError(f"{what}: there is no story to score.")
    return StoriesEvaluation(what, found)


def _scored(stories: Iterable[Story], trace: Trace, workers: int) -> Iterator[tuple[str, StoryScores]]:
    if workers == 1:
        yield from (_score(story, trace) for story in stories)
        return
    # Started fresh and not forked: onnxruntime's threads do not survive a fork.
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    waiting: deque[Future[tuple[str, StoryScores]]] = deque()
    try:
        for story in stories:
            waiting.append(pool.submit(_score, story, trace))
            if len(waiting) == WAITING * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _score(story: Story, trace: Trace) -> tuple[str, StoryScores]:
    return story.name, score_story(story, trace(story.documents))


def score_story(story: Story, lineages: Sequence[Lineage], chosen: Mapping[str, int] | None = None) -> StoryScores:
    """Compare what was traced with what is known. `chosen`: the number of each claim's lineage by name, where that is given."""
    found = find_passages(story, lineages)
    chosen = choose_lineages(story, found) if chosen is None else chosen
    clusters, unread = _clusters(story, found)
    total = StoryScores(stories=1, documents=len(story.documents), claims=clusters, unread=unread)
    for claim in story.claims:
        lineage = lineages[chosen[claim.name]] if claim.name in chosen else None
        nodes = Nodes(story, claim, lineage) if lineage else None
        relays, how_right = _relays(claim, lineage, nodes)
        roots = _roots(claim, lineage)
        total += StoryScores(
            relays=relays,
            how_right=how_right,
            flags=_flags(claim, lineage, nodes),
            main_roots=roots if claim.main else RootScores(),
            roots=roots,
            drift=score_drift(story, claim, lineage.drift if lineage else ()),
        )
    return total


def _clusters(story: Story, found: Mapping[GoldPassage, int]) -> tuple[BCubed, int]:
    claims = [[passage for passage in claim.passages if not passage.unread] for claim in story.claims]
    sizes: dict[int, int] = {}
    for claim in claims:
        for passage in claim:
            if passage in found:
                sizes[found[passage]] = sizes.get(found[passage], 0) + 1
    total = BCubed()
    for claim in claims:
        for passage in claim:
            if passage not in found:
                total += BCubed(gold=1)
                continue
            together = sum(found.get(other) == found[passage] for other in claim)
            total += BCubed(together / sizes[found[passage]], 1, together / len(claim), 1)
    return total, sum(passage.unread for claim in story.claims for passage in claim.passages)


def _relays(claim: GoldClaim, lineage: Lineage | None, nodes: Nodes | None) -> tuple[PRF, int]:
    if claim.relays is None:
        return PRF(), 0
    known: dict[tuple[str, str], int] = {}
    for number, relay in enumerate(claim.relays):
        for source in relay.sources:
            source, to = (nodes.canonical(name) if nodes else name for name in (source, relay.to))
            if source != to:
                known.setdefault((source, to), number)
    gold = {number for number in known.values() if not claim.relays[number].optional}
    if lineage is None or nodes is None:
        return PRF(0, len(gold), 0), 0
    denying = {passage.file for passage in claim.denials} - {passage.file for passage in claim.passages}
    right: dict[int, set[RelayKind]] = {}
    wrong: set[tuple[str, str]] = set()
    for found in lineage.relays:
        ends = nodes.name(found.source), nodes.name(found.to)
        if ends[0] is not None and ends[1] is not None and ends in known:
            right.setdefault(known[ends[0], ends[1]], set()).add(found.how)
        elif ends[1] not in denying and (ends[0] is None or ends[0] != ends[1]):
            wrong.add((ends[0] or found.source, ends[1] or found.to))
    counted = right.keys() & gold
    how_right = sum(bool(right[number] & claim.relays[number].how) for number in counted)
    return PRF(len(counted) + len(wrong), len(gold), len(counted)), how_right


def _flags(claim: GoldClaim, lineage: Lineage | None, nodes: Nodes | None) -> PRF:
    if claim.relays is None:
        return PRF()
    gold = {(flag.kind, flag.to) for flag in claim.flags}
    found: set[tuple[FlagKind, str]] = set()
    if lineage is not None and nodes is not None:
        found = {(flag.kind, nodes.name(flag.to) or flag.to) for flag in lineage.flags}
    return _in_common(found, gold)


def _roots(claim: GoldClaim, lineage: Lineage | None) -> RootScores:
    if claim.roots is None:
        return RootScores()
    if lineage is None:
        return RootScores(claims=1)
    least, most = lineage.claim.roots_min, lineage.claim.roots_max
    return RootScores(1, 1, int(least <= claim.roots.count <= most), most - least, most - least)


def score_drift(story: Story, claim: GoldClaim, changes: Iterable[Drift]) -> DriftScores:
    """Compare what is said to have changed of a claim with what is known."""
    if claim.drift is None:
        return DriftScores()
    gold: dict[tuple[DriftKind, str], list[GoldDrift]] = {}
    optional: set[tuple[DriftKind, str]] = set()
    for drift in claim.drift:
        if drift.optional:
            optional.add((drift.kind, drift.to.file))
        else:
            gold.setdefault((drift.kind, drift.to.file), []).append(drift)
    ours: dict[tuple[DriftKind, str], list[Drift]] = {}
    file_of = story.file_of()
    denying = {passage.file for passage in claim.denials} - {passage.file for passage in claim.passages}
    for found in changes:
        file = file_of.get(found.to.document, found.to.document)
        key = found.kind, file
        if file not in denying and (key in gold or key not in optional):
            ours.setdefault(key, []).append(found)
    right = ours.keys() & gold.keys()
    kinds = {
        kind: score
        for kind in DriftKind
        if (score := _in_common({key for key in ours if key[0] is kind}, {key for key in gold if key[0] is kind}))
        != PRF()
    }
    introduced, inherited = (
        _in_common(
            {key for key, items in ours.items() if any(item.introduced is side for item in items)},
            {key for key, items in gold.items() if any(item.introduced is side for item in items)},
        )
        for side in (True, False)
    )
    pointed = sum(any(_overlap(drift, marked) for drift in ours[key] for marked in gold[key]) for key in right)
    return DriftScores(kinds, introduced, inherited, pointed)


def _in_common(ours: Set[object], gold: Set[object]) -> PRF:
    return PRF(len(ours), len(gold), len(ours & gold))


def _overlap(drift: Drift, marked: GoldDrift) -> bool:
    return drift.to.start < marked.to.end and marked.to.start < drift.to.end
