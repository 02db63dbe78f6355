"""The types of RIS references as data for `litcli.formats.ris`."""

from litcli.model.types import BOOKS

TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "document": "GEN",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""CSL types and RIS types, both ways. A conference paper is a CONF: JabRef and Zotero take it for one, and know no CPAPER as well."""

TYPES_EXPORT_ONLY = {
    "broadcast": "VIDEO",
    "collection": "BOOK",
    "entry": "ENCYC",
    "event": "GEN",
    "interview": "PCOMM",
    "performance": "GEN",
    "review": "JOUR",
    "review-book": "JOUR",
    "treaty": "LEGAL",
}
"""CSL types that RIS does not tell from another."""

TYPES_IMPORT_ONLY = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "CHART": "figure",
    "CONFERENCE": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "EQUA": "figure",
    "GOVDOC": "report",
    "GRANT": "document",
    "INPR": "article-journal",
    "MULTI": "motion_picture",
    "SER": "book",
    "UNBILL": "bill",
    "UNPD": "article",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}

FROM_TYPES = TYPES_IMPORT_ONLY | {code: name for name, code in TYPES.items()}

SERIAL = BOOKS | {"report", "software", "map"}
"""Types whose T2 is a series."""
WHOLE = BOOKS | {"manuscript", "report", "thesis"}
"""Types whose SP is the number of pages."""
NUMBERED = frozenset({"bill", "hearing", "legislation", "legal_case", "patent", "regulation", "standard", "software", "document"})
"""Types whose number stands in M1."""
