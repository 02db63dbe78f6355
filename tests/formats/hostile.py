"""Texts that want to keep a reader busy: what may stand thousands of times in one another, or one behind the other."""

from types import ModuleType

from litcli.formats._base import Options, dumps
from tests.formats.found import WRITERS
from tests.formats.hard import HARD

SMALL = tuple(entry for entry in HARD if len(str(entry.record)) < 2000)[:60]

NESTED = ("{", "[", "(", '{"a":', "[[", "<a>", "{a", '"', "\\'", "$", "<!--", "<![CDATA[", "@a{", "{\\a{", "&amp;", "<a b='")
REPEATED = (
    *(
        "@book{}\n",
        "@book{k,}\n",
        "@string{a=b}\n",
        "{},",
        "{}\n",
        "[],",
        "null,",
        ",",
        ";",
        "\n",
        "\t",
        '""',
        '"',
        "\\",
        "&",
        "<a/>",
    ),
    *(
        "TY  - JOUR\n",
        "ER  - \n",
        "TY  - JOUR\nER  - \n",
        "PMID- \n",
        "PMID- 1\n\n",
        "%0 \n",
        "%0 Book\n\n",
        "PT J\nER\n\n",
        "- \n",
        "- {}\n",
    ),
    *("<record/>", "<mods/>", "<ref/>", "AU  - ,,,\n", " and ", "%A \n", "#", "%", "---\n", "? \n", "&a *a\n", "!!x\n"),
)


_SPAN = (
    '<p><span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal'
    '&amp;rft.atitle=On+bees&amp;rft.volume={}"></span></p>\n'
)
ONLY_READ = {
    "coins": f"<html>\n{''.join(map(_SPAN.format, range(60)))}</html>\n",
    "wos": "FN Clarivate\nVR 1.0\n" + "PT J\nAU Ng, A\nTI On bees\nSO Bees\nPY 2013\nUT WOS:1\nER\n\n" * 60 + "EF\n",
    "scopus": "Authors,Title,Year,Source title,EID\n" + '"Ng, A.","On bees","2013","Bees","2-s2.0-1"\n' * 60,
}
"""Files of formats that we do not write."""


def written(format_: ModuleType) -> str:
    """Return a file of a format."""
    return dumps(format_, SMALL, Options()) if format_ in WRITERS else ONLY_READ[format_.NAME]
