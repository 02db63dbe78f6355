"""What a portal's reader points at by place is no title where it is navigation; what a label calls the title is one."""

from pathlib import Path

import pytest

from litcli.extract.engine import read
from litcli.extract.result import Extraction
from tests.extract.texts import page

PORTALS = Path(__file__).parent / "portals"
PAGES = ("tandf/title_twice.txt", "ouci/article.txt", "jstor/book.txt")
"""Pages whose portals have the title at a place, without a label."""
BOOK = (PORTALS / "jstor/book.txt").read_text(encoding="utf-8")


def title_of(text: str) -> tuple[object, float]:
    found = read(page(text))
    assert isinstance(found, Extraction)
    evidence = found.evidence.get("title")
    return found.record.get("title"), evidence[0].confidence if evidence else 0.0


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "noise",
    [
        "Download PDF",
        "Share article",
        "Home",
        "Home > Books > Houses",
        "Abstract",
        "Keywords",
        "Authors",
        "[2] Department of Stairs, University of Zvon",
        "2Department of Stairs, University of Zvon",
    ],
)
def test_navigation_where_a_portal_has_its_title_is_none(name: str, noise: str) -> None:
    text = (PORTALS / name).read_text(encoding="utf-8")
    title, _ = title_of(text)
    assert title_of(text.replace(str(title), f"{noise}\n{title}", 1))[0] == title


def test_a_title_found_elsewhere_than_the_portal_has_it_is_less_sure() -> None:
    title, sure = title_of(BOOK)
    assert title_of(BOOK.replace(str(title), f"Download PDF\n{title}", 1))[1] < sure


@pytest.mark.parametrize("title", ["Introduction", "Editorial", "2 universities compared", "Home care in winter"])
def test_a_work_may_be_called_as_headings_and_kinds_of_works_are(title: str) -> None:
    assert title_of(BOOK.replace(str(title_of(BOOK)[0]), title))[0] == title


def test_a_work_called_as_a_button_is_has_its_authors_below() -> None:
    assert title_of(BOOK.replace(str(title_of(BOOK)[0]), "Background"))[0] == "Background"


def test_what_a_label_calls_the_title_is_one() -> None:
    text = "Title: Home\nAuthors: Holt, Anna\nJournal: Journal of Hedges\nVolume: 14\nYear: 2019\nISSN: 1234-5679\n"
    assert title_of(text)[0] == "Home"
