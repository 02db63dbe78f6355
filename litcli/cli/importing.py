"""References that files hold: `import` takes them into the library."""

import sys
from typing import Annotated

import typer

from litcli.cli import complete
from litcli.cli.common import AsJson, DryRun, Tags, command, new_app
from litcli.cli.outcomes import Told
from litcli.cli.session import Session
from litcli.intake.imports import import_files

app = new_app()


@command(
    app,
    "import",
    "litcli import refs.bib --tag from-zotero",
    "cat refs.bib | litcli import - --from bibtex",
)
def import_(
    ctx: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Files of references, folders and archives of them; '-' is standard input."),
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            show_default=False,
            help="See 'litcli formats'. [default: by what is in the file, else by its ending]",
            autocompletion=complete.formats,
        ),
    ] = None,
    tags: Tags = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take the references of other programs' files into the library.

    Groups and collections become tags, each time: one that was taken off is there again after the next import of the file.
    """
    from litcli.intake.formats import reader

    if source:
        reader(source)
    session = Session.of(ctx)
    told = Told(session.screen, what=("reference", "references"), dry_run=dry_run, as_json=as_json)
    with told, session.filling(dry_run=dry_run) as library:
        import_files(library, paths, stdin=sys.stdin.buffer, format_name=source, tags=tags or (), each=told.hear)
