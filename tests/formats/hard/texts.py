"""Texts that upset file formats: their own signs, markup of others, scripts, odd characters, lengths."""

from litcli.model.record import Record

SIGNS: dict[str, Record] = {
    "braces": {"title": "Sets {a, b} and an open { brace, and } closed"},
    "brace-open": {"title": "An open { brace", "abstract": "{{ twice", "note": "{"},
    "brace-closed": {"title": "A closed } brace", "abstract": "twice }}", "note": "}"},
    "brace-crossed": {"title": "Closed } before { open", "publisher": "}{"},
    "braces-deep": {"title": "{{{{{{{{{{{{deep}}}}}}}}}}}}", "abstract": "{" * 40 + "x" + "}" * 40},
    "braces-only": {"title": "{}", "note": "{ }"},
    "quotes-in-braces": {"title": '{"Bees"}, {a "quoted" word} and "{braces}" in quotes', "abstract": '"'},
    "quotes-of-tex": {"title": "``Bees'' and `wasps', ''empty`` and `", "note": "'tis"},
    "quotes-round": {"title": "“Bees” and ‘wasps’ and „Bienen“ and «abeilles» and 「蜂」"},
    "percent": {"title": "50% of bees", "abstract": "100 % of a line % and no comment", "note": "%"},
    "percent-in-url": {"URL": "https://a.org/%7Eb/100%25/c%20d?e=%F0%9F%90%9D"},
    "backslash": {"title": r"Bees in C:\bees\new", "abstract": r"a \ b \\ c \\\ d", "note": "ends in \\"},
    "backslash-in-url": {"URL": r"https://a.org/b\c\_d"},
    "backslash-words": {"title": r"The commands \textbf{x}, \emph and \url{y}", "note": r"\input{/etc/passwd} \write18{ls}"},
    "ampersand": {"title": "R&D & more &amp; &c.", "publisher": "Smith & Sons", "URL": "https://a.org/?b=1&c=2&amp;d=3"},
    "underscore": {"title": "snake_case and _emphasis_ and __init__", "URL": "https://a.org/b_c__d_"},
    "hash": {"title": "#1 in C# and #hashtag", "URL": "https://a.org/#b#c", "volume": "#4"},
    "dollar": {"title": "$5", "abstract": "From $5 to $6, or US$7", "note": "$"},
    "dollars-odd": {"title": "A $ and $b$ and $$c$$ and $"},
    "tilde-caret": {"title": "a~b ~ c^d ^ e", "URL": "https://a.org/~b^c"},
    "at": {"title": "@ home, a@b.org and @article", "note": "@string{x = y}"},
    "equals": {"title": "E = mc² and a == b", "note": "key = {value},"},
    "commas": {"title": "Bees, wasps, and, ants", "publisher": "Bees, Inc.", "publisher-place": "London, UK, and New York, NY"},
    "semicolons": {"title": "Bees; wasps; ants", "publisher": "Bees; Wasps", "container-title": "Bees; the journal"},
    "pipes": {"title": "Bees | wasps || ants", "note": "a|b"},
    "slashes": {"title": "Bees/wasps // ants \\/ moths", "volume": "1/2"},
    "colons": {"title": "Bees: wasps: ants", "note": "Funding: none", "abstract": "note: a: b"},
    "angles": {"title": "a < b > c <d> </d> <e/> <!-- f --> <![CDATA[g]]> ]]> <?h?>", "abstract": "p<.001, <i>n</i> > 5"},
    "entities": {"title": "&lt;i&gt; &eacute; &#233; &#xE9; &nbsp; &bogus; &", "abstract": "&amp;lt; stays"},
    "html": {
        "title": "Role of <i>Apis mellifera</i> in H<sub>2</sub>O and <b>10<sup>2</sup></b>",
        "abstract": "<p>One</p><br/>Two",
    },
    "markdown": {"title": "*Bees* and **wasps** and `ants` [a](b) # c", "note": "- a\n\n- b\n\n> c"},
    "script": {"title": "<script>alert(1)</script>", "URL": "javascript:alert(1)", "note": '" onload="x'},
    "formula": {
        "title": '=HYPERLINK("https://a.org";"bees")',
        "publisher": "+49 30 1234",
        "publisher-place": "-2+3+cmd|' /C calc'!A0",
        "container-title": "@SUM(1+1)*cmd|' /C calc'!A0",
        "note": "=1+1",
        "author": [{"family": "=Cell", "given": "+A"}, {"literal": "@Group"}],
        "keyword": ["=a1", "-b", "+c", "@d"],
    },
    "apostrophe-first": {"title": "'=1+1", "note": "'Twas brillig", "publisher": "''"},
    "json-like": {"title": '{"id": 1, "title": [null]}', "note": "[1, 2"},
    "yaml-like": {"title": "- a: b", "note": "null", "volume": "1e3", "issue": "0x1F", "edition": "yes", "publisher": "~"},
    "numbers-like": {"title": "007", "volume": "010", "issue": "1_000", "edition": "1.10", "number": "1e5", "note": "3.0"},
    "true-and-null": {"title": "true", "publisher": "null", "note": "None", "container-title": "NaN"},
    "csv-like": {"title": 'a,"b",""c"",;d', "note": '"'},
    "tags-of-ris": {"title": "ER -", "abstract": "TY - JOUR\n\nER -\n\nTI - x", "note": "N1 - y\n\nID - z"},
    "tags-of-medline": {"title": "PMID- 1", "abstract": "AB - one\n\nPMID- 2\n\nTI - x", "note": "PMID- 3"},
    "tags-of-endnote": {"title": "%T Bees", "abstract": "%0 Journal Article\n\n%A Nobody\n\n%X", "note": "%%"},
    "tags-of-wos": {"title": "PT J", "abstract": "AU Nobody, N\n\nER\n\nEF", "note": "UT WOS:1"},
    "xml-like": {
        "title": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        "abstract": "&e; <mods>",
    },
    "entry-like": {
        "title": "@article{key, title = {x}}",
        "abstract": "@comment{no}\n\nER -\n\nTY - JOUR\n\nAU - Nobody, N.",
        "note": "% a comment?",
    },
    "signs": {
        "title": "50% of R&D_costs #1 at $5: a~b^c \\d \"quoted\" 'single' <i>p</i> < 0.05 | x -- y",
        "note": "Café “round” ‘quotes’, dash – and — em; see http://a.b/c_d?e=%20&f#g",
    },
    "dashes": {"title": "a-b, a--b, a---b, a‐b, a‑b, a–b, a—b, a−b, a―b", "page": "1-9"},
    "dots": {"title": "Bees... and … and .", "note": "Ends with a dot."},
    "only-signs": {"title": "?!", "note": "*", "publisher": "-", "container-title": "."},
    "stars": {"title": "Bees*", "author": [{"family": "Ng*", "given": "A."}], "note": "* see above"},
}

