"""A record of MEDLINE, as its tags and the lines of their values, to ours; for `litcli.formats.nbib`."""

import re
from collections.abc import Mapping, Sequence

from litcli.formats import _notes, _ris_names
from litcli.formats._base import Read
from litcli.formats._draft import Draft
from litcli.formats._nbib_parts import dated
from litcli.formats._nbib_tables import APART, CODE, FULL, PEOPLE, TABLES, of_pubmed
from litcli.formats._nbib_types import FROM_PT
from litcli.formats._tagged import Raw
from litcli.model import identifiers
from litcli.model.dates import parse_date
from litcli.model.fields import BY_NAME
from litcli.model.record import CslName


def record_of(raw: Raw) -> Read:
    """Return what the tags of one record say."""
    stated: dict[str, list[str]] = {}
    for tag, lines in raw.statements:
        if value := _joined(lines):
            stated.setdefault(tag, []).append(value)
    kinds = stated.get("PT", [])
    told = next((kind for kind in kinds if kind.casefold() in FROM_PT), None)
    known = FROM_PT[told.casefold()] if told else "article-journal" if {"JT", "TA"} & stated.keys() else "document"
    notes = stated.get("GN", [])
    draft = Draft(_notes.type_of(notes) or known)
    for kind in kinds:
        if kind != told:
            draft.keep(f"PT: {kind}")
    _take_title(draft, stated)
    _take_people(draft, raw)
    _take_place(draft, stated, notes)
    for tag, values in stated.items():
        if tag not in APART:
            _take(draft, TABLES.inward(draft.type).get(tag), tag, values)
    _take_identifiers(draft, stated)
    beside = _notes.take(draft, notes, "GN")
    return Read(beside.citekey, draft.record(), beside.tags, raw.line, raw.source)


def _joined(lines: Sequence[str]) -> str:
    whole = " ".join(lines) if len(lines) > 1 else lines[0]
    if "\u2029" not in whole:
        return " ".join(whole.split())
    return "\n\n".join(filter(None, (" ".join(part.split()) for part in whole.split("\u2029"))))


def _take(draft: Draft, field: str | None, tag: str, values: list[str]) -> None:
    """Take the values of one tag."""
    match field:
        case None:
            for value in values:
                _take_strange(draft, tag, value)
        case "keyword" | "mesh" | "funding":
            draft.put(field, list(dict.fromkeys(value.removeprefix("*" * (field == "keyword")) for value in values)), tag)
        case "ISSN" | "ISBN":
            _take_standard(draft, field, tag, values)
        case "available-date":
            for value in values:
                draft.put(field, parse_date(_EIGHT.sub(r"\1-\2-\3", value)).to_csl(), f"{tag}: {value}")
        case _:
            for value in values:
                draft.read(field, value, tag)


def _take_strange(draft: Draft, tag: str, value: str) -> None:
    """Take what no field holds; of a publication's history, when it came and was accepted."""
    history = _HISTORY.fullmatch(value) if tag == "PHST" else None
    if history:
        draft.put(_STEPS[history[2]], parse_date(history[1]).to_csl(), f"{tag}: {value}")
    else:
        draft.keep(f"{tag}: {value}")


def _take_standard(draft: Draft, field: str, tag: str, values: list[str]) -> None:
    """Take ISSNs or ISBNs, each once, whatever stands behind them ("(Print)")."""
    read = identifiers.READERS[field]
    found = {value: read(_BEHIND.sub("", value)) for value in values}
    draft.put(field, list(dict.fromkeys(filter(None, found.values()))), tag)
    for value in (value for value, number in found.items() if not number):
        draft.keep(f"{tag}: {value}")


