"""What landing pages of many kinds state in their metadata, and how it is checked against what they show.

Each page in `embedded/` stands beside what its metadata alone should give: for each field, the surest candidate.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.extract.base.embedded import other_than_a_work, read
from litcli.extract.candidates import Candidate
from litcli.extract.normalise import normalise
from litcli.pages.decode import to_page
from litcli.pages.page import Page, Source

CASES = sorted((Path(__file__).parent / "embedded").glob("*.html"))


def page_of(markup: str | bytes) -> Page:
    content = markup.encode() if isinstance(markup, str) else markup
    return to_page(Source("a.html", 1, content, "text/html"))


def surest(page: Page) -> dict[str, Candidate]:
    best: dict[str, Candidate] = {}
    for candidate in read(page):
        if candidate.field not in best or candidate.confidence > best[candidate.field].confidence:
            best[candidate.field] = candidate
    return best


def values(markup: str) -> dict[str, object]:
    return {field: candidate.value for field, candidate in surest(page_of(markup)).items()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_metadata_of_a_landing_page(path):
    found = {field: candidate.value for field, candidate in surest(page_of(path.read_bytes())).items()}
    assert found == json.loads(path.with_suffix(".json").read_text())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_value_is_what_stands_at_its_place(path):
    page = page_of(path.read_bytes())
    for candidate in read(page):
        for item in candidate.items:
            texts = [page.text[start:end] for start, end in item.evidence.parts]
            assert item.value == normalise(candidate.field, texts, item.evidence.rule)
            assert item.evidence.selector
            assert 0 < item.evidence.confidence <= 1


def confidence(field: str, markup: str) -> float:
    return surest(page_of(markup))[field].confidence


PROSE = "<p>" + "Something else stands on the page, and it is long enough to speak for itself. " * 4


@pytest.mark.parametrize(
    ("meta", "field", "shown"),
    [
        ('name="citation_title" content="On Bees in Gardens"', "title", "On bees in gardens"),
        ('name="citation_doi" content="10.1000/1"', "DOI", "https://doi.org/10.1000/1"),
        ('name="citation_author" content="Bell, Anna"', "author", "A. Bell"),
    ],
)
def test_what_the_page_shows_too_is_surer_and_what_it_contradicts_is_not(meta, field, shown):
    markup = f"<meta {meta}>{PROSE}"
    agreed = confidence(field, f"{markup}<p>{shown}")
    alone = confidence(field, f"<meta {meta}><p>Loading")
    against = confidence(field, f"{markup}<p>DOI 10.1000/another")
    assert agreed > alone > against


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("12", "19", {"page": "12-19"}),
        ("12", "", {"page": "12"}),
        ("12", "12", {"page": "12"}),
        ("e26494", "", {"number": "e26494"}),
        ("104522", "", {"number": "104522"}),
        ("104522", "104522", {"number": "104522"}),
        ("S12", "S19", {"page": "S12-S19"}),
    ],
)
def test_pages_and_article_numbers(first, last, expected):
    metas = f'<meta name=citation_firstpage content="{first}"><meta name=citation_lastpage content="{last}">x'
    assert values(metas) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Bell, Anna; Dent, Carl", ["Bell", "Dent"]),
        ("Anna Bell, Carl Dent, Zoë Échevin", ["Bell", "Dent", "Échevin"]),
        ("Peters, J M H", ["Peters"]),
    ],
)
def test_several_authors_in_one_statement(content, expected):
    [author] = read(page_of(f'<meta name="citation_authors" content="{content}">x'))
    assert [person["family"] for person in author.value] == expected


def test_identifiers_are_checked():
    wrong = {"citation_doi": "see website", "citation_issn": "1234-5678", "citation_pmid": "none", "citation_isbn": "978-0"}
    assert values("".join(f'<meta name={name} content="{value}">' for name, value in wrong.items()) + "x") == {}


def test_several_coins_are_a_list_and_none_is_read():
    spans = "".join(f'<span class="Z3988" title="rft.atitle=On+Bees+{n}&rft.jtitle=J"></span>' for n in (1, 2))
    assert values(f"<p>x{spans}") == {}


def test_the_same_coins_twice_is_one():
    assert values('<p>x<span class="Z3988" title="rft.atitle=On+Bees&rft.jtitle=J"></span>' * 2)["title"] == "On Bees"


def test_a_window_s_title_counts_as_far_as_the_page_shows_it():
    assert values("<title>On bees in gardens | Journal | Publisher</title><h1>On bees in gardens</h1>") == {
        "title": "On bees in gardens"
    }
    assert values("<title>Welcome to the repository</title><h1>On bees in gardens</h1>") == {}


def test_a_slogan_or_the_beginning_of_an_abstract_is_no_abstract():
    cut = "We watched bees in a garden for a summer and wrote down what they did there, hour by hour, in rain and ..."
    assert values(f'<meta name=dc.description content="Our journal."><meta name=citation_abstract content="{cut}">x') == {}


def test_a_page_of_plain_text_has_none():
    assert read(to_page(Source("a.txt", 1, b"citation_title: On Bees", "text/plain"))) == []


@pytest.mark.parametrize(
    ("type_", "reason"),
    [("NewsArticle", "a news article"), ("ProfilePage", "a person's profile"), ("ScholarlyArticle", None), ("WebPage", None)],
)
def test_the_metadata_tells_other_pages(type_, reason):
    markup = f'<script type="application/ld+json">{{"@type": "{type_}", "name": "x"}}</script>x'
    assert other_than_a_work(page_of(markup)) == reason
    assert other_than_a_work(page_of(f"<meta name=citation_title content=x>{markup}")) is None


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "name", "author", "isPartOf", "sameAs", "x"]), inner, max_size=4
        ),
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["ScholarlyArticle", "Book", "Thing"]))
def test_no_linked_data_raises(data, type_):
    graph = json.dumps([{"@type": type_, "name": "On Bees"}, data]).replace("<", "\\u003c")
    page = page_of(f'<script type="application/ld+json">{graph}</script>x')
    for candidate in read(page):
        for item in candidate.items:
            texts = [page.text[start:end] for start, end in item.evidence.parts]
            assert item.value == normalise(candidate.field, texts, item.evidence.rule)


def meta(*pairs: tuple[str, str]) -> str:
    head = "".join(f'<meta name="{name}" content="{content}">' for name, content in pairs)
    return f"<html><head>{head}</head><body><h1>Moss on roofs</h1></body></html>"


def test_an_orcid_belongs_to_the_author_stated_before_it():
    found = values(
        meta(
            ("citation_title", "Moss on roofs"),
            ("citation_author", "Bergqvist, Anna"),
            ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
            ("citation_author", "Meer, Jan"),
            ("citation_author", "Holm, Ole"),
            ("citation_author_institution", "University of Roofs"),
            ("citation_author_orcid", "0000-0001-5109-3700"),
        )
    )
    assert found["author"] == [
        {"family": "Bergqvist", "given": "Anna", "ORCID": "0000-0002-1825-0097"},
        {"family": "Meer", "given": "Jan"},
        {"family": "Holm", "given": "Ole", "ORCID": "0000-0001-5109-3700"},
    ]


@pytest.mark.parametrize(
    ("name", "content", "field", "value"),
    [
        ("DC.contributor.advisor", "Holm, Ole", "supervisor", [{"family": "Holm", "given": "Ole"}]),
        ("DC.rights", "https://creativecommons.org/licenses/by-sa/4.0", "license", "CC BY-SA 4.0"),
        ("DC.rights", "info:eu-repo/semantics/openAccess", "license", None),
        ("DC.identifier.uri", "http://hdl.handle.net/2142/99", "handle", "2142/99"),
        ("DC.identifier.uri", "http://hdl.handle.net/2142/99", "URL", "http://hdl.handle.net/2142/99"),
        ("DCTERMS.dateAccepted", "2016-03-03", "accepted", None),  # DSpace's day of the deposit
        ("DCTERMS.dateSubmitted", "2016-01-05", "submitted", {"date-parts": [[2016, 1, 5]]}),
        ("DC.description.sponsorship", "Moss Foundation", "funding", ["Moss Foundation"]),
        ("DC.subject.mesh", "Bryophyta", "mesh", ["Bryophyta"]),
        ("DC.relation.isVersionOf", "https://doi.org/10.5555/moss.1", "related", ["is-version-of DOI:10.5555/moss.1"]),
        ("DC.relation.isVersionOf", "Moss, second edition", "related", None),
    ],
)
def test_further_statements(name, content, field, value):
    assert values(meta((name, content))).get(field) == value
