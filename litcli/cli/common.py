"""What the commands share: the options that every command takes, the arguments that many take, and the form of help."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.main import get_command

from litcli.cli import complete
from litcli.errors import UsageError

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter
    from typer._click.formatting import HelpFormatter

_FILES = re.compile("FILE|PATH|PAGE")
"""What the metavars of those arguments have that name files."""

_Function = TypeVar("_Function", bound=Callable[..., None])

Keys = Annotated[
    list[str] | None, typer.Argument(metavar="[KEY]...", show_default=False, help="Citekeys.", autocompletion=complete.keys)
]
Key = Annotated[str, typer.Argument(metavar="KEY", help="A citekey.", autocompletion=complete.keys)]
Query = Annotated[str | None, typer.Argument(metavar="[QUERY]", show_default=False, help="A search; see 'litcli search --help'.")]
Where = Annotated[str | None, typer.Option("--where", "-w", metavar="QUERY", help="Act on the entries that this search finds.")]
Aux = Annotated[
    Path | None,
    typer.Option("--aux", metavar="FILE", show_default=False, help="What a LaTeX .aux file, or a manuscript, cites."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON lines, one record a line.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before changing more than one entry.")]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would be done; change nothing.")]
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", "-t", metavar="TAG", show_default=False, help="Tag the entries.", autocompletion=complete.tags),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Read pages in N processes. [default: one a core]")
]

Portal = Annotated[
    str | None,
    typer.Option(
        "--portal",
        metavar="NAME|FILE.toml",
        show_default=False,
        help="Read all pages as this portal's.",
        autocompletion=complete.portals,
    ),
]


class Command(TyperCommand):
    """A command that also takes the common options, and whose epilog is a list of examples.

    Its arguments' metavars stand in the usage line as they are written: "KEY...", "[QUERY]".
    """

    def __init__(self, name: str | None, *, params: "Sequence[Parameter] | None" = None, **attributes: Any) -> None:  # noqa: ANN401  passed through
        super().__init__(name, params=[*(params or ()), *common_options()], **attributes)

    def invoke(self, ctx: "Context") -> object:
        """Run the command, if what it is given is text; files may be called anything."""
        for param in self.params:
            given = ctx.params.get(param.name or "")
            for word in given if isinstance(given, list) else [given]:
                if isinstance(word, str) and not _FILES.search(param.metavar or ""):
                    _check_text(word)
        return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: "Context") -> list[str]:  # noqa: ARG002  the base class passes it
        """Return what stands behind the command's name in the usage line."""
        return ["[OPTIONS]", *(metavar for metavar, _ in self._arguments())]

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the arguments, then the options."""
        options = [param.get_help_record(ctx) for param in self.get_params(ctx) if param.param_type_name == "option"]
        for title, rows in (("Arguments", self._arguments()), ("Options", [row for row in options if row])):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def _arguments(self) -> list[tuple[str, str]]:
        return [(param.metavar or param.name, param.help or "") for param in self.params if isinstance(param, TyperArgument)]

    def format_epilog(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002  the base class passes it
        """Write the examples as they stand, one a line."""
        with formatter.section("Examples"):
            formatter.write("".join(f"  {line}\n" for line in (self.epilog or "").splitlines()))


def _check_text(word: str) -> None:
    try:
        word.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            f"'{word}' is no text in UTF-8; write it anew, or look at the encoding that your terminal sends"
        ) from error


def new_app() -> typer.Typer:
    """Return an app for one module of commands."""
    return typer.Typer(cls=TyperGroup, rich_markup_mode=None, add_completion=False, no_args_is_help=True)


def command(app: typer.Typer, name: str, *examples: str, more: str = "") -> Callable[[_Function], _Function]:
    """Add the decorated function to `app` as a command; `more` stands behind its docstring, the examples end its help."""

    def add(function: _Function) -> _Function:
        text = f"{cleandoc(function.__doc__ or '')}\n\n{more}".strip()
        return app.command(name, cls=Command, epilog="\n".join(examples), help=text)(function)

    return add


@cache
def common_options() -> "tuple[Parameter, ...]":
    """Return the options that every command takes; what they are given lands in the context, for `Session.of`."""
    probe = typer.Typer(add_completion=False)
    probe.command()(_common)
    return tuple(get_command(probe).params)


def _remember(ctx: typer.Context, param: typer.CallbackParam, value: object) -> None:
    if value:
        ctx.meta[f"litcli.{param.name}"] = value


def _common(
    library: Annotated[
        Path | None,
        typer.Option(
            "--library",
            metavar="FILE",
            show_default=False,
            help="The library to use. [default: LITCLI_LIBRARY, the nearest library.litcli upwards, your own]",
            callback=_remember,
            expose_value=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only errors.", callback=_remember, expose_value=False)] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more.", callback=_remember, expose_value=False)] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours.", callback=_remember, expose_value=False)] = False,
) -> None:
    """Carry the common options; never called."""
