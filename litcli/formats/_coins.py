"""COinS: a reference as the address of a resolver, in the `title` of an empty `<span class="Z3988">`, from which Zotero takes it.

In goes a record, out come pairs of the key/value format of OpenURL (Z39.88-2004), by the kind of work: a journal's article, a book or
a part of one, a thesis, a patent, or anything else in the terms of Dublin Core. What surprised us: Zotero takes a "+" for a blank
even where it is encoded, and reads a group's name as a person's unless it is an "aucorp".
"""

from collections.abc import Iterator
from urllib.parse import quote

from litcli.model.dates import Date
from litcli.model.names import Name
from litcli.model.record import Record, day, people, text, words
from litcli.model.types import ARTICLES, BOOKS

_GENRES = (
    dict.fromkeys(ARTICLES, ("journal", "article"))
    | dict.fromkeys(BOOKS, ("book", "book"))
    | {
        "chapter": ("book", "bookitem"),
        "entry": ("book", "bookitem"),
        "entry-dictionary": ("book", "bookitem"),
        "entry-encyclopedia": ("book", "bookitem"),
        "paper-conference": ("book", "proceeding"),
        "report": ("book", "report"),
        "thesis": ("dissertation", ""),
        "patent": ("patent", ""),
    }
)
_FROM_GENRE = {
    "article": "article-journal",
    "bookitem": "chapter",
    "book": "book",
    "conference": "paper-conference",
    "document": "document",
    "preprint": "article",
    "proceeding": "paper-conference",
    "report": "report",
    "unknown": "webpage",
}
_OTHER = ("dc", "")
_ZOTERO = {
    "article": "preprint",
    "bill": "bill",
    "broadcast": "tvBroadcast",
    "dataset": "dataset",
    "document": "document",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "webpage": "webpage",
}
"""What Zotero calls the types that it reads from Dublin Core."""

_TITLES = {
    "article": ("rft.atitle", "rft.jtitle"),
    "bookitem": ("rft.atitle", "rft.btitle"),
    "proceeding": ("rft.atitle", "rft.btitle"),
    "book": ("rft.btitle", ""),
    "report": ("rft.btitle", ""),
    "": ("rft.title", "rft.source"),
}
"""What the title and the container's title are called, by the genre."""
_SIMPLE = {
    "container-title-short": "rft.stitle",
    "volume": "rft.volume",
    "issue": "rft.issue",
    "page": "rft.pages",
    "number": "rft.artnum",
    "number-of-pages": "rft.tpages",
    "edition": "rft.edition",
    "collection-title": "rft.series",
    "publisher-place": "rft.place",
    "ISBN": "rft.isbn",
    "ISSN": "rft.issn",
    "language": "rft.language",
    "keyword": "rft.subject",
}
KEYS = _SIMPLE | {"publisher": "rft.pub", "PMID": "rft_id", "URL": "rft_id", "issued": "rft.date"}
"""What it tells beyond the line of `_reference`, and the key."""


def context(record: Record) -> str:
    """Return the context object of a record.

    >>> context({"type": "book", "title": "R&D", "DOI": "10.1/a", "author": [{"literal": "WHO"}]}).split("&")[2:]
    ['rft.genre=book', 'rft.btitle=R%26D', 'rft.aucorp=WHO', 'rft_id=info%3Adoi%2F10.1%2Fa']
    """
    pairs = [("ctx_ver", "Z39.88-2004"), *_kind(record), *_titles(record), *_people(record), *_rest(record)]
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs)


def type_of(form: str, genre: str, stated: str, *, titled: bool) -> str:
    """Return the CSL type of a context object; `titled` where the part of something has a title.

    >>> type_of("journal", "article", "", titled=True), type_of("book", "bookitem", "", titled=True), type_of("dc", "", "webpage", titled=False)
    ('article-journal', 'chapter', 'webpage')
    """
    if form == "dc":
        return next((name for name, zotero in _ZOTERO.items() if zotero.casefold() == stated.casefold()), "webpage")
    if form in {"dissertation", "patent"}:
        return {"dissertation": "thesis"}.get(form, form)
    known = _FROM_GENRE.get(genre)
    return known or ("article-journal" if form == "journal" else "chapter" if titled else "book")


_Pairs = Iterator[tuple[str, str]]


def _form(record: Record) -> tuple[str, str]:
    return _GENRES.get(text(record, "type") or "", _OTHER)


def _kind(record: Record) -> _Pairs:
    form, genre = _form(record)
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    if genre:
        yield "rft.genre", genre
    if form == "dc":
        yield "rft.type", _ZOTERO.get(text(record, "type") or "", "document")


def _titles(record: Record) -> _Pairs:
    own, whole = _TITLES[_form(record)[1]]
    if title := text(record, "title"):
        yield own, title
    if whole and (container := text(record, "container-title")):
        yield whole, container


def _people(record: Record) -> _Pairs:
    form = _form(record)[0]
    for person in people(record, "author"):
        name = Name.from_csl(person)
        if name.literal:
            yield "rft.aucorp", name.literal
        else:
            yield {"dc": "rft.creator", "patent": "rft.inventor"}.get(form, "rft.au"), name.inverted()


def _rest(record: Record) -> _Pairs:
    date = Date.from_csl(day(record) or {})
    if date.parts or date.literal:
        yield "rft.date", date.edtf()
    for name, key in _SIMPLE.items():
        yield from ((key, value) for value in words(record, name))
    if publisher := text(record, "publisher"):
        yield (
            {"dissertation": "rft.inst", "patent": "rft.assignee", "dc": "rft.publisher"}.get(_form(record)[0], "rft.pub"),
            publisher,
        )
    for name, scheme in (("DOI", "info:doi/"), ("PMID", "info:pmid/"), ("URL", "")):
        if value := text(record, name):
            yield "rft_id", f"{scheme}{value}"
