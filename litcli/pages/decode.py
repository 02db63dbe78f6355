r"""Bytes to a `Page`: which encoding they are in, line ends, and for HTML what a reader sees.

A byte order mark and NULs (UTF-16 and UTF-32 without a mark) tell the wide encodings. Then strict UTF-8 is tried, since a text
in any other encoding almost never passes for it, then the charset that an HTML page states. What is left is a guess, and
`Page.doubts` says so.

What surprised us: charset-normalizer ranks windows-1250 before windows-1252 where both fit equally well, so `_USUAL` breaks
ties; and a dump cut in the middle of a character is still UTF-8, not an old code page.
"""

import codecs
import re
from dataclasses import dataclass
from types import MappingProxyType

from charset_normalizer import CharsetMatch, from_bytes

from litcli.errors import InputError
from litcli.pages import front_matter, html, pdf, xml_lines, xml_tree
from litcli.pages.page import Page, Source
from litcli.pages.sniff import HEAD, binary_kind

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WIDE = (("utf-32-le", 4, 3), ("utf-32-be", 4, 0), ("utf-16-le", 2, 1), ("utf-16-be", 2, 0))
"""Encoding, bytes a unit, and the byte of a unit that is NUL in Latin text."""

_META = re.compile(rb"""<(?:meta\b[^>]{0,400}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)

_SUPERSETS = MappingProxyType(
    {
        "ascii": "cp1252",
        "iso8859-1": "cp1252",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
        "big5": "cp950",
    }
)
"""What pages call one thing and mean another by, as browsers read them."""

_USUAL = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2"),
    *("gb18030", "cp932", "euc_jp", "cp949", "big5", "mac_roman", "cp874"),
)
"""The old code pages that a guess may choose from, the usual ones first."""

_CODE_PAGE = re.compile(r"cp\d|iso8859|koi8|mac|gb18030|hz|big5|euc|shift|johab|iso2022|ptcp|kz|viscii|utf-8")

_SHOWN = MappingProxyType(
    {"mac_roman": "macintosh", "cp932": "shift_jis", "cp949": "euc-kr", "cp950": "big5", "iso8859_2": "iso-8859-2"}
)

_SAMPLE = 256 * 1024
"""How much of a page a guess looks at."""

_MARKUP = MappingProxyType({"text/html": html.to_lines, xml_tree.MEDIA_TYPE: xml_lines.to_lines})
"""What makes lines of each kind of markup."""

_EMPTY = MappingProxyType(
    {xml_tree.MEDIA_TYPE: "XML without a record that litcli knows; a file of references is for 'litcli import'"}
)

_LINE_ENDS = re.compile(
    "\r\n|[\r\u2028\u2029]|(?<![\xc2-\xdf])(?<![\xe0-\xf4][\x80-\xbf])(?<![\xe0-\xf4](?=\x85[\x80-\xbf]))\x85"
)
"""U+0085 in such company is a byte of UTF-8 that was read as another encoding."""


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding that it was read in, and what is doubtful about that."""

    text: str
    charset: str
    doubts: tuple[str, ...] = ()


def to_page(source: Source) -> Page:
    """Decode a page; raises `InputError` where it holds no text."""
    if source.media_type == pdf.MEDIA_TYPE:
        printed = pdf.text_of(source)
        return Page(source, lines(printed.text), "utf-8", (*source.doubts, *printed.doubts))
    decoded = decode(source.content, source.origin)
    doubts = (*source.doubts, *decoded.doubts)
    if to_lines := _MARKUP.get(source.media_type):
        shown = to_lines(decoded.text)
        page = Page(source, shown.text, decoded.charset, (*doubts, *shown.doubts), shown.visible_end, shown.embedded)
    else:
        text = lines(decoded.text)
        page = Page(source, text, decoded.charset, doubts, embedded=front_matter.statements(text))
    if not page.text.strip():
        raise InputError(source.origin, _EMPTY.get(source.media_type, "it holds no text") if source.content else "it is empty")
    return page


def decode(content: bytes, origin: str, stated: str | None = None) -> Decoded:
    """Return the text of some bytes; raises `InputError` for a binary file, naming its kind.

    `stated` is the charset that something beside the page states: the headers it was sent with.

    >>> decode("Jérôme".encode("utf-16"), "a.txt").charset
    'utf-16-le'
    """
    wide = wide_charset(content[:HEAD])
    if wide:
        return _counted(content.decode(wide, errors="replace").removeprefix("\ufeff"), wide)
    content = content.removeprefix(codecs.BOM_UTF8)
    kind = binary_kind(content[:HEAD])
    if kind:
        raise InputError(origin, f"{kind}, not text")
    if b"\x1b" in content and (codec := _codec(stated or _meta(content))) and codec.startswith("iso2022"):
        return _counted(content.decode(codec, errors="replace"), _shown(codec))
    try:
        return Decoded(content.decode(), "utf-8", ())
    except UnicodeDecodeError:
        return _old(content, stated or _meta(content))


def lines(text: str) -> str:
    r"""Make every line end "\n", and drop the NULs that a sloppy export leaves.

    >>> lines("a\r\nb\rc\u2028d")
    'a\nb\nc\nd'
    """
    return _LINE_ENDS.sub("\n", text).replace("\x00", "")


def wide_charset(head: bytes) -> str | None:
    """Tell UTF-16 and UTF-32, by a mark or by NULs at the same place of each unit where all of it is printable; else None."""
    for mark, charset in _MARKS:
        if head.startswith(mark):
            return charset
    if b"\x00" not in head:
        return None
    units = head[: len(head) // 4 * 4]
    for charset, width, at in _WIDE:
        if units[at::width].count(0) > 2 * units[width - 1 - at :: width].count(0) and _printable(units, charset):
            return charset
    return None


def _printable(units: bytes, charset: str) -> bool:
    try:
        text = codecs.getincrementaldecoder(charset)().decode(units)
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter.isspace() for letter in text[:4096])


def _counted(text: str, charset: str, doubts: tuple[str, ...] = ()) -> Decoded:
    lost = text.count("\ufffd")
    if lost:
        doubts = (*doubts, f"{lost} character{'s' if lost > 1 else ''} could not be read as {charset}")
    return Decoded(text, charset, doubts)


def _old(content: bytes, stated: str) -> Decoded:
    """Read what is no UTF-8: as is stated, as UTF-8 with a few broken characters, or by a guess."""
    codec = _codec(stated)
    if codec and codec != "utf-8":
        return _counted(content.decode(codec, errors="replace"), _shown(codec))
    nearly = content.decode(errors="replace")
    whole = sum(byte >= 0xC2 for byte in content) - nearly.count("\ufffd")
    if whole > 4 * nearly.count("\ufffd"):
        return _counted(nearly, "utf-8")
    return _guess(content)


def _meta(content: bytes) -> str:
    """Return the charset that an HTML or XML page states of itself."""
    stated = _META.search(content, 0, HEAD)
    return stated[1].decode("ascii", errors="replace") if stated else ""


def _guess(content: bytes) -> Decoded:
    matches = list(from_bytes(content[:_SAMPLE], cp_isolation=list(_USUAL), preemptive_behaviour=False))
    if not matches:
        return _counted(content.decode("cp1252", errors="replace"), "windows-1252", ("guessed windows-1252, not sure at all",))
    best = min(matches, key=_rank)
    codec = _named(best)
    rivals = [_shown(_named(match)) for match in matches if match is not best and match.chaos <= best.chaos + 0.05]
    sure = round(100 * (1 - best.chaos) * (0.6 + 0.4 * best.coherence) * (0.8 if rivals else 1))
    other = f" (it could also be {rivals[0]})" if rivals else ""
    doubt = f"guessed {_shown(codec)}, {sure} % sure{other}"
    return _counted(content.decode(codec, errors="replace"), _shown(codec), (doubt,))


def _rank(match: CharsetMatch) -> tuple[float, int]:
    """Order guesses: least mess and most language first, rounded, then the usual before the rare."""
    return round(match.chaos - match.coherence / 4, 1), _USUAL.index(_named(match))


def _named(match: CharsetMatch) -> str:
    """Return the most usual name of several that read the sample alike."""
    names = [name for name in _USUAL if name in {match.encoding, *match.could_be_from_charset}]
    return names[0] if names else match.encoding


def _codec(name: str) -> str | None:
    """Return Python's name of a stated code page; None for what is none, as "utf-16" in a page whose tags are plain bytes."""
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    codec = _SUPERSETS.get(codec, codec)
    return codec if _CODE_PAGE.match(codec) else None


def _shown(codec: str) -> str:
    return _SHOWN.get(codec) or (f"windows-{codec[2:]}" if codec.startswith("cp125") else codec.replace("_", "-"))
