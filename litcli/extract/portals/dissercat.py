"""disserCat: Russian theses and their abstracts.

    TITLE тема диссертации и автореферата по ВАК РФ 06.01.03, кандидат наук Family Given Patronymic / • name / • degree, twice /
    • 2022, university / • Количество страниц 141 / Name. Title: дис. кандидат наук: ... University. 2022. 141 с. / Оглавление / Введение

What surprised us: the table of contents and the introduction follow, and look like an abstract.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import claim
from litcli.extract.layout import Layout

NAME = "dissercat"

MARKS = (
    Mark(0.6, "тема диссертации и автореферата по ВАК"),
    Mark(0.3, "Специальность ВАК РФ"),
    Mark(0.3, "Оглавление диссертации"),
)
_TITLE = re.compile(
    r"^(?P<title>.+?) тема диссертации и автореферата по ВАК РФ [\d.]+, (?P<genre>(?:кандидат|доктор)(?: [а-я-]+)? наук)\b"
)
_PLACE = re.compile(r"^(?P<issued__calendar>(?:19|20)\d\d), (?:(?P<publisher>\S+[ «].+)|(?P<publisher_place>\S+))$")
_COUNT = re.compile(r"^Количество страниц\s?(?P<number_of_pages>\d{1,4})$")


def marks(layout: Layout) -> float:
    """Weigh the words behind every title of the site."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the head of the page states; contents and introduction are no abstract."""
    fields = ("abstract", "container-title", "volume", "issue", "page", "author", "keyword")
    draft = generic.read(layout, NAME).without(*fields)
    found = [
        *read_lines(layout, layout.lines[:12], (_TITLE, _PLACE, _COUNT), NAME, 0.95),
        *kind(layout, MARKS, NAME, "thesis", 0.95),
    ]
    name = next((line for line in layout.lines[1:5] if line.mark == "bullet"), None)
    people = claim(layout.text, "author", [(name.span,)], f"{NAME}.author", 0.95) if name else None
    return amended(draft, (*found, people))
