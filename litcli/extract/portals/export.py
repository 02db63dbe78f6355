"""A page that is nothing but the export of one record: RIS, EndNote, BibTeX, Web of Science, RefWorks or NoteExpress, from whatever portal.

MEDLINE is PubMed's own, and read by it.
"""

from litcli.extract.base import generic, tagged
from litcli.extract.base.generic import Draft
from litcli.extract.base.tag_lines import Export, find_export
from litcli.extract.layout import Layout

NAME = "export"


def marks(layout: Layout) -> float:
    """Weigh whether nearly all of the page are the tags of an export and their values."""
    return 1.0 if _export(layout) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    export = _export(layout)
    if not export or export.records == 1:
        return None
    return f"a list of several works: an export of {export.records} records; read it with 'litcli import'"


def read(layout: Layout) -> Draft:
    """Return what the export states."""
    export = _export(layout)
    return tagged.read(layout, export, NAME) if export else generic.read(layout, NAME)


def _export(layout: Layout) -> Export | None:
    export = find_export(layout)
    return export if export and export.form != "medline" else None
