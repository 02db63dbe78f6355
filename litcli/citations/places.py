"""What a style would leave out, given where it does print; `litcli.citations.reach` tells what it prints.

- A type that a style does not know passes for its nearest kin, where that prints what a reader needs and loses nothing: an entry of
  an encyclopedia for a chapter, software for a web page.
- An article number stands in `number`, which many styles never print for an article (Nature, Harvard): for those it takes the place
  of the pages. So it does where no journal is stated, because APA and Chicago then print it twice.
- A version, a patent's number, a thesis's kind, a meeting or a translator stands behind the title.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from litcli.citations import patents
from litcli.citations.persons import spoken
from litcli.citations.prepare import ARTICLE_NUMBER
from litcli.citations.target import Target
from litcli.citations.terms import Words
from litcli.citations.titles import upright, whole
from litcli.model.csl import CslItem
from litcli.model.record import Record, text

_LOCATED = ("article-journal", "article-magazine", "paper-conference")
"""The types whose `number` is an article number."""


def put_patent(made: CslItem, record: Record, target: Target) -> None:
    """Tell who granted a patent, beside its number where the style has a place for it, else before it.

    Only English has adjectives of offices and parts digits: "US patent 8,173,001" is "Brevet US 8173001" in French.
    """
    parted = patents.parted(text(record, "number") or "") if made["type"] == "patent" else None
    if parted is None:
        return
    code, grouped = parted
    words = target.words
    office, number = (_office(code, target), grouped) if words.english else (code, grouped.replace(",", ""))
    if "authority" in target.reach.printed({**made, "authority": office}):
        plain = number.replace(",", "") if target.family == "apa" else number  # APA's style takes commas for a list
        made |= {"authority": office, "number": plain, "genre": words.of("Patent")}
    else:
        made["number"] = f"{office} patent {number}" if words.english else f"{words.of('Patent')} {office} {number}"


def _office(code: str, target: Target) -> str:
    if code == "US" and target.is_one_of("apa", "ieee", "american-chemical-society"):
        return "U.S."
    return patents.OFFICES.get(code, code)


@dataclass(frozen=True)
class _Kin:
    """What a work of a type may pass for, nearest first, where a style does not print all that a reader needs."""

    types: tuple[str, ...]
    needed: frozenset[str]


_IN_BOOK = _Kin(("chapter",), frozenset({"editor", "publisher", "page"}))
_ELECTRONIC = _Kin(("webpage", "report", "book"), frozenset({"publisher", "DOI", "URL", "issued"}))
_REVIEWS = _Kin(("article-journal",), frozenset({"volume", "issued", "page"}))
_KIN: Mapping[str, _Kin] = MappingProxyType(
    {
        "entry-encyclopedia": _IN_BOOK,
        "entry-dictionary": _IN_BOOK,
        "report": _Kin(("book",), frozenset({"publisher", "issued"})),
        "thesis": _Kin(("report", "book"), frozenset({"publisher", "issued"})),
        "speech": _Kin(("report",), frozenset({"issued"})),
        "dataset": _ELECTRONIC,
        "software": _ELECTRONIC,
        "review": _REVIEWS,
        "review-book": _REVIEWS,
    }
)
_MOVABLE = frozenset({"version", "genre", "number"})
"""What has another place behind the title."""


def put_type(made: CslItem, record: Record, target: Target) -> None:  # noqa: ARG001  all steps take the same
    """Give an item the type under which the style prints most of what a reader needs."""
    if made["type"] == "paper-conference" and target.reach.tells_series and _is_in_book(made):
        made["type"] = "chapter"
        for name in ("event", "event-title", "event-place", "event-date"):
            made.pop(name, None)
    kin = _KIN.get(str(made["type"]), _Kin((), frozenset()))
    most = target.reach.printed(made) - _MOVABLE
    for other in kin.types:
        printed = target.reach.printed({**made, "type": other}) - _MOVABLE
        if printed & kin.needed > most & kin.needed and len(printed) > len(most):
            made["type"], most = other, printed


def _is_in_book(made: CslItem) -> bool:
    """Tell whether proceedings are a book; APA and Chicago as shipped take them for a journal where they have no editors."""
    return {"publisher", "container-title"} <= made.keys() and not {"volume", "issue"} & made.keys()


def put_article_number(made: CslItem, record: Record, target: Target) -> None:
    """Have an article number printed, once; MLA as shipped would print it as if it were an issue ("no. 11, no. e26494")."""
    if text(record, "type") not in _LOCATED or "number" not in made:
        return
    like_issue = target.is_one_of("modern-language-association")
    if "page" in record:
        if like_issue:
            del made["number"]
    elif like_issue or "container-title" not in record or "number" not in target.reach.printed(made):
        made |= {"page": made.pop("number"), ARTICLE_NUMBER: "yes"}


def put_behind_title(made: CslItem, record: Record, target: Target) -> None:
    """Put behind the title what the style has no place for."""
    if isinstance(title := made.get("title"), str):
        printed = target.reach.printed(made)
        if "version" in made and "version" not in printed:
            title = " ".join([title, upright(f"({target.words.of('Version')} {made['version']})")])
        if made["type"] == "patent" and target.is_one_of("american-medical-association"):
            printed -= {"number"}  # where it would stand like a page
        if "event" in printed:
            printed |= {"event-title"}
        made["title"] = ". ".join([title, *map(upright, _unplaced(made, str(record.get("type")), printed, target.words))])


def _unplaced(made: CslItem, type_: str, printed: frozenset[str], words: Words) -> Iterator[str]:
    """Yield what has no place, and take it out of the item."""
    for names in _BEHIND.get(type_, ()):
        if names[-1] in made and names[-1] not in printed:
            yield " ".join(str(made.pop(name)) for name in names if name in made and name not in printed)
    if "translator" in made and "translator" not in printed:
        translators = made.pop("translator")
        said = f" {words.of('and')} ".join(map(spoken, translators if isinstance(translators, list) else ()))
        yield whole(f"{words.of('Translated by')} {said}")


_BEHIND: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "thesis": (("genre",),),
        "report": (("genre", "number"),),
        "patent": (("number",),),
        "speech": (("genre",), ("event-title",)),
    }
)
"""What stands behind the title of a work of a type; names together in one piece, if the last of them has no place."""
