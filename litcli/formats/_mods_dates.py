"""Dates in MODS: an element a date, two for a range, with what is known of it in attributes; for `litcli.formats.mods`.

A whole date, a month or a year is "w3cdtf", a season "edtf", "about" a qualifier. What surprised us: catalogues write "20130501",
"[2013]" and "c1999", and give the same date two or three times in different spellings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from litcli.model.dates import Date
from litcli.model.edtf import edtf
from litcli.model.record import CslDate

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?")
_MARKED = re.compile(r"^[\[(<]?(?:©|c|cop\.|p|ca\.)? ?(\d{4})[\])>?.]*$", re.IGNORECASE)


class Stated(NamedTuple):
    """A date as it stands in the file."""

    text: str
    attributes: Mapping[str, str]


def written(date: CslDate) -> Iterator[Stated]:
    """Yield the elements of a date.

    >>> [(one.text, dict(one.attributes)) for one in written({"date-parts": [[2013, 5]], "circa": True})]
    [('2013-05', {'encoding': 'w3cdtf', 'qualifier': 'approximate'})]
    """
    given = Date.from_csl(date)
    if not given.parts:
        yield Stated(given.literal or "", {})
    for part, point in zip(given.parts, ("start", "end"), strict=False):
        attributes = {"encoding": "edtf" if given.season or part[0] < 0 else "w3cdtf"}
        attributes |= {"point": point} if len(given.parts) > 1 else {}
        attributes |= {"qualifier": "approximate"} if given.circa else {}
        yield Stated(Date((part,), given.season).edtf(), attributes)


def read(stated: Sequence[Stated]) -> Date:
    """Return the date that elements of one name state together.

    >>> read([Stated("c1999", {}), Stated("1999-05", {"keyDate": "yes"})]).edtf(), read([Stated("20130501", {})]).edtf()
    ('1999-05', '2013-05-01')
    """
    points = {one.attributes.get("point"): _date(one) for one in stated if one.text}
    start, end = points.get("start"), points.get("end")
    if start and end and start.parts and end.parts:
        return Date((start.parts[0], end.parts[0]), start.season, circa=start.circa or end.circa)
    dates = [_date(one) for one in sorted(stated, key=lambda one: one.attributes.get("keyDate") != "yes") if one.text]
    return next((date for date in dates if date.parts), dates[0] if dates else Date())


def _date(stated: Stated) -> Date:
    compact, marked = _COMPACT.fullmatch(stated.text), _MARKED.match(stated.text)
    date = edtf("-".join(compact.groups()) if compact else marked[1] if marked else stated.text)
    about = date.circa or stated.attributes.get("qualifier") == "approximate"
    return Date(date.parts, date.season, circa=about and bool(date.parts), literal=date.literal)
