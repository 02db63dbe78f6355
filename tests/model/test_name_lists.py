"""Lines of names, as pages print them."""

import pytest
from hypothesis import given

from litcli.model.names import clean_name, is_incomplete, parse_name, split_names
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Schwelle, L., Ast, M. & von Riegel, N.", ["Schwelle, L.", "Ast, M.", "von Riegel, N."]),
        ("Birch, Iain and Borowski, Guennadi and Fox, Harald", ["Birch, Iain", "Borowski, Guennadi", "Fox, Harald"]),
        ("Ayşe SOĞUK, Mehmet AYAK", ["Ayşe SOĞUK", "Mehmet AYAK"]),
        ("Holt, A. Lindner, B. C. Ruiter, J.", ["Holt, A.", "Lindner, B. C.", "Ruiter, J."]),
        ("冷田, 花子 眠山, 太郎", ["冷田, 花子", "眠山, 太郎"]),
        ("Holt A.a · Lindqvist B.b,c · Ruiter J.a", ["Holt A.", "Lindqvist B.", "Ruiter J."]),
        ("Holt, Ana; Silva, Maria da.", ["Holt, Ana", "Silva, Maria da"]),
        ("A. Smith, B. Jones and C. Doe, D. Roe", ["A. Smith", "B. Jones", "C. Doe", "D. Roe"]),
        ("1 Ernst Stufe", ["Ernst Stufe"]),
        ("Anna Ast, Jan Meer; on behalf of the MOSS Study Group", ["Anna Ast", "Jan Meer", "MOSS Study Group"]),
        ("Anna Ast, Jan Meer, for the Moss and Roof Consortium", ["Anna Ast", "Jan Meer", "Moss and Roof Consortium"]),
        ("Ast A, Meer J; MOSS Investigators", ["Ast A", "Meer J", "MOSS Investigators"]),
        ("A. Ast, J. Meer, and the Moss Collaboration", ["A. Ast", "J. Meer", "Moss Collaboration"]),
        ("Ast, Anna; Roof Study Group", ["Ast, Anna", "Roof Study Group"]),
        ("Pedro al-Hassan, Omar bin Laith", ["Pedro al-Hassan", "Omar bin Laith"]),
        ("ZHANG Wei, LI Na", ["ZHANG Wei", "LI Na"]),
        ("BERGQVIST Anna, MEER Jan", ["BERGQVIST Anna", "MEER Jan"]),
        ("Anna Ast … Jan Meer", ["Anna Ast", "Jan Meer"]),
        ("Michaela Semeraro, Erika Vacchelli", ["Michaela Semeraro", "Erika Vacchelli"]),
        ("Jabaaij L, Schers HJ, Van Essen GA.", ["Jabaaij L", "Schers HJ", "Van Essen GA"]),
        ("Smith J, de Vries A, van der Berg BC", ["Smith J", "de Vries A", "van der Berg BC"]),
        ("Eronen, Lotta; Hronn Svavarsdottir, Margret", ["Eronen, Lotta", "Hronn Svavarsdottir, Margret"]),
        ("Gevorgyan, S A*; de Seoane, J M V*", ["Gevorgyan, S A", "de Seoane, J M V"]),
        ("Smith J, Jones K; Brown L, White M", ["Smith J", "Jones K", "Brown L", "White M"]),
        ("Pan, W., Li, Z., Zhang, Y., & Weng, C.", ["Pan, W.", "Li, Z.", "Zhang, Y.", "Weng, C."]),
        ("Smith, J. and Jones, K.", ["Smith, J.", "Jones, K."]),
        ("Schultz Larsen, Finn, Hanifin, Jon M.", ["Schultz Larsen, Finn", "Hanifin, Jon M."]),
        ("Di Lorenzo, Giuseppe, Di Maio, Massimo", ["Di Lorenzo, Giuseppe", "Di Maio, Massimo"]),
        ("Smith, John, Mary Jones, and Bob Brown", ["Smith, John", "Mary Jones", "Bob Brown"]),
        ("Basten, R.J.I., Houtum, van, G.J.J.A.N.", ["Basten, R.J.I.", "Houtum, van, G.J.J.A.N."]),
        ("Doe, J., Jr., Roe, R.", ["Doe, J., Jr.", "Roe, R."]),
        ("Ruiz, Duncan Dubugras Alcoba", ["Ruiz, Duncan Dubugras Alcoba"]),
        ("García López, Juan", ["García López, Juan"]),
        ("Wylie, E. Caroline", ["Wylie, E. Caroline"]),
        ("TIAN Yu1,2, DAI Jiang-Nan1, XIONG Hui1", ["TIAN Yu", "DAI Jiang-Nan", "XIONG Hui"]),
        ("Junhui Ni a,b, Bin Wang b, Qiao Lin b,*", ["Junhui Ni", "Bin Wang", "Qiao Lin"]),
        ("Alessandro Ottaiano 1,, Giuseppe Di Lorenzo 3", ["Alessandro Ottaiano", "Giuseppe Di Lorenzo"]),
        ("Lisa Mende1, Nils Berkemeyer2,3 & Ina Semper1*", ["Lisa Mende", "Nils Berkemeyer", "Ina Semper"]),
        ("J. Lassen A C , N. A. Poulsen B and A. J. Buitenhuis A", ["J. Lassen", "N. A. Poulsen", "A. J. Buitenhuis"]),
        ("Johan Adell (Institutionen för fysik, Fasta fysik) ; J. Sadowski", ["Johan Adell", "J. Sadowski"]),
        ("John Smith, M.D., Jane Doe, Ph.D., and Jim Roe, M.D.", ["John Smith", "Jane Doe", "Jim Roe"]),
        ("Kai Nagel1 and Michael Schreckenberg2", ["Kai Nagel", "Michael Schreckenberg"]),
        ("Anna Svensson, Karl Karlsson och Per Persson", ["Anna Svensson", "Karl Karlsson", "Per Persson"]),
        ("Anna Virtanen ja Matti Meikäläinen", ["Anna Virtanen", "Matti Meikäläinen"]),
        ("José Ortega y Gasset y María Zambrano", ["José Ortega y Gasset", "María Zambrano"]),
        ("Ana Costa e Silva e João Neves", ["Ana Costa e Silva", "João Neves"]),
        ("Jordi Puig i Cadafalch, Anna Ros", ["Jordi Puig i Cadafalch", "Anna Ros"]),
        ("Smith, Jones and Brown", ["Smith", "Jones", "Brown"]),
        ("A. Smith · B. Jones", ["A. Smith", "B. Jones"]),
        ("Lisa Mende | Nils Berkemeyer", ["Lisa Mende", "Nils Berkemeyer"]),
        ("A. Driessen - Mol, C.V.C. Bouten", ["A. Driessen - Mol", "C.V.C. Bouten"]),
        ("Иванов И.И., Петров П.П.", ["Иванов И.И.", "Петров П.П."]),
        ("田中太郎、鈴木花子", ["田中太郎", "鈴木花子"]),
        ("魏平[1] 陆水生[2]", ["魏平", "陆水生"]),
        ("穆远1,2 高原风2*", ["穆远", "高原风"]),
        ("田中 太郎", ["田中 太郎"]),
        ("مریم برنجی، حسن رودی", ["مریم برنجی", "حسن رودی"]),
        ("Nora Bellman author.", ["Nora Bellman"]),
        ("Poignée, Rose (1951-....)", ["Poignée, Rose"]),
        ("D0 Collaboration", ["D0 Collaboration"]),
        ("Food and Drug Administration", ["Food and Drug Administration"]),
        ("John Smith and the ABC Study Group", ["John Smith", "ABC Study Group"]),
        ("V.M. Abazov, G. Bernardi, et al..", ["V.M. Abazov", "G. Bernardi"]),
        (", , , , ", []),
    ],
)
def test_a_line_of_names(line: str, names: list[str]) -> None:
    assert [line[start:end] for start, end in split_names(line)] == names


