"""Whether a piece of a dump looks like a page of its own: it starts like a title and says what pages say of a work."""

import re

from litcli.pages.tags import words

_SECTIONS = words(
    "abstract summary keywords references introduction background methods results discussion conclusion conclusions "
    "acknowledgements acknowledgments details citation citations cite metrics related similar bibliography funding authors "
    "affiliations notes footnotes appendix supplementary share download access rights permissions copyright cookies privacy about "
    "zusammenfassung schlagwörter einleitung literatur samenvatting trefwoorden referenties resumen referencias introducción "
    "résumé références resumo referências sammanfattning nyckelord sammendrag tiivistelmä abstrakt riassunto аннотация"
)
"""What a section of a page starts with, and a page does not."""

_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"(?<!\d)(?:1[89]|20)\d\d(?!\d)",
        r"\b10\.\d{4,9}/|\b(?:issn|isbn|pmid|arxiv)\b|\bdoi",
        (
            r"^\W{0,4}(?:abstra[ck]|summary|zusammenfassung|kurzfassung|samenvatting|resum|résumé|sammanfattning|sammendrag|tiivistelm|"
            r"要旨|抄録|摘要|аннотация)|^.{250}"
        ),
        (
            r"journal|keywords?|authors?\b|publisher|language|peer.review|\bvol|\bpages?\b|\bpp\b|citation|conference|universit|proceedings|"
            r"issue|published|sprache|tijdschrift|sprog|språk|idioma|artículo|artigo|revista|autor|mots.cl|schlagw|trefwoord|nøgleord|"
            r"期|巻|卷|著者|作者|журнал"
        ),
    )
)
"""Years, identifiers, an abstract, the labels of bibliographic data."""

_NAMES = re.compile(
    r"(?:^|[,;&•] ?|\b(?:and|und|et|y|en|og|och) )[^\W\d_a-z][\w'’-]+(?:,? (?:[^\W\d_a-z][\w'’.-]*|van|von|de|der)){1,4}\s*(?:[,;&\d]|$)"
)
_HEAD = 14
"""The lines among which the names of the authors are looked for."""


def signs(piece: str) -> int:
    r"""Count the different kinds of things that the piece says of a work, 0 to 5.

    >>> signs("On bees in gardens\nAnna Bell, Carl Dent\nJournal of Bees, 2011"), signs("Cookies\nWe use cookies.")
    (3, 0)
    """
    head = piece.split("\n")[1:_HEAD]
    return sum(bool(sign.search(piece)) for sign in _SIGNS) + any(_NAMES.search(line) for line in head)


def starts_like_a_title(piece: str) -> bool:
    r"""Say whether one of the first lines may be a title, and none opens a section or goes on with a sentence.

    >>> starts_like_a_title("On bees in gardens\nAnna Bell"), starts_like_a_title("Abstract\nWe saw bees in gardens.")
    (True, False)
    """
    lines = [line.strip() for line in piece.splitlines() if line.strip()][:3]
    first = lines[0].lstrip("#*=- \"'“«([0123456789.").split() if lines else []
    if not first or first[0].strip(":.").casefold() in _SECTIONS or lines[0][0].islower():
        return False
    return any(len(line.split()) >= 3 or len(line) >= 15 or (not line.isascii() and len(line) >= 6) for line in lines)
