"""The works that a manuscript cites, found in a library, and what is wrong with citing them.

In go a library and what `litcli.citations.cited` read. A key is looked up, former ones too. What a reference manager left of a work
is found by its key, by an identifier or by its title, and compared as `litcli dedupe` compares; what may be several entries is
told, never guessed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from litcli.citations.bibliography import lacking
from litcli.citations.mentions import Cited, Mention
from litcli.errors import NotFound
from litcli.identity import blocking
from litcli.identity.likeness import Likeness, Verdict, compare
from litcli.model.csl import from_item
from litcli.model.entry import Entry
from litcli.model.record import Record, text, words
from litcli.query.text import tokens
from litcli.query.tree import Identifier, Text
from litcli.store.library import Library


@dataclass(frozen=True)
class Resolved:
    """A work that is cited, and the entries that it may be."""

    mention: Mention
    entries: tuple[Entry, ...] = ()
    """One, none, or several that it may be."""
    otherwise: str = ""
    """Why it is none."""

    @property
    def entry(self) -> Entry | None:
        """The entry, if there is no doubt which."""
        return self.entries[0] if len(self.entries) == 1 else None


class Problem(StrEnum):
    """What may be wrong with a citation."""

    UNRESOLVED = "unresolved"
    """The library does not hold it."""
    AMBIGUOUS = "ambiguous"
    """It may be several entries, or one work is cited as two."""
    RETRACTED = "retracted"
    """Its editors took it back, or doubt it."""
    INCOMPLETE = "incomplete"
    """It lacks what the style prints."""


@dataclass(frozen=True)
class Finding:
    """Something wrong with a citation."""

    mention: Mention
    problem: Problem
    detail: str


_TAKEN_BACK = frozenset({"Retracted", "Withdrawn", "Expression of concern"})
_ALIKE = 50
"""Of entries with a work's title so many are compared with it."""


def resolve(library: Library, cited: Cited) -> list[Resolved]:
    """Find each cited work once, in order of first appearance."""
    return [_resolved(library, mention) for mention in cited.first]


def entries_of(resolved: Sequence[Resolved]) -> list[Entry]:
    """Return the entries that are cited beyond doubt, each once, in order."""
    return list({found.entry.citekey: found.entry for found in resolved if found.entry}.values())


def check(library: Library, resolved: Sequence[Resolved], style: str) -> list[Finding]:
    """Return what is wrong with the citations, in the order of the manuscript."""
    found = [*_unclear(resolved), *_twice(resolved), *_perhaps_one(library, resolved), *_faulty(resolved, style)]
    order = {one.mention: at for at, one in enumerate(resolved)}
    return sorted(found, key=lambda finding: order[finding.mention])


def _resolved(library: Library, mention: Mention) -> Resolved:
    if mention.work is None:
        return _by_key(library, mention, mention.key)
    key, record = from_item(mention.work)
    named = _by_key(library, mention, str(mention.work.get("citation-key") or key))
    if named.entry and compare(named.entry.record, record).verdict is not Verdict.DIFFERENT:
        return named
    compared = {entry.citekey: (entry, compare(record, entry.record)) for entry in _like(library, record)}
    for verdict in (Verdict.SAME, Verdict.UNSURE):
        if alike := tuple(entry for entry, likeness in compared.values() if likeness.verdict is verdict):
            return Resolved(mention, alike)
    return Resolved(mention, otherwise="the library holds no such work")


def _by_key(library: Library, mention: Mention, key: str) -> Resolved:
    try:
        return Resolved(mention, (library.entries.get(key),))
    except NotFound as error:
        return Resolved(mention, otherwise=str(error))


def _like(library: Library, record: Record) -> Iterator[Entry]:
    for name in blocking.IDENTIFIERS:
        for value in words(record, name):
            yield from library.search.find(Identifier(name, value.casefold()))
    if title := tokens(text(record, "title") or ""):
        yield from library.search.find(Text(title, field="title"), limit=_ALIKE)


def _unclear(resolved: Sequence[Resolved]) -> Iterator[Finding]:
    for found in resolved:
        if not found.entries:
            yield Finding(found.mention, Problem.UNRESOLVED, found.otherwise)
        elif len(found.entries) > 1:
            keys = " or ".join(entry.citekey for entry in found.entries)
            yield Finding(found.mention, Problem.AMBIGUOUS, f"it may be {keys}")


def _twice(resolved: Sequence[Resolved]) -> Iterator[Finding]:
    """Tell where one entry is cited under two keys."""
    first: dict[str, Mention] = {}
    for found in resolved:
        if found.entry:
            before = first.setdefault(found.entry.citekey, found.mention)
            if before is not found.mention:
                yield Finding(
                    found.mention, Problem.AMBIGUOUS, f"it is the same entry as {before.key}, its key is {found.entry.citekey}"
                )


def _perhaps_one(library: Library, resolved: Sequence[Resolved]) -> Iterator[Finding]:
    """Tell which two cited entries may be one work, unless a person decided on them."""
    mentions = {found.entry.citekey: found for found in reversed(resolved) if found.entry}
    blocks: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries_of(resolved):
        for key in blocking.keys(entry.record):
            blocks[key].append(entry)
    pairs = {(one.citekey, other.citekey) for block in blocks.values() for one, other in combinations(block, 2)}
    decided = {frozenset((said.one, said.other)) for said in library.decisions.all()} if pairs else set()
    for one, other in sorted(pairs):
        likeness = compare(mentions[one].entries[0].record, mentions[other].entries[0].record)
        if likeness.verdict is not Verdict.DIFFERENT and frozenset((one, other)) not in decided:
            yield Finding(mentions[other].mention, Problem.AMBIGUOUS, _told(one, likeness))


def _told(key: str, likeness: Likeness) -> str:
    return f"it may be the same work as {key} ({', '.join(likeness.reasons)})"


def _faulty(resolved: Sequence[Resolved], style: str) -> Iterator[Finding]:
    for found in resolved:
        if entry := found.entry:
            if (notice := text(entry.record, "editorial-notice")) in _TAKEN_BACK:
                yield Finding(found.mention, Problem.RETRACTED, f"{notice}: {text(entry.record, 'title') or 'without a title'}")
            if absent := lacking(entry, style):
                yield Finding(found.mention, Problem.INCOMPLETE, f"it has no {', '.join(absent)}, which {style} prints")
