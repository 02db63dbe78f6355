"""Looking at one entry: all of it, its pages, and where each value comes from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from litcli.cli import complete
from litcli.cli.common import AsJson, Key, command, new_app
from litcli.cli.output import Column, Screen
from litcli.cli.present import missing_of, pairs
from litcli.cli.session import Session
from litcli.cli.shapes import Places, changes, entry_json, places
from litcli.errors import NotFound, UsageError
from litcli.extract.result import Evidence
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, FIELDS
from litcli.model.record import Value
from litcli.model.values import show_value
from litcli.pages.decode import to_page

if TYPE_CHECKING:
    from litcli.store.extractions import Statement, StoredExtraction, Why
    from litcli.store.library import Library

app = new_app()

_AROUND = 40
"""Characters of the page shown on each side of a value."""


class SourceJson(TypedDict):
    """One source of an entry: a page, or what a person or a file stated."""

    source: int
    sha256: str | None
    origin: str | None
    line: int | None
    format: str | None
    portal: str
    confidence: float | None
    added: str


class StatementJson(TypedDict):
    """What one source says of a field."""

    source: int
    sha256: str | None
    origin: str | None
    used: bool
    value: Value
    evidence: Places | None
    quoted: list[str]


@command(app, "show", "litcli show KEY", "litcli show KEY --evidence", "litcli show KEY --page")
def show(
    ctx: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Citekeys.", autocompletion=complete.keys)],
    page: Annotated[bool, typer.Option("--page", help="The raw pages.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="The place of each value.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show all of an entry."""
    if page and evidence:
        raise UsageError("say --page or --evidence, not both")
    session = Session.of(ctx)
    shown = _show_pages if page else _show_evidence if evidence else _show_entry
    with session.reading() as library:
        for number, entry in enumerate(library.entries.many(keys)):
            if number and not as_json:
                session.screen.text("")
            shown(session.screen, library, entry, as_json=as_json)


