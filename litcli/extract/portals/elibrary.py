"""eLIBRARY.RU, the Russian index, which prints titles and names in capitals.

    eLIBRARY ID: ... / EDN: ... / DOI: ... / TITLE / FAMILY G.G. 1, FAMILY G. 2 / 1 University / Тип: статья в журнале - ... Язык: русский /
    Том: 12 Номер: 3 Год: 2015 / Страницы: 45-58 / ЖУРНАЛ: / JOURNAL / ISSN: ... / КЛЮЧЕВЫЕ СЛОВА: / ... / АННОТАЦИЯ: / ... /
    ОПИСАНИЕ НА АНГЛИЙСКОМ ЯЗЫКЕ: / TITLE / ... / СПИСОК ЦИТИРУЕМОЙ ЛИТЕРАТУРЫ: / ...
    Тип: статья в сборнике ... Год издания: 2021 / ... / ИСТОЧНИК: / VOLUME / subtitle, town, year / Издательство: Name (Town) / ...

What surprised us: below the counts a whole second record follows in English; the source is a book, not a citation.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout

NAME = "elibrary"

MARKS = (
    Mark(0.5, "eLIBRARY ID:", r"^eLIBRARY ID: ?\d+"),
    Mark(0.3, "EDN: ", r"^EDN: ?[A-Z]{6}"),
    Mark(0.4, "БИБЛИОМЕТРИЧЕСКИЕ ПОКАЗАТЕЛИ", r"^БИБЛИОМЕТРИЧЕСКИЕ ПОКАЗАТЕЛИ"),
    Mark(0.3, "Входит в РИНЦ", r"^Входит в РИНЦ"),
    Mark(0.3, "НАУЧНАЯ ЭЛЕКТРОННАЯ БИБЛИОТЕКА", within=8),
    Mark(0.3, "РЕЗУЛЬТАТЫ ПОИСКОВОГО ЗАПРОСА", within=12),
)
_LIST = re.compile(r"^(?:РЕЗУЛЬТАТЫ ПОИСКОВОГО ЗАПРОСА|Всего найдено|СПИСОК ПУБЛИКАЦИЙ)")
_ENDS = ("БИБЛИОМЕТРИЧЕСКИЕ ПОКАЗАТЕЛИ", "ОПИСАНИЕ НА АНГЛИЙСКОМ", "СПИСОК ЦИТИРУЕМОЙ", "ТЕМАТИЧЕСКИЕ РУБРИКИ", "АЛЬТМЕТРИКИ")
_HOSTS = ("ИСТОЧНИК", "ЖУРНАЛ")
_NAMES = re.compile(r"^[А-ЯЁA-Z][А-ЯЁA-Z'’-]+ (?:[А-ЯЁA-Z]\.|[А-ЯЁ]+ [А-ЯЁ]+(?:ВИЧ|ИЧНА|ВНА)(?:\s?\d|,|$))")
"""Names with initials or, in full, with a patronymic."""
_PLACE = re.compile(r"^\d{1,2}\s\S*[а-яё]{3}")
"""An institution behind its number: what stands above the type where the names have a form that we do not know."""
_TYPE = re.compile(r"^Тип: ")
_ENGLISH = "ОПИСАНИЕ НА АНГЛИЙСКОМ"


def marks(layout: Layout) -> float:
    """Weigh the library's numbers and its headings in capitals."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:20], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the record states, without the second one in English below it."""
    stop = next((line.index for line in layout.lines if line.text.startswith(_ENDS)), len(layout.lines))
    page = layout.part(0, stop)
    return amended(generic.read(page, NAME), (*_title(page), *_host(page), *_translation(layout)))


def _title(page: Layout) -> list[Candidate]:
    """Read the title, which stands above the names, or above the type where nobody is named."""
    typed = first_line(page.lines[:20], _TYPE)
    below = first_line(page.lines[1:20], _NAMES) or typed
    above = page.lines[below[0].index - 1] if below and below[0].index else None
    if above and _PLACE.match(above.text):
        return []
    return claims(page.text, "title", above.span, f"{NAME}.title", 0.95) if above else []


def _host(page: Layout) -> list[Candidate]:
    """Read the line below the heading of the journal or the volume."""
    heading = next((line for line in page.lines if line.text.rstrip(": ") in _HOSTS), None)
    below = page.lines[heading.index + 1] if heading and heading.index + 1 < len(page.lines) else None
    return claims(page.text, "container-title", below.span, f"{NAME}.container-title", 0.95) if below else []


def _translation(layout: Layout) -> Iterator[Candidate]:
    """Read the title of the second record, which is the translation of the first one's."""
    heading = next((line for line in layout.lines if line.text.startswith(_ENGLISH)), None)
    below = layout.lines[heading.index + 1] if heading and heading.index + 1 < len(layout.lines) else None
    if below and below.text.isascii():
        yield from claims(layout.text, "translated-title", below.span, f"{NAME}.translated-title", 0.93)
