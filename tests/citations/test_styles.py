"""Styles by name and from files."""

from pathlib import Path

import pytest

from litcli.citations import styles
from litcli.citations.bibliography import cite
from litcli.errors import UnknownName, UsageError
from litcli.model.entry import Entry

_BOOK = Entry("k", {"type": "book", "title": "Old bees"})
_HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'


@pytest.mark.parametrize("alias", styles.ALIASES)
def test_every_alias_names_a_shipped_style(alias: str) -> None:
    assert styles.find(alias).path.is_file()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("APA", "apa"),
        ("american medical association", "american-medical-association"),
        ("the-lancet-neurology", "the-lancet"),
        ("jama", "american-medical-association"),
    ],
)
def test_a_style_is_found(name: str, file: str) -> None:
    assert styles.find(name).path.stem == file


def test_all_names_are_known() -> None:
    names = list(styles.names())
    assert len(names) > 10_000
    assert {"vancouver", "apa", "jama"} <= set(names)


@pytest.mark.parametrize("name", ["", "../apa", "no such style at all", "apa/apa"])
def test_an_unknown_style_is_said_so(name: str) -> None:
    with pytest.raises(UnknownName):
        styles.find(name)


def test_a_style_from_a_file(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    layout = '<layout><text variable="title" font-weight="bold"/></layout>'
    own.write_text(
        f"{_HEAD}<info><title>Own</title></info><citation>{layout}</citation><bibliography>{layout}</bibliography></style>"
    )
    assert cite([_BOOK], style=str(own)) == "Old bees\n"
    assert cite([_BOOK], style=str(own), format="latex") == "\\textbf{Old bees}\n"


def test_a_dependent_style_from_a_file(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    own.write_text(f'{_HEAD}<info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>')
    assert styles.find(str(own)).path.stem == "nature"
    own.write_text(f'{_HEAD}<info><link rel="independent-parent" href="http://www.example.org/styles/none-such"/></info></style>')
    with pytest.raises(UsageError, match=r"own\.csl: this style only refers to http://www\.example\.org/styles/none-such"):
        styles.find(str(own))


def test_a_dependent_style_has_a_locale_of_its_own() -> None:
    chapter = {
        "type": "chapter",
        "title": "Bees",
        "author": [{"family": "Roe"}],
        "editor": [{"family": "Ng"}],
        "container-title": "Hives",
    }
    found = styles.find("informatik-spektrum")
    assert (found.path.stem, found.locale) == ("springer-basic-brackets", "de-DE")
    assert "(Hrsg)" in str(cite([Entry("k", chapter)], style="informatik-spektrum"))
    assert "(ed)" in str(cite([Entry("k", chapter)], style="springer-basic-brackets"))
    assert "(eds)" not in str(cite([Entry("k", chapter)], style="informatik-spektrum", locale="fr"))
    assert styles.find("jama").locale == "en-US"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("not xml", "this is no CSL style: syntax error"),
        ("", "this is no CSL style: no element found"),
        ("<html/>", "this is no CSL style: it has no <style>"),
        (f"{_HEAD}</style>", "this is no CSL style: it has no <style> with a <citation>"),
        (f'{_HEAD}<citation><layout><text macro="none"/></layout></citation></style>', "it has no macro 'none'"),
        (f'{_HEAD}<macro name="a"><text macro="a"/></macro><citation/></style>', "its macro 'a' calls itself"),
        (f"{_HEAD}<citation/></style>", "pandoc cannot use it: CiteprocParseError: No layout element"),
    ],
)
def test_a_broken_style_is_said_so(tmp_path: Path, content: str, says: str) -> None:
    own = tmp_path / "own.csl"
    own.write_text(content)
    with pytest.raises(UsageError) as caught:
        cite([_BOOK], style=str(own))
    assert says in str(caught.value)
    assert str(own) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_style_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such style file"):
        cite([_BOOK], style=str(tmp_path / "none.csl"))
