"""Abstracts: the prose of a page that tells what the work says.

An abstract stands below its heading, behind its label, or without either as the page's first long prose. It ends where a heading, a
label row, or another language begins: the same abstract in a second language is not part of the first. Headings of its
parts that stand on lines of their own belong to it, and the normaliser sets each before its paragraph ("Methods: ..."), save the
first ("Aim"), which says no more than the word "Abstract" above it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from litcli.extract.candidates import Candidate, Span, claim
from litcli.extract.languages import changes_language, guess_language
from litcli.extract.layout import PROSE, Layout, Line, strip
from litcli.extract.normalise import is_heading
from litcli.extract.readers.asides import is_aside
from litcli.extract.readers.events import is_event
from litcli.extract.readers.imprints import is_imprint
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.people import SURE, is_address, is_affiliation, likeness
from litcli.model.languages import language_code

SHORTEST = 40
"""A shorter text under a heading is no abstract."""
SHORTEST_UNNAMED = 200
"""A text without a heading must have so many characters to be taken for one."""

_PARTS = (
    r"background|introduction|importance|objectives?|aims?(?: and objectives)?|purpose|question|design(?:/methodology/approach)?|"
    r"setting|participants|interventions?|main outcome measures?|main outcomes?(?: and measures)?|exposures?|"
    r"(?:(?:materials?|patients?|subjects?)(?: and |, | & ))?methods?|results|findings|interpretation|conclusions?(?: and relevance)?|"
    r"discussion|research limitations/implications|practical implications|social implications|originality/value|"
    r"hintergrund|einleitung|ziele?|methoden?|ergebnisse|schlussfolgerung(?:en)?|achtergrond|doel|methoden|resultaten|conclusies?|"
    r"antecedentes|introducción|objetivos?|(?:material [ye] )?métodos?|resultados|conclusi[oó]n(?:es)?|introdução|conclus(?:ões|ão)|"
    r"contexte|objectifs?|(?:matériel et )?méthodes?|résultats"
)
_PART = re.compile(rf"(?:{_PARTS})(?:[:.–-]\s|:?$)", re.IGNORECASE)
"""How the parts of an abstract are headed."""
_RUN_IN = re.compile(rf"(?:(?i:{_PARTS}))\s{{1,2}}(?=[A-Z][a-z]*\s)")
"""How they are headed in the same line, without a colon."""
_FEWEST_PARTS = 3
_LONGEST_PARTS = 20
"""The parts of one abstract stand among so many lines."""
_LONGEST_LANGUAGE = 12
"""A longer line is no name of a language."""
_WRAPPED = range(38, 130)
"""Lines of such lengths, one below the other, are one paragraph that was wrapped."""
_CODE = re.compile(r"[A-Z]{2}\s+(?=[A-ZÀ-ÞА-Я])")
"""The code of its language before an abstract: "EN The warmth of ..."."""
_REGISTERED = re.compile(
    r"(?:\w+ ){0,2}registration(?: (?:number|no\.?))?\s?:|level of evidence\s?:|registr(?:o|ierung|ation)\b.{0,30}:",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:abstract|summary|zusammenfassung|résumé|resumen|resumo|samenvatting|аннотация|анотація|摘要|抄録)\s*[:.–-]?\s+(?=\S)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\s*(?:\(?(?:APA )?Psyc(?:INFO|Info|ARTICLES|Articles) Database Record|"
    r"©|\(c\)\s(?=\d{4})|copyright\s(?:©|\(c\)|\d{4})|published by elsevier|all rights reserved)[^\n]{0,200}$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\s*\[?(?:ABSTRACT )?FROM (?:AUTHOR|PUBLISHER)\]?\.?\s*$|"
    r"\s*(?:更多还原|展开更多|展开全部|收起)\s*$|"
    r"(?:\s*\((?:contains \d+ [^()]{3,60}|author|[A-Z]{2,4}|author/[a-z]+)\.?\)\.?)+\s*$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"peer-review(?:ed)? version|version of record|final published version|open access archive|archive ouverte|cookie|javascript|kindle|"
    r"openurl|author(?:'s|’s)? manuscript|galley proof|terms of use|privacy policy",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"cookies? (?:polic|setting|preference|notice|consent)|(?:uses?|accept|our|these|all|of|necessary) cookies|"
    r"cookies (?:to|on|that|are used|for)\b|"
    r"javascript (?:is (?:disabled|required|not|turned)|must)|(?:enable|requires?|without) javascript|all rights reserved|terms of use|"
    r"privacy (?:policy|notice|statement|setting|center)|your privacy|creative commons|\blog ?in\b|sign ?in (?:to|with|or|using|for|here)\b|"
    r"subscribe\b|subscription (?:is )?required|download(?:s|ed)? (?:the |this |full |article|pdf|citation|file|from|here|options)|downloads?:|"
    r"open access archive|archive ouverte|peer-review version|submitted manuscript|your (?:account|browser|email|library)|personal use|©|"
    r"moral rights for|we use (?:your|google|necessary|essential|optional|third)|"
    r"(?:under|scheduled|site|system) maintenance|maintenance (?:mode|window)|"
    r"neutral with regard|version of record|multi-?disciplinary open access|for the deposit and dissemination|published version|published maps|"
    r"graphical abstract:|please wait while|publication is licensed under",
    re.IGNORECASE,
)
"""What notices say. The words alone will not do: works are about privacy, maintenance therapy, cookies and JavaScript too."""


def under_headings(layout: Layout, rows: frozenset[int], rule: str, confidence: float = 0.93) -> Iterator[Candidate]:
    """Yield an abstract for each heading or label that has prose below or behind it."""
    for line in layout.body:
        if (
            layout.vocabulary.sections.get(line.folded) == "abstract"
            or layout.vocabulary.sections.get(_unmarked(line.folded)) == "abstract"
        ):
            spans = read_on(layout, rows, line.index + 1)
            yield from _claimed(layout, spans, rule, confidence)
            yield from _in_other_language(layout, rows, spans, rule, confidence - 0.1)


def _in_other_language(
    layout: Layout, rows: frozenset[int], spans: list[Span], rule: str, confidence: float
) -> Iterator[Candidate]:
    """Yield the abstract in another language that follows another right away, without a heading."""
    last = layout.line_at(spans[-1][1] - 1) if spans else None
    below = layout.after(last.index) if last else None
    language = guess_language(layout.text[spans[0][0] : spans[-1][1]]) if below and len(below.text) > PROSE else None
    if not below or not language or below.index in rows or not changes_language(below.text, language):
        return
    others = read_on(layout, rows, below.index)
    if others and (code := _CODE.match(layout.text, *others[0])):
        others[0] = (code.end(), others[0][1])
    for found in _claimed(layout, others, f"{rule}.other-language", confidence):
        yield replace(found, field="translated-abstract")


def behind(layout: Layout, rows: frozenset[int], span: Span, rule: str, confidence: float) -> list[Candidate]:
    """Return the abstract that begins with the value of a label row and may go on below."""
    line = layout.line_at(span[0])
    spans = [span]
    below = layout.after(line.index) if line else None
    ended = below is None or is_aside(layout, below)
    if line and not ended and not line.cells and span[1] == line.end and span[1] - span[0] > PROSE // 2:
        spans += read_on(layout, rows, line.index + 1, guess_language(layout.text[span[0] : span[1]]))
    return list(_claimed(layout, spans, rule, confidence))


def in_parts(layout: Layout, rows: frozenset[int], first: int, rule: str, confidence: float = 0.9) -> Iterator[Candidate]:
    """Yield the text whose parts are named though nothing names the whole: "Background: ...", "Methods: ...", "Results: ..."."""
    heads = [line for line in layout.body[first:] if line.index not in rows and _PART.match(line.text)]
    heads = [line for line in heads if line.index - heads[0].index < _LONGEST_PARTS]
    if len({line.folded.split(":")[0] for line in heads}) < _FEWEST_PARTS:
        return
    spans: list[Span] = []
    last = heads[-1].index + _is_bare(heads[-1])
    for line in layout.lines[heads[0].index : layout.tail]:
        past = line.index > last and (len(line.text) < PROSE or _is_company(line) or _BOILERPLATE.search(line.text))
        if line.index in rows or past:
            break
        spans.append(line.span)
    yield from _claimed(layout, spans[_is_bare(heads[0]) :], rule, confidence)


def _is_bare(line: Line) -> bool:
    """Tell the heading of a part that has its text below it."""
    head = _PART.match(line.text)
    return head is not None and head.end() == len(line.text)


def unnamed(layout: Layout, rows: frozenset[int], first: int, rule: str, confidence: float = 0.8) -> Iterator[Candidate]:
    """Yield the first long prose from the line `first` on, which no heading names."""
    for line in layout.body[first:]:
        if len(line.text) < _WRAPPED.start or line.cells or line.index in rows or _is_company(line):
            continue
        if len(line.text) < PROSE and not line.text.endswith((".", "?", "!", "。")) and not _is_wrapped(layout, line):
            continue
        spans = read_on(layout, rows, line.index)
        size = sum(end - start for start, end in spans[:3])
        if size >= SHORTEST_UNNAMED and not _is_notice(layout, spans) and _is_prose(layout.text[spans[0][0] : spans[0][1]]):
            yield from _claimed(layout, spans, rule, confidence)
            return


def read_on(layout: Layout, rows: frozenset[int], first: int, language: str | None = None) -> list[Span]:
    """Return the paragraphs from the line `first` on, up to what ends an abstract."""
    spans: list[Span] = []
    index = _below_buttons(layout, first)
    while index < layout.tail:
        line = layout.lines[index]
        if spans and (_names_language(line) or _is_coded(layout, spans[0], line)):
            break
        if _ends(layout, rows, line, began=bool(spans)) or (_WRAPPED.start < len(line.text) < 6 * PROSE and _is_company(line)):
            break
        last = _paragraph_end(layout, rows, index)
        span = (line.start, layout.lines[last].end)
        text = layout.text[span[0] : span[1]]
        if language and len(text) > PROSE and changes_language(text, language):
            break
        language = language or (guess_language(text) if len(text) > PROSE else None)
        spans.append(span)
        index = last + 1
    while spans and not _closes(layout, spans):
        spans.pop()
    return spans[1:] if len(spans) > 1 and is_heading(layout.text[spans[0][0] : spans[0][1]]) else spans


def _names_language(line: Line) -> bool:
    """Tell whether a line is the name of a language, above the abstract in it."""
    return len(line.text) < _LONGEST_LANGUAGE and language_code(line.text) is not None


def _is_coded(layout: Layout, first: Span, line: Line) -> bool:
    """Tell whether a paragraph opens with the code of its language as the first one does: "PL ...", "EN ..."."""
    return bool(_CODE.match(line.text) and _CODE.match(layout.text, *first) and language_code(line.text[:2]))


def _closes(layout: Layout, spans: list[Span]) -> bool:
    """Tell whether the last paragraph may end an abstract: prose, or a part as short as "Trial registration: NCT00000001"."""
    text = layout.text[slice(*spans[-1])]
    if len(spans) > 1 and _REGISTERED.match(text):
        return True
    return _is_prose(text) and not (len(spans) > 1 and is_heading(text))


def _below_buttons(layout: Layout, first: int) -> int:
    """Return the line from `first` on that is no button of a heading: the abstract's languages, its picture, a link to it."""
    while first < layout.tail:
        line = layout.lines[first]
        if line.folded not in layout.vocabulary.noise and not _names_language(line):
            break
        first += 1
    return first


