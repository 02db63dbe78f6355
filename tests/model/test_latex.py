"""LaTeX of a text and back."""

import json
import subprocess
import unicodedata

import pypandoc
import pytest

from litcli.model.latex import decode, encode, math_spans


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("50% of R&D_costs #1 at $5", r"50\% of R\&D\_costs \#1 at \$5"),
        ("a~b^c\\d", r"a{\textasciitilde}b{\textasciicircum}c{\textbackslash}d"),
        ("{a} and }{", r"{$\lbrace$}a{$\rbrace$} and {$\rbrace$}{$\lbrace$}"),
        ("{a}", r"\{a\}"),
        ("p < 0.05 | q > 1", r"p {\textless} 0.05 {$|$} q {\textgreater} 1"),
        ("x -- y ''z''", "x -{}- y '{}'z'{}'"),
        ("one\n\ntwo", r"one \\ two"),
        (r"Search for $t\bar{t}$ & $x_1$", r"Search for {$t\bar{t}$} \& {$x_1$}"),
        (r"fb$^{-1}$, $\alpha$", r"fb{$^{-1}${}}, {$\alpha${}}"),
        ("from $5 to $6", r"from \$5 to \$6"),
        ("US$5/US$6", r"US\$5/US\$6"),
        ("$a & b$", r"\$a \& b\$"),
        ("Müller – 中文", "Müller – 中文"),
    ],
)
def test_text_to_latex_and_back(text: str, latex: str) -> None:
    assert encode(text) == latex
    assert decode(latex) == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Müller", r"M{\"u}ller"),
        ("naïve Škoda", r"na{\"i}ve {\v{S}}koda"),
        ("Győr", r"Gy{\H{o}}r"),
        ("ế", r"{\'{\^e}}"),
        ("Łódź, ßæø", r"{\L}{\'o}d{\'z}, {\ss}{\ae}{\o}"),
        ("α-synuclein ≤ 5 °C", r"{$\alpha$}-synuclein {$\leq$} 5 {\textdegree}C"),
        ("H₂O, 10⁻³", r"H{\textsubscript{2}}O, 10{\textsuperscript{-}}{\textsuperscript{3}}"),
        ("1–9 — “so”", r"1--9 --- {\textquotedblleft}so{\textquotedblright}"),
        ("--–", r"-{}-{}--"),
        ("þ 中文 Иван", "þ 中文 Иван"),
        ("\u212b", "\u212b"),
    ],
)
def test_letters_to_escapes_and_back(text: str, latex: str) -> None:
    assert encode(text, ascii=True) == latex
    assert decode(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{{PD-L1}} and {m{RNA}}", "PD-L1 and mRNA"),
        (r"\"{o} \"o {\"o} \o re {\o}re \aa{} \'{\i} \'i \~n \v Sk\'oda \c{c}", "ö ö ö øre øre å í í ñ Škóda ç"),
        (r"\emph{in vivo}, {\it in vitro}, \textbf{bold}, \textsc{sc}", "in vivo, in vitro, bold, sc"),
        (r"H$_2$O, CO$_{2}$, $^{13}$C, Ca$^{2+}$, $\alpha$-x, $\sim$5, $-$1", "H₂O, CO₂, ¹³C, Ca²⁺, α-x, ∼5, −1"),
        (r"\(x^2\), $$E=mc^2$$", "$x^2$, $E=mc^2$"),
        (r"``quoted'' -- or --- so?`", "“quoted” – or — so¿"),
        (r"Smith~et~al.", "Smith\xa0et\xa0al."),
        (r"\url{http://a_b} \unknown{kept} \foo", r"http://a_b kept \foo"),
        (r"10\,\% \S 5 \copyright{} 2013 \LaTeX", "10 % §5 © 2013 LaTeX"),
        (r"$a$$b$ and $$c^d$$", "$a$$b$ and $c^d$"),
        (r"\enquote{so}, \href{https://a.org}{there}", "“so”, there <https://a.org>"),
        ("two\n  lines", "two lines"),
        ("one \\par two\n\nthree", "one\n\ntwo\n\nthree"),
        (r"100% sure", "100% sure"),
        ("unclosed {brace", "unclosed brace"),
        ("ends in \\", "ends in \\"),
        ("lone $ sign", "lone $ sign"),
        ("}", ""),
    ],
)
def test_what_other_programs_write(latex: str, text: str) -> None:
    assert decode(latex) == text


def test_nesting_without_end_is_no_fault_of_ours() -> None:
    assert decode("{" * 100_000 + "x") == "x"
    assert decode(r"\emph{" * 100_000).startswith(r"\emph{")


def test_math_is_found_where_it_is_whole() -> None:
    title = r"From $5 to $6: $\alpha$ and $t\bar{t}$, $unclosed"
    assert [title[start:end] for start, end in math_spans(title)] == [r"$\alpha$", r"$t\bar{t}$"]


def test_pandoc_knows_every_escape() -> None:
    letters = [chr(number) for number in range(0xA1, 0x3000) if unicodedata.category(chr(number))[0] not in "CZ"]
    escapes = {letter: latex for letter in letters if (latex := encode(letter, ascii=True)).isascii()}
    assert len(escapes) > 500
    assert all(decode(latex) == letter for letter, latex in escapes.items())
    file = "".join(f"@misc{{k{ord(letter)}, note = {{x{latex}x}}}}\n" for letter, latex in escapes.items())
    run = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "bibtex", "-t", "csljson"], input=file, capture_output=True, text=True, check=True
    )
    shown = {chr(int(item["id"][1:])): item["note"][1:-1] for item in json.loads(run.stdout)}
    unknown = [
        letter
        for letter, latex in escapes.items()
        if unicodedata.normalize("NFKC", shown[letter]) != unicodedata.normalize("NFKC", letter)
        and shown[letter] != latex.strip("{}")
        and "<su" not in shown[letter]
    ]
    assert unknown == []