def _take_title(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    pubmed = of_pubmed(f"OWN: {value}" for value in stated.get("OWN", []))
    titles = [(tag, value.removesuffix(".") if pubmed else value) for tag in ("TI", "TT") for value in stated.get(tag, [])]
    bracketed = re.fullmatch(r"\[(.+)\]", titles[0][1]) if titles and titles[0][0] == "TI" else None
    if bracketed and len(titles) > 1:
        draft.read("title", titles[1][1], "TT")
        draft.read("translated-title", bracketed[1], "TI")
        titles = titles[2:]
    elif bracketed and pubmed:
        draft.read("title", bracketed[1], "TI")
        titles = titles[1:]
    for tag, value in titles:
        draft.read("title", value, tag)
    inward = TABLES.inward(draft.type)
    for value in stated.get("BTI", []):
        _take(draft, inward.get("BTI"), "BTI", [value.removesuffix(".") if pubmed else value])


def _take_people(draft: Draft, raw: Raw) -> None:
    """Take the names in their order: a short one says again what the full one before it says."""
    found: dict[str, list[CslName]] = {}
    before, last = "", None
    for tag, lines in raw.statements:
        if tag in PEOPLE and (not before or before != FULL.get(tag)):
            last = _person(tag, _joined(lines))
            if last:
                found.setdefault(PEOPLE[tag], []).append(last)
        elif tag == "AUID":
            value = _joined(lines)
            orcid = identifiers.orcid(value)
            if last is not None and orcid:
                last["ORCID"] = orcid
            elif value:
                draft.keep(f"{tag}: {value}")
        before = tag
    for field, names in found.items():
        draft.put(field, names, field)


def _person(tag: str, value: str) -> CslName | None:
    if tag == "CN":
        return {"literal": value} if value else None
    name = _ris_names.read(value)
    behind = _SUFFIX.fullmatch(name.get("given", "")) if name and "suffix" not in name else None
    return name | {"given": behind[1], "suffix": behind[2]} if name and behind else name


def _take_place(draft: Draft, stated: Mapping[str, list[str]], notes: list[str]) -> None:
    """Take date, article number and pages; date and pages not where a note says them whole, nor pages that are the number again."""
    exact = _notes.exact_date(notes)
    for value in stated.get("DP", []):
        if exact is None or dated(exact) != value:
            draft.put("issued", parse_date(value).to_csl(), f"DP: {value}")
    for value in filter(is_number, stated.get("LID", [])):
        draft.read("number", value, "LID")
    for value in stated.get("PG", []):
        if f"{_PAGES}: {value}" not in notes and value != draft.text("number"):
            draft.read("number" if CODE.fullmatch(value) else "page", value, "PG")


def is_number(identifier: str) -> bool:
    """Tell whether what stands in LID is an article number: it does not say what it is, and is no address or DOI.

    >>> is_number("e80092"), is_number("S1769-7212(19)30059-X [pii]"), is_number("10.7554/eLife.80092")
    (True, False, False)
    """
    return not identifier.endswith("]") and not identifier.startswith(("http://", "https://")) and not identifiers.doi(identifier)


def _take_identifiers(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    """Take PMID and DOI; an identifier of another kind is kept."""
    for value in stated.get("PMID", []):
        draft.read("PMID", value, "PMID")
    for tag in ("LID", "AID"):
        for value in stated.get(tag, []):
            if doi := identifiers.doi(value.removesuffix("[doi]").strip()):
                draft.put("DOI", doi, f"{tag}: {value}")
            elif value.startswith(("http://", "https://")):
                draft.read("URL", value, tag)
            elif tag == "AID" or not is_number(value):
                draft.keep(f"{tag}: {value}")


_SUFFIX = re.compile(r"(\S.*) (Jr\.?|Sr\.?|2nd|3rd|4th|II|III)")
"""Given names and what stands behind them in MEDLINE, without a comma."""
_EIGHT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_BEHIND = re.compile(r"^E?ISS?N-|^ISBN-|\s*\([^()]*\)$")
_HISTORY = re.compile(r"(\d{4}/\d\d/\d\d)(?: \d\d:\d\d)? \[(received|accepted)\]")
_STEPS = {"received": "submitted", "accepted": "accepted"}
_PAGES = BY_NAME["page"].label
