"""Entries as the items that a style gets: CSL-JSON, with what styles and pandoc need to print them right.

One step after the other changes an item for one reason, each told beside it: names (`persons`), titles (`titles`), and what a style
would leave out, which is given where it does print (`places`). What surprised us:

- Lines such as "issued: 1999" in a note count as variables for citeproc. Those of variables that no field of ours holds are wanted
  ("medium: DVD", see `litcli.model.csl`); a field's own value is never overruled by a note.
- APA prints any status; beside a date, "Published" says nothing.
- Half of the styles ask for `event`, as CSL 1.0.1 called `event-title`.
- Styles expect an abbreviated title with full stops and whole ranges of pages ("123-145"), and cut them as their manuals say.
"""

import re
from collections.abc import Callable

from litcli.citations import places
from litcli.citations.abbreviations import dotted
from litcli.citations.persons import are_groups, persons
from litcli.citations.prepare import ARTICLE_NUMBER, GROUPS_ONLY, IN_PRESS
from litcli.citations.target import Target
from litcli.citations.titles import titles
from litcli.model.csl import CslItem, to_item
from litcli.model.dates import pending
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, Kind
from litcli.model.numbers import page_bounds
from litcli.model.record import Record, day, people, text, words


def item(entry: Entry, target: Target) -> CslItem:
    """Return the item that a style gets for an entry."""
    made = to_item(entry.citekey, entry.record)
    made.pop("custom", None)
    for step in _STEPS:
        step(made, entry.record, target)
    return made


def _put_texts(made: CslItem, record: Record, target: Target) -> None:
    made |= {name: found[0] for name in ("ISBN", "ISSN") if (found := words(record, name))}
    made |= titles(record, target.style)
    if note := text(record, "note"):
        made["note"] = _LIKE_FIELD.sub("", note)
    if short := text(record, "container-title-short"):
        made["container-title-short"] = dotted(short, text(record, "container-title") or "")
    if (event := text(record, "event-title")) and event not in (text(record, "container-title") or ""):
        made["event"] = made["event-title"]
    if bounds := page_bounds(text(record, "page") or ""):
        made["page"] = "-".join(bounds)


_LIKE_FIELD = re.compile(rf"^\s*(?:{'|'.join(BY_NAME)})\s*:.*$|\{{:.*?\}}", re.IGNORECASE | re.MULTILINE)


def _put_persons(made: CslItem, record: Record, target: Target) -> None:
    made |= {name: persons(record, name, target) for name in _NAMES if name in made}
    if are_groups(persons(record, "author", target)):
        made[GROUPS_ONLY] = "yes"


_NAMES = tuple(row.name for row in BY_NAME.values() if row.kind is Kind.NAMES and row.csl)


def _put_publisher(made: CslItem, record: Record, target: Target) -> None:
    """Name a group once that wrote and published a work: for APA it is the author, for MLA the publisher."""
    publisher = text(record, "publisher")
    if publisher is None or publisher not in [author.get("literal") for author in people(record, "author")]:
        return
    if target.family == "apa":
        del made["publisher"]
    elif target.is_one_of("modern-language-association") and len(people(record, "author")) == 1:
        del made["author"]


def _put_genre(made: CslItem, record: Record, target: Target) -> None:
    """Say what APA calls a poster in English, and make an article of a review whose title says that it is one.

    Styles would print such a review as the review of a review.
    """
    if target.family == "apa" and target.words.english and made["type"] == "speech" and text(record, "genre") in _SHOWN_AT:
        made["genre"] = f"{record['genre']} presentation"
    if made["type"] == "review-book" and _REVIEW.search(text(record, "title") or ""):
        made["type"] = "article-journal"


_SHOWN_AT = ("Poster", "Paper", "Oral", "Conference", "Keynote")
_REVIEW = re.compile(r"review|rezension|reseñ|recensi|compte rendu|besprechung|resenha", re.IGNORECASE)


def _put_address(made: CslItem, record: Record, target: Target) -> None:
    """Have IEEE say "[Online]", which pandoc leaves out where no day of access is stated, and Nature print a DOI once."""
    if target.family == "ieee" and "URL" in made and not {"DOI", "accessed", "medium"} & made.keys():
        made["medium"] = target.words.of("Online")
    if target.family == "nature" and made["type"] == "article-journal" and not {"volume", "page", "number"} & record.keys():
        made |= {"URL": f"https://doi.org/{made.pop('DOI')}"} if "DOI" in made else {}


def _put_preprint(made: CslItem, record: Record, target: Target) -> None:
    """Say in CSL's variables that a preprint lies at arXiv; a published work's preprint is left out.

    APA and IEEE print the number, beside which IEEE has no address; the other styles make do with the DOI or the address.
    """
    if "arXiv" not in record:
        return
    identifier = words(record, "arXiv")[0]
    if made.get("archive") == "arXiv":
        del made["archive"], made["archive_location"]
    if text(record, "type") != "article":
        return
    if target.family in {"apa", "ieee"}:
        made["number"] = f"arXiv:{identifier}"
    elif "arxiv" in (text(record, "number") or "").casefold():
        del made["number"]
    if target.family != "ieee":
        made.setdefault("publisher", "arXiv")
    elif text(record, "publisher") == "arXiv":
        del made["publisher"]
    if "DOI" not in record and target.family != "ieee":
        made.setdefault("URL", f"https://arxiv.org/abs/{identifier}")


def _put_status(made: CslItem, record: Record, target: Target) -> None:
    """Say of a work without a date that it is in press: as its status, where a style prints one, or as its date.

    AMA has "In press" where volume and pages would be; as a date it would be "Published online in press".
    """
    made.pop("status", None)
    issued = day(record, "issued") or {}
    status = pending(issued.get("literal", "")) or pending(text(record, "status") or "")
    if "date-parts" in issued or status is None:
        return
    status = target.words.of(status)
    undated: CslItem = {name: value for name, value in made.items() if name != "issued"}
    made.pop("issued", None)
    if "status" in target.reach.printed({**undated, "status": status}):
        made["status"] = status[0].lower() + status[1:]
    elif target.is_one_of("american-medical-association") and "page" not in made:
        made |= {"page": status[0].upper() + status[1:], ARTICLE_NUMBER: "yes"}
    else:
        made |= {"issued": {"literal": status}, IN_PRESS: "yes"}
    if target.is_one_of("harvard-cite-them-right") and made["type"] == "article-journal":
        made["type"] = "article-magazine"  # that of a journal is a [Preprint] there, as long as it has no pages


_Step = Callable[[CslItem, Record, Target], None]
_STEPS: tuple[_Step, ...] = (
    _put_texts,
    _put_persons,
    _put_publisher,
    _put_genre,
    _put_address,
    _put_preprint,
    places.put_patent,
    _put_status,
    places.put_type,
    places.put_article_number,
    places.put_behind_title,
)
