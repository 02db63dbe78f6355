"""What BibTeX and BibLaTeX call kinds of work and languages, as data."""

from litcli.model.type_codes import BIBTEX, FROM_BIBTEX
from litcli.model.types import BOOKS, TYPES

IN_BOOKS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
ONLINE = frozenset({"webpage", "post", "post-weblog", "article"})
"""Types that BibLaTeX has as `@online`."""

_SHARED = {
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
}

SUBTYPES = {
    **{name: ("misc", name) for name in TYPES if name not in BIBTEX},
    **{name: ("book", name) for name in sorted(BOOKS) if name not in BIBTEX},
    **{name: ("incollection", name) for name in sorted(IN_BOOKS) if name not in BIBTEX},
    **_SHARED,
    "review": ("article", "review"),
    "review-book": ("article", "review-book"),
}
"""CSL types that share an entry type in BibTeX, and what `entrysubtype` says of them, both ways."""

BIBLATEX = {
    **{name: (entry_type, "") for name, entry_type in BIBTEX.items()},
    **SUBTYPES,
    **{name: ("online", "" if name == "webpage" else name) for name in ONLINE},
    "dataset": ("dataset", ""),
    "entry": ("inreference", "entry"),
    "entry-dictionary": ("inreference", "entry-dictionary"),
    "entry-encyclopedia": ("inreference", ""),
    "bill": ("legislation", "bill"),
    "figure": ("image", "figure"),
    "graphic": ("artwork", ""),
    "legal_case": ("jurisdiction", ""),
    "legislation": ("legislation", ""),
    "motion_picture": ("movie", ""),
    "patent": ("patent", ""),
    "performance": ("performance", ""),
    "periodical": ("periodical", ""),
    "personal_communication": ("letter", ""),
    "regulation": ("legislation", "regulation"),
    "report": ("report", ""),
    "review": ("review", ""),
    "review-book": ("review", "review-book"),
    "software": ("software", ""),
    "song": ("music", ""),
    "speech": ("unpublished", "speech"),
    "standard": ("standard", ""),
    "thesis": ("thesis", ""),
    "treaty": ("legal", "treaty"),
}
"""CSL types, and their entry type and `entrysubtype` in BibLaTeX, both ways."""

FROM_TYPES = {
    **{(entry_type, ""): name for entry_type, name in FROM_BIBTEX.items()},
    **{pair: name for name, pair in SUBTYPES.items()},
    **{pair: name for name, pair in BIBLATEX.items()},
    ("misc", "document"): "document",
    ("online", "webpage"): "webpage",
    ("performance", ""): "performance",
    ("legal", ""): "legislation",
}
"""What an entry type with its `entrysubtype` means, in either dialect."""

ALSO = frozenset({"inbook", "manual", "proceedings"})
"""Entry types of both dialects that CSL does not tell from others, and styles print otherwise; they are kept beside the record."""
ALSO_BIBLATEX = ALSO | frozenset(
    {
        "mvbook",
        "mvcollection",
        "mvproceedings",
        "mvreference",
        "reference",
        "bookinbook",
        "suppbook",
        "suppcollection",
        "suppperiodical",
    }
)
"""The same, for BibLaTeX."""

GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
"""Entry types that say a kind of thesis, and biblatex's keys for kinds of work."""

PHD, MASTER = GENRES["phdthesis"], GENRES["mastersthesis"]

KINDS = {name: key for key, name in GENRES.items() if key != "mastersthesis"}
"""Kinds of work and BibLaTeX's keys for them."""

STATES = {
    "In press": "inpress",
    "In preparation": "inpreparation",
    "Submitted": "submitted",
    "Forthcoming": "forthcoming",
    "Prepublished": "prepublished",
}
"""States of publication and BibLaTeX's keys for them."""
FROM_STATES = {key: name for name, key in STATES.items()}

REPEATED = {
    "article-journal": "Journal Article",
    "book": "Book",
    "chapter": "Book Section",
    "paper-conference": "Conference Paper",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "Web Page",
    "dataset": "Dataset",
    "software": "Computer Program",
    "patent": "Patent",
    "document": "Generic",
}
"""What EndNote writes into the `type` of every entry; it says no more than the entry's type."""

LANGUAGES = {
    "en": "english",
    "en-US": "american",
    "en-GB": "british",
    "de": "ngerman",
    "de-AT": "naustrian",
    "de-CH": "nswissgerman",
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

FROM_CODES = {
    **{name: code for code, name in LANGUAGES.items()},
    "german": "de",
    "germanb": "de",
    "austrian": "de-AT",
    "swissgerman": "de-CH",
    "usenglish": "en-US",
    "ukenglish": "en-GB",
    "uk english": "en-GB",
    "us english": "en-US",
    "canadian": "en-CA",
    "australian": "en-AU",
    "newzealand": "en-NZ",
    "brazil": "pt-BR",
    "portuges": "pt",
    "francais": "fr",
    "frenchb": "fr",
    "acadian": "fr-CA",
    "canadien": "fr-CA",
    "norwegian": "nb",
    "hungarian": "hu",
    "slovenian": "sl",
    "polutonikogreek": "el",
    "mexican": "es-MX",
}

VARIANTS = {
    ("english", "american"): "en-US",
    ("english", "usmax"): "en-US",
    ("english", "british"): "en-GB",
    ("english", "uk"): "en-GB",
}
"""What `langid` and the variant in `langidopts` mean together."""
