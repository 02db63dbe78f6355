"""Which language a text is in, told by its script and its small words; None where that is not plain.

Small words are counted, not sequences, so that damaged or shuffled prose is told as well. A word that several languages share
counts less for each of them. Source of the words: `[words] function` of the label tables.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from litcli.extract.vocabulary import vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_NOT_LATIN = re.compile(r"[\u0370-\u1cff\u3041-\ud7af]")
"""A text without any such letter is told by its words."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_PERSIAN = re.compile(r"[پچژگ]")
_URDU = re.compile(r"[ٹڈڑےں]")
"""Letters that Persian and Arabic lack; Urdu has those of Persian, too."""
_OF_A_NAME = 0.01
"""A foreign name brings no more letters of its language into a text."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BULGARIAN = re.compile(r"[а-я]ъ[бвгджзклмнпрстфхцчшщ]", re.IGNORECASE)
_SERBIAN = re.compile(r"[ђћљњџ]", re.IGNORECASE)
_OWN_LETTERS = (("sr", _SERBIAN), ("bg", _BULGARIAN))
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_RUSSIAN = re.compile(r"[ыэё]", re.IGNORECASE)
_LETTERS = {
    "sv": "åäö", "da": "æøå", "nb": "æøå", "fi": "äö", "de": "äöüß", "es": "ñ¿¡áéíóú", "pt": "ãõçáéíóâê", "fr": "çèêàœîûùé",
    "it": "àèìòù", "pl": "łęąśźżćń", "cs": "řěůčšžý", "sk": "ľĺŕôčšžýť", "hu": "őűáé", "tr": "ğışçö", "ca": "çàèòï·", "ro": "ăâîșț",
    "hr": "čćđšž", "sl": "čšž", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "õäöü", "is": "ðþæö",
}  # fmt: skip
"""Letters that speak for a language; they only break a tie between words."""
_LOOKED_AT = 8000
"""So many characters are looked at."""
_ENOUGH = 400
"""So many words tell as much as more would."""


def guess_language(text: str) -> str | None:
    """Return the code of the language that the text is plainly in.

    >>> guess_language("Effects of the light on bees and of the wind in a field"), guess_language("器官培養マウス卵巣")
    ('en', 'ja')
    >>> guess_language("Zygosaccharomyces bailii"), guess_language("Комахи вологих лук")
    (None, None)
    """
    return _guess(text[:_LOOKED_AT])


@lru_cache(maxsize=256)
def _guess(text: str) -> str | None:
    """Answer for `guess_language`; several readers ask this of the same title and abstract."""
    return _by_words(text) if text.isascii() else _by_script(text)


def tells_language(text: str) -> bool:
    """Tell whether a short text is enough to know its language by: another script, or several small words of one language.

    >>> tells_language("Hvad kan vejledere bidrage med i undervisning"), tells_language("Rakes in primary care")
    (True, False)
    """
    if not guess_language(text):
        return False
    without = _lacking(text)
    best = sorted((score for one, score in _scores(_words(text)).items() if one not in without), reverse=True)[:2] or [99.0]
    return best[0] >= 2.0 and (len(best) < 2 or best[0] >= 1.25 * best[1])


def changes_language(text: str, language: str) -> bool:
    """Tell whether a text is plainly not in the language: another one has far more of its words.

    >>> changes_language("Der Einfluss von Licht auf die Bienen und der Wind", "en")
    True
    """
    other = guess_language(text)
    if other is None or other == language:
        return False
    scores = _scores(_words(text))
    return scores[other] == 0 or scores[other] > 2.5 * scores[language]


def _by_script(text: str) -> str | None:
    if not _NOT_LATIN.search(text[:5000]):
        return _by_words(text)
    letters = sum(map(str.isalpha, text[:5000]))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(text[:5000])) > (0.15 if code == "ja" else 0.4) * letters:
            return code
    if letters and len(_CYRILLIC.findall(text[:5000])) > 0.5 * letters:
        return _cyrillic(text, letters)
    if letters and len(_ARABIC.findall(text[:5000])) > 0.5 * letters:
        return _arabic(text, letters)
    return _by_words(text)


def _arabic(text: str, letters: int) -> str:
    """Tell languages in Arabic script apart by the letters that Arabic lacks, and Persian as well."""
    for code, own in (("ur", _URDU), ("fa", _PERSIAN)):
        if len(own.findall(text[:5000])) > _OF_A_NAME * letters:
            return code
    return _by_words(text) or "ar"


def _cyrillic(text: str, letters: int) -> str | None:
    """Tell languages in Cyrillic apart by the letters that only one of them has, which a short title may lack."""
    if not _UKRAINIAN.search(text) and not _RUSSIAN.search(text):
        for code, own in _OWN_LETTERS:
            if own.search(text):
                return code
    if len(_UKRAINIAN.findall(text[:5000])) > 0.01 * letters:
        return "uk"
    if _RUSSIAN.search(text):
        return "ru"
    return _by_words(text)


def _lacking(text: str) -> AbstractSet[str]:
    """Return the languages in Cyrillic whose own letters a text lacks, though they share its small words."""
    return {code for code, letters in _OWN_LETTERS if not letters.search(text)}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[:_LOOKED_AT])[:_ENOUGH]]


def _scores(words: list[str]) -> dict[str, float]:
    weights = _weights()
    scores: dict[str, float] = defaultdict(float)
    for word, times in Counter(words).items():
        for language, weight in weights.get(word, ()):
            scores[language] += times * weight
    return scores


def _by_words(text: str) -> str | None:
    words, without = _words(text), frozenset() if text.isascii() else _lacking(text)
    scores = {language: score for language, score in _scores(words).items() if language not in without}
    if not scores:
        return None
    if not text.isascii():
        folded = text.casefold()
        for language in list(scores):
            scores[language] += 0.1 * sum(letter in folded for letter in _LETTERS.get(language, ""))
    (first, most), *rest = sorted(scores.items(), key=lambda pair: -pair[1])[:2]
    second = rest[0][1] if rest else 0.0
    return first if most >= 0.3 and most > max(1.05 * second, second + 0.2) and most >= 0.03 * len(words) else None


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    owners: dict[str, list[str]] = {}
    for language, words in vocabulary().function_words.items():
        for word in words:
            owners.setdefault(word, []).append(language)
    return {word: tuple((language, 0.6 + 0.8 / len(languages)) for language in languages) for word, languages in owners.items()}
