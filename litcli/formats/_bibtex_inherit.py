"""What an entry takes from others: by `crossref` from the volume that it stands in, by `xdata` from data kept apart.

The rules are BibLaTeX's (appendix B of its manual) as data: what a title becomes depends on both types, a field that the entry has is
never replaced, and a parent may have parents. We leave out more than BibLaTeX does: the DOI, address, pages and abstract of a volume
are not those of a paper in it.
"""

from collections.abc import Mapping, Sequence

Fields = Sequence[tuple[str, str]]
"""Names in lower case, and their values as LaTeX."""
Parents = Mapping[str, tuple[str, Fields]]
"""Type and fields of each entry, by its key in lower case."""

PARTS_OF_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
PARTS_OF_COLLECTIONS = frozenset({"incollection", "inreference", "suppcollection"})
PAPERS = frozenset({"inproceedings", "conference"})
PARTS = PARTS_OF_BOOKS | PARTS_OF_COLLECTIONS | PAPERS
VOLUMES = frozenset({"book", "collection", "reference", "proceedings"})
SETS = frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"})
ARTICLES = frozenset({"article", "suppperiodical", "review"})


def _titles(prefix: str) -> dict[str, str]:
    return {"title": f"{prefix}title", "subtitle": f"{prefix}subtitle", "titleaddon": f"{prefix}titleaddon"}


RENAMED = (
    (SETS, PARTS | VOLUMES, _titles("main")),
    (VOLUMES, PARTS, _titles("book")),
    (frozenset({"periodical"}), ARTICLES, _titles("journal")),
)
"""Types of the parent, types of the child, and what the parent's fields are in the child."""

NEVER = frozenset(
    (
        "crossref xref xdata ids entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype "
        "shortauthor shorteditor shorthand shorthandintro shorttitle sortkey sortname sortshorthand sorttitle sortyear indextitle "
        "indexsorttitle key keywords keyword abstract note annotation annote doi url urldate eprint eprinttype eprintclass archiveprefix "
        "primaryclass file groups comment pages pagetotal pmid pmcid timestamp owner"
    ).split()
)
"""Fields that are the parent's own."""

_DEEPEST = 5
"""Parents of parents; more is a circle."""


def inherited(entry_type: str, fields: Fields, parents: Parents, depth: int = 0) -> list[tuple[str, str]]:
    """Return what an entry takes from others, where it has none of its own.

    >>> proceedings = ("proceedings", [("title", "Proc"), ("year", "2013"), ("doi", "10.1000/1")])
    >>> inherited("inproceedings", [("title", "One"), ("crossref", "P")], {"p": proceedings})
    [('booktitle', 'Proc'), ('year', '2013')]
    """
    own = {name: value for name, value in reversed(fields)}  # noqa: C416  the first one of a name counts
    found: list[tuple[str, str]] = []
    if depth >= _DEEPEST:
        return found
    for name in ("xdata", "crossref"):
        for key in own.get(name, "").split(","):
            parent = parents.get(key.strip().casefold())
            if parent:
                lent = [*parent[1], *inherited(*parent, parents, depth + 1)]
                found += _lent(parent[0], entry_type, lent) if name == "crossref" else [one for one in lent if one[0] != "xdata"]
    first = dict(reversed(found))
    return [(name, first.pop(name)) for name, _ in found if name in first and not own.keys() & _same(name)]


def _lent(parent_type: str, entry_type: str, fields: Fields) -> list[tuple[str, str]]:
    renamed: Mapping[str, str] = next(
        (names for parents, children, names in RENAMED if parent_type in parents and entry_type in children), {}
    )
    return [(renamed.get(name, name), value) for name, value in fields if name not in NEVER]


def _same(name: str) -> frozenset[str]:
    return next((names for names in _SYNONYMS if name in names), frozenset({name}))


_SYNONYMS = (
    frozenset({"date", "year"}),
    frozenset({"journal", "journaltitle"}),
    frozenset({"address", "location"}),
    frozenset({"booktitle"}),
)
"""Names of one field: an entry with a `year` takes no `date`."""
