"""A record of XML as the portals of its formats ask it: elements by path, each value with its place on the page.

`litcli.pages.xml_lines` wrote the record to lines "path: value"; here it is elements again, those of the standard library, so that
a portal asks by their paths ("contrib-group/contrib[@contrib-type='author']"). A table of rows reads what is one value in one
place; what needs more (names in parts, dates in parts) is put together by `claims` and `people`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Item, Parts, Span, claim
from litcli.extract.languages import guess_language
from litcli.extract.layout import Layout, strip
from litcli.model.fields import BY_NAME
from litcli.model.languages import language_code
from litcli.pages.page import Page

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SURE = 0.97
_TRANSLATED = 0.9
"""Of two abstracts the second may also be the first once more, or another part of it."""

_NO_PROSE = frozenset({"title", "head", "label", "CopyrightInformation"})


class Row(NamedTuple):
    """Where a field stands: the first row of a field that holds a value is taken, of a list field all rows are."""

    field: str
    path: str
    """The elements, and behind a last "/@" the attribute whose value it is."""
    normaliser: str = ""
    """A normaliser other than the field's own; see `litcli.extract.normalise.NAMED`."""
    sure: float = SURE


class Person(NamedTuple):
    """Where the parts of a name stand."""

    parts: Parts
    order: str
    """What each part is: see `litcli.extract.normalise_parts`."""

    @classmethod
    def of(cls, family: Span, given: Sequence[Span], suffix: Sequence[Span] = (), orcid: Sequence[Span] = ()) -> "Person":
        """Return a name with what stands first for each part; a suffix stands only behind given names."""
        behind = suffix[:1] if given else ()
        order = "family" + "-given" * bool(given) + "-suffix" * bool(behind) + "-orcid" * bool(orcid)
        return cls((family, *given[:1], *behind, *orcid[:1]), order)


@dataclass(frozen=True)
class XmlRecord:
    """The elements of a record."""

    layout: Layout
    rule: str
    """What the names of rules begin with."""
    root: "Element"
    places: Mapping["Element", Mapping[str, Span]]
    """Where each element's text ("") and its attributes ("@lang") stand."""

    def find(self, path: str, of: "Element | None" = None) -> list["Element"]:
        """Return the elements at a path below one, in the order of the document."""
        return (self.root if of is None else of).findall(path)

    def span(self, element: "Element", attribute: str = "") -> Span | None:
        """Return the place of an element's text, or of its attribute ("@lang")."""
        return self.places.get(element, {}).get(attribute)

    def text(self, element: "Element | None", attribute: str = "") -> str:
        """Return that text; "" for none."""
        span = self.span(element, attribute) if element is not None else None
        return self.layout.text[span[0] : span[1]] if span else ""

    def words(self, spans: Sequence[Span]) -> list[str]:
        """Return the texts at some places."""
        return [self.layout.text[start:end] for start, end in spans]

    def at(self, path: str, of: "Element | None" = None) -> list[Span]:
        """Return the places at a path, which may end in an attribute ("name/@ref")."""
        steps, _, attribute = path.rpartition("/@") if "/@" in path else ("", "", path[1:]) if path[:1] == "@" else (path, "", "")
        found = self.find(steps, of) if steps else [self.root if of is None else of]
        spans = (self.span(element, f"@{attribute}" if attribute else "") for element in found)
        return [span for span in spans if span]

    def first(self, path: str, of: "Element | None" = None) -> Span | None:
        """Return the first place at a path."""
        return next(iter(self.at(path, of)), None)

    def below(self, element: "Element") -> Parts:
        """Return the places of all text in an element but headings and notices, in the order of the document."""
        return tuple(
            span for inner in element.iter() if (inner is element or inner.tag not in _NO_PROSE) and (span := self.span(inner))
        )

    def claims(self, field: str, places: Iterable[Parts], normaliser: str = "", sure: float = SURE) -> list[Candidate]:
        """Claim places for a field; an empty list where they hold no value."""
        rule = f"{self.rule}.{field}" + (f":{normaliser}" if normaliser else "")
        found = claim(self.layout.text, field, places, rule, sure)
        return [found] if found else []

    def rows(self, rows: Iterable[Row], of: "Element | None" = None, trim: str = "") -> list[Candidate]:
        """Claim what a table says; characters of `trim` at the ends of values are left out."""
        found: dict[str, list[Candidate]] = {}
        for row in rows:
            many = BY_NAME[row.field].many
            if row.field in found and not many:
                continue
            places = [strip(self.layout.text, *span, trim) if trim else span for span in self.at(row.path, of)]
            for one in [places] if many else [[place] for place in places]:
                if claimed := self.claims(row.field, [(place,) for place in one], row.normaliser, row.sure):
                    found.setdefault(row.field, []).extend(claimed)
        return [
            several[0] if len(several) == 1 or not BY_NAME[field].many else joined(several) for field, several in found.items()
        ]

    def people(self, field: str, people: Iterable[Person], sure: float = SURE) -> list[Candidate]:
        """Claim names, each put together from its parts."""
        claimed = [found for person in people for found in self.claims(field, [person.parts], person.order, sure)]
        return [replace(claimed[0], items=tuple(item for found in claimed for item in found.items))] if claimed else []

    def prose(self, field: str, elements: Sequence["Element"], sure: float = SURE) -> list[Candidate]:
        """Claim all text of some elements as paragraphs."""
        return (
            self.claims(field, [tuple(span for element in elements for span in self.below(element))], sure=sure)
            if elements
            else []
        )

    def draft(self, *found: list[Candidate]) -> Draft:
        """Return what was found as a draft, upon which nothing else is read."""
        return Draft(self.layout, (), frozenset(), tuple(candidate for several in found for candidate in several))


