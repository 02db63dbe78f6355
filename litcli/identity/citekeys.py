"""Citekeys: short names for entries, made from a record by a pattern.

In goes a record and a pattern such as "{family}{year}", out comes "semeraro2013"; where that is taken already, the first free
of "semeraro2013a", "semeraro2013b" ... "z", "aa". A key is plain ASCII, so that it lives in LaTeX, in file names and in a shell
without quotes. Without an author the first word of the title stands in, without a year "nd".
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from string import ascii_lowercase
from types import MappingProxyType

from anyascii import anyascii

from litcli.errors import BadValue, UnknownName
from litcli.model.record import CslName, Record, Value, people, text, year

DEFAULT = "{family}{year}"

_SMALL_WORDS = frozenset(
    word
    for language in (
        "a an and are at by for from in is of on or the to with",
        "das der die ein eine und",
        "de een en het",
        "den det ett och",
        "de des du et l la le les un une",
        "el la las los un una y",
        "gli i il lo o un uno una",
    )
    for word in language.split()
)
_WORD = re.compile(r"[a-z0-9]+")
_PIECE = re.compile(r"\{([^{}]*)\}")
_WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+/-]*")
_OF_ANY_SCRIPT = re.compile(r"[^\W_][\w:.+/-]*")
_LONGEST = 64


@dataclass(frozen=True)
class Pattern:
    """A checked pattern; make one with `pattern`."""

    text: str

    def key(self, record: Record) -> str:
        """Return the key of a record, before any letter that tells it from others.

        >>> pattern("{family}{year}").key({"title": "The Bees", "author": [{"family": "Müller-Lüdenscheidt"}]})
        'mullerludenscheidtnd'
        """
        built = _PIECE.sub(lambda found: PIECES[found[1]](record), self.text)
        return built[:_LONGEST].strip("-_:.+/") or "entry"


def pattern(text: str) -> Pattern:
    """Check a pattern and return it; raises `UnknownName` for a piece that does not exist, `BadValue` for a malformed one.

    >>> pattern("{family}{year}{title}").text
    '{family}{year}{title}'
    """
    found = _PIECE.findall(text)
    for name in found:
        if name not in PIECES:
            raise UnknownName(
                "piece of a citekey", name, get_close_matches(name, PIECES, 2, 0.5), f"there are {', '.join(PIECES)}"
            )
    around = _PIECE.sub("", text)
    if not found:
        raise BadValue(f"the citekey pattern '{text}' names no piece; write for example {DEFAULT}")
    if re.search(r"[^A-Za-z0-9_:.+/-]", around):
        raise BadValue(f"the citekey pattern '{text}' may hold, besides its pieces, only letters, digits and _ : . + / -")
    return Pattern(text)


def check(key: str) -> str:
    """Return a key that a person chose; raises `BadValue` where it would not live in LaTeX or a shell.

    >>> check("Semeraro:2013")
    'Semeraro:2013'
    """
    if not _WELL_FORMED.fullmatch(key):
        raise BadValue(f"'{key}' cannot be a citekey: use letters a-z, digits and _ : . + / -, beginning with a letter or digit")
    return key


def plain(key: str) -> str:
    """Return a key from elsewhere as one that lives in LaTeX and a shell; "" where nothing of it can.

    >>> plain("Müller 2013"), plain("DBLP:journals/corr/Ng20"), plain("{}")
    ('Muller2013', 'DBLP:journals/corr/Ng20', '')
    """
    return re.sub(r"^[^A-Za-z0-9]+|[^A-Za-z0-9_:.+/-]+", "", anyascii(key))


def own(key: str) -> str:
    """Return a key from elsewhere as it is, in letters of any script, or made plain where it would not live in LaTeX.

    >>> own("Müller:2013"), own("Müller 2013"), own("Ng(2020)"), own("{}")
    ('Müller:2013', 'Muller2013', 'Ng2020', '')
    """
    return key if _OF_ANY_SCRIPT.fullmatch(key) else plain(key)


def free(key: str, taken: Collection[str]) -> str:
    """Return the key itself, or the first of key + a, b ... z, aa that is not among `taken` (lower-cased keys).

    >>> free("li2020", {"li2020", "li2020a"}), free("li2020", {"li2019"})
    ('li2020b', 'li2020')
    """
    return next(candidate for candidate in _numbered(key) if candidate.lower() not in taken)


def _numbered(key: str) -> Iterator[str]:
    yield key
    number = 1
    while True:
        yield key + _letters(number)
        number += 1


def _letters(number: int) -> str:
    """Count in letters: 1 is "a", 26 "z", 27 "aa"."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = ascii_lowercase[place] + letters
    return letters


def _ascii_words(value: str) -> list[str]:
    return _WORD.findall(anyascii(value).lower().replace("'", "").replace("’", ""))


def _telling_words(record: Mapping[str, Value], field: str) -> list[str]:
    found = _ascii_words(text(record, field) or "")
    return [word for word in found if word not in _SMALL_WORDS] or found


def _surname(person: CslName) -> str:
    particles = (person.get("dropping-particle", ""), person.get("non-dropping-particle", ""))
    if person.get("family"):
        return "".join(_ascii_words(" ".join((*particles, person.get("family", "")))))
    return "".join(_ascii_words(person.get("literal") or person.get("given") or "")[:3])


def _people(record: Record) -> list[str]:
    return [name for person in people(record, "author") or people(record, "editor") if (name := _surname(person))]


def _family(record: Record) -> str:
    return next(iter(_people(record)), "") or _title(record) or "anon"


def _families(record: Record) -> str:
    names = _people(record)
    return "".join(names[:3]) + ("etal" if len(names) > 3 else "") or _family(record)


def _title(record: Record) -> str:
    return next(iter(_telling_words(record, "title")), "")


PIECES: Mapping[str, Callable[[Record], str]] = MappingProxyType(
    {
        "family": _family,
        "families": _families,
        "year": lambda record: str(year(record) or "nd"),
        "shortyear": lambda record: str(year(record) or "nd")[-2:],
        "title": _title,
        "words": lambda record: "".join(_telling_words(record, "title")[:3]),
        "journal": lambda record: "".join(word[0] for word in _telling_words(record, "container-title")),
        "volume": lambda record: "".join(_ascii_words(text(record, "volume") or "")),
        "page": lambda record: next(iter(_ascii_words(text(record, "page") or text(record, "number") or "")), ""),
        "type": lambda record: "".join(_ascii_words(text(record, "type") or "")),
    }
)
"""What may stand in braces in a pattern, and how it is read off a record."""
