"""Which format a file has: by its name, by its ending, or by what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from typing import cast

from litcli import formats, registry
from litcli.errors import UnknownName
from litcli.formats._base import Format, Loaded, Options
from litcli.model.entry import Entry

GROUP = "litcli.formats"


@dataclass(frozen=True)
class Formats:
    """Every format there is, and what could not be loaded."""

    by_name: dict[str, Format]
    broken: tuple[str, ...]


def every() -> Formats:
    """Load all formats, other packages' too."""
    found = registry.find(formats, GROUP, ("NAME", "LABEL", "SUFFIXES", "dumps", "loads", "lost"))
    modules = [cast("Format", module) for module in found.modules.values()]
    return Formats({module.NAME: module for module in sorted(modules, key=lambda module: module.NAME)}, found.broken)


def named(name: str) -> Format:
    """Return a format by its name, loading no other one if it is ours; raises `UnknownName`.

    >>> named("bibtex").SUFFIXES[0]
    '.bib'
    """
    plain = name.casefold()
    if plain.replace("-", "_") in registry.names(formats):
        return cast("Format", import_module(f"{formats.__name__}.{plain.replace('-', '_')}"))
    known = every().by_name
    if plain not in known:
        raise UnknownName("format", name, get_close_matches(plain, known), f"there are {', '.join(known)}")
    return known[plain]


def of_file(path: str) -> Format | None:
    """Return the format that a file's ending stands for; None where it stands for none."""
    suffix = PurePath(path).suffix.casefold()
    return next((module for module in every().by_name.values() if suffix in module.SUFFIXES), None)


def of_text(text: str) -> tuple[Format, Loaded]:
    """Return the format in which a text makes most sense, and what it holds then."""
    tried = [(module, module.loads(text)) for module in every().by_name.values()]
    return max(tried, key=lambda one: _sense(one[1]))


def dumps(entries: Sequence[Entry], format: str, *, ascii: bool = False) -> str:  # noqa: A002  the words that `export` uses
    """Return the entries as a file of a format ("ris"); what it cannot carry, its module's `lost` tells."""
    return named(format).dumps(entries, Options(ascii=ascii))


def _sense(loaded: Loaded) -> int:
    return len(loaded.records) - len(loaded.failures)
