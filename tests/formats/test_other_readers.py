"""What we write is read without loss by rispy, bibtexparser, pybtex and pandoc, as far as each has a place for it.

Compared are words and signs: pandoc sets English titles in lower case but for what braces hold, and makes quotation marks round.
"""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache

import bibtexparser
import pybtex.database
import pypandoc
import pytest
import rispy
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

from litcli.formats import bibtex, csl_json, ris
from litcli.formats._base import Options, dumps
from litcli.model.entry import Entry
from litcli.model.latex import decode
from litcli.model.record import CslName, Record, people, text, words
from tests.formats.hard import HARD as ALL

NAMES = frozenset(
    (
        "particles suffixes groups one-name and scripts accents capitals title-case german shouting braces math signs "
        "entry-like three-thousand keywords paragraphs long article-number numbers range month-range season circa day "
        "in-press address arxiv thesis bare-thesis report chapter paper event-only book dataset software magazine "
        "titles bare "
    ).split()
)
"""Entries whose values these programs all have a place for; what becomes of all of them tells `test_matrix`."""
HARD = tuple(entry for entry in ALL if entry.citekey in NAMES)
UNICODE, ASCII = Options(), Options(ascii=True)
EACH = pytest.mark.parametrize("entry", HARD, ids=lambda entry: entry.citekey)
EITHER = pytest.mark.parametrize("options", [UNICODE, ASCII], ids=["utf-8", "ascii"])

TEXTS = ("title", "abstract", "note", "volume", "publisher", "DOI", "URL", "edition")


def folded(value: str) -> str:
    """What two spellings of a text have in common: case, kinds of quotation marks and white space aside."""
    marks = str.maketrans('“”‘’"', "'''''")
    return " ".join(value.translate(marks).casefold().split())


def in_name(name: CslName) -> list[str]:
    return sorted(re.findall(r"\w+", " ".join(part for part in name.values() if isinstance(part, str))))


def in_names(record: Record, field: str) -> list[list[str]]:
    return [in_name(name) for name in people(record, field)]


