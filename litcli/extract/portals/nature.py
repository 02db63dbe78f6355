"""nature.com: articles of Nature and its sister journals.

    Title / • Letter / • Published: 20 May 1970 / Nature volume 226, pages 757–758 (1970)Cite this article / Abstract

What surprised us: the site's notice about old browsers is often the only sign of whose page it is.
"""

import re

from litcli.extract.base.generic import Draft
from litcli.extract.base.springer_nature import HEAD, read_page
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout

NAME = "nature"

_NOTICE = re.compile(r"^Thank you for visiting nature\.com", re.IGNORECASE)
_LINE = re.compile(
    r"^(?:Nature(?:\s[A-Z][\w&]*(?:\s[\w&]+){0,4})?|Scientific (?:Reports|Data)|npj\s.{3,60}|Communications (?:Biology|"
    r"Chemistry|Physics|Earth.*|Materials|Medicine|Engineering|Psychology))\s+volume\s*\w+,\s*(?:pages?|Article number)"
)
_ACCESS = re.compile(r"^(?:Rent or buy this article|This is a preview of subscription content, access via your institution)\.?$")
_COLLAPSED = re.compile(r"^(?:Article|Letter|Review|Article \| Open access)\s*\|\s*Published:", re.IGNORECASE)


def marks(layout: Layout) -> float:
    """Weigh the notice, a line of numbers that begins with one of the site's journals, and how it sells access."""
    texts = [line.text for line in layout.lines]
    weight = 0.7 * any(map(_NOTICE.match, texts[:HEAD])) + 0.6 * any(map(_LINE.match, texts[:HEAD]))
    return weight + 0.4 * any(map(_ACCESS.match, texts)) + 0.2 * any(map(_COLLAPSED.match, texts[:HEAD]))


def reject(layout: Layout) -> str | None:
    """Return why the page holds no article: one without an abstract, a reference or numbers."""
    heads = layout.vocabulary.sections
    known = any(heads.get(line.folded) in {"abstract", "tail"} or line.folded == "about this article" for line in layout.lines)
    numbered = any(_LINE.match(line.text) for line in layout.lines)
    return None if known or numbered else "a page of nature.com that is no article"


def read(layout: Layout) -> Draft:
    """Return what the page states."""
    draft = read_page(layout, NAME)
    return draft if draft.of("type") else draft.plus(*_type(layout))


def _type(layout: Layout) -> list[Candidate]:
    """Tell the type by the site, which publishes journals."""
    notice = next((line for line in layout.lines[:HEAD] if _NOTICE.match(line.text)), None)
    return claims(layout.text, "type", notice.span, f"{NAME}.type:in-journal", 0.8) if notice else []
