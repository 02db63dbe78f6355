"""The words of dates in many languages: one table from a folded word to what it means, built once when first asked for.

The names of months are CLDR's (`litcli.model.months`); seasons, range words and fillers are not there, and stand here.
"""

from enum import StrEnum
from functools import cache

from litcli.model.folding import unaccented
from litcli.model.months import MONTHS, WEEKDAYS


class Mark(StrEnum):
    """What a word or sign is in a date; one letter each, so that a date can be matched as a string of them."""

    YEAR = "Y"
    NUMBER = "N"
    MONTH = "M"
    SEASON = "S"
    ROMAN = "R"
    CIRCA = "c"
    YEAR_SIGN = "y"
    MONTH_SIGN = "m"
    DAY_SIGN = "d"
    TO = "–"
    AND = "/"
    FILLER = ""
    OTHER = "x"


SEASONS: tuple[tuple[int, str], ...] = (
    (1, "spring frühjahr frühling voorjaar lente vår vårer forår kevät primavera printemps wiosna jaro jar весна tavasz"),
    (1, "ilkbahar 春季"),
    (2, "summer sommer zomer sommar kesä verano été estiu estate verão lato léto leto лето літо nyár yaz 夏季"),
    (3, "autumn fall herbst herfst najaar höst efterår høst syksy otoño tardor automne autunno outono jesień podzim jeseň осень"),
    (3, "осінь ősz sonbahar 秋季"),
    (4, "winter vinter talvi invierno hivern hiver inverno zima зима tél kış 冬季"),
)

OTHERS: tuple[tuple[Mark, str], ...] = (
    (Mark.CIRCA, "ca ca. c. circa cca cca. ок. около approx. approximately"),
    (Mark.YEAR_SIGN, "年 년"),
    (Mark.MONTH_SIGN, "月 월"),
    (Mark.DAY_SIGN, "日 日期 일 号"),
    (Mark.TO, "to until through till bis tot til till t.o.m. asti al hasta a au à do по до ～ 〜 ~to"),
    (Mark.AND, "and und en og och ja y et e i и та"),
    (Mark.FILLER, "de del d di da der den of the г г. год года р р. року rok roku r. m. mm. th st nd rd er anno yr"),
)

ROMANS = {word: number for number, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)}

PENDING = frozenset(
    "in press|forthcoming|in print|in preparation|submitted|accepted|accepted in press|in druck|im druck|im erscheinen|erscheint|"
    "in voorbereiding|ter perse|under udgivelse|i trykken|i tryck|under utgivning|under publisering|painossa|julkaistavana|"
    "hyväksytty|en prensa|en premsa|no prelo|in stampa|in corso di stampa|sous presse|à paraître|w druku|v tisku|v tlači|в печати|"
    "у друці|印刷中|即将出版|출판예정|nyomtatás alatt|baskıda|n.d.|o. j.|s. a.|s.d.|s. f.".split("|")
)
"""What stands for the date of a work that is yet to appear, or bears none; casefolded."""


@cache
def words() -> dict[str, tuple[Mark, int]]:
    """Return the table: folded word (with its full stop where that matters) to mark and value."""
    table: dict[str, tuple[Mark, int]] = {unaccented(w): (mark, 0) for mark, line in OTHERS for w in line.split()}
    table |= dict.fromkeys(WEEKDAYS.split(), (Mark.FILLER, 0))
    table |= {word: (Mark.ROMAN, number) for word, number in ROMANS.items()}
    table |= {unaccented(w): (Mark.SEASON, number) for number, line in SEASONS for w in line.split()}
    return table | {word: (Mark.MONTH, number) for word, number in _months().items()}


_FINNISH = "tammik helmik maalisk huhtik toukok kesak heinak elok syysk lokak marrask jouluk"
"""Finnish abbreviations that portals print and CLDR does not have, folded."""


def _months() -> dict[str, int]:
    found = {form: number for number, names in enumerate(MONTHS, start=1) for form in names.split()}
    found |= {"sept": 9, "setiembre": 9, "feber": 2}
    found |= {word: number for number, word in enumerate(_FINNISH.split(), start=1)}
    del found["kesa"]  # Finnish "kesä 2010" is a summer; June is "kesäkuu"
    return found
