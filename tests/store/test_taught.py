"""What a library was taught is kept as text, and can be taken back like any other change."""

import pytest

from litcli.errors import BadValue, NotFound
from litcli.extract.description import TAUGHT, Description, Place

HEIDE = Description("heide", TAUGHT, upon="pure", rows=(("container-title", ("Erschienen als",)),))
MOOR = Description("moor", TAUGHT, upon="dspace", places=(Place("author", below_field="title"),))


def test_what_was_taught_comes_back_by_name(library, reopen):
    with library.change("teach"):
        library.taught.put(MOOR)
        library.taught.put(HEIDE)
    with reopen() as again:
        assert again.taught.all() == (HEIDE, MOOR)
        assert again.taught.find("heide") == HEIDE
        assert again.taught.find("wiese") is None


def test_teaching_again_takes_the_place_of_what_was_taught_and_is_undone_in_one_step(library):
    more = Description("heide", TAUGHT, upon="pure", rows=(("container-title", ("Erschienen als", "Zeitung")),))
    for description in (HEIDE, more):
        with library.change("teach"):
            library.taught.put(description)
    assert library.taught.all() == (more,)
    library.history.undo()
    assert library.taught.all() == (HEIDE,)
    library.history.undo()
    assert library.taught.all() == ()
    library.history.redo()
    assert library.taught.all() == (HEIDE,)


def test_what_was_taught_is_dropped_by_name(library):
    with library.change("teach"):
        library.taught.put(HEIDE)
    with library.change("unteach"), pytest.raises(NotFound, match=r"under the name 'heid'; did you mean heide\?"):
        library.taught.drop(["heid"])
    with library.change("unteach"):
        assert library.taught.drop(["heide"]) == 1
    assert library.taught.all() == ()


def test_what_this_litcli_cannot_read_is_named(library):
    with library.change("teach"):
        library.taught.put(HEIDE)
        library.history._sql.run("UPDATE taught SET toml = toml || 'tomorrow = 1\n'")
    with pytest.raises(BadValue, match=r"taught as 'heide' cannot be read .*line 6.*'litcli unteach heide' drops it"):
        library.taught.all()
