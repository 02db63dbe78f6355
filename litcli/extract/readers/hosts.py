"""Hosts: what in a line may be the name of a journal or a book, and what stands beside it: its publisher, its series.

What surprised us: the name of a journal looks like a person as often as not ("Tecnología Química", "J. Hedge Biol."), and only what
stands below it, its numbers, tells.
"""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Span, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.asides import is_handled
from litcli.extract.readers.locators import Locator, read_locators
from litcli.extract.readers.people import SURE, edited_in, is_affiliation, likeness
from litcli.extract.vocabulary import fold
from litcli.model.date_words import Mark, words
from litcli.model.dates import find_dates
from litcli.model.folding import unaccented
from litcli.model.identifiers import find_identifiers

_YEAR = r"(?:1[6-9]|20)\d{2}"
LONGEST_JOURNAL = 160
HEAD = 40
"""A line that names a journal and a date stands among so many."""
_EDITED = re.compile(r"(?:editors?[- ]in[- ]chief|impact factor)\s?:", re.IGNORECASE)
PERIODICAL = re.compile(
    r"\b(?:journal|annals|annales|anales|archiv|bulletin|boletín|boletim|bollettino|revista|revue|rivista|review|zeitschrift|acta|proceedings|"
    r"transactions|memoirs|cuadernos|cahiers|quaderni|tidsskrift|tidskrift|magazine|letters|studies|časopis|jurnal|dergi|вестник|журнал|труды|"
    r"известия|записки)",
    re.IGNORECASE,
)
"""Words that periodicals are called by, which tell one from its institution and from a person."""
_ARTICLES = frozenset(("article-journal", "paper-conference", "chapter", "book"))
_NUMBERS = frozenset(("issued", "page", "volume", "issue", "volume-issue", "number", "author", "title"))
_LONGEST_BEFORE = 2
"""So many words stand before "ISSN" in its label: "Online", "versión impresa"."""
IN_JOURNAL = re.compile(r"in\s(?=[A-ZÀ-Þ][^.!?]{3,100}$)")
"""How a line begins that names nothing but the journal or book a work is in: "in Journal of Cold Feet"."""
IN_BOOK = re.compile(r"(?:In|IN|Dans|En|Em)\s?:?\s+[^\W\d_a-z]")
"""How a line begins that names the book a work is in."""
_HOUSE = re.compile(
    r"\)?\.?\s+(?:(?P<place>[^\W\d_a-z][^:,.;()\d]{1,40}):\s)?(?P<publisher>[^\W\d_a-z][^:,.;()\d]{2,60}?)(?:,\s(?P<year>(?:1[6-9]|20)\d{2}))?\.?$"
)
"""What ends such a line behind the pages: "Berlin: Hedge House, 2010."."""
_LEAD = re.compile(
    r"^(?:\s?\[(?:[JMCDRNPGA]|EB)(?:/OL)?\]\s*[.．]?|.*?\)\s?In:|in\s?:|in(?=\s+[A-Z\"“])(?!\s+(?:vivo|vitro|silico|situ)\b)|dans(?=\s+[A-Z])|"
    r"un article de la revue|published\s+in\s*:?|cite this\s*:|CC BY[\w-]*\s\d\.\d\s·|erschienen in\s*:?|source\s*:|"
    r"[.,;:–-]|→|«|\[in\]|и\s?др\.)\s*",
    re.IGNORECASE,
)
_ISSN_CLAUSE = re.compile(r"[,;.(]?\s*(?:[EP]-?)?ISSN\b.*$|[.\s–-]+\d{4}-\d{3}[\dX]\b.*$", re.IGNORECASE)
_PUBLISHED_BY = re.compile(
    r"\.\s-\s.*$|(?<=[^\W\d_]{3})\.\s(?:[^.:]{2,30}:\s)?[^.:]{0,40}\b(?:Press|Verlag|Publishers|Publishing|Elsevier|Springer|Wiley)\b.{0,30}$|,\s(?:[^,]{2,40}\s(?:Press|Verlag|Publishing|Publishers|Publications)|(?:American|Royal|European|International|British|German)\s[^,&]{4,40}\sSociety|"
    r"(?:American|Royal|British)\sSociety\s[^,&]{4,40}|Elsevier|Springer(?: Nature| Verlag)?|Wiley(?:-Blackwell)?|Taylor (?:&|and) Francis|SAGE|"
    r"IOP|MDPI|Hindawi|IEEE|ACM)[\s,;:.(|–-]*$"
)
"""Who publishes a journal, behind its name: "Physical Review D, American Physical Society, 2014, 90"."""
_DATED = re.compile(
    r"^((?=.*\b(?:J|Journal|Front|Frontiers|Sci|Science|Sciences|Ann|Annals|Rev|Review|Reviews|Res|Research|Series|Letters|Lett|Bull|Bulletin|"
    r"Trans|Transactions|Proc|Proceedings|Quarterly|Magazine|Zeitschrift|Revue|Revista|Rivista|Tidsskrift|Tidskrift|Archives?|Acta)\b)"
    rf"[^\W\d_][^\d,;:()]{{2,80}}?)(?:,\s|\s\()((?:\d{{1,2}}\s)?[^\W\d_]{{3,10}}\.?\s(?:\d{{1,2}},\s)?{_YEAR})\)?$"
)
_ABBREVIATED = re.compile(r"(?:[^\W\d_]{1,10}\.\s){1,4}(?:[^\W\d_]{2,14}\.?\s){0,3}[^\W\d_]{3,10}\.")
_STOP = re.compile(r"https?:|www\.|@|\d{5}|\b(?:doi|pmid|received|accepted|downloaded|volume|phone|tel)\b", re.IGNORECASE)
_ENDING = re.compile(
    r"(?:(?<=[a-z])Volume|\s?[•(]\s?(?:Early|Open) Access.{0,3}|[；;]\s?\d+(?:[卷巻]\d*期?|期)|\s\d{1,4}:\d{1,7}|"
    r"[،,]\s*سال\s[^\s،]+|\s(?:Année|Year|Jahrgang|Anno|Año|Ano|Rok|Год))?[\s,،;:.(|\[–-]*$"
)
_NAMES_END = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[^\W\d_a-z])(?!(?:Ser|Sec|Supp|Part|Serie)|\S+$)")
_SEVERAL = re.compile(r";|\s(?:and|und|et|y|&)\s")
_QUOTED = re.compile(r"《([^《》]{2,60})》")
"""How Chinese sets the name of a journal."""
_GLUED_DATE = re.compile(r"(?:(?P<word>[^\W\d_]{3,10})\.?\s)?(?:19|20)\d{2}(?P<gap>\s(?:·\s)?)?(?=[A-ZÀ-Þ])")
"""A date before the name of a journal."""
_SERIES = re.compile(r"\(([^()]{3,120}?)[;,]\s*(?:(?:Vol|No|Nr|Bd|Band|Heft)\.?\s*)([\w./-]{1,12})\)")


