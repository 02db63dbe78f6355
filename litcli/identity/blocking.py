"""Keys under which a record is found again: two records of one work share at least one of them.

In goes a record, out come short texts to be kept in an indexed table, so that a new page is compared with the few entries
that could be its work and not with the whole library. Sharing a key proves nothing; `litcli.identity.likeness` judges.
"""

import re
from collections.abc import Mapping

from litcli.identity.folding import fold, squeeze
from litcli.model.record import Value, people, text, words, year

IDENTIFIERS = ("DOI", "PMID", "PMCID", "arXiv")
"""The identifiers of which a work has one."""

CLEAR_TITLE = 20
"""Letters of a folded title from which it tells works apart; "Editorial" and "Introduction" do not."""

_TITLE = 28
"""Letters of the folded title in a key: enough to tell works apart, few enough to survive a cut or differing subtitle."""


def keys(record: Mapping[str, Value]) -> list[str]:
    """Return the record's keys, sorted.

    >>> keys({"title": "On Bees", "issued": {"date-parts": [[1901]]}, "author": [{"family": "Sørensen"}], "DOI": "10.1/A"})
    ['doi:10.1/a', 'ti:onbees|sorensen']
    """
    return sorted({*_identifiers(record), *_titles(record), *_places(record)})


def family(record: Mapping[str, Value]) -> str:
    """Return the first author's family name, or the first editor's, folded to letters; empty where there is neither."""
    for person in [*people(record, "author")[:1], *people(record, "editor")[:1]]:
        name = squeeze(person.get("family") or person.get("literal") or "")
        if name:
            return name
    return ""


def bare(name: str, value: str) -> str:
    """Return an identifier for comparing: without case, one of arXiv without its version.

    >>> bare("arXiv", "2101.00001v2")
    '2101.00001'
    """
    folded = value.strip().casefold()
    return re.sub(r"v\d+$", "", folded) if name == "arXiv" else folded


def _identifiers(record: Mapping[str, Value]) -> list[str]:
    found = [f"{name.lower()}:{bare(name, value)}" for name in IDENTIFIERS if (value := text(record, name))]
    return found + [f"isbn:{isbn}" for isbn in words(record, "ISBN")]


def _titles(record: Mapping[str, Value]) -> list[str]:
    """Return the title with the first author and with the year; alone only where the record has neither.

    A short title ("Editorial") goes with the author only, for a year has many of them.
    """
    title = squeeze(text(record, "title") or "")[:_TITLE]
    if not title:
        return []
    beside = [part for part in (family(record), str(year(record) or "")) if part]
    several = beside if len(title) >= CLEAR_TITLE else beside[:1]
    return [f"ti:{title}|{part}" for part in several] or [f"ti:{title}"]


def _places(record: Mapping[str, Value]) -> list[str]:
    """Return volume and first page: finds a work whose title stands in two languages."""
    volume, page = text(record, "volume"), text(record, "page") or text(record, "number")
    first = fold(page or "").split(" ")[0]
    return [f"at:{family(record)}|{fold(volume)}|{first}"] if volume and first else []
