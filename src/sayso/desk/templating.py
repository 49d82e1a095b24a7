"""Templates, and the words and addresses that they put things in. Everything that is put into a page is escaped."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote, quote_plus

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.requests import Request

from sayso.desk.heads import only_head
from sayso.domain.claim import Passage
from sayso.domain.rate import Rate
from sayso.domain.span import Span
from sayso.rendering.decisions import fared_words
from sayso.rendering.moments import on_day, when
from sayso.rendering.safe import safe, safe_line
from sayso.rendering.sentences import (
    chain_words,
    counted,
    drift_change,
    drift_kind,
    party_name,
    relay_words,
    root_nature,
    roots_alike,
    roots_counted,
)
from sayso.rendering.words import (
    brings_marks,
    certainty,
    correction_words,
    how_sure,
    name_of,
    quoted,
    shortened,
    stance_of,
)

DIGITS = 8
"""Hexadecimal digits of a passage's digest in its address: enough to tell that other words stand there now."""


def render(template: str, request: Request, /, **values: Any) -> str:
    """A page. `session` and `path` are there in every template."""
    session = getattr(request.state, "session", None)
    said = list(session.said) if session is not None else []
    if session is not None and not only_head(request):
        session.said.clear()
    return (
        _environment()
        .get_template(template)
        .render(
            session=session, said=said, path=request.url.path, here=here(request), query=request.query_params, **values
        )
    )


def compile_templates() -> None:
    """Compile all templates, so that no page waits for its own (up to 70 ms each, the first time)."""
    environment = _environment()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


def here(request: Request) -> str:
    """The page's own address, to come back to."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def with_query(path: str, values: dict[str, Any]) -> str:
    """An address with those values that say something."""
    query = "&".join([f"{_quoted(key)}={_quoted(value)}" for key, value in values.items() if value not in (None, "")])
    return f"{path}?{query}" if query else path


@lru_cache(maxsize=4096)
def _quoted(value: object) -> str:
    """Kept: a page has two hundred addresses made of few words, and quoting took a tenth of its time."""
    return quote_plus(str(value))


def passage_address(passage: Passage) -> str:
    """The address of a passage: its document, its place, and a digest of its words, which tells when they stand there no longer."""
    return f"/documents/{passage.document}?at={passage.start}-{passage.end}&words={words_digest(passage.exact)}#sought"


def span_address(document: str, span: Span) -> str:
    """The address of a span of a document."""
    return passage_address(Passage(document, span.start, span.end, span.exact))


@lru_cache(maxsize=4096)
def words_digest(words: str) -> str:
    """The first digits of the words' digest. Kept: a page links the same passages from its list, its strips and its map."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.desk"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "visible": safe,
        "line": safe_line,
        "when": when,
        "on_day": on_day,
        "roots_alike": roots_alike,
        "short": lambda words, longest=300: shortened(safe_line(words), longest),
        "counted": counted,
        "quoted": quoted,
        "brings_marks": brings_marks,
        "percent": _percent,
        "day": _day,
        "segment": lambda words: quote(words, safe=""),
    }
    environment.globals |= {
        "static": _static,
        "with_query": with_query,
        "passage_address": passage_address,
        "span_address": span_address,
        "roots_counted": roots_counted,
        "party_name": party_name,
        "root_nature": root_nature,
        "chain_words": chain_words,
        "relay_words": relay_words,
        "drift_kind": drift_kind,
        "drift_change": drift_change,
        "certainty": certainty,
        "how_sure": how_sure,
        "fared_words": fared_words,
        "correction_words": correction_words,
        "name_of": name_of,
        "stance_of": stance_of,
        "drawing": Markup,
    }
    return environment


@cache
def _static(name: str) -> str:
    """The address of a file of the desk's own; it changes with the file, so that a browser may keep it."""
    data = files("sayso.desk").joinpath("static", name).read_bytes()
    return f"/static/{name}?{sha256(data).hexdigest()[:10]}"


def _day(iso: str) -> str:
    """ "29 November 2026"."""
    known = date.fromisoformat(iso)
    return f"{known.day} {known:%B %Y}"


def _percent(rate: Rate) -> str:
    """ "83 % (67–92)"; a dash where there was no occasion."""
    if rate.share is None or rate.interval is None:
        return "—"
    low, high = rate.interval
    return f"{rate.share:.0%} ({low * 100:.0f}–{high * 100:.0f})".replace("%", " %", 1)
