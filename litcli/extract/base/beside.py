"""What stands beside a work's reference on any portal's page: notices of editors, citations, licence, money, and beside its names.

`beside` adds to a draft what the shared readers find whoever's page it is; `beside_names` then looks at what stands between and
behind the names that were taken: ORCID iDs, roles, and that others are left out.

What surprised us: an ORCID iD stands behind its name, in the line below it, glued in front of it, or in a list of its own at the
page's end; "(Editor)" behind every name of a line makes them all editors.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Item, Span, claim, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.people import is_affiliation
from litcli.extract.readers.second_titles import may_be_second
from litcli.extract.readers.standing import citation_counts, funders, licences, notices, online, pending
from litcli.extract.readers.titles import language_mark
from litcli.extract.vocabulary import fold, letters
from litcli.model.identifiers import ORCID_SHAPE
from litcli.model.name_lists import is_incomplete

if TYPE_CHECKING:
    from litcli.model.record import CslName

NEAR = 140
"""So many characters behind a name its ORCID iD may stand, with what sites print between them."""
LONGEST_ROLE = 40

_ROLE = re.compile(r"[\s,\d*†‡]{0,6}[(\[]\s?(?P<role>[^()\[\]]{2,30}?)\s?[)\]]")
_ROLES = {
    "editor": "editor|editors|ed|eds|edt|herausgeber|herausgeberin|hrsg|hg|redaktör|redaktor|redaktör|redactie|éd|éditeur|éditeurs|dir|"
    "editor literario|coord|coordinador|org|orgs|organizador|a cura di|curatore|ред|редактор|toimittaja|toim|utgivare|red|redactor|編|編者|編集",
    "translator": "translator|trans|transl|trl|übersetzer|übersetzerin|übers|traducteur|trad|traductor|tradutor|traduttore|переводчик|пер|訳",
    "supervisor": "supervisor|advisor|thesis advisor|ths|dgs|betreuer|betreuerin|handledare|veileder|vejleder|ohjaaja|promotor|copromotor|"
    "directeur de thèse|director|orientador|relatore",
    "": "examiner|examinator|gutachter|gutachterin|opponent|opn|referent|photographer|pht|illustrator|ill|illustrateur|publisher|sponsor|"
    "contributor|ctb|other|funder|degree grantor|dgg|host institution|fotograf|committee member|chair|discussant|interviewer|reviewer",
}  # fmt: skip
_FIELD_OF_ROLE = {fold(role): field for field, roles in _ROLES.items() for role in roles.split("|")}
"""A role in brackets behind a name, to the field of those who have it; "" is none of ours."""

_MORE_BELOW = re.compile(
    r"\W{0,3}(?:et\s?al\b|"
    r"(?:and\s)?\+?\s?\d{1,4} (?:more|others|additional|further|weitere|autres|más|mais|outros|altri|fler|andre|meer)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\b(?:and|und|et|y|e|i|och|og|en)\b|&)\s*$")
_LEFT_OUT = re.compile(r"\.\s?\.\s?\.|…")


def beside(draft: Draft, rule: str) -> Draft:
    """Return the draft with what the page says of the work's standing."""
    layout = draft.layout
    found = [*notices(layout, draft.best("title"), rule), *licences(layout, rule)]
    if not draft.of("citation-count"):
        found += citation_counts(layout, rule)
    if not draft.of("funding"):
        found += funders(layout, draft.taken, rule)
    found += online(layout.text, draft.of("issued"), rule)
    if not draft.of("status"):
        found += pending(layout, rule)
    if title := draft.best("title"):
        found += [*language_mark(layout, title, rule), *_second_title(draft, title, rule)]
    return draft.plus(*found)


def _second_title(draft: Draft, title: Candidate, rule: str) -> Iterator[Candidate]:
    """Yield the line right below the title that says it in another language."""
    line = draft.layout.line_at(title.end - 1)
    below = draft.layout.after(line.index) if line and line.end <= title.end + 1 else None
    if not below or below.index in draft.taken or draft.of("translated-title") or is_affiliation(below.text):
        return
    if may_be_second(below.text, str(title.value)) and not read_locators(below):
        yield from claims(draft.layout.text, "translated-title", below.span, f"{rule}.second-title", 0.75)


def beside_names(layout: Layout, chosen: dict[str, Candidate]) -> dict[str, Candidate]:
    """Return what was taken, with what stands beside its names."""
    author = chosen.get("author")
    if author is None or author.end > len(layout.page.visible):
        return chosen
    chosen = {**chosen, **_with_roles(layout, author, chosen)}
    if not chosen["author"].items:
        del chosen["author"]
        return chosen
    author = _with_orcids(layout, chosen["author"])
    return {**chosen, "author": author, **_left_out(layout, author)}


