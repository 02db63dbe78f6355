"""From the text at a place to the value: one normaliser a field, and a few that a rule names after a colon.

Finding and normalising are two layers. Readers only point at places; what stands there becomes a value here and nowhere else, so
`value == normalise(field, texts, rule)` holds for every piece of evidence, and tests run it; `texts` are what `Layout.texts` gives
(of a repair that a place cuts, all). A normaliser gets the texts of all the parts that a value was put together from, and returns
None where they hold no value of its field.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial

from litcli.extract import normalise_more
from litcli.extract.base.tag_names import TYPES
from litcli.extract.base.xml_types import TYPES as XML_TYPES
from litcli.extract.languages import guess_language
from litcli.extract.normalise_parts import PARTS, article_titles, date_in_parts, in_parts, pmc_number, titles
from litcli.extract.vocabulary import fold, letters, vocabulary
from litcli.model import identifiers, latex, name_chinese
from litcli.model.dates import parse_date
from litcli.model.languages import language_code
from litcli.model.names import Order, parse_name
from litcli.model.numbers import page_range
from litcli.model.record import CslDate, CslName

Scalar = str | CslName | CslDate
"""One value: what a scalar field holds, or one item of a list."""

Normaliser = Callable[[Sequence[str]], Scalar | None]

NO_VALUE = frozenset(
    fold(word)
    for word in (
        "N/A", "n.a.", "n/a", "none", "-", "–", "unknown", "not available", "not stated", "Não Informado pela instituição", "null", "...",
        "k.A.", "s.n.", "s.l.", "[s.n.]", "[S.l.]", "undefined", "nan", "not specified", "sin datos", "non renseigné", "無", "なし",
    )
)  # fmt: skip
"""Texts that stand where a value would, and say that there is none."""

_PEOPLE = frozenset({"author", "editor", "translator", "supervisor"})
_BRACKETS = " ,.;()[]"
_LONGEST_HEADING = 38
_SHORT = 60
"""No text that says that there is no value is longer."""
_SOFT = re.compile("[\u00ad\u200b\u200e\u200f\ufeff]")
_TITLE_MARKS = re.compile(r"(?<=[^\W\d_\s])(?:\s?[*†‡§¶☆★]+|\s?\[\*\])$|^[“\"](?=[^”\"]+[”\"]$)|(?<=[^\s])[”\"]$(?<!\w\s[”\"])")
_NUMBER_LABEL = re.compile(
    r"^(?:(?:vol(?:ume|umen)?|bd|band|jg|jahrgang|årg(?:ang|ång)?|ročník|roč|tom[eo]?|том|nr|no|n[º°]|№|issue|heft|iss|číslo|"
    r"вып(?:уск)?|núm(?:ero)?|num|number|art(?:icle)?|pp|第)(?:[.:]\s*|\s+|(?=\d))|[vthnps](?:\.\s?|\s(?=\d)))(?=[\divxlc(A-Z])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\w][\w./()\- –&+,]{0,30}")
_WORDY = re.compile(r"[,;]\s*[^\W\d_]{3,}")
_PLAIN_DATE = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?|(\d{4})(\d\d)(\d\d)")
_LONGEST_EDITION = 60
_PAGE_COUNT = re.compile(r"\s?[(（]\d{1,4}\s?(?:쪽|页|頁|p|pp|pages?)\.?[)）]$")
_COUNT = re.compile(r"\d{1,5}")
_ROMAN_PAGES = re.compile(r"[ivxlcdm]+(?:-[ivxlcdm]+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{5,}")
_TAGS = re.compile(r"</?(?:p|i|b|em|strong|sub|sup|jats:\w+|span|div|br|sec|title)\b[^<>]{0,200}>", re.IGNORECASE)


def normalise(field: str, texts: Sequence[str], rule: str = "") -> Scalar | None:
    """Return the value that the texts are for the field; None where they are none.

    >>> normalise("page", ["272 – 280"]), normalise("title", ["On bees ", "and wasps."])
    ('272-280', 'On bees and wasps')
    """
    if all(_is_none(text) for text in texts):
        return None
    if field in _PEOPLE and len(texts) > 1 and (orcid := identifiers.orcid(texts[-1])):
        person = normalise(field, texts[:-1], rule)
        return {**person, "ORCID": orcid} if isinstance(person, dict) else None  # type: ignore[return-value]
    name = rule.partition(":")[2]
    if name == "latex":
        texts, name = [latex.decode(text) for text in texts], ""
    return (NAMED[name] if name else FIELDS.get(field, _text))(texts)


def _is_none(text: str) -> bool:
    bare = text.strip()
    return not bare or (len(bare) < _SHORT and fold(bare) in NO_VALUE)


def _text(texts: Sequence[str]) -> str | None:
    return _clean(" ".join(texts)).strip(" ;|•,") or None


def _clean(text: str) -> str:
    return " ".join(_SOFT.sub("", text).split())


def _title(texts: Sequence[str]) -> str | None:
    title = _TITLE_MARKS.sub("", _clean(" ".join(texts)).strip(" |;"))
    if title.endswith(".") and not title.endswith("..") and not re.search(r"\b\w\.$|\b[A-Z]\.\w\.$", title):
        title = title[:-1]
    return title or None


def _titles(texts: Sequence[str]) -> str | None:
    """Join a title and its subtitle as CSL wants them."""
    return ": ".join(_clean(text).strip(" :;|,") for text in texts) or None


def _subtitled(texts: Sequence[str]) -> str | None:
    """Join a title and its subtitle: behind a question mark without a colon."""
    *titles, subtitle = (_clean(text).strip(" :;|,") for text in texts)
    title = _title(titles) or ""
    return f"{title}{' ' if title.endswith(('?', '!')) else ': '}{subtitle.rstrip('.')}" if title and subtitle else None


def _places(texts: Sequence[str]) -> str | None:
    return ", ".join(_clean(text).strip(" ,;|") for text in texts) or None


def _container(texts: Sequence[str]) -> str | None:
    if any(text.lstrip().startswith(("http", "www.")) for text in texts):
        return None
    return _titles([_clean(text).strip(" .,;:|(") if not text.rstrip().endswith("..") else text for text in texts])


def _prose(texts: Sequence[str]) -> str | None:
    """Join paragraphs; a heading, which stands on a line of its own, is set before the paragraph below it: "Aim: to ..."."""
    paragraphs: list[str] = []
    heading = ""
    for paragraph in filter(None, (_clean(_TAGS.sub(" ", text)) for text in texts)):
        paragraphs.append(f"{heading}: {paragraph}" if heading else paragraph)
        heading = paragraph.rstrip(": ") if not heading and is_heading(paragraph) else ""
        if heading:
            paragraphs.pop()
    return "\n\n".join([*paragraphs, heading] if heading else paragraphs) or None


def is_heading(text: str) -> bool:
    """Tell the heading of an abstract's part ("Aim", "Data Sources"), which stands on a line of its own, from its text."""
    return len(text) < _LONGEST_HEADING and text[:1].isupper() and text[-1] not in ".?!。,;"


