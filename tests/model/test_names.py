"""One name in each of its written forms, as pages print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.model.names import Name, Order, clean_name, looks_like_name, parse_name
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("text", "family", "given_name"),
    [
        ("Jérôme Galon", "Galon", "Jérôme"),
        ("Galon, Jérôme", "Galon", "Jérôme"),
        ("Obrębski, J. B.", "Obrębski", "J. B."),
        ("Smith,J.", "Smith", "J."),
        ("J.A.Smith", "Smith", "J.A."),
        ("Jabaaij L", "Jabaaij", "L"),
        ("Van Essen GA", "Van Essen", "GA"),
        ("Lee S-H", "Lee", "S-H"),
        ("Ivanova IV", "Ivanova", "IV"),
        ("H Tan", "Tan", "H"),
        ("J-W Schüttauf", "Schüttauf", "J-W"),
        ("MJP Punkkinen", "Punkkinen", "MJP"),
        ("H. -P. Komsa", "Komsa", "H. -P."),
        ("Ch E. Matthaiou", "Matthaiou", "Ch E."),
        ("Yu. A. Gagarin", "Gagarin", "Yu. A."),
        ("E. Caroline Wylie", "Wylie", "E. Caroline"),
        ("Hanna C Persson", "Persson", "Hanna C"),
        ("TIAN Yu", "TIAN", "Yu"),
        ("Nguyễn Văn Ruộng", "Nguyễn", "Văn Ruộng"),
        ("Thị Lúa Trần", "Trần", "Thị Lúa"),
        ("Фомин Дмитрий Сергеевич", "Фомин", "Дмитрий Сергеевич"),
        ("Самуил Иосифович Рабинович", "Рабинович", "Самуил Иосифович"),
        ("Пічка Ольга Петрівна", "Пічка", "Ольга Петрівна"),
        ("DAI Jiang-Nan", "DAI", "Jiang-Nan"),
        ("RYU My", "RYU", "My"),
        ("LI Wei", "LI", "Wei"),
        ("Xiaoming LI", "LI", "Xiaoming"),
        ("Zhang XY", "Zhang", "XY"),
        ("MA Karim", "Karim", "MA"),
        ("Jean-Pierre DE LA TOUR", "DE LA TOUR", "Jean-Pierre"),
        ("DE LA TOUR Jean", "DE LA TOUR", "Jean"),
        ("A. Driessen - Mol", "Driessen - Mol", "A."),
        ("Maria Laura Di Lorenzo", "Di Lorenzo", "Maria Laura"),
        ("Dinny H. De Bakker", "De Bakker", "Dinny H."),
        ("Ann Van den Berghe", "Van den Berghe", "Ann"),
        ("A. St. John", "St. John", "A."),
        ("Juan J. García López", "García López", "Juan J."),
        ("María del Carmen Pérez", "Pérez", "María del Carmen"),
        ("José Ortega y Gasset", "Ortega y Gasset", "José"),
        ("João Silva Neto", "Silva Neto", "João"),
        ("Ahmad al-Hassan", "al-Hassan", "Ahmad"),
        ("Jean d’Alembert", "d’Alembert", "Jean"),
        ("Филимонова Л.В.", "Филимонова", "Л.В."),
        ("Л.В. Филимонова", "Филимонова", "Л.В."),
        ("宮野 隆", "宮野", "隆"),
        ("田中, 太郎", "田中", "太郎"),
        ("김철수", "김", "철수"),
        ("ジョン・スミス", "スミス", "ジョン"),
        ("John Smith, MD, PhD", "Smith", "John"),
        ("Smith, MD", "Smith", "MD"),
        ("Smith, John, 1950-2010", "Smith", "John"),
        ("Univ.-Prof. Dr. med. Hans Maier", "Maier", "Hans"),
    ],
)
def test_given_and_family_name(text: str, family: str, given_name: str) -> None:
    assert parse_name(text) == Name(family, given_name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C. van der Berg", Name("Berg", "C.", non_dropping_particle="van der")),
        ("de Seoane, J M V", Name("Seoane", "J M V", non_dropping_particle="de")),
        ("Houtum, van, G.J.J.A.N.", Name("Houtum", "G.J.J.A.N.", non_dropping_particle="van")),
        ("Goethe, Johann Wolfgang von", Name("Goethe", "Johann Wolfgang", non_dropping_particle="von")),
        ("Mohammed bin Salman", Name("Salman", "Mohammed", non_dropping_particle="bin")),
        ("van der Meer JWM", Name("Meer", "JWM", non_dropping_particle="van der")),
        ("'t Hooft, G.", Name("Hooft", "G.", non_dropping_particle="'t")),
        ("van Houtum", Name("Houtum", non_dropping_particle="van")),
        ("Martin Luther King Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("King, Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("King Jr., M. L.", Name("King", "M. L.", suffix="Jr.")),
        ("Smith JA 3rd", Name("Smith", "JA", suffix="3rd")),
        ("Aristotle", Name("Aristotle")),
        ("秋山亨", Name(literal="秋山亨")),
        ("", None),
        ("1,2,*", None),
    ],
)
def test_particles_suffixes_and_single_words(text: str, expected: Name | None) -> None:
    assert parse_name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "D0 Collaboration",
        "WHO",
        "World Health Organization (WHO)",
        "U.S. Geological Survey",
        "International Committee of Medical Journal Editors",
        "Deutsche Gesellschaft für Kardiologie",
        "Suomen Kardiologinen Seura",
        "日本畜産学会",
    ],
)
def test_groups_stay_whole(text: str) -> None:
    assert parse_name(text) == Name(literal=text)


def test_the_order_may_be_told() -> None:
    assert parse_name("Kovács János", Order.FAMILY_FIRST) == Name("Kovács", "János")
    assert parse_name("Kovács János", Order.GIVEN_FIRST) == Name("János", "Kovács")


@pytest.mark.parametrize(
    ("text", "pure", "orcid"),
    [
        ("Alessandro Ottaiano 1,,", "Alessandro Ottaiano", None),
        ("Jaakko Kaprio (a1) (a2)", "Jaakko Kaprio", None),
        ("Ina Semper¹", "Ina Semper", None),
        ("Ina Semper*a", "Ina Semper", None),
        ("Ina Semper ab", "Ina Semper", None),
        ("Ina Semper *ad", "Ina Semper", None),
        ("Ina Semperᵃ", "Ina Semper", None),
        ("Mª José Semper", "Mª José Semper", None),
        ("J. Lassen A C ", "J. Lassen", None),
        ("TIAN Yu1,2", "TIAN Yu", None),
        ("CHEN Chang-Qing1**", "CHEN Chang-Qing", None),
        ("Qiao Lin b,*", "Qiao Lin", None),
        ("Gevorgyan, S A*;", "Gevorgyan, S A", None),
        ("Ina SemperEmail author", "Ina Semper", None),
        ("Krausch, Georg (Autor) ", "Krausch, Georg", None),
        ("Johan Adell (Institutionen för teknisk fysik, Fasta tillståndets fysik)", "Johan Adell", None),
        ("Schellevis FG.", "Schellevis FG", None),
        ("Л.В. Филимонова.", "Л.В. Филимонова", None),
        ("3 & Ina Semper1*", "Ina Semper", None),
        ("0000-0003-2610-1451Telvia Arias-Lafargue1  *  ", "Telvia Arias-Lafargue", "0000-0003-2610-1451"),
        ("Lisa Mende (https://orcid.org/0000-0002-1825-0097)", "Lisa Mende", "0000-0002-1825-0097"),
        ("DR Smith", "DR Smith", None),
        ("King, M. L., Jr.", "King, M. L., Jr.", None),
    ],
)
def test_marks_around_a_name(text: str, pure: str, orcid: str | None) -> None:
    found = clean_name(text)
    assert text[found.start : found.end] == pure
    assert found.orcid == orcid


def test_an_orcid_beside_the_name_is_kept() -> None:
    name = parse_name("Mende, Lisa 0000-0002-1825-0097")
    assert name == Name("Mende", "Lisa", orcid="0000-0002-1825-0097")


@pytest.mark.parametrize("text", ["Jérôme Galon", "Galon, J.", "C. van der Berg", "Smith JA", "D0 Collaboration", "宮野 隆"])
def test_looks_like_a_name(text: str) -> None:
    assert looks_like_name(text) >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Home",
        "Skip to main content",
        "Department of Physics",
        "Universität Zürich",
        "Effect of thickness on the microstructure of GaN films",
        "Abstract",
        "Published: 2013",
        "Research output: Contribution to journal",
        "3",
    ],
)
def test_does_not_look_like_a_name(text: str) -> None:
    assert looks_like_name(text) <= 0.3


@given(SOUP)
def test_a_name_always_has_something_to_be_called_by(text: str) -> None:
    name = parse_name(text)
    if name:
        assert name.literal or name.family
        assert name.display()
        assert name.inverted()
        assert Name.from_csl(name.to_csl()) == name


@given(SOUP)
def test_a_clean_name_is_clean(text: str) -> None:
    start, end, _ = clean_name(text)
    assert 0 <= start <= end <= len(text)
    assert clean_name(text[start:end])[:2] == (0, end - start)
    assert 0 <= looks_like_name(text) <= 1


_WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüéñ", min_size=3, max_size=9).map(str.capitalize)
_GIVEN = st.one_of(_WORD, st.sampled_from(["J. B.", "G.J.J.A.N.", "H.-P.", "S A", "Maria L."]))
_PARTICLE = st.sampled_from([None, "van", "van der", "de la"])
_KIN = st.sampled_from([None, "Jr.", "III"])


@given(st.builds(Name, family=_WORD, given=_GIVEN, non_dropping_particle=_PARTICLE, suffix=_KIN))
def test_an_inverted_name_reads_back(name: Name) -> None:
    read = parse_name(name.inverted())
    assert read is not None
    assert read.inverted() == name.inverted()
