"""What the first bytes of an input tell: a binary file of a known kind, an archive, HTML.

In goes the head of a file (`HEAD` bytes are plenty), out comes a plain word for what it is, fit for a message. Names are not
asked: a saved page may be called "index.php", an archive "download". Only `SET_ASIDE` goes by suffix, for kinds of text
files that look like pages to every other test.
"""

import re
from types import MappingProxyType

HEAD = 64 * 1024
"""How much of a file the tests below want to see."""

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"RIFF", "a WebP, WAV or AVI file"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"fLaC", "a FLAC file"),
    (b"\x7fELF", "a program (ELF)"),
    (b"MZ", "a program (EXE)"),
    (b"\xca\xfe\xba\xbe", "a Java class or Mach-O program"),
    (b"\xcf\xfa\xed\xfe", "a program (Mach-O)"),
    (b"\x00asm", "a WebAssembly program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"bplist00", "a Safari web archive"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"wOFF", "a web font"),
    (b"wOF2", "a web font"),
)

_TEXT_MAGIC = frozenset({b"BM", b"MZ", b"ID3", b"RIFF", b"OggS", b"fLaC", b"BZh", b"GIF8", b"wOFF", b"wOF2"})
"""Marks that a text may begin with too ("BMI and age..."): they count only when control characters follow."""

_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")

REFERENCES = "references, not a page; read them with 'litcli import'"

SET_ASIDE = MappingProxyType({
    **dict.fromkeys((".bib", ".ris"), REFERENCES),
    **dict.fromkeys((".js", ".mjs", ".py", ".sh"), "a script, not a page"),
    **dict.fromkeys((".yaml", ".yml", ".toml", ".ini"), "settings, not a page"),
    ".css": "a style sheet, not a page",
    ".svg": "an SVG image, not a page",
    ".tex": "a LaTeX file, not a page",
    ".log": "a log, not a page",
})  # fmt: skip
"""Suffixes of text files in a folder that hold no page, and why they are set aside; named by itself, such a file is read."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|article|main|section|header|h1|p|span)\b",
    re.IGNORECASE | re.DOTALL,
)

_OFFICE = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/(?:epub|vnd\.oasis)|_rels/\.rels")


def binary_kind(head: bytes) -> str | None:
    r"""Return what a binary file is, or None for what may be text.

    UTF-16 and UTF-32 hold NULs and are text: `litcli.pages.decode` tells them first.

    >>> binary_kind(b"%PDF-1.7 ..."), binary_kind(b"BMI and age"), binary_kind(b"a\x00b\x01")
    ('a PDF file', None, 'a binary file')
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic) and (magic not in _TEXT_MAGIC or _CONTROL.search(head)):
            return _office(head) or kind
    return "a binary file" if b"\x00" in head or _mostly_control(head) else None


def archive_kind(head: bytes) -> str | None:
    r"""Return "zip", "gzip", "bzip2", "xz" or "tar" for what can be opened as such.

    >>> archive_kind(b"PK\x03\x04..."), archive_kind(b"On Bees")
    ('zip', None)
    """
    kind = binary_kind(head)
    if kind == "a ZIP file":
        return "zip"
    if kind in {"a gzip file", "a bzip2 file", "an xz file"}:
        return kind.split()[1]
    return "tar" if head[257:262] == b"ustar" else None


def is_html(text: str) -> bool:
    """Say whether a text is an HTML document or a piece of one.

    >>> is_html("<!DOCTYPE html><title>On Bees"), is_html("On <i>Apis</i>")
    (True, False)
    """
    return _HTML.match(text, 0, HEAD) is not None


def _office(head: bytes) -> str | None:
    return "an Office document or e-book" if head.startswith(b"PK") and _OFFICE.search(head[:4096]) else None


def _mostly_control(head: bytes) -> bool:
    return len(_CONTROL.findall(head)) * 20 > len(head)
