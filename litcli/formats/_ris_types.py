"""What the type of a RIS reference makes of its tags, as data for `litcli.formats.ris`."""

from litcli.model.types import BOOKS

SERIAL = BOOKS | {"report", "software", "map"}
"""Types whose T2 is a series."""
WHOLE = BOOKS | {"manuscript", "report", "thesis"}
"""Types whose SP is the number of pages."""
NUMBERED = frozenset({"bill", "hearing", "legislation", "legal_case", "patent", "regulation", "standard", "software", "document"})
"""Types whose number stands in M1."""
