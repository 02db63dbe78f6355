"""Names of persons and groups as BibTeX writes them: "von Last, Jr, First", a group in braces, "and" between two.

A particle that belongs to the family name ("van Beethoven") is BibTeX's "von"; one that is dropped in an index ("Humboldt,
Alexander von") stands behind the given names; a family name that only looks as if it began with a particle, or that holds a comma
or an "and", stands in braces. What surprised us: a family name of several words without a given name would be taken apart at its
spaces, and one in braces is a group to every reader, so its spaces alone stand in braces ("Dalai{ }Lama"). BibLaTeX also has names in
parts ("family=Gogh, given=Vincent, prefix=van"), which are read and never written.

Most names are plain ("Galon, Jérôme"): two parts of words with capitals, without braces or commands. These go a short way.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from litcli.formats._particles import behind, is_small
from litcli.model.latex import decode, is_latex
from litcli.model.name_words import SUFFIXES
from litcli.model.names import Name, parse_name, split_names
from litcli.model.record import CslName

_OTHERS = "others"
"""What BibTeX writes for the names that a list leaves out."""
_PARTICLE = re.compile(r"[\w'’.-]+(?: [\w'’.-]+)*")
_GLUED = re.compile(r"([^\W\d_A-Z]+['’-])\{(.*)\}", re.DOTALL)

_BARE_ACCENT = re.compile(r"(\s[Aa][Nn][Dd]\s+)\\")
"""A name that begins with a backslash, which bibtexparser loses together with the sign behind it."""
_HIDES_CASE = re.compile(r"\{\\(?:[A-Za-z]|.\{)")
"""A first letter of which BibTeX's readers do not see whether it is small."""


@dataclass(frozen=True)
class Names:
    """The names of a list, and whether the list says that it leaves some out ("and others")."""

    named: list[CslName]
    incomplete: bool = False


def join(names: Sequence[CslName], encode: Callable[[str], str]) -> str:
    r"""Return names as BibTeX's one text; `encode` makes LaTeX of a text.

    >>> join([{"family": "Beethoven", "given": "L.", "non-dropping-particle": "van"}, {"literal": "Black & White"}], str.upper)
    'VAN BEETHOVEN, L. and {BLACK & WHITE}'
    """
    written = (_write(name, encode) for name in names)
    return " and ".join(f"{{}}{name}" if name.startswith("\\") else name for name in written if name)


def split(text: str) -> Names:
    """Read BibTeX's text of names.

    >>> split("Ludwig van Beethoven and {Barnes and Noble, Inc.} and King, Jr., Martin L.").named[2]
    {'family': 'King', 'given': 'Martin L.', 'suffix': 'Jr.'}
    """
    simple = not is_latex(text)
    single = _AND.split(text.strip()) if simple else split_multiple_persons_names(_BARE_ACCENT.sub(r"\1{}\\", text))
    incomplete = bool(single) and single[-1].strip().casefold() == _OTHERS
    if incomplete:
        single.pop()
    if single and (shorter := _ET_AL.sub("", single[-1])) != single[-1]:
        single[-1], incomplete = shorter, True
    if simple and len(single) == 1 and _is_line(single[0]):
        return Names(_of_line(single[0]), incomplete)
    named = [(_simple(one) if simple else None) or _known(" ".join(one.split())).to_csl() for one in single]
    return Names([name for name in named if name], incomplete)


_AND = re.compile(r"\s+(?:and\s+)+", re.IGNORECASE)
_ET_AL = re.compile(r"[\s,]+et\s+al\.?\s*$")


def _is_line(text: str) -> bool:
    """Tell whether somebody parted names otherwise than by "and": by semicolons, or by more commas than a name may have."""
    parts = text.split(",")
    return ";" in text or len(parts) > _COMMAS or (len(parts) == _COMMAS and all(len(part.split()) > 1 for part in parts))


