"""Other programs that read what we write: each takes a file of one format and gives a file of one that we read.

What came back is compared with what was written, in words and signs: programs make quotation marks round, set titles in lower case
and write names their own way. A program that gives up a whole file for one entry gets the file in halves, until it is that entry
that is missing.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pypandoc

from litcli.formats._base import Options, Read, dumps, loads
from litcli.model.entry import Entry
from litcli.model.latex import decode
from litcli.model.record import CslDate, Record, Value
from tests.formats.found import MODULES
from tests.formats.hard import HARD

NODE = Path(__file__).parent.parent / "node"
_LIMIT = 300
"""Seconds that a program has for a file."""


@dataclass(frozen=True)
class Oracle:
    """Another program's way with one of our formats."""

    program: str
    format: str
    """What it reads."""
    back: str
    """What it gives."""
    convert: Callable[[str], str] = field(compare=False)
    there: Callable[[], bool] = field(default=lambda: True, compare=False)

    @property
    def name(self) -> str:
        """What the table of losses calls it."""
        return f"{self.format} through {self.program}"


class Refused(Exception):
    """A program read nothing, or failed."""


def run(*command: str | Path, given: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, input=given.encode(), capture_output=True, cwd=cwd, timeout=_LIMIT, check=False)
    if done.returncode:
        raise Refused(done.stderr.decode(errors="replace")[-400:])
    return done.stdout.decode(errors="replace")


def pandoc(source: str, text: str) -> str:
    return run(pypandoc.get_pandoc_path(), "--from", source, "--to", "csljson", given=text)


def bibutils(program: str) -> Callable[[str], str]:
    return lambda text: run(program, "-i", "utf8", "-o", "utf8", given=text).removeprefix("\ufeff")


def node(*words: str) -> Callable[[str], str]:
    return lambda text: run("node", "convert.mjs", *words, given=text, cwd=NODE)


def rispy(text: str) -> str:
    import rispy as program

    return program.dumps(program.loads(text))


def pybtex(text: str) -> str:
    """Write what pybtex has read by hand: its own writer escapes what is escaped already."""
    import pybtex.database

    written = []
    for key, entry in pybtex.database.parse_string(text, "bibtex").entries.items():
        persons = {role: " and ".join(map(str, named)) for role, named in entry.persons.items()}
        fields = (f"{name} = {{{value}}}" for name, value in {**persons, **entry.fields}.items())
        written.append(f"@{entry.type}{{{key},\n" + ",\n".join(fields) + "}\n")
    return "".join(written)


def bibtexparser(text: str) -> str:
    import bibtexparser as program

    return program.write_string(program.parse_string(text))


def biber(text: str) -> str:
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.bib").write_text(text, encoding="utf-8")
        run("biber", "--tool", "--quiet", "--nolog", "--output-file=b.bib", "a.bib", given="", cwd=Path(folder))
        return (Path(folder) / "b.bib").read_text(encoding="utf-8")


def has(*programs: str) -> Callable[[], bool]:
    return lambda: all(shutil.which(program) for program in programs)


def has_node(package: str) -> Callable[[], bool]:
    return lambda: bool(shutil.which("node")) and (NODE / "node_modules" / package).exists()


_CITATION_JS = has_node("@citation-js/core")

ORACLES: tuple[Oracle, ...] = (
    Oracle("bibtexparser", "bibtex", "bibtex", bibtexparser),
    Oracle("pybtex", "bibtex", "bibtex", pybtex),
    Oracle("pandoc", "bibtex", "csl-json", partial(pandoc, "bibtex")),
    Oracle("citation-js", "bibtex", "csl-json", node("citation-js", "bibtex"), _CITATION_JS),
    Oracle("bibutils", "bibtex", "mods", bibutils("bib2xml"), has("bib2xml")),
    Oracle("bibtexparser", "biblatex", "biblatex", bibtexparser),
    Oracle("pandoc", "biblatex", "csl-json", partial(pandoc, "biblatex")),
    Oracle("biber", "biblatex", "biblatex", biber, has("biber")),
    Oracle("citation-js", "biblatex", "csl-json", node("citation-js", "biblatex"), _CITATION_JS),
    Oracle("biblatex-csl-converter", "biblatex", "csl-json", node("biblatex-csl-converter"), has_node("biblatex-csl-converter")),
    Oracle("bibutils", "biblatex", "mods", bibutils("biblatex2xml"), has("biblatex2xml")),
    Oracle("rispy", "ris", "ris", rispy),
    Oracle("pandoc", "ris", "csl-json", partial(pandoc, "ris")),
    Oracle("citation-js", "ris", "csl-json", node("citation-js", "ris"), _CITATION_JS),
    Oracle("bibutils", "ris", "mods", bibutils("ris2xml"), has("ris2xml")),
    Oracle("bibutils", "enw", "mods", bibutils("end2xml"), has("end2xml")),
    Oracle("pandoc", "endnote-xml", "csl-json", partial(pandoc, "endnotexml")),
    Oracle("bibutils", "endnote-xml", "mods", bibutils("endx2xml"), has("endx2xml")),
    Oracle("bibutils", "mods", "bibtex", bibutils("xml2bib"), has("xml2bib")),
    Oracle("pandoc", "csl-json", "csl-json", partial(pandoc, "csljson")),
    Oracle("citation-js", "csl-json", "csl-json", node("citation-js", "csl-json"), _CITATION_JS),
    Oracle("pandoc", "csl-yaml", "csl-json", partial(pandoc, "markdown")),
    Oracle("pandoc", "jats", "csl-json", partial(pandoc, "jats")),
)


