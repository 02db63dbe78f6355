"""Invented works in layouts that no portal has: each number gives another mixture of labels, orders, spellings and clutter.

In goes a number, out come a page's text and the record that it states. The layouts are put together part by part, so that readers meet
combinations that nobody tuned them to.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from litcli.model import record as csl
from litcli.model.record import CslName, Record
from tests.bench.works import PLACES, SPECIES, Work, work
from tests.calibration.damage import menu

Parts = tuple[list[str], Record]
"""Lines of a page, and what they state."""

_LABELED = "title author container-title volume issue page issued abstract keyword publisher editor book".split()
LABELS: dict[str, dict[str, str]] = {
    language: dict(zip(_LABELED, words.split("|"), strict=True))
    for language, words in {
        "en": "Title|Authors|Journal|Volume|Issue|Pages|Published|Abstract|Keywords|Publisher|Editors|Published in",
        "de": "Titel|Autoren|Zeitschrift|Band|Heft|Seiten|Erscheinungsdatum|Zusammenfassung|Schlagwörter|Verlag|Herausgeber|Erschienen in",
        "es": "Título|Autores|Revista|Volumen|Número|Páginas|Fecha de publicación|Resumen|Palabras clave|Editorial|Editores|Publicado en",
        "fr": "Titre|Auteurs|Revue|Volume|Numéro|Pages|Date de publication|Résumé|Mots-clés|Éditeur|Directeurs|Dans",
        "pt": "Título|Autores|Revista|Volume|Número|Páginas|Data de publicação|Resumo|Palavras-chave|Editora|Organizadores|Publicado em",
        "nl": "Titel|Auteurs|Tijdschrift|Jaargang|Nummer|Pagina's|Publicatiedatum|Samenvatting|Trefwoorden|Uitgever|Redactie|Gepubliceerd in",
    }.items()
}
"""The words for labels in six languages."""

_IDEOGRAPHS = "\u3000"
"""Names in the scripts from here on are not written as the layouts write names."""
_MONTHS = "January February March April May June July August September October November December".split()
_PUBLISHERS = (
    "Fenmoor University Press",
    "Lindqvist & Sons",
    "Academic Heath",
    "Verlag am Deich",
    "Hedge House",
    "Editorial Ficta",
)
_UNIVERSITIES = ("University of Fenmoor", "Lindholm University", "Universität am Deich", "Technical University of Sandby")
_TOWNS = ("Fenmoor, UK", "Lindholm, Sweden", "Sandby, Denmark", "Deichstadt, Germany", "Ficta, Spain")


def page(number: int) -> tuple[str, Record]:
    """Return the page of the invented work with this number, and what it states."""
    chance = Random(number * 7919 + 1)  # noqa: S311  the same for the same number is what is wanted
    kind = chance.choices((_article, _chapter, _thesis, _paper), (6, 1, 1, 1))[0]
    return _put_together(kind(_varied(work(number), chance), chance), "en", chance)


def page_of(record: Record, number: int) -> tuple[str, Record] | None:
    """Return a page of the article of a record, and what it states; None where the record is not that of an article, or says too little."""
    title, journal, abstract = (csl.text(record, field) for field in ("title", "container-title", "abstract"))
    authors = tuple((person.get("family", ""), person.get("given", "")) for person in csl.people(record, "author"))
    issued = csl.year(record)
    apart = all(sign < _IDEOGRAPHS for name in authors for part in name for sign in part)
    if (
        record.get("type") != "article-journal"
        or not apart
        or not (title and journal and abstract and authors and all(map(all, authors)) and issued)
    ):
        return None
    chance = Random(number * 6007 + 5)  # noqa: S311  the same for the same number is what is wanted
    of = replace(work(number), title=title, journal=journal, authors=authors, year=issued, sentences=(abstract,))
    of = replace(of, keywords=tuple(csl.words(record, "keyword")) or of.keywords)
    return _put_together(_article(of, chance), csl.text(record, "language") or "en", chance)


def _put_together(blocks: list[Parts], language: str, chance: Random) -> tuple[str, Record]:
    stated: Record = {"language": language}
    for _, record in blocks:
        stated |= record
    gap = "\n\n" if chance.random() < 0.7 else "\n"
    whole = gap.join("\n".join(lines) for lines, _ in blocks if lines)
    return (menu(whole, chance) if chance.random() < 0.4 else whole), stated


def _varied(of: Work, chance: Random) -> Work:
    """Return the work with what makes real titles, authors and journals hard: formulas, years, groups, short names of journals."""
    ends = (
        " at 300 K: the c(2x4) case",
        ", 1990-2004",
        " (Part 2)",
        ": phase III results of NCT01234567",
        " in the 17th century",
        ": why?",
    )
    title = of.title + chance.choice(ends) if chance.random() < 0.2 else of.title
    journal = chance.choice(
        ("PLoS ONE", "Cell", "J. Hedge Biol.", "Труды Фенмура", "IEEE Trans. Nests", "Moss 2.0", "Nests, Eggs and Wings")
    )
    return replace(of, title=title, journal=journal if chance.random() < 0.25 else of.journal)


def _article(of: Work, chance: Random) -> list[Parts]:
    words = LABELS[chance.choice(tuple(LABELS)) if chance.random() < 0.4 else "en"]
    kind: Record = {"type": "article-journal"}
    head = [_title(of, chance, words), _authors(of, chance, words)]
    host = chance.choice((_citation, _citation, _rows, _reference, _issue_line))(of, chance, words)
    if chance.random() < 0.25 and host[0] and len(host[0]) == 1:
        head.insert(0, host)
    elif chance.random() < 0.6:
        head.append(host)
    tail = [_keywords(of, chance, words), _doi(of, chance), _issn(of, chance, words), _clutter(of, chance)]
    chance.shuffle(tail)
    body = [*head, _kind_line(chance), _abstract(of, chance, words), *tail]
    return [([], kind), *(body if host in head else [*body, host]), _rest(of, chance)]


def _chapter(of: Work, chance: Random) -> list[Parts]:
    words = LABELS[chance.choice(tuple(LABELS)) if chance.random() < 0.4 else "en"]
    book = f"{chance.choice(SPECIES).capitalize()} of {chance.choice(PLACES)}: a handbook"
    publisher = chance.choice(_PUBLISHERS)
    editor = work(of.number + 50_000).authors[:1]
    record: Record = {
        "type": "chapter", "container-title": book, "publisher": publisher, "editor": _names(editor), "issued": _date(of.year),
        "page": of.pages,
    }  # fmt: skip
    name = f"{editor[0][1]} {editor[0][0]}"
    shapes = (
        [f"{words['book']}: {book}", f"{words['editor']}: {name}", f"{words['publisher']}: {publisher}", f"{words['page']}: {of.pages}",
         f"{words['issued']}: {of.year}"],
        [f"In: {name} (ed.), {book}, pp. {of.pages}. {publisher}, {of.year}"],
        ["Book chapter", f"In {book} (pp. {of.pages}). {publisher}.", f"{words['editor']}: {name}", str(of.year)],
    )  # fmt: skip
    host: Parts = (list(chance.choice(shapes)), record)
    return [
        _title(of, chance, words),
        _authors(of, chance, words),
        host,
        _abstract(of, chance, words),
        _keywords(of, chance, words),
    ]


def _thesis(of: Work, chance: Random) -> list[Parts]:
    words = LABELS["en"]
    school = chance.choice(_UNIVERSITIES)
    author = of.authors[:1]
    record: Record = {
        "type": "thesis",
        "genre": "PhD thesis",
        "publisher": school,
        "issued": _date(of.year),
        "author": _names(author),
    }
    given = f"{author[0][1]} {author[0][0]}"
    shapes = (
        [f"{author[0][0]}, {author[0][1]} ({of.year})", "", f"PhD thesis, {school}."],
        [f"Author: {given}", f"University: {school}", f"Year: {of.year}", "Type: PhD thesis"],
        [f"{given}", "PhD thesis", f"{school}", f"{of.year}"],
    )
    return [
        _title(of, chance, words),
        (list(chance.choice(shapes)), record),
        _abstract(of, chance, words),
        _keywords(of, chance, words),
    ]


def _paper(of: Work, chance: Random) -> list[Parts]:
    words = LABELS["en"]
    event = f"{chance.randint(3, 30)}th International Conference on {chance.choice(SPECIES).capitalize()}"
    record: Record = {
        "type": "paper-conference",
        "container-title": f"Proceedings of the {event}",
        "issued": _date(of.year),
        "page": of.pages,
    }
    shapes = (
        [f"Published in: Proceedings of the {event}", f"Pages: {of.pages}", f"Year: {of.year}"],
        [f"In: Proceedings of the {event}, pp. {of.pages}, {of.year}"],
        [f"Proceedings of the {event} ({of.year}), {of.pages}"],
    )
    host: Parts = (list(chance.choice(shapes)), record)
    head = [_title(of, chance, words), _authors(of, chance, words)]
    return [*head, host, _abstract(of, chance, words), _keywords(of, chance, words), _clutter(of, chance)]


def _title(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    title = of.title
    where = title.find(" ", len(title) // 2)
    shapes: tuple[Callable[[], list[str]], ...] = (
        lambda: [title],
        lambda: [title],
        lambda: [title],
        lambda: [f"# {title}"],
        lambda: [f"{words['title']}: {title}"],
        lambda: [words["title"], title],
        lambda: [title[:where], title[where + 1 :]],
        lambda: [f"{title} | {of.journal}", title],
    )
    return chance.choice(shapes)(), {"title": title}


def _authors(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    written = of.authors
    if chance.random() < 0.03:
        group = f"The {chance.choice(SPECIES).title()} Study Group"
        return [chance.choice((group, f"{words['author']}: {group}"))], {"author": [{"literal": group}]}
    plain = [f"{given} {family}" for family, given in written]
    turned = [f"{family}, {given}" for family, given in written]
    short = [f"{family} {''.join(part[:1] for part in given.split('-'))}" for family, given in written]
    initials = [f"{family}, {given[0]}." for family, given in written]
    towns = [f"{chance.choice(_UNIVERSITIES)}, {chance.choice(_TOWNS)}" for _ in written[:2]]
    shapes = (
        [", ".join(plain)],
        [", ".join(plain)],
        [" and ".join(plain) if len(plain) < 3 else f"{', '.join(plain[:-1])} and {plain[-1]}"],
        ["; ".join(turned)],
        ["; ".join(initials)],
        [", ".join(short)],
        [f"{words['author']}: {'; '.join(turned)}"],
        [f"{words['author']}: {', '.join(plain)}"],
        [f"By {', '.join(plain)}"],
        plain,
        [
            ", ".join(f"{name}{place + 1}" for place, name in enumerate(plain)),
            *(f"{n + 1} {town}" for n, town in enumerate(towns)),
        ],
        [", ".join(f"{name} *" if not place else name for place, name in enumerate(plain)), "* Corresponding author", towns[0]],
        [line for name in plain for line in (name, chance.choice(towns))],
        [", ".join(f"{given} {family.upper()}" for family, given in written)],
    )
    return list(chance.choice(shapes)), {"author": _names(written)}


def _citation(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    del words
    month = _MONTHS[of.month - 1]
    shapes = (
        (f"{of.journal}, {of.volume}({of.issue}), {of.pages}, {of.year}", _date(of.year)),
        (f"{of.journal} {of.year};{of.volume}({of.issue}):{of.pages}", _date(of.year)),
        (f"{of.journal} volume {of.volume}, pages {of.pages} ({of.year})", _date(of.year)),
        (f"{of.journal}, Vol. {of.volume}, No. {of.issue} ({month} {of.year}), pp. {of.pages}", _date(of.year, of.month)),
        (
            f"In: {of.journal}, Vol. {of.volume}, No. {of.issue}, {of.month:02}.{of.year}, p. {of.pages}.",
            _date(of.year, of.month),
        ),
        (f"{of.journal} {of.volume}.{of.issue} ({of.year}): {of.pages}", _date(of.year)),
        (
            f"Published in {of.journal}, volume {of.volume}, issue {of.issue}, {month} {of.year}, pages {of.pages}",
            _date(of.year, of.month),
        ),
    )
    line, date = chance.choice(shapes)
    record = _numbers(of) | {"issued": date}
    return [line], _without(record, "issue") if "volume" in line and "issue" not in line else record


def _rows(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    between = chance.choice((": ", ": ", "\t", "\n", " : "))
    values = {
        "container-title": of.journal,
        "volume": str(of.volume),
        "issue": str(of.issue),
        "page": of.pages,
        "issued": str(of.year),
    }
    shown = {name: value for name, value in values.items() if name == "container-title" or chance.random() < 0.85}
    record = {name: value for name, value in _numbers(of).items() if name in shown}
    return [f"{words[name]}{between}{value}" for name, value in shown.items()], record | (
        {"issued": _date(of.year)} if "issued" in shown else {}
    )


def _reference(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    del words
    names = ", ".join(f"{family}, {given[0]}." for family, given in of.authors)
    head = chance.choice(("Cite as: ", "Recommended citation\n", "How to cite: ", "Citation: ", ""))
    line = f"{head}{names} ({of.year}). {of.title}. {of.journal}, {of.volume}({of.issue}), {of.pages}."
    return [line], _numbers(of) | {"issued": _date(of.year)}


def _issue_line(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    del words
    line = chance.choice((f"Vol. {of.volume} No. {of.issue} ({of.year})", f"Volume {of.volume}, Issue {of.issue}, {of.year}"))
    return [of.journal, line, f"Pages {of.pages}"], _numbers(of) | {"issued": _date(of.year)}


def _kind_line(chance: Random) -> Parts:
    return [chance.choice(("Article", "Research article", "Original Paper", "Type: Article", "Open access"))] * (
        chance.random() < 0.4
    ), {}


def _abstract(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    heading = words["abstract"]
    shapes = (
        [heading, of.abstract],
        [heading, of.abstract],
        [f"{heading}: {of.abstract}"],
        [f"{heading}. {of.abstract}"],
        [heading.upper(), "", of.abstract],
        [of.abstract],
        ["Summary", of.abstract],
    )
    return ([], {}) if chance.random() < 0.08 else (list(chance.choice(shapes)), {"abstract": of.abstract})


def _keywords(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    if chance.random() < 0.35:
        return [], {}
    label, some = words["keyword"], list(of.keywords)
    shapes = (
        [f"{label}: {'; '.join(some)}"],
        [f"{label}: {', '.join(some)}"],
        [label, ", ".join(some)],
        [label, *(f"• {word}" for word in some)],
        [label, *some],
    )
    return list(chance.choice(shapes)), {"keyword": some}


def _doi(of: Work, chance: Random) -> Parts:
    if chance.random() < 0.4:
        return [], {}
    return [chance.choice((f"https://doi.org/{of.doi}", f"DOI: {of.doi}", f"doi:{of.doi}", f"DOI\n{of.doi}"))], {"DOI": of.doi}


def _issn(of: Work, chance: Random, words: dict[str, str]) -> Parts:
    if chance.random() < 0.6:
        return [], {}
    publisher = chance.choice(_PUBLISHERS)
    return [f"{words['publisher']}: {publisher}", *(["ISSN: 1234-5679"] * (of.number % 2))], {
        "publisher": publisher, **({"ISSN": ["1234-5679"]} if of.number % 2 else {}),
    }  # fmt: skip


def _clutter(of: Work, chance: Random) -> Parts:
    """Lines that state little of the work, or of other things, and look as if they stated more."""
    other, day, cited = work(of.number + 90_000), chance.randint(1, 28), str(chance.randint(2, 90))
    handled: Record = {"submitted": _date(of.year - 1, 3, day), "accepted": _date(of.year - 1, 6, day)}
    found: list[tuple[str, Record]] = [
        (f"Received {day} March {of.year - 1}; accepted {day} June {of.year - 1}", handled),
        (f"{cited} Citations", {"citation-count": cited}),
        (f"Views: {chance.randint(20, 900)}", {}),
        ("Download PDF", {}),
        (f"Uploaded by {other.names[0]} on 3 May 2021", {}),
        ("This work is licensed under a Creative Commons Attribution licence.", {"license": "CC BY"}),
        (f"Copyright {of.year} {chance.choice(_PUBLISHERS)}", {}),
        (f"Department of Biology, {chance.choice(_UNIVERSITIES)}", {}),
        ("Share on social media", {}),
    ]
    some = chance.sample(found, chance.randint(0, 4))
    return [line for line, _ in some], {field: value for _, record in some for field, value in record.items()}


def _rest(of: Work, chance: Random) -> Parts:
    """What pages have below a record."""
    others = [work(of.number + 90_000 + place) for place in range(3)]
    shapes = (
        [],
        [],
        [
            "References",
            *(f"{n + 1}. {o.names[0]}. {o.title}. {o.journal} {o.volume}, {o.pages} ({o.year})." for n, o in enumerate(others)),
        ],
        ["Similar articles", *(line for o in others for line in (o.title, ", ".join(o.names)))],
        ["Recommended for you", *(o.title for o in others)],
        ["Copyright and terms of use", "Cookies", "Contact"],
    )
    return list(chance.choice(shapes)), {}


def _numbers(of: Work) -> Record:
    return {"container-title": of.journal, "volume": str(of.volume), "issue": str(of.issue), "page": of.pages}


def _without(record: Record, field: str) -> Record:
    return {name: value for name, value in record.items() if name != field}


def _date(*parts: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]}


def _names(people: tuple[tuple[str, str], ...]) -> list[CslName]:
    return [{"family": family, "given": given} for family, given in people]