def _number(texts: Sequence[str]) -> str | None:
    text = _NUMBER_LABEL.sub("", _clean(" ".join(texts)).strip(" ,;.|"))
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if _WORDY.search(text) or not any(map(str.isalnum, text)):
        return None
    return text if _NUMBER.fullmatch(text) else None


def _edition(texts: Sequence[str]) -> str | None:
    """Read an edition: a number, or a few words with one."""
    text = _clean(" ".join(texts)).strip(" ,;.|")
    return _number(texts) or (text if len(text) <= _LONGEST_EDITION and any(map(str.isalpha, text)) else None)


def _count(texts: Sequence[str]) -> str | None:
    found = _COUNT.findall(unicodedata.normalize("NFKC", " ".join(texts)))
    return found[0] if len(found) == 1 else None


def _pages(texts: Sequence[str]) -> str | None:
    pages = page_range(_PAGE_COUNT.sub("", "-".join(text.strip() for text in texts)).rstrip("页頁쪽면 "))
    if _WORD.search(pages):
        return None
    return pages if any(map(str.isdigit, pages)) or _ROMAN_PAGES.fullmatch(pages) else None


def _person(texts: Sequence[str]) -> CslName | None:
    name = parse_name(_clean(", ".join(texts)))
    return name.to_csl() if name else None


def _given_first(texts: Sequence[str]) -> CslName | None:
    name = parse_name(_clean(", ".join(texts)), Order.GIVEN_FIRST)
    return name.to_csl() if name else None


def _two_families(texts: Sequence[str]) -> CslName | None:
    """Read a Spanish name as given names and two family names: "Juan Pérez Martín"."""
    words = _clean(", ".join(texts)).split()
    return {"family": " ".join(words[-2:]), "given": " ".join(words[:-2])} if len(words) > 2 else None


