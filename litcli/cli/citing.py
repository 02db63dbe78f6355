"""Citations out: `cite` formats references and citations, or checks those of a manuscript; `styles` says which styles there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli import cited, complete
from litcli.cli.choose import count
from litcli.cli.cited import Asked, Gathered
from litcli.cli.common import AsJson, Aux, Where, command, new_app
from litcli.cli.deliver import Output, deliver
from litcli.cli.files import keep_apart
from litcli.cli.output import Column, Screen
from litcli.cli.session import Session
from litcli.cli.shapes import FindingJson, StyleJson
from litcli.errors import Findings, InputError, UsageError
from litcli.model.entry import Entry

if TYPE_CHECKING:
    from litcli.citations.bibliography import Order
    from litcli.citations.catalogue import Listed

app = new_app()

_SAMPLED = 200
"""Up to so many styles are shown with a reference in each."""
_TOLD = 5
"""Up to so many entries are named one by one with what they lack."""

Cited = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[KEY]...",
        show_default=False,
        help="Citekeys; with --in-text perhaps with a place behind each: 'KEY, p. 12'.",
        autocompletion=complete.keys,
    ),
]
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
Locale = Annotated[
    str | None, typer.Option("--locale", metavar="xx-XX", show_default=False, help="The language of the citations' own words.")
]
Document = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="FILE", show_default=False, help="Cite what this document cites: .md, .tex, .typ, .docx, .aux, ..."
    ),
]
Ordered = Annotated[
    str,
    typer.Option("--order", metavar="ORDER", help="As the style says, 'given', or a field as in 'litcli list --sort'."),
]


@command(
    app,
    "cite",
    "litcli cite KEY --style vancouver",
    "litcli cite --where 'tag:oncology/' --format html -o refs.html",
    "litcli cite --in-text 'KEY, p. 12' KEY",
    "litcli cite --from paper.md --style nature -o refs.docx",
    "litcli cite --check paper.md",
)
def cite(
    ctx: typer.Context,
    keys: Cited = None,
    where: Where = None,
    style: Style = None,
    to: CitationFormat = None,
    locale: Locale = None,
    in_text: Annotated[bool, typer.Option("--in-text", help="As it stands in the text, not in the list.")] = False,
    document: Document = None,
    aux: Aux = None,
    check: Annotated[
        Path | None,
        typer.Option("--check", metavar="FILE", show_default=False, help="Say what is wrong with a document's citations."),
    ] = None,
    order: Ordered = cited.STYLE,
    number: Annotated[bool, typer.Option("--number", help="Number the references, also where the style does not.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 4 where the style prints what an entry lacks.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Write FILE anew whenever the document or the library changes.")] = False,
    clipboard: Annotated[bool, typer.Option("--clipboard", help="Copy instead of printing.")] = False,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Format entries as references, in any of 10,000 styles.

    Without keys all of them. What a document cites and the library lacks is
    named (exit code 3). --check finds citations that the library lacks, that
    are ambiguous, retracted or incomplete (exit code 4).
    """
    from litcli.citations import outputs

    session = Session.of(ctx)
    style = style or session.settings.style
    if check is not None:
        if keys or where is not None or document or aux or output or watch or clipboard:
            raise UsageError(
                "--check looks at all that a document cites and writes nothing; give it the document and --style alone"
            )
        _check(session, check, style, as_json=as_json)
        return
    documents = tuple(path for path in (document, aux) if path)
    asked = Asked(tuple(keys or ()), where, documents, order)
    job = _Job(
        asked,
        style,
        to or outputs.format_of(str(output or "")),
        locale or session.settings.locale,
        output,
        in_text=in_text,
        number=number,
        clipboard=clipboard,
        as_json=as_json,
    )
    job.check_wishes()
    if watch:
        _watch(session, job)
    done = job.carry_out(session)
    if strict and done.lacking:
        raise Findings(f"{count(len(done.lacking), 'reference lacks', 'references lack')} what {style} prints")
    if done.gathered.unresolved:
        raise typer.Exit(InputError.exit_code)


@dataclass(frozen=True)
class _Done:
    """What was cited."""

    gathered: Gathered
    lacking: dict[str, list[str]]
    """By key, the fields that the style prints and the entry has not."""


@dataclass(frozen=True)
class _Job:
    """What `cite` was asked for."""

    asked: Asked
    style: str
    format: str
    locale: str | None
    output: Path | None
    in_text: bool
    number: bool
    clipboard: bool
    as_json: bool

    def check_wishes(self) -> None:
        """Refuse what cannot be done together, before anything is read."""
        from litcli.citations import outputs

        binary = outputs.named(self.format).binary
        if binary and self.clipboard:
            raise UsageError(f"{self.format} cannot be copied; write a file with -o, or copy html or rtf")
        if binary and self.output is None:
            raise UsageError(f"{self.format} is no text; name a file with -o")
        if self.in_text and self.number:
            raise UsageError("--number is for the list of references; leave it out, or --in-text")
        if not self.in_text and any("," in key for key in self.asked.keys):
            raise UsageError("a place in a work ('KEY, p. 12') stands in the text; add --in-text")

    def carry_out(self, session: Session) -> _Done:
        """Cite, deliver, and tell what is amiss."""
        gathered = cited.gather(session, self.asked)
        keep_apart(self.output, (*gathered.files, Path(self.style)))
        made = self._made(session, gathered)
        done = _Done(gathered, _lacking(gathered.entries, self.style))
        _tell_amiss(session.screen, done, self.style)
        if self.clipboard:
            from litcli.cli.clipboard import copy

            copy(str(made), self.format)
            session.screen.did(f"copied {count(gathered.entries, 'entry', 'entries')}")
        if self.output or self.as_json or not self.clipboard:
            deliver(session.screen, made, self.output, gathered.entries, self._about(done), as_json=self.as_json)
        return done

    def _made(self, session: Session, gathered: Gathered) -> str | bytes:
        from litcli.citations import bibliography

        if self.in_text:
            return bibliography.in_text(
                gathered.entries,
                locators=gathered.places,
                style=self.style,
                format=self.format,
                locale=self.locale,
                cache=session.citations,
            )
        order: Order = "style" if self.asked.order == cited.STYLE else "given"
        return bibliography.cite(
            gathered.entries,
            style=self.style,
            format=self.format,
            locale=self.locale,
            order=order,
            numbered=self.number,
            cache=session.citations,
        )

    def _about(self, done: _Done) -> Mapping[str, object]:
        unresolved = [found.mention.key for found in done.gathered.unresolved]
        return {"style": self.style, "format": self.format, "unresolved": unresolved, "lacking": done.lacking}


