"""Pages read by a description: each of its keys does what it says, and what it says is evidence like any other."""

import pytest

from litcli.extract import portals
from litcli.extract.description import Guidance
from litcli.extract.engine import read, values
from litcli.extract.layout import lay_out
from litcli.extract.normalise import normalise
from litcli.extract.portal_file import parse
from litcli.extract.result import Extraction, Rejection
from tests.extract.heide import ABSTRACT, TORF, page_of
from tests.shifts import SHIFTS

HEAD = 'name = "heide"\n[[marks]]\nwords = "Heidearchiv, Bestand"\n'
WHOLE = (
    'name = "heide"\ndrop = ["Heidearchiv*"]\n[[marks]]\nwords = "Heidearchiv, Bestand"\nwithin = 1\n'
    '[rows]\ncontainer-title = ["Blatt"]\n[sections]\nabstract = ["Worum es geht"]\ntail = ["Im selben Regal"]\n'
    '[[places]]\nfield = "volume"\nbefore = "Bogen "\n'
)


def guide(*files: str, forced: str = "", origin: str = "heide.toml") -> Guidance:
    return Guidance(tuple(parse(text, origin) for text in files), forced)


def said(text: str, *files: str, **how: str) -> dict[str, object]:
    return values(page_of(text), guide(*files, **how))[0]


def test_a_described_portal_reads_its_pages_as_a_programmed_one_would():
    reading = read(page_of(TORF), guidance=guide(WHOLE))
    assert isinstance(reading, Extraction)
    assert reading.portal == "heide"
    assert reading.record == {
        "type": "article-journal",
        "title": "Vom Torf und seinen Zeiten in der Heide",
        "author": [{"family": "Moor", "given": "Anna"}, {"family": "Fell", "given": "Karl"}],
        "issued": {"date-parts": [[1985, 3, 12]]},
        "container-title": "Moorkundliche Blätter",
        "volume": "14",
        "abstract": ABSTRACT.format("Torf"),
        "language": "de",
    }
    assert reading.evidence["volume"][0].rule == "heide.volume"
    assert reading.evidence["abstract"][0].rule == "heide.abstract"


def test_every_value_is_what_its_evidence_says():
    page = page_of(TORF)
    reading = read(page, guidance=guide(WHOLE))
    assert isinstance(reading, Extraction)
    for field, places in reading.evidence.items():
        stated = [normalise(field, [page.text[a:b] for a, b in place.parts], place.rule) for place in places]
        value = reading.record[field]
        assert stated == (value if isinstance(value, list) else [value])


def test_without_the_description_the_page_is_no_record():
    assert isinstance(read(page_of(TORF)), Rejection)
    assert isinstance(read(page_of(SHIFTS), guidance=guide(WHOLE)), Extraction)
    assert read(page_of(SHIFTS), guidance=guide(WHOLE)) == read(page_of(SHIFTS))


@pytest.mark.parametrize(
    ("mark", "own"),
    [
        ('words = "Heidearchiv"', True),
        ('words = "heidearchiv"', False),
        ('words = "Im selben Regal"\nwithin = 3', False),
        ('words = "Im selben Regal"\nwithin = -2', True),
        ('words = "Bogen"\npattern = "^Bogen \\\\d+$"', True),
        ('words = "Bogen"\npattern = "^Bogen$"', False),
    ],
)
def test_marks_have_words_patterns_and_positions(mark: str, own: bool):
    layout = lay_out(page_of(TORF))
    found = portals.recognise(layout, portals.all_portals(), guide(f'name = "heide"\n[[marks]]\n{mark}\n'))
    assert (found.portal is not None) == own


@pytest.mark.parametrize(
    ("place", "field", "value"),
    [
        ('field = "author"\nbelow-field = "title"', "author", [{"family": "Moor", "given": "Anna"}, {"family": "Fell", "given": "Karl"}]),
        ('field = "genre"\nabove = "Worum es geht"', "genre", "12. März 1985"),
        ('field = "genre"\nbelow = "Im selben*"', "genre", "Torf und mehr"),
        ('field = "genre"\nbelow = "Im selben"', "genre", None),
        ('field = "genre"\nabove-field = "issued"', "genre", "Bogen 14"),
        ('field = "title"\nline = 2', "title", "Vom Torf und seinen Zeiten in der Heide"),
        ('field = "genre"\nline = -1', "genre", "Torf und mehr"),
        ('field = "genre"\nline = 99', "genre", None),
        ('field = "volume"\nbefore = "Bogen "', "volume", "14"),
        ('field = "volume"\nbefore = "Band "', "volume", None),
        ('field = "volume"\nbefore = "^Bogen "', "volume", "14"),
        ('field = "volume"\nbefore = "ogen "', "volume", None),
        ('field = "genre"\nbefore = "^Im "', "genre", "selben Regal"),
        ('field = "genre"\nbefore = "^orf "', "genre", None),
        ('field = "volume"\nbefore = "^Vom "', "volume", None),
        ('field = "genre"\nbefore = "Vom "\nafter = " und"', "genre", "Torf"),
        ("pattern = '^Bogen (?P<issue>\\d+)$'", "issue", "14"),
        ("pattern = '^Blatt: (?P<archive>\\w+) (?P<type__in_journal>\\w+)$'", "archive", "Moorkundliche"),
        ('field = "author"\nbelow = "Worum es geht"', "author", None),
        ('field = "abstract"\nbelow = "Worum es geht"', "abstract", ABSTRACT.format("Torf")),
        ('field = "keyword"\nline = 2\nlines = 2', "keyword", ["Vom Torf und seinen Zeiten in der Heide", "Anna Moor", "Karl Fell"]),
    ],
)  # fmt: skip
def test_a_place_says_where_a_value_stands(place: str, field: str, value: object):
    found, evidence = values(page_of(TORF), guide(f"{HEAD}[[places]]\n{place}\n"))
    own = evidence[field][0].rule == f"heide.{field}" if field in found else False
    assert (found.get(field) if own else None) == value


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        ('[corrections]\nissued = "submitted"\n', "submitted", {"date-parts": [[1985, 3, 12]]}),
        ('[corrections]\nissued = ""\n', "issued", None),
        ('[types]\nthesis = ["Im selben Regal"]\n', "type", "thesis"),
    ],
)
def test_a_description_corrects_what_others_read(keys: str, field: str, value: object):
    assert said(TORF, HEAD + keys).get(field) == value


