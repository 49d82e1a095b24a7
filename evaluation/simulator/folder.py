"""A story as a folder: the texts, documents.json, truth.json."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.evaluate.story import GoldClaim, GoldDrift, GoldPassage, GoldRelay, Story


def write_story(story: Story, folder: Path) -> None:
    """Write the story into `folder`, from which `sayso.evaluate.story.read_story` reads the same."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {item.file: item.document.text for item in story.documents}
    for item in story.documents:
        (folder / item.file).write_bytes(item.data)
    given = [
        {
            "file": item.file,
            "outlet": item.document.outlet,
            "published": item.document.published,
            "url": item.document.url,
            "language": item.document.language,
        }
        for item in story.documents
    ]
    truth = {"story": story.name, "says": "Simulated.", "claims": [_claim(claim, texts) for claim in story.claims]}
    for name, value in (("documents.json", given), ("truth.json", truth)):
        (folder / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _claim(claim: GoldClaim, texts: Mapping[str, str]) -> dict[str, Any]:
    def passage(found: GoldPassage) -> dict[str, Any]:
        return {"file": found.file, "exact": found.exact, "at": _occurrence(texts[found.file], found)}

    def passages(found: Sequence[GoldPassage]) -> list[dict[str, Any]]:
        return [passage(item) for item in found]

    def drift(found: GoldDrift) -> dict[str, Any]:
        return {
            "kind": found.kind,
            "from": None if found.source is None else passage(found.source),
            "to": passage(found.to),
            "introduced": found.introduced,
            "optional": found.optional,
        }

    return {
        "name": claim.name,
        "main": claim.main,
        "passages": passages(claim.passages),
        "denials": passages(claim.denials),
        "parties": [
            {"name": party.name, "also": list(party.also), "root": party.root, "document": party.document}
            for party in claim.parties
        ],
        "relays": None if claim.relays is None else [_relay(relay) for relay in claim.relays],
        "roots": None
        if claim.roots is None
        else {"count": claim.roots.count, "min": claim.roots.least, "max": claim.roots.most},
        "drift": None if claim.drift is None else [drift(item) for item in claim.drift],
        "flags": [{"kind": flag.kind, "from": flag.source, "to": flag.to} for flag in claim.flags],
    }


def _relay(relay: GoldRelay) -> dict[str, Any]:
    first, *others = relay.sources
    return {"from": first, "or": others, "to": relay.to, "how": sorted(relay.how), "optional": relay.optional}


def _occurrence(text: str, found: GoldPassage) -> int:
    """How often the words stand before, counted as the reader of truth.json counts."""
    count, at = 0, text.find(found.exact)
    while at != found.start:
        count, at = count + 1, text.find(found.exact, at + 1)
    return count