def _claimed(layout: Layout, spans: list[Span], rule: str, confidence: float) -> Iterator[Candidate]:
    trimmed = _trimmed(layout, spans)
    if trimmed and sum(_weight(layout.text[start:end]) for start, end in trimmed) >= SHORTEST:
        found = claim(layout.text, "abstract", [tuple(trimmed)], rule, confidence)
        if found:
            yield found


def _trimmed(layout: Layout, spans: list[Span]) -> list[Span]:
    """Take off the glued word "Abstract", notes in brackets and the copyright sentence at the end."""
    if not spans:
        return []
    (start, end), *rest = spans
    if opening := _OPENING.match(layout.text, start, end):
        start = opening.end()
    code = _CODE.match(layout.text, start, end)
    if code and guess_language(layout.text[code.end() : end]) in {language_code(code[0]), None} and language_code(code[0]):
        start = code.end()
    cut = [strip(layout.text, start, end, "|: "), *rest]
    last_start, last_end = cut[-1]
    for pattern in (_COPYRIGHT, _NOTE):
        if tail := pattern.search(layout.text, max(last_start, last_end - 300), last_end):
            last_end = tail.start()
    cut[-1] = strip(layout.text, last_start, last_end, "|")
    return [span for span in cut if span[0] < span[1]]


