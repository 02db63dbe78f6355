r"""Characters written in the code of some other format: UTF-8 taken for another encoding, HTML entities, the escapes of JSON.

Only `ftfy` tells mojibake from text, and it is asked only where a lead byte of UTF-8 is followed as UTF-8 has it. LaTeX has commands
that begin like the escapes of JSON (`\nu`), so those count only where they are more than the ends of lines.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from litcli.extract.damage.mended import Edit, Mended

_BEHIND = "\u0080-\u00bf" + "".join(re.escape(bytes([code]).decode("cp1252", errors="ignore")) for code in range(0x80, 0xA0))
"""What the further bytes of a character in UTF-8 look like in windows-1252 and ISO-8859-1."""
_CYRILLIC = "\u0402-\u040f\u0452-\u045f\u0490\u0491"
"""And what more of them look like in windows-1251, behind "Р", "С" and "в"."""
_MOJIBAKE = re.compile(rf"[\u00c2-\u00f4\u0420\u0421\u0432][{_BEHIND}{_CYRILLIC}]|[\u00c2\u00c3] (?=[\w ])")
_LOST = "ï¿½"
"""A character that was lost before the text was read as another encoding."""
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,31}\d{0,2});")
_ESCAPE = re.compile(r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|r\\n|[nrt"/\\])')
_CODE = re.compile(r"\\u[0-9a-fA-F]{4}")
_NEW_LINE = "\\n"
_PLAIN = {"\\n": "\n", "\\r": "\n", "\\r\\n": "\n", "\\t": "\t", '\\"': '"', "\\/": "/", "\\\\": "\\"}


def mend_escapes(mended: Mended) -> Mended:
    r"""Undo the escapes of JSON: a whole page in one, or single characters.

    >>> mend_escapes(Mended("Title\\nM\\u00fcller\\nAbstract")).text
    'Title\nMüller\nAbstract'
    """
    text = mended.text
    if "\\" not in text:
        return mended
    dumped = text.count(_NEW_LINE) > max(1, text.count("\n"))
    if not dumped and not _CODE.search(text):
        return mended
    return mended.edited(
        Edit(found.start(), found.end(), _unescaped(found[0])) for found in _ESCAPE.finditer(text) if dumped or found[0][1] == "u"
    )


def _unescaped(escape: str) -> str:
    if escape in _PLAIN:
        return _PLAIN[escape]
    units = b"".join(bytes.fromhex(unit) for unit in escape.split("\\u")[1:])
    return units.decode("utf-16-be", errors="replace")


def mend_encoding(mended: Mended) -> Mended:
    """Undo UTF-8 that was read as another encoding: "MÃ¼ller".

    >>> mend_encoding(Mended("by JÃ¼rgen MÃ¼ller")).text
    'by Jürgen Müller'
    """
    if mended.text.isascii() or not _MOJIBAKE.search(mended.text):
        return mended
    return mended.edited(_decoded(mended.text))


def _decoded(text: str) -> Iterator[Edit]:
    from ftfy import fix_encoding  # loaded only where a page needs it

    start = 0
    for line in text.split("\n"):
        if not line.isascii():
            fixed = fix_encoding(line)
            if fixed != line and fixed.count("\ufffd") <= line.count(_LOST):
                yield from _differences(line, fixed, start)
        start += len(line) + 1


def _differences(line: str, fixed: str, start: int) -> Iterator[Edit]:
    """Yield the words that differ; all that differs at once where the words do not match one by one."""
    words, others = line.split(" "), fixed.split(" ")
    if len(words) != len(others):
        words, others = [line], [fixed]
    for word, other in zip(words, others, strict=True):
        if word != other:
            yield from _characters(word, other, start) or (_difference(word, other, start),)
        start += len(word) + 1


def _characters(word: str, other: str, start: int) -> list[Edit]:
    """Return each character that was mended as an edit of its own, so that a value's place is no wider; none where that fails."""
    edits, at = [], 0
    for character in other:
        was = next((form for form in _misread(character) if word.startswith(form, at)), "")
        if not was:
            return []
        if was != character:
            edits.append(Edit(start + at, start + at + len(was), character))
        at += len(was)
    return edits if at == len(word) else []


@lru_cache(maxsize=1024)
def _misread(character: str) -> tuple[str, ...]:
    """Return what a character in UTF-8 looks like in other encodings, and last itself."""
    from ftfy.chardata import CHARMAP_ENCODINGS

    if character.isascii():
        return (character,)
    code = character.encode(errors="replace")
    return (*(code.decode(encoding, errors="replace") for encoding in CHARMAP_ENCODINGS), character)


def _difference(word: str, other: str, start: int) -> Edit:
    shortest = min(len(word), len(other))
    head = next((at for at in range(shortest) if word[at] != other[at]), shortest)
    tail = next((at for at in range(shortest - head) if word[-1 - at] != other[-1 - at]), shortest - head)
    return Edit(start + head, start + len(word) - tail, other[head : len(other) - tail])


def mend_entities(mended: Mended) -> Mended:
    """Undo HTML's names and numbers of characters, also where it was done twice.

    >>> mend_entities(Mended("Caf&eacute; &amp;amp; bar")).text
    'Café & bar'
    """
    for _ in range(2):
        if "&" not in mended.text:
            break
        found = _ENTITY.finditer(mended.text)
        mended = mended.edited(Edit(one.start(), one.end(), put) for one in found if (put := html.unescape(one[0])) != one[0])
    return mended
