"""The commands of LaTeX as data, for `litcli.formats._latex`: what is written, and what more is understood."""

SPECIALS = {
    "\\": r"{\textbackslash}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": "{$|$}",
    "\xa0": "~",
}
"""What TeX would take for a command or print as another sign; braces apart, which come in pairs."""

ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0327": "c",
    "\u0328": "k",
    "\u0331": "b",
}
"""Combining marks and their commands."""

BELOW = frozenset("\u0323\u0327\u0328\u0331")
"""Marks that leave the dot on an i."""

DASHES = {"–": "--", "—": "---", "−": "{$-$}"}

LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "ı": "i",
    "ȷ": "j",
    "‘": "textquoteleft",
    "’": "textquoteright",
    "“": "textquotedblleft",
    "”": "textquotedblright",
    "…": "ldots",
    "§": "S",
    "¶": "P",
    "©": "copyright",
    "®": "textregistered",
    "™": "texttrademark",
    "°": "textdegree",
    "£": "pounds",
    "€": "euro",
    "†": "dag",
    "‡": "ddag",
    "•": "textbullet",
}
"""Letters and their commands, as every reader knows them."""

LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡", ",,": "„", "~": "\xa0"}
"""Signs that TeX draws together."""

MORE = {
    "aa": "å",
    "AA": "Å",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "SS": "ẞ",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textunderscore": "_",
    "textdollar": "$",
    "lbrace": "{",
    "rbrace": "}",
    "slash": "/",
    "nobreakspace": "\xa0",
    "textendash": "–",
    "textemdash": "—",
    "dots": "…",
    "textellipsis": "…",
    "textperiodcentered": "·",
    "textmu": "µ",
    "quotesinglbase": "‚",
    "quotedblbase": "„",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "textsection": "§",
    "textparagraph": "¶",
    "textcopyright": "©",
    "textsterling": "£",
    "texteuro": "€",
    "textdagger": "†",
    "textdaggerdbl": "‡",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "texttimes": "×",
    "textdiv": "÷",
    "textpm": "±",
    "textminus": "−",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
}
"""Commands that other programs write."""

BREAKS = ("par", "newline", "\\")
"""Commands that end a paragraph or a line."""

BLANKS = (" ", ",", ";", ":", ">", "quad", "qquad", "space", "enspace", "thinspace")
"""Commands that show a blank."""

SILENT = (
    *("-", "/", "!", "@", "protect", "relax", "noopsort", "leavevmode", "allowbreak", "sloppy", "ignorespaces"),
    *("rm", "sf", "tt", "bf", "it", "sl", "sc", "em", "rmfamily", "sffamily", "ttfamily", "bfseries", "itshape", "slshape"),
    *("scshape", "upshape", "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge"),
)
"""Commands that show nothing of themselves."""

COMMANDS = {
    **{command: letter for letter, command in LETTERS.items()},
    **MORE,
    **{sign: sign for sign in "%&#_${}"},
    **dict.fromkeys(BREAKS, "\n\n"),
    **dict.fromkeys(BLANKS, " "),
    **dict.fromkeys(SILENT, ""),
}
"""What each command shows."""

MARKS = {command: mark for mark, command in ACCENTS.items()} | {"textcommabelow": "\u0326"}
"""Commands that put a mark on a letter."""

RAISED = dict(zip("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True))
LOWERED = dict(zip("0123456789+-=()n", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ", strict=True))
