"""Which language a text is in, by its script, its letters and its small words."""

import pytest

from litcli.extract.languages import changes_language, guess_language, tells_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("تبقي الأقدام الباردة الأطفال مستيقظين", "ar"),
        (
            "دراسة تأثير التربية على نمو الأطفال في المدارس عند پولا والبيئة المحيطة بهم وعلاقتها مع غيرها من العوامل في المدن والقرى",
            "ar",
        ),
        ("پاهای سرد کودکان را بیدار نگه می‌دارد", "fa"),
        ("سرد پاؤں بچوں کو رات بھر جگائے رکھتے ہیں", "ur"),
        (
            "بررسی نقش نوشته‌های ٹیپو در تاریخ پژوهش‌های ادبی و فرهنگی ایران و جهان و تأثیر آن بر نویسندگان گذشته و امروز ما در این سرزمین پهناور",
            "fa",
        ),
        ("רגליים קרות ושנת הילדים", "he"),
        ("เท้าเย็นทำให้เด็กตื่น", "th"),
        ("Хладна стопала и сан деце у негрејаним кућама, према њиховим речима", "sr"),
        ("Студените крака и сънят на децата в неотоплени къщи", "bg"),
        ("История растительности и голоцен на территории заказника", "ru"),
        ("Холодні ноги й сон дітей у неопалюваних будинках", "uk"),
        ("Исследования мхов, которые описал Ђорђевић в журнале България, и их роль в науке", "ru"),
        ("Šaltos kojos ir vaikų miegas nešildomuose namuose yra tai, apie ką rašoma", "lt"),
        ("Aukstas kājas un bērnu miegs ir tas, par ko raksta arī citi", "lv"),
        ("Külmad jalad ja laste uni kütmata majades on see, millest ka teised kirjutavad", "et"),
        ("Kaldir fætur og svefn barna er það sem aðrir hafa ekki fjallað um", "is"),
        ("Cold feet and the sleep of children", "en"),
    ],
)
def test_the_language_is_told(text: str, language: str):
    assert guess_language(text) == language


def test_a_text_in_another_script_changes_the_language():
    assert changes_language("تبقي الأقدام الباردة الأطفال مستيقظين", "en")


def test_a_title_in_russian_without_the_letters_that_only_russian_has_tells_it():
    assert tells_language("Истории растительности в голоцене и на территории заказника")
