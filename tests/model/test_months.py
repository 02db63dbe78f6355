from litcli.model import months
from tests.model.cldr import month_names, weekday_names


def test_the_tables_are_those_of_cldr() -> None:
    written = [names.split() for names in (*months.MONTHS, months.WEEKDAYS)]
    assert written == [names.split() for names in (*month_names(), weekday_names())], "run: python -m tests.model.cldr"
