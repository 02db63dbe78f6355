"""What the type of a reference makes of the tags of RIS and of EndNote, as data for `ris`, `enw` and `endnote_xml`."""

from litcli.model.types import BOOKS

SERIAL = BOOKS | {"report", "software", "map"}
"""Types whose T2 is a series."""
WHOLE = BOOKS | {"manuscript", "report", "thesis"}
"""Types whose SP is the number of pages."""
NUMBERED = frozenset({"bill", "hearing", "legislation", "legal_case", "patent", "regulation", "standard", "software", "document"})
"""Types whose number stands in M1."""
REPORTS = frozenset({"report"})
"""Types whose number stands in SN."""
VERSIONED = frozenset({"software", "dataset"})
"""Types whose ET is a version."""
NAMES = frozenset({"author", "editor", "translator", "supervisor"})
"""Fields of names that have tags."""
