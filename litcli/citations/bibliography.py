"""Formatted references and in-text citations, by pandoc's citeproc: a whole list in one call.

The style decides the order: those of author and date sort, numeric ones keep the order given. What a record lacks, the style
leaves out; `lacking` says what a reader would miss.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from types import MappingProxyType

from litcli.citations import locales, pandoc, styles
from litcli.citations.items import LOCATED, has_article_number, item
from litcli.citations.prepare import prepared
from litcli.errors import UnknownName, UsageError
from litcli.model import fields
from litcli.model.csl import CslItem
from litcli.model.entry import Entry
from litcli.model.record import CslDate, CslName, Value, text


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
) -> str | bytes:
    """Return the list of references; bytes for docx and odt. Text holds one reference a line."""
    return _job(style, format, locale).bibliography(entries)


def in_text(
    entries: Sequence[Entry],
    *,
    style: str = "apa",
    format: str = "text",  # noqa: A002  the word that the command uses
    locale: str | None = None,
) -> str | bytes:
    """Return the citation that stands in the text for these entries together: "(Ng, 2020; Young, 2015)" or "[1], [2]"."""
    return _job(style, format, locale).citation(entries) if entries else ""


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
    format: _Format
    locale: str | None

    def bibliography(self, entries: Sequence[Entry]) -> str | bytes:
        """Format the whole list."""
        with TemporaryDirectory(prefix="litcli-") as folder:
            csl = self._write_style(Path(folder))
            as_page = self._as_page(entries, csl)
            items = [item(entry, self.style.name, as_page=as_page) for entry in entries]
            written = self._run(csl, items, _ALL, self._written_so())
        if self.format.binary:
            return written
        shown = written.decode()
        return _ended(_BLANK.sub("\n", shown) if self.format is FORMATS["text"] else shown)

    def citation(self, entries: Sequence[Entry]) -> str | bytes:
        """Format one citation of all; the keys stand as numbers, because any character may be in a citekey."""
        items = [item(entry, self.style.name) | {"id": f"r{at}"} for at, entry in enumerate(entries)]
        cluster = "; ".join(f"@r{at}" for at in range(len(entries)))
        with TemporaryDirectory(prefix="litcli-") as folder:
            csl = self._write_style(Path(folder))
            written = self._run(csl, items, f"[{cluster}]", (*self._written_so(), "-M", "suppress-bibliography=true"))
        if self.format.binary:
            return written
        shown = _PARAGRAPH.sub("", written.decode())
        return _ended(_RAISED.sub(r"\1", shown) if self.format is FORMATS["text"] else shown)

    def _written_so(self) -> tuple[str, ...]:
        flat = () if self.format.binary else ("-L", str(_FLAT))
        return (*self.format.arguments, *flat)

    def _run(self, csl: Path, items: Sequence[CslItem], document: str, arguments: Sequence[str]) -> bytes:
        """Run pandoc over a document in Markdown that cites the items.

        They are handed over as a bibliography: read as a document of their own (`-f csljson`), dates such as "in press" are lost.
        """
        references = csl.with_name("references.json")
        references.write_text(json.dumps(items), encoding="utf-8")
        language = ("-M", f"lang={self.locale}") if self.locale else ()
        sources = ("-f", "markdown", "--citeproc", "--csl", str(csl), "--bibliography", str(references))
        try:
            return pandoc.run((*sources, "--wrap=none", *language, *arguments, "-o", "-"), document.encode())
        except pandoc.Failed as failure:
            raise UsageError(f"style {self.style.name}: pandoc cannot use it: {failure}") from failure

    def _write_style(self, folder: Path) -> Path:
        csl = folder / "style.csl"
        csl.write_bytes(prepared(self.style.path))
        return csl

    def _as_page(self, entries: Sequence[Entry], csl: Path) -> Collection[str]:
        """Return the types for which the style does not print an article number of its own accord, by trying it."""
        types = {text(entry.record, "type") for entry in entries if has_article_number(entry.record)}
        if not types:
            return ()
        if self.style.name.startswith(_NUMBER_LIKE_ISSUE):
            return LOCATED
        tried = {kind: f"e2649{at}" for at, kind in enumerate(LOCATED)}
        probes: list[CslItem] = [{**_PROBE, "id": kind, "type": kind, "number": number} for kind, number in tried.items()]
        shown = self._run(csl, probes, _ALL, ("-t", "plain")).decode()
        return [kind for kind, number in tried.items() if number not in shown]


_FLAT = Path(__file__).with_name("flat.lua")

_PROBE: Mapping[str, Value] = {
    "title": "On bees",
    "container-title": "Bees",
    "author": [CslName(family="Ng", given="Amy")],
    "issued": CslDate({"date-parts": [[2013]]}),
    "volume": "7",
    "issue": "8",
}

_NUMBER_LIKE_ISSUE = ("modern-language-association",)
"""Styles that would print an article number as if it were an issue ("no. 11, no. e26494")."""


def _job(style: str, format_: str, locale: str | None) -> _Job:
    found = styles.find(style)
    if format_ not in FORMATS:
        raise UnknownName("format of citations", format_, otherwise=f"there are {', '.join(FORMATS)}")
    return _Job(found, FORMATS[format_], locales.find(locale) if locale else found.locale)


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
