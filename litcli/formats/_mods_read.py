"""A record of MODS to a record of ours; for `litcli.formats.mods`.

The elements become statements, a path and a text each: titles put together from their parts, pages from first and last, names and
dates with their elements, since those have more to say. What no row of the tables knows is kept under its path.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from litcli.formats import _mods_dates, _mods_names, _mods_types, _ris_names
from litcli.formats._base import Read, Tables
from litcli.formats._draft import Draft
from litcli.formats._mods_tables import BOTH_WAYS, EXPORT_ONLY, HOST, IMPORT_ONLY, LEFT_OUT, PATHS
from litcli.formats._xml_fields import take
from litcli.formats._xml_records import BREAK, XmlRecord
from litcli.formats._xml_text import attribute, step
from litcli.model.fields import BY_NAME, Kind
from litcli.pages.xml_tree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)
ROLES = {"aut": "author", "edt": "editor", "trl": "translator", "ths": "supervisor"}
TAGS = "extension/field[tags]"

_ISSUED = tuple(row.key for row in (*BOTH_WAYS, *IMPORT_ONLY) if row.field == "issued")
_ACCESSED = "dateLastAccessed"


@dataclass
class _Stated:
    """What a record states, in its order."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    names: list[tuple[str, "_Element"]] = field(default_factory=list)
    dates: dict[str, list[_mods_dates.Stated]] = field(default_factory=dict)

    def say(self, path: str, value: str) -> None:
        """Take a text."""
        if value:
            self.texts.setdefault(path, []).append(value)

    def all(self, *paths: str) -> list[str]:
        """Return the texts at paths."""
        return [value for path in paths for value in self.texts.get(path, [])]


def folded(value: str) -> str:
    """Fold white space; blank lines part paragraphs."""
    paragraphs = (" ".join(part.split()) for part in re.split(rf"{BREAK}|\n[ \t]*\n", value))
    return "\n\n".join(filter(None, paragraphs))


def read(part: XmlRecord) -> Read:
    """Return the record of a `mods` element."""
    stated = _Stated()
    _walk(part.element, "", stated)
    type_ = _type(stated)
    draft = Draft(type_)
    for way, element in stated.names:
        _take_name(draft, way, element)
    _take_dates(draft, stated)
    _take_genres(draft, stated)
    inward = TABLES.inward(type_)
    ours = [path for path in TABLES.outward(type_).values() if path in stated.texts]
    by_field: dict[str, list[str]] = {}
    for path in dict.fromkeys([*ours, *inward, *stated.texts]):
        if path in stated.texts and path not in LEFT_OUT and path != "genre":
            by_field.setdefault(inward.get(path, ""), []).append(path)
    for name, paths in by_field.items():
        take(draft, name, [(path, value) for path in paths for value in stated.texts[path]])
    keys = [*stated.all("identifier[citekey]"), attribute(part.element, "ID")]
    return Read(keys[0], draft.record(), tuple(stated.all(TAGS)), part.line, part.source)


def _walk(element: "_Element", way: str, stated: _Stated) -> None:
    for child in element:
        name, path = local(child), f"{way}{step(child, PATHS)}"
        if name == "titleInfo":
            _say_title(child, path, stated)
        elif name == "name" and way in {"", HOST}:
            stated.names.append((way, child))
        elif name == "extent" and len(child):
            stated.say(path.replace("[page]", "[pages]"), _pages(child))
        elif len(child):
            _walk(child, f"{path}/", stated)
        else:
            _say(child, path, stated)


def _say(element: "_Element", path: str, stated: _Stated) -> None:
    value = folded(element.text or "")
    if path in _ISSUED or TABLES.inward("").get(path) in _DATES:
        attributes = {name: attribute(element, name) for name in ("point", "qualifier", "keyDate")}
        stated.dates.setdefault(path, []).append(_mods_dates.Stated(value, attributes))
    elif value:
        stated.say(path, value)
        if accessed := attribute(element, _ACCESSED):
            stated.dates.setdefault("originInfo/dateCaptured", []).append(_mods_dates.Stated(accessed, {}))
    else:
        address = attribute(element, "href")
        stated.say(f"{path}@href", address)


_DATES = frozenset(row.name for row in BY_NAME.values() if row.kind is Kind.DATE)