def _with_roles(layout: Layout, author: Candidate, chosen: dict[str, Candidate]) -> dict[str, Candidate]:
    """Return the authors without those who have another role, and who has that role."""
    roles = [_role(layout, item) for item in author.items]
    if not any(role is not None and role != "author" for role in roles):
        return {}
    found = {
        "author": replace(author, items=tuple(i for i, role in zip(author.items, roles, strict=True) if role in {None, "author"}))
    }
    for field in ("editor", "translator", "supervisor"):
        places = [item.evidence.parts for item, role in zip(author.items, roles, strict=True) if role == field]
        if places and field not in chosen:
            of_role = claim(layout.text, field, places, f"{author.rule.partition(':')[0]}.role", author.confidence)
            found |= {field: of_role} if of_role else {}
    return found


def _role(layout: Layout, item: Item) -> str | None:
    behind = _ROLE.match(layout.text, item.evidence.end, item.evidence.end + LONGEST_ROLE)
    return _FIELD_OF_ROLE.get(fold(behind["role"]).strip(". ")) if behind else None


def _with_orcids(layout: Layout, author: Candidate) -> Candidate:
    """Return the names with the ORCID iDs that stand behind, below or in front of them, or beside them further down."""
    found = [one.span() for one in ORCID_SHAPE.finditer(layout.page.visible)]
    if not found:
        return author
    owners = dict(_owners(layout, author, found))
    items = list(author.items)
    for at, span in owners.items():
        item = items[at]
        if "ORCID" in item.value:
            continue
        again = claim(layout.text, author.field, [(*item.evidence.parts, span)], item.evidence.rule, item.evidence.confidence)
        if again and isinstance(again.items[0].value, dict) and "ORCID" in again.items[0].value:
            items[at] = again.items[0]
    return replace(author, items=tuple(items))


def _owners(layout: Layout, author: Candidate, spans: list[Span]) -> Iterator[tuple[int, Span]]:
    """Yield which name each ORCID iD belongs to."""
    starts = [item.evidence.start for item in author.items]
    if starts != sorted(starts):
        return
    glued = {at for at, start in enumerate(starts) for span in spans if start == span[1]}
    for span in spans:
        at = bisect_right(starts, span[0]) - 1
        behind = at >= 0 and span[0] - author.items[at].evidence.end <= NEAR
        if at + 1 in glued and starts[at + 1] == span[1]:
            yield at + 1, span
        elif behind and layout.text.count("\n", author.items[at].evidence.end, span[0]) <= 3 and at not in glued:
            yield at, span
        elif (line := layout.line_at(span[0])) and len(line.text) < 200:
            named = [number for number, item in enumerate(author.items) if _is_named(item, line.text)]
            if len(named) == 1:
                yield named[0], span


def _is_named(item: Item, text: str) -> bool:
    """Tell whether a line names the person: family name and the first of the given names."""
    name = cast("CslName", item.value)
    if "family" not in name:
        return False
    given = name.get("given", "").split()
    return bool(given) and letters(name["family"]) in letters(text) and letters(given[0]) in letters(text)


def _is_button(layout: Layout, author: Candidate) -> bool:
    """Tell whether the dots behind the last name only open something: an "and" before that name says that it is the last."""
    line = layout.line_at(author.end - 1)
    if not line or len(author.items) < 2 or not _LEFT_OUT.search(layout.text, author.end, line.end):
        return False
    return bool(_AND.search(layout.text, author.items[-2].evidence.end, author.items[-1].evidence.start))


def _left_out(layout: Layout, author: Candidate) -> dict[str, Candidate]:
    """Return where the page says that authors are left out, behind the last name or between two."""
    last = author.items[-1].evidence
    line = layout.line_at(last.end - 1)
    if not line or last.end > line.end:
        return {}
    spans = [(last.end, line.end)] if is_incomplete(layout.text[last.start : line.end]) and not _is_button(layout, author) else []
    below = layout.after(line.index)
    if below and len(below.text) < LONGEST_ROLE and _MORE_BELOW.match(below.text):
        spans.append(below.span)
    gaps = [(one.evidence.end, two.evidence.start) for one, two in zip(author.items, author.items[1:], strict=False)]
    spans += [gap for gap in gaps if gap[1] - gap[0] < LONGEST_ROLE and _LEFT_OUT.search(layout.text, *gap)]
    rule = f"{author.rule.partition('.')[0]}.left-out"
    found = [
        candidate for span in spans[:1] for candidate in claims(layout.text, "authors-incomplete", span, rule, author.confidence)
    ]
    return {"authors-incomplete": found[0]} if found else {}
