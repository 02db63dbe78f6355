"""What an HTML page says of itself in its markup, as statements of a name and a value, in the order of the page.

Read are meta elements (Highwire's citation_*, Dublin Core, PRISM, EPrints, bepress, Open Graph, plain HTML), JSON-LD and COinS.
Nothing is interpreted here: which name means which field is `litcli.extract.base.embedded`'s. Left out is what speaks of other
works (lists of references, related items) and of the site.

What surprised us: JSON-LD often keeps the article as `mainEntity` of a page or as one of a `@graph` whose objects refer to each
other by `@id`; both are brought to one form, so that a name reads "scholarlyarticle.1.author.2.familyname".
"""

import json
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import islice
from urllib.parse import parse_qsl

from selectolax.lexbor import LexborHTMLParser, LexborNode

from litcli.model.record import Json
from litcli.pages.tags import words

_PREFIXES = (
    ("citation_", "highwire"),
    ("bepress_citation_", "bepress"),
    ("eprints.", "eprints"),
    ("dc.", "dc"),
    ("dc:", "dc"),
    ("dcterms.", "dc"),
    ("dcterms:", "dc"),
    ("prism.", "prism"),
    ("prism:", "prism"),
    ("og:", "og"),
    ("article:", "og"),
    ("book:", "og"),
)
_PLAIN = frozenset({"title", "author", "keywords", "description"})
"""Names without a prefix that are worth keeping, as vocabulary "html"."""

_OF_OTHERS = ("citation_reference", "dcterms.references", "dc.relation.references")

_LD_SKIPPED = words(
    "@context aggregaterating breadcrumb citation comment haspart image isrelatedto itemlistelement logo mentions offers "
    "potentialaction primaryimageofpage references relatedlink review thumbnail workexample"
)
"""Keys below which nothing speaks of the work itself."""

_LD_SITE = words(
    "breadcrumblist corporation imageobject listitem organization searchaction sitenavigationelement website wpfooter wpheader"
)
"""Types of objects that speak of the site."""

_LD_FOLLOWED = ("@graph", "mainEntity")
_MOST_STATEMENTS = 5_000
_MOST_FOLLOWED = 3
"""How many references by `@id` are followed inside each other: they may run in circles."""

_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

_MARKUP = (
    (re.compile(r"<(jats:)?title>\s*(?:abstract|summary)\s*</(?:jats:)?title>", re.IGNORECASE), " "),
    (re.compile(r"</?(?:jats:)?(?:i|b|em|strong|sub|sup|span|a|italic|bold|scp?)\b[^<>]{0,300}>", re.IGNORECASE), ""),
    (re.compile(r"</?(?:jats:)?(?:p|br|div|sec|title|ul|ol|li|h[1-6]|list|list-item)\b[^<>]{0,300}>", re.IGNORECASE), " "),
)
"""Tags that stand in values, and what stands for them. Left alone is what only looks like a tag ("p <0.05")."""


@dataclass(frozen=True)
class Statement:
    """One statement, not yet placed in the page's text."""

    vocabulary: str
    name: str
    value: str
    selector: str


@dataclass(frozen=True)
class Told:
    """All that a page states, and what could not be read of it."""

    statements: tuple[Statement, ...]
    doubts: tuple[str, ...]


def statements(tree: LexborHTMLParser) -> Told:
    """Return the page's statements about itself, each on one line."""
    doubts: list[str] = []
    told: list[Statement] = []
    for found in (_title(tree), _metas(tree), _linked_data(tree, doubts), _coins(tree, doubts)):
        told += islice(found, _MOST_STATEMENTS - len(told) + 1)
    if len(told) > _MOST_STATEMENTS:
        doubts.append(f"more than {_MOST_STATEMENTS} statements of metadata; the rest was left out")
    return Told(tuple(told[:_MOST_STATEMENTS]), tuple(doubts))


def _title(tree: LexborHTMLParser) -> Iterator[Statement]:
    node = tree.css_first("head > title")
    if node is not None:
        yield from _stated("html", "title", node.text(), "head > title")


def _metas(tree: LexborHTMLParser) -> Iterator[Statement]:
    for node, place in _numbered(tree.css("meta")):
        content = node.attributes.get("content")
        for attribute in ("name", "property"):
            name = (node.attributes.get(attribute) or "").strip()
            vocabulary = _vocabulary(name.lower())
            if content and vocabulary:
                quoted = "" if '"' in name or "\\" in name else f'[{attribute}="{name}"]'
                yield from _stated(vocabulary, name.lower(), content, f"meta{quoted}{place}")
                break


