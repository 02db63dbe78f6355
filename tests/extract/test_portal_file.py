"""Portal files: what they state comes back from what is written of it; every mistake is named with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import BadValue
from litcli.extract.base.marking import Mark
from litcli.extract.description import TYPES, Description, Place
from litcli.extract.portal_file import KINDS, SECTIONS, load, parse, to_toml
from litcli.model.fields import BY_NAME

WHOLE = """\
name = "heide"
about = "Archive of the Heide institute"
kind = "article-journal"
drop = ["Zum Inhalt", "Teilen *"]
no-work = ["Profil von"]
dates = ["", "issued"]

[[marks]]
words = "Heidearchiv"
weight = 0.3

[[marks]]
words = "Bestand"
pattern = '^Bestand \\d+$'
within = 5
weight = 0.3

[rows]
container-title = ["Erschienen als", "Blatt"]
ignored = ["Signatur"]

[sections]
abstract = ["Worum es geht"]
tail = ["Im selben Regal"]

[types]
thesis = ["Abschlussarbeit"]

[corrections]
publisher = "publisher-place"
genre = ""

[[places]]
field = "author"
below-field = "title"
lines = 3
sure = 0.88

[[places]]
pattern = '^Bd\\. (?P<volume>\\d+)(?P<type__in_journal>,)'
sure = 0.9
"""


def test_a_whole_file_is_read_and_written_as_it_was():
    description = parse(WHOLE, "heide.toml")
    assert description.marks == (Mark(0.3, "Heidearchiv"), Mark(0.3, "Bestand", r"^Bestand \d+$", 5))
    assert description.places[0] == Place("author", below_field="title", lines=3, sure=0.88)
    assert to_toml(description) == WHOLE.replace("sure = 0.9\n", "")
    assert parse(to_toml(description), "heide.toml") == description


TEXT = st.text(max_size=12)
WORDS = st.text(min_size=1, max_size=12).filter(lambda text: text.strip(" *"))


def named(keys) -> st.SearchStrategy:
    words = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
    return st.dictionaries(st.sampled_from(sorted(keys)), words, max_size=2).map(lambda found: tuple(found.items()))


DESCRIPTIONS = st.builds(
    Description,
    name=st.text("abc019-", max_size=9).map("h".__add__),
    origin=st.just("x.toml"),
    about=TEXT,
    upon=st.just("pure"),
    rows=named(KINDS),
    sections=named(SECTIONS),
    types=named(TYPES),
    dates=st.lists(st.sampled_from(["", "issued", "submitted"]), max_size=3).map(tuple),
    places=st.lists(
        st.builds(
            Place,
            field=st.sampled_from(sorted(BY_NAME)),
            below=WORDS,
            before=TEXT,
            after=TEXT,
            lines=st.integers(1, 9),
            sure=st.floats(0.01, 1),
        ),
        max_size=2,
    ).map(tuple),
)


@given(DESCRIPTIONS)
def test_what_is_written_is_read_back(description):
    assert parse(to_toml(description), "x.toml") == description


BASE = 'name = "heide"\n[[marks]]\nwords = "Heidearchiv"\n'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('name = "heide\n', 1, "this is no TOML"),
        ("about = 1\n", 1, "about must be a text in quotes"),
        ('name = "Heide Archiv"\n', 1, "small letters, digits and '-', not 'Heide Archiv'"),
        ('name = "generic"\n', 1, "small letters"),
        ('name = "heide"\n', 1, "nothing tells its pages; give it [[marks]]"),
        ('name = "heide"\nupom = "pure"\n', 2, "there is no key 'upom'; there are upon"),
        (BASE + 'weight = "much"\n', 4, "weight must be a number"),
        (BASE + "weight = 0.2\n", 4, "the marks weigh 0.2 together; pages are recognised from 0.5 on"),
        (BASE + "weight = 5\n", 4, "weight lies between 0 and 1"),
        ('name = "heide"\n[[marks]]\nwords = " "\n', 3, "a mark needs words of three letters or more"),
        (BASE + "within = 2.5\n", 4, "within must be a whole number"),
        (BASE + '[[marks]]\nwords = "Regal"\npattern = "(a"\n', 6, "the pattern cannot be read"),
        (BASE + '[[marks]]\nwords = "Regal"\npattern = "(a+)+b"\n', 6, "a repetition within a repetition can take forever"),
        (BASE + "marks2 = 1\n", 4, "there is no key 'marks2'"),
        (BASE + '[rows]\ncontainer = ["Blatt"]\n', 5, "'container' is none of the names that may stand here; did you mean container-title"),
        (BASE + '[rows]\nvolume = "Band"\n', 5, 'volume must be a list of texts: ["...", "..."]'),
        (BASE + '[rows]\nvolume = [" "]\n', 5, "volume holds a text without words"),
        (BASE + '[sections]\ntale = ["Regal"]\n', 5, "'tale' is none of the names"),
        (BASE + '[types]\nbok = ["Buch"]\n', 5, "did you mean book?"),
        ('name = "heide"\nkind = "bok"\n', 2, "did you mean book?"),
        ('name = "heide"\ndrop = ["*"]\n', 2, "drop holds a text without words"),
        ('name = "heide"\ndates = ["isued"]\n', 2, "did you mean issued"),
        (BASE + '[corrections]\nvolume = 3\n', 5, "volume needs the name of a field"),
        (BASE + '[corrections]\nvolume = "isue"\n', 5, "did you mean issue"),
        (BASE + '[[places]]\nfield = "volume"\n', 5, "a place says where: one of below, above"),
        (BASE + '[[places]]\nbelow = "Regal"\n', 4, "a place names its field"),
        (BASE + '[[places]]\nfield = "volume"\nbelow = "a"\nline = 3\n', 7, "a place has one landmark, not below and line"),
        (BASE + '[[places]]\npattern = "Bd"\n', 5, "no group names a field"),
        (BASE + '[[places]]\npattern = "(?P<band>.)"\n', 5, "'band' is no field"),
        (BASE + '[[places]]\npattern = "(?P<type__jornal>.)"\n', 5, "'jornal' is no field"),
        (BASE + '[[places]]\nfield = "volume"\nline = 1\n[[places]]\nfield = "isue"\nline = 2\n', 8, "did you mean issue"),
        (BASE + '[[places]]\nfield = "volume"\nline = 1\nsure = 2\n', 7, "sure lies between 0 and 1"),
        ('name = "heide"\nmarks = 3\n', 2, "marks must be tables, each with [[marks]] above it"),
        ('name = "heide"\nmarks = ["x"]\n', 1, "each of the marks is a table of its own"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(text, line, said):
    with pytest.raises(BadValue) as raised:
        parse(text, "heide.toml")
    assert str(raised.value).startswith(f"heide.toml, line {line}: ")
    assert said in str(raised.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(BadValue, match=r"the portal file .*none\.toml cannot be read: No such file"):
        load(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(BadValue, match=r"bad\.toml cannot be read"):
        load(tmp_path / "bad.toml")
