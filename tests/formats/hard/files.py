r"""Files whose text is what is hard: how other programs and hands write, and what a person reads in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from litcli.model.record import Record, Value


@dataclass(frozen=True)
class HardFile:
    """A file of some format, and what is to be read in it."""

    name: str
    format: str
    text: str
    records: tuple[Record, ...]
    failures: int = 0
    """How many parts of it are no record."""

    def __str__(self) -> str:
        return f"{self.format}-{self.name}"


def _article(**fields: str) -> str:
    return "@article{k,\n" + "".join(f"  {name} = {value},\n" for name, value in fields.items()) + "}\n"


def _journal(fields: Mapping[str, Value]) -> Record:
    return {"type": "article-journal", **fields}


def _titled(name: str, title: str, expected: str) -> HardFile:
    return HardFile(name, "bibtex", _article(title=title), (_journal({"title": expected}),))


_ACCENTS = (
    _titled("accent-bare", r"{Schr\"odinger}", "Schrödinger"),
    _titled("accent-braced-inside", r"{Schr\"{o}dinger}", "Schrödinger"),
    _titled("accent-braced-outside", r"{Schr{\"o}dinger}", "Schrödinger"),
    _titled("accent-braced-twice", r"{Schr{\"{o}}dinger}", "Schrödinger"),
    _titled("accent-with-space", r"{Schr\" odinger}", "Schrödinger"),
    _titled(
        "accents",
        r"{\'{e} \`{a} \^{o} \~{n} \={u} \.{z} \u{g} \v{s} \H{o} \c{c} \d{s} \b{b} \k{a} \r{a}}",
        "é à ô ñ ū ż ğ š ő ç ṣ ḇ ą å",
    ),
    _titled("accents-short", r"{\'e\`a\^o\~n\=u\.z\c c\v s}", "éàôñūżçš"),
    _titled(
        "letters",
        r"{\ss{} \ae{} \AE{} \oe{} \OE{} \o{} \O{} \l{} \L{} \aa{} \AA{} \i{} \j{} \dh{} \th{} \ng{}}",
        "ß æ Æ œ Œ ø Ø ł Ł å Å ı ȷ ð þ ŋ",
    ),
    _titled(
        "letters-in-words",
        r"{Stra{\ss}e, Stra\ss{}e, \O rsted, \L{}ód\'z, {\AA}rhus, na{\"\i}ve, na\"{\i}ve, \'\i}",
        "Straße, Straße, Ørsted, Łódź, Århus, naïve, naïve, í",
    ),
    _titled(
        "signs",
        r"{50\% of R\&D\_x \#1 \$5 \{a\} \textbackslash{} \textasciitilde{} \textasciicircum{}}",
        "50% of R&D_x #1 $5 {a} \\ ~ ^",
    ),
    _titled("dashes", r"{a--b, a---b, ``c'' and `d'}", "a–b, a—b, “c” and `d'"),
    _titled("spaces", r"{a~b\,c\ d\;e}", "a b c d e"),
    _titled(
        "formatted", r"{\emph{Apis} \textit{mellifera} {\it and} \textbf{Bombus} \textsc{dna}}", "Apis mellifera and Bombus dna"
    ),
    _titled("capitals", r"{{The {DNA} of} {B}ees}", "The DNA of Bees"),
    _titled("quoted", '"Bees in {"}quotes{"} and {braces}"', 'Bees in "quotes" and braces'),
    _titled("lines", "{Bees\n    and\n\twasps}", "Bees and wasps"),
    _titled("math", r"{On $\alpha$-bees}", "On α-bees"),
    _titled("unknown-command", r"{Bees \foo{bar} and \baz}", r"Bees bar and \baz"),
)

_BIBTEX = (
    HardFile(
        "empty-values",
        "bibtex",
        '@article{k, title = {}, author = "", year = {2013}, note = { }, doi = {{}}}',
        (_journal({"issued": {"date-parts": [[2013]]}}),),
    ),
    HardFile(
        "duplicate-fields",
        "bibtex",
        "@article{k, title = {One}, title = {Two}, TITLE = {One}, year = 2013}",
        (_journal({"title": "One", "issued": {"date-parts": [[2013]]}, "extra": ["title: Two"]}),),
    ),
    HardFile(
        "duplicate-keys",
        "bibtex",
        "@book{k, title = {One}}\n@book{k, title = {Two}}\n@book{K, title = {Three}}\n",
        ({"type": "book", "title": "One"}, {"type": "book", "title": "Two"}, {"type": "book", "title": "Three"}),
    ),
    HardFile("crlf", "bibtex", "@book{k,\r\n  title = {One\r\n  two},\r\n}\r\n", ({"type": "book", "title": "One two"},)),
    HardFile(
        "cr",
        "bibtex",
        "@book{k,\r  title = {One},\r}\r@book{l, title = {Two}}",
        ({"type": "book", "title": "One"}, {"type": "book", "title": "Two"}),
    ),
    HardFile("bom", "bibtex", "\ufeff@book{k, title = {One}}\n", ({"type": "book", "title": "One"},)),
    HardFile(
        "text-around",
        "bibtex",
        "A letter.\n\n@book{k, title = {One}} and so on, a@b.org\n% a comment\n",
        ({"type": "book", "title": "One"},),
    ),
    HardFile(
        "comments",
        "bibtex",
        "@comment{not @book{x, title = {no}}}\n@book{k, title = {One}}\n",
        ({"type": "book", "title": "One"},),
    ),
    HardFile(
        "no-comma-at-end",
        "bibtex",
        "@book{k, title = {One}, year = 2013 }",
        ({"type": "book", "title": "One", "issued": {"date-parts": [[2013]]}},),
    ),
    HardFile("parentheses", "bibtex", "@book(k, title = {One (two)})", ({"type": "book", "title": "One (two)"},)),
    HardFile("no-key", "bibtex", "@book{, title = {One}}", ({"type": "book", "title": "One"},)),
    HardFile("key-of-letters", "bibtex", "@book{müller:2013/蜂, title = {One}}", ({"type": "book", "title": "One"},)),
    HardFile(
        "strings",
        "bibtex",
        '@string{a = "Bees"}\n@STRING(b = {Wasps})\n@book{k, title = a # { and } # B, publisher = unknown, month = MAY, year = 2013}',
        ({"type": "book", "title": "Bees and Wasps", "publisher": "unknown", "issued": {"date-parts": [[2013, 5]]}},),
    ),
    HardFile(
        "unbalanced",
        "bibtex",
        "@book{k, title = {One}}\n\n@book{broken, title = {Two\n\n@book{l, title = {Three}}\n",
        ({"type": "book", "title": "One"}, {"type": "book", "title": "Three"}),
        1,
    ),
    HardFile("cut-short", "bibtex", "@book{k, title = {One}}\n@book{l, title = {Tw", ({"type": "book", "title": "One"},), 1),
    HardFile(
        "names",
        "bibtex",
        _article(
            author=r"{Ludwig van Beethoven and de la Vega, Garcilaso and King, Jr., Martin and {Barnes and Noble, Inc.} and others}"
        ),
        (
            _journal(
                {
                    "author": [
                        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
                        {"family": "Vega", "given": "Garcilaso", "non-dropping-particle": "de la"},
                        {"family": "King", "given": "Martin", "suffix": "Jr."},
                        {"literal": "Barnes and Noble, Inc."},
                    ],
                    "authors-incomplete": "yes",
                }
            ),
        ),
    ),
    HardFile(
        "verbatim",
        "bibtex",
        _article(url=r"{https://a.org/b\_c\%20d\#e?f=1\&g=\~{}h}", doi=r"{10.1000/a\_b}"),
        (_journal({"URL": "https://a.org/b_c%20d#e?f=1&g=~h", "DOI": "10.1000/a_b"}),),
    ),
)

_RIS = (
    HardFile("crlf", "ris", "TY  - JOUR\r\nTI  - Bees\r\nER  - \r\n", (_journal({"title": "Bees"}),)),
    HardFile("bom", "ris", "\ufeffTY  - JOUR\nTI  - Bees\nER  - \n", (_journal({"title": "Bees"}),)),
    HardFile(
        "no-end",
        "ris",
        "TY  - JOUR\nTI  - Bees\n\nTY  - BOOK\nTI  - Wasps\n",
        (_journal({"title": "Bees"}), {"type": "book", "title": "Wasps"}),
    ),
    HardFile(
        "empty-values", "ris", "TY  - JOUR\nTI  - Bees\nAU  - \nPY  - \nVL  -\nDO  - \nER  - \n", (_journal({"title": "Bees"}),)
    ),
    HardFile(
        "duplicate-fields",
        "ris",
        "TY  - JOUR\nTI  - Bees\nTI  - Wasps\nER  - \n",
        (_journal({"title": "Bees", "extra": ["TI: Wasps"]}),),
    ),
    HardFile("one-space", "ris", "TY - JOUR\nTI - Bees\nER - \n", (_journal({"title": "Bees"}),)),
    HardFile("indented", "ris", "  TY  - JOUR\n  TI  - Bees\n  ER  - \n", (_journal({"title": "Bees"}),)),
    HardFile("goes-on", "ris", "TY  - JOUR\nTI  - Bees and\nwasps\nER  - \n", (_journal({"title": "Bees and wasps"}),)),
    HardFile(
        "text-before",
        "ris",
        "Provider: A\nContent: text/plain\n\nTY  - JOUR\nTI  - Bees\nER  - \n",
        (_journal({"title": "Bees"}),),
    ),
    HardFile("no-type", "ris", "TI  - Bees\nER  - \n\nTY  - JOUR\nTI  - Wasps\nER  - \n", (_journal({"title": "Wasps"}),), 1),
    HardFile(
        "type-alone", "ris", "TY  - JOUR\nER  - \nTY  - BOOK\nTI  - Wasps\nER  - \n", ({"type": "book", "title": "Wasps"},), 1
    ),
    HardFile(
        "html", "ris", "TY  - JOUR\nTI  - Bees &amp; <i>wasps</i>\nER  - \n", (_journal({"title": "Bees &amp; <i>wasps</i>"}),)
    ),
    HardFile(
        "names",
        "ris",
        "TY  - JOUR\nAU  - van Beethoven, Ludwig\nAU  - King, Martin, Jr.\nAU  - WHO\nER  - \n",
        (
            _journal(
                {
                    "author": [
                        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
                        {"family": "King", "given": "Martin", "suffix": "Jr."},
                        {"literal": "WHO"},
                    ]
                }
            ),
        ),
    ),
)

_JSON = (
    HardFile("bom", "csl-json", '\ufeff[{"id": "k", "type": "book", "title": "One"}]', ({"type": "book", "title": "One"},)),
    HardFile("single", "csl-json", '{"id": "k", "type": "book", "title": "One"}', ({"type": "book", "title": "One"},)),
    HardFile(
        "items", "csl-json", '{"items": [{"id": "k", "type": "book", "title": "One"}]}', ({"type": "book", "title": "One"},)
    ),
    HardFile(
        "lines", "csl-json", '{"id": "k", "type": "book"}\n{"id": "l", "type": "map"}\n', ({"type": "book"}, {"type": "map"})
    ),
    HardFile(
        "empty-values",
        "csl-json",
        '[{"id": "k", "type": "book", "title": "", "author": [], "DOI": null, "issued": {}}]',
        ({"type": "book"},),
    ),
    HardFile(
        "duplicate-fields",
        "csl-json",
        '[{"id": "k", "type": "book", "title": "One", "title": "Two"}]',
        ({"type": "book", "title": "Two"},),
    ),
    HardFile(
        "white-space",
        "csl-json",
        '[{"id": "k", "type": "book", "title": " One\\n\\t two\\u00a0three "}]',
        ({"type": "book", "title": "One two three"},),
    ),
    HardFile(
        "nul",
        "csl-json",
        '[{"id": "k", "type": "book", "title": "O\\u0000n\\u0007e\\u001b"}]',
        ({"type": "book", "title": "One"},),
    ),
    HardFile(
        "half-a-pair",
        "csl-json",
        '[{"id": "k", "type": "book", "title": "One \\ud83d two"}]',
        ({"type": "book", "title": "One \ufffd two"},),
    ),
    HardFile(
        "numbers",
        "csl-json",
        '[{"id": 7, "type": "book", "volume": 2, "issued": {"date-parts": [["2013", "05"]]}}]',
        ({"type": "book", "volume": "2", "issued": {"date-parts": [[2013, 5]]}},),
    ),
    HardFile(
        "season-as-month",
        "csl-json",
        '[{"id": "k", "type": "book", "issued": {"date-parts": [[2013, 23]]}}]',
        ({"type": "book", "issued": {"date-parts": [[2013]], "season": 3}},),
    ),
    HardFile(
        "unknown-type",
        "csl-json",
        '[{"id": "k", "type": "zine", "title": "One"}]',
        ({"type": "document", "title": "One", "extra": ["type: zine"]},),
    ),
    HardFile("no-type", "csl-json", '[{"id": "k", "title": "One"}]', ({"type": "document", "title": "One"},)),
    HardFile(
        "cut-short",
        "csl-json",
        '[{"id": "k", "type": "book", "title": "One"},\n {"id": "l", "ti',
        ({"type": "book", "title": "One"},),
        1,
    ),
    HardFile(
        "not-an-item",
        "csl-json",
        '[1, "two", null, [], {"id": "k", "type": "book", "title": "One"}]',
        ({"type": "book", "title": "One"},),
        4,
    ),
    HardFile(
        "wrong-shapes",
        "csl-json",
        '[{"id": "k", "type": "book", "title": ["One"], "author": "Ng, A.", "issued": "2013"}]',
        ({"type": "book", "title": "One", "author": [{"family": "Ng", "given": "A."}], "issued": {"date-parts": [[2013]]}},),
    ),
)

_BEES: Record = _journal({"title": "Bees"})
_PAPER: Record = {"type": "document", "title": "Bees"}
_WASPS: Record = {"type": "book", "title": "Wasps"}

_NBIB = (
    HardFile("crlf", "nbib", "PMID- 1\r\nTI  - Bees\r\nPT  - Journal Article\r\n\r\n", (_BEES | {"PMID": "1"},)),
    HardFile("bom", "nbib", "\ufeffPMID- 1\nTI  - Bees\n", (_PAPER | {"PMID": "1"},)),
    HardFile("empty-values", "nbib", "PMID- 1\nTI  - Bees\nAB  - \nAU  - \nDP  -\n", (_PAPER | {"PMID": "1"},)),
    HardFile("goes-on", "nbib", "PMID- 1\nTI  - Bees\n      and wasps\n", (_PAPER | {"title": "Bees and wasps", "PMID": "1"},)),
    HardFile(
        "one-after-the-other",
        "nbib",
        "PMID- 1\nTI  - Bees\n\nPMID- 2\nTI  - Bees\n",
        (_PAPER | {"PMID": "1"}, _PAPER | {"PMID": "2"}),
    ),
    HardFile(
        "tag-in-abstract",
        "nbib",
        "PMID- 1\nTI  - Bees\nAB  - Of\n      TI  - wasps\n",
        (_PAPER | {"PMID": "1", "abstract": "Of TI - wasps"},),
    ),
)

_ENW = (
    HardFile("crlf", "enw", "%0 Journal Article\r\n%T Bees\r\n\r\n%0 Book\r\n%T Wasps\r\n", (_BEES, _WASPS)),
    HardFile("bom", "enw", "\ufeff%0 Journal Article\n%T Bees\n", (_BEES,)),
    HardFile("empty-values", "enw", "%0 Journal Article\n%T Bees\n%A \n%D\n%X \n", (_BEES,)),
    HardFile("goes-on", "enw", "%0 Journal Article\n%T Bees\nand wasps\n", (_journal({"title": "Bees and wasps"}),)),
    HardFile("no-type", "enw", "%T Bees\n%J Bee Letters\n", (_PAPER | {"container-title": "Bee Letters"},)),
)

_TABLES = (
    HardFile("crlf", "csv", "citekey,type,title\r\na,article-journal,Bees\r\nb,book,Wasps\r\n", (_BEES, _WASPS)),
    HardFile("bom", "csv", "\ufeffcitekey,type,title\na,article-journal,Bees\n", (_BEES,)),
    HardFile("semicolons", "csv", "citekey;type;title\na;article-journal;Bees\n", (_BEES,)),
    HardFile(
        "lines-in-cells",
        "csv",
        'type,title,abstract\nbook,Wasps,"One ""two""\n\nthree, four"\n',
        (_WASPS | {"abstract": 'One "two"\n\nthree, four'},),
    ),
    HardFile("too-many-cells", "csv", "type,title\nbook,Wasps,more\n", (_WASPS | {"extra": ["column 3: more"]},)),
    HardFile("too-few-cells", "csv", "type,title,note\nbook,Wasps\n", (_WASPS,)),
    HardFile("empty-rows", "csv", "type,title\n,\n\nbook,Wasps\n,,,,\n", (_WASPS,)),
    HardFile("formula-disarmed", "csv", "type,title\nbook,'=1+1\n", ({"type": "book", "title": "=1+1"},)),
    HardFile("formula-armed", "csv", "type,title\nbook,=1+1\n", ({"type": "book", "title": "=1+1"},)),
    HardFile("unknown-columns", "csv", "type,title,rating\nbook,Wasps,5\n", (_WASPS | {"extra": ["rating: 5"]},)),
    HardFile("quote-not-closed", "csv", 'type,title\nbook,"Bees\nbook,Wasps\n', (_WASPS,), 1),
    HardFile("crlf", "tsv", "citekey\ttype\ttitle\r\na\tarticle-journal\tBees\r\n", (_BEES,)),
    HardFile("quotes", "tsv", 'type\ttitle\nbook\tThe "Wasps"\n', ({"type": "book", "title": 'The "Wasps"'},)),
)

_LINES = (
    HardFile("crlf", "jsonl", '{"citekey": "a", "record": {"type": "book", "title": "Wasps"}}\r\n\r\n', (_WASPS,)),
    HardFile("bom", "jsonl", '\ufeff{"citekey": "a", "record": {"type": "book", "title": "Wasps"}}\n', (_WASPS,)),
    HardFile("a-bad-line", "jsonl", '{"record": {"type": "book", "title": "Wasps"}}\n{"record": {\n[1]\n', (_WASPS,), 2),
    HardFile("cut-short", "jsonl", '{"record": {"type": "book", "title": "Wasps"}}\n{"record": {"type": "bo', (_WASPS,), 1),
    HardFile("empty-values", "jsonl", '{"record": {"type": "book", "title": "Wasps", "note": "", "author": []}}\n', (_WASPS,)),
    HardFile("nul", "jsonl", '{"record": {"type": "book", "title": "Wa\\u0000sps"}}\n', (_WASPS,)),
)


def _endnote(inside: str, type_: str = "17") -> str:
    return f"<?xml version='1.0'?>\n<xml><records><record><ref-type>{type_}</ref-type>{inside}</record></records></xml>\n"


def _mods(inside: str, opening: str = "<mods>") -> str:
    return f'<?xml version="1.0"?>\n{opening}{inside}</{opening[1:].split(maxsplit=1)[0].rstrip(">")}>\n'


_XML = (
    HardFile("plain", "endnote-xml", _endnote("<titles><title>Bees</title></titles>"), (_BEES,)),
    HardFile(
        "styled",
        "endnote-xml",
        _endnote('<titles><title><style face="normal" font="default" size="12">Be</style><style>es</style></title></titles>'),
        (_BEES,),
    ),
    HardFile(
        "entities",
        "endnote-xml",
        _endnote("<titles><title>Bees &amp; &#xE9; &lt;i&gt;</title></titles>"),
        (_journal({"title": "Bees & é <i>"}),),
    ),
    HardFile(
        "cdata",
        "endnote-xml",
        _endnote("<titles><title><![CDATA[Bees & <b>]]></title></titles>"),
        (_journal({"title": "Bees & <b>"}),),
    ),
    HardFile(
        "comment", "endnote-xml", _endnote("<!-- <title>no</title> --><titles><title>Be<!-- x -->es</title></titles>"), (_BEES,)
    ),
    HardFile(
        "empty-values",
        "endnote-xml",
        _endnote("<contributors/><titles><title>Bees</title><secondary-title/></titles><dates><year></year></dates>"),
        (_BEES,),
    ),
    HardFile("bom", "endnote-xml", "\ufeff" + _endnote("<titles><title>Bees</title></titles>"), (_BEES,)),
    HardFile(
        "plain",
        "mods",
        _mods("<titleInfo><title>Wasps</title></titleInfo><originInfo><issuance>monographic</issuance></originInfo>"),
        (_WASPS,),
    ),
    HardFile(
        "prefixed",
        "mods",
        _mods(
            "<m:titleInfo><m:title>Wasps</m:title></m:titleInfo><m:genre>book</m:genre>",
            '<m:mods xmlns:m="http://www.loc.gov/mods/v3">',
        ),
        (_WASPS,),
    ),
    HardFile(
        "empty-values",
        "mods",
        _mods("<titleInfo><title>Wasps</title><subTitle/></titleInfo><genre>book</genre><name/><note></note>"),
        (_WASPS,),
    ),
)

FILES: tuple[HardFile, ...] = (*_ACCENTS, *_BIBTEX, *_RIS, *_JSON, *_NBIB, *_ENW, *_TABLES, *_LINES, *_XML)
