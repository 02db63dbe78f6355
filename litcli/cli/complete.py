"""Shell completion: offers keys, tags, fields, styles and formats. It only reads, and offers nothing rather than fail."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import typer

if TYPE_CHECKING:
    from litcli.store.library import Library

_Asked = ParamSpec("_Asked")

_MOST = 200
"""More than a person reads through."""


def _quiet(offer: Callable[_Asked, list[str]]) -> Callable[_Asked, list[str]]:
    """Let a failure offer nothing: a shell has no place for a message."""

    @wraps(offer)
    def tried(*asked: _Asked.args, **named: _Asked.kwargs) -> list[str]:
        try:
            return offer(*asked, **named)
        except Exception:  # noqa: BLE001  there may be no library, or none that opens
            return []

    return tried


@_quiet
def keys(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the citekeys that begin so."""
    return _from_library(ctx, lambda library: library.entries.keys(incomplete, _MOST))


@_quiet
def trash(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the citekeys in the trash that begin so."""
    return _from_library(ctx, lambda library: _begin((entry.citekey for entry in library.entries.trashed()), incomplete))


@_quiet
def tags(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the tags that begin so."""
    return _from_library(ctx, lambda library: [tag.path for tag in library.tags.all(incomplete)][:_MOST])


@_quiet
def pages(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the pages of the inbox whose SHA-256 begins so."""
    from litcli.store.pages import INBOX

    return _from_library(ctx, lambda library: _begin((page.sha256[:8] for page in library.pages.with_status(*INBOX)), incomplete))


@_quiet
def fields(incomplete: str) -> list[str]:
    """Return the fields that begin so."""
    from litcli.model.fields import FIELDS

    return _begin((row.name for row in FIELDS), incomplete)


@_quiet
def columns(incomplete: str) -> list[str]:
    """Return the columns that begin so, behind those that are named already."""
    from litcli.cli.present import COLUMN_NAMES

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in _begin(COLUMN_NAMES, last)]


@_quiet
def formats(incomplete: str) -> list[str]:
    """Return the formats of files that begin so."""
    from litcli.intake.formats import every

    return _begin(every().by_name, incomplete)


@_quiet
def profiles(incomplete: str) -> list[str]:
    """Return the programs for which there is a profile that begin so."""
    from litcli.formats._profiles import PROFILES

    return _begin(PROFILES, incomplete)


@_quiet
def citation_formats(incomplete: str) -> list[str]:
    """Return the formats of citations that begin so."""
    from litcli.citations.outputs import FORMATS

    return _begin(FORMATS, incomplete)


@_quiet
def styles(incomplete: str) -> list[str]:
    """Return the citation styles that begin so."""
    from litcli.citations.styles import names

    return _begin(names(), incomplete)[:_MOST]


@_quiet
def types(incomplete: str) -> list[str]:
    """Return the types of works that begin so."""
    from litcli.model.types import TYPES

    return _begin(TYPES, incomplete)


@_quiet
def portals(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the portals that begin so."""
    from litcli.cli.session import Session
    from litcli.intake.guidance import names

    session = Session.of(ctx)
    with session.looking() as library:
        return _begin(sorted(names(session.guidance(library).descriptions)), incomplete)


@_quiet
def taught(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the names under which the library was taught that begin so."""
    return _from_library(ctx, lambda library: _begin((one.name for one in library.taught.all()), incomplete))


@_quiet
def keys_and_fields(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return keys, and fields as the beginning of an assignment."""
    return keys(ctx, incomplete) + assignments(incomplete)


@_quiet
def assignments(incomplete: str) -> list[str]:
    """Return fields as the beginning of an assignment."""
    return [f"{name}=" for name in fields(incomplete)]


def _from_library(ctx: typer.Context, offer: "Callable[[Library], list[str]]") -> list[str]:
    from litcli.cli.session import Session

    with Session.of(ctx).reading() as library:
        return offer(library)


def _begin(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.casefold().startswith(incomplete.casefold())]
