"""Entries as the items that a style gets: CSL-JSON, with what styles and pandoc need to print them right.

What a style would leave out is given where it does print (`litcli.citations.reach` tells):

- An article number stands in `number`, which many styles never print for an article (Nature, Harvard): for those it takes the
  place of the pages. So it does where no journal is stated, because APA and Chicago then print it twice.
- A version, a patent's number or a thesis's kind stands behind the title.
- A type that a style does not know is given as its nearest kin, where that prints all that the type prints and more: an entry of
  an encyclopedia as a chapter, software as a web page.
- A work in press has a status; styles that print none have it for a date.

Further:

- Preprints: "arXiv" is the publisher; APA and IEEE print the number, the other styles make do with the DOI or the address.
- Lines such as "issued: 1999" in a note count as variables for citeproc. Those of variables that no field of ours holds are
  wanted ("medium: DVD", see `litcli.model.csl`); a field's own value is never overruled by a note.
- APA prints any status; beside a date, "Published" says nothing.
- APA does not name a publisher who is the author; MLA names the publisher only.
- Where the page leaves authors out, a last one of the name "others" has pandoc print "et al.".
- Half of the styles ask for `event`, as CSL 1.0.1 called `event-title`.
- IEEE's "[Online]" is left out by pandoc where no day of access is stated; as a medium it is not.
- Names in Chinese, Japanese or Korean script have no initials.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from litcli.citations import patents
from litcli.citations.abbreviations import dotted
from litcli.citations.prepare import ARTICLE_NUMBER, GROUPS_ONLY
from litcli.citations.reach import Reach
from litcli.citations.titles import titles, upright
from litcli.model.csl import CslItem, to_item
from litcli.model.dates import pending
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import CslName, Record, day, people, text, words

LOCATED = ("article-journal", "article-magazine", "paper-conference")
"""The types whose `number` is an article number."""


def item(entry: Entry, style: str, reach: Reach) -> CslItem:
    """Return the item that a style gets for an entry; `reach` is what the style of that name prints."""
    record = entry.record
    family = style.partition("-")[0]
    made = to_item(entry.citekey, record)
    made.pop("custom", None)
    made |= {name: found[0] for name in ("ISBN", "ISSN") if (found := words(record, name))}
    made |= titles(record, style)
    made |= {name: _names(record, name, reach) for name in _NAMES if name in made}
    if "author" in record and all("literal" in author for author in _names(record, "author", reach)):
        made[GROUPS_ONLY] = "yes"
    if note := text(record, "note"):
        made["note"] = _LIKE_FIELD.sub("", note)
    if short := text(record, "container-title-short"):
        made["container-title-short"] = dotted(short, text(record, "container-title") or "")
    if family == "apa" and made["type"] == "speech" and made.get("genre") in _SHOWN_AT:
        made["genre"] = f"{made['genre']} presentation"
    if (event := text(record, "event-title")) and event not in (text(record, "container-title") or ""):
        made["event"] = made["event-title"]
    _take_out_publisher(made, record, family)
    if family == "ieee" and "URL" in made and not {"DOI", "accessed", "medium"} & made.keys():
        made["medium"] = "Online"
    if "arXiv" in record:
        _preprint(made, record, family)
    if made["type"] == "patent":
        _put_patent(made, style, reach)
    _put_status(made, record, style, reach)
    if reach.tells_series and made["type"] == "paper-conference":
        _put_proceedings(made)
    made["type"] = _known_type(made, reach)
    _put_elsewhere(made, record, style, reach)
    return made


def has_article_number(record: Record) -> bool:
    """Tell whether an article is located by a number instead of pages."""
    return text(record, "type") in LOCATED and "number" in record and "page" not in record


_NAMES = tuple(row.name for row in BY_NAME.values() if row.kind is Kind.NAMES and row.csl)
_LIKE_FIELD = re.compile(rf"^\s*(?:{'|'.join(BY_NAME)})\s*:.*$|\{{:.*?\}}", re.IGNORECASE | re.MULTILINE)


def _names(record: Record, field: str, reach: Reach) -> list[CslName]:
    found = [_name(person, reach) for person in people(record, field)]
    left_out: list[CslName] = [{"literal": "others"}] if field == "author" and "authors-incomplete" in record else []
    return found + (left_out if found else [])


def _name(person: CslName, reach: Reach) -> CslName:
    family, given = person.get("family", ""), person.get("given", "")
    if _EAST_ASIAN.fullmatch(family + given):
        return {"literal": family + given}
    made = person.copy()
    made.pop("ORCID", None)
    if reach.bare_initials and "suffix" in made:
        made["suffix"] = made["suffix"].removesuffix(".")
    return made


_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff々〆]+")


def _take_out_publisher(made: CslItem, record: Record, family: str) -> None:
    """Name a group once that wrote and published a work, where the manual says so."""
    publisher = text(record, "publisher")
    if publisher is None or publisher not in [author.get("literal") for author in people(record, "author")]:
        return
    if family == "apa":
        del made["publisher"]
    elif family == "modern" and len(people(record, "author")) == 1:
        del made["author"]


_SHOWN_AT = ("Poster", "Paper", "Oral", "Conference", "Keynote")
"""What APA calls a "presentation" at a meeting."""

_NUMBERED = ("apa", "ieee")
"""Families of styles ("apa", "apa-6th-edition", ...) whose manuals print the number of a preprint."""


def _preprint(made: CslItem, record: Record, family: str) -> None:
    """Say in CSL's variables that a preprint lies at arXiv; a published work's preprint is left out."""
    identifier = words(record, "arXiv")[0]
    if made.get("archive") == "arXiv":
        del made["archive"], made["archive_location"]
    if text(record, "type") != "article":
        return
    if family in _NUMBERED:
        made["number"] = f"arXiv:{identifier}"
    elif "arxiv" in (text(record, "number") or "").casefold():
        del made["number"]
    if family != "ieee":
        made.setdefault("publisher", "arXiv")
    elif text(record, "publisher") == "arXiv":
        del made["publisher"]
    if "DOI" not in record:
        made.setdefault("URL", f"https://arxiv.org/abs/{identifier}")


_WITH_STOPS = ("apa", "ieee", "american-chemical-society")
"""Styles whose manuals abbreviate "U.S."."""


def _put_patent(made: CslItem, style: str, reach: Reach) -> None:
    """Tell who granted a patent, beside its number where the style has a place for it, else before it."""
    if not (parted := patents.parted(str(made.get("number", "")))):
        return
    office, number = parted
    if office == "US" and style.startswith(_WITH_STOPS):
        office = "U.S."
    if "authority" in reach.printed({**made, "authority": office}):
        plain = number.replace(",", "") if style.startswith("apa") else number  # two numbers, APA's style would think
        made |= {"authority": office, "number": plain, "genre": "Patent"}
    else:
        made["number"] = f"{office} patent {number}"


_PREPRINT_WITHOUT_PAGES = ("harvard-cite-them-right",)
"""Styles that call an article a preprint as long as it has neither volume nor pages."""


def _put_status(made: CslItem, record: Record, style: str, reach: Reach) -> None:
    """Say of a work without a date that it is in press: as its status, or as its date where a style prints no status."""
    made.pop("status", None)
    issued = day(record, "issued") or {}
    status = pending(issued.get("literal", "")) or pending(text(record, "status") or "")
    if "date-parts" in issued or status is None:
        return
    told: CslItem = {**made, "status": status}
    told.pop("issued", None)
    if "status" in reach.printed(told):
        made.pop("issued", None)
        made["status"] = status
    else:
        made["issued"] = {"literal": status}
    if style.startswith(_PREPRINT_WITHOUT_PAGES) and made["type"] == "article-journal":
        made["type"] = "article-magazine"


def _put_proceedings(made: CslItem) -> None:
    """Make a paper in a book of proceedings a chapter of it, for styles that would take the book for a journal."""
    if "publisher" in made and "container-title" in made and not {"volume", "issue"} & made.keys():
        made["type"] = "chapter"
        for name in ("event", "event-title", "event-place", "event-date"):
            made.pop(name, None)


@dataclass(frozen=True)
class _Kin:
    """What a work of a type may pass for where a style does not print what a reader needs."""

    types: tuple[str, ...]
    needed: frozenset[str]


_KIN: Mapping[str, _Kin] = MappingProxyType(
    {
        "entry-encyclopedia": _Kin(("chapter",), frozenset({"editor", "publisher", "page"})),
        "entry-dictionary": _Kin(("chapter",), frozenset({"editor", "publisher", "page"})),
        "report": _Kin(("book",), frozenset({"publisher", "issued"})),
        "thesis": _Kin(("report", "book"), frozenset({"publisher", "issued"})),
        "speech": _Kin(("report",), frozenset({"issued"})),
        "dataset": _Kin(("webpage", "report", "book"), frozenset({"publisher", "DOI", "URL", "issued"})),
        "software": _Kin(("webpage", "report", "book"), frozenset({"publisher", "DOI", "URL", "issued"})),
    }
)


def _known_type(made: CslItem, reach: Reach) -> str:
    """Return the type under which a style prints what a reader needs: the item's own, or that of a kin that loses none of it."""
    best = str(made["type"])
    if (kin := _KIN.get(best)) is None:
        return best
    most = reach.printed(made) - _MOVABLE
    for other in kin.types:
        printed = reach.printed({**made, "type": other}) - _MOVABLE
        if printed & kin.needed > most & kin.needed and len(printed) > len(most):
            best, most = other, printed
    return best


