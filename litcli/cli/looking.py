"""Looking at many entries: a table, a ranked search, counts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli import complete
from litcli.cli.choose import count
from litcli.cli.common import AsJson, Query, command, new_app
from litcli.cli.output import Column, Screen
from litcli.cli.present import DEFAULT_COLUMNS, columns, missing_of, row, short_authors
from litcli.cli.session import Session
from litcli.cli.shapes import entry_json
from litcli.errors import UsageError
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME
from litcli.model.record import text, year
from litcli.query.parser import parse
from litcli.query.text import spans
from litcli.query.tree import And, Node, Or, Text

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from litcli.store.library import Library

app = new_app()

_DEFAULT = ",".join(DEFAULT_COLUMNS)
_AROUND = 60
"""Characters of an abstract shown on each side of what matched."""

Limit = Annotated[int | None, typer.Option("--limit", "-l", min=1, metavar="N", show_default=False, help="Show the first N.")]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        "-c",
        metavar="NAME,...",
        help="What to show: any field, or key, tag, missing, confidence, portal, edited, added, modified.",
        autocompletion=complete.columns,
    ),
]
Sort = Annotated[
    str | None,
    typer.Option(
        "--sort", "-s", metavar="FIELD", show_default=False, help="Sort by a field; -FIELD turns it round. [default: key]"
    ),
]


@command(app, "list", "litcli list", "litcli list 'year:>2010 missing:doi' --sort -year", "litcli list --columns key,journal,doi")
def list_(
    ctx: typer.Context,
    query: Query = None,
    names: Columns = _DEFAULT,
    sort: Sort = None,
    limit: Limit = None,
    trash: Annotated[bool, typer.Option("--trash", help="List the trash instead, last thrown first.")] = False,
    as_json: AsJson = False,
) -> None:
    """List entries as a table."""
    session = Session.of(ctx)
    shown = [name.strip() for name in names.split(",") if name.strip()]
    heads = columns(shown)
    node = None if query is None else parse(query)
    with session.reading() as library:
        entries = _trashed(library, node, sort, limit) if trash else _listed(library, node, sort or "key", limit)
    if as_json:
        for entry in entries:
            session.screen.json(entry_json(entry))
    else:
        session.screen.table(heads, [row(entry, shown) for entry in entries])
    where = "the trash" if trash else "the library"
    session.screen.none_found(entries, f"{where} is empty" if query is None else f"nothing in {where} matches '{query}'")


@command(
    app,
    "search",
    "litcli search lenalidomide",
    "litcli search 'author:galon year:2010..2015 \"tumor microenvironment\"'",
    "litcli search 'tag:oncology/ -has:doi' --json",
)
def search(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "phrases", field:term; see above.')],
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Search; the best fitting first, with what matched marked.

    A word is found in any case, with or without its accents, also at the beginning of a longer one with * (immuno*). A
    "phrase" is found in that order. field:term looks in one field: author, title, abstract, journal, year, doi, type, key,
    tag, keyword, note, portal, added, and every other.

    year:2010..2015, year:>2019, tag:oncology/ (with its children), has:doi, missing:volume, confidence:<0.8; -word excludes,
    OR and ( ) combine. A query that begins with - comes after --, or it looks like an option.
    """
    session = Session.of(ctx)
    node = parse(query)
    with session.reading() as library:
        hits = library.search.ranked(node, limit)
    for hit in hits if as_json else ():
        session.screen.json({**entry_json(hit.entry), "score": round(hit.score, 9)})
    if session.screen.wide and not as_json:
        _show_hits(session.screen, [hit.entry for hit in hits], node)
    elif not as_json:
        session.screen.table(columns(DEFAULT_COLUMNS), [row(hit.entry, DEFAULT_COLUMNS) for hit in hits])
    session.screen.none_found(hits, f"nothing matches '{query}'")


@command(app, "stats", "litcli stats", "litcli stats 'author:galon' --json")
def stats(ctx: typer.Context, query: Query = None, as_json: AsJson = False) -> None:
    """Count entries by year, type, journal and tag, and what they lack."""
    session = Session.of(ctx)
    node = None if query is None else parse(query)
    with session.reading() as library:
        entries = _listed(library, node, "key", None)
    session.screen.none_found(entries, "the library is empty" if query is None else f"nothing matches '{query}'")
    for by, counts in _counted(entries):
        if as_json:
            for value, number in counts:
                session.screen.json({"by": by, "value": value, "entries": number})
        else:
            _show_counts(session.screen, by, counts, len(entries))
    session.screen.say(count(entries, "entry", "entries"))


def _listed(library: "Library", node: Node | None, sort: str, limit: int | None) -> list[Entry]:
    return library.entries.all(sort, limit) if node is None else library.search.find(node, sort, limit)


def _trashed(library: "Library", node: Node | None, sort: str | None, limit: int | None) -> list[Entry]:
    if sort is not None:
        raise UsageError("the trash comes in the order of throwing; leave out --sort")
    return [entry for entry in library.entries.trashed() if node is None or node.matches(entry)][:limit]


def _show_hits(screen: Screen, entries: Iterable[Entry], node: Node) -> None:
    from rich.text import Text as Styled

    for number, entry in enumerate(entries):
        if number:
            screen.text("")
        head = Styled(entry.citekey, style="bold cyan")
        head.append(f"  {year(entry.record) or '-'}  {short_authors(entry.record)}", style="default not bold")
        screen.text(head)
        screen.text(_marked(text(entry.record, "title") or "(no title)", node))
        if shown := _passage(text(entry.record, "abstract") or "", node):
            screen.text(_marked(shown, node, style="dim"))


def _marked(shown: str, node: Node, style: str = "") -> "Styled":
    """Return a text with the words of the query marked in it."""
    from rich.text import Text as Styled

    styled = Styled(shown, style=style)
    for start, end in _spans(shown, node):
        styled.stylize("not dim bold yellow", start, end)
    return styled


def _passage(abstract: str, node: Node) -> str | None:
    """Return the abstract around its first match; None where there is none."""
    found = min(_spans(abstract, node), default=None)
    if found is None:
        return None
    start, end = max(found[0] - _AROUND, 0), min(found[1] + _AROUND, len(abstract))
    before, after = "…" if start else "", "…" if end < len(abstract) else ""
    return f"{before}{abstract[start:end].strip()}{after}".replace("\n", " ")


def _spans(shown: str, node: Node) -> Iterator[tuple[int, int]]:
    for word in _words(node):
        yield from spans(shown, word.words, prefix=word.prefix)


def _words(node: Node) -> Iterator[Text]:
    """Yield the words that an entry was found by; what is excluded marks nothing."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _words(part)
    elif isinstance(node, Text):
        yield node


def _counted(entries: list[Entry]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    years = Counter(str(year(entry.record) or "(no year)") for entry in entries)
    yield "year", sorted(years.items())
    for field in ("type", "container-title"):
        yield field, Counter(text(entry.record, field) or "(none)" for entry in entries).most_common()
    yield "tag", Counter(tag for entry in entries for tag in entry.tags).most_common()
    yield "missing", Counter(field for entry in entries for field in missing_of(entry)).most_common()


def _show_counts(screen: Screen, by: str, counts: list[tuple[str, int]], total: int) -> None:
    if not counts:
        return
    title = BY_NAME[by].label if by in BY_NAME else by.capitalize()
    head = (Column(title, gives_way=True), Column("Entries", right=True), Column("", right=True))
    if screen.wide:
        screen.table(head, [(value, str(number), f"{number / total:.0%}") for value, number in counts])
        screen.text("")
    else:
        screen.table(head, [(by, value, str(number)) for value, number in counts])
