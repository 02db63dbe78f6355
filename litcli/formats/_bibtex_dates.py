"""Dates in a BibTeX file: `year`, a month macro and `day` for a plain date, and biblatex's `date` for what those cannot say.

A range, a season and a circa go into `date` (EDTF), with the first year (and month) beside it for styles that know no other. A
text that is no date ("in press") stands in `year`, as BibTeX's users write it. What surprised us: months are written as macros,
numbers, words, two words ("June--July") and with a day glued on (`may # "~3"`).
"""

import re
from collections.abc import Mapping

from litcli.formats._edtf import edtf
from litcli.model.dates import Date, parse_date
from litcli.model.record import CslDate

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's macros."""


def write(date: CslDate) -> dict[str, str]:
    """Return a date as BibTeX fields; the month is a macro, to stand without braces.

    >>> write({"date-parts": [[2013, 5, 1]]}), write({"literal": "in press"})
    ({'year': '2013', 'month': 'may', 'day': '1'}, {'year': 'in press'})
    >>> write({"date-parts": [[2013], [2014]]})
    {'date': '2013/2014', 'year': '2013'}
    """
    given = Date.from_csl(date)
    if not given.parts:
        return {"year": given.literal or ""}
    first = given.parts[0]
    plain = len(given.parts) == 1 and not given.season and not given.circa
    fields = {"year": str(first[0])}
    if len(first) > 1 and 1 <= first[1] <= 12:
        fields["month"] = MONTHS[first[1] - 1]
    if len(first) > 2:
        fields["day"] = str(first[2])
    return fields if plain else {"date": given.edtf(), **fields}


def read(fields: Mapping[str, str]) -> CslDate | None:
    """Return the date that `date`, or else `year`, `month` and `day` state; None where none of them does.

    >>> read({"year": "2013", "month": 'may # "~3"'}), read({"date": "2013-21~"}), read({"year": "2013", "month": "June--July"})
    ({'date-parts': [[2013, 5, 3]]}, {'date-parts': [[2013]], 'season': 1, 'circa': True}, {'date-parts': [[2013, 6], [2013, 7]]})
    """
    if stated := fields.get("date"):
        return edtf(stated).to_csl()
    year = fields.get("year", "").strip()
    month = " ".join(re.sub(r'["#~{}]', " ", fields.get("month", "")).replace("--", "-").split())
    day = fields.get("day", "").strip()
    if not year:
        return parse_date(month).to_csl() if month else None
    if not re.fullmatch(r"-?\d{1,4}", year):
        return (
            parse_date(f"{month} {year}".strip()).to_csl() if re.search(r"\d{4}", year) else {"literal": " ".join(year.split())}
        )
    if number := _month(month):
        return Date(((int(year), number, int(day)) if re.fullmatch(r"\d{1,2}", day) else (int(year), number),)).to_csl()
    guess = parse_date(f"{month} {year}")
    return (guess if month and guess.parts else Date(((int(year),),))).to_csl()


def _month(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    name = text.casefold().rstrip(".")
    return next((at for at, macro in enumerate(MONTHS, 1) if name == macro), None)
