"""An entry as a text to edit, and what a person changed in it.

One "field: value" a line; what goes on below is indented. Only a field whose text was changed is set, so a value that its text
shows in short is never lost by opening an editor and closing it again.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from litcli.errors import BadValue, UsageError
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS, missing, named
from litcli.model.record import Value
from litcli.model.values import parse_value, show_value

_HEAD = """\
# {key}: one "field: value" a line; a value that goes on in the next lines is indented there.
# Take a line out, and the field is gone. Lines that begin with # count for nothing.
# Fields not set: {free}
"""
_LINE = re.compile(r"([A-Za-z][\w-]*)\s*:(.*)")


def form(entry: Entry) -> str:
    """Return the entry as the text that a person edits."""
    free = ", ".join(row.name for row in FIELDS if row.name not in entry.record)
    lines = (f"{name}: {_indented(show_value(value))}" for name, value in entry.record.items())
    return _HEAD.format(key=entry.citekey, free=free) + "".join(f"{line}\n" for line in lines)


def blank_form(kind: str) -> str:
    """Return a form for a new entry of a type: the fields that such a work should have."""
    asked = [*missing({"type": kind}), "note"]
    free = ", ".join(row.name for row in FIELDS if row.name not in {*asked, "type"})
    return _HEAD.format(key=f"a new {kind}", free=free) + "".join(f"{name}:\n" for name in asked)


def read_form(before: str, after: str) -> dict[str, Value | None]:
    """Return what was changed from one text to the other: new values, and None for fields that are gone."""
    old, new = dict(_fields(before)), dict(_fields(after))
    changed: dict[str, Value | None] = {field: None for field in old if not new.get(field)}
    return changed | {field: parse_value(field, value) for field, value in new.items() if value and value != old.get(field)}


def edit_text(text: str, *, name: str) -> str:
    """Let a person edit a text; raises `UsageError` where no editor can be opened."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("vi" if sys.stdin.isatty() else "")
    if not editor:
        raise UsageError("there is no terminal to edit on; use 'litcli set', or name an editor in EDITOR")
    with tempfile.TemporaryDirectory(prefix="litcli-") as folder:
        file = Path(folder) / f"{re.sub(r'[^A-Za-z0-9-]', '_', name)}.txt"
        file.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(editor), str(file)], check=False)  # noqa: S603  the person's own editor
        except OSError as error:
            raise UsageError(f"the editor '{editor}' cannot be started: {error.strerror}") from error
        if done.returncode:
            raise UsageError(f"the editor '{editor}' ended with code {done.returncode}; nothing was changed")
        return file.read_text(encoding="utf-8")


def _indented(value: str) -> str:
    return value.replace("\n", "\n  ")


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield each field of a form with its value's text."""
    field, lines = "", list[str]()
    for line in [*text.splitlines(), "end:"]:
        if line.startswith("#") or (field and (not line.strip() or line[0].isspace())):
            lines += [] if line.startswith("#") else [line.strip()]
            continue
        if field:
            yield named(field).name, "\n".join(lines).strip()
        found = _LINE.fullmatch(line)
        if found is None and line.strip():
            raise BadValue(f"'{line}' is no line of the form 'field: value'; nothing was changed")
        field, lines = (found[1], [found[2].strip()]) if found else ("", [])
