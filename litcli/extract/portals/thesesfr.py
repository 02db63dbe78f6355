"""theses.fr: the theses of French universities, defended and in preparation.

    Title / par Name / Thèse de doctorat en Subject / Sous la direction de Name. / Soutenue le 30-06-2011 / à l'University , dans le
    cadre de ... / Le président du jury était ... / Le jury était composé de ... / Mots clés / words / Résumé / ... / Titre traduit / ... /
    Résumé / ...

What surprised us: the sentences about the jury hold more names than the one about the author.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.words import split_words

NAME = "thesesfr"

MARKS = (
    Mark(0.4, "theses.fr", within=8),
    Mark(0.2, "Sous la direction de ", r"^Sous la direction de .+\.?$"),
    Mark(0.4, "Le jury était composé de"),
    Mark(0.3, "Thèse de doctorat en ", r"^Thèses? de doctorat en "),
    Mark(0.3, "Soutenue", r"^Soutenue (?:le \d\d-\d\d-\d{4}|en \d{4})"),
    Mark(0.3, ", dans le cadre de ", r"^(?:à|au) .* , dans le cadre de "),
    Mark(0.4, "thèses correspondent", r"^[\d ]+ thèses correspondent"),
)
_LIST = re.compile(r"^[\d ]+ (?:thèses correspondent|résultats)")
_ROWS = (
    re.compile(r"^par (?P<author>.+)$"),
    re.compile(r"^(?P<type>(?P<genre>Thèse de doctorat|Thèse d'exercice|Habilitation à diriger des recherches))\b"),
    re.compile(r"^Soutenue (?:le|en) (?P<issued>\d\d-\d\d-\d{4}|\d{4})"),
    re.compile(
        r"^(?:à |au )?(?:l'|la |le )?(?P<publisher>[A-ZÉÎ][^,]{3,100}?) ?(?:, (?:dans le cadre|en partenariat|en cotutelle).*)$"
    ),
)
_SENTENCE = re.compile(r"^(?:Thèses? d|Habilitation à|Sous la direction|Soutenue )")
"""What is no title, though it stands right above the author."""


def marks(layout: Layout) -> float:
    """Weigh the sentences in which the site tells of a defence."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single thesis."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the sentences state; the title stands above the author."""
    draft = generic.read(layout, NAME).without("author", "title", "editor", "container-title")
    found = read_lines(layout, layout.lines[:25], _ROWS, NAME, 0.95)
    return amended(draft, (*found, *_titles(layout), *_keywords(layout)))


def _keywords(layout: Layout) -> list[Candidate]:
    """Read the one line of words below their heading."""
    heading = next((line.index for line in layout.lines if line.folded in {"mots clés", "mots-clés"}), None)
    below = layout.after(heading) if heading is not None else None
    return claimed(layout.text, "keyword", split_words(layout, below.span), f"{NAME}.keyword", 0.94) if below else []


def _titles(layout: Layout) -> Iterator[Candidate]:
    by = next((line for line in layout.lines[:20] if line.text.startswith("par ")), None)
    above = [line for line in layout.lines[: by.index] if not _SENTENCE.match(line.text)] if by else []
    if above:
        yield from claims(layout.text, "title", above[-1].span, f"{NAME}.title", 0.96)
    translated = next((line for line in layout.lines if line.folded == "titre traduit"), None)
    if translated and (below := layout.after(translated.index)):
        yield from claims(layout.text, "translated-title", below.span, f"{NAME}.translated-title", 0.95)
