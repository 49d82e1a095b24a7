"""How long the desk's pages take at the server: ``python -m evaluation.bench_desk [--large]``.

Stores of 1,000 and 10,000 (--large: 100,000) simulated attributions are filled, each statement in a claim of one to 200 members with a relay
from each document to the next: what a page costs hangs on how many rows there are, and not on what tracing would make of them. Each page is asked
for through the whole application, the guard included; the 95th per cent of the times is printed beside the target of 150 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from fastapi.testclient import TestClient

from evaluation.workload import Workload
from sayso.desk.app import make_app
from sayso.desk.pages.paging import A_PAGE
from sayso.desk.serving import settle
from sayso.desk.settings import Settings
from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Access, Claim, Lineage, Occurrence, Relay, RelayKind, Root, claim_id
from sayso.domain.reading import Reading
from sayso.pipeline.inputs import Gathered
from sayso.pipeline.shipped import events_of
from sayso.store.cursors import Cursor, write_cursor
from sayso.store.interface import Store
from sayso.store.opening import open_store
from sayso.store.overviews import Wanted

MARKS = (1_000, 10_000)
LARGE = 100_000
TIMES = 30
TARGET = 150.0  # ms
_BATCH = 200


def main(arguments: list[str]) -> int:
    """Fill the stores, ask for the pages, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="up to 100,000 attributions")
    parser.add_argument(
        "--store", type=Path, help="ask for the pages of this store, which another run left, and fill none"
    )
    parser.add_argument("--keep", type=Path, help="leave the stores in this folder")
    parser.add_argument("--times", type=int, default=TIMES, help="how often each page is asked for")
    options = parser.parse_args(arguments)
    if options.store:
        _measure(options.store, options.times)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for mark in (*MARKS, LARGE) if options.large else MARKS:
            path = (options.keep or Path(folder)) / f"{mark}.db"
            with open_store(path) as store:
                held = fill(store, mark)
            print(f"{held:,} attributions", flush=True)
            _measure(path, options.times)
    return 0


def fill(store: Store, attributions: int) -> int:
    """Add documents, and lineages of the claims that their statements are put into; how many attributions it holds then."""
    chance = Random(7)
    waiting: list[tuple[Reading, int]] = []
    left = 0
    held = 0
    made: Iterator[Gathered] = Workload(7).documents()
    while held < attributions:
        with store.batch():
            for item in islice(made, _BATCH):
                store.add(item.data, item.reading, at="2026-03-02T06:00:00Z", read_by="simulated")
                store.put_events(item.reading, events_of(item.reading))
                held += len(item.reading.attributions)
                for place in range(len(item.reading.attributions)):
                    if not left:
                        _settle(store, waiting)
                        waiting, left = [], min(200, int(chance.paretovariate(1.1)))
                    waiting.append((item.reading, place))
                    left -= 1
    return held


def _settle(store: Store, members: list[tuple[Reading, int]]) -> None:
    if not members:
        return
    occurrences = tuple(_occurrence(reading, place) for reading, place in members)
    documents = tuple(dict.fromkeys(item.document for item in occurrences))
    claim = claim_id(occurrences[0].id)
    for item in occurrences:
        store.assign(item.id, claim)
    source = (occurrences[0].chain or ("a witness",))[0]
    root = Root(f"root_{claim[4:]}", source, PartyKind.PERSON, Naming.NAMED, Access.UNKNOWN, None, documents)
    relays = [Relay(root.id, documents[0], RelayKind.NAMES_IT, (), 0.9)]
    relays += [
        Relay(one, other, RelayKind.SAME_TEXT, (), 0.8) for one, other in zip(documents, documents[1:], strict=False)
    ]
    outlets = len({item.outlet for item in occurrences})
    store.put_lineage(
        Lineage(
            Claim(claim, occurrences[0].exact, len(documents), outlets, 1, 1),
            occurrences,
            tuple(relays),
            (),
            (root,),
            (),
            (),
        )
    )


def _occurrence(reading: Reading, place: int) -> Occurrence:
    attribution, document = reading.attributions[place], reading.document
    chain = tuple(hop.name or "somebody" for hop in attribution.chain)
    words = " … ".join(span.exact for span in attribution.content)
    return Occurrence(
        attribution.id, document.id, document.outlet, document.published, words, chain, attribution.factuality
    )


def _measure(path: Path, often: int) -> None:
    with open_store(path) as store:
        listed = sorted(store.list_claims(), key=lambda item: -item.claim.documents)
        largest, usual = listed[0].claim, next(item.claim for item in listed if item.claim.documents <= 12)
        document = store.find(store.document_of("att_" + usual.id.removeprefix("clm_")) or "")
        assert document is not None
        name = store.sources(most=1).items[0].name
        place = next(
            found[0].candidates[0] for item in store.documents() if (found := store.reading(item.document.id).places)
        )
        far = _far(store, 500)
    town, country = place.name, place.areas[-1].name
    pages = {
        "inbox": "/", "inbox, all claims": "/?all=true", "inbox, the 500th page": f"/?all=true&after={far}", "inbox, words": "/?all=true&q=police",
        "inbox, an outlet": "/?all=true&outlet=post", "inbox, a town": f"/?all=true&place={town}", "inbox, a country": f"/?all=true&place={country}",
        "inbox, an event type": "/?all=true&event=detention", "inbox, a root or source": "/?all=true&source=viktor", "events": "/events",
        "events, a country": f"/events?place={country}", f"claim of {usual.documents} documents": f"/claims/{usual.id}",
        f"claim of {largest.documents} documents": f"/claims/{largest.id}", "document": f"/documents/{document.document.id}",
        "search, words": "/search?q=police", "sources": "/sources", "a source": f"/source?name={name}", "outlets": "/outlets", "runs": "/runs",
        "journal": "/journal",
    }  # fmt: skip
    settle()  # as `sayso desk` does
    with TestClient(make_app(Settings(path, "Ada", pages_a_minute=10**9)), base_url="http://127.0.0.1") as client:
        for what, address in pages.items():
            times, cpu = [], []
            for _ in range(often):
                began, used = time.perf_counter(), time.process_time()
                answer = client.get(address)
                times.append(1000 * (time.perf_counter() - began))
                cpu.append(1000 * (time.process_time() - used))
                assert answer.status_code in (200, 404), (address, answer.status_code)
            slow, busy = (statistics.quantiles(found, n=20)[-1] for found in (times, cpu))
            print(f"  {what:28} p95 {slow:7.1f} ms, {busy:7.1f} ms of CPU  (target {TARGET:.0f})", flush=True)


def _far(store: Store, pages: int) -> str:
    """Where a page far down the inbox begins: the last there is, if there are fewer."""
    found = store.summaries(Wanted(), most=A_PAGE * (pages - 1))
    return write_cursor(found.after or Cursor(("9999", 0, 0, 0)))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
