"""Identifiers: DOI, PMID, ISBN and their like, wherever the body of a page has them outside of prose."""

from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Parts, claim
from litcli.extract.layout import PROSE, Layout
from litcli.model.identifiers import find_identifiers

IDENTIFIERS = ("DOI", "PMID", "PMCID", "arXiv", "ISSN", "ISBN")


def identifiers(layout: Layout, rule: str, others: frozenset[int] = frozenset()) -> Iterator[Candidate]:
    """Yield the identifiers of the page; of each kind the first, for ISSN and ISBN all. `others` are lines that name other works."""
    found: dict[str, list[Parts]] = {kind: [] for kind in IDENTIFIERS}
    values: dict[str, set[str]] = {kind: set() for kind in IDENTIFIERS}
    for line in layout.body:
        if line.index in others or (len(line.text) > 6 * PROSE and "doi" not in line.folded[:40]):
            continue
        for item in find_identifiers(line.text):
            if item.kind in found and item.value.casefold() not in values[item.kind]:
                values[item.kind].add(item.value.casefold())
                found[item.kind].append(((line.start + item.start, line.start + item.end),))
    for kind, places in found.items():
        many = kind in {"ISSN", "ISBN"}
        sure = 0.88 if many or len(places) == 1 else 0.7
        candidate = claim(layout.text, kind, places if many else places[:1], f"{rule}.identifier", sure) if places else None
        if candidate:
            yield candidate
