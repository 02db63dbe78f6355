"""People: the places of single names in what a page gives as authors or editors."""

import re
from collections.abc import Sequence
from functools import lru_cache

from litcli.extract.candidates import Parts, Span
from litcli.extract.layout import Layout
from litcli.model.name_lists import split_names
from litcli.model.name_shape import looks_like_name
from litcli.model.name_tokens import is_group_of_people
from litcli.model.names import is_eastern_name, parse_name

_INSTITUTION = re.compile(
    r"(?<![^\W\d])(?=[acdefghiklmpsuvyzéüđику])(?:"
    r"univ\b|universi|univerz|üniversit|uniwersyt|sveučiliš|egyetem|politech|politehn|đại học|viện\s|"
    r"institut|instytut|department|dept\b|departament|dipartimento|laborator|faculty|facult|fakult|hospital|"
    r"klinik|clinic\b|school of|college|academy|akademi|cnrs|umr \d|inserm|centre (?:for|de|national)|center (?:for|of)|zentrum|ministry|"
    r"gmbh\b|lab\.|éditions\b|verlag\b|publishers?\b|publishing\b|inc\.|ltd\b|corporation|foundation|co\.,|högskola|yliopisto|katedra|кафедра|университет|институт)|"
    r"大学|研究所|学院|학교|[\w.]@[\w.]|\b\d{5}\b",
    re.IGNORECASE,
)
"""What names an institution. The class before the words holds their first letters: at most places of a line none is tried."""

_SEPARATOR = re.compile(r"[,;|•·&]|\s/\s|\band\b|\n")

