"""Which HTML elements are what: the tables that `html` and `taming` go by."""


def words(text: str) -> frozenset[str]:
    """Return the words of a table's row as a set.

    >>> sorted(words("td th"))
    ['td', 'th']
    """
    return frozenset(text.split())


UNSEEN = words(
    "head title script style noscript template svg canvas iframe object embed audio video map select datalist textarea dialog "
    "annotation annotation-xml"
)
"""Elements whose content is no text of the page."""

BLOCKS = words(
    "address article aside blockquote body button caption center dd details dir div dl dt fieldset figcaption figure footer form header "
    "h1 h2 h3 h4 h5 h6 hgroup hr legend li listing main menu nav ol p pre search section summary table tbody tfoot thead tr ul"
)
"""Elements that stand on lines of their own."""

APART = words("article blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p section table ul")
"""Blocks with a blank line around them."""

CELLS = words("td th")

LISTED = words("a label")
"""Inline elements that are things of their own when they follow each other: a style sheet parts them, or a mere space does."""

NO_DEPTH = words(
    "!doctype area base body br caption col colgroup dd dt embed head hr html img input li link meta p param rp "
    "rt source tbody td tfoot th thead tr track wbr"
)
"""Elements without content, and those that the next of their kind ends: they do not nest by themselves."""

CHOICES = words("optgroup option")
"""What a form lets one choose from: never seen, and able to nest."""

SHAPES = words("animate circle ellipse image line mprescripts mspace none path polygon polyline rect stop use")
"""Elements of SVG and MathML that end themselves with "/>"."""
