"""Elsevier Pure: the research portal of many universities, in the language of each.

    Title / names / Research output: Contribution to journal › Article › peer-review / abstract / rows / keywords / Cite this

The page names its parts by labels that lossy text glues to their values. The abstract and the keywords often stand without a
heading. A page has no row for what its record lacks: a volume that is not stated is not to be guessed. Pages about persons, projects,
prizes and press have the same frame and are no works.
"""

import itertools
import re
from dataclasses import replace

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Parts, Span, claim, claims
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers import abstracts
from litcli.extract.readers.people import is_affiliation, likeness, names_in
from litcli.extract.vocabulary import fold

NAME = "pure"

_GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ)])(?=[A-ZÀ-Þ])|(?<=\))(?=[^\W\d_])|\s*[›»>|]\s*")
_QUOTED = re.compile(r"['‘„“\"«»](.{8,400}?)['’“”\"»«](?=[.\s]|$)")


def marks(layout: Layout) -> float:
    """Weigh the type line, the rows that only Pure words so, and its closing lines."""
    weight = 0.9 if _type_line(layout) else 0.0
    folded = [line.folded for line in layout.lines]
    heads = "\n".join(line[:30] for line in folded)
    words = layout.vocabulary
    weight += 0.35 * any(label in heads for label in words.pure_signs)
    weight += 0.3 * any(line.startswith(words.pure_closing) for line in folded)
    weight += 0.6 * any(line.startswith(words.pure_made_available) for line in folded)
    weight += 0.2 * any(line.startswith(("status", "publication status", "state")) and " - " in line for line in folded)
    return weight


def reject(layout: Layout) -> str | None:
    """Return why a Pure page holds no work."""
    others = layout.vocabulary.pure_no_work
    for line in layout.lines[:4]:
        if line.folded.startswith(others) or line.folded + ":" in others:
            return "a Pure page of another kind than a work: " + line.text[:60]
    return None


def read(layout: Layout) -> Draft:
    """Return what the page states."""
    draft = generic.read(layout, NAME, layout.vocabulary.pure_rows)
    line = _type_line(layout)
    title = _title(layout, line, draft)
    if title:
        draft = draft.without("title").plus(title)
    if line:
        beside = tuple(found for found in draft.candidates if not line.start <= found.start < line.end)
        draft = replace(draft, candidates=beside).without("type", "genre").plus(*_type(layout, line))
        draft = _with_authors(draft, layout, line, title)
    elif not draft.of("type"):
        draft = draft.plus(*_dataset(layout))
    draft = _with_abstract(draft, layout, line, title)
    draft = _with_keywords(draft, layout)
    return _with_series(draft, layout)


def _type_line(layout: Layout) -> Line | None:
    for line in layout.lines[:25]:
        head, colon, rest = line.folded.partition(":")
        if colon and rest and head in layout.vocabulary.pure_output:
            return line
    return None


def _title(layout: Layout, line: Line | None, draft: Draft) -> Candidate | None:
    """Return the title that the closing line quotes, or the first line above the type line."""
    head = [found for found in layout.lines[: line.index] if not found.text.startswith(("©", "Copyright"))] if line else []
    for found in head:
        if any(found.text == quote for quote in _quotes(layout)):
            return claim(layout.text, "title", [(found.span,)], f"{NAME}.title", 0.99)
    if head and len(head[0].text) >= 4 and head[0].folded not in layout.vocabulary.sections:
        best = draft.best("title")
        first = head[0]
        if (
            best
            and best.start != first.start
            and best.start < (line.start if line else 0)
            and first.folded in layout.vocabulary.noise
        ):
            return best.at(0.9)
        return claim(layout.text, "title", [(first.span,)], f"{NAME}.title", 0.97)
    return None


def _quotes(layout: Layout) -> list[str]:
    return [
        match.group(1)
        for line in layout.lines[layout.tail :]
        if line.folded.startswith(layout.vocabulary.pure_closing)
        for match in _QUOTED.finditer(line.text)
    ]


def _type(layout: Layout, line: Line) -> list[Candidate]:
    """Read "Contribution to journal › Review article › peer-review": the category decides, the kind within it refines."""
    place = line.start + line.text.index(":") + 1
    spans = _pieces(layout, place, line.end)
    peer = [span for span in spans if fold(layout.text[span[0] : span[1]]) in layout.vocabulary.pure_peer]
    kinds = [(span, kind) for span in spans if span not in peer and (kind := kind_of_work(layout.text[span[0] : span[1]]))]
    found: list[Candidate] = []
    if kinds:
        category = kinds[0][1].partition("/")[0]
        inner = next((pair for pair in kinds[1:] if pair[1] != category), kinds[-1])
        span, kind = kinds[0] if category in {"article-journal", "article-newspaper", "article-magazine"} else inner
        found += claims(layout.text, "type", span, f"{NAME}.type", 0.97)
        if "/" in kind:
            found += claims(layout.text, "genre", span, f"{NAME}.genre", 0.95)
    if peer:
        found += claims(layout.text, "peer-reviewed", peer[0], f"{NAME}.peer-reviewed", 0.98)
    return found


