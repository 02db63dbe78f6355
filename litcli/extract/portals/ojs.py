"""Open Journal Systems: thousands of journals, in the language of each.

    Home / Archives / Vol. 7 No. 2 (2018) / Articles / Title / Authors / • Name University / DOI: / Keywords: / Abstract / References /
    Published / 2018-12-21 / How to Cite / citation / Issue / Vol. 7 No. 2 (2018) / Section / License                      since 2016
    Home > Vol 3, No 1 (2012) > Pichka / Title / Names / Abstract / Keywords / Full Text: / Refbacks / Journal. ISSN ...     before

What surprised us: journal and pages stand in the suggested citation alone, which comes below the references; affiliations follow the names
without a mark, and the citation tells where the family names end; an old issue was published on the day it was uploaded.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, stated
from litcli.extract.candidates import Candidate, Parts, Span, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.citations import read_citation
from litcli.extract.readers.words import split_words
from litcli.extract.vocabulary import fold

if TYPE_CHECKING:
    from litcli.model.record import CslDate

NAME = "ojs"

_CITE_HEADS = (
    "How to Cite|Cómo citar|Como Citar|Comment citer|Zitationsvorschlag|Referera så här|"
    "Sådan citeres|Citation/Eksport|Hvordan referere|Slik refererer du|"
    "Viittaaminen|Cara Mengutip|Як цитувати|Как цитировать|Jak cytować|Come citare|Nasıl Atıf Yapılır|"
    "Kako citirati|Citiranje|Hoe te citeren|Citace|"
    "Com citar|Cum cităm|Hogyan kell idézni|引用方式|اقتباس|ارجاع به مقاله|Trích dẫn bài báo|Cách trích dẫn|Cite|Πώς να δημιουργήσετε Αναφορές"
).split("|")
_ISSUE_HEADS = (
    "Issue|Número|Numéro|Ausgabe|Nummer|Årgang|Edição|Numero|Номер|Выпуск|Numer|Sayı|Broj|Terbitan|Numero|Číslo|Nr|Volum|Évfolyam|Bd|Bind|Årg|卷期|期|Số|شماره"
).split("|")
_DATE_HEADS = (
    "Published|Publicado|Publiée|Publié-e|Veröffentlicht|Publicerad|Publiceret|Publisert|Julkaistu|Diterbitkan|Опубліковано|Опубликован|Опубликовано|"
    "Opublikowane|Pubblicato|Yayınlanmış|Objavljeno|Gepubliceerd|Publikováno|Publicat|Megjelent|已出版|出版日期|Đã Xuất bản|Đã xuất bản|چاپ شده"
).split("|")
_CITING, _NUMBERING, _DATING = (frozenset(map(fold, heads)) for heads in (_CITE_HEADS, _ISSUE_HEADS, _DATE_HEADS))
_OR = "|".join(map(re.escape, _CITE_HEADS))
MARKS = (
    Mark(0.6, "no refbacks", r"^\W*There are currently no refbacks"),
    Mark(0.3, "Refbacks", r"^Refbacks$"),
    Mark(0.4, "OPEN JOURNAL SYSTEMS"),
    Mark(0.5, "##submission."),
    Mark(0.5, "##plugins."),
    Mark(0.4, "/article/view/"),
    Mark(0.4, "Download data is not yet available"),
    Mark(0.3, "More Citation Formats"),
    Mark(0.3, "Skip to main navigation menu"),
    Mark(
        0.3,
        " / ",
        r"^(?:Home|Inicio|Início|Accueil|Startseite|Hem|Hjem|Etusivu|Beranda|Головна|Главная|Trang chủ) / "
        r"(?:Lưu trữ|Archives|Archivos|Arquivos|Archiv\w*|Arkiv|"
        r"Arkisto|Arsip|Архіви|Архив\w*) / ",
    ),
    Mark(0.4, "", rf"^(?:{_OR})$"),
    Mark(0.3, "", rf"^(?:{'|'.join(_ISSUE_HEADS)})\n+.*\d"),
    Mark(0.2, "", rf"^(?:{'|'.join(_DATE_HEADS)})\n+\s*\d{{4}}-\d\d-\d\d"),
    Mark(0.4, " > ", r"^[^\W\d_]{4,14} > (?:Vol|No|Nr|Núm|Bd|Том)\S* .*> "),
)
_CRUMBS = re.compile(r"^[^\W\d_]{3,16}(?: [^\W\d_]{3,12})? [/>] .*(?:\d{4}|[/>].*[/>])")
_NUMBERED = re.compile(
    r"(?:(?:Vol|Bd|Band|Tom|Том|Tập|T|Årg|Cilt|Jg|Rocznik|Evf)\.?\s?(?:umen|ume)?\s?(?P<volume>\d[\w./-]*|[IVXLC]+))?[,:;]?\s?"
    r"(?:(?:No|Nro?|Số|S|Núm|N[º°]|№|Issue|Iss|Heft|Sayı|Br|Num|n)\.?\s?(?P<issue>\d[\w./–-]*))?\s?\((?P<issued__calendar>(?:1[89]|20)\d\d)\)"
)
_WITHOUT_VOLUME = re.compile(
    r"[.?!]?\s(?P<container_title>[^.,(][^(]{2,120}?), \((?P<issue>[^()]{1,20})\)(?:, (?P<page>[A-Za-z]?\d+(?:[–-]\d+)?))?"
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ)])(?:Abstract|Abstrak|Resumen|Resumo|Résumé|Zusammenfassung)$")
_OLD_JOURNAL = re.compile(r"^(?P<container_title>[^.]{3,100})\.?(?: \([^()]*\))?\.? (?:E-|e-|p-)?ISSN:? ?\d{4}-\d{3}[\dXx]")


def marks(layout: Layout) -> float:
    """Weigh the headings of citation, issue and date in many languages, and what the software itself prints."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of a journal holds no article: files of many articles and no abstract."""
    files = sum(line.folded.startswith(("pdf", "html", "fulltext")) and len(line.text) < 20 for line in layout.lines)
    headed = any(layout.vocabulary.sections.get(line.folded) == "abstract" or line.folded in _CITING for line in layout.lines)
    return "the table of contents of an issue" if files >= 3 and not headed else None


