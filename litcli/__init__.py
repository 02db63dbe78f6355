"""litcli turns raw abstract pages into correct references, offline, and shows where on the page each value stands.

The names below are for scripts. Each is loaded when it is first used.

    from litcli import Library, cite, dumps, ingest, parse_query

    with Library.create("refs.litcli") as library:
        report = ingest(library, ["pages/"], each=lambda item: print(item.place, item.taken.outcome))
        entries = library.search.find(parse_query("author:galon year:2010..2015"))
    print(dumps(entries, "ris"), cite(entries, style="vancouver"))

`import_files` takes files of references into a library, `loads` reads a text of them without one; `verify` tells what a format would not
give back whole. `read_pages` and `read_text` read without a library. What goes wrong is a `LitcliError`. Where many pages are read, other
processes help; on systems that start them afresh, put your script's own work under `if __name__ == "__main__":`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from litcli.citations.bibliography import cite
    from litcli.errors import InputError, LibraryError, LitcliError, NotFound, QueryError, UsageError
    from litcli.extract.result import Evidence, Extraction, Rejection
    from litcli.intake.batch import ingest
    from litcli.intake.exports import dumps
    from litcli.intake.formats import loads
    from litcli.intake.imports import import_files
    from litcli.intake.reading import Read, read_pages, read_text
    from litcli.intake.report import Item, Report
    from litcli.intake.verifying import Altered, verify
    from litcli.model.entry import Entry
    from litcli.query.parser import parse as parse_query
    from litcli.store.filing import Outcome, Taken
    from litcli.store.library import Library

__version__ = "0.1.0"

__all__ = [
    "Altered",
    "Entry",
    "Evidence",
    "Extraction",
    "InputError",
    "Item",
    "Library",
    "LibraryError",
    "LitcliError",
    "NotFound",
    "Outcome",
    "QueryError",
    "Read",
    "Rejection",
    "Report",
    "Taken",
    "UsageError",
    "cite",
    "dumps",
    "import_files",
    "ingest",
    "loads",
    "parse_query",
    "read_pages",
    "read_text",
    "verify",
]

_HOMES = {
    "citations.bibliography": ("cite",),
    "errors": ("InputError", "LibraryError", "LitcliError", "NotFound", "QueryError", "UsageError"),
    "extract.result": ("Evidence", "Extraction", "Rejection"),
    "intake.batch": ("ingest",),
    "intake.exports": ("dumps",),
    "intake.formats": ("loads",),
    "intake.imports": ("import_files",),
    "intake.reading": ("Read", "read_pages", "read_text"),
    "intake.report": ("Item", "Report"),
    "intake.verifying": ("Altered", "verify"),
    "model.entry": ("Entry",),
    "query.parser": ("parse_query:parse",),
    "store.filing": ("Outcome", "Taken"),
    "store.library": ("Library",),
}
"""The module of each name; "a:b" where the module calls `b` what is `a` here."""


def __getattr__(name: str) -> object:
    """Load a name of `__all__` when it is first used."""
    from importlib import import_module

    for home, names in _HOMES.items():
        for own in names:
            public, _, inner = own.partition(":")
            if public == name:
                value: object = getattr(import_module(f"{__name__}.{home}"), inner or public)
                globals()[name] = value
                return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return sorted([*globals(), *__all__])
