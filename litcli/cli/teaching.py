"""Portals, and what the library is taught about kinds of pages: `litcli portals`, `litcli teach`, `litcli unteach`."""

import sys
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from litcli.cli import complete
from litcli.cli.changes import Tally, show
from litcli.cli.changing import assignment
from litcli.cli.choose import change, count
from litcli.cli.common import AsJson, DryRun, Jobs, Yes, command, new_app
from litcli.cli.files import write_file
from litcli.cli.output import Column, Screen
from litcli.cli.progress import progress_beside
from litcli.cli.session import Session
from litcli.errors import InputError, NotFound, UsageError
from litcli.model.record import Value
from litcli.pages.page import Source

if TYPE_CHECKING:
    from litcli.intake.teach import Asked, Lesson
    from litcli.store.library import Library

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
             distance and lines; before and after (words in its line;
             "^Sheet ": it begins so); or pattern, whose groups name fields;
             sure (0 to 1)"""


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


class TaughtJson(TypedDict):
    """`teach`: what was derived; a line for each change (`ChangeJson`) follows it."""

    name: str
    upon: str | None
    """The portal whose pages it is for, where it has no marks of its own."""
    fields: list[str]
    """The fields that a rule was derived for."""
    known: list[str]
    """Those that were read so before."""
    toml: str
    output: str | None
    """The portal file that it is for; None for the library."""


@command(
    app,
    "teach",
    "litcli teach KEY journal='Registry Medicine' --diff",
    "litcli teach page.txt volume=14 issue=2 --yes",
    "litcli teach page.txt author='Holt, Maren; Kvam, Josef' -o portals/shifts.toml --yes",
)
def teach(
    ctx: typer.Context,
    page: Annotated[
        str, typer.Argument(metavar="PAGE", help="A file, an entry's key, or a page of the inbox.", autocompletion=complete.keys)
    ],
    words: Annotated[
        list[str],
        typer.Argument(metavar="FIELD=VALUE...", help="What the page states.", autocompletion=complete.assignments),
    ],
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", "-n", help="Show the rule and what it would change; keep nothing.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE.toml", show_default=False, help="Keep it in a portal file, not the library."
        ),
    ] = None,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What a new description is called.")] = "",
    marks: Annotated[
        list[str] | None,
        typer.Option("--mark", metavar="WORDS", show_default=False, help="Words that stand on all pages of the kind."),
    ] = None,
    yes: Yes = False,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Derive a rule from what a page states, for all pages of its kind.

    The value is found on the page, also in another form (names inverted, a
    date written otherwise); the rule is made of what stands around it: a
    label, a heading, a line above. It is shown as a portal file, with what it
    would change of the kept pages, before the library or a file keeps it.
    """
    session = Session.of(ctx)
    screen = session.screen
    wished = dict(assignment(word) for word in words)
    with session.looking() if diff or output else session.reading() as library:
        found = _lesson(session, library, page, wished, _asked(output, name, tuple(marks or ())))
        if not found.fields:
            screen.say(f"nothing to teach: {', '.join(found.learned.known)} read so already")
            return
        _show(screen, found, output, as_json=as_json)
        tally = _show_effects(session, library, found, jobs=jobs or session.settings.jobs, as_json=as_json)
    if diff:
        screen.did(_said(tally), dry_run=True)
        return
    screen.confirm(f"this teaches pages of {found.description.upon or found.description.name}; {_said(tally)}", yes=yes)
    _keep(session, found, output)
    again = "; 'litcli reextract --apply' reads kept pages again" if tally.fields else ""
    screen.did(f"{output or 'the library'} has learned {', '.join(found.fields)}{again}")


