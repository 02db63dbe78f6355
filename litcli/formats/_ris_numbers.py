"""The identifiers of a RIS record that have no tag to themselves: ISSN and ISBN share SN, all others stand in AN.

EndNote's tags and its XML have two such places too, %M and %@, accession-num and isbn, and are read by the same rules.

What we write into AN says what it is ("PMID: 1; PMCID: PMC2"). In other programs' files an AN may be any database's number, so a
bare one counts only where the database is PubMed; an SN may hold several numbers, and words on what they are of ("(Print)").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from litcli.formats._draft import Draft
from litcli.formats._ris_types import REPORTS
from litcli.model import identifiers

STANDARD = {"ISSN": identifiers.issn, "ISBN": identifiers.isbn}
_LABELLED = {
    "PMID": identifiers.pmid,
    "PMCID": identifiers.pmcid,
    "arXiv": identifiers.arxiv,
    "handle": identifiers.handle,
    **STANDARD,
}


class Found(NamedTuple):
    """One number; `field` is None where nothing says what it is."""

    field: str | None
    value: str
    tag: str


def found(tags: Mapping[str, Sequence[str]]) -> Iterator[Found]:
    """Yield the numbers of AN and SN.

    >>> [(one.field, one.value) for one in found({"AN": ["PMID: 15693138"], "SN": ["0075-8450 (Print), TR-12"]})]
    [('PMID', '15693138'), ('ISSN', '0075-8450'), (None, 'TR-12')]
    """
    database = " ".join([*tags.get("DB", []), *tags.get("DP", [])])
    for stated in tags.get("AN", []):
        for part in filter(None, map(str.strip, stated.split(";"))):
            field, value = _accession(part, database)
            yield Found(field, value, "AN")
    for stated in tags.get("SN", []):
        parts = filter(None, map(str.strip, re.split(r"[;,]", stated)))
        serial = [one for part in parts for one in _serial(part)]
        yield from serial if any(one.field for one in serial) else [Found(None, stated, "SN")]


def take(draft: Draft, tags: Mapping[str, Sequence[str]], called: Mapping[str, str]) -> None:
    """Take the numbers of AN and SN; what is none in a report's SN is the report's number. `called`: what the file calls the two.

    >>> draft = Draft("report")
    >>> take(draft, {"AN": ["PMID: 1; PMID: 22"], "SN": ["TR-12"]}, {"AN": "%M", "SN": "%@"})
    >>> draft.record()
    {'type': 'report', 'PMID': '1', 'number': 'TR-12', 'extra': ['PMID: 22']}
    """
    listed: dict[str, list[str]] = {name: [] for name in STANDARD}
    unnamed = []
    for field, value, tag in found(tags):
        if field in listed:
            listed[field].append(value)
        elif field:
            draft.put(field, value, f"{field}: {value}")
        elif tag == "SN" and draft.type in REPORTS:
            unnamed.append(value)
        else:
            draft.keep(f"{called[tag]}: {value}")
    draft.read("number", ", ".join(unnamed), called["SN"])
    for name, values in listed.items():
        draft.put(name, list(dict.fromkeys(values)), name)


def _accession(stated: str, database: str) -> tuple[str | None, str]:
    name, colon, number = stated.partition(":")
    if colon and name in _LABELLED and (value := _LABELLED[name](number)):
        return name, value
    if re.search(r"pubmed|medline", database, re.IGNORECASE) and (pmid := identifiers.pmid(stated)):
        return "PMID", pmid
    return "PMCID" if re.fullmatch(r"PMC[0-9]+", stated) else None, stated


@lru_cache(maxsize=4096)
def _serial(part: str) -> tuple[Found, ...]:
    standard = _standard(part) or [one for token in re.split(r"[\s()]+", part) for one in _standard(token)]
    return tuple(standard) or (Found(None, part, "SN"),)


def _standard(stated: str) -> list[Found]:
    return [Found(name, value, "SN") for name, read in STANDARD.items() if (value := read(stated))]
