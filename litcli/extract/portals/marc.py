"""MARC 21 as XML: the records of library catalogues, of books, theses and the articles in them.

    <record><leader>00000nam a2200000 c 4500</leader><controlfield tag="008">...</controlfield>
    <datafield tag="245" ind1="1" ind2="0"><subfield code="a">On bees :</subfield><subfield code="b">a study /</subfield></datafield>

On the page a field is "245/a". What surprised us: the punctuation between subfields stands at their ends; one who is named in an
added entry without a role is an author of a book but, if a body, its issuer; the publisher of a thesis is the school of its note
502; what is a book by its leader and names a host (773) is a part of it.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import addresses, dated, first_of_each, licences, located, number_of_pages
from litcli.extract.base.xml_record import SURE, Person, Row, XmlRecord, in_language, is_of, record_of
from litcli.extract.candidates import Candidate, Parts, Span
from litcli.extract.layout import Layout, strip
from litcli.extract.vocabulary import fold
from litcli.model.languages import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "marc"

_ISBD = " /:;,=."
"""What stands at the end of a subfield, before the next."""

_ROWS = (
    Row("ISSN", "773/x"),
    Row("DOI", "024[@ind1='7']/a"),
    Row("DOI", "856/u"),
    Row("handle", "856/u"),
    Row("language", "041/a"),
    Row("edition", "250/a"),
    Row("container-title", "773/t"),
    Row("container-title-short", "773/p"),
    Row("collection-title", "490/a"),
    Row("collection-title", "830/a"),
    Row("collection-number", "490/v"),
    Row("collection-number", "830/v"),
    Row("keyword", "653/a"),
    Row("mesh", "650[@ind2='2']/a"),
    Row("funding", "536/a"),
)
_IMPRINT = (
    Row("publisher", "264[@ind2='1']/b"),
    Row("publisher", "260/b"),
    Row("publisher-place", "264[@ind2='1']/a"),
    Row("publisher-place", "260/a"),
    Row("publisher-place", "264/a"),
)
_DATES = ("264[@ind2='1']/c", "260/c", "264/c", "502/d")
_SUBJECTS = ("650[@ind2='0']/a", "650[@ind2='4']/a", "650[@ind2='7']/a", "689/a")
_ROLES = {
    "author": (
        "aut",
        "cre",
        "dis",
        "author",
        "verfasser",
        "verfasserin",
        "verfasser/in",
        "dissertant",
        "author.",
        "creator",
        "auteur",
    ),
    "editor": (
        "edt",
        "hrsg",
        "editor",
        "herausgeber",
        "herausgeberin",
        "editor of compilation",
        "edc",
        "ed",
        "directeur de publication",
    ),
    "translator": ("trl", "translator", "übersetzer", "übersetzerin", "traducteur"),
    "supervisor": (
        "ths",
        "dgs",
        "thesis advisor",
        "degree supervisor",
        "akademischer betreuer",
        "akademische betreuerin",
        "supervisor",
    ),
}
_FIELD_OF_ROLE = {fold(word): field for field, roles in _ROLES.items() for word in roles}

_THESIS = re.compile(r"\((?P<degree>[^()]{2,60})\)")
_SCHOOL = re.compile(r"(?:--|—|–)\s*(?P<school>[^,]{3,120}?),\s*(?:1[89]|20)\d\d")
_UNKNOWN = re.compile(r"not identified|nicht ermittelbar|ohne ort|^s\.\s?[ln]\b|erscheinungsort|inconnu|sine loco", re.IGNORECASE)
_PAGES = re.compile(r"(?:pp?|pages?|s|seiten?)\.?\s*(?P<page>\w{0,3}\d+\s?[-–]\s?\w{0,3}\d+)", re.IGNORECASE)
_ISBN = re.compile(r"[\dXx-]{10,17}")
_SERIAL = re.compile(r".{7}[is]", re.DOTALL)
_LANGUAGE_AT, _DATE_AT = slice(35, 38), slice(7, 11)


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a single work."""
    record = record_of(layout, NAME)
    if not record.find("245/a"):
        return "a record without a title (MARC 245)"
    serial = _SERIAL.match(" ".join(record.words(record.at("leader"))[:1]))
    return "the record of a journal or series, not of a work" if serial and not record.find("773") else None


