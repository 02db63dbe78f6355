"""A page: the text that every span of evidence counts in, and where it came from."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from litcli.errors import InputError


@dataclass(frozen=True)
class Source:
    """The bytes of one page and where they were found."""

    origin: str
    """The path as given; "dump.zip!/b.txt" for a member of an archive, "-" for standard input, and behind "#" what names a record
    of a dump: its id, the address of a saved web page."""
    ordinal: int
    """1 for the first page of an input."""
    content: bytes
    """The page's own bytes; for one page of several, the UTF-8 of its text."""
    media_type: str
    """"text/plain", "text/html", "application/xml" or "application/pdf"."""
    doubts: tuple[str, ...] = ()
    """What was doubtful about taking it out of its input: the guessed encoding of a dump."""
    offset: int = 0
    """Where it begins in its input, in bytes; in the UTF-8 of an input in UTF-16 or UTF-32."""

    @cached_property
    def sha256(self) -> str:
        """The page's address in the library."""
        return hashlib.sha256(self.content).hexdigest()


Found = Source | InputError
"""What is found where a page is looked for: a page, or why there is none."""


@dataclass(frozen=True)
class Embedded:
    """One statement of a page's embedded metadata, written into the page's text so that evidence can point at it."""

    vocabulary: str
    """"highwire", "dc", "prism", "og", "json-ld", "coins", "eprints", "bepress"; "html" for a plain title, author, keywords;
    "yaml" for the front matter of a note in Markdown."""
    name: str
    """The name as the page has it, lower-cased: "citation_title", "dc.creator", "rft.atitle"; for JSON-LD the path, headed by the
    type of the object and its number on the page: "scholarlyarticle.1.author.2.familyname"."""
    start: int
    end: int
    """Where the value stands in `Page.text`."""
    selector: str
    """A CSS selector of the element in the HTML."""


@dataclass(frozen=True)
class Page:
    r"""A decoded page.

    `text` is what spans count in. For plain text it is the decoded content with its line ends made "\n" and a byte order
    mark taken off. For HTML it is what a reader sees, line by line, and after it (from `visible_end` on) the embedded
    metadata, one statement a line, so that one kind of evidence serves both. For XML all of it is such statements.
    """

    source: Source
    text: str
    charset: str
    """The encoding that was used: "utf-8", "utf-16-le", "windows-1252", ..."""
    doubts: tuple[str, ...] = ()
    """What a person should know: a guessed encoding, replaced characters."""
    visible_end: int = -1
    """Where the visible text ends; -1 for the whole."""
    embedded: tuple[Embedded, ...] = ()

    @cached_property
    def tokens(self) -> frozenset[str]:
        """What white space parts in the visible text."""
        return frozenset(self.visible.split())

    @cached_property
    def visible(self) -> str:
        """The text without the embedded metadata."""
        return self.text if self.visible_end < 0 else self.text[: self.visible_end]