def _is_wrapped(layout: Layout, line: Line) -> bool:
    """Tell whether a line of middling length begins a paragraph that was wrapped: the next goes right on."""
    following = layout.after(line.index)
    return bool(following and not following.blanks and len(line.text) in _WRAPPED and len(following.text) >= _WRAPPED.start)


def _paragraph_end(layout: Layout, rows: frozenset[int], index: int) -> int:
    """Return the index of the last line of the paragraph that begins with a line: itself, unless the text was wrapped."""
    last = index
    while last + 1 < layout.tail and len(layout.lines[last].text) in _WRAPPED:
        follower = layout.lines[last + 1]
        if (
            follower.blanks
            or follower.mark
            or follower.cells
            or len(follower.text) > _WRAPPED.stop
            or _PART.match(follower.text)
            or _RUN_IN.match(follower.text)
            or _ends(layout, rows, follower, began=True)
        ):
            break
        last += 1
        if len(follower.text) < _WRAPPED.start:
            break
    return last


def _ends(layout: Layout, rows: frozenset[int], line: Line, *, began: bool) -> bool:
    words = layout.vocabulary
    named = (
        line.folded in words.sections or _unmarked(line.folded) in words.sections or line.folded.startswith(words.other_starts)
    )
    if named or line.cells or line.index in rows:
        return True
    if began and (
        (line.mark == "bullet" and len(line.text) < PROSE)
        or is_aside(layout, line)
        or (_BOILERPLATE.search(line.text[:200]) and len(line.text) < 300)
    ):
        return True
    if len(line.text) >= _WRAPPED.start or _PART.match(line.text) or _RUN_IN.match(line.text):
        return False
    following = layout.after(line.index)
    if began and (line.blanks > 1 or is_affiliation(line.text) or (following and following.mark == "bullet")):
        return True
    if began and line.text.endswith((".", "?", "!")) and len(line.text.split()) > 2:
        return False
    told = following and (len(following.text) > PROSE or (began and following.text.endswith("."))) and following.index not in rows
    return not told


