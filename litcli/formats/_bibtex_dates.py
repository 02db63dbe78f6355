"""Dates in both dialects: BibTeX's `year`, `month` (a macro) and `day`, BibLaTeX's `date` in the Extended Date/Time Format.

BibTeX's styles print months as they stand, so two of them are "jun # "--" # jul"; any other range ends in `endyear`, `endmonth` and
`endday`, which pandoc and biber read; what is more than that (a circa) is said once more in `issued`, which is ours. A text that is no
date ("in press") stands in `year` in either dialect, as users write it. What surprised us: pandoc and biber drop a year that is no number
("2012--2013"); months are written as macros, numbers, words, two words ("June--July") and with a day glued on (`may # "~3"`).
"""

import re
from collections.abc import Mapping

from litcli.model.dates import Date, Part, parse_date
from litcli.model.edtf import edtf
from litcli.model.record import CslDate

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's macros."""
SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def classic(date: CslDate) -> dict[str, str]:
    """Return a date as BibTeX's fields; a month stands with its braces, or without where it is a macro.

    >>> classic({"date-parts": [[2013, 5, 1]]}), classic({"literal": "in press"})
    ({'year': '2013', 'month': 'may', 'day': '1'}, {'year': 'in press'})
    >>> classic({"date-parts": [[2013, 6], [2013, 7]]})["month"], classic({"date-parts": [[1850], [1860]], "circa": True})
    ('jun # "--" # jul', {'year': '1850', 'endyear': '1860', 'issued': '1850~/1860~'})
    """
    given = Date.from_csl(date)
    if not given.parts:
        return {"year": given.literal or ""}
    first, last = given.parts[0], given.parts[-1]
    if len(first) == len(last) == 2 and first[0] == last[0] and first != last:
        fields = {"year": str(first[0]), "month": ' # "--" # '.join(_macro(part[1]) for part in given.parts)}
    else:
        fields = _single("", first) | (_single("end", last) if len(given.parts) > 1 else {})
    if given.season and 1 <= given.season <= len(SEASONS) and len(given.parts) == 1:
        fields["month"] = f"{{{SEASONS[given.season - 1]}}}"
    read_back = read({name: value.strip("{}").replace(' # "--" # ', "--") for name, value in fields.items()})
    return fields if read_back == given.to_csl() else fields | {"issued": given.edtf()}


def _single(prefix: str, part: Part) -> dict[str, str]:
    shown = (str(part[0]), *(_macro(month) for month in part[1:2]), *(str(day) for day in part[2:3]))
    return {f"{prefix}{name}": value for name, value in zip(("year", "month", "day"), shown, strict=False)}


def _macro(month: int) -> str:
    return MONTHS[month - 1] if 1 <= month <= len(MONTHS) else f"{{{month}}}"


def modern(date: CslDate) -> dict[str, str]:
    """Return a date as BibLaTeX's fields.

    >>> modern({"date-parts": [[2013], [2014]]}), modern({"literal": "in press"})
    ({'date': '2013/2014'}, {'year': 'in press'})
    """
    given = Date.from_csl(date)
    return {"date": given.edtf()} if given.parts else {"year": given.literal or ""}


def from_edtf(text: str) -> Date:
    """Read a date in the Extended Date/Time Format as BibLaTeX has it; a text in any other form is read as one.

    >>> from_edtf("-0043-03-15").parts, from_edtf("-43").parts, from_edtf("1999-05-XX").parts
    (((-44, 3, 15),), ((-44,),), ((1999, 5),))
    """
    return edtf(_SHORT.sub(lambda year: f"{year[1]}{int(year[2]):04d}", _UNSAID.sub("", text)))


_SHORT = re.compile(r"((?:^|/)-?)(\d{1,3})(?=[-/~?%]|$)")
"""A year as biber writes it, without the noughts that the format has."""
_UNSAID = re.compile(r"(?:-XX){1,2}(?=$|/)")
"""A month or day that is not known ("1999-05-XX")."""


