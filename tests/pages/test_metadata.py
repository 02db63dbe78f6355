"""What a page says of itself in its markup, as statements."""

import json

import pytest

from litcli.pages.html import to_lines


def stated(markup: str) -> list[tuple[str, str, str]]:
    shown = to_lines(markup)
    return [(row.vocabulary, row.name, shown.text[row.start : row.end]) for row in shown.embedded]


def linked(data: object) -> dict[str, str]:
    return {name: value for _, name, value in stated(f'<script type="application/ld+json">{json.dumps(data)}</script>')}


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ('name="citation_title" content="On Bees"', ("highwire", "citation_title", "On Bees")),
        ('name="DC.Creator" content="Bell, Anna"', ("dc", "dc.creator", "Bell, Anna")),
        ('name="DCTERMS.issued" content="2013"', ("dc", "dcterms.issued", "2013")),
        ('property="dc:title" content="On Bees"', ("dc", "dc:title", "On Bees")),
        ('name="prism.volume" content="14"', ("prism", "prism.volume", "14")),
        ('name="eprints.creators_name" content="Bell, Anna"', ("eprints", "eprints.creators_name", "Bell, Anna")),
        ('name="bepress_citation_author" content="Bell"', ("bepress", "bepress_citation_author", "Bell")),
        ('property="og:title" content="On Bees"', ("og", "og:title", "On Bees")),
        ('name="keywords" content="bees"', ("html", "keywords", "bees")),
        ('name="citation_title" content=" On\n  Bees\t"', ("highwire", "citation_title", "On Bees")),
        ('name="citation_title" content="J&amp;eacute;r&amp;#244;me"', ("highwire", "citation_title", "Jérôme")),
        (
            'name="citation_title" content="The &lt;i&gt;Apis&lt;/i&gt; of H&lt;sub&gt;2&lt;/sub&gt;O"',
            ("highwire", "citation_title", "The Apis of H2O"),
        ),
        ('name="citation_title" content="When p <0.05"', ("highwire", "citation_title", "When p <0.05")),
        (
            'name="citation_abstract" content="<jats:title>Abstract</jats:title><jats:p>We saw.</jats:p><jats:p>Bees.</jats:p>"',
            ("highwire", "citation_abstract", "We saw. Bees."),
        ),
    ],
)
def test_metas(meta, expected):
    assert stated(f"<meta {meta}>") == [expected]


@pytest.mark.parametrize(
    "meta",
    [
        'name="viewport" content="width=device-width"',
        'name="citation_reference" content="citation_title=Another work; citation_doi=10.1000/2"',
        'name="citation_title"',
        'name="citation_title" content="  "',
        'content="On Bees"',
    ],
)
def test_what_states_nothing_about_the_work_is_left_out(meta):
    assert stated(f"<meta {meta}>") == []


def test_authors_keep_their_order_and_places():
    shown = to_lines('<head><meta name=citation_author content="Bell, Anna"><meta name=citation_author content="Dent, Carl">')
    assert [(shown.text[row.start : row.end], row.selector) for row in shown.embedded] == [
        ("Bell, Anna", 'meta[name="citation_author"]:nth-of-type(1)'),
        ("Dent, Carl", 'meta[name="citation_author"]:nth-of-type(2)'),
    ]


def test_the_window_s_title_is_a_statement():
    assert stated("<title>On Bees | Journal</title>") == [("html", "title", "On Bees | Journal")]


def test_linked_data_keeps_what_belongs_together():
    people = [{"@type": "Person", "givenName": "Anna", "familyName": "Bell"}, {"@type": "Person", "name": "Carl Dent"}]
    assert linked({"@context": "https://schema.org", "@type": "ScholarlyArticle", "name": "On Bees", "author": people}) == {
        "scholarlyarticle.1.@type": "ScholarlyArticle",
        "scholarlyarticle.1.name": "On Bees",
        "scholarlyarticle.1.author.1.@type": "Person",
        "scholarlyarticle.1.author.1.givenname": "Anna",
        "scholarlyarticle.1.author.1.familyname": "Bell",
        "scholarlyarticle.1.author.2.@type": "Person",
        "scholarlyarticle.1.author.2.name": "Carl Dent",
    }


def test_the_main_entity_of_a_page_stands_on_its_own():
    told = linked({"@type": "WebPage", "mainEntity": {"@type": "http://schema.org/ScholarlyArticle", "headline": "On Bees"}})
    assert told["scholarlyarticle.1.headline"] == "On Bees"
    assert not [name for name in told if "mainentity" in name]


def test_references_in_a_graph_are_followed_and_may_run_in_circles():
    told = linked(
        {
            "@graph": [
                {"@type": "ScholarlyArticle", "@id": "#w", "author": {"@id": "#a"}},
                {"@type": "Person", "@id": "#a", "name": "Anna Bell", "knows": {"@id": "#w"}},
            ]
        }
    )
    assert told["scholarlyarticle.1.author.name"] == "Anna Bell"


def test_other_works_and_the_site_are_left_out():
    told = linked(
        [
            {
                "@type": "ScholarlyArticle",
                "name": "On Bees",
                "citation": [{"name": "On Wasps", "sameAs": "https://doi.org/10.1000/2"}],
            },
            {"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}]},
            {"@type": "WebSite", "name": "Journal"},
        ]
    )
    assert told == {"scholarlyarticle.1.@type": "ScholarlyArticle", "scholarlyarticle.1.name": "On Bees"}


def test_broken_linked_data_is_a_doubt_and_the_rest_is_read():
    shown = to_lines('<script type="application/ld+json">{"name": </script><meta name="DC.title" content="On Bees">')
    assert shown.doubts == ("JSON-LD that is broken; it was left out",)
    assert [row.name for row in shown.embedded] == ["dc.title"]


@pytest.mark.parametrize("wrapped", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};"])
def test_linked_data_in_wrappings_is_read(wrapped):
    data = wrapped.replace("{}", '{"@type": "Book", "name": "On\tBees"}')
    assert ("json-ld", "book.1.name", "On Bees") in stated(f'<script type="application/ld+json">{data}</script>')


def test_coins_are_pairs():
    title = "ctx_ver=Z39.88-2004&amp;rft_id=info%3Adoi%2F10.1000%2F1&amp;rft.atitle=On+Bees&amp;rft.au=Bell%2C+Anna"
    assert stated(f'<span class="Z3988" title="{title}"></span>') == [
        ("coins", "rft_id", "info:doi/10.1000/1"),
        ("coins", "rft.atitle", "On Bees"),
        ("coins", "rft.au", "Bell, Anna"),
    ]


def test_a_flood_of_statements_is_cut_and_told():
    shown = to_lines("<meta name=citation_author content=x>" * 6000)
    assert len(shown.embedded) == 5000
    assert shown.doubts == ("more than 5000 statements of metadata; the rest was left out",)
