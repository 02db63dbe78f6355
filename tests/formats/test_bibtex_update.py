"""A person's BibTeX file brought up to date: what changed is rewritten, all else stays byte for byte."""

from dataclasses import replace
from types import ModuleType

import pytest

from litcli.formats import biblatex, bibtex
from litcli.formats._base import Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Record
from tests.formats.hard import HARD

OPTIONS = Options()

FILE = """\
% Encoding: UTF-8
My own notes, {which} stay.

@string{jbr = "Journal of Bee Research"}
@preamble{"\\newcommand{\\x}{y}"}

@Article{holt2019,
  author    = "Holt, Maren and {\\'E}tienne Kvam",
  title     = {{On Bees}},   % the title
  journal   = jbr,
  year      = 2013,
  month     = may # "~3",
  rating    = {5},
  note      = {mine}
}

@comment{ @article{no, title = {No}} }
@book(kvam2020, title={Wasps}, address={Oslo})

@article{left, title = {Not in the library}
"""


def entries(text: str = FILE) -> dict[str, Entry]:
    return {read.citekey: Entry(read.citekey, read.record, read.tags) for read in loads(bibtex, text).records}


def with_values(key: str, record: Record, text: str = FILE) -> list[Entry]:
    found = entries(text)
    return [*(replace(found.pop(key), record=found_record) for found_record in [found[key].record | record]), *found.values()]


def updated(key: str, record: Record, text: str = FILE) -> str:
    return bibtex.update(text, with_values(key, record, text), OPTIONS)


def test_an_unchanged_library_leaves_the_file_as_it_is() -> None:
    assert bibtex.update(FILE, list(entries().values()), OPTIONS) == FILE
    assert biblatex.update(FILE, list(entries().values()), OPTIONS) == FILE
    assert bibtex.update(FILE, [], OPTIONS) == FILE


@pytest.mark.parametrize(
    ("record", "old", "new"),
    [
        ({"title": "On Wasps"}, "{{On Bees}}", "{On Wasps}"),
        ({"container-title": "Bee World"}, "= jbr", "= {Bee World}"),
        ({"author": [{"family": "Holt", "given": "M."}]}, '"Holt, Maren and {\\\'E}tienne Kvam"', '"Holt, M."'),
        ({"issued": {"date-parts": [[2014, 5, 3]]}}, '= 2013,\n  month     = may # "~3"', "= 2014,\n  month     = may"),
        ({"issued": {"date-parts": [[2014]]}}, '2013,\n  month     = may # "~3"', "2014"),
        ({"volume": "7"}, "note      = {mine}", "note      = {mine},\n  volume    = {7}"),
        ({"number-of-pages": "7", "DOI": "10.1000/1"}, "{mine}", "{mine},\n  pagetotal = {7},\n  doi       = {10.1000/1}"),
        ({"extra": ["rating: 4"]}, "{5}", "{4}"),
        ({"type": "thesis", "genre": "PhD thesis"}, "@Article", "@phdthesis"),
    ],
)
def test_only_what_changed_is_rewritten(record: Record, old: str, new: str) -> None:
    text = updated("holt2019", record)
    if "issued" in record and record["issued"] == {"date-parts": [[2014, 5, 3]]}:
        assert text == FILE.replace(old, new).replace("{mine}", "{mine},\n  day       = {3}")
    elif record.get("type") == "thesis":
        assert text.startswith(FILE.partition("@Article")[0] + new)
    else:
        assert text == FILE.replace(old, new)
    assert entries(text)["holt2019"].record == entries()["holt2019"].record | record


def test_an_entry_on_one_line_stays_on_it() -> None:
    text = updated("kvam2020", {"publisher-place": "Bergen", "edition": "2"})
    assert text == FILE.replace("address={Oslo}", "address={Bergen}, edition={2}")


def test_a_field_that_the_library_does_not_have_stays() -> None:
    bare = [replace(entry, record={"type": "article-journal", "title": "On Bees"}) for entry in entries().values()][:1]
    assert bibtex.update(FILE, bare, OPTIONS) == FILE


def test_an_entry_that_the_file_lacks_comes_at_the_end() -> None:
    new = Entry("new2024", {"type": "book", "title": "New"})
    assert bibtex.update(FILE, [new], OPTIONS) == f"{FILE}\n@book{{new2024,\n  title = {{New}},\n}}\n"
    assert bibtex.update("", [new], OPTIONS) == dumps(bibtex, [new], OPTIONS)
    assert bibtex.update("@book{a}", [new], OPTIONS).startswith("@book{a}\n\n@book{new2024,")


