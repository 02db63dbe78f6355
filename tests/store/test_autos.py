import pytest

from litcli.errors import NotFound
from litcli.store.autos import AutoExport
from tests.store.conftest import BEES, take

BIB = AutoExport("/refs/a.bib", "bibtex", "jabref", ("ng2020",), "tag:é", ("title", "author"), ("abstract",), True, "-issued")


def test_an_automatic_export_is_kept_as_it_was_asked_for(library, reopen):
    library.autos.add(BIB)
    library.autos.add(AutoExport("/refs/b.ris", "ris"))
    library.autos.mark("/refs/a.bib", "digest")
    with reopen() as again:
        assert again.autos.all() == [BIB, AutoExport("/refs/b.ris", "ris")]
        assert (again.autos.written("/refs/a.bib"), again.autos.written("/refs/b.ris")) == ("digest", None)


def test_the_same_file_is_asked_for_once(library):
    library.autos.add(BIB)
    library.autos.mark("/refs/a.bib", "digest")
    library.autos.add(AutoExport("/refs/a.bib", "ris"))
    assert library.autos.all() == [AutoExport("/refs/a.bib", "ris")]
    assert library.autos.written("/refs/a.bib") is None
    library.autos.remove("/refs/a.bib")
    assert library.autos.all() == []
    with pytest.raises(NotFound, match=r"no automatic export to /refs/a\.bib; there are none"):
        library.autos.remove("/refs/a.bib")


def test_undo_takes_no_automatic_export_away(library):
    take(library, "one", BEES)
    mark = library.history.mark()
    library.autos.add(BIB)
    assert library.history.mark() == mark
    library.history.undo()
    assert library.history.mark() != mark
    assert library.autos.all() == [BIB]
    assert library.check() == []
