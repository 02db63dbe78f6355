"""Formatted references and in-text citations, by pandoc's citeproc: a whole list in one call.

The style decides the order unless the order given is asked for: those of author and date sort, numeric ones do not. What a record
lacks, the style leaves out; `lacking` says what a reader would miss.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from litcli.citations import letters, locales, locators, outputs, pandoc, styles
from litcli.citations.cache import Cache
from litcli.citations.items import item
from litcli.citations.outputs import Output
from litcli.citations.ready import Ready, ready
from litcli.citations.target import Target
from litcli.citations.terms import Words
from litcli.errors import UsageError
from litcli.model import fields
from litcli.model.csl import CslItem
from litcli.model.dates import pending
from litcli.model.entry import Entry
from litcli.model.fields import Kind
from litcli.model.record import CslDate, CslName, Record, Value, text

Order = Literal["style", "given"]


def cite(
    entries: Sequence[Entry],
    *,
    style: str = "apa",
    format: str = "text",  # noqa: A002  the word that the command uses
    locale: str | None = None,
    order: Order = "style",
    numbered: bool = False,
    cache: Cache | None = None,
) -> str | bytes:
    """Return the list of references; bytes for docx and odt. Text holds one reference a line.

    `numbered` gives numbers to the references of a style that has none. What was asked before is answered from the cache, if
    one is given.
    """
    job = _job(style, format, locale, cache)
    return (job.unsorted() if order == "given" else job).bibliography(entries, numbered=numbered)


def in_text(
    entries: Sequence[Entry],
    *,
    locators: Sequence[str] = (),
    style: str = "apa",
    format: str = "text",  # noqa: A002  the word that the command uses
    locale: str | None = None,
    cache: Cache | None = None,
) -> str | bytes:
    """Return the citation that stands in the text for these entries together: "(Ng, 2020; Young, 2015)" or "[1], [2]".

    `locators` say where in each of them, in the entries' order: "p. 12", "ch. 3", or nothing. An entry may come more than once.
    """
    return _job(style, format, locale, cache).citation(entries, locators) if entries else ""


def lacking(entry: Entry, style: str = "apa") -> tuple[str, ...]:
    """Return the fields that the style would print of a work of this type, that such a work has, and that the record lacks.

    >>> lacking(Entry("k", {"type": "book", "title": "Old bees", "author": [{"family": "Ng"}]}))
    ('issued', 'publisher')
    """
    absent = [name for name in fields.missing(entry.record) if name not in _unneeded(entry.record)]
    if not absent:
        return ()
    found = styles.find(style)
    reach = ready(found.path).reach
    made = item(entry, Target(found.name, reach))
    return tuple(
        name for name in absent if name == "type" or name in reach.printed(made | {name: _SAMPLES.get(_kind(name), "1")})
    )


def prints_places(style: str) -> bool:
    """Tell whether citations in a style can say where in a work: "p. 12".

    >>> prints_places("ieee"), prints_places("nature")
    (True, False)
    """
    return ready(styles.find(style).path).prints_places


def _unneeded(record: Record) -> frozenset[str]:
    issued = record.get("issued")
    stated = issued.get("literal", "") if isinstance(issued, dict) else ""
    in_press = pending(text(record, "status") or stated)
    return _OFTEN_NONE | (_YET_TO_COME if in_press else frozenset()) | ({"event-title"} if "container-title" in record else set())


_OFTEN_NONE = frozenset({"abstract", "DOI", "ISBN"})
"""Many works have none, so that its absence says nothing."""
_YET_TO_COME = frozenset({"issued", "volume", "issue", "page"})
"""What a work in press has not got yet."""

_SAMPLES: dict[Kind, Value] = {Kind.NAMES: [CslName(family="Ng")], Kind.DATE: CslDate({"date-parts": [[2020]]})}


@dataclass(frozen=True)
class _Job:
    """One call: a style, a format and a locale, found and checked."""

    style: styles.Style
    ready: Ready
    output: Output
    locale: str | None
    """None where the style's own will do."""
    cache: Cache | None

    def unsorted(self) -> "_Job":
        """Return the job with the references in the order given."""
        return replace(self, ready=self.ready.unsorted)

    def bibliography(self, entries: Sequence[Entry], *, numbered: bool) -> str | bytes:
        """Format the whole list."""
        items, style = self._items(entries), self.ready
        after = (_NUMBERED,) if numbered and not style.numbers else ()
        if style.by_mark is None:
            return self.output.of_list(self._run(_ALL, style, _references(items), after))
        if not style.adds_letters:
            return self.output.of_list(self._run(_ALL, style.by_mark, _references(items), after))
        return self.output.of_list(self._run(_ALL, style.by_mark, letters.files(items, style), after, (letters.LUA,)))

    def citation(self, entries: Sequence[Entry], places: Sequence[str]) -> str | bytes:
        """Format one citation of all; the keys stand as numbers, because any character may be in a citekey."""
        ids = {entry.citekey: f"r{at}" for at, entry in enumerate(entries)}
        works = {entry.citekey: entry for entry in entries}
        items = [made | {"id": ids[str(made["id"])]} for made in self._items(list(works.values()))]
        suffixes = [locators.suffix(place, self._language, self.cache) for place in places] + [""] * (len(entries) - len(places))
        cluster = "; ".join(f"@{ids[entry.citekey]}{suffix}" for entry, suffix in zip(entries, suffixes, strict=True))
        document = f"---\nsuppress-bibliography: true\n---\n[{cluster}]"
        return self.output.of_citation(self._run(document, self.ready, _references(items)))

    def _items(self, entries: Sequence[Entry]) -> list[CslItem]:
        target = Target(self.style.name, self.ready.reach, Words(self._language, self.cache))
        return [item(entry, target) for entry in entries]

    @property
    def _language(self) -> str:
        return self.locale or self.ready.locale

    def _run(
        self,
        document: str,
        style: Ready,
        references: Mapping[str, bytes],
        after: tuple[Path, ...] = (),
        before: tuple[Path, ...] = (),
    ) -> bytes:
        """Run pandoc over a document in Markdown that cites references, with filters before and after citeproc.

        They are handed over as a bibliography: read as a document of their own (`-f csljson`), dates such as "in press" are lost.
        """
        after += self.output.filters
        filters = (*_filters(before), "--citeproc", *_filters(after))
        language = ("-M", f"lang={self.locale}") if self.locale else ()
        sources = ("-f", "markdown", "--csl", "style.csl", "--bibliography", "references.json", *language)
        call = pandoc.Call(
            (*sources, *filters, *self.output.arguments, "--wrap=none", "-o", "-"),
            document.encode(),
            {"style.csl": style.csl, **references, **{path.name: path.read_bytes() for path in (*before, *after)}},
            pandoc.PATIENCE + _PATIENCE_A_BYTE * sum(map(len, references.values())),
        )
        try:
            return pandoc.run(call, self.cache)
        except pandoc.Failed as failure:
            raise UsageError(f"style {self.style.name}: pandoc cannot use it: {failure}") from failure


def _references(items: Sequence[CslItem]) -> dict[str, bytes]:
    return {"references.json": json.dumps(items).encode()}


def _filters(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        yield from ("-L", path.name)


def _kind(name: str) -> Kind:
    return fields.BY_NAME[name].kind


_NUMBERED = Path(__file__).with_name("numbered.lua")

_PATIENCE_A_BYTE = 1e-4
"""Seconds; ten times what pandoc takes."""

_ALL = "---\nnocite: '@*'\n---\n"
"""A document that cites every item and says nothing."""


def _job(style: str, format_: str, locale: str | None, cache: Cache | None) -> _Job:
    found = styles.find(style)
    output = outputs.named(format_)
    made = ready(found.path)
    return _Job(
        found,
        made if output.small_capitals else made.without_small_capitals,
        output,
        locales.find(locale) if locale else found.locale,
        cache,
    )
