"""Entries that formats get wrong, written by hand; each named for what is hard about it."""

from litcli.model.entry import Entry
from litcli.model.record import Record

_BASE: Record = {"type": "article-journal", "title": "On bees", "issued": {"date-parts": [[2013]]}}

_HARD: dict[str, Record] = {
    "particles": {
        "author": [
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            {"family": "La Fontaine", "given": "Jean", "dropping-particle": "de"},
            {"family": "Berg", "given": "J. W. M.", "non-dropping-particle": "van den"},
        ],
        "editor": [{"family": "Di Lorenzo", "given": "Giuseppe"}, {"family": "O’Neil", "given": "Mary-Jane"}],
    },
    "suffixes": {
        "author": [
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"family": "Gates", "given": "William H.", "suffix": "III"},
        ],
    },
    "groups": {
        "author": [
            {"literal": "World Health Organization"},
            {"literal": "Barnes and Noble, Inc."},
            {"literal": "D0 Collaboration"},
            {"literal": "Research & Development"},
            {"family": "Aad", "given": "G."},
        ],
    },
    "one-name": {"author": [{"family": "Aristotle"}, {"literal": "NATO"}]},
    "and": {"author": [{"family": "Simon and Schuster", "given": "A."}, {"family": "Anderson", "given": "Andy"}]},
    "scripts": {
        "title": "免疫療法と腫瘍微小環境: Иммунотерапия, ανοσοθεραπεία, علاج مناعي",
        "author": [{"family": "宮野", "given": "隆"}, {"family": "Филимонова", "given": "Л. В."}, {"literal": "김철수"}],
        "container-title": "日本免疫学会誌",
    },
    "accents": {
        "title": "Łódź, Århus, Şanlıurfa and Győr: Ænima of Ĳsselmeer, naïve façade, ế ṩ ș þ ð ŋ",
        "author": [
            {"family": "Müller-Lüdenscheidt", "given": "Jürgen"},
            {"family": "Škvorecký", "given": "Ľubomír"},
            {"family": "Erdős", "given": "Pál"},
            {"family": "Özgür Kaya", "given": "Şule"},
        ],
    },
    "capitals": {"title": "Role of PD-L1 and mRNA at pH 7 in McDonald's T cells: a view from Denmark", "language": "en"},
    "title-case": {"title": "The Role of PD-L1 in Danish Cows", "language": "en"},
    "german": {"title": "Die Rolle der Bienen in der Landwirtschaft", "language": "de"},
    "shouting": {"title": "A STUDY OF DNA IN BEES"},
    "braces": {"title": "Sets {a, b} and an open { brace, and } closed"},
    "math": {"title": r"Search for $t\bar{t}$ at $\sqrt{s}=13$ TeV, from $5 to $6 a piece", "note": r"fb$^{-1}$ of $\alpha$"},
    "signs": {
        "title": "50% of R&D_costs #1 at $5: a~b^c \\d \"quoted\" 'single' <i>p</i> < 0.05 | x -- y",
        "note": "Café “round” ‘quotes’, dash – and — em; see http://a.b/c_d?e=%20&f#g",
    },
    "entry-like": {
        "title": "@article{key, title = {x}}",
        "abstract": "@comment{no}\n\nER -\n\nTY - JOUR\n\nAU - Nobody, N.",
        "note": "% a comment?",
    },
    "three-thousand": {"author": [{"family": f"Author{number}", "given": "A. B."} for number in range(3000)]},
    "keywords": {"keyword": ["IMiDs", "1,2-dithiole-3-thione", "H2O & D2O", "C#", "brace {x}"]},
    "paragraphs": {
        "abstract": "BACKGROUND: One & two (50%).\n\nMETHODS: Three_four.\n\nRESULTS: Five < six.",
        "note": "First.\n\nSecond.",
    },
    "long": {"abstract": " ".join(f"word{number}" for number in range(2000))},
    "article-number": {"volume": "2", "issue": "11", "number": "e26494", "container-title": "OncoImmunology"},
    "numbers": {"volume": "IV-1/W1", "issue": "3-4", "page": "S383-S385", "number": "12"},
    "range": {"issued": {"date-parts": [[2012, 12, 30], [2013, 1, 2]]}},
    "month-range": {"issued": {"date-parts": [[2013, 6], [2013, 7]]}},
    "season": {"issued": {"date-parts": [[2013]], "season": 3}},
    "circa": {"issued": {"date-parts": [[1850]], "circa": True}},
    "day": {"issued": {"date-parts": [[2013, 5, 1]]}, "accessed": {"date-parts": [[2020, 2, 29]]}},
    "in-press": {"issued": {"literal": "in press"}},
    "address": {
        "URL": "https://example.org/a_b/%7Ec?d=%20e&f=g#h~i",
        "DOI": "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
        "PMID": "15693138",
        "PMCID": "PMC7861489",
    },
    "arxiv": {"type": "article", "arXiv": "hep-th/9901001", "title": "On strings"},
    "thesis": {"type": "thesis", "genre": "Master's thesis", "publisher": "Universität Köln", "number-of-pages": "69"},
    "bare-thesis": {"type": "thesis", "publisher": "Technische Hogeschool Eindhoven"},
    "report": {
        "type": "report",
        "number": "TR-12/3",
        "ISSN": ["0075-8450"],
        "ISBN": ["9783642233500"],
        "publisher": "VTT",
        "collection-title": "Tiedotteita",
        "collection-number": "2110",
        "number-of-pages": "69",
    },
    "chapter": {
        "type": "chapter",
        "container-title": "Handbook of mRNA vaccines & more",
        "editor": [{"family": "Patanè", "given": "Amalia"}],
        "page": "1-44",
        "publisher": "Springer",
        "publisher-place": "Berlin, Heidelberg",
        "edition": "2",
        "collection-title": "Springer Series in Materials Science",
        "collection-number": "150",
        "ISBN": ["9783642233500", "9783642233517"],
        "ISSN": ["0933-033X"],
    },
    "paper": {
        "type": "paper-conference",
        "container-title": "Proceedings of X",
        "event-title": "Conference X, 2003",
        "event-place": "Helsinki",
        "publisher-place": "Cham",
    },
    "event-only": {"type": "paper-conference", "event-title": "Baltic Sea Science Congress 2003"},
    "book": {"type": "book", "number-of-pages": "xii, 300", "collection-title": "Series", "collection-number": "7"},
    "dataset": {"type": "dataset", "publisher": "Zenodo"},
    "software": {"type": "software", "URL": "https://example.org"},
    "magazine": {"type": "article-magazine", "container-title": "Der Spiegel", "issue": "12"},
    "titles": {
        "title-short": "Bees",
        "original-title": "Über Bienen",
        "translated-title": "About bees",
        "container-title": "Journal of Bee Research",
        "container-title-short": "J. Bee Res.",
    },
    "bare": {"type": "document"},
}

HARD: tuple[Entry, ...] = tuple(
    Entry(name, record if name == "bare" else _BASE | record, tags=("oncology/trials", "to read, soon") if name == "day" else ())
    for name, record in _HARD.items()
)
"""All of them, the key saying what is hard."""
