r"""TeX math as the rich text of CSL-JSON: "H_2O" to letters in italics with indices lowered.

Letters, symbols, indices, accents, roots and plain fractions are all that titles need; of anything else `shown` makes nothing, and
the math stays as it is.
"""

import re

from litcli.model.latex import decode

_TOKEN = re.compile(r"\\([A-Za-z]+)\s*|\\([,;:! ])|([\^_])|([{}])|([A-Za-z]+)|(\s+)|(.)", re.DOTALL)
_SCRIPTS = {"^": "sup", "_": "sub"}
_ACCENTS = {"bar": "\u0304", "overline": "\u0305", "hat": "\u0302", "tilde": "\u0303", "vec": "\u20d7", "dot": "\u0307"}
_UPRIGHT = frozenset({"mathrm", "text", "textrm", "mathbf", "mathcal", "mathbb", "operatorname", "rm", "textit", "mathit"})
_SYMBOLS = {
    "to": " → ",
    "rightarrow": " → ",
    "gets": " ← ",
    "ell": "ℓ",
    "hbar": "ħ",
    "ldots": "…",
    "dots": "…",
    "prime": "′",
    "degree": "°",
}
_FUNCTIONS = frozenset(["log", "ln", "exp", "sin", "cos", "tan", "min", "max", "lim", "sup", "inf", "det", "dim", "ker"])


class _UnknownError(Exception):
    """The math holds what is not told here."""


def shown(math: str) -> str | None:
    r"""Return what math between dollar signs shows, or None where it says more than a line of text can.

    >>> shown("H_2O"), shown(r"\beta^{-}"), shown(r"t\bar{t}"), shown(r"\int_0^1")
    ('<i>H</i><sub>2</sub><i>O</i>', 'β<sup>−</sup>', '<i>t</i><i>t̄</i>', None)
    """
    try:
        return re.sub(" {2,}", " ", _Reader(math).read())
    except _UnknownError:
        return None


class _Reader:
    """Reads math from left to right."""

    def __init__(self, math: str) -> None:
        self._tokens = list(_TOKEN.finditer(math))[::-1]

    def read(self) -> str:
        """Return all of it."""
        pieces = []
        while self._tokens:
            pieces.append(self._next())
        return "".join(pieces)

    def _next(self) -> str:
        """Return what the next token shows, with what belongs to it."""
        if not self._tokens:
            raise _UnknownError
        command, blank, script, brace, letters, space, sign = self._tokens.pop().groups()
        if command:
            return self._command(command)
        if script:
            tag = _SCRIPTS[script]
            return f"<{tag}>{self._argument()}</{tag}>"
        if brace:
            return self._group(brace)
        if letters:
            return f"<i>{letters}</i>"
        return " " if blank or space else {"-": "−", "'": "′"}.get(sign, sign)

    def _argument(self) -> str:
        """Return what an index or a command takes: a group, or a single sign."""
        while self._tokens and self._tokens[-1][6]:
            self._tokens.pop()
        if self._tokens and (letters := self._tokens[-1][5]) and len(letters) > 1:
            self._tokens[-1:] = list(_TOKEN.finditer(letters[1:]))
            return f"<i>{letters[0]}</i>"
        return self._next()

    def _group(self, brace: str) -> str:
        if brace == "}":
            raise _UnknownError
        pieces = []
        while self._tokens and self._tokens[-1][4] != "}":
            pieces.append(self._next())
        if not self._tokens:
            raise _UnknownError
        self._tokens.pop()
        return "".join(pieces)

    def _command(self, name: str) -> str:
        if name in _ACCENTS:
            return re.sub(r"(\w)(?=(?:</i>)?$)", rf"\1{_ACCENTS[name]}", self._argument())
        if name in _UPRIGHT:
            return re.sub("</?i>", "", self._argument())
        if name in _FUNCTIONS:
            return name
        if name == "sqrt":
            return f"√{self._argument()}"
        if name == "frac":
            return f"{self._argument()}/{self._argument()}"
        symbol = _SYMBOLS.get(name) or decode(f"$\\{name}$")
        if "\\" in symbol or name in {"int", "sum", "prod", "left", "right", "begin"}:
            raise _UnknownError
        return symbol
