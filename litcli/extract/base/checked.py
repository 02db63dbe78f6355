"""Metadata checked against what the page shows: what stands in both is surer, a title or DOI that the page contradicts is not."""

from functools import cached_property

from litcli.extract.candidates import Candidate
from litcli.extract.vocabulary import letters
from litcli.model.identifiers import find_identifiers

_SURER = 0.4
"""How much of the doubt is left in a value that the page shows too."""

_CONTRADICTED = 0.6
"""What is left of the trust in a title or a DOI when the page shows another."""

_SHORTEST = 6
"""A shorter value may stand in the text by chance."""

_BEGINNING = 80
"""Of a long text, so many characters are compared: pages shorten abstracts."""

_ENOUGH_TEXT = 200
"""With less visible text, its silence says nothing: many pages are filled in by scripts."""

_COMPARED = frozenset({"title", "container-title", "publisher", "abstract", "DOI", "author", "editor", "keyword", "event-title"})


class Visible:
    """The visible text of a page, ready to be asked whether it holds a value."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _letters(self) -> str:
        return letters(self._text)

    @cached_property
    def _dois(self) -> frozenset[str]:
        return frozenset(span.value.casefold() for span in find_identifiers(self._text) if span.kind == "DOI")

    def holds(self, value: str) -> bool:
        """Say whether the text shows the value, whatever the case, the punctuation and the line breaks."""
        return self._shows(value, _SHORTEST)

    def checked(self, candidate: Candidate) -> Candidate:
        """Return the candidate with its confidence raised, lowered or left, as the text shows it, another, or nothing."""
        if candidate.field not in _COMPARED:
            return candidate
        share = self._share(candidate)
        if share >= 0.8:
            return candidate.at(round(1 - (1 - candidate.confidence) * _SURER, 3))
        if self._contradicts(candidate, share):
            return candidate.at(round(candidate.confidence * _CONTRADICTED, 3))
        return candidate

    def _share(self, candidate: Candidate) -> float:
        """Return how many of the items the text shows, 0 to 1."""
        shown = [self._shows(_key(item.value), shortest=2) for item in candidate.items]
        return sum(shown) / len(shown)

    def _shows(self, value: str, shortest: int) -> bool:
        key = letters(value)[:_BEGINNING]
        return len(key) >= shortest and key in self._letters

    def _contradicts(self, candidate: Candidate, share: float) -> bool:
        if candidate.field == "DOI":
            return bool(self._dois)
        if candidate.field == "title":
            return len(self._text) >= _ENOUGH_TEXT
        return candidate.field == "author" and share == 0 and len(self._text) >= _ENOUGH_TEXT


def _key(value: object) -> str:
    """Return what of a value stands in a text as it is: of a person the family name."""
    if isinstance(value, dict):
        return str(value.get("family") or value.get("literal") or "")
    return str(value)
