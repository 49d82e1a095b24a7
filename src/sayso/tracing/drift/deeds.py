"""What somebody does of his own will, told as done to him, and the other way round: "she resigned", "he dismissed her"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.domain.claim import DriftKind
from sayso.tracing.drift.change import Change, quote
from sayso.tracing.drift.view import View, Word, lemmas_of, since_mark
from sayso.tracing.names import agree


def compare_will(upstream: View, downstream: View) -> Iterator[Change]:
    """Another one decided it: neither text knows the other's word for it anywhere."""
    for own, done in upstream.wording.own_will.items():
        for was, now in ((own, done), (done, own)):
            before, after = _deed(was, upstream), _deed(now, downstream)
            if before is None or after is None or _deed(now, upstream) or _deed(was, downstream):
                continue
            if _knows(now, upstream) or _knows(was, downstream) or not _of_one_person(upstream, downstream):
                continue
            source, to = since_mark(before, upstream), since_mark(after, downstream)
            why = f"{quote(source)} became {quote(to)}: somebody else decided it."
            yield Change(DriftKind.ACTOR_CHANGED, source, to, why, was, now)
            return


def _deed(kind: str, view: View) -> Word | None:
    return next((word for word in view.words if word.kind == kind), None)


def _knows(kind: str, view: View) -> bool:
    return kind in {view.lexicon.kind(lemma) for lemma in lemmas_of(view.statement.document.text, view.code)}


def _of_one_person(upstream: View, downstream: View) -> bool:
    """Whether both name one person, or the one names a holder of the office that the other tells of."""
    if any(agree(one.key, two.key) for one in upstream.names for two in downstream.names):
        return True
    titles = upstream.language.titles
    text = upstream.statement.document.text.lower()
    return any(word.lemma in titles and re.search(rf"\b{re.escape(word.lemma)}\b", text) for word in downstream.words)
