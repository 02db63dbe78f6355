"""VuFind: catalogues of libraries and indexes of repositories, in the language of each.

    Title / Responsibility / summary cut short ... / Saved in: / Bibliographic Details / Main Author: / Other Authors: / Format: / Language: /
    Published: London : Stove Press, 2009. / Subjects: / Physical Description: xii, 233 p. : ill. ; 24 cm.

What surprised us: rows may be cells of a table or hold only commas; main and other authors have rows of their own; the tab "Description" holds
rows and no abstract; "Not informed by the institution" is no value.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, stated
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.people import names_in

NAME = "vufind"

_SAVED = (
    "Saved in|Gespeichert in|Guardado en|Na minha lista|Enregistré dans|Salvato in|"
    "Tallennettuna|Uložené v|Uloženo v|Sparad|Lagret i|Zapisane w|Shranjeno v|"
    "Bewaard in|Збережено в|Сохранить в|Elmentve itt"
)
_DETAILS = (
    "Bibliographic Details|Bibliographische Detailangaben|Detalles Bibliográficos|Detalhes bibliográficos|Détails bibliographiques|"
    "Dettagli Bibliografici|"
    "Bibliografiset tiedot|Podrobná bibliografia|Podrobná bibliografie|Bibliografiska uppgifter|Bibliografiske detaljer|Opis bibliograficzny|"
    "Bibliografske podrobnosti|Bibliografische gegevens|Бібліографічні деталі|Библиографические подробности|Bibliográfiai részletek"
)
MARKS = (
    Mark(0.4, "", rf"^(?:{_SAVED})\s?:$"),
    Mark(0.5, "", rf"^(?:{_DETAILS})$"),
    Mark(0.3, "Add Tag", r"No Tags, Be the first to tag this record"),
    Mark(
        0.3,
        "Tag",
        r"(?:Keine Tags, Fügen Sie|Žiadne tagy, Buďte prvý|Žádné tagy|Sin Etiquetas|Sem tags|Pas de tags|Nessun Tag|Ei tageja|Brak etykiet)",
    ),
    Mark(0.2, "Staff View"),
    Mark(0.2, "MARC"),
    Mark(0.6, "Autor(a) principal", r"^\|?\s?Autor\(a\) principal\s?:"),
)
_TITLE = re.compile(r"^(?P<title>.+?)(?: / [^/]{3,150})?\s?[/.]?$")
_IMPRINT = re.compile(
    r"^(?P<publisher_place>[^:;\d]{2,60}?) : (?P<publisher>[^;\d]{2,90}?),? (?:c|©|cop\. ?|p)?(?P<issued__calendar>\d{4})\b"
)
_ROLE = re.compile(r"\s*[(\[][^()\[\]]{3,30}[)\]]|,? \d{4}-(?:\d{4})?")
_RANGE = re.compile(r"\d+\s?[-–]\s?\d+")
_LABEL = re.compile(r"^[^\W\d_][^:.]{2,40}:\s")


def marks(layout: Layout) -> float:
    """Weigh the headings of the record in many languages, and the invitation to add a tag."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states, by its rows; the first line is the title."""
    draft = _plausible(generic.read(layout, NAME))
    found = [*_title(layout), *_people(draft), *_imprint(draft)]
    return amended(draft, found)


def _plausible(draft: Draft) -> Draft:
    """Leave out sizes of books read as pages, and rows read as abstracts."""
    text = draft.layout.text
    pages = [c for c in draft.of("page") if _RANGE.search(text[c.start : c.end])]
    prose = [c for c in draft.of("abstract") if not _LABEL.match(text[c.start : c.end])]
    return draft.without("page", "abstract").plus(*pages, *prose)


def _title(layout: Layout) -> list[Candidate]:
    first = layout.lines[0]
    found = _TITLE.match(first.text)
    return (
        stated(layout, first.start, found, NAME, 0.94) if found and len(first.text) < 400 and not _LABEL.match(first.text) else []
    )


def _people(draft: Draft) -> Iterator[Candidate]:
    """Put main and other authors together, roles and years of life left out."""
    layout = draft.layout
    spans = [span for row in draft.rows if row.kind == "author" for span in row.values]
    places: list[Parts] = []
    for ((start, end),) in names_in(layout, spans):
        role = _ROLE.search(layout.text, start, end)
        place = ((start, role.start() if role else end),)
        if layout.text[slice(*place[0])] not in {layout.text[slice(*other[0])] for other in places}:
            places.append(place)
    if found := claim(layout.text, "author", places, f"{NAME}.author", 0.94):
        yield found


def _imprint(draft: Draft) -> Iterator[Candidate]:
    """Read place, publisher and year, where a row of the date has all three."""
    for row in draft.rows:
        if row.kind in {"issued", "publisher", "imprint", "container-title"} and row.values:
            start, end = row.values[0]
            if imprint := _IMPRINT.match(draft.layout.text[start:end]):
                yield from stated(draft.layout, start, imprint, NAME, 0.93)
                return
    for row in draft.rows:
        if row.kind == "issued" and row.values:
            yield from claims(draft.layout.text, "issued", row.values[0], f"{NAME}.issued:calendar", 0.9)
            return
