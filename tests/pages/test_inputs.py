"""What a user may name: files, folders, standard input."""

import io
import os

import pytest

from litcli.errors import InputError
from litcli.intake import formats
from litcli.pages.inputs import sources
from litcli.pages.page import Source
from litcli.pages.sniff import SET_ASIDE


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


def names(*paths: str) -> list[str]:
    return [found.origin if isinstance(found, Source) else f"!{found.place}" for found in sources(paths)]


def test_a_folder_is_walked_in_the_order_of_names(folder):
    for name in ("b.txt", "a/2.txt", "a/1.html", "c"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("On Bees")
    assert names("pages") == ["pages/a/1.html", "pages/a/2.txt", "pages/b.txt", "pages/c"]


def test_hidden_files_and_the_parts_of_a_saved_page_are_passed_over(folder):
    for name in (".hidden.txt", ".git/config", "bees.html", "bees_files/logo.css", "my_files/wasps.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("On Bees")
    assert names("pages") == ["pages/bees.html", "pages/my_files/wasps.txt"]


def test_what_holds_no_page_is_set_aside_with_its_reason(folder):
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "b.bib").write_text("@article{a}")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.css").write_text("p {}")
    (folder / "e.txt").write_text("On Bees")
    found = list(sources(["pages"]))
    assert [str(error) for error in found[:4]] == [
        "pages/a.png: a PNG image, not text",
        "pages/b.bib: references, not a page; read them with 'litcli import'",
        "pages/c.txt: it is empty",
        "pages/d.css: a style sheet, not a page",
    ]
    assert isinstance(found[4], Source)


def test_import_reads_what_is_set_aside_for_it():
    meant = [suffix for suffix, reason in SET_ASIDE.items() if "litcli import" in reason]
    assert meant
    assert [suffix for suffix in meant if formats.of_file(f"refs{suffix}") is None] == []


def test_a_file_that_is_named_is_read_whatever_its_suffix(folder):
    (folder / "page.log").write_text("On Bees")
    assert names("pages/page.log") == ["pages/page.log"]


def test_a_missing_path_is_named_and_the_rest_goes_on(folder):
    (folder / "a.txt").write_text("On Bees")
    error, page = sources(["pages/none.txt", "pages/a.txt"])
    assert str(error) == "pages/none.txt: no such file or folder"
    assert isinstance(page, Source)


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000])
def test_a_path_that_can_be_none_is_an_error_too(path):
    [error] = sources([path])
    assert isinstance(error, InputError)


@pytest.mark.usefixtures("folder")
def test_an_empty_folder_is_told():
    assert [str(error) for error in sources(["pages"])] == ["pages: no files in it"]


def test_links_that_lead_round_in_a_circle_are_not_followed(folder):
    (folder / "a.txt").write_text("On Bees")
    (folder / "round").symlink_to(folder)
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "dangling.txt").symlink_to(folder / "nothing")
    assert names("pages") == ["pages/a.txt", "!pages/dangling.txt", "pages/link.txt"]


def test_a_pipe_in_a_folder_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe")
    [error] = sources(["pages"])
    assert str(error) == "pages/pipe: no file: a pipe, a socket or a device"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_an_error(folder):
    (folder / "a.txt").write_text("On Bees")
    (folder / "a.txt").chmod(0)
    [error] = sources(["pages"])
    assert str(error) == "pages/a.txt: it may not be read (permission denied)"


def test_standard_input_is_a_page():
    [page] = sources(["-"], io.BytesIO(b"On Bees"))
    assert page == Source("-", 1, b"On Bees", "text/plain")


def test_no_standard_input_is_an_error():
    [error] = sources(["-"])
    assert str(error) == "-: there is no standard input"


def test_html_is_told_by_its_content(folder):
    (folder / "a.txt").write_text("  <!DOCTYPE html><p>On Bees")
    (folder / "b.html").write_text("On Bees, in plain text")
    assert [page.media_type for page in sources(["pages"])] == ["text/html", "text/plain"]
