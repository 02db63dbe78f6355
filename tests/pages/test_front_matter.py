"""Notes in Markdown whose head states what they are about, and texts that only look like such notes."""

import pytest

from litcli.extract.engine import read
from litcli.extract.result import Extraction
from litcli.model.record import Record
from litcli.pages.decode import to_page
from litcli.pages.front_matter import statements
from litcli.pages.page import Source

_PROSE = "We counted drops of dew on the silk of forty spiders in two gardens, and large webs held more water until noon.\n"

NOTE = f"""---
title: "Dew on spider silk 𝔘: a survey"
author:
  - name: Anna Holt
    affiliation: University of Fenmoor
    orcid: 0000-0002-1825-0097
  - name: Jan Ruiter
year: 2019
journal: Journal of Wet Mornings
volume: 12
pages: 45-67
doi: 10.1234/dew.2019.12
tags:
  - "[[dew]]"
  - spiders
lang: en
layout: post
abstract: |
  {_PROSE}---

Some thoughts that came to me in the train to Fenmoor, when I read this paper for the second time.
"""


def _record(text: str) -> Record:
    found = read(to_page(Source("note.md", 1, text.encode(), "text/plain")))
    assert isinstance(found, Extraction)
    return found.record


def test_the_head_of_a_note_is_read_as_metadata() -> None:
    record = _record(NOTE)
    assert record["title"] == "Dew on spider silk 𝔘: a survey"
    assert record["author"] == [
        {"family": "Holt", "given": "Anna", "ORCID": "0000-0002-1825-0097"},
        {"family": "Ruiter", "given": "Jan"},
    ]
    assert record["keyword"] == ["dew", "spiders"]
    assert record["abstract"] == _PROSE.strip()
    assert record["container-title"] == "Journal of Wet Mornings"


@pytest.mark.parametrize(
    "authors",
    [
        "authors: [Anna Holt, Jan Ruiter]",
        'author: "Holt, Anna; Ruiter, Jan"',
        "author: Anna Holt and Jan Ruiter",
        "authors:\n- Anna Holt\n- 'Jan Ruiter'",
        "author: {name: Anna Holt}\nx: y\nauthors: [Jan Ruiter]",
    ],
)
def test_authors_come_in_several_forms(authors: str) -> None:
    stated = statements(f"---\ntitle: Dew\n{authors}\n---\n")
    text = f"---\ntitle: Dew\n{authors}\n---\n"
    named = " ".join(text[one.start : one.end] for one in stated if one.name.startswith("yaml.author"))
    assert all(name in named for name in ("Holt", "Ruiter"))
    assert "[" not in named
    assert '"' not in named


@pytest.mark.parametrize(
    "text",
    [
        "title: Dew\n",
        "---\nA rule, and prose: with a colon.\n---\n",
        "---\ntitle: Dew\nno end\n",
        "---\n- a list\n---\n",
        "---\nlayout: post\n---\n",
        "---\ntitle: [unclosed\n---\n",
        "---\ntitle: ''\n---\n",
        "---\n",
        "---\n---\n",
        "---\n? {a: b}\n: c\n---\n",
        '---\ntitle: "Say \\"dew\\""\n---\n',
    ],
)
def test_what_states_no_title_is_no_front_matter(text: str) -> None:
    assert statements(text) == ()


def test_a_head_that_refers_to_itself_comes_to_an_end() -> None:
    bomb = "---\na: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert [one.name for one in statements(f"{bomb}title: Dew\nauthors: *i\n---\n")] == ["yaml.title"]
