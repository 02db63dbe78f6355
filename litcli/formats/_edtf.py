"""The Extended Date/Time Format (ISO 8601-2), as far as `Date.edtf` writes it, for any year."""

import re

from litcli.model.dates import Date, Part, parse_date

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EDTF = re.compile(r"(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


def edtf(text: str) -> Date:
    """Read a date in the Extended Date/Time Format, and failing that in any other form.

    >>> edtf("0800/0850").parts, edtf("2013-24").season, edtf("May 2013").parts, edtf("2013-02-30").literal
    (((800,), (850,)), 4, ((2013, 5),), '2013-02-30')
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
        parts.append(numbers)
    return Date(tuple(parts), season, circa=any(one and one[4] for one in found))


def _in_calendar(numbers: Part) -> bool:
    month, day = (*numbers[1:], 1, 1)[:2]
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
