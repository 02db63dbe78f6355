"""A value on a page gives a rule for pages of its kind: made of what stands around it, and reading other pages of the kind too."""

from dataclasses import replace

import pytest

from litcli.errors import BadValue
from litcli.extract.base.marking import Mark
from litcli.extract.description import TAUGHT, UNGUIDED, Description
from litcli.extract.engine import values
from litcli.extract.kin import Kin
from litcli.extract.portal_file import parse, to_toml
from litcli.extract.taught import ALONE, Company, Rule, guided, learn
from litcli.model.fields import named
from litcli.model.values import parse_value
from tests.extract.heide import BIENEN, SCHNUCKEN, TORF, page_of
from tests.shifts import SHIFTS

HEIDE = Description("heide", TAUGHT, marks=(Mark(0.5, "Heidearchiv"),))


def taught(page: str, *words: str, base: Description = HEIDE, company: Company = ALONE) -> Description:
    wished = {named(word.partition("=")[0]).name: parse_value(*word.split("=", 1)) for word in words}
    return learn(page_of(page), wished, base, UNGUIDED, company).description


def rule(description: Description) -> str:
    """Return what was added, as TOML."""
    return to_toml(description).partition("weight = 0.5\n\n")[2]


@pytest.mark.parametrize(
    ("lines", "word", "toml"),
    [
        ("Blatt: Moorbote", "journal=Moorbote", '[rows]\ncontainer-title = ["Blatt"]\n'),
        ("Zu lesen in\nMoorbote", "journal=moorbote", '[rows]\ncontainer-title = ["Zu lesen in"]\n'),
        ("| Blatt | Moorbote |", "journal=Moorbote", '[rows]\ncontainer-title = ["Blatt"]\n'),
        ("BlattMoorbote", "journal=Moorbote", '[[places]]\nfield = "container-title"\nbefore = "^Blatt"\nsure = 0.85\n'),
        ("Bogen 14 von 20", "volume=14", '[[places]]\nfield = "volume"\nbefore = "^Bogen "\nafter = " "\nsure = 0.85\n'),
        ("das 14. Jahr", "volume=14", '[[places]]\nfield = "volume"\nbefore = "^das "\nafter = ". "\nsure = 0.85\n'),
    ],
)
def test_a_rule_is_made_of_what_stands_around_the_value(lines: str, word: str, toml: str):
    page = TORF.replace("Blatt: Moorkundliche Blätter\nBogen 14", lines)
    assert rule(taught(page, word)) == toml


def test_a_line_that_other_pages_have_too_is_a_landmark():
    page = TORF.replace("Bogen 14\n", "Sammlung Moor und Heide im Winter\nder Bogen, welcher zählt\n")
    constant = frozenset({"im selben regal", "worum es geht", "der bogen, welcher zählt"})
    description = taught(page, "archive=Sammlung Moor und Heide im Winter", company=Company(constant))
    assert rule(description) == '[[places]]\nfield = "archive"\nabove = "der Bogen, welcher zählt"\n'


def test_an_abstract_is_taught_by_its_heading():
    description = taught(TORF, "abstract=Torf wurde über Jahrhunderte")
    assert rule(description) == '[sections]\nabstract = ["Worum es geht"]\n'


def test_a_rule_reads_other_pages_of_the_kind():
    description = taught(TORF, "journal=Moorkundliche Blätter", "volume=14", "abstract=Torf wurde")
    for page, journal, volume in ((SCHNUCKEN, "Heimatblätter der Heide", "3"), (BIENEN, "Imkerbote", "22")):
        record, evidence = values(page_of(page), guided(UNGUIDED, description))
        assert (record["container-title"], record["volume"]) == (journal, volume)
        assert evidence["volume"][0].rule == "taught.heide.volume"


WITH_OWNER = [
    page.replace("Bogen", f"aus dem besitz von {who}\nBogen") for page, who in ((TORF, "Gut Moor"), (SCHNUCKEN, "Hof Furze"))
]


def test_a_rule_that_might_fit_any_line_wants_other_pages_to_show_that_it_holds():
    word = "archive=Gut Moor"
    with pytest.raises(BadValue, match="nothing around it tells it"):
        taught(WITH_OWNER[0].replace("aus dem besitz", "einst aus dem besitz"), word)
    others = tuple(page_of(WITH_OWNER[1].replace("aus dem", "stets aus dem").replace("Furze", who)) for who in ("Furze", "Ling"))
    page = WITH_OWNER[0].replace("aus dem besitz", "einst aus dem besitz")
    description = taught(page, word, company=Company(frozenset({"im selben regal"}), others))
    assert rule(description) == '[[places]]\nfield = "archive"\nbefore = "von "\nsure = 0.85\n'


def test_what_was_taught_before_stays_and_a_word_has_one_meaning():
    once = taught(TORF, "volume=14", base=taught(TORF, "journal=Moorkundliche Blätter"))
    assert once.rows == (("container-title", ("Blatt",)),)
    again = Rule("archive", label="blatt").added_to(once)
    assert (again.rows, again.places) == ((("archive", ("blatt",)),), once.places)
    assert parse(to_toml(again), TAUGHT) == again


def test_a_rule_that_leaves_the_rest_as_it_is_goes_before_one_that_does_not():
    description = taught(TORF, "archive=Moorkundliche Blätter", base=taught(TORF, "journal=Moorkundliche Blätter"))
    record, _ = values(page_of(TORF), guided(UNGUIDED, description))
    assert (record["archive"], record["container-title"]) == ("Moorkundliche Blätter", "Moorkundliche Blätter")


def test_what_is_read_already_needs_no_rule():
    learned = learn(page_of(SHIFTS), {"volume": "14"}, Description("pure", TAUGHT, upon="pure"), UNGUIDED)
    assert (learned.rules, learned.known) == ((), ("volume",))


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("volume=99", "volume: '99' is not on the page, and nothing is made up"),
        ("author=Fell, Karl", "author: 'Fell, Karl' stands on the page, but nothing around it tells it from the rest"),
    ],
)
def test_nothing_is_made_up_and_no_value_is_a_landmark(word: str, said: str):
    with pytest.raises(BadValue) as raised:
        taught(TORF, word, base=replace(HEIDE, drop=("Heidearchiv*",)))
    assert str(raised.value).startswith(said)


def test_kin_share_lines_and_are_told_by_those_that_no_other_page_has():
    kin = Kin(TORF)
    for page in (SCHNUCKEN, SHIFTS, BIENEN):
        kin.meet(page)
    assert kin.pages == 2
    assert kin.constant() == {"heidearchiv, bestand der bibliothek", "worum es geht", "im selben regal", "blatt"}
    assert kin.heads() == ("Heidearchiv, Bestand der Bibliothek",)
    assert kin.marks() == (
        Mark(0.5, "Heidearchiv, Bestand der Bibliothek"),
        Mark(0.5, "Im selben Regal"),
        Mark(0.5, "Worum es geht"),
    )


def test_a_page_alone_is_told_by_its_labels_and_its_head_of_which_two_must_be_there():
    kin = Kin(TORF, ["Moorkundliche Blätter"])
    kin.meet(SHIFTS)
    assert (kin.pages, kin.constant(), kin.heads()) == (0, frozenset(), ())
    assert kin.marks() == (Mark(0.25, "Heidearchiv, Bestand der Bibliothek"), Mark(0.25, "Blatt:"))
