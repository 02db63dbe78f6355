"""The letters behind years, beside pandoc's own: the same letters, and first names only where the style has them."""

import re
from random import Random

import pytest

from litcli.citations import letters
from litcli.citations.bibliography import cite
from litcli.citations.ready import Ready
from litcli.model.entry import Entry
from litcli.model.record import Record

_AUTHOR_DATE = ("apa", "chicago", "harvard", "din-1505-2", "elsevier-harvard", "asa", "new-harts-rules-author-date")


def alike(seed: int, count: int = 40) -> list[Entry]:
    """Works of few names and years, so that many are cited alike; each has pages of its own."""
    chance = Random(seed)  # noqa: S311

    def name() -> dict[str, str]:
        return {"family": chance.choice(("Ng", "Roe", "van Dijk")), "given": chance.choice(("Amy", "Al", "Bo", "Bob C."))}

    def record(at: int) -> Record:
        return {
            "type": "article-journal",
            "title": chance.choice(("On bees", "Of mice", "The moth")),
            "author": [name() for _ in range(chance.choice((1, 1, 2, 3, 4)))],
            "issued": {"date-parts": [[chance.choice((2019, 2020))]]} if chance.random() < 0.9 else {"literal": "in press"},
            "container-title": "Bees",
            "volume": "7",
            "page": f"{1000 + at}",
        }

    return [Entry(f"k {at}", record(at)) for at in range(count)]


def lettered(entries: list[Entry], style: str) -> dict[str, str]:
    """The letter of each reference, by its page."""
    shown = str(cite(entries, style=style)).splitlines()
    found = [(re.search(r"\b1[01]\d\d\b", line), re.search(r"\b(?:2019|2020)([a-z]*)\b", line)) for line in shown]
    return {page[0]: year[1] if year else "" for page, year in found if page}


@pytest.mark.parametrize("style", _AUTHOR_DATE)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_letters_are_pandocs(monkeypatch: pytest.MonkeyPatch, style: str, seed: int) -> None:
    entries = alike(seed)
    ours = lettered(entries, style)
    monkeypatch.setattr(Ready, "by_mark", None)
    assert len(ours) == len(entries)
    assert "b" in ours.values()
    assert ours == lettered(entries, style)


def test_batches_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = alike(3)
    whole = cite(entries, style="apa")
    monkeypatch.setattr(letters, "_BATCH", 1)
    assert cite(entries, style="apa") == whole


def test_what_tells_citations_apart_stays_out_of_the_list() -> None:
    def work(given: str, *others: str) -> Entry:
        people = [{"family": "Roe", "given": given}, *({"family": other, "given": "Amy"} for other in others)]
        return Entry(given, {"type": "book", "title": "On bees", "author": people, "issued": {"date-parts": [[2020]]}})

    assert str(cite([work("Al"), work("Bo")], style="harvard")).startswith("Roe, A. (2020) ")
    assert str(cite([work("Al", "Ng", "Ab"), work("Bo", "Li", "Ab")], style="mla")).startswith("Roe, Al, et al. ")


def test_many_references_take_no_more_than_their_share() -> None:
    entries = alike(4, 600)
    assert len(str(cite(entries, style="apa")).splitlines()) == 600
