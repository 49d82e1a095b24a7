"""Corpora of news in which people marked places and gave their coordinates: TR-News, LGL and others laid out like them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import CorpusError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FOLDER = "geoparsing"
_NAMES = {"tr-news": "TR-News", "lgl": "LGL", "geovirus": "GeoVirus", "geowebnews": "GeoWebNews"}
_ASTRAY = 80
"""Characters by which a marked place may stand beside its words: 116 of TR-News's do, where line breaks were counted otherwise."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place that somebody marked; `point` and `country` (GeoNames number) where it was given any."""

    start: int
    end: int
    exact: str
    point: tuple[float, float] | None
    country: str | None


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with its places, and its address."""

    text: str
    url: str | None
    toponyms: tuple[Toponym, ...]


def find_toponym_corpora(data: Path) -> dict[str, Path]:
    """Name → file: each XML file in `data` or in its folder `geoparsing`. Raises CorpusError where there is none."""
    folder = data / FOLDER if (data / FOLDER).is_dir() else data
    found = {_NAMES.get(file.stem.lower(), file.stem): file for file in sorted(folder.glob("*.xml"))}
    if not found:
        raise CorpusError(f"places: {folder} holds no TR-News.xml and no lgl.xml; give the folder that does.")
    return found


def read_toponyms(file: Path) -> Iterator[MarkedText]:
    """The texts of one corpus. Raises CorpusError."""
    from xml.etree import ElementTree

    try:
        articles = ElementTree.parse(file).getroot().iter("article")
        for article in articles:
            text = article.findtext("text") or ""
            marked = [*article.iter("toponym"), *article.iter("location")]
            toponyms = (_toponym(text, element) for element in marked)
            url = (article.findtext("url") or "").strip() or None
            yield MarkedText(text, url, tuple(item for item in toponyms if item is not None))
    except (OSError, ValueError, ElementTree.ParseError) as error:
        raise CorpusError(f"places: {file} cannot be read: {error}.") from error


def _toponym(text: str, element: Element) -> Toponym | None:
    exact = element.findtext("phrase") or element.findtext("name") or ""
    start = int(element.findtext("start") or 0)
    where = element.find("gaztag")
    source = element if where is None else where
    latitude, longitude = source.findtext("lat"), source.findtext("lon")
    point = (float(latitude), float(longitude)) if latitude and longitude else None
    country = source.find("country")
    number = None if country is None else country.get("geonameid")
    at = _nearest(text, exact, start)
    return None if at is None else Toponym(at, at + len(exact), exact, point, number)


def _nearest(text: str, exact: str, start: int) -> int | None:
    """Where `exact` stands, next to where it was marked; None where it does not stand there."""
    if not exact or text.startswith(exact, start):
        return start if exact else None
    places = [at for at in range(max(0, start - _ASTRAY), start + _ASTRAY) if text.startswith(exact, at)]
    return min(places, key=lambda at: abs(at - start), default=None)
