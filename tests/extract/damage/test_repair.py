"""Damaged pages: what is put right, what is left alone, and what is then read."""

import pytest

from litcli.extract.damage.repair import repair
from litcli.extract.engine import read
from litcli.extract.layout import lay_out
from litcli.extract.normalise import normalise
from litcli.extract.result import Extraction
from tests.extract.damage.damages import ALL, SEVERE
from tests.extract.portals.test_portals import HERE
from tests.extract.texts import page

NAMES = (
    "ieee/journal_article",
    "pure/catalan",
    "pubmed/site_page",
    "generic/thesis_in_french",
    "cyberleninka/site_page",
    "generic/german_thesis",
)
PAGES = {name: (HERE / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES}

REPAIRED = [
    ("UTF-8 as windows-1252", "by JÃ¼rgen MÃ¼ller", "by Jürgen Müller"),
    ("beside a lost character", "by MÃ¼ller ï¿½ 2014", "by Müller \ufffd 2014"),
    ("entities, twice", "Caf&eacute; &amp;amp; bar &#8211; &lt;5", "Café & bar – <5"),
    ("a ligature", "de\ufb01ned", "defined"),
    ("marks without width", "tem\u00adpera\u200bture", "temperature"),
    ("odd spaces", "page\u00a012\u2009km", "page 12 km"),
    ("accents apart", "Mu\u0308nchen", "München"),
    ("wide letters", "\uff36\uff4f\uff4c\uff0e \uff11\uff12", "Vol. 12"),
    ("other digits in a row", "Year: \u0662\u0660\u0661\u0664", "Year: 2014"),
    ("tags", "CO<sub>2</sub> in <i>Sphagnum</i>", "CO2 in Sphagnum"),
    ("Markdown", "**Journal:** [Moss](https://moss.example/j)", "Journal: Moss"),
    ("escapes of JSON", "Title\\nM\\u00fcller\\nAbstract", "Title\nMüller\nAbstract"),
    ("a mail's quotation", "> On bees\n> by A. Smith\n>\n> Abstract\n> Bees.", "On bees\nby A. Smith\n\nAbstract\nBees."),
    ("bullets of all lines", "* On bees\n* A. Smith\n* 2014\n* Moss", "On bees\nA. Smith\n2014\nMoss"),
    ("numbers of all lines", "1. On bees\n2. A. Smith\n3. 2014\n4. Moss", "On bees\nA. Smith\n2014\nMoss"),
    ("heads of leaves", "We saw\n1/2\n\f12.03.2021, 14:05\nbees.", "We saw\nbees."),
    ("a head with the title of each leaf", "1.2.2021, 9:05 Moss\nbees\n2/2\n1.2.2021, 9:05 Moss\nflew.", "bees\nflew."),
    ("a stamp before a title", "12.03.2021, 14:05 On bees\nbees", "12.03.2021, 14:05 On bees\nbees"),
    ("gaps of a scan", "J ournal: Moss, published in May 19 98", "Journal: Moss, published in May 1998"),
    ("a broken word", "The environ-\nment of roofs and the environment of walls", "The environment\nof roofs and the environment of walls"),
]  # fmt: skip

LEFT_ALONE = [
    ("signs of mathematics", "x < b and c > d, a * b * c"),
    ("letters of French", "À la carte ? Évry, « où », São João"),
    ("commands of LaTeX", "the neutrino \\nu and \\rho, with \\text{x}"),
    ("joiners of Persian", "می\u200cخواهم"),
    ("digits of a title in its script", "آب و هوای بهار در کوهستان‌های بلند ایران زمین در سال ۱۴۰۰ خورشیدی"),
    ("wide signs beside ideographs", "屋顶苔藓（二）：生长"),
    ("a list on a page", "Title\n* moss\n* roofs\nAbstract\nWe saw bees."),
    ("a species", "C elegans and P value"),
    ("a range of years", "1998 2004"),
    ("names of files", "see my_file_name and other_name"),
]

UNDONE = sorted(
    {
        *("ligatures", "soft_hyphens", "zero_width", "no_break_spaces", "thin_spaces", "mojibake", "mojibake_latin1", "entities"),
        *("tags", "json_escapes", "decomposed", "full_width", "full_width_digits", "bidi_marks", "form_feeds", "mail_quotes"),
        *("indentation", "bullets", "numbered", "markdown_bold", "markdown_links", "markdown_emphasis"),
    }
)
"""The damages that nothing of the page is lost by."""


@pytest.mark.parametrize(("raw", "mended"), [case[1:] for case in REPAIRED], ids=[case[0] for case in REPAIRED])
def test_the_damage_is_undone(raw: str, mended: str) -> None:
    assert repair(page(raw)).page.text == mended


@pytest.mark.parametrize("text", [case[1] for case in LEFT_ALONE], ids=[case[0] for case in LEFT_ALONE])
def test_what_only_looks_like_damage_stays(text: str) -> None:
    assert repair(page(text)).page.text == text


def test_each_character_of_another_encoding_has_a_place_of_its_own() -> None:
    clean = "街道設計學刊；10卷2期"
    damaged = page(clean.encode().decode("latin-1"))
    mended = repair(damaged).mended
    assert mended is not None
    assert mended.text == clean
    start, end = mended.back(clean.index("10"), clean.index("卷"))
    assert damaged.text[start:end] == "10"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_damage_is_the_same_page(name: str) -> None:
    clean = page(PAGES[name])
    repaired = repair(clean)
    assert repaired.page is clean
    assert repaired.mended is None


@pytest.mark.parametrize("damage", UNDONE)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_whose_damage_loses_nothing_is_read_as_the_clean_one(name: str, damage: str) -> None:
    assert reading_of(ALL[damage](PAGES[name])).record == reading_of(PAGES[name]).record


@pytest.mark.parametrize("damage", SEVERE)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_lost_its_lines_is_read_right_or_with_a_doubt(name: str, damage: str) -> None:
    clean, reading = reading_of(PAGES[name]).record, read(page(ALL[damage](PAGES[name])))
    if isinstance(reading, Extraction) and not reading.doubts:
        wrong = {field: value for field, value in reading.record.items() if clean.get(field) != value}
        assert wrong == {}


@pytest.mark.parametrize("damage", ALL)
@pytest.mark.parametrize("name", PAGES)
def test_every_value_of_a_damaged_page_is_what_its_evidence_says(name: str, damage: str) -> None:
    damaged = page(ALL[damage](PAGES[name]))
    reading, layout = read(damaged), lay_out(damaged)
    for field, places in reading.evidence.items() if isinstance(reading, Extraction) else ():
        value = reading.record[field]
        values = value if isinstance(value, list) else [value]
        assert values == [normalise(field, layout.texts(place), place.rule) for place in places]


def reading_of(text: str) -> Extraction:
    reading = read(page(text))
    assert isinstance(reading, Extraction)
    return reading