_VERSIONS: dict[str, tuple[str | Path, ...]] = {
    "biber": ("biber", "--version"),
    "bibutils": ("bib2xml", "-v"),
    "pandoc": (pypandoc.get_pandoc_path(), "--version"),
}
"""How programs tell their version that no lock file of ours holds."""


@cache
def version(program: str) -> str:
    """Return the version of a program; "locked" where a lock file of ours holds it, "" where the program is not there."""
    command = _VERSIONS.get(program)
    if not command:
        return "locked"
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_LIMIT)
    return re.findall(r"\d+(?:\.\d+)+", done.stdout + done.stderr)[0]


def module(name: str) -> ModuleType | None:
    return next((one for one in MODULES if name == one.NAME), None)


SHOWN = tuple(entry for entry in HARD if entry.citekey != "three-thousand")
"""The hard entries but for the one of three thousand names, over which bibutils sits for half a minute."""


def losses(oracle: Oracle) -> dict[str, list[str]]:
    """Return the hard entries of which a program gives back another value, or none, by field."""
    found = through(oracle, SHOWN)
    lost: dict[str, list[str]] = {}
    for entry in SHOWN:
        record = found.get(entry.citekey, {})
        for field_, value in entry.record.items():
            if not alike(value, record.get(field_)):
                lost.setdefault(field_, []).append(entry.citekey)
    return lost


def through(oracle: Oracle, entries: Sequence[Entry]) -> dict[str, Record]:
    """Return what a program gives back of entries, by citekey."""
    writer, reader = module(oracle.format), module(oracle.back)
    assert writer
    assert reader
    return {entry.citekey: read.record for entry, read in _pairs(oracle, writer, reader, entries)}


def _pairs(oracle: Oracle, writer: ModuleType, reader: ModuleType, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Read]]:
    try:
        reads = loads(reader, oracle.convert(dumps(writer, entries, Options()))).records
    except Exception:  # noqa: BLE001  other programs fail in any way
        reads = ()
    by_key = {read.citekey: read for read in reads}
    missing = [entry for entry in entries if entry.citekey not in by_key]
    if not missing:
        yield from ((entry, by_key[entry.citekey]) for entry in entries)
    elif len(reads) == len(entries):
        yield from zip(entries, reads, strict=True)
    elif len(entries) > 1:
        half = len(entries) // 2
        yield from _pairs(oracle, writer, reader, entries[:half])
        yield from _pairs(oracle, writer, reader, entries[half:])


_MARKS = str.maketrans('“”„«»‘’‚"`', "''''''''''")


def alike(one: Value | None, other: Value | None) -> bool:
    """Tell whether two values say the same in the words of two programs."""
    return _folded(one) == _folded(other)


def _folded(value: Value | None) -> object:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return sorted(_text(one) if isinstance(one, str) else _name(one) for one in value)
    return _date(value) if value else None


def _text(value: str) -> str:
    plain = re.sub(
        r"\$(?:\\[A-Za-z]+|.)\$|</?su[bp]>|</?[ib]>|</?span[^>]*>",
        lambda found: decode(found[0]) if found[0][0] == "$" else "",
        value,
    )
    return " ".join(plain.translate(_MARKS).replace("''", "'").casefold().split())


def _name(name: object) -> str:
    parts = name.items() if isinstance(name, dict) else ()
    return " ".join(sorted(re.findall(r"\w+", " ".join(said.casefold() for part, said in parts if part != "ORCID"))))


def _date(date: CslDate) -> object:
    return date.get("date-parts") or date.get("literal")
