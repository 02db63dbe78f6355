"""The types of CSL 1.0.2 (appendix III), each with the words that people use for it."""

import difflib
import re
from types import MappingProxyType

TYPES = MappingProxyType({
    "article": "Preprint or article",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "bill": "Bill",
    "book": "Book",
    "broadcast": "Broadcast",
    "chapter": "Book chapter",
    "classic": "Classic work",
    "collection": "Collection",
    "dataset": "Dataset",
    "document": "Document",
    "entry": "Entry",
    "entry-dictionary": "Dictionary entry",
    "entry-encyclopedia": "Encyclopedia entry",
    "event": "Event",
    "figure": "Figure",
    "graphic": "Graphic",
    "hearing": "Hearing",
    "interview": "Interview",
    "legal_case": "Legal case",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Film",
    "musical_score": "Musical score",
    "pamphlet": "Pamphlet",
    "paper-conference": "Conference paper",
    "patent": "Patent",
    "performance": "Performance",
    "periodical": "Periodical",
    "personal_communication": "Personal communication",
    "post": "Post",
    "post-weblog": "Blog post",
    "regulation": "Regulation",
    "report": "Report",
    "review": "Review",
    "review-book": "Book review",
    "software": "Software",
    "song": "Song or recording",
    "speech": "Talk",
    "standard": "Standard",
    "thesis": "Thesis",
    "treaty": "Treaty",
    "webpage": "Web page",
})  # fmt: skip
"""CSL type to its label."""

ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
"""Types that stand in a periodical."""

BOOKS = frozenset({"book", "collection", "classic"})
"""Types that are a volume by themselves."""

ALIASES = MappingProxyType({
    "preprint": "article",
    "eprint": "article",
    "article": "article",
    "journal": "article-journal",
    "paper": "article-journal",
    "magazine": "article-magazine",
    "news": "article-newspaper",
    "monograph": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "proceedings": "book",
    "data": "dataset",
    "film": "motion_picture",
    "video": "motion_picture",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "dissertation": "thesis",
    "techreport": "report",
    "presentation": "speech",
    "talk": "speech",
    "lecture": "speech",
    "code": "software",
    "blog": "post-weblog",
    "website": "webpage",
    "misc": "document",
    "other": "document",
})  # fmt: skip
"""Other words that people type."""


def find(text: str) -> str | None:
    """Return the CSL type that a person means by its name, its label or another word for it; None where there is none.

    >>> find("Journal article"), find("paper_conference"), find("phdthesis"), find("poem")
    ('article-journal', 'paper-conference', 'thesis', None)
    """
    return _BY_WORD.get(_bare(text))


def near(text: str) -> tuple[str, ...]:
    """Return the types whose names are near a mistyped one, the nearest first.

    >>> near("artcle-journal")
    ('article-journal',)
    """
    close = difflib.get_close_matches(_bare(text), _BY_WORD, n=3, cutoff=0.75)
    return tuple(dict.fromkeys(_BY_WORD[word] for word in close))[:2]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


_BY_WORD = {
    **{_bare(word): type_ for word, type_ in ALIASES.items()},
    **{_bare(label): type_ for type_, label in TYPES.items()},
    **{_bare(type_): type_ for type_ in TYPES},
}
