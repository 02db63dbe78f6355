"""What a Word file cites: the fields of Zotero, Mendeley and other programs of CSL, Word's own citations, and keys behind an "@".

Such a field holds the whole work as CSL-JSON, so that it can be found by its DOI even where its key is another program's. Notes are
read where they are referred to. What surprised us: a field's code is spread over any number of runs, Mendeley's newer add-in
writes content controls with the data in Base64 in their tag, and deleted text still stands in the file.
"""

import base64
import binascii
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

from litcli.citations.cache import Cache
from litcli.citations.mentions import Cited, Mention
from litcli.errors import InputError
from litcli.model.record import Json

_LARGEST = 128 * 1024 * 1024
"""Bytes that one part of the file may unpack to."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEY = re.compile(r"(?<![\w@.])@(?:\{([^{}]+)\}|([^\W_][\w:.#$%&\-+?<>~/]*))")
_OWN = re.compile(r"\s*CITATION\s+(\S+)((?:\s+\\[a-z]\s+\S+)*)", re.IGNORECASE)
_FURTHER = re.compile(r"\\m\s+(\S+)")
_PARAGRAPH = "\n"


def read(path: Path, content: bytes, cache: Cache | None) -> Cited:  # noqa: ARG001  all readers are called alike
    """Return what the document cites."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            document = _part(archive, "word/document.xml")
            notes = {kind: _notes(archive, kind) for kind in ("footnote", "endnote")}
    except (zipfile.BadZipFile, KeyError, ET.ParseError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(str(path), f"this is no Word document: {error}") from error
    if document is None:
        raise InputError(str(path), "this is no Word document: it has no word/document.xml")
    return Cited(tuple(_Reading(path, notes).mentions(document)), files=(path,))


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element | None:
    if name not in archive.namelist():
        return None
    with archive.open(name) as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(f"{name} is too large")
    return ET.fromstring(content)  # noqa: S314  expat bounds what entities may expand to


def _notes(archive: zipfile.ZipFile, kind: str) -> dict[str, ET.Element]:
    part = _part(archive, f"word/{kind}s.xml")
    return {} if part is None else {note.get(f"{_W}id", ""): note for note in part.iter(f"{_W}{kind}")}


@dataclass
class _Field:
    """A field that is not at its end yet."""

    code: list[str] = field(default_factory=list)
    shown: bool = False
    """What comes is what the field shows, no longer its code."""


class _Reading:
    """One document."""

    def __init__(self, path: Path, notes: dict[str, dict[str, ET.Element]]) -> None:
        self._path = path
        self._notes = notes

    def mentions(self, part: ET.Element) -> Iterator[Mention]:
        """Yield what a part of the document cites, in order; text and codes are gathered until something ends them."""
        text: list[str] = []
        fields: list[_Field] = []
        for kind, value in _tokens(part):
            match kind:
                case "text" if not any(field.shown for field in fields):
                    text.append(value)
                case "begin":
                    fields.append(_Field())
                case "code" if fields:
                    fields[-1].code.append(value)
                case "separate" if fields:
                    fields[-1].shown = True
                case "end" if fields:
                    yield from self._keys(text)
                    yield from self._field("".join(fields.pop().code))
                case "field":
                    yield from self._keys(text)
                    yield from self._field(value)
                case "note":
                    yield from self._keys(text)
                    yield from self._note(value)
        yield from self._keys(text)

    def _note(self, name: str) -> Iterator[Mention]:
        kind, _, number = name.partition(" ")
        note = self._notes[kind].pop(number, None)
        if note is not None:
            yield from self.mentions(note)

    def _keys(self, text: list[str]) -> Iterator[Mention]:
        """Yield the keys in the text gathered so far, and begin anew."""
        whole = "".join(text)
        text.clear()
        for found in _KEY.finditer(whole):
            yield Mention(found[1] or found[2].rstrip(":.#$%&-+?<>~/"), self._path)

    def _field(self, code: str) -> Iterator[Mention]:
        if own := _OWN.match(code):
            yield Mention(own[1], self._path)
            yield from (Mention(key, self._path) for key in _FURTHER.findall(own[2]))
        elif "CSL_CITATION" in code:
            yield from (Mention(_name(work), self._path, work=work) for work in _works(code))


def _tokens(part: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield what matters of a part of the document, in order."""
    for element in part.iter():
        name = element.tag.removeprefix(_W)
        match name:
            case "t":
                yield "text", element.text or ""
            case "p" | "tab" | "br":
                yield "text", _PARAGRAPH
            case "instrText":
                yield "code", element.text or ""
            case "fldChar":
                yield element.get(f"{_W}fldCharType", ""), ""
            case "fldSimple":
                yield "field", element.get(f"{_W}instr", "")
            case "tag" if element.get(f"{_W}val", "").startswith("MENDELEY_CITATION"):
                yield "field", _unpacked(element.get(f"{_W}val", ""))
            case "footnoteReference" | "endnoteReference":
                yield "note", f"{name.removesuffix('Reference')} {element.get(f'{_W}id', '')}"


def _works(code: str) -> Iterator[Mapping[str, Json]]:
    """Yield the works in the code of a field: `ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [{"itemData": ...}]}`."""
    try:
        citation, _ = json.JSONDecoder().raw_decode(code[code.index("{") :])
        found = [item.get("itemData") for item in citation["citationItems"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return
    yield from (work for work in found if isinstance(work, dict))


def _name(work: Mapping[str, Json]) -> str:
    """Return what tells a work: its key in the program where it stands, its DOI, or its title."""
    named = (work.get("citation-key"), work.get("DOI"), work.get("title"), work.get("id"))
    return next((value for value in named if isinstance(value, str) and value), "a work without a title")


def _unpacked(tag: str) -> str:
    """Return the code that a content control of Mendeley's holds in its tag: `MENDELEY_CITATION_v3_` and Base64."""
    try:
        return "CSL_CITATION " + base64.b64decode(tag.rpartition("_")[2]).decode()
    except (binascii.Error, ValueError):
        return ""