MATH: dict[str, Record] = {
    "math": {"title": r"Search for $t\bar{t}$ at $\sqrt{s}=13$ TeV, from $5 to $6 a piece", "note": r"fb$^{-1}$ of $\alpha$"},
    "math-nested": {
        "title": r"On $\frac{a_{i_{j}}}{\sqrt{b^{c^{d}}}}$ and $\mathrm{\mathbf{x}}$",
        "abstract": r"$\{x : x \in \{0,1\}\}$",
    },
    "math-in-capitals": {"title": r"The $L^p$ Norm of $\text{Ker}\, H$ in DNA", "language": "en"},
    "math-text": {"title": r"$\text{costs \$5 in $\pi$ time}$ and $a$"},
    "math-display": {"abstract": r"We show \[ a = b \] and \( c \) and $$ d $$."},
    "math-signs": {"title": "α ≤ β × γ − δ ± ε ≠ ∞ ∂ ∇ ∑ ∫ √ ∈ ∉ ⊂ → ↔ ⇒ ⟨x⟩ ℏ ℝ ℵ"},
    "indices": {"title": "H₂O, CO₂, 10⁻³, m², x₁ and ⁵⁶Fe", "abstract": "Ca²⁺ at 37 °C, 5 µm, 1 Å"},
    "mathematical-letters": {"title": "𝔸𝕓𝒞𝓭 𝑥 𝐲 𝖟 and ℤ"},
}

