"""What stands behind a key in a citation: "smith2020, p. 12", "ng2019, ch. 3".

Pandoc knows a label only as the locale has it: in English "chap. 3" but not "ch. 3", with `--locale de` "S. 12" but not "p. 12";
anything else it takes for any text. So English labels of any form are put into the locale's.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from litcli.citations.cache import Cache
from litcli.citations.terms import terms

LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "book": ("book", "books", "bk.", "bks."),
        "chapter": ("chapter", "chapters", "ch.", "chs.", "chap.", "chaps."),
        "column": ("column", "columns", "col.", "cols."),
        "figure": ("figure", "figures", "fig.", "figs."),
        "folio": ("folio", "folios", "fol.", "fols."),
        "line": ("line", "lines", "l.", "ll."),
        "note": ("note", "notes", "n.", "nn."),
        "opus": ("opus", "opera", "op.", "opp."),
        "page": ("page", "pages", "p.", "pp.", "pg.", "pgs."),
        "paragraph": ("paragraph", "paragraphs", "para.", "paras.", "¶", "¶¶"),
        "part": ("part", "parts", "pt.", "pts."),
        "section": ("section", "sections", "sec.", "secs.", "§", "§§"),
        "verse": ("verse", "verses", "v.", "vv."),
        "volume": ("volume", "volumes", "vol.", "vols."),
    }
)
"""CSL's labels, and the English words for them."""

_TERMS = {label: (label, "short") for label in LABELS}
_BY_WORD = {word: label for label, words in LABELS.items() for word in words}
_LABELLED = re.compile(r"(§+|¶+|[^\W\d_]+\.?)\s*(?=[\divxlcIVXLC])")
_SPECIAL = re.compile(r"[\\`*_\[\]<>@;!|~^$\"'#]")


def suffix(locator: str, locale: str, cache: Cache | None = None) -> str:
    r"""Return what stands behind a key as pandoc's Markdown, its label in the locale's words.

    >>> suffix("p. 12", "en-GB"), suffix("ch. 3, *passim*", "en-US")
    (', page 12', ', chapter 3, \\*passim\\*')
    """
    if not locator:
        return ""
    locator = _LABELLED.sub(lambda found: _translated(found[0], found[1], locale, cache), locator, count=1)
    return ", " + _SPECIAL.sub(r"\\\g<0>", " ".join(locator.split()))


def parted(text: str) -> tuple[str, str]:
    """Part a key from what stands behind it.

    >>> parted("smith2020, p. 12"), parted("ng2019")
    (('smith2020', 'p. 12'), ('ng2019', ''))
    """
    key, _, locator = text.partition(",")
    return key.strip(), locator.strip()


def _translated(stated: str, word: str, locale: str, cache: Cache | None) -> str:
    label = _BY_WORD.get(word.casefold())
    if label is None:
        return stated
    term = label if locale.startswith("en") else terms(locale, _TERMS, cache)[label]
    return f"{term} " if term else stated
