"""Any language's name of a language to its code: "Engels", "Engelska", "eng", "English (US)" all give "en".

The names are CLDR's, through Babel, in every language of the pages that we know. They are loaded language by language, the common
ones first, until the name is found: all of them take a quarter of a second.
"""

import re
from functools import cache, lru_cache

from litcli.model.folding import unaccented

UI_LANGUAGES = (
    "en de nl da sv nb nn fi et is es ca gl eu pt it fr ro pl cs sk sl hr bs sr sr_Latn ru uk be bg mk ja zh zh_Hant ko hu tr "
    "el lt lv id ms vi th ar fa he hi cy ga af sq ka hy kk az"
).split()

BIBLIOGRAPHIC = dict(
    pair.split("=")
    for pair in (
        "alb=sq arm=hy baq=eu bur=my chi=zh cze=cs dut=nl fre=fr geo=ka ger=de gre=el ice=is mac=mk mao=mi may=ms per=fa rum=ro "
        "slo=sk tib=bo wel=cy scr=hr scc=sr iw=he jp=ja cn=zh no=no ua=uk"
    ).split()
)
"""ISO 639-2/B, codes that were withdrawn, and country codes that pages print for languages."""

EXTRA = {
    word: code
    for code, words in (
        ("en", "英文|american english|british english|en ingles|anglicky|englisch / english|angielskim"),
        ("zh", "中文|汉语|漢語|mandarin|chinois|chinesisch"),
        ("es", "castellano|castilian|castellan|espanol"),
        ("de", "德文|deutsch / german|nemecky|niemieckim"),
        ("nl", "flemish|vlaams"),
        ("no", "norsk"),
        ("pt", "brazilian portuguese"),
        ("pl", "polsku|polskim"),
        ("cs", "cesky"),
        ("sk", "slovensky"),
        ("fr", "法文|francouzsky"),
        ("ja", "日文"),
        ("ko", "韩文"),
        ("ru", "俄文|на русском"),
        ("fa", "farsi"),
        ("el", "modern greek|neugriechisch"),
        ("sh", "serbo-croatian"),
        ("mul", "multiple languages|multilingual|mehrsprachig|multilingue"),
    )
    for word in words.split("|")
}
"""Names that CLDR does not have."""

NO_LANGUAGE = frozenset({"und", "zxx", "root", "mis"})


_THE_WORD = re.compile(
    r"(?:^| )(?:w |po )?(?:jezyk|jezyku|j\.|jazyk|язык|мова|language|sprache|langue|idioma|lengua|lingua|kieli|nyelv|dili)(?= |$)"
)
"""What stands beside the name: "język angielski", "английский язык"."""


def language_code(text: str) -> str | None:
    """Return the base code of a language by its name in any language or by its code; None where it is neither.

    >>> language_code("Engels"), language_code("ger"), language_code("Português"), language_code("pt-BR"), language_code("N/A")
    ('en', 'de', 'pt', 'pt', None)
    """
    key = _fold(text)
    forms = [form for form in dict.fromkeys((key, *_shorter(key))) if form]
    return next((code for form in forms if (code := _code(form) or _named(form))), None)


@lru_cache(maxsize=1024)
def language_tag(text: str) -> str | None:
    """Return a language as a tag of BCP 47: a tag stays whole, anything else gives its base code.

    >>> language_tag("pt_BR"), language_tag("English (US)")
    ('pt-BR', 'en')
    """
    tag = re.fullmatch(r"([A-Za-z]{2,3})((?:[-_][A-Za-z]{4})?)((?:[-_][A-Za-z]{2}|[-_]\d{3})?)", text.strip())
    base = language_code(tag[1]) if tag else None
    if not tag or not base:
        return language_code(text)
    script, region = tag[2].strip("-_").title(), tag[3].strip("-_").upper()
    return "-".join(part for part in (base, script, region) if part)


def _shorter(key: str) -> tuple[str, ...]:
    """Return what is left of a name without its brackets or what stands behind a dash or a slash: "english (us)"."""
    bare = re.sub(r"\s*[(\[（].*", "", key).strip()
    first = re.split(r"\s*[-_/,;|]\s*", bare)[0].strip()
    return bare, first, _THE_WORD.sub("", first).strip()


def _code(key: str) -> str | None:
    if not re.fullmatch(r"[a-z]{2,3}", key) or key in NO_LANGUAGE:
        return None
    return BIBLIOGRAPHIC.get(key) or _aliases().get(key) or (key if key in _known() else None)


def _fold(text: str) -> str:
    return unaccented(" ".join(text.split())).strip(" .:;,|")


@cache
def _aliases() -> dict[str, str]:
    """Return three-letter codes to the two-letter ones."""
    from babel.core import get_global

    return {old: new for old, new in get_global("language_aliases").items() if re.fullmatch(r"[a-z]{2}", new) and len(old) == 3}


@cache
def _known() -> frozenset[str]:
    from babel import Locale

    codes = (str(code) for code in Locale.parse("en").languages)
    return frozenset(code for code in codes if re.fullmatch(r"[a-z]{2,3}", code)) - NO_LANGUAGE


def _named(form: str) -> str | None:
    if form in EXTRA:
        return EXTRA[form]
    if not re.search(r"[^\W\d_]{2}", form) or len(form) > 40:
        return None
    return next((code for ui in UI_LANGUAGES if (code := _names(ui).get(form))), None)


@cache
def _names(ui: str) -> dict[str, str]:
    """Return the folded names of the languages in one language; of two codes with one name, the more common has it."""
    from babel import Locale

    names = Locale.parse(ui).languages.items()
    ranked = sorted(
        ((code, name) for code, name in names if re.fullmatch(r"[a-z]{2,3}", code)), key=lambda row: _rank(row[0]), reverse=True
    )
    return {_fold(name): code for code, name in ranked if code not in NO_LANGUAGE}


_COMMON = {
    code: at for at, code in enumerate("en de fr es pt it nl sv da no nb nn fi pl cs sk ru uk ja zh ko hu tr ca ro el".split())
}


def _rank(code: str) -> tuple[int, str]:
    """Return how soon a code is meant: the common ones in order, then those of two letters, then the rest."""
    return _COMMON.get(code, 100 if len(code) == 2 else 200), code
