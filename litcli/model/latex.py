r"""Text to LaTeX and back, as the fields of BibTeX entries hold it, in files and on pages.

`encode` escapes what TeX would take for a command; with ascii=True also every letter that has an escape which LaTeX, biber and
pandoc all know. What has none (a Chinese title, a thorn) stays as it is: a letter kept is better than a letter lost. `decode`
reads any LaTeX that people put into their files, and keeps a command that it does not know ("\foo") as it stands.

What surprised us: BibTeX counts braces even behind a backslash, so an unpaired brace may only stand as a command, and pandoc
knows but one, \lbrace in math. pandoc drops \textendash, \textbraceleft and \th without a word. pylatexenc's encoder turns "ű"
into an "ú" and its decoder drops \textless, \S and \copyright, so only its table of mathematical symbols is used here.
"""

import re
import unicodedata
from functools import cache

from litcli.model.latex_tables import (
    ACCENTS,
    COMMANDS,
    DASHES,
    LETTERS,
    LIGATURES,
    LOWERED,
    MARKS,
    RAISED,
    SORTING,
    SPECIALS,
    SYMBOLS,
)

PARAGRAPH = "\n\n"
"""What parts the paragraphs of a text; in LaTeX a line break, the one form that every reader keeps."""

_MATH = re.compile(r"(?<![\\$])\$(?![\s$])((?:[^$\\\n]|\\[^\n])+?)(?<!\s)\$(?![\d$])")
_SIGNS = re.compile(rf"[{re.escape(''.join(SPECIALS))}{{}}]")
_JOINED = re.compile(r"--|–-|—-|``|''|\?`|!`|,,")
"""Signs that TeX would draw together; alternatives of letters alone are looked for at once."""
_SPACED = re.compile(r"\t|\r|\n|  ")
_ESCAPED = re.compile(rf"{_SIGNS.pattern}|(?<=[-–—])-|(?<=')'|(?<=`)`|(?<=[?!])`|(?<=,),")
_ESCAPED_ASCII = re.compile(rf"{_ESCAPED.pattern}|[^\x00-\x7f]")


def encode(text: str, *, ascii: bool = False) -> str:  # noqa: A002  the option's own name
    r"""Return a text as LaTeX; math that is whole ("$t\bar{t}$") stays math, in braces that keep a style's hands off it.

    >>> encode("50% of $5"), encode("$x^2$ & {y"), encode("Müller–Łoś", ascii=True)
    ('50\\% of \\$5', '{$x^2$} \\& {$\\lbrace$}y', 'M{\\"u}ller--{\\L}o{\\\'s}')
    """
    if (text.isascii() or not ascii) and not (_SIGNS.search(text) or _JOINED.search(text) or _SPACED.search(text)):
        return text
    if "$" not in text:
        return _plain(text, ascii=ascii)
    pieces = []
    last = 0
    for found in _MATH.finditer(text):
        if is_math(found[1]):
            kept = "" if _math(found[1]) == found[0] else "{}"
            pieces += [_plain(text[last : found.start()], ascii=ascii), f"{{{found[0]}{kept}}}"]
            last = found.end()
    return "".join([*pieces, _plain(text[last:], ascii=ascii)])


def is_math(inner: str) -> bool:
    r"""Tell whether what stands between two dollar signs is math, not the words between two prices.

    >>> is_math(r"t\bar{t}"), is_math("n"), is_math("5 and US"), is_math("{")
    (True, True, False, False)
    """
    return is_balanced(inner) and not re.search(r"(?<!\\)[%&#~]", inner) and bool(re.search(r"[\\^_{=]|^\S+$", inner))


def math_spans(text: str) -> list[tuple[int, int]]:
    """Return where math stands in a text, its dollar signs included."""
    return [found.span() for found in _MATH.finditer(text) if is_math(found[1])]


def is_balanced(text: str) -> bool:
    """Tell whether every brace of a text has its partner, as BibTeX counts."""
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def decode(latex: str) -> str:
    r"""Return what a LaTeX text shows, paragraphs parted by a blank line, other white space as single blanks.

    >>> decode(r"{PD-L1} in M{\"u}nchen: 50\% of H$_2$O, \emph{in vivo}, $t\bar{t}$ \foo")
    'PD-L1 in München: 50% of H₂O, in vivo, $t\\bar{t}$ \\foo'
    """
    shown = _shown(latex) if _LATEX.search(latex) else latex
    if not _SPACED.search(shown):
        return shown.strip(" ")
    return PARAGRAPH.join(part for part in map(_in_one_line, _PARTED.split(shown)) if part)


def is_latex(text: str) -> bool:
    r"""Tell whether a text holds anything that LaTeX shows as something else.

    >>> is_latex("Müller, Jörg"), is_latex(r'M{\"u}ller')
    (False, True)
    """
    return bool(_LATEX.search(text))


_LATEX = re.compile(r"\\|\{|\}|\$|~|--|``|''|\?`|!`|,,")
"""What LaTeX shows as something else; alternatives of letters alone are looked for at once."""
_BLANKS = re.compile(r"[ \t\r\n]+")


