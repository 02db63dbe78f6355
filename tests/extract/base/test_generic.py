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

RECORD = f"{TITLE}\nAnna Bergqvist, Jan Ruiter\n\nAbstract\n{PROSE}"


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
        ("Home range of garden snails along a gradient", "of road salt and acoustic loggers in vineyards"),
        ("Does nitrogen change the nest choice of crickets?", "Evidence from fourteen old quarries"),
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


def test_a_journal_above_its_issn_is_no_title():
    text = f"Moss Letters of the Northern Society\nOnline ISSN : 1880-8255\nPrint ISSN : 1346-907X\n{RECORD}"
    record = read(text)
    assert (record["title"], record["container-title"]) == (TITLE, "Moss Letters of the Northern Society")


def test_the_whole_name_of_a_journal_is_taken_before_its_acronym():
    text = f"Tecnología Química\nISSN 2224-6185\nRTQ Vol. 43, No. 3, 2023\n{RECORD}"
    assert read(text)["container-title"] == "Tecnología Química"


def test_names_are_read_between_their_orcid_ids():
    names = "0000-0003-2610-1451Telma Arias-Lago1 * , 0000-0003-1133-8683Elena Vázquez-Moro2"
    text = f"{TITLE}\n{names}\n1 Universidad de Oriente, Cuba\n\nAbstract\n{PROSE}"
    assert family_names(read(text)) == ["Arias-Lago", "Vázquez-Moro"]


def test_a_menu_of_languages_is_not_the_language_of_the_work():
    menu = "Language\n  • de-DE\n  • en-GB\n  • sv-SE\n"
    cited = "2025 (English)In: Moss Studies, Vol. 12, no 3, p. 1-9"
    record = read(f"{menu}\n{TITLE}\nUniversity of Fenmoor, Department of Moss\n{cited}\nAbstract [en]\n{PROSE}")
    assert (record["language"], record["title"], record["issued"]) == ("en", TITLE, {"date-parts": [[2025]]})


def test_the_publisher_behind_a_journal_is_not_part_of_its_name():
    text = f"{TITLE}\n\nAbstract : {PROSE}\n\nA. Bergqvist, J. Ruiter. {TITLE}. Moss Letters D, American Moss Society, 2014, 90, pp.92006."
    assert read(text)["container-title"] == "Moss Letters D"


def test_an_abstract_ends_where_the_next_one_has_the_code_of_its_language():
    polish = (
        "Mech na dachach jest ciemniejszy niż mech na wzgórzach i szukano tego przyczyny w soli, która jest w wietrze nad morzem. "
        * 2
    )
    text = f"Tytuł: Mech na dachach i sól\nAutorzy: Bergqvist, A.\nCzasopismo: Mchy\nAbstrakty\nPL {polish.strip()}\nEN {PROSE}"
    assert read(text)["abstract"] == polish.strip()


def test_the_journal_stands_above_its_editor():
    head = "Mooskunde\nEditor-in-Chief: Holt, Ida / Lind, Olof\nVolume 49, Issue 3-4"
    record = read(f"{head}\n{TITLE}\nAnna Bergqvist\nPublished Online: 2015-03-18\nAbstract:\n{PROSE}")
    assert (record["container-title"], record["title"]) == ("Mooskunde", TITLE)


@pytest.mark.parametrize(
    "journal", ["Moss Letters\nVol. 3 No. 2 (1987)\nPages 667-674", "Tijdschrift voor Mos\nVolume 3, Issue 2, 1987"]
)
def test_the_journal_below_keywords_that_stand_one_a_line_is_none_of_them(journal: str):
    record = read(f"{RECORD}\nKeywords\nmoss\nroad salt\nroofs\n{journal}")
    assert (record["keyword"], record["container-title"]) == (["moss", "road salt", "roofs"], journal.partition("\n")[0])


def test_a_button_is_not_the_school_of_a_thesis():
    record = read(
        f"Help\nView at publisher\n{TITLE}\n\nAnna Bergqvist\nPhD thesis\nUniversity of Fenmoor\n2011\nAbstract\n{PROSE}"
    )
    assert record["publisher"] == "University of Fenmoor"


