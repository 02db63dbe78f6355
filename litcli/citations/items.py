"""Entries as the items that a style gets: CSL-JSON, with what styles and pandoc need to print them right.

- An article number stands in `number`, which many styles never print for an article (Nature, Harvard): for those it takes the
  place of the pages. `litcli.citations.bibliography` finds out for which. So it does where no journal is stated, because APA and
  Chicago then print it twice.
- Preprints: "arXiv" is the publisher; APA and IEEE print the number, the other styles make do with the DOI or the address.
- Lines such as "issued: 1999" in a note count as variables for citeproc. Those of variables that no field of ours holds are
  wanted ("medium: DVD", see `litcli.model.csl`); a field's own value is never overruled by a note.
- APA prints any status; beside a date, "Published" says nothing.
- APA does not name a publisher who is the author.
- Where the page leaves authors out, a last one of the name "others" has pandoc print "et al.".
- Title case must leave alone what only looks like a lower-case word: "p53", "β-blockers", "c-Myc".
"""

import re
from collections.abc import Collection

from litcli.citations.prepare import ARTICLE_NUMBER
from litcli.model.csl import CslItem, to_item
from litcli.model.dates import pending
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME
from litcli.model.record import CslName, Record, people, text, words

LOCATED = ("article-journal", "article-magazine", "paper-conference")
"""The types whose `number` is an article number."""


def item(entry: Entry, style: str, *, as_page: Collection[str] = ()) -> CslItem:
    """Return the item that a style gets for an entry; `as_page` names the types whose article number takes the pages' place."""
    record = entry.record
    made = to_item(entry.citekey, _with_others(record))
    made.pop("custom", None)
    made |= {name: found[0] for name in ("ISBN", "ISSN") if (found := words(record, name))}
    made |= {name: _held(title) for name in _TITLES if (title := text(record, name))}
    made.pop("status", None)
    if not record.get("issued") and (status := pending(text(record, "status") or "")):
        made["status"] = status
    if note := text(record, "note"):
        made["note"] = _LIKE_FIELD.sub("", note)
    family = style.partition("-")[0]
    if family == "apa" and text(record, "publisher") in [author.get("literal", "") for author in people(record, "author")]:
        del made["publisher"]
    if "arXiv" in record:
        _preprint(made, record, family)
    if has_article_number(record) and (text(record, "type") in as_page or "container-title" not in record):
        made |= {"page": made.pop("number"), ARTICLE_NUMBER: "yes"}
    return made


def _with_others(record: Record) -> Record:
    authors = people(record, "author")
    if not authors or "authors-incomplete" not in record:
        return record
    left_out: CslName = {"literal": "others"}
    return {**record, "author": [*authors, left_out]}


def has_article_number(record: Record) -> bool:
    """Tell whether an article is located by a number instead of pages."""
    return text(record, "type") in LOCATED and "number" in record and "page" not in record


_TITLES = ("title", "container-title", "collection-title", "event-title")
_LOWER = re.compile(r"(?<![\w<&/])(?:[a-z]\d\w*|[a-z](?=-[A-Z])|[α-ωά-ώ]\w*)(?!\w)")
"""Words that title case would spoil: a letter with digits, a letter before a capital, Greek."""


def _held(title: str) -> str:
    return _LOWER.sub(r'<span class="nocase">\g<0></span>', title)


_LIKE_FIELD = re.compile(rf"^\s*(?:{'|'.join(BY_NAME)})\s*:.*$|\{{:.*?\}}", re.IGNORECASE | re.MULTILINE)

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
