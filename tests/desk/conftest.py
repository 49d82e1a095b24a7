"""A desk on a small store built by hand, without weights; and one on an invented story read by the model, for the browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from sayso.desk.app import make_app
from sayso.desk.safety.passwords import hash_password
from sayso.desk.settings import Settings
from sayso.store.opening import open_store
from tests.desk.browsing import CHROMIUM, SIZES, Running, opened, running
from tests.store.builders import add, article, lineage

BASE = "http://127.0.0.1:8765"
FIRST = article("the dam would hold", url="https://quay.example/dam")
SECOND = article(
    "the dam would <b>surely</b> hold", url="https://pier.example/dam", outlet="The Pier", title="Dam <i>is</i> sure"
)
OLD = article(
    "the dam would hold, perhaps", url="https://pier.example/dam", outlet="The Pier", title="Dam <i>is</i> sure"
)
CLAIM = lineage(FIRST, SECOND).claim.id


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A claim in two documents, one of them in its second version, with two roots that are probably one; made once."""
    path = tmp_path_factory.mktemp("made") / "sayso.db"
    with open_store(path) as store:
        for reading in (OLD, FIRST, SECOND):
            add(store, reading)
        for reading in (FIRST, SECOND):
            store.assign(reading.attributions[0].id, CLAIM)
        store.put_lineage(lineage(FIRST, SECOND))
    return path


@pytest.fixture
def store_file(made_store: Path, tmp_path: Path) -> Path:
    """A copy of that store."""
    return Path(shutil.copy(made_store, tmp_path / "sayso.db"))


@dataclass
class Browser:
    """A client that keeps its cookie and sends forms with their token, as a page does."""

    client: TestClient

    def get(self, path: str, **options: object) -> httpx.Response:
        return self.client.get(path, **options)  # type: ignore[arg-type]

    def token(self, path: str = "/add") -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(path).text)
        assert found is not None
        return found[1]

    def post(self, path: str, fields: dict[str, str], **options: object) -> httpx.Response:
        return self.client.post(path, data={"csrf": self.token(), **fields}, **options)  # type: ignore[arg-type]


@pytest.fixture
def settings(store_file: Path) -> Settings:
    return Settings(store_file, "Ada")


@pytest.fixture
def browser(settings: Settings) -> Iterator[Browser]:
    with TestClient(make_app(settings), base_url=BASE, follow_redirects=False) as client:
        yield Browser(client)


@pytest.fixture(scope="session")
def read_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of one invented story, read once; copy it before writing."""
    from sayso.evaluate.story import read_story as load
    from sayso.pipeline import Reader
    from sayso.pipeline.describing import vectors_of, with_paragraphs
    from sayso.pipeline.inputs import Gathered
    from sayso.pipeline.keeping import add_gathered

    folder = Path(__file__).resolve().parents[2] / "evaluation" / "stories" / "glassworks"
    path = tmp_path_factory.mktemp("story") / "sayso.db"
    reader = Reader()
    gathered = []
    for item in load(folder).documents:
        reading = with_paragraphs(reader.read_document(item.document))
        gathered.append(Gathered(item.file, item.data, reading, vectors_of(reading)))
    with open_store(path) as store:
        add_gathered(store, gathered, by="Ada")
    return path


@pytest.fixture
def story(read_story: Path, tmp_path: Path) -> Path:
    """A copy of the story's store."""
    return Path(shutil.copy(read_story, tmp_path / "story.db"))


@pytest.fixture(scope="session")
def read_raids(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of invented raids in real towns, read once; nothing may write to it."""
    from tests.desk.raids import keep_raids

    return keep_raids(tmp_path_factory.mktemp("raids") / "sayso.db")


@pytest.fixture
def password() -> str | None:
    """The desk's password; a test that wants one says so."""
    return None


@pytest.fixture
def desk(story: Path, password: str | None) -> Iterator[Running]:
    """The story's desk, running."""
    with running(Settings(story, "Ada", port=0, password=hash_password(password) if password else None)) as found:
        yield found


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(params=list(SIZES))
def page(chromium, desk: Running, request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]
    """A page at each of the two widths."""
    with opened(chromium, desk, request.param) as found:
        yield found
