"""Titles as styles want them."""

import pytest

from litcli.citations.titles import held, titles
from litcli.model.record import Record


def _bare(text: str) -> str:
    return text.replace('<span class="nocase">', "{").replace('<span class="nodecor">', "").replace("</span>", "}")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("β-blockers and α-synuclein", "{β}-blockers and {α}-synuclein"),
        ("p53 in mRNA of c-Myc", "{p53} in mRNA of {c}-Myc"),
        ("Dose of 5 mg and 10 µm, 3 h apart", "Dose of 5 {mg} and 10 {µm}, 3 {h} apart"),
        ("Growth of <i>Escherichia coli</i> and <i>E. coli</i>", "Growth of <i>Escherichia {coli}</i> and <i>E. {coli}</i>"),
        ("Growth of E. coli and D. melanogaster", "Growth of E. {coli} and D. {melanogaster}"),
        ("Smith vs. Jones and cats vs dogs", "Smith {vs.} Jones and cats {vs} dogs"),
        ("The <i>in vivo</i> state", "The <i>in vivo</i> state"),
        ("Part A. a study", "Part A. a study"),
        ("Vitamin D and a 3 day fast", "Vitamin D and a 3 day fast"),
    ],
)
def test_what_title_case_would_spoil_is_held(title: str, shown: str) -> None:
    assert _bare(held(title)) == shown


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ({"title": "蜜蜂", "translated-title": "Bees"}, "蜜蜂 [Bees]"),
        ({"title": "Die Bienen", "translated-title": "Bees", "language": "de-AT"}, "Die Bienen [Bees]"),
        ({"title": "Bees", "translated-title": "Las abejas", "language": "en"}, "Bees"),
        ({"title": "Bees", "translated-title": "Las abejas"}, "Bees"),
        ({"title": "Die Bienen [Bees]", "translated-title": "Bees", "language": "de"}, "Die Bienen [Bees]"),
        ({"title": "Bees", "editorial-notice": "Retracted"}, "Bees [Retracted]"),
        ({"title": "RETRACTED: Bees", "editorial-notice": "Retracted"}, "RETRACTED: Bees"),
        ({"title": "Bees", "editorial-notice": "Corrected"}, "Bees"),
        ({"title": "Bees cost $5 or $6"}, "Bees cost $5 or $6"),
        ({"title": "The $x^2$ law"}, "The <i>x</i><sup>2</sup> law"),
    ],
)
def test_what_stands_behind_a_title(record: Record, title: str) -> None:
    assert _bare(titles(record, "apa")["title"]).replace("{", "").replace("}", "") == title


def test_mla_and_acs_leave_prepositions_lower() -> None:
    record: Record = {"title": "Bees along the Rhine between two wars"}
    for style in ("modern-language-association", "american-chemical-society"):
        assert _bare(titles(record, style)["title"]) == "Bees {along} the Rhine {between} two wars"
    assert titles(record, "chicago-author-date") == record


@pytest.mark.parametrize(
    ("record", "held_whole"),
    [
        ({"title": "Über das Auge der Katze"}, {"title"}),
        ({"title": "Bees", "container-title": "Zeitschrift für Physik", "language": "en"}, {"container-title"}),
        ({"title": "De la abeja", "language": "en"}, set()),
        ({"title": "De novo design", "container-title": "Journal of Van der Waals Forces"}, set()),
    ],
)
def test_titles_in_other_languages_keep_their_case(record: Record, held_whole: set[str]) -> None:
    made = titles(record, "apa")
    assert {name for name, title in made.items() if _bare(title) == f"{{{record[name]}}}"} == held_whole
