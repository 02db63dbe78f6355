"""What one run of the program knows: the common options, the settings, where the library is, and how to open it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from litcli.cli.config import config_file, read_settings, settings
from litcli.cli.output import Screen
from litcli.errors import LibraryError, LibraryMissing
from litcli.settings import Settings

if TYPE_CHECKING:
    from litcli.citations.cache import Cache
    from litcli.extract.description import Guidance
    from litcli.store.context import Options
    from litcli.store.library import Library

NAME = "library.litcli"
VARIABLE = "LITCLI_LIBRARY"
PORTALS = "portals"
"""The folder of portal files."""


@dataclass(frozen=True)
class Session:
    """The common options of this run, and what follows from them."""

    library: Path | None = None
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False

    @classmethod
    def of(cls, ctx: typer.Context) -> "Session":
        """Return the session of a command's context."""
        return cls(**{row.name: ctx.meta[f"litcli.{row.name}"] for row in fields(cls) if f"litcli.{row.name}" in ctx.meta})

    @cached_property
    def screen(self) -> Screen:
        """Where to show things."""
        return Screen(quiet=self.quiet, verbose=self.verbose, no_color=self.no_color)

    @cached_property
    def settings(self) -> Settings:
        """The settings, read once."""
        return settings(read_settings(config_file(os.environ), os.environ))

    @cached_property
    def path(self) -> Path:
        """Where the library is, or would be made."""
        return self.library or find_library(Path.cwd(), os.environ)

    @cached_property
    def citations(self) -> "Cache":
        """The cache of formatted citations, in the user's cache folder."""
        from platformdirs import user_cache_path

        from litcli.citations.cache import Cache

        return Cache(user_cache_path("litcli") / "citations")

    @contextmanager
    def reading(self) -> Iterator["Library"]:
        """Open the library to look at it; nothing is made or changed."""
        from litcli.store.library import Library

        with Library.open(self._there(), readonly=True) as library:
            yield library

    @contextmanager
    def looking(self) -> Iterator["Library | None"]:
        """Open the library if there is one, for a command that needs none; one that cannot be opened is told."""
        try:
            library = self._opened() if _exists(self.path) else None
        except LibraryError as error:
            self.screen.warn(f"{error}; what it was taught is left out")
            library = None
        with library or nullcontext():
            yield library

    def _opened(self) -> "Library":
        from litcli.store.library import Library

        return Library.open(self.path, readonly=True)

    def guidance(self, library: "Library | None" = None, portal: str | None = None) -> "Guidance":
        """Return what guides the reader: portal files, what the library was taught, the portal that is asked for."""
        from litcli.intake.guidance import gather

        gathered = gather(library, self.portal_folders, portal)
        for broken in gathered.broken:
            self.screen.warn(broken)
        return gathered.guidance

    @property
    def portal_folders(self) -> tuple[Path, Path]:
        """Where portal files are: beside the config file, and beside the library."""
        return config_file(os.environ).parent / PORTALS, self.path.parent / PORTALS

    @contextmanager
    def changing(self) -> Iterator["Library"]:
        """Open the library to change it; it must be there."""
        from litcli.store.library import Library

        with Library.open(self._there(), options=self._options) as library:
            before = library.history.mark()
            try:
                yield library
            finally:
                self._rewrite(library, before)

    def _rewrite(self, library: "Library", before: tuple[int, ...]) -> None:
        """Write the automatic exports that a change touched; one that fails is told, and the change stays."""
        try:
            if library.history.mark() == before or not library.autos.all():
                return
            from litcli.cli.files import write_file
            from litcli.intake.live import refresh

            for path, error in refresh(library, write_file):
                told = self.screen.warn if error else self.screen.note
                told(f"the automatic export {path} was not written: {error}" if error else f"wrote {path}")
        except LibraryError as error:
            self.screen.warn(f"no automatic export was written: {error}")

    @contextmanager
    def filling(self, *, dry_run: bool = False) -> Iterator["Library"]:
        """Open the library to put something in; makes it where there is none, but leaves none behind for inputs that cannot be read."""
        if _exists(self.path):
            with self.changing() as library, rehearsed(library, dry_run=dry_run):
                yield library
        elif dry_run:
            from litcli.store.library import Library

            with Library.temporary(options=self._options) as library:
                yield library
        else:
            with self._made() as library:
                yield library

    @contextmanager
    def _made(self) -> Iterator["Library"]:
        from litcli.store.library import Library

        path = self.path.absolute()
        there = next(parent for parent in path.parents if parent.exists())
        library = Library.create(path, options=self._options)
        try:
            yield library
        finally:
            empty = _holds_nothing(library)
            library.close()
            if empty:
                _remove(path, upto=there)
        if not empty:
            self.screen.say(f"made the library {self.path}")

    def _there(self) -> Path:
        if not _exists(self.path):
            raise LibraryMissing(f"there is no library at {self.path}; 'litcli ingest' or 'litcli init' makes one")
        self.screen.note(f"library: {self.path}")
        return self.path

    @property
    def _options(self) -> "Options":
        from litcli.store.context import Options

        return Options(citekey_pattern=self.settings.citekey_pattern)


def _holds_nothing(library: "Library") -> bool:
    from litcli.store.pages import Status

    held = library.info()
    return not held.extractions and sum(held.pages.values()) == held.pages[Status.FAILED]


def rehearsed(library: "Library", *, dry_run: bool) -> AbstractContextManager[None]:
    """Return what keeps the changes of a block, or with `dry_run` none of them."""
    return library.rehearsal() if dry_run else nullcontext()


def find_library(folder: Path, environment: Mapping[str, str]) -> Path:
    """Return the library that is meant where none is named: the variable's, the nearest upwards, or the user's own."""
    if named := environment.get(VARIABLE):
        return Path(named)
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
    from platformdirs import user_data_path

    return user_data_path("litcli") / NAME


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise LibraryError(f"the library {path} cannot be opened: {error.strerror}") from error


def _remove(library: Path, upto: Path) -> None:
    """Take back an empty library, and the folders that were made for it."""
    from litcli.store.sql import files

    for file in files(library):
        file.unlink(missing_ok=True)
    for folder in library.parents:
        if folder == upto:
            return
        folder.rmdir()
