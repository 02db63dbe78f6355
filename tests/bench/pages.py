"""Invented works as the raw pages of eight portals, in six languages: what `litcli ingest` is measured with.

A page names its work's number nowhere, and no two pages share a line of prose: nothing can be remembered from the one before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random

from tests.bench.works import Work, sentence, work


@dataclass(frozen=True)
class _Pure:
    """The words of one language's Pure portal."""

    output: str
    cites: str
    language: str
    pages: str
    journal: str
    volume: str
    issue: str
    status: str


_PURE = {
    "en": _Pure(
        "Research output: Contribution to journalArticlepeer-review", "Citations (Scopus)", "Original languageEnglish",
        "Pages (from-to)", "Journal", "Volume", "Issue number", "Publication statusPublished",
    ),
    "de": _Pure(
        "Publikation: Beitrag in FachzeitschriftArtikelForschungBegutachtung", "Zitate (Scopus)", "OriginalspracheEnglisch",
        "Seiten (von - bis)", "Fachzeitschrift", "Jahrgang", "Ausgabenummer", "PublikationsstatusVeröffentlicht",
    ),
    "da": _Pure(
        "Publikation: Bidrag til tidsskriftTidsskriftsartikelForskningpeer review", "Citationer (Scopus)", "OriginalsprogEngelsk",
        "Sider (fra-til)", "Tidsskrift", "Vol/bind", "Udgave nummer", "StatusUdgivet",
    ),
    "sv": _Pure(
        "Forskningsoutput: Tidskriftsbidrag ArtikelPeer review", "Citeringar (Scopus)", "OriginalspråkEngelska",
        "Sidor (från-till)", "Tidskrift", "Volym", "Nummer", "StatusPublicerad",
    ),
    "nl": _Pure(
        "Onderzoeksoutput: Bijdrage aan tijdschriftArtikelAcademicpeer review", "Citaten (Scopus)", "Originele taal-2Engels",
        "Pagina's (van-tot)", "Tijdschrift", "Volume", "Nummer van het tijdschrift", "StatusGepubliceerd",
    ),
    "es": _Pure(
        "Producción científica: Contribución a una revistaArtículorevisión exhaustiva", "Citas (Scopus)", "Idioma originalInglés",
        "Páginas (desde-hasta)", "Publicación", "Volumen", "N.º", "EstadoPublicada",
    ),
}  # fmt: skip

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def _pure(work: Work) -> str:
    words = list(_PURE.values())[work.number // 8 % len(_PURE)]
    rows = (
        words.language,
        f"{words.pages}{work.pages}",
        f"{words.journal}{work.journal}",
        f"{words.volume}{work.volume}",
        f"{words.issue}{work.issue}",
        f"{words.status} - {work.year}",
    )
    bullets = "\n".join(f"  • {word}" for word in work.keywords)
    return (
        f"{work.title}\n\n{', '.join(work.names)}\n\n{words.output}\n\n{work.number % 70 + 2} {words.cites}\n\n\n{work.abstract}\n\n"
        + "\n".join(rows)
        + f"\n\n\n{bullets}\n"
    )


def _pubmed(work: Work) -> str:
    authors = ", ".join(f"{name} {at}" for at, name in enumerate(work.names, start=1))
    places = "\n".join(
        f"{at} Department of Ecology, University of Fenmoor, Fenmoor, UK." for at in range(1, len(work.authors) + 1)
    )
    return (
        f"J Noct Ecol. {work.year} {_MONTHS[work.month - 1]};{work.volume}({work.issue}):{work.pages}. doi: {work.doi}.\n\n"
        f"{work.title}\n\n{authors}\n\nAffiliations\n{places}\n\nPMID: {30000000 + work.number} DOI: {work.doi}\n\n"
        f"Abstract\n\n{work.abstract}\n\nKeywords: {'; '.join(work.keywords)}.\n\n© {work.year} The Authors.\n\n"
        "Conflict of interest statement\n\nThe authors declare none.\n\nSimilar articles\n\n"
        "Lamps, moths and the long summer.\nBrandt O, Silva M. J Noct Ecol. 2019;12(1):1-9. doi: 10.5555/jne.2019.0001.\n"
    )


def _springer(work: Work) -> str:
    names = ",\n".join(f"  • {name} {at}" for at, name in enumerate(work.names, start=1))
    keywords = "\n".join(f"  • {word}" for word in work.keywords)
    return (
        "Skip to main content\n\nAdvertisement\n\n"
        f"{work.title}\n\n  • Research\n  • Published: {work.year}\n  • Volume {work.volume}, pages {work.pages}, ({work.year})\n"
        f"  • Cite this article\n\n{work.journal}\n\n{names}\n\n  • {work.number % 900} Accesses\n\nAbstract\n\n{work.abstract}\n\n"
        "Similar content being viewed by others\n\nLamps, moths and the long summer\n\nArticle 3 May 2019\n\nReferences\n\n"
        "  1. Brandt O, Silva M (2019) Lamps, moths and the long summer. J Noct Ecol 12:1–9.\n\n"
        f"DOI: https://doi.org/{work.doi}\n\nKeywords\n\n{keywords}\n"
    )


def _repository(work: Work) -> str:
    authors = "; ".join(f"{family}, {given}" for family, given in work.authors)
    return (
        f"Title: {work.title}\nAuthors: {authors}\nIssue Date: {work.year}\nPublisher: Fenmoor University Press\n"
        f"Journal: {work.journal}\nVolume: {work.volume}\nIssue: {work.issue}\nPages: {work.pages}\nDOI: {work.doi}\n"
        f"Keywords: {'; '.join(work.keywords)}\nLanguage: eng\nType: Article\nAbstract: {work.abstract}\n"
        f"URI: http://repository.fenmoor.example/handle/123/{work.number}\nAppears in Collections: Ecology\n"
    )


def _table(work: Work) -> str:
    rows = (
        ("Titel", work.title),
        ("Verfasser", "; ".join(f"{family}, {given}" for family, given in work.authors)),
        ("Zeitschrift", work.journal),
        ("Band", str(work.volume)),
        ("Heft", str(work.issue)),
        ("Seiten", work.pages),
        ("Erscheinungsjahr", str(work.year)),
        ("DOI", work.doi),
        ("Sprache", "Englisch"),
        ("Schlagwörter", "; ".join(work.keywords)),
        ("Zusammenfassung", work.abstract),
    )
    return "| Feld | Wert |\n|---|---|\n" + "\n".join(f"| {label} | {value} |" for label, value in rows) + "\n"


def _journal(work: Work) -> str:
    authors = "\n".join(f"  • {name}" for name in work.names)
    return (
        f"{work.title}\n\nKirjoittajat\n\n{authors}\n\nDOI:\nhttps://doi.org/{work.doi}\n\nAvainsanat:\n\n{', '.join(work.keywords)}\n\n"
        f"Abstrakti\n\n{work.abstract}\n\nTiedostolataukset\n\nPDF\n\nJulkaistu\n\n{work.year}-{work.month:02d}-30\n\nNumero\n\n"
        f"Vol {work.volume} Nro {work.issue} ({work.year})\n\nOsasto\n\nArtikkelit\n"
    )


def _plain(work: Work) -> str:
    initials = ", ".join(f"{given[0]}. {family}" for family, given in work.authors)
    return (
        f"{work.title}\n{initials}\n{work.journal} {work.volume}({work.issue}), {work.pages} ({work.year})\n\n{work.abstract}\n\n"
        f"https://doi.org/{work.doi}\n"
    )


def _html(work: Work) -> str:
    stated = (
        ("title", work.title),
        *(("author", f"{family}, {given}") for family, given in work.authors),
        ("journal_title", work.journal),
        ("volume", str(work.volume)),
        ("issue", str(work.issue)),
        ("firstpage", str(work.first_page)),
        ("lastpage", str(work.last_page)),
        ("publication_date", f"{work.year}/{work.month:02d}"),
        ("doi", work.doi),
        ("language", "en"),
    )
    metas = "\n".join(f'<meta name="citation_{name}" content="{escape(value)}">' for name, value in stated)
    body = "\n".join(f"<p>{escape(text)}</p>" for text in (", ".join(work.names), work.journal))
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{escape(work.title)}</title>\n{metas}\n</head><body>\n"
        f"<nav><a href='/'>Home</a> <a href='/login'>Log in</a></nav>\n<h1>{escape(work.title)}</h1>\n{body}\n"
        f"<h2>Abstract</h2>\n<p>{escape(work.abstract)}</p>\n<p>Keywords: {escape('; '.join(work.keywords))}</p>\n</body></html>\n"
    )


