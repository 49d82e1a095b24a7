"""What a binary file is, told from its first bytes."""

from __future__ import annotations

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh91AY&SY", "bzip2-compressed data"),
    (b"\xfd7zXZ\0", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "an ELF program"),
    (b"MZ\x90\0", "a Windows program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .ppt)"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"ID3", "MP3 sound"),
    (b"OggS\0", "Ogg sound or video"),
    (b"fLaC\0", "FLAC sound"),
    (b"\x1aE\xdf\xa3", "Matroska or WebM video"),
)
_NEEDS_BINARY = {b"ID3"}
"""Marks that a text could begin with: they count only where a NUL follows."""
_OFFICE = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel sheet (.xlsx)"),
    (b"ppt/", "PowerPoint slides (.pptx)"),
)


def looks_like(data: bytes) -> str | None:
    """What the binary format of `data` is called, or None where its first bytes are no known mark."""
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    for mark, name in _MAGIC:
        if data.startswith(mark) and (mark not in _NEEDS_BINARY or b"\0" in data[:64]):
            return name
    if data[4:8] == b"ftyp":
        return "MP4 video or sound"
    if data.startswith(b"RIFF") and data[8:12] in {b"WAVE", b"AVI ", b"WEBP"}:
        return "a RIFF file (WAV, AVI or WebP)"
    return None


def _zip_kind(data: bytes) -> str:
    head, tail = data[:4096], data[-65536:]
    if b"mimetypeapplication/vnd.oasis.opendocument" in head:
        return "an OpenDocument file (.odt, .ods, .odp)"
    if b"mimetypeapplication/epub+zip" in head:
        return "an EPUB book"
    for part, name in _OFFICE:
        if part in head or part in tail:
            return name
    return "a ZIP archive"
