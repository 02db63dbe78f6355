"""The commands of LaTeX as data, for `litcli.model.latex`: what is written, and what more is understood."""

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
    "°": "textdegree",
    "£": "pounds",
    "€": "euro",
    "•": "textbullet",
}
"""Letters and their commands, as every reader knows them."""

SYMBOLS = {
    **dict(
        zip(
            "αβγδεζηθικλμνξπρςστυφχψω",
            (
                "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho varsigma sigma tau upsilon "
                "varphi chi psi omega"
            ).split(),
            strict=True,
        )
    ),
    **dict(zip("ΓΔΘΛΞΠΣΥΦΨΩ", "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(), strict=True)),
    **dict(zip("ϵϑϕϖϱ", "epsilon vartheta phi varpi varrho".split(), strict=True)),
    **dict(zip("×÷±∓⋅∘∗⊕⊗∧∨∪∩", "times div pm mp cdot circ ast oplus otimes wedge vee cup cap".split(), strict=True)),
    **dict(zip("≤≥≠≈∼≃≅≡∝≪≫", "leq geq neq approx sim simeq cong equiv propto ll gg".split(), strict=True)),
    **dict(zip("∈∉∋⊂⊃⊆⊇∀∃∅", "in notin ni subset supset subseteq supseteq forall exists emptyset".split(), strict=True)),
    **dict(
        zip(
            "→←↔⇒⇐⇔↑↓",
            "rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow uparrow downarrow".split(),
            strict=True,
        )
    ),
    **dict(
        zip("∞∂∇∑∏∫⊥∥¬ℓℏ†‡", "infty partial nabla sum prod int perp parallel neg ell hbar dagger ddagger".split(), strict=True)
    ),
}
"""Signs of mathematics and the commands that LaTeX has without any package."""

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
    "hyphen": "-",
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
    "texttrademark": "™",
    "dag": "†",
    "ddag": "‡",
    "degree": "°",
    "celsius": "°C",
    "textcelsius": "°C",
    "textperthousand": "‰",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textnumero": "№",
    "textyen": "¥",
    "textcent": "¢",
    "EUR": "€",
    "textfractionsolidus": "⁄",
    "guillemetleft": "«",
    "guillemetright": "»",
    "flqq": "«",
    "frqq": "»",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    **{f"text{command}": sign for sign, command in SYMBOLS.items() if "α" <= sign <= "ω" or "Α" <= sign <= "Ω"},
    "TeX": "TeX",
    "LaTeX": "LaTeX",
}
"""Commands that other programs write."""

BREAKS = ("par", "newline", "\\")
"""Commands that end a paragraph or a line."""

BLANKS = (" ", ",", ";", ":", ">", "quad", "qquad", "space", "enspace", "thinspace")
"""Commands that show a blank."""

SILENT = (
    *("-", "/", "!", "@", "protect", "relax", "leavevmode", "allowbreak", "sloppy", "ignorespaces"),
    *("rm", "sf", "tt", "bf", "it", "sl", "sc", "em", "rmfamily", "sffamily", "ttfamily", "bfseries", "itshape", "slshape"),
    *("scshape", "upshape", "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge"),
)
"""Commands that show nothing of themselves."""

SORTING = frozenset({"noopsort", "NOOPSORT", "SortNoop", "sortnoop"})
"""Commands whose argument is for sorting alone, and shown nowhere."""

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
