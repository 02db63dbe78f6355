"""What the generic reader makes of layouts that no portal claims: one small page a kind of error that it once made."""

import pytest

from litcli.extract import engine
from litcli.extract.result import Extraction
from litcli.model.record import Record
from tests.extract.texts import page

TITLE = "Effects of salt on the growth of moss on the roofs of cold valleys"
PROSE = (
    "Moss that grows near the sea is darker than the moss of the hills, and the reason of it has been sought in the salt. We took "
    "moss from ninety roofs, and found that those of the coast held more water than those of the hills in each of the nine winters."
)


def read(text: str) -> Record:
    reading = engine.read(page(text))
    assert isinstance(reading, Extraction), reading
    assert reading.portal == "generic"
    return reading.record


def family_names(record: Record) -> list[object]:
    people = record.get("author", [])
    assert isinstance(people, list)
    return [person.get("family") or person.get("literal") for person in people if isinstance(person, dict)]


@pytest.mark.parametrize(
    "host",
    [
        "In Mosses of the north: a handbook (pp. 242-251). Hedge House.\nEditors: Ida Holt\n2011",
        "In: Ida Holt (ed.), Mosses of the north: a handbook, pp. 242-251. Hedge House, 2011",
        "Published in: Mosses of the north: a handbook\nEditors: Ida Holt\nPublisher: Hedge House\nPages: 242-251\nPublished: 2011",
    ],
)
def test_a_work_in_a_book_is_a_chapter_with_its_book_editor_and_publisher(host: str):
    record = read(f"{TITLE}\n\nAnna Bergqvist, Jan Ruiter\n\n{host}\n\nAbstract\n{PROSE}")
    assert (record["type"], record["container-title"], record["publisher"], record["page"]) == (
        "chapter",
        "Mosses of the north: a handbook",
        "Hedge House",
        "242-251",
    )
    assert record["editor"] == [{"family": "Holt", "given": "Ida"}]
    assert record["title"] == TITLE
    assert record["issued"] == {"date-parts": [[2011]]}


@pytest.mark.parametrize(
    ("journal", "kind"),
    [
        ("Proceedings of the Royal Moss Society B", "article-journal"),
        ("Proceedings of the 3rd Moss Workshop", "paper-conference"),
        ("Proceedings of the Annual Meeting of the Moss Society", "paper-conference"),
    ],
)
def test_proceedings_of_a_society_are_a_journal_and_those_of_a_meeting_are_not(journal: str, kind: str):
    text = f"{TITLE}\n\nAuthors: Anna Bergqvist, Jan Ruiter\n\nJournal: {journal}\nIssue: 1\nPages: 76-93\nPublished: 1999\n\n{PROSE}"
    assert read(text)["type"] == kind


def test_month_and_year_behind_a_volume_are_a_date():
    record = read(
        f"{TITLE}\n\nAnna Bergqvist, Jan Ruiter\n\nIn: Nests and Wings, Vol. 26, No. 10, 09.2001, p. 865-872.\n\n{PROSE}"
    )
    assert (record["volume"], record["issue"], record["page"]) == ("26", "10", "865-872")
    assert (record["container-title"], record["issued"]) == ("Nests and Wings", {"date-parts": [[2001, 9]]})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mosses of the valley as a refuge for swifts from dry summers,", "fallow strips and road salt at 300 K"),
        ("Home range of lacewings along a gradient of sheep grazing:", "a paired design in alpine meadows"),
        ("Effects of controlled fire on the body size", "of ground beetles in rice terraces"),
    ],
)
def test_a_title_that_was_broken_is_one_title(first: str, second: str):
    assert read(f"{first}\n{second}\n\nAnna Bergqvist, Jan Ruiter\n\nAbstract\n{PROSE}")["title"] == f"{first} {second}"


def test_a_study_group_below_a_title_is_its_author_and_no_subtitle():
    record = read(f"{TITLE}\n\nThe Moss Study Group\n\nAbstract\n{PROSE}\n\nDOI: 10.5555/moss.1")
    assert (record["title"], family_names(record)) == (TITLE, ["The Moss Study Group"])


def test_a_thesis_names_its_school_behind_its_kind_and_its_year_behind_its_author():
    record = read(f"{TITLE}\n\nBergqvist, Anna (2016)\n\nPhD thesis, Technical University of Fenmoor.\n\nAbstract\n{PROSE}")
    assert (record["publisher"], record["issued"]) == ("Technical University of Fenmoor", {"date-parts": [[2016]]})
    assert (record["type"], family_names(record)) == ("thesis", ["Bergqvist"])


def test_a_button_to_cite_does_not_take_the_title_below_it():
    record = read(f"Help\nCite this\n\n{TITLE}\n\nBergqvist, Anna; Ruiter, Jan\n\nABSTRACT\n\n{PROSE}\n\nDOI: 10.5555/moss.1")
    assert (record["title"], family_names(record)) == (TITLE, ["Bergqvist", "Ruiter"])


def test_the_short_name_of_a_journal_is_no_author():
    text = (
        f"{TITLE}\n\nAnna Bergqvist, Jan Ruiter\n\nJ. Hedge Biol.\nVolume 32, Issue 3, 2006\nPages 371-397\n\nAbstract\n{PROSE}"
    )
    record = read(text)
    assert (record["container-title"], family_names(record)) == ("J. Hedge Biol", ["Bergqvist", "Ruiter"])


def test_names_go_on_behind_the_institution_of_one_of_them():
    record = read(
        f"{TITLE}\n\nA. Bergqvist ; JMP Ruiter ; Ida Holt (Institutionen för mossor) ; O. Lind\n\nAbstract\n{PROSE}\n\nDOI: 10.5555/m"
    )
    assert family_names(record) == ["Bergqvist", "Ruiter", "Holt", "Lind"]


def test_both_days_of_handling_are_read_though_they_stand_in_one_line():
    record = read(f"{TITLE}\n\nAnna Bergqvist, Jan Ruiter\n\nAbstract\n{PROSE}\n\nReceived 16 March 1999; accepted 16 June 1999")
    assert (record["submitted"], record["accepted"]) == ({"date-parts": [[1999, 3, 16]]}, {"date-parts": [[1999, 6, 16]]})
