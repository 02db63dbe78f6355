"""Entries that formats get wrong, written by hand; each named for what is hard about it."""

from litcli.model.entry import Entry
from litcli.model.record import Record
from tests.formats.hard.dates import DATES, NUMBERS
from tests.formats.hard.kinds import BEYOND, FIELDS, KINDS
from tests.formats.hard.people import PEOPLE
from tests.formats.hard.texts import CAPITALS, LENGTHS, MATH, SCRIPTS, SIGNS

_BASE: Record = {"type": "article-journal", "title": "On bees", "issued": {"date-parts": [[2013]]}}
_RECORDS = (SIGNS, MATH, SCRIPTS, LENGTHS, CAPITALS, PEOPLE, DATES, NUMBERS, KINDS, FIELDS, BEYOND)

_TAGS = {
    "day": ("oncology/trials", "to read, soon"),
    "commas": ("a, b", "c,d"),
    "semicolons": ("a; b", "c"),
    "slashes": ("a/b/c", "a//b", "/a"),
    "braces": ("{a}", "b}", "{c"),
    "percent": ("50%", "#1 & more_", "$5"),
    "emoji": ("🐝", "蜂"),
    "keyword-alone": ("bees", "to read"),
    "signs": ("=1+1", '"quoted"', "<i>"),
}
"""Tags of a person, by the entry that has them."""

_KEYS: tuple[Entry, ...] = tuple(
    Entry(key, _BASE)
    for key in ("DBLP:conf/icml/Ng-20", "ng_2013+a.b", "Ng2013", "ng2013", "2013", "müller2013", "蜂2013", "Нг2013", "a" * 64)
)

HARD: tuple[Entry, ...] = (
    *(
        Entry(name, record if name == "bare" else _BASE | record, _TAGS.get(name, ()))
        for records in _RECORDS
        for name, record in records.items()
    ),
    *_KEYS,
)
"""All of them, the key saying what is hard."""