def _watch(session: Session, job: _Job) -> None:
    from litcli.cli.watching import watch

    if not (job.asked.documents and job.output):
        raise UsageError("--watch needs a document and a file to write: --from paper.md -o refs.html")

    def once() -> Iterable[Path]:
        files = job.carry_out(session).gathered.files
        library = session.path
        return (*files, library, library.with_name(f"{library.name}-wal"), Path(job.style))

    watch(session.screen, once)


def _check(session: Session, path: Path, style: str, *, as_json: bool) -> None:
    from litcli.citations import cited as documents
    from litcli.citations import styles as known
    from litcli.intake.manuscript import check, resolve

    known.find(style)
    screen = session.screen
    with session.reading() as library:
        resolved = resolve(library, documents.read(path, session.citations))
        found = check(library, resolved, style)
    for finding in found:
        told = FindingJson(
            file=str(finding.mention.file),
            line=finding.mention.line,
            key=finding.mention.key,
            problem=finding.problem,
            detail=finding.detail,
        )
        if as_json:
            screen.json(told)
        else:
            screen.text(f"{finding.mention.place}: {told['key']}: {told['problem']}: {told['detail']}")
    works = count(resolved, "work", "works")
    if found:
        raise Findings(f"{path} cites {works}; {count(found, 'finding', 'findings')}")
    screen.say(f"{path} cites {works}; nothing is wrong")


def _lacking(entries: Sequence[Entry], style: str) -> dict[str, list[str]]:
    from litcli.citations.bibliography import lacking

    return {entry.citekey: list(absent) for entry in entries if (absent := lacking(entry, style))}


def _tell_amiss(screen: Screen, done: _Done, style: str) -> None:
    """Say what the library lacks, and what a reader of the references will miss."""
    from litcli.citations.bibliography import prints_places

    for found in done.gathered.unresolved:
        why = found.otherwise or f"it may be {' or '.join(entry.citekey for entry in found.entries)}"
        screen.warn(f"{found.mention.place}: {found.mention.key}: {why}")
    told = screen.say if len(done.lacking) <= _TOLD else screen.note
    for citekey, absent in done.lacking.items():
        told(f"{style}: {citekey} has no {', '.join(absent)}")
    if len(done.lacking) > _TOLD:
        screen.say(f"{style}: {len(done.lacking)} of {len(done.gathered.entries)} references lack something; -v names it")
    for entry in done.gathered.entries:
        if notice := entry.record.get("editorial-notice"):
            screen.warn(f"{entry.citekey}: {notice}")
    places = [place for place in done.gathered.places if place]
    if places and not prints_places(style):
        screen.warn(f"{style}: citations in this style do not say where in a work; {', '.join(places)} is left out")


@command(app, "styles", "litcli styles lancet", "litcli styles 'psychology author-date'", "litcli styles --json")
def styles(
    ctx: typer.Context,
    word: Annotated[
        str | None, typer.Argument(metavar="[WORD]", help="Words of a style's name, title or field of research.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the citation styles.

    Up to 200 with a reference in each.
    """
    from litcli.citations.catalogue import search
    from litcli.citations.samples import samples
    from litcli.citations.styles import find

    session = Session.of(ctx)
    found = search(word or "", session.citations)
    shown = samples([find(style.name) for style in found], session.citations) if len(found) <= _SAMPLED else [""] * len(found)
    for style, sample in zip(found, shown, strict=True):
        if as_json:
            told = StyleJson(
                style=style.name, title=style.title, fields=list(style.fields), parent=style.parent, sample=sample or None
            )
            session.screen.json(told)
    if not as_json:
        _show_styles(session.screen, found, shown)
    session.screen.none_found(found, f"no style has '{word}' in its name, its title or its fields")


def _show_styles(screen: Screen, found: "Sequence[Listed]", shown: Sequence[str]) -> None:
    """Print a table; on a terminal with samples, a paragraph a style."""
    if screen.wide and any(shown):
        for style, sample in zip(found, shown, strict=True):
            screen.heading(f"{style.name}: {style.title}")
            screen.text(f"  {sample}")
    else:
        head = (Column("Style"), Column("Title", gives_way=True), Column("Sample"))
        rows = [(style.name, style.title, sample)[: 3 if sample else 2] for style, sample in zip(found, shown, strict=True)]
        screen.table(head[: max((len(row) for row in rows), default=2)], rows)