@pytest.mark.parametrize(
    "above",
    [
        "Home / Search results / " + TITLE,
        "JavaScript is disabled for your browser. Some features of this site may not work without it.",
        "For more information about Subject Areas, click here",
        "First Online: 12 May 2010",
        "Under a Creative Commons license open access",
        "在线阅读 下载PDF 引用 收藏 分享",
    ],
)
def test_what_sites_print_above_a_title_is_none(above: str):
    assert read(f"{above}\n{RECORD}\n\nDOI: 10.5555/moss.1")["title"] == TITLE


@pytest.mark.parametrize("number", ["Chapter 7 - ", "4 - ", "Kapitel 3: "])
def test_the_number_of_a_chapter_is_not_part_of_its_title(number: str):
    assert read(f"{number}{RECORD}\n\nDOI: 10.5555/moss.1")["title"] == TITLE


@pytest.mark.parametrize(
    ("names", "families"),
    [
        ("ByAnna Bergqvist, Jan Ruiter", ["Bergqvist", "Ruiter"]),
        ("Anna Bergqvist, Jan Ruiter\nPermissions Icon", ["Bergqvist", "Ruiter"]),
        ("Anna Bergqvist, Jan Ruiter, Jan Ruiter", ["Bergqvist", "Ruiter"]),
        ("Anna Bergqvist, Jan Ruiter\nMarsh Lane, Reedham, United Kingdom", ["Bergqvist", "Ruiter"]),
    ],
)
def test_names_are_people_and_each_is_said_once(names: str, families: list[str]):
    assert family_names(read(f"{TITLE}\n{names}\n\nAbstract\n{PROSE}\n\nDOI: 10.5555/moss.1")) == families


def test_those_who_advised_a_thesis_have_a_row_each():
    rows = "Author: Anna Bergqvist\nType: PhD thesis\nFirst Advisor: Jan Ruiter\nSecond Advisor: Ida Holt"
    record = read(f"{TITLE}\n{rows}\nAbstract: {PROSE}")
    assert record["supervisor"] == [{"family": "Ruiter", "given": "Jan"}, {"family": "Holt", "given": "Ida"}]


@pytest.mark.parametrize(
    ("line", "container"),
    [
        ("March 2015 Journal of Moss 12(3):45-58", "Journal of Moss"),
        ("June 2009 · Journal of Moss 12(3):45-58", "Journal of Moss"),
        ("Journal of Moss. Fenmoor: Hedge Press, 2011, 12(3), 45-58", "Journal of Moss"),
        ("出处 《苔藓学报》 2015,12(3):45-58", "苔藓学报"),
    ],
)
def test_a_journal_is_named_without_what_stands_around_it(line: str, container: str):
    assert read(f"{RECORD}\n\n{line}")["container-title"] == container


def test_a_thesis_with_its_school_is_no_journal():
    record = read(f"{RECORD}\n\nPhD thesis, University of Fenmoor, 2011, pp. 1-210.")
    assert "container-title" not in record


def test_a_menu_that_names_the_abstract_does_not_end_the_head():
    menu = "Journals\nBooks\nArticle Contents\nAbstract\nReferences\nJournal Article"
    record = read(f"{menu}\n{RECORD}\n\nDOI: 10.5555/moss.1")
    assert (record["title"], family_names(record)) == (TITLE, ["Bergqvist", "Ruiter"])


def test_pages_that_are_counted_are_no_page():
    assert "page" not in read(f"{RECORD}\n\nDOI: 10.5555/moss.1\nPages 248")


@pytest.mark.parametrize(
    ("above", "container"),
    [
        ("Universidad de las Estufas, Nicaragua\nVol. 3 No. 2 (2011)", None),
        ("Revista de la Facultad de Estufas\nVol. 3 No. 2 (2011)", "Revista de la Facultad de Estufas"),
        ("Artículo\nVol. 3 No. 2 (2011)", None),
        ("Journal: IEEE Transactions on Moss ( Early Access )", "IEEE Transactions on Moss"),
        ("Moss Quarterly\nImpact Factor: 2.3", "Moss Quarterly"),
    ],
)
def test_what_stands_above_numbers_is_a_journal_only_if_it_may_be_one(above: str, container: str | None):
    record = read(f"{RECORD}\n\n{above}\nDOI: 10.5555/moss.1")
    assert record.get("container-title") == container


def test_names_above_numbers_stay_names():
    record = read(f"{TITLE}\nAnna Bergqvist et Jan Ruiter\np. 12-20\n\nRésumé\n{PROSE}\n\nDOI: 10.5555/moss.1")
    assert (family_names(record), record.get("container-title")) == (["Bergqvist", "Ruiter"], None)