def _vocabulary(name: str) -> str | None:
    if name.startswith(_OF_OTHERS):
        return None
    if name in _PLAIN:
        return "html"
    return next((vocabulary for prefix, vocabulary in _PREFIXES if name.startswith(prefix)), None)


def _linked_data(tree: LexborHTMLParser, doubts: list[str]) -> Iterator[Statement]:
    numbers: Counter[str] = Counter()
    for node, place in _numbered(tree.css("script")):
        if not (node.attributes.get("type") or "").strip().lower().startswith("application/ld+json"):
            continue
        try:
            data: Json = json.loads(_WRAPPING.sub("", node.text().strip()), strict=False)
        except (ValueError, RecursionError):
            doubts.append("JSON-LD that is broken; it was left out")
            continue
        selector = f"script[type]{place}"
        for path, value in _flattened(data, numbers):
            yield from _stated("json-ld", path, value, selector)


def _flattened(data: Json, numbers: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield (path, value) for each leaf of each object that stands on its own."""
    tops = list(_tops(data))
    known = {str(top["@id"]): top for top in tops if "@id" in top}
    for top in tops:
        type_ = _type(top)
        if type_ not in _LD_SITE:
            numbers[type_] += 1
            yield from _leaves(f"{type_}.{numbers[type_]}", top, known)


def _tops(data: Json) -> Iterator[dict[str, Json]]:
    waiting = deque([data])
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item[key] for key in _LD_FOLLOWED if key in item)
            if item.keys() - {"@context", "@graph"}:
                yield item


def _type(item: Mapping[str, Json]) -> str:
    type_ = item.get("@type")
    first = type_[0] if isinstance(type_, list) and type_ else type_
    return re.split(r"[/:#]", first)[-1].lower() if isinstance(first, str) else "thing"


def _leaves(path: str, top: dict[str, Json], known: Mapping[str, dict[str, Json]]) -> Iterator[tuple[str, str]]:
    waiting: list[tuple[str, Json, int]] = [(path, top, 0)]
    while waiting:
        at, item, followed = waiting.pop()
        if isinstance(item, list):
            waiting += reversed([(f"{at}.{number}", value, followed) for number, value in enumerate(item, 1)])
        elif isinstance(item, dict):
            target = known.get(str(item["@id"])) if item.keys() == {"@id"} else None
            if target is not None and followed < _MOST_FOLLOWED:
                item, followed = target, followed + 1
            waiting += reversed([(f"{at}.{key.lower()}", value, followed) for key, value in item.items() if _kept(key)])
        elif item is not None and not isinstance(item, bool):
            yield at, str(item)


def _kept(key: str) -> bool:
    return key.lower() not in _LD_SKIPPED and key not in _LD_FOLLOWED


def _coins(tree: LexborHTMLParser, doubts: list[str]) -> Iterator[Statement]:
    for node, place in _numbered(tree.css("span")):
        if "Z3988" not in (node.attributes.get("class") or "").split():
            continue
        try:
            pairs = parse_qsl((node.attributes.get("title") or "").replace("&amp;", "&"), max_num_fields=500)
        except ValueError:
            doubts.append("COinS that is broken; it was left out")
            continue
        for name, value in pairs:
            if name.lower().startswith(("rft.", "rft_")):
                yield from _stated("coins", name.lower(), value, f"span.Z3988{place}")


def _numbered(nodes: Iterable[LexborNode]) -> Iterator[tuple[LexborNode, str]]:
    """Yield each node of one kind with the selector of its place among its siblings of that kind."""
    counts: Counter[int] = Counter()
    for node in nodes:
        parent = node.parent.mem_id if node.parent is not None else 0
        counts[parent] += 1
        yield node, f":nth-of-type({counts[parent]})"


def _stated(vocabulary: str, name: str, value: str, selector: str) -> Iterator[Statement]:
    """Yield one statement, on one line, as a reader would see its value."""
    value = on_one_line(value)
    if value:
        yield Statement(vocabulary, " ".join(name.split()), value, selector)


def on_one_line(value: str) -> str:
    r"""Return a value as a reader would see it: entities that were escaped twice and tags resolved, white space collapsed.

    >>> on_one_line("On &lt;i&gt;Apis&lt;/i&gt;\n in R&amp;amp;D")
    'On Apis in R&D'
    """
    for pattern, instead in _MARKUP if "<" in value or "&" in value else ():
        value = pattern.sub(instead, unescape(value))
    return " ".join(_CONTROL.sub(" ", value).split())
