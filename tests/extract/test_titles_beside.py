"""What a page says of its title: subtitle, language, the title in another language."""

import pytest

from tests.extract.test_translations import TEXTS, read


def titled(head: str) -> dict:
    return read(
        f"{head}\n\nAnna Bergqvist, Jan van der Meer\n\nJournal: Wet Roofs\nVolume: 14\nIssue: 2\nYear: 2016\n\nAbstract\n\n{TEXTS['en']}\n"
    )


@pytest.mark.parametrize(
    ("head", "title", "language"),
    [
        ("[Growth of moss on the roofs of old houses] [Article in German]", "Growth of moss on the roofs of old houses", "de"),
        ("Growth of moss on the roofs of old houses [in Russian]", "Growth of moss on the roofs of old houses", "ru"),
        ("[Growth of moss on the roofs of old houses].\n\n[Article in Japanese]", "Growth of moss on the roofs of old houses", "ja"),
        ("Growth of moss on the roofs of old houses*", "Growth of moss on the roofs of old houses", "en"),
        ("Growth of moss in Germany (a study in roofs)", "Growth of moss in Germany (a study in roofs)", "en"),
    ],
)  # fmt: skip
def test_a_mark_behind_a_title_tells_the_language_and_is_no_part_of_it(head, title, language):
    found = titled(head)
    assert (found["title"], found["language"]) == (title, language)


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ("Title: Moss on roofs\nSubtitle: a study of three towns", "Moss on roofs: a study of three towns"),
        ("Titel: Moos auf Dächern\nUntertitel: Eine Studie in drei Städten", "Moos auf Dächern: Eine Studie in drei Städten"),
        ("Title: Why moss?\nSubtitle: Answers from three towns", "Why moss? Answers from three towns"),
        (
            "Title: Moss on roofs: a study of three towns\nSubtitle: a study of three towns",
            "Moss on roofs: a study of three towns",
        ),
    ],
)
def test_a_subtitle_belongs_to_the_title(rows, title):
    assert read(f"{rows}\nAuthor: Bergqvist, Anna\nType: Report\nYear: 2016\n\nAbstract: {TEXTS['en']}\n")["title"] == title


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("El crecimiento del musgo en los tejados de las casas viejas", "The growth of the moss on the roofs of the old houses"),
        ("Das Wachstum des Mooses auf den Dächern der alten Häuser", "The growth of the moss on the roofs of the old houses"),
        ("Рост мха на крышах старых домов", "The growth of the moss on the roofs of the old houses"),
        ("屋顶上苔藓生长的两年观测研究", "The growth of the moss on the roofs of the old houses"),
        ("The growth of the moss on the roofs of the old houses", "El crecimiento del musgo en los tejados de las casas viejas"),
    ],
)
def test_a_title_in_a_second_language_is_kept_beside_the_first(first, second):
    found = titled(f"{first}\n{second}")
    assert (found["title"], found["translated-title"]) == (first, second)


def test_names_below_a_title_are_no_title():
    assert "translated-title" not in titled("El crecimiento del musgo en los tejados de las casas viejas")


MAY = [[2012, 5, 3], [2012, 5, 5]]


@pytest.mark.parametrize(
    ("row", "title", "place", "date"),
    [
        ("Event: 12th Conference on Moss and Roofs - Leeds, United Kingdom", "12th Conference on Moss and Roofs", "Leeds, United Kingdom", None),
        ("Conference: 12th Conference on Moss and Roofs - Leeds, 3-5 May 2012", "12th Conference on Moss and Roofs", "Leeds", MAY),
        ("Tagung: Tagung für Mooskunde 2012", "Tagung für Mooskunde 2012", None, None),
    ],
)  # fmt: skip
def test_an_event_has_its_place_and_date_in_its_row(row, title, place, date):
    found = read(
        f"Title: Moss on the roofs of old houses\nAuthor: Bergqvist, Anna\n{row}\nType: Conference paper\n\nAbstract: {TEXTS['en']}\n"
    )
    assert (found["event-title"], found.get("event-place")) == (title, place)
    assert found.get("event-date") == ({"date-parts": date} if date else None)
