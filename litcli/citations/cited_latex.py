r"""What LaTeX cites: `\cite` and its kin in .tex, and what LaTeX and biber leave behind in .aux.

A command cites where "cite" is in its name (`\parencite`, `\citep*`, `\Textcite`, one of a person's own), save those in a table; its
keys stand in braces behind any number of options. Comments, `verbatim` and `\verb` cite nothing. Files that are drawn in (`\input`,
`\include`, `\subfile`) are read where they stand if they lie in the document's folder or below it: a manuscript from elsewhere must
not make litcli read other files.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from litcli.citations.cache import Cache
from litcli.citations.mentions import Cited, Mention, decoded, lined

_NO_CITATION = frozenset(
    "citestyle citereset citeindexfalse citeindextrue citetrackertrue citetrackerfalse citetext citename citelist citefield "
    "setcitestyle bibpunct DeclareCiteCommand DeclareMultiCiteCommand newcites bibcite citation citedash".split()
)
_COMMAND = re.compile(
    r"(?<!\\)(?:\\\\)*\\(?:"
    r"(?P<draw>input|include|subfile|import|subimport)\b(?:\s*\{(?P<folder>[^{}]*)\}(?=\s*\{))?\s*\{?(?P<file>[^{}\s]*)|"
    r"(?P<cite>[A-Za-z]*[Cc]ite[A-Za-z]*)\*?)"
)
_OPTIONS = re.compile(r"\s*(?:\[[^\[\]{}]*(?:\{[^{}]*\}[^\[\]{}]*)*\]|\([^()]*\)|<[^<>]*>)")
_KEYS = re.compile(r"\s*\{([^{}\\]*)\}")
_HIDDEN = re.compile(
    r"(?P<escaped>\\[\\%])|(?P<comment>%[^\n]*)|\\begin\{(?P<env>verbatim\*?|lstlisting|minted|comment)\}.*?(?:\\end\{(?P=env)\}|\Z)"
    r"|\\verb\*?(?P<sign>[^A-Za-z\s*])[^\n]*?(?P=sign)",
    re.DOTALL,
)
_AUX = re.compile(r"^\\(?:citation|abx@aux@cite(?:\{\d+\})?)\{([^{}]*)\}|^\\@input\{([^{}]*)\}", re.MULTILINE)
_DEEPEST = 20
"""So many files may draw each other in."""


def read(path: Path, content: bytes, cache: Cache | None) -> Cited:  # noqa: ARG001  all readers are called alike
    """Return what a .tex file cites, with what it draws in."""
    return _Reading(path.parent, _in_tex).whole(path, content)


def read_aux(path: Path, content: bytes, cache: Cache | None) -> Cited:  # noqa: ARG001  all readers are called alike
    """Return what an .aux file says was cited, with those of chapters."""
    return _Reading(path.parent, _in_aux).whole(path, content)


@dataclass(frozen=True)
class _Found:
    """A key, or a file that is drawn in, at a place."""

    word: str
    place: int
    is_file: bool = False


@dataclass
class _Reading:
    """A document and the files that it draws in."""

    home: Path
    finder: Callable[[str], Iterator[_Found]]
    files: list[Path] = field(default_factory=list)

    def whole(self, path: Path, content: bytes) -> Cited:
        """Return what the document cites."""
        mentions = tuple(self._mentions(path, content))
        return Cited(
            tuple(mention for mention in mentions if mention.key != "*"),
            any(mention.key == "*" for mention in mentions),
            tuple(self.files),
        )

    def _mentions(self, path: Path, content: bytes, depth: int = 0) -> Iterator[Mention]:
        self.files.append(path)
        text = decoded(content)
        found = list(self.finder(text))
        for one, mention in zip(found, lined(text, ((one.word, one.place) for one in found), path), strict=True):
            if not one.is_file:
                yield mention
            elif depth < _DEEPEST and (inner := self._drawn_in(one.word)) is not None:
                yield from self._mentions(*inner, depth + 1)

    def _drawn_in(self, name: str) -> tuple[Path, bytes] | None:
        """Return a file of the document's folder, or None where there is none, or where it was read already."""
        for path in (self.home / name, self.home / f"{name}.tex"):
            try:
                inside = path.resolve().is_relative_to(self.home.resolve())
                if inside and path not in self.files:
                    return path, path.read_bytes()
            except (OSError, ValueError):
                continue
        return None


def _in_tex(text: str) -> Iterator[_Found]:
    shown = _HIDDEN.sub(lambda hidden: hidden[0] if hidden["escaped"] else re.sub(r"[^\n]", " ", hidden[0]), text)
    for command in _COMMAND.finditer(shown):
        if name := command["cite"]:
            if name not in _NO_CITATION and not _is_defined(shown, command.start()):
                yield from _keys(shown, command.end(), several=name.endswith("s") and name.casefold().endswith("cites"))
        elif command["file"]:
            yield _Found(f"{command['folder'] or ''}{command['file']}", command.start("file"), is_file=True)


def _keys(text: str, place: int, *, several: bool) -> Iterator[_Found]:
    """Yield the keys behind a command: those of the first braces, or with `several` of all."""
    while True:
        while option := _OPTIONS.match(text, place):
            place = option.end()
        keys = _KEYS.match(text, place)
        if not keys:
            return
        yield from _split(keys[1], keys.start(1))
        place = keys.end()
        if not several:
            return


def _split(keys: str, place: int) -> Iterator[_Found]:
    for key in re.finditer(r"[^,]+", keys):
        if (bare := key[0].strip()) and "#" not in bare:
            yield _Found(bare, place + key.start())


def _is_defined(text: str, place: int) -> bool:
    r"""Tell whether the command is only being defined: `\newcommand{\mycite}`."""
    return re.search(r"\\(?:re)?newcommand\*?\s*\{?$|\\(?:def|let)\s*$", text[max(0, place - 30) : place]) is not None


def _in_aux(text: str) -> Iterator[_Found]:
    for line in _AUX.finditer(text):
        if line[2]:
            yield _Found(line[2], line.start(2), is_file=True)
        else:
            yield from _split(line[1], line.start(1))