def test_line_ends_stay() -> None:
    text = FILE.replace("\n", "\r\n")
    assert bibtex.update(text, list(entries().values()), OPTIONS) == text
    assert updated("holt2019", {"volume": "7"}, text) == updated("holt2019", {"volume": "7"}).replace("\n", "\r\n")
    new = Entry("new2024", {"type": "book", "title": "New"})
    assert bibtex.update(text, [new], OPTIONS) == bibtex.update(FILE, [new], OPTIONS).replace("\n", "\r\n")


def test_a_former_key_finds_its_entry() -> None:
    (entry,) = entries("@book{old, title = {One}}").values()
    renamed = replace(entry, citekey="new", aliases=("old",), record={"type": "book", "title": "Two"})
    assert bibtex.update("@book{old, title = {One}}", [renamed], OPTIONS) == "@book{old, title = {Two}}"


def test_of_two_entries_with_one_key_the_first_is_brought_up_to_date() -> None:
    text = "@book{a, title = {One}}\n@book{a, title = {Two}}\n"
    assert bibtex.update(text, [Entry("a", {"type": "book", "title": "New"})], OPTIONS) == text.replace("One", "New")


def test_the_file_s_dialect_and_names_are_kept() -> None:
    modern = "@online{a,\n\tTITLE = {One},\n\tDATE = {2013-05},\n\tJOURNALTITLE = {J},\n\tLOCATION = {Oslo}\n}\n"
    (entry,) = entries(modern).values()
    changes: Record = {
        "issued": {"date-parts": [[2014], [2015]]},
        "container-title": "K",
        "publisher-place": "Bergen",
        "accessed": {"date-parts": [[2020]]},
    }
    text = bibtex.update(modern, [replace(entry, record=entry.record | changes)], OPTIONS)
    assert (
        text
        == "@online{a,\n\tTITLE = {One},\n\tDATE = {2014/2015},\n\tJOURNALTITLE = {K},\n\tLOCATION = {Bergen},\n\tURLDATE = {2020}\n}\n"
    )
    new = Entry("b", {"type": "webpage", "title": "New", "issued": {"date-parts": [[2020]]}})
    assert "@online{b,\n  title = {New},\n  date = {2020}," in bibtex.update(modern, [new], OPTIONS)


def test_what_is_inherited_is_not_written_out() -> None:
    text = "@inproceedings{a, title = {One}, crossref = {p}}\n@proceedings{p, title = {Proc}, year = 2013}\n"
    found = entries(text)
    assert bibtex.update(text, list(found.values()), OPTIONS) == text
    changed = replace(found["a"], record=found["a"].record | {"container-title": "Other"})
    assert bibtex.update(text, [changed], OPTIONS) == text.replace("crossref = {p}", "crossref = {p}, booktitle = {Other}")


def test_tags_become_groups_under_the_names_that_the_file_has() -> None:
    tree = "@comment{jabref-meta: grouping:\n1 StaticGroup:Insects\\;0\\;;\n2 StaticGroup:Bees\\;0\\;;\n}\n"
    text = "@book{a, title = {One}, groups = {Bees}}\n" + tree
    (entry,) = entries(text).values()
    assert entry.tags == ("Insects/Bees",)
    assert bibtex.update(text, [entry], OPTIONS) == text
    tagged = replace(entry, tags=("Insects/Bees", "to read"))
    assert bibtex.update(text, [tagged], OPTIONS) == text.replace("{Bees}", "{Bees, to read}")


@pytest.mark.parametrize("module", [bibtex, biblatex], ids=["bibtex", "biblatex"])
def test_hard_entries_of_a_file_stay_and_change(module: ModuleType) -> None:
    sound = [entry for entry in HARD if not module.lost(entry)]
    text = dumps(module, sound, OPTIONS)
    assert module.update(text, sound, OPTIONS) == text
    changed = [replace(entry, record=entry.record | {"title": "Changed", "DOI": "10.1000/182"}) for entry in sound]
    after = module.update(text, changed, OPTIONS)
    assert [read.record for read in loads(module, after).records] == [entry.record for entry in changed]
    assert module.update(after, changed, OPTIONS) == after