def container_in(layout: Layout, start: int, stop: int) -> Span | None:
    """Return the part of the span that names a journal or book; None where nothing there looks like one."""
    edited = edited_in(layout.text, start, stop)
    first, last = strip(layout.text, edited.end() if edited else start, stop)
    while first < last and (lead := _LEAD.match(layout.text[first:last])) and lead.end():
        first += lead.end()
    first = _behind_date(layout.text, first, last)
    text = layout.text[first:last]
    for behind in (_ISSN_CLAUSE, _PUBLISHED_BY):
        if clause := behind.search(text):
            text = text[: clause.start()]
    if ending := _ENDING.search(text):
        text = text[: ending.start()]
    if quoted := _QUOTED.search(layout.text, first, first + len(text)):
        return quoted.span(1)
    if before := _names_before(text):
        first, text = first + before, text[before:]
    if ";" in text and likeness(text) < SURE:
        text = text.partition(";")[0]
    span = strip(layout.text, first, first + len(text), "\"'“”«»")
    return span if is_container(layout.text[slice(*span)]) and not _names_kind(layout, layout.text[slice(*span)]) else None


def _behind_date(text: str, first: int, last: int) -> int:
    """Return where the text goes on behind a month and year, or behind a year that is glued to the rest; else where it begins.

    >>> _behind_date("May 2014 Moss", 0, 13), _behind_date("2014Moss", 0, 8), _behind_date("Nature 2014 Moss", 0, 16)
    (9, 4, 0)
    """
    found = _GLUED_DATE.match(text, first, last)
    if not found:
        return first
    if not found["word"]:
        return first if found["gap"] else found.end()
    mark, _ = words().get(unaccented(found["word"]), (Mark.OTHER, 0))
    return found.end() if mark in {Mark.MONTH, Mark.SEASON} else first


def _names_before(text: str) -> int:
    """Return where the host begins behind the names of those who wrote what is in it: "Holt, Anna; Beam, Sue. Barn Quarterly"."""
    stop = _NAMES_END.search(text)
    head = text[: stop.start()] if stop else ""
    names = _SEVERAL.split(head)
    people = len(names) > 1 and all(len(name.split()) > 1 for name in names) and likeness(head) >= SURE
    return stop.end() if stop and people else 0


