"""Further normalisers: terms, licences, citations counted, notices of editors and relations to other works.

The texts at a place go in, as in `litcli.extract.normalise`, whose tables name these. What surprised us: one licence has many
spellings, so those of Creative Commons are written as their short names; indexers star the main terms.
"""

import re
from collections.abc import Callable, Sequence
from types import MappingProxyType

from litcli.model import identifiers

RELATIONS = (
    *("is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-update-of", "has-update"),
    *("is-erratum-of", "has-erratum", "is-retraction-of", "has-retraction", "is-concern-about", "has-concern"),
    *("is-comment-on", "has-comment", "is-republished-from", "is-republished-in"),
    *("is-supplement-to", "is-supplemented-by", "is-part-of", "has-part", "is-identical-to"),
)
"""How one work stands to another; each is the name of a normaliser too, which writes it before the other's identifier."""

NOTICES = MappingProxyType(
    {"retracted": "Retracted", "withdrawn": "Withdrawn", "concern": "Expression of concern", "corrected": "Corrected"}
)
"""What editors say of a work, by the name of the normaliser; the gravest first."""

_COUNTERS = (
    ("Scopus", r"scopus"),
    ("Web of Science", r"web of science|\bwos\b|wos core|isi\b|clarivate"),
    ("Crossref", r"cross-?ref"),
    ("Google Scholar", r"google"),
    ("Semantic Scholar", r"semantic scholar"),
    ("Dimensions", r"dimensions"),
    ("Europe PMC", r"europe pmc"),
    ("PubMed Central", r"pmc|pubmed"),
    ("INSPIRE", r"inspire"),
    ("NASA ADS", r"\bads\b"),
    ("OpenAlex", r"openalex"),
    ("OpenCitations", r"opencitations"),
    ("РИНЦ", r"ринц|elibrary|rsci"),
    ("CNKI", r"cnki|知网"),
    ("CiNii", r"cinii"),
    ("KCI", r"\bkci\b"),
    ("ACM", r"\bacm\b"),
    ("IEEE", r"\bieee\b"),
)
_COUNTER = re.compile("|".join(f"(?P<n{number}>{words})" for number, (_, words) in enumerate(_COUNTERS)), re.IGNORECASE)

_LICENCE_ADDRESS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)(?:/(\d\.\d))?", re.IGNORECASE)
_LICENCE_CODE = re.compile(r"\bCC[ -]?(0|BY(?:[ -]N[CD]|[ -]SA){0,2})(?:[ -]?v?\.? ?(\d\.\d))?(?![\w.])")
_LICENCE_NAME = re.compile(
    r"(?:creative commons|\bCC)\W{0,3}attribution((?:[ -–]{0,3}(?:non-?commercial|no-?deriv(?:ative)?s?(?: works)?|share-?alike)){0,2})"
    r"(?:\s?\(CC[ -]BY[A-Z -]{0,8}\))?(?: licen[cs]e)?(?:[ -](\d\.\d))?",
    re.IGNORECASE,
)
_PARTS = (("nonc", "NC"), ("non-c", "NC"), ("noder", "ND"), ("no-d", "ND"), ("share", "SA"))


def term(texts: Sequence[str]) -> str | None:
    """Return a term without the star that marks the main ones."""
    return re.sub(r"\*(?=\s*(?:/|$))", "", " ".join(" ".join(texts).split())).strip(" *.,;:|") or None


def count(texts: Sequence[str]) -> str | None:
    """Return a number without what parts its thousands.

    >>> count(["1,204"]), count(["none"])
    ('1204', None)
    """
    digits = re.sub(r"[\s,.\u00a0]", "", " ".join(texts))
    return str(int(digits)) if digits.isdecimal() else None


def counter(texts: Sequence[str]) -> str | None:
    """Return who counted citations, by the name in the text.

    >>> counter(["(Scopus)"]), counter(["Times Cited in WoS Core"]), counter(["Citations"])
    ('Scopus', 'Web of Science', None)
    """
    found = _COUNTER.search(" ".join(texts))
    return _COUNTERS[int((found.lastgroup or "n0")[1:])][0] if found else None


def creative_commons(texts: Sequence[str]) -> str | None:
    """Return a licence of Creative Commons; None where a text names none ("All rights reserved").

    >>> creative_commons(["Attribution 4.0 International"]), creative_commons(["info:eu-repo/semantics/openAccess"])
    ('CC BY 4.0', None)
    """
    text = " ".join(texts)
    found = licence([f"Creative Commons {text}" if text.casefold().startswith("attribution") else text])
    return found if found and found.startswith(("CC", "Public Domain")) else None


def licence(texts: Sequence[str]) -> str | None:
    """Return a licence: one of Creative Commons by its short name, any other as it stands.

    >>> licence(["https://creativecommons.org/licenses/by-nc/4.0/"]), licence(["Creative Commons Attribution-NoDerivatives 4.0 International"])
    ('CC BY-NC 4.0', 'CC BY-ND 4.0')
    >>> licence(["All rights reserved"])
    'All rights reserved'
    """
    text = " ".join(" ".join(texts).split()).strip(" ;|•,.")
    if found := _LICENCE_ADDRESS.search(text):
        return _short({"zero": "0", "mark": "PDM"}.get(found[1].lower(), found[1].upper()), found[2])
    if found := _LICENCE_CODE.search(text):
        return _short(found[1].replace(" ", "-"), found[2])
    if found := _LICENCE_NAME.search(text):
        parts = [short for sign, short in _PARTS if sign in found[1].casefold()]
        return _short("-".join(["BY", *parts]), found[2])
    return text or None


def _short(kind: str, version: str | None) -> str:
    name = "CC0" if kind == "0" else "Public Domain Mark" if kind == "PDM" else f"CC {kind}"
    return f"{name} {version}" if version else name


def related(relation: str) -> Callable[[Sequence[str]], str | None]:
    """Return the normaliser that writes a relation and the identifier of the other work.

    >>> related("has-erratum")(["https://doi.org/10.1000/182"]), related("has-erratum")(["see below"])
    ('has-erratum DOI:10.1000/182', None)
    """

    def normaliser(texts: Sequence[str]) -> str | None:
        text = " ".join(texts).strip()
        for kind in ("DOI", "PMCID", "arXiv", "PMID", "handle"):
            if value := identifiers.READERS[kind](text):
                return f"{relation} {kind}:{value}"
        return None

    return normaliser
