"""Styles searched by what they say of themselves, and shown with a sample."""

from pathlib import Path

import pytest

from litcli.citations import styles
from litcli.citations.cache import Cache
from litcli.citations.catalogue import search
from litcli.citations.samples import samples
from litcli.citations.styles import Style


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("apa", "apa"),
        ("vancouver", "vancouver"),
        ("American Medical Association", "american-medical-association"),
        ("nature", "nature"),
        ("lancet infectious", "the-lancet-infectious-diseases"),
        ("acta anaesthesiologica taiwanica", "acta-anaesthesiologica-taiwanica"),
    ],
)
def test_the_best_comes_first(cache: Cache, query: str, first: str) -> None:
    assert search(query, cache)[0].name == first


def test_a_field_finds_its_styles(cache: Cache) -> None:
    found = search("botany numeric", cache)
    assert found
    assert all({"botany", "numeric"} <= set(style.fields) or "botany" in style.title.casefold() for style in found)
    assert all("social science" in style.fields for style in search("social science note", cache)[:3])


def test_every_style_is_listed_with_its_title(cache: Cache) -> None:
    found = {style.name: style for style in search("", cache)}
    assert found.keys() == set(styles.names())
    assert found["mla"].title == found["modern-language-association"].title
    assert found["jama"].parent == "american-medical-association"
    assert not any("&amp;" in style.title or not style.title for style in found.values())


def test_samples_come_in_the_order_of_the_styles(cache: Cache, tmp_path: Path) -> None:
    broken = tmp_path / "broken.csl"
    broken.write_text('<style xmlns="http://purl.org/net/xbiblio/csl"><citation/><bibliography><layout/></bibliography></style>')
    none = tmp_path / "none.csl"
    none.write_text("no style")
    names = ("nature", "harvard")
    asked = [Style("none", none, None), styles.find("ieee"), Style("broken", broken, None), *map(styles.find, names)]
    shown = samples(asked, cache)
    assert shown[1].startswith("[1] I. Halvorsen, K. Osei-Tutu, and W.-L. Tsai, “Street lamps")
    assert shown[3].endswith("J. Noct. Ecol. 12, 145–158 (2021).")
    assert "‘Street lamps" in shown[4]
    assert (shown[0], shown[2]) == ("", "")


def test_every_dependent_style_has_its_parent() -> None:
    names = [path.stem for path in styles.folders()[1].glob("*.csl")]
    assert len(names) > 7_000
    assert all(styles.find(name).path.parent == styles.folders()[0] for name in names)


def test_styles_of_all_kinds_can_be_used(cache: Cache) -> None:
    """Every fortieth; all of them could when this was written, which takes a minute."""
    names = sorted(path.stem for path in styles.folders()[0].glob("*.csl"))[::40]
    assert [name for name, shown in zip(names, samples([*map(styles.find, names)], cache), strict=True) if not shown] == []
