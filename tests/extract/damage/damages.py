"""What happens to a page's text on its way to a person's disk: each damage is a function from the clean text to the damaged one.

They are deterministic: the same page is damaged in the same way each time. A damage that a page cannot suffer (full-width letters in a
Chinese page, mojibake in plain ASCII) returns the text as it was, and such a page is not counted.
"""

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from types import MappingProxyType

_WORD = re.compile(r"[^\W\d_]{7,}")
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code).isalnum() or chr(code) in ":()"}
_FULL_WIDTH_DIGITS = {code: code + 0xFEE0 for code in range(0x30, 0x3A)}
_CURLY = re.compile(r"(?<!\w)'|(?<!\w)\"")


def ligatures(text: str) -> str:
    """As PDFs print them: "ﬁeld"."""
    for plain, joined in _LIGATURES:
        text = text.replace(plain, joined)
    return text


def soft_hyphens(text: str) -> str:
    """In the middle of long words."""
    return _WORD.sub(lambda word: f"{word[0][:4]}\u00ad{word[0][4:]}", text)


def zero_width(text: str) -> str:
    """Behind each third word, and a joiner within long words."""
    marked = _WORD.sub(lambda word: f"{word[0][:3]}\u200b{word[0][3:]}", text)
    return "\ufeff" + marked.replace(": ", ":\u200b ").replace(", ", ",\u2060 ")


def no_break_spaces(text: str) -> str:
    """Between all words."""
    return text.replace(" ", "\u00a0")


def thin_spaces(text: str) -> str:
    """Every other space."""
    return _every(text, " ", 2, "\u2009")


def double_spaces(text: str) -> str:
    """Between all words."""
    return text.replace(" ", "  ")


def tabs_for_spaces(text: str) -> str:
    """Every fourth space."""
    return _every(text, " ", 4, "\t")


def mojibake(text: str) -> str:
    """UTF-8 taken for windows-1252."""
    return text.encode().decode("cp1252", errors="ignore") if _survives(text) else text


def mojibake_latin1(text: str) -> str:
    """UTF-8 taken for ISO-8859-1: control characters in it."""
    return text.encode().decode("latin-1")


def entities(text: str) -> str:
    """All that is not ASCII as numbers, and the three signs of HTML by name."""
    return html.escape(text, quote=False).encode("ascii", "xmlcharrefreplace").decode()


def tags(text: str) -> str:
    """Left-over tags around words of the text."""
    return _nth_word(text, 5, lambda word: f"<i>{word}</i>")


def json_escapes(text: str) -> str:
    r"""One line with "\n" and "\u00e9" in it."""
    escaped = "".join(c if c.isascii() else c.encode("utf-16-be").hex() and _json(c) for c in text)
    return escaped.replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")


def decomposed(text: str) -> str:
    """Accents as characters of their own."""
    return unicodedata.normalize("NFD", text)


def full_width(text: str) -> str:
    """Letters and digits as wide as ideographs."""
    return text.translate(_FULL_WIDTH)


def full_width_digits(text: str) -> str:
    """Digits alone."""
    return text.translate(_FULL_WIDTH_DIGITS)


def arabic_digits(text: str) -> str:
    """In short lines alone, as rows have them; identifiers stay."""
    return "\n".join(
        line.translate(_ARABIC_DIGITS)
        if len(line) < 80 and not re.search(r"10\.|http|\d{7}|\w-\d|\d[a-zA-Z]|[a-zA-Z]\d", line)
        else line
        for line in text.split("\n")
    )


def bidi_marks(text: str) -> str:
    """As right-to-left pages have them: isolates around lines, marks at brackets and digits."""
    marked = re.sub(r"(?=[(\d])", "\u200f", text)
    return "\n".join(f"\u2067{line}\u2069" if line else "" for line in marked.split("\n"))


def carriage_returns(text: str) -> str:
    """Line ends of old Macs."""
    return text.replace("\n", "\r")


def form_feeds(text: str) -> str:
    """One at each fifteenth line."""
    lines = text.split("\n")
    return "\n".join("\f" + line if at % 15 == 14 else line for at, line in enumerate(lines))


