"""Every encoding and line end that pages come in, and what is said of a guess."""

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from litcli.errors import InputError
from litcli.pages.decode import decode, to_page
from litcli.pages.page import Source

TEXT = "Évaluation des abeilles\n\nJérôme Galon\n\nRésumé: les données ont été analysées chez l’enfant."


def page(content: bytes, media_type: str = "text/plain"):
    return to_page(Source("a.txt", 1, content, media_type))


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_unicode_is_told_with_and_without_a_mark(charset, marked):
    mark = "\ufeff" if marked else ""
    read = page((mark + TEXT).encode(charset))
    assert (read.text, read.charset, read.doubts) == (TEXT, charset, ())


@pytest.mark.parametrize(
    ("text", "codec", "charset"),
    [
        (TEXT, "cp1252", "windows-1252"),
        ("Über die Größe der Wälder. Müller, J. Zusammenfassung: Die Bäume wachsen.", "latin-1", "windows-1252"),
        ("Trial Watch. Jérôme Galon. The results are clear and the method is well known in the field.", "cp1252", "windows-1252"),
        ("Wpływ światła na wzrost roślin. Streszczenie: większość gatunków reaguje żywo.", "cp1250", "windows-1250"),
        ("Влияние света на рост растений. Аннотация: исследования показали.", "cp1251", "windows-1251"),
        ("Влияние света на рост растений. Аннотация: исследования показали.", "koi8-r", "koi8-r"),
        ("Η επίδραση του φωτός στην ανάπτυξη των φυτών. Περίληψη: οι μελέτες έδειξαν.", "cp1253", "windows-1253"),
        ("光が植物の成長に及ぼす影響。要旨：研究の結果、ほとんどの種が反応することが示された。", "shift_jis", "shift_jis"),
        ("光对植物生长的影响。摘要：研究表明大多数物种都会作出反应。关键词：植物", "gb18030", "gb18030"),
    ],
)
def test_an_old_code_page_is_guessed_and_the_guess_is_told(text, codec, charset):
    read = page(text.encode(codec))
    assert (read.text, read.charset) == (text, charset)
    assert len(read.doubts) == 1
    assert read.doubts[0].startswith(f"guessed {charset}, ")
    assert "% sure" in read.doubts[0]


def test_a_guess_names_its_rival():
    text = "Işığın bitki gelişimi üzerindeki etkisi. Özet: Çalışmalar göstermiştir ki türlerin çoğu değişir."
    assert "windows-1254" in page(text.encode("cp1254")).doubts[0]


def test_what_an_html_page_states_is_no_guess():
    read = page('<meta charset="iso-8859-2"><p>Wpływ światła'.encode("iso-8859-2"), "text/html")
    assert (read.text, read.charset, read.doubts) == ("Wpływ światła", "iso8859-2", ())


def test_latin_1_means_windows_1252_as_in_browsers():
    read = page(
        '<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1"><p>“On Bees”'.encode("cp1252"), "text/html"
    )
    assert (read.text, read.charset) == ("“On Bees”", "windows-1252")


def test_a_wrong_statement_of_utf_8_is_not_believed():
    read = page('<meta charset="utf-8"><p>Évaluation chez l’enfant, données, réponse immunitaire'.encode("cp1252"), "text/html")
    assert read.text == "Évaluation chez l’enfant, données, réponse immunitaire"
    assert read.doubts


def test_a_broken_character_in_utf_8_is_counted_and_the_rest_kept():
    read = page((TEXT * 3).encode() + b"\xc3")
    assert read.charset == "utf-8"
    assert read.text == TEXT * 3 + "\ufffd"
    assert read.doubts == ("1 character could not be read as utf-8",)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_line_end_becomes_one(end):
    assert page(f"On Bees{end}Anna Bell{end}{end}We saw bees.".encode()).text == "On Bees\nAnna Bell\n\nWe saw bees."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "an Office document or e-book"),
        (b"\x7fELF\x02\x01\x01\x00", "a program (ELF)"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00\x01\x00", "a GIF image"),
        (bytes(range(256)), "a binary file"),
        (b"On Bees\x00and more", "a binary file"),
    ],
)
def test_a_binary_file_is_named_for_what_it_is(content, kind):
    with pytest.raises(InputError, match="not text") as raised:
        page(content)
    assert (raised.value.place, raised.value.reason) == ("a.txt", f"{kind}, not text")


@pytest.mark.parametrize("text", ["BMI and age in bees", "MZ Smith, On Bees", "GIF8 proteins of bees", "ID3 is a gene of bees"])
def test_a_text_that_starts_like_a_binary_file_is_a_text(text):
    assert page(text.encode()).text == text


@pytest.mark.parametrize("content", [b" \n\t\n", codecs.BOM_UTF8, b"<html><body></body></html>"])
def test_no_text_is_an_error(content):
    with pytest.raises(InputError, match="it holds no text"):
        page(content, "text/html" if content.startswith(b"<") else "text/plain")


@given(st.binary(max_size=400), st.sampled_from(["text/plain", "text/html"]))
@example(codecs.BOM_UTF16_LE + b"a", "text/plain")
@example(b"<meta charset=nonsense>\xff", "text/html")
@example(b"<meta charset=idna>\xff", "text/html")
@example(b"<meta charset=hex>\xff", "text/html")
@example(b"<meta charset=utf-16>\xff", "text/html")
@example(b"\xff\xfe\x00\x00\xff", "text/plain")
def test_no_bytes_raise_anything_but_an_input_error(content, media_type):
    try:
        read = page(content, media_type)
    except InputError:
        return
    assert read.text.strip()
    assert "\r" not in read.text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_any_utf_8_text_comes_back_as_it_is(text):
    decoded = decode(text.encode(), "a.txt")
    assert decoded.charset == "utf-8"
    assert decoded.text == text.removeprefix("\ufeff")
