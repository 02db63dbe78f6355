"""What EndNote calls a kind of work, and the number of it: one table for its XML and whatever else bears its names."""

from typing import NamedTuple


class RefType(NamedTuple):
    """One of EndNote's reference types."""

    name: str
    number: int


BOTH_WAYS = {
    "article": RefType("Unpublished Work", 34),
    "article-journal": RefType("Journal Article", 17),
    "article-magazine": RefType("Magazine Article", 19),
    "article-newspaper": RefType("Newspaper Article", 23),
    "bill": RefType("Bill", 4),
    "book": RefType("Book", 6),
    "chapter": RefType("Book Section", 5),
    "classic": RefType("Classical Work", 49),
    "dataset": RefType("Dataset", 59),
    "document": RefType("Generic", 13),
    "entry-dictionary": RefType("Dictionary", 52),
    "entry-encyclopedia": RefType("Encyclopedia", 53),
    "figure": RefType("Figure", 37),
    "graphic": RefType("Artwork", 2),
    "hearing": RefType("Hearing", 14),
    "legal_case": RefType("Case", 7),
    "legislation": RefType("Statute", 31),
    "manuscript": RefType("Manuscript", 36),
    "map": RefType("Map", 20),
    "motion_picture": RefType("Film or Broadcast", 21),
    "pamphlet": RefType("Pamphlet", 24),
    "paper-conference": RefType("Conference Proceedings", 10),
    "patent": RefType("Patent", 25),
    "periodical": RefType("Serial", 57),
    "personal_communication": RefType("Personal Communication", 26),
    "post-weblog": RefType("Blog", 56),
    "regulation": RefType("Legal Rule or Regulation", 50),
    "report": RefType("Report", 27),
    "software": RefType("Computer Program", 9),
    "song": RefType("Music", 61),
    "standard": RefType("Standard", 58),
    "thesis": RefType("Thesis", 32),
    "webpage": RefType("Web Page", 12),
}
"""CSL types and EndNote's. A paper in proceedings is one of the "Conference Proceedings", as EndNote's own template has it."""

EXPORT_ONLY = {
    "broadcast": "Film or Broadcast",
    "collection": "Book",
    "entry": "Encyclopedia",
    "event": "Generic",
    "interview": "Personal Communication",
    "musical_score": "Music",
    "performance": "Generic",
    "post": "Web Page",
    "review": "Journal Article",
    "review-book": "Journal Article",
    "speech": "Conference Paper",
    "treaty": "Legal Rule or Regulation",
}
"""CSL types that EndNote does not tell from another."""

IMPORT_ONLY = {
    RefType("Audiovisual Material", 3): "motion_picture",
    RefType("Catalog", 8): "book",
    RefType("Edited Book", 28): "book",
    RefType("Chart or Table", 38): "figure",
    RefType("Equation", 39): "figure",
    RefType("Electronic Article", 43): "article-journal",
    RefType("Electronic Book", 44): "book",
    RefType("Online Database", 45): "dataset",
    RefType("Government Document", 46): "report",
    RefType("Conference Paper", 47): "paper-conference",
    RefType("Online Multimedia", 48): "webpage",
    RefType("Ancient Text", 51): "classic",
    RefType("Grant", 54): "document",
    RefType("Aggregated Database", 55): "dataset",
    RefType("Electronic Book Section", 60): "chapter",
    RefType("Interview", 0): "interview",
    RefType("Podcast", 0): "song",
    RefType("Preprint", 0): "article",
    RefType("Press Release", 0): "report",
    RefType("Discussion Forum", 0): "post",
    RefType("Social Media", 0): "post",
    RefType("Television Episode", 0): "broadcast",
    RefType("Multimedia Application", 0): "software",
}
"""EndNote's further types; 0 where the number differs from version to version."""

_NAMED = {kind.name: kind for kind in (*BOTH_WAYS.values(), *IMPORT_ONLY)}
_BY_NAME = {kind.name.casefold(): csl for kind, csl in IMPORT_ONLY.items()} | {
    kind.name.casefold(): csl for csl, kind in BOTH_WAYS.items()
}
_BY_NUMBER = {str(kind.number): csl for kind, csl in IMPORT_ONLY.items() if kind.number} | {
    str(kind.number): csl for csl, kind in BOTH_WAYS.items()
}


def outward(csl: str) -> RefType:
    """Return what EndNote calls a CSL type.

    >>> outward("speech"), outward("book")
    (RefType(name='Conference Paper', number=47), RefType(name='Book', number=6))
    """
    return BOTH_WAYS.get(csl) or _NAMED[EXPORT_ONLY.get(csl, "Generic")]


def inward(name: str, number: str) -> str | None:
    """Return the CSL type of one of EndNote's, by its name or else by its number; Mendeley writes wrong numbers.

    >>> inward("Report", "10"), inward("", "17"), inward("Custom 3", "")
    ('report', 'article-journal', None)
    """
    return _BY_NAME.get(name.strip().casefold()) or (None if name.strip() else _BY_NUMBER.get(number.strip()))
