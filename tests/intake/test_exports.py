import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import UnknownName, UsageError
from litcli.formats._profiles import PROFILES
from litcli.intake import exports
from litcli.intake.exports import parted, plan
from litcli.intake.formats import writer
from litcli.model import fields
from litcli.model.entry import Entry

ENTRY = Entry(
    "ng",
    {
        "type": "book",
        "title": "On bees",
        "issued": {"date-parts": [[2020, 5]]},
        "author": [{"family": "Ng"}],
        "keyword": ["x", "y"],
    },
    ("a/b", "c"),
)


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_names_what_there_is(name: str) -> None:
    profile = PROFILES[name]
    made = plan(None, name)
    assert made.writer is writer(profile.format)
    assert all(fields.find(field) for field in profile.omit)
    assert all(field == exports.TAGS or fields.find(field) for field, _ in profile.places)
    assert profile.format == made.reader.NAME


@pytest.mark.parametrize(
    ("only", "omit", "kept"),
    [
        ((), (), {"type", "title", "issued", "author", "keyword", "tags"}),
        (("title", "year"), (), {"type", "title", "issued"}),
        (("title,tags",), (), {"type", "title", "tags"}),
        ((), ("kw , tags",), {"type", "title", "issued", "author"}),
        (("title", "author"), ("title",), {"type", "author"}),
    ],
)
def test_fields_are_chosen(only: tuple[str, ...], omit: tuple[str, ...], kept: set[str]) -> None:
    shown = plan("ris", only=only, omit=omit).shown(ENTRY)
    assert {*shown.record, *(["tags"] if shown.tags else [])} == kept


def test_what_is_no_plan_is_told() -> None:
    with pytest.raises(UnknownName, match="no field is called 'colour'"):
        plan("ris", only=["colour"])
    with pytest.raises(UsageError, match="Markdown list cannot be read back"):
        _ = plan("markdown").reader


def test_a_file_has_the_line_ends_of_its_profile() -> None:
    content = b"".join(plan(None, "papers").content([ENTRY]))
    assert content.startswith(b"TY  - BOOK\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("keyword", {"x": 1, "y": 1, "none": 1}),
        ("tag", {"a-b": 1, "c": 1, "none": 1}),
        ("year", {"2020": 1, "none": 1}),
        ("author", {"Ng": 1, "none": 1}),
        ("type", {"book": 2}),
    ],
)
def test_entries_are_parted_by_the_values_of_a_field(field: str, names: dict[str, int]) -> None:
    assert {name: len(some) for name, some in parted([ENTRY, Entry("x", {"type": "book"})], field).items()} == names


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8, unique=True))
def test_every_value_has_a_file_of_its_own_in_the_folder(values: list[str]) -> None:
    entries = [Entry(str(at), {"publisher": value}) for at, value in enumerate(values)]
    names = parted(entries, "publisher")
    assert len({name.casefold() for name in names}) == len(names) == len(values)
    for name in names:
        assert re.fullmatch(r"[\w.+-]{1,90}", name)
        assert not name.startswith((".", "-"))


def test_a_file_named_after_a_value_fits_into_a_folder() -> None:
    (name,) = parted([Entry("x", {"type": "book", "publisher": "\U00020000" * 300})], "publisher")
    assert len(f"{name}-99.biblatex".encode()) < 255