def _say_title(element: "_Element", path: str, stated: _Stated) -> None:
    """Put a title together: "The" + "dew" + "a study" + "Part 1" + "Morning"; a number in a series is by itself."""
    parts = {local(child): folded("".join(str(text) for text in child.itertext())) for child in element}
    series = "relatedItem[series]/" in path
    title = " ".join(filter(None, (parts.get("nonSort"), parts.get("title"))))
    title = ": ".join(filter(None, (title, parts.get("subTitle"))))
    section = ": ".join(filter(None, ("" if series else parts.get("partNumber"), parts.get("partName"))))
    stated.say(f"{path}/title", ". ".join(filter(None, (title.removesuffix("." if section else ""), section))))
    if series:
        stated.say(f"{path}/partNumber", parts.get("partNumber", ""))
    if not len(element):
        stated.say(f"{path}/title", folded(element.text or ""))


def _pages(element: "_Element") -> str:
    parts = {local(child): folded(child.text or "") for child in element}
    first, last = parts.get("start", ""), parts.get("end", "")
    both = first if first == last else "-".join(filter(None, (first, last)))
    return parts.get("list") or both or (f"{parts['total']} p." if parts.get("total") else "")


def _type(stated: _Stated) -> str:
    hosted = any(path.startswith(HOST) for path in stated.texts) or any(way == HOST for way, _ in stated.names)
    authorities = [path for path in stated.texts if path.startswith(("genre", f"{HOST}genre"))]
    return _mods_types.of(
        _mods_types.Said(
            csl=stated.all("genre[csl]"),
            local=stated.all("genre[local]"),
            others=stated.all(
                *(path for path in authorities if path.startswith("genre") and path not in {"genre[csl]", "genre[local]"})
            ),
            hosts=stated.all(*(path for path in authorities if path.startswith(HOST))),
            resources=stated.all("typeOfResource"),
            issuance=next(iter(stated.all("originInfo/issuance")), ""),
            in_host=next(iter(stated.all(f"{HOST}originInfo/issuance")), "unsaid") if hosted else "",
        )
    )


def _take_genres(draft: Draft, stated: _Stated) -> None:
    """Take the genres that say more than the type does: bare ones, the kind of a thesis."""
    ours = bool(stated.all("genre[csl]"))
    for path in ("genre", "genre[marcgt]", "genre[bibutilsgt]")[: 1 if ours else None]:
        for genre in stated.all(path):
            bare = path == "genre" and (ours or not _mods_types.is_kind(genre))
            if bare or (draft.text("type") == "thesis" and _mods_types.is_thesis(genre)):
                draft.read("genre", genre, path)
            elif not _mods_types.is_kind(genre):
                draft.keep(f"{path}: {genre}")


def _take_name(draft: Draft, way: str, element: "_Element") -> None:
    found = _mods_names.read(element)
    if found is None:
        return
    shown = found.name.get("literal") or _ris_names.write(found.name)
    fields = [ROLES[role] for role in found.roles if role in ROLES and (role != "aut" or not way)]
    if found.kind == "conference" and not fields:
        draft.read("event-title", shown, f"{way}name[conference]")
    elif "dgg" in found.roles:
        draft.read("publisher", shown, f"{way}name[dgg]")
    elif fields or not (found.roles or way):
        for name in fields or ["author"]:
            draft.add(name, found.name)
    else:
        draft.keep(f"{way}name[{found.roles[0] if found.roles else 'unsaid'}]: {shown}")


def _take_dates(draft: Draft, stated: _Stated) -> None:
    """Take the dates; of several days of issue the first counts, or one of its year that says more."""
    issued = [(path, _mods_dates.read(stated.dates[path])) for path in _ISSUED if path in stated.dates]
    best = next((date for _, date in issued if date.parts), issued[0][1] if issued else None)
    if best:
        fuller = [date for _, date in issued if date.parts and best.parts and date.year == best.year and not best.season]
        best = max([best, *fuller], key=lambda date: sum(map(len, date.parts)))
        draft.put("issued", best.to_csl(), "")
    for path, date in issued:
        if best and date.year != best.year and date.edtf():
            draft.keep(f"{path}: {date.edtf()}")
    inward = TABLES.inward("")
    for path, dates in stated.dates.items():
        if path not in _ISSUED:
            date = _mods_dates.read(dates)
            draft.put(inward[path], date.to_csl(), f"{path}: {date.edtf()}")