def is_of(page: Page, name: str) -> bool:
    """Say whether a page is a record in the format of that name."""
    return bool(page.embedded) and page.embedded[0].vocabulary == name


def record_of(layout: Layout, rule: str) -> XmlRecord:
    """Return the record that a page of XML holds."""
    from xml.etree.ElementTree import Element, SubElement

    root = Element("record")
    elements = {"": root}
    places: dict[Element, dict[str, Span]] = {}
    for row in layout.page.embedded:
        steps, _, last = row.name.rpartition("/")
        path, attribute = (steps, last) if last[0] == "@" else (row.name, "")
        for end in _ends(path, elements):
            above, _, name = path[:end].rpartition("/")
            elements[path[:end]] = SubElement(elements[above], name.partition("[")[0])
        element = elements[path]
        places.setdefault(element, {})[attribute] = (row.start, row.end)
        value = layout.text[row.start : row.end]
        if attribute:
            element.set(attribute[1:], value)
        else:
            element.text = value
    return XmlRecord(layout, rule, root, places)


def _ends(path: str, known: Mapping[str, "Element"]) -> list[int]:
    """Return where the steps of a path end that are not known yet, the outermost first."""
    ends: list[int] = []
    end = len(path)
    while end > 0 and path[:end] not in known:
        ends.append(end)
        end = path.rfind("/", 0, end)
    return ends[::-1]


def joined(several: Sequence[Candidate]) -> Candidate:
    """Return candidates of a list field as one, each value once."""
    items: dict[str, Item] = {}
    for candidate in several:
        for item in candidate.items:
            items.setdefault(str(item.value).casefold(), item)
    return replace(several[0], items=tuple(items.values()))


def in_language(record: XmlRecord, elements: Sequence["Element"], language: str | None) -> list["Element"]:
    """Return the elements in the work's language, told by their attribute or their words; all where none is told apart.

    Of several languages the first that is stated counts where the work's own is not known.
    """
    told = [_told(record, element) for element in elements]
    own = language if language in told else next((code for code in told if code), None)
    return [element for element, code in zip(elements, told, strict=True) if own is None or code in {own, None}]


def in_another_language(
    record: XmlRecord, elements: Sequence["Element"], own: Sequence["Element"], language: str | None
) -> list["Element"]:
    """Return the elements that are told to be in another language than the work, or than what is in its own."""
    known = language or next((code for element in own if (code := _told(record, element))), None)
    return [element for element in elements if element not in own and known and _told(record, element) not in {known, None}]


def abstracts(record: XmlRecord, stated: Sequence["Element"], language: str | None, sure: float = SURE) -> list[Candidate]:
    """Return the abstract in the work's language, and the first of the others as its translation."""
    own = in_language(record, stated, language)[:1]
    others = [element for element in stated if element not in own]
    return [*record.prose("abstract", own, sure), *record.prose("translated-abstract", others[:1], _TRANSLATED)]


def _told(record: XmlRecord, element: "Element") -> str | None:
    return language_code(element.get("lang", "")) or guess_language(" ".join(_texts(record, element)))


def _texts(record: XmlRecord, element: "Element") -> Iterator[str]:
    for start, end in record.below(element):
        yield record.layout.text[start:end]