def test_two_fields_may_change_places():
    swapped = said(SHIFTS, 'name = "x"\nupon = "pure"\n[corrections]\nvolume = "issue"\nissue = "volume"\n')
    assert (swapped["volume"], swapped["issue"]) == ("2", "14")


def test_dates_are_told_by_their_order():
    text = TORF.replace("12. März 1985", "1. Februar 1985\n12. März 1985")
    assert said(text, 'dates = ["submitted", "issued"]\n' + HEAD)["issued"] == {"date-parts": [[1985, 3, 12]]}
    assert said(text, 'dates = ["", "issued"]\n' + HEAD)["issued"] == {"date-parts": [[1985, 3, 12]]}


def test_all_works_of_a_portal_may_be_of_one_kind():
    assert said(TORF, 'kind = "report"\n' + HEAD)["type"] == "report"


def test_a_page_without_a_work_is_told_by_its_head():
    reading = read(page_of(TORF), guidance=guide('no-work = ["Bogen"]\n' + HEAD))
    assert reading == Rejection("a page of heide of another kind than a work: Bogen 14")


def test_a_description_may_stand_upon_a_portal_or_on_some_pages_of_it():
    upon = 'name = "shifts"\nupon = "pure"\n[[places]]\nfield = "archive"\nbefore = "Volume"\n'
    reading = read(page_of(SHIFTS), guidance=guide(upon))
    assert isinstance(reading, Extraction)
    assert (reading.portal, reading.record["archive"]) == ("pure", "14")
    elsewhere = upon.replace("[[places]]", '[[marks]]\nwords = "Heidearchiv"\n[[places]]')
    assert "archive" not in said(SHIFTS, elsewhere)
    assert said(SHIFTS, elsewhere.replace("Heidearchiv", "Maren Holt"))["archive"] == "14"


def test_what_was_taught_names_its_rules_so():
    reading = read(page_of(TORF), guidance=guide(WHOLE, origin="taught"))
    assert isinstance(reading, Extraction)
    assert reading.evidence["container-title"][0].rule == "taught.heide.container-title"
    assert reading.evidence["title"][0].rule == "generic.title"


def test_a_taught_rule_never_outvotes_another_identifier_in_silence():
    text = SHIFTS.replace("Volume14", "DOI\nhttps://doi.org/10.1000/right.1\nKennung 10.1000/wrong.2\nVolume14")
    rule = 'name = "pure"\nupon = "pure"\n[[places]]\nfield = "DOI"\nbefore = "Kennung "\n'
    before, after = (read(page_of(text), guidance=guidance) for guidance in (Guidance(), guide(rule, origin="taught")))
    assert isinstance(before, Extraction)
    assert isinstance(after, Extraction)
    assert (before.record["DOI"], before.doubts) == ("10.1000/right.1", ())
    (doubt,) = after.doubts
    assert doubt.startswith("DOI: taught.pure.DOI says 10.1000/wrong.2, ")
    assert doubt.endswith(" 10.1000/right.1")


def test_a_portal_that_is_asked_for_reads_every_page_and_says_where_it_does_not_know_it():
    own = read(page_of(SHIFTS), guidance=Guidance(forced="pure"))
    other = read(page_of(SHIFTS), guidance=Guidance(forced="pubmed"))
    assert own == read(page_of(SHIFTS))
    assert isinstance(other, Extraction)
    assert (other.portal, other.notes) == ("pubmed", ("read as a page of pubmed, though nothing shows that it is one",))
    generic = read(page_of(SHIFTS), guidance=Guidance(forced="generic"))
    assert isinstance(generic, Extraction)
    assert (generic.portal, generic.notes) == ("generic", ())
    assert read(page_of("Subscribe to our newsletter"), guidance=Guidance(forced="pure")) == Rejection("no title and no abstract")