SCRIPTS: dict[str, Record] = {
    "scripts": {
        "title": "免疫療法と腫瘍微小環境: Иммунотерапия, ανοσοθεραπεία, علاج مناعي",
        "author": [{"family": "宮野", "given": "隆"}, {"family": "Филимонова", "given": "Л. В."}, {"literal": "김철수"}],
        "container-title": "日本免疫学会誌",
    },
    "accents": {
        "title": "Łódź, Århus, Şanlıurfa and Győr: Ænima of Ĳsselmeer, naïve façade, ế ṩ ș þ ð ŋ",
        "author": [
            {"family": "Müller-Lüdenscheidt", "given": "Jürgen"},
            {"family": "Škvorecký", "given": "Ľubomír"},
            {"family": "Erdős", "given": "Pál"},
            {"family": "Özgür Kaya", "given": "Şule"},
        ],
    },
    "letters-of-tex": {"title": "ß ı ȷ ø Ø æ Æ œ Œ å Å ł Ł đ Đ ŋ Ŋ þ Þ ð Ð", "author": [{"family": "Weiß", "given": "Işıl"}]},
    "accents-of-all-kinds": {
        "title": "à á â ã ä ā ă ą ǎ å ạ ả ç ĉ č ć ď ḍ ę ě ė ğ ģ ħ ĥ ĩ ī į ķ ľ ñ ň ņ ő ŕ ş ș ť ţ ț ů ű ų ŵ ẏ ž ż"
    },
    "accents-on-capitals": {"title": "À Á Â Ã Ä Ā Ă Ą Ç Č Ď Ę Ě Ğ İ Ķ Ñ Ň Ő Ř Ş Ť Ů Ű Ž Ż Ệ Ǻ"},
    "accents-twice": {
        "title": "ế ệ ǘ ǟ ṹ ḉ ậ ợ",
        "author": [{"family": "Nguyễn", "given": "Thị Hồng"}, {"family": "Lý", "given": "Bạch"}],
    },
    "rtl": {
        "title": "דבורים בלילה: מחקר שדה",
        "author": [{"family": "כהן", "given": "דוד"}, {"family": "الخوارزمي", "given": "محمد"}],
        "container-title": "مجلة النحل",
        "publisher-place": "القاهرة",
        "language": "he",
    },
    "rtl-mixed": {"title": "النحل (Apis mellifera) في 2013: PD-L1 و«عسل»", "language": "ar"},
    "rtl-marks": {"title": "a\u200fb \u202bdef\u202c \u2067ghi\u2069"},
    "combining": {
        "title": "e\u0301 o\u0308 n\u0303 u\u0302\u0301 x\u0323 \u0661\u0651",
        "author": [{"family": "Mu\u0308ller", "given": "Jo\u0308rg"}],
    },
    "combining-lone": {"title": "a \u0301 b"},
    "emoji": {"title": "Bees 🐝 and 👩\u200d🔬 with 🇫🇮 and ❤\ufe0f 👍🏽", "keyword": ["🐝", "honey 🍯"]},
    "non-bmp": {"title": "𠮷野家 and 𐍈𐌰 and 𝄞", "author": [{"family": "𠮷田", "given": "太郎"}]},
    "invisible": {"title": "soft\u00adhyphen, zero\u200bwidth, word\u2060joiner"},
    "full-width": {"title": "ＡＢＣ，１２３：（蜂）；「蜜」", "volume": "１２"},
    "chinese": {
        "title": "蜜蜂授粉对作物产量的影响：综述",
        "author": [{"family": "王", "given": "小明"}, {"family": "欧阳", "given": "修"}],
        "container-title": "昆虫学报",
        "language": "zh",
    },
    "thai": {"title": "การศึกษาผึ้งในเวลากลางคืน", "author": [{"family": "สมชาย", "given": "ใจดี"}], "language": "th"},
    "indic": {"title": "मधुमक्खी और परागण", "author": [{"family": "शर्मा", "given": "राम"}], "language": "hi"},
    "greek": {"title": "Οι μέλισσες της νύχτας", "author": [{"family": "Παπαδόπουλος", "given": "Γ."}], "language": "el"},
    "turkish": {"title": "İstanbul'da IŞIK ve ısı", "language": "tr"},
    "private": {"title": "A sign \ue000 of one's own and \ufffd lost"},
}

LENGTHS: dict[str, Record] = {
    "one-letter": {"title": "A", "author": [{"family": "B"}], "container-title": "C", "publisher": "D", "note": "E"},
    "long": {"abstract": " ".join(f"word{number}" for number in range(2000))},
    "forty-thousand": {"abstract": ("Forty thousand signs, 100% of them é & ü; " * 1000)[:39_999] + "."},
    "forty-thousand-in-one-word": {"abstract": "x" * 40_000},
    "long-title": {"title": " ".join(["Bees of the world and their nightly business"] * 60)},
    "long-line": {
        "title": "A title of some length that goes on beyond the eightieth column of its line and further still, as titles do"
    },
    "paragraphs": {
        "abstract": "BACKGROUND: One & two (50%).\n\nMETHODS: Three_four.\n\nRESULTS: Five < six.",
        "note": "First.\n\nSecond.",
    },
    "many-paragraphs": {"abstract": "\n\n".join(f"Paragraph {number}." for number in range(50))},
    "many-keywords": {"keyword": [f"keyword {number}" for number in range(500)]},
}

CAPITALS: dict[str, Record] = {
    "capitals": {"title": "Role of PD-L1 and mRNA at pH 7 in McDonald's T cells: a view from Denmark", "language": "en"},
    "title-case": {"title": "The Role of PD-L1 in Danish Cows", "language": "en"},
    "german": {"title": "Die Rolle der Bienen in der Landwirtschaft", "language": "de"},
    "shouting": {"title": "A STUDY OF DNA IN BEES"},
    "lower": {"title": "iPhone users and eBay: van Gogh's bees", "language": "en"},
    "capitals-and-braces": {"title": "The {DNA} of {B}ees and {{NASA}}", "language": "en"},
    "first-word": {"title": "mRNA vaccines? Yes! Nothing: DNA", "language": "en"},
}
