"""The way from a mended text back to the raw one, and forth."""

from hypothesis import given
from hypothesis import strategies as st

from litcli.extract.damage.mended import Edit, Mended

PLACES = st.lists(st.integers(0, 30), max_size=8)
PUTS = st.lists(st.sampled_from(["", "x", "yz", "\n"]), min_size=4, max_size=4)
REPAIRS = st.lists(st.tuples(PLACES, PUTS), min_size=1, max_size=3)


def after(text: str, repairs: list[tuple[list[int], list[str]]], *, between: str) -> Mended:
    """Make some repairs one upon the other; `between` is what an edit that replaces nothing puts in."""
    mended = Mended(text)
    for places, puts in repairs:
        cuts = sorted(min(place, len(mended.text)) for place in places)
        spans = zip(cuts[::2], cuts[1::2], puts, strict=False)
        mended = mended.edited(Edit(start, end, put if start < end else between) for start, end, put in spans)
    return mended


@given(st.text("abc \n", max_size=30), REPAIRS)
def test_each_character_stands_for_a_place_of_the_raw_text_in_the_same_order(text, repairs):
    mended = after(text, repairs, between="\n")
    places = [mended.back(at, at + 1) for at in range(len(mended.text))]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    assert [end for _, end in places] == sorted(end for _, end in places)


@given(st.text("abc \n", max_size=30), REPAIRS, st.data())
def test_the_raw_place_of_a_value_holds_the_value_again(text, repairs, data):
    mended = after(text, repairs, between="")
    start = data.draw(st.integers(0, len(mended.text)))
    end = data.draw(st.integers(start, len(mended.text)))
    if start < end:
        (again,) = mended.texts((mended.back(start, end),))
        assert mended.text[start:end] in again


def test_a_place_that_cuts_no_edit_gives_exactly_what_stands_there():
    mended = Mended("a &amp; b de\ufb01ned").edited([Edit(2, 7, "&"), Edit(12, 13, "fi")])
    assert mended.text == "a & b defined"
    assert (mended.back(2, 3), mended.texts(((2, 7),))) == ((2, 7), ["&"])
    assert (mended.back(6, 13), mended.texts(((10, 16),))) == ((10, 16), ["defined"])


def test_a_place_that_cuts_an_edit_is_as_wide_as_the_edit():
    mended = Mended("de\ufb01ned").edited([Edit(2, 3, "fi")])
    assert mended.back(0, 3) == (0, 3)
    assert mended.texts((mended.back(0, 3),)) == ["defi"]


def test_of_two_edits_that_overlap_the_first_is_made():
    assert Mended("abcd").edited([Edit(0, 3, "x"), Edit(2, 4, "y")]).text == "xd"


def test_what_is_read_beside_a_guess_is_no_surer_than_the_guess():
    mended = Mended("a cdef").edited([Edit(1, 2, "\n", 0.5)])
    assert (mended.surety(((0, 1),)), mended.surety(((4, 6),))) == (0.5, 1.0)
