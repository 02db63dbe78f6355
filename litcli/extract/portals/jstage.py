"""J-STAGE: Japanese journals, in Japanese or English.

    日本畜産学会報 / Online ISSN : 1880-8255 / ... / 原著 / title / names / 著者情報 / 1988 年 59 巻 10 号 p. 848-853 / 抄録
    Journal / ISSN-L : 1880-8255 / Original Articles / title / names / Author information / 2014 Volume 51 Issue 2 Pages 45-53

What surprised us: the names run together without a separator, a space standing only between family and given name, and in English a
small letter before a capital; a volume's table of contents has the same head and is no work.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.japanese_names import split_run
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Span, claim, claimed, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.normalise import kind_of_work

NAME = "jstage"

MARKS = (
    Mark(0.7, "ISSN", r"^ISSN-L\s?:"),
    Mark(0.5, "著者情報", r"^著者(?:関連)?情報$"),
    Mark(0.4, "ジャーナル", r"^(?:ジャーナル|会議録・要旨集)\s(?:フリー|認証あり|オープンアクセス)"),
    Mark(0.4, "JOURNAL", r"^(?:JOURNAL|PROCEEDINGS)\s(?:FREE|OPEN|RESTRICTED) ACCESS"),
    Mark(0.3, "Author information", r"^Author information$"),
)
_ISSN = re.compile(r"^(?:ISSN-L|(?:Online|Print) ISSN|ISSN)\s?:")
_PLACE = re.compile(
    r"^(?P<issued__calendar>\d{4})\s?年\s?(?:(?P<volume>[\w.-]+?)\s?巻)?\s?(?:(?P<issue>[\w.-]+)\s?号)?\s?(?:p\.\s?(?P<page>[\w-]+))?$"
    r"|^(?P<issued__calendar2>\d{4})\s(?:Volume\s(?P<volume2>[\w.-]+)\s?)?(?:Issue\s(?P<issue2>[\w.-]+)\s?)?(?:Pages?\s(?P<page2>[\w-]+))?$"
)
_NUMBERED = re.compile(r"^(?:論文ID|Article ID)\s?:?\s?(?P<number>[\w.-]+)$")
_KEYWORDS = re.compile(r"^(?:キーワード|Keywords?)\s?[:：]\s?(?P<keyword>.+)$")
_NAMES_END = ("著者情報", "author information", "会議録・要旨集 フリー", "責任著者(corresponding author)")
_CONTENTS = re.compile(r"選択された号の論文の?\d+件中|Displaying \d+-\d+ of \d+ articles|from this issue$")
_SUBTITLE = re.compile(r"^[―ー—–\-~〜～]")
_GLUED = re.compile(r"(?<=[a-zà-ÿ.])(?=[A-Z][a-zA-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
_PARTICLE = re.compile(r"(?:^|\s)(?:Mc|Mac|De|Di|La|Le|Van|Von|Al-?)$")
_MENU = re.compile(
    r"^(?:(?:資料トップ|早期公開|巻号一覧|この資料について|Journal home|Advance online publication|All issues|About the journal)\s*)+$"
)
_SECTION_LENGTH = 14


def marks(layout: Layout) -> float:
    """Weigh the ISSN-L, the line of access and the link to the authors' affiliations."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a J-STAGE page holds no article."""
    return "the table of contents of an issue" if any(_CONTENTS.search(line.text) for line in layout.lines) else None


def read(layout: Layout) -> Draft:
    """Return what the page states."""
    draft = generic.read(layout, NAME)
    found = [*_journal(layout), *_issns(layout), *kind(layout, MARKS, NAME, "in-journal", 0.9)]
    found += read_lines(layout, layout.body, (_PLACE, _NUMBERED, _KEYWORDS), NAME, 0.96)
    head = list(_head(layout))
    names = _names(layout, head)
    found += _title(layout, head[:-1] if names else head)
    draft = amended(draft.without("author"), (*found, names))
    return draft.without("page") if any(candidate.field == "number" for candidate in found) else draft


