"""Files of XML cut into records: what is broken costs only itself, and nothing that a file declares is done."""

from io import StringIO
from itertools import chain, repeat
from types import ModuleType

import pytest

from litcli.formats import _xml_records, endnote_xml, jats, mods
from litcli.formats._base import Failure, Options, dumps
from litcli.formats._xml_records import LONGEST, XmlRecord, parse
from litcli.pages.xml_tree import local
from tests.formats.hard import HARD


def parsed(text: str) -> list[XmlRecord | Failure]:
    return list(parse(StringIO(text), "record"))


def told(text: str) -> list[tuple[int, str]]:
    """Each part's line, and its text or why it is none."""
    return [
        (part.line, part.reason if isinstance(part, Failure) else "".join(str(one) for one in part.element.itertext()))
        for part in parsed(text)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("no XML at all < > & <recordings>", []),
        ("<xml>\n<record>a</record>\n<record>b</record></xml>", [(2, "a"), (3, "b")]),
        ("<xml><record>a</record><record/><record\n x='1'>b</record ></xml>", [(1, "a"), (1, ""), (1, "b")]),
        ("<x:record xmlns:x='y'>a</x:record>", [(1, "a")]),
        ("<record-list><record-id>7</record-id></record-list>", []),
        ("<!-- <record>no</record> --><record>a<!-- </record> --></record>", [(1, "a")]),
        ("<record>a<![CDATA[</record>]]>b</record>", [(1, "a</record>b")]),
        ("<record>R&D &eacute; &nope; 1 < 2</record>", [(1, "R&D é &nope; 1 < 2")]),
        ("<record>a\x00b\x0bc</record>", [(1, "a b c")]),
        ("<record>a&#xD;b&#13;c</record>", [(1, "a\u2029b\u2029c")]),
        ("<record><b>a</record>\n<record>c</record>", [(1, "Opening and ending tag mismatch: b line 1 and record"), (2, "c")]),
        ("<record>a\n\n<record>b</record>", [(1, "it ends in the middle"), (3, "b")]),
        ("<record>a</record>\n<record><b>", [(1, "a"), (2, "it ends in the middle")]),
        ("</record></record><record>a</record>", [(1, "a")]),
        ("<record>" * 3 + "a" + "</record>" * 3, [(1, "a")]),
        ("<record>" * 100_000, [(1, "nested too deeply")]),
        (f"<record>{'<a>' * 100_000}</record><record>b</record>", [(1, "nested too deeply"), (1, "b")]),
        (f"<record>{'a' * LONGEST}</record><record>b</record>", [(1, "longer than a record may be (8 MB)"), (1, "b")]),
        ("<!DOCTYPE x SYSTEM 'http://a.org/x.dtd'><x><record>a</record></x>", [(1, "a")]),
        (
            '<!DOCTYPE x [\n<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<x><record>&e;</record><record>&eacute;</record></x>',
            [
                (2, "declares entities, which are not expanded"),
                (3, "makes use of the entity 'e', which is not expanded"),
                (3, "é"),
            ],
        ),
        ('<!DOCTYPE x [<!ENTITY e "1">]>', [(1, "declares entities, which are not expanded")]),
    ],
)
def test_records(text: str, parts: list[tuple[int, str]]) -> None:
    assert told(text) == parts


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_parts_of_lines_are_as_good_as_lines(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_xml_records, "_CHUNK", size)
    text = (
        "<xml>\n<!-- <record>no</record>\n --><record\n x='1'>a<![CDATA[</record>]]>b</record>\n<x:record/><records>"
        "<record>c &amp; d &#xD;</record><record>e\n<record>f</record ></records><record>g"
    )
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    whole = parsed(text)
    assert [(part.line, part.text if isinstance(part, Failure) else part.source) for part in parse(pieces, "record")] == [
        (part.line, part.text if isinstance(part, Failure) else part.source) for part in whole
    ]
    assert len(whole) == 6


def test_a_record_without_end_does_not_fill_the_memory() -> None:
    pieces = chain(["<record>"], repeat("a" * 65536, 4 * LONGEST // 65536), ["</record><record>b</record>"])
    first, second = parse(pieces, "record")
    assert isinstance(first, Failure)
    assert len(first.text) < LONGEST + 70_000
    assert isinstance(second, XmlRecord)


def test_a_record_is_as_it_stands_in_the_file() -> None:
    (part,) = parsed("<xml>\n<record a='1'>\n R&D\n <b/></record></xml>")
    assert isinstance(part, XmlRecord)
    assert (part.source, part.line, local(part.element)) == ("<record a='1'>\n R&D\n <b/></record>", 2, "record")


def test_what_is_broken_is_kept() -> None:
    (part,) = parsed("<xml><record>a<b></record></xml>")
    assert isinstance(part, Failure)
    assert part.text == "<record>a<b></record>"


FORMATS = (endnote_xml, mods, jats)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.NAME)
def test_a_format_of_xml_is_told_from_the_others(format_: ModuleType) -> None:
    head = dumps(format_, HARD, Options())[: 64 * 1024]
    assert [one.NAME for one in FORMATS if one.likely(head)] == [format_.NAME]
    assert format_.likely("\ufeff\n" + head) == 1.0
    assert format_.likely(f"TY  - JOUR\nN1  - {head}") == 0.0


def test_xml_of_other_kinds_is_none_of_them() -> None:
    for head in ("", "<html><body>mods</body></html>", "<xml><records></records></xml>"[:5], "<TEI><title>x</title></TEI>"):
        assert [one.NAME for one in FORMATS if one.likely(head)] == []