def _in_one_line(text: str) -> str:
    return " ".join(text.split() if text.isascii() else _BLANKS.split(text.strip(" \t\r\n")))


_PARTED = re.compile(r"\n[ \t\r]*\n\s*")


def _plain(text: str, *, ascii: bool) -> str:  # noqa: A002
    braces = ("\\{", "\\}") if is_balanced(text) else (r"{$\lbrace$}", r"{$\rbrace$}")

    def escape(found: re.Match[str]) -> str:
        sign = found[0]
        if sign in "{}":
            return braces["{}".index(sign)]
        apart = "{}" if sign in "–—" and text[found.start() - 1 : found.start()] in {"-", "–", "—"} else ""
        return SPECIALS.get(sign) or (f"{{}}{sign}" if sign.isascii() else f"{apart}{_letter(sign)}")

    written = (_ESCAPED_ASCII if ascii else _ESCAPED if _JOINED.search(text) else _SIGNS).sub(escape, text)
    if not _SPACED.search(written):
        return written
    return " ".join(_BLANKS.split(re.sub(r"\s*\n\s*\n\s*", r" \\\\ ", written)))


def _shown(latex: str) -> str:
    """Return what a text shows; accents on letters, signs and braces alone need no reading of groups."""
    if not _HARD.search(latex):
        return _EASY.sub(_shown_sign, latex)
    try:
        return _Reader(latex).read()
    except RecursionError:
        return latex


_ACCENTS = "".join(re.escape(command) for command in MARKS if not command.isalpha())
_PLAIN = "".join(re.escape(command) for command in COMMANDS if len(command) == 1 and not command.isalpha())
_HARD = re.compile(rf"\$|\\(?![{_PLAIN}])(?![{_ACCENTS}]\{{?[A-Za-z])")
_EASY = re.compile(rf"\\([{_ACCENTS}])\{{?([A-Za-z])\}}?|\\(.)|[{{}}]|---?|``|''|[?!]`|,,|~", re.DOTALL)


def _shown_sign(found: re.Match[str]) -> str:
    accent, letter, sign = found.groups()
    if accent:
        return _marked_letter(accent, letter)
    return COMMANDS[sign] if sign else LIGATURES.get(found[0], "")


@cache
def _marked_letter(accent: str, letter: str) -> str:
    return unicodedata.normalize("NFC", letter + MARKS[accent])


@cache
def _letter(letter: str) -> str:
    """Return the escape of a letter beyond ASCII, or the letter where no escape is known to all readers."""
    if letter in DASHES or letter in LETTERS:
        return DASHES.get(letter) or f"{{\\{LETTERS[letter]}}}"
    if letter in SYMBOLS:
        return f"{{$\\{SYMBOLS[letter]}$}}"
    if (kind := _SCRIPTS.get(letter)) is not None:
        return f"{{\\{kind[0]}{{{kind[1]}}}}}"
    parted = unicodedata.normalize("NFD", letter) if unicodedata.is_normalized("NFC", letter) else letter
    base, marks = parted[0], parted[1:]
    return _accented(base, marks) if marks and base.isascii() and all(mark in ACCENTS for mark in marks) else letter


def _accented(base: str, marks: str) -> str:
    """Return a letter with its marks; an i keeps its dot here, for LaTeX knows better and pandoc knows no marked dotless one."""
    shown = base
    for command in (ACCENTS[mark] for mark in marks):
        shown = f"{{\\{command}{f'{{{shown}}}' if command.isalpha() and shown == base else shown}}}"
    return shown


_SCRIPTS = {
    **{raised: ("textsuperscript", plain) for plain, raised in RAISED.items()},
    **{lowered: ("textsubscript", plain) for plain, lowered in LOWERED.items()},
}


@cache
def _symbols() -> dict[str, str]:
    """Return what commands of mathematics show; beyond our own the table is pylatexenc's, as far as two signs do not share one."""
    from pylatexenc.latexencode import get_builtin_uni2latex_dict

    found: dict[str, str] = {}
    for number, latex in get_builtin_uni2latex_dict().items():
        if command := re.fullmatch(r"\\ensuremath\{\\([A-Za-z]+)\}", latex):
            found.setdefault(command[1], chr(number))
    return found | {command: sign for sign, command in SYMBOLS.items()}


def _script(table: dict[str, str], text: str) -> str | None:
    """Return digits and signs raised or lowered as Unicode has them; None where one is missing there."""
    plain = text.replace("−", "-")
    return "".join(table[sign] for sign in plain) if plain and all(sign in table for sign in plain) else None


def _math(inner: str) -> str:
    r"""Return math as Unicode where it is a single symbol or a plain index ("\alpha", "_2"), else as it stands."""
    bare = inner.strip()
    if bare == "-":
        return "−"
    if len(bare) == 1 and not bare.isalnum():
        return bare
    if command := re.fullmatch(r"\\([A-Za-z]+)", bare):
        return _symbols().get(command[1]) or COMMANDS.get(command[1]) or f"${inner}$"
    index = re.fullmatch(r"(?:\{\})?([\^_])(?:\{([^{}]+)\}|(\S))", bare)
    table = RAISED if index and index[1] == "^" else LOWERED
    return (_script(table, index[2] or index[3]) if index else None) or f"${inner}$"


