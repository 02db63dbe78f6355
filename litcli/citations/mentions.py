"""What a document says of the works that it cites: keys as they stand, or what a reference manager left of a work."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from litcli.model.record import Json


@dataclass(frozen=True)
class Mention:
    """A work cited at a place."""

    key: str
    """As it stands; for a work of a reference manager what names it best."""
    file: Path
    line: int | None = None
    """None where the file has no lines."""
    work: Mapping[str, Json] | None = field(default=None, compare=False)
    """What a reference manager left of it, as CSL-JSON."""

    @property
    def place(self) -> str:
        """The file, and the line if it is known."""
        return str(self.file) if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Cited:
    """What a document cites."""

    mentions: tuple[Mention, ...] = ()
    """All of them, in order."""
    everything: bool = False
    """The document wants the whole library ("nocite: @*")."""
    files: tuple[Path, ...] = field(default=())
    """The files that were read for it."""

    @property
    def first(self) -> tuple[Mention, ...]:
        """Each work once, where it is cited first."""
        found: dict[str, Mention] = {}
        for mention in self.mentions:
            found.setdefault(mention.key, mention)
        return tuple(found.values())


def decoded(content: bytes) -> str:
    r"""Return a manuscript's text: UTF-8, or what older editors wrote; line ends become "\n"."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lined(text: str, found: Iterable[tuple[str, int]], file: Path) -> Iterator[Mention]:
    """Yield the keys found at places of a text, in order of place, with their lines."""
    line, before = 1, 0
    for key, place in found:
        line, before = line + text.count("\n", before, place), place
        yield Mention(key, file, line)