_BUTTONS = re.compile(
    r"\s*(?:Authors? (?:Info|Affiliations|& Article)|View all authors|View author|Show all authors|Authors and affiliations).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What sites print behind a line of names."""
_NO_PERSON = re.compile(
    r"(?:elsevier\b.*|springer(?:[ -](?:nature|verlag|science|berlin|international)\b.*)?|.*, b\.?\s?v\.?|"
    r"corresponding authors?|(?:get|view|download|full|open) ?(?:text )?pdf|view profile|"
    r"profile image of .*|search for more papers.*|full text .*|copy\s+bibtex|show affiliations)$",
    re.IGNORECASE,
)
"""What sites print between the names."""
_ORCID_SIGN = "0000-000"
"""All ORCID iDs begin so."""
_ORCID = re.compile(r"(?:ORCID(?:\siD)?\s?:?\s{0,3})?(?:https?://)?(?:orcid\.org/)?0000-000\d-\d{4}-\d{3}[\dX]", re.IGNORECASE)
_GLUED = re.compile(r"(?:^|(?<=[,;]\s))By(?=[A-Z][a-z])|View ORCID Profile(?=[A-Z])")
_THING = re.compile(
    r"\b(?:information|icon|permissions|xplore|metrics|abstract|preview|pdf|supporting|"
    r"supplementary|download|citations?|references|edited by(?=\b|[A-Z]))\b",
    re.IGNORECASE,
)
"""Words of buttons that stand among names and look like them: "Permissions Icon", "Supporting Information"."""
_FEWEST_NAMES = 3
"""A line of fewer names that has such a word is no line of names."""
_MAIL = re.compile(r"\s+[\w.+-]+@")
_SUBTITLE = re.compile(
    r"(?:A|An|The)\s[^,;]*\b(?:trial|study|review|analysis|meta-analysis|report|survey|essay|approach|perspective|history|investigation|"
    r"experiment|commentary)\b[^,;]*",
    re.IGNORECASE,
)
_GROUP_END = re.compile(
    r"\b(?:group|consortium|collaboration|team|investigators|network|committee|collaborators)$", re.IGNORECASE
)
"""How a group ends that has the kind of its study in its name: "The Moss Study Group"."""
_BEHIND_NAME = re.compile(
    r"\s+(?=(?:The\s)?(?:Univers|Institut|Departa|Depart[e]?ment|Faculty|Faculdade|Facultad|School of|Escuela|Hochschule|"
    r"Университет|Институт|Інститут|Академи|Кафедра)\w*\s)"
)
"""Where an institution begins that stands right behind a name, in the same line."""

_BEHALF = re.compile(
    r"\b(?:on behalf of|im namen|im auftrag|au nom|en nombre|em nome|a nome|namens|på vegne af|på vegne av)\s(?:\w{1,3}\s){0,2}$",
    re.IGNORECASE,
)
"""What stands before who authors wrote for: an author, and not where they work."""
_AHEAD = 30

LONGEST = 6000
"""A longer text is no line of names; nor is one with few separators for its length."""
ENOUGH = 30
"""So many names tell what the rest are."""
_FEW, _PROSE = 6, 0.6
"""More words than these, so great a part of them in small letters, are a sentence or a title: there is no need to look for names."""
_EASTERN = 0.8
"""How much several Chinese or Korean names look like a line of names."""
SURE = 0.5
"""A text this much like a name is taken for one."""
_EDITED = re.compile(
    r"\b(?:in\s?:?|(?:dans|en|em|i|w)\s?:)\s+(?P<editor>[^():]{3,150}?)\s?\((?P<mark>eds?|hrsg|hg|éds?|dirs?|coords?|red)\.?\)[,.:]?\s?(?=[^\W\d_])",
    re.IGNORECASE,
)
_IN = 6
"""So many characters before its value a row says "In:"."""


def names_in(layout: Layout, spans: Sequence[Span], least: float = 0.0) -> list[Parts]:
    """Return the places of the names in the spans, marks left out; those less like a name than `least` are skipped."""
    places: list[Parts] = []
    for start, end in spans:
        text = plain_names(without_places(_BUTTONS.sub("", layout.text[start:end])))
        for first, last in split_names(text):
            behind = _behind_name(text, first, last) or _MAIL.search(text, first + 1, last)
            end_of_name = behind.start() if behind else last
            name = text[first:end_of_name]
            if (
                not _NO_PERSON.match(name)
                and not (_THING.search(name) and not is_affiliation(name))
                and parse_name(name)
                and (not least or looks_like_name(name) >= least)
            ):
                places.append(((start + first, start + end_of_name),))
    return places


def _behind_name(text: str, first: int, last: int) -> re.Match[str] | None:
    """Return where an institution begins behind a name of two words or more: "National" in front of "Institute" is part of it."""
    found = _BEHIND_NAME.search(text, first + 1, last)
    name = text[first : found.start()].strip() if found else ""
    return found if " " in name or not name.isascii() else None


def of_people(layout: Layout, places: list[Parts]) -> list[Parts]:
    """Leave out the institutions where people stand with them: they work there, unless they wrote on its behalf."""
    texts = [layout.text[slice(*place[0])] for place in places]
    works = [
        is_affiliation(text) and not is_group_of_people(text) and not _wrote_for(layout.text, place[0][0])
        for text, place in zip(texts, places, strict=True)
    ]
    if all(works) or not any(works):
        return places
    return [
        place
        for place, text, works_there in zip(places, texts, works, strict=True)
        if not works_there and (" " in text.strip() or not text.isascii())
    ]


def _wrote_for(text: str, start: int) -> bool:
    """Tell whether what stands before a name says that others wrote on its behalf.

    >>> _wrote_for("Anna Holt, on behalf of the Institute of Reeds", 28), _wrote_for("Anna Holt, Institute of Reeds", 11)
    (True, False)
    """
    return bool(_BEHALF.search(text, max(0, start - _AHEAD), start))


def without_places(text: str) -> str:
    """Cut what stands behind the first semicolon, where that is where a single person works: "Ana Odjek ; University of Zvon, Zvon"."""
    name, semicolon, place = text.partition(";")
    if not semicolon or "," in name or is_affiliation(name):
        return text
    first, *further = place.partition(";")[0].split(",")
    works = is_affiliation(first) or (looks_like_name(first) < SURE and any(map(is_affiliation, further)))
    return name if works else text


def plain_names(text: str) -> str:
    """Blot out, without moving anything, what sites print glued before names: ORCID iDs, "By".

    >>> plain_names("ByAnna Holt, View ORCID ProfileJan Ruiter").split()
    ['Anna', 'Holt,', 'Jan', 'Ruiter']
    """
    plain = without_orcids(text)
    return _GLUED.sub(lambda found: " " * len(found[0]), plain) if "By" in plain or "View ORCID" in plain else plain


def without_orcids(text: str) -> str:
    """Blot out ORCID iDs without moving anything: they stand glued before or behind a name.

    >>> without_orcids("0000-0002-1825-0097Anna Holt").strip()
    'Anna Holt'
    """
    return _ORCID.sub(lambda found: " " * len(found[0]), text) if _ORCID_SIGN in text else text


def likeness(text: str) -> float:
    """Return how much a text looks like a line of names, 0 to 1: the mean over what its separators part."""
    text = _BUTTONS.sub("", text) if "uthor" in text else text
    return _likeness(plain_names(without_places(text))) if len(text) <= LONGEST else 0.0


@lru_cache(maxsize=2048)
def _likeness(text: str) -> float:
    """Answer for `likeness`; several readers ask this of the same line, so the answers are remembered."""
    if len(text) > 50 * (2 + len(_SEPARATOR.findall(text))):
        return 0.0
    words = text.split()
    if len(words) > _FEW and sum(word[0].islower() for word in words) > _PROSE * len(words):
        return 0.0
    names = [text[start:end] for start, end in split_names(text)[:ENOUGH]]
    if len(names) > 1 and all(map(is_eastern_name, names)):
        return _EASTERN
    if len(names) < _FEWEST_NAMES and _THING.search(text):
        return 0.0
    scores = [0.8 if is_group_of_people(name) and len(name.split()) < 9 else looks_like_name(name) for name in names]
    return sum(scores) / len(scores) if scores else 0.0


def is_subtitle(text: str) -> bool:
    """Tell a line that says what kind of study a title names, and looks like a name: "A Randomized Clinical Trial".

    >>> is_subtitle("A Randomized Clinical Trial"), is_subtitle("A. Randomized, C. Trial"), is_subtitle("The Moss Study Group")
    (True, False, False)
    """
    return bool(_SUBTITLE.fullmatch(text)) and not _GROUP_END.search(text)


def is_affiliation(text: str) -> bool:
    """Tell whether a text names an institution or an address, as lines below names do.

    >>> is_affiliation("CRNL, UMR CNRS 5292, Univ. Lyon 1, France"), is_affiliation("D0 Collaboration")
    (True, False)
    """
    return bool(_INSTITUTION.search(text))


def is_address(text: str) -> bool:
    """Tell whether a text is an affiliation and nothing else: capitals throughout, short or parted by commas.

    >>> is_address("Department of Computing Science, Umea University, 901 87 Umea, Sweden"), is_address("University students, sleep and mood")
    (True, False)
    """
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    parted = "," in text or len(text.split()) <= 6
    return parted and capitals >= 0.5 * max(1, len(words)) and is_affiliation(text)


def edited_in(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return who edited the book that a work is in, where a citation says so before the book: "In: Anna Holt (ed.), Handbook of Reeds".

    >>> edited_in("Salt. In: Anna Holt (ed.), Handbook of Reeds, pp. 1-9", 0, 52)["editor"]
    'Anna Holt'
    """
    found = _EDITED.search(text, max(0, start - _IN), stop)
    return found if found and likeness(found["editor"]) >= SURE else None
