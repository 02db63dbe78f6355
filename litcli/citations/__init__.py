"""Formatted citations: `cite` and `in_text` here, styles by name in `styles`, what a reference lacks: `bibliography.lacking`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from litcli.model.entry import Entry


def cite(
    entries: "Sequence[Entry]",
    *,
    style: str = "apa",
    format: str = "text",  # noqa: A002  the word that the command uses
    locale: str | None = None,
) -> str | bytes:
    """Return the list of references; bytes for docx and odt. See `litcli.citations.bibliography`."""
    from litcli.citations import bibliography

    return bibliography.cite(entries, style=style, format=format, locale=locale)


def in_text(
    entries: "Sequence[Entry]",
    *,
    style: str = "apa",
    format: str = "text",  # noqa: A002  the word that the command uses
    locale: str | None = None,
) -> str | bytes:
    """Return the citation that stands in the text for these entries together. See `litcli.citations.bibliography`."""
    from litcli.citations import bibliography

    return bibliography.in_text(entries, style=style, format=format, locale=locale)
