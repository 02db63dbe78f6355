"""What a page says beside the reference: who else had a hand in the work, how it stands, what it belongs to."""

import pytest

from litcli.extract import engine
from litcli.extract.normalise import normalise
from litcli.extract.result import Extraction
from litcli.model.record import Record
from tests.extract.texts import page

ABSTRACT = (
    "The growth of moss on old roofs was measured for two years in three towns, and the rain of each month was noted beside it. "
    "We found that the rain explains more than half of the growth, while the light of the day has no effect that could be shown."
)


def read(text: str) -> Record:
    """Return the record of a page, having held each value against the characters that it points at."""
    reading = engine.read(page(text))
    assert isinstance(reading, Extraction), reading
    for field, places in reading.evidence.items():
        value = reading.record[field]
        items = value if isinstance(value, list) else [value]
        assert [normalise(field, [text[a:b] for a, b in place.parts], place.rule) for place in places] == items
    return reading.record


TITLE = "Growth of moss on the roofs of old houses"


def article(names: str = "Anna Bergqvist, Jan van der Meer", more: str = "", title: str = TITLE) -> Record:
    """Return what is read off an article's page of these parts; below them stand references, which say the same of other works."""
    return read(
        f"{title}\n\n{names}\n\nJournal of Wet Roofs, Volume 14, Issue 2, 2016, Pages 101-118\n\n"
        f"https://doi.org/10.5555/roofs.2016.14\n\n{more}\n\nAbstract\n\n{ABSTRACT}\n\nReferences\n\n"
        "Other, A. (1999). Retracted: on walls. Walls 3, 1-9. CC BY 4.0. https://orcid.org/0000-0001-5109-3700\n"
    )


@pytest.mark.parametrize(
    ("names", "orcids"),
    [
        ("Anna Bergqvist https://orcid.org/0000-0002-1825-0097, Jan Meer", ["0000-0002-1825-0097", None]),
        ("Anna Bergqvist (ORCID: 0000-0002-1825-0097); Jan Meer (ORCID: 0000-0001-5109-3700)", ["0000-0002-1825-0097", "0000-0001-5109-3700"]),
        ("Anna Bergqvist, Jan Meer\n\nORCID iDs\nJan Meer https://orcid.org/0000-0001-5109-3700", [None, "0000-0001-5109-3700"]),
        (
            "Anna Bergqvist\nhttps://orcid.org/0000-0002-1825-0097\nJan Meer\nhttps://orcid.org/0000-0001-5109-3700",
            ["0000-0002-1825-0097", "0000-0001-5109-3700"],
        ),
        ("Anna Bergqvist 0000-0002-1825-0098, Jan Meer", [None, None]),
        ("Anna Bergqvist, Jan Meer", [None, None]),
    ],
)  # fmt: skip
def test_an_orcid_goes_to_the_name_that_it_stands_beside(names, orcids):
    found = article(names)["author"]
    assert [person["family"] for person in found] == ["Bergqvist", "Meer"]
    assert [person.get("ORCID") for person in found] == orcids


@pytest.mark.parametrize(
    ("names", "families", "incomplete"),
    [
        ("Anna Bergqvist, Jan Meer, et al.", ["Bergqvist", "Meer"], True),
        ("Anna Bergqvist, Jan Meer, +5 authors", ["Bergqvist", "Meer"], True),
        ("Anna Bergqvist, Jan Meer and 12 more", ["Bergqvist", "Meer"], True),
        ("Anna Bergqvist, Jan Meer, ... Ole Holm", ["Bergqvist", "Meer", "Holm"], True),
        ("Anna Bergqvist, Jan Meer, Ole Holm", ["Bergqvist", "Meer", "Holm"], False),
        ("Anna Bergqvist (a1), Jan Meer (a2) and Ole Holm (a1)...", ["Bergqvist", "Meer", "Holm"], False),
    ],
)
def test_that_authors_are_left_out_is_kept(names, families, incomplete):
    found = article(names)
    assert [person["family"] for person in found["author"]] == families
    assert ("authors-incomplete" in found) is incomplete


@pytest.mark.parametrize(
    ("names", "authors", "editors"),
    [
        ("Anna Bergqvist (Author), Jan Meer (Author)", ["Bergqvist", "Meer"], []),
        ("Anna Bergqvist (Author), Jan Meer (Editor)", ["Bergqvist"], ["Meer"]),
        ("Anna Bergqvist (ed.), Jan Meer (ed.)", [], ["Bergqvist", "Meer"]),
        ("Anna Bergqvist, Jan Meer (Hrsg.)", ["Bergqvist"], ["Meer"]),
        ("Anna Bergqvist (Author), Jan Meer (Photographer)", ["Bergqvist"], []),
        ("Anna Bergqvist (University of Roofs), Jan Meer (Institute of Rain)", ["Bergqvist", "Meer"], []),
    ],
)
def test_roles_behind_names_part_them(names, authors, editors):
    found = article(names)
    assert [person["family"] for person in found.get("author", [])] == authors
    assert [person["family"] for person in found.get("editor", [])] == editors