def _of_line(text: str) -> list[CslName]:
    """Read names parted by semicolons or commas, as pages print them."""
    single = text.split(";") if ";" in text else [text[start:end] for start, end in split_names(text)]
    return [name.to_csl() for one in single if (name := parse_name(one))]


def _simple(text: str) -> CslName | None:
    """Read "Family, Given" or "Given Family", all words with capitals; None for any other name."""
    last, comma, first = text.partition(",")
    family, given = last.split(), first.split()
    suffix = family.pop() if len(family) > 1 and family[-1].casefold() in SUFFIXES and (comma or len(family) > 2) else None
    if not comma:
        family, given = family[-1:], family[:-1]
    if (
        not family
        or not (given or not comma)
        or "," in first
        or "=" in text
        or not all(word[0].isupper() for word in family + given)
    ):
        return None
    if suffix:
        return {"family": " ".join(family), "given": " ".join(given), "suffix": suffix}
    if not given:
        return {"family": family[0]}
    return {"family": " ".join(family), "given": " ".join(given)}


def _write(name: CslName, encode: Callable[[str], str]) -> str:
    if len(name) == 2 and "family" in name and "given" in name and _is_simple(both := f"{name['family']}, {name['given']}"):
        written = encode(both)
        if written == both or " " not in name["family"]:
            return written
    if literal := _plain(name.get("literal", "")):
        inner = encode(literal)
        return f"{{{{}}{inner}}}" if inner.startswith("\\") else f"{{{inner}}}"
    family, given, suffix = _plain(name.get("family", "")), _plain(name.get("given", "")), _plain(name.get("suffix", ""))
    particle, dropped = _plain(name.get("non-dropping-particle", "")), _plain(name.get("dropping-particle", ""))
    if dropped and not given:
        particle, dropped = " ".join(part for part in (dropped, particle) if part), ""
    if not (given or suffix or particle):
        return _lone(family, encode) if family else ""
    last, first = _last(family, particle, encode), _first(given, dropped, encode)
    behind_family = [f"{{{encode(suffix)}}}" if " " in suffix else _guarded(suffix, encode)] if suffix else []
    parts = [last, *behind_family, first or "{}"]
    if sum(part.count(",") for part in parts) + len(parts) > _COMMAS and not particle:
        parts = [_braced(parts[0]), *parts[1:-1], f"{parts[-1]}{{}}" if dropped else _braced(parts[-1])]
    return ", ".join(parts)


def _braced(part: str) -> str:
    return part if part.startswith("{") and part.endswith("}") else f"{{{part}}}"


_COMMAS = 3
"""biber gives up an entry with a name of more commas, those in braces included, unless the name begins and ends with a brace."""


def _is_simple(both: str) -> bool:
    """Tell whether a name needs no braces: words with capitals, one comma."""
    return both.count(",") == 1 and not _HELD.search(both) and all(map(_is_plain, both.split()))


def _is_plain(word: str) -> bool:
    return word[0].isupper() and word not in _ANDS and word.rstrip(",").casefold() not in SUFFIXES


_HELD = re.compile("[{;=]")
_ANDS = frozenset({"And", "AND", "And,", "AND,", "Others", "Others,"})


def _plain(text: str) -> str:
    return " ".join(text.split())


def _last(family: str, particle: str, encode: Callable[[str], str]) -> str:
    if not _is_particle(particle):
        family, particle = " ".join(part for part in (particle, family) if part), ""
    if family and _GLUED.fullmatch(f"{particle}{{}}"):
        return f"{particle}{{{encode(family)}}}"
    words = family.split()
    doubtful = words[:-1] if len(words) > 1 or particle else words
    misread = not words or any(is_small(word) or _HIDES_CASE.match(encode(word)) for word in doubtful)
    last = f"{{{encode(family)}}}" if misread or words[-1].casefold() in SUFFIXES else _guarded(family, encode)
    return f"{encode(particle)} {last}" if particle else last


