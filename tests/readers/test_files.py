import io
import os
from pathlib import Path

import pytest

from sayso.errors import EmptyTextError, NotTextError, TooLargeError, UnreadableError
from sayso.readers.files import find_files, read_document, read_file

TEXT = b"Bridge to open\n\nThe mayor said that the bridge would open in spring.\n"
PAGE = (
    b"<!doctype html><html><body><article><h1>Bridge to open in spring</h1>"
    + b"<p>The mayor said that the bridge would open.</p>" * 4
)


def test_folder_is_walked_in_order_and_the_rest_is_named(tmp_path: Path) -> None:
    for name in ["b.txt", "a.md", "sub/c.HTML", "picture.png", ".hidden.txt", "none"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    skipped: dict[str, str] = {}
    found = list(find_files([tmp_path], on_skip=lambda path, why: skipped.update({path.name: why})))
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a.md", "b.txt", "sub/c.HTML"]
    assert sorted(skipped) == [".hidden.txt", "none", "picture.png"]
    assert "not read" in skipped["picture.png"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "again").symlink_to(tmp_path)
    assert [path.name for path in find_files([tmp_path])] == ["a.txt"]


def test_dangling_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    skipped: list[Path] = []
    assert list(find_files([tmp_path], on_skip=lambda path, _why: skipped.append(path))) == []
    assert [path.name for path in skipped] == ["gone.txt"]


def test_file_given_by_name_is_passed_on_whatever_it_is() -> None:
    assert list(find_files(["missing.xyz"])) == [Path("missing.xyz")]


def test_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    document = read_document(path, outlet="The Example")
    assert (document.text, document.path, document.outlet) == (TEXT.decode(), str(path), "The Example")


@pytest.mark.parametrize("name", ["page.html", "page.txt", None])
def test_page_is_known_by_its_beginning(name: str | None) -> None:
    notes: list[str] = []
    assert read_document(PAGE, path=name, on_note=notes.append).title == "Bridge to open in spring"
    assert len(notes) == (name == "page.txt")


def test_stream() -> None:
    assert read_document(io.BytesIO(TEXT)).text == TEXT.decode()


def test_stream_is_read_no_further_than_the_limit() -> None:
    stream = io.BytesIO(b"x" * 1000)
    with pytest.raises(TooLargeError, match="more than 10 bytes"):
        read_document(stream, limit_bytes=10)
    assert stream.tell() == 11


def test_large_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(TooLargeError, match="20,000,000"):
        read_document(path)


@pytest.mark.parametrize("data", [b"", b" \n\r\n"])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyTextError):
        read_document(data, path="a.txt")


def test_binary_in_a_text_file() -> None:
    with pytest.raises(NotTextError, match="PDF"):
        read_document(b"%PDF-1.7 \0", path="a.txt")


def test_missing_file() -> None:
    with pytest.raises(UnreadableError, match="does not exist"):
        read_document("no-such-file.txt")


def test_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder"):
        read_file(tmp_path)


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableError, match="a pipe"):
        read_file(tmp_path / "pipe.txt")


def test_device() -> None:
    with pytest.raises(UnreadableError, match="a device"):
        read_file("/dev/zero")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\udcff\ud800"])
def test_impossible_name(name: str) -> None:
    with pytest.raises(UnreadableError):
        read_file(name)