_TOKEN = re.compile(
    r"(?P<text>[^\\${}~\-`',?!]+(?:[-`',?!](?=[^\\${}~\-`',?!])[^\\${}~\-`',?!]+)*)|(?P<open>\{)|(?P<close>\})"
    r"|\\(?P<word>[A-Za-z]+)\*?[ \t]*(?:\r?\n[ \t]*(?!\s*\n))?|\\(?P<sign>.)|\\$"
    r"|\$\$(?P<display>(?:[^$\\]|\\.)+)\$\$|\$(?P<math>(?:[^$\\]|\\.)+)\$|(?P<ligature>---?|``|''|[?!]`|,,|~)|.",
    re.DOTALL,
)


class _Reader:
    """Reads LaTeX token by token; braces group, and are not shown."""

    def __init__(self, latex: str) -> None:
        self._tokens = _TOKEN.finditer(latex)
        self._held: re.Match[str] | None = None
        self._latex = latex

    def read(self, *, group: bool = False) -> str:
        """Return the text up to the end, or up to the brace that closes the group."""
        shown: list[str] = []
        depth = 1
        while token := self._next():
            depth += (token.lastgroup == "open") - (token.lastgroup == "close")
            if group and depth == 0:
                break
            shown.append(self._show(token))
        return "".join(shown)

    def _next(self) -> re.Match[str] | None:
        token, self._held = self._held or next(self._tokens, None), None
        return token

    def _show(self, token: re.Match[str]) -> str:
        match token.lastgroup:
            case "word" | "sign" as kind:
                return self._command(token[kind], token[0])
            case "math" | "display" as kind:
                return f"${token[kind]}$" if self._skip_empty_group() else _math(token[kind])
            case "open" | "close":
                return ""
            case "ligature":
                return LIGATURES[token[0]]
        return token[0]

    def _command(self, name: str, found: str) -> str:
        if name in MARKS:
            return self._accented(MARKS[name], name)
        if name in {"textsubscript", "textsuperscript"}:
            inner = self._argument() or ""
            return _script(LOWERED if name == "textsubscript" else RAISED, inner) or inner
        if name in {"(", "["}:
            return self._math_until({"(": "\\)", "[": "\\]"}[name])
        if name in COMMANDS or name in _symbols():
            self._skip_empty_group()
            return COMMANDS.get(name, _symbols().get(name, ""))
        return self._around_group(name, found)

    def _around_group(self, name: str, found: str) -> str:
        """Show what a command that is not known does to its group: nothing; without one it stays as it stands."""
        group = self._argument(only_group=True)
        if group is None:
            return found
        if name in SORTING:
            return ""
        if name == "href":
            return f"{self._argument() or ''} <{group}>"
        return f"“{group}”" if name in {"enquote", "mkbibquote"} else group

    def _accented(self, mark: str, name: str) -> str:
        inner = self._argument() or ""
        inner = {"ı": "i", "ȷ": "j"}.get(inner[:1], inner[:1]) + inner[1:]
        if not inner:
            return "" if name.isalpha() else name
        return unicodedata.normalize("NFC", inner[0] + mark) + inner[1:] if len(inner) == 1 else _marked(inner, mark)

    def _argument(self, *, only_group: bool = False) -> str | None:
        """Return what a command applies to: a group, or where that is allowed the next sign or command."""
        token = self._next()
        if token is None:
            return None
        if token.lastgroup == "open":
            return self.read(group=True)
        if only_group or token.lastgroup == "close":
            self._held = token
            return None
        if token.lastgroup == "text" and len(token[0].strip()) > 1:
            first = token[0].lstrip()
            self._tokens = _TOKEN.finditer(self._latex, token.end() - len(first) + 1)
            return first[0]
        return self._show(token)

    def _skip_empty_group(self) -> bool:
        """Skip "{}", which ends a command, and behind math says that it is to stay math; tell whether it stood there."""
        token = self._next()
        if token is not None and token.lastgroup == "open":
            after = self._next()
            if after is not None and after.lastgroup == "close":
                return True
            self._tokens = _TOKEN.finditer(self._latex, token.start())
        else:
            self._held = token
        return False

    def _math_until(self, end: str) -> str:
        inner = []
        while (token := self._next()) and token[0] != end:
            inner.append(token[0])
        return _math("".join(inner))


def _marked(text: str, mark: str) -> str:
    """Put one more mark on the first letter of a text that may bear one already."""
    letters = unicodedata.normalize("NFD", text)
    cut = next((at for at, sign in enumerate(letters) if at and not unicodedata.combining(sign)), len(letters))
    return unicodedata.normalize("NFC", letters[:cut] + mark + letters[cut:])
