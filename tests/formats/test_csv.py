"""CSV and TSV: what a spreadsheet is given, and what comes back from one."""

import csv as standard
import shutil
import subprocess
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest

from litcli.formats import csv, tsv
from litcli.formats._base import Failure, Options, dumps, loads
from litcli.formats._cells import to_cell
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS
from litcli.model.record import Record, Value
from tests.formats.hard import HARD


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(standard.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def test_the_columns_are_the_fields() -> None:
    text = dumps(csv, [Entry("a", {"type": "book", "title": "On bees"}, ("x/y", "z"), aliases=("b",))], Options())
    assert text.startswith("\ufeffcitekey,type,title,author,")
    (row,) = rows(text)
    assert list(row) == ["citekey", *(field.name for field in FIELDS), "tags", "aliases"]
    assert {name: cell for name, cell in row.items() if cell} == {
        "citekey": "a",
        "type": "book",
        "title": "On bees",
        "tags": "x/y; z",
        "aliases": "b",
    }


@pytest.mark.parametrize(
    ("field", "value", "cell"),
    [
        ("author", [{"family": "Galon", "given": "Jérôme"}, {"literal": "NATO"}], "Galon, Jérôme; NATO"),
        ("author", [{"family": "Galon", "given": "J.", "ORCID": "0000-0002-1825-0097"}], "Galon, J. (0000-0002-1825-0097);"),
        ("author", [{"literal": "Barnes and Noble, Inc."}], "Barnes and Noble, Inc.,;"),
        ("author", [{"literal": "A; B"}], '[{"literal": "A; B"}]'),
        ("issued", {"date-parts": [[2013, 5]]}, "2013-05"),
        ("issued", {"literal": "in press"}, "in press"),
        ("keyword", ["bees", "wasps"], "bees; wasps"),
        ("keyword", ["bees, wild"], "bees, wild;"),
        ("keyword", ["bees; wild", "wasps"], '["bees; wild", "wasps"]'),
        ("page", "3-4", "3–4"),
        ("number", "3–4", '["3–4"]'),
        ("issue", "6/7", "'6/7"),
        ("number", "2e4", "'2e4"),
        ("number", "007", "'007"),
        ("edition", "1.10", "'1.10"),
        ("page", "24+", "'24+"),
        ("title", "True", "'True"),
        ("title", "$5", "'$5"),
        ("title", "1.5 and more", "1.5 and more"),
        ("ISBN", ["9783642233500"], "978-3642233500"),
        ("title", "=1+1", "'=1+1"),
        ("title", "'=1+1", "''=1+1"),
        ("title", "'Tis", "'Tis"),
        ("title", "[Untitled]", '["[Untitled]"]'),
    ],
)
def test_cells(field: str, value: Value, cell: str) -> None:
    assert to_cell(field, value) == cell
    assert loads(csv, dumps(csv, [Entry("a", {"type": "book", field: value})], Options())).records[0].record[field] == value


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("format_", [csv, tsv])
def test_no_cell_is_a_formula(format_: ModuleType, sign: str) -> None:
    dangerous = f"{sign}cmd|' /C calc'!A0".strip()
    entry = Entry(dangerous, {"type": "book", "title": dangerous, "keyword": [dangerous, "b"]}, (dangerous,))
    text = dumps(format_, [entry], Options())
    assert not [
        cell
        for row in rows(text, "\t" if format_ is tsv else ",")
        for cell in row.values()
        if cell[:1] in set("=+-@\t\r＝＋－＠")
    ]
    (found,) = loads(format_, text).records
    assert (found.citekey, found.record, found.tags) == (entry.citekey, entry.record, entry.tags)


@pytest.mark.parametrize(
    ("head", "row", "record"),
    [
        ("Title;Year;Journal", "On bees;2013;Bees", {"type": "document", "title": "On bees", "container-title": "Bees"}),
        (
            '"Item Type","Title","Num Pages"',
            "bookSection,On bees,9",
            {"type": "chapter", "title": "On bees", "number-of-pages": "9"},
        ),
        (
            "PMID,Title,Journal/Book",
            "5,On bees,Bees",
            {"type": "document", "PMID": "5", "title": "On bees", "container-title": "Bees"},
        ),
        (
            "title,colour",
            "On bees,red,blue",
            {"type": "document", "title": "On bees", "extra": ["colour: red", "column 3: blue"]},
        ),
        ("title,doi", "On bees,none", {"type": "document", "title": "On bees", "extra": ["doi: none"]}),
        ("type,title", "poem,On bees", {"type": "document", "title": "On bees", "extra": ["type: poem"]}),
    ],
)
def test_tables_of_other_programs(head: str, row: str, record: Record) -> None:
    (found,) = loads(csv, f"{head}\n{row}\n").records
    assert {name: value for name, value in found.record.items() if name != "issued"} == record


@pytest.mark.parametrize("head", ["Publication Year,Date", "Date,Publication Year"])
def test_the_year_beside_a_date_says_nothing_more(head: str) -> None:
    cells = {"Publication Year": "2013", "Date": "2013-05"}
    (found,) = loads(csv, f"title,{head}\nOn bees,{','.join(cells[name] for name in head.split(','))}\n").records
    assert found.record == {"type": "document", "title": "On bees", "issued": {"date-parts": [[2013, 5]]}}


@pytest.mark.parametrize("column", ["tags", "aliases"])
def test_a_cell_of_nothing_but_separators_holds_no_word(column: str) -> None:
    (first, second) = loads(csv, f"citekey,title,{column}\na,On bees,; ;\nb,On wasps,x\n").records
    assert (first.tags, first.aliases) == ((), ())
    assert (*second.tags, *second.aliases) == ("x",)


def test_a_quotation_mark_that_does_not_close_costs_one_row() -> None:
    loaded = loads(csv, 'citekey,title\na,"On bees\nb,On wasps\nc,"On\nants"\nd,5" pipes\n')
    assert [(found.citekey, found.record["title"], found.line) for found in loaded.records] == [
        ("b", "On wasps", 3),
        ("c", "On ants", 4),
        ("d", '5" pipes', 6),
    ]
    assert loaded.failures == (Failure(2, "a quotation mark opens here and does not close", 'a,"On bees'),)


def test_a_table_of_something_else_is_one_failure() -> None:
    assert loads(csv, "price,colour\n1,red\n2,blue\n").failures == (
        Failure(1, "the first row names no field of a reference", "price,colour"),
    )


def test_python_reads_the_same_cells() -> None:
    for format_, delimiter in ((csv, ","), (tsv, "\t")):
        found = rows(dumps(format_, HARD, Options()), delimiter)
        assert [row["citekey"] for row in found] == [to_cell("title", entry.citekey) for entry in HARD]
        assert all(None not in row and None not in row.values() for row in found)


CALC = Path("/usr/lib/libreoffice/program/libsclo.so")
TEXT = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
"""LibreOffice's filter: commas, quotation marks, UTF-8, and numbers and dates found in cells as a person's click finds them."""


@pytest.mark.skipif(not (shutil.which("soffice") and CALC.exists()), reason="LibreOffice's spreadsheet is not there")
def test_libreoffice_opens_the_table_and_saves_it_without_a_change(tmp_path: Path) -> None:
    entries = [entry for entry in HARD if all(len(str(value)) < 30_000 for value in entry.record.values())]
    (tmp_path / "a.csv").write_text(dumps(csv, entries, Options()), encoding="utf-8", newline="")
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/home", "--headless", f"--infilter={TEXT}"]
    command += ["--convert-to", f"csv:{TEXT}", "--outdir", str(tmp_path / "out"), str(tmp_path / "a.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = loads(csv, (tmp_path / "out" / "a.csv").read_text(encoding="utf-8")).records
    assert {read.citekey: read.record for read in found} == {entry.citekey: entry.record for entry in entries}
