"""How a work stands: retracted or corrected, how often cited, under which licence, by whose money, whether it is in press.

What surprised us: a page that is itself the notice ("Retraction: ...") is no retracted work; an article about retractions says
all the words; "Cited by" stands above a list of other works as often as before a number.
"""

import re
from collections.abc import Iterable, Iterator

from litcli.extract.candidates import Candidate, claim, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.further import cut
from litcli.extract.vocabulary import fold

HEAD = 60
"""So many lines may tell citations or a status."""
LONGEST_COUNT = 70
"""A longer line tells no number of citations."""

_WORK = (
    r"(?:this|the) (?:\w+ )?(?:article|paper|chapter|publication|preprint|manuscript|study|work|review)(?: \([^()]{0,60}\))? "
    r"(?:has been|was|is) (?:formally |officially |permanently |temporarily |fully )?"
)
_RETRACTED = (
    rf"\W{{0,3}}retracted(?: (?:article|paper|chapter|publication|preprint))?\W{{0,3}}(?::|$|\])|{_WORK}retracted|"
    r"retraction (?:in|notice for this)\b|this (?:article|paper) has a retraction|retracted (?:on|and republished) |"
    r"\W{0,3}(?:artículo retractado|article rétracté|artigo retra[tc]tado|articolo ritrattato|статья (?:отозвана|ретрагирована)|"
    r"zurückgezogener artikel|dieser artikel wurde zurückgezogen|cet article a été rétracté|este artículo (?:ha sido|fue) retractado|"
    r"este artigo foi retra[tc]tado|本文已撤稿|撤稿|論文撤回)"
)
_WITHDRAWN = (
    rf"\W{{0,3}}withdrawn(?: (?:article|paper|preprint|review))?\W{{0,3}}(?::|\])|{_WORK}withdrawn|"
    r"comments?:? this (?:paper|article) has been withdrawn"
)
_CONCERN = (
    r"(?:an? )?(?:editorial )?expression of concern (?:in|for this|on this|to this|has been|was)\b|"
    r"(?:an? )?editorial expression of concern\b.{0,60}(?:published|issued)|this (?:article|paper) has an expression of concern"
)
_CORRECTED = (
    r"(?:an? )?(?:author |publisher )?(?:correction|erratum|corrigendum|addendum) (?:to|for|of) this (?:article|paper|chapter) "
    rf"(?:was|has been|is)\b|{_WORK}(?:corrected|updated with a correction)|"
    r"this (?:article|paper) has an? (?:correction|erratum|corrigendum)|"
    r"(?:erratum|corrigendum|corrections?) in\b|published erratum appears in\b|(?:dieser|der) artikel wurde korrigiert"
)
_NOTICE = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (("retracted", _RETRACTED), ("withdrawn", _WITHDRAWN), ("concern", _CONCERN), ("corrected", _CORRECTED))
)
_OPENINGS = (
    "retract", "[retract", "(retract", "*retract", "withdraw", "[withdraw", "this ", "the ", "a ", "an ", "author corr", "publisher corr",
    "correct", "erratum", "corrig", "addendum", "editorial exp", "expression", "published err", "comment", "artículo", "article ré", "artigo",
    "articolo", "статья", "zurück", "dieser", "der ", "cet ", "este ", "本文", "撤", "論文",
)  # fmt: skip
"""How the folded lines begin that may be a notice."""
_IS_NOTICE = re.compile(
    r"\W{0,3}(?:(?:notice of )?(?:partial )?retraction|withdrawal|(?:author |publisher |published )?(?:correction|corrigendum|erratum|addendum)|"
    r"(?:editorial )?expression of concern)\b(?: (?:notice|note|to|of|for)\b|\s?:|\s?$)",
    re.IGNORECASE,
)

_NUMBER = r"\d{1,3}(?:[,.\u00a0 ]\d{3}){1,2}|\d{1,6}"
_NUMBER_FIRST = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?P<word>[^\W\d_][^\d()\[\]]{{2,40}}?)\s*(?P<source>[(\[][^()\[\]]{{3,40}}[)\]])?\s*\d?$"
)
_WORD_FIRST = re.compile(
    rf"(?P<word>[^\W\d_][^\d()\[\]:：]{{2,40}}?(?:\s?\([^()\d]{{3,30}}\))?)\s*[:：]?\s*[(\[]?(?P<number>{_NUMBER})[)\]]?\s*(?P<source>[(\[][^()\[\]]{{3,40}}[)\]])?$"
)

_LICENCE = re.compile(
    r"(?:https?://)?creativecommons\.org/(?:licenses|publicdomain)/[a-z-]{2,10}(?:/\d\.\d)?|"
    r"\bCC[ -]?(?:0|BY(?:[ -]N[CD]|[ -]SA){0,2})(?:[ -]?v?\.? ?\d\.\d)?(?![\w.])|"
    r"creative commons attribution(?:[ –-]{0,3}(?:non-?commercial|no-?deriv(?:ative)?s?(?: works)?|share-?alike)){0,2}"
    r"(?:\s?\(CC[ -]BY[A-Z -]{0,8}\))?(?: licen[cs]e)?(?: \d\.\d)?",
    re.IGNORECASE,
)
_LICENSED = (
    "this work is licensed", "this article is licensed", "this is an open access article", "this is an open-access article", "licence:",
    "license:", "copyright", "©", "this article is distributed", "open access this", "dieses werk ist lizenziert", "cet article est",
    "esta obra está bajo", "este trabalho está licenciado", "este obra está bajo", "rights and permissions",
)  # fmt: skip
"""How lines begin that name the licence of this work, also below where its record ends."""

