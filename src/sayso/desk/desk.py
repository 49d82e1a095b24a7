"""What the pages share: the settings, the store, the sessions, the work in hand; and what each of them is given of a request."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from sayso.desk.adding import Additions
from sayso.desk.answers import RefusedError
from sayso.desk.drawings import Drawings, Maps
from sayso.desk.safety.sessions import Session, Sessions
from sayso.desk.settings import Settings
from sayso.desk.templating import render
from sayso.registry import Registry, load_registry
from sayso.store.interface import Store
from sayso.store.opening import open_store

WAIT = 10.0
"""Seconds that a page waits for another writer."""
LONGEST_FIELD = 2_000
LONGEST_TEXT = 8_000_000
"""Bytes of a pasted text."""


@dataclass(slots=True)
class Desk:
    """One running desk."""

    settings: Settings
    sessions: Sessions = field(default_factory=Sessions)
    drawings: Drawings = field(default_factory=Drawings)
    maps: Maps = field(default_factory=Maps)
    additions: Additions = field(init=False)

    def __post_init__(self) -> None:
        self.additions = Additions(self.settings.store)

    def open(self) -> Store:
        """The store, for one request; the pool's threads hand it on from opening to page to closing. Raises RefusedError where it is gone."""
        if not self.settings.store.is_file():
            raise RefusedError(
                503,
                f"The store {self.settings.store.name} is gone since the desk was opened. Put it back where it was, or close the desk and open it on another.",
            )
        return open_store(self.settings.store, create=False, wait=WAIT, handed_on=True)

    @property
    def registry(self) -> Registry:
        """The offices that texts are held against."""
        return load_registry(self.settings.registry)


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    found: Desk = request.app.state.desk
    return found


def store_of(request: Request) -> Iterator[Store]:
    """The store, open as long as the page is made."""
    with desk_of(request).open() as store:
        yield store


TheDesk = Annotated[Desk, Depends(desk_of)]
TheStore = Annotated[Store, Depends(store_of)]


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that was checked to come from the desk's own page, and who sent it."""

    session: Session
    analyst: str
    form: FormData

    def text(self, name: str) -> str:
        """A field; empty where it was not sent."""
        value = self.form.get(name)
        words = value.strip() if isinstance(value, str) else ""
        if len(words) > LONGEST_FIELD and name != "text":
            raise RefusedError(422, f"The field “{name}” has {len(words):,} characters; {LONGEST_FIELD:,} are allowed.")
        return words

    def files(self, name: str) -> list[UploadFile]:
        """Files that were sent; an empty field sends one without a name."""
        return [item for item in self.form.getlist(name) if isinstance(item, UploadFile) and item.filename]

    def back(self) -> str:
        """The page to go back to: one of the desk's own, whatever the form says."""
        return own_address(self.text("back"))

    def say(self, words: str, judgement: str | None = None) -> None:
        """Let the next page say it; `judgement` can be taken back there."""
        self.session.said.append((words, judgement))


async def posted(request: Request) -> AsyncIterator[Posted]:
    """Raises RefusedError where the form does not carry its session's token. The form's files are closed when the page is made."""
    desk = desk_of(request)
    session: Session | None = getattr(request.state, "session", None)
    if session is None or session.analyst is None:
        raise RefusedError(403, "The page that you sent this from is too old. Open the desk again, and repeat it.")
    most = desk.settings.most_files
    try:
        form = await request.form(max_files=most, max_fields=200, max_part_size=LONGEST_TEXT)
    except HTTPException as error:
        raise RefusedError(413, _too_much(str(error.detail), most)) from error
    try:
        token = form.get("csrf")
        if not isinstance(token, str) or not _same(token, session.csrf):
            raise RefusedError(
                403, "The page that you sent this from is too old. Go back, load it again, and repeat it."
            )
        yield Posted(session, session.analyst, form)
    finally:
        await form.close()


TheForm = Annotated[Posted, Depends(posted)]


def _too_much(said: str, most_files: int) -> str:
    """What to do about a form that is not taken; `said` is the parser's own word for why."""
    if "files" in said:
        return f"Those are more than {most_files:,} files, the most that are taken at once. Add them in parts."
    if "size" in said:
        return f"A pasted text may have {LONGEST_TEXT // 1_000_000} MB. Save this one as a file, and add that."
    return f"The form cannot be read ({said.rstrip('.')}). Go back, load the page again, and repeat it."


def own_address(words: str) -> str:
    """An address of the desk's own, else the inbox: a form must not lead to another site."""
    if words.startswith("/") and not words.startswith(("//", "/\\")) and "\\" not in words and words.isprintable():
        return words
    return "/"


def page(request: Request, template: str, status: int = 200, /, **values: Any) -> HTMLResponse:
    """A template, filled in."""
    return HTMLResponse(render(template, request, **values), status)


def go(address: str) -> RedirectResponse:
    """To another page, which is asked for anew."""
    return RedirectResponse(address, 303)


def _same(one: str, other: str) -> bool:
    from secrets import compare_digest

    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode())
