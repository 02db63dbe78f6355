"""Volumes, issues and page ranges as pages print them; a text that is none of them comes back as it stood.

What surprised us: "655-9" and "88101-088101" are right as they stand, "S.738" has a label and "S383" has none.
"""

import re

VOLUME_LABELS = (
    "volumes volumen volume vols vol volyymi volym vuosikerta band bände bd jahrgang jahrg jg jaargang jrg årgang årg ročník "
    "roč rocznik rok tomo tome tom t bind köt évfolyam évf cilt том т годъ рік volum v 第"
).split()
ISSUE_LABELS = (
    "numbers number nos no nº n° n issues issue iss nummer numéro número numero numer num núm nro nr heften heft hefte häfte "
    "hft h ausgabe aflevering afl utgave udgave číslo čís č zeszyt z выпуск вып номер № випуск вип fascicule fasc sayı szám "
    "número sz 第"
).split()
PAGE_LABELS = (
    "pages page pp p seiten seite s págs pág páginas página pags pag pagine ss sivut sivu sider side sidor sidan sid strony "
    "strona str стр с c bladzijden blz pàgs oldal old sayfa 页 頁"
).split()


def volume(text: str) -> str:
    """Return a volume without its label.

    >>> volume("Årg. 1"), volume("Vol. 1982.007"), volume("in press")
    ('1', '1982.007', 'in press')
    """
    return _without(_VOLUME_LABEL, text)


def issue(text: str) -> str:
    """Return an issue without its label.

    >>> issue("No. 3-4"), issue("SUPPL.I"), issue("Heft 2")
    ('3-4', 'SUPPL.I', '2')
    """
    return _without(_ISSUE_LABEL, text)


def page_range(text: str) -> str:
    """Return pages with a plain hyphen between first and last, and without their label; all else stays as printed.

    >>> page_range("pp. 3–13"), page_range("S383-S385"), page_range("239 - 252"), page_range("3022-"), page_range("655-9")
    ('3-13', 'S383-S385', '239-252', '3022', '655-9')
    """
    plain = " ".join(text.split())
    bare = _TO.sub("-", _PAGE_LABEL.sub("", plain).strip(" ,;:.|"))
    if not _PAGES.fullmatch(bare):
        return plain
    return _DASH.sub("-", bare).rstrip("-")


def page_bounds(pages: str) -> tuple[str, str] | None:
    """Return first and last page of a range, the last one written out; None where it is no single range.

    >>> page_bounds("655-9"), page_bounds("S123-S28"), page_bounds("98-102"), page_bounds("e1207")
    (('655', '659'), ('S123', 'S128'), ('98', '102'), None)
    """
    found = _RANGE.fullmatch(pages)
    if not found:
        return None
    lead, first, other, last = found.groups()
    if lead.casefold() not in {other.casefold(), ""} and other:
        return lead + first, other + last
    cut = len(first) - len(last)
    whole = first[:cut] + last if cut > 0 and int(last) > int(first[cut:]) else last
    return lead + first, (other or lead) + whole


_RANGE = re.compile(r"([A-Za-z]{0,5})(\d{1,9})-([A-Za-z]{0,5})(\d{1,9})")
_TO = re.compile(r"(?<=\d)\s(?:à|to|bis)\s(?=\d)")


def _label(words: list[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return rf"(?:{'|'.join(re.escape(word) for word in longest_first)})"


_ROMAN = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,4}})?[A-Za-z]?(?:\s?[-–/+]\s?\d{{1,4}}[A-Za-z]?)?|{_ROMAN})"
_SUPPLEMENT = r"(?:\d{1,4}\s)?(?i:suppl?|supplement|special issue|sonderheft|beiheft|pt|part|extra|spec)\b\.?\s?[\w.-]{0,8}"
_ANY_ISSUE = rf"(?:{_NUMBER}|{_SUPPLEMENT}|[A-Z]\d{{1,3}})"
_VOLUME_MARK = rf"(?i:{_label(VOLUME_LABELS)})(?![^\W\d_])\.?\s?"
_ISSUE_MARK = rf"(?i:{_label(ISSUE_LABELS)})(?![^\W\d_])\.?\s?"
_VOLUME_LABEL = re.compile(rf"^(?:{_VOLUME_MARK})+[:\s]*(?=[^\s:])")
_ISSUE_LABEL = re.compile(rf"^(?:{_ISSUE_MARK})+[:\s]*(?=[^\s:])")
_PAGE_LABEL = re.compile(rf"^(?i:{_label(PAGE_LABELS)})(?:\.\s?|\s|:\s?)(?=\S)")
_DASH = re.compile(r"\s*[-‐‑‒–—−‑﹣－]+\s*")
_PAGE = r"[A-Za-z]{0,5}\.?\d{1,9}(?:\.\d{1,6})?[A-Za-z]{0,2}|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}"
_PAGES = re.compile(
    rf"(?:{_PAGE})(?:{_DASH.pattern}(?:(?:{_PAGE})|$))?(?:\s?[,;+]\s?(?:{_PAGE})(?:{_DASH.pattern}(?:{_PAGE}))?)*"
)


def _without(label: re.Pattern[str], text: str) -> str:
    plain = " ".join(text.split())
    bare = label.sub("", plain)
    return _DASH.sub("-", bare) if re.fullmatch(_ANY_ISSUE, bare) else plain if not re.search(r"\d", bare) else bare
