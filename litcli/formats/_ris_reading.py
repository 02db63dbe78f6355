"""A record of a RIS file, as its tags and values, to ours; for `litcli.formats.ris`.

What surprised us: an ID may be the number that a database or EndNote gave the record, and is no key then; C2 is a PMCID in EndNote and a
PMID in Scopus; Zotero's "Extra" comes as M2; a DOI may stand in M3, L3 or as a link in UR only; a DA may be the day of download; what
comes from MEDLINE has a full stop behind titles, and, through Ovid, the number of the journal for an issue.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from litcli.formats import _notes, _ris_dates, _ris_names, _ris_numbers
from litcli.formats._base import Read
from litcli.formats._draft import Draft
from litcli.formats._ris_records import RawRecord, Tags
from litcli.formats._ris_tables import APART, TABLES
from litcli.formats._ris_types import NAMES, WHOLE
from litcli.model import identifiers
from litcli.model.record import CslName
from litcli.model.type_codes import FROM_RIS

_LONGEST_ISSUE = 6
_NLM = re.compile(r"(?:[a-z0-9]{3}, )?\d{7,9}(?:, [a-z0-9]{3})?")
"""NLM's number of a journal, with or without Ovid's code for it: "eag, 7805975"."""
_MEDLINE = re.compile(r"medline|pubmed", re.IGNORECASE)
_PARTED = {"KW": re.compile(r"[;\n]"), "": re.compile(r"\n")}
NO_KEY = re.compile(r"[\d-]+|L\d{6,}")
"""An ID that is the number of a record: EndNote's, Ovid's and ProQuest's, the Lens's, Embase's."""
_DOI_LINK = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\S+")


def record_of(raw: RawRecord) -> Read:
    """Return what the tags of one record say."""
    tags = raw.tags
    code = tags["TY"][0].upper()
    notes = tags.get("N1", [])
    draft = Draft((_notes.type_of(notes) if notes else None) or FROM_RIS.get(code, "document"))
    if code not in FROM_RIS:
        draft.keep(f"TY: {code}")
    keys = _keys(draft, tags)
    if draft.type == "paper-conference" and "T2" in tags and "C3" in tags:
        tags = tags | {"T2": tags["C3"], "C3": tags["T2"]}
    if any(map(_MEDLINE.search, (*tags.get("DB", []), *tags.get("DP", [])))):
        tags = _of_medline(draft, tags)
    _take_date(draft, tags, notes)
    _take_pages(draft, tags)
    _ris_numbers.take(draft, tags, {"AN": "AN", "SN": "SN"})
    plan = _plan(draft.type)
    for tag in sorted(tags, key=lambda tag: plan[tag][0] if tag in plan else len(plan)):
        if tag not in APART:
            _take(draft, plan[tag][1] if tag in plan else None, tag, tags[tag], code)
    _take_apart(draft, tags)
    beside = _take_notes(draft, tags)
    first, *others = dict.fromkeys(filter(None, (beside.citekey, *keys))) or [""]
    return Read(first, draft.record(), (*tags.get("LB", []), *beside.tags), raw.line, raw.source, tuple(others))


def _keys(draft: Draft, tags: Tags) -> list[str]:
    """Return the citekeys of ID; what is the number of a record is kept, unless a note says that it is the key."""
    numbers = [key for key in tags.get("ID", []) if NO_KEY.fullmatch(key) and _notes.keyed(key) not in tags.get("N1", [])]
    for number in numbers:
        draft.keep(f"ID: {number}")
    return [key for key in tags.get("ID", []) if key not in numbers]


def _of_medline(draft: Draft, tags: Tags) -> Tags:
    """Return the tags without the full stop behind a title, and without an issue that is the number of the journal."""
    tags = tags | {tag: [tags[tag][0].removesuffix("."), *tags[tag][1:]] for tag in ("TI", "T1") if tag in tags}
    if _NLM.fullmatch(tags.get("IS", [""])[0]):
        draft.keep(f"IS: {tags['IS'][0]}")
        return {tag: values for tag, values in tags.items() if tag != "IS"}
    return tags


@cache
def _plan(type_: str) -> Mapping[str, tuple[int, str]]:
    """Return for each tag its field, and when it is read: those that we write come first."""
    inward = TABLES.inward(type_)
    ours = set(TABLES.outward(type_).values())
    return {tag: (at, inward[tag]) for at, tag in enumerate(sorted(inward, key=lambda tag: tag not in ours))}


def _take(draft: Draft, field: str | None, tag: str, values: Sequence[str], code: str) -> None:
    """Take the values of one tag."""
    if field is None:
        for value in values:
            draft.keep(f"{tag}: {value}")
    elif field in NAMES:
        named = "editor" if code == "EDBOOK" and tag == "AU" else field
        draft.put(named, _names(values), f"{tag}: {'; '.join(values)}")
    elif field in _TAKERS:
        _TAKERS[field](draft, field, tag, values)
    elif field == "genre" and identifiers.doi(values[0]):
        draft.read("DOI", values[0], tag)
        draft.keep_others(tag, values)
    else:
        for value in values:
            draft.read(field, value, tag)


