"""COinS as rows that the table of names understands: what "title" means there depends on the genre.

A page with one COinS speaks of its own work. One with several different ones is a list, or cites others, so none is read.
"""

from dataclasses import replace

from litcli.pages.page import Embedded, Page

_GENRES = {
    "article": "rft.jtitle",
    "bookitem": "rft.inbook",
    "proceeding": "rft.inproceedings",
    "conference": "rft.inproceedings",
}
"""What the title of the whole means, by the genre of the part; the names are those of `embedded_names`."""

_WHOLES = ("rft.jtitle", "rft.btitle", "rft.title")


def rows(page: Page) -> list[Embedded]:
    """Return the pairs of the page's only COinS, with names that mean one thing each."""
    groups: dict[str, list[Embedded]] = {}
    for row in page.embedded:
        if row.vocabulary == "coins":
            groups.setdefault(row.selector, []).append(row)
    distinct = {tuple((row.name, page.text[row.start : row.end]) for row in group) for group in groups.values()}
    return _named(page, next(iter(groups.values()))) if len(distinct) == 1 else []


def _named(page: Page, group: list[Embedded]) -> list[Embedded]:
    values = {row.name: page.text[row.start : row.end] for row in reversed(group)}
    part = "rft.atitle" in values
    genre = values.get("rft.genre", "article" if "journal" in values.get("rft_val_fmt", "") else "bookitem")
    renamed = []
    for row in group:
        if row.name in _WHOLES:
            whole = _GENRES.get(genre, "rft.jtitle")
            renamed.append(replace(row, name=whole if part or row.name == "rft.jtitle" else "rft.atitle"))
        else:
            renamed.append(row)
    return renamed