def read(layout: Layout) -> Draft:
    """Return what the page states: below the breadcrumbs, and in the citation below the references."""
    crumbs = next((line for line in layout.lines[:40] if _CRUMBS.match(line.text)), None)
    page = layout.part(crumbs.index + 1) if crumbs and crumbs.index + 1 < len(layout.lines) else layout
    draft = generic.read(page, NAME)
    title = claims(page.text, "title", page.lines[0].span, f"{NAME}.title", 0.93) if crumbs else draft.of("title")[:1]
    cited = _cited(layout, title[0] if title else None)
    numbers = _numbers(layout, crumbs)
    found = [
        *title,
        *kind(layout, MARKS, NAME, "in-journal", 0.8),
        *_without(numbers, cited),
        *cited,
        *_old_journal(page, crumbs),
        *_glued(page),
    ]
    people = _people(page, next((c for c in cited if c.field == "author"), None))
    draft = amended(draft, [candidate for candidate in found if candidate.field not in {"author", "issued"}])
    return (
        draft.plus(*(c for c in cited if c.field == "author"), people)
        .without("issued")
        .plus(*_dated(layout, draft, (*cited, *numbers)))
    )


def _glued(page: Layout) -> Iterator[Candidate]:
    """Read words and abstract where the heading of the abstract is glued to the last word: "textbookAbstract"."""
    for line in page.lines[:40]:
        heading = _GLUED.search(line.text)
        following = page.after(line.index) if heading else None
        if not heading or not following:
            continue
        words = claim(page.text, "keyword", split_words(page, (line.start, line.start + heading.start())), f"{NAME}.keyword", 0.9)
        yield from [words] if words else []
        yield from claims(page.text, "abstract", following.span, f"{NAME}.abstract", 0.93)
        return


