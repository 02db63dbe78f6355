"""Which works a document cites, in order of first appearance.

In goes a file; its ending tells how it cites: Markdown as pandoc reads it (`cited_markdown`), LaTeX and what LaTeX leaves behind in
.aux (`cited_latex`), Typst (`cited_typst`), Word (`cited_word`). Out come the keys as they stand, with their lines where the file has
lines; what a reference manager left in a Word file is no key but a work, for `litcli.citations.resolve` to find.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from litcli.citations import cited_latex, cited_markdown, cited_typst, cited_word
from litcli.citations.cache import Cache
from litcli.citations.mentions import Cited
from litcli.errors import InputError, UsageError

LARGEST = 256 * 1024 * 1024
"""Bytes; no manuscript is larger."""

_Reader = Callable[[Path, bytes, Cache | None], Cited]

READERS: Mapping[str, _Reader] = MappingProxyType(
    {
        **dict.fromkeys((".md", ".markdown", ".qmd", ".rmd", ".org", ".rst", ".ipynb"), cited_markdown.read),
        **dict.fromkeys((".tex", ".ltx"), cited_latex.read),
        ".aux": cited_latex.read_aux,
        ".typ": cited_typst.read,
        ".docx": cited_word.read,
    }
)
"""By a file's ending."""


def read(path: Path, cache: Cache | None = None) -> Cited:
    """Return what a document cites; raises `UsageError` for a file of another kind, `InputError` for one that cannot be read."""
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        raise UsageError(f"{path}: litcli finds citations in files that end in {', '.join(READERS)}")
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(str(path), f"it is larger than {LARGEST // 1024**2} MiB, so it is no manuscript")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    return reader(path, content, cache)