def _two_forms(texts: Sequence[str]) -> CslName | None:
    """Read a name given twice, as "María García López" and as "García López, M.": the second tells where the family begins."""
    full, short = texts[0], parse_name(_clean(texts[-1]))
    name = short.to_csl() if short else None
    if not name or "family" not in name:
        return None
    family = f"{name.get('non-dropping-particle', '')} {name['family']}".strip()
    words = _clean(full).split()
    for cut in range(1, len(words)):
        if letters(" ".join(words[cut:])) == letters(family):
            return {**name, "given": " ".join(words[:cut])}
    return None


def _chinese_name(texts: Sequence[str]) -> CslName | None:
    """Read a Chinese name without a space; what is none is read as any name."""
    halves = name_chinese.cut(_clean("".join(texts)))
    return {"family": halves[0], "given": halves[1]} if halves else _person(texts)


def _date(texts: Sequence[str]) -> CslDate | None:
    return parse_date(_clean(" ".join(texts))).to_csl()


def _calendar_date(texts: Sequence[str]) -> CslDate | None:
    found = _date(texts)
    return found if found and found.get("date-parts") else None


def _year_alone(texts: Sequence[str]) -> CslDate | None:
    found = _calendar_date(texts)
    return {"date-parts": [found["date-parts"][0][:1]]} if found else None


def _stated_date(texts: Sequence[str]) -> CslDate | None:
    """Read a date as metadata writes it, biggest part first: "2019/04", "2019/4/1", "20190401"; zeros stand for what is not known."""
    text = _clean(" ".join(texts)).replace(" / ", "/")
    found = _PLAIN_DATE.fullmatch(text)
    parts = [part.zfill(2) for part in found.groups() if part and int(part)] if found else []
    return _calendar_date(["-".join(parts) if parts else text])


def _language(texts: Sequence[str]) -> str | None:
    return language_code(_clean(" ".join(texts)))


def _guessed_language(texts: Sequence[str]) -> str | None:
    return guess_language(" ".join(texts))


def _type(texts: Sequence[str]) -> str | None:
    kind = kind_of_work(" ".join(texts))
    return kind.partition("/")[0] if kind else None


def _coded_type(texts: Sequence[str]) -> str | None:
    """Read a type as metadata writes it: "doctoralThesis", "info:eu-repo/semantics/bookPart", "conference_item"."""
    return _type([_decoded(texts)])


def _coded_genre(texts: Sequence[str]) -> str | None:
    """Read the kind of thesis that such a type names."""
    return (kind_of_work(_decoded(texts)) or "").partition("/")[2] or None


def _decoded(texts: Sequence[str]) -> str:
    code = re.split(r"[/#:]", " ".join(texts))[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_.-]+", " ", code)


def _group(texts: Sequence[str]) -> CslName | None:
    name = _clean(" ".join(texts))
    return {"literal": name} if name else None


def _genre(texts: Sequence[str]) -> str | None:
    return _clean(" ".join(texts)).strip(" .,;:|") or None


def _flag(texts: Sequence[str]) -> str | None:
    return "yes" if any(text.strip() for text in texts) else None


def _identifier(read: Callable[[str], str | None]) -> Normaliser:
    return lambda texts: read(" ".join(texts).strip())


def _misprinted_isbn(texts: Sequence[str]) -> str | None:
    """Keep an ISBN whose check digit is wrong as `extra` does: as the page prints it, under the name that files have for it.

    >>> _misprinted_isbn(["978-3-030-00000-6"]), _misprinted_isbn(["978-3-642-23350-0"])
    ('isbn: 978-3-030-00000-6', None)
    """
    text = _clean(" ".join(texts))
    return f"isbn: {text}" if re.fullmatch(r"[\d-]{9,16}[\dXx]", text) and not identifiers.isbn(text) else None


def _one_of(words: Mapping[str, str]) -> Normaliser:
    """Read a type as one format of exports writes it: "JOUR", "inproceedings"."""
    return lambda texts: words.get(fold(" ".join(texts)))


def _constant(value: str) -> Normaliser:
    return lambda texts: value if any(text.strip() for text in texts) else None


