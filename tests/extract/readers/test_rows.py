"""Label rows in every shape that lossy text leaves."""

import pytest

from litcli.extract.readers.rows import read_rows
from tests.extract.texts import laid_out


def told(text: str) -> list[tuple[str, list[str]]]:
    layout = laid_out(text)
    return [(row.kind, [text[start:end] for start, end in row.values]) for row in read_rows(layout)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Journal: Wet Mornings\nVolume: 14", [("container-title", ["Wet Mornings"]), ("volume", ["14"])]),
        ("| Journal | Nature |\n| Volume | 226 |", [("container-title", ["Nature"]), ("volume", ["226"])]),
        (
            "Journal | Nature |\n---|---|\nDOIs | |\nVolume | 226 |",
            [("container-title", ["Nature"]), ("DOI", []), ("volume", ["226"])],
        ),
        ("Journal\n\nWet Mornings\n\nVolume\n\n14", [("container-title", ["Wet Mornings"]), ("volume", ["14"])]),
        ("JournalJournal of Dew\nVolume14", [("container-title", ["Journal of Dew"]), ("volume", ["14"])]),
        ("ジャーナルJournal of Dew\n巻14\n号3", [("container-title", ["Journal of Dew"]), ("volume", ["14"]), ("issue", ["3"])]),
        ("저널Journal of Dew\n권14\n호3", [("container-title", ["Journal of Dew"]), ("volume", ["14"]), ("issue", ["3"])]),
        ("Article numbere1207\nIssue numberSUPPL.I", [("number", ["e1207"]), ("issue", ["SUPPL.I"])]),
        (
            "DOIs\nPublication statusPublished - May 2009\nPages95-110",
            [("DOI", []), ("status-date", ["Published - May 2009"]), ("page", ["95-110"])],
        ),
        (
            "Published in Wet Mornings\nVolume 51\nPages 660-664",
            [("container-title", ["Wet Mornings"]), ("volume", ["51"]), ("page", ["660-664"])],
        ),
        ("【作者】 林小青； 石大山；\n【关键词】 苔藓； 屋顶", [("author", ["林小青； 石大山"]), ("keyword", ["苔藓； 屋顶"])]),
        ("【目的】 苔藓很少有人测量", []),
        ("Contributor(s): Hush, Oliver\nSubject(s): City sounds", [("author", ["Hush, Oliver"]), ("keyword", ["City sounds"])]),
        ("Volume: 16; Issue: 47 Language: English", [("volume", ["16"]), ("issue", ["47"]), ("language", ["English"])]),
        (
            "Authors\n\nAnna Bergqvist\n\nJan Meer\n\nJournal\n\nDew",
            [("author", ["Anna Bergqvist", "Jan Meer"]), ("container-title", ["Dew"])],
        ),
    ],
)
def test_reads_a_row_in_each_shape(text, expected):
    assert told(text) == expected


def test_one_line_that_begins_with_a_label_word_is_no_row():
    assert told("Journal clubs and what they are good for\n\nVolume changes of wet silk are small.") == []


def test_a_label_of_two_languages_is_read_in_the_language_of_the_page():
    assert ("container-title", ["Bienenkunde"]) in told("Zeitschrift: Bienenkunde\nBand: 3\nSeiten: 3-9")
