"""Where what is made goes: a file or stdout, for `cite`; the option that says so, for `export` too."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from litcli.cli.choose import count
from litcli.cli.files import write_file
from litcli.cli.output import Screen
from litcli.model.entry import Entry

Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write this file instead of stdout.")
]


def deliver(
    screen: Screen,
    made: str | bytes,
    output: Path | None,
    entries: Sequence[Entry],
    about: Mapping[str, object],
    *,
    as_json: bool,
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
        screen.piece(str(shown))
