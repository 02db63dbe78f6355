"""Tags for what a batch brings in."""

from collections.abc import Sequence

from litcli.errors import NotFound
from litcli.store.library import Library


def tag(library: Library, citekeys: Sequence[str], tags: Sequence[str]) -> None:
    """Tag entries; one in the trash stays as it is."""
    there = [citekey for citekey in citekeys if _there(library, citekey)] if tags else []
    if there:
        library.tags.add(there, tags)


def _there(library: Library, citekey: str) -> bool:
    try:
        library.entries.id(citekey)
    except NotFound:
        return False
    return True