def _cited(layout: Layout, title: Candidate | None) -> list[Candidate]:
    """Read the suggested citation, which the title parts."""
    heading = next((line for line in layout.lines if line.folded in _CITING), None)
    line = _next(layout, heading)
    if not line or not title:
        return []
    known = str(title.value)
    found = [
        c for c in read_citation(layout, line.span, f"{NAME}.citation", 0.94, known) if c.field not in {"title", "publisher"}
    ]
    place = line.text.find(known)
    if place >= 0 and (numbered := _WITHOUT_VOLUME.match(line.text, place + len(known))):
        numbers = stated(layout, line.start, numbered, f"{NAME}.citation", 0.94)
        return [*_without(found, numbers), *numbers]
    return found


def _numbers(layout: Layout, crumbs: Line | None) -> list[Candidate]:
    """Read volume, number and year of the issue, below its heading or in the breadcrumbs."""
    heading = next((line for line in layout.lines if line.folded in _NUMBERING), None)
    for line in (_next(layout, heading), crumbs):
        if line and (found := _NUMBERED.search(line.text)) and (found["volume"] or found["issue"]):
            return stated(layout, line.start, found, f"{NAME}.issue", 0.93)
    return []


def _without(found: Sequence[Candidate], other: Sequence[Candidate]) -> list[Candidate]:
    fields = {candidate.field for candidate in other}
    return [candidate for candidate in found if candidate.field not in fields]


def _next(layout: Layout, line: Line | None) -> Line | None:
    return layout.lines[line.index + 1] if line and line.index + 1 < len(layout.lines) else None


def _dated(layout: Layout, draft: Draft, other: Sequence[Candidate]) -> Iterator[Candidate]:
    """Return the day of publication where its year is that of citation and issue; else their year."""
    heading = next((line for line in layout.lines if line.folded in _DATING), None)
    line = _next(layout, heading)
    day = claims(layout.text, "issued", line.span, f"{NAME}.published:calendar", 0.95) if line else []
    years = [candidate for candidate in other if candidate.field == "issued"]
    if day and (not years or any(_year(day[0].value) == _year(year.value) for year in years)):
        yield day[0]
    yield from years or (() if day else draft.of("issued"))


def _year(value: object) -> int | None:
    date: CslDate = value if isinstance(value, dict) else {}  # type: ignore[assignment]
    parts = date.get("date-parts")
    return parts[0][0] if parts else None


def _people(page: Layout, cited: Candidate | None) -> Candidate | None:
    """Read the full names above the abstract: each ends with the family name that the citation tells."""
    if not cited:
        return None
    places: list[Parts] = []
    lines = list(page.lines[1:60])
    for item in cited.items:
        family = str(item.value.get("family", "")) if isinstance(item.value, dict) else ""
        span = next((span for line in lines if (span := _ending_with(line, family))), None)
        if not span:
            return None
        places.append((span,))
    return claim(page.text, "author", places, f"{NAME}.author", 0.9)


def _ending_with(line: Line, family: str) -> Span | None:
    place = line.text.find(family) if family else -1
    if (
        place <= 0
        or place > 60
        or any(character in line.text[:place] for character in ",.;:()0123456789")
        or line.text[place - 1] != " "
    ):
        return None
    return line.start, line.start + place + len(family)


def _old_journal(page: Layout, crumbs: Line | None) -> Iterator[Candidate]:
    """Read the journal in the last lines of an old page."""
    for line in page.lines[-4:] if crumbs and ">" in crumbs.text else ():
        if found := _OLD_JOURNAL.match(line.text):
            yield from stated(page, line.start, found, NAME, 0.9)
            return
