"""arXiv: the abstract page, and the entry of a listing when it stands alone.

    arXiv:2101.00001 (cs) / [Submitted on 3 Jan 2021 (v1), last revised ...] / Title:... / Authors:... / Abstract:... / Comments: ...
    [1] arXiv:2101.00001 [pdf, other] / Title: ... / Authors: ... / Comments: ... / Journal-ref: ... / Subjects: ...

What surprised us: the work on the page is the preprint, dated by its first version; "Journal reference" tells of the article that
it became, so it stays out of the preprint's record; authors stand with affiliations in brackets.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Parts, Span, claimed, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.people import names_in

NAME = "arxiv"

_ID = r"arXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_HEADED = re.compile(rf"^{_ID}\s*\([\w.-]+\)$")
_LISTED = re.compile(rf"^\[\d+\]\s+(?:Title:.*\s)?{_ID}")
_CITED_AS = re.compile(rf"^Cite as:\s*{_ID}", re.IGNORECASE)
_SUBMITTED = re.compile(r"^[\[(]Submitted on\s+(?P<first>\d{1,2} [A-Z][a-z]{2} \d{4})")
_SUBJECTS = re.compile(r"^(?:Primary\s)?Subjects:?\s.*\([a-z-]+(?:\.[A-Za-z-]{2,})?\)")
_LABEL = re.compile(
    r"^(?P<label>Title|Authors?|Abstract|Comments|Subjects|Journal reference|Journal-ref|Related DOI|DOI|Report number|MSC classes|"
    r"ACM classes|Cite as|License|Submission history|Bibliographic and Citation Tools|Download:|View PDF|Access Paper:|Full-text links:|"
    r"Current browse context:|References & Citations)(?P<colon>:?)\s*"
)
_OTHER = re.compile(
    r"^\s*(?:View PDF|Download|PDF|PostScript|Other formats|HTML \(experimental\)|View a PDF|TeX Source|\(or arXiv:|https?://|\[v\d+\])"
)
_BESIDE = re.compile(
    r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)|(?:(?<=Collaboration)|(?<=Collaborations)|(?<=Consortium)|(?<=Team)|(?<=Group))\s?:\s"
)
"""What stands beside names: affiliations in brackets, and the colon between a group and its members."""
_OWN_DOI = re.compile(r"10\.48550/arXiv\.[\w./-]*\w", re.IGNORECASE)
_BAR = re.compile(r"^(?P<archive>[A-Z][\w ()&-]+?)\s+>\s+(?P<subject>[A-Z][\w ,()&-]+)$")


def marks(layout: Layout) -> float:
    """Weigh the number with its archive, the line of submission, "Cite as:", the subjects with their codes, and a listing's numbers."""
    texts = [line.text for line in layout.lines]
    weight = (
        0.4 * any(map(_HEADED.match, texts)) + 0.4 * any(map(_SUBMITTED.match, texts)) + 0.4 * any(map(_CITED_AS.match, texts))
    )
    weight += 0.3 * any(map(_SUBJECTS.match, texts)) + 0.3 * any(map(_LISTED.match, texts)) + 0.1 * any(map(_BAR.match, texts))
    return weight


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record: a listing."""
    works = sum(bool(_LISTED.match(line.text)) for line in layout.lines)
    return f"a list of several works: {works} entries of an arXiv listing" if works > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states of the preprint; title, names and abstract are left to the shared readers where no label has them."""
    stated = dict(_rows(layout))
    found = [*_title(layout, stated), *_authors(layout, stated), *_number(layout), *_submitted(layout)]
    found += [*_doi(layout, stated), *_abstract(layout, stated)]
    draft = generic.read(layout, NAME)
    kept = {"title", "author", "abstract", "language"} - {candidate.field for candidate in found}
    return draft.without(*({candidate.field for candidate in draft.candidates} - kept)).plus(*found)


def _rows(layout: Layout) -> Iterator[tuple[str, Span]]:
    """Yield the labels with the places of their values, which go on up to the next label; of each label the first."""
    found: dict[str, Span] = {}
    for line in layout.lines:
        label = _LABEL.match(line.text)
        if not label or (not label["colon"] and label["label"] in {"Title", "Author", "Authors", "Abstract", "Comments"}):
            continue
        end = line.end
        for below in layout.lines[line.index + 1 :]:
            if _LABEL.match(below.text) or _OTHER.match(below.text) or (below.blanks and label["label"] != "Abstract"):
                break
            end = below.end
        if line.start + label.end() < end:
            found.setdefault(label["label"].rstrip(":").removesuffix("s"), strip(layout.text, line.start + label.end(), end))
    yield from found.items()


def _title(layout: Layout, stated: dict[str, Span]) -> list[Candidate]:
    return claims(layout.text, "title", stated["Title"], f"{NAME}.title", 0.98) if "Title" in stated else []


def _authors(layout: Layout, stated: dict[str, Span]) -> list[Candidate]:
    """Read the names, affiliations in brackets left out."""
    if "Author" not in stated:
        return []
    start, stop = stated["Author"]
    spans: list[Span] = []
    place = start
    for bracket in [*_BESIDE.finditer(layout.text, start, stop), None]:
        spans.append(strip(layout.text, place, bracket.start() if bracket else stop, ",;"))
        place = bracket.end() if bracket else stop
    places: list[Parts] = names_in(layout, [span for span in spans if span[0] < span[1]])
    return claimed(layout.text, "author", places, f"{NAME}.author", 0.98)


def _number(layout: Layout) -> list[Candidate]:
    """Read the number, and tell the type by it."""
    for line in layout.lines:
        if (_HEADED.match(line.text) or _LISTED.match(line.text) or _CITED_AS.match(line.text)) and (number := _found(line)):
            return [
                *claims(layout.text, "arXiv", number, f"{NAME}.arXiv", 0.98),
                *claims(layout.text, "type", number, f"{NAME}.type:preprint", 0.97),
            ]
    return []


def _found(line: Line) -> Span | None:
    found = re.search(_ID, line.text)
    return moved(line.start, found) if found else None


def _submitted(layout: Layout) -> list[Candidate]:
    """Read the date of the first version."""
    for line in layout.lines:
        if found := _SUBMITTED.match(line.text):
            span = moved(line.start, found, "first")
            return claims(layout.text, "issued", span, f"{NAME}.issued:calendar", 0.96)
    return []


def _doi(layout: Layout, stated: dict[str, Span]) -> list[Candidate]:
    """Read arXiv's own DOI; on pages from before there was one, that of the article, which is then the only one."""
    for line in layout.lines:
        if own := _OWN_DOI.search(line.text):
            return claims(layout.text, "DOI", moved(line.start, own), f"{NAME}.DOI", 0.98)
    spans = [stated[label] for label in ("DOI", "Related DOI") if label in stated]
    return [found for span in spans for found in claims(layout.text, "DOI", span, f"{NAME}.related-DOI", 0.8)][:1]


def _abstract(layout: Layout, stated: dict[str, Span]) -> list[Candidate]:
    return claims(layout.text, "abstract", stated["Abstract"], f"{NAME}.abstract", 0.97) if "Abstract" in stated else []
