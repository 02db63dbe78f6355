"""Values that come in parts: family and given name in places of their own, with suffix and ORCID iD; year, month, day; title and subtitle.

The rule names the parts of a name in their order ("family-given-orcid"), as `litcli.extract.normalise` names its normalisers after
a colon. Only particles are still looked for: formats put "van der" into either part.
"""

from collections.abc import Sequence
from itertools import product

from litcli.model.dates import parse_date
from litcli.model.identifiers import orcid, pmcid
from litcli.model.names import Name, parse_name
from litcli.model.record import CslDate, CslName

PARTS = tuple(
    "-".join((*name, *suffix, *identifier))
    for name, suffix, identifier in product(
        (("family", "given"), ("family", "given", "middle"), ("family",), ("name",), ("group",)),
        ((), ("suffix",)),
        ((), ("orcid",)),
    )
    if not suffix or len(name) > 1
)
"""The orders of parts that there are."""


def in_parts(rule: str, texts: Sequence[str]) -> CslName | None:
    """Return the person whose parts the texts are, in the order that the rule names.

    >>> in_parts("family-given-orcid", ["van Dyck", "Ann", "https://orcid.org/0000-0002-1825-0097"])
    {'family': 'Dyck', 'given': 'Ann', 'non-dropping-particle': 'van', 'ORCID': '0000-0002-1825-0097'}
    """
    parts = {part: " ".join(text.split()).strip(" ,;") for part, text in zip(rule.split("-"), texts, strict=False)}
    name = _person(parts)
    if name and (identifier := orcid(parts.get("orcid", ""))):
        name["ORCID"] = identifier
    return name


def date_in_parts(texts: Sequence[str]) -> CslDate | None:
    """Return the date whose year, month and day the texts are, as many of them as there are; a month may be named, or a season.

    >>> date_in_parts(["2016", "Mar", "7"]), date_in_parts(["2016", "00"])
    ({'date-parts': [[2016, 3, 7]]}, {'date-parts': [[2016]]})
    """
    year, *rest = (text.strip() for text in texts)
    parts = [part for part in rest if part.strip("0")]
    plain = all(map(str.isdecimal, parts))
    found = parse_date("-".join((year, *(part.zfill(2) for part in parts))) if plain else " ".join((*parts[::-1], year))).to_csl()
    return found if found.get("date-parts") else None


def titles(texts: Sequence[str]) -> str | None:
    """Return a title and its subtitle as one title.

    >>> titles(["On bees :", "a study."]), titles(["Why bees?", "A study"])
    ('On bees: a study', 'Why bees? A study')
    """
    parts = [part for text in texts if (part := " ".join(text.split()).strip(" :;,/|="))]
    whole = "".join(part if part is parts[-1] else f"{part} " if part[-1] in "?!" else f"{part}: " for part in parts)
    return whole[:-1] if whole.endswith(".") and not whole.endswith("..") else whole or None


def article_titles(texts: Sequence[str]) -> str | None:
    """Return a title whose first word is told apart, as libraries do for sorting.

    >>> article_titles(["The ", "bees", "a study"]), article_titles(["L'", "abeille"])
    ('The bees: a study', "L'abeille")
    """
    article, title, *rest = (*texts, "") if len(texts) == 1 else texts
    space = "" if article.rstrip()[-1:] in "'’" else " "
    return titles([f"{article.rstrip()}{space}{title.lstrip()}", *rest])


def pmc_number(texts: Sequence[str]) -> str | None:
    """Return the PMCID whose digits alone are stated.

    >>> pmc_number(["7000001"])
    'PMC7000001'
    """
    number = "".join(texts).strip()
    return pmcid(f"PMC{number}") if number.isdecimal() else None


def _person(parts: dict[str, str]) -> CslName | None:
    if group := parts.get("group"):
        return {"literal": group}
    if whole := parts.get("name"):
        read = parse_name(whole)
        return read.to_csl() if read else None
    family, given = parts.get("family", ""), f"{parts.get('given', '')} {parts.get('middle', '')}".strip()
    if not any(map(str.isalpha, family)):
        return {"family": given} if given else None
    read = parse_name(f"{family}, {given}") if given else Name(family=family)
    name = read.to_csl() if read else CslName()
    if "family" not in name:
        name = {"family": family, "given": given}
    return {**name, "suffix": parts["suffix"]} if parts.get("suffix") else name
