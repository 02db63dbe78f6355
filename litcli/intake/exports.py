"""Entries into files of references: which fields, in which format and bytes, and parted into several files.

In go entries and a `Plan`, out come bytes; who calls writes them where they belong. Formats are written entry by entry, so that a
large library takes no more memory than a small one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import cast
from unicodedata import normalize

from litcli.errors import UnknownName, UsageError
from litcli.formats._base import Options, Reader, Writer
from litcli.formats._profiles import PROFILES, Profile
from litcli.intake import formats
from litcli.model import fields as table
from litcli.model.entry import Entry
from litcli.model.values import show_value

TAGS = "tags"
"""What `--fields`, `--omit` and `--split-by` call our tags."""


@dataclass(frozen=True)
class Plan:
    """How entries are written, whichever they are."""

    writer: Writer
    profile: Profile
    only: tuple[str, ...] = ()
    """The fields that are written; none means all."""
    omit: tuple[str, ...] = ()
    ascii: bool = False

    @property
    def options(self) -> Options:
        """What the format's module is asked."""
        return Options(self.ascii or self.profile.ascii, self.profile.places)

    @property
    def reader(self) -> Reader:
        """The format as one that is read; raises `UsageError` for one that is only written."""
        if not hasattr(self.writer, "read"):
            raise UsageError(f"{self.writer.LABEL} cannot be read back; --verify, --append and --update need a format that can")
        return cast("Reader", self.writer)

    def shown(self, entry: Entry) -> Entry:
        """Return the entry with the fields that are wanted; its type always is."""
        omitted = {*self.omit, *self.profile.omit}
        if not self.only and not omitted:
            return entry
        wanted = {*(self.only or (*entry.record, TAGS)), "type"} - omitted
        record = {name: value for name, value in entry.record.items() if name in wanted}
        return replace(entry, record=record, tags=entry.tags if TAGS in wanted else ())

    def text(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Yield the pieces of the file."""
        return self.writer.write(map(self.shown, entries), self.options)

    def content(self, entries: Iterable[Entry]) -> Iterator[bytes]:
        """Yield the pieces of the file as they are stored."""
        return (self.encoded(piece) for piece in self.text(entries))

    def encoded(self, piece: str) -> bytes:
        """Return a piece as it is stored."""
        ended = piece if self.profile.newline == "\n" else piece.replace("\n", self.profile.newline)
        return ended.encode(self.profile.encoding, errors="replace")

    def lost(self, entry: Entry) -> tuple[str, ...]:
        """Return the fields of an entry that the format cannot carry."""
        return self.writer.lost(self.shown(entry))


def plan(
    format_name: str | None,
    profile: str | None = None,
    *,
    only: Sequence[str] = (),
    omit: Sequence[str] = (),
    ascii: bool = False,  # noqa: A002  the word that `export` uses
) -> Plan:
    """Make a plan from what a person asks; fields by any of their names, several parted by commas. Raises `UsageError`."""
    if not format_name and not profile:
        raise UsageError("say which format, or for which program")
    found = _profile(profile) if profile else Profile("", format_name or "")
    if format_name and formats.writer(format_name).NAME != formats.writer(found.format).NAME:
        raise UsageError(f"the profile {profile} is for {found.format}; leave out --to, or the profile")
    return Plan(formats.writer(found.format), found, _named(only), _named(omit), ascii)


def dumps(
    entries: Iterable[Entry],
    format: str | None = None,  # noqa: A002  the words that `export` uses
    *,
    profile: str | None = None,
    fields: Sequence[str] = (),
    omit: Sequence[str] = (),
    ascii: bool = False,  # noqa: A002
) -> str:
    """Return the entries as a file of a format ("ris") or for a program ("zotero"); what it cannot carry, `verify` tells."""
    return "".join(plan(format, profile, only=fields, omit=omit, ascii=ascii).text(entries))


def _profile(name: str) -> Profile:
    if name.casefold() not in PROFILES:
        raise UnknownName("profile", name, get_close_matches(name.casefold(), PROFILES), f"there are {', '.join(PROFILES)}")
    return PROFILES[name.casefold()]


def _named(words: Sequence[str]) -> tuple[str, ...]:
    """Return the fields that words name, each of which may be several."""
    single = (part.strip() for word in words for part in word.split(","))
    return tuple(TAGS if word.casefold() in {"tag", TAGS} else table.named(word).name for word in single if word)


def parted(entries: Iterable[Entry], field: str) -> dict[str, list[Entry]]:
    """Return the entries by the values of a field, for a file each: safe names, an entry with several values in each.

    Entries without a value are under "none". Raises `UsageError` where the field is none, or several.
    """
    name = TAGS if field.casefold() in {"tag", TAGS} else table.named(field).name
    by_value: dict[str, list[Entry]] = {}
    for entry in entries:
        for value in _values(entry, name) or ["none"]:
            by_value.setdefault(value, []).append(entry)
    names: dict[str, list[Entry]] = {}
    for value, some in by_value.items():
        names[_free(_safe(value), names)] = some
    return names


def _values(entry: Entry, name: str) -> list[str]:
    if name == TAGS:
        return list(entry.tags)
    value = entry.record.get(name)
    if isinstance(value, list):
        return [item if isinstance(item, str) else show_value([item]) for item in value]
    if isinstance(value, dict):
        parts = value.get("date-parts") or [[]]
        return [str(parts[0][0])] if parts[0] else [show_value(value)]
    return [value] if value else []


_UNSAFE = re.compile(r"[^\w.+-]+")
_LONGEST_NAME, _LONGEST_BYTES = 80, 200
"""Of a value's characters; a file system counts bytes, and a number and an ending follow."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for itself."""


def _safe(value: str) -> str:
    """Return a file's name for a value, without its ending.

    >>> _safe("The Lancet"), _safe("../../etc/passwd"), _safe("oncology/trials"), _safe("CON"), _safe("?!")
    ('The-Lancet', 'etc-passwd', 'oncology-trials', '_CON', 'none')
    """
    short = _UNSAFE.sub("-", normalize("NFC", value))[:_LONGEST_NAME].encode()[:_LONGEST_BYTES]
    name = short.decode(errors="ignore").strip("-. ") or "none"
    return f"_{name}" if _RESERVED.match(name) else name


def _free(name: str, names: Mapping[str, object]) -> str:
    """Return the name, or with a number where a file of another value has it, in any case of letters."""
    taken = {one.casefold() for one in names}
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name.casefold() not in taken else next(one for one in numbered if one.casefold() not in taken)
