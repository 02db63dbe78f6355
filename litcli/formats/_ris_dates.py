"""Dates in a RIS file: the year in PY, the whole date in DA as "YYYY/MM/DD/more".

What slashes cannot say (a range, a season, a circa) stands as EDTF behind the third, ".." for the slash of a range; programs that
know no EDTF still read the first date. A text that is no date ("in press") stands in PY, as EndNote has it. What surprised us: DA
is the day of download in some databases, so a DA of another year than PY's does not count; and EndNote's DA may lack the year.
"""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from litcli.model.dates import Date, parse_date
from litcli.model.edtf import edtf
from litcli.model.record import CslDate

_SLASHED = re.compile(r"(\d{1,4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?\s*")


def write(date: CslDate) -> tuple[str, str | None]:
    """Return what stands in PY and in DA, None where PY says all.

    >>> write({"date-parts": [[2013, 5]]}), write({"date-parts": [[2013, 5], [2013, 6]]}), write({"literal": "in press"})
    (('2013', '2013/05//'), ('2013', '2013/05//2013-05..2013-06'), ('in press', None))
    """
    given = Date.from_csl(date)
    if not given.parts:
        return given.literal or "", None
    year, month, day = (*given.parts[0], 0, 0)[:3]
    more = given.edtf().replace("/", "..") if len(given.parts) > 1 or given.season or given.circa else ""
    if not month and not more:
        return f"{year:04d}", None
    return f"{year:04d}", f"{year:04d}/{month:02d}/{f'{day:02d}' if day else ''}/{more}".replace("/00//", "///")


def comes_back(date: CslDate) -> bool:
    """Tell whether a date of issue is read as it was written.

    >>> comes_back({"date-parts": [[2013, 5]]}), comes_back({"date-parts": [[-44, 3, 15]]})
    (True, False)
    """
    parts = date.get("date-parts", [])
    if len(date) == len(parts) == 1 and 1000 <= parts[0][0] <= 2100:
        return True
    year, whole = write(date)
    found = agreed([year], [whole] if whole else [])
    return found is not None and found.to_csl() == date


@lru_cache(maxsize=4096)
def read(stated: str) -> Date:
    """Read one date.

    >>> read("2013/05/01/").edtf(), read("2013///2013-21").edtf(), read("1998//").edtf(), read("May 2013").edtf()
    ('2013-05-01', '2013-21', '1998', '2013-05')
    """
    found = _SLASHED.fullmatch(stated)
    if not found:
        return parse_date(stated)
    if found[4] and (more := edtf(found[4].replace("..", "/").strip())).parts:
        return more
    numbers = tuple(int(part) for part in found.groups()[:3] if part and int(part))
    if not numbers:
        return parse_date(stated)
    season = parse_date(f"{found[4]} {found[1]}") if found[4] and len(numbers) == 1 else Date()
    return season if season.parts else Date((numbers[: _sure(numbers)],))


def agreed(years: list[str], dates: list[str]) -> Date | None:
    """Return the date that PY (or Y1) and DA state together; None where there is neither.

    >>> agreed(["2013"], ["2019/01/01"]).edtf(), agreed(["2013"], ["May 1"]).edtf(), agreed(["2013"], ["2013/05//"]).edtf()
    ('2013', '2013-05-01', '2013-05')
    """
    by_year = [date for date in map(read, years) if date.parts]
    by_date = [date for date in map(read, dates) if date.parts]
    if years and dates and not by_date:
        by_date = [date for date in (parse_date(f"{dates[0]} {years[0]}"),) if date.parts]
    if by_year:
        same = [date for date in by_date if date.year == by_year[0].year]
        return max([*same, *by_year], key=_known)
    return next(iter(by_date), None) or next((read(text) for text in (*years, *dates)), None)


def unsaid(years: Sequence[tuple[str, str]], dates: Sequence[tuple[str, str]]) -> list[str]:
    """Return a line for each tag and value that says something else than the date that all of them state together, or more.

    >>> unsaid([("PY", "2013"), ("Y1", "2012")], [("DA", "2019/01/01")]), unsaid([("PY", "2013")], [("DA", "May 1")])
    (['Y1: 2012', 'DA: 2019/01/01'], [])
    """
    in_years, in_dates = [value for _, value in years], [value for _, value in dates]
    found = agreed(in_years, in_dates)
    joined = dates[:1] if found != agreed(in_years, []) else []
    return [
        f"{tag}: {value}" for tag, value in (*years, *dates) if found and (tag, value) not in joined and not _says(found, value)
    ]


def _says(found: Date, stated: str) -> bool:
    date = read(stated)
    if not date.parts:
        return date.literal == found.literal
    return all(any(whole[: len(part)] == part for whole in found.parts) for part in date.parts)


def _sure(numbers: tuple[int, ...]) -> int:
    """Return how many of year, month and day the calendar has."""
    padded = (*numbers, 1, 1)
    try:
        dt.date(*padded[:3])
    except ValueError:
        return 1
    return len(numbers)


def _known(date: Date) -> int:
    return sum(map(len, date.parts)) + bool(date.season) + date.circa
