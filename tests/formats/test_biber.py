"""What biber says of the BibLaTeX that we write, held against BibLaTeX's data model: one run for all hard entries.

A warning is either about what the record lacks or says oddly, or it stands in the reviewed table: fields of ours that styles ignore, and
types that BibLaTeX knows, styles treat as @misc and the data model gives no fields.
"""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from litcli.formats import biblatex
from litcli.formats._base import Options, dumps
from litcli.model.record import words
from tests.formats.hard import HARD

OURS = frozenset(
    (
        "groups extra archive pmid pmcid handle status supervisor translatedtitle translatedabstract editorialnotice submitted accepted "
        "availabledate indexterms mesh peerreviewed citationcount citationsource seriesnumber funding copyright relations"
    ).split()
)
"""Fields that no dialect has, so that nothing is lost; styles ignore them."""

PERSONS = {line.partition(":")[0] for entry in HARD for line in words(entry.record, "extra")}
"""Fields that no field of ours holds, and that a person's file had."""

FIELDLESS = frozenset("artwork image jurisdiction legal legislation letter movie music performance review standard".split())
"""Types that the data model has without any field."""

ELSEWHERE = frozenset(
    (
        "article.publisher article.location article.edition article.pagetotal article.isbn article.type article.venue article.eventtitle "
        "article.eventday article.eventmonth article.eventyear incollection.issn incollection.issue inproceedings.issn "
        "inproceedings.issue misc.edition misc.eventtitle misc.journaltitle misc.number misc.venue online.journaltitle online.type "
        "report.isbn report.issn report.series unpublished.number"
    ).split()
)
"""Fields that a record has and the data model gives to other types only."""

STATED = (
    r"Missing mandatory field",
    r"Invalid value of field '(?:volume|year)'",
    r"legacy year field",
    r"Invalid format '(?:last week|-0350~)' of date field",
    r"Invalid IS[BS]N|ISBN '[^']*, ",
    r"Range field 'pages' in entry '[\w-]+' is malformed",
    r"Possible typo \(case mismatch\)",
)
"""What the records themselves say, or do not."""


@cache
def warnings() -> tuple[str, ...]:
    if not shutil.which("biber"):
        pytest.skip("biber is not there")
    with TemporaryDirectory() as folder:
        (Path(folder) / "hard.bib").write_text(dumps(biblatex, HARD, Options()), encoding="utf-8")
        command = ["biber", "--tool", "--validate-datamodel", "--nolog", "hard.bib"]
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    return tuple(line for line in run.stdout.splitlines() if not line.startswith("INFO"))


def test_biber_reads_every_entry() -> None:
    assert [line for line in warnings() if line.startswith("ERROR")] == []


def test_biber_finds_no_fault_but_what_is_reviewed() -> None:
    unknown = set()
    for line in warnings():
        ours = re.search(r"Field '([^']+)' invalid in data model", line)
        elsewhere = re.search(r"Invalid field '([^']+)' for entrytype '([^']+)'", line)
        if ours:
            unknown |= {ours[1]} - OURS - PERSONS
        elif elsewhere:
            name = f"{elsewhere[2]}.{elsewhere[1]}"
            unknown |= set() if elsewhere[2] in FIELDLESS or name in ELSEWHERE else {name}
        elif not any(re.search(pattern, line) for pattern in STATED):
            unknown.add(line)
    assert unknown == set()


def test_the_reviewed_table_holds_no_more_than_what_happens() -> None:
    said = "\n".join(warnings())
    elsewhere = {f"{type_}.{name}" for name, type_ in re.findall(r"Invalid field '([^']+)' for entrytype '([^']+)'", said)}
    assert elsewhere >= ELSEWHERE
    assert set(re.findall(r"Field '([^']+)' invalid in data model", said)) >= OURS
