"""arXiv's XML: the answers of its interface (Atom), and its own format for harvesters (arXiv, arXivRaw).

    <entry><id>http://arxiv.org/abs/2101.00001v2</id><title/><summary/><author><name>Anna Bell</name></author><arxiv:doi/></entry>
    <arXiv><id>2101.00001</id><authors><author><keyname>Bell</keyname><forenames>Anna</forenames></author></authors>...</arXiv>

What surprised us: the DOI is the article's that the preprint became, and the only one; with it the record is still a preprint's.
"""

import re
from collections.abc import Iterator

from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import licences
from litcli.extract.base.xml_record import Person, Row, XmlRecord, is_of, record_of
from litcli.extract.candidates import Candidate, Span
from litcli.extract.layout import Layout
from litcli.extract.readers.people import names_in

NAME = "arxiv-xml"

_ROWS = (
    Row("arXiv", "id"),
    Row("DOI", "doi", sure=0.8),
    Row("title", "title"),
)

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]{2} \d{4}")


def marks(layout: Layout) -> float:
    """Tell a page of XML in these formats."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the entry is no preprint."""
    record = record_of(layout, NAME)
    return None if record.claims("arXiv", [(span,) for span in record.at("id")]) else "an entry of a feed that is not arXiv's"


def read(layout: Layout) -> Draft:
    """Return what the entry states."""
    record = record_of(layout, NAME)
    found = (
        _DAY.search(record.layout.text, *span) for path in ("published", "created", "version/date") for span in record.at(path)
    )
    day = [day.span() for day in found if day]
    return record.draft(
        record.rows(_ROWS),
        record.claims("issued", [(span,) for span in day[:1]], "calendar"),
        record.claims("type", [(span,) for span in record.at("id")[:1]], "preprint"),
        record.people("author", _people(record)),
        record.prose("abstract", (record.find("summary") or record.find("abstract"))[:1]),
        _categories(record),
        record.claims("related", [(span,) for span in record.at("doi")[:1]], "is-preprint-of", 0.9),
        licences(record, ("license", "rights")),
    )


def _people(record: XmlRecord) -> Iterator[Person]:
    for author in record.find("authors/author"):
        if family := record.first("keyname", author):
            yield Person.of(family, record.at("forenames", author), record.at("suffix", author))
    for span in record.at("author/name"):
        yield Person((span,), "name")
    for line in record.at("authors"):
        for parts in names_in(record.layout, (line,)):
            yield Person(parts, "name")


def _categories(record: XmlRecord) -> list[Candidate]:
    """Read the archive's subject classes as what they are: terms of an index, not the authors' words."""
    spans: list[Span] = record.at("category/@term")
    for start, end in record.at("categories"):
        at = start
        for word in record.layout.text[start:end].split(" "):
            spans.append((at, at + len(word)))
            at += len(word) + 1
    return record.claims("index-term", [(span,) for span in spans])
