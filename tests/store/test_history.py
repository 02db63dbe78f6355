"""Undo and redo bring back every table, row for row, whatever was changed."""

import sqlite3

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from litcli.errors import LitcliError, NotFound
from litcli.extract.result import Rejection
from litcli.pages.page import Page
from litcli.store.library import Library
from tests.store.conftest import BEES, dump, read, source, take

OTHER = BEES | {"title": "Nesting sites of solitary bees in river valleys", "issued": {"date-parts": [[2014]]}}


def prepared(library: Library) -> None:
    """Fill a library with one of everything."""
    take(library, "one", BEES)
    take(library, "two", OTHER)
    take(library, "three", BEES | {"volume": "3"})
    take(library, "doubtful", BEES | {"title": "Who knows"}, doubts=("two titles",))
    with library.change("fill"):
        library.tags.add(["zurcher2013", "zurcher2014"], ["Bees/alpine", "to-read"])
        library.edits.set("zurcher2014", "volume", "7")
        library.entries.rename("zurcher2014", "nests")
        library.take(source("news"), None, Rejection("a news article"))


CHANGES = {
    "take": lambda library: take(library, "four", BEES | {"title": "Wing beats of hover flies in the wind", "DOI": "10.1/x"}),
    "join": lambda library: take(library, "four", BEES | {"issue": "2"}),
    "reject": lambda library: library.take(source("five"), None, Rejection("nothing there")),
    "accept": lambda library: library.accept(source("doubtful").sha256),
    "accept into": lambda library: library.accept(source("doubtful").sha256, "nests"),
    "reject by hand": lambda library: library.pages.reject([source("doubtful").sha256]),
    "retake": lambda library: library.retake(source("one").sha256, None, read(BEES | {"issue": "5"})),
    "retake rejected": lambda library: library.retake(source("news").sha256, None, read(BEES | {"title": "Now it is read"})),
    "add": lambda library: library.add({"type": "book", "title": "On Bees"}, "hand"),
    "import with key": lambda library: library.add(BEES, "import", "Bees:2013"),
    "set": lambda library: library.edits.set("zurcher2013", "note", "read it"),
    "set again": lambda library: library.edits.set("nests", "volume", "8"),
    "unset": lambda library: library.edits.unset("zurcher2013", "abstract"),
    "revert": lambda library: library.edits.revert("nests"),
    "tag": lambda library: library.tags.add(["nests"], ["new"]),
    "untag": lambda library: library.tags.remove(["nests"], ["to-read"]),
    "rename tag": lambda library: library.tags.rename("bees", "Insects"),
    "merge tags": lambda library: library.tags.merge("bees/alpine", "to-read"),
    "trash": lambda library: library.entries.trash(["nests"]),
    "rename": lambda library: library.entries.rename("zurcher2013", "ranges"),
    "rename back": lambda library: library.entries.rename("nests", "zurcher2014"),
    "regenerate": lambda library: library.entries.regenerate(["nests"]),
    "merge": lambda library: library.decisions.merge(["zurcher2013", "nests"]),
    "split": lambda library: library.decisions.split("zurcher2013"),
    "different": lambda library: library.decisions.different("zurcher2013", "nests"),
    "version": lambda library: library.decisions.version("nests", "zurcher2013"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_undo_and_redo_bring_every_table_back(library, change):
    prepared(library)
    before = dump(library)
    with library.change("the change"):
        change(library)
    after = dump(library)
    assert after != before
    for _ in range(2):
        assert library.history.undo().summary == "the change"
        assert dump(library) == before
        assert library.history.redo().summary == "the change"
        assert dump(library) == after
    assert library.check() == []


def test_all_steps_can_be_undone_down_to_nothing_and_redone(library):
    prepared(library)
    after = dump(library)
    steps = library.history.log()
    for step in steps:
        assert library.history.undo().id == step.id
    assert not any(dump(library).values())
    with pytest.raises(NotFound, match="nothing to undo"):
        library.history.undo()
    for step in reversed(steps):
        assert library.history.redo().id == step.id
    assert dump(library) == after
    with pytest.raises(NotFound, match="nothing to redo"):
        library.history.redo()


def test_a_new_change_drops_what_was_undone(library):
    take(library, "one", BEES)
    take(library, "two", OTHER)
    library.history.undo()
    with library.change("note"):
        library.edits.set("zurcher2013", "note", "x")
    assert [step.summary for step in library.history.log()] == ["note", "ingest one"]
    with pytest.raises(NotFound):
        library.history.redo()


def test_a_change_of_nothing_leaves_no_step_and_keeps_what_can_be_redone(library):
    take(library, "one", BEES)
    library.history.undo()
    with library.change("nothing"):
        pass
    assert [(step.summary, step.undone) for step in library.history.log()] == [("ingest one", True)]
    assert library.history.redo().summary == "ingest one"


def test_a_change_within_a_change_is_part_of_it(library):
    with library.change("outer") as outer:
        library.add({"type": "book", "title": "One"}, "hand")
        with library.change("inner") as inner:
            library.add({"type": "book", "title": "Two"}, "hand")
        assert inner == outer
    assert [step.summary for step in library.history.log()] == ["outer"]
    library.history.undo()
    assert library.entries.count() == 0


def test_a_change_that_fails_keeps_nothing(library):
    prepared(library)
    before, steps = dump(library), library.history.log()
    with pytest.raises(NotFound), library.change("fails"):
        library.entries.trash(["zurcher2013", "nests", "nobody"])
    assert dump(library) == before
    assert library.history.log() == steps


def test_a_long_batch_is_one_step(library):
    step = None
    for number in range(4):
        with library.change("batch", step) as step:
            library.add({"type": "book", "title": f"Book {number}"}, "import")
    assert [(step.summary, step.rows) for step in library.history.log()] == [("batch", 8)]
    library.history.undo()
    assert library.entries.count() == 0
    library.history.redo()
    assert library.entries.count() == 4


def test_a_batch_goes_on_as_a_step_of_its_own_after_another_change(library):
    with library.change("batch") as step:
        library.add({"type": "book", "title": "Book 1"}, "import")
    with library.change("between"):
        library.tags.add(library.entries.keys(), ["new"])
    with library.change("batch", step):
        library.add({"type": "book", "title": "Book 2"}, "import")
    assert [step.summary for step in library.history.log()] == ["batch", "between", "batch"]


def test_a_rehearsal_keeps_nothing(library):
    prepared(library)
    before, steps = dump(library), library.history.log()
    with library.rehearsal():
        assert take(library, "nine", BEES | {"issue": "9"}).outcome == "joined"
        assert len(library.extractions.of_entry("zurcher2013")) == 3
    assert dump(library) == before
    assert library.history.log() == steps


def test_a_write_outside_a_change_is_refused_by_the_schema_itself(library):
    take(library, "one", BEES)
    with pytest.raises(sqlite3.IntegrityError, match=r"journal\.step"):
        library.entries.trash(["zurcher2013"])


class Histories(RuleBasedStateMachine):
    """Any run of changes, undos and redos."""

    @initialize()
    def start(self):
        self.library = Library.temporary()
        prepared(self.library)
        self.done = [dump(self.library)]
        self.undone = []

    def steps(self):
        return sum(not step.undone for step in self.library.history.log())

    def change(self, function):
        before, steps = dump(self.library), self.steps()
        try:
            with self.library.change("change"):
                function()
        except LitcliError:
            assert (dump(self.library), self.steps()) == (before, steps)
            return
        after = dump(self.library)
        if self.steps() > steps:
            self.done.append(after)
            self.undone = []
        else:
            assert after == before

    keys = st.sampled_from(["zurcher2013", "zurcher2014", "nests", "new"])
    paths = st.sampled_from(["bees", "Bees/alpine", "to-read", "x", "X/z"])

    @rule(
        text=st.sampled_from("abcdef"),
        year=st.sampled_from([2013, 2014]),
        volume=st.sampled_from(["1", "2"]),
        doubtful=st.booleans(),
    )
    def take(self, text, year, volume, doubtful):
        record = BEES | {"issued": {"date-parts": [[year]]}, "volume": volume}
        page = source(text)
        self.change(lambda: self.library.take(page, Page(page, text, "utf-8"), read(record, doubts=("?",) if doubtful else ())))

    @rule(text=st.sampled_from("abcdef"))
    def accept(self, text):
        self.change(lambda: self.library.accept(source(text).sha256))

    @rule(key=keys, value=st.sampled_from(["1", "2", None]))
    def edit(self, key, value):
        edits = self.library.edits
        self.change(lambda: edits.set(key, "volume", value) if value else edits.unset(key, "volume"))

    @rule(key=keys)
    def revert(self, key):
        self.change(lambda: self.library.edits.revert(key))

    @rule(key=keys, new=keys)
    def rename(self, key, new):
        self.change(lambda: self.library.entries.rename(key, new))

    @rule(key=keys)
    def trash(self, key):
        self.change(lambda: self.library.entries.trash([key]))

    @rule(key=keys)
    def restore(self, key):
        self.change(lambda: self.library.entries.restore([key]))

    @rule(key=keys, path=paths)
    def tag(self, key, path):
        self.change(lambda: self.library.tags.add([key], [path]))

    @rule(old=paths, new=paths)
    def rename_tag(self, old, new):
        self.change(lambda: self.library.tags.rename(old, new))

    @rule(old=paths, new=paths)
    def merge_tags(self, old, new):
        self.change(lambda: self.library.tags.merge(old, new))

    @rule(one=keys, other=keys)
    def merge(self, one, other):
        self.change(lambda: self.library.decisions.merge([one, other]))

    @rule(key=keys)
    def split(self, key):
        self.change(lambda: self.library.decisions.split(key))

    @rule(one=keys, other=keys)
    def differ(self, one, other):
        self.change(lambda: self.library.decisions.different(one, other))

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self):
        self.library.history.undo()
        self.undone.append(self.done.pop())
        assert dump(self.library) == self.done[-1]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        self.library.history.redo()
        self.done.append(self.undone.pop())
        assert dump(self.library) == self.done[-1]

    @invariant()
    def sound(self):
        assert self.library.check() == []

    def teardown(self):
        self.library.close()


Histories.TestCase.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestHistories = Histories.TestCase
