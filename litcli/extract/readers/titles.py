"""Titles: which line at the head of a page is the work's own title.

Every line that is nothing else (a label row, names, numbers, navigation) is weighed by what a title looks like and by its company:
names or a type below it, its words repeated further down, no journal or menu around it. A page may have no title at all, and
then none is taken: the best line must be good by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from litcli.extract.candidates import Candidate, Parts, Span, claim, claims, moved
from litcli.extract.languages import guess_language
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.asides import is_handled
from litcli.extract.readers.hosts import IN_BOOK, IN_JOURNAL, is_dated_journal
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.people import SURE, is_address, is_affiliation, is_subtitle, likeness
from litcli.extract.readers.second_titles import is_dense, may_be_second
from litcli.extract.vocabulary import fold
from litcli.model.dates import find_dates

HEAD = 60
"""So many lines from the top may hold the title."""
LONGEST = 400
LEAST = 1.0
"""A line with less weight is not taken."""
_SENTENCE = 60
"""A line of so many bytes below its heading may be the abstract."""
_BUTTON = 1.8
"""So much speaks against a line that begins as buttons do."""
_FEWEST_WORDS, _MOST_WORDS = 4, 40
"""The second line of a title has so many."""
MOST_COMPANY = 2.4
"""No company adds more: names below (1.2), a type above (0.7), names above (0.5)."""

_BY = re.compile(
    r"\s*\[?(?:by|von|par|por|door|av|af|di|ed(?:ited)?\.?(?: by)?|hrsg\. von|herausgegeben von|sous la dir(?:ection)?\.? de)\s",
    re.IGNORECASE,
)
"""How a catalogue begins to say who wrote a book."""
_EASTERN_INSTITUTION = re.compile(
    r"(?:大学|大學|学院|學院|研究所|研究院|学校|學校|中学|小学|医院|醫院|病院|研究中心|实验室|實驗室|出版社|公司|学部|研究科|대학교|대학원|연구소|연구원|병원)"
    r"(?:[，,、；;\s\d(（].*|[^\s，。]{1,8}[系科室部])?$"
)
"""How a line ends that names an institution in Chinese, Japanese or Korean; a title may well begin with one."""
_ELLIPSIS = re.compile(r"…|\.\.\.")
_SENTENCE_END = re.compile(r"[a-zà-ÿ]\.\s+[A-Z]")
_SITE = re.compile(
    r"\s\|\s[\w .,&:]+$|\s[–-]\s(?=[\w .,&:]*(?:universi|journal|library|repositor|pubmed|sciencedirect|springer|wiley|portal|archive|"
    r"\.com|\.org|google))[\w .,&:]+$|"
    r"^\W*(?:www\.|https?:)|@|©|licen[sc]ed under|\bISSN\b|\blogo\b|›|\s»\s|cookie",
    re.IGNORECASE,
)
_NOTICES = (
    "javascript is ", "click here", "powered by ", "in lieu of an abstract", "under a creative commons", "requires authentication",
    "add paper to my library", "share record", "publish with us", "search results",
)  # fmt: skip
"""What notices and buttons say, and no title."""
_IDEOGRAPH_MENU = re.compile(r"[\u3400-\u9fff]{2,4}(?:\s+[\u3400-\u9fff]{2,4}){3,}")
"""A menu in Chinese: several short words, and spaces between them."""
_SITE_BEHIND = re.compile(r"\s(?:[|·»]|[-–—:]{1,2})\s")
"""What parts the title of a page in a browser from the name of its site."""
_NUMBERED = re.compile(
    r"^(?:(?:Chapter|Kapitel|Chapitre|Capítulo|Capitolo)\s\d{1,2}\s?[-–—:.]|\d{1,2}\s[-–—]|[A-Z]{1,3}\d{1,4}[a-z]?|\d{1,3}\.|#\d+|Abstract\s(?:[Nn]o\.?\s?|#\s?)?[A-Z]{0,4}-?\d+\s?[:.]|[A-Z]{1,2}\d{1,2}\.\d{4,5}\s?:)"
    r"\s+(?=[A-ZÀ-Þ“\"'])"
)
_DATED = re.compile(r"^\d{1,2} [A-Z][a-z]+ (?:19|20)\d{2}\s+(?=[A-ZÀ-Þ])")
"""The day on which it appeared, before a title in the same line."""
_SMALL = re.compile(r"\s(?:in|on|with|from|im|sur|dans|para|con|på|til)\s")
"""Small words that stand in titles and in no list of names."""
MENU = re.compile(
    r"^(?:Home|Accueil|Inicio|Início|Startseite|Etusivu|Hem|Hjem|Strona główna|Главная|Головна|Ana Sayfa|Beranda)\s[/>»›|]\s|"
    r"[>»›]$|\s\|\s.*\s\|\s|\s›\s|\s>\s.*\s>\s"
)
"""A line of steps or of choices."""
_KIND_BEHIND = re.compile(r"\s?\(([^()]{4,30})\)$")
_YEAR_BEHIND = re.compile(r"\s\[(?:1[6-9]|20)\d{2}\]$")
_REVIEWED = re.compile(r"\.?\s\([A-Z][a-z]+(?:\. [A-Z][a-z ]+)?\)\s(?:Zbl|JFM)\s[\d.]+$")
"""The language and the number of a work among reviews of mathematics."""
_ACCESS_BEHIND = re.compile(r"\s(?:Unavailable|Available to Purchase)$")
"""What a picture of a lock says behind a title."""
_RESPONSIBILITY = re.compile(r"\s+/\s+(?=\S)")
_MATERIAL = re.compile(
    r"\s*\[(?:texte imprimé|ressource électronique|electronic resource|elektronische ressource|recurso electrónico|"
    r"computer file|microform|texto impreso|print|druk|text)\]",
    re.IGNORECASE,
)
_LANGUAGE_MARK = re.compile(
    r"(?:[\[(]|^)(?:(?:article|text|paper|full text)\s)?in\s(?P<language>[A-Z][a-z]+)(?:[,;][^\[\]()]{0,60})?(?:[\])]|$)\.?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[(?P<title>[^\[\]]{12,})\.?\]\.?")
"""A title that is the translation of the work's own, as PubMed prints it."""
_TRANSLATION_MARK = re.compile(r"\s*\[(?:in|article in)\s[A-Z][a-z]+\]\.?$", re.IGNORECASE)


