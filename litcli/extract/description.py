"""A portal that is described rather than programmed: what a portal file states, and what `litcli teach` derives from one page.

A description either bears marks of its own, by which its pages are recognised (what it does not say, the generic reader reads), or
it stands upon another portal and amends what that one's reader says. `litcli.extract.portal_file` reads and writes it as TOML,
`litcli.extract.described` reads pages by it. It is plain data, so that it travels to the processes that read.
"""

from dataclasses import dataclass

from litcli.extract.base.marking import Mark

TAUGHT = "taught"
"""The origin of what a library was taught; also begins the names of its rules."""

Words = tuple[tuple[str, tuple[str, ...]], ...]
"""Words by what they mean: a kind of label, a kind of section, a type."""

TYPES = {
    "article-journal": "in-journal",
    "chapter": "in-book",
    "paper-conference": "at-event",
    "book": "whole-book",
    "thesis": "thesis",
    "report": "report",
    "article": "preprint",
    "dataset": "dataset",
    "software": "software",
}
"""The types that a description can state, each with the normaliser that stands for it."""


@dataclass(frozen=True)
class Place:
    """Where a value stands: beside a landmark, at a line, behind words in a line, or within a pattern.

    Of `below`, `above`, `below_field`, `above_field` and `line` at most one is set; with none, every line is tried.
    """

    field: str = ""
    """"" where the groups of the pattern name the fields."""
    below: str = ""
    """The whole line above it; with "*" at the end, how that line begins."""
    above: str = ""
    below_field: str = ""
    """The field whose value stands above it: "title"."""
    above_field: str = ""
    line: int = 0
    """1 for the page's first line, -1 for the last one of its record."""
    distance: int = 1
    """How many lines away from the landmark."""
    lines: int = 1
    """How many lines the value may take: names one a line, paragraphs."""
    before: str = ""
    """The words that stand right before it in its line; with "^" before them, its line begins so."""
    after: str = ""
    """The words that stand right behind it."""
    pattern: str = ""
    """What the line looks like; its groups name the fields, as in `litcli.extract.base.patterns`."""
    sure: float = 0.9


@dataclass(frozen=True)
class Description:
    """What a portal file states."""

    name: str
    origin: str
    """The file that states it, or `TAUGHT`."""
    about: str = ""
    upon: str = ""
    """The portal whose reading it amends; "" where it has marks of its own."""
    marks: tuple[Mark, ...] = ()
    """Its pages are recognised by; with `upon`, which of that portal's pages it is for (all, where there are none)."""
    rows: Words = ()
    sections: Words = ()
    types: Words = ()
    """Lines, or values of a type's row, that tell the type of the work."""
    kind: str = ""
    """The type of all its works."""
    drop: tuple[str, ...] = ()
    """Lines that are no part of a record; with "*" at the end, how they begin."""
    no_work: tuple[str, ...] = ()
    """How a line at the top begins that tells a page without a work."""
    dates: tuple[str, ...] = ()
    """What the dates of a page are, in their order; "" for one that is nothing."""
    corrections: tuple[tuple[str, str], ...] = ()
    """What other readers take for the one field is the other, or with "" nothing."""
    places: tuple[Place, ...] = ()

    @property
    def rule(self) -> str:
        """How the names of its rules begin."""
        return f"{TAUGHT}.{self.name}" if self.origin == TAUGHT else self.name


@dataclass(frozen=True)
class Guidance:
    """What a person adds to the reader: portals that are described, and the one portal that pages are to be read by."""

    descriptions: tuple[Description, ...] = ()
    forced: str = ""
    """A portal's name; "" leaves it to the marks."""


UNGUIDED = Guidance()
