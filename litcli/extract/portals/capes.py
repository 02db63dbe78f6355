"""CAPES: the portal of journals of the Brazilian universities, drawn from an index of DOIs.

    Artigo Acesso aberto Revisado por pares / Title / 2010; Wiley; Volume: 16; Issue: 47 Linguagem: Inglês / 10.1002/... / ISSN / 1521-3765 /
    Autores / Name, Name, / Tópico(s) / topics / Resumo / abstract

What surprised us: year and publisher stand without labels; the journal is not named; a comma follows the last name; topics are a machine's.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import claims
from litcli.extract.layout import Layout

NAME = "capes"

MARKS = (
    Mark(0.4, "Tópico(s)", r"^Tópico\(s\)$"),
    Mark(0.4, "Linguagem: ", r"^\d{4};.*Linguagem: \w"),
    Mark(0.3, "Artigo", r"^(?:Artigo|Capítulo de livro|Livro|Tese)\b.*(?:Acesso aberto|Revisado por pares|Produção Nacional)"),
)
_PLACE = re.compile(
    r"^(?P<issued__calendar>\d{4}); (?:(?P<publisher>[^;:]+?)(?:; |$| (?=Linguagem)))?(?:Volume: (?P<volume>[\w./-]+)(?:; )?)?"
    r"(?:Issue: (?P<issue>[\w./()-]+(?: [Ss]uppl\w*)?))?.*?(?:Linguagem: (?P<language>\w+))?$"
)
_DOI = re.compile(r"^(?P<DOI>10\.\d{4,9}/\S+)$")
_KIND = re.compile(r"^(?:Artigo|Capítulo de livro|Livro|Tese|Carta|Revisão|Editorial)\b", re.IGNORECASE)


def marks(layout: Layout) -> float:
    """Weigh the heading of topics, the line of year and language, the first line."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; the topics are no words of the authors."""
    draft = generic.read(layout, NAME).without("keyword", "container-title")
    found = read_lines(layout, layout.lines[:20], (_PLACE, _DOI), NAME, 0.95)
    opening = first_line(layout.lines[:3], _KIND)
    title = layout.after(opening[0].index) if opening else None
    found += claims(layout.text, "title", title.span, f"{NAME}.title", 0.95) if title else []
    is_article = opening is not None and opening[0].text.startswith("Artigo")
    return amended(draft, (*found, *(kind(layout, MARKS, NAME, "in-journal", 0.85) if is_article else ())))