@pytest.mark.parametrize(
    "line",
    [
        "Galon J, et al.",
        "S. Greder, et al..",
        "Maier H. u. a.",
        "Virtanen A. ym.",
        "Ek B m.fl.",
        "Nowak J i in.",
        "Иванов И.И. и др.",
        "A. Smith, ...",
        "A. Smith and 3 others",
        "A. Smith, + 5 more",
        "田中太郎ほか",
    ],
)
def test_a_line_that_leaves_names_out(line: str) -> None:
    assert is_incomplete(line)


@pytest.mark.parametrize("line", ["Galon J, Al A", "Anna Petal", "G. Bernardi.", "", "van Houtum, G."])
def test_a_line_that_leaves_none_out(line: str) -> None:
    assert not is_incomplete(line)


@given(SOUP)
def test_spans_are_in_order_and_hold_clean_names(line: str) -> None:
    last = 0
    for start, end in split_names(line):
        assert last <= start < end <= len(line)
        last = end
        assert parse_name(line[start:end])
        assert clean_name(line[start:end])[:2] == (0, end - start)


def test_a_long_line_takes_no_long_time() -> None:
    line = ", ".join(f"Given{chr(97 + at % 26)} Family{chr(97 + at % 26)}{at}" for at in range(3000))
    assert len(split_names(line)) == 3000
    for bad in ("a b " * 3000, "and " * 3000, "((" * 3000, "1,*" * 3000):
        split_names(bad)
