"""Identifiers: a text in, the bare identifier out (normalised, its check digit verified), or None.

A DOI keeps its case as printed; DOIs are compared without case. What surprised us: brackets belong to a DOI when
they are balanced ("10.1016/0927-796X(94)00173-1"), page labels stand glued behind it ("10.1002/nop2.70364Web address"), the
ISBN within a book's DOI is no statement of an ISBN, a year range can pass for an ISSN one time in eleven, and a handle
("10183/23679") is no DOI.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from urllib.parse import unquote

from stdnum import isbn as _isbn
from stdnum import issn as _issn
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

Kind = Literal["DOI", "PMID", "PMCID", "arXiv", "ISBN", "ISSN", "ORCID"]


@dataclass(frozen=True)
class IdentifierSpan:
    """An identifier and its place; the function of its kind reads `text[start:end]` to `value`."""

    kind: Kind
    value: str
    start: int
    end: int


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

_DOI_LEAD = re.compile(r"\s*(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|info:doi/|(?:urn:)?doi\s*[:=]?\s*)*", re.IGNORECASE)
_DOI = re.compile(  # what may not stand before comes after "10.", so that the search leaps from one "10." to the next
    r"10\.(?<!\d10\.)(?<!\d\.10\.)\d{4,9}(?:\.\d{1,9}){0,4}(?:/|%2[Ff])"
    r"(?:\(SICI\)[!-~]{10,80}?;[0-9]-[0-9A-Za-z#]|(?:[!#-;=?-\[\]_a-z~]|[‐‑‒–—−](?=\w)){1,200})",
    re.ASCII,
)
_DOI_GLUED = re.compile(
    r"(?<=[0-9a-zA-Z).])(?:https?:|(?:doi|arXiv):|PMC?ID|PubMed|ISSN|ISBN).*"
    r"|(?<=[0-9a-zX).])(?:PMC\d|Epub|Web|Publi[sc]|Persist|Perman|Link|Language|Original|Copyright|Abstract|Keyword|Received|Accepted|"
    r"Journal|Volume|Issue|Pages|Status|State|Type|Author|Email|Open|Article|Cit[ea]|Document|Licen[sc]e|Funding|Full|View|Date|"
    r"Year|Event|Series|Externally|Access|Peer|Fingerprint|Scopus|Download|Export|Share|URL|Verlag|Sprache|Zugriff|Schlag).*"
)
"""Labels and links that pages print right behind a DOI."""
_DOI_TAIL = re.compile(
    r"(?:[.,:;'!*&]|\([^\W\d_]{4,}\)|(?<=[\w)])/(?:full|abstract|pdf|epdf|html|meta|summary|references|pdfft)?|\.pdf|\?.*|&\w+=.*|#[a-z].*)$",
    re.IGNORECASE,
)
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}

_PMID = re.compile(
    r"(?:\bPMID\s*[:=|]?\s*|\bPubMed\s?ID\s*[:=|]?\s*|\bpubmed(?:\.ncbi\.nlm\.nih\.gov)?/)([1-9]\d{0,7})(?!\d|\.\d)",
    re.IGNORECASE,
)
_PMCID = re.compile(r"(?<![A-Za-z0-9])PMC([1-9]\d{3,8})(?!\d)")
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|eess|econ|funct-an|"
    "gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|"
    "solv-int|stat|supr-con"
)
_ARXIV_NEW = r"\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?:v[1-9]\d?)?(?!\d)"
_ARXIV_OLD = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/\d\d(?:0[1-9]|1[0-2])\d{{3}}(?:v[1-9]\d?)?(?!\d)"
_ARXIV = re.compile(rf"\barxiv(?:\.org/(?:abs|pdf)/|\s?[:.]\s?|\s)\s?({_ARXIV_NEW})|(?<![\w.-])({_ARXIV_OLD})", re.IGNORECASE)
ORCID_SHAPE = re.compile(r"\d(?<![\d-]\d)\d{3}[-‐‑–]\d{4}[-‐‑–]\d{4}[-‐‑–]\d{3}[\dX](?![\d-])")
_DIGIT = re.compile(r"\d")
_HANDLE = re.compile(
    r"(?:(?:https?://)?hdl\.handle\.net/|https?://[\w.-]+/handle/|hdl:\s?|handle:\s?)?(?P<handle>(?!10\.)\d{1,9}(?:\.\d{1,9}){0,4}/[\w.:/-]{1,100})",
    re.IGNORECASE | re.ASCII,
)
_ADDRESS = re.compile(
    r"https?://(?!localhost|127\.|[\w-]*[/:])[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?::\d{2,5})?(?:[/?#][^\s<>\"…]{0,400})?…?",
    re.IGNORECASE,
)
_ISBN = r"(?:97[89][-‐‑– ]?)?(?:\d[-‐‑– ]?){9}[\dXx](?!\d)"
_ISSN = r"\d{4}[-‐‑–]?\d{3}[\dXx](?!\d)"
_BARE_ISBN = re.compile(r"(?<![\w.-])97[89]-(?:\d{1,7}-){3}\d(?![\w-])|(?<![\w.-])97[89]\d{10}(?![\w-])")


def doi(text: str) -> str | None:
    """Read a DOI, bare or as a link or with its label.

    >>> doi("https://doi.org/10.1016/0927-796X(94)00173-1."), doi("doi: 10.1051/jp1:1992277"), doi("10183/23679")
    ('10.1016/0927-796X(94)00173-1', '10.1051/jp1:1992277', None)
    """
    lead = _DOI_LEAD.match(text)
    start = lead.end() if lead else 0
    found = _DOI.match(text, start)
    if not found:
        return None
    end = _doi_end(found)
    rest = text[end:].strip()
    glued = end < found.end()
    return _bare_doi(text[start:end]) if end and (glued or not rest.strip(".,;:)]}>⟩'\"* ")) else None


def pmid(text: str) -> str | None:
    """Read a PubMed identifier: digits, with or without its label.

    >>> pmid("PMID: 15693138"), pmid("15693138"), pmid("PMC7861489")
    ('15693138', '15693138', None)
    """
    bare = re.fullmatch(r"\s*([1-9][0-9]{0,7})\s*", text)
    found = bare or _PMID.search(text)
    return found[1] if found else None


def pmcid(text: str) -> str | None:
    """Read a PubMed Central identifier.

    >>> pmcid("PMCID: PMC7861489"), pmcid("NIHMS993827")
    ('PMC7861489', None)
    """
    found = _PMCID.search(text.upper())
    return f"PMC{found[1]}" if found else None


def arxiv(text: str) -> str | None:
    """Read an arXiv identifier, new or old style, with its version where one is given.

    >>> arxiv("arXiv:2101.00001v2"), arxiv("math.GT/0309136"), arxiv("1234.5")
    ('2101.00001v2', 'math.GT/0309136', None)
    """
    found = _ARXIV.search(text) or re.fullmatch(
        rf"\s*(?:({_ARXIV_NEW})|({_ARXIV_OLD}))\s*(?:\[[a-z.-]+\]\s*)?", text, re.IGNORECASE
    )
    return (found[1] or found[2]) if found else None


def isbn(text: str) -> str | None:
    """Read an ISBN-10 or ISBN-13; what comes out has no hyphens.

    >>> isbn("ISBN 3-540-44342-8"), isbn("978-3-642-23350-0"), isbn("978-3-642-23350-1")
    ('3540443428', '9783642233500', None)
    """
    number = re.sub(r"^\s*(?:e-?)?ISBN(?:-1[03](?=\D))?[\s:=]*", "", text.translate(_DASHES), flags=re.IGNORECASE)
    return _checked(_isbn.validate, number)


def issn(text: str) -> str | None:
    """Read an ISSN: four digits, a hyphen, three digits and a check digit.

    >>> issn("ISSN 0075-8450"), issn("0927796x"), issn("1998-2004")
    ('0075-8450', '0927-796X', None)
    """
    number = re.sub(r"^\s*(?:[epl]-?)?ISSN(?:-L)?[\s:=-]*", "", text.translate(_DASHES), flags=re.IGNORECASE)
    compact = _checked(_issn.validate, number)
    return f"{compact[:4]}-{compact[4:]}" if compact else None


def orcid(text: str) -> str | None:
    """Read an ORCID iD; an ISNI outside ORCID's own range is none.

    >>> orcid("https://orcid.org/0000-0002-1825-0097"), orcid("0000-0002-1825-0098"), orcid("0000 0001 2103 2683")
    ('0000-0002-1825-0097', None, None)
    """
    number = re.sub(r"^.*orcid[^0-9]*", "", text.translate(_DASHES), flags=re.IGNORECASE | re.DOTALL)
    compact = re.sub(r"[\s-]", "", number).upper()
    if not re.fullmatch(r"[0-9]{15}[0-9X]", compact) or not mod_11_2.is_valid(compact):
        return None
    ours = "000000015000000" <= compact[:15] <= "000000035000000" or compact.startswith(("00090", "000900"))
    return "-".join(compact[i : i + 4] for i in range(0, 16, 4)) if ours else None


def handle(text: str) -> str | None:
    """Read a handle, bare or as a link to one of the resolvers; a DOI is a handle too, and left to `doi`.

    >>> handle("https://hdl.handle.net/20.500.11850/1234"), handle("hdl:2142/99"), handle("http://hdl.handle.net/10.1000/182")
    ('20.500.11850/1234', '2142/99', None)
    """
    found = _HANDLE.fullmatch(text.strip())
    return found["handle"].rstrip("/") if found else None


def web_address(text: str) -> str | None:
    """Read the address of a page; one that is cut short, or leads to this machine, is none.

    >>> web_address("See https://example.org/items/7."), web_address("www.example.org"), web_address("http://localhost/7")
    ('https://example.org/items/7', None, None)
    """
    found = _ADDRESS.search(text)
    if not found or found[0].endswith(("...", "…")):
        return None
    return found[0].rstrip(".,;:)]}>'\"")


READERS: Mapping[str, Callable[[str], str | None]] = MappingProxyType(
    {"DOI": doi, "PMID": pmid, "PMCID": pmcid, "arXiv": arxiv, "ISSN": issn, "ISBN": isbn, "handle": handle}
)
"""How each field of identifiers is read."""


def find_identifiers(text: str) -> list[IdentifierSpan]:
    """Find every identifier of a page, in the order of its place. An ISSN, a PMID or a short ISBN counts only behind its label.

    >>> [(found.kind, found.value) for found in find_identifiers("PMCID: PMC11034267  PMID: 15693138")]
    [('PMCID', 'PMC11034267'), ('PMID', '15693138')]
    """
    if not _DIGIT.search(text):
        return []
    dois = list(_dois(text))
    starts = [span.start for span in dois]

    def within_a_doi(span: IdentifierSpan) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and span.start < dois[at].end

    others = {*_unlabelled(text), *_labelled(text)}
    stated = (span for span in others if span.kind == "arXiv" or not within_a_doi(span))
    return sorted([*dois, *stated], key=lambda span: (span.start, span.end))


def _dois(text: str) -> Iterator[IdentifierSpan]:
    for found in _DOI.finditer(text):
        end = _doi_end(found)
        if end:
            yield IdentifierSpan("DOI", _bare_doi(text[found.start() : end]), found.start(), end)


def _doi_end(found: re.Match[str]) -> int:
    """Return where the DOI of a match really ends; 0 where nothing of it is left."""
    whole = found[0]
    if "(SICI)" in whole and re.search(r";\d-\w$", whole):
        return found.end()
    slash = re.search(r"/|%2[Ff]", whole)
    first = slash.end() if slash else len(whole)
    body = _DOI_GLUED.sub("", whole)
    while (shorter := _shortened(body, first)) != body:
        body = shorter
    return found.start() + len(body) if re.search(r"\w", body[first:]) else 0


def _shortened(body: str, first: int) -> str:
    """Take one thing off the end that is no part of a DOI: a full stop, "(external)", a bracket without its other half."""
    tail = _DOI_TAIL.search(body, first)
    if tail:
        return body[: tail.start()]
    last = body[-1]
    unpaired = last in _PAIRS and body.count(last) > body.count(_PAIRS[last])
    return body[:-1] if unpaired or last in _PAIRS.values() else body


def _bare_doi(text: str) -> str:
    plain = text.translate(_DASHES)
    return unquote(plain) if "%" in plain else plain


def _unlabelled(text: str) -> Iterator[IdentifierSpan]:
    """Yield what needs no label, or bears it in the match. A pattern is tried only where its sign is: most lines have none."""
    folded = text.casefold()
    if "pm" in folded or "pubmed" in folded:
        for found in _PMID.finditer(text):
            yield IdentifierSpan("PMID", found[1], *found.span(1))
        for found in _PMCID.finditer(text):
            yield IdentifierSpan("PMCID", f"PMC{found[1]}", *found.span())
    if "arxiv" in folded or "/" in text:
        for found in _ARXIV.finditer(text):
            group = 1 if found[1] else 2
            yield IdentifierSpan("arXiv", found[group], *found.span(group))
    for found in ORCID_SHAPE.finditer(text):
        if value := orcid(found[0]):
            yield IdentifierSpan("ORCID", value, *found.span())
    for found in _BARE_ISBN.finditer(text) if "97" in text else ():
        if value := isbn(found[0]):
            yield IdentifierSpan("ISBN", value, *found.span())


@dataclass(frozen=True)
class _Labelled:
    """A number that is known by its label: the first one behind it, and those that follow closely."""

    kind: Kind
    read: Callable[[str], str | None]
    label: re.Pattern[str]
    first: re.Pattern[str]
    further: re.Pattern[str]


def _behind(kind: Kind, read: Callable[[str], str | None], label: str, number: str) -> _Labelled:
    further = re.compile(rf"[^\d\n]{{1,24}}?({number})")
    return _Labelled(kind, read, re.compile(label, re.IGNORECASE), re.compile(rf"[^\d]{{0,48}}?({number})"), further)


_LABELLED = (
    _behind("ISBN", isbn, r"ISBN(?:[- ]?1[03](?=\D))?", _ISBN),
    _behind("ISSN", issn, r"ISSN", _ISSN),
)


def _labelled(text: str) -> Iterator[IdentifierSpan]:
    folded = text.casefold()
    for row in _LABELLED:
        for label in row.label.finditer(text) if row.kind.casefold() in folded else ():
            found = row.first.match(text, label.end())
            while found and (value := row.read(found[1])):
                yield IdentifierSpan(row.kind, value, *found.span(1))
                found = row.further.match(text, found.end())
                if found and _is_years(found[1]) and re.search(r"[^\W\d_]", text[found.start() : found.start(1)]):
                    break


def _is_years(text: str) -> bool:
    """Tell whether a number is a range of years; one in eleven would pass for an ISSN."""
    years = re.fullmatch(r"(\d{4})\D(\d{4})", text)
    return years is not None and 1800 <= int(years[1]) < int(years[2]) <= 2100


def _checked(validate: Callable[[str], str], number: str) -> str | None:
    try:
        return validate(number.strip())
    except ValidationError:
        return None
