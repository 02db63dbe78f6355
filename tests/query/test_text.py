"""Words as they are compared, in Python and in SQLite."""

import sqlite3

import pytest

from litcli.query.text import contains, fold, spans, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Jérôme ŁÓDŹ Ærø", "jerome lodz aero"),
        ("Jérôme", "jerome"),
        ("naïve\u00ad ness\u200b", "naive ness"),
        ("β-catenin Μετά µm", "β catenin μετα μm"),
        ("ЁЛКА й", "елка и"),
        ("İstanbul ISPARTA ılık", "istanbul isparta ilik"),
        ("Ｆｕｌｌ ①", "full 1"),
        ("ゲノム解析", "ケ ノ ム 解 析"),
        ("0㆒ガｶﾞ", "0 一 カ カ"),
        ("한국어", "한국어"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हनद"),
        (" \t\n", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).encode() == fold(folded).encode()
    assert fold(fold(text)) == fold(text)


def test_folded_text_is_split_by_sqlite_as_by_us() -> None:
    index = sqlite3.connect(":memory:")
    index.execute("create virtual table words using fts5(word, tokenize='unicode61 remove_diacritics 2')")
    index.execute("create virtual table seen using fts5vocab(words, instance)")
    characters = [chr(code) for code in range(1, 0x20000) if not 0xD800 <= code <= 0xDFFF and not 0x19B0 <= code <= 0x19C9]
    folded = {code: f"a{fold(char)}b" for code, char in enumerate(characters)}
    index.executemany("insert into words(rowid, word) values (?, ?)", folded.items())
    split: dict[int, list[str]] = {}
    for code, word in index.execute("select doc, term from seen order by doc, offset"):
        split.setdefault(code, []).append(word)
    differing = [characters[code] for code, text in folded.items() if split[code] != text.split()]
    assert [char for char in differing if char not in "\u1cf2\u1cf3"] == []


def test_words_stand_next_to_one_another() -> None:
    assert contains("a b c", ("b", "c"))
    assert not contains("a b cd", ("b", "c"))
    assert contains("a b cd", ("b", "c"), prefix=True)
    assert not contains("a bb", ("b",))


@pytest.mark.parametrize(
    ("text", "words", "prefix", "marked"),
    [
        ("The T-cell, the t cell", ("t", "cell"), False, ["T-cell", "t cell"]),
        ("Jérôme", tokens("JEROME"), False, ["Jérôme"]),
        ("immunology of Immune", ("immun",), True, ["immunology", "Immune"]),
        ("肿瘤免疫治疗", tokens("免疫"), False, ["免疫"]),
        ("naïve", ("naiv",), False, []),
    ],
)
def test_what_matched_is_marked(text: str, words: tuple[str, ...], prefix: bool, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, words, prefix=prefix)] == marked