@cache
def by_pandoc(source: str, written: str) -> Mapping[str, Record]:
    command = [pypandoc.get_pandoc_path(), "--from", source, "--to", "csljson"]
    run = subprocess.run(command, input=written, capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return {item["id"]: item for item in json.loads(run.stdout)}


def without_math(value: str) -> str:
    """Undo pandoc's math where it stands for a single sign ("$\\alpha$", "$|$")."""
    return re.sub(r"\$(?:\\[A-Za-z]+|.)\$|<su[bp]>.</su[bp]>", lambda found: decode(re.sub(r"</?su[bp]>", "", found[0])), value)


@cache
def by_rispy() -> Sequence[dict[str, object]]:
    return rispy.loads(dumps(ris, HARD, UNICODE))


@cache
def by_bibtexparser(options: Options) -> bibtexparser.Library:
    return bibtexparser.parse_string(dumps(bibtex, HARD, options), append_middleware=[SeparateCoAuthors(), SplitNameParts()])


@cache
def by_pybtex(options: Options) -> pybtex.database.BibliographyData:
    return pybtex.database.parse_string(dumps(bibtex, HARD, options), "bibtex")


RISPY = {
    "title": "title",
    "volume": "volume",
    "issue": "number",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "edition": "edition",
    "DOI": "doi",
    "genre": "type_of_work",
    "title-short": "short_title",
    "translated-title": "translated_title",
    "container-title-short": "alternate_title1",
}


@EACH
def test_rispy(entry: Entry) -> None:
    found = next(read for read in by_rispy() if read["id"] == entry.citekey)
    record = entry.record
    assert {key: found.get(key) for key in RISPY.values()} == {key: text(record, field) for field, key in RISPY.items()}
    assert found.get("keywords", []) == words(record, "keyword")
    assert ";".join(found.get("urls", [])) == (text(record, "URL") or "")
    for field, value in (("abstract", found.get("abstract")), ("note", next(iter(found.get("notes", [])), None))):
        assert (re.sub(r"\s*\u2029\s*", "\n\n", value) if value else None) == text(record, field)
    assert [sorted(re.findall(r"\w+", name)) for name in found.get("authors", [])] == in_names(record, "author")
    assert not set(found) & {"unknown_tag"} or set(found["unknown_tag"]) <= {"SV", "CR", "AV"}


@EACH
@EITHER
def test_bibtexparser(entry: Entry, options: Options) -> None:
    library = by_bibtexparser(options)
    assert library.failed_blocks == []
    fields = library.entries_dict[entry.citekey].fields_dict
    for field, key in (
        ("title", "title"),
        ("abstract", "abstract"),
        ("note", "note"),
        ("volume", "volume"),
        ("edition", "edition"),
    ):
        assert (decode(fields[key].value) if key in fields else None) == text(entry.record, field)
    for field, key in (("DOI", "doi"), ("URL", "url"), ("PMID", "pmid")):
        assert (fields[key].value if key in fields else None) == text(entry.record, field)
    names = fields["author"].value if "author" in fields else []
    read = [sorted(re.findall(r"\w+", decode(" ".join([*n.first, *n.von, *n.last, *n.jr])))) for n in names]
    assert read == in_names(entry.record, "author")


@EACH
@EITHER
def test_pybtex(entry: Entry, options: Options) -> None:
    found = by_pybtex(options).entries[entry.citekey]
    for field in ("title", "abstract", "note", "volume", "edition"):
        assert (decode(found.fields[field]) if field in found.fields else None) == text(entry.record, field)
    for field in ("DOI", "URL"):
        assert found.fields.get(field.lower()) == text(entry.record, field)
    for role in ("author", "editor"):
        named = [
            [*person.first_names, *person.middle_names, *person.prelast_names, *person.last_names, *person.lineage_names]
            for person in found.persons.get(role, [])
        ]
        assert [sorted(re.findall(r"\w+", decode(" ".join(parts)))) for parts in named] == in_names(entry.record, role)


def check_pandoc(found: Record, entry: Entry, fields: Sequence[str]) -> None:
    record = entry.record
    read, expected = ({name: folded(without_math(text(item, name) or "")) for name in fields} for item in (found, record))
    assert read == expected
    assert in_names(found, "author") == in_names(record, "author")
    kept = [keyword.strip() for keyword in re.split("[,;] ", text(found, "keyword") or "")]
    assert sorted(kept) == sorted(keyword for keyword in words(record, "keyword") or [""])


@EACH
@EITHER
def test_pandoc_bibtex(entry: Entry, options: Options) -> None:
    found = dict(by_pandoc("bibtex", dumps(bibtex, HARD, options))[entry.citekey])
    if entry.citekey == "arxiv":
        assert found.pop("URL") == f"https://arxiv.org/abs/{entry.record['arXiv']}"
    check_pandoc(found, entry, (*TEXTS, "page", "container-title", "publisher-place", "PMID", "PMCID"))
    issued = entry.record.get("issued", {})
    if isinstance(issued, dict) and "date-parts" in issued and entry.citekey not in BEYOND_A_YEAR:
        assert found["issued"] == issued


BEYOND_A_YEAR = {"circa", "month-range", "season"}
"""Entries whose date BibTeX prints, and pandoc reads the year of."""


@EACH
def test_pandoc_ris(entry: Entry) -> None:
    found = by_pandoc("ris", dumps(ris, HARD, UNICODE))[entry.citekey]
    check_pandoc(found, entry, ("title", "abstract", "volume", "publisher", "DOI", "URL", "edition"))


@EACH
def test_pandoc_csl_json(entry: Entry) -> None:
    found = by_pandoc("csljson", dumps(csl_json, HARD, UNICODE))[entry.citekey]
    check_pandoc(found, entry, (*TEXTS, "page", "issue", "container-title", "publisher-place", "event-title", "number"))
    assert found["type"] == entry.record["type"]
