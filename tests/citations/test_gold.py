"""References of 25 kinds of works in twelve styles, as their manuals have them: gold/STYLE.txt, a line a work.

Each line was written from the manual (APA 7, NLM's Citing Medicine, the IEEE Reference Guide, Nature's and Cell's guides to authors,
AMA 11, Chicago 18, MLA 9, Cite Them Right, the ACS Guide, DIN 1505-2), not printed. Where a style as shipped says otherwise,
gold/differences.md has what it prints, and why that stands; where our records were at fault, they were mended. Two liberties: ranges
of pages have an en dash throughout, and a retracted work says so in brackets, since a record does not tell where that was published.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from litcli.citations.bibliography import cite
from litcli.model.entry import Entry
from tests.citations.works import WORKS

_GOLD = Path(__file__).with_name("gold")
STYLES = sorted(path.stem for path in _GOLD.glob("*.txt"))
KINDS = tuple(work.citekey for work in WORKS)
_LABELS = {"acs": "({}) ", "ieee": "[{}] ", **dict.fromkeys(("ama", "cell", "nature", "vancouver"), "{}. ")}
"""How the styles that number references do so."""


@pytest.mark.parametrize("style", STYLES)
def test_references_are_as_the_manual_has_them(style: str) -> None:
    manual = dict(line.split(": ", 1) for line in (_GOLD / f"{style}.txt").read_text(encoding="utf-8").splitlines())
    assert tuple(manual) == KINDS
    for kind, said, shown in differences(style):
        told = [line for name, line in manual.items() if kind in {name, "*"} and said in line]
        assert told, f"no line of {kind} says {said!r}"
        manual |= {name: line.replace(said, shown, 1) for name, line in manual.items() if line in told}
    expected = {kind: _LABELS.get(style, "").format(at) + line for at, (kind, line) in enumerate(manual.items(), 1)}
    assert printed(style) == expected


def differences(style: str) -> list[tuple[str, str, str]]:
    """Return what the reviewed table says of a style: the kind of work, the manual's words, the style's."""
    table = (_GOLD / "differences.md").read_text(encoding="utf-8").split(f"## {style}\n")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines() if line.startswith("| ")][1:]
    assert all(len(row) == 4 and all(row) for row in rows), rows
    return [(kind, said, shown) for kind, said, shown, _ in rows]


@cache
def printed(style: str) -> dict[str, str]:
    """Return the reference of each kind of work; blanks that do not break stand as blanks."""
    lines = re.sub("[\u00a0\u202f]", " ", str(cite(WORKS, style=style))).splitlines()
    keys = re.findall(r'id="ref-([^"]+)"', str(cite(WORKS, style=style, format="html")))
    assert len(lines) == len(keys)
    by_key = dict(zip(keys, lines, strict=True))
    return {kind: by_key[kind] for kind in KINDS}


@pytest.mark.parametrize("style", STYLES)
def test_an_article_number_is_printed_once(style: str) -> None:
    unstated = [(), ("container-title", "volume", "DOI"), ("volume", "issue"), ("issued",)]
    records = [{name: said for name, said in WORKS[0].record.items() if name not in (*names, "DOI")} for names in unstated]
    for line in str(cite([Entry(f"seed{at}", record) for at, record in enumerate(records)], style=style)).splitlines():
        assert line.count("e26494") == 1
