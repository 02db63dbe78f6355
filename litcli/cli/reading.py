"""Pages in: `extract` stores nothing, `ingest` stores, `import` takes files of references, `add` a single one."""

import sys
from typing import Annotated

import typer

from litcli.cli.common import AsJson, Jobs, command, new_app
from litcli.cli.explain import in_brackets, in_colours, marks
from litcli.cli.output import Screen
from litcli.cli.present import pairs
from litcli.cli.session import Session
from litcli.cli.shapes import read_json
from litcli.errors import InputError
from litcli.extract.result import Extraction
from litcli.intake.reading import Read, read_pages
from litcli.model.fields import BY_NAME

SET_ASIDE = InputError.exit_code
app = new_app()

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, archives; '-' is standard input.")]


@command(
    app, "extract", "litcli extract page.txt", "litcli extract pages/ --json > records.jsonl", "litcli extract page.txt --explain"
)
def extract(
    ctx: typer.Context,
    paths: Paths,
    explain: Annotated[bool, typer.Option("--explain", help="Show the page's text with what was read marked in it.")] = False,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Read pages and show their records; store nothing."""
    session = Session.of(ctx)
    screen = session.screen
    set_aside = 0
    for result in read_pages(paths, stdin=sys.stdin.buffer, jobs=jobs or session.settings.jobs):
        if isinstance(result, InputError):
            set_aside += 1
            screen.warn(f"litcli: {result}")
            continue
        if as_json:
            screen.json(read_json(result))
        elif isinstance(result.reading, Extraction):
            _show(screen, result, result.reading, explain=explain)
        if not isinstance(result.reading, Extraction):
            set_aside += 1
            screen.warn(f"litcli: {place(result)}: {result.reading.reason}")
    if set_aside:
        raise typer.Exit(SET_ASIDE)


def place(read: Read) -> str:
    """Return what a message calls a page; the first page of an input needs no number."""
    return read.source.origin if read.source.ordinal == 1 else f"{read.source.origin} (page {read.source.ordinal})"


def _show(screen: Screen, read: Read, reading: Extraction, *, explain: bool) -> None:
    screen.heading(f"{place(read)}: {reading.portal}, {reading.confidence:.0%} sure")
    if explain and read.page:
        found = marks(reading.evidence)
        screen.text(in_colours(read.page.text, found) if screen.wide else in_brackets(read.page.text, found))
    else:
        screen.pairs(pairs(reading.record))
    if reading.missing:
        screen.pairs([("Not stated", ", ".join(BY_NAME[name].label for name in reading.missing))])
    for doubt in (*(read.page.doubts if read.page else ()), *reading.doubts):
        screen.say(f"{place(read)}: {doubt}")
    screen.text("")