def read(fields: Mapping[str, str]) -> CslDate | None:
    """Return the date that `issued` or `date`, or else `year`, `month`, `day` and their ends state; None where none of them does.

    >>> read({"year": "2013", "month": 'may # "~3"'}), read({"date": "2013-21~"}), read({"year": "2013", "month": "June--July"})
    ({'date-parts': [[2013, 5, 3]]}, {'date-parts': [[2013]], 'season': 1, 'circa': True}, {'date-parts': [[2013, 6], [2013, 7]]})
    """
    if stated := fields.get("issued") or fields.get("date"):
        return from_edtf(stated).to_csl()
    begin = _of_parts(fields, "")
    end = _of_parts(fields, "end") if begin and "endyear" in fields else None
    if begin and end and "date-parts" in begin and "date-parts" in end:
        return {**begin, "date-parts": [begin["date-parts"][0], end["date-parts"][0]]}
    return begin


def otherwise(fields: Mapping[str, str], date: CslDate | None) -> list[str]:
    """Return the names of the fields that say something else, or more, than the date that was read from them.

    >>> both = {"date": "2013-05", "month": "may"}
    >>> otherwise(both, read(both)), otherwise(both | {"year": "2012"}, read(both))
    ([], ['month', 'year'])
    >>> otherwise({"year": "2013", "day": "3"}, {"date-parts": [[2013]]})
    ['day']
    """
    beside = [name for name in fields if name in _PARTED]
    whole = date.get("date-parts", []) if date else []
    if len(beside) == len(fields):
        return [
            name for name, (at, long) in _PLACES.items() if name in fields and not any(len(one) >= long for one in whole[at:])
        ]
    if not beside or not date:
        return []
    year = {"year": str(whole[0][0])} if whole else {}
    stated = (read(year | {name: fields[name] for name in beside}) or {}).get("date-parts", [])
    said = 0 < len(stated) <= len(whole) and all(one[: len(other)] == other for one, other in zip(whole, stated, strict=False))
    return [] if said else beside


_PLACES = {"day": (0, 3), "endyear": (1, 1), "endmonth": (1, 2), "endday": (1, 3)}
"""Which date of a range has the part, and how many it has then."""
_PARTED = ("year", "month", "day", "endyear", "endmonth", "endday")
FIELDS = ("issued", "date", *_PARTED)
"""All that a date of issue may stand in."""


def _of_parts(fields: Mapping[str, str], prefix: str) -> CslDate | None:
    year, month, day = (fields.get(f"{prefix}{name}", "").strip() for name in ("year", "month", "day"))
    if not year:
        alone = parse_date(_bare(month))
        return alone.to_csl() if alone.parts else None
    plain = _YEAR.fullmatch(year)
    number = (_month(month) if month else None) if plain else None
    if number:
        return {"date-parts": [[int(year), number, int(day)] if _DAY.fullmatch(day) else [int(year), number]]}
    if plain and not month:
        return {"date-parts": [[int(year)]]}
    guess = _guess(year.replace("--", "–"), _bare(month), plain=bool(plain))
    parts = guess.get("date-parts", [])
    return (
        {**guess, "date-parts": [[*parts[0], int(day)]]}
        if _DAY.fullmatch(day) and [len(part) for part in parts] == [2]
        else guess
    )


_YEAR = re.compile(r"-?\d{1,4}")
_DAY = re.compile(r"\d{1,2}")


def _guess(year: str, month: str, *, plain: bool) -> CslDate:
    """Read what is more than a year and a month."""
    if not plain:
        dated = re.search(r"\d{4}", year)
        return parse_date(f"{month} {year}".strip()).to_csl() if dated else {"literal": " ".join(year.split())}
    guess = parse_date(f"{month} {year}")
    return guess.to_csl() if guess.parts else {"date-parts": [[int(year)]]}


def _bare(month: str) -> str:
    return " ".join(re.sub(r'["#~{}]', " ", month).replace("--", "-").split())


def _month(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    return _BY_MACRO.get(text.casefold().strip().rstrip("."))


_WHOLE = "january february march april may june july august september october november december".split()
_BY_MACRO = {name: at for at, names in enumerate(zip(MONTHS, _WHOLE, strict=True), 1) for name in names} | {"sept": 9}
