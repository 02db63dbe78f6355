"""What a test asks of a BibTeX or BibLaTeX file: one field as it was written, the record of its one entry."""

import re

from litcli.formats._base import Reader, loads
from litcli.model.record import Record


def field(text: str, name: str) -> str | None:
    """Return what stands behind the "=" of a field, None where there is none."""
    found = re.search(rf"^  {name} = (.*),$", text, re.MULTILINE)
    return found[1] if found else None


def read(format_: Reader, text: str) -> Record:
    """Return the record of a file that holds one entry."""
    (found,) = loads(format_, text).records
    return found.record
