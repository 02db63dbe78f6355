"""The front matter of a note in Markdown: a head in YAML, which states title, authors and date of what the note is about.

A text goes in, out come statements of embedded metadata, each where its value stands in the text; nothing is moved. Which name
means which field is `litcli.extract.base.embedded_names`'s. What surprised us: authors are a list of names, of objects with a
name and an ORCID iD, or one line of names; and a note that begins with a rule ("---") has no front matter.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.pages.page import Embedded

if TYPE_CHECKING:
    from yaml import MappingNode, Node, ScalarNode

_RULE = "---\n"
_ENDS = ("\n---\n", "\n...\n")
_LONGEST = 32 * 1024
_NAMES = {
    "author": "yaml.author", "authors": "yaml.author", "editor": "yaml.editor", "editors": "yaml.editor", "title": "yaml.title",
    "date": "yaml.date", "year": "yaml.year", "issued": "yaml.year", "journal": "yaml.journal", "container-title": "yaml.journal",
    "volume": "yaml.volume", "issue": "yaml.issue", "pages": "yaml.pages", "page": "yaml.pages", "doi": "yaml.doi",
    "issn": "yaml.issn", "isbn": "yaml.isbn", "publisher": "yaml.publisher", "lang": "yaml.language", "language": "yaml.language",
    "keywords": "yaml.keywords", "tags": "yaml.tags", "abstract": "yaml.abstract",
}  # fmt: skip
"""What the keys of writers are called here, which name one thing differently; other keys are the site's."""


def statements(text: str) -> tuple[Embedded, ...]:
    r"""Return what the front matter of a text states; nothing where it has none, or none with a title.

    >>> found = statements("---\ntitle: Dew on silk\nauthors: [Anna Holt]\n---\nWe saw dew.\n")
    >>> [one.name for one in found]
    ['yaml.title', 'yaml.author']
    """
    block = _block(text)
    if not block:
        return ()
    import yaml

    try:
        head = yaml.compose(block, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError:
        return ()
    if not isinstance(head, yaml.MappingNode):
        return ()
    found = tuple(_stated(text, head))
    return found if any(one.name == "yaml.title" for one in found) else ()


def _block(text: str) -> str:
    """Return the front matter with the rule above it, so that places in it are places in the text."""
    if not text.startswith(_RULE):
        return ""
    stops = [stop for end in _ENDS if (stop := f"{text[:_LONGEST]}\n".find(end, len(_RULE) - 1)) >= 0]
    return text[: min(stops) + 1] if stops else ""


def _stated(text: str, head: "MappingNode") -> Iterator[Embedded]:
    for key, value in head.value:
        name = _NAMES.get(str(key.value).casefold(), "")
        if not name:
            continue
        for item in value.value if value.id == "sequence" else (value,):
            if item.id == "mapping":
                yield from _person(text, name, item)
            elif item.id == "scalar":
                many = name in {"yaml.author", "yaml.editor"} and value is item
                yield from _placed(text, f"{name}s" if many else name, item)


def _person(text: str, name: str, person: "MappingNode") -> Iterator[Embedded]:
    """Yield name and ORCID iD of somebody who is an object with both."""
    told: dict[str, Node] = {str(key.value).casefold(): value for key, value in person.value}
    for key, meant in (("name", name), ("orcid", f"{name}.orcid")):
        if (value := told.get(key)) and value.id == "scalar":
            yield from _placed(text, meant, value)


def _placed(text: str, name: str, value: "ScalarNode") -> Iterator[Embedded]:
    """Yield a value where it stands, without what quotes it; none that is written otherwise than it reads."""
    start, end = value.start_mark.index, value.end_mark.index
    if value.style in {"|", ">"}:
        start = text.find("\n", start, end) + 1 or end
    elif value.style in {"'", '"'}:
        start, end = start + 1, end - 1
    if text.startswith("[[", start) and text.endswith("]]", start, end):
        start, end = start + 2, end - 2
    start, end = end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
    if start < end and "".join(text[start:end].split()) in "".join(value.value.split()):
        yield Embedded("yaml", name, start, end, "")
