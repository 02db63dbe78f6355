"""Dates, short names and long lines as PubMed writes them; for `litcli.formats.nbib`, its dates for `enw` too."""

from litcli.formats._tagged import BREAK
from litcli.model.dates import Date, parse_date
from litcli.model.record import CslDate, CslName, surname

_WIDTH = 82
"""How long a line of a value is at most, its indent aside."""
_INDENT = "\n      "
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def dated(date: CslDate) -> str:
    """Return a date as DP has it; of one that DP cannot say, the first year.

    >>> dated({"date-parts": [[2013, 5, 1]]}), dated({"date-parts": [[2013, 5], [2013, 6]]}), dated({"literal": "in press"})
    ('2013 May 1', '2013 May-Jun', 'in press')
    """
    given = Date.from_csl(date)
    if not given.parts:
        return given.literal or ""
    first, *last = (_day(part, given.season) for part in given.parts)
    whole = "-".join((first, *(day.removeprefix(f"{given.parts[0][0]:04d} ") for day in last)))
    return whole if parse_date(whole) == given else f"{given.parts[0][0]:04d}"


def _day(part: tuple[int, ...], season: int | None) -> str:
    year, month, day = (*part, 0, 0)[:3]
    words = (f"{year:04d}", _SEASONS[season - 1] if season else _MONTHS[month - 1] if month else "", str(day) if day else "")
    return " ".join(filter(None, words))


def short(name: CslName) -> str:
    """Return a name with its initials, as AU has it.

    >>> short({"family": "Galon", "given": "Jean-Marie A."}), short({"literal": "NATO"})
    ('Galon JMA', 'NATO')
    """
    initials = "".join(part[0] for word in name.get("given", "").split() for part in word.split("-") if part)
    return " ".join(part for part in (surname(name), initials, name.get("suffix", "")) if part)


def wrapped(tag: str, value: str) -> str:
    r"""Return the lines of one statement, cut between words.

    >>> wrapped("TI", "On bees"), wrapped("AB", " ".join(["word"] * 20)).count("\n")
    ('TI  - On bees\n', 2)
    """
    plain = value.replace("\n\n", BREAK)
    if len(plain) <= _WIDTH:
        return f"{tag:<4}- {plain}\n"
    lines, at = [], 0
    while len(plain) - at > _WIDTH:
        cut = plain.rfind(" ", at, at + _WIDTH + 1)
        cut = cut if cut > at else plain.find(" ", at + _WIDTH)
        if cut < 0:
            break
        lines.append(plain[at:cut])
        at = cut + 1
    return f"{tag:<4}- {_INDENT.join([*lines, plain[at:]])}\n"