def _names(values: Sequence[str]) -> list[CslName]:
    return [name for value in values if (name := _ris_names.read(value))]


def _take_words(draft: Draft, field: str, tag: str, values: Sequence[str]) -> None:
    """Take a list: a value a tag, or all under a single one."""
    if len(values) == 1:
        values = [word for word in _PARTED.get(tag, _PARTED[""]).split(values[0]) if word]
    elif any("\n" in value for value in values):
        values = [word for value in values for word in value.split("\n")]
    found = list(dict.fromkeys(filter(None, (" ".join(value.split()) for value in values))))
    draft.extend(field, found)


def _take_abstract(draft: Draft, field: str, tag: str, values: Sequence[str]) -> None:
    draft.put(field, "\n\n".join(values), f"{tag}: {values[0]}")


def _take_accessed(draft: Draft, field: str, tag: str, values: Sequence[str]) -> None:
    draft.put(field, _ris_dates.read(values[0]).to_csl(), f"{tag}: {values[0]}")
    draft.keep_others(tag, values)


def _take_issue(draft: Draft, field: str, tag: str, values: Sequence[str]) -> None:
    """Take the issue; a long one of M1's is an accession number."""
    for value in values:
        if tag == "M1" and len(value) > _LONGEST_ISSUE:
            draft.keep(f"{tag}: {value}")
        else:
            draft.read(field, value, tag)


def _take_number(draft: Draft, field: str, tag: str, values: Sequence[str]) -> None:
    """Take the number in the series; Publish or Perish has the day of the search there."""
    for value in values:
        if value.startswith("Query date: "):
            draft.keep(f"{tag}: {value}")
        else:
            draft.read(field, value, tag)


def _take_container(draft: Draft, field: str, tag: str, values: Sequence[str]) -> None:
    """Take the journal's name; one in JO or J1 beside another is its short name."""
    if tag in {"JO", "J1"} and draft.has(field) and not draft.has("container-title-short") and draft.text(field) != values[0]:
        field = "container-title-short"
    for value in values:
        draft.read(field, value, tag)


_TAKERS: Mapping[str, Callable[[Draft, str, str, Sequence[str]], None]] = {
    "keyword": _take_words,
    "attachment": _take_words,
    "abstract": _take_abstract,
    "accessed": _take_accessed,
    "issue": _take_issue,
    "collection-number": _take_number,
    "container-title": _take_container,
}


def _take_notes(draft: Draft, tags: Tags) -> _notes.Beside:
    """Take notes, and the fields that are written as such; of M2 only such."""
    notes = list(tags.get("N1", []))
    for value in tags.get("M2", []):
        if _notes.is_labelled(value):
            notes.append(value)
        else:
            draft.keep(f"M2: {value}")
    return _notes.take(draft, notes, "N1") if notes else _notes.Beside()


def _take_date(draft: Draft, tags: Tags, notes: Sequence[str]) -> None:
    """Take the date that PY and DA state together, unless a note says it whole; what says something else is kept."""
    years, dates = [*tags.get("PY", []), *tags.get("Y1", [])], tags.get("DA", [])
    exact = _notes.exact_date(notes) if notes else None
    if exact is not None and years and _ris_dates.write(exact)[0] == years[0]:
        return
    found = _ris_dates.agreed(years, dates)
    draft.put("issued", found.to_csl() if found else None, "")
    if len(years) + len(dates) > 1:
        stated = [(tag, value) for tag in ("PY", "Y1") for value in tags.get(tag, [])]
        for line in _ris_dates.unsaid(stated, [("DA", date) for date in dates]):
            draft.keep(line)


def _take_pages(draft: Draft, tags: Tags) -> None:
    first, last = tags.get("SP", [""])[0], tags.get("EP", [""])[0]
    for tag in ("SP", "EP"):
        draft.keep_others(tag, tags.get(tag, []))
    if draft.type in WHOLE and first and not last:
        draft.read("number-of-pages", first, "SP")
    elif last or [first] != tags.get("C7"):
        draft.read("page", first if first == last else "-".join(filter(None, (first, last))), "SP")


def _take_apart(draft: Draft, tags: Tags) -> None:
    """Take PMCID and PMID from C2, and a DOI from where it only stands as a link."""
    inward = _plan(draft.type)
    scopus = any("scopus" in value.casefold() for value in tags.get("DB", []))
    for value in tags.get("C2", []):
        if value.isdigit():
            draft.read("PMID", value, "C2") if scopus else draft.keep(f"C2: {value}")
        elif "C2" in inward:
            draft.read(inward["C2"][1], value, "C2")
        else:
            draft.keep(f"C2: {value}")
    for value in tags.get("L3", []):
        if identifiers.doi(value):
            draft.read("DOI", value, "L3")
        else:
            draft.keep(f"L3: {value}")
    if not draft.has("DOI"):
        links = (value for value in tags.get("UR", []) if _DOI_LINK.fullmatch(value))
        draft.put("DOI", next((doi for link in links if (doi := identifiers.doi(link))), None), "UR")