_FUNDED = re.compile(
    r"(?:(?i:funding:)\s*|[Tt]his (?:work|study|research|project|paper|article) (?:was|is|has been) (?:\w+ ){0,2}"
    r"(?:supported|funded|financed|sponsored) by|"
    r"[Ss]upported by (?:the |an? )?[A-Z]|[Ff]unded by (?:the |an? )?[A-Z])"
)
_ONLINE = re.compile(
    r"(?:\bonline(?: (?:date|seit|since|on|am|first|the))?|\be-?pub\b\.?|en ligne(?: le)?|en línea|em linha|онлайн|オンライン(?:公開日?)?|"
    r"early view|advance access publication|网络(?:首发|出版)日期?)(?: publication| published| veröffentlicht| on)?\W{0,6}$",
    re.IGNORECASE,
)
_PENDING = frozenset(
    fold(word)
    for word in (
        "In press", "Article in press", "In press, corrected proof", "In press, accepted manuscript", "In press, uncorrected proof",
        "In press, journal pre-proof", "Articles in press", "Epub ahead of print", "Online ahead of print", "Ahead of print",
        "Advance online publication", "Early view", "Early access", "Online first", "Just accepted", "Accepted manuscript", "Advance article",
        "Advance access", "Im Druck", "Sous presse", "À paraître", "En prensa", "No prelo", "In corso di stampa", "W druku", "В печати",
        "印刷中", "ahead of print",
    )
)  # fmt: skip


def notices(layout: Layout, title: Candidate | None, rule: str) -> Iterator[Candidate]:
    """Yield what editors say of the work: retracted, withdrawn, doubted or corrected; the gravest counts."""
    if title and _IS_NOTICE.match(str(title.value)):
        return
    told: dict[str, Line] = {}
    for line in layout.body:
        for name, words in _NOTICE if line.folded.startswith(_OPENINGS) else ():
            if words.match(line.text):
                told.setdefault(name, line)
    for name, words in _NOTICE:
        found = words.match(told[name].text) if name in told else None
        if found:
            yield from claims(layout.text, "editorial-notice", moved(told[name].start, found), f"{rule}.notice:{name}", 0.9)
            return


def citation_counts(layout: Layout, rule: str) -> Iterator[Candidate]:
    """Yield how often the work is cited, with who counted where that is said: "12 Citations (Scopus)", "Cited by 12"."""
    labels = layout.vocabulary.labels
    for line in layout.body[:HEAD]:
        text = line.text
        if len(text) > LONGEST_COUNT or not (text[0].isdigit() or text[-1].isdigit() or text[-1] in ")]"):
            continue
        found = _NUMBER_FIRST.match(text) if text[0].isdigit() else _WORD_FIRST.match(text)
        words = (fold(found["word"]), fold(f"{found['word']} {found['source']}")) if found else ()
        if not found or not any(label.kind == "citation-count" for word in words for label in labels.get(word, ())):
            continue
        yield from claims(layout.text, "citation-count", moved(line.start, found, "number"), f"{rule}.citation-count", 0.9)
        named = "source" if found["source"] else "word"
        yield from claims(layout.text, "citation-source", moved(line.start, found, named), f"{rule}.citation-source", 0.9)
        return


def licences(layout: Layout, rule: str) -> Iterator[Candidate]:
    """Yield the licence of Creative Commons that the page names first; below the record only where a line says that it is this work's."""
    text = layout.page.visible
    if "ommons" not in text and "CC" not in text:
        return
    for found in _LICENCE.finditer(text):
        line = layout.line_at(found.start())
        if line and (line.index < layout.tail or line.folded.startswith(_LICENSED)):
            yield from claims(layout.text, "license", found.span(), f"{rule}.licence", 0.82)
            return


def funders(layout: Layout, taken: frozenset[int], rule: str) -> Iterator[Candidate]:
    """Yield what lines of their own say of the money: "This work was supported by ..."."""
    for line in layout.body:
        if line.index not in taken and (found := _FUNDED.match(line.text)) and len(line.text) < 1500:
            start = line.start + (found.end() if found[0].casefold().startswith("funding:") else 0)
            places = list(cut(layout, (start, line.end)))
            if funding := claim(layout.text, "funding", places, f"{rule}.funding", 0.8):
                yield funding
            return


def online(text: str, dates: Iterable[Candidate], rule: str) -> Iterator[Candidate]:
    """Yield the date of those found that stands behind a word for "online": the day on which the work could first be read."""
    for date in dates:
        if _ONLINE.search(text, max(0, date.start - 40), date.start):
            yield from claims(text, "available-date", (date.start, date.end), f"{rule}.online", date.confidence)
            return


def pending(layout: Layout, rule: str) -> Iterator[Candidate]:
    """Yield the status that a line of its own gives a work which has not appeared in an issue yet."""
    for line in layout.body[:HEAD]:
        if len(line.text) < 40 and line.folded.strip("[]()., ") in _PENDING:
            yield from claims(layout.text, "status", line.span, f"{rule}.pending", 0.8)
            return
