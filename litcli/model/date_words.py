"""The words of dates in many languages: one table from a folded word to what it means, built once when first asked for.

Month names are CLDR's, through Babel; seasons, range words and fillers are not there, and stand here. A name that means different
months in two of the languages is left out of the table: Croatian is not read, for its "listopad" is October and the Czech and
Polish one is November.
"""

import unicodedata
from enum import StrEnum
from functools import cache


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


LOCALES = (
    "en en_GB en_AU en_CA de de_AT nl da sv nb nn fi et is fo es es_PE ca gl eu pt pt_PT it fr fr_CA ro pl cs sk sl ru uk be "
    "bg sr_Latn el lt lv hu tr id af"
).split()

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
    (Mark.ROMAN, "i ii iii iv v vi vii viii ix x xi xii"),
)

ROMANS = {word: number for number, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)}

PENDING = frozenset(
    "in press|forthcoming|in print|in preparation|submitted|accepted|accepted in press|in druck|im druck|im "
    "erscheinen|erscheint| in voorbereiding|ter perse|under udgivelse|i trykken|i tryck|under utgivning|under "
    "publisering|painossa|julkaistavana|hyväksytty| en prensa|en premsa|no prelo|in stampa|in corso di stampa|sous presse|à "
    "paraître|w druku|v tisku|v tlači|в печати|у друці|"
    "印刷中|即将出版|출판예정|nyomtatás alatt|baskıda|n.d.|o. j.|s. a.|s.d.|s. f.".split("|")
)


def fold(text: str) -> str:
    """Return a word without case and accents, for looking up.

    >>> fold("Février"), fold("5월")
    ('fevrier', '5월')
    """
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


@cache
def words() -> dict[str, tuple[Mark, int]]:
    """Return the table: folded word (with its full stop where that matters) to mark and value."""
    table: dict[str, tuple[Mark, int]] = {fold(w): (mark, 0) for mark, line in OTHERS for w in line.split()}
    table |= dict.fromkeys(_weekdays(), (Mark.FILLER, 0))
    table |= {word: (Mark.ROMAN, number) for word, number in ROMANS.items()}
    table |= {fold(w): (Mark.SEASON, number) for number, line in SEASONS for w in line.split()}
    return table | {word: (Mark.MONTH, number) for word, number in _months().items()}


_FINNISH = "tammik helmik maalisk huhtik toukok kesak heinak elok syysk lokak marrask jouluk"
"""Finnish abbreviations that portals print and CLDR does not have, folded."""


def _months() -> dict[str, int]:
    from babel import Locale

    found: dict[str, set[int]] = {}
    for code in LOCALES:
        for widths in Locale.parse(code).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in widths[width].items():
                    for form in _forms(name):
                        found.setdefault(form, set()).add(number)
    found |= {"sept": {9}, "setiembre": {9}, "feber": {2}}
    found |= {word: {number} for number, word in enumerate(_FINNISH.split(), start=1)}
    found.pop("kesa")  # Finnish "kesä 2010" is a summer; June is "kesäkuu"
    return {form: numbers.pop() for form, numbers in found.items() if len(numbers) == 1}


def _weekdays() -> set[str]:
    from babel import Locale

    return {fold(name) for code in LOCALES for name in Locale.parse(code).days["format"]["wide"].values()}


def _forms(name: str) -> set[str]:
    bare = fold(name).rstrip(".")
    for article in ("de ", "d'", "d’", "d’"):
        bare = bare.removeprefix(article)
    return {bare} if len(bare) > 1 and bare.isalpha() and not bare.isdigit() else set()