@pytest.mark.parametrize(
    ("label", "value", "families"),
    [
        ("Supervisor", "Holm, Ole", ["Holm"]),
        ("Supervisors", "Ole Holm; Maria Sand", ["Holm", "Sand"]),
        ("Betreuer", "Prof. Dr. Ole Holm", ["Holm"]),
        ("Directeur de thèse", "Ole Holm", ["Holm"]),
        ("Orientador", "Holm, Ole", ["Holm"]),
        ("Handledare", "Holm, Ole, Professor", ["Holm"]),
        ("Examiner", "Holm, Ole", []),
        ("Gutachter", "Holm, Ole", []),
    ],
)
def test_who_supervised_a_thesis_is_no_author_of_it(label, value, families):
    found = read(
        f"Title: {TITLE}\nAuthor: Bergqvist, Anna\n{label}: {value}\nDate: 2012\nType: Doctoral thesis\n\nAbstract: {ABSTRACT}\n"
    )
    assert [person["family"] for person in found["author"]] == ["Bergqvist"]
    assert [person["family"] for person in found.get("supervisor", [])] == families


@pytest.mark.parametrize(
    ("title", "more", "notice"),
    [
        ("RETRACTED: Growth of moss on the roofs of old houses", "", "Retracted"),
        (TITLE, "RETRACTED ARTICLE", "Retracted"),
        (TITLE, "This article has been retracted at the request of the editors.", "Retracted"),
        (TITLE, "This article was retracted on 12 May 2018", "Retracted"),
        ("WITHDRAWN: Growth of moss on the roofs of old houses", "", "Withdrawn"),
        (TITLE, "This preprint has been withdrawn by the authors.", "Withdrawn"),
        (TITLE, "An Editorial Expression of Concern to this article was published on 1 May 2018", "Expression of concern"),
        (TITLE, "A Correction to this article was published on 1 May 2018", "Corrected"),
        (TITLE, "Erratum in\nJ Wet Roofs. 2017;15:3. doi: 10.5555/roofs.2017.3.", "Corrected"),
        ("Retraction: Growth of moss on the roofs of old houses", "This article has been retracted.", None),
        ("Erratum to: Growth of moss on the roofs of old houses", "", None),
        (TITLE, "", None),
        ("Retracted articles on moss and the journals that print them", "", None),
    ],
)  # fmt: skip
def test_what_editors_say_of_the_work_is_kept(title, more, notice):
    assert article(title=title, more=more).get("editorial-notice") == notice


@pytest.mark.parametrize(
    ("more", "related"),
    [
        ("Erratum in\nJ Wet Roofs. 2017;15:3. doi: 10.5555/roofs.2017.3.", ["has-erratum DOI:10.5555/roofs.2017.3"]),
        ("Comment in: J Wet Roofs. 2017;15:4. doi: 10.5555/roofs.2017.4", ["has-comment DOI:10.5555/roofs.2017.4"]),
        ("Comment on\nJ Wet Roofs. 2015;13:4. PMID: 12345678", ["is-comment-on PMID:12345678"]),
        (
            "This article has been retracted. Please see the Retraction Notice for more detail: https://doi.org/10.5555/roofs.2018.9",
            ["has-retraction DOI:10.5555/roofs.2018.9"],
        ),
        ("Now published in Journal of Wet Roofs doi: 10.5555/roofs.2016.99", ["is-preprint-of DOI:10.5555/roofs.2016.99"]),
        ("Is supplement to 10.5555/roofs.2016.98 (DOI)", ["is-supplement-to DOI:10.5555/roofs.2016.98"]),
        (
            "The original article can be found online at https://doi.org/10.5555/roofs.2015.1",
            ["is-erratum-of DOI:10.5555/roofs.2015.1"],
        ),
    ],
)
def test_related_works_have_a_relation_and_give_the_work_no_identifier(more, related):
    found = article(more=more)
    assert found["related"] == related
    assert found["DOI"] == "10.5555/roofs.2016.14"
    assert "PMID" not in found


@pytest.mark.parametrize(
    ("more", "count", "source"),
    [
        ("12 Citations (Scopus)", "12", "Scopus"),
        ("1,204 Citations", "1204", None),
        ("Cited by 7", "7", None),
        ("Cited by: 12 (Scopus)", "12", "Scopus"),
        ("37 Zitate (Web of Science)", "37", "Web of Science"),
        ("Times cited: 5 (Crossref)", "5", "Crossref"),
        ("12 downloads", None, None),
        ("Cited by\nOther work on moss\nAnother work on moss", None, None),
    ],
)
def test_citations_are_counted_by_somebody(more, count, source):
    found = article(more=more)
    assert (found.get("citation-count"), found.get("citation-source")) == (count, source)


