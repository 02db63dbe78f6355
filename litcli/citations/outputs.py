"""What citations are written as: pandoc's name for each format, the endings of its files, what is tidied up behind pandoc."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import MappingProxyType

from litcli.errors import UnknownName, UsageError


def _ended(shown: str) -> str:
    """End a text with one line end; nothing stays nothing."""
    bare = shown.strip("\n")
    return f"{bare}\n" if bare else ""


def _one_a_line(shown: str) -> str:
    """Put each reference on one line, also where its style begins a second one for its year."""
    return "\n".join(" ".join(reference.split("\n")) for reference in re.split(r"\n{2,}", shown.strip("\n")))


def _not_raised(shown: str) -> str:
    """Take out how plain text marks what is raised: "^(1,2)"."""
    return re.sub(r"\^\((.*?)\)", r"\1", shown)


def _without_paragraph(shown: str) -> str:
    return re.sub(r"^<p>|</p>$", "", shown, flags=re.MULTILINE)


def _as_it_is(shown: str) -> str:
    return shown


_UPRIGHT = Path(__file__).with_name("upright.lua")
_FLAT = Path(__file__).with_name("flat.lua")


@dataclass(frozen=True)
class Output:
    """How one of our formats is made."""

    arguments: tuple[str, ...]
    """What pandoc is asked for."""
    suffixes: tuple[str, ...]
    binary: bool = False
    small_capitals: bool = True
    """It has them."""
    filters: tuple[Path, ...] = (_UPRIGHT, _FLAT)
    """What is done to citeproc's references before they are written."""
    list_tidied: Callable[[str], str] = _as_it_is
    citation_tidied: Callable[[str], str] = _as_it_is

    def of_list(self, written: bytes) -> str | bytes:
        """Return a list of references as a person gets it."""
        return written if self.binary else _ended(self.list_tidied(written.decode()))

    def of_citation(self, written: bytes) -> str | bytes:
        """Return a citation as it is to stand in a sentence."""
        return written if self.binary else _ended(self.citation_tidied(written.decode()))


FORMATS: Mapping[str, Output] = MappingProxyType(
    {
        "text": Output(
            ("-t", "plain"), (".txt",), small_capitals=False, filters=(), list_tidied=_one_a_line, citation_tidied=_not_raised
        ),
        "html": Output(("-t", "html"), (".html", ".htm"), citation_tidied=_without_paragraph),
        "markdown": Output(("-t", "gfm"), (".md", ".markdown")),
        "latex": Output(("-t", "latex"), (".tex",)),
        "rtf": Output(("-t", "rtf", "-s"), (".rtf",)),
        "typst": Output(("-t", "typst"), (".typ",)),
        "docx": Output(("-t", "docx"), (".docx",), binary=True, filters=(_UPRIGHT,)),
        "odt": Output(("-t", "odt"), (".odt",), binary=True, filters=(_UPRIGHT,)),
    }
)
"""Fragments to paste, except for rtf, docx and odt, which are whole documents."""
_NO_TEXT = frozenset({".pdf", ".doc", ".epub", ".bib", ".ris", ".json", ".xml"})
"""Endings of files that would be broken with a text in them."""


def named(name: str) -> Output:
    """Return a format by its name; raises `UnknownName`."""
    if name not in FORMATS:
        raise UnknownName("format of citations", name, otherwise=f"there are {', '.join(FORMATS)}")
    return FORMATS[name]


def format_of(path: str) -> str:
    """Return the format that a file's ending stands for; text where it stands for none; raises `UsageError` where it is no text.

    >>> format_of("refs.docx"), format_of("refs.MD"), format_of("refs")
    ('docx', 'markdown', 'text')
    """
    suffix = PurePath(path).suffix.casefold()
    if suffix in _NO_TEXT:
        raise UsageError(f"citations are not written as {suffix}; name a format with --format ({', '.join(FORMATS)})")
    return next((name for name, output in FORMATS.items() if suffix in output.suffixes), "text")
