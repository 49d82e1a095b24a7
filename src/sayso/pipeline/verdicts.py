"""What an analyst found of a claim, from evidence: recorded with its reason, shown with the claim, and counted for its sources.

The word is a person's alone: nothing works one out. A verdict follows its wording into whatever claim holds that; where the wording's
document no longer counts, that of another document at the time holds it.
"""

from __future__ import annotations

from sayso.domain.judgement import Judgement, JudgementKind, Verdict
from sayso.errors import JudgementError
from sayso.pipeline.keeping import judge
from sayso.pipeline.pointing import attribution_of
from sayso.pipeline.tracing import trace
from sayso.store.interface import Store

MEANS = {
    Verdict.CONFIRMED: "evidence shows that it is so",
    Verdict.REFUTED: "evidence shows that it is not so",
    Verdict.OPEN: "looked into, and not settled",
}
FIELD = "verdict"


def give_verdict(store: Store, what: str, word: str, *, why: str | None, analyst: str) -> Judgement:
    """Record what was found of a claim (`clm_…`), or of an attribution's (`att_…`). Raises JudgementError."""
    try:
        verdict = Verdict(word.strip().lower())
    except ValueError:
        words = "; ".join(f"{item.value}: {means}" for item, means in MEANS.items())
        raise JudgementError(f"{word!r} is no verdict. Give one of: {words}.") from None
    why = (why or "").strip()
    if not why:
        raise JudgementError(
            f"Say why it is {verdict.value}: a verdict without its reason cannot be checked by anybody."
        )
    subject = judged_wording(store, what)
    return judge(
        store, JudgementKind.VERDICT, subject, _elsewhere(store, subject), field=FIELD, value=verdict.value, why=why, analyst=analyst,
    )  # fmt: skip


def judged_wording(store: Store, what: str) -> str:
    """The attribution that a verdict is kept with: the one named, or of a claim the wording that the claim is known by, else its first."""
    first = attribution_of(store, what)
    if not what.startswith("clm_"):
        return first
    lineage = trace(store, what).lineages[0]
    known_by = (item.id for item in lineage.attributions if lineage.claim.text in " ".join(item.exact.split()))
    return next(known_by, first)


def _elsewhere(store: Store, attribution: str) -> str | None:
    """The first attribution of its claim in another document."""
    claim = store.claim_of(attribution)
    members = store.members(claim) if claim is not None else ()
    documents = store.documents_of(members)
    return next((id for id in members if documents.get(id) != documents.get(attribution)), None)
