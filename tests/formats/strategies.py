"""Any record, in the shapes that the model gives its values, with texts that upset file formats."""

from typing import Any

from hypothesis import strategies as st

from litcli.model.entry import Entry
from litcli.model.fields import FIELDS, Kind
from litcli.model.record import CslDate, CslName, Record
from litcli.model.types import TYPES

HOSTILE = (
    *(
        "{",
        "}",
        "{}",
        "\\",
        "\\\\",
        "$",
        "%",
        "&",
        "#",
        "_",
        "~",
        "^",
        '"',
        "'",
        "``",
        "''",
        "--",
        "---",
        "<",
        ">",
        "|",
        "?`",
        ",,",
        ";",
    ),
    *(
        "@",
        "@article{x,",
        "}",
        "ER  - ",
        "TY  - JOUR",
        "AU  - X",
        " and ",
        "others",
        "% not a comment",
        "\\foo",
        "\\textbf{x}",
        "\\$",
        "=",
        "$x^2$",
        "$\\alpha$",
        "$^{-1}$",
        "$5 to $6",
    ),
    *(
        "é",
        "ß",
        "Ł",
        "ű",
        "ế",
        "ı",
        "中文",
        "Иван",
        "α",
        "≤",
        "×",
        "−",
        "–",
        "—",
        "’",
        "“",
        "₂",
        "²",
        "𝔸",
        "e\u0301",
        "\u200b",
        "PD-L1",
    ),
)
_PLAIN = st.text(st.sampled_from("abcdefgXYZ 0123456789.,:()/-"), min_size=1, max_size=20)
_ANY = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=6)
_SOUP = st.lists(st.one_of(st.sampled_from(HOSTILE), _PLAIN, _ANY), min_size=1, max_size=8).map("".join)


def _folded(text: str) -> str:
    return " ".join(text.split())


texts = _SOUP.map(_folded).filter(bool)
"""One line of text."""
_WORDS = st.lists(texts, min_size=1, max_size=4, unique=True)
_PROSE = st.lists(texts, min_size=1, max_size=3).map("\n\n".join)

_GIVEN = ("Ludwig", "J. W. M.", "Ľubomír", "Mary-Jane", "Şule Ö.", "隆", "Л. В.", "O'Neil & Co", "A_b {x}", "Æ")
_FAMILY = (
    "Galon",
    "Müller-Lüdenscheidt",
    "O’Neil",
    "Ærø Smith",
    "Şahin Łoś",
    "宮野",
    "Филимонова",
    "Smith & Sons",
    "{X} 50%",
    "Đặng",
    "Ünal",
)
_PARTICLES = ("van", "van der", "de la", "von und zu", "ter")


@st.composite
def _persons(draw: st.DrawFn) -> CslName:
    name: CslName = {"family": draw(st.sampled_from(_FAMILY)), "given": draw(st.sampled_from(_GIVEN))}
    if particle := draw(st.sampled_from((None, None, *_PARTICLES))):
        name["non-dropping-particle"] = particle
    elif dropped := draw(st.sampled_from((None, None, *_PARTICLES))):
        name["dropping-particle"] = dropped
    if suffix := draw(st.sampled_from((None, None, "Jr.", "III", "Ph_D", "M.D., Ph.D."))):
        name["suffix"] = suffix
    if orcid := draw(st.sampled_from((None, None, "0000-0002-1825-0097", "0000-0002-1694-233X"))):
        name["ORCID"] = orcid
    return name


_ODD = st.sampled_from(
    (
        CslName(given="Björk"),
        CslName(family="Aristotle"),
        CslName(family="Ng, the elder", given="Amy"),
        CslName(family="van der Meulen", given="Daan"),
        CslName(family="King", suffix="Jr."),
        CslName(family="Houtum", **{"non-dropping-particle": "van"}),
        CslName(family="others", given="and"),
        CslName(family="=Cell", given="+A"),
        CslName(family="Ng;Li", given="A; B"),
    )
)
"""Names that most formats have no form for."""


_GROUPS = texts.map(lambda text: text.strip(" ,")).filter(bool).map(lambda text: CslName(literal=text))
_NAMES = st.lists(st.one_of(_persons(), _persons(), _GROUPS, _ODD), min_size=1, max_size=4)

_DAYS = st.dates().map(lambda day: [day.year, day.month, day.day])
_PARTS = st.tuples(_DAYS, st.integers(1, 3)).map(lambda drawn: drawn[0][: drawn[1]])
_RANGES = st.tuples(_PARTS, st.integers(1, 50)).map(lambda drawn: [drawn[0], [min(drawn[0][0] + drawn[1], 9999), *drawn[0][1:]]])
_DATES: st.SearchStrategy[CslDate] = st.one_of(
    _PARTS.map(lambda parts: CslDate({"date-parts": [parts]})),
    _RANGES.filter(lambda parts: parts[0] < parts[1]).map(lambda parts: CslDate({"date-parts": parts})),
    st.tuples(st.integers(1, 9999), st.integers(1, 4)).map(lambda d: CslDate({"date-parts": [[d[0]]], "season": d[1]})),
    _PARTS.map(lambda parts: CslDate({"date-parts": [parts], "circa": True})),
    st.tuples(st.integers(-999, -1)).map(lambda year: CslDate({"date-parts": [list(year)]})),
    st.sampled_from(("in press", "forthcoming", "submitted & sent", "n.d.")).map(lambda text: CslDate(literal=text)),
)