def _names_kind(layout: Layout, text: str) -> bool:
    """Tell a label, a kind of work or a button, which stand before numbers too, and the thesis with its school."""
    words = layout.vocabulary
    kind, comma, _ = text.partition(",")
    thesis = bool(comma) and words.types.get(fold(kind), "").startswith("thesis")
    return thesis or is_menu_word(layout, text) or text.endswith(">")


def is_menu_word(layout: Layout, text: str) -> bool:
    """Tell a kind of article, a button or the label of a number from a journal of one word: "Nature" is a label in French, and a journal."""
    words, folded = layout.vocabulary, fold(text)
    kinds = {label.kind for label in words.labels.get(folded, ())}
    return words.types.get(folded) in _ARTICLES or folded in words.noise or bool(kinds & _NUMBERS)


def is_container(text: str) -> bool:
    """Tell whether a text may be the name of a journal or a book: it begins as one, is short, and says nothing else.

    >>> is_container("Journal of Wet Mornings"), is_container("Received 3 May, phone 12345"), is_container("Home > Search")
    (True, False, False)
    """
    if not 2 < len(text) <= LONGEST_JOURNAL and not (len(text) > 1 and not text.isascii()):
        return False
    if not (text[0].isupper() or text[0].isdigit() or not text[0].isascii() or text[0] in "eim") or not any(
        map(str.isalpha, text)
    ):
        return False
    if re.match(rf"{_YEAR}\s*[;,.]|\d{{1,2}}\s[-–]\s", text) or text.count("(") != text.count(")"):
        return False
    if any(step in text for step in (" > ", " / ", " » ", " › ")) or text.endswith((" >", " /")):
        return False
    return not _STOP.search(text) and len(text.split()) <= 20 and text.count(",") <= 4 and "\0" not in text


def host_alone(layout: Layout, span: Span, rule: str) -> list[Candidate]:
    """Return the journal or book that is all of the value of a row "In:"."""
    text = layout.text[slice(*span)]
    plain = len(text) < LONGEST_JOURNAL and is_container(text) and not re.search(r"\d", text)
    return claims(layout.text, "container-title", span, f"{rule}-host", 0.82) if plain else []


def is_abbreviated(text: str) -> bool:
    """Tell the name of a journal that is cut short from people and sentences: several short words with full stops.

    >>> is_abbreviated("J. Hedge Biol."), is_abbreviated("J. Hedge"), is_abbreviated("The hedges grow.")
    (True, False, False)
    """
    return bool(_ABBREVIATED.fullmatch(text))


def is_dated_journal(text: str) -> re.Match[str] | None:
    """Return the parts of a line that names a journal and a date, and nothing else; None for any other.

    >>> is_dated_journal("Front. Moss Sci., 12 May 2016").groups()
    ('Front. Moss Sci.', '12 May 2016')
    """
    return _DATED.match(text) if text[-1:].isdigit() or text[-2:-1].isdigit() else None


def journal_below_title(layout: Layout, title: Candidate | None, rule: str) -> list[Candidate]:
    """Return the journal that the line below the title names with a small "in"."""
    last = layout.line_at(title.end - 1) if title else None
    below = layout.after(last.index) if last else None
    found = IN_JOURNAL.match(below.text) if below else None
    if not below or not found or not is_container(below.text[found.end() :]):
        return []
    return claims(layout.text, "container-title", (below.start + found.end(), below.end), f"{rule}.citation", 0.84)


