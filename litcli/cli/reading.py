"""Pages in: `extract` stores nothing, `ingest` stores."""

import sys
from typing import Annotated

import typer

from litcli.cli.common import AsJson, DryRun, Jobs, Portal, Tags, command, new_app
from litcli.cli.explain import marks, show_page
from litcli.cli.outcomes import SET_ASIDE_CODE, Told, tell_broken
from litcli.cli.output import Screen
from litcli.cli.present import pairs
from litcli.cli.progress import expected, progress_beside
from litcli.cli.session import Session
from litcli.cli.shapes import changes, read_json
from litcli.errors import InputError
from litcli.extract.result import Extraction
from litcli.intake import batch
from litcli.intake.reading import Read, read_pages
from litcli.intake.report import Item
from litcli.model.fields import BY_NAME
from litcli.pages.fields import Fields

app = new_app()

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, archives; '-' is standard input.")]
TextField = Annotated[
    str | None,
    typer.Option(
        "--text-field", metavar="NAME", help="The field or column of a dump (JSON lines, CSV) that holds each page's text."
    ),
]
IdField = Annotated[
    str | None, typer.Option("--id-field", metavar="NAME", help="The field or column that names each page of a dump.")
]


@command(app, "ingest", "litcli ingest pages/", "litcli ingest dump.zip --tag to-read", "cat page.txt | litcli ingest -")
def ingest(
    ctx: typer.Context,
    paths: Paths,
    tags: Tags = None,
    portal: Portal = None,
    text_field: TextField = None,
    id_field: IdField = None,
    jobs: Jobs = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Read pages into the library; the same page twice changes nothing."""
    session = Session.of(ctx)
    jobs = jobs or session.settings.jobs
    told = Told(session.screen, total=expected(paths), dry_run=dry_run, as_json=as_json)
    with told, session.filling(dry_run=dry_run) as library:
        guidance = session.guidance(library, portal)
        fields = Fields(text_field, id_field)
        each = told.hear
        batch.ingest(
            library, paths, stdin=sys.stdin.buffer, jobs=jobs, tags=tags or (), each=each, guidance=guidance, fields=fields
        )


@command(
    app, "extract", "litcli extract page.txt", "litcli extract pages/ --json > records.jsonl", "litcli extract page.txt --explain"
)
def extract(
    ctx: typer.Context,
    paths: Paths,
    explain: Annotated[bool, typer.Option("--explain", help="Show the page's text with what was read marked in it.")] = False,
    portal: Portal = None,
    text_field: TextField = None,
    id_field: IdField = None,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Read pages and show their records; store nothing."""
    session = Session.of(ctx)
    screen = session.screen
    jobs = jobs or session.settings.jobs
    set_aside = 0
    told: set[str] = set()
    with session.looking() as library:
        guidance = session.guidance(library, portal)
    fields = Fields(text_field, id_field)
    with progress_beside(screen, "Reading", expected(paths)) as advance:
        for result in read_pages(paths, stdin=sys.stdin.buffer, jobs=jobs, guidance=guidance, fields=fields):
            advance()
            if isinstance(result, Read) and isinstance(result.reading, Extraction):
                tell_broken(screen, result.reading.broken, told)
                for note in result.reading.notes:
                    screen.say(f"{_place(result)}: {note}")
            if isinstance(result, Read):
                _show_read(screen, result, explain=explain, as_json=as_json)
            if reason := _reason(result):
                set_aside += 1
                screen.warn(reason)
    if set_aside:
        raise typer.Exit(SET_ASIDE_CODE)


def _show_read(screen: Screen, read: Read, *, explain: bool, as_json: bool) -> None:
    reading = read.reading
    if as_json:
        screen.json(read_json(read))
    elif isinstance(reading, Extraction):
        _show_extraction(screen, read, reading, explain=explain)


def _show_extraction(screen: Screen, read: Read, reading: Extraction, *, explain: bool) -> None:
    place = _place(read)
    screen.heading(f"{place}: {reading.portal}, {reading.confidence:.0%} sure")
    if explain and read.page:
        show_page(screen, read.page.text, marks(reading.evidence))
        screen.pairs(_normalised(read.page.text, reading))
    else:
        screen.pairs(pairs(reading.record))
    if reading.missing:
        screen.pairs([("Not stated", ", ".join(BY_NAME[name].label for name in reading.missing))])
    for doubt in reading.doubts:
        screen.say(f"{place}: doubtful: {doubt}")
    screen.text("")


def _normalised(text: str, reading: Extraction) -> list[tuple[str, str]]:
    """Return, as one row, how values differ from what stands at their places; none where all are as printed."""
    told = {
        name: ", ".join(dict.fromkeys(filter(None, changes(found, text, reading.record[name]))))
        for name, found in reading.evidence.items()
    }
    said = "; ".join(f"{name}: {change}" for name, change in told.items() if change)
    return [("Normalised", said)] if said else []


def _reason(result: Read | InputError) -> str | None:
    """Return why a page or an input was set aside, with its place."""
    if isinstance(result, InputError):
        return str(result)
    if isinstance(result.reading, Extraction):
        return None
    kind = "failed" if isinstance(result.reading, InputError) else "rejected"
    return f"{_place(result)}: {kind}: {result.reading.reason}"


def _place(read: Read) -> str:
    return Item.place_of(read.source.origin, read.source.ordinal)