def _journal(layout: Layout) -> list[Candidate]:
    """Read the line above the first ISSN."""
    first = next((line for line in layout.body if _ISSN.match(line.text)), None)
    above = layout.lines[first.index - 1] if first and first.index else None
    return claims(layout.text, "container-title", above.span, f"{NAME}.journal", 0.96) if above else []


def _issns(layout: Layout) -> Iterator[Candidate]:
    """Read the ISSNs of both versions; the linking one repeats either."""
    places = [
        ((line.end - 9, line.end),) for line in layout.lines[:15] if _ISSN.match(line.text) and not line.text.startswith("ISSN-L")
    ]
    if found := claim(layout.text, "ISSN", places, f"{NAME}.ISSN", 0.97):
        yield found


def _head(layout: Layout) -> Iterator[Line]:
    """Yield the lines between the ISSNs and the link to the authors: section, title, names."""
    last = max((line.index for line in layout.lines[:15] if _ISSN.match(line.text)), default=-1)
    for line in layout.lines[last + 1 : last + 12]:
        if _MENU.match(line.text):
            continue
        if (
            line.folded in _NAMES_END
            or _PLACE.match(line.text)
            or line.folded.startswith(("ジャーナル", "journal ", "キーワード", "keywords"))
        ):
            return
        yield line


def _names(layout: Layout, head: Sequence[Line]) -> Candidate | None:
    """Read the last line of the head as names; where they cannot be told apart for certain, none."""
    if len(head) < 2:
        return None
    line = head[-1]
    pieces = [
        [(line.start + first + start, line.start + first + end) for start, end in split_run(line.text[first:last])]
        for first, last in _commas(line.text, 0, len(line.text))
    ]
    spans = [span for piece in pieces for span in piece] if all(pieces) else _latin(line)
    return claim(layout.text, "author", [(span,) for span in spans], f"{NAME}.author", 0.94) if spans else None


def _latin(line: Line) -> list[Span]:
    """Return the names of a line in Latin letters, parted by commas or by a capital behind a small letter."""
    if not line.text.isascii() and sum(character > "\u2e80" for character in line.text) > 0.3 * len(line.text):
        return []
    cuts = [match.start() for match in _GLUED.finditer(line.text) if not _PARTICLE.search(line.text[: match.start()])]
    edges = [0, *cuts, len(line.text)]
    pieces = [piece for start, end in itertools.pairwise(edges) for piece in _commas(line.text, start, end)]
    words = [line.text[start:end].split() for start, end in pieces]
    return [(line.start + start, line.start + end) for start, end in pieces] if all(1 < len(name) < 6 for name in words) else []


def _commas(text: str, start: int, end: int) -> Iterator[Span]:
    for piece in re.finditer(r"[^,;，、]+", text[start:end]):
        stripped = piece.group().strip()
        first = start + piece.start() + len(piece.group()) - len(piece.group().lstrip())
        if stripped and stripped != "and":
            yield first, first + len(stripped)


def _title(layout: Layout, head: Sequence[Line]) -> list[Candidate]:
    """Read the title below the section's name, with the subtitle that a dash opens."""
    lines = list(head)
    if len(lines) > 1 and _is_section(lines[0], lines[1]):
        lines = lines[1:]
    if not lines:
        return []
    subtitle = len(lines) > 1 and _SUBTITLE.match(lines[1].text)
    parts = (lines[0].span, lines[1].span) if subtitle else (lines[0].span,)
    return claimed(layout.text, "title", [parts], f"{NAME}.title", 0.95)


def _is_section(line: Line, following: Line) -> bool:
    if _SUBTITLE.match(following.text):
        return False
    return (
        bool(kind_of_work(line.text))
        or (len(line.text) <= _SECTION_LENGTH and len(following.text) > len(line.text))
        or line.text.isupper()
    )