@lru_cache(maxsize=1024)
def kind_of_work(text: str) -> str | None:
    """Return the CSL type (with "/genre" where it matters) that a text names, looking for the longest known words in it.

    >>> kind_of_work("Review article"), kind_of_work("Doctoral thesis"), kind_of_work("Umbrella")
    ('article-journal', 'thesis/Doctoral thesis', None)
    """
    types = vocabulary().types
    folded = fold(text)
    if folded in types:
        return types[folded]
    pieces = [fold(piece) for piece in re.split(r"[;,|›>»/()\[\]–—]|\s-\s|→|:|\band\b", text)]
    known = [types[piece] for piece in pieces if piece in types]
    if known:
        return next((kind for kind in known if kind != "article-journal"), known[0])
    words = folded.split()
    opening = [at for at, word in enumerate(words) if word.strip(_BRACKETS) in _opening_words()]
    for size in range(min(6, len(words)), 0, -1):
        for first in opening:
            named = " ".join(words[first : first + size]).strip(_BRACKETS) if first + size <= len(words) else ""
            if named in types:
                return types[named]
    return None


@cache
def _opening_words() -> frozenset[str]:
    """Return the words that names of kinds of work begin with, and "", which a bracket alone leaves."""
    return frozenset(("", *(word.split()[0].strip(_BRACKETS) for word in vocabulary().types)))


FIELDS: dict[str, Normaliser] = {
    "type": _type,
    "title": _title,
    "translated-title": _title,
    "original-title": _title,
    "container-title": _container,
    "collection-title": _titles,
    "event-place": _places,
    "author": _person,
    "editor": _person,
    "translator": _person,
    "supervisor": _person,
    "issued": _date,
    "submitted": _calendar_date,
    "accepted": _calendar_date,
    "available-date": _calendar_date,
    "event-date": _calendar_date,
    "abstract": _prose,
    "translated-abstract": _prose,
    "volume": _number,
    "issue": _number,
    "number": _number,
    "edition": _edition,
    "collection-number": _number,
    "number-of-pages": _count,
    "page": _pages,
    "language": _language,
    "genre": _genre,
    "peer-reviewed": _flag,
    "authors-incomplete": _flag,
    "title-short": _title,
    "index-term": normalise_more.term,
    "mesh": normalise_more.term,
    "citation-count": normalise_more.count,
    "citation-source": normalise_more.counter,
    "license": normalise_more.licence,
    "URL": _identifier(identifiers.web_address),
    **{field: _identifier(read) for field, read in identifiers.READERS.items()},
}
"""The normaliser of each field; plain text where a field is not named."""

KIND_MARKS = {
    "j": "article-journal", "m": "book", "c": "paper-conference", "d": "thesis", "r": "report", "n": "article-newspaper",
    "p": "patent", "ds": "dataset", "db": "dataset", "cp": "software", "a": "chapter", "g": "book",
}  # fmt: skip
"""The letters for kinds of work in GB/T 7714, the Chinese standard of references."""

NAMED: dict[str, Normaliser] = {
    "words": _guessed_language,
    "two-forms": _two_forms,
    "given-first": _given_first,
    "two-families": _two_families,
    "chinese": _chinese_name,
    "misprinted-isbn": _misprinted_isbn,
    "pmc-number": pmc_number,
    "date-parts": date_in_parts,
    "titles": titles,
    "article-titles": article_titles,
    "calendar": _calendar_date,
    "stated-date": _stated_date,
    "year": _year_alone,
    "in-journal": _constant("article-journal"),
    "in-book": _constant("chapter"),
    "at-event": _constant("paper-conference"),
    "whole-book": _constant("book"),
    "thesis": _constant("thesis"),
    "report": _constant("report"),
    "preprint": _constant("article"),
    "dataset": _constant("dataset"),
    "software": _constant("software"),
    "coded-type": _coded_type,
    "coded-genre": _coded_genre,
    **{f"{form}-type": _one_of(words) for form, words in TYPES.items()},
    **{f"{form}-type": _one_of(words) for form, words in XML_TYPES.items()},
    "kind-mark": _one_of(KIND_MARKS),
    "group": _group,
    "subtitled": _subtitled,
    "creative-commons": normalise_more.creative_commons,
    **{parts: partial(in_parts, parts) for parts in PARTS if parts != "group"},
    **{name: _constant(said) for name, said in normalise_more.NOTICES.items()},
    **{relation: normalise_more.related(relation) for relation in normalise_more.RELATIONS},
}
"""Normalisers that a rule names after a colon: those for what a page states by other words than the value's own.

"latex" is no normaliser: it has the field's own read what the LaTeX at the place stands for.
"""