_MOVABLE = frozenset({"version", "genre", "number"})
"""What `_put_elsewhere` finds another place for."""

_NUMBER_LIKE_ISSUE = ("modern-language-association",)
"""Styles that would print an article number as if it were an issue ("no. 11, no. e26494")."""


_NUMBER_LIKE_PAGE = ("american-medical-association",)
"""Styles that would print a patent's number as if it were a page."""


def _put_elsewhere(made: CslItem, record: Record, style: str, reach: Reach) -> None:
    """Give what the style would leave out a place where it prints it."""
    printed = reach.printed(made)
    if has_article_number(record):
        if "number" not in printed or "container-title" not in record or style.startswith(_NUMBER_LIKE_ISSUE):
            made |= {"page": made.pop("number"), ARTICLE_NUMBER: "yes"}
        return
    title = made.get("title")
    if not isinstance(title, str):
        return
    type_ = str(record.get("type"))
    if "version" in made and "version" not in printed:
        title = " ".join([title, upright(f"(Version {made['version']})")])
    if type_ == "patent" and style.startswith(_NUMBER_LIKE_PAGE):
        printed -= {"number"}
    if "event" in printed:
        printed |= {"event-title"}
    made["title"] = ". ".join([title, *map(upright, _behind(made, type_, printed))])


def _behind(made: CslItem, type_: str, printed: frozenset[str]) -> Iterator[str]:
    """Yield what stands behind the title of a work for want of another place, and take it from there."""
    for names in _BEHIND.get(type_, ()):
        if names[-1] in made and names[-1] not in printed:
            yield " ".join(str(made.pop(name)) for name in names if name in made and name not in printed)
    if "translator" in made and "translator" not in printed:
        translators = made.pop("translator")
        yield f"Translated by {' and '.join(map(_spoken, translators if isinstance(translators, list) else ()))}"


def _spoken(person: CslName | str) -> str:
    if isinstance(person, str):
        return person
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    return " ".join(said for part in parts if isinstance(said := person.get(part), str))


_BEHIND: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "thesis": (("genre",),),
        "report": (("genre", "number"),),
        "patent": (("number",),),
        "speech": (("genre",), ("event-title",)),
    }
)
"""What stands behind a title where a style has no place for it."""
