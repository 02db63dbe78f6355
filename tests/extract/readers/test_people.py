"""Which pieces of a row or a line of names are people."""

import pytest

from litcli.extract.readers.people import names_in, of_people
from tests.extract.texts import laid_out


def told(text: str) -> list[str]:
    layout = laid_out(text)
    places = of_people(layout, names_in(layout, (layout.lines[0].span,)))
    return [layout.text[slice(*place[0])] for place in places]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Springer, Mark S.; Holt, Anna", ["Springer, Mark S.", "Holt, Anna"]),
        ("Holt, Anna; Springer Nature", ["Holt, Anna"]),
        ("Institute for Health Metrics and Evaluation", ["Institute for Health Metrics and Evaluation"]),
        ("Holt, Anna; Permissions Icon", ["Holt, Anna"]),
        ("张三; 李四; 清华大学", ["张三", "李四"]),
        ("Holt, Anna; University of Fenmoor", ["Holt, Anna"]),
        ("Anna Holt, Jan Ruiter and the National Institute of Moss", ["Anna Holt", "Jan Ruiter"]),
        ("Anna Holt, Jan Ruiter, on behalf of the Institute of Reeds", ["Anna Holt", "Jan Ruiter", "Institute of Reeds"]),
        ("Anna Holt University of Fenmoor, Jan Ruiter", ["Anna Holt", "Jan Ruiter"]),
        ("李明 Institute of Reeds; 王芳", ["李明", "王芳"]),
    ],
)
def test_people_are_told_from_publishers_buttons_and_institutions(text: str, people: list[str]) -> None:
    assert told(text) == people
