"""Tags for what a batch brings in."""

from collections.abc import Sequence

from litcli.errors import NotFound
from litcli.store.library import Library


def tag(library: Library, citekey: str, tags: Sequence[str]) -> None:
    """Tag an entry; one in the trash stays as it is."""
    try:
        library.entries.get(citekey)
    except NotFound:
        return
    library.tags.add([citekey], tags)
