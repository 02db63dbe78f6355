"""Formatted references and in-text citations, by pandoc's citeproc: a whole list in one call.

The style decides the order: those of author and date sort, numeric ones keep the order given. What a record lacks, the style
leaves out; `lacking` says what a reader would miss.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath
from types import MappingProxyType

from litcli.citations import locales, pandoc, styles
from litcli.citations.cache import Cache
from litcli.citations.items import item
from litcli.citations.prepare import prepared
from litcli.citations.reach import Reach
from litcli.errors import UnknownName, UsageError
from litcli.model import fields
from litcli.model.csl import CslItem
from litcli.model.entry import Entry


@dataclass(frozen=True)
class _Format:
    """How pandoc writes one of our formats."""

    arguments: tuple[str, ...]
    suffixes: tuple[str, ...]
    binary: bool = False


FORMATS = MappingProxyType(
    {
        "text": _Format(("-t", "plain"), (".txt",)),
        "html": _Format(("-t", "html"), (".html", ".htm")),
        "markdown": _Format(("-t", "gfm"), (".md", ".markdown")),
        "latex": _Format(("-t", "latex"), (".tex",)),
        "rtf": _Format(("-t", "rtf", "-s"), (".rtf",)),
        "typst": _Format(("-t", "typst"), (".typ",)),
        "docx": _Format(("-t", "docx"), (".docx",), binary=True),
        "odt": _Format(("-t", "odt"), (".odt",), binary=True),
    }
)
"""Fragments to paste, except for rtf, docx and odt, which are whole documents."""


def format_of(path: str) -> str:
    """Return the format that a file's ending stands for; text where it stands for none.

    >>> format_of("refs.docx"), format_of("refs.MD"), format_of("refs")
    ('docx', 'markdown', 'text')
    """
    suffix = PurePath(path).suffix.casefold()
    return next((name for name, format_ in FORMATS.items() if suffix in format_.suffixes), "text")


def cite(
    entries: Sequence[Entry],
    *,
    style: str = "apa",
    format: str = "text",  # noqa: A002  the word that the command uses
    locale: str | None = None,
    cache: Cache | None = None,
) -> str | bytes:
    """Return the list of references; bytes for docx and odt. Text holds one reference a line.

    What was asked before is answered from the cache, if one is given.
    """
    return _job(style, format, locale, cache).bibliography(entries)


def in_text(
    entries: Sequence[Entry],
    *,
    style: str = "apa",
    format: str = "text",  # noqa: A002  the word that the command uses
    locale: str | None = None,
    cache: Cache | None = None,
) -> str | bytes:
    """Return the citation that stands in the text for these entries together: "(Ng, 2020; Young, 2015)" or "[1], [2]"."""
    return _job(style, format, locale, cache).citation(entries) if entries else ""


def lacking(entry: Entry) -> tuple[str, ...]:
    """Return the fields that a reference to a work of this type should show and the record does not have.

    >>> lacking(Entry("k", {"type": "book", "title": "Old bees", "author": [{"family": "Ng"}]}))
    ('issued', 'publisher')
    """
    absent = fields.missing(entry.record)
    return tuple(name for name in absent if name not in _UNPRINTED)


_UNPRINTED = frozenset({"abstract", "DOI", "ISBN"})


@dataclass(frozen=True)
class _Job:
    """One call: a style, a format and a locale, found and checked."""

    style: styles.Style
    ready: "_Ready"
    format: _Format
    locale: str | None
    cache: Cache | None

    def bibliography(self, entries: Sequence[Entry]) -> str | bytes:
        """Format the whole list."""
        written = self._run(self._items(entries), _ALL, self._written_so())
        if self.format.binary:
            return written
        shown = written.decode()
        return _ended(_BLANK.sub("\n", shown) if self.format is FORMATS["text"] else shown)

    def citation(self, entries: Sequence[Entry]) -> str | bytes:
        """Format one citation of all; the keys stand as numbers, because any character may be in a citekey."""
        items = [made | {"id": f"r{at}"} for at, made in enumerate(self._items(entries))]
        cluster = "; ".join(f"@r{at}" for at in range(len(entries)))
        written = self._run(items, f"[{cluster}]", (*self._written_so(), "-M", "suppress-bibliography=true"))
        if self.format.binary:
            return written
        shown = _PARAGRAPH.sub("", written.decode())
        return _ended(_RAISED.sub(r"\1", shown) if self.format is FORMATS["text"] else shown)

    def _items(self, entries: Sequence[Entry]) -> list[CslItem]:
        return [item(entry, self.style.name, self.ready.reach) for entry in entries]

    def _written_so(self) -> tuple[str, ...]:
        flat = () if self.format.binary else ("-L", _FLAT.name)
        return (*self.format.arguments, *flat)

    def _run(self, items: Sequence[CslItem], document: str, arguments: Sequence[str]) -> bytes:
        """Run pandoc over a document in Markdown that cites the items.

        They are handed over as a bibliography: read as a document of their own (`-f csljson`), dates such as "in press" are lost.
        """
        language = ("-M", f"lang={self.locale}") if self.locale else ()
        sources = ("-f", "markdown", "--citeproc", "--csl", "style.csl", "--bibliography", "references.json")
        files = {"style.csl": self.ready.csl, "references.json": json.dumps(items).encode(), _FLAT.name: _FLAT.read_bytes()}
        patience = pandoc.PATIENCE + _PATIENCE_EACH * len(items)
        call = pandoc.Call((*sources, "--wrap=none", *language, *arguments, "-o", "-"), document.encode(), files, patience)
        try:
            return pandoc.run(call, self.cache)
        except pandoc.Failed as failure:
            raise UsageError(f"style {self.style.name}: pandoc cannot use it: {failure}") from failure


_FLAT = Path(__file__).with_name("flat.lua")


_PATIENCE_EACH = 0.2
"""Seconds that a reference may add to a call; pandoc takes far less for most styles."""


def _job(style: str, format_: str, locale: str | None, cache: Cache | None) -> _Job:
    found = styles.find(style)
    if format_ not in FORMATS:
        raise UnknownName("format of citations", format_, otherwise=f"there are {', '.join(FORMATS)}")
    return _Job(found, _ready(found.path), FORMATS[format_], locales.find(locale) if locale else found.locale, cache)


@dataclass(frozen=True)
class _Ready:
    """A style's file, made ready."""

    csl: bytes
    """For pandoc."""
    reach: Reach


def _ready(style: Path) -> _Ready:
    """Make a style ready; a file that did not change is made ready once."""
    status = style.stat()
    return _made_ready(style, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=32)
def _made_ready(style: Path, size: int, changed: int) -> _Ready:  # noqa: ARG001  they tell whether the file is the same
    csl = prepared(style)
    return _Ready(csl, Reach(csl))


_ALL = "---\nnocite: '@*'\n---\n"
"""A document that cites every item and says nothing."""

_BLANK = re.compile(r"\n{2,}")


def _ended(shown: str) -> str:
    """End a text with one line end; nothing stays nothing."""
    bare = shown.strip("\n")
    return f"{bare}\n" if bare else ""


_PARAGRAPH = re.compile(r"^<p>|</p>$", re.MULTILINE)
"""What HTML puts around a citation that is to stand in a sentence."""

_RAISED = re.compile(r"\^\((.*?)\)")
"""How plain text marks what is raised: "^(1,2)"."""
