"""A person's BibTeX file brought up to date in place: what changed is rewritten, and every other byte stays as it was.

In go a file's text and the entries of the library, out comes the text. An entry's fields are compared as records, so that a title in
braces of the person's own, a month as a macro or a journal as a @string are left alone as long as they say the same. A field that the
library does not have is the person's and stays; an entry that the library does not have stays; one that the file does not have comes
at the end. What is written takes after the file: its dialect, indentation, alignment, delimiters and line ends.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from litcli.formats import _bibtex_dates, _bibtex_read, _jabref
from litcli.formats._base import Options, Read
from litcli.formats._bibtex_blocks import RawEntry, parts, shared
from litcli.formats._bibtex_dialects import MARKS
from litcli.formats._bibtex_edit import edited, line_end
from litcli.formats._bibtex_scan import Block, EntryBlock, blocks
from litcli.formats._bibtex_write import Dialect, fields_of, write
from litcli.model.entry import Entry
from litcli.model.record import text as text_of


def updated(asked: Dialect, text: str, entries: Sequence[Entry], options: Options) -> str:
    """Return the text of a file with the entries of the library in it."""
    found = list(blocks(text))
    by = shared(lambda: found)
    groups = _jabref.groups(by.comments)
    reads = {raw.start: _bibtex_read.entry(raw, groups) for raw in parts(found, by) if isinstance(raw, RawEntry)}
    wanted = {key: entry for entry in reversed(entries) for key in (*entry.aliases, entry.citekey)}
    done: set[str] = set()
    pieces, at = [], 0
    for block in found:
        entry = wanted.get(block.key) if isinstance(block, EntryBlock) else None
        if not isinstance(block, EntryBlock) or entry is None or block.start not in reads or entry.citekey in done:
            continue
        done.add(entry.citekey)
        dialect = _dialect([block], asked)
        read = reads[block.start]
        pieces += [text[at : block.start], _rewritten(dialect, block, read, _merged(entry, read, groups), options)]
        at = block.start + len(block.raw)
    pieces.append(text[at:])
    missing = [entry for entry in entries if entry.citekey not in done]
    return _with_more("".join(pieces), _dialect(found, asked), missing, options)


def _dialect(found: Sequence[Block], asked: Dialect) -> Dialect:
    """Return the dialect of an entry or a file, by what only one of them says; where nothing tells, the one asked for."""
    names = Counter(name.lower() for block in found if isinstance(block, EntryBlock) for name, _ in block.fields)
    return max(MARKS, key=lambda dialect: (sum(names[name] for name in MARKS[dialect]), dialect is asked))


def _with_more(text: str, dialect: Dialect, entries: Sequence[Entry], options: Options) -> str:
    """Append entries, a blank line before each."""
    if not entries:
        return text
    end = line_end(text)
    before = text if text.endswith("\n") or not text.strip() else text + end
    return f"{before}{end if before.strip() else ''}{''.join(write(dialect, entries, options)).replace(chr(10), end)}"


def _merged(entry: Entry, read: Read, groups: _jabref.Groups) -> Entry:
    """Return the entry as the file is to have it: what only the file has stays, groups are named as the file names them."""
    tags = dict.fromkeys(map(groups.name, (*read.tags, *entry.tags)))
    return replace(entry, record=read.record | entry.record, tags=tuple(tags), aliases=())


def _rewritten(dialect: Dialect, block: EntryBlock, read: Read, entry: Entry, options: Options) -> str:
    """Return an entry of the file with what has changed."""
    same_tags = len(entry.tags) == len(read.tags)
    if entry.record == read.record and same_tags:
        return block.raw
    old_type, before = fields_of(dialect, replace(entry, record=read.record, tags=entry.tags if same_tags else ()), options)
    new_type, after = fields_of(dialect, entry, options)
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    stale = _bibtex_dates.FIELDS if entry.record.get("issued") != read.record.get("issued") else ()
    changed |= {name: after[name] for name in stale if name in after}
    type_ = text_of(entry.record, "type") or "document"
    names = _as_named(block, changed, after, dialect.tables.inward(type_))
    return edited(block, new_type if new_type != old_type else None, names, [name for name in stale if name not in after])


def _as_named(
    block: EntryBlock, changed: Mapping[str, str], after: Mapping[str, str], means: Mapping[str, str]
) -> dict[str, str]:
    """Return what has changed under the names that the entry uses ("journal" for a "journaltitle")."""
    own = {name.lower() for name, _ in block.fields}
    others = {means[name]: name for name in own if name in means and name not in after}
    return {name if name in own else others.get(means.get(name, ""), name): value for name, value in changed.items()}