def read(layout: Layout) -> Draft:
    """Return what the record states."""
    record = record_of(layout, NAME)
    host = record.find("773")[:1]
    located_in = [one for field in host for span in record.at("g", field) for one in located(record, span, 0.93)]
    imprint = [one for one in record.rows(_IMPRINT, trim=f"{_ISBD}[]") if not _UNKNOWN.search(str(one.value))]
    thesis = _thesis(record)
    found = [*record.rows(_ROWS, trim=_ISBD), *_isbns(record), *located_in, *_spoken(record), *_pages(record, host)]
    return record.draft(
        first_of_each([*found, *thesis, *imprint]),
        [] if thesis else _type(record, host),
        _titles(record),
        *(record.people(field, _people(record, field)) for field in _ROLES),
        _issued(record, host),
        _index_terms(record),
        record.prose("abstract", in_language(record, record.find("520/a"), _language(record))[:1]),
        _event(record),
        licences(record, ("540/u", "540/a")),
        addresses(record, ("856[@ind2='0']/u", "856[@ind2='1']/u")),
    )


def _language(record: XmlRecord) -> str | None:
    return next((code for one in _spoken(record) if (code := language_code(str(one.value)))), None)


def _spoken(record: XmlRecord) -> list[Candidate]:
    """Read the language, of field 041 or the fixed places of 008."""
    stated = record.at("041/a") or [(span[0] + _LANGUAGE_AT.start, span[0] + _LANGUAGE_AT.stop) for span in record.at("008")]
    return record.claims("language", [(span,) for span in stated[:1]])


def _titles(record: XmlRecord) -> list[Candidate]:
    """Read the title; what follows an equals sign is the title in another language."""
    field = record.find("245")[0]
    main = [span for path in ("a", "n", "p") for span in record.at(path, field)]
    subtitle = record.at("b", field)[:1]
    parallel = bool(subtitle) and record.layout.text[slice(*record.at("a", field)[0])].rstrip().endswith("=")
    own = _trimmed(record, main if parallel else [*main[:1], *subtitle, *main[1:]])
    translated = [*(subtitle if parallel else []), *record.at("242/a"), *record.at("246[@ind2='1']/a")][:1]
    original = record.at("240/a") if record.at("240/l") or record.at("041/h") else []
    return [
        *record.claims("title", [own], "titles"),
        *record.claims("translated-title", [_trimmed(record, [span]) for span in translated], sure=0.9),
        *record.claims("original-title", [_trimmed(record, [span]) for span in original[:1]], sure=0.9),
    ]


def _trimmed(record: XmlRecord, spans: list[Span]) -> Parts:
    return tuple(strip(record.layout.text, *span, _ISBD) for span in spans)


def _people(record: XmlRecord, field: str) -> Iterator[Person]:
    """Yield those who have a role: by their code or word, or as the main entry, or as a person added without a role."""
    names = [(tag, name) for tag in ("100", "110", "700", "710") for name in record.find(tag) if not record.at("t", name)]
    for tag, name in names:
        terms = [fold(text.strip(" .,")) for text in record.words(record.at("4", name) + record.at("e", name))]
        roles = {_FIELD_OF_ROLE.get(term.rsplit("/", 1)[-1], term) for term in terms}
        plain = field == "author" and not roles and (tag in {"100", "700"} or (tag == "110" and not record.find("100")))
        if (field in roles or plain) and (person := _person(record, tag, name)):
            yield person


def _person(record: XmlRecord, tag: str, name: "Element") -> Person | None:
    whole = _trimmed(record, record.at("a", name)[:1])
    if not whole:
        return None
    if tag.endswith("10"):
        return Person(whole, "group")
    orcid = [
        span for path in ("0", "1") for span in record.at(path, name) if "orcid" in record.layout.text[slice(*span)].casefold()
    ]
    return Person((_with_initial(record, whole[0]), *orcid[:1]), "name" + "-orcid" * bool(orcid))