@command(app, "unteach", "litcli unteach pure", "litcli undo")
def unteach(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="What was taught; 'litcli portals' shows it.", autocompletion=complete.taught),
    ],
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Drop what the library was taught of kinds of pages.

    Kept pages stay as they were read; 'litcli reextract' reads them again.
    """
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"unteach {', '.join(names)}", dry_run=dry_run):
        dropped = library.taught.drop(names)
    for name in names if as_json else ():
        session.screen.json({"name": name})
    session.screen.did(f"dropped {count(dropped, 'description', 'descriptions')}", dry_run=dry_run)


def _asked(output: Path | None, name: str, marks: tuple[str, ...]) -> "Asked":
    from litcli.extract import portal_file
    from litcli.intake.teach import Asked, plain_name

    if output is None:
        return Asked(name=name, marks=marks)
    into = portal_file.load(output) if output.exists() else None
    return Asked(into, str(output), name or plain_name(output.stem), marks)


def _lesson(session: Session, library: "Library | None", page: str, wished: dict[str, Value], asked: "Asked") -> "Lesson":
    from litcli.intake.teach import lesson

    found = lesson(library, _sources(library, page), wished, session.guidance(library), asked)
    if found is None:
        raise NotFound(f"no page of '{page}' is kept; name a file")
    return found


def _sources(library: "Library | None", page: str) -> list[Source]:
    """Return the page of a file, the pages of an entry, or a page of the inbox."""
    if page == "-" or Path(page).is_file():
        return [_of_file(page)]
    if library is None:
        raise NotFound(f"there is no file '{page}', and no library")
    try:
        return [library.pages.source(ref) for ref in library.pages.of_entry(library.entries.get(page).citekey)]
    except NotFound:
        with suppress(NotFound):
            return [library.pages.source(page)]
    raise NotFound(f"'{page}' is no file, no entry's key and no page of the inbox")


def _of_file(path: str) -> Source:
    from litcli.pages.inputs import sources

    first, *more = islice(sources([path], sys.stdin.buffer), 2)
    if isinstance(first, InputError):
        raise first
    if more:
        raise UsageError(f"{path} holds several pages; cut one out, or ingest it and name an entry")
    return first


def _show(screen: Screen, found: "Lesson", output: Path | None, *, as_json: bool) -> None:
    """Show what is to be kept."""
    from litcli.extract.portal_file import parse, to_toml

    toml = to_toml(found.description)
    parse(toml, found.description.origin)  # a name or marks that a file could not hold
    if as_json:
        screen.json(
            TaughtJson(
                name=found.description.name,
                upon=found.description.upon or None,
                fields=found.fields,
                known=list(found.learned.known),
                toml=toml,
                output=None if output is None else str(output),
            )
        )
        return
    screen.text(toml)
    if found.learned.known:
        screen.say(f"{', '.join(found.learned.known)}: read so already")
    if found.description.marks and not found.description.upon:
        screen.say(f"{count(found.kin, 'other kept page shares', 'other kept pages share')} lines with this one")


def _show_effects(session: Session, library: "Library | None", found: "Lesson", *, jobs: int, as_json: bool) -> Tally:
    """Show what the rule changes of the page and of all kept pages of its kind."""
    from litcli.intake.teach import effect_on_source, effects

    tally = Tally()
    own = [] if library and library.pages.find(found.source.sha256) else [effect_on_source(found)]
    screen = session.screen
    with progress_beside(screen, "Reading", None) as advance:
        for changes in chain(own, effects(library, found, jobs) if library else ()):
            advance()
            for one in changes:
                show(screen, one, as_json=as_json)
            tally.add(changes)
    return tally


def _said(tally: Tally) -> str:
    """Return the sum of the changes; those against what a person confirmed are named."""
    if not tally.confirmed:
        return tally.told()
    return f"{tally.told()}; {tally.confirmed} of them against what a person confirmed"


def _keep(session: Session, found: "Lesson", output: Path | None) -> None:
    from litcli.extract.portal_file import to_toml
    from litcli.intake.teach import keep

    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_file(output, to_toml(found.description).encode())
        return
    with session.changing() as library:
        keep(library, found)
