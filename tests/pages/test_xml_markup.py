"""XML made harmless: what a parser would stumble upon is text, nothing is expanded, and cutting the input changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.pages.xml_markup import harmless

BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>'


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<a>R&D, p < 0.05 & more</a>", "<a>R&amp;D, p &lt; 0.05 &amp; more</a>"),
        ("<a>caf&eacute;&nbsp;&unknown;</a>", "<a>café\xa0&amp;unknown;</a>"),
        ("<a>&lt;i&gt; &#60;b&#x3E; &#233; &#0; &#xD800;</a>", "<a>&lt;i&gt; &lt;b&gt; é    </a>"),
        ('<?xml version="1.0" encoding="latin1"?>\n<!DOCTYPE a SYSTEM "http://x.example/a.dtd">\n<a/>', "\n<a/>"),
        (f"{BOMB}<a>&y;</a>", "<a>&amp;y;</a>"),
        ("<a/><?xml version='1.0'?><!DOCTYPE b><b/>", "<a/>  <b/>"),
        ("<a>\x00\x0b\ufffe</a>", "<a>   </a>"),
        ("<!DOCTYPE a [<!ENTITY", ""),
    ],
)
def test_what_a_parser_would_stumble_upon_is_text(markup, expected):
    assert "".join(harmless([markup])) == expected


@given(st.text(alphabet="<>&;?!a#x1 \n[]ab", max_size=80), st.integers(1, 20))
def test_where_the_pieces_end_changes_nothing(markup, size):
    pieces = [markup[start : start + size] for start in range(0, len(markup), size)]
    inner = "<a>"
    assert "".join(harmless([inner, *pieces])) == "".join(harmless([inner + markup]))