def _with_initial(record: XmlRecord, span: Span) -> Span:
    """Return the place of a name with the full stop behind its last initial."""
    start, end = span
    text = record.layout.text
    return (start, end + 1) if text[end : end + 1] == "." and re.search(r"(?:^|[\s.-])\w$", text[start:end]) else span


def _issued(record: XmlRecord, host: list["Element"]) -> list[Candidate]:
    stated = [span for path in _DATES for span in record.at(path)]
    found = [one for span in stated for one in dated(record, span)][:1]
    found = found or [one for field in host for span in record.at("g", field) for one in dated(record, span, 0.93)][:1]
    fixed = [(span[0] + _DATE_AT.start, span[0] + _DATE_AT.stop) for span in record.at("008")]
    return found or [one for span in fixed for one in record.claims("issued", [(span,)], "year", 0.9)]


def _type(record: XmlRecord, host: list["Element"]) -> list[Candidate]:
    """Tell the kind by the host, the genre, or the leader."""
    genres = [one for span in record.at("655/a") for one in record.claims("type", [(span,)], "coded-type", 0.9)]
    for field in host:
        kind = next((one for one in genres if one.value in {"paper-conference", "review-book"}), None)
        title = (record.at("t", field) or record.at("i", field) or record.at("w", field))[:1]
        in_journal = bool(record.at("x", field)) or (
            not record.at("z", field) and "issue" in {one.field for one in _numbers(record, field)}
        )
        told = record.claims("type", [(span,) for span in title], "in-journal" if in_journal else "in-book", 0.92)
        return [kind] if kind else told
    leader = [(span[0] + 6, span[0] + 8) for span in record.at("leader")]
    thesis = [genre for genre in genres if genre.value == "thesis"]
    return thesis[:1] or record.claims("type", [(span,) for span in leader], "marc-type", 0.93) or genres[:1]


def _numbers(record: XmlRecord, field: "Element") -> list[Candidate]:
    return [one for span in record.at("g", field) for one in located(record, span, 0.93)]


def _pages(record: XmlRecord, host: list["Element"]) -> list[Candidate]:
    """Read the extent: of a part of something the pages, of a whole their number."""
    extent = record.at("300/a")
    if not host:
        return number_of_pages(record, extent)
    ranges = (_PAGES.search(record.layout.text, *span) for span in extent)
    return record.claims("page", [(found.span("page"),) for found in ranges if found][:1])


def _thesis(record: XmlRecord) -> list[Candidate]:
    """Read the note that a work is a thesis: its degree and its school, in subfields or in a sentence."""
    for field in record.find("502")[:1]:
        note = record.at("a", field)[:1]
        kind = record.claims("type", [(span,) for span in (note or record.below(field))[:1]], "thesis")
        degree, school = record.at("b", field)[:1], record.at("c", field)[:1]
        for span in note:
            named, place = _THESIS.search(record.layout.text, *span), _SCHOOL.search(record.layout.text, *span)
            degree = degree or ([named.span("degree")] if named else [])
            school = school or ([place.span("school")] if place else [])
        schools = [strip(record.layout.text, *span, _ISBD) for span in school]
        return [
            *kind,
            *record.claims("genre", [(span,) for span in degree]),
            *record.claims("publisher", [(span,) for span in schools], sure=0.93),
        ]
    return []


def _isbns(record: XmlRecord) -> list[Candidate]:
    """Read the numbers of the book, without what the binding is and what it costs."""
    found = [_ISBN.match(record.layout.text, *span) for path in ("020/a", "773/z") for span in record.at(path)]
    return record.claims("ISBN", [(number.span(),) for number in found if number])


def _index_terms(record: XmlRecord) -> list[Candidate]:
    spans = [strip(record.layout.text, *span, _ISBD) for path in _SUBJECTS for span in record.at(path)]
    return record.claims("index-term", [(span,) for span in spans])


def _event(record: XmlRecord) -> list[Candidate]:
    found: list[Candidate] = []
    for field in (record.find("111") + record.find("711"))[:1]:
        for name, path in (("event-title", "a"), ("event-place", "c"), ("event-date", "d")):
            spans = [strip(record.layout.text, *span, f"{_ISBD}()") for span in record.at(path, field)[:1]]
            found += record.claims(name, [(span,) for span in spans], sure=SURE)
    return found