@dataclass(frozen=True)
class Weighed:
    """A line that may be the title, with its weight."""

    line: Line
    weight: float


def read_title(layout: Layout, rows: frozenset[int], rule: str, language: str | None = None) -> Candidate | None:
    """Return the best title among the first lines; `rows` are the lines that label rows take, `language` is what one of them states."""
    best = _best(layout, rows)
    if not best or best.weight < LEAST:
        return None
    line = _first_of_two(layout, rows, best.line, language) or _broken_above(layout, rows, best.line) or best.line
    parts, sure = title_parts(layout, line), min(0.97, 0.6 + 0.09 * best.weight)
    below = layout.after(line.index)
    if below and not below.blanks and len(parts) == 1 and is_subtitle(below.text):
        return claim(layout.text, "title", [(*parts, below.span)], f"{rule}.title:titles", sure)
    return claim(layout.text, "title", [parts], f"{rule}.title", sure)


def _first_of_two(layout: Layout, rows: frozenset[int], line: Line, language: str | None) -> Line | None:
    """Return the line right above that says the title in another language, plainly: the first is the work's own."""
    above = layout.lines[line.index - 1] if line.index else None
    if above and line.index > 1 and above.folded.strip("[]()") in layout.vocabulary.types:
        above = layout.lines[line.index - 2]  # the kind of the work stands between both
    if above is None or above.index in rows or _is_other(layout, above):
        return None
    stated = language and guess_language(above.text) == language != guess_language(line.text)
    if not stated and not may_be_second(above.text, line.text):
        return None
    return above if _alone(layout, above, 0) >= LEAST else None


