"""Invented reports of invented raids in real towns: for the map and the time axis."""

from __future__ import annotations

from pathlib import Path

from sayso.domain.document import Document
from sayso.pipeline import Reader
from sayso.pipeline.describing import vectors_of, with_paragraphs
from sayso.pipeline.inputs import Gathered
from sayso.pipeline.keeping import add_gathered
from sayso.store.opening import open_store

TEXTS = (
    (
        "doc_0000000000000a01",
        "The Quay",
        "2026-03-03",
        "Hostel raided in Kazan\n\nPolice raided a hostel in Kazan on 2 March 2026 and detained 40 migrants, Ana Rao, a spokeswoman for the Volga Aid Group, said. "
        "Officers detained 12 men in Kotelniki on 28 February 2026, the group said.\n",
    ),
    (
        "doc_0000000000000a02",
        "The Pier",
        "2026-03-05",
        "Forty held\n\nThe Volga Aid Group said that police raided a hostel in Kazan on 2 March 2026 and detained 40 migrants. "
        "The Interior Ministry said that officers did not detain anybody in Samara on 3 March 2026.\n",
    ),
    (
        "doc_0000000000000a03",
        "The Lock",
        "2026-03-09",
        "Deportations\n\nThe migration service said that 15 workers were deported from Yekaterinburg in February 2026. "
        "Police will raid markets in Novosibirsk next week, the mayor said. "
        "Two men were killed in Chuvashia on 5 March 2026, the regional prosecutor said. "
        "About 300 people protested in Ufa on 7 March 2026, residents said.\n",
    ),
)


def keep_raids(path: Path) -> Path:
    """A store with the reports, read by the model."""
    reader = Reader()
    gathered = []
    for id, outlet, published, text in TEXTS:
        document = Document(id, text, title=text.partition("\n")[0], outlet=outlet, published=published, language="en")
        reading = with_paragraphs(reader.read_document(document))
        gathered.append(Gathered(f"{outlet}.txt", text.encode(), reading, vectors_of(reading)))
    with open_store(path) as store:
        add_gathered(store, gathered, by="Ada")
    return path