def dated_journals(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield journal and date of the first line that names both and nothing else."""
    for line in lines[:HEAD]:
        if found := is_dated_journal(line.text):
            span = (line.start, line.start + found.end(1))
            yield from claims(layout.text, "container-title", span, f"{rule}.dated-journal", 0.78)
            dated = moved(line.start, found, 2)
            yield from claims(layout.text, "issued", dated, f"{rule}.dated-journal", 0.75)
            return


def journal_above_rows(layout: Layout, first: int, taken: frozenset[int], rule: str) -> list[Candidate]:
    """Return the short line right above a row of volume or issue, as the journal's name; `first` is that row's line."""
    above = layout.lines[first - 1] if first else None
    opens = layout.vocabulary.labels.get(above.folded.split(" ")[0], ()) if above else ()
    if any(label.kind in {"volume", "issue", "page"} for label in opens):
        return []
    if not above or above.index in taken or len(above.text) > 90 or above.text.endswith((":", ".")):
        return []
    found = journal_above(layout, layout.lines[first], rule)
    return [] if likeness(above.text) > 0.8 else found


def journal_above_issn(layout: Layout, taken: frozenset[int], rule: str) -> Iterator[Candidate]:
    """Yield the short line right above the first ISSN, or the editor of a journal, as the journal's name."""
    for line in layout.body[1:]:
        if ("ISSN" in line.text and len(line.text) < 120) or _EDITED.match(line.text):
            above = layout.lines[line.index - 1]
            plain = above.index not in taken and not above.cells and 3 < len(above.text) < 100 and ":" not in above.text[-2:]
            plain = plain and not find_identifiers(above.text) and not _is_institution(above.text)
            named = plain and not layout.vocabulary.knows(above.folded)
            if (
                named
                and (likeness(above.text) < 0.75 or _is_number_row(line))
                and not find_dates(above.text)
                and not read_locators(above)
            ):
                yield from claims(layout.text, "container-title", above.span, f"{rule}.journal-above-issn", 0.72)
            return


def _is_number_row(line: Line) -> bool:
    """Tell whether a line is a label of a journal's number or editor, above which no name of a person stands."""
    if _EDITED.match(line.text):
        return True
    before, _, _ = line.text.partition("ISSN")
    return len(before.split()) <= _LONGEST_BEFORE


def journal_above(layout: Layout, line: Line, rule: str) -> list[Candidate]:
    """Return the short line above numbers that begin a line, as the journal's name."""
    above = layout.lines[line.index - 1] if line.index else None
    if above and read_locators(above):
        return []
    if not above or above.cells or len(above.text) > 100 or ":" in above.text[-1:]:
        return []
    short = is_abbreviated(above.text)
    if above.text.endswith((".", "…", ",")) and not short:
        return []
    if (
        "\t" in above.text
        or layout.vocabulary.knows(above.folded)
        or _names_itself(layout, above.text)
        or _is_institution(above.text)
    ):
        return []
    initials = not short and re.search(r"\b[A-Z]\.", above.text) and likeness(above.text) > 0.6
    span = container_in(layout, above.start, above.end) if not initials and not is_handled(layout, above) else None
    return claims(layout.text, "container-title", span, f"{rule}-above", 0.7) if span else []


def _is_institution(text: str) -> bool:
    """Tell an institution, or names with their buttons, from the periodical that an institution publishes.

    >>> _is_institution("Universidad de las Estufas, Nicaragua"), _is_institution("Revista de la Facultad de Medicina")
    (True, False)
    """
    return (is_affiliation(text) and not PERIODICAL.search(text)) or "View all authors" in text


def _names_itself(layout: Layout, text: str) -> bool:
    """Tell a label with its value, and the kind of a work with its access: neither is a journal."""
    if fold(text.partition(":")[0]) in layout.vocabulary.labels:
        return ":" in text
    return (
        any(fold(piece) in layout.vocabulary.types for piece in re.split(r"[|•]", text)) if "|" in text or "•" in text else False
    )


def house_behind(layout: Layout, span: Span, locator: Locator, rule: str, confidence: float) -> Iterator[Candidate]:
    """Yield who published the book that a work is in, where the citation ends with it."""
    if not locator.page or locator.volume or locator.issue or not names_book(layout, span):
        return
    found = _HOUSE.match(layout.text, locator.page[1], span[1])
    if not found or _STOP.search(found[0]):
        return
    for field, name in (("publisher-place", "place"), ("publisher", "publisher"), ("issued", "year")):
        if found[name] and not (field == "issued" and locator.issued):
            yield from claims(layout.text, field, found.span(name), rule, confidence - 0.08)


def names_book(layout: Layout, span: Span) -> bool:
    """Tell whether a citation names a book: it says "In", right before the span where that is the label of a row."""
    before = layout.text[max(0, span[0] - 4) : span[0]].strip(": ").casefold()
    return before in {"in", "dans"} or bool(IN_BOOK.match(layout.text, *span)) or edited_in(layout.text, *span) is not None


def series_in(layout: Layout, span: Span, rule: str, confidence: float) -> list[Candidate]:
    """Return the series and its number in "(DCT rapporten; Vol. 1982.007)", and the publisher that ends the line behind them."""
    found = _SERIES.search(layout.text, *span)
    if not found:
        return []
    last = strip(layout.text, found.end(), span[1], ".,; ")
    publisher = claims(layout.text, "publisher", last, rule, confidence - 0.08) if 3 < last[1] - last[0] < 90 else []
    return [
        *publisher,
        *claims(layout.text, "collection-title", found.span(1), rule, confidence),
        *claims(layout.text, "collection-number", found.span(2), rule, confidence),
    ]
