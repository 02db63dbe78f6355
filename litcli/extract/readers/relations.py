"""Related works: which other work this one corrects, comments on, came before or belongs to, as lines of their own say.

    Erratum in                              the other work's citation below, with its DOI or PMID
    Comment on: J Moss. 2010;3:1. doi: ...  or in the same line
    Is supplement to  10.1000/182 (DOI)     as repositories of data have it

What surprised us: the DOI in such a line is the other work's, so the line must be no source of the work's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from litcli.extract.candidates import Candidate, Item, Span, claim
from litcli.extract.layout import Layout, Line
from litcli.model.identifiers import find_identifiers

LEADS = (
    ("published erratum appears in", "has-erratum"),
    ("erratum in", "has-erratum"),
    ("corrections in", "has-erratum"),
    ("correction in", "has-erratum"),
    ("corrigendum in", "has-erratum"),
    ("erratum for", "is-erratum-of"),
    ("erratum to", "is-erratum-of"),
    ("correction to:", "is-erratum-of"),
    ("corrects:", "is-erratum-of"),
    ("corrigendum to", "is-erratum-of"),
    ("the original article can be found", "is-erratum-of"),
    ("the online version of the original article can be found", "is-erratum-of"),
    ("the original article was published in", "is-erratum-of"),
    ("a correction to this article was published", "has-erratum"),
    ("an author correction to this article was published", "has-erratum"),
    ("a publisher correction to this article was published", "has-erratum"),
    ("an erratum to this article", "has-erratum"),
    ("the erratum to this article", "has-erratum"),
    ("the correction to this article", "has-erratum"),
    ("retraction in", "has-retraction"),
    ("retraction of", "is-retraction-of"),
    ("the retraction note to this article", "has-retraction"),
    ("this article has been retracted", "has-retraction"),
    ("this article was retracted", "has-retraction"),
    ("this article has been corrected", "has-erratum"),
    ("expression of concern in", "has-concern"),
    ("expression of concern for", "is-concern-about"),
    ("comment in", "has-comment"),
    ("comment on", "is-comment-on"),
    ("update in", "has-update"),
    ("update of", "is-update-of"),
    ("retracted and republished in", "is-republished-in"),
    ("corrected and republished in", "is-republished-in"),
    ("republished in", "is-republished-in"),
    ("corrected and republished from", "is-republished-from"),
    ("republished from", "is-republished-from"),
    ("now published in", "is-preprint-of"),
    ("this preprint has been published", "is-preprint-of"),
    ("a version of this preprint was published", "is-preprint-of"),
    ("this is a preprint of", "is-preprint-of"),
    ("is preprint of", "is-preprint-of"),
    ("preprint version", "has-preprint"),
    ("has preprint", "has-preprint"),
    ("related preprint", "has-preprint"),
    ("is new version of", "is-version-of"),
    ("is version of", "is-version-of"),
    ("has version", "has-version"),
    ("is supplement to", "is-supplement-to"),
    ("this dataset is supplement to", "is-supplement-to"),
    ("supplement to", "is-supplement-to"),
    ("is supplemented by", "is-supplemented-by"),
    ("related dataset", "is-supplemented-by"),
    ("associated dataset", "is-supplemented-by"),
    ("is identical to", "is-identical-to"),
    ("ergänzung zu", "is-supplement-to"),
    ("zugehöriger datensatz", "is-supplemented-by"),
    ("erratum zu", "is-erratum-of"),
)
"""How a line begins, folded, and how the work then stands to the one that is named."""

BELOW = 4
"""So many lines below a lead may name other works."""
LONGEST = 600
"""A longer line is prose."""

_RELATION = dict(LEADS)
_STARTS = tuple(lead for lead, _ in LEADS)
_KINDS = ("DOI", "PMCID", "arXiv", "PMID")


@dataclass(frozen=True)
class Related:
    """The relations that a page tells, and the indexes of the lines that tell them."""

    candidates: tuple[Candidate, ...]
    lines: frozenset[int]


def related_works(layout: Layout, rule: str) -> Related:
    """Return the relations that the lines of the body tell."""
    items: list[Item] = []
    lines: set[int] = set()
    stop = _end(layout)
    for line in layout.lines[:stop]:
        if line.folded.startswith(_STARTS) and len(line.text) < LONGEST and line.index not in lines:
            relation = next(_RELATION[lead] for lead in _STARTS if line.folded.startswith(lead))
            told = list(_others(layout, line, stop))
            lines.update(other.index for other, _ in told)
            for _, span in told:
                other = claim(layout.text, "related", [(span,)], f"{rule}.related:{relation}", 0.88)
                items += other.items if other else ()
    unique = {str(item.value): item for item in items}
    whole = (Candidate("related", tuple(unique.values()), f"{rule}.related", 0.88),) if unique else ()
    return Related(whole, frozenset(lines))


def _end(layout: Layout) -> int:
    """Return the index of the first heading of other works' lists; a copyright line ends the record, but not what is said of it."""
    sections = layout.vocabulary.sections
    return next((line.index for line in layout.lines[layout.tail :] if sections.get(line.folded) == "tail"), len(layout.lines))


def _others(layout: Layout, line: Line, stop: int) -> Iterator[tuple[Line, Span]]:
    """Yield each line that names another work, with the place of its identifier."""
    if span := _identifier(line):
        yield line, span
        return
    for other in layout.lines[line.index + 1 : min(line.index + 1 + BELOW, stop)]:
        if layout.vocabulary.knows(other.folded) or other.folded.startswith(_STARTS) or len(other.text) > LONGEST:
            return
        if span := _identifier(other):
            yield other, span


def _identifier(line: Line) -> Span | None:
    """Return the place of the identifier by which a line names a work: its DOI before others."""
    found = sorted((one for one in find_identifiers(line.text) if one.kind in _KINDS), key=lambda one: _KINDS.index(one.kind))
    if not found:
        return None
    return line.start + found[0].start, line.start + found[0].end
