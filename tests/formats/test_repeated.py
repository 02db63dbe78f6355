"""A tag or field that stands twice, whatever it is: neither value is lost, in which field or line of `extra` it may stand."""

import json
import re
from collections.abc import Callable
from types import ModuleType

import pytest

from litcli.formats import bibtex, csv, endnote_xml, enw, nbib, ris, wos
from litcli.formats._base import loads


def _within(path: str, value: str) -> str:
    names = path.split("/")
    return "".join(f"<{name}>" for name in names) + value + "".join(f"</{name}>" for name in reversed(names))


FILES: dict[ModuleType, Callable[[str, str, str], str]] = {
    ris: lambda tag, one, other: f"TY  - JOUR\nTI  - On bees\n{tag}  - {one}\n{tag}  - {other}\nER  - \n",
    enw: lambda tag, one, other: f"%0 Journal Article\n%T On bees\n%{tag} {one}\n%{tag} {other}\n",
    nbib: lambda tag, one, other: f"PMID- 123\nTI  - On bees\n{tag:<4}- {one}\n{tag:<4}- {other}\n",
    bibtex: lambda tag, one, other: f"@article{{a, title = {{On bees}}, {tag} = {{{one}}}, {tag} = {{{other}}}}}",
    wos: lambda tag, one, other: f"FN Clarivate\nVR 1.0\nPT J\nTI On bees\n{tag} {one}\n   {other}\nER\n\nEF\n",
    csv: lambda tag, one, other: f"citekey,type,title,{tag},{tag}\na,book,On bees,{one},{other}\n",
    endnote_xml: lambda path, one, other: (
        f"<xml><records><record>{_within(path, one)}{_within(path, other)}</record></records></xml>"
    ),
}
"""A record in which a tag stands twice."""
FURTHER: dict[ModuleType, tuple[str, ...]] = {
    ris: ("ID", "LB", "Y1", "DA", "EP", "M2", "L3", "DB", "ZZ"),
    enw: ("1", "3", "8", "F", "H", "L", "W"),
    nbib: ("PMID", "DEP", "AD", "OWN", "EDAT"),
    bibtex: (
        "day",
        "endyear",
        "endmonth",
        "endday",
        "options",
        "ids",
        "groups",
        "mendeley-tags",
        "subtitle",
        "type",
        "crossref",
        "xdata",
    ),
    wos: ("PD", "EP", "BP", "UT", "ZZ", "C1"),
    csv: ("citekey", "Key", "Date Added"),
    endnote_xml: ("custom5", "call-num"),
}
"""Tags and fields that the tables do not name."""
PAIRS = (("2019", "2018"), ("Alpha One", "Zulu Two"), ("10.1000/abc", "10.1000/xyz"), ("1234-5679", "2049-3630"))


@pytest.mark.parametrize(
    ("format_", "tag"),
    [
        (format_, tag)
        for format_, further in FURTHER.items()
        for rows in [(*format_.BOTH_WAYS, *format_.EXPORT_ONLY, *format_.IMPORT_ONLY)]
        for tag in sorted({*(row.key for row in rows), *further})
    ],
    ids=lambda value: value if isinstance(value, str) else value.NAME,
)
def test_neither_value_is_lost(format_: ModuleType, tag: str) -> None:
    for pair in PAIRS:
        loaded = loads(format_, FILES[format_](tag, *pair))
        kept = json.dumps([(read.citekey, read.record, read.tags, read.aliases) for read in loaded.records])
        lost = [value for value in pair if not all(word in kept for word in re.split("[ /]", value))]
        assert (lost, loaded.failures) == ([], ())
