"""The one record model: CSL-JSON as plain, JSON-ready values, with typed access.

A `Record` maps a field's name (see `litcli.model.fields`) to a value of that field's shape. It differs from CSL-JSON 1.0.2
in three declared ways, undone by `litcli.formats.csl_json` on the way out: `keyword`, `ISSN` and `ISBN` are lists;
fields with `csl=False` (`peer-reviewed`, ...) stand beside the CSL variables instead of under `custom`; there is no `id`.

    {"type": "article-journal", "title": "Trial Watch", "author": [{"family": "Galon", "given": "Jérôme"}],
     "issued": {"date-parts": [[2013]]}, "keyword": ["IMiDs"]}
"""

from collections.abc import Mapping, Sequence
from typing import TypedDict

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
"""What a JSON file may hold."""

CslName = TypedDict(
    "CslName",
    {
        "family": str,
        "given": str,
        "dropping-particle": str,
        "non-dropping-particle": str,
        "suffix": str,
        "literal": str,
        "ORCID": str,
    },
    total=False,
)
"""A person or a group, as CSL-JSON writes it; `ORCID` is ours."""

CslDate = TypedDict(
    "CslDate",
    {"date-parts": list[list[int]], "season": int, "circa": bool, "literal": str},
    total=False,
)
"""A date or a range of dates; `literal` keeps a text that is no date ("in press")."""

Value = str | list[str] | list[CslName] | CslDate
"""What a field may hold, by its kind: text, words, names, a date."""

Record = dict[str, Value]
"""Field name to value. Absent means: not stated. Never an empty value."""


def text(record: Mapping[str, Value], field: str) -> str | None:
    """Return a text field as it stands, or None where the record does not have it.

    >>> text({"title": "On Bees"}, "title")
    'On Bees'
    """
    value = record.get(field)
    return value if isinstance(value, str) else None


def words(record: Mapping[str, Value], field: str) -> list[str]:
    """Return a list field (`keyword`, `ISSN`, `ISBN`); empty where absent, one item where a plain text stands.

    >>> words({"ISSN": ["1234-5679"]}, "ISSN"), words({}, "keyword")
    (['1234-5679'], [])
    """
    value = record.get(field)
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def people(record: Mapping[str, Value], field: str) -> list[CslName]:
    """Return a field of names (`author`, `editor`); empty where absent."""
    value = record.get(field)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def surname(person: CslName) -> str:
    """Return what a name is compared by: its particles and family name, or the whole of a group's.

    >>> surname({"family": "Houtum", "given": "G.J.", "non-dropping-particle": "van"}), surname({"literal": "D0 Collaboration"})
    ('van Houtum', 'D0 Collaboration')
    """
    parts = (person.get("dropping-particle"), person.get("non-dropping-particle"), person.get("family"), person.get("literal"))
    return " ".join(part for part in parts if part)


def day(record: Mapping[str, Value], field: str = "issued") -> CslDate | None:
    """Return a date field, or None where the record does not have it."""
    value = record.get(field)
    return value if isinstance(value, dict) else None


def year(record: Mapping[str, Value]) -> int | None:
    """Return the year in which the work was issued, where the record states one.

    >>> year({"issued": {"date-parts": [[2013, 5]]}})
    2013
    """
    parts = (day(record) or {}).get("date-parts") or [[]]
    return parts[0][0] if parts[0] else None
