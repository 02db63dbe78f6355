"""What other programs want of a file that is made for them: the format, its bytes, and what they call things of ours.

A row a program. Each was chosen for what the program itself reads best: a record that goes there with its profile loses least. To
add a program, add a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Profile:
    """How a file is written for one program."""

    label: str
    format: str
    ascii: bool = False
    """Letters beyond ASCII as escapes."""
    encoding: str = "utf-8"
    newline: str = "\n"
    places: tuple[tuple[str, str], ...] = ()
    """What the program calls a field of ours ("tags": our tags) where it is not the format's own choice."""
    omit: tuple[str, ...] = ()
    """What the program has no use for."""


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "zotero": Profile("Zotero", "ris", places=(("tags", "KW"),)),
        "jabref": Profile("JabRef", "bibtex", places=(("tags", "groups"),)),
        "endnote": Profile("EndNote", "endnote-xml", places=(("tags", "keywords/keyword"),)),
        "mendeley": Profile("Mendeley", "bibtex", places=(("tags", "mendeley-tags"),)),
        "papers": Profile("Papers", "ris", newline="\r\n", places=(("tags", "KW"),)),
        "biber": Profile("biber and BibLaTeX", "biblatex"),
        "bibtex8": Profile("BibTeX and bibtex8", "bibtex", ascii=True, omit=("attachment",)),
        "overleaf": Profile("Overleaf", "bibtex", omit=("attachment",)),
    }
)
"""Zotero, Mendeley and Papers take our tags for theirs, JabRef for groups; EndNote has only keywords. What an online editor or TeX
gets needs no paths of files on this machine."""