@pytest.mark.parametrize(
    ("more", "licence"),
    [
        ("This is an open access article under the CC BY-NC-ND license.", "CC BY-NC-ND"),
        ("Licence: https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("Published under a Creative Commons Attribution-ShareAlike 3.0 licence", "CC BY-SA 3.0"),
        ("CC0 1.0", "CC0 1.0"),
        ("Copyright 2016 The Roof Society", None),
    ],
)
def test_a_licence_has_one_name(more, licence):
    assert article(more=more).get("license") == licence


@pytest.mark.parametrize(
    ("more", "funding"),
    [
        ("Funding: Moss Foundation (grant 12); Rain Council (R-7)", ["Moss Foundation (grant 12)", "Rain Council (R-7)"]),
        ("Grants and funding\nR01 MO123456/MO/NIMO NIH HHS/United States\nK12 MO1/MO/NIMO",
         ["R01 MO123456/MO/NIMO NIH HHS/United States", "K12 MO1/MO/NIMO"]),
        ("Förderkennzeichen: MOOS-12", ["MOOS-12"]),
        ("Agência de fomento: Fundação do Musgo", ["Fundação do Musgo"]),
        ("This work was supported by the Moss Foundation.", ["This work was supported by the Moss Foundation."]),
    ],
)  # fmt: skip
def test_who_paid_is_kept(more, funding):
    assert article(more=more)["funding"] == funding


@pytest.mark.parametrize(
    ("more", "submitted", "accepted"),
    [
        ("Received: 5 January 2016 / Accepted: 3 March 2016 / Published: 1 May 2016", [2016, 1, 5], [2016, 3, 3]),
        ("Received 5 January 2016; accepted 3 March 2016", [2016, 1, 5], [2016, 3, 3]),
        ("Eingegangen am: 5. Januar 2016\nAngenommen am: 3. März 2016", [2016, 1, 5], [2016, 3, 3]),
        ("Recibido: 5 de enero de 2016\nAceptado: 3 de marzo de 2016", [2016, 1, 5], [2016, 3, 3]),
        ("Reçu le : 5 janvier 2016\nAccepté le : 3 mars 2016", [2016, 1, 5], [2016, 3, 3]),
        ("Поступила: 5 января 2016\nПринята: 3 марта 2016", [2016, 1, 5], [2016, 3, 3]),
        ("投稿日: 2016年1月5日\n受理日: 2016年3月3日", [2016, 1, 5], [2016, 3, 3]),
    ],
)
def test_the_dates_of_handling_are_not_the_date_of_issue(more, submitted, accepted):
    found = article(more=more)
    assert found["submitted"] == {"date-parts": [submitted]}
    assert found["accepted"] == {"date-parts": [accepted]}
    assert found["issued"]["date-parts"][0][0] == 2016


@pytest.mark.parametrize(
    "more",
    [
        "Published online: 7 April 2016",
        "First published online\n7 April 2016",
        "Online veröffentlicht: 7. April 2016",
        "Available online 7 April 2016",
    ],
)
def test_the_day_on_which_it_appeared_online_is_kept(more):
    assert article(more=more)["available-date"] == {"date-parts": [[2016, 4, 7]]}


@pytest.mark.parametrize(
    "status", ["In press", "Article in press", "[Epub ahead of print]", "Online ahead of print.", "Sous presse", "Im Druck"]
)
def test_a_work_that_has_not_appeared_has_a_status(status):
    assert article(more=status)["status"].strip("[].") in status


def test_terms_of_indexers_are_no_keywords():
    found = article(
        more="Keywords: moss; roofs\n\nMeSH terms\nBryophyta* / growth & development\nHumans\n\nIndexed keywords: Mosses; Roof tiles"
    )
    assert found["keyword"] == ["moss", "roofs"]
    assert found["mesh"] == ["Bryophyta / growth & development", "Humans"]
    assert found["index-term"] == ["Mosses", "Roof tiles"]


@pytest.mark.parametrize(
    ("more", "url", "handle"),
    [
        ("URI: http://hdl.handle.net/2142/12345", "http://hdl.handle.net/2142/12345", "2142/12345"),
        ("Handle: 2142/12345", None, "2142/12345"),
        ("Permanent link: https://repository.example.org/items/7", "https://repository.example.org/items/7", None),
        ("Persistent URL: broken link", None, None),
    ],
)
def test_addresses_are_checked(more, url, handle):
    found = article(more=more)
    assert (found.get("URL"), found.get("handle")) == (url, handle)


@pytest.mark.parametrize(
    ("more", "reviewed"),
    [
        ("Peer reviewed: Yes", True),
        ("Refereed: No", False),
        ("Begutachtet: Ja", True),
        ("Peer-reviewed: Not peer-reviewed", False),
    ],
)
def test_a_row_says_whether_a_work_was_reviewed(more, reviewed):
    assert ("peer-reviewed" in article(more=more)) is reviewed
