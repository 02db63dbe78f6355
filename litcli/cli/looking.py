"""Looking at the library: a table, a search, all of one entry, where a value comes from."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli import complete
from litcli.cli.common import AsJson, Query, command, new_app
from litcli.cli.output import Column, Screen
from litcli.cli.present import DEFAULT_COLUMNS, columns, row, short_authors
from litcli.cli.session import Session
from litcli.cli.shapes import entry_json
from litcli.model.entry import Entry
from litcli.model.record import text, year
from litcli.query.parser import parse

if TYPE_CHECKING:
    from rich.text import Text

    from litcli.query.tree import Node
    from litcli.store.library import Library

app = new_app()

Limit = Annotated[int | None, typer.Option("--limit", "-l", min=1, metavar="N", show_default=False, help="Show the first N.")]
Columns = Annotated[
    str,
    typer.Option("--columns", "-c", metavar="NAME,...", help="What to show: any field, or key, tag, missing, added, ...",
                 autocompletion=complete.columns),
]


@command(app, "list", "litcli list", "litcli list 'year:>2015 missing:doi' --sort -year", "litcli list --columns key,journal,doi")
def list_(
    ctx: typer.Context,
    query: Query = None,
    names: Columns = ",".join(DEFAULT_COLUMNS),
    sort: Annotated[str, typer.Option("--sort", "-s", metavar="FIELD", help="Sort by a field; -FIELD turns it round.")] = "key",
    limit: Limit = None,
    trash: Annotated[bool, typer.Option("--trash", help="List what is in the trash.")] = False,
    as_json: AsJson = False,
) -> None:
    """List entries as a table."""
    session = Session.of(ctx)
    shown = [name.strip() for name in names.split(",") if name.strip()]
    heads = columns(shown)
    node = None if query is None else parse(query)
    with session.reading() as library:
        entries = _listed(library, node, sort, limit, trash=trash)
    if as_json:
        for entry in entries:
            session.screen.json(entry_json(entry))
    else:
        session.screen.table(heads, [row(entry, shown) for entry in entries])
    session.screen.none_found(entries, "the library is empty" if query is None else f"nothing matches '{query}'")
