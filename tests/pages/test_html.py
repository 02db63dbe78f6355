"""What a reader sees of HTML, line by line."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from litcli.pages.html import to_lines


def visible(markup: str) -> str:
    shown = to_lines(markup)
    return shown.text[: shown.visible_end]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>On Bees</h1><p>We saw bees.<p>They flew.", "On Bees\n\nWe saw bees.\n\nThey flew."),
        ("<div>Anna Bell</div><div>Carl Dent</div>", "Anna Bell\nCarl Dent"),
        ("Volume<br>14<br/>Issue", "Volume\n14\nIssue"),
        ("<ul><li>bees<li>wasps</ul>", "- bees\n- wasps"),
        ("<ul><li><div></div><div>bees</div></li></ul>after", "- bees\n\nafter"),
        ("<ul><li></li></ul>after", "after"),
        ("<table><tr><th>Volume</th><td>14</td></tr><tr><td>Issue<td>2</table>", "Volume | 14\nIssue | 2"),
        ("<table><tr><td><div>Volume</div></td><td>14</td></tr></table>", "Volume\n14"),
        ("<dl><dt>DOI<dd>10.1000/1<dt>Year<dd>2013</dl>", "DOI\n10.1000/1\nYear\n2013"),
        ("Anna Bell<sup>1,2</sup>, H<sub>2</sub>O, <i>Apis</i>", "Anna Bell1,2, H2O, Apis"),
        ("<a>Anna Bell</a><a>Carl Dent</a> <a>Eve Fox</a>", "Anna Bell\nCarl Dent\nEve Fox"),
        ("By <a>Anna Bell</a> and <a>Carl Dent</a>", "By Anna Bell and Carl Dent"),
        ("<a>Anna Bell</a>, <a>Carl Dent</a>", "Anna Bell, Carl Dent"),
        ("a \n\t b&nbsp;&amp;&eacute;&#x263a; immuno&shy;therapy", "a b &é☺ immunotherapy"),
        ("<pre>TI  - On Bees\nAU  - Bell</pre>", "TI - On Bees\nAU - Bell"),
        ("<p>a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>f", "af"),
        ("<p hidden>a</p><p style='display: none'>b</p><p STYLE='color:red;DISPLAY:NONE'>c</p><p>d", "d"),
        ("<select><option>English<option>Deutsch</select><button>Cite</button><button>Share</button>", "Cite\nShare"),
        ("<p>where <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>", "where x=2"),
        ("<p>where <img alt='$x=2$'> and <img alt='Logo'>", "where $x=2$ and"),
        ("<nav><a>Home</a></nav><main>On Bees</main><footer>© 2020</footer>", "Home\nOn Bees\n© 2020"),
        ("no tags at all", "no tags at all"),
        ("", ""),
    ],
)
def test_lines(markup, expected):
    assert visible(markup) == expected


def test_the_metadata_comes_after_the_visible_text():
    shown = to_lines('<meta name="citation_title" content="On Bees"><p>On Bees')
    assert shown.text == "On Bees\n\ncitation_title: On Bees\n"
    assert shown.text[: shown.visible_end] == "On Bees"


HOSTILE = {
    "deep blocks": "<div>" * 100_000 + "x",
    "deep lists": "<ul><li>" * 50_000 + "x",
    "deep spans and stray ends": "<span>" * 100_000 + "x" + "</p>" * 100_000,
    "formatting": "<b><i><p>" * 20_000 + "x",
    "tables in tables": "<table><tr><td>" * 30_000 + "x",
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x",
    "entities": "&amp;" * 500_000 + "&#x41;" * 200_000,
    "open tags": "<a" * 200_000 + ">x",
    "choices": "<select>" + "<option>x" * 100_000 + "</select>x",
    "metas": "<meta name=citation_author content=x>" * 30_000 + "x",
    "COinS": "<span class=Z3988 title='rft.au=x'>x</span>" * 30_000,
    "deep JSON": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>x",
    "comments": "x<!--" * 100_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_markup_costs_bounded_time(kind):
    start = time.process_time()
    shown = to_lines(HOSTILE[kind])
    assert time.process_time() - start < 5
    assert shown.text.strip()


def test_flattening_is_told_and_keeps_the_text():
    shown = to_lines("<div>" * 100_000 + "On Bees" + "</div>" * 100_000 + "<p>after")
    assert "On Bees\n\nafter" in shown.text
    assert shown.doubts == ("nested more than 512 levels deep; flattened",)


def test_a_large_honest_page_is_not_flattened():
    icon = "<svg>" + "<path d='M0'/>" * 30 + "</svg>"
    row = f"<tr><td><p>{icon}<a href=x>Bees<br></a><td>14</tr>"
    shown = to_lines(f"<table>{row * 2000}</table>")
    assert shown.doubts == ()
    assert shown.text.count("Bees") == 2000


TAGS = st.sampled_from(
    ["<p>", "</p>", "<td>", "<ul>", "<li>", "</ul>", "<pre>", "</pre>", "<br>", "<svg>", "<b>", "<table>", "<a>", "\n"]
)


@given(st.lists(st.one_of(TAGS, st.text(max_size=8)), max_size=30))
def test_any_soup_becomes_lines_without_space_around_them(pieces):
    for line in visible("".join(pieces)).split("\n"):
        assert line == line.strip() or "- " in line


@given(st.lists(st.tuples(st.sampled_from(["citation_author", "DC.title", "og:title"]), st.text(max_size=20)), max_size=8))
def test_a_statement_s_span_holds_its_value_and_its_selector_finds_the_element(pairs):
    def quoted(text):
        return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

    markup = "<head>" + "".join(f'<meta name="{name}" content="{quoted(value)}">' for name, value in pairs)
    shown, tree = to_lines(markup), LexborHTMLParser(markup)
    assert len(shown.embedded) <= len(pairs)
    for row in shown.embedded:
        value = shown.text[row.start : row.end]
        assert value
        assert "\n" not in value
        assert shown.text[: row.start].endswith(f"{row.name}: ")
        [element] = tree.css(row.selector)
        assert element.attributes["name"].lower() == row.name
