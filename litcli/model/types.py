"""The types of entries: those of CSL 1.0.2 (appendix III), and the words by which a person means them."""

from collections.abc import Iterator
from types import MappingProxyType

TYPES: tuple[str, ...] = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
)

_MEANT = MappingProxyType(
    {
        "article": ("article", "article-journal", "article-magazine", "article-newspaper"),
        "preprint": ("article",),
        "dissertation": ("thesis",),
        "website": ("webpage",),
        "film": ("motion_picture",),
    }
)
"""Words that mean other types than their letters say; a bare "article" is CSL's preprint, which few mean by it."""


def meant(word: str) -> tuple[str, ...]:
    """Return the types that a person means by a word, in any case; empty where there are none.

    >>> meant("conference"), meant("Preprint"), meant("book"), meant("paper*"), meant("boook")
    (('paper-conference',), ('article',), ('book',), ('paper-conference',), ())
    """
    asked = word.casefold()
    if asked.endswith("*"):
        return tuple(name for name in TYPES if name.startswith(asked[:-1]))
    if asked in _MEANT or asked in TYPES:
        return _MEANT.get(asked, (asked,))
    return tuple(name for name in TYPES if asked in name.replace("_", "-").split("-"))


def words() -> Iterator[str]:
    """Yield the words by which types may be asked for."""
    yield from TYPES
    yield from (word for word in _MEANT if word not in TYPES)