@command(app, "why", "litcli why KEY title", "litcli why KEY")
def why(
    ctx: typer.Context,
    key: Key,
    field: Annotated[
        str | None, typer.Argument(metavar="[FIELD]", help="A field; none means all.", autocompletion=complete.fields)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show where a value comes from: a place on a page, or an edit."""
    session = Session.of(ctx)
    with session.reading() as library:
        entry = library.entries.get(key)
        texts = _Texts(library)
        for number, name in enumerate([field] if field else _stated(library, entry)):
            reason = library.extractions.why(entry.citekey, name)
            if as_json:
                session.screen.json(_why_json(reason, texts))
            else:
                if number:
                    session.screen.text("")
                _show_why(session.screen, reason, texts)


class _Texts:
    """The text of the pages that evidence counts in, each decoded once."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._kept: dict[str, str] = {}

    def __getitem__(self, sha256: str) -> str:
        if sha256 not in self._kept:
            self._kept[sha256] = to_page(self._library.pages.source(sha256)).text
        return self._kept[sha256]

    def raw(self, source: "StoredExtraction") -> str | None:
        """Return the text of a source: its page, or the record as its file has it; None for what a person typed."""
        if source.sha256:
            return self[source.sha256]
        passage = self._library.extractions.passage(source.id)
        return passage.text or None if passage else None


def _show_entry(screen: Screen, library: "Library", entry: Entry, *, as_json: bool) -> None:
    if as_json:
        screen.json(entry_json(entry))
        return
    screen.pairs([("Key", entry.citekey), *pairs(entry.record), *_about(library, entry)])


def _about(library: "Library", entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what litcli knows of an entry beyond its record."""
    if entry.tags:
        yield "Tags", ", ".join(entry.tags)
    if lacking := missing_of(entry):
        yield "Missing", ", ".join(BY_NAME[name].label for name in lacking)
    if entry.edited:
        yield "Edited", ", ".join(BY_NAME[name].label for name in entry.edited)
    if entry.aliases:
        yield "Former keys", ", ".join(entry.aliases)
    for source in library.extractions.of_entry(entry.citekey):
        yield "Source", _source(source)
    yield "Added", entry.added


def _source(source: "StoredExtraction") -> str:
    """Return a source in a few words."""
    if source.format:
        return f"{source.origin}, line {source.line} ({source.format}), {source.added}"
    if source.sha256 is None:
        stated = {"hand": "typed by hand", "import": "a file of references"}.get(source.portal, source.portal)
        return f"{stated}, {source.added}"
    sure = "" if source.confidence is None else f", {source.confidence:.0%} sure"
    return f"{source.origin} (page {source.sha256[:8]}, {source.portal}{sure})"


def _show_pages(screen: Screen, library: "Library", entry: Entry, *, as_json: bool) -> None:
    sources = library.extractions.of_entry(entry.citekey)
    texts = _Texts(library)
    raw = [(source, text) for source in sources if (text := texts.raw(source)) is not None]
    if not raw:
        raise NotFound(f"'{entry.citekey}' has no page: {_source(sources[0])}")
    for source, text in raw:
        if as_json:
            about = {"sha256": source.sha256, "origin": source.origin, "line": source.line, "format": source.format}
            screen.json({"citekey": entry.citekey, **about, "text": text})
        else:
            screen.say(_source(source) if source.format else f"{source.origin} (page {(source.sha256 or '')[:8]})")
            screen.text(text)


def _show_evidence(screen: Screen, library: "Library", entry: Entry, *, as_json: bool) -> None:
    sources = {source.id: source for source in library.extractions.of_entry(entry.citekey)}
    origins = library.extractions.origins(entry.citekey)
    if as_json:
        evidence = {name: places(name, found) for name, found in _found(entry, sources, origins)}
        listed = [_source_json(source) for source in sources.values()]
        screen.json({**entry_json(entry), "origins": origins, "evidence": evidence, "sources": listed})
        return
    span = _outline if screen.wide else _span
    rows = [
        (name, value, span(found) if found else "", f"{found.confidence:.0%}" if found else "", rule)
        for row in FIELDS
        if row.name in entry.record
        for name, value, found, rule in _evidence_rows(entry, row.name, sources, origins)
    ]
    head = (
        Column("Field"),
        Column("Value", gives_way=True),
        Column("Place", right=True),
        Column("Sure", right=True),
        Column("Rule"),
    )
    screen.heading(entry.citekey)
    screen.table(head, rows)
    for source in sources.values():
        screen.say(f"source {source.id}: {_source(source)}")


def _found(
    entry: Entry, sources: "dict[int, StoredExtraction]", origins: dict[str, int | None]
) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Yield each field with the evidence of the source that it comes from."""
    for name in entry.record:
        origin = origins.get(name)
        if origin is not None and (found := sources[origin].evidence.get(name)):
            yield name, found


def _evidence_rows(
    entry: Entry, name: str, sources: "dict[int, StoredExtraction]", origins: dict[str, int | None]
) -> Iterator[tuple[str, str, Evidence | None, str]]:
    """Yield a row a value, an item each of a list: the field, the value, where it stands, and the rule or the origin."""
    value, found = entry.record[name], dict(_found(entry, sources, origins)).get(name, ())
    items = _items(value)
    for number, item in enumerate(items):
        shown = show_value(item)
        if number < len(found):
            yield name, shown, found[number], found[number].rule
        else:
            origin = origins.get(name)
            yield name, shown, None, "edit" if origin is None else sources[origin].portal


def _items(value: Value) -> list[Value]:
    """Return a list's items, each as a list of its own; any other value by itself."""
    if not isinstance(value, list):
        return [value]
    words: list[Value] = [[item] for item in value if isinstance(item, str)]
    return words or [[item] for item in value if not isinstance(item, str)]


def _span(evidence: Evidence) -> str:
    return ", ".join(f"{start}-{end}" for start, end in evidence.parts)


def _outline(evidence: Evidence) -> str:
    """Return the first place, and how many there are besides: as much as a table has room for.

    >>> _outline(Evidence(((385, 490), (492, 558)), "x", 1.0))
    '385-490 +1'
    """
    (start, end), *others = evidence.parts
    return f"{start}-{end} +{len(others)}" if others else f"{start}-{end}"


def _stated(library: "Library", entry: Entry) -> list[str]:
    """Return the fields of which a page, a file or a person states something, in the table's order."""
    stated = {name for source in library.extractions.of_entry(entry.citekey) for name in source.record} | set(entry.edited)
    return [row.name for row in FIELDS if row.name in stated]


def _show_why(screen: Screen, reason: "Why", texts: _Texts) -> None:
    value = "(none)" if reason.value is None else show_value(reason.value)
    screen.heading(f"{reason.field}: {value}")
    if reason.edit:
        done = "taken away" if reason.edit.value is None else "set"
        screen.text(f"  {done} by hand, {reason.edit.at}")
    for statement in reason.statements:
        source = statement.extraction
        other = "" if statement.used else f", not used: {show_value(statement.value)}"
        screen.text(f"  {'from' if statement.used else 'beside it'} {_source(source)}{other}")
        page = texts[source.sha256] if source.sha256 else ""
        for evidence, change in zip(statement.evidence, changes(statement.evidence, page, statement.value), strict=True):
            normalised = f"; normalised: {change}" if change else ""
            screen.text(f"    characters {_span(evidence)}, {evidence.rule}, {evidence.confidence:.0%} sure{normalised}")
            if source.sha256:
                screen.text(f"      {_in_context(texts[source.sha256], evidence)}")


def _in_context(text: str, evidence: Evidence) -> str:
    """Return the page around a value, the value in brackets.

    >>> _in_context("Volume 14, number 2", Evidence(((7, 9),), "x", 1.0))
    'Volume [14], number 2'
    """
    before = text[max(evidence.start - _AROUND, 0) : evidence.start].rpartition("\n")[2]
    after = text[evidence.end : evidence.end + _AROUND].partition("\n")[0]
    lead = "…" if evidence.start - len(before) > 0 and "\n" not in text[evidence.start - len(before) - 1] else ""
    inner = " … ".join(text[start:end] for start, end in evidence.parts)
    return f"{lead}{before}[{' '.join(inner.split())}]{after}"


def _why_json(reason: "Why", texts: _Texts) -> dict[str, object]:
    edit = reason.edit and {"value": reason.edit.value, "at": reason.edit.at}
    said = [_statement_json(reason.field, statement, texts) for statement in reason.statements]
    return {"citekey": reason.citekey, "field": reason.field, "value": reason.value, "edit": edit, "statements": said}


def _statement_json(field: str, statement: "Statement", texts: _Texts) -> StatementJson:
    source = statement.extraction
    page = texts[source.sha256] if source.sha256 else ""
    return StatementJson(
        source=source.id,
        sha256=source.sha256,
        origin=source.origin,
        used=statement.used,
        value=statement.value,
        evidence=places(field, statement.evidence, page, statement.value) if statement.evidence else None,
        quoted=[page[start:end] for evidence in statement.evidence for start, end in evidence.parts],
    )


def _source_json(source: "StoredExtraction") -> SourceJson:
    return SourceJson(
        source=source.id,
        sha256=source.sha256,
        origin=source.origin,
        line=source.line,
        format=source.format,
        portal=source.portal,
        confidence=source.confidence,
        added=source.added,
    )