def _is_prose(text: str) -> bool:
    words = text.split()
    return (len(words) >= 5 or _cjk(text)) and not _BOILERPLATE.search(text[:80]) and not text.startswith("http")


def _is_company(line: Line) -> bool:
    """Tell whether a long line is what stands around an abstract: names, affiliations, a citation."""
    if len(line.text) > 6 * PROSE and len(line.text.split(";")) < 8:
        return False
    if (
        line.text.startswith("//")
        or is_address(line.text)
        or likeness(line.text) >= SURE
        or is_imprint(line.text)
        or is_event(line.text)
    ):
        return True
    return any(found.size >= 3 for found in read_locators(line))


def _is_notice(layout: Layout, spans: list[Span]) -> bool:
    """Tell whether prose without a heading is a notice about the copy at hand rather than the work."""
    return any(_NOTICE.search(layout.text[start : min(end, start + 500)]) for start, end in spans[:2])


def _weight(text: str) -> int:
    """Return how many characters a text would have in Latin letters, of which an ideograph stands for several."""
    return len(text) * (3 if text[:1] >= "\u3041" else 1)


def _cjk(text: str) -> bool:
    return len(text) > 30 and sum("\u3041" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text) > 0.3 * len(text)


def _unmarked(folded: str) -> str:
    """Return a heading without what stands behind it: "abstract [en]", "abstract: (aps)"."""
    return re.sub(r"\s*(?:[\[(]\w{2,8}[\])]|[:.])+$", "", folded).rstrip(":. ")
