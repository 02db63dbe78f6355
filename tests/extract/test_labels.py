"""The label tables: every language has the shape that en.toml explains, and no word that a reader could not use."""

import itertools
import tomllib
import unicodedata

import pytest

from litcli.extract.tables import FOLDER, Table, read_table
from litcli.extract.vocabulary import fold, vocabulary

CSL_TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry
    entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report
    review review-book software song speech standard thesis treaty webpage
    """.split()
)
SECTIONS = {"abstract", "keyword", "mesh", "series", "event", "tail", "tail-start", "other", "other-start"}
KEYS = {
    "sections": SECTIONS,
    "noise": {"start", "line", "neighbour"},
    "words": {"function"},
    "status": {"published", "accepted", "submitted", "unpublished"},
    "pure": {"output", "peer", "level", "signs", "closing", "made-available", "no-work", "series-name", "rows"},
}
WITHOUT_SMALL_WORDS = {"ja", "ko", "zh"}
"""Their script tells them."""


def tables() -> dict[str, Table]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")}


TABLES = tables()
LANGUAGES = sorted(TABLES)
ENGLISH = TABLES["en"]


def words(language):
    """Yield section, key and word of all that a table lists."""
    for section, content in TABLES[language].items():
        for key, listed in content.items():
            nested = listed if isinstance(listed, dict) else {key: listed}
            for kind, spelled in nested.items():
                yield from ((section, kind, word) for word in spelled)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quick_reader_reads_what_tomllib_reads(language):
    assert read_table((FOLDER / f"{language}.toml").read_text(encoding="utf-8")) == TABLES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_and_keys_are_known(language):
    table = TABLES[language]
    assert set(table) <= set(ENGLISH)
    assert {"rows", "sections", "types"} <= set(table)
    assert set(table["rows"]) <= set(ENGLISH["rows"])
    assert set(table.get("pure", {}).get("rows", {})) <= set(ENGLISH["rows"])
    for section, known in KEYS.items():
        assert set(table.get(section, {})) <= known, section


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_of_work_are_csl_types_with_at_most_a_genre(language):
    kinds = [key.split("/") for key in TABLES[language]["types"]]
    assert [key for key, *_ in kinds if key not in CSL_TYPES] == []
    assert all(len(kind) <= 2 and all(kind) for kind in kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_are_the_english_ones(language):
    assert set(TABLES[language].get("negative", {})) <= set(ENGLISH["negative"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_trimmed_composed_and_said_once(language):
    listed = list(words(language))
    ends_open = [word for section, key, word in listed if section == "negative" or key.endswith("-start")]
    for section, key, word in listed:
        assert word.strip(), (section, key)
        assert word in ends_open or word == " ".join(word.split()), (section, key, word)
        assert word == unicodedata.normalize("NFC", word), (section, key, word)
    twice = [entry for entry, group in itertools.groupby(sorted(listed)) if len(list(group)) > 1]
    assert twice == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["rows", "types", "status", "sections"])
def test_no_word_means_two_things_in_one_language(language, section):
    meanings: dict[str, set[str]] = {}
    for _, key, word in (found for found in words(language) if found[0] == section):
        meanings.setdefault(fold(word), set()).add(key)
    assert {word: kinds for word, kinds in meanings.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_are_compared_folded_are_lower_case(language):
    assert [word for section, _, word in words(language) if section in {"types", "negative"} and word != word.lower()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_words_are_enough_to_tell_a_language(language):
    function = TABLES[language].get("words", {}).get("function", [])
    assert len(function) >= 25 or language in WITHOUT_SMALL_WORDS
    assert all(word == word.lower() and " " not in word for word in function)


def test_a_heading_means_one_thing_on_every_page():
    """All tables are in force on every page: what is a heading of the abstract in one language must not end the record in another."""
    meanings: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for kind in SECTIONS - {"tail-start", "other-start"}:
            for word in TABLES[language]["sections"].get(kind, []):
                meanings.setdefault(fold(word), {})[kind] = language
    assert {word: kinds for word, kinds in meanings.items() if len(kinds) > 1} == {}


def test_no_heading_that_ends_a_record_opens_its_abstract():
    loaded = vocabulary()
    opening = [word for word, kind in loaded.sections.items() if kind in {"abstract", "keyword"}]
    assert [word for word in opening if word.startswith((*loaded.tail_starts, *loaded.other_starts))] == []


@pytest.mark.parametrize(
    ("word", "language", "kind"),
    [
        ("Seiten (von - bis)", "de", "page"),
        ("Pagina's (van-tot)", "nl", "page"),
        ("Udgave nummer", "da", "issue"),
        ("Ort, förlag, år, upplaga, sidor", "sv", "imprint"),
        ("Palabras clave", "es", "keyword"),
        ("Directeur de thèse", "fr", "supervisor"),
        ("Título da fonte", "pt", "ignored"),
        ("Lehden/sarjan nimi", "fi", "container-title"),
        ("Języki publikacji", "pl", "language"),
        ("Vydané v", "sk", "container-title"),
        ("Тип публікації", "uk", "type"),
        ("収録刊行物", "ja", "container-title"),
        ("年,卷(期)", "zh", "volume-issue"),
        ("학술지명", "ko", "container-title"),
    ],
)
def test_what_portals_print_is_known(word, language, kind):
    assert (kind, language) in {(label.kind, label.language) for label in vocabulary().labels[fold(word)]}
