"""The text of a PDF file, line by line: the text layer of a landing page that was printed to a file. It needs the extra "pdf".

A PDF draws its lines in any order. They are kept as they are drawn while they go down the sheet; where they go up again, a new
block begins, and a block comes before those that lie wholly below it. So a footer that is drawn first comes last, and columns,
which lie side by side, stay one behind the other.

What surprised us: pypdf complains through `logging`, which prints where nobody listens; and letters without a known meaning come
out as halves of surrogate pairs.
"""

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from litcli.errors import InputError
from litcli.pages.page import Source

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MEDIA_TYPE = "application/pdf"
MOST_SHEETS = 10
"""So many sheets are read; a landing page has one to five."""

_UNHEARD = logging.NullHandler()
_SPACED = 1.9
"""Lines that are further apart than so many times their size have a blank line between them."""
_HEADING = 1.25
"""Letters so many times the usual size are a heading's; its lines are one."""


@dataclass(frozen=True)
class Printed:
    """The text of a PDF file, and what is doubtful about it."""

    text: str
    doubts: tuple[str, ...] = ()


@dataclass
class _Line:
    text: str
    x: float
    y: float
    size: float


def is_pdf(head: bytes) -> bool:
    """Say whether a file is PDF, by its first bytes; a few others may stand before them."""
    return head[:1024].lstrip().startswith(b"%PDF-")


def text_of(source: Source) -> Printed:
    """Return the text of a PDF file; raises `InputError` where there is none to be had."""
    try:
        import pypdf
    except ImportError as error:
        reason = "a PDF file, which litcli reads when its extra 'pdf' is installed (pip install 'litcli[pdf]')"
        raise InputError(source.origin, reason) from error
    logging.getLogger("pypdf").addHandler(_UNHEARD)
    try:
        return _printed(pypdf.PdfReader(io.BytesIO(source.content)), source.origin)
    except InputError:
        raise
    except pypdf.errors.DependencyError as error:
        raise InputError(source.origin, "a PDF file that is encrypted; save it without protection first") from error
    except Exception as error:
        raise InputError(source.origin, f"a broken PDF file ({str(error).strip()[:80] or type(error).__name__})") from error


def _printed(reader: "PdfReader", origin: str) -> Printed:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(origin, "a PDF file that is encrypted; save it without its password first")
    sheets = len(reader.pages)
    text = "\n\n".join(_sheet(reader.pages[number]) for number in range(min(sheets, MOST_SHEETS)))
    if not text.strip():
        raise InputError(origin, "a PDF file without a text layer, as a scan is; recognise its text first (OCR)")
    doubts = (f"a PDF file of {sheets} sheets, of which the first {MOST_SHEETS} were read",) if sheets > MOST_SHEETS else ()
    return Printed(text.encode(errors="replace").decode(), doubts)


def _sheet(sheet: "PageObject") -> str:
    lines = [line for block in _in_order(_blocks(_lines(sheet))) for line in block]
    usual = sorted(line.size for line in lines)[len(lines) // 2] if lines else 0.0
    text: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        gap = before.y - line.y if before else 0.0
        spaced = gap > _SPACED * line.size or gap < -line.size
        if before and not spaced and line.size == before.size > _HEADING * usual:
            text[-1] = f"{text[-1].rstrip()} {line.text.lstrip()}"
        else:
            text += ["", line.text] if before and spaced else [line.text]
    return "\n".join(text)


def _lines(sheet: "PageObject") -> list[_Line]:
    """Return the lines as they are drawn."""
    lines: list[_Line] = []
    ended = True

    def draw(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        nonlocal ended
        for number, part in enumerate(text.split("\n")):
            ended = ended or number > 0
            if not part.strip():
                continue
            if ended:
                lines.append(_Line(part, *_place(cm, tm), round(size * hypot(tm[2], tm[3]) * hypot(cm[2], cm[3]), 1)))
            else:
                lines[-1].text += part
            ended = False

    sheet.extract_text(visitor_text=draw)
    return lines


def _place(cm: Sequence[float], tm: Sequence[float]) -> tuple[float, float]:
    return tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]


def _blocks(lines: list[_Line]) -> list[list[_Line]]:
    """Return the lines in blocks that go down the sheet."""
    blocks: list[list[_Line]] = []
    for line in lines:
        if blocks and line.y <= blocks[-1][-1].y + line.size / 2:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _in_order(blocks: list[list[_Line]]) -> list[list[_Line]]:
    """Return each block before those that lie wholly below it, else in the order given."""
    placed: list[list[_Line]] = []
    for block in blocks:
        below = (place for place, other in enumerate(placed) if block[-1].y > other[0].y)
        placed.insert(next(below, len(placed)), block)
    return placed
