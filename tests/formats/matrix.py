"""What other programs give back of the hard entries: a reviewed file of losses, and the table in README that follows from it.

The file tells for each format and program the fields of which no hard entry's value comes back (`never`), and by field the entries whose
value comes back otherwise. `why` is a person's. `python -m tests.formats` writes the rest anew, from the programs that are there.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TypedDict

from litcli.model.fields import FIELDS
from tests.formats.found import MODULES
from tests.formats.oracles import ORACLES, SHOWN, Oracle, losses, version

FILE = Path(__file__).with_name("oracles.toml")
README = Path(__file__).parent.parent.parent / "README.md"
_TABLE = re.compile(r"(?<=<!-- oracles -->\n\n).*?(?=\n<!-- /oracles -->)", re.DOTALL)


class Told(TypedDict):
    """A section of the file."""

    why: str
    version: str
    never: list[str]
    fields: dict[str, list[str]]


def held() -> dict[str, Told]:
    """Return what the file tells."""
    return {name: Told(**section) for name, section in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}


def told(lost: Mapping[str, list[str]]) -> tuple[list[str], dict[str, list[str]]]:
    """Return the fields that never come back, and the entries of the others."""
    ordered = [row.name for row in FIELDS if row.name in lost]
    never = [name for name in ordered if len(lost[name]) == _having(name)]
    return never, {name: lost[name] for name in ordered if name not in never}


def table(sections: Mapping[str, Told]) -> str:
    """Return the table of README."""
    every = sum(len(entry.record) for entry in SHOWN)
    lines = [f"| format | through | of {len(FIELDS)} fields | of {every:,} values |", "|---|---|---|---|"]
    for format_, oracles in groupby((one for one in ORACLES if one.name in sections), key=lambda one: one.format):
        label = next(module.LABEL for module in MODULES if format_ == module.NAME)
        for oracle in oracles:
            section = sections[oracle.name]
            lost = sum(map(_having, section["never"])) + sum(map(len, section["fields"].values()))
            lines.append(f"| {label} | {oracle.program} | {len(FIELDS) - len(section['never'])} | {every - lost:,} |")
    return "\n".join(lines) + "\n"


def shown(readme: str) -> str:
    """Return the table that README shows."""
    found = _TABLE.search(readme)
    assert found, "README has no table between <!-- oracles --> and <!-- /oracles -->"
    return found[0]


def write_anew() -> None:
    """Measure with the programs that are there, and write the file and README."""
    before = held() if FILE.exists() else {}
    sections = {oracle.name: section for oracle in ORACLES if (section := _section(oracle, before.get(oracle.name)))}
    FILE.write_text("".join(_written(sections)), encoding="utf-8")
    README.write_text(_TABLE.sub(lambda _: table(sections), README.read_text(encoding="utf-8")), encoding="utf-8")


def _section(oracle: Oracle, before: Told | None) -> Told | None:
    if not oracle.there():
        return before
    never, fields = told(losses(oracle))
    return Told(why=before["why"] if before else "", version=version(oracle.program), never=never, fields=fields)


def _having(field: str) -> int:
    return sum(field in entry.record for entry in SHOWN)


def _written(sections: Mapping[str, Told]) -> Iterator[str]:
    yield "# What other programs do not give back of the hard entries, reviewed; see matrix.py. `python -m tests.formats` writes it anew.\n"
    for name, section in sections.items():
        yield f'\n["{name}"]\nwhy = "{section["why"]}"\nversion = "{section["version"]}"\n'
        yield f"never = {_listed(section['never'])}\n"
        yield f'\n["{name}".fields]\n'
        yield from (f"{field} = {_listed(entries)}\n" for field, entries in section["fields"].items())


def _listed(words: list[str]) -> str:
    one = ", ".join(f'"{word}"' for word in words)
    if len(one) < 120:
        return f"[{one}]"
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 120:
            lines.append(line.rstrip())
            line = ""
        line += f'"{word}", '
    return "[\n" + "".join(f"  {one}\n" for one in (*lines, line.rstrip())) + "]"
