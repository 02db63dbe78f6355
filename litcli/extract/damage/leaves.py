"""What a printed page has at its head and foot, in the middle of the text: a browser's stamp and address, numbers of leaves.

    12.03.2021, 14:05                          https://repository.example.org/record/4711
    Record 4711 - Repository                   1/2

A date with the clock's time opens such a line; addresses and numbers of leaves beside it go with it, and so does its title where another
leaf has it again.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from litcli.extract.damage.mended import Edit, Mended

_STAMP = re.compile(
    r"^\f?[ \t]*\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ \t]+\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]?[AaPp]\.?[Mm]\.?)?(?:[ \t]+(?P<title>\S[^\n]*))?$",
    re.MULTILINE,
)
_FOOT = re.compile(
    r"\f?\s*(?:https?://\S+(?:\s+\d{1,3}\s?/\s?\d{1,3})?|\d{1,3}\s?/\s?\d{1,3}|(?:page|seite|página|pagina|sida|side|str\.?)\s\d{1,3}"
    r"(?:\s?(?:of|von|de|di|av|af|/)\s?\d{1,3})?)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_NEAR = 3
"""So many lines around a stamp belong to it."""


def mend_leaves(mended: Mended) -> Mended:
    r"""Take out heads and feet of printed leaves.

    >>> mend_leaves(Mended("We saw\n1/2\n\f12.03.2021, 14:05\nbees.")).text
    'We saw\nbees.'
    """
    text = mended.text
    leaves = "\f" in text
    if not leaves and not _STAMP.search(text):
        return mended
    rows = list(_rows(text))
    stamps = {at: stamp["title"] for at, row in enumerate(rows) if (stamp := _STAMP.fullmatch(text, *row))}
    titles = Counter(stamps.values())
    dropped = {at for at, title in stamps.items() if not title or titles[title] > 1}
    near = {at + step for at in stamps for step in range(-_NEAR, _NEAR + 1)}
    dropped |= {at for at in near if 0 <= at < len(rows) and _FOOT.fullmatch(text, *rows[at])}
    if leaves:
        dropped |= set(_at_breaks(text, rows))
    return mended.edited(_edits(text, rows, dropped))


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are not blank."""
    place = 0
    for line in text.split("\n"):
        if line.strip():
            yield place, place + len(line)
        place += len(line) + 1


def _at_breaks(text: str, rows: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the numbers of leaves above and below a break between them, and a head that each leaf repeats."""
    heads = Counter(text[slice(*row)].strip() for row in rows if text[row[0]] == "\f")
    seen: set[str] = set()
    for at, ((above, above_end), (start, end)) in enumerate(pairwise(rows)):
        if text[start] != "\f":
            continue
        if _NUMBER.fullmatch(text, above, above_end):
            yield at
        head = text[start:end].strip()
        if _NUMBER.fullmatch(text, start, end) or (heads[head] > 1 and head in seen):
            yield at + 1
        seen.add(head)


def _edits(text: str, rows: list[tuple[int, int]], dropped: set[int]) -> Iterator[Edit]:
    for at in sorted(dropped):
        start, end = rows[at]
        yield Edit(start, min(end + 1, len(text)), "")
