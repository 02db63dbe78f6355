"""The types of entries, kinds of work and languages of BibTeX and biblatex, as data for `litcli.formats.bibtex`."""

from litcli.model.types import BOOKS, TYPES

IN_BOOKS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})

ENTRY_TYPES = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "document": "misc",
}
"""CSL types and their entry types, both ways; a master's thesis is a `mastersthesis`."""

SUBTYPES = {
    **{name: ("misc", name) for name in TYPES if name not in ENTRY_TYPES},
    **{name: ("book", name) for name in sorted(BOOKS) if name not in ENTRY_TYPES},
    **{name: ("incollection", name) for name in sorted(IN_BOOKS) if name not in ENTRY_TYPES},
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
    "review": ("article", "review"),
    "review-book": ("article", "review-book"),
}
"""CSL types that share an entry type, and what `entrysubtype` says of them, both ways."""

TYPES_IMPORT_ONLY = {
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "report": "report",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "conference": "paper-conference",
    "proceedings": "book",
    "mvproceedings": "book",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "reference": "book",
    "mvreference": "book",
    "inreference": "entry-encyclopedia",
    "manual": "report",
    "suppperiodical": "article-journal",
    "periodical": "periodical",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "standard": "standard",
    "review": "review",
    "artwork": "graphic",
    "image": "graphic",
    "audio": "song",
    "music": "song",
    "video": "motion_picture",
    "movie": "motion_picture",
    "letter": "personal_communication",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
}

GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
"""Entry types that say a kind of thesis, and biblatex's keys for kinds of work."""

LANGUAGES = {
    "en": "english",
    "en-US": "american",
    "en-GB": "british",
    "de": "ngerman",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "pt-BR": "brazilian",
    "nl": "dutch",
    "sv": "swedish",
    "da": "danish",
    "nb": "norsk",
    "nn": "nynorsk",
    "fi": "finnish",
    "is": "icelandic",
    "pl": "polish",
    "cs": "czech",
    "sk": "slovak",
    "sl": "slovene",
    "hu": "magyar",
    "ro": "romanian",
    "ru": "russian",
    "uk": "ukrainian",
    "bg": "bulgarian",
    "el": "greek",
    "tr": "turkish",
    "ca": "catalan",
    "hr": "croatian",
    "sr": "serbian",
    "et": "estonian",
    "lv": "latvian",
    "lt": "lithuanian",
    "eu": "basque",
}
"""Codes of languages and babel's names, both ways; a language that is not here stands as its code."""

FROM_CODES = {name: code for code, name in LANGUAGES.items()}
FROM_ENTRY_TYPES = TYPES_IMPORT_ONLY | {entry_type: name for name, entry_type in ENTRY_TYPES.items()}
FROM_SUBTYPES = {pair: name for name, pair in SUBTYPES.items()} | {("misc", "document"): "document"}
