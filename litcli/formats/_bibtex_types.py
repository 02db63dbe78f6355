"""The subtypes of entries, kinds of work and languages of BibTeX and biblatex, as data for `litcli.formats.bibtex`."""

from litcli.model.type_codes import BIBTEX
from litcli.model.types import BOOKS, TYPES

IN_BOOKS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})

SUBTYPES = {
    **{name: ("misc", name) for name in TYPES if name not in BIBTEX},
    **{name: ("book", name) for name in sorted(BOOKS) if name not in BIBTEX},
    **{name: ("incollection", name) for name in sorted(IN_BOOKS) if name not in BIBTEX},
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
    "review": ("article", "review"),
    "review-book": ("article", "review-book"),
}
"""CSL types that share an entry type, and what `entrysubtype` says of them, both ways."""

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
FROM_SUBTYPES = {pair: name for name, pair in SUBTYPES.items()} | {("misc", "document"): "document"}
