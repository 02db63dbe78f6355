"""CSL-YAML: what pandoc and others write, what pandoc makes of ours, and files that want to grow."""

import json
import subprocess
from typing import Any

import pypandoc
import pytest

from litcli.formats import csl_json, csl_yaml
from litcli.formats._base import Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Record
from tests.formats.hard import HARD


def by_pandoc(source: str, target: str, text: str) -> str:
    command = [pypandoc.get_pandoc_path(), "--from", source, "--to", target, "--standalone"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def folded(value: Any) -> Any:
    """A value with straight quotation marks, paragraphs as lines; of a date its numbers, for pandoc reads no more of JSON."""
    if isinstance(value, dict):
        return value.get("date-parts")
    if isinstance(value, str):
        return " ".join(value.translate(str.maketrans('“”‘’"`', "''''''")).split())
    return value


def test_pandoc_reads_the_same_from_yaml_as_from_json() -> None:
    yaml = json.loads(by_pandoc("markdown", "csljson", dumps(csl_yaml, HARD, Options())))
    plain = json.loads(by_pandoc("csljson", "csljson", dumps(csl_json, HARD, Options())))
    differing = {
        (ours["id"], name): (ours.get(name), theirs.get(name))
        for ours, theirs in zip(yaml, plain, strict=True)
        for name in (ours | theirs).keys() - {"custom"}
        if folded(ours.get(name)) != folded(theirs.get(name))
    }
    # of a note in JSON pandoc makes fields, where it has lines "name: value"
    assert {key for key, _ in differing} == {"colons", "noted"}


def test_we_read_what_pandoc_writes() -> None:
    whole = [entry for entry in HARD if set(entry.record) <= {"type", "title", "author", "volume", "container-title", "abstract"}]
    yaml = by_pandoc("csljson", "markdown", dumps(csl_json, whole, Options()))
    read = {one.citekey: one.record for one in loads(csl_yaml, yaml).records}
    plain = by_pandoc("csljson", "csljson", dumps(csl_json, whole, Options()))
    back = {one.citekey: one.record for one in loads(csl_json, plain).records}
    differing = [key for key, record in back.items() if folded(read[key].get("title")) != folded(record.get("title"))]
    assert differing == []


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("", []),
        ("references: []\n", []),
        ("references:\n- id: a\n  type: book\n", [("a", 2, {"type": "book"})]),
        ("- id: a\n  type: book\n  volume: 007\n", [("a", 1, {"type": "book", "volume": "007"})]),
        (
            "---\ntitle: A paper\nreferences:\n- {id: a, type: book, issued: 2013-05-01}\n...\n\n# Text: [x",
            [("a", 4, {"type": "book", "issued": {"date-parts": [[2013, 5, 1]]}})],
        ),
        (
            "references:\n- id: a\n  type: book\n  issued:\n  - year: 2013\n    month: 5\n  - year: 2014\n  title: ~\n",
            [("a", 2, {"type": "book", "issued": {"date-parts": [[2013, 5], [2014]]}})],
        ),
        (
            "references:\n- id: a\n  type: book\n  issued: {date-parts: [[2013]], circa: false}\n  author: {family: Ng}\n",
            [("a", 2, {"type": "book", "issued": {"date-parts": [[2013]]}, "author": [{"family": "Ng"}]})],
        ),
        (
            "references:\n- id: a\n  type: book\n  title: '*E. coli* in [DNA]{.nocase}, 10^6^ &amp; CO~2~'\n  URL: https://a.org/~b/~c\n",
            [
                (
                    "a",
                    2,
                    {
                        "type": "book",
                        "title": "<i>E. coli</i> in DNA, 10<sup>6</sup> & CO<sub>2</sub>",
                        "URL": "https://a.org/~b/~c",
                    },
                )
            ],
        ),
        (
            "references:\n- &x\n  id: a\n  type: book\n  publisher: &p Hive\n- id: b\n  type: book\n  publisher: *p\n",
            [("a", 2, {"type": "book", "publisher": "Hive"}), ("b", 6, {"type": "book", "publisher": "Hive"})],
        ),
    ],
)
def test_files_of_other_programs(text: str, records: list[tuple[str, int, Record]]) -> None:
    loaded = loads(csl_yaml, text)
    assert [(read.citekey, read.line, read.record) for read in loaded.records] == records
    assert loaded.failures == ()


GROWING = "x: &a [y, y, y, y, y, y, y, y, y, y]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "keys", "failures"),
    [
        ("references:\n- id: a\n  type: book\n- 5\n- id: b\n  title: [x\n", ["a"],
         [(4, "the item is no mapping"), (5, "no YAML from line 7 on: did not find expected ',' or ']'")]),
        (f"{GROWING}references:\n- id: a\n  type: *i\n", [], [(1, "no YAML from line 6 on: the file grows too large by its aliases")]),
        (f"- &r\n  id: a\n  title: '{'x' * 1_000_000}'\n" + "- *r\n" * 100, ["a"] * 40,
         [(43, "no YAML from line 43 on: the file grows too large by its aliases")]),
        ("references:\n- id: a\n  type: book\n- &x [*x]\n", ["a"], [(4, "no YAML from line 4 on: nothing has the anchor 'x'")]),
        (f"references:\n- id: a\n  note: {'[' * 100_000}", [], [(1, "no YAML from line 3 on: an item is nested too deeply")]),
        ("- !!python/object/apply:os.system [ls]\n- id: b\n  type: !!binary Ym9vaw==\n", ["b"], [(1, "the item is no mapping")]),
    ],
)  # fmt: skip
def test_files_with_faults(text: str, keys: list[str], failures: list[tuple[int, str]]) -> None:
    loaded = loads(csl_yaml, text)
    assert [read.citekey for read in loaded.records] == keys
    assert [(failure.line, failure.reason) for failure in loaded.failures] == failures


def test_texts_like_numbers_are_quoted() -> None:
    record: Record = {"type": "book", "volume": "1e3", "issue": "0x1F", "title": "true", "publisher": "10-12"}
    written = dumps(csl_yaml, [Entry("no", record)], Options())
    for quoted in ("id: 'no'", "volume: '1e3'", "issue: '0x1F'", "title: 'true'", "publisher: 10-12"):
        assert quoted in written or quoted.replace("10-12", "'10-12'") in written


def test_nothing_beyond_ascii_where_asked() -> None:
    assert dumps(csl_yaml, HARD, Options(ascii=True)).isascii()


def test_a_file_without_entries() -> None:
    assert dumps(csl_yaml, [], Options()) == "---\nreferences: []\n...\n"
    assert loads(csl_yaml, dumps(csl_yaml, [], Options())).records == ()
