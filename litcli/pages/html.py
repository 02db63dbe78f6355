"""HTML to the lines that a reader sees, with the embedded metadata after them.

Blocks become lines, paragraphs and headings are parted by blank lines, table cells by " | ", list items begin with "- ".
Scripts, styles, forms' choices and what is marked hidden are left out; navigation and footers stay where they are, as in
text that a person copied.

What surprised us: Lexbor takes time that grows with the square of the depth of nesting (10 s for 100,000 open `<div>`) and
of the number of attributes in a tag, so `litcli.pages.taming` flattens such input first, and of the number of choices in a
form, unless its events are off; and links to several authors are often parted by a style sheet alone, so of two links with
nothing between them the second begins a line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from litcli.pages.metadata import Statement, statements
from litcli.pages.page import Embedded
from litcli.pages.tags import APART, BLOCKS, CELLS, LISTED, UNSEEN
from litcli.pages.taming import tame

_MATH = ("$", "\\(")
"""How the text in place of an image starts where it is a formula; other images' texts ("logo", "ORCID icon") are left out."""

_HIDDEN = ", ".join(
    (
        "[hidden]",
        "[style*='display:none' i]",
        "[style*='display: none' i]",
        "[style*='visibility:hidden' i]",
        "[style*='visibility: hidden' i]",
        ".katex-html",
    )
)
_NO_WIDTH = str.maketrans("", "", "\u00ad\u200b\ufeff")


@dataclass(frozen=True)
class Shown:
    """The text of an HTML page: what is visible, then its embedded metadata."""

    text: str
    visible_end: int
    embedded: tuple[Embedded, ...]
    doubts: tuple[str, ...]


def to_lines(markup: str) -> Shown:
    r"""Return the text of an HTML page, one line a block, and after it one line a statement of its embedded metadata.

    >>> shown = to_lines('<meta name="DC.title" content="On Bees"><h1>On Bees</h1><p>We saw<br>bees.')
    >>> shown.text
    'On Bees\n\nWe saw\nbees.\n\ndc.title: On Bees\n'
    >>> shown.text[shown.embedded[0].start : shown.embedded[0].end]
    'On Bees'
    """
    tamed = tame(markup)
    tree = LexborHTMLParser(tamed.markup, options=LexborDocumentOptions.WO_EVENTS)
    visible = _visible(tree)
    told = statements(tree)
    text, embedded = _append(visible, told.statements)
    return Shown(text, len(visible), embedded, (*tamed.doubts, *told.doubts))


def _visible(tree: LexborHTMLParser) -> str:
    page = _Lines()
    root = tree.body or tree.root
    if root is not None:
        _fill(page, root, frozenset(node.mem_id for node in tree.css(_HIDDEN)))
    return page.finish()


def _append(visible: str, told: tuple[Statement, ...]) -> tuple[str, tuple[Embedded, ...]]:
    if not told:
        return visible, ()
    pieces = [visible, "\n\n"]
    at = len(visible) + 2
    rows = []
    for statement in told:
        head = f"{statement.name}: "
        start = at + len(head)
        at = start + len(statement.value) + 1
        pieces += (head, statement.value, "\n")
        rows.append(Embedded(statement.vocabulary, statement.name, start, at - 1, statement.selector))
    return "".join(pieces), tuple(rows)


class _Lines:
    """Collects the pieces of lines; white space is collapsed when a line ends."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._bullet = ""

    def add(self, text: str) -> None:
        self._pieces.append(text)

    def add_lines(self, text: str) -> None:
        first, *rest = text.split("\n")
        self.add(first)
        for line in rest:
            self.end_line()
            self.add(line)

    def end_line(self) -> None:
        line = " ".join("".join(self._pieces).translate(_NO_WIDTH).split())
        self._pieces.clear()
        if line:
            self._lines.append(self._bullet + line)
            self._bullet = ""

    def blank(self) -> None:
        self.end_line()
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def cell(self) -> None:
        if any(not piece.isspace() for piece in self._pieces):
            self.add(" | ")

    def bullet(self, mark: str) -> None:
        self._bullet = mark

    def finish(self) -> str:
        self.end_line()
        return "\n".join(self._lines).strip("\n")


def _fill(page: _Lines, root: LexborNode, hidden: frozenset[int]) -> None:
    depth_of_pre = 0
    for node, entering in _events(root, hidden):
        tag = node.tag or ""
        if tag == "-text":
            if entering:
                (page.add_lines if depth_of_pre else page.add)(node.text_content or "")
        elif tag == "pre":
            depth_of_pre += 1 if entering else -1
            page.blank()
        elif entering:
            _open(page, node, tag)
        else:
            _close(page, tag)


def _events(root: LexborNode, hidden: frozenset[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node on entering and on leaving it, in reading order. No recursion: pages nest deeper than Python's stack."""
    node, depth = root, 0
    while True:
        unseen = depth > 0 and (node.tag in UNSEEN or node.mem_id in hidden)
        if not unseen:
            yield node, True
            child = node.first_child
            if child is not None:
                node, depth = child, depth + 1
                continue
            yield node, False
        after = node.next
        while depth and after is None:
            parent = node.parent
            if parent is None:
                return
            node, depth = parent, depth - 1
            yield node, False
            after = node.next
        if not depth or after is None:
            return
        node = after


def _open(page: _Lines, node: LexborNode, tag: str) -> None:
    if tag in CELLS:
        page.cell()
    elif tag == "br":
        page.end_line()
    elif tag in APART:
        page.blank()
    elif tag in BLOCKS:
        page.end_line()
        if tag == "li":
            page.bullet("- ")
    elif tag in LISTED and _follows_its_like(node):
        page.end_line()
    elif tag == "img":
        alt = node.attributes.get("alt") or ""
        if alt.startswith(_MATH):
            page.add(alt)


def _follows_its_like(node: LexborNode) -> bool:
    before = node.prev
    if before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return before is not None and before.tag == node.tag


def _close(page: _Lines, tag: str) -> None:
    if tag in APART:
        page.blank()
    elif tag in BLOCKS:
        page.end_line()
        if tag == "li":
            page.bullet("")