def _broken_above(layout: Layout, rows: frozenset[int], line: Line) -> Line | None:
    """Return the line right above that a title begins in which was broken there."""
    above = layout.lines[line.index - 1] if line.index and not line.blanks else None
    if above is None or above.index in rows or _is_other(layout, above):
        return None
    if not _goes_on(above, line) and not _answers(layout, above, line):
        return None
    if above.text.endswith(":") and not line.text[0].islower():
        return None  # "Search all theses:"
    plain = replace(above, text=above.text.rstrip(":,"))
    return above if _alone(layout, plain, 0) + _BUTTON * _is_button(layout, above) >= LEAST else None


def title_parts(layout: Layout, line: Line) -> Parts:
    """Return the title's place: without the number of a poster or chapter before it, with its second line if it was broken."""
    start = line.start + (number.end() if (number := _NUMBERED.match(line.text) or _DATED.match(line.text)) else 0)
    end = line.end - (len(mark.group()) if (mark := _TRANSLATION_MARK.search(line.text)) else 0)
    if whole := _BRACKETED.fullmatch(layout.text, start, end):
        return (whole.span("title"),)
    if behind := _ACCESS_BEHIND.search(line.text) or _YEAR_BEHIND.search(line.text) or _REVIEWED.search(line.text):
        end = line.start + behind.start()
    if (slash := line.text.find(" / ")) > 0 and may_be_second(line.text[slash + 3 :], line.text[:slash]):
        return ((start, line.start + slash),)
    kind = _KIND_BEHIND.search(line.text)
    if kind and fold(kind.group(1)) in layout.vocabulary.types:
        end = line.start + kind.start()
    following = layout.after(line.index)
    if following and not following.blanks and (_goes_on(line, following) or _answers(layout, line, following)):
        return ((start, end), following.span)
    return bare_title(layout, (start, end))


def language_mark(layout: Layout, title: Candidate, rule: str) -> Iterator[Candidate]:
    """Yield the language that the title or a line right below it names: "[in German]", "[Article in German]", "(In Chinese)"."""
    line = layout.line_at(title.end - 1)
    for near in layout.lines[line.index : line.index + 4] if line else ():
        mark = _LANGUAGE_MARK.search(near.text) if "in" in near.folded else None
        if mark and (near is line or len(near.text) < 50):
            yield from claims(layout.text, "language", moved(near.start, mark, "language"), f"{rule}.language-mark", 0.95)
            return


def bare_title(layout: Layout, span: Span) -> Parts:
    """Return the parts of a title as a catalogue prints it: without "/ Names" behind it and the material in brackets.

    The names count as such where one of them stands elsewhere on the page too.
    """
    start, end = span
    for slash in _RESPONSIBILITY.finditer(layout.text, start, end):
        behind = layout.text[slash.end() : end]
        if _states_names(layout, behind):
            end = slash.start()
            break
    material = _MATERIAL.search(layout.text, start, end)
    if not material:
        return ((start, end),)
    return tuple(part for part in ((start, material.start()), (material.end(), end)) if layout.text[slice(*part)].strip(" .:;"))


def _states_names(layout: Layout, text: str) -> bool:
    named = likeness(_BY.sub("", text).split(";")[0]) >= 0.6 or bool(_BY.match(text))
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word[0].isupper()]
    return named and any(layout.page.visible.count(word) > 1 for word in words)


def _best(layout: Layout, rows: frozenset[int]) -> Weighed | None:
    """Return the weightiest line; a line that cannot win by any company is not asked for it, since telling names costs most."""
    best: Weighed | None = None
    seen = 0
    for line in layout.body[:HEAD]:
        if line.index not in rows and not _is_other(layout, line):
            alone = _alone(layout, line, seen)
            seen += 1
            if not best or alone + MOST_COMPANY > best.weight:
                found = Weighed(line, alone + _company(layout, line, rows))
                best = max(best or found, found, key=lambda one: one.weight)
        if _opens_text(layout, line):
            break
    return best


