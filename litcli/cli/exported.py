"""What `export` does: writes a file, verifies it, adds to one, updates one, writes several, keeps one up to date."""

import os
import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import typer

from litcli.cli.choose import chosen, count
from litcli.cli.files import write_file
from litcli.cli.outcomes import DifferenceJson, told_apart
from litcli.cli.output import Column, Screen
from litcli.cli.session import Session
from litcli.errors import Findings, InputError, NotFound, UsageError
from litcli.model.entry import Entry

if TYPE_CHECKING:
    from litcli.intake.exports import Plan
    from litcli.intake.verifying import Altered
    from litcli.store.library import Library

_PAUSE = 0.5
"""Seconds between two looks for changes."""
_NAMED = 5
"""Up to so many keys are named in a message."""


class AlteredJson(TypedDict):
    """`export --verify`: an entry that the file does not give back whole."""

    citekey: str
    dropped: list[str]
    changed: list[DifferenceJson]
    added: list[str]


@dataclass(frozen=True)
class Asked:
    """What a person asks of `export`."""

    session: Session
    to: str | None
    profile: str | None
    file: Path | None
    """Where to; None is stdout."""
    keys: tuple[str, ...]
    where: str | None
    fields: tuple[str, ...]
    omit: tuple[str, ...]
    ascii: bool
    sort: str | None
    aux: Path | None
    as_json: bool

    @property
    def screen(self) -> Screen:
        """Where to show things."""
        return self.session.screen

    @cached_property
    def plan(self) -> "Plan":
        """How entries are written."""
        from litcli.intake import exports, formats

        to = self.to
        if not to and not self.profile:
            found = self.file and formats.of_file(str(self.file))
            if not found:
                names = ", ".join(formats.every().writers)
                raise UsageError(f"say which format with --to ({names}), or name a file with its ending, as in -o refs.bib")
            to = found.NAME
        return exports.plan(to, self.profile, only=self.fields, omit=self.omit, ascii=self.ascii)

    def entries(self, library: "Library") -> Generator[Entry, None, None]:
        """Return the entries that are asked for, to be closed before the library is; raises `NotFound` where there is none."""
        if self.aux:
            found: Iterator[Entry] = iter(self._cited(library, self.aux))
        elif self.keys or self.where is not None:
            found = iter(self._sorted(library, chosen(library, self.keys, self.where)))
        else:
            found = library.entries.each(self.sort or "citekey")
        first = next(found, None)
        if first is None:
            raise NotFound("nothing is cited that the library has" if self.aux else "the library is empty")
        return _each(first, found)

    def _cited(self, library: "Library", aux: Path) -> list[Entry]:
        """Return what a document cites; keys that the library does not have are told."""
        from litcli.citations.cited import read

        cited = read(aux)
        if cited.everything:
            return library.entries.all(self.sort or "citekey")
        entries, lacking = [], []
        for mention in cited.first:
            try:
                entries.append(library.entries.get(mention.key))
            except NotFound:
                lacking.append(mention.key)
        for key in lacking:
            self.screen.warn(f"{aux}: '{key}' is cited, and the library does not have it")
        return list(self._sorted(library, list({entry.citekey: entry for entry in entries}.values())))

    def _sorted(self, library: "Library", entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return entries in the order that is asked for, else as they are."""
        if not self.sort:
            return entries
        place = {citekey: at for at, citekey in enumerate(library.entries.order(self.sort))}
        return sorted(entries, key=lambda entry: place.get(entry.citekey, len(place)))


def write(asked: Asked) -> None:
    """Write a file, or stdout; with `--json` a line that says what was written, or holds it."""
    plan = asked.plan
    with asked.session.reading() as library, closing(asked.entries(library)) as entries:
        passed = _Passed(plan, entries)
        if asked.file:
            write_file(asked.file, plan.content(passed))
            _tell_lost(asked.screen, passed)
            asked.screen.did(f"wrote {count(passed.total, 'entry', 'entries')} to {asked.file}")
            if asked.as_json:
                asked.screen.json(_about(asked, passed.citekeys))
        else:
            text = "".join(plan.text(passed)) if asked.as_json else None
            for piece in plan.text(passed) if text is None else ():
                asked.screen.piece(piece)
            _tell_lost(asked.screen, passed)
            if text is not None:
                asked.screen.json({**_about(asked, passed.citekeys), "text": text})


def verify(asked: Asked) -> None:
    """Write a file, read it back, and list what is not whole in it; leaves with exit code 4 where something is not."""
    from litcli.intake.verifying import altered

    plan, reader = asked.plan, asked.plan.reader
    with asked.session.reading() as library:
        entries = list(asked.entries(library))
    content = b"".join(plan.content(entries))
    if asked.file:
        write_file(asked.file, content)
        content = asked.file.read_bytes() if asked.file.is_file() else content
    elif not asked.as_json:
        asked.screen.piece(content.decode(plan.profile.encoding))
    found = altered([plan.shown(entry) for entry in entries], content, reader)
    for one in found if not asked.as_json else ():
        asked.screen.warn(_altered(one))
    if asked.as_json:
        text = None if asked.file else content.decode(plan.profile.encoding)
        asked.screen.json(
            {
                **_about(asked, [entry.citekey for entry in entries]),
                "text": text,
                "altered": [_altered_json(one) for one in found],
            }
        )
    whole = len(entries) - len(found)
    are = "is" if whole == 1 else "are"
    asked.screen.did(f"{whole} of {count(entries, 'entry', 'entries')} {are} whole in {asked.file or plan.writer.LABEL}")
    if found:
        raise typer.Exit(Findings.exit_code)


def append(asked: Asked, file: Path) -> None:
    """Add to a file what it does not have yet; one that is not there is made."""
    from litcli.intake.amending import append as added_to

    if not file.exists() or not file.stat().st_size:
        write(asked)
        return
    with asked.session.reading() as library:
        addition = added_to(asked.plan, str(file), list(asked.entries(library)))
    if addition.added:
        write_file(file, addition.content)
    _tell_lost(asked.screen, _Passed(asked.plan, addition.added).read())
    for citekey in addition.taken:
        asked.screen.warn(f"{file} has another work under the key {citekey}; it was not added")
    asked.screen.did(f"added {count(addition.added, 'entry', 'entries')} to {file}")
    if asked.as_json:
        asked.screen.json(_about(asked, [entry.citekey for entry in addition.added]))
    if addition.taken:
        raise typer.Exit(InputError.exit_code)


def update(asked: Asked, file: Path) -> None:
    """Put the entries of a file as they are now, and leave all else in it alone."""
    from litcli.intake.amending import update as updated

    with asked.session.reading() as library:
        entries = list(asked.entries(library))
    done = updated(asked.plan, str(file), entries)
    if done.content != done.before:
        write_file(file, done.content)
    absent = len(entries) - len(done.found)
    if absent and (asked.keys or asked.where is not None):
        asked.screen.say(f"{count(absent, 'entry', 'entries')} not in {file}; --append adds what it does not have")
    what = f"{count(len(done.found), 'entry', 'entries')} in {file}"
    asked.screen.did(f"{what} as in the library {'now' if done.content != done.before else 'already; nothing was changed'}")
    if asked.as_json:
        asked.screen.json(_about(asked, done.found))


def split(asked: Asked, field: str) -> None:
    """Write a file for each value of a field."""
    from litcli.intake.exports import parted

    folder, plan = asked.file or Path(), asked.plan
    with asked.session.reading() as library, closing(asked.entries(library)) as found:
        parts = parted(found, field)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder {folder} cannot be made: {error.strerror}") from error
    passed = _Passed(plan, {entry.citekey: entry for some in parts.values() for entry in some}.values()).read()
    for name, entries in parts.items():
        file = folder / f"{name}{plan.writer.SUFFIXES[0]}"
        write_file(file, plan.content(entries))
        asked.screen.note(f"wrote {count(entries, 'entry', 'entries')} to {file}")
        if asked.as_json:
            asked.screen.json({**_about(asked, [entry.citekey for entry in entries]), "output": str(file)})
    _tell_lost(asked.screen, passed)
    asked.screen.did(f"wrote {count(passed.total, 'entry', 'entries')} to {count(len(parts), 'file', 'files')} in {folder}")


def watch(asked: Asked) -> None:
    """Write a file again after each change of the library, until a person stops it."""
    if not asked.file:
        raise UsageError("--watch needs a file; name it with -o")
    with asked.session.reading() as library:
        version = None
        while True:
            if (now := library.history.version()) != version:
                version = now
                write(asked)
            time.sleep(_PAUSE)


def register(asked: Asked, file: Path) -> None:
    """Write a file now, and from now on after each change."""
    from litcli.intake import live
    from litcli.store.autos import AutoExport

    if asked.aux:
        raise UsageError("--auto follows the library, not a document; choose entries by keys or with --where")
    if os.fsencode(file) != str(file).encode(errors="replace"):
        raise UsageError(f"{file} has a name that is no text, which no library keeps; name another file")
    auto = AutoExport(
        os.path.abspath(file),  # noqa: PTH100  a link stays the file that was named
        asked.plan.writer.NAME,
        asked.profile,
        asked.keys,
        asked.where,
        asked.fields,
        asked.omit,
        asked.ascii,
        asked.sort,
    )
    with asked.session.changing() as library:
        if asked.keys or asked.where is not None:
            chosen(library, asked.keys, asked.where)
        live.register(library, auto, write_file)
    asked.screen.did(f"wrote {file}, and writes it after each change that touches it")


def list_autos(session: Session, *, as_json: bool) -> None:
    """List the files that are written after each change."""
    with session.reading() as library:
        autos = library.autos.all()
    if as_json:
        for auto in autos:
            session.screen.json(asdict(auto))
    else:
        rows = [(auto.path, auto.profile or auto.format, " ".join(auto.keys) or auto.where or "") for auto in autos]
        session.screen.table((Column("File", gives_way=True), Column("Format"), Column("Entries", gives_way=True)), rows)
    session.screen.none_found(autos, "there is no automatic export; 'litcli export --auto FILE' makes one")


def remove_auto(session: Session, file: Path) -> None:
    """Write a file no more after changes."""
    with session.changing() as library:
        library.autos.remove(os.path.abspath(file))  # noqa: PTH100  as it was registered
    session.screen.did(f"{file} is written no more after changes")


def _each(first: Entry, others: Iterator[Entry]) -> Generator[Entry, None, None]:
    yield first
    yield from others


class _Passed:
    """Passes entries on, and keeps what is said of them afterwards."""

    def __init__(self, plan: "Plan", entries: Iterable[Entry]) -> None:
        self._entries = entries
        self.plan = plan
        self.citekeys: list[str] = []
        self.lost: Counter[str] = Counter()

    @property
    def total(self) -> int:
        """How many there were."""
        return len(self.citekeys)

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.citekeys.append(entry.citekey)
            self.lost.update(self.plan.lost(entry))
            yield entry

    def read(self) -> "_Passed":
        """Let them all pass."""
        for _ in self:
            pass
        return self


def _tell_lost(screen: Screen, passed: _Passed) -> None:
    """Say which fields the format cannot carry."""
    if passed.lost:
        told = ", ".join(f"{field} ({count(number, 'entry', 'entries')})" for field, number in passed.lost.items())
        screen.say(f"{passed.plan.writer.LABEL} has no place for {told}")


def _about(asked: Asked, citekeys: Sequence[str]) -> dict[str, object]:
    place = str(asked.file) if asked.file else None
    return {"format": asked.plan.writer.NAME, "entries": list(citekeys), "output": place, "text": None}


def _altered(one: "Altered") -> str:
    """Return in one line what is not whole of an entry."""
    pairs = [(change.field, *told_apart(change.ours, change.theirs)) for change in one.changed]
    changed = [f"{field} was {ours}, is {theirs}" for field, ours, theirs in pairs]
    dropped = [f"dropped {', '.join(one.dropped)}"] if one.dropped else []
    added = [f"gained {', '.join(one.added)}"] if one.added else []
    return f"{one.citekey}: {'; '.join((*dropped, *changed, *added))}"


def _altered_json(one: "Altered") -> AlteredJson:
    return AlteredJson(
        citekey=one.citekey,
        dropped=list(one.dropped),
        changed=[DifferenceJson(field=change.field, ours=change.ours, theirs=change.theirs) for change in one.changed],
        added=list(one.added),
    )