def running_heads(text: str) -> str:
    """The foot of a printed page between lines, as a browser prints it."""
    lines = text.split("\n")
    feet = ["", "https://repository.example.org/record/4711", "1/2", "\f12.03.2021, 14:05", "Record view", ""]
    at = _blank_near(lines, len(lines) // 2)
    return "\n".join([*lines[:at], *feet, *lines[at:]])


def mail_quotes(text: str) -> str:
    """The page as it was quoted in an answer."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def indentation(text: str) -> str:
    """Four spaces before each line."""
    return textwrap.indent(text, "    ")


def bullets(text: str) -> str:
    """A list of all lines."""
    return "\n".join(f"* {line}" if line.strip() else line for line in text.split("\n"))


def numbered(text: str) -> str:
    """A numbered list of all lines."""
    lines = iter(range(1, 10**6))
    return "\n".join(f"{next(lines)}. {line}" if line.strip() else line for line in text.split("\n"))


def markdown_bold(text: str) -> str:
    """Labels before colons and short lines in bold, the first line a heading."""
    shown = re.sub(r"^([^\s:|][^\n:|]{1,40}):(?= )", r"**\1:**", text, flags=re.MULTILINE)
    return "# " + re.sub(r"^(\w[\w ]{2,25})$", r"**\1**", shown, flags=re.MULTILINE).lstrip()


def markdown_links(text: str) -> str:
    """Addresses and short lines as links."""
    shown = re.sub(r"(?<![(\[])\bhttps?://[^\s()<>|\]]+", lambda url: f"[{url[0]}]({url[0]})", text)
    return re.sub(r"(?<=\n)(\w[\w ]{6,40})(?=\n)", r"[\1](/path/to/page)", shown)


def markdown_emphasis(text: str) -> str:
    """Some words in stars."""
    return _nth_word(text, 6, lambda word: f"*{word}*")


def curly_quotes(text: str) -> str:
    """Typographic quotation marks."""
    return text.replace("'", "’")


def straight_quotes(text: str) -> str:
    """Typewriter's quotation marks."""
    return text.replace("’", "'").replace("“", '"').replace("”", '"')


def wrapped_72(text: str) -> str:
    """Each line wrapped at 72 columns, words whole, hyphens not broken at."""
    return _wrapped(text, 72, hyphens=False)


def wrapped_60(text: str) -> str:
    """Each line wrapped at 60 columns, also behind hyphens."""
    return _wrapped(text, 60, hyphens=True)


def wrapped_80(text: str) -> str:
    """Each line wrapped at 80 columns, also behind hyphens."""
    return _wrapped(text, 80, hyphens=True)


def hyphenated(text: str) -> str:
    """Wrapped at 70 columns, long words broken with a hyphen."""
    return "\n".join("\n".join(_hyphenate(line, 70)) for line in text.split("\n"))


def words_apart(text: str) -> str:
    """Each word on its own line, lines parted by blank ones."""
    return "\n\n".join("\n".join(line.split()) for line in text.split("\n") if line.strip())


def words_alone(text: str) -> str:
    """Each word on its own line, and nothing tells where lines ended."""
    return "\n".join(text.split())


def one_line(text: str) -> str:
    """All on one line, a space for each line end."""
    return " ".join(text.split())


def one_line_glued(text: str) -> str:
    """All on one line, nothing for each line end."""
    return "".join(line.strip() for line in text.split("\n"))


def blank_lines_lost(text: str) -> str:
    """No blank line is left."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def blank_lines_added(text: str) -> str:
    """A blank line behind each line."""
    return text.replace("\n", "\n\n")


def gaps_in_words(text: str) -> str:
    """The first letter of some words apart, as OCR leaves it: "J ournal"."""
    return _nth_word(
        text, 9, lambda word: f"{word[0]} {word[1:]}" if len(word) > 4 and word[0].isupper() and word[1:].islower() else word
    )


def gaps_in_years(text: str) -> str:
    """The digits of years apart: "19 98"."""
    return re.sub(r"\b(19|20)(\d\d)\b(?![./-]\d)", r"\1 \2", text)


def superscripts_lost(text: str) -> str:
    """Marks of affiliations stand behind names in lines of several short, capitalised words."""
    names = re.compile(r"^(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3})(?:, [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3})+$", re.MULTILINE)
    return names.sub(lambda line: ", ".join(f"{name}{at % 3 + 1},*" for at, name in enumerate(line[0].split(", "))), text)


def _every(text: str, what: str, step: int, by: str) -> str:
    pieces = text.split(what)
    return pieces[0] + "".join((by if at % step == 0 else what) + piece for at, piece in enumerate(pieces[1:]))


def _nth_word(text: str, step: int, change: Callable[[str], str]) -> str:
    count = iter(range(10**9))
    return re.sub(
        r"(?<![\w/:.@-])[^\W\d_]{4,}(?![\w/:.@-])",
        lambda word: change(word[0]) if next(count) % step == step - 1 else word[0],
        text,
    )


def _survives(text: str) -> bool:
    try:
        text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def _json(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _blank_near(lines: list[str], middle: int) -> int:
    return next((at for at in range(middle, len(lines)) if not lines[at].strip()), len(lines))


def _wrapped(text: str, width: int, *, hyphens: bool) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=hyphens, break_long_words=hyphens)) if len(line) > width else line
        for line in text.split("\n")
    )


def _hyphenate(line: str, width: int) -> Iterator[str]:
    while len(line) > width:
        cut = line.rfind(" ", 0, width + 1)
        word = re.match(r"[^\W\d_]+", line[cut + 1 :])
        left = width - cut - 2
        if word and len(word[0]) >= 7 and 3 <= left <= len(word[0]) - 3:
            yield line[: cut + 1 + left] + "-"
            line = line[cut + 1 + left :]
        elif cut > 0:
            yield line[:cut]
            line = line[cut + 1 :]
        else:
            break
    yield line


MILD = MappingProxyType(
    {
        damage.__name__: damage
        for damage in (
            *(ligatures, soft_hyphens, zero_width, no_break_spaces, thin_spaces, double_spaces, tabs_for_spaces),
            *(mojibake, mojibake_latin1, entities, tags, json_escapes, decomposed, full_width, full_width_digits, arabic_digits),
            *(bidi_marks, carriage_returns, form_feeds, running_heads, mail_quotes, indentation, bullets, numbered),
            *(
                markdown_bold,
                markdown_links,
                markdown_emphasis,
                curly_quotes,
                straight_quotes,
                blank_lines_lost,
                blank_lines_added,
            ),
            *(wrapped_60, wrapped_72, wrapped_80, hyphenated, gaps_in_years, gaps_in_words, superscripts_lost),
        )
    }
)
"""What leaves most of a page's structure."""

SEVERE = MappingProxyType({damage.__name__: damage for damage in (words_apart, words_alone, one_line, one_line_glued)})
"""What takes it away."""

ALL = MappingProxyType({**MILD, **SEVERE})
