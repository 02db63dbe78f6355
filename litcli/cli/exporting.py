"""References out: `export` writes files of references, adds to them, keeps them up to date; what it does is in `exported`."""

from pathlib import Path
from typing import Annotated

import typer

from litcli.cli import complete, exported
from litcli.cli.common import AsJson, Aux, Keys, Where, command, new_app
from litcli.cli.deliver import Output
from litcli.cli.exported import Asked
from litcli.cli.files import keep_apart
from litcli.cli.session import Session
from litcli.errors import UsageError

app = new_app()

Format = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORMAT",
        show_default=False,
        help="See 'litcli formats'. [default: by the ending of FILE]",
        autocompletion=complete.formats,
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="PROGRAM",
        show_default=False,
        help="As it reads best: zotero, jabref, endnote, mendeley, papers, biber, bibtex8 or overleaf.",
        autocompletion=complete.profiles,
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--fields",
        metavar="FIELD,...",
        show_default=False,
        help="Only these; 'tags' are our tags.",
        autocompletion=complete.fields,
    ),
]
Omit = Annotated[
    list[str] | None,
    typer.Option("--omit", metavar="FIELD,...", show_default=False, help="All but these.", autocompletion=complete.fields),
]
Ascii = Annotated[bool, typer.Option("--ascii", help="Write letters beyond ASCII as escapes, where the format can.")]
Sort = Annotated[
    str | None, typer.Option("--sort", metavar="FIELD", show_default=False, help="In this order; '-year': newest first.")
]
Verify = Annotated[bool, typer.Option("--verify", help="Read the file back; list what is not whole in it.")]
Append = Annotated[
    Path | None, typer.Option("--append", metavar="FILE", show_default=False, help="Add to FILE what it does not have yet.")
]
Update = Annotated[
    Path | None,
    typer.Option("--update", metavar="FILE", show_default=False, help="Change the entries in FILE, and nothing else of it."),
]
SplitBy = Annotated[
    str | None,
    typer.Option("--split-by", metavar="FIELD", show_default=False, help="A file for each value, in the folder of -o."),
]
Watch = Annotated[bool, typer.Option("--watch", help="Write FILE again after each change, until Ctrl-C.")]
Auto = Annotated[
    Path | None,
    typer.Option("--auto", metavar="FILE", show_default=False, help="Write FILE now, and from now on after each change."),
]
AutoList = Annotated[bool, typer.Option("--auto-list", help="List the files that are written after each change.")]
AutoRemove = Annotated[
    Path | None,
    typer.Option("--auto-remove", metavar="FILE", show_default=False, help="Write FILE no more after changes; it stays."),
]


@command(
    app,
    "export",
    "litcli export --to ris -o refs.ris",
    "litcli export --where 'tag:oncology/' --to bibtex > refs.bib",
    "litcli export KEY --to csl-json",
    "litcli export --profile zotero -o zotero.ris",
    "litcli export --split-by type --to bibtex -o bibs",
    "litcli export --to jsonl --verify -o all.jsonl",
)
def export(
    ctx: typer.Context,
    keys: Keys = None,
    where: Where = None,
    to: Format = None,
    output: Output = None,
    profile: Profile = None,
    fields: Fields = None,
    omit: Omit = None,
    only_ascii: Ascii = False,
    sort: Sort = None,
    aux: Aux = None,
    verify: Verify = False,
    append: Append = None,
    update: Update = None,
    split_by: SplitBy = None,
    watch: Watch = False,
    auto: Auto = None,
    auto_list: AutoList = False,
    auto_remove: AutoRemove = None,
    as_json: AsJson = False,
) -> None:
    """Write entries as a file of references.

    Without keys all of them.
    """
    session = Session.of(ctx)
    if auto_list:
        exported.list_autos(session, as_json=as_json)
        return
    if auto_remove:
        exported.remove_auto(session, auto_remove)
        return
    ways = {"--append": append, "--update": update, "--auto": auto, "--split-by": split_by, "--watch": watch, "--verify": verify}
    files = {"-o": output, "--append": append, "--update": update, "--auto": auto}
    for choice in (ways, files):
        if len(said := [name for name, value in choice.items() if value not in {None, False}]) > 1:
            raise UsageError(f"say {' or '.join(said)}, not both")
    file = append or update or auto or output
    keep_apart(file, [aux] if aux else [])
    asked = Asked(
        session,
        to=to,
        profile=profile,
        file=file,
        keys=tuple(keys or ()),
        where=where,
        fields=tuple(fields or ()),
        omit=tuple(omit or ()),
        ascii=only_ascii,
        sort=sort,
        aux=aux,
        as_json=as_json,
    )
    if split_by is not None:
        exported.split(asked, split_by)
    elif append:
        exported.append(asked, append)
    elif update:
        exported.update(asked, update)
    elif auto:
        exported.register(asked, auto)
    elif watch:
        exported.watch(asked)
    elif verify:
        exported.verify(asked)
    else:
        exported.write(asked)
