"""Marks of a writing system that a page was copied through: left-over tags of HTML, Markdown.

What is marked stays, the marks go. An address behind a link's text goes with them, unless it holds the DOI that its text lacks.
"""

import re
from collections.abc import Iterator

from litcli.extract.damage.mended import Edit, Mended

_ATTRIBUTES = r"(?:\s+[\w:-]{1,40}\s*=\s*(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}'|[^\s\"'<>]{1,300})){0,12}\s*/?>"
_INLINE = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|span|font|a|small|big|tt|code|cite|mark|abbr|wbr|scp|jats:(?:italic|bold|sub|sup|sc))"
    + _ATTRIBUTES,
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:p|br|div|li|ul|ol|tr|td|th|table|tbody|h[1-6]|hr|section|article|header|footer|sec|title|jats:(?:p|title|sec|list|list-item))"
    + _ATTRIBUTES,
    re.IGNORECASE,
)

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}(?:\s+\"[^\"\n]{0,200}\")?\)")
_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]{1,500})\]\(<?(?P<url>(?:[^()\s<>]|\([^()\s]{0,80}\)){0,500})>?(?:\s+\"[^\"\n]{0,200}\")?\)"
)
_AUTOLINK = re.compile(r"<(?P<text>https?://[^\s<>]{1,500})>")
_BOLD = re.compile(r"(?P<mark>\*\*\*|\*\*)(?=[^\s*])(?P<text>[^*\n]{1,600})(?<=[^\s*])(?P=mark)")
_UNDERLINED = re.compile(r"(?<![\w/])(?P<mark>__|_)(?=[^\s_])(?P<text>[^_\n]{1,400})(?<=[^\s_])(?P=mark)(?!\w)")
_STARRED = re.compile(r"(?<![\w*\\.,;])(?P<mark>\*)(?=[^\s*,;.])(?P<text>[^*\n]{1,400})(?<=[^\s*,;])(?P=mark)(?![\w*])")
_RULE = re.compile(r"^[ \t]*={3,}[ \t]*$|(?<=\S)[ \t]+#{1,6}[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|<>~&-])")
_MARKDOWN = re.compile(r"\]\(|\*\*[^\s*]|^#{1,6} \S", re.MULTILINE)
"""What tells a page in Markdown, by which its rarer marks count too."""
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")


def mend_tags(mended: Mended) -> Mended:
    """Take left-over tags out of the text; those of blocks end lines.

    >>> mend_tags(Mended("CO<sub>2</sub> in <i class='x'>Sphagnum</i>, x <b and c> d")).text
    'CO2 in Sphagnum, x <b and c> d'
    """
    if "<" not in mended.text:
        return mended
    text = mended.text
    inline = (Edit(found.start(), found.end(), "") for found in _INLINE.finditer(text))
    block = (Edit(found.start(), found.end(), "\n") for found in _BLOCK.finditer(text))
    return mended.edited(sorted([*inline, *block], key=lambda edit: edit.start))


def mend_markdown(mended: Mended) -> Mended:
    """Take Markdown's marks for links, weight and emphasis out of the text; headings, lists and tables are the layout's business.

    >>> mend_markdown(Mended("**Journal:** *Moss* [12(3)](http://x.org/a_(b))")).text
    'Journal: Moss 12(3)'
    """
    text = mended.text
    marked = any(sign in text for sign in ("](", "**", "# ")) and bool(_MARKDOWN.search(text))
    if "](" in text or "<http" in text:
        mended = mended.edited(_links(text))
    if marked:
        mended = mended.edited(_marks(_BOLD, mended.text))
    if "*" in mended.text:
        mended = mended.edited(_marks(_STARRED, mended.text))
    if "_" in mended.text:
        mended = mended.edited(_marks(_UNDERLINED, mended.text))
    if marked:
        mended = mended.edited(Edit(found.start(), found.end(), "") for found in _ESCAPED.finditer(mended.text))
    if "===" in text or " #" in text:
        mended = mended.edited(Edit(found.start(), found.end(), "") for found in _RULE.finditer(mended.text))
    return mended


def _links(text: str) -> Iterator[Edit]:
    found = [*_IMAGE.finditer(text), *_LINK.finditer(text), *_AUTOLINK.finditer(text)]
    for link in sorted(found, key=lambda one: one.start()):
        if link.re is _IMAGE:
            yield Edit(link.start(), link.end(), "")
            continue
        yield Edit(link.start(), link.start("text"), "")
        doi = _DOI.search(link["url"]) if link.re is _LINK else None
        hidden = (
            doi and doi[0] not in text[link.start("text") : link.end("text")] and text[link.end() : link.end() + 1] in ("", "\n")
        )
        if hidden:
            yield Edit(link.end("text"), link.start("url"), "\n")
            yield Edit(link.end("url"), link.end(), "")
        else:
            yield Edit(link.end("text"), link.end(), "")


def _marks(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    for found in pattern.finditer(text):
        yield Edit(found.start(), found.start("text"), "")
        yield Edit(found.end("text"), found.end(), "")
