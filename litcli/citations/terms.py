"""CSL's words in a locale: "translated by" is "übersetzt von" in German; so what we add to a reference is in its language.

Pandoc knows the locales, so it is asked, through a style that prints nothing else; only where such a word is wanted, and never for
English. What CSL has no term for stays English: "Retracted".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from litcli.citations import pandoc
from litcli.citations.cache import Cache
from litcli.errors import UsageError

Term = tuple[str, str]
"""CSL's name of a term, and its form."""

_TERMS: Mapping[str, Term] = MappingProxyType(
    {
        "and": ("and", "long"),
        "et al.": ("et-al", "long"),
        "forthcoming": ("forthcoming", "long"),
        "in press": ("in press", "long"),
        "online": ("online", "long"),
        "patent": ("patent", "long"),
        "translated by": ("translator", "verb"),
        "version": ("version", "long"),
    }
)
"""The words that we add, as English has them."""


@dataclass(frozen=True)
class Words:
    """The words that we add to references, in a locale."""

    locale: str = "en-US"
    cache: Cache | None = None

    @property
    def english(self) -> bool:
        """Whether the locale is one of English."""
        return self.locale.startswith("en")

    def of(self, word: str) -> str:
        """Return the locale's word for an English one: begun with a capital where that is; any that CSL has not as it is.

        >>> Words("de-DE").of("Translated by"), Words("de-DE").of("in press"), Words().of("In Press"), Words("de-DE").of("Retracted")
        ('Übersetzt von', 'im Druck', 'In press', 'Retracted')
        """
        known = word.casefold()
        if known not in _TERMS:
            return word
        told = known if self.english else self._told[known] or known
        return told[0].upper() + told[1:] if word[0].isupper() else told

    @cached_property
    def _told(self) -> dict[str, str]:
        return terms(self.locale, _TERMS, self.cache)


def terms(locale: str, asked: Mapping[str, Term], cache: Cache | None = None) -> dict[str, str]:
    """Return what each term is in a locale, by the name that it is asked under."""
    printed = '<text value="|"/>'.join(f'<text term="{name}" form="{form}"/>' for name, form in asked.values())
    files = {"style.csl": f"{_BEFORE}{printed}{_BEHIND}".encode(), "references.json": json.dumps([_ITEM]).encode()}
    arguments = ("-f", "markdown", "-t", "plain", "--wrap=none", "--citeproc", "--csl", "style.csl")
    document = b"---\nnocite: '@*'\n---\n"
    call = pandoc.Call((*arguments, "--bibliography", "references.json", "-M", f"lang={locale}"), document, files)
    try:
        told = pandoc.run(call, cache).decode()
    except pandoc.Failed as failure:
        raise UsageError(f"pandoc does not tell the words of {locale}: {failure}") from failure
    return dict(zip(asked, map(str.strip, told.split("|")), strict=True))


_ITEM = {"id": "x", "type": "book", "title": "x"}
_BEFORE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Terms</title></info>'
    '<citation><layout><text value="x"/></layout></citation><bibliography><layout>'
)
_BEHIND = "</layout></bibliography></style>"
