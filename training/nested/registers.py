"""Whole documents in the registers of assessments, relays, polls, filings, testimony and headlines."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from training.nested import assessments, headlines, relays, wishes
from training.nested.dossiers import DOSSIERS
from training.nested.scene import Scene
from training.nested.testimony import TOPICS_OF, Account
from training.nested.topics import TOPICS

_TOPIC_OF = {"Malian": "war", "Moldovan": "politics", "Chinese": "war", "Mexican": "migration", "Russian": "war"}
KINDS = {"assessment": 26, "relay": 16, "mixed": 22, "poll": 8, "filing": 9, "testimony": 14, "quiet": 5}


class Reporter:
    """Writes one document in a newer register."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        dossier = (
            rng.choice(DOSSIERS)
            if self.kind == "assessment" or self.kind in ("relay", "mixed") and rng.random() < 0.3
            else None
        )
        topics = {t.name: t for t in TOPICS}
        if dossier:
            name = (
                "migration"
                if "[g:Russian] [t:Presidential Human Rights Council Head]" in dossier.titles
                else _TOPIC_OF[dossier.adj]
            )
            topic = topics[name]
        elif self.kind == "filing":
            topic = topics[
                rng.choice(
                    [name for name in ("court", "business", "technology", "uspolitics", "health") if name in topics]
                )
            ]
        elif self.kind == "testimony":
            topic = rng.choice([t for t in TOPICS if t.name in TOPICS_OF])
        else:
            topic = rng.choice(TOPICS)
        self.scene = Scene(rng, topic, dossier)
        if self.kind == "testimony":
            self.scene.people["A"].title = rng.choice(
                [
                    "local resident",
                    "teacher",
                    "welder",
                    "pensioner",
                    "carpenter",
                    "student",
                    "driver",
                    "former employee",
                    "cook",
                ]
            )
        self.depths: list[int] = []  # not counted for these

    def _lines(self, *makers: Callable[[Scene], str], count: int) -> str:
        return " ".join(self.rng.choice(makers)(self.scene) for _ in range(count))

    def _body(self) -> list[str]:
        rng, scene = self.rng, self.scene
        if self.kind == "assessment":
            return assessments.document(scene)
        mains: dict[str, list[Callable[[Scene], str]]] = {
            "relay": [relays.relay, relays.relay, relays.relay, wishes.saying, relays.shy, relays.quiet],
            "mixed": [
                wishes.eventuality,
                wishes.eventuality,
                wishes.belief,
                wishes.belief,
                wishes.saying,
                relays.shy,
                wishes.lure,
            ],
            "poll": [relays.poll, relays.poll, relays.poll, wishes.belief, wishes.saying],
            "filing": [relays.filing, relays.filing, relays.filing, wishes.saying, relays.shy],
            "testimony": [wishes.saying, wishes.belief, relays.shy, relays.quiet],
            "quiet": [wishes.lure, wishes.lure, relays.quiet, wishes.saying],
        }
        main = mains[self.kind]
        paras = [self._lines(*main, count=rng.choice([1, 2, 2, 3, 3, 4])) for _ in range(rng.choice([1, 2, 2, 3]))]
        if self.kind == "testimony":
            paras[rng.randint(0, 1) : 1] = Account(scene).paragraphs()
        if rng.random() < (0.9 if self.kind == "quiet" else 0.45):
            paras.insert(
                rng.randint(0, len(paras)) if self.kind != "testimony" else len(paras),
                wishes.silence(scene, rng.randint(2, 4)),
            )
        if self.kind != "quiet" and rng.random() < 0.3:
            paras.append(self._lines(relays.quiet, relays.shy, count=1))
        return paras

    def document(self) -> str:
        """A marked-up document."""
        paras = []
        if self.rng.random() < (0.12 if self.kind == "assessment" else 0.34):
            paras += list(headlines.headed(self.scene))
        text = self.scene.settle("\n\n".join(paras + self._body()))
        return re.sub(r"s(\]*)'s\]", r"s\1']", re.sub(r"s(\]+)'s ", r"s\1' ", text))
