"""One document of a store for a person: what is known of it, its versions, its text, and who says what in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.reading import Reading
from sayso.languages.language import is_read
from sayso.rendering.layers import numbered
from sayso.rendering.listing import state_words
from sayso.rendering.moments import when
from sayso.rendering.safe import safe, safe_line
from sayso.rendering.sentences import counted
from sayso.rendering.words import correction_words, corrections_of, how_sure, shortened, through_whom, what, who

if TYPE_CHECKING:
    from sayso.store.interface import Kept

BEGINNING = 600
"""Characters of a text that are shown unless all of it is asked for."""
LONGEST_FACT = 300
_SHOWN_LINKS = 10


def document_page(
    kept: Kept, reading: Reading, versions: Sequence[Kept] = (), *, width: int, text: bool = False
) -> Iterator[RenderableType]:
    """What to print for one document, top to bottom; `text` prints the whole text, not only how it begins."""
    document = kept.document
    state = state_words(kept)
    yield Text(_line(document.title or document.url or document.path or document.id), "bold")
    if state != "current":
        yield Text(f"{state[:1].upper()}{state[1:]}. It does not count.", "bold yellow")
    yield _facts(kept, document)
    if len(versions) > 1:
        yield _titled(f"{counted(len(versions), 'version')}", [_version(item, document.id) for item in versions])
    yield from _text(document, whole=text)
    yield from _attributions(reading)
    for note in reading.notes:
        yield Text(f"Note: {safe_line(note)}", "yellow")
    yield Text()


def _facts(kept: Kept, document: Document) -> RenderableType:
    facts = [
        ("id", document.id),
        ("outlet", document.outlet),
        ("author", document.author),
        ("published", document.published and when(document.published)),
        ("modified", document.modified and when(document.modified)),
        ("language", document.language),
        ("url", document.url),
        ("path", document.path),
        ("added", when(kept.added)),
        ("read by", kept.read_by),
        ("bytes sha256", document.bytes_sha256),
        ("text sha256", document.text_sha256),
    ]
    table = _grid()
    for name, value in facts:
        if value:
            table.add_row(Text(name, "dim"), Text(_line(value)))
    for correction in document.corrections:
        table.add_row(Text("put right", "dim"), Text(correction_words(correction), "yellow"))
    for link in [link for link in document.links if link.origin][:_SHOWN_LINKS]:
        table.add_row(Text("taken from", "dim"), Text(_line(link.href)))
    return table


def _version(kept: Kept, shown: str) -> tuple[str, Text]:
    mark = "▸" if kept.document.id == shown else " "
    text = Text(f"{safe_line(kept.document.id)}  added {when(kept.added)}")
    return f"{mark} {kept.version}", text.append(f"  {state_words(kept)}", "dim")


def _text(document: Document, *, whole: bool) -> Iterator[Text]:
    words = document.text.strip()
    yield Text()
    if whole or len(words) <= BEGINNING:
        yield Text(safe(words))
        return
    cut = words[:BEGINNING]
    end = max(cut.rfind(" "), cut.rfind("\n"))
    shown = cut[:end].rstrip() if end > BEGINNING // 2 else cut
    yield Text(f"{safe(shown)} …")
    yield Text(f"{len(shown):,} of {counted(len(words), 'character')} shown", "dim")


def _attributions(reading: Reading) -> Iterator[RenderableType]:
    sourced = list(numbered(reading))
    own = sum(not attribution.chain for attribution in reading.attributions)
    if sourced:
        title = counted(len(sourced), "attribution")
        yield _titled(title, [(str(number), _attribution(attribution)) for number, attribution in sourced])
    elif not is_read(reading.document.language):
        yield Text()
        yield Text("Who says what in it was not looked for: its language is not read.", "dim")
        return
    else:
        yield Text()
        yield Text("Nobody else's words are in it.", "dim")
    if own:
        yield Text(f"and {counted(own, 'statement')} in the outlet's own voice", "dim")


def _attribution(attribution: Attribution) -> Text:
    via = through_whom(attribution)
    text = Text(who(attribution), "cyan")
    text.append(f", through {' › '.join(via)}" if via else "", "default")
    text.append(": ", "default").append(shortened(what(attribution), LONGEST_FACT), "green")
    text.append(f" · {', '.join(how_sure(attribution))} · {attribution.id}", "dim default")
    for correction in corrections_of(attribution):
        text.append(f"\n{correction_words(correction)}", "not dim yellow")
    return text


def _titled(title: str, rows: Sequence[tuple[str, Text]]) -> RenderableType:
    table = _grid(title)
    for mark, text in rows:
        table.add_row(mark, text)
    return table


def _grid(title: str | None = None) -> Table:
    heading = None if title is None else Text(f"\n{title}", "bold")
    table = Table(box=None, show_header=False, pad_edge=False, title=heading, title_justify="left")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _line(words: str) -> str:
    return shortened(safe_line(words), LONGEST_FACT)
