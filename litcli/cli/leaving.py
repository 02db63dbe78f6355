"""References out: `export` writes files, `cite` formats citations; `styles` and `formats` say what there is."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli import complete
from litcli.cli.choose import chosen, count
from litcli.cli.common import AsJson, Keys, Where, command, new_app
from litcli.cli.files import write_file
from litcli.cli.output import Column, Screen
from litcli.cli.session import Session
from litcli.errors import NotFound, UsageError
from litcli.model.entry import Entry

if TYPE_CHECKING:
    from litcli.formats._base import Format

app = new_app()

_TITLED = 500
"""Up to so many styles are listed with their titles, which stand in files of their own."""
_TOLD = 5
"""Up to so many entries are named one by one with what they lack."""

Style = Annotated[
    str | None,
    typer.Option(
        "--style",
        "-s",
        metavar="STYLE",
        show_default=False,
        help="See 'litcli styles'. [default: apa]",
        autocompletion=complete.styles,
    ),
]
CitationFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        show_default=False,
        help="text, html, markdown, latex, rtf, typst, docx or odt. [default: by the ending of FILE, else text]",
        autocompletion=complete.citation_formats,
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write this file instead of stdout.")
]


@command(
    app,
    "export",
    "litcli export --to ris -o refs.ris",
    "litcli export --where 'tag:oncology/' --to bibtex > refs.bib",
    "litcli export KEY --to csl-json",
)
def export(
    ctx: typer.Context,
    keys: Keys = None,
    where: Where = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            show_default=False,
            help="See 'litcli formats'. [default: by the ending of FILE]",
            autocompletion=complete.formats,
        ),
    ] = None,
    output: Output = None,
    only_ascii: Annotated[
        bool, typer.Option("--ascii", help="Write letters beyond ASCII as escapes, where the format can.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write entries as a file of references.

    Without keys all of them.
    """
    from litcli.formats._base import Options

    session = Session.of(ctx)
    module = _format(to, output)
    entries = _chosen(session, keys, where)
    written = module.dumps(entries, Options(ascii=only_ascii))
    _tell_lost(session.screen, module, entries)
    _deliver(session.screen, written, output, entries, {"format": module.NAME}, as_json=as_json)


@command(
    app,
    "cite",
    "litcli cite KEY --style vancouver",
    "litcli cite --where 'tag:oncology/' --format html -o refs.html",
    "litcli cite KEY KEY --in-text",
)
def cite(
    ctx: typer.Context,
    keys: Keys = None,
    where: Where = None,
    style: Style = None,
    to: CitationFormat = None,
    locale: Annotated[
        str | None,
        typer.Option("--locale", metavar="xx-XX", show_default=False, help="The language of the citations' own words."),
    ] = None,
    in_text: Annotated[bool, typer.Option("--in-text", help="As it stands in the text, not in the list.")] = False,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Format entries as references, in any of 10,000 styles.

    Without keys all of them.
    """
    from litcli.citations import bibliography

    session = Session.of(ctx)
    to = to or bibliography.format_of(str(output or ""))
    if to in bibliography.FORMATS and bibliography.FORMATS[to].binary and output is None:
        raise UsageError(f"{to} is no text; name a file with -o")
    entries = _chosen(session, keys, where)
    settings = session.settings
    made = (bibliography.in_text if in_text else bibliography.cite)(
        entries, style=style or settings.style, format=to, locale=locale or settings.locale
    )
    _tell_lacking(session.screen, entries)
    _deliver(session.screen, made, output, entries, {"style": style or settings.style, "format": to}, as_json=as_json)


@command(app, "styles", "litcli styles cancer", "litcli styles --json")
def styles(
    ctx: typer.Context,
    word: Annotated[str | None, typer.Argument(metavar="[WORD]", help="Part of a style's name.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the citation styles."""
    from litcli.citations.styles import names, title

    screen = Session.of(ctx).screen
    wanted = "" if word is None else word.strip().casefold().replace(" ", "-")
    found = [name for name in names() if wanted in name]
    titled = [(name, title(name) if len(found) <= _TITLED else "") for name in found]
    if as_json:
        for name, text in titled:
            screen.json({"style": name, "title": text or None})
    else:
        head = (Column("Style"), Column("Title", gives_way=True))
        screen.table(head[: 2 if len(found) <= _TITLED else 1], [row if row[1] else row[:1] for row in titled])
    screen.none_found(found, f"no style has '{word}' in its name")


@command(app, "formats", "litcli formats", "litcli formats --json")
def formats(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the formats of files that can be read and written."""
    from litcli.intake.formats import every

    screen = Session.of(ctx).screen
    found = every()
    if as_json:
        for name, module in found.by_name.items():
            screen.json({"format": name, "label": module.LABEL, "suffixes": list(module.SUFFIXES)})
    else:
        rows = [(name, module.LABEL, " ".join(module.SUFFIXES)) for name, module in found.by_name.items()]
        screen.table((Column("Format"), Column("Name"), Column("Endings")), rows)
    for broken in found.broken:
        screen.warn(broken)


def _deliver(
    screen: Screen, made: str | bytes, output: Path | None, entries: Sequence[Entry], about: dict[str, str], *, as_json: bool
) -> None:
    """Write a file, or stdout; with `--json` a line that says what was written, or holds it."""
    if output:
        write_file(output, made.encode() if isinstance(made, str) else made)
        screen.did(f"wrote {count(entries, 'entry', 'entries')} to {output}")
    shown = made.decode() if isinstance(made, bytes) and not output else made
    if as_json:
        place = str(output) if output else None
        screen.json(
            {**about, "entries": [entry.citekey for entry in entries], "output": place, "text": None if output else shown}
        )
    elif not output:
        sys.stdout.write(str(shown))


def _chosen(session: Session, keys: list[str] | None, where: str | None) -> list[Entry]:
    """Return the chosen entries, or all."""
    with session.reading() as library:
        entries = chosen(library, keys, where) if keys or where is not None else library.entries.all()
    if not entries:
        raise NotFound("the library is empty")
    return entries


def _format(to: str | None, output: Path | None) -> "Format":
    from litcli.intake import formats as known

    if to:
        return known.named(to)
    found = output and known.of_file(str(output))
    if not found:
        names = ", ".join(known.every().by_name)
        raise UsageError(f"say which format with --to ({names}), or name a file with its ending, as in -o refs.bib")
    return found


def _tell_lost(screen: Screen, module: "Format", entries: Sequence[Entry]) -> None:
    """Say which fields the format cannot carry."""
    lost = [field for entry in entries for field in module.lost(entry)]
    counted = {field: lost.count(field) for field in dict.fromkeys(lost)}
    if counted:
        told = ", ".join(f"{field} ({count(number, 'entry', 'entries')})" for field, number in counted.items())
        screen.say(f"{module.LABEL} has no place for {told}")


def _tell_lacking(screen: Screen, entries: Sequence[Entry]) -> None:
    """Say what a reader of the references will miss."""
    from litcli.citations.bibliography import lacking

    short = [(entry.citekey, fields) for entry in entries if (fields := lacking(entry))]
    told = screen.say if len(short) <= _TOLD else screen.note
    for citekey, fields in short:
        told(f"{citekey} lacks {', '.join(fields)}")
    if len(short) > _TOLD:
        screen.say(f"{len(short)} of {len(entries)} references lack something; -v names it")
    for entry in entries:
        if notice := entry.record.get("editorial-notice"):
            screen.warn(f"{entry.citekey}: {notice}")
