"""Names of every form."""

from litcli.model.record import Record

PEOPLE: dict[str, Record] = {
    "particles": {
        "author": [
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            {"family": "La Fontaine", "given": "Jean", "dropping-particle": "de"},
            {"family": "Berg", "given": "J. W. M.", "non-dropping-particle": "van den"},
        ],
        "editor": [{"family": "Di Lorenzo", "given": "Giuseppe"}, {"family": "O’Neil", "given": "Mary-Jane"}],
    },
    "particles-both": {
        "author": [{"family": "Vega", "given": "Garcilaso", "dropping-particle": "de", "non-dropping-particle": "la"}],
    },
    "particles-in-family": {
        "author": [
            {"family": "van der Meulen", "given": "Daan"},
            {"family": "De Smet", "given": "Jan"},
            {"family": "al-Khwarizmi"},
        ],
    },
    "particle-glued": {
        "author": [{"family": "Alembert", "given": "Jean", "non-dropping-particle": "d'"}, {"family": "d’Orsay", "given": "M."}],
    },
    "particle-with-suffix": {
        "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den", "suffix": "Jr."}],
    },
    "particle-without-given": {"author": [{"family": "Houtum", "non-dropping-particle": "van"}]},
    "suffixes": {
        "author": [
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"family": "Gates", "given": "William H.", "suffix": "III"},
        ],
    },
    "suffix-without-given": {"author": [{"family": "King", "suffix": "Jr."}]},
    "suffix-of-degree": {"author": [{"family": "House", "given": "Gregory", "suffix": "M.D., Ph.D."}]},
    "groups": {
        "author": [
            {"literal": "World Health Organization"},
            {"literal": "Barnes and Noble, Inc."},
            {"literal": "D0 Collaboration"},
            {"literal": "Research & Development"},
            {"family": "Aad", "given": "G."},
        ],
    },
    "group-alone": {"author": [{"literal": "Anonymous"}], "editor": [{"literal": "The Editors"}]},
    "group-with-braces": {
        "author": [{"literal": "The {Bee} Group"}, {"literal": "Group } of { Braces"}, {"literal": "100% #1 & Co_"}]
    },
    "group-with-commas": {"author": [{"literal": "Ministry of Bees, Wasps, and Ants"}, {"literal": "Bees; Wasps"}]},
    "group-long": {
        "author": [{"literal": "Committee on the " + " and the ".join(f"Bees of Region {number}" for number in range(30))}]
    },
    "one-name": {"author": [{"family": "Aristotle"}, {"literal": "NATO"}]},
    "given-alone": {"author": [{"given": "Björk"}]},
    "and": {"author": [{"family": "Simon and Schuster", "given": "A."}, {"family": "Anderson", "given": "Andy"}]},
    "others": {"author": [{"family": "Others", "given": "A. N."}, {"literal": "Others"}], "authors-incomplete": "yes"},
    "incomplete": {"author": [{"family": "Ng", "given": "Amy"}], "authors-incomplete": "yes"},
    "et-al-as-name": {"author": [{"family": "Ng", "given": "Amy"}, {"literal": "et al."}]},
    "initials": {
        "author": [
            {"family": "Ng", "given": "A"},
            {"family": "Ng", "given": "A.B."},
            {"family": "Ng", "given": "A. B.-C."},
            {"family": "Ng", "given": "AB"},
            {"family": "Ng", "given": "Yu-J."},
        ],
    },
    "double-barrelled": {
        "author": [{"family": "García Márquez", "given": "Gabriel José"}, {"family": "Saint-Exupéry", "given": "Antoine-Marie"}],
    },
    "lower-case": {"author": [{"family": "hooks", "given": "bell"}, {"family": "cummings", "given": "e. e."}]},
    "upper-case": {"author": [{"family": "NG", "given": "AMY"}, {"family": "VAN DIJK", "given": "PETER"}]},
    "apostrophes": {
        "author": [
            {"family": "O'Neil", "given": "Sean"},
            {"family": "D’Angelo", "given": "N’Golo"},
            {"family": "Sa`ar", "given": "G."},
        ]
    },
    "name-with-comma": {"author": [{"family": "Ng, the elder", "given": "Amy"}, {"family": "Ng", "given": "Amy, Bo"}]},
    "name-with-signs": {
        "author": [
            {"family": "Smith & Sons", "given": "A_b {x}"},
            {"family": "{X} 50%", "given": "$5"},
            {"family": "A\\B", "given": "#~"},
        ]
    },
    "name-with-semicolon": {"author": [{"family": "Ng;Li", "given": "A; B"}]},
    "same-twice": {"author": [{"family": "Ng", "given": "A."}, {"family": "Ng", "given": "A."}]},
    "orcid": {
        "author": [
            {"family": "Carberry", "given": "Josiah", "ORCID": "0000-0002-1825-0097"},
            {"family": "Ng", "given": "A."},
            {"literal": "A Group", "ORCID": "0000-0001-5109-3700"},
        ],
        "editor": [{"family": "Li", "given": "B.", "ORCID": "0000-0002-1694-233X"}],
    },
    "all-roles": {
        "type": "book",
        "author": [{"family": "One", "given": "A."}],
        "editor": [{"family": "Two", "given": "B."}, {"literal": "Board of Two"}],
        "translator": [{"family": "Three", "given": "C.", "non-dropping-particle": "van"}],
        "supervisor": [{"family": "Four", "given": "D.", "suffix": "Sr."}],
    },
    "editors-alone": {"type": "book", "editor": [{"family": "Ng", "given": "A."}, {"family": "Li", "given": "B."}]},
    "three-thousand": {"author": [{"family": f"Author{number}", "given": "A. B."} for number in range(3000)]},
}
