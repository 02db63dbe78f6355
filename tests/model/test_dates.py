"""Dates as pages print them, in many languages."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.model.dates import Date, find_dates, is_pending, parse_date
from litcli.model.edtf import edtf
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2013", "2013"),
        ("2011 Mar", "2011-03"),
        ("2008-Dec", "2008-12"),
        ("May 2009", "2009-05"),
        ("2004 Jul 3", "2004-07-03"),
        ("Jan 1 2022", "2022-01-01"),
        ("January 1, 2003", "2003-01-01"),
        ("1 Oct 2005", "2005-10-01"),
        ("1st October 2005", "2005-10-01"),
        ("Monday, 3 May 2010", "2010-05-03"),
        ("30-Oct-2023", "2023-10-30"),
        ("2016-02-09", "2016-02-09"),
        ("2016-02-09T12:00:00Z", "2016-02-09"),
        ("2010/05/03/", "2010-05-03"),
        ("2010/11//", "2010-11"),
        ("09.10.2020", "2020-10-09"),
        ("1. 2. 2023", "2023-02-01"),
        ("9.X.2020", "2020-10-09"),
        ("01/01/1982", "1982-01-01"),
        ("13/02/1982", "1982-02-13"),
        ("02/13/1982", "1982-02-13"),
        ("15 Juni 1998", "1998-06-15"),
        ("15. März 1998", "1998-03-15"),
        ("1 maart 2010", "2010-03-01"),
        ("3. marts 2011", "2011-03-03"),
        ("7 lokakuuta 2008", "2008-10-07"),
        ("12 de octubre de 2011", "2011-10-12"),
        ("4 d’abril de 2010", "2010-04-04"),
        ("1er février 2012", "2012-02-01"),
        ("5 gennaio 2001", "2001-01-05"),
        ("8 listopada 2019", "2019-11-08"),
        ("3. května 2014", "2014-05-03"),
        ("2 февраля 2014 г.", "2014-02-02"),
        ("5 травня 2016", "2016-05-05"),
        ("2010. május 5.", "2010-05-05"),
        ("9 Şubat 2017", "2017-02-09"),
        ("1988 年", "1988"),
        ("2012年5月3日", "2012-05-03"),
        ("2012년 5월", "2012-05"),
        ("Winter 2010", "2010-24"),
        ("voorjaar 1981", "1981-21"),
        ("2010-24", "2010-24"),
        ("ca. 1900", "1900~"),
        ("[1995?]", "1995~"),
        ("2010–2012", "2010/2012"),
        ("sept.-dic. 2023", "2023-09/2023-12"),
        ("Jan/Feb 2010", "2010-01/2010-02"),
        ("20-21 January 2022", "2022-01-20/2022-01-21"),
        ("30 Jan - 2 Feb 2022", "2022-01-30/2022-02-02"),
        ("November 2011 - March 2012", "2011-11/2012-03"),
        ("12.–14.5.2010", "2010-05-12/2010-05-14"),
        ("1900~/1910~", "1900~/1910~"),
    ],
)
def test_a_date(text: str, edtf: str) -> None:
    assert parse_date(text).edtf() == edtf


@pytest.mark.parametrize("text", ["01/02/1982", "2010/11", "2009–10", "2009-13", "Spring/Summer 2010"])
def test_what_is_not_sure_leaves_the_year(text: str) -> None:
    found = parse_date(text)
    assert found == Date(((found.year,),))


@pytest.mark.parametrize("text", ["in press", "3 Jan 0001", "31 Feb 2020", "Feb '98", "98", "2012-2010", "20155", "", "MMXII"])
def test_a_text_that_is_no_date_stays_as_it_stands(text: str) -> None:
    assert parse_date(text) == Date(literal=text)


@pytest.mark.parametrize("text", ["In press", "w druku", "En prensa", "in voorbereiding", "(n.d.)"])
def test_pending_works(text: str) -> None:
    assert is_pending(text)


def test_a_dated_work_is_not_pending() -> None:
    assert not is_pending("May 2009")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("StatePublished - Jan 1 2022", ["Jan 1 2022"]),
        ("Publication year2025", ["2025"]),
        ("printed ca. 1900 in Bonn", ["ca. 1900"]),
        ("1988 年 59 巻 10 号", ["1988 年"]),
        ("PublikationsstatusVeröffentlicht - 15 Juni 1998", ["15 Juni 1998"]),
        ("Submitted: 27 August 2015  Accepted: 15 November 2015", ["27 August 2015", "15 November 2015"]),
        (". 2004 Jul 3;54(1):44–50. doi: 10.1007/s00262-004-0567-z", ["2004 Jul 3"]),
        ("DOI : 10.1016/j.crci.2004.04.005", []),
        ("Erschienen in: Cellulose 17/2020", ["2020"]),
        ("RTQ vol.43 no.3 sept.-dic. 2023  Epub 30-Oct-2023", ["sept.-dic. 2023", "30-Oct-2023"]),
        ("ISBN (Print)951-38-1963-9", []),
        ("trudy_2014_2_003-13.pdf", []),
        ("a data set 2010 and others that may 2011", ["2010", "2011"]),
        ("January 2003\nMay", ["January 2003"]),
    ],
)
def test_dates_within_a_text(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_dates(text)] == found


_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2099, 12, 31))
_PARTS = _DAYS.flatmap(lambda day: st.sampled_from([(day.year,), (day.year, day.month), (day.year, day.month, day.day)]))


@given(_PARTS, st.booleans())
def test_edtf_reads_back(part: tuple[int, ...], circa: bool) -> None:
    date = Date((part,), circa=circa)
    assert parse_date(date.edtf()) == date


@given(st.integers(-4000, 2100).filter(bool), st.sampled_from([(), (3,), (3, 15)]))
def test_any_year_of_edtf_reads_back(year: int, rest: tuple[int, ...]) -> None:
    date = Date(((year, *rest),))
    assert edtf(date.edtf()) == date


@pytest.mark.parametrize(("csl", "written"), [(-44, "-0043"), (-1, "0000"), (1, "0001"), (79, "0079")])
def test_edtf_counts_the_year_0_and_csl_does_not(csl: int, written: str) -> None:
    assert Date(((csl,),)).edtf() == written


@given(SOUP)
def test_any_text_gives_a_date_that_reads_back(text: str) -> None:
    date = parse_date(text)
    assert Date.from_csl(date.to_csl()) == date
    assert parse_date(date.edtf()) == date


@given(SOUP)
def test_spans_of_dates_give_back_the_date(text: str) -> None:
    last = 0
    for date, start, end in find_dates(text):
        assert last <= start < end <= len(text)
        assert parse_date(text[start:end]) == date
        assert date.year
        last = end


@pytest.mark.parametrize("text", ["9" * 100_000, "1-2-3-" * 20_000, "2010-" * 3_000, "a_b_" * 20_000])
def test_a_long_text_takes_no_long_time(text: str) -> None:
    find_dates(text)