def _is_other(layout: Layout, line: Line) -> bool:
    words = layout.vocabulary
    if line.cells or words.knows(line.folded) or (not 8 <= len(line.text) <= LONGEST and not is_dense(line.text)):
        return True
    if (
        _IDEOGRAPH_MENU.fullmatch(line.text)
        or _SITE.search(line.text)
        or MENU.search(line.text)
        or line.text.startswith(("http", "10.", "(", "+", "©"))
    ):
        return True
    if words.opens_noise(line.folded) and len(line.text.split()) < 7:
        return True
    if (line.text[:4].isdigit() and line.text[4:5] in ",;") or (line.text.startswith("in ") and IN_JOURNAL.match(line.text)):
        return True
    if not any(map(str.isdigit, line.text)):
        return False
    in_book = IN_BOOK.match(line.text)
    return (
        is_handled(layout, line)
        or any(locator.size > 1 or (in_book and locator.page) for locator in read_locators(line))
        or _is_date(line.text)
    )


def _is_date(text: str) -> bool:
    dates = find_dates(text) if len(text) < 60 else []
    return bool(dates) and sum(date.end - date.start for date in dates) > 0.6 * len(text)


def _alone(layout: Layout, line: Line, seen: int) -> float:
    """Weigh a line by what it is; `seen` is how many before it may be the title too."""
    text, count = line.text, len(line.text.split())
    weight = 0.6 if seen == 0 else 0.35 if seen < 3 else 0.0
    weight += 0.9 if 5 <= count <= 32 or is_dense(text) else 0.35 if count in {3, 4} else -0.6 if count == 1 else -0.3
    weight += 0.5 * (line.mark == "heading")
    weight -= 2.2 * _names_journal(layout, line)
    weight += 1.5 * _repeated(layout, line) - 2.0 * _is_cut(layout, line)
    weight -= 2.5 * bool(_ELLIPSIS.search(text)) + 2.0 * any(notice in line.folded for notice in _NOTICES)
    weight -= 1.2 * bool(_SENTENCE_END.search(text) and len(text) > 200) + 0.8 * (text.endswith(".") and len(text) > 220)
    weight -= _BUTTON * _is_button(layout, line)
    weight -= (
        1.5 * (is_address(text) or (is_dense(text) and bool(_EASTERN_INSTITUTION.search(text))))
        + 0.6 * (count <= 4 and ":" in text)
        + 0.7 * (text[0].islower())
        + 0.8 * (line.mark == "bullet")
        + 1.0 * text.endswith((":", ","))
    )
    weight -= 2.2 * (is_dated_journal(text) is not None)
    weight -= 1.0 * bool(kind_of_work(text) and count <= 3)
    return weight


def _is_button(layout: Layout, line: Line) -> bool:
    """Tell whether a line begins as buttons and notices do; one plain word ("Home", "Search") tells so in a short line only."""
    words = layout.vocabulary
    return words.opens_noise(line.folded) and (len(line.text.split()) < 9 or words.opens_named_noise(line.folded))


def _company(layout: Layout, line: Line, rows: frozenset[int]) -> float:
    """Weigh the neighbours: names, a type or the abstract right below speak for a title, unless it is names itself."""
    weight = 0.0
    following = layout.lines[line.index + 1 : min(line.index + 5, layout.tail)]
    for distance, other in enumerate(following):
        near = 1.0 if distance == 0 else 0.6 if distance == 1 else 0.3
        if 1.2 * near <= weight:
            break  # names would not add to it, and telling names costs most of all
        if other.index in rows:
            weight = max(weight, 0.5 * near)
        elif len(other.text) > 6 and likeness(other.text) > 0.55:
            weight = max(weight, 1.2 * near)
        elif other.folded in layout.vocabulary.types or layout.vocabulary.sections.get(other.folded) == "abstract":
            weight = max(weight, 0.7 * near)
        elif "," in other.text and is_address(other.text):
            weight = max(weight, 0.5 * near)
        elif len(other.text) > 2 * PROSE:
            weight = max(weight, 0.3 * near)
    weight += _of_numbers(following[0]) if following else 0.0
    previous = layout.lines[line.index - 1] if line.index else None
    if previous and (
        previous.folded in layout.vocabulary.types or (kind_of_work(previous.text[:80]) and len(previous.text) < 80)
    ):
        weight += 0.7
    if previous and line.index < 6 and likeness(previous.text) > 0.6:
        weight += 0.5
    if previous and previous.folded in layout.vocabulary.neighbours:
        weight -= 3.0
    return weight - 1.6 * (
        len(line.text.split()) <= 12 and ": " not in line.text and not _SMALL.search(line.text) and likeness(line.text) > 0.62
    )