def _first(given: str, dropped: str, encode: Callable[[str], str]) -> str:
    if dropped and not _is_particle(dropped):
        given, dropped = f"{given} {dropped}", ""
    words = given.split()
    if _is_safe(given) and len(words) > 1 and is_small(words[-1]):
        given = f"{encode(' '.join(words[:-1]))} {{{encode(words[-1])}}}"
    else:
        given = _guarded(given, encode)
    return " ".join(part for part in (given, encode(dropped)) if part)


def _lone(family: str, encode: Callable[[str], str]) -> str:
    shown = encode(family).replace(" ", "{ }").replace(",", "{,}")
    return f"{shown}{{}}" if family.casefold() in {"and", _OTHERS} or _is_group(shown) else shown


def _is_particle(text: str) -> bool:
    """Tell whether BibTeX would see particles in the words: all of them small."""
    return bool(_PARTICLE.fullmatch(text)) and _is_safe(text) and all(is_small(word) for word in text.split())


def _guarded(text: str, encode: Callable[[str], str]) -> str:
    return encode(text) if _is_safe(text) else f"{{{encode(text)}}}"


_PARTING = re.compile("[,;=]")


def _is_safe(text: str) -> bool:
    """Tell whether neither a comma nor an "and" would take the text apart, nor a "=" make parts of it."""
    return not _PARTING.search(text) and not any(word.casefold() == "and" for word in text.split())


@lru_cache(maxsize=4096)
def _known(text: str) -> Name:
    """Read one name of any form."""
    if _IN_PARTS.match(text):
        return _in_parts(text)
    parts = parse_single_name_into_parts(text, strict=False)
    words = parts.last
    if len(words) == 1 and not (parts.first or parts.von or parts.jr) and _is_group(words[0]):
        return Name(literal=_shown(words))
    small = next((at for at, word in enumerate(parts.von) if not is_small(word)), len(parts.von))
    particle, words = parts.von[:small], [*parts.von[small:], *words]
    glued = _GLUED.fullmatch(words[0]) if len(words) == 1 and not particle else None
    first = [word.removesuffix("{}") for word in parts.first]
    cut = len(first) - behind(first)
    return Name(
        family=_shown([glued[2]] if glued else words),
        given=_shown(first[:cut]),
        dropping_particle=_shown(first[cut:]),
        non_dropping_particle=glued[1] if glued else _shown(particle),
        suffix=_shown(parts.jr),
    )


_IN_PARTS = re.compile(r'"?\s*(?:family|given|prefix|suffix|given-i|family-i|prefix-i|suffix-i|useprefix)\s*=', re.IGNORECASE)
_PART = re.compile(r"""\s*"?\s*([A-Za-z-]+)\s*=\s*((?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[^,{}])*+)(?:,|$)""")


def _in_parts(text: str) -> Name:
    """Read "family=Gogh, given=Vincent, prefix=van, useprefix=true"; a particle is dropped in an index where the name says so."""
    parts = {part[1].lower(): _shown([part[2].strip(' "')]) for part in _PART.finditer(text)}
    prefix = parts.get("prefix")
    drops = parts.get("useprefix") == "false"
    if not parts.get("given") and not prefix and not parts.get("suffix") and " " in parts.get("family", ""):
        return Name(literal=parts["family"])
    return Name(
        family=parts.get("family"),
        given=parts.get("given"),
        dropping_particle=prefix if drops else None,
        non_dropping_particle=None if drops else prefix,
        suffix=parts.get("suffix"),
    )


def _is_group(word: str) -> bool:
    """Tell whether one pair of braces holds the whole word."""
    if not (word.startswith("{") and word.endswith("}")) or word.startswith("{\\"):
        return False
    depth = 0
    for at, sign in enumerate(word):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return at == len(word) - 1
    return False


def _shown(words: list[str]) -> str:
    return decode(" ".join(words)).replace("\xa0", " ").replace("\n\n", " ").strip()
