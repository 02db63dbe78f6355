"""The number of a patent as references have it: "US8173001B2" is US patent 8,173,001."""

import re
from types import MappingProxyType

_NUMBER = re.compile(r"(?P<office>[A-Z]{2})[ -]?(?P<number>\d[\d,/ ]*\d)[ -]?(?P<kind>[A-Z]\d?)?")
OFFICES = MappingProxyType(
    {"EP": "European", "WO": "International", "GB": "UK", "JP": "Japanese", "DE": "German", "CN": "Chinese"}
)
"""What stands before "patent" in English; for offices not named here their own letters."""


def parted(stated: str) -> tuple[str, str] | None:
    """Return the letters of the office that granted a patent, and its number; None where a text is no patent's number.

    >>> parted("US8173001B2"), parted("EP 1234567 A1"), parted("WO2010/123456"), parted("8173001")
    (('US', '8,173,001'), ('EP', '1234567'), ('WO', '2010/123456'), None)
    """
    found = _NUMBER.fullmatch(stated.strip())
    if found is None:
        return None
    number = found["number"].replace(" ", "")
    if found["office"] == "US" and number.isdigit() and len(number) <= _LONGEST_GRANTED:
        number = f"{int(number):,}"
    return found["office"], number


_LONGEST_GRANTED = 8
"""Numbers of applications are longer: they begin with a year."""