def _of_numbers(below: Line) -> float:
    """Weigh what the line below says of a title: "in Journal" speaks for one, numbers for the name of a journal."""
    if _opens_with_numbers(below) or "issn" in below.folded or "impact factor" in below.folded:
        return -1.2
    return 0.7 if below.text.startswith("in ") and IN_JOURNAL.match(below.text) else 0.0


def _opens_with_numbers(line: Line) -> bool:
    """Tell whether a line begins with the numbers of a journal, whose name stands right above them."""
    return any(found.start == line.start and found.volume and found.labels for found in read_locators(line)[:1])


def _repeated(layout: Layout, line: Line) -> bool:
    """Tell whether the page says the line again in other company: in a citation, between quotation marks."""
    if len(line.text) < 20:
        return False
    place = layout.page.visible.find(line.text, line.end)
    while place >= 0:
        other = layout.line_at(place)
        if other and len(other.text) > len(line.text) + 8:
            return True
        place = layout.page.visible.find(line.text, place + 1)
    return False


def _names_journal(layout: Layout, line: Line) -> bool:
    """Tell whether another line begins with the same words and goes on with numbers: the line names the journal."""
    others = (other for other in layout.body if other.index != line.index and len(other.text) > len(line.text))
    return any(
        other.text.startswith(line.text)
        and any(found.start - other.start < len(line.text) + 12 for found in read_locators(other))
        for other in others
    )


def _is_cut(layout: Layout, line: Line) -> bool:
    """Tell whether an earlier line says the same and more, not just the site's name: the line was cut where the page was broken."""
    return any(
        other.text.startswith(line.text)
        and len(other.text) > len(line.text)
        and not _SITE_BEHIND.match(other.text, len(line.text))
        for other in layout.lines[: line.index]
    )


def opens_abstract(layout: Layout, line: Line) -> bool:
    """Tell whether an abstract stands below the line; a menu of the page's parts names it too."""
    if layout.vocabulary.sections.get(line.folded) != "abstract":
        return False
    below = layout.lines[line.index + 1 : line.index + 3]
    return not below or any(len(other.text.encode()) > _SENTENCE for other in below)


def _opens_text(layout: Layout, line: Line) -> bool:
    """Tell whether the head of the page is over: an abstract or other long prose begins."""
    if opens_abstract(layout, line):
        return True
    return len(line.text) > 3 * PROSE or (
        len(line.text) > 1.5 * PROSE and line.index < 2 and bool(_SENTENCE_END.search(line.text))
    )


def _goes_on(line: Line, following: Line) -> bool:
    """Tell whether a title was broken at the line's end: the next line goes on with a small letter or within brackets."""
    if len(line.text) < 30 or len(following.text) > 150:
        return False
    if is_affiliation(following.text) or following.text.startswith(("http", "doi")):
        return False
    opened = line.text.count("(") > line.text.count(")")
    return opened or line.text.endswith(("-", ":", ",")) or (following.text[0].islower() and likeness(following.text) < 0.5)


def _answers(layout: Layout, line: Line, following: Line) -> bool:
    """Tell whether a title asks, and goes on in the next line: names stand right below that one and it is none itself."""
    below = layout.after(following.index)
    if not line.text.endswith("?") or below is None or not _FEWEST_WORDS <= len(following.text.split()) <= _MOST_WORDS:
        return False
    return likeness(following.text) < SURE <= likeness(below.text)
