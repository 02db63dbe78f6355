"""The Extended Date/Time Format (ISO 8601-2), as far as `Date.edtf` writes it, for any year.

What surprised us: it has a year 0, the one before the year 1, as astronomers do. CSL has none: its -44 is 44 BC, which is "-0043"
here. Programs that write years as they have them (pandoc, bibutils) write fewer digits, "-44", and mean 44 BC.
"""

import re

from litcli.model.dates import Date, Part, parse_date

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DIGITS = 4
"""So many has every year of the format."""
_EDTF = re.compile(r"(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


def edtf(text: str) -> Date:
    """Read a date in the Extended Date/Time Format, and failing that in any other form.

    >>> edtf("0800/0850").parts, edtf("2013-24").season, edtf("May 2013").parts, edtf("2013-02-30").literal
    (((800,), (850,)), 4, ((2013, 5),), '2013-02-30')
    >>> edtf("-0043-03-15").parts, edtf("0000").parts, edtf("-44").parts
    (((-44, 3, 15),), ((-1,),), ((-44,),))
    """
    found = [_EDTF.fullmatch(part) for part in text.strip().split("/")]
    parts: list[Part] = []
    season = None
    for one in found:
        if one is None or len(found) > 2:
            return parse_date(text)
        numbers = tuple(int(number) for number in one.groups()[:3] if number)
        if len(numbers) == 2 and 21 <= numbers[1] <= 24:
            season, numbers = numbers[1] - 20, numbers[:1]
        if not _in_calendar(numbers):
            return parse_date(text)
        astronomical = numbers[0] <= 0 and len(one[1].lstrip("-")) == _DIGITS
        parts.append((numbers[0] - 1, *numbers[1:]) if astronomical else numbers)
    return Date(tuple(parts), season, circa=any(one and one[4] for one in found))


def _in_calendar(numbers: Part) -> bool:
    month, day = (*numbers[1:], 1, 1)[:2]
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
