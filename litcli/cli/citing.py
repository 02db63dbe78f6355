"""Citations out: `cite` formats references and citations, `styles` says which styles there are."""

from collections.abc import Sequence
from typing import Annotated

import typer

from litcli.cli import complete
from litcli.cli.common import AsJson, Keys, Where, command, new_app
from litcli.cli.deliver import Output, chosen_or_all, deliver
from litcli.cli.output import Column, Screen
from litcli.cli.session import Session
from litcli.errors import UsageError
from litcli.model.entry import Entry

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
    from litcli.citations import bibliography, outputs

    session = Session.of(ctx)
    to = to or outputs.format_of(str(output or ""))
    if outputs.named(to).binary and output is None:
        raise UsageError(f"{to} is no text; name a file with -o")
    entries = chosen_or_all(session, keys, where)
    settings = session.settings
    made = (bibliography.in_text if in_text else bibliography.cite)(
        entries, style=style or settings.style, format=to, locale=locale or settings.locale, cache=session.citations
    )
    _tell_lacking(session.screen, entries)
    deliver(session.screen, made, output, entries, {"style": style or settings.style, "format": to}, as_json=as_json)


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
