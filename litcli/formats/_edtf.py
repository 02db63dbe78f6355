"""The Extended Date/Time Format (ISO 8601-2), as far as `Date.edtf` writes it, for any year."""

import re

from litcli.model.dates import Date, Part, parse_date

_EDTF = re.compile(r"(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


def edtf(text: str) -> Date:
    """Read a date in the Extended Date/Time Format, and failing that in any other form.

    >>> edtf("0800/0850").parts, edtf("2013-24").season, edtf("May 2013").parts
    (((800,), (850,)), 4, ((2013, 5),))
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
        parts.append(numbers)
    return Date(tuple(parts), season, circa=any(one and one[4] for one in found))
