"""Portals, and what the library is taught about kinds of pages: `litcli portals`, `litcli teach`, `litcli unteach`."""

from typing import Annotated, TypedDict

import typer

from litcli.cli import complete
from litcli.cli.common import AsJson, command, new_app
from litcli.cli.output import Column
from litcli.cli.session import Session

app = new_app()

_COLUMNS = (Column("Portal"), Column("From", gives_way=True), Column("What", gives_way=True))

_FILES = """A portal may be described in a file: NAME.toml in a folder 'portals'
beside the library or the config file, or given with --portal FILE.toml. Its
keys:

\b
name         what it is called: small letters, digits, '-'
about        a line about it
upon         the portal whose reading it amends ("pure"); else it has marks
[[marks]]    words (as they stand on its pages), weight (from 0.5 on a page is
             its own), pattern (of a line), within (among the first N lines,
             or with -N the last)
[rows]       label words by the field behind them: volume = ["Jaargang"];
             'ignored' for what is none
[sections]   headings by what is below: abstract, keyword, series, event,
             tail (the record has ended), other
[types]      lines that tell the type of the work, by CSL type
kind         the CSL type of all its works
drop         lines that are no part of a record; "Share *": beginnings
no-work      how a line at the top begins on pages without a work
dates        what the dates of a page are, in order: ["", "issued"]
[corrections]  publisher = "publisher-place": what is taken for the one is the
             other; "" for nothing
[[places]]   field, and where it stands: below or above (a line), below-field
             or above-field, line (1 the first, -1 the last), each with
             distance and lines; before and after (words in its line); or
             pattern, whose groups name fields; sure (0 to 1)"""


class PortalJson(TypedDict):
    """`portals`: one portal."""

    portal: str
    kind: str
    """"built-in", "package", "file" or "taught"."""
    origin: str | None
    """The package or the file."""
    upon: str | None
    about: str
    toml: str | None
    """For one that is described."""


@command(app, "portals", "litcli portals", "litcli portals pure", "litcli portals --json", more=_FILES)
def portals(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", show_default=False, help="Show this one as a file.", autocompletion=complete.portals),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the portals: built in, of other packages, described in files, taught."""
    from litcli.intake.guidance import listed

    session = Session.of(ctx)
    with session.looking() as library:
        found = listed(session.guidance(library), name)
    for one in found if as_json else ():
        session.screen.json(
            PortalJson(portal=one.name, kind=one.kind, origin=one.origin, upon=one.upon, about=one.about, toml=one.toml)
        )
    if not as_json and name is None:
        session.screen.table(_COLUMNS, [(one.name, one.shown_origin, one.about) for one in found])
    elif not as_json:
        for one in found:
            session.screen.text(one.toml or f"# {one.name} is {one.kind}, written in Python: {one.about}")
