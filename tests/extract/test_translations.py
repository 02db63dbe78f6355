"""Titles and abstracts in several languages: which is the work's own."""

import pytest

from litcli.extract import engine
from litcli.extract.normalise import normalise
from litcli.extract.result import Extraction
from litcli.model.record import Record
from tests.extract.texts import page

TEXTS = {
    "en": (
        "The growth of the moss on old roofs was measured for two years in three towns, and the rain of each month was noted beside "
        "it. We found that the rain explains more than a half of the growth, while the light of the day has no effect."
    ),
    "de": (
        "Das Wachstum des Mooses auf alten Dächern wurde zwei Jahre lang in drei Städten gemessen, und der Regen jedes Monats wurde "
        "daneben notiert. Wir fanden, dass der Regen mehr als die Hälfte des Wachstums erklärt, das Licht aber nichts."
    ),
    "fr": (
        "La croissance de la mousse sur les vieux toits a été mesurée pendant deux ans dans trois villes, et la pluie de chaque mois a "
        "été notée à côté. Nous avons trouvé que la pluie explique plus de la moitié de la croissance."
    ),
    "es": (
        "El crecimiento del musgo en los tejados viejos se midió durante dos años en tres ciudades, y se anotó la lluvia de cada mes. "
        "Encontramos que la lluvia explica más de la mitad del crecimiento, pero la luz del día no tiene efecto."
    ),
    "ru": (
        "Рост мха на старых крышах измеряли в течение двух лет в трёх городах, и рядом записывали дожди каждого месяца. Мы нашли, что "
        "дождь объясняет более половины роста, а дневной свет на него не влияет."
    ),
    "zh": (
        "两年来在三个城市测量了旧屋顶上苔藓的生长，并记录了每个月的降雨量。结果表明，降雨解释了一半"
        "以上的生长，而白天的光照对苔藓的生长没有任何可以证明的影响。"
    ),
}
HEADINGS = {"en": "Abstract", "de": "Zusammenfassung", "fr": "Résumé", "es": "Resumen", "ru": "Аннотация", "zh": "摘要"}


def read(text: str) -> Record:
    """Return the record of a page, having held each value against the characters that it points at."""
    reading = engine.read(page(text))
    assert isinstance(reading, Extraction), reading
    for field in {"title", "translated-title", "abstract", "translated-abstract"} & reading.evidence.keys():
        (place,) = reading.evidence[field]
        assert normalise(field, [text[a:b] for a, b in place.parts], place.rule) == reading.record[field]
    return reading.record


def head(language: str | None = None) -> str:
    stated = f"Language: {language}\n" if language else ""
    return f"Moss and roofs\n\nAnna Bergqvist, Jan van der Meer\n\nJournal: Wet Roofs\nVolume: 14\nIssue: 2\n{stated}"


@pytest.mark.parametrize(
    ("first", "second"), [("en", "de"), ("de", "en"), ("es", "en"), ("fr", "en"), ("ru", "en"), ("zh", "en"), ("en", "es")]
)
def test_abstracts_under_headings_of_their_own_are_kept_apart(first, second):
    found = read(f"{head()}\n{HEADINGS[first]}\n\n{TEXTS[first]}\n\n{HEADINGS[second]}\n\n{TEXTS[second]}\n")
    assert found["abstract"] == TEXTS[first]
    assert found["translated-abstract"] == TEXTS[second]


@pytest.mark.parametrize(("first", "second"), [("en", "de"), ("de", "en"), ("es", "en")])
def test_an_abstract_that_follows_another_without_a_heading_is_its_translation(first, second):
    found = read(f"{head()}\n{HEADINGS[first]}\n\n{TEXTS[first]}\n\n{TEXTS[second]}\n")
    assert (found["abstract"], found["translated-abstract"]) == (TEXTS[first], TEXTS[second])


def test_the_abstract_in_the_language_that_the_page_states_is_the_works():
    found = read(f"{head('German')}\nAbstract\n\n{TEXTS['en']}\n\nZusammenfassung\n\n{TEXTS['de']}\n")
    assert (found["abstract"], found["translated-abstract"]) == (TEXTS["de"], TEXTS["en"])


def test_a_second_text_in_the_same_language_is_no_translation():
    other = "This page is about the moss on the roofs of old houses, and it was made by the people of the town who live under them all."
    found = read(f"{head()}\nAbstract\n\n{TEXTS['en']}\n\nSummary\n\n{other}\n")
    assert found["abstract"] == TEXTS["en"]
    assert "translated-abstract" not in found


def test_an_original_title_in_the_works_language_is_its_title():
    found = read(
        "Title: The growth of moss on the roofs of the old houses\nOriginal title: Das Wachstum des Mooses auf den alten Dächern der Stadt\n"
        f"Author: Bergqvist, Anna\nLanguage: German\nType: Report\n\nAbstract: {TEXTS['en']}\n"
    )
    assert found["title"] == "Das Wachstum des Mooses auf den alten Dächern der Stadt"
    assert found["translated-title"] == "The growth of moss on the roofs of the old houses"
    assert "original-title" not in found


def test_a_translated_work_keeps_its_title_beside_the_original_one():
    found = read(
        "Title: The growth of moss on the roofs of the old houses\nOriginal title: Das Wachstum des Mooses auf den alten Dächern der Stadt\n"
        f"Author: Bergqvist, Anna\nLanguage: English\nType: Book\n\nAbstract: {TEXTS['en']}\n"
    )
    assert found["title"] == "The growth of moss on the roofs of the old houses"
    assert found["original-title"] == "Das Wachstum des Mooses auf den alten Dächern der Stadt"