LAYOUTS: tuple[Callable[[Work], str], ...] = (_pure, _pubmed, _springer, _repository, _table, _journal, _plain, _html)


def page(number: int) -> str:
    """Return the page of the work with this number; the layouts take turns."""
    return LAYOUTS[number % len(LAYOUTS)](work(number))


def suffix(number: int) -> str:
    """Return the ending of the page's file."""
    return ".html" if LAYOUTS[number % len(LAYOUTS)] is _html else ".txt"


def write(folder: Path, count: int) -> Path:
    """Write pages 1 to `count` into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        (folder / f"page{number:06d}{suffix(number)}").write_text(page(number), encoding="utf-8")
    return folder


def paragraphs(size: int, number: int) -> str:
    """Return a page of so many characters whose record is followed by paragraphs, as a full text is."""
    return _grown(size, number, lambda chance: " ".join(sentence(chance) for _ in range(6)) + "\n\n")


def short_lines(size: int, number: int) -> str:
    """Return a page of so many characters whose record is followed by short lines, as a menu or a list of works is."""
    return _grown(size, number, lambda chance: f"{sentence(chance)[: chance.randrange(12, 70)]}\n")


def long_line(size: int, number: int) -> str:
    """Return a page of so many characters whose record is followed by one long line."""
    return _grown(size, number, lambda chance: f"{sentence(chance)} ")


GROWN: dict[str, Callable[[int, int], str]] = {
    "paragraphs": paragraphs,
    "short lines": short_lines,
    "one long line": long_line,
}
"""The shapes that long pages have."""


def _grown(size: int, number: int, more: Callable[[Random], str]) -> str:
    chance = Random(number)  # noqa: S311  the same for the same number is what is wanted
    parts = [_plain(work(number)), "\n"]
    length = sum(map(len, parts))
    while length < size:
        parts.append(more(chance))
        length += len(parts[-1])
    return "".join(parts)[:size]
