"""HTML with COinS (.html): the references that a page holds for programs, as Wikipedia, catalogues, Zotero and `html` write them; read only.

In goes a page, out comes a record for each `<span class="Z3988" title="...">`: the pairs of its context object by name, whatever stands
around it. Spans that say the same are one. What surprised us: the first author stands in two parts, and often again among the others;
"title" is the journal's or the book's own, by the kind of work; Wikipedia writes a web page as an article of "unknown" genre, and
addresses of PubMed Central in the place of its identifiers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from urllib.parse import parse_qsl

from litcli.formats import _coins, _ris_names
from litcli.formats._base import Failure, Read, Row, Takes
from litcli.formats._draft import Draft
from litcli.formats._xml_fields import take
from litcli.model import identifiers
from litcli.model.record import CslName

NAME = "coins"
LABEL = "HTML with COinS"
SUFFIXES = (".html", ".htm", ".xhtml")
TAKES = Takes.WHOLE

BOTH_WAYS: tuple[Row, ...] = ()
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY = (
    *(Row(name, key) for name, key in _coins.KEYS.items() if key != "rft_id"),
    Row("publisher", "rft.publisher"),
    Row("publisher", "rft.inst"),
    Row("publisher", "rft.assignee"),
    Row("ISSN", "rft.eissn"),
    Row("genre", "rft.degree"),
    Row("number", "rft.number"),
    Row("issued", "rft.appldate"),
    Row("abstract", "rft.description"),
    Row("license", "rft.rights"),
    Row("title", "rft.atitle"),
    Row("container-title", "rft.jtitle"),
    Row("container-title", "rft.source"),
)

_TAG = re.compile(r"<[A-Za-z]{1,10}\s[^<>]*>")
_TITLE = re.compile(r"""\stitle\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_UNSAID = frozenset(
    {
        *(
            "ctx_ver",
            "url_ver",
            "ctx_enc",
            "rfr_id",
            "sid",
            "rft_val_fmt",
            "rft.genre",
            "rft.type",
            "rft_id",
            "rft.au",
            "rft.aulast",
        ),
        *("rft.aufirst", "rft.auinit", "rft.auinit1", "rft.auinitm", "rft.aucorp", "rft.creator", "rft.inventor", "rft.invlast"),
        *("rft.invfirst", "rft.title", "rft.btitle", "rft.spage", "rft.epage", "rft.identifier", "rft.ausuffix"),
    }
)
"""Names that are read together with others."""
_WHOLE = frozenset({"rft.au", "rft.creator", "rft.inventor", "rft.aucorp"})
_SCHEMES = {
    "info:doi/": "DOI",
    "urn:doi:": "DOI",
    "doi:": "DOI",
    "info:pmid/": "PMID",
    "info:pmc/": "PMCID",
    "info:hdl/": "handle",
    "info:arxiv/": "arXiv",
    "urn:isbn:": "ISBN",
    "isbn ": "ISBN",
    "urn:issn:": "ISSN",
    "issn ": "ISSN",
}
_PMC = re.compile(r"//(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/articles/(PMC\d+)")


def likely(head: str) -> float:
    """Tell how likely a file is a page with COinS."""
    return 0.95 if head.lstrip("\ufeff \n").startswith("<") and "Z3988" in head else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield the references of a page; never raises for what stands in it."""
    text = "".join(lines)
    line, before = 1, 0
    seen = set[str]()
    for found in _TAG.finditer(text):
        if "Z3988" not in found[0]:
            continue
        line, before = line + text.count("\n", before, found.start()), found.start()
        title = _TITLE.search(found[0])
        context = unescape(title[1] or title[2] or "") if title else ""
        pairs = _pairs(context)
        if not pairs:
            yield Failure(line, "the span holds no reference", found[0])
        elif context not in seen:
            seen.add(context)
            yield Read("", _record(pairs).record(), (), line, found[0])


_Pairs = Mapping[str, Sequence[str]]


def _pairs(context: str) -> list[tuple[str, str]]:
    """Return the pairs of a context object in their order; none where it is no reference."""
    stated = parse_qsl(context) if "=" in context else []
    pairs = [(key, folded) for key, value in stated if (folded := " ".join(value.split()))]
    return pairs if any(key.startswith("rft") for key, _ in pairs) else []


def _record(stated: Sequence[tuple[str, str]]) -> Draft:
    pairs: dict[str, list[str]] = {}
    for key, value in stated:
        pairs.setdefault(key, []).append(value)
    form = _first(pairs, "rft_val_fmt").rpartition(":")[2]
    genre = _first(pairs, "rft.genre")
    draft = Draft(_coins.type_of(form, genre, _first(pairs, "rft.type"), titled="rft.atitle" in pairs))
    _take_titles(draft, pairs)
    draft.put("author", _authors(pairs, stated), "")
    ends = dict.fromkeys(filter(None, (_first(pairs, "rft.spage"), _first(pairs, "rft.epage"))))
    draft.read("page", _first(pairs, "rft.pages") or "-".join(ends), "rft.pages")
    by_field: dict[str, list[tuple[str, str]]] = {}
    known = {row.key: row.field for row in IMPORT_ONLY}
    for key, values in pairs.items():
        if key not in _UNSAID and key != "rft.pages":
            by_field.setdefault(known.get(key, ""), []).extend((key, value) for value in values)
    for name, said in by_field.items():
        take(draft, name, said)
    for identifier in (*pairs.get("rft_id", ()), *pairs.get("rft.identifier", ())):
        _take_identifier(draft, identifier)
    return draft


def _first(pairs: _Pairs, *keys: str) -> str:
    return next((pairs[key][0] for key in keys if key in pairs), "")


def _take_titles(draft: Draft, pairs: _Pairs) -> None:
    """Take the titles, which mean the work itself or what it stands in by what else there is."""
    part = "rft.atitle" in pairs
    for key in ("rft.btitle", "rft.title"):
        for value in pairs.get(key, ()):
            draft.read("container-title" if part else "title", value, key)


def _authors(pairs: _Pairs, stated: Sequence[tuple[str, str]]) -> list[CslName]:
    """Return the authors in their order; the first one may stand in parts and again as a whole."""
    last, first = _first(pairs, "rft.aulast", "rft.invlast"), _first(pairs, "rft.aufirst", "rft.invfirst", "rft.auinit")
    parted = _ris_names.read(f"{last}, {first}".strip(" ,")) if last else None
    whole = [
        name
        for key, value in stated
        if key in _WHOLE and (name := CslName(literal=value) if key == "rft.aucorp" else _ris_names.read(value))
    ]
    if parted is None:
        return whole
    same = bool(whole) and whole[0].get("family") == parted.get("family")
    return whole if same else [parted, *whole]


def _take_identifier(draft: Draft, stated: str) -> None:
    scheme = next((scheme for scheme in _SCHEMES if stated.casefold().startswith(scheme)), None)
    if scheme:
        take(draft, _SCHEMES[scheme], [("rft_id", stated[len(scheme) :])])
    elif pmc := _PMC.search(stated):
        draft.read("PMCID", pmc[1], "rft_id")
    elif stated.startswith(("http://", "https://", "ftp://", "//")):
        doi = None if draft.has("DOI") else identifiers.doi(stated)
        draft.read("DOI" if doi else "URL", doi or (f"https:{stated}" if stated.startswith("//") else stated), "rft_id")
    else:
        draft.keep(f"rft_id: {stated}")