def _dataset(layout: Layout) -> list[Candidate]:
    """Read the kind of a data set off the line that says no more: its page has no type line."""
    line = next((found for found in layout.lines[:25] if kind_of_work(found.text) == "dataset"), None)
    return claims(layout.text, "type", line.span, f"{NAME}.type", 0.95) if line else []


def _pieces(layout: Layout, start: int, end: int) -> list[Span]:
    """Return the steps of the type line, which lossy text glues together; a peer-review word at the end is cut off first."""
    spans: list[Span] = []
    stop = end
    for word in layout.vocabulary.pure_peer:
        if fold(layout.text[start:end]).endswith(word) and end - len(word) > start:
            stop = end - len(word)
            spans.append((stop, end))
            break
    cuts = [start, *(match.end() for match in _GLUED.finditer(layout.text, start, stop)), stop]
    pieces = [strip(layout.text, a, b, "›»>|") for a, b in itertools.pairwise(cuts)]
    kept = [
        span for span in pieces if span[0] < span[1] and fold(layout.text[span[0] : span[1]]) not in layout.vocabulary.pure_levels
    ]
    return kept + spans


def _with_authors(draft: Draft, layout: Layout, line: Line, title: Candidate | None) -> Draft:
    """Read the lines between title and type line, or right below it, notes on the corresponding author left out."""
    first = layout.line_at(title.end - 1) if title else None
    between = layout.lines[first.index + 1 if first else 0 : line.index]
    lines = [found for found in between if not found.text.startswith("*") and likeness(found.text) >= 0.3]
    if not lines:
        below = (found for found in layout.body[line.index + 1 : line.index + 3] if found.index not in draft.taken)
        lines = [found for found in below if likeness(found.text) >= 0.6 and not is_affiliation(found.text)][:1]
    places = [place for found in lines for place in names_in(layout, (found.span,))]
    found = claim(layout.text, "author", places, f"{NAME}.author", 0.96)
    return draft.without("author").plus(found) if found else draft.without("author")


def _with_abstract(draft: Draft, layout: Layout, line: Line | None, title: Candidate | None) -> Draft:
    """Read the prose below the type line, which mostly has no heading."""
    if any(candidate.rule.endswith(".abstract") for candidate in draft.of("abstract")):
        return draft
    above = line or (layout.line_at(title.end - 1) if title else None)
    if not above:
        return draft
    kept = draft.without("abstract")
    return kept.plus(*abstracts.unnamed(layout, draft.taken, above.index + 1, f"{NAME}.abstract", 0.94))


def _with_keywords(draft: Draft, layout: Layout) -> Draft:
    """Read the bullets below the rows, which have no heading; those under a heading of subject areas are none."""
    if draft.of("keyword"):
        return draft
    first = min((line.index for row in draft.rows if row.values and (line := layout.line_at(row.label[0]))), default=2)
    for group in _bullet_groups(layout, first):
        above = layout.lines[group[0].index - 1] if group[0].index else None
        headed = above and (above.folded in layout.vocabulary.labels or above.folded in layout.vocabulary.sections)
        if above and not headed:
            places: list[Parts] = [(found.span,) for found in group]
            return draft.plus(claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.92))
    return draft


def _bullet_groups(layout: Layout, first: int) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in layout.body[first:]:
        if line.mark != "bullet" or len(line.text) > 100:
            continue
        if groups and groups[-1][-1].index == line.index - 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _with_series(draft: Draft, layout: Layout) -> Draft:
    """Read the name in the section "Publication series", behind the word for "Name" or "Series"."""
    for line in layout.body:
        if layout.vocabulary.sections.get(line.folded) != "series" or not (following := layout.after(line.index)):
            continue
        word = next((word for word in layout.vocabulary.pure_series if following.text.startswith(word)), "")
        if word and len(following.text) > len(word):
            span = strip(layout.text, following.start + len(word), following.end, ":")
            named = claim(layout.text, "collection-title", [(span,)], f"{NAME}.series", 0.95)
            return _with_number(draft.without("collection-title").plus(named), layout, line.index)
    return draft


def _with_number(draft: Draft, layout: Layout, heading: int) -> Draft:
    """Take the number below the name of a series for the work's number in it, not for an issue."""
    section = layout.body[heading : heading + 6]
    numbers = [
        row.values[0]
        for row in draft.rows
        if row.kind == "issue" and row.values and section[0].end < row.label[0] < section[-1].end
    ]
    if not numbers:
        return draft
    beside = tuple(found for found in draft.candidates if found.field != "issue" or found.start != numbers[0][0])
    return replace(draft, candidates=beside).plus(
        *claims(layout.text, "collection-number", numbers[0], f"{NAME}.series-number", 0.93)
    )