_OF_KIND: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: texts,
    Kind.PROSE: _PROSE,
    Kind.NUMBER: texts,
    Kind.TYPE: st.sampled_from(tuple(TYPES)),
    Kind.LANGUAGE: st.sampled_from(("en", "en-US", "de", "pt-BR", "zh", "ja", "nb", "hr")),
    Kind.NAMES: _NAMES,
    Kind.WORDS: _WORDS,
    Kind.DATE: _DATES,
    Kind.FLAG: st.just("yes"),
}
_OF_FIELD: dict[str, st.SearchStrategy[Any]] = {
    "volume": st.sampled_from(("14", "IV-1/W1", "1982.007", "in press")),
    "issue": st.sampled_from(("3", "3-4", "SUPPL.I", "6/7")),
    "page": st.sampled_from(("1-9", "S383-S385", "12", "e1-e9", "1-3, 7-9", "xii-xx")),
    "genre": texts.filter(lambda text: text.casefold() != "thesis"),
    "DOI": st.sampled_from(("10.1000/a_b%c", "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2", "10.5555/x")),
    "PMID": st.integers(1, 99_999_999).map(str),
    "PMCID": st.integers(100_000, 99_999_999).map("PMC{}".format),
    "handle": st.sampled_from(("2142/99", "20.500.11850/1234")),
    "arXiv": st.sampled_from(("2101.00001v2", "math.GT/0309136", "hep-th/9901001")),
    "ISSN": st.lists(st.sampled_from(("0075-8450", "0927-796X", "0933-033X")), min_size=1, unique=True),
    "ISBN": st.lists(st.sampled_from(("9783642233500", "3540443428", "9783527828692")), min_size=1, unique=True),
    "extra": st.lists(
        st.tuples(st.sampled_from(("rating", "U1", "OWN", "%F", "medium", "LCCN", "title", "no colon", "x y", "ÄÖ")), texts).map(
            ": ".join
        ),
        min_size=1,
        max_size=3,
        unique=True,
    ),
    "attachment": st.lists(
        st.sampled_from(("a.pdf", "a b, c.pdf", r"C:\x\y_z.pdf", "../../x", "f:12:b; c.pdf:x", "蜂/{50%} & #1.pdf", "file:///x")),
        min_size=1,
        unique=True,
    ),
    "URL": st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="\\{}"), max_size=20).map(
        "https://a.org/{}".format
    ),
}


_LINES = (
    "@article{a, title = {x}, author = {A and B, C}, year = 2013, month = may # {~3}}",
    "@article{a,",
    "  title = {unclosed",
    '@string{j = "J"}',
    "@misc{b, journal = j # { of B}, crossref = {a}, date = {2013-05/..}}",
    "@book(c, year = {0}, keywords = {{a}, b; c}, eprint = {x}}",
    "TY  - JOUR",
    "TY  - ",
    "ER  - ",
    "AU  - ,",
    "AU  - ,,,",
    "PY  - 0/0/0/0",
    "DA  - 9999/99/99/",
    "SN  - 1234",
    "AN  - PMID:",
    "SP  - 1",
    "EP  - ",
    "KW  - ;",
    '[{"id": 1, "type": "book", "issued": {"date-parts": [["x"]]}, "custom": {"tags": "x"}},',
    '{"id": null, "author": [1, "A", {"family": null}], "title": 5}',
    "]",
)
files = st.lists(st.one_of(st.sampled_from(_LINES), texts, _ANY), max_size=12).map("\n".join)
"""What may stand in a file that a person takes for one of ours."""


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Draw an entry with a type and some of the other fields."""
    chosen = draw(st.lists(st.sampled_from(FIELDS[1:]), max_size=8, unique_by=lambda row: row.name))
    record: Record = {
        row.name: draw(_OF_FIELD[row.name] if row.name in _OF_FIELD else _OF_KIND[row.kind]) for row in (FIELDS[0], *chosen)
    }
    tags = draw(
        st.lists(st.sampled_from(("oncology/trials", "to read, soon", "50%", "β", "a; b", "{x", "=1")), max_size=2, unique=True)
    )
    return Entry(draw(st.sampled_from(("key2013", "DBLP:a/b-c.d+e", "müller2013", "蜂"))), record, tags=tuple(tags))
