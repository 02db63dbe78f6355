"""Which format a file has: by its name, by its ending, or by what is in it."""

from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import cast

from litcli import formats, registry
from litcli.errors import InputError, UnknownName
from litcli.formats import _base
from litcli.formats._base import Loaded, Named, Reader, Updater, Writer
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, FIELDS, Kind
from litcli.model.record import CslName, Value
from litcli.model.types import TYPES

GROUP = "litcli.formats"
USUAL = MappingProxyType({".bib": "bibtex", ".ris": "ris", ".nbib": "nbib", ".enw": "enw", ".jsonl": "jsonl"})
"""What a file with such an ending is tried as first: where that fits, no other format is loaded."""
_SURE = 0.9
HEAD = 64 * 1024
"""Characters of a file from which its format is told."""
COMPRESSED = frozenset({".gz", ".bz2", ".xz"})


@dataclass(frozen=True)
class Formats:
    """Every format there is, and what could not be loaded."""

    by_name: dict[str, Named]
    broken: tuple[str, ...]

    @property
    def readers(self) -> dict[str, Reader]:
        """Those that can be read."""
        return {name: cast("Reader", module) for name, module in self.by_name.items() if hasattr(module, "read")}

    @property
    def writers(self) -> dict[str, Writer]:
        """Those that can be written."""
        return {name: cast("Writer", module) for name, module in self.by_name.items() if hasattr(module, "write")}

    @property
    def updaters(self) -> dict[str, Updater]:
        """Those whose files can be updated in place."""
        return {name: cast("Updater", module) for name, module in self.by_name.items() if hasattr(module, "update")}


def every() -> Formats:
    """Load all formats, other packages' too."""
    found = registry.find(formats, GROUP, ("NAME", "LABEL", "SUFFIXES"))
    modules = [cast("Named", module) for module in found.modules.values()]
    return Formats({module.NAME: module for module in sorted(modules, key=lambda module: module.NAME)}, found.broken)


def reader(name: str) -> Reader:
    """Return a format that can be read by its name, loading no other one if it is ours; raises `UnknownName`."""
    return cast("Reader", _named(name, "read"))


def writer(name: str) -> Writer:
    """Return a format that can be written by its name, loading no other one if it is ours; raises `UnknownName`.

    >>> writer("bibtex").SUFFIXES[0]
    '.bib'
    """
    return cast("Writer", _named(name, "write"))


def of_file(path: str) -> Writer | None:
    """Return the format that a file to be written has by its ending; None where it stands for none."""
    suffix = PurePath(path).suffix.casefold()
    return next((module for module in every().writers.values() if suffix in module.SUFFIXES), None)


def of_content(head: str, path: str) -> Reader | None:
    """Return the format that a file has by its first 64 KB; its ending counts where those tell nothing, or fit several equally."""
    suffix = _suffix(path)
    if suffix in USUAL and (module := reader(USUAL[suffix])).likely(head) >= _SURE:
        return module
    rated = [(module.likely(head), suffix in module.SUFFIXES, module) for module in every().readers.values()]
    likelihood, by_suffix, best = max(rated, key=lambda one: one[:2])
    return best if likelihood or by_suffix else None


def suffixes() -> frozenset[str]:
    """Return the endings of files that can be read."""
    return frozenset(suffix for module in every().readers.values() for suffix in module.SUFFIXES)


def loads(text: str, format: str | None = None) -> Loaded:  # noqa: A002  the word that scripts use
    """Return the records that a text holds, and the parts of it that are none; the format is told by what is in it.

    Raises `UnknownName`, `InputError` where it is in no format that is read.

    >>> [(read.citekey, read.line) for read in loads("@book{ng, title = {On bees}}").records]
    [('ng', 1)]
    """
    module = reader(format) if format else of_content(text[:HEAD], "")
    if module is None:
        raise InputError("the text", "is in no format of references that litcli knows")
    return _base.loads(module, text)


def _suffix(path: str) -> str:
    """Return a file's ending, behind which a compressed one has another."""
    named = PurePath(path.rpartition("!/")[2])
    return (PurePath(named.stem) if named.suffix.casefold() in COMPRESSED else named).suffix.casefold()


def _named(name: str, ability: str) -> Named:
    plain = name.casefold()
    if plain.replace("-", "_") in registry.names(formats):
        found = cast("Named", import_module(f"{formats.__name__}.{plain.replace('-', '_')}"))
        known = {plain: found} if hasattr(found, ability) else {}
    else:
        known = {}
    if not known:
        known = {module.NAME: module for module in every().by_name.values() if hasattr(module, ability)}
    if plain not in known:
        raise UnknownName("format", name, get_close_matches(plain, known), f"there are {', '.join(known)}")
    return known[plain]


def loses(module: Writer) -> tuple[str, ...]:
    """Return the fields that a format cannot carry, whatever the type of work; "author.ORCID" where a part of a name is lost.

    >>> loses(writer("jsonl"))
    ()
    """
    lost = [set(module.lost(Entry("x", {name: _sample(name, type_) for name in _KINDS}))) for type_ in TYPES]
    everywhere = set.intersection(*lost)
    return tuple(name for name in (*_KINDS, *(f"{name}.ORCID" for name in _KINDS)) if name in everywhere)


_KINDS = {row.name: row.kind for row in FIELDS}


def _sample(name: str, type_: str) -> Value:
    """Return a value of a field, for a work of a type."""
    kind = _KINDS[name]
    if kind is Kind.NAMES:
        return [CslName(family="Ng", given="Amy", ORCID="0000-0002-1825-0097")]
    if kind is Kind.DATE:
        return {"date-parts": [[2020, 2, 1]]}
    return ["one"] if BY_NAME[name].many else type_ if kind is Kind.TYPE else "1"
